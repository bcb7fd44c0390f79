//! "what the ministry described as a crowd of 35,000": who calls a thing so.

use std::ops::Range;

use super::super::{Found, Means, floor, subject};
use super::trimmed;
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Most tokens between "what" and the verb.
const LONGEST: usize = 12;

/// Reads the verb at `at`: what follows it in its clause is said by its subject.
pub(super) fn read(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> Option<Found> {
    if !syntax.is(at, Class::Describes) || syntax.quotation_of(at).is_some() {
        return None;
    }
    let what = (sentence.start.max(at.saturating_sub(LONGEST))..at)
        .rev()
        .find(|t| syntax.reads(*t, "what"))?;
    let floor = floor(syntax, sentence, at).max(what + 1);
    let mut verb = subject::skip_adverbs(syntax, at, floor);
    while verb > floor && syntax.is(verb - 1, Class::Auxiliary) {
        verb -= 1;
    }
    let source = subject::before(syntax, verb, floor).map(|source| trimmed(syntax, source))?;
    let end = (at + 1..sentence.end)
        .find(|t| {
            matches!(
                syntax.shape(*t),
                Some(Shape::Comma | Shape::Semicolon | Shape::Stop)
            )
        })
        .unwrap_or(sentence.end);
    (source.start == what + 1).then(|| Found {
        means: Means::Verb,
        source,
        cue: verb..at + 1,
        content: std::iter::once(at + 1..end).collect(),
    })
}
