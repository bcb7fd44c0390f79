//! Parts and stretches of times: "by the end of 2026", "in the second quarter of 2027", "the six months to June 30",
//! "early 2024", "at the start of next year".

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::{Nature, Time, Times, calendar, meaning, moved, relative, window, year};
use crate::lexicon::periods::{Part, TimeUnit};

/// Most years that a part may be of by its number.
const WHOLE_YEAR: i32 = 360;

/// Any of these forms with the words that lead to it.
pub(super) fn led(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let (lead, holds) = text.lead(at);
    let with_lead = (lead > 0)
        .then(|| bare(text, at + lead, end, true))
        .flatten()
        .or_else(|| {
            // "as of June 30"
            let day = holds.then(|| inner(text, at + lead, end)).flatten()?;
            Some(day)
        })
        .map(|time| Time {
            tokens: at..time.tokens.end,
            nature: if holds { Nature::AsOf } else { time.nature },
            ..time
        });
    with_lead.or_else(|| bare(text, at, end, false))
}

/// One of these forms at the token, which words lead to or not.
fn bare(text: Times<'_>, at: usize, end: usize, led: bool) -> Option<Time> {
    let the = usize::from(text.reads(at, &text.words.the));
    let first = at + the;
    let time = stretch(text, first, end, led || the > 0)
        .or_else(|| part(text, first, end, led || text.words.construct))
        .or_else(|| same(text, first, end, the > 0))
        .or_else(|| shade(text, first, end))
        .or_else(|| so_far(text, first, end))
        .or_else(|| year::span(text, first, end).filter(|_| led || the > 0))
        .or_else(|| year::fiscal(text, first, end))
        .or_else(|| {
            let code = year::quarter_code(text, first, end)?;
            (led || code.tokens.len() > 1).then_some(code)
        })
        .or_else(|| year::decade(text, first, end))
        .or_else(|| year::season(text, first, end))?;
    Some(Time {
        tokens: at..time.tokens.end,
        ..time
    })
}

/// The time that a part is of: "September", "2026", "next year", "the year".
fn inner(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    if at >= end {
        return None;
    }
    let the = usize::from(text.reads(at, &text.words.the));
    window::window(text, at, end)
        .or_else(|| bare(text, at, end, true))
        .or_else(|| calendar::day_at(text, at, end))
        .or_else(|| relative::former(text, at, end))
        .or_else(|| relative::deictic(text, at, end))
        .or_else(|| relative::current(text, at, end))
        .or_else(|| relative::units_from_now(text, at, end))
        .or_else(|| calendar::weekday(text, at, end))
        .or_else(|| year::year(text, at, end).filter(|_| text.words.construct))
        .or_else(|| year::of_digits(text, at))
        .or_else(|| {
            text.meaning(at + the, &text.words.units)?;
            let event = text.reads(at + the + 1, &text.words.of);
            (the > 0 && !event).then(|| Time::new(at..at + 2, None, None))
        })
        .filter(|time| time.tokens.end <= end)
}

