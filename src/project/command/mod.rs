//! Every change of a project, as a value.
//!
//! What each does is in [`apply`], what each is called for a person in [`describe`].

mod apply;
mod describe;
mod facets;
mod judge;

pub(super) use apply::{house_rules_sound, ratings_sound};
pub(super) use describe::counted;
pub(super) use judge::{evidence_sound, has_grounds};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::{
    Dismissal, Evidence, FigureDecision, Patch, Rating, ReportStyle, SavedView, Status, Subject,
    Verdict,
};
use crate::article::{Article, Metadata};
use crate::claim::{ArticleId, ClaimId, Found, Reading};
use crate::crosscheck::LinkKind;
use crate::quantity::HouseRules;
use crate::text::Span;

/// A change. Carries everything that is not a function of the project, so applying it is pure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the sentence on each variant names its fields")]
pub enum Command {
    /// Take in an article with the figures found in it.
    AddArticle { article: Article, found: Vec<Found> },
    /// Put a corrected text in place of an article's text: each claim is placed again by its words and their context,
    /// what cannot be placed stays listed as lost, and `found` figures at free places become claims. Claims of `reread`
    /// take the reading that was found at their place.
    ReviseArticle {
        article: ArticleId,
        revised: Article,
        found: Vec<Found>,
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        reread: Vec<ClaimId>,
    },
    /// Drop an article with its claims.
    RemoveArticle { article: ArticleId },
    /// Correct what is known about an article.
    EditMetadata {
        article: ArticleId,
        metadata: Metadata,
    },
    /// Mark a figure the program missed.
    AddClaim {
        article: ArticleId,
        span: Span,
        reading: Reading,
    },
    /// Drop a claim; to say that it is none, reject it.
    RemoveClaim { claim: ClaimId },
    /// Correct what a claim means.
    EditClaim { claim: ClaimId, reading: Reading },
    /// Correct where a claim stands.
    MoveClaim { claim: ClaimId, span: Span },
    /// Set how far claims are.
    SetStatus {
        claims: Vec<ClaimId>,
        status: Status,
    },
    /// Judge claims, or take the judgement back; judging makes them checked.
    SetVerdict {
        claims: Vec<ClaimId>,
        verdict: Option<Verdict>,
    },
    /// Attach evidence.
    AddEvidence { claim: ClaimId, evidence: Evidence },
    /// Detach the evidence at `index`.
    RemoveEvidence { claim: ClaimId, index: usize },
    /// Set the note of a claim.
    SetNote { claim: ClaimId, note: String },
    /// Say when claims are to be looked at again, or that they need not be.
    SetRecheck {
        claims: Vec<ClaimId>,
        recheck_by: Option<Date>,
    },
    /// Write a note on something else.
    AddNote {
        subject: Subject,
        text: String,
        by: String,
        at: String,
    },
    /// Drop the note at `index` of the project's notes.
    RemoveNote { index: usize },
    /// Say that two claims belong together or apart; replaces what was said of the pair.
    LinkClaims {
        a: ClaimId,
        b: ClaimId,
        kind: LinkKind,
    },
    /// Say nothing any more of the pair.
    UnlinkClaims { a: ClaimId, b: ClaimId },
    /// Name a figure, accept a value, word it; under [`decision_key`](super::Project::decision_key). Deciding nothing
    /// takes the decision back.
    DecideFigure {
        claim: ClaimId,
        decision: FigureDecision,
    },
    /// Set a finding aside.
    DismissFinding { dismissal: Dismissal },
    /// Take a finding up again.
    RestoreFinding { code: String, claims: Vec<ClaimId> },
    /// Sign a copy off; replaces an earlier signature of the same person. `seal` is that of the copy as it was read.
    SignOff {
        article: ArticleId,
        by: String,
        at: String,
        #[serde(default, skip_serializing_if = "Option::is_none")]
        seal: Option<String>,
    },
    /// Take a signature back.
    WithdrawSignOff { article: ArticleId, by: String },
    /// Keep a choice of claims under its name; replaces one of the same name.
    SaveView { view: SavedView },
    /// Forget a choice of claims.
    RemoveView { name: String },
    /// Change the house rules.
    SetHouseRules { rules: HouseRules },
    /// Change the scale of verdicts.
    SetRatings { ratings: Vec<Rating> },
    /// Change how the reports look.
    SetReportStyle { style: ReportStyle },
    /// Rename the project.
    SetTitle { title: String },
    /// Change many things at once: a merge, a change taken back, a fact sheet. `label` says which.
    Patch { label: String, patch: Box<Patch> },
}

/// Why a change cannot be made. The project is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CommandError {
    /// The claim is not in the project.
    #[error("{0} is not in this project; it may have been removed with its article")]
    NoSuchClaim(ClaimId),
    /// The article is not in the project.
    #[error("{0} is not in this project; it may have been removed")]
    NoSuchArticle(ArticleId),
    /// Nothing chosen.
    #[error("no claim is chosen: select at least one")]
    NoClaims,
    /// A verdict without grounds.
    #[error(
        "a verdict needs a rationale or evidence: write why, or attach what you found, then judge again"
    )]
    VerdictWithoutGrounds,
    /// A verdict that is not on the scale.
    #[error(
        "“{0}” is not on this project's scale of verdicts; choose another, or add it to the scale"
    )]
    NoSuchRating(String),
    /// A span that does not fit the article.
    #[error("{0:?} is not a place in the text of {1}; select the words again")]
    NoSuchPlace(Span, ArticleId),
    /// Evidence that says nothing.
    #[error(
        "evidence needs a citation, an address or a quote: write what it is or where it can be read"
    )]
    EmptyEvidence,
    /// No evidence there.
    #[error("{0} has no evidence number {1}; it may have been detached already")]
    NoSuchEvidence(ClaimId, usize),
    /// The only ground of a verdict.
    #[error(
        "this evidence is the only ground of the verdict on {0}: write a rationale first, or take the verdict back"
    )]
    GroundOfVerdict(ClaimId),
    /// Not there.
    #[error("there is no {0}; it may have been removed already")]
    Missing(String),
    /// Nothing written where something must be.
    #[error("the {0} is empty: write a few words")]
    Empty(&'static str),
    /// A claim linked with itself.
    #[error("a claim cannot be linked with itself: choose two")]
    LinkWithItself,
    /// Links that cannot all hold.
    #[error(
        "{0} and {1} are already linked {2}, directly or through others: take that link back first"
    )]
    LinkContradicts(String, String, &'static str),
    /// Arithmetic that cannot be.
    #[error(
        "this copy cannot be signed off while an impossible finding is open: {0}; correct it, or set it aside with a reason"
    )]
    ImpossibleFindingOpen(String),
    /// House rules out of range.
    #[error("these house rules cannot be used: {0}")]
    UnsoundHouseRules(String),
    /// A scale of verdicts that does not work.
    #[error("this scale of verdicts cannot be used: {0}")]
    UnsoundRatings(String),
    /// The result would not be a sound project.
    #[error("this change does not fit the project as it is now: {0}")]
    Unsound(String),
    /// There are as many as can be numbered.
    #[error("the project is full: it holds as many articles or claims as can be numbered")]
    Full,
}
