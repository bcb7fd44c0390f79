//! Times told from the article's own: "over the past week", "since March", "yesterday", "five years ago".

use jiff::ToSpan as _;

use super::moved::{moved, whole};
use super::{Nature, Time, Times, calendar, part, year};
use crate::lexicon::periods::TimeUnit;
use crate::lexicon::words::Class;
use crate::syntax::Shape;

/// Words before "since" that can tell of a record.
const RECORD: usize = 6;

/// "over the past week", "in the last 24 hours", "over the next three years".
pub(super) fn units_from_now(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    if let Some(time) = units_before_last(text, at) {
        return Some(time);
    }
    let mut next = at + usize::from(text.syntax.is(at, Class::Preposition));
    if !text.reads(next, &text.words.the) {
        return None;
    }
    next += 1;
    let past = text.reads(next, &text.words.past);
    if !past && !text.reads(next, &text.words.coming) || next >= end {
        return None;
    }
    next += 1;
    let counted = text.count(next);
    let (number, unit_at) = counted.map_or((1, next), |number| (number, next + 1));
    let unit = text.meaning(unit_at, &text.words.units)?;
    let other = text
        .published
        .and_then(|date| moved(date, unit, if past { -number } else { number }));
    let (from, to) = if past {
        (other, text.published)
    } else {
        (text.published, other)
    };
    Some(Time::new(at..unit_at + 1, from, to))
}

/// The same with the words for "past" behind their unit.
fn units_before_last(text: Times<'_>, at: usize) -> Option<Time> {
    let behind = |at: usize| text.reads(at, &text.words.past_behind);
    let (number, unit, last) = if let Some(unit) = text.meaning(at, &text.words.pairs) {
        (2, unit, at + 1)
    } else {
        let counted = text.count(at);
        let unit_at = at + usize::from(counted.is_some());
        let unit = text.meaning(unit_at, &text.words.units)?;
        (counted.unwrap_or(1), unit, unit_at + 1)
    };
    if !behind(last) {
        return None;
    }
    let from = text.published.and_then(|date| moved(date, unit, -number));
    Some(Time::new(at..last + 1, from, from.and(text.published)))
}

/// "since March", "since 2014", "since the war began"; after "the highest" it dates a record.
pub(super) fn since(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    if !text.reads(at, &text.words.since) {
        return None;
    }
    let start = [
        part::led,
        calendar::day,
        calendar::weekday,
        year::year,
        former,
        deictic,
        current,
    ]
    .iter()
    .find_map(|reader| reader(text, at + 1, end));
    let (tokens, from) = match start {
        Some(time) => (at..time.tokens.end, time.from),
        None => (at..text.syntax.noun_phrase_after(at + 1, end)?.end, None),
    };
    Some(Time {
        nature: if after_record(text, at) {
            Nature::Record
        } else {
            Nature::Since
        },
        ..Time::new(tokens, from, from.and(text.published))
    })
}

/// Whether a superlative stands before the token, with no verb or comma between: "the worst flood since 2014".
fn after_record(text: Times<'_>, since: usize) -> bool {
    let syntax = text.syntax;
    (since.saturating_sub(RECORD)..since)
        .rev()
        .take_while(|t| {
            syntax.tokens[*t].is_word()
                && !syntax.tokens[*t].classes.has_any(&[
                    Class::Auxiliary,
                    Class::Modal,
                    Class::Coordinator,
                    Class::Finite,
                ])
        })
        .any(|t| text.reads(t, &text.words.records))
}

/// "yesterday", "last week", "this year", "next month", "last Tuesday", "last fiscal year", "this season".
pub(super) fn deictic(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let syntax = text.syntax;
    if let Some(days) = text.meaning(at, &text.words.days) {
        let date = text
            .published
            .and_then(|date| date.checked_add(days.days()).ok());
        return Some(Time::new(at..at + 1, date, date));
    }
    if let Some(unit) = text.meaning(at, &text.words.units)
        && let Some(offset) = text.meaning(at + 1, &text.words.offsets_behind)
    {
        let (from, to) = text
            .published
            .map_or((None, None), |date| whole(date, unit, offset));
        return Some(Time::new(at..at + 2, from, to));
    }
    let offset = text.meaning(at, &text.words.offsets)?;
    let fiscal = usize::from(text.reads(at + 1, &text.words.fiscal));
    let noun = at + 1 + fiscal;
    let (from, to) = match (text.meaning(noun, &text.words.units), text.published) {
        (None, _) => {
            if syntax.is(noun, Class::Weekday) {
                let day = calendar::weekday(text, noun, end)?;
                (day.from, day.to)
            } else if text.reads(noun, &text.words.seasons)
                || text.reads(noun, &text.words.spells)
                || syntax.is(noun, Class::TimeNoun)
            {
                (None, None)
            } else if syntax.is(noun, Class::Month) {
                let month = calendar::day_at(text, noun, end)?;
                (month.from, month.to)
            } else {
                return None;
            }
        }
        (Some(_), Some(date)) if fiscal == 0 => {
            let unit = text.meaning(noun, &text.words.units)?;
            whole(date, unit, offset)
        }
        (Some(_), _) => (None, None),
    };
    Some(Time::new(at..noun + 1, from, to))
}

