//! What a court or an inquiry is told: "the inquest heard that …", "…, the tribunal was told".

use std::ops::Range;

use super::super::{Found, Means, floor, is_over, subject};
use super::content::past_adjuncts;
use super::group::{Auxiliary, verb_group};
use super::is_negated;
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Reads the verb at `at`.
pub(super) fn read(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> Option<Found> {
    let token = syntax.tokens.get(at)?;
    let told = token.is(Class::Tells) && token.is(Class::CueParticiple);
    if !told && !token.is(Class::Hears) || syntax.quotation_of(at).is_some() {
        return None;
    }
    let floor = floor(syntax, sentence, at);
    let (verb, auxiliary) = verb_group(syntax, at, floor);
    let fits = match auxiliary {
        Some(Auxiliary::Passive) => told,
        None | Some(Auxiliary::Perfect) => !told,
        Some(Auxiliary::Modal | Auxiliary::Infinitive) => false,
    };
    if !fits || is_negated(syntax, verb..at, floor) {
        return None;
    }
    let source = subject::before(syntax, verb, floor)?;
    let head = syntax.head(&source);
    if !syntax.is(head, Class::Forum) {
        return None;
    }
    let over = is_over(
        syntax,
        sentence,
        past_adjuncts(syntax, at + 1, sentence.end),
    );
    let aside = source.start > sentence.start
        && matches!(
            syntax.shape(source.start - 1),
            Some(Shape::Comma | Shape::QuoteClose | Shape::Dash)
        );
    let content = if over && aside {
        sentence.start..source.start
    } else {
        at + 1..sentence.end
    };
    Some(Found {
        means: Means::Verb,
        source,
        cue: verb..at + 1,
        content: std::iter::once(content).collect(),
    })
}
