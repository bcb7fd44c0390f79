//! What somebody thinks, wants or has counted: "The agency expects 40 ships", "Analysts believe …", "spoke of 40 dead".

use std::ops::Range;

use super::super::{Found, Means, floor, is_over, subject};
use super::content::past_adjuncts;
use super::group::{Auxiliary, verb_group};
use super::{before_agent, is_negated, is_speaker, says_nothing, trimmed};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Most tokens between "gave" and the "of" of "a figure of".
const LONGEST: usize = 7;

/// Most tokens between "sees" and its number.
const NEAR: usize = 6;

/// Reads the verb at `at`.
pub(super) fn read(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> Option<Found> {
    let token = syntax.tokens.get(at).filter(|token| {
        token.classes.has_any(&[
            Class::Thinks,
            Class::Seeks,
            Class::Counting,
            Class::SpeaksOf,
            Class::Gives,
        ]) && token.shape == Shape::Word
    })?;
    let limits = match syntax.quotation_of(at).map(|q| syntax.quotations[q]) {
        Some(q) => sentence.start.max(q.first)..sentence.end.min(q.end),
        None => sentence.clone(),
    };
    let floor = floor(syntax, &limits, at);
    if let Some(found) = by_agent(syntax, &limits, floor, at) {
        return Some(found);
    }
    let (verb, auxiliary) = verb_group(syntax, at, floor);
    if !matches!(auxiliary, None | Some(Auxiliary::Perfect)) || is_negated(syntax, verb..at, floor)
    {
        return None;
    }
    let start = said(syntax, at, limits.end)?;
    let found = subject::before(syntax, verb, floor)?;
    let found = before_agent(syntax, &found, floor).unwrap_or(found);
    let mut source = trimmed(syntax, found);
    if source.len() > 1 && syntax.is(source.start, Class::That) {
        source.start += 1;
    }
    let head = syntax.head(&source);
    let counts = token.is(Class::Counting) && !token.is(Class::Thinks);
    let speaks = if counts {
        // "The WHO has recorded 40 cases": bodies known by their letters count what is not their own.
        syntax.shape(head) == Some(Shape::Capitals)
            || syntax.tokens[head].classes.has_any(&[
                Class::Official,
                Class::Document,
                Class::Poll,
                Class::Anonymous,
            ])
    } else {
        is_speaker(syntax, &source) || are_persons(syntax, head)
    };
    // "Tens of thousands expected at the march": numbers think nothing.
    let awaited = syntax.word(at).ends_with("ed")
        && (syntax.is(at + 1, Class::Preposition) || syntax.reads(at + 1, "to"))
        && source.end.checked_sub(1).is_some_and(|last| {
            syntax.shape(last) == Some(Shape::Number) || syntax.is(last, Class::NumberWord)
        });
    if awaited {
        return None;
    }
    let pronoun = syntax.is(head, Class::Pronoun) && !syntax.is(head, Class::Third);
    if !speaks || pronoun || says_nothing(syntax, &source) || apart(syntax, at, verb, &source) {
        return None;
    }
    let over = token.is(Class::Thinks)
        && is_over(syntax, &limits, past_adjuncts(syntax, at + 1, limits.end));
    let content = if over {
        let before = source.start.checked_sub(1)?;
        if syntax.shape(before) == Some(Shape::Comma) {
            limits.start..source.start
        } else if syntax.is(before, Class::Relative) {
            // "the 3% that analysts had expected"
            amount_before(syntax, before, floor)?
        } else {
            return None;
        }
    } else {
        start..end(syntax, start, limits.end)
    };
    Some(Found {
        means: Means::Verb,
        source,
        cue: verb..at + 1,
        content: std::iter::once(content).collect(),
    })
}

/// "the 3% **expected by analysts**": a participle after the number that it tells of.
fn by_agent(syntax: &Syntax<'_>, limits: &Range<usize>, floor: usize, at: usize) -> Option<Found> {
    if !syntax.is(at, Class::Thinks) || !syntax.reads(at + 1, "by") {
        return None;
    }
    let content = amount_before(syntax, at, floor)?;
    let source = syntax.noun_phrase_after(at + 2, limits.end)?;
    let head = syntax.head(&source);
    let speaks = subject::can_speak(syntax, &source) || are_persons(syntax, head);
    speaks.then(|| Found {
        means: Means::Verb,
        source,
        cue: at..at + 2,
        content: std::iter::once(content).collect(),
    })
}

/// The phrase with a number that ends just before `end`.
fn amount_before(syntax: &Syntax<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let phrase = syntax.noun_phrase_before(end, floor)?;
    phrase
        .clone()
        .any(|t| syntax.shape(t) == Some(Shape::Number) || syntax.is(t, Class::NumberWord))
        .then_some(phrase)
}

/// "insurers", "botanists": a plural that names persons by what they do, before a verb of thinking.
pub(super) fn are_persons(syntax: &Syntax<'_>, noun: usize) -> bool {
    let word = syntax.word(noun);
    word.len() > 6
        && ["ers", "ors", "ists", "ians", "ants"]
            .iter()
            .any(|ending| word.ends_with(ending))
}

/// Where what the verb at `at` tells begins; `None` where it tells nothing.
fn said(syntax: &Syntax<'_>, at: usize, end: usize) -> Option<usize> {
    let token = syntax.tokens.get(at)?;
    if token.is(Class::Seeks) {
        return (at + 1..end.min(at + NEAR))
            .take_while(|t| syntax.tokens[*t].shape != Shape::Comma && !syntax.reads(*t, "to"))
            .any(|t| {
                matches!(syntax.shape(t), Some(Shape::Number | Shape::Sign))
                    || syntax.is(t, Class::NumberWord)
            })
            .then_some(at + 1);
    }
    if token.is(Class::Thinks) || token.is(Class::Counting) {
        return (!syntax.is(at + 1, Class::Preposition)
            || is_amount(syntax, at + 1)
            || infinitive(syntax, at))
        .then_some(at + 1);
    }
    if token.is(Class::SpeaksOf) {
        return syntax.reads(at + 1, "of").then_some(at + 2);
    }
    let of = (at + 2..end.min(at + LONGEST)).find(|t| syntax.reads(*t, "of"))?;
    let noun = syntax.is(of - 1, Class::SpeechNoun)
        || syntax.is(of - 1, Class::Generic) && !syntax.is(of - 1, Class::Running);
    (noun && is_amount(syntax, of + 1)).then_some(of + 1)
}

/// "expects to sell": not a participle before "to".
fn infinitive(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.reads(at + 1, "to") && !syntax.word(at).ends_with("ed")
}

/// Whether a number begins here, perhaps after a word that hedges it.
fn is_amount(syntax: &Syntax<'_>, at: usize) -> bool {
    (at..at + 3).any(|t| {
        matches!(syntax.shape(t), Some(Shape::Number | Shape::Sign))
            || syntax.is(t, Class::NumberWord)
    })
}

/// Where it ends: before a clause of its own.
fn end(syntax: &Syntax<'_>, start: usize, end: usize) -> usize {
    (start..end)
        .find(|t| {
            syntax.shape(*t) == Some(Shape::Semicolon)
                || syntax.shape(*t) == Some(Shape::Comma) && syntax.is(t + 1, Class::Subordinator)
        })
        .unwrap_or(end)
}

/// Whether the form at `at` is no verb of `source`: "the hoped for deal", "better than expected".
fn apart(syntax: &Syntax<'_>, at: usize, verb: usize, source: &Range<usize>) -> bool {
    let before = verb.saturating_sub(1);
    let noun = syntax.tokens[before].classes.has_any(&[
        Class::Determiner,
        Class::Possessive,
        Class::Preposition,
        Class::Adjective,
    ]) && !syntax.is(before, Class::Relative)
        || syntax.shape(before) == Some(Shape::Number);
    // "experts think", "the ministry thinks", not "the bank hope"
    let bare = !syntax.word(at).ends_with('s') && !syntax.word(at).ends_with("ed");
    let head = syntax.word(syntax.head(source));
    let plural = head.ends_with('s')
        || syntax.is(syntax.head(source), Class::Pronoun)
        || syntax.is(syntax.head(source), Class::People);
    let past = syntax.is(at, Class::Finite) && !syntax.is(at, Class::NounVerb);
    noun || bare && !plural && !past
}
