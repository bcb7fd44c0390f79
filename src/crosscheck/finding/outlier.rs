//! One value far from all the others of its figure.

use super::{Check, FigureView, Look};
use crate::crosscheck::{Answer, Finding, Severity};
use crate::lexicon::Value;

pub(super) const CHECK: Check = Check {
    code: "outlier",
    name: "Outlier",
    explanation: "Of at least four values one lies more than half its size away from its nearest neighbour.",
    examples: &[(
        "2024-06-09\n30,200 people marched through Lindow on Saturday against the dam, Lindow police said.\n---\n2024-06-09\n31,400 people marched through Lindow on Saturday against the dam, the Lindow tram company said.\n---\n2024-06-09\n29,900 people marched through Lindow on Saturday against the dam, the Lindow Post said.\n---\n2024-06-09\n80,000 people marched through Lindow on Saturday against the dam, the organisers said.",
        "more than half of 80,000 away",
    )],
    counter_examples: &[
        "2024-06-09\n30,200 people marched through Lindow on Saturday against the dam, Lindow police said.\n---\n2024-06-09\n31,400 people marched through Lindow on Saturday against the dam, the Lindow tram company said.\n---\n2024-06-09\n29,900 people marched through Lindow on Saturday against the dam, the Lindow Post said.",
    ],
    look: Look::Figure(find),
};

fn find(view: &FigureView<'_>) -> Vec<Finding> {
    // A figure that moves has values far apart by rights.
    if matches!(
        view.figure.answer,
        Some(Answer::UpdatedOverTime | Answer::DifferentScope) | None
    ) {
        return Vec::new();
    }
    let mut values: Vec<(Value, crate::claim::ClaimId)> = view
        .sides
        .iter()
        .filter_map(|side| Some((side.profile.value()?, side.claim.id)))
        .collect();
    values.sort_unstable();
    if values.len() < 4 {
        return Vec::new();
    }
    let far = |near: Value, of: Value| {
        of.minus(near)
            .and_then(|gap| gap.magnitude().over(of.magnitude()))
            .zip(Value::ratio(1, 2))
            .is_some_and(|(gap, half)| gap > half)
    };
    let outlier = match values.as_slice() {
        [.., before, last] if far(before.0, last.0) => Some((last, before.0)),
        [first, next, ..] if far(next.0, first.0) => Some((first, next.0)),
        _ => None,
    };
    // Values that nobody knows to be of one thing lie apart by rights.
    let of_one_thing = |one: crate::claim::ClaimId| {
        view.figure
            .comparisons
            .iter()
            .filter(|c| c.a == one || c.b == one)
            .any(|c| {
                c.answer == Answer::Conflicts
                    || (c.answer == Answer::CannotTell && matches!(c.facet, "as-of" | "place"))
            })
    };
    outlier
        .filter(|((_, claim), _)| of_one_thing(*claim))
        .map(|((value, claim), nearest)| Finding {
            code: CHECK.code,
            severity: Severity::CannotTell,
            claims: vec![*claim],
            title: format!(
                "{}: {} lies far from the others",
                view.figure.title,
                value.grouped()
            ),
            working: vec![format!(
                "Its nearest neighbour among {} values is {}, more than half of {} away.",
                values.len(),
                nearest.grouped(),
                value.grouped()
            )],
        })
        .into_iter()
        .collect()
}
