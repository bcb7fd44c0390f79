//! Days and months of the calendar: "Feb. 1", "27 September 2022", "March", "on Tuesday".

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::year::YEARS;
use super::{Time, Times};
use crate::lexicon::words::Class;
use crate::syntax::Shape;

/// "Feb. 1", "27 September 2022", "March", "March 2021", with "on", "in" or "by" before it.
pub(super) fn day(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let lead = usize::from(text.syntax.is(at, Class::Preposition));
    let time = read(text, at + lead, end, lead > 0)?;
    Some(Time {
        tokens: at..time.tokens.end,
        ..time
    })
}

/// The same without a word before it.
pub(super) fn day_at(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    read(text, at, end, true)
}

/// A day or month at the token; `led` by a word that makes "may" a month.
fn read(text: Times<'_>, first: usize, end: usize, led: bool) -> Option<Time> {
    let syntax = text.syntax;
    let (month_at, day) = if syntax.is(first, Class::Month) {
        (first, of_month(text, first + 1))
    } else {
        let day = of_month(text, first)?;
        if !syntax.is(first + 1, Class::Month) {
            return None;
        }
        (first + 1, Some(day))
    };
    let number = month(text, month_at, led || day.is_some())?;
    let mut last = if day.is_some() && month_at == first {
        first + 2
    } else {
        month_at + 1
    };
    let year = stated_year(text, last, end);
    if let Some((_, after)) = year {
        last = after;
    }
    let (from, to) = laid(text, number, day, year.map(|(year, _)| year));
    Some(Time::new(first..last, from, to))
}

/// The number of the month at the token. "May" and "March" are also verbs.
pub(super) fn month(text: Times<'_>, at: usize, led: bool) -> Option<i8> {
    let month = text.place(at, &text.words.months)? + 1;
    let small = !text.syntax.tokens.get(at)?.is_capital();
    let verb = text.reads(at, &text.words.also_verbs);
    let alone = verb && month == 5 && !led;
    let no_name = small && (verb || text.syntax.word(at).is_ascii());
    (!no_name && !alone).then_some(month)
}

/// A day of a month in digits.
pub(super) fn of_month(text: Times<'_>, at: usize) -> Option<i32> {
    text.digits(at).filter(|day| (1..=31).contains(day))
}

/// The year at the token, after a comma or none, and where it ends.
pub(super) fn stated_year(text: Times<'_>, at: usize, end: usize) -> Option<(i32, usize)> {
    let comma = usize::from(text.syntax.shape(at) == Some(Shape::Comma));
    let year_at = at + comma;
    let year = text.digits(year_at).filter(|year| YEARS.contains(year))?;
    (year_at < end && text.syntax.word(year_at).len() == 4).then_some((year, year_at + 1))
}

/// First and last day of a month, or its day: without a year the latest such not after the article.
pub(super) fn laid(
    text: Times<'_>,
    month: i8,
    day: Option<i32>,
    year: Option<i32>,
) -> (Option<Date>, Option<Date>) {
    let published = text.published;
    let Some(stated_year) = year.or_else(|| published.map(|date| i32::from(date.year()))) else {
        return (None, None);
    };
    let stated = dates(stated_year, month, day);
    match (stated, published) {
        (Some((from, _)), Some(published)) if from > published && year.is_none() => {
            dates(stated_year - 1, month, day)
        }
        (stated, _) => stated,
    }
    .unzip()
}

/// "Tuesday", "on Tuesday night": the latest one not after the article.
pub(super) fn weekday(text: Times<'_>, at: usize, _end: usize) -> Option<Time> {
    let lead = usize::from(text.reads(at, &text.words.on));
    let day_at = at + lead;
    let name = text.syntax.is(day_at, Class::Weekday);
    if !name && (lead == 0 || !text.words.construct) {
        return None;
    }
    let wanted = i32::from(text.place(day_at, &text.words.weekdays)?);
    let date = text.published.and_then(|date| {
        let back = (i32::from(date.weekday().to_monday_zero_offset()) - wanted).rem_euclid(7);
        date.checked_sub(back.days()).ok()
    });
    let part = usize::from(text.syntax.is(day_at + 1, Class::TimeNoun));
    Some(Time::new(at..day_at + 1 + part, date, date))
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
