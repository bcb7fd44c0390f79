//! The time a figure is about: stated dates, relative ones and windows, laid against the article's date.

use std::ops::Range;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::{Period, Phrase};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// A time written in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Time {
    pub(super) tokens: Range<usize>,
    pub(super) from: Option<Date>,
    pub(super) to: Option<Date>,
    pub(super) epoch: bool,
    /// "since …": open towards the article's date.
    pub(super) since: bool,
}

impl Time {
    /// As a facet.
    pub(super) fn period(&self, syntax: &Syntax<'_>) -> Option<Period> {
        let span = syntax.span(&self.tokens)?;
        let text = syntax.text.slice(span).to_owned();
        Some(Period {
            epoch: self.epoch.then(|| text.clone()),
            words: Phrase {
                text,
                span: Some(span),
            },
            from: self.from,
            to: self.to,
        })
    }
}

/// A reader of one form of time at a token; the times it gives begin there.
type Reader = fn(&Syntax<'_>, usize, usize, Option<Date>) -> Option<Time>;

/// Every form, the first that fits wins.
const READERS: &[Reader] = &[
    window, past_units, since, deictic, epoch, calendar, weekday, ago, in_units, year,
];

/// The times written in `sentence`, in order, never overlapping; `published` is the article's date.
pub(super) fn times(
    syntax: &Syntax<'_>,
    sentence: &Range<usize>,
    published: Option<Date>,
) -> Vec<Time> {
    let mut found: Vec<Time> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let time = READERS
            .iter()
            .find_map(|reader| reader(syntax, at, sentence.end, published));
        match time {
            Some(time) => {
                at = time.tokens.end.max(at + 1);
                found.push(time);
            }
            None => at += 1,
        }
    }
    found
}

/// "between Feb. 1 and July 31", "from March to May", "Feb. 1 through July 31, 2022".
fn window(syntax: &Syntax<'_>, at: usize, end: usize, published: Option<Date>) -> Option<Time> {
    let between = syntax.reads(at, "between");
    let opened = between || syntax.reads(at, "from");
    let first_at = at + usize::from(opened);
    let first = calendar(syntax, first_at, end, published)
        .or_else(|| year(syntax, first_at, end, published))?;
    let joint = first.tokens.end;
    let joined = if between {
        syntax.reads(joint, "and")
    } else {
        (opened && (syntax.reads(joint, "to") || syntax.reads(joint, "until")))
            || syntax.reads(joint, "through")
            || syntax.shape(joint) == Some(Shape::Dash)
    };
    let second = joined
        .then(|| {
            calendar(syntax, joint + 1, end, published)
                .or_else(|| year(syntax, joint + 1, end, published))
        })
        .flatten()?;
    Some(Time {
        tokens: at..second.tokens.end,
        from: first.from,
        to: second.to,
        epoch: false,
        since: false,
    })
}

/// "over the past week", "in the last 24 hours", "during the past five years".
fn past_units(syntax: &Syntax<'_>, at: usize, end: usize, published: Option<Date>) -> Option<Time> {
    let mut next = at;
    if syntax.is(next, Class::Preposition) {
        next += 1;
    }
    if !syntax.reads(next, "the") {
        return None;
    }
    next += 1;
    if !["past", "last", "previous", "preceding"]
        .iter()
        .any(|w| syntax.reads(next, w))
        || next >= end
    {
        return None;
    }
    next += 1;
    let counted = count(syntax, next);
    let (number, unit_at) = counted.map_or((1, next), |number| (number, next + 1));
    let unit = unit(syntax, unit_at)?;
    let from = published.and_then(|date| back(date, unit, number));
    Some(Time {
        tokens: at..unit_at + 1,
        from,
        to: published,
        epoch: false,
        since: false,
    })
}

/// "since March", "since 2014", "since the war began".
fn since(syntax: &Syntax<'_>, at: usize, end: usize, published: Option<Date>) -> Option<Time> {
    if !syntax.reads(at, "since") {
        return None;
    }
    let start = [calendar, weekday, year, deictic]
        .iter()
        .find_map(|reader| reader(syntax, at + 1, end, published));
    let (tokens, from) = match start {
        Some(time) => (at..time.tokens.end, time.from),
        None => (at..syntax.noun_phrase_after(at + 1, end)?.end, None),
    };
    Some(Time {
        tokens,
        from,
        to: from.and(published),
        epoch: false,
        since: true,
    })
}

