//! A rate over a length of time against the sum: "$850 million a year over four years, $3.4 billion in all".

use super::arithmetic::{product, readable};
use super::{ArticleView, Check, Look};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::measure;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::UnitCode;
use crate::quantity::{Interval, Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "rate_duration",
    name: "Rate over time",
    explanation: "Multiplies a rate by the length of time of its sentence and sets it against the sum given beside it.",
    examples: &[(
        "The tunnel will cost $3.4 billion, or $700 million a year for four years.",
        "2,780,000,000 to 2,820,000,000 USD",
    )],
    counter_examples: &[
        "The tunnel will cost $3.4 billion, or $850 million a year for four years.",
        "The firm earns $5 million a year; its founder, jailed for four years, took $1 million.",
        "Wages of $30,000 a year were paid for two years while the bank lost $9 billion.",
    ],
    look: Look::Article(find),
};

/// Bytes from the sum to the rate.
const NEAR: usize = 40;

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    view.sides
        .windows(3)
        .filter_map(|three| match three {
            // "$3.4 billion, or $850 million a year for four years"
            [sum, rate, time] if is_rate(*rate) && restated(view, *sum, *rate) => {
                working(view, *rate, *time, *sum)
            }
            _ => None,
        })
        .collect()
}

fn is_rate(side: Side<'_>) -> bool {
    side.profile.kind == Kind::Rate && side.profile.sense == Sense::Level
}

/// Whether the rate is the sum said in another way.
fn restated(view: &ArticleView<'_>, sum: Side<'_>, rate: Side<'_>) -> bool {
    let between = view.between(sum, rate).to_lowercase();
    between.len() < NEAR
        && crate::lexicon::events()
            .restatements
            .iter()
            .any(|word| between.contains(word.as_str()))
}

fn working(
    view: &ArticleView<'_>,
    rate: Side<'_>,
    time: Side<'_>,
    sum: Side<'_>,
) -> Option<Finding> {
    let beside = view.same_sentence(rate, time) && view.between(rate, time).len() < NEAR / 2;
    if !beside || time.profile.kind != Kind::Duration {
        return None;
    }
    let code = rate.claim.reading.quantity.unit.as_ref()?.0.clone();
    let (of, per) = code.split_once('/')?;
    if sum.claim.reading.quantity.unit.as_ref()?.0 != of {
        return None;
    }
    let length = measure::in_base(
        time.profile.interval,
        time.claim.reading.quantity.unit.as_ref(),
        Some(&UnitCode(per.to_owned())),
        Sense::Level,
    )?;
    // "Four years" in a sum means four, not 3.5 to 4.5.
    let length = time
        .claim
        .reading
        .quantity
        .value()
        .filter(|_| !time.profile.is_wide())
        .and_then(|value| {
            let unit = time.claim.reading.quantity.unit.as_ref()?;
            measure::value_in(value, unit, &UnitCode(per.to_owned()), Sense::Level)
        })
        .map_or(length, Interval::point);
    let expected = product(rate.profile.interval, length)?;
    if expected.meets(sum.profile.interval) {
        return None;
    }
    let quote = |side: Side<'_>| side.claim.anchor.quote.clone();
    Some(Finding {
        code: CHECK.code,
        severity: Severity::Impossible,
        claims: vec![sum.claim.id, rate.claim.id, time.claim.id],
        title: format!(
            "“{}” for “{}” is not “{}”",
            quote(rate),
            quote(time),
            quote(sum)
        ),
        working: vec![
            format!(
                "“{}” for “{}” comes to {} {of}.",
                quote(rate),
                quote(time),
                readable(expected, 2)
            ),
            format!(
                "“{}” stands for {} and does not fit.",
                quote(sum),
                sum.profile.interval
            ),
        ],
    })
}
