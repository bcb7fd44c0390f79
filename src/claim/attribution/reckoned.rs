//! "by X's count": who counted what the rest of the sentence tells.

use std::ops::Range;

use super::{Found, Means};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

pub(super) fn find(syntax: &Syntax<'_>, sentence: &Range<usize>, all: &mut Vec<Found>) {
    all.extend(
        sentence
            .clone()
            .filter_map(|at| reckoned(syntax, sentence, at)),
    );
}

/// What "by" at a token attributes to the owner of a count behind it.
fn reckoned(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> Option<Found> {
    if !syntax.reads(at, "by") || syntax.quotation_of(at).is_some() {
        return None;
    }
    let phrase = syntax.noun_phrase_after(at + 1, sentence.end)?;
    let count = syntax.head(&phrase);
    let owner = phrase
        .clone()
        .rev()
        .find(|t| syntax.shape(*t) == Some(Shape::Genitive))?;
    let source = phrase.start..owner;
    // "by last year's count": a time counts nothing.
    let time = [Class::TimeNoun, Class::Weekday, Class::Month];
    let by_time = syntax.tokens[syntax.head(&source)].classes.has_any(&time);
    if !syntax.is(count, Class::Reckoning) || source.is_empty() || by_time {
        return None;
    }
    Some(Found {
        means: Means::According,
        source,
        cue: count..phrase.end,
        content: [sentence.start..at, phrase.end..sentence.end]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect(),
    })
}
