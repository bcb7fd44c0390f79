//! Times by the calendar: "between Feb. 1 and July 31", "27 September 2022", "on Tuesday", "in 2015".

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Time, Times};
use crate::lexicon::words::Class;
use crate::syntax::Shape;

/// Years a number of four digits can be.
const YEARS: std::ops::Range<i32> = 1900..2100;

/// "between Feb. 1 and July 31", "from March to May", "Feb. 1 through July 31, 2022".
pub(super) fn window(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let part = |at: usize| day(text, at, end).or_else(|| year(text, at, end));
    text.words.windows.iter().find_map(|(opener, joints)| {
        let opened = !opener.is_empty();
        if opened && !text.syntax.reads(at, opener) {
            return None;
        }
        let first = part(at + usize::from(opened))?;
        let joint = first.tokens.end;
        let joined =
            text.reads(joint, joints) || !opened && text.syntax.shape(joint) == Some(Shape::Dash);
        let second = joined.then(|| part(joint + 1)).flatten()?;
        Some(Time::new(at..second.tokens.end, first.from, second.to))
    })
}

/// "Feb. 1", "27 September 2022", "March", "March 2021", with "on", "in" or "by" before it.
pub(super) fn day(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let syntax = text.syntax;
    let lead = usize::from(syntax.is(at, Class::Preposition));
    let first = at + lead;
    let in_month = |at: usize| text.digits(at).filter(|day| (1..=31).contains(day));
    let (month_at, day) = if syntax.is(first, Class::Month) {
        (first, in_month(first + 1))
    } else {
        let day = in_month(first)?;
        if !syntax.is(first + 1, Class::Month) {
            return None;
        }
        (first + 1, Some(day))
    };
    let month = text.place(month_at, &text.words.months)? + 1;
    // "May" and "March" are also verbs.
    let small = !syntax.tokens.get(month_at)?.is_capital();
    let verb = text.reads(month_at, &text.words.also_verbs);
    let months_alone = verb && month == 5 && day.is_none() && lead == 0;
    if small && (verb || syntax.word(month_at).is_ascii()) || months_alone {
        return None;
    }
    let mut last = if day.is_some() && month_at == first {
        first + 2
    } else {
        month_at + 1
    };
    let comma = usize::from(syntax.shape(last) == Some(Shape::Comma));
    let year = text
        .digits(last + comma)
        .filter(|year| YEARS.contains(year) && last + comma < end);
    if year.is_some() {
        last += comma + 1;
    }
    let published = text.published;
    let (from, to) = match year.or_else(|| published.map(|date| i32::from(date.year()))) {
        None => (None, None),
        Some(stated_year) => {
            let stated = dates(stated_year, month, day);
            // Without a year: the latest such day not after the article.
            match (stated, published) {
                (Some((from, _)), Some(published)) if from > published && year.is_none() => {
                    dates(stated_year - 1, month, day)
                }
                (stated, _) => stated,
            }
            .unzip()
        }
    };
    Some(Time::new(at..last, from, to))
}

/// "Tuesday", "on Tuesday night": the latest one not after the article.
pub(super) fn weekday(text: Times<'_>, at: usize, _end: usize) -> Option<Time> {
    let lead = usize::from(text.reads(at, &text.words.on));
    let day_at = at + lead;
    if !text.syntax.is(day_at, Class::Weekday) {
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

/// "in 2015", "2015" after a preposition of time.
pub(super) fn year(text: Times<'_>, at: usize, _end: usize) -> Option<Time> {
    let lead = text.reads(at, &text.words.year_leads);
    let year_at = at + usize::from(lead);
    let alone = lead || at > 0 && text.reads(at - 1, &text.words.year_neighbours);
    let year = text.digits(year_at).filter(|year| YEARS.contains(year))?;
    if !alone || text.syntax.word(year_at).len() != 4 {
        return None;
    }
    let year = i16::try_from(year).ok()?;
    Some(Time::new(
        at..year_at + 1,
        Date::new(year, 1, 1).ok(),
        Date::new(year, 12, 31).ok(),
    ))
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
