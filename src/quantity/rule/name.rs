//! Numbers that are part of a name: "Section 427", "Nord Stream 1", "G7", "Covid-19", "9/11".

use super::super::counted;
use super::super::line::Line;
use super::super::{Value, measure};
use super::{Outcome, Place, Rule};
use crate::lexicon::{Class, NumberWord};

/// The names of a list stand at most so many tokens apart.
const LIST: usize = 12;

pub(super) const NAME: Rule = Rule {
    name: "<name with a number>",
    explanation: "A number that is part of a name.",
    matcher: find,
    examples: &[],
    counter_examples: &[
        "Our seats are in Section 427, Row 21.",
        "The Baltic Pipe 2 line is shut.",
        "The G7 and the U21 team met Covid-19 experts.",
        "Since 9/11 much has changed.",
        "The new Fon 14 Pro is here.",
        "He lives at 221 Baker Street.",
        "The flat in Via Lunga 14 is let.",
        "הדירה ברחוב הגפן 12 הושכרה",
        "The F-16 and the MH17 inquiry",
        "The 4K set works with 5G.",
        "No. 10 said nothing.",
        "They helped one another.",
        "The side slipped into the bottom three during the run.",
        "He made the final four.",
        "It is at Gate 12B, as Psalm 23:4 has it.",
        "It runs on iOS 17.1 and Windows 11.",
        "Photo 3 of 12",
        "They met at a 7-Eleven.",
        "She wore number 10.",
        "The reactor at Three Mile Island was shut.",
        "They fly the 737 MAX.",
    ],
};

fn find(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let at = place.at;
    whole(line, at)
        .or_else(|| glued_letters(place))
        .or_else(|| after_taker(place))
        .or_else(|| after_name(place))
        .or_else(|| model(line, at))
        .or_else(|| house(line, at))
        .or_else(|| jersey(line, at))
        .or_else(|| ranked(place))
        .map(Outcome::Nothing)
}

/// "9/11", "one another".
fn whole(line: &Line<'_>, at: usize) -> Option<usize> {
    let phrases = &line.lexicon.phrases;
    let ids = |on: usize| line.entry(at + on).id;
    let found = phrases
        .whole_names
        .beginning(ids)
        .or_else(|| phrases.idioms.beginning(ids));
    found.map(|(words, ())| at + words)
}

/// "737 MAX", "four 787s": the number of a model.
fn model(line: &Line<'_>, at: usize) -> Option<usize> {
    let digits = line.is_digits(at) && line.word(at).len() >= 3;
    let named = line.is(at + 1, Class::Model) && line.is_capital(at + 1) && !line.glued(at);
    let counted = at > 0
        && !line.glued_before(at)
        && (line.is_digits(at - 1) || matches!(line.entry(at - 1).number, NumberWord::Cardinal(_)));
    let plural = line.glued(at) && line.word(at + 1) == "s" && counted;
    (digits && (named || plural)).then_some(at + 2)
}

/// "Party A took 34 seats, **Party B** 29": the name is one of a list of names that begin alike.
fn is_of_a_list(line: &Line<'_>, name: usize) -> bool {
    let parted =
        |at: usize| line.follows_sign(at, &[',', ';']) || line.follows(at, Class::Conjunction);
    let Some(first) = name.checked_sub(1).filter(|first| line.is_capital(*first)) else {
        return false;
    };
    let again = || {
        (first.saturating_sub(LIST)..first)
            .any(|at| line.word(at) == line.word(first) && line.is_capital(at + 1))
    };
    parted(first) && again()
}

