//! Two neighbouring numbers of which one is meant.

use super::super::number;
use super::super::{Kind, Value};
use super::{Figure, Outcome, Place, Rule, Size, age, measured};
use crate::lexicon::Class;

pub(super) const EITHER: Rule = Rule {
    name: "<number> or <quantity>",
    explanation: "One of two neighbouring numbers is meant, so it lies between them.",
    matcher: either,
    examples: &[
        ("«Two or three» shots were heard.", "2..3 shots"),
        ("a wait of «five or six hours»", "5..6 h"),
        ("«about 40 or 50» houses", "~ 40..50 houses"),
        ("Prices rose by «10 or 15%».", "up 10..15 %"),
        ("«at least one or two» members", ">= 1..2 person"),
        ("It costs «$8» or «$9».", "8 USD; 9 USD"),
    ],
    counter_examples: &["The vote is in 2019 or 2020."],
};

fn either(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let low = place.number?;
    if !line.is(low.end, Class::Either) || place.measured(low).1.is_some() {
        return None;
    }
    let next = low.end + 1;
    let high = number::read(line, next).filter(|high| high.start == next)?;
    let (high, unit) = measured(line, high, None);
    let years = low.is_plain(4) && low.length == 4 && high.is_plain(4);
    let alike = low.power == high.power && low.digits == high.digits;
    let neighbours = low.numeral.value < high.numeral.value
        && low
            .numeral
            .value
            .times(Value::whole(2))
            .is_some_and(|twice| high.numeral.value <= twice);
    if years || !alike || !neighbours || age::is_told(line, &low) {
        return None;
    }
    let end = unit
        .as_ref()
        .map_or(high.end, |unit| unit.end.max(high.end));
    let kind = unit.as_ref().map_or(Kind::Count, |unit| unit.kind);
    let mut figure = Figure::new(
        place.start(),
        end,
        Size::Range(low.numeral, high.numeral),
        kind,
    );
    figure.unit = unit;
    figure.counts_at = (kind == Kind::Count).then_some(end);
    Some(Outcome::one(figure))
}
