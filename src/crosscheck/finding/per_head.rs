//! So much each, so many, and so much in all.

use super::{ArticleView, Check, Look};
use crate::crosscheck::arithmetic::{product, readable};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::words::vocabulary;
use crate::crosscheck::{Finding, Severity};
use crate::quantity::{Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "per_head",
    name: "So much each",
    explanation: "Multiplies an amount each by the number of people of its sentence and sets it against the amount in all.",
    examples: &[(
        "The firm paid 400 workers $500 each, a total of $2 million.",
        "does not fit",
    )],
    counter_examples: &["The firm paid 400 workers $500 each, a total of $200,000."],
    look: Look::Article(find),
};

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let money =
        |side: &&Side<'_>| side.profile.kind == Kind::Money && side.profile.sense == Sense::Level;
    let mut findings = Vec::new();
    for each in view.sides.iter().filter(money).filter(|side| is_each(side)) {
        let near = || {
            view.sides
                .iter()
                .filter(|side| view.same_sentence(**side, *each))
        };
        let mut counts = near().filter(|side| side.profile.kind == Kind::Count);
        let mut totals = near()
            .filter(money)
            .filter(|side| !is_each(side) && side.profile.family == each.profile.family);
        let (Some(count), None, Some(total), None) =
            (counts.next(), counts.next(), totals.next(), totals.next())
        else {
            continue;
        };
        let (Some(rate), Some(number), Some(given)) = (
            each.profile.common(),
            count.profile.common(),
            total.profile.common(),
        ) else {
            continue;
        };
        let Some(expected) = product(rate, number).filter(|expected| !expected.meets(given)) else {
            continue;
        };
        let larger = total.profile.value() > each.profile.value();
        if larger {
            findings.push(Finding {
                code: CHECK.code,
                severity: Severity::Impossible,
                claims: vec![each.claim.id, count.claim.id, total.claim.id],
                title: format!(
                    "“{}” is not “{}” each",
                    total.claim.anchor.quote, each.claim.anchor.quote
                ),
                working: vec![
                    format!(
                        "“{}” times “{}” is {}.",
                        each.claim.anchor.quote,
                        count.claim.anchor.quote,
                        readable(expected, 2)
                    ),
                    format!(
                        "“{}” stands for {given} and does not fit.",
                        total.claim.anchor.quote
                    ),
                ],
            });
        }
    }
    findings
}

fn is_each(side: &Side<'_>) -> bool {
    vocabulary()
        .narrowing_at(&vocabulary().tokens("each"))
        .is_some_and(|(list, _)| side.profile.narrowing().contains(&list))
}
