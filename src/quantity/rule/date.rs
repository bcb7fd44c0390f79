//! Days, months and years.

use super::super::Qualifier;
use super::super::counted;
use super::super::hedge;
use super::super::line::Line;
use super::super::measure;
use super::{Outcome, Place, Rule};
use crate::lexicon::{Class, NumberWord};

pub(super) const DATE: Rule = Rule {
    name: "<day and month>",
    explanation: "A calendar date.",
    matcher: date,
    examples: &[],
    counter_examples: &[
        "They met on Feb. 1 and July 31, 2021.",
        "The hunt is open Sept. 20-24.",
        "He was born on 9 May 1957.",
        "On the 9th of May all was quiet.",
        "Dated 2019-12-20 and 20/12/2019.",
        "In September 2022 it rained.",
        "The fair is open from Nov. 26 to 28.",
        "Roads were shut between 3 and 5 June.",
        "They asked around between Oct. 2 and 9, 2024.",
    ],
};

pub(super) const YEAR: Rule = Rule {
    name: "<year>",
    explanation: "A year, season or decade.",
    matcher: year,
    examples: &[],
    counter_examples: &[
        "Sales fell in 2018.",
        "The 2017 survey was the last.",
        "In the 1960s and the '90s",
        "The 2013-14 season",
        "Between A.D. 1000 and 1260",
        "It grew steadily between 1993 and 2020.",
        "It has been so since 2004, he said.",
        "Homes could fall by 2055.",
        "Planning for 2026 costs money.",
        "The plan for 2027 feeds the goats.",
    ],
};

fn date(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let at = place.at;
    numeric(line, at)
        .or_else(|| after_month(line, at))
        .or_else(|| before_month(line, at))
        .map(Outcome::Nothing)
}

/// "20/12/2019", "2019-12-20", "20.12.2019".
fn numeric(line: &Line<'_>, at: usize) -> Option<usize> {
    let joined = |here: usize, sign: char| {
        line.glued(here)
            && line.is_sign(here + 1, &[sign])
            && line.glued(here + 1)
            && line.is_digits(here + 2)
    };
    let lengths = [at, at + 2, at + 4].map(|here| line.word(here).len());
    let shape = matches!(lengths, [4, 1 | 2, 1 | 2] | [1 | 2, 1 | 2, 2 | 4]);
    let dated = line.is_digits(at)
        && ['/', '-', '.']
            .into_iter()
            .any(|sign| joined(at, sign) && joined(at + 2, sign));
    (shape && dated).then_some(at + 5)
}

/// The day and year after a month: "1", "1, 2022", "20-24", "2022".
fn after_month(line: &Line<'_>, at: usize) -> Option<usize> {
    let stop = usize::from(line.follows_sign(at, &['.']));
    let month = at.checked_sub(1 + stop)?;
    if !is_month(line, month) {
        return None;
    }
    if is_year(line, at) {
        return Some(at + 1);
    }
    let separated = line.glued(at) && line.is_sign(at + 1, &['.', ',', ':']) && line.glued(at + 1);
    if !is_day(line, at) || separated {
        return None;
    }
    let mut end = at + 1 + usize::from(line.glued(at) && line.is(at + 1, Class::OrdinalEnding));
    if line.is_dash(end) && is_day(line, end + 1) || opened(line, month) && later(line, at, end) {
        end += 2;
    }
    Some(with_year(line, end))
}

/// "from", "between" before the month.
fn opened(line: &Line<'_>, month: usize) -> bool {
    line.follows(month, Class::RangeOpener) || line.follows(month, Class::From)
}

/// "26 to 28", "3 and 5": whether the token at `joint` joins a later day of the month to the day at `at`, which counts
/// nothing.
fn later(line: &Line<'_>, at: usize, joint: usize) -> bool {
    let day = |at: usize| line.word(at).parse::<u8>().unwrap_or_default();
    let next = joint + 2;
    let counts = line.is_word(next) && counted::is_plural(line, next) && !line.is_capital(next);
    line.is(joint, Class::RangeJoiner)
        && is_day(line, joint + 1)
        && day(at) < day(joint + 1)
        && !(line.glued(joint + 1)
            && (line.is_word(next) || line.is_sign(next, &['.', ',']))
            && line.glued(next))
        && measure::after(line, joint + 1, next, false).is_none()
        && !counts
}

/// Whether the number at `at` is the day after a month.
pub(super) fn is_dated(line: &Line<'_>, at: usize) -> bool {
    let stop = usize::from(line.follows_sign(at, &['.']));
    let month = at.checked_sub(1 + stop);
    is_day(line, at) && month.is_some_and(|month| is_month(line, month))
}

/// The day before a month: "9 May 1957", "9th of May".
fn before_month(line: &Line<'_>, at: usize) -> Option<usize> {
    let ordinal = matches!(line.entry(at).number, NumberWord::Ordinal(_));
    if !(is_day(line, at) || ordinal) {
        return None;
    }
    let mut end = at + 1 + usize::from(line.glued(at) && line.is(at + 1, Class::OrdinalEnding));
    let joined = later(line, at, end) && is_month(line, end + 2);
    if line.is_dash(end) && is_day(line, end + 1) || joined {
        end += 2;
    }
    let month = end + usize::from(line.is(end, Class::DayOf));
    let stop = usize::from(line.is_sign(month + 1, &['.']) && line.is_digits(month + 2));
    (is_month(line, month)).then(|| with_year(line, month + 1 + stop))
}

/// A month; in small letters only where the word is nothing else.
fn is_month(line: &Line<'_>, at: usize) -> bool {
    line.is(at, Class::Month)
        && !(line.is_lower(at) && (line.is(at, Class::Auxiliary) || line.is(at, Class::Verb)))
}

