//! A slip of the pen that would explain two figures which nobody can surely set against each other.

use super::{Check, FigureView, Look};
use crate::crosscheck::{Answer, Comparison, Finding, Severity, slip};

pub(super) const CHECK: Check = Check {
    code: "possible_slip",
    name: "Possible slip",
    explanation: "Two figures of one thing that may hold for two times or sorts, and yet differ by no more than a slip of \
                  the pen.",
    examples: &[
        (
            "2024-03-04\nThe bridge cost €82 million, the ministry said.\n---\n2024-03-05\nThe bridge cost €82 billion, the builders said.",
            "may be wrong",
        ),
        (
            "2024-03-04\nThe Velmar tunnel is 57 km long.\n---\n2024-03-05\nThe Velmar tunnel is 75 km long.",
            "exchanged",
        ),
        (
            "2024-03-04\nOrbel has 110,000 employees.\n---\n2024-03-05\nOrbel has 11,000 employees.",
            "lost or doubled",
        ),
        (
            "2024-03-04\nOrbel said its net profit was €1.24 billion in 2023.\n---\n2024-03-05\nOrbel made a profit of €1.42 billion in 2023.",
            "exchanged",
        ),
        (
            "2024-03-04\nThe flood at Velmar destroyed 2,300 homes.\n---\n2024-03-05\nThe flood at Velmar destroyed 23,000 homes.",
            "lost or doubled",
        ),
    ],
    counter_examples: &[
        "2024-03-04\nThe Velmar tunnel is 57 km long.\n---\n2024-03-05\nThe Velmar tunnel is 64 km long.",
        "2024-03-04\nOrbel hired 31 cooks in Arvo.\n---\n2024-03-05\nOrbel hired 13 cooks in Velmar.",
    ],
    look: Look::Figure(find),
};

/// The first of its pairs that a slip explains, where none surely conflicts.
fn find(view: &FigureView<'_>) -> Vec<Finding> {
    let comparisons = &view.figure.comparisons;
    let conflicts = |comparison: &&Comparison| comparison.answer == Answer::Conflicts;
    if comparisons.iter().any(|comparison| conflicts(&comparison)) {
        return Vec::new();
    }
    let side = |id| view.sides.iter().find(|side| side.claim.id == id).copied();
    let unsure = |comparison: &&Comparison| {
        comparison.values_meet == Some(false)
            && match comparison.answer {
                Answer::CannotTell => matches!(
                    comparison.facet,
                    "as-of" | "period" | "concept" | "place" | "value"
                ),
                Answer::DifferentScope => matches!(comparison.facet, "period" | "measure"),
                _ => false,
            }
    };
    comparisons
        .iter()
        .filter(unsure)
        .find_map(|comparison| {
            let slip = slip::possible(side(comparison.a)?, side(comparison.b)?)?;
            Some(Finding {
                code: CHECK.code,
                severity: Severity::CannotTell,
                claims: vec![comparison.a, comparison.b],
                title: format!("{}: a slip is possible", view.figure.title),
                working: vec![slip.why, comparison.why()],
            })
        })
        .into_iter()
        .collect()
}
