//! Claims of one figure that cannot both be true.

use super::{Check, FigureView, Look};
use crate::crosscheck::{Answer, Finding, Severity};

pub(super) const CHECK: Check = Check {
    code: "conflict",
    name: "Conflict",
    explanation: "Two claims about one figure, for one time and scope, have no value in common.",
    examples: &[(
        "2024-09-16\nTurnout in Sunday's election in Brandia was 62%, the electoral commission of Brandia said.\n---\n2024-09-16\nThe electoral commission of Brandia put turnout in Sunday's election at 71%.",
        "no number fits both",
    )],
    counter_examples: &[
        "2024-09-16\nTurnout in Sunday's election in Brandia was 62%, the electoral commission of Brandia said.\n---\n2024-09-16\nThe electoral commission of Brandia put turnout in Sunday's election at more than 60%.",
        "He leaves a wife and two children. His brother leaves a wife and three children.",
    ],
    look: Look::Figure(find),
};

/// The heaviest conflict of the figure, with all the claims that conflict.
fn find(view: &FigureView<'_>) -> Vec<Finding> {
    let conflicts: Vec<_> = view
        .figure
        .comparisons
        .iter()
        .filter(|comparison| comparison.answer == Answer::Conflicts)
        .collect();
    let Some(main) = conflicts
        .iter()
        .find(|c| c.slip.is_some())
        .or(conflicts.first())
    else {
        return Vec::new();
    };
    let same_root = |comparison: &crate::crosscheck::Comparison| {
        view.figure
            .roots
            .iter()
            .any(|root| root.claims.contains(&comparison.a) && root.claims.contains(&comparison.b))
    };
    let severity = if main.slip.is_some() {
        Severity::ConflictWithSlip
    } else if conflicts.iter().any(|comparison| same_root(comparison)) {
        Severity::ConflictSameRoot
    } else {
        Severity::ConflictDifferentRoots
    };
    let mut claims: Vec<_> = conflicts.iter().flat_map(|c| [c.a, c.b]).collect();
    claims.sort_unstable();
    claims.dedup();
    let mut working = vec![main.why()];
    working.extend(
        main.slip
            .as_ref()
            .map(|slip| format!("A slip would explain it: {}", slip.why)),
    );
    working.extend(
        conflicts
            .iter()
            .filter(|other| (other.a, other.b) != (main.a, main.b))
            .take(5)
            .map(|other| other.why()),
    );
    vec![Finding {
        code: CHECK.code,
        severity,
        claims,
        title: format!("{}: the figures conflict", view.figure.title),
        working,
    }]
}
