//! A ledger of people: those who were there, less those who left, are those who remain.

use super::arithmetic::{difference, readable};
use super::part_of_whole::{NEAR, counts_people, remaining};
use super::{ArticleView, Check, Look};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::words::class_name;
use crate::crosscheck::{Finding, Severity};

pub(super) const CHECK: Check = Check {
    code: "ledger",
    name: "Ledger of people",
    explanation: "Takes those who left from those who were there before, and sets the rest against those who remain.",
    examples: &[
        (
            "The town had a pre-war population of 120,000. Some 60,000 people have fled. Only 30,000 residents remain.",
            "does not fit",
        ),
        (
            "The town had a pre-war population of 120,000. Some 90,000 people have fled. Only 30,000 residents remain.",
            "“30,000” fits",
        ),
    ],
    counter_examples: &[
        "The town had a pre-war population of 120,000. Only 30,000 residents remain.",
    ],
    look: Look::Article(find),
};

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    remaining(view)
        .into_iter()
        .filter_map(|(rest, whole)| ledger(view, rest, whole))
        .collect()
}

/// Whole − left = remaining, where the text gives all three.
fn ledger(view: &ArticleView<'_>, rest: Side<'_>, whole: Side<'_>) -> Option<Finding> {
    let left = view.sides.iter().find(|side| {
        side.profile
            .class
            .is_some_and(|class| matches!(class_name(class), "displaced" | "left" | "evacuated"))
            && counts_people(**side)
            && side.profile.at.abs_diff(whole.profile.at) < NEAR
            && side.claim.id != rest.claim.id
            && side.claim.id != whole.claim.id
    })?;
    let expected = difference(whole.profile.common?, left.profile.common?)?;
    let given = rest.profile.common?;
    let fits = expected.meets(given);
    let quote = |side: Side<'_>| side.claim.anchor.quote.clone();
    Some(Finding {
        code: CHECK.code,
        severity: if fits {
            Severity::Style
        } else {
            Severity::CannotTell
        },
        claims: vec![whole.claim.id, left.claim.id, rest.claim.id],
        title: if fits {
            "What was, what left and what remains fit together".to_owned()
        } else {
            "What was, what left and what remains do not fit together".to_owned()
        },
        working: vec![
            format!(
                "“{}” − “{}” leaves {}.",
                quote(whole),
                quote(*left),
                readable(expected, 0)
            ),
            if fits {
                format!("“{}” fits.", quote(rest))
            } else {
                format!(
                    "“{}” does not fit: others came or left, or one of the three is wrong.",
                    quote(rest)
                )
            },
        ],
    })
}
