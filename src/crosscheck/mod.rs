//! From claims to figures, comparisons and findings: derived, never saved.

mod arithmetic;
mod comparison;
mod digest;
mod engine;
mod figure;
mod finding;
mod grouping;
mod likeness;
mod measure;
mod priority;
mod profile;
mod reuse;
mod root;
mod slip;
mod speaker;
mod stem;
mod story;
mod title;
mod union;
mod wording;
mod words;

use std::sync::Arc;

use imbl::OrdMap;
use serde::{Deserialize, Serialize};

pub use engine::Crosschecker;
pub use finding::{CHECKS, Check};
pub use likeness::{Likeness, Wording};
pub use slip::{SLIPS, SlipKind};

use crate::article::Article;
use crate::claim::{ArticleId, Claim, ClaimId};
use crate::quantity::HouseRules;
use crate::text::Span;

/// What the crosscheck works on. Its maps share what two states of a project have in common, so that a change is found
/// without looking at the rest.
#[derive(Clone, Copy, Debug)]
pub struct Corpus<'a> {
    /// The articles.
    pub articles: &'a OrdMap<ArticleId, Arc<Article>>,
    /// Their claims; rejected ones are left out by the caller.
    pub claims: &'a OrdMap<ClaimId, Arc<Claim>>,
    /// What the editor has decided about pairs.
    pub links: &'a [Link],
    /// What words stand for.
    pub rules: &'a HouseRules,
}

/// An editor's word on whether two claims are about the same figure; overrules all grouping.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// One claim.
    pub a: ClaimId,
    /// The other.
    pub b: ClaimId,
    /// Together or apart.
    pub kind: LinkKind,
}

/// Together or apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LinkKind {
    /// The same figure.
    Must,
    /// Not the same figure.
    Cannot,
}

/// How two claims stand to each other; the first that fits, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Different measure, or units that do not convert.
    NotComparable,
    /// Same measure, a known facet differs.
    DifferentScope,
    /// Same scope, values and days differ, and the thing moves.
    UpdatedOverTime,
    /// Same value, qualifier and time.
    Agrees,
    /// Intervals meet, neither is a bound.
    AgreesWithinRounding,
    /// A bound or range is involved and the intervals meet.
    CompatibleBound,
    /// Same scope and time, no common value.
    Conflicts,
    /// A facet that decides is unknown.
    CannotTell,
}

impl Answer {
    /// All of them, from the one that weighs most for a row.
    pub const BY_WEIGHT: [Self; 8] = [
        Self::Conflicts,
        Self::CannotTell,
        Self::UpdatedOverTime,
        Self::CompatibleBound,
        Self::AgreesWithinRounding,
        Self::Agrees,
        Self::DifferentScope,
        Self::NotComparable,
    ];
}

/// A known way for a figure to go wrong that would explain a conflict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Slip {
    /// Its name, one of [`SLIPS`]: "scale_word".
    pub code: &'static str,
    /// The working, in a sentence.
    pub why: String,
}

/// Two claims laid side by side. Symmetric: swapping the claims gives the same answer.
///
/// Its sentence and its intervals are worked out when they are asked for: of a million claims few pairs are read.
#[derive(Clone)]
pub struct Comparison {
    /// One claim.
    pub a: ClaimId,
    /// The other.
    pub b: ClaimId,
    /// How they stand to each other.
    pub answer: Answer,
    /// Whether the intervals meet; `None` where they cannot be laid side by side.
    pub values_meet: Option<bool>,
    /// The facet that decided, by name: "value", "place", "as-of", "scope", "unit", …
    pub facet: &'static str,
    /// What would explain a conflict.
    pub slip: Option<Box<Slip>>,
    /// What it rests on.
    working: comparison::Working,
}

/// An independent source behind one or more claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// Who it is, or the article that stands for itself: "Kazakh officials".
    pub name: String,
    /// The claims that go back to it.
    pub claims: Vec<ClaimId>,
    /// Why they are one: "same attribution", "shared sentences", with the words shared.
    pub why: String,
    /// Where its articles have words in common: the lineage, to be drawn.
    pub shared: Vec<SharedPassage>,
}

