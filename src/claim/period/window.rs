//! Times with two ends: "between Feb. 1 and July 31", "from March to May", "Nov. 26-28", "on Monday and Tuesday".

use super::{Time, Times, calendar, year};
use crate::lexicon::words::Class;
use crate::syntax::Shape;

/// "between Feb. 1 and July 31", "from March to May", "Feb. 1 through July 31, 2022", "between 2016 and 2019".
pub(super) fn window(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    text.words.windows.iter().find_map(|(opener, joints)| {
        let opened = !opener.is_empty();
        if opened && !text.syntax.reads(at, opener) {
            return None;
        }
        let start = at + usize::from(opened);
        let first = end_of(text, start, end)?;
        let comma = usize::from(text.syntax.shape(first.tokens.end) == Some(Shape::Comma));
        let joint = first.tokens.end + comma;
        let dashed = text.syntax.shape(joint) == Some(Shape::Dash) && comma == 0;
        let days = text.syntax.is(start, Class::Weekday) || text.reads(start, &text.words.on);
        let joined = text.reads(joint, joints)
            || !opened && dashed
            || !opened && days && text.syntax.is(joint, Class::Coordinator);
        let second = joined.then(|| end_of(text, joint + 1, end)).flatten()?;
        let both_days = text.syntax.is(second.tokens.start, Class::Weekday)
            || text.reads(second.tokens.start, &text.words.on);
        if days != both_days
            || days && text.syntax.shape(second.tokens.end) == Some(Shape::Genitive)
        {
            return None;
        }
        // "from November to March 2024": the first is the last such before the second.
        let first = end_of(text.as_of(second.to.or(text.published)), start, end)?;
        Some(Time::new(at..second.tokens.end, first.from, second.to))
    })
}

/// An end of a window.
fn end_of(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    calendar::day(text, at, end)
        .or_else(|| calendar::weekday(text, at, end))
        .or_else(|| year::year(text, at, end))
        .filter(|time| time.tokens.end <= end)
}

/// Two days of one month, or two months in one word: "from Nov. 26 to 28", "between 3 and 5 June 2021", "June 3-5",
/// "January-September".
pub(super) fn days(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let lead = usize::from(text.syntax.is(at, Class::Preposition));
    let first = at + lead;
    let opener = |(word, _): &&(String, Vec<String>)| {
        word.is_empty() && lead == 0 || text.syntax.reads(at, word)
    };
    let joints = |at: usize| {
        text.syntax.shape(at) == Some(Shape::Dash)
            || text
                .words
                .windows
                .iter()
                .filter(opener)
                .any(|(_, joints)| text.reads(at, joints))
            || text.reads(first - lead, &text.words.on) && text.syntax.is(at, Class::Coordinator)
    };
    let glued = |at: usize| {
        let (first, second) = text.halves(at)?;
        let day = |word: &str| word.parse().ok().filter(|day: &i32| (1..=31).contains(day));
        day(first).zip(day(second)).map(|days| (days, at + 1))
    };
    let spaced = |at: usize| {
        let days = calendar::of_month(text, at).zip(calendar::of_month(text, at + 2))?;
        joints(at + 1).then_some((days, at + 3))
    };
    let pair = |at: usize| glued(at).or_else(|| spaced(at));
    let (month, (days, after)) = if text.syntax.is(first, Class::Month) {
        (first, pair(first + 1)?)
    } else if let Some((days, month)) = pair(first) {
        if !text.syntax.is(month, Class::Month) {
            return None;
        }
        (month, (days, month + 1))
    } else {
        return months(text, at, lead, end);
    };
    let number = calendar::month(text, month, true)?;
    let year = calendar::stated_year(text, after, end);
    let stated = year.map(|(year, _)| year);
    let (_, to) = calendar::laid(text, number, Some(days.1), stated);
    let (from, _) = calendar::laid(text.as_of(to), number, Some(days.0), stated);
    let last = year.map_or(after, |(_, last)| last);
    (days.0 < days.1 && last <= end).then(|| Time::new(at..last, from, to))
}

/// "January-September 2025".
fn months(text: Times<'_>, at: usize, lead: usize, end: usize) -> Option<Time> {
    let first = at + lead;
    let (one, other) = text.halves(first)?;
    let named = |word: &str| {
        let month = text
            .words
            .months
            .iter()
            .position(|names| names.iter().any(|name| name.eq_ignore_ascii_case(word)))?;
        i8::try_from(month + 1).ok()
    };
    let (start, last) = named(one).zip(named(other))?;
    let year = calendar::stated_year(text, first + 1, end);
    let (_, to) = calendar::laid(text, last, None, year.map(|(year, _)| year));
    let (from, _) = calendar::laid(text.as_of(to), start, None, None);
    Some(Time::new(
        at..year.map_or(first + 1, |(_, last)| last),
        from,
        to,
    ))
}
