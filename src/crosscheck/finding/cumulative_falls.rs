//! A running total that falls.

use super::{Check, FigureView, Look};
use crate::crosscheck::{Answer, Finding, Severity};

pub(super) const CHECK: Check = Check {
    code: "cumulative_falls",
    name: "A running total falls",
    explanation: "A total that can only grow is smaller on a later day, and the later text does not say it was revised.",
    examples: &[(
        "2024-03-04\nThe death toll from the mudslide in Velmar rose to 30, mayor Lida Stan said. Velmar is cut off.\n---\n2024-03-05\nThe death toll from the mudslide in Velmar stands at 22, mayor Lida Stan said.",
        "cannot fall",
    )],
    counter_examples: &[
        "2024-03-04\nA mudslide in Velmar killed 30 people, mayor Lida Stan said.\n---\n2024-03-09\nA mudslide in Velmar killed three people, mayor Lida Stan said.",
        "2024-03-04\nThe Velmar clinic reported 120 new cases of river fever on Monday.\n---\n2024-03-05\nThe Velmar clinic reported 95 new cases of river fever on Tuesday.",
        "2024-03-04\nPolice arrested 40 smugglers in raids in Velmar.\n---\n2024-03-08\nPolice arrested 12 smugglers in raids in Velmar on Thursday.",
        "2024-03-04\nThe mudslide in Velmar has killed 30 people, mayor Lida Stan said. Velmar is cut off.\n---\n2024-03-05\nMayor Lida Stan revised the toll: the mudslide in Velmar has killed 22 people.",
        "2024-03-04\nThe mudslide in Velmar has killed 22 people, mayor Lida Stan said. Velmar is cut off.\n---\n2024-03-05\nThe mudslide in Velmar has killed 30 people, mayor Lida Stan said.",
    ],
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
            working: vec![comparison.why()],
        })
        .collect()
}
