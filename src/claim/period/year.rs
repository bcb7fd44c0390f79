//! Years and what is counted like them: "in 2015", "2024-25", "fiscal 2025", "the 1990s", "Q3 2024".

use jiff::civil::Date;

use super::{Time, Times, meaning, moved};
use crate::lexicon::periods::{Part, TimeUnit};
use crate::lexicon::words::Class;
use crate::syntax::Shape;

/// Years a number of four digits can be.
pub(super) const YEARS: std::ops::Range<i32> = 1900..2100;

/// "in 2015", "2015" after a preposition of time.
pub(super) fn year(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let lead = text.reads(at, &text.words.year_leads);
    let year_at = at + usize::from(lead);
    let alone = lead || at > 0 && text.reads(at - 1, &text.words.year_neighbours);
    if !alone {
        return glued(text, at);
    }
    let time = of_digits(text, year_at).or_else(|| span(text, year_at, end))?;
    Some(Time {
        tokens: at..time.tokens.end,
        ..time
    })
}

/// A year of four digits.
pub(super) fn of_digits(text: Times<'_>, at: usize) -> Option<Time> {
    let word = text.syntax.word(at);
    (text.syntax.shape(at) == Some(Shape::Number))
        .then(|| whole(word))
        .flatten()
        .map(|(from, to)| Time::new(at..at + 1, Some(from), Some(to)))
}

/// A year with a letter written onto it.
fn glued(text: Times<'_>, at: usize) -> Option<Time> {
    let (letter, digits) = text.halves(at)?;
    let (from, to) = whole(digits)?;
    let leads = text.words.glued.iter().any(|other| other == letter);
    leads.then(|| Time::new(at..at + 1, Some(from), Some(to)))
}

/// First and last day of a year of four digits.
fn whole(word: &str) -> Option<(Date, Date)> {
    let year: i32 = word.parse().ok()?;
    if word.len() != 4 || !YEARS.contains(&year) {
        return None;
    }
    let year = i16::try_from(year).ok()?;
    Date::new(year, 1, 1).ok().zip(Date::new(year, 12, 31).ok())
}

/// "2024-25", "2024/25", "1993-2002", with "financial year" or "season" after it. Two years next to each other are a
/// year that begins nobody says when.
pub(super) fn span(text: Times<'_>, at: usize, _end: usize) -> Option<Time> {
    let word = text.syntax.word(at);
    if text.syntax.shape(at) != Some(Shape::Number) {
        return None;
    }
    let (first, last) = word.split_once(['-', '/', '\u{2013}'])?;
    let (from, _) = whole(first)?;
    let next = i32::from(from.year()) + 1;
    let number: i32 = last.parse().ok()?;
    let years = match last.len() {
        2 if number == next % 100 => (None, None),
        4 if number == next && word.contains('/') => (None, None),
        2 if number > next % 100 => whole(&format!("{}{last}", first.get(..2)?))
            .map(|(_, to)| (from, to))
            .unzip(),
        4 if number >= next => whole(last).map(|(_, to)| (from, to)).unzip(),
        _ => return None,
    };
    let mut end = at + 1;
    end += fiscal_words(text, end);
    if end == at + 1 && text.reads(end, &text.words.seasons) {
        end += 1;
    }
    Some(Time::new(at..end, years.0, years.1))
}

/// How many words of "fiscal year" stand at the token.
fn fiscal_words(text: Times<'_>, at: usize) -> usize {
    if !text.reads(at, &text.words.fiscal) {
        return 0;
    }
    1 + usize::from(text.meaning(at + 1, &text.words.units) == Some(TimeUnit::Year))
}

