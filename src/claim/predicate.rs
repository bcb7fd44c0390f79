//! What is said of what is counted or measured: the predicate.

use std::ops::Range;

use super::clause;
use super::figure::Figure;
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Most words of a predicate.
const LONGEST_PREDICATE: usize = 9;

/// What is said of what is counted: "have crossed into Kazakhstan", "were killed", "wounded".
pub(super) fn predicate(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: Option<&Range<usize>>,
    stop: &[Range<usize>],
) -> Option<Range<usize>> {
    let Figure {
        tokens, sentence, ..
    } = figure;
    let mut start = concept
        .filter(|concept| concept.start >= tokens.start)
        .map_or(tokens.end, |concept| concept.end.max(tokens.end));
    // "20% of the remaining residents in the city voted"
    while start < sentence.end
        && (syntax.is(start, Class::Preposition) && !syntax.reads(start, "as"))
    {
        match syntax.noun_phrase_after(start + 1, sentence.end) {
            Some(phrase) if phrase.end > start + 1 => start = phrase.end,
            _ => break,
        }
    }
    while start < sentence.end
        && (syntax.is(start, Class::Adverb)
            || syntax.word(start).ends_with("ly") && syntax.is(start + 1, Class::Harm)
            || syntax.reads(start, "who")
            || syntax.reads(start, "that"))
    {
        start += 1;
    }
    if start < sentence.end && verb_like(syntax, start) {
        let end = verb_phrase_end(syntax, start, sentence.end, stop);
        return (end > start).then_some(start..end);
    }
    before(syntax, tokens.start, sentence.start)
}

/// "wounding 2 officers", "killed at least 5": the verb just before.
fn before(syntax: &Syntax<'_>, figure: usize, floor: usize) -> Option<Range<usize>> {
    let mut last = figure.checked_sub(1).filter(|last| *last >= floor)?;
    // "has risen to 14", "fell by 3 points"
    if last > floor
        && syntax.is(last, Class::Preposition)
        && !syntax.is(last, Class::Linking)
        && (syntax.is(last - 1, Class::Movement) || clause::is_finite(syntax, last - 1, floor))
    {
        last -= 1;
    }
    let token = syntax.tokens.get(last)?;
    let word = syntax.word(last);
    let verb = token.shape == Shape::Word
        && (word.ends_with("ed") || word.ends_with("ing"))
        && !token.is(Class::Preposition)
        || token.is(Class::Finite)
        || token.is(Class::Harm)
        || token.is(Class::Movement)
        || clause::is_finite(syntax, last, floor) && !token.is(Class::Auxiliary)
        || token.is(Class::NounVerb) && clause::governs(syntax, last, floor);
    if !verb || token.is(Class::Cue) && !token.is(Class::Movement) {
        return None;
    }
    let mut start = last;
    while start > floor
        && syntax.tokens[start - 1].classes.has_any(&[
            Class::Auxiliary,
            Class::Modal,
            Class::Adverb,
        ])
    {
        start -= 1;
    }
    while start < last && syntax.is(start, Class::Adverb) {
        start += 1;
    }
    Some(start..last + 1)
}

/// Whether a noun phrase is nothing but harm: "dead", "injured".
pub(super) fn is_harm(syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
    range
        .clone()
        .all(|t| syntax.is(t, Class::Harm) || syntax.is(t, Class::Adverb))
}

fn verb_like(syntax: &Syntax<'_>, at: usize) -> bool {
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

fn verb_phrase_end(syntax: &Syntax<'_>, start: usize, end: usize, stop: &[Range<usize>]) -> usize {
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
