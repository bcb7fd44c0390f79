//! Shares that are impossible for so small a number: of ten people there are no 33%.

use super::percent_of::{fraction, pairs};
use super::{ArticleView, Check, Look};
use crate::crosscheck::profile::Form;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::Value;
use crate::quantity::Kind;

pub(super) const CHECK: Check = Check {
    code: "grim",
    name: "Possible for that number",
    explanation: "Looks for a whole number of things that gives the stated share of a small number (Brown and Heathers, \
                  The GRIM test, 2017).",
    examples: &[(
        "He said 33% of the 14 jurors had changed their minds.",
        "No whole number",
    )],
    counter_examples: &[
        "He said 33% of the 12 jurors had changed their minds.",
        "He said about 30% of the nine jurors had changed their minds.",
    ],
    look: Look::Article(find),
};

/// From here on every share is close to some whole number.
const SMALL: i128 = 100;

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    pairs(view)
        .into_iter()
        .filter_map(|(share, whole)| {
            let value = whole.profile.value().filter(|value| value.is_whole())?;
            let number: i128 = value.to_string().parse().ok()?;
            if whole.profile.kind != Kind::Count || !(2..=SMALL).contains(&number) {
                return None;
            }
            if whole.profile.interval() != crate::quantity::Interval::point(value) {
                return None;
            }
            // "About 30% of nine" is three of them, and nobody would say it otherwise.
            if share.profile.form == Form::About || share.profile.form == Form::Nearly {
                return None;
            }
            let part = fraction(share)?;
            let possible = (0..=number).any(|k| {
                Value::ratio(k, number)
                    .is_some_and(|ratio| part.meets(crate::quantity::Interval::point(ratio)))
            });
            (!possible).then(|| Finding {
                code: CHECK.code,
                severity: Severity::Impossible,
                claims: vec![share.claim.id, whole.claim.id],
                title: format!(
                    "“{}” of “{}” is not possible",
                    share.claim.anchor.quote, whole.claim.anchor.quote
                ),
                working: vec![format!(
                    "No whole number out of {number} gives a share of {}.",
                    share.profile.interval()
                )],
            })
        })
        .collect()
}
