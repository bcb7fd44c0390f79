//! A row of the figure grid as a report shows it.

use std::collections::BTreeMap;

use serde::Serialize;

use super::plot::{Entry, Plot};
use super::quote::without_page_breaks;
use super::timeline::Timeline;
use crate::claim::{Claim, ClaimId};
use crate::crosscheck::{Comparison, Crosscheck, Figure, Slip};
use crate::export::{direction::isolated, words};
use crate::project::{FigureDecision, Project};

/// Claims about one quantity, compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureEntry {
    /// Number of its earliest claim.
    pub id: u32,
    /// What is counted, or the editor's title; behind it in brackets what tells it from others of that name.
    pub title: String,
    /// Unit by code.
    pub unit: Option<String>,
    /// Sort of figure.
    pub kind: Option<&'static str>,
    /// The answer by its key; `None` for a figure that stands alone.
    pub answer: Option<&'static str>,
    /// The answer in a sentence.
    pub why: String,
    /// Why its claims are together.
    pub together: String,
    /// Indices of its quotes in the report.
    pub quotes: Vec<usize>,
    /// Independent sources.
    pub roots: Vec<RootEntry>,
    /// Every pair laid side by side.
    pub comparisons: Vec<ComparisonEntry>,
    /// The number line.
    pub plot: Option<Plot>,
    /// The same by the days they held, where there are several.
    pub timeline: Option<Timeline>,
    /// A suggested safe sentence.
    pub wording: Option<String>,
    /// What people decided.
    pub decision: Option<DecisionEntry>,
}

/// An independent source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RootEntry {
    /// Who it is.
    pub name: String,
    /// Indices of the quotes that go back to it.
    pub quotes: Vec<usize>,
    /// Why they are one.
    pub why: String,
}

/// Two quotes laid side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ComparisonEntry {
    /// Index of one quote in the report.
    pub a: usize,
    /// Index of the other.
    pub b: usize,
    /// The answer by its key.
    pub answer: &'static str,
    /// Whether the intervals meet.
    pub values_meet: Option<bool>,
    /// The facet that decided.
    pub facet: &'static str,
    /// The working, in a sentence.
    pub why: String,
    /// What would explain a conflict.
    pub slip: Option<Slip>,
}

/// What people decided about a figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DecisionEntry {
    /// The value to print.
    pub accepted: Option<String>,
    /// The sentence to print.
    pub wording: Option<String>,
    /// When to look again.
    pub recheck_by: Option<String>,
    /// Who decided that and when, where the log tells.
    pub decided: Option<(String, String)>,
}

impl DecisionEntry {
    /// What was decided, by whom and when, each with its name, to be printed in this order.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        let decided = self.decided.as_ref();
        let decided = decided.map(|(by, at)| format!("{}, {}", isolated(by), words::time(at)));
        [
            ("Accepted", self.accepted.clone()),
            ("Wording", self.wording.clone()),
            ("Look again by", self.recheck_by.clone()),
            ("Decided by", decided),
        ]
        .into_iter()
        .filter_map(|(name, words)| Some((name, words?)))
        .collect()
    }

    /// Whether it is what a decision says, but for the name of the figure.
    pub(super) fn says(&self, decision: &FigureDecision) -> bool {
        self.accepted == decision.accepted
            && self.wording == decision.wording
            && self.recheck_by == decision.recheck_by.map(|day| day.to_string())
    }
}

impl FigureEntry {
    /// Heads of its table, a row a quote.
    pub const HEADS: [&'static str; 6] = [
        "Article",
        "As printed",
        "Stands for",
        "Source",
        "As of",
        "Verdict",
    ];

    /// Heads of the table of figures that stand alone.
    pub const HEADS_ALONE: [&'static str; 6] =
        ["Figure", "What", "Article", "Source", "As of", "Verdict"];

    /// The row of `figure`; `places` gives the index of each claim's quote.
    pub(super) fn of(
        project: &Project,
        (figure, crosscheck): (&Figure, &Crosscheck),
        places: &BTreeMap<ClaimId, usize>,
    ) -> Self {
        let index = |claim: &ClaimId| places.get(claim).copied();
        let decision = project.decision_of(figure).map(|(_, decision)| decision);
        let first = project.claims.get(&figure.id);
        let entries = entries(project, figure, places);
        Self {
            id: figure.id.0,
            title: without_page_breaks(&project.title_of(figure)),
            unit: first.and_then(|claim| Some(claim.reading.quantity.unit.as_ref()?.0.clone())),
            kind: first.map(|claim| words::kind(claim.reading.kind)),
            answer: figure.answer.map(|answer| words::answer(answer).key),
            why: figure.why.clone(),
            together: figure.together.clone(),
            quotes: figure.claims.iter().filter_map(index).collect(),
            roots: figure
                .roots
                .iter()
                .map(|root| RootEntry {
                    name: without_page_breaks(&root.name),
                    quotes: root.claims.iter().filter_map(index).collect(),
                    why: root.why.clone(),
                })
                .collect(),
            comparisons: figure
                .comparisons
                .iter()
                .filter_map(|comparison| {
                    Some(ComparisonEntry {
                        a: index(&comparison.a)?,
                        b: index(&comparison.b)?,
                        answer: words::answer(comparison.answer).key,
                        values_meet: comparison.values_meet,
                        facet: comparison.facet,
                        why: comparison.why(),
                        slip: comparison.slip.as_deref().cloned(),
                    })
                })
                .collect(),
            plot: Plot::of(&entries),
            timeline: Timeline::of(&entries, project, figure, places),
            wording: project.safe_wording(figure, crosscheck).map(str::to_owned),
            decision: decision.map(|decision| DecisionEntry {
                accepted: decision.accepted.clone(),
                wording: decision.wording.clone(),
                recheck_by: decision.recheck_by.map(|day| day.to_string()),
                decided: None,
            }),
        }
    }
}

/// What the number line of a figure shows, in the unit of its first claim.
fn entries(project: &Project, figure: &Figure, places: &BTreeMap<ClaimId, usize>) -> Vec<Entry> {
    let Some(first) = project.claims.get(&figure.id) else {
        return Vec::new();
    };
    figure
        .claims
        .iter()
        .filter_map(|id| {
            let claim: &Claim = project.claims.get(id)?;
            let quote = *places.get(id)?;
            let quantity = &claim.reading.quantity;
            if quantity.unit == first.reading.quantity.unit {
                return Some((
                    quote,
                    quantity.interval(&project.house_rules),
                    quantity.value(),
                ));
            }
            // Another unit: the comparison with the first claim has done the conversion.
            let with_first = |comparison: &&Comparison| {
                comparison.a == figure.id && comparison.b == *id && comparison.values_meet.is_some()
            };
            let comparison = figure.comparisons.iter().find(with_first)?;
            let interval = comparison.intervals()?.1;
            // What is exactly one number is that number in any unit.
            let exact = interval.low.filter(|low| Some(*low) == interval.high);
            Some((quote, interval, exact.map(|end| end.value)))
        })
        .collect()
}
