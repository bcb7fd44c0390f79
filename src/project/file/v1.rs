//! The shape of version 1, and the way from there to [`shape`](super::shape).
//!
//! Version 1 knew no reasons in the log and no seals under signatures. All else is as it was.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::pieces::Whole;
use super::shape::{
    StoredArticle, StoredChange, StoredClaim, StoredEvent, StoredFigure, StoredFound,
    StoredProject, StoredStart, VERSION,
};
use crate::article::Article;
use crate::claim::ArticleId;
use crate::crosscheck::Link;
use crate::project::{
    Command, Dismissal, Note, Rating, ReportStyle, SavedView, SignOff as SignOffNow, Status,
};
use crate::quantity::HouseRules;
use crate::text::Text;

/// A whole file of version 1.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Project {
    #[expect(
        dead_code,
        reason = "it stands in the file; that it is 1 was seen before"
    )]
    version: u32,
    title: String,
    house_rules: HouseRules,
    ratings: Vec<Rating>,
    #[serde(default)]
    report_style: ReportStyle,
    next_article: u32,
    next_claim: u32,
    articles: Vec<StoredArticle<'static>>,
    claims: Vec<StoredClaim<'static>>,
    links: Vec<Link>,
    figures: Vec<StoredFigure<'static>>,
    dismissals: Vec<Dismissal>,
    notes: Vec<Note>,
    sign_offs: Vec<SignOff>,
    views: Vec<SavedView>,
    start: StoredStart<'static>,
    past_texts: BTreeMap<String, Text>,
    log: Vec<Event>,
    checksum: Option<String>,
}

/// A signature.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SignOff {
    article: ArticleId,
    by: String,
    at: String,
    tally: BTreeMap<Status, u32>,
}

/// An entry of the log.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Event {
    by: String,
    at: String,
    label: String,
    change: Change,
}

/// What it did.
#[derive(Debug, Deserialize)]
enum Change {
    Did(Arc<Command>),
    Added {
        article: Box<Article>,
        found: Vec<StoredFound<'static>>,
    },
    Undid,
    Redid,
    Elsewhere,
}

impl Whole for Project {
    type Event = Event;

    fn put_lists(
        &mut self,
        articles: Vec<StoredArticle<'static>>,
        claims: Vec<StoredClaim<'static>>,
        log: Vec<Event>,
    ) {
        (self.articles, self.claims, self.log) = (articles, claims, log);
    }

    fn checksum(&self) -> Option<&String> {
        self.checksum.as_ref()
    }
}

impl From<Project> for StoredProject {
    fn from(old: Project) -> Self {
        Self {
            version: VERSION,
            title: old.title,
            house_rules: old.house_rules,
            ratings: old.ratings,
            report_style: old.report_style,
            next_article: old.next_article,
            next_claim: old.next_claim,
            articles: old.articles,
            claims: old.claims,
            links: old.links,
            figures: old.figures,
            dismissals: old.dismissals,
            notes: old.notes,
            sign_offs: old.sign_offs.into_iter().map(SignOffNow::from).collect(),
            views: old.views,
            start: old.start,
            past_texts: old.past_texts,
            log: old.log.into_iter().map(StoredEvent::from).collect(),
            checksum: old.checksum,
        }
    }
}

impl From<SignOff> for SignOffNow {
    fn from(old: SignOff) -> Self {
        Self {
            article: old.article,
            by: old.by,
            at: old.at,
            tally: old.tally,
            // What was signed is not known to the letter; the tally tells of changes as it did.
            seal: None,
        }
    }
}

impl From<Event> for StoredEvent<'static> {
    fn from(old: Event) -> Self {
        Self {
            by: Cow::Owned(old.by),
            at: Cow::Owned(old.at),
            label: Cow::Owned(old.label),
            change: match old.change {
                Change::Did(command) => StoredChange::Did(Cow::Owned(command)),
                Change::Added { article, found } => StoredChange::Added { article, found },
                Change::Undid => StoredChange::Undid,
                Change::Redid => StoredChange::Redid,
                Change::Elsewhere => StoredChange::Elsewhere,
            },
        }
    }
}
