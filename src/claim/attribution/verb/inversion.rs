//! "…, said Weiss": the cue before its subject.

use std::ops::Range;

use super::content::{opens_quotation, participle_follows};
use super::group::is_verb;
use super::{Found, Means};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

pub(super) fn begins_phrase(syntax: &Syntax<'_>, at: usize, end: usize) -> bool {
    at < end
        && syntax.tokens.get(at).is_some_and(|token| {
            token.is_capital() && !token.is(Class::Weekday) && !token.is(Class::Month)
                || token.is(Class::Determiner) && !token.is(Class::Relative)
                || token.is(Class::Pronoun)
                || token.is(Class::Possessive)
                || caseless(syntax, at) && syntax.is_nounish(at)
                || token.shape == Shape::Word
                    && (token.classes.has_any(&[
                        Class::Official,
                        Class::Office,
                        Class::Anonymous,
                        Class::Organisation,
                        Class::Title,
                        Class::Media,
                        Class::Document,
                        Class::Adjective,
                    ]))
        })
}

/// Whether the word is of a script that has no capitals, where a name looks like any word.
pub(super) fn caseless(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.word(at).chars().next().is_some_and(|letter| {
        letter.is_alphabetic() && !letter.is_lowercase() && !letter.is_uppercase()
    })
}

/// Whether `source` after the verb is its subject ("…, said Smith.") and not the beginning of what is said
/// ("Weiss, the mayor, said Smith had …").
pub(super) fn stands_inverted(
    syntax: &Syntax<'_>,
    limits: &Range<usize>,
    verb: usize,
    source: &Range<usize>,
) -> bool {
    let mut before = verb;
    while before > limits.start && syntax.shape(before - 1) == Some(Shape::Comma) {
        before -= 1;
    }
    if before > limits.start
        && matches!(
            syntax.shape(before - 1),
            Some(Shape::QuoteClose | Shape::Exclamation)
        )
    {
        return true;
    }
    if syntax.is(source.start, Class::Pronoun) {
        return verb == limits.start;
    }
    let head = syntax.head(source);
    !syntax.is(head, Class::TimeNoun)
        && !syntax.is(head, Class::Weekday)
        && !is_verb(syntax, source.end)
}

pub(super) fn inverted_found(
    syntax: &Syntax<'_>,
    limits: &Range<usize>,
    at: usize,
    source: Range<usize>,
) -> Found {
    let mut content = Vec::new();
    if limits.start < at {
        content.push(limits.start..at);
    }
    let rest = source.end;
    let goes_on = matches!(
        syntax.shape(rest),
        Some(Shape::Comma | Shape::Colon | Shape::Dash | Shape::Semicolon)
    ) && !participle_follows(syntax, rest + 1)
        || (rest..limits.end).any(|t| opens_quotation(syntax, t));
    if goes_on && rest < limits.end {
        content.push(rest..limits.end);
    }
    Found {
        means: Means::Verb,
        source,
        cue: at..at + 1,
        content,
    }
}