/// Letters that touch the digits: "U21", "Covid-19", "F-16", "5G", "49ers".
fn glued_letters(place: &Place<'_>) -> Option<usize> {
    let line = &place.line;
    let at = place.at;
    if !line.is_digits(at) || place.prefix.is_some() {
        return None;
    }
    let chunk_end = || {
        let mut end = at + 1;
        while end < at + 12
            && line.glued(end - 1)
            && (line.is_digits(end) || line.is_word(end) || line.is_hyphen(end))
        {
            end += 1;
        }
        Some(end)
    };
    if line.glued_before(at) && line.is_word(at - 1) && !is_clitic(line, at - 1) {
        return chunk_end();
    }
    if at >= 2
        && line.is_hyphen(at - 1)
        && line.is_word(at - 2)
        && !line.is(at - 2, Class::Negative)
    {
        let word = at - 2;
        let small =
            line.is(word, Class::Preposition) || line.entry(word).number != NumberWord::None;
        if !small {
            // "scp-173 m": a letter behind it is no unit.
            let unit = place
                .unit()
                .filter(|unit| unit.end == at + 2)
                .map(|unit| unit.end);
            return chunk_end().max(unit);
        }
    }
    if at >= 2
        && line.is_sign(at - 1, &['.'])
        && line.glued_before(at)
        && line.glued_before(at - 1)
        && line.is_word(at - 2)
    {
        return chunk_end();
    }
    let word = at + 1;
    if line.glued(at) && line.is_word(word) && !is_clitic(line, word) {
        let unit = measure::after(line, at, word, false).is_some();
        let short = line.word(at).len() == 1 && matches!(line.word(word), "K" | "G" | "T");
        let letter = line.lexicon.numerals.letters.contains_key(line.word(word)) && !short;
        let known = line.is(word, Class::OrdinalEnding)
            || line.entry(word).number != NumberWord::None
            || line.word(word) == "x"
            || line.word(word) == "s"
            || line.word(word) == "e";
        if !(unit && !short || letter || known) {
            return chunk_end();
        }
    }
    None
}

/// "Section 427", "Route 66": the word before takes numbers.
fn after_taker(place: &Place<'_>) -> Option<usize> {
    let line = &place.line;
    let number = place.number?;
    let at = place.at;
    if place.prefix.is_some() || number.power > 0 {
        return None;
    }
    let stop = usize::from(line.follows_sign(at, &['.']) && line.glued_before(at - 1));
    let taker = at.checked_sub(1 + stop)?;
    let capital = line.word(taker).chars().any(char::is_uppercase);
    if is_of_a_list(line, taker) {
        return None;
    }
    let article = line.is(taker, Class::Article);
    if !line.is(taker, Class::TakesNumber) || article || (line.word(taker).len() == 1 && !capital) {
        return None;
    }
    let end = number.end;
    // "יום שני", the second day, is Monday.
    let days = &line.lexicon.periods.weekdays;
    let names_day = |word: &str| days.iter().flatten().any(|day| day == word);
    if line
        .lexicon
        .numerals
        .ordinal_days
        .iter()
        .any(|day| day == line.word(taker))
        && !number.digits
        && names_day(line.word(number.start))
    {
        return Some(end);
    }
    let noun = line.is_word(end) && counted::is_plural(line, end) && !line.is_capital(end);
    let measures = line.is(taker, Class::AlsoMeasure);
    let plural = line.glued(end - 1) && line.word(end) == "s";
    let measured = !plural && place.unit().is_some();
    if measured || noun && (!capital || measures) || !capital && (number.marked || measures) {
        return None;
    }
    let ranged = (line.is_dash(end) || line.is_sign(end, &[':']))
        && line.glued(end)
        && line.glued_before(end)
        && line.is_digits(end + 1);
    let letter = line.is_word(end) && line.glued(end - 1) && line.word(end).len() == 1;
    // "Photo 3 of 12"
    let of_many = line.is(end, Class::Of) && line.is_digits(end + 1) && !line.is_word(end + 2);
    Some(if ranged || of_many {
        end + 2
    } else {
        end + usize::from(plural || letter)
    })
}

/// A capitalised word that is no ordinary word, then a small bare number: "Nord Stream 1", "Fon 14 Pro".
fn after_name(place: &Place<'_>) -> Option<usize> {
    let line = &place.line;
    let number = place.number?;
    let name = place.at.checked_sub(1)?;
    if !number.is_plain(4) || place.prefix.is_some() || number.letter.is_some() {
        return None;
    }
    let entry = line.entry(name);
    let ordinary = [
        Class::NeverName,
        Class::Preposition,
        Class::Conjunction,
        Class::Auxiliary,
        Class::Determiner,
        Class::Pronoun,
        Class::Up,
        Class::Down,
        Class::Verb,
        Class::Adverb,
        Class::Weekday,
        Class::AgeBefore,
    ];
    if !line.is_capital(name)
        || ordinary.into_iter().any(|class| entry.is(class))
        || entry.number != NumberWord::None
    {
        return None;
    }
    let next = number.end;
    if is_gapped(place, next) || is_of_a_list(line, name) {
        return None;
    }
    // "12 Leopard 2 tanks", "14 Challenger 2s"
    let plural = line.glued(next - 1) && line.word(next) == "s";
    let model = name > 0 && line.is_digits(name - 1) && number.length == 1;
    if plural || model {
        return Some(next + usize::from(plural));
    }
    let casualty = line.is(next, Class::Casualty) || line.is(next, Class::CasualtyAdverb);
    let measured = place.unit().is_some();
    let one = number.numeral.value == Value::ONE;
    let noun =
        line.is_word(next) && !line.is_capital(next) && counted::phrase(line, next, one).is_some();
    let of_two = name > 0 && line.is_capital(name - 1);
    if measured
        || casualty
        || noun && (number.length > 2 || counted::is_plural(line, next) && !of_two)
    {
        return None;
    }
    Some(next)
}

