//! The shape of a project file, version 2.
//!
//! When it changes: copy the types that change as they are to `v2.rs`, write the way from there to here, lead
//! [`v1`](super::v1) there instead of here, raise [`VERSION`], and keep the two samples of the old version in
//! `tests/fixtures/projects`. What is recorded inside (readings, commands, …) has its types in the modules of its own;
//! where one of those changes so that an old file would be read otherwise, its old type is copied as well. A part that
//! may be left out needs no copy.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::article::{Article, Metadata};
use crate::claim::{ArticleId, Claim, ClaimId, Found, Origin, Reading};
use crate::crosscheck::Link;
use crate::project::{
    Command, Dismissal, FigureDecision, Note, Project, Rating, ReportStyle, Review, SavedView,
    SignOff,
};
use crate::quantity::HouseRules;
use crate::text::{Anchor, Text};

/// The version this program writes.
pub const VERSION: u32 = 2;

/// A whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredProject {
    #[expect(
        dead_code,
        reason = "it stands in the file; which it is was seen before"
    )]
    pub version: u32,
    pub title: String,
    pub house_rules: HouseRules,
    pub ratings: Vec<Rating>,
    /// Absent in files that set none.
    #[serde(default)]
    pub report_style: ReportStyle,
    pub next_article: u32,
    pub next_claim: u32,
    pub articles: Vec<StoredArticle<'static>>,
    pub claims: Vec<StoredClaim<'static>>,
    pub links: Vec<Link>,
    pub figures: Vec<StoredFigure<'static>>,
    pub dismissals: Vec<Dismissal>,
    pub notes: Vec<Note>,
    pub sign_offs: Vec<SignOff>,
    pub views: Vec<SavedView>,
    pub start: StoredStart<'static>,
    /// Texts that only the log needs, by fingerprint.
    pub past_texts: BTreeMap<String, Text>,
    pub log: Vec<StoredEvent<'static>>,
    pub checksum: Option<String>,
}

/// An article, its text once in the whole file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredArticle<'a> {
    pub id: ArticleId,
    pub metadata: Cow<'a, Metadata>,
    /// Of the text.
    pub sha256: String,
    pub text: Text,
}

/// A claim with all that people decided about it.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredClaim<'a> {
    pub id: ClaimId,
    pub article: ArticleId,
    pub anchor: Cow<'a, Anchor>,
    pub origin: Origin,
    pub reading: Cow<'a, Reading>,
    pub review: Option<Cow<'a, Review>>,
}

/// What was decided about a figure.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredFigure<'a> {
    pub claim: ClaimId,
    pub decision: Cow<'a, FigureDecision>,
}

/// The empty project before the first event, so that the log can be replayed whatever the defaults are by then.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredStart<'a> {
    pub title: Cow<'a, str>,
    /// `None` where they are those of the project.
    pub house_rules: Option<HouseRules>,
    /// `None` where they are those of the project.
    pub ratings: Option<Vec<Rating>>,
}

/// An entry of the log.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct StoredEvent<'a> {
    pub by: Cow<'a, str>,
    pub at: Cow<'a, str>,
    pub label: Cow<'a, str>,
    pub change: StoredChange<'a>,
}

/// What it did. Texts stand as `["sha256:…"]`, the fingerprint of an article of the file or of a past text.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum StoredChange<'a> {
    /// Any command but the taking in of an article.
    Did(Cow<'a, Arc<Command>>),
    /// Took in an article.
    Added {
        article: Box<Article>,
        found: Vec<StoredFound<'a>>,
    },
    Undid,
    Redid,
    Elsewhere,
    /// Told why the change at that place in the log, from 0, was made.
    Because {
        event: usize,
        why: Cow<'a, str>,
    },
}

/// Figures found in an article.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum StoredFound<'a> {
    /// Exactly as these claims of the file still are: first and last id.
    Recorded(ClaimId, ClaimId),
    /// Otherwise.
    Since(Box<Cow<'a, Found>>),
}

impl<'a> StoredClaim<'a> {
    pub(super) fn of(claim: &'a Claim, review: Option<&'a Arc<Review>>) -> Self {
        Self {
            id: claim.id,
            article: claim.article,
            anchor: Cow::Borrowed(&claim.anchor),
            origin: claim.origin,
            reading: Cow::Borrowed(&claim.reading),
            review: review.map(|review| Cow::Borrowed(&**review)),
        }
    }

    pub(super) fn into_parts(self) -> (Claim, Option<Review>) {
        let claim = Claim {
            id: self.id,
            article: self.article,
            anchor: self.anchor.into_owned(),
            origin: self.origin,
            reading: self.reading.into_owned(),
        };
        (claim, self.review.map(Cow::into_owned))
    }
}

impl<'a> StoredStart<'a> {
    pub(super) fn of(start: &'a Project, now: &Project) -> Self {
        Self {
            title: Cow::Borrowed(&start.title),
            house_rules: (start.house_rules != now.house_rules).then(|| start.house_rules.clone()),
            ratings: (start.ratings != now.ratings).then(|| start.ratings.clone()),
        }
    }

    pub(super) fn into_project(self, now: &Project) -> Project {
        Project {
            house_rules: self.house_rules.unwrap_or_else(|| now.house_rules.clone()),
            ratings: self.ratings.unwrap_or_else(|| now.ratings.clone()),
            ..Project::new(&self.title)
        }
    }
}