/// "end of September", "second quarter of 2027", "first nine months of 2025"; after a lead also "third quarter" alone.
fn part(text: Times<'_>, at: usize, end: usize, led: bool) -> Option<Time> {
    if let Some(time) = hyphened(text, at, end) {
        return Some(time);
    }
    let (ordinal, noun) = match text.meaning(at, &text.words.ordinals) {
        Some(ordinal) => (Some(ordinal), at + 1),
        None => (None, at),
    };
    let counted = ordinal.and_then(|_| text.count(noun));
    let unit = ordinal.and_then(|_| {
        let unit_at = noun + usize::from(counted.is_some());
        Some((text.meaning(unit_at, &text.words.units)?, unit_at))
    });
    let part = text.meaning(noun, &text.words.parts);
    let (ordinal, mut after) = match (text.words.construct, ordinal) {
        (true, None) => match text.meaning(noun + 1, &text.words.ordinals) {
            Some(ordinal) => (Some(ordinal), noun + 2),
            None => (None, noun + 1),
        },
        _ => (ordinal, noun + 1),
    };
    let numbered = matches!(part, Some(Part::Quarter | Part::Half));
    if let (None, Some((_, unit_at))) = (part, unit) {
        after = unit_at + 1;
    } else if part.is_none() || numbered && ordinal.is_none() && !led {
        return None;
    }
    let of = text.reads(after, &text.words.of);
    let whole = (of || text.words.construct && !numbered)
        .then(|| inner(text, after + usize::from(of), end))
        .flatten();
    let Some(whole) = whole else {
        // "in the third quarter", not "the third quarter of the pie", "for the second quarter in a row"
        let alone = led
            && numbered
            && !of
            && (ordinal.is_some() || at > 0 && text.reads(at - 1, &text.words.the));
        return alone.then(|| {
            let (from, to) = ordinal.map_or((None, None), |ordinal| {
                latest(part.unwrap_or(Part::Some), ordinal, text.published)
            });
            Time::new(at..after, from, to)
        });
    };
    let tokens = at..whole.tokens.end;
    if let (None, Some((unit, _)), Some(ordinal)) = (part, unit, ordinal) {
        let (from, to) = stretch_of(&whole, ordinal, counted.unwrap_or(1), unit);
        return Some(Time::new(tokens, from, to));
    }
    Some(match part? {
        Part::Start => Time {
            nature: Nature::Point,
            ..Time::new(tokens, whole.from, whole.from)
        },
        // In Hebrew the end of the week is the weekend.
        Part::End
            if text.words.construct
                && text.meaning(after, &text.words.units) == Some(TimeUnit::Week) =>
        {
            Time::new(tokens, None, None)
        }
        Part::End => Time {
            nature: Nature::Point,
            ..Time::new(tokens, whole.to, whole.to)
        },
        Part::Middle | Part::Some => Time::new(tokens, None, None),
        Part::Whole => Time::new(tokens, whole.from, whole.to),
        named @ (Part::Quarter | Part::Half) => {
            let (from, to) = of_year(named, ordinal.unwrap_or(0), whole.from, whole.to);
            Time::new(tokens, from, to)
        }
    })
}

/// "first-half", "third-quarter 2025", "mid-2024", "late-January".
fn hyphened(text: Times<'_>, at: usize, _end: usize) -> Option<Time> {
    let (first, second) = text.halves(at)?;
    if let Some(shade) = meaning(first, &text.words.shades) {
        let month = || {
            let is = |name: &String| name.eq_ignore_ascii_case(second);
            text.words.months.iter().any(|names| names.iter().any(is))
        };
        let (from, to) = if let Some((first, last)) = year::of_word(second) {
            shaded(shade, Some(first), Some(last))
        } else if month() {
            (None, None)
        } else {
            return None;
        };
        let year = usize::from(year::of_digits(text, at + 1).is_some());
        return Some(Time::new(at..at + 1 + year, from, to));
    }
    let ordinal = meaning(first, &text.words.ordinals).filter(|ordinal| *ordinal != 0)?;
    let named = meaning(second, &text.words.parts)
        .filter(|part| matches!(part, Part::Quarter | Part::Half))?;
    let whole = year::of_digits(text, at + 1);
    let (from, to) = whole.as_ref().map_or_else(
        || latest(named, ordinal, text.published),
        |whole| of_year(named, ordinal, whole.from, whole.to),
    );
    let end = at + 1 + usize::from(whole.is_some());
    Some(Time::new(at..end, from, to))
}

/// "early 2024", "late last year", "mid January": a part whose other end nobody knows.
fn shade(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let shade = text.meaning(at, &text.words.shades)?;
    let whole = calendar::day_at(text, at + 1, end)
        .or_else(|| relative::deictic(text, at + 1, end))
        .or_else(|| year::decade(text, at + 1, end))
        .or_else(|| year::season(text, at + 1, end))
        .or_else(|| year::of_digits(text, at + 1))?;
    // "earlier this year": some time in it.
    let (from, to) = if shade == Part::Some {
        (whole.from, whole.to)
    } else {
        shaded(shade, whole.from, whole.to)
    };
    Some(Time::new(at..whole.tokens.end, from, to))
}

const fn shaded(shade: Part, from: Option<Date>, to: Option<Date>) -> (Option<Date>, Option<Date>) {
    match shade {
        Part::Start => (from, None),
        Part::End => (None, to),
        _ => (None, None),
    }
}

