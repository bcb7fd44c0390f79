//! A number with its unit or with what it counts: the commonest shape.

use super::super::line::Line;
use super::super::measure::Measure;
use super::super::number::{self, Number};
use super::super::{Kind, Value, counted, measure};
use super::{Figure, Outcome, Place, Rule, Size, age, measured};
use crate::lexicon::{Class, NumberWord};

pub(super) const QUANTITY: Rule = Rule {
    name: "<number> <unit or noun>",
    explanation: "A number, with the unit beside it or the noun it counts.",
    matcher: find,
    examples: &[
        ("«About 98,000» Russians crossed.", "~ 98000 person"),
        ("«At least 11» civilians were killed.", ">= 11 person"),
        ("They raised «£18.5million» for it.", "18500000 GBP"),
        ("He earns «350,000 euros a year» there.", "350000 EUR/a"),
        ("Only «about 20%» voted.", "~ 20 %"),
        ("It hit «12» newly built schools.", "12 schools"),
        (
            "«16» killed, «three» injured in fire",
            "16 person; 3 person",
        ),
        ("Crash kills «1»", "1"),
        ("a «seven-month» war", "7 mo"),
        ("«98,000 or more» came.", ">= 98000"),
        ("«At least some 30» houses burned.", ">= 30 houses"),
        ("«Five days» later he left.", "5 d"),
        ("«Two and a half million» people saw it.", "2500000 person"),
        ("«One» of the bridges fell.", "1 bridges"),
        ("It cost «$5bn».", "5000000000 USD"),
        ("They sold «1.2m tons» of ore.", "1200000 t"),
        ("Costs rose «5%».", "up 5 %"),
    ],
    counter_examples: &["No one came.", "Which one is it?"],
};

fn find(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let number = place.number?;
    if !number.digits && !counts(place, &number) {
        return None;
    }
    let (number, unit) = measured(line, number, place.sign_of_money());
    let end = unit
        .as_ref()
        .map_or(number.end, |unit| unit.end.max(number.end));
    let touched = line.glued(number.end - 1)
        && line.is_word(number.end)
        && !matches!(line.word(number.end), "’s" | "'s");
    if unit.is_none() && touched && number.digits {
        return None;
    }
    let mut figure = Figure::new(
        place.start(),
        end,
        Size::Single(number.numeral),
        Kind::Count,
    );
    figure.sign = line.sign(number.start);
    figure.one = number.numeral.value == Value::ONE;
    figure.unit = unit.or_else(|| borrowed(place, &number));
    figure.kind = figure.unit.as_ref().map_or(Kind::Count, |unit| unit.kind);
    if age::is_told(line, &number) && figure.unit.is_none() {
        figure.unit = Some(age::years(number.end));
        figure.kind = Kind::Age;
    }
    figure.counts_at = match figure.kind {
        Kind::Count => Some(end),
        Kind::Share if line.is(end, Class::Of) => Some(end),
        _ => None,
    };
    Some(Outcome::one(figure))
}

/// Whether a number in words counts something: "one" is often a pronoun.
fn counts(place: &Place<'_>, number: &Number) -> bool {
    let line = &place.line;
    let (at, end) = (place.at, number.end);
    let hyphen_before = at >= 2
        && line.is_hyphen(at - 1)
        && line.is_word(at - 2)
        && !line.is(at - 2, Class::Preposition);
    if hyphen_before || line.is_hyphen(end) && line.is(end + 1, Class::Hyphenated) {
        return false;
    }
    let single =
        number.numeral.value == Value::ONE && line.entry(at).number == NumberWord::Cardinal(1);
    if !single {
        return true;
    }
    let made_pronoun = line.follows(at, Class::PronounMaker);
    let of = line.is(end, Class::Of)
        && (line.is(end + 1, Class::Determiner)
            || line.is(end + 1, Class::Pronoun)
            || line.is_word(end + 1)
            || line.is_digits(end + 1));
    let unit = measure::after(line, at, end, false).is_some();
    let casualty = line.is(end, Class::Casualty);
    let noun = line.is_word(end) && counted::phrase(line, end, true).is_some();
    let sentence_pronoun = line.is(end, Class::Auxiliary)
        || line.is(end, Class::Preposition) && !of
        || line.is(end, Class::Pronoun);
    unit || casualty
        || !made_pronoun && (of || noun && !sentence_pronoun)
        || made_pronoun && noun && line.follows(at, Class::Determiner) && !sentence_pronoun
}

/// The unit of the next number, where the two share it: "45 and 50 mg", "8 or $9".
fn borrowed(place: &Place<'_>, number: &Number) -> Option<Measure> {
    let line = &place.line;
    let joint = number.end;
    let joins = line.is(joint, Class::RangeJoiner) || line.is(joint, Class::Conjunction);
    if !joins || !number.digits {
        return None;
    }
    let sign = usize::from(line.sign(joint + 1).is_some() && line.glued(joint + 1));
    let next = number::read(line, joint + 1 + sign).filter(|next| next.digits)?;
    let (next, unit) = measured(line, next, None);
    let prefix = measure::before(line, next.start).map(|(_, unit)| unit);
    let unit = if sign == 1 { prefix } else { unit }?;
    let alike = next.power == number.power;
    (alike && unit.kind != Kind::Age && !is_per_year(line, &unit)).then_some(Measure {
        end: number.end,
        ..unit
    })
}

fn is_per_year(_line: &Line<'_>, unit: &Measure) -> bool {
    unit.words.is_empty()
}
