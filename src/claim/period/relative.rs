//! Times told from the article's own: "over the past week", "since March", "yesterday", "five years ago".

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Time, Times, calendar};
use crate::lexicon::periods::TimeUnit;
use crate::lexicon::words::Class;

/// "over the past week", "in the last 24 hours", "over the next three years".
pub(super) fn units_from_now(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
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

/// "since March", "since 2014", "since the war began".
pub(super) fn since(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    if !text.reads(at, &text.words.since) {
        return None;
    }
    let start = [calendar::day, calendar::weekday, calendar::year, deictic]
        .iter()
        .find_map(|reader| reader(text, at + 1, end));
    let (tokens, from) = match start {
        Some(time) => (at..time.tokens.end, time.from),
        None => (at..text.syntax.noun_phrase_after(at + 1, end)?.end, None),
    };
    Some(Time {
        since: true,
        ..Time::new(tokens, from, from.and(text.published))
    })
}

/// "yesterday", "last week", "this year", "next month", "last Tuesday".
pub(super) fn deictic(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let syntax = text.syntax;
    if let Some(days) = text.meaning(at, &text.words.days) {
        let date = text
            .published
            .and_then(|date| date.checked_add(days.days()).ok());
        return Some(Time::new(at..at + 1, date, date));
    }
    let offset = text.meaning(at, &text.words.offsets)?;
    let (from, to) = match (text.meaning(at + 1, &text.words.units), text.published) {
        (None, _) => {
            if syntax.is(at + 1, Class::Weekday) {
                let day = calendar::weekday(text, at + 1, end)?;
                (day.from, day.to)
            } else if syntax.is(at + 1, Class::Month) || syntax.is(at + 1, Class::TimeNoun) {
                (None, None)
            } else {
                return None;
            }
        }
        (Some(_), None) => (None, None),
        (Some(unit), Some(date)) => whole(date, unit, offset),
    };
    Some(Time::new(at..at + 2, from, to))
}

/// "pre-war", "before the war".
pub(super) fn epoch(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let syntax = text.syntax;
    let named = |tokens| {
        Some(Time {
            epoch: true,
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

/// "five years ago", "a year earlier".
pub(super) fn ago(text: Times<'_>, at: usize, _end: usize) -> Option<Time> {
    let number = text.count(at)?;
    let unit = text.meaning(at + 1, &text.words.units)?;
    if !text.reads(at + 2, &text.words.ago) {
        return None;
    }
    let date = text.published.and_then(|date| moved(date, unit, -number));
    Some(Time::new(at..at + 3, date, date))
}

/// "in 24 hours", "within three days".
pub(super) fn in_units(text: Times<'_>, at: usize, _end: usize) -> Option<Time> {
    if !text.reads(at, &text.words.within) {
        return None;
    }
    text.count(at + 1)?;
    text.meaning(at + 2, &text.words.units)?;
    Some(Time::new(at..at + 3, None, None))
}

/// The date `number` units from `date`.
fn moved(date: Date, unit: TimeUnit, number: i32) -> Option<Date> {
    match unit {
        TimeUnit::Hour => date.checked_add((number / 24).days()),
        TimeUnit::Day => date.checked_add(number.days()),
        TimeUnit::Week => date.checked_add(number.checked_mul(7)?.days()),
        TimeUnit::Month => date.checked_add(number.months()),
        TimeUnit::Year => date.checked_add(number.years()),
    }
    .ok()
}

/// First and last day of the week, month or year `offset` from the one of `date`; weeks begin on Monday.
fn whole(date: Date, unit: TimeUnit, offset: i32) -> (Option<Date>, Option<Date>) {
    let ends = || {
        Some(match unit {
            TimeUnit::Hour | TimeUnit::Day => {
                let day = date.checked_add(offset.days()).ok()?;
                (day, day)
            }
            TimeUnit::Week => {
                let monday = date
                    .checked_sub(i32::from(date.weekday().to_monday_zero_offset()).days())
                    .and_then(|monday| monday.checked_add((offset * 7).days()))
                    .ok()?;
                (monday, monday.checked_add(6.days()).ok()?)
            }
            TimeUnit::Month => {
                let month = date.first_of_month().checked_add(offset.months()).ok()?;
                (month, month.last_of_month())
            }
            TimeUnit::Year => {
                let year = date.first_of_year().checked_add(offset.years()).ok()?;
                (year, year.last_of_year())
            }
        })
    };
    ends().unzip()
}
