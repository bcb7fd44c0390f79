//! A rank against the figures beside it: who is "ahead of" another has the larger number.

use super::{ArticleView, Check, Look};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::events;
use crate::quantity::Sense;

pub(super) const CHECK: Check = Check {
    code: "rank",
    name: "Rank against the figures",
    explanation: "Who is said to be ahead of another, or behind, must have the larger or the smaller figure.",
    examples: &[(
        "Mira Tolan won 43% of the vote, ahead of Jon Averin with 54%.",
        "not the larger",
    )],
    counter_examples: &[
        "Mira Tolan won 54% of the vote, ahead of Jon Averin with 43%.",
        "Redport are third with 54 points, behind Ashton with 61 points.",
        "Mira Tolan lags behind with 15 percent, and Jon Averin even further behind with 11 percent.",
        "The bridge opened 3 months ahead of the 50 year jubilee.",
    ],
    look: Look::Article(find),
};

/// Bytes between two figures of one comparison.
const NEAR: usize = 70;

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    view.sides
        .windows(2)
        .filter_map(|pair| {
            let [a, b] = pair else { return None };
            let between = view.between(*a, *b).to_lowercase();
            let alike = a.profile.family == b.profile.family
                && a.profile.kind == b.profile.kind
                && a.profile.sense == Sense::Level
                && b.profile.sense == Sense::Level
                && a.claim.reading.quantity.unit == b.claim.reading.quantity.unit
                && between.len() < NEAR
                && view.same_sentence(*a, *b);
            // "Ahead of Jon Averin with 54%": the second figure is the other's.
            let owned = events()
                .having
                .iter()
                .any(|word| between.trim_end().ends_with(word.as_str()));
            // "Even further behind with 11%" is said of the owner of the second.
            let names = |behind: &str| {
                let behind = behind.trim();
                !behind.is_empty() && !events().having.iter().any(|word| word.trim() == behind)
            };
            let says = |words: &[String]| {
                let mut found = words
                    .iter()
                    .filter_map(|word| between.split_once(word.as_str()));
                found.any(|(_, behind)| names(behind))
            };
            if !alike || !owned {
                return None;
            }
            match (says(&events().ahead), says(&events().behind)) {
                (true, false) => smaller(*a, *b, *a),
                (false, true) => smaller(*b, *a, *a),
                _ => None,
            }
        })
        .collect()
}

/// A finding where `first`, which is said to be the larger, is the smaller for sure; `told` is the one spoken of.
fn smaller(first: Side<'_>, second: Side<'_>, told: Side<'_>) -> Option<Finding> {
    let (high, low) = (first.profile.common()?.high?, second.profile.common()?.low?);
    (high.value < low.value).then(|| {
        let quote = |side: Side<'_>| side.claim.anchor.quote.clone();
        Finding {
            code: CHECK.code,
            severity: Severity::Impossible,
            claims: vec![
                told.claim.id,
                if told.claim.id == first.claim.id {
                    second
                } else {
                    first
                }
                .claim
                .id,
            ],
            title: format!("“{}” is not the larger of the two", quote(first)),
            working: vec![
                format!(
                    "The text puts “{}” before “{}”.",
                    quote(first),
                    quote(second)
                ),
                format!(
                    "“{}” stands for {}, “{}” for {}: it is not the larger.",
                    quote(first),
                    first.profile.interval(),
                    quote(second),
                    second.profile.interval()
                ),
            ],
        }
    })
}
