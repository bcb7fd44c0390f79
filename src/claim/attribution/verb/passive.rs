//! Passives that name who says it: "X was quoted as saying …", "an estimate compiled by X", "… was reported by X".
//! Without "by" ("is believed to …") nobody is named, and there is no source.

use std::ops::Range;

use super::super::{is_over, subject};
use super::content::past_adjuncts;
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
        return by_agent(syntax, limits, floor, at, at..at + 2);
    }
    let by = far_agent(syntax, limits, floor, at)?;
    by_agent(syntax, limits, floor, at, by..by + 1)
}

/// Reads a participle that is no verb of saying: "was put at 40 million by analysts".
pub(super) fn of_number(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> Option<Found> {
    if syntax.quotation_of(at).is_some() {
        return None;
    }
    let floor = super::floor(syntax, sentence, at);
    let by = far_agent(syntax, sentence, floor, at)?;
    by_agent(syntax, sentence, floor, at, by..by + 1)
}

/// Tokens between a participle and its agent: "was put at some 40 million dollars by".
const AGENT: usize = 12;

/// Whether a participle tells of a number: "estimated", "put", "counted".
pub(super) fn gives_number(syntax: &Syntax<'_>, at: usize) -> bool {
    (syntax.is(at, Class::CueParticiple) && syntax.is(at, Class::Estimated))
        || syntax.is(at, Class::Puts)
        || syntax.is(at, Class::Counting)
}

/// The "by" of "was estimated at 40 **by** the insurer", "300 were counted **by** the police".
fn far_agent(syntax: &Syntax<'_>, limits: &Range<usize>, floor: usize, at: usize) -> Option<usize> {
    let passive = matches!(verb_group(syntax, at, floor).1, Some(Auxiliary::Passive));
    if !passive || !gives_number(syntax, at) {
        return None;
    }
    let by = (at + 1..limits.end.min(at + AGENT)).find(|t| syntax.reads(*t, "by"))?;
    let given = by == at + 1
        // "at 40", "to be 40", "as 40"
        || syntax.is(at + 1, Class::Preposition)
            && (at + 1..by)
                .any(|t| syntax.shape(t) == Some(Shape::Number) || syntax.is(t, Class::NumberWord));
    let plain = (at + 1..by).all(|t| {
        !matches!(
            syntax.shape(t),
            Some(Shape::Comma | Shape::Semicolon | Shape::Dash)
        )
    });
    let source = syntax.noun_phrase_after(by + 1, limits.end)?;
    (given && plain && subject::can_speak(syntax, &source)).then_some(by)
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
    // "“…,” Weiss was quoted as saying by the paper"
    let behind = syntax.reads(at + 1, "by")
        || is_over(syntax, limits, past_adjuncts(syntax, at + 1, limits.end));
    let content = if behind {
        limits.start..source.start
    } else {
        at + 1..limits.end
    };
    Some(Found {
        means: Means::Verb,
        cue: verb.max(source.end)..at + 1,
        source,
        content: std::iter::once(content).collect(),
    })
}

/// "the 40 cases reported by the clinic", "It was estimated by the ministry that …": the agent says it. The cue ends
/// with "by"; where it is that word alone, the participle at `at` tells of the number as well.
fn by_agent(
    syntax: &Syntax<'_>,
    limits: &Range<usize>,
    floor: usize,
    at: usize,
    cue: Range<usize>,
) -> Option<Found> {
    let source = syntax.noun_phrase_after(cue.end, limits.end)?;
    let named = subject::can_speak(syntax, &source) || syntax.is(source.start, Class::Determiner);
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
        content: if that {
            std::iter::once(source.end..limits.end).collect()
        } else {
            [low..cue.start, source.end..high]
                .into_iter()
                .filter(|part| !part.is_empty())
                .collect()
        },
        cue,
        source,
    })
}
