//! Averages that are impossible for so small a number: ten families have no average of 2.37 children.

use super::{ArticleView, Check, Look};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::{Value, events};
use crate::quantity::{Interval, Kind};

pub(super) const CHECK: Check = Check {
    code: "grim_average",
    name: "Average possible for that number",
    explanation: "Looks for a whole total that gives the stated average over a small number of cases (Brown and \
                  Heathers, The GRIM test, 2017).",
    examples: &[(
        "An average of 2.37 children was counted among the 10 families.",
        "No whole total",
    )],
    counter_examples: &[
        "An average of 2.4 children was counted among the 10 families.",
        "An average of 2.37 children was counted among the 1,000 families.",
    ],
    look: Look::Article(find),
};

/// From here on nearly every average is possible.
const SMALL: i128 = 100;
/// Bytes between the average and the number of cases.
const NEAR: usize = 60;

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    view.sides
        .windows(2)
        .filter_map(|pair| {
            let [mean, cases] = pair else { return None };
            let counted = mean.profile.kind == Kind::Average && mean.profile.base.is_none();
            let between = view.between(*mean, *cases).to_lowercase();
            let among = events().among.iter().any(|word| {
                between
                    .split_whitespace()
                    .rev()
                    .take(3)
                    .any(|last| last == word.as_str())
            });
            if !counted || !among || between.len() > NEAR || !view.same_sentence(*mean, *cases) {
                return None;
            }
            let number = whole(*cases)?;
            let interval = mean.profile.interval();
            let (low, high) = (interval.low?.value, interval.high?.value);
            let number_value = Value::whole(number);
            let from = low.times(number_value)?.floor();
            let to = high.times(number_value)?.floor() + 1;
            let possible = (from..=to).any(|total| {
                Value::ratio(total, number)
                    .is_some_and(|value| interval.meets(Interval::point(value)))
            });
            (!possible).then(|| Finding {
                code: CHECK.code,
                severity: Severity::Impossible,
                claims: vec![mean.claim.id, cases.claim.id],
                title: format!(
                    "An average of “{}” over “{}” is not possible",
                    mean.claim.anchor.quote, cases.claim.anchor.quote
                ),
                working: vec![format!(
                    "No whole total over {number} cases gives an average of {interval}."
                )],
            })
        })
        .collect()
}

/// The number of cases, where it is small and exact.
fn whole(cases: Side<'_>) -> Option<i128> {
    let value = cases.profile.value().filter(|value| value.is_whole())?;
    let exact = cases.profile.kind == Kind::Count && !cases.profile.is_wide();
    let number = value.floor();
    (exact && (2..=SMALL).contains(&number)).then_some(number)
}