fn with_year(line: &Line<'_>, end: usize) -> usize {
    let year = end + usize::from(line.is_sign(end, &[',']));
    let goes_on = line.glued(year)
        && line.is_sign(year + 1, &[',', '.'])
        && line.glued(year + 1)
        && line.is_digits(year + 2);
    if is_year(line, year) && !goes_on {
        year + 1
    } else {
        end
    }
}

fn is_day(line: &Line<'_>, at: usize) -> bool {
    line.is_digits(at)
        && line.word(at).len() <= 2
        && line
            .word(at)
            .parse::<u8>()
            .is_ok_and(|day| (1..=31).contains(&day))
}

fn is_year(line: &Line<'_>, at: usize) -> bool {
    line.is_digits(at)
        && line.word(at).len() == 4
        && line
            .word(at)
            .parse::<u16>()
            .is_ok_and(|year| (1000..=2100).contains(&year))
}

fn year(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let at = place.at;
    if !line.is_digits(at) || place.prefix.is_some() {
        return None;
    }
    decade(line, at)
        .or_else(|| single(line, at))
        .map(Outcome::Nothing)
}

/// "1960s", "'90s".
fn decade(line: &Line<'_>, at: usize) -> Option<usize> {
    let tens = line.word(at).ends_with('0') && matches!(line.word(at).len(), 2 | 4);
    if is_year(line, at) && line.is_sign(at + 1, &['′']) && line.word(at + 2) == "s" {
        return Some(at + 3);
    }
    let clitic = matches!(line.word(at + 1), "s" | "’s" | "'s") && line.glued(at);
    let modern = line
        .word(at)
        .parse::<u16>()
        .is_ok_and(|year| (1900..=2050).contains(&year));
    // "over-60s" are people.
    let hyphen = usize::from(at > 0 && line.is_hyphen(at - 1));
    let people = line.word(at).len() == 2
        && hedge::before(line, at - hyphen, 0).is_some_and(|(_, qualifier)| {
            matches!(qualifier, Qualifier::MoreThan | Qualifier::LessThan)
        });
    ((tens || modern) && clitic && !people).then_some(at + 2)
}

fn single(line: &Line<'_>, at: usize) -> Option<usize> {
    if !is_year(line, at) {
        return None;
    }
    let mut end = at + 1;
    let decimal = line.glued(at)
        && line.is_sign(end, &['.', ','])
        && line.glued(end)
        && line.is_digits(end + 1);
    let letters = line.glued(at) && line.is_word(end) && !matches!(line.word(end), "’s" | "'s");
    if decimal || letters {
        return None;
    }
    let modern = line
        .word(at)
        .parse::<u16>()
        .is_ok_and(|year| (1900..=2100).contains(&year));
    // "2013-14", "2016/17", "1995-2001"
    if line.glued(at)
        && (line.is_dash(end) || line.is_sign(end, &['/']))
        && line.glued(end)
        && line.is_digits(end + 1)
    {
        let follows = line.word(end + 1).len() == 2 || (modern && is_year(line, end + 1));
        return follows.then_some(end + 2);
    }
    if let Some(end) = years(line, at) {
        return Some(end);
    }
    if line.is(end, Class::Era) || line.follows(at, Class::Era) || era_before(line, at) {
        end += usize::from(line.is(end, Class::Era));
        return Some(end);
    }
    let costs = modern && line.is(end, Class::Verb) && line.follows(at, Class::BeforeYear);
    let sure = line.follows(at, Class::SureBeforeYear) || line.follows(at, Class::Month) || costs;
    let unit = measure::after(line, at, end, false).is_some();
    let noun = line.is_word(end)
        && counted::is_plural(line, end)
        && !line.is(end, Class::AfterYear)
        && !line.is_capital(end)
        // "The plan for 2027 cuts the rate": a verb.
        && !(modern && line.follows(at, Class::Preposition) && line.is(end + 1, Class::Determiner));
    if unit || !sure && (noun || line.is(end, Class::Casualty)) {
        return None;
    }
    (modern || sure || year_nearby(line, at)).then_some(end)
}

/// "between 1993 and 2020", "from 2014 to 2016": two years of our time with nothing counted.
fn years(line: &Line<'_>, at: usize) -> Option<usize> {
    let modern = |at: usize| {
        let year = line.word(at).parse::<u16>();
        is_year(line, at) && year.is_ok_and(|year| (1900..=2050).contains(&year))
    };
    let opened = line.follows(at, Class::RangeOpener) || line.follows(at, Class::From);
    let end = at + 3;
    let decimal = line.glued(at + 2) && line.glued(end) && line.is_digits(end + 1);
    let counted = line.is_word(end) && counted::is_plural(line, end) && !line.is_capital(end);
    let measured = measure::after(line, at + 2, end, false).is_some();
    let joined = line.is(at + 1, Class::RangeJoiner) && modern(at) && modern(at + 2);
    (opened && joined && !decimal && !counted && !measured).then_some(end)
}

/// "A.D." before the year.
fn era_before(line: &Line<'_>, at: usize) -> bool {
    at >= 4
        && line.is_sign(at - 1, &['.'])
        && matches!(line.word(at - 2), "D" | "C")
        && line.is_sign(at - 3, &['.'])
}

/// "between A.D. 1000 and 1260": another year just before.
fn year_nearby(line: &Line<'_>, at: usize) -> bool {
    let joined = at >= 4
        && is_year(line, at - 2)
        && (line.is(at - 1, Class::RangeJoiner) || line.is_dash(at - 1));
    joined && (era_before(line, at - 2) || line.is(at - 3, Class::SureBeforeYear))
}
