//! A running total that falls.

use super::{Check, FigureView, Look};
use crate::crosscheck::{Answer, Finding, Severity};

pub(super) const CHECK: Check = Check {
    code: "cumulative_falls",
    name: "A running total falls",
    explanation: "A total that can only grow is smaller on a later day, and the later text does not say it was revised.",
    examples: &[],
    counter_examples: &[],
    look: Look::Figure(find),
};

fn find(view: &FigureView<'_>) -> Vec<Finding> {
    view.figure
        .comparisons
        .iter()
        .filter(|c| c.answer == Answer::Conflicts && c.facet == "as-of")
        .take(1)
        .map(|comparison| Finding {
            code: CHECK.code,
            severity: Severity::Impossible,
            claims: vec![comparison.a, comparison.b],
            title: format!("{}: the running total falls", view.figure.title),
            working: vec![comparison.why.clone()],
        })
        .collect()
}
