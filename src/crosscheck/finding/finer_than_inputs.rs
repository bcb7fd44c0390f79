//! A result that is finer than what it was worked out from: 20% of about 100,000 is not 20,417.

use super::percent_of::{given, pairs};
use super::{ArticleView, Check, Look};
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::Value;

pub(super) const CHECK: Check = Check {
    code: "finer_than_inputs",
    name: "Finer than its inputs",
    explanation: "A result with three or more figures, from a share and a number that have two or fewer, promises more \
                  than anybody knows.",
    examples: &[(
        "About 20% of the 100,000 residents, or 20,417 people, had voted.",
        "finer",
    )],
    counter_examples: &[
        "About 20% of the 100,000 residents, or 20,000 people, had voted.",
        "About 20.4% of the 100,083 residents, or 20,417 people, had voted.",
    ],
    look: Look::Article(find),
};

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    pairs(view)
        .into_iter()
        .filter_map(|(share, whole)| {
            let result = given(view, share, whole)?;
            let figures = |side: crate::crosscheck::comparison::Side<'_>| {
                side.claim.reading.quantity.value().map(Value::figures)
            };
            let (fine, inputs) = (figures(result)?, figures(share)?.max(figures(whole)?));
            (fine >= 3 && inputs <= 2).then(|| Finding {
                code: CHECK.code,
                severity: Severity::Style,
                claims: vec![share.claim.id, whole.claim.id, result.claim.id],
                title: format!("“{}” is finer than what it comes from", result.claim.anchor.quote),
                working: vec![format!(
                    "“{}” and “{}” have {inputs} figures at most, “{}” has {fine}: a finer number than its inputs allow.",
                    share.claim.anchor.quote, whole.claim.anchor.quote, result.claim.anchor.quote
                )],
            })
        })
        .collect()
}
