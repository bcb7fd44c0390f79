//! Passives that name who says it: "X was quoted as saying …", "an estimate compiled by X", "… was reported by X".
//! Without "by" ("is believed to …") nobody is named, and there is no source.

use std::ops::Range;

use super::super::subject;
use super::group::{Auxiliary, verb_group};
use super::{Found, Means};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Tokens between "quoted" and "as saying": "quoted on Monday by the paper as saying".
const APART: usize = 10;

/// Reads the cue at `at` as a passive.
pub(super) fn read(
    syntax: &Syntax<'_>,
    limits: &Range<usize>,
    floor: usize,
    at: usize,
) -> Option<Found> {
    if syntax.is(at, Class::CueIng) && at > floor && syntax.reads(at - 1, "as") {
        return quoted_as_saying(syntax, limits, floor, at);
    }
    if syntax.is(at, Class::CueParticiple) && syntax.reads(at + 1, "by") {
        return by_agent(syntax, limits, floor, at);
    }
    None
}

/// "Weiss was quoted by the paper as saying that …": the one quoted says it.
fn quoted_as_saying(
    syntax: &Syntax<'_>,
    limits: &Range<usize>,
    floor: usize,
    at: usize,
) -> Option<Found> {
    let participle = (floor..at - 1)
        .rev()
        .take(APART)
        .find(|t| syntax.is(*t, Class::CueParticiple))?;
    let (verb, auxiliary) = verb_group(syntax, participle, floor);
    let source = match auxiliary {
        Some(Auxiliary::Passive) => subject::before(syntax, verb, floor)?,
        // "the paper quoted Weiss as saying"
        _ => syntax.noun_phrase_after(participle + 1, at - 1)?,
    };
    Some(Found {
        means: Means::Verb,
        cue: verb.max(source.end)..at + 1,
        source,
        content: std::iter::once(at + 1..limits.end).collect(),
    })
}

/// "the 40 cases reported by the clinic", "It was estimated by the ministry that …": the agent says it.
fn by_agent(syntax: &Syntax<'_>, limits: &Range<usize>, floor: usize, at: usize) -> Option<Found> {
    let source = syntax.noun_phrase_after(at + 2, limits.end)?;
    let head = syntax.head(&source);
    let speaks = syntax.tokens[head].is_capital()
        || syntax.tokens[head].classes.has_any(&[
            Class::Official,
            Class::Organisation,
            Class::Media,
            Class::Office,
            Class::Anonymous,
        ]);
    let named = speaks || syntax.is(source.start, Class::Determiner);
    if !named || syntax.is(at, Class::Weak) && !syntax.reads(source.end, "that") {
        return None;
    }
    let mark = |t: &usize| {
        matches!(
            syntax.shape(*t),
            Some(Shape::Comma | Shape::Semicolon | Shape::Dash | Shape::Colon)
        )
    };
    let low = (floor..at)
        .rev()
        .find(mark)
        .map_or(limits.start.max(floor), |t| t + 1);
    let high = (source.end..limits.end).find(mark).unwrap_or(limits.end);
    let that = syntax.reads(source.end, "that");
    // "As reported by the paper, 40 towns …"
    let (low, high) = if at > floor && syntax.reads(at - 1, "as") {
        (limits.start, limits.end)
    } else {
        (low, high)
    };
    Some(Found {
        means: Means::Verb,
        cue: at..at + 2,
        content: if that {
            std::iter::once(source.end..limits.end).collect()
        } else {
            [low..at, source.end..high]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect()
        },
        source,
    })
}
