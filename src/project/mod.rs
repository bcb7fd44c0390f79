//! What is recorded: articles, claims, judgements; changed only by [`Command`]s through a [`Session`].

mod anchoring;
mod command;
mod correction;
mod coverage;
#[cfg(test)]
mod damage;
mod decision;
mod details;
pub mod fact_sheet;
mod figure_names;
mod file;
mod mending;
mod merge;
mod patch;
#[cfg(test)]
mod properties;
mod regrouping;
mod report_style;
mod review;
#[cfg(test)]
mod samples;
mod seal;
mod session;
mod soundness;
mod spoken;
mod wording;

use std::collections::BTreeMap;
use std::sync::Arc;

use imbl::{OrdMap, Vector};

pub use command::{Command, CommandError};
pub use coverage::{NOTABLE, notable};
pub use file::{
    Attached, FileError, KeepError, Notice, Remedy, VERSION, WriteError, files_of_folders,
    holds_project, keep_original, original_of, plainly, write_whole,
};
pub use merge::{About, Conflict, Parted, merge};
pub use patch::Patch;
pub use report_style::ReportStyle;
pub use review::{
    Attachment, Dismissal, Evidence, FigureDecision, Note, Rating, Review, SavedView, SignOff,
    Stance, Status, Subject, Verdict, default_ratings,
};
pub use session::{
    AttachmentTask, Change, CrosscheckTask, Event, MergeError, ReasonError, Recovered, Recovery,
    RevertError, SaveTask, Session, Stamp,
};

use crate::article::Article;
use crate::claim::{ArticleId, Claim, ClaimId};
use crate::crosscheck::Link;
use crate::quantity::HouseRules;

/// All that is recorded of a check.
///
/// Its maps and vectors share what two versions of a project have in common, so that every earlier version can be kept.
///
/// Invariants: every id resolves; every anchor's quote stands in its article, but for those of
/// [`lost_anchors`](Self::lost_anchors).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Its name.
    pub title: String,
    /// Articles in order of arrival.
    pub articles: OrdMap<ArticleId, Arc<Article>>,
    /// Claims in order of arrival.
    pub claims: OrdMap<ClaimId, Arc<Claim>>,
    /// What people decided about claims; absent is untouched.
    pub reviews: OrdMap<ClaimId, Arc<Review>>,
    /// Pairs that belong together or apart, `a < b`, in order, each pair once.
    pub links: Vector<Link>,
    /// What people decided about figures, by one of the figure's claims.
    pub figures: OrdMap<ClaimId, FigureDecision>,
    /// Findings set aside, with reasons.
    pub dismissals: Vector<Dismissal>,
    /// Notes on articles, figures and on the project.
    pub notes: Vector<Note>,
    /// Who has signed the copy off.
    pub sign_offs: Vector<SignOff>,
    /// Choices of claims worth coming back to, in order of name.
    pub views: Vector<SavedView>,
    /// What words stand for.
    pub house_rules: HouseRules,
    /// The scale of verdicts.
    pub ratings: Vec<Rating>,
    /// How its reports look.
    pub report_style: ReportStyle,
    /// The next article's id.
    pub next_article: u32,
    /// The next claim's id.
    pub next_claim: u32,
}

impl Project {
    /// An empty project with the default house rules and ratings.
    pub fn new(title: &str) -> Self {
        Self {
            title: title.to_owned(),
            articles: OrdMap::new(),
            claims: OrdMap::new(),
            reviews: OrdMap::new(),
            links: Vector::new(),
            figures: OrdMap::new(),
            dismissals: Vector::new(),
            notes: Vector::new(),
            sign_offs: Vector::new(),
            views: Vector::new(),
            house_rules: HouseRules::default(),
            ratings: default_ratings(),
            report_style: ReportStyle::default(),
            next_article: 1,
            next_claim: 1,
        }
    }

    /// The status of a claim; unchecked where nobody has touched it.
    pub fn status(&self, claim: ClaimId) -> Status {
        self.reviews
            .get(&claim)
            .map_or(Status::Unchecked, |review| review.status)
    }

    /// The claims of an article, in order of arrival.
    pub fn claims_of(&self, article: ArticleId) -> impl Iterator<Item = &Arc<Claim>> {
        self.claims
            .values()
            .filter(move |claim| claim.article == article)
    }

    /// How the claims of an article stand, by number of claims.
    pub fn tally(&self, article: ArticleId) -> BTreeMap<Status, u32> {
        let mut tally = BTreeMap::new();
        for claim in self.claims_of(article) {
            *tally.entry(self.status(claim.id)).or_insert(0) += 1;
        }
        tally
    }

    /// The label of a rating of this project; the key itself where the scale has no such rating any more.
    pub fn rating_label<'a>(&'a self, key: &'a str) -> &'a str {
        self.ratings
            .iter()
            .find(|rating| rating.key == key)
            .map_or(key, |rating| rating.label.as_str())
    }

    /// Claims whose words no longer stand where they stood: their article was changed outside. Each must be placed
    /// again or rejected; none is ever moved silently.
    pub fn lost_anchors(&self) -> Vec<ClaimId> {
        self.claims
            .values()
            .filter(|claim| self.is_lost(claim))
            .map(|claim| claim.id)
            .collect()
    }

    /// Whether the words of a claim no longer stand where they stood. Nothing can be compared with what stands nowhere.
    pub fn is_lost(&self, claim: &Claim) -> bool {
        self.articles
            .get(&claim.article)
            .is_none_or(|article| !claim.anchor.holds_in(&article.text))
    }
}