/// "yesterday", "last week", "this year", "next month", "Tuesday night".
fn deictic(syntax: &Syntax<'_>, at: usize, _end: usize, published: Option<Date>) -> Option<Time> {
    let day = |days: i32| published.and_then(|date| date.checked_add(days.days()).ok());
    let word = syntax.word(at).to_ascii_lowercase();
    let single = match word.as_str() {
        "today" | "tonight" => Some(day(0)),
        "yesterday" => Some(day(-1)),
        "tomorrow" => Some(day(1)),
        _ => None,
    };
    if let Some(date) = single {
        return Some(Time {
            tokens: at..at + 1,
            from: date,
            to: date,
            epoch: false,
            since: false,
        });
    }
    let offset = match word.as_str() {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    };
    let (from, to) = match (unit(syntax, at + 1), published) {
        (None, _) => {
            if syntax.is(at + 1, Class::Weekday) {
                let day = weekday(syntax, at + 1, at + 2, published)?;
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
    Some(Time {
        tokens: at..at + 2,
        from,
        to,
        epoch: false,
        since: false,
    })
}

/// "pre-war", "before the war".
fn epoch(syntax: &Syntax<'_>, at: usize, end: usize, _published: Option<Date>) -> Option<Time> {
    if syntax.is(at, Class::Epoch) {
        return Some(Time {
            tokens: at..at + 1,
            from: None,
            to: None,
            epoch: true,
            since: false,
        });
    }
    if !syntax.reads(at, "before") || !syntax.reads(at + 1, "the") {
        return None;
    }
    let event = syntax.noun_phrase_after(at + 1, end)?;
    syntax
        .is(syntax.head(&event), Class::Event)
        .then_some(Time {
            tokens: at..event.end,
            from: None,
            to: None,
            epoch: true,
            since: false,
        })
}

/// "Feb. 1", "27 September 2022", "March", "March 2021", with "on", "in" or "by" before it.
fn calendar(syntax: &Syntax<'_>, at: usize, end: usize, published: Option<Date>) -> Option<Time> {
    let lead = usize::from(syntax.is(at, Class::Preposition));
    let first = at + lead;
    let (month_at, day) = if syntax.is(first, Class::Month) {
        let day = small(syntax, first + 1).filter(|day| (1..=31).contains(day));
        (first, day)
    } else {
        let day = small(syntax, first).filter(|day| (1..=31).contains(day))?;
        if !syntax.is(first + 1, Class::Month) {
            return None;
        }
        (first + 1, Some(day))
    };
    let month = month(syntax.word(month_at))?;
    // "May" and "March" are also verbs.
    let ambiguous = matches!(syntax.word(month_at), "may" | "march" | "mar")
        || day.is_none() && lead == 0 && syntax.word(month_at) == "May";
    if ambiguous || !syntax.tokens.get(month_at)?.is_capital() {
        return None;
    }
    let mut last = if day.is_some() && month_at == first {
        first + 2
    } else {
        month_at + 1
    };
    let comma = usize::from(syntax.shape(last) == Some(Shape::Comma));
    let year = small(syntax, last + comma).filter(|year| (1900..2100).contains(year));
    if year.is_some() && last + comma < end {
        last += comma + 1;
    }
    let (from, to) = match year.or_else(|| published.map(|date| i32::from(date.year()))) {
        None => (None, None),
        Some(year) => {
            let stated = dates(year, month, day);
            // Without a year: the latest such day not after the article.
            match (stated, published) {
                (Some((from, _)), Some(published)) if from > published && no_year(syntax, last) => {
                    dates(year - 1, month, day)
                }
                (stated, _) => stated,
            }
            .unzip()
        }
    };
    Some(Time {
        tokens: at..last,
        from,
        to,
        epoch: false,
        since: false,
    })
}

/// Whether the token before `last` is no year.
fn no_year(syntax: &Syntax<'_>, last: usize) -> bool {
    last.checked_sub(1)
        .and_then(|t| small(syntax, t))
        .is_none_or(|number| number < 1900)
}

/// "Tuesday", "on Tuesday night": the latest one not after the article.
fn weekday(syntax: &Syntax<'_>, at: usize, _end: usize, published: Option<Date>) -> Option<Time> {
    let lead = usize::from(syntax.reads(at, "on"));
    let day_at = at + lead;
    if !syntax.is(day_at, Class::Weekday) {
        return None;
    }
    let wanted = day_of_week(syntax.word(day_at))?;
    let date = published.and_then(|date| {
        let back = (i32::from(date.weekday().to_monday_zero_offset())
            - i32::from(wanted.to_monday_zero_offset()))
        .rem_euclid(7);
        date.checked_sub(back.days()).ok()
    });
    let part = usize::from(syntax.is(day_at + 1, Class::TimeNoun));
    Some(Time {
        tokens: at..day_at + 1 + part,
        from: date,
        to: date,
        epoch: false,
        since: false,
    })
}

/// "five years ago", "a year earlier".
fn ago(syntax: &Syntax<'_>, at: usize, _end: usize, published: Option<Date>) -> Option<Time> {
    let number = count(syntax, at)?;
    let unit = unit(syntax, at + 1)?;
    let closes = syntax.reads(at + 2, "ago")
        || syntax.reads(at + 2, "earlier")
        || syntax.reads(at + 2, "before");
    if !closes {
        return None;
    }
    let date = published.and_then(|date| back(date, unit, number));
    Some(Time {
        tokens: at..at + 3,
        from: date,
        to: date,
        epoch: false,
        since: false,
    })
}

/// "in 24 hours", "within three days", "for two weeks".
fn in_units(syntax: &Syntax<'_>, at: usize, _end: usize, _published: Option<Date>) -> Option<Time> {
    if !["in", "within", "over", "during"]
        .iter()
        .any(|word| syntax.reads(at, word))
    {
        return None;
    }
    count(syntax, at + 1)?;
    unit(syntax, at + 2)?;
    Some(Time {
        tokens: at..at + 3,
        from: None,
        to: None,
        epoch: false,
        since: false,
    })
}

/// "in 2015", "2015" after a preposition of time.
fn year(syntax: &Syntax<'_>, at: usize, _end: usize, _published: Option<Date>) -> Option<Time> {
    let lead = [
        "in", "by", "during", "of", "from", "to", "until", "for", "through",
    ]
    .iter()
    .any(|word| syntax.reads(at, word));
    let year_at = at + usize::from(lead);
    let alone = lead
        || at > 0
            && (syntax.reads(at - 1, "since")
                || syntax.reads(at - 1, "between")
                || syntax.reads(at - 1, "and"));
    let year = small(syntax, year_at).filter(|year| (1900..2100).contains(year))?;
    if !alone || syntax.word(year_at).len() != 4 {
        return None;
    }
    let (from, to) = (
        Date::new(i16::try_from(year).ok()?, 1, 1).ok(),
        Date::new(i16::try_from(year).ok()?, 12, 31).ok(),
    );
    Some(Time {
        tokens: at..year_at + 1,
        from,
        to,
        epoch: false,
        since: false,
    })
}

#[derive(Clone, Copy)]
enum Unit {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

fn unit(syntax: &Syntax<'_>, at: usize) -> Option<Unit> {
    let word = syntax.word(at).to_ascii_lowercase();
    Some(match word.trim_end_matches('s') {
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "month" => Unit::Month,
        "year" => Unit::Year,
        _ => return None,
    })
}

/// A small number of units: "24", "five", "a".
fn count(syntax: &Syntax<'_>, at: usize) -> Option<i32> {
    if syntax.reads(at, "a") || syntax.reads(at, "an") {
        return Some(1);
    }
    small(syntax, at).or_else(|| {
        let word = syntax.word(at).to_ascii_lowercase();
        syntax
            .is(at, Class::NumberWord)
            .then(|| NUMBERS.iter().position(|number| *number == word))
            .flatten()
            .and_then(|number| i32::try_from(number).ok())
    })
}

/// Number words whose place in the list is their value; only these make periods.
const NUMBERS: &[&str] = &[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
];

fn small(syntax: &Syntax<'_>, at: usize) -> Option<i32> {
    (syntax.shape(at) == Some(Shape::Number))
        .then(|| {
            syntax
                .word(at)
                .trim_end_matches(|c: char| c.is_alphabetic())
                .parse()
                .ok()
        })
        .flatten()
}

fn back(date: Date, unit: Unit, number: i32) -> Option<Date> {
    match unit {
        Unit::Hour => date.checked_sub((number / 24).days()),
        Unit::Day => date.checked_sub(number.days()),
        Unit::Week => date.checked_sub(number.checked_mul(7)?.days()),
        Unit::Month => date.checked_sub(number.months()),
        Unit::Year => date.checked_sub(number.years()),
    }
    .ok()
}

/// First and last day of the week, month or year `offset` from the one of `date`; weeks begin on Monday.
fn whole(date: Date, unit: Unit, offset: i32) -> (Option<Date>, Option<Date>) {
    let ends = || {
        Some(match unit {
            Unit::Hour | Unit::Day => {
                let day = date.checked_add(offset.days()).ok()?;
                (day, day)
            }
            Unit::Week => {
                let monday = date
                    .checked_sub(i32::from(date.weekday().to_monday_zero_offset()).days())
                    .and_then(|monday| monday.checked_add((offset * 7).days()))
                    .ok()?;
                (monday, monday.checked_add(6.days()).ok()?)
            }
            Unit::Month => {
                let month = date.first_of_month().checked_add(offset.months()).ok()?;
                (month, month.last_of_month())
            }
            Unit::Year => {
                let year = date.first_of_year().checked_add(offset.years()).ok()?;
                (year, year.last_of_year())
            }
        })
    };
    ends().unzip()
}

fn dates(year: i32, month: i8, day: Option<i32>) -> Option<(Date, Date)> {
    let year = i16::try_from(year).ok()?;
    if let Some(day) = day {
        let date = Date::new(year, month, i8::try_from(day).ok()?).ok()?;
        Some((date, date))
    } else {
        let first = Date::new(year, month, 1).ok()?;
        Some((first, first.last_of_month()))
    }
}

/// The months by the first three letters of their names.
fn month(word: &str) -> Option<i8> {
    let lower = word.to_ascii_lowercase();
    let key: String = lower.chars().take(3).collect();
    let place = "janfebmaraprmayjunjulaugsepoctnovdec".find(&key)?;
    (place % 3 == 0 && key.len() == 3)
        .then(|| i8::try_from(place / 3 + 1).ok())
        .flatten()
}

fn day_of_week(word: &str) -> Option<Weekday> {
    let lower = word.to_ascii_lowercase();
    let key: String = lower.chars().take(3).collect();
    let place = "montuewedthufrisatsun".find(&key)?;
    Weekday::from_monday_zero_offset(i8::try_from(place / 3).ok()?).ok()
}
