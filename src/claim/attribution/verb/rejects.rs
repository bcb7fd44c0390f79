//! "X rejected reports that …": what those reports say, nobody named says, and X least of all.

use std::ops::Range;

use super::super::{Found, Means, floor, subject};
use super::content::content;
use crate::lexicon::words::Class;
use crate::syntax::Syntax;

/// Words between the verb and the noun: "the latest opposition".
const BETWEEN: usize = 4;

/// The denial at the verb `at`.
pub(super) fn read(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> Option<Found> {
    let noun = rejected(syntax, sentence, at)?;
    let floor = floor(syntax, sentence, at);
    let source = subject::before(syntax, at, floor)?;
    let content = content(syntax, sentence, noun, at, &source)?;
    Some(Found {
        means: Means::Denied,
        source,
        cue: at..noun + 1,
        content,
    })
}

/// Whether the noun at `at` is what somebody rejects.
pub(super) fn is_rejected(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> bool {
    let from = at.saturating_sub(BETWEEN).max(sentence.start);
    (from..at).any(|verb| rejected(syntax, sentence, verb) == Some(at))
}

/// The noun of "rejected **reports** that", where a verb of that sort stands at `at`.
fn rejected(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> Option<usize> {
    if !syntax.is(at, Class::Rejects) {
        return None;
    }
    let end = sentence.end.min(at + 1 + BETWEEN);
    let noun = (at + 1..end).find(|t| syntax.is(*t, Class::SpeechNoun))?;
    let plain = (at + 1..noun).all(|t| {
        syntax.is_nounish(t)
            || syntax.is(t, Class::Determiner)
            || syntax.is(t, Class::Possessive)
            || syntax.is(t, Class::Preposition)
    });
    (plain && syntax.is(noun + 1, Class::That)).then_some(noun)
}
