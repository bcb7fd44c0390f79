//! Times of the day.

use super::super::Kind;
use super::super::line::Line;
use super::{Outcome, Place, Rule};
use crate::lexicon::Class;

pub(super) const CLOCK: Rule = Rule {
    name: "<time of day>",
    explanation: "A time of the day.",
    matcher: find,
    examples: &[],
    counter_examples: &[
        "3:16 Storm warning lifted",
        "The doors open at 6 p.m. on Friday.",
        "It began at 10.45pm and ended at 5am.",
        "The ban starts at 12:01 a.m. EDT (0401 GMT).",
        "They met at five o’clock.",
        "Open 9-5pm.",
        "They left at half past seven.",
        "He scored in the 90+3 minute.",
        "The 07.52 from Brighton was late.",
    ],
};

fn find(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let at = place.at;
    let spelled = place
        .number
        .is_some_and(|number| !number.digits && number.end == at + 1);
    // "half past seven"
    if spelled && at >= 2 && line.is(at - 2, Class::Half) && line.is(at - 1, Class::LevelBound) {
        return Some(Outcome::Nothing(at + 1));
    }
    if spelled {
        return day_part(line, at + 1).map(Outcome::Nothing);
    }
    if !line.is_digits(at) || line.word(at).len() > 4 || line.word(at).len() == 3 {
        return None;
    }
    let short = line.word(at).len() <= 2;
    let mut end = at + 1;
    while short && end < at + 7 && joined(line, end, &[':']) && line.word(end + 1).len() == 2 {
        end += 2;
    }
    let clock = end > at + 1;
    if clock && joined(line, end, &['.']) {
        end += 2;
    }
    // "07.52": no number begins so.
    let train = line.word(at).len() == 2
        && line.word(at).starts_with('0')
        && joined(line, at + 1, &['.'])
        && line.word(at + 2).len() == 2
        && line.word(at + 2) < "60";
    let added = joined(line, at + 1, &['+']) && line.word(at + 2).len() <= 2;
    let dotted = (short && !clock && joined(line, at + 1, &['.']) && line.word(at + 2).len() == 2)
        .then(|| day_part(line, at + 3))
        .flatten();
    let ranged = (short && line.is_dash(at + 1) && line.is_digits(at + 2))
        .then(|| day_part(line, at + 3))
        .flatten();
    // "only 3 hrs" is a length of time.
    let lasts = short && !clock && place.unit().is_some_and(|unit| unit.kind == Kind::Duration);
    dotted
        .or_else(|| day_part(line, end).filter(|_| !lasts))
        .or(ranged)
        .or(((train || added) && short && !clock).then_some(at + 3))
        .or(clock.then_some(end))
        .map(Outcome::Nothing)
}

/// Whether one of `signs` at `at` touches digits on both sides.
fn joined(line: &Line<'_>, at: usize, signs: &[char]) -> bool {
    line.is_sign(at, signs) && line.glued_before(at) && line.glued(at) && line.is_digits(at + 1)
}

/// One past "p.m.", "pm", "GMT" and time zones after it.
fn day_part(line: &Line<'_>, at: usize) -> Option<usize> {
    let dotted = matches!(line.word(at), "a" | "p" | "A" | "P")
        && line.is_sign(at + 1, &['.'])
        && matches!(line.word(at + 2), "m" | "M")
        && line.glued(at)
        && line.glued(at + 1);
    let mut end = if dotted {
        at + 3 + usize::from(line.is_sign(at + 3, &['.']) && line.glued(at + 2))
    } else if line.is(at, Class::DayPart) && is_in_one_case(line, at) {
        at + 1
    } else {
        return None;
    };
    if line.is(end, Class::DayPart) && line.word(end).chars().all(char::is_uppercase) {
        end += 1;
    }
    Some(end)
}

/// "GMT" or "noon", never "Am" or "Et"; of two letters only "am" and "pm" are small.
fn is_in_one_case(line: &Line<'_>, at: usize) -> bool {
    let word = line.word(at);
    let upper = word.chars().all(char::is_uppercase);
    let lower = word.chars().all(|letter| !letter.is_uppercase());
    upper || lower && (word.len() > 3 || line.is(at, Class::DayHalf) || !word.is_ascii())
}
