//! Shares of one whole that come to more than the whole.

use super::arithmetic::{readable, sum};
use super::{ArticleView, Check, Look};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::Value;
use crate::quantity::{Interval, Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "shares_to_100",
    name: "Shares to 100",
    explanation: "Adds up three or more shares of one sentence; parts of one whole come to 100%.",
    examples: &[(
        "The oil is split: 50% for export, 30% for heating and 20% for cars.",
        "100",
    )],
    counter_examples: &["Of those asked, 60% had a dog, 55% a cat and 40% a bird."],
    look: Look::Article(find),
};

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let shares: Vec<&Side<'_>> = view
        .sides
        .iter()
        .filter(|side| {
            side.profile.kind == Kind::Share
                && side.profile.sense == Sense::Level
                && side
                    .claim
                    .reading
                    .quantity
                    .unit
                    .as_ref()
                    .is_some_and(|unit| unit.0 == "%")
        })
        .collect();
    shares
        .chunk_by(|a, b| view.same_sentence(**a, **b))
        .filter(|run| run.len() >= 3)
        .filter_map(|run| {
            let total = run
                .iter()
                .try_fold(Interval::point(Value::ZERO), |total, side| {
                    sum(total, side.profile.interval)
                })?;
            // People may name several things, so a total beyond 100 proves nothing by itself.
            total
                .meets(Interval::point(Value::whole(100)))
                .then(|| Finding {
                    code: CHECK.code,
                    severity: Severity::Style,
                    claims: run.iter().map(|side| side.claim.id).collect(),
                    title: "The shares come to 100%".to_owned(),
                    working: vec![format!(
                        "Together they come to {} %, which 100 % fits.",
                        readable(total, 1)
                    )],
                })
        })
        .collect()
}
