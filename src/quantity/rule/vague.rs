//! Numbers nobody counted: "dozens", "tens of thousands", "several hundred".

use super::super::line::Line;
use super::super::number;
use super::super::{Kind, Value, counted, measure};
use super::{Figure, Outcome, Place, Rule, Size};
use crate::lexicon::{Class, NumberWord};

pub(super) const VAGUE: Rule = Rule {
    name: "<vague number>",
    explanation: "A number that nobody counted; it stands for an interval of the house rules.",
    matcher: find,
    examples: &[
        ("«16» dead, «dozens» injured", "16 person; 24..<100 person"),
        (
            "«Tens of thousands» of residents fled.",
            "10000..<100000 person",
        ),
        ("«Thousands» marched.", "1000..<10000"),
        ("«several hundred» tents", "200..<1000 tents"),
        (
            "«hundreds of millions of dollars»",
            "100000000..<1000000000 USD",
        ),
    ],
    counter_examples: &["They left a few minutes later.", "It rang several times."],
};

fn find(place: &Place<'_>) -> Option<Outcome> {
    let line = &place.line;
    let at = place.at;
    if !line.is(at, Class::Vague)
        || line.glued_before(at) && at > 0 && !line.follows_sign(at, &['“', '‘', '"', '('])
    {
        return None;
    }
    if place.number.is_some_and(|number| number.end > at + 2) {
        return None;
    }
    let (end, low, high) = multiplied(line, at)
        .or_else(|| factor(line, at))
        .or_else(|| word(line, at).filter(|(end, _, _)| !is_idle(line, at, *end)))?;
    let name = line.words(at, end).to_lowercase();
    let unit_at = end + usize::from(line.is(end, Class::Of));
    let unit = measure::after(line, at, unit_at, false)
        .filter(|unit| line.word(unit_at).len() > 2 && unit.end > unit_at);
    let mut figure = Figure::new(at, end, Size::Vague(name, low, high), Kind::Count);
    match unit {
        Some(unit) => {
            figure.end = unit.end;
            figure.kind = unit.kind;
            figure.unit = Some(unit);
        }
        None => figure.counts_at = Some(end),
    }
    Some(Outcome::one(figure))
}

/// "a few minutes", "several times": nothing that could be checked.
fn is_idle(line: &Line<'_>, at: usize, end: usize) -> bool {
    let (words, vague) = (line.words(at, end), &line.lexicon.vague);
    let weak = vague
        .weak
        .iter()
        .any(|weak| weak.eq_ignore_ascii_case(words));
    let noun = end + usize::from(line.is(end, Class::Of));
    let lasts =
        measure::after(line, at, noun, false).is_some_and(|unit| unit.kind == Kind::Duration);
    weak && (line.is(noun, Class::Idle) || lasts)
}

/// "tens of thousands".
fn multiplied(line: &Line<'_>, at: usize) -> Option<(usize, Value, Value)> {
    let (words, which) = line
        .lexicon
        .phrases
        .multiplied
        .beginning(|on| line.entry(at + on).id)?;
    let (_, factor) = line.lexicon.vague.multiplied.get(*which)?;
    let of = at + words;
    let (end, low, high) = line
        .is(of, Class::Of)
        .then(|| word(line, of + 1))
        .flatten()?;
    Some((end, low.times(*factor)?, high.times(*factor)?))
}

/// "several hundred", "a few thousand", "a couple of dozen".
fn factor(line: &Line<'_>, at: usize) -> Option<(usize, Value, Value)> {
    let (words, which) = line
        .lexicon
        .phrases
        .factors
        .beginning(|on| line.entry(at + on).id)?;
    let (_, low, high) = line.lexicon.vague.factors.get(*which)?;
    let mut end = at + words;
    let mut ten = Value::ONE;
    while end < at + words + 3 {
        ten = match line.entry(end).number {
            NumberWord::Scale(power)
                if !line.is(end, Class::Vague) || line.lexicon.numerals.plural_scales =>
            {
                ten.times(Value::power_of_ten(i8::try_from(power).ok()?)?)?
            }
            NumberWord::Collective(many) if !line.is(end, Class::Vague) => {
                ten.times(Value::whole(many.into()))?
            }
            _ => break,
        };
        end += 1;
    }
    (end > at + words).then_some((end, low.times(ten)?, high.times(ten)?))
}

/// "dozens", "thousands"; weak words only where something is counted.
fn word(line: &Line<'_>, at: usize) -> Option<(usize, Value, Value)> {
    let (words, which) = line
        .lexicon
        .phrases
        .vague
        .beginning(|on| line.entry(at + on).id)?;
    let (name, low, high) = line.lexicon.vague.words.get(*which)?;
    let end = at + words;
    let weak = line.lexicon.vague.weak.contains(name);
    let counted = line.is(end, Class::Of) || counted::phrase(line, end, false).is_some();
    let goes_on = number::read(line, end).is_some();
    let verb = line.follows(at, Class::Pronoun)
        || line.is(end, Class::Determiner) && !line.is(at, Class::Of);
    let starts = |letters: &String| line.word(end).starts_with(letters.as_str());
    let completed = |letters: &String| {
        line.word(end).chars().count() > 2 && line.word(end).ends_with(letters.as_str())
    };
    let (starting, ending) = (
        &line.lexicon.vague.weak_not_before,
        &line.lexicon.vague.weak_not_before_endings,
    );
    let number_of = (starting.iter().any(starts) || ending.iter().any(completed))
        && !line.is(end, Class::Casualty);
    (!(weak && (!counted || goes_on || number_of)) && !verb).then_some((end, *low, *high))
}
