//! What people decide: status, verdict, evidence, notes.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::claim::{ArticleId, ClaimId};

/// How far the check of a claim is.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Nobody has looked.
    #[default]
    Unchecked,
    /// Somebody is at it.
    InProgress,
    /// Checked; the verdict says how it came out.
    Checked,
    /// Not a claim.
    Rejected,
}

impl Status {
    /// Every status with its name as a fact sheet has it; one that nobody has touched has none.
    pub(super) const NAMES: [(&'static str, Self); 4] = [
        ("", Self::Unchecked),
        ("in progress", Self::InProgress),
        ("checked", Self::Checked),
        ("rejected", Self::Rejected),
    ];

    /// Its name as a fact sheet has it.
    pub(super) fn name(self) -> &'static str {
        Self::NAMES
            .iter()
            .find(|(_, status)| *status == self)
            .map_or("", |(name, _)| name)
    }
}

/// All that people decided about one claim.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Review {
    /// How far it is.
    pub status: Status,
    /// How it came out.
    pub verdict: Option<Verdict>,
    /// On what grounds.
    pub evidence: Vec<Evidence>,
    /// Free text.
    pub note: String,
    /// When to look again.
    pub recheck_by: Option<Date>,
}

/// A person's judgement of a claim; needs a rationale or evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    /// Key of a [`Rating`] of the project's scale.
    pub rating: String,
    /// Why.
    pub rationale: String,
    /// Who.
    pub by: String,
    /// When, ISO 8601.
    pub at: String,
}

/// One step of the scale of verdicts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rating {
    /// Stable key: "confirmed".
    pub key: String,
    /// As shown: "Confirmed".
    pub label: String,
    /// For ClaimReview, higher is truer; `None` where it says nothing of truth.
    pub value: Option<u8>,
}

/// The default scale: confirmed, mostly right, disputed, wrong, outdated, cannot be verified.
pub fn default_ratings() -> Vec<Rating> {
    [
        ("confirmed", "Confirmed", Some(5)),
        ("mostly_right", "Mostly right", Some(4)),
        ("disputed", "Disputed", Some(3)),
        ("wrong", "Wrong", Some(1)),
        ("outdated", "Outdated", Some(2)),
        ("unverifiable", "Cannot be verified", None),
    ]
    .into_iter()
    .map(|(key, label, value)| Rating {
        key: key.to_owned(),
        label: label.to_owned(),
        value,
    })
    .collect()
}

/// Which way evidence points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// For the claim.
    Supports,
    /// Against it.
    Refutes,
    /// Neither; background.
    Context,
}

/// Something looked up: a document, a page, a phone call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// What it is, as one would cite it.
    pub citation: String,
    /// Where it can be read.
    pub url: Option<String>,
    /// The words that matter.
    pub quote: String,
    /// Which way it points.
    pub stance: Stance,
    /// Page, table, timestamp.
    pub locator: Option<String>,
    /// The day it was looked at.
    pub accessed: Option<Date>,
    /// Who looked.
    pub by: String,
    /// How it was looked up: "by phone", "in the register".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// A copy kept beside the project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub attachment: Option<Attachment>,
}

/// A file kept with the project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attachment {
    /// Path relative to the project's folder, with forward slashes.
    pub path: String,
    /// SHA-256 of its bytes in lower-case hexadecimal, to notice that it has changed.
    pub sha256: String,
}

/// What a note hangs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Subject {
    /// The project as a whole.
    Project,
    /// An article.
    Article(ArticleId),
    /// A figure, by one of its claims.
    Figure(ClaimId),
}

/// Free text on something other than a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What it is about.
    pub subject: Subject,
    /// The words.
    pub text: String,
    /// Who wrote it.
    pub by: String,
    /// When, ISO 8601.
    pub at: String,
}

/// What people decided about a figure; survives every regrouping.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FigureDecision {
    /// A name instead of the derived one.
    pub title: Option<String>,
    /// The value to print, as it should be written.
    pub accepted: Option<String>,
    /// The sentence to print.
    pub wording: Option<String>,
    /// When to look again.
    pub recheck_by: Option<Date>,
    /// The figure's claims when this was decided, so that the decision stays with them however they are grouped later.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<ClaimId>,
}

/// A finding set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dismissal {
    /// Code of the finding.
    pub code: String,
    /// Its claims.
    pub claims: Vec<ClaimId>,
    /// Why it is no matter.
    pub reason: String,
    /// Who said so.
    pub by: String,
}

impl Dismissal {
    /// Whether it sets a finding of this code aside that these claims have in common, in whatever order.
    pub fn is_of(&self, code: &str, claims: &[ClaimId]) -> bool {
        self.code == code
            && self.claims.len() == claims.len()
            && self.claims.iter().all(|claim| claims.contains(claim))
    }
}

/// A reader's signature under a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignOff {
    /// The copy.
    pub article: ArticleId,
    /// Who.
    pub by: String,
    /// When, ISO 8601.
    pub at: String,
    /// How each of its claims stood, by number of claims.
    pub tally: BTreeMap<Status, u32>,
    /// [`Project::seal_of`](super::Project::seal_of) what was signed; none under signatures of version 1 of the file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<String>,
}

/// A choice of claims worth coming back to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SavedView {
    /// Its name; unique in the project.
    pub name: String,
    /// The search and the facets, as the search field shows them.
    pub query: String,
}
