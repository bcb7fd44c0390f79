//! How soon a figure deserves a look, and why.

use super::comparison::Side;
use super::{Answer, Comparison, Finding, Priority, Severity};

/// How soon to look: what is wrong weighs most, then how much the claims deserve checking, then how few stand behind it.
pub(super) fn priority(
    sides: &[Side<'_>],
    answer: Option<Answer>,
    comparisons: &[Comparison],
    roots: usize,
) -> Priority {
    let slip = comparisons
        .iter()
        .find_map(|comparison| comparison.slip.as_ref());
    let (mut weight, mut why) = match answer {
        Some(Answer::Conflicts) if slip.is_some() => (700, vec!["a conflict that a slip explains"]),
        Some(Answer::Conflicts) => (600, vec!["a conflict"]),
        Some(Answer::CannotTell) => (350, vec!["a facet that decides is unknown"]),
        Some(Answer::UpdatedOverTime) => (250, vec!["the figure has moved on"]),
        Some(Answer::CompatibleBound | Answer::AgreesWithinRounding) => {
            (120, vec!["the writings differ"])
        }
        Some(Answer::Agrees) => (60, vec!["all agree"]),
        Some(Answer::DifferentScope | Answer::NotComparable) | None => (100, Vec::new()),
    };
    let worth = sides
        .iter()
        .map(|side| side.claim.reading.worth)
        .max()
        .unwrap_or_default();
    let worth = u32::try_from((worth * rust_decimal::Decimal::from(200)).trunc())
        .unwrap_or(0)
        .min(200);
    weight += worth;
    if worth >= 120 {
        why.push("a claim that deserves checking");
    }
    if sides.len() > 1 && roots == 1 {
        weight += 60;
        why.push("several reports, one source");
    }
    if sides.iter().all(|side| side.profile.source().is_empty()) {
        weight += 40;
        why.push("no source given");
    }
    Priority {
        weight: weight.min(1000),
        why: why.join("; "),
    }
}

/// The same with what the checks have found in it: what cannot be comes before all else.
pub(super) fn with_findings(priority: Priority, findings: &[Finding]) -> Priority {
    let impossible = findings
        .iter()
        .any(|finding| finding.severity == Severity::Impossible);
    if !impossible {
        return priority;
    }
    let why = if priority.why.is_empty() {
        "arithmetic that cannot be".to_owned()
    } else {
        format!("arithmetic that cannot be; {}", priority.why)
    };
    Priority {
        weight: (priority.weight + IMPOSSIBLE).min(1000),
        why,
    }
}

/// What an impossible finding adds.
const IMPOSSIBLE: u32 = 250;
