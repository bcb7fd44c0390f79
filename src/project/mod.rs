//! What is recorded: articles, claims, judgements; changed only by [`Command`]s through a [`Session`].

mod command;
mod review;
mod session;

use std::collections::BTreeMap;
use std::sync::Arc;

pub use command::{Command, CommandError};
pub use review::{
    Dismissal, Evidence, FigureDecision, Note, Rating, Review, SignOff, Stance, Status, Subject,
    Verdict, default_ratings,
};
pub use session::{Change, Event, Session, Stamp};

use crate::article::Article;
use crate::claim::{ArticleId, Claim, ClaimId};
use crate::crosscheck::Link;
use crate::quantity::HouseRules;

/// All that is recorded of a check.
///
/// Invariants: every id resolves; every anchor's quote stands in its article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// Its name.
    pub title: String,
    /// Articles in order of arrival.
    pub articles: BTreeMap<ArticleId, Arc<Article>>,
    /// Claims in order of arrival.
    pub claims: BTreeMap<ClaimId, Arc<Claim>>,
    /// What people decided about claims; absent is untouched.
    pub reviews: BTreeMap<ClaimId, Review>,
    /// Pairs that belong together or apart.
    pub links: Vec<Link>,
    /// What people decided about figures, by one of the figure's claims.
    pub figures: BTreeMap<ClaimId, FigureDecision>,
    /// Findings set aside, with reasons.
    pub dismissals: Vec<Dismissal>,
    /// Notes on articles and on the project.
    pub notes: Vec<Note>,
    /// Who has signed the copy off.
    pub sign_offs: Vec<SignOff>,
    /// What words stand for.
    pub house_rules: HouseRules,
    /// The scale of verdicts.
    pub ratings: Vec<Rating>,
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
            articles: BTreeMap::new(),
            claims: BTreeMap::new(),
            reviews: BTreeMap::new(),
            links: Vec::new(),
            figures: BTreeMap::new(),
            dismissals: Vec::new(),
            notes: Vec::new(),
            sign_offs: Vec::new(),
            house_rules: HouseRules::default(),
            ratings: default_ratings(),
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
}