/// "Labour won 411 seats, the Tories 121": the noun has been said, and a name begins each further part.
fn is_gapped(place: &Place<'_>, end: usize) -> bool {
    /// The first part stands at most so many tokens before.
    const NEAR: usize = 30;
    let line = &place.line;
    let mut first = place.at;
    while first > 0 && place.at - first < 4 && line.is_capital(first - 1) {
        first -= 1;
    }
    first -= usize::from(first > 0 && line.is(first - 1, Class::Determiner));
    let parted = first > 0
        && (line.is_sign(first - 1, &[',', ';']) || line.is(first - 1, Class::Conjunction));
    let closed = line.token(end).is_none()
        || line.is_sign(end, &[',', ';', '.'])
        || line.is(end, Class::Conjunction);
    let counted = |at: usize| {
        line.is_digits(at)
            && line.is_lower(at + 1)
            && counted::is_plural(line, at + 1)
            && !line.glued(at)
    };
    parted && closed && (first.saturating_sub(NEAR)..first).any(counted)
}

/// "Prescott (4)": the number on a player's back or a place in a list.
fn jersey(line: &Line<'_>, at: usize) -> Option<usize> {
    let bracketed =
        line.is_digits(at) && line.follows_sign(at, &['(']) && line.is_sign(at + 1, &[')']);
    let small = line.word(at).parse::<u8>().is_ok_and(|number| number < 18);
    (bracketed && small && at >= 2 && line.is_capital(at - 2)).then_some(at + 1)
}

/// "the bottom three", "the top 10": a group of the first or last, with nothing counted.
fn ranked(place: &Place<'_>) -> Option<usize> {
    let line = &place.line;
    let number = place.number?;
    let end = number.end;
    let small = number.whole().is_some_and(|number| number < 101) && !number.marked;
    let bare = !line.is_word(end)
        || line.is(end, Class::Preposition)
        || line.is(end, Class::Conjunction)
        || line.is(end, Class::Auxiliary);
    let ranked = line.follows(place.at, Class::Ranked)
        && place.at >= 2
        && line.is(place.at - 2, Class::Determiner);
    let unit = place.prefix.is_some() || place.unit().is_some();
    (ranked && small && bare && !unit && !line.is_hyphen(end) && !line.is(end, Class::Of))
        .then_some(end)
}

/// "221 Baker Street".
fn house(line: &Line<'_>, at: usize) -> Option<usize> {
    if !line.is_digits(at) || line.word(at).len() > 5 {
        return None;
    }
    // "Rue Cler 12", "רחוב הרצל 12"
    let named = |words: usize| {
        let street = at.checked_sub(words + 1)?;
        let name = street + 1..at;
        let begins = line.is(street, Class::StreetBefore) && !line.is_lower(street);
        (begins
            && name
                .clone()
                .all(|here| line.is_word(here) && !line.is_lower(here)))
        .then_some(at + 1)
    };
    if let Some(end) = (1..=3).find_map(named) {
        return Some(end);
    }
    // "16-18 Mill Road", "22 Avenue Foch"
    let ranged = line.is_hyphen(at + 1) && line.is_digits(at + 2);
    let at = if ranged { at + 2 } else { at };
    if line.is(at + 1, Class::Street) && line.is_capital(at + 1) && line.is_capital(at + 2) {
        return Some(at + 3);
    }
    let street =
        (at + 2..at + 5).find(|here| line.is(*here, Class::Street) && line.is_capital(*here))?;
    let names = (at + 1..street).all(|here| {
        line.is_capital(here) || line.is_digits(here) || line.is(here, Class::OrdinalEnding)
    });
    names.then_some(street + 1)
}

fn is_clitic(line: &Line<'_>, at: usize) -> bool {
    matches!(line.word(at), "’s" | "'s")
}
