//! A rate over a length of time against the sum: "$850 million a year over four years, $3.4 billion in all".

use super::{ArticleView, Check, Look};
use crate::crosscheck::arithmetic::product;
use crate::crosscheck::comparison::{Side, shown};
use crate::crosscheck::measure;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::UnitCode;
use crate::quantity::{Interval, Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "rate_duration",
    name: "Rate over time",
    explanation: "Multiplies a rate by the length of time of its sentence and sets it against the sum given beside it.",
    examples: &[
        (
            "The tunnel will cost $3.4 billion, or $700 million a year for four years.",
            "2.78 to 2.82 billion",
        ),
        (
            "The firm pays $5 million a year for four years, a total of $30 million.",
            "does not fit",
        ),
    ],
    counter_examples: &[
        "The firm pays $5 million a year for four years, a total of $20 million.",
        "The sea rose by 10 cm in 30 years, 3.3 mm a year.",
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
            // "10 cm in 30 years, 3.3 mm a year"
            [sum, time, rate]
                if is_rate(*rate)
                    && view.between(*sum, *time).split_whitespace().count() <= 2
                    && view
                        .between(*time, *rate)
                        .trim_start()
                        .starts_with([',', '(']) =>
            {
                working(view, *rate, *time, *sum)
            }
            // "$5 million a year for four years, a total of $20 million"
            [rate, time, sum] if is_rate(*rate) && totals(view, *time, *sum) => {
                working(view, *rate, *time, *sum)
            }
            _ => None,
        })
        .collect()
}

/// Whether the sum is said to be all of it.
fn totals(view: &ArticleView<'_>, time: Side<'_>, sum: Side<'_>) -> bool {
    let between = view.between(time, sum).to_lowercase();
    let after = view.article.text.after(sum.claim.anchor.span).trim_start();
    let words = &crate::lexicon::events().totals;
    between.len() < NEAR
        && words
            .iter()
            .any(|word| between.contains(word.as_str()) || after.starts_with(word.as_str()))
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
    let (first, second) = if rate.profile.at < time.profile.at {
        (rate, time)
    } else {
        (time, rate)
    };
    let beside = view.same_sentence(first, second) && view.between(first, second).len() < NEAR / 2;
    if !beside || time.profile.kind != Kind::Duration {
        return None;
    }
    let code = rate.claim.reading.quantity.unit.as_ref()?.0.clone();
    let (of, per) = code.split_once('/')?;
    // Compared in the unit of the sum: "10 cm" with "mm a year".
    let of_sum = sum.claim.reading.quantity.unit.as_ref()?;
    let of = UnitCode(of.to_owned());
    let length = measure::in_base(
        time.profile.interval(),
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
    let rate_in_unit = measure::in_base(
        rate.profile.interval(),
        Some(&of),
        Some(of_sum),
        Sense::Level,
    )?;
    let expected = product(rate_in_unit, length)?;
    if expected.meets(sum.profile.interval()) {
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
                "“{}” for “{}” comes to {}.",
                quote(rate),
                quote(time),
                shown(expected, sum)
            ),
            format!(
                "“{}” stands for {} and does not fit.",
                quote(sum),
                shown(sum.profile.interval(), sum)
            ),
        ],
    })
}