/// "this year" as one word.
pub(super) fn current(text: Times<'_>, at: usize, _end: usize) -> Option<Time> {
    let unit = text.meaning(at, &text.words.current)?;
    let (from, to) = text
        .published
        .map_or((None, None), |date| whole(date, unit, 0));
    Some(Time::new(at..at + 1, from, to))
}

/// "the previous year", "the month before": told from another time of the sentence.
pub(super) fn former(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let lead = usize::from(text.reads(at, &text.words.within));
    let the = at + lead;
    if !text.reads(the, &text.words.the) {
        return None;
    }
    let before = text.reads(the + 1, &text.words.former);
    let unit_at = the + 1 + usize::from(before);
    let unit = text.meaning(unit_at, &text.words.units)?;
    let last = if before {
        unit_at
    } else if text.reads(unit_at + 1, &text.words.earlier) && ends_there(text, unit_at + 1, end) {
        unit_at + 1
    } else {
        return None;
    };
    Some(Time {
        shift: Some((-1, unit)),
        ..Time::new(at..last + 1, None, None)
    })
}

/// Whether nothing follows that "before" leads to: not "the day before the vote".
fn ends_there(text: Times<'_>, before: usize, end: usize) -> bool {
    let next = before + 1;
    next >= end
        || !text.syntax.tokens[next].is_word() && text.syntax.shape(next) != Some(Shape::Number)
        || text.syntax.tokens[next].classes.has_any(&[
            Class::Coordinator,
            Class::Subordinator,
            Class::Preposition,
            Class::Auxiliary,
            Class::Modal,
            Class::Relative,
        ])
        || !text.reads(before, &text.words.before)
}

/// "pre-war", "before the war".
pub(super) fn epoch(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let syntax = text.syntax;
    let named = |tokens| {
        Some(Time {
            nature: Nature::Epoch,
            ..Time::new(tokens, None, None)
        })
    };
    if syntax.is(at, Class::Epoch) {
        return named(at..at + 1);
    }
    if !text.reads(at, &text.words.before) || !text.reads(at + 1, &text.words.the) {
        return None;
    }
    let event = syntax.noun_phrase_after(at + 1, end)?;
    syntax
        .is(syntax.head(&event), Class::Event)
        .then(|| named(at..event.end))
        .flatten()
}

/// "a year earlier", "two weeks before": told from another time of the sentence, else from the article's.
pub(super) fn earlier(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let number = text.count(at)?;
    let unit = text.meaning(at + 1, &text.words.units)?;
    if !text.reads(at + 2, &text.words.earlier) || !ends_there(text, at + 2, end) {
        return None;
    }
    Some(Time {
        shift: Some((-number, unit)),
        nature: Nature::Point,
        ..Time::new(at..at + 3, None, None)
    })
}

/// "five years ago".
pub(super) fn ago(text: Times<'_>, at: usize, _end: usize) -> Option<Time> {
    let behind = text.reads(at, &text.words.ago_before);
    let first = at + usize::from(behind);
    if let Some(unit) = text.meaning(first, &text.words.pairs).filter(|_| behind) {
        let date = text.published.and_then(|date| moved(date, unit, -2));
        return Some(Time::new(at..first + 1, date, date));
    }
    let counted = text.count(first);
    let unit_at = first + usize::from(counted.is_some());
    let number = counted.or(behind.then_some(1))?;
    let unit = text.meaning(unit_at, &text.words.units)?;
    if !behind && !text.reads(unit_at + 1, &text.words.ago) {
        return None;
    }
    let date = text.published.and_then(|date| moved(date, unit, -number));
    Some(Time::new(
        at..unit_at + 1 + usize::from(!behind),
        date,
        date,
    ))
}

/// "in recent weeks".
pub(super) fn recent(text: Times<'_>, at: usize, _end: usize) -> Option<Time> {
    let led = text.reads(at, &text.words.within) && text.reads(at + 1, &text.words.recent);
    let unit = text.meaning(at + 2, &text.words.units);
    (led && unit.is_some()).then(|| Time::new(at..at + 3, None, None))
}

/// "in 24 hours", "within three days"; after "the first time" it dates a record.
pub(super) fn in_units(text: Times<'_>, at: usize, _end: usize) -> Option<Time> {
    if !text.reads(at, &text.words.within) {
        return None;
    }
    text.count(at + 1)?;
    let unit = text.meaning(at + 2, &text.words.units)?;
    // "in a quarter of cases"
    let part = unit == TimeUnit::Quarter && text.reads(at + 3, &text.words.of);
    (!part).then(|| Time {
        nature: if after_record(text, at) {
            Nature::Record
        } else {
            Nature::Stretch
        },
        ..Time::new(at..at + 3, None, None)
    })
}