/// The same words in two articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct SharedPassage {
    /// In one article.
    pub a: (ArticleId, Span),
    /// In the other.
    pub b: (ArticleId, Span),
}

/// How soon a figure deserves a look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Priority {
    /// 0 to 1000; the higher, the sooner.
    pub weight: u32,
    /// What makes it so: "conflict explained by a slip; two roots".
    pub why: String,
}

/// Claims about one quantity in question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The id of its earliest claim.
    pub id: ClaimId,
    /// What is counted, in few words: "Russians · have crossed into Kazakhstan".
    pub title: String,
    /// Its claims, in order of id.
    pub claims: Vec<ClaimId>,
    /// Why they are together: "same: killed · Maine · Oct 25".
    pub together: String,
    /// Independent sources.
    pub roots: Vec<Root>,
    /// Every pair that can be laid side by side, `a < b`.
    pub comparisons: Vec<Comparison>,
    /// The answer of the row, over independent roots; `None` for a figure with one claim.
    pub answer: Option<Answer>,
    /// The row's answer in a sentence.
    pub why: String,
    /// A suggested safe sentence: "at least 14, according to the ministry; two other reports repeat it".
    pub wording: Option<String>,
    /// How soon it deserves a look.
    pub priority: Priority,
}

/// How much a finding weighs, heaviest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Arithmetic that cannot be.
    Impossible,
    /// A conflict that a known slip explains.
    ConflictWithSlip,
    /// A conflict within one root.
    ConflictSameRoot,
    /// A conflict between roots.
    ConflictDifferentRoots,
    /// A deciding facet is unknown.
    CannotTell,
    /// Worth knowing, nothing wrong: a sum that works out, style.
    Style,
}

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Name of the check: "percent_of", "dates_and_duration", "conflict", "printed_twice".
    pub code: &'static str,
    /// How much it weighs.
    pub severity: Severity,
    /// The claims it is about.
    pub claims: Vec<ClaimId>,
    /// What it is, in a short sentence.
    pub title: String,
    /// The working, with intervals, a line a step, and what would have to be true.
    pub working: Vec<String>,
}

/// All that follows from the claims. Its parts are shared, so that a small edit copies little.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crosscheck {
    /// Figures, those with most to check first.
    pub figures: Vec<Arc<Figure>>,
    /// Findings, heaviest first.
    pub findings: Vec<Arc<Finding>>,
    /// The figure of each claim.
    figure_of: OrdMap<ClaimId, Arc<Figure>>,
    /// The findings that name each claim, heaviest first.
    findings_of: OrdMap<ClaimId, Vec<Arc<Finding>>>,
}

impl Crosscheck {
    /// The figure a claim belongs to; `None` for a claim the crosscheck has not seen.
    pub fn figure_of(&self, claim: ClaimId) -> Option<&Figure> {
        self.figure_of.get(&claim).map(Arc::as_ref)
    }

    /// The comparisons of a claim with the others of its figure.
    pub fn comparisons_of(&self, claim: ClaimId) -> impl Iterator<Item = &Comparison> {
        self.figure_of(claim)
            .into_iter()
            .flat_map(|figure| &figure.comparisons)
            .filter(move |comparison| comparison.a == claim || comparison.b == claim)
    }

    /// The findings that name a claim, heaviest first.
    pub fn findings_of(&self, claim: ClaimId) -> impl Iterator<Item = &Finding> {
        self.findings_of
            .get(&claim)
            .into_iter()
            .flatten()
            .map(Arc::as_ref)
    }
}

/// Lays all claims side by side. Deterministic; the order of articles and claims does not matter.
///
/// A [`Crosschecker`] does the same and remembers it for the next edit.
pub fn crosscheck(corpus: Corpus<'_>) -> Crosscheck {
    let mut crosschecker = Crosschecker::default();
    let found = crosschecker.update(corpus);
    // What is no longer needed is given back while the answer is read.
    rayon::spawn(move || drop(crosschecker));
    found
}
