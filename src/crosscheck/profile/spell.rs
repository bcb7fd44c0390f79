//! The years and stretches of time that a figure covers.

use jiff::civil::Date;

use super::near::{phrase_tokens, the};
use super::surroundings::{Surroundings, sorted};
use crate::claim::Aggregate;
use crate::crosscheck::words::{Sort, Sym, Token};
use crate::text::Span;

/// Words that give the length of its period: "in a week".
pub(super) fn spell(near: &Surroundings<'_>) -> Vec<Sym> {
    let words = near.words;
    let period = near.reading.period.as_ref();
    let tokens = phrase_tokens(words, near.tokens, period.map(|period| &period.words));
    let opens = (tokens.first()).is_some_and(|token| words.spells.contains(&token.stem));
    if !opens || period.is_none_or(|period| period.from.is_some() && period.from == period.to) {
        return Vec::new();
    }
    let told = tokens
        .iter()
        .filter(|token| token.end - token.start > 2 || token.sort == Sort::Number)
        .map(|token| token.stem)
        .filter(|stem| !words.spells.contains(stem) && *stem != the());
    sorted(told)
}

/// Years written in its sentence, but for those in which a thing began.
pub(super) fn years(near: &Surroundings<'_>) -> Vec<Sym> {
    let years = near
        .sentence_tokens()
        .iter()
        .filter(|token| token.sort == Sort::Number && near.words.years.contains(&token.stem))
        .filter(|token| near.is_outside(token) && !near.is_of_origin(token.start));
    sorted(years.map(|token| token.stem))
}

/// The only year of its sentence, where it was over on the day for which the figure holds and what happened in it is
/// over too: not "has killed 40 since 2021".
pub(super) fn past_year(near: &Surroundings<'_>, today: Date) -> Option<Sym> {
    /// Years that a text tells of ahead of its day, at most.
    const AHEAD: i16 = 6;
    let (year, since) = match years(near).as_slice() {
        [only] => (*only, Sym::of("since")),
        _ => return None,
    };
    let today = today.year();
    let goes_on = near.sentence_tokens().windows(2).any(|pair| match pair {
        [lead, it] => lead.stem == since && it.stem == year,
        _ => false,
    });
    let perfect = near
        .predicate
        .first()
        .is_some_and(|verb| near.words.perfect.contains(&verb.stem));
    let is_over = !(today..today + AHEAD).any(|ahead| Sym::of(&ahead.to_string()) == year);
    (is_over && !goes_on && !perfect).then_some(year)
}

/// The months of the account that a figure is of, by the words that name it or its period: "full-year", "FY2024".
pub(super) fn account(near: &Surroundings<'_>) -> Option<u16> {
    let words = near.words;
    let in_tokens = |tokens: &[Token]| {
        (0..tokens.len()).find_map(|at| words.account_at(tokens.get(at..).unwrap_or_default()))
    };
    let reading = near.reading;
    let phrases = reading.concept.iter().chain(&reading.scope);
    phrases
        .chain(reading.period.as_ref().map(|period| &period.words))
        .find_map(|phrase| {
            let tokens = words.tokens(&phrase.text);
            in_tokens(&tokens).or_else(|| {
                let mut written = phrase.text.split_whitespace();
                written.find_map(|word| in_tokens(&words.tokens(without_year(word)?)))
            })
        })
}

/// "FY" of "FY2024".
fn without_year(word: &str) -> Option<&str> {
    let name = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let year = word.len() - name.len();
    (matches!(year, 2 | 4) && name.ends_with(char::is_alphabetic)).then_some(name)
}

/// Whether its sentence says that it happened in one night.
pub(super) fn is_nightly(near: &Surroundings<'_>) -> bool {
    let tokens = near.sentence_tokens();
    (0..tokens.len()).any(|at| near.words.night_at(tokens.get(at..).unwrap_or_default()))
}

/// Whether its sentence says that the result is not the last: "provisional results".
pub(super) fn is_unsettled(near: &Surroundings<'_>) -> bool {
    let tokens = near.sentence_tokens();
    (0..tokens.len()).any(|at| {
        near.words
            .unsettled_at(tokens.get(at..).unwrap_or_default())
    })
}

/// Whether the figure is told of an event in a clause of its own: "the fire that killed 23 people".
fn is_of_event(near: &Surroundings<'_>) -> bool {
    const NEAR: usize = 3;
    let start = near.first.saturating_sub(NEAR).max(near.sentence.0);
    let before = near.tokens.get(start..near.first);
    before
        .unwrap_or_default()
        .iter()
        .any(|token| near.words.relatives.contains(&token.stem))
}

/// The two ends of its period, where one is known.
pub(super) fn period(near: &Surroundings<'_>) -> Option<(Option<Date>, Option<Date>)> {
    let period = near.reading.period.as_ref()?;
    let place = period.words.span.map(Span::start);
    // "Seven of the nine were saved on Monday": nine there were on any day.
    let of_it = place.is_none_or(|place| !near.is_of_origin(place)) && !near.is_whole();
    // "The fire that killed 23 people last month": in that month it was, and the toll is that of the fire.
    let of_event = period.from != period.to
        && near.reading.aggregate == Some(Aggregate::Cumulative)
        && is_of_event(near);
    (of_it && !of_event && (period.from.is_some() || period.to.is_some()))
        .then_some((period.from, period.to))
}
