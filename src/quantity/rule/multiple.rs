//! Multiples: "twice as many", "three times", "fivefold", "doubled".

use super::super::hedge;
use super::super::line::Line;
use super::super::{Kind, Numeral, Precision, Value, measure};
use super::{Figure, Outcome, Place, Rule, Size};
use crate::lexicon::{Class, NumberWord};

pub(super) const TIMES: Rule = Rule {
    name: "<number> times",
    explanation: "A multiple of something else.",
    matcher: find,
    examples: &[
        ("It is «twice» as large.", "2 ratio"),
        ("«more than four times» the number", "> 4 ratio"),
        ("a «fivefold» rise", "5 ratio"),
        ("Output «doubled» in May.", "up 2 ratio"),
        ("The price rose «2.5 times».", "up 2.5 ratio"),
    ],
    counter_examples: &["He scored twice.", "a double room", "Take it twice a day."],
};

fn find(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let at = place.at;
    if let NumberWord::Multiple(times) = line.entry(at).number {
        let compared = line.is(at + 1, Class::Determiner)
            || line.is(at + 1, Class::Difference)
            || is_as(line, at + 1)
            || line.is(at + 1, Class::Pronoun);
        let verb = line.is(at, Class::Multiplying);
        let halving = line.is(at, Class::Halving);
        let value = if halving {
            Value::ratio(1, 2)?
        } else {
            Value::whole(times.into())
        };
        let compared = compared || line.is(at, Class::Fold);
        // "twice a day" says how often.
        let often = line.is(at + 1, Class::Article)
            && measure::after(line, at, at + 2, false)
                .is_some_and(|unit| unit.kind == Kind::Duration);
        let compared = compared && !often;
        let hyphen = line.is_hyphen(at + 1) || line.glued_before(at);
        return ((compared || verb) && !hyphen).then(|| {
            let mut figure = Figure::new(at, at + 1, Size::Single(exact(value)), Kind::Ratio);
            figure.sign = verb.then_some(if halving { '-' } else { '+' });
            Outcome::one(figure)
        });
    }
    let number = place.number?;
    if line.follows(at, Class::TimesBefore) && at > place.floor {
        let size = Size::Single(number.numeral);
        return Some(Outcome::one(Figure::new(
            at - 1,
            number.end,
            size,
            Kind::Ratio,
        )));
    }
    let fold = number.end + usize::from(line.is_hyphen(number.end));
    if line.is(fold, Class::Fold) && line.glued_before(fold) {
        return Some(Outcome::one(Figure::new(
            at,
            fold + 1,
            Size::Single(number.numeral),
            Kind::Ratio,
        )));
    }
    let glued_x = number.digits
        && line.word(number.end) == "x"
        && line.glued(number.end - 1)
        && !line.glued(number.end);
    let times = line.is(number.end, Class::Times);
    if !(glued_x || times) || place.prefix.is_some() {
        return None;
    }
    let end = number.end + 1;
    // "0.8 times earnings": nobody does a thing so often.
    let broken = !number.numeral.value.is_whole() && line.is_word(end);
    let compared = broken
        || line.is(end, Class::Determiner) && !line.is(end, Class::Article)
        || line.is(end, Class::Difference)
        || line.is(end, Class::As)
        || line.is(end, Class::Pronoun);
    // "rose 2.5 times"
    let hedge = hedge::before(line, at, place.floor).map_or(at, |(start, _)| start);
    let changed = line.follows(hedge, Class::Up) && !line.is_word(end);
    (glued_x || compared || changed).then(|| {
        Outcome::one(Figure::new(
            at,
            end,
            Size::Single(number.numeral),
            Kind::Ratio,
        ))
    })
}

/// "as many", "as large": a comparison, not "as United won".
fn is_as(line: &Line<'_>, at: usize) -> bool {
    line.is(at, Class::As)
        && line.is_lower(at + 1)
        && !line.is(at + 1, Class::Determiner)
        && !line.is(at + 1, Class::Pronoun)
}

const fn exact(value: Value) -> Numeral {
    Numeral {
        value,
        precision: Precision::Exact,
    }
}
