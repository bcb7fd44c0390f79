//! A verb with what belongs to it: "have crossed into Kazakhstan".

use std::ops::Range;

use super::super::clause;
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Most words of a predicate.
const LONGEST_PREDICATE: usize = 9;

/// Whether a verb may stand at the token.
pub(super) fn verb_like(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.tokens.get(at).is_some_and(|token| {
        token.classes.has_any(&[
            Class::Auxiliary,
            Class::Modal,
            Class::Finite,
            Class::Participle,
            Class::Harm,
        ]) || token.shape == Shape::Word && syntax.word(at).ends_with("ed")
            || token.is(Class::Cue)
            || clause::is_finite(syntax, at, at.saturating_sub(1))
    })
}

/// One past the last token of the predicate whose verb stands at `start`; it never reaches one of `stop`.
pub(super) fn verb_phrase_end(
    syntax: &Syntax<'_>,
    start: usize,
    end: usize,
    stop: &[Range<usize>],
) -> usize {
    let mut at = start;
    let mut verb_seen = false;
    while at < end && at < start + LONGEST_PREDICATE {
        if stop.iter().any(|range| range.start == at) {
            break;
        }
        let token = &syntax.tokens[at];
        let mark = !token.is_word()
            && !matches!(token.shape, Shape::Number | Shape::Genitive | Shape::Sign);
        if mark
            || token.is(Class::Coordinator)
            || token.is(Class::Subordinator)
            || token.is(Class::Weekday)
        {
            break;
        }
        let after_verb = verb_seen && at > start;
        // "who are left took part": the verb of another clause.
        let finite = token.is(Class::Finite) && !token.is(Class::Auxiliary);
        let begins = finite && !syntax.is(at - 1, Class::Auxiliary) && !syntax.reads(at - 1, "to");
        if after_verb && begins {
            break;
        }
        // "were shut down."
        let particle = token.is(Class::Movement)
            && token.is(Class::Preposition)
            && !syntax.is_nounish(at + 1)
            && !syntax.is(at + 1, Class::Determiner);
        if after_verb && token.is(Class::Preposition) && !token.is(Class::Direction) && !particle {
            break;
        }
        verb_seen |=
            verb_like(syntax, at) && !token.is(Class::Auxiliary) && !token.is(Class::Modal);
        at += 1;
    }
    at
}