/// "same quarter of 2024", "same period last year": its days are those of another.
fn same(text: Times<'_>, at: usize, end: usize, the: bool) -> Option<Time> {
    if !the || !text.reads(at, &text.words.same) {
        return None;
    }
    let counted = usize::from(text.count(at + 1).is_some());
    let noun = at + 1 + counted;
    let is_time = text.meaning(noun, &text.words.units).is_some()
        || text.reads(noun, &text.words.spells)
        || matches!(
            text.meaning(noun, &text.words.parts),
            Some(Part::Quarter | Part::Half)
        );
    if !is_time {
        return None;
    }
    let of = usize::from(text.reads(noun + 1, &text.words.of));
    let whole = inner(text, noun + 1 + of, end)
        .or_else(|| relative::earlier(text, noun + 1 + of, end))
        .map_or(noun + 1, |whole| whole.tokens.end);
    Some(Time::new(at..whole, None, None))
}

/// "so far this year".
fn so_far(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let leads =
        text.words.so_far.iter().any(|(first, second)| {
            text.syntax.reads(at, first) && text.syntax.reads(at + 1, second)
        });
    let whole = leads
        .then(|| relative::deictic(text, at + 2, end))
        .flatten()?;
    Some(Time {
        tokens: at..whole.tokens.end,
        to: text.published.filter(|_| whole.from.is_some()),
        ..whole
    })
}

/// "six months to June 30", "year ended March 31", "week to Sunday": so many units that end with a time.
fn stretch(text: Times<'_>, at: usize, end: usize, begun: bool) -> Option<Time> {
    let counted = text.count(at);
    let fiscal = usize::from(counted.is_none() && text.reads(at, &text.words.fiscal));
    let unit_at = at + usize::from(counted.is_some()) + fiscal;
    let unit = text.meaning(unit_at, &text.words.units)?;
    if !begun || !text.reads(unit_at + 1, &text.words.ends) {
        return None;
    }
    // "through to June", "ending in March"
    let joint = usize::from(text.reads(unit_at + 2, &text.words.leads));
    let last = [joint, 0]
        .iter()
        .find_map(|joint| inner(text, unit_at + 2 + joint, end))?;
    let from = last
        .to
        .filter(|_| fiscal == 0)
        .and_then(|to| begins(to, unit, counted.unwrap_or(1)));
    Some(Time::new(at..last.tokens.end, from, from.and(last.to)))
}

/// The first of `number` units that end with the day `to`.
fn begins(to: Date, unit: TimeUnit, number: i32) -> Option<Date> {
    let next = to.checked_add(1.days()).ok()?;
    moved::moved(next, unit, -number)
}

/// The first or last `number` units of a time.
fn stretch_of(
    whole: &Time,
    ordinal: i32,
    number: i32,
    unit: TimeUnit,
) -> (Option<Date>, Option<Date>) {
    match ordinal {
        -1 => {
            let from = whole.to.and_then(|to| begins(to, unit, number));
            (from, from.and(whole.to))
        }
        1.. => {
            let first = whole
                .from
                .and_then(|from| moved::moved(from, unit, ordinal - 1));
            let last = first
                .and_then(|first| moved::moved(first, unit, number))
                .and_then(|next| next.checked_sub(1.days()).ok());
            (first.and(last.and(first)), last)
        }
        _ => (None, None),
    }
}

/// The quarter or half with a number, -1 for the last, of a year that begins in January.
pub(super) fn of_year(
    part: Part,
    number: i32,
    from: Option<Date>,
    to: Option<Date>,
) -> (Option<Date>, Option<Date>) {
    let months = if part == Part::Quarter { 3 } else { 6 };
    let last = 12 / months;
    let number = if number == -1 { last } else { number };
    let days = || {
        let (from, to) = from.zip(to)?;
        let year = from.until(to).ok()?.get_days();
        if from.month() != 1 || !(WHOLE_YEAR..=366).contains(&year) || !(1..=last).contains(&number)
        {
            return None;
        }
        let first = from.checked_add(((number - 1) * months).months()).ok()?;
        let end = first.checked_add(months.months()).ok()?;
        Some((first, end.checked_sub(1.days()).ok()?))
    };
    days().unzip()
}

/// The latest quarter or half with a number that began before the article.
pub(super) fn latest(
    part: Part,
    number: i32,
    published: Option<Date>,
) -> (Option<Date>, Option<Date>) {
    let days = || {
        let published = published.filter(|_| number > 0)?;
        let of = |date: Date| {
            let (from, to) = of_year(
                part,
                number,
                Some(date.first_of_year()),
                Some(date.last_of_year()),
            );
            from.zip(to)
        };
        of(published)
            .filter(|(from, _)| *from <= published)
            .or_else(|| of(moved::moved(published, TimeUnit::Year, -1)?))
    };
    days().unzip()
}
