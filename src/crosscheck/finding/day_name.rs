//! Days as a text names them: "Feb. 1", "1 February 2024", "April 2025".

use std::sync::LazyLock;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

use crate::crosscheck::words::Token;
use crate::lexicon::Lexicon;

/// A day as a text names it, often without its year.
#[derive(Clone, Copy)]
pub(super) struct DayName {
    pub year: Option<i16>,
    month: i8,
    day: i8,
}

impl DayName {
    /// The day in a year.
    pub(super) fn of(self, year: i16) -> Option<Date> {
        Date::new(year, self.month, self.day).ok()
    }
}

/// Two days in order, in each year that may be meant where neither names one: a common year and a leap year.
pub(super) fn in_order(from: DayName, to: DayName) -> Vec<(Date, Date)> {
    const COMMON: i16 = 2023;
    let wraps = (to.month, to.day) < (from.month, from.day);
    let in_years = |years: (i16, i16)| Some((from.of(years.0)?, to.of(years.1)?));
    let years = match (from.year, to.year) {
        (Some(from), Some(to)) => vec![(from, to)],
        (Some(from), None) => vec![(from, from + i16::from(wraps))],
        (None, Some(to)) => vec![(to - i16::from(wraps), to)],
        (None, None) => [COMMON, COMMON + 1]
            .map(|year| (year, year + i16::from(wraps)))
            .to_vec(),
    };
    let days = years.into_iter().filter_map(in_years);
    days.filter(|(from, to)| from <= to).collect()
}

/// A day and month at the start of `tokens`: "Feb. 1", "1 February 2024"; how many words it takes.
pub(super) fn day_at(text: &str, tokens: &[Token]) -> Option<(DayName, usize)> {
    let word = |at: usize| {
        tokens
            .get(at)
            .map(|token| text.get(token.start..token.end).unwrap_or_default())
    };
    let day = |word: &str| word.parse::<i8>().ok().filter(|day| (1..=31).contains(day));
    let (month, day) = match (month(word(0)?), month(word(1)?)) {
        (Some(month), _) => (month, day(word(1)?)?),
        (None, Some(month)) => (month, day(word(0)?)?),
        _ => return None,
    };
    let year = word(2)
        .filter(|word| word.len() == 4)
        .and_then(|word| word.parse::<i16>().ok())
        .filter(|year| (1000..2200).contains(year));
    // A leap year has every day.
    let name = DayName { year, month, day };
    name.of(year.unwrap_or(2024))?;
    Some((name, if year.is_some() { 3 } else { 2 }))
}

/// A month with its year at the start of `tokens`, as its first day.
pub(super) fn month_at(text: &str, tokens: &[Token]) -> Option<DayName> {
    let word = |at: usize| {
        let token: &Token = tokens.get(at)?;
        text.get(token.start..token.end)
    };
    let year = word(1)
        .filter(|word| word.len() == 4)?
        .parse::<i16>()
        .ok()?;
    Some(DayName {
        year: Some(year),
        month: month(word(0)?)?,
        day: 1,
    })
}

/// The number of a month by its name or short form in the lexicon.
fn month(word: &str) -> Option<i8> {
    static MONTHS: LazyLock<FxHashMap<String, i8>> = LazyLock::new(months);
    // Most words are no months, and many are no words.
    word.starts_with(char::is_alphabetic).then_some(())?;
    MONTHS.get(&word.to_lowercase()).copied()
}

/// The names of the months with their numbers: names with one beginning are one month.
fn months() -> FxHashMap<String, i8> {
    let names = Lexicon::of("en").map_or(&[][..], |lexicon| &lexicon.calendar.months);
    let stem = |name: &str| -> String { name.chars().take(3).collect() };
    let mut stems: Vec<String> = Vec::new();
    let mut months = FxHashMap::default();
    for name in names {
        let stem = stem(name);
        if !stems.contains(&stem) {
            stems.push(stem.clone());
        }
        let place = (1_i8..=12).zip(&stems).find(|(_, known)| **known == stem);
        if let Some((place, _)) = place {
            months.insert(name.clone(), place);
            months.insert(name.trim_end_matches('.').to_owned(), place);
        }
    }
    months
}