/// "fiscal 2025", "fiscal year 2024-25", "the 2025 financial year", "FY2025", "FY25", "financial year".
pub(super) fn fiscal(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    if let Some((Part::Whole, digits)) = code(text, at) {
        let known = digits.is_empty() && of_digits(text, at + 1).is_some();
        let written = matches!(digits.len(), 2 | 4);
        return (known || written).then(|| Time::new(at..at + 1 + usize::from(known), None, None));
    }
    let words = fiscal_words(text, at);
    if words > 0 {
        let year = of_digits(text, at + words).or_else(|| span(text, at + words, end));
        return match year {
            Some(year) => Some(Time::new(at..year.tokens.end, None, None)),
            None => (words > 1).then(|| Time::new(at..at + words, None, None)),
        };
    }
    of_digits(text, at)?;
    let words = fiscal_words(text, at + 1);
    let season = text.reads(at + 1, &text.words.seasons);
    let end = at + 1 + words + usize::from(words == 0 && season);
    (words > 1 || season).then(|| Time::new(at..end, None, None))
}

/// "Q3", "Q3 2024", "H1 of 2025", "1H 2025".
pub(super) fn quarter_code(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    let (part, digits) = code(text, at)?;
    let number: i32 = digits.parse().ok()?;
    let most = match part {
        Part::Quarter => 4,
        Part::Half => 2,
        _ => return None,
    };
    if !(1..=most).contains(&number) {
        return None;
    }
    let of = usize::from(text.reads(at + 1, &text.words.of));
    let inner = of_digits(text, at + 1 + of)
        .or_else(|| fiscal(text, at + 1 + of, end))
        .filter(|year| year.tokens.end <= end);
    let (from, to) = inner.as_ref().map_or_else(
        || super::part::latest(part, number, text.published),
        |year| super::part::of_year(part, number, year.from, year.to),
    );
    let last = inner.map_or(at + 1, |year| year.tokens.end);
    Some(Time::new(at..last, from, to))
}

/// A code of letters and digits: "Q3" is a quarter and "3".
fn code(text: Times<'_>, at: usize) -> Option<(Part, &str)> {
    let word = text.syntax.word(at);
    let letters = word.trim_matches(|c: char| c.is_ascii_digit());
    let part = meaning(letters, &text.words.codes)?;
    if letters.chars().any(char::is_lowercase) || letters.is_empty() {
        return None;
    }
    let digits = match word.strip_prefix(letters) {
        Some(after) => after,
        None => word.strip_suffix(letters)?,
    };
    digits
        .bytes()
        .all(|b| b.is_ascii_digit())
        .then_some((part, digits))
}

/// "the 1990s", "2030s".
pub(super) fn decade(text: Times<'_>, at: usize, _end: usize) -> Option<Time> {
    let (from, to) = of_decade(text.syntax.word(at))?;
    Some(Time::new(at..at + 1, Some(from), Some(to)))
}

/// First and last day of "1990s".
pub(super) fn of_decade(word: &str) -> Option<(Date, Date)> {
    let (first, _) = whole(word.strip_suffix('s')?.trim_end_matches(['\'', '’']))?;
    (first.year() % 10 == 0)
        .then(|| moved::decade(first.year()))
        .flatten()
}

/// "the summer of 2022", "winter 2023-24", "spring 2025".
pub(super) fn season(text: Times<'_>, at: usize, end: usize) -> Option<Time> {
    if !text.reads(at, &text.words.seasons) {
        return None;
    }
    let of = usize::from(text.reads(at + 1, &text.words.of));
    let year_at = at + 1 + of;
    let year = of_digits(text, year_at)
        .or_else(|| span(text, year_at, end))
        .map(|year| year.tokens.end)
        .or_else(|| {
            let deictic = super::relative::deictic(text, year_at, end)?;
            Some(deictic.tokens.end)
        })?;
    (!text.syntax.is(at, Class::Finite)).then(|| Time::new(at..year, None, None))
}

/// A time as a word after a hyphen: "2024" of "mid-2024", "1990s" of "mid-1990s".
pub(super) fn of_word(word: &str) -> Option<(Date, Date)> {
    whole(word).or_else(|| of_decade(word))
}
