//! Places in an order: "39th week", "third-largest".

use super::super::{Kind, Numeral, Value};
use super::{Figure, Outcome, Place, Rule, Size};
use crate::lexicon::{Class, NumberWord};

pub(super) const RANK: Rule = Rule {
    name: "<ordinal>",
    explanation: "A place in an order.",
    matcher: find,
    examples: &[
        ("the «39th» week of marches", "39 rank"),
        ("an «eighth» round of talks", "8 rank"),
        ("the «second» largest city", "2 rank"),
        ("her «twenty-first» book", "21 rank"),
        (
            "the barn's «one hundred and thirty-second» year",
            "132 rank",
        ),
        ("the «three hundredth» goat", "300 rank"),
    ],
    counter_examples: &["the 21st century", "a second later", "the 22nd amendment"],
};

fn find(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let at = place.at;
    let (end, value) = if let Some(value) = numbered_noun(place) {
        (at + 1, value)
    } else if line.is_digits(at) {
        let ending =
            line.glued(at) && line.is(at + 1, Class::OrdinalEnding) && !line.glued_before(at);
        let value: i128 = line
            .word(at)
            .parse()
            .ok()
            .filter(|_| ending && line.word(at).len() < 7)?;
        (at + 2, value)
    } else if let Some((end, value)) = hundreds(place) {
        (end, value)
    } else {
        let tens = match line.entry(at).number {
            NumberWord::Cardinal(tens) if tens >= 20 && line.is_hyphen(at + 1) => Some(tens),
            _ => None,
        };
        let word = if tens.is_some() { at + 2 } else { at };
        let NumberWord::Ordinal(place_in_order) = line.entry(word).number else {
            return None;
        };
        let small = place_in_order < 3 && tens.is_none();
        if small && !is_superlative(place, word + 1) {
            return None;
        }
        // "ביום חמישי", on the fifth day, is Thursday.
        let days = &line.lexicon.numerals.ordinal_days;
        let is_weekday = at > 0 && days.iter().any(|day| line.word(at - 1) == day);
        if line.is(word + 1, Class::Of) || is_weekday {
            return None;
        }
        (
            word + 1,
            i128::from(tens.unwrap_or(0)) + i128::from(place_in_order),
        )
    };
    let noun = end + usize::from(line.is_hyphen(end));
    if line.is(noun, Class::Century) || line.is(noun, Class::Hyphenated) && noun > end {
        return Some(Outcome::Nothing(end));
    }
    let figure = Figure::new(at, end, Size::Single(Numeral::whole(value)), Kind::Rank);
    Some(Outcome::one(figure_of(figure, Value::whole(value))))
}

/// "one hundred and thirty-second", "two hundredth": an ordinal with a number in words before it.
fn hundreds(place: &Place<'_>) -> Option<(usize, i128)> {
    let line = &place.line;
    let before = place.number.filter(|number| {
        !number.digits && !number.signed && number.start == place.at && number.end > place.at
    })?;
    let value = i128::from(before.whole()?);
    let joined = line.is(before.end, Class::Join) || line.is_hyphen(before.end);
    let word = before.end + usize::from(joined);
    let end = word + 1;
    let total = match line.entry(word).number {
        NumberWord::Ordinal(units) => {
            let units = i128::from(units);
            let after_hundreds = value % 100 == 0 && units < 100;
            let after_tens = value > 100 && value % 100 >= 20 && value % 10 == 0 && units < 10;
            (value >= 100 && (after_hundreds || after_tens)).then_some(value + units)?
        }
        // "a hundredth" and "one hundredth of it" are parts.
        NumberWord::OrdinalScale(power) if value < 100 && !line.is(end, Class::Of) => {
            let told = line.follows(place.at, Class::Determiner);
            let ten = 10_i128.checked_pow(power.into())?;
            told.then(|| value.checked_mul(ten)).flatten()?
        }
        _ => return None,
    };
    Some((end, total))
}

/// Hebrew “the meeting the-39”, “in-place the-5”: the noun before begins with the letter, or with one that hides it.
fn numbered_noun(place: &Place<'_>) -> Option<i128> {
    let (line, at) = (&place.line, place.at);
    let noun = at.checked_sub(2)?;
    let prefixes = &line.lexicon.numerals.ordinal_prefixes;
    let told = prefixes.iter().any(|prefix| line.word(at - 1) == prefix);
    let hidden = &line.lexicon.grammar.prefixes;
    let agree = told
        && line.word(noun).chars().count() > 3
        && (hidden.iter()).any(|prefix| line.word(noun).starts_with(prefix.as_str()));
    let number = place.number.filter(|number| number.is_plain(4) && agree)?;
    number.whole().map(i128::from)
}

/// "second largest", "second-best".
fn is_superlative(place: &Place<'_>, at: usize) -> bool {
    let line = &place.line;
    let word = at + usize::from(line.is_hyphen(at));
    let endings = &line.lexicon.numerals.superlatives;
    line.word(word).len() > 4
        && endings
            .iter()
            .any(|ending| line.word(word).ends_with(ending.as_str()))
}

fn figure_of(figure: Figure, value: Value) -> Figure {
    Figure {
        one: value == Value::ONE,
        ..figure
    }
}
