//! What makes one project of another, piece by piece: for changes too wide for one command.

use std::collections::BTreeMap;
use std::sync::Arc;

use imbl::ordmap::DiffItem;
use imbl::{OrdMap, Vector};
use serde::{Deserialize, Serialize};

use super::{
    Dismissal, FigureDecision, Note, Project, Rating, ReportStyle, Review, SavedView, SignOff,
};
use crate::article::Article;
use crate::claim::{ArticleId, Claim, ClaimId};
use crate::crosscheck::Link;
use crate::quantity::HouseRules;

/// Pieces to put into a project, or to take out (`None`); what is not named stays.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[expect(missing_docs, reason = "each field is that of the project")]
pub struct Patch {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub articles: BTreeMap<ArticleId, Option<Arc<Article>>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub claims: BTreeMap<ClaimId, Option<Arc<Claim>>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub reviews: BTreeMap<ClaimId, Option<Arc<Review>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub links: Option<Vec<Link>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub figures: BTreeMap<ClaimId, Option<FigureDecision>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dismissals: Option<Vec<Dismissal>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notes: Option<Vec<Note>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sign_offs: Option<Vec<SignOff>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub views: Option<Vec<SavedView>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub house_rules: Option<HouseRules>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ratings: Option<Vec<Rating>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub report_style: Option<ReportStyle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_article: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_claim: Option<u32>,
}

impl Patch {
    /// What makes `to` of `from`.
    pub fn between(from: &Project, to: &Project) -> Self {
        Self {
            title: replaced(&from.title, &to.title),
            articles: map_between(&from.articles, &to.articles),
            claims: map_between(&from.claims, &to.claims),
            reviews: map_between(&from.reviews, &to.reviews),
            links: list_between(&from.links, &to.links),
            figures: map_between(&from.figures, &to.figures),
            dismissals: list_between(&from.dismissals, &to.dismissals),
            notes: list_between(&from.notes, &to.notes),
            sign_offs: list_between(&from.sign_offs, &to.sign_offs),
            views: list_between(&from.views, &to.views),
            house_rules: replaced(&from.house_rules, &to.house_rules),
            ratings: replaced(&from.ratings, &to.ratings),
            report_style: replaced(&from.report_style, &to.report_style),
            next_article: replaced(&from.next_article, &to.next_article),
            next_claim: replaced(&from.next_claim, &to.next_claim),
        }
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many pieces it puts in or takes out.
    pub fn len(&self) -> usize {
        let lists = [
            self.title.is_some(),
            self.links.is_some(),
            self.dismissals.is_some(),
            self.notes.is_some(),
            self.sign_offs.is_some(),
            self.views.is_some(),
            self.house_rules.is_some(),
            self.ratings.is_some(),
            self.report_style.is_some(),
        ];
        self.articles.len()
            + self.claims.len()
            + self.reviews.len()
            + self.figures.len()
            + lists.into_iter().filter(|changed| *changed).count()
    }

    /// Puts the pieces in; the caller checks that the result is sound.
    pub(super) fn apply(&self, project: &mut Project) {
        put(&mut project.title, self.title.as_ref());
        put_map(&mut project.articles, &self.articles);
        put_map(&mut project.claims, &self.claims);
        put_map(&mut project.reviews, &self.reviews);
        put_list(&mut project.links, self.links.as_ref());
        put_map(&mut project.figures, &self.figures);
        put_list(&mut project.dismissals, self.dismissals.as_ref());
        put_list(&mut project.notes, self.notes.as_ref());
        put_list(&mut project.sign_offs, self.sign_offs.as_ref());
        put_list(&mut project.views, self.views.as_ref());
        put(&mut project.house_rules, self.house_rules.as_ref());
        put(&mut project.ratings, self.ratings.as_ref());
        put(&mut project.report_style, self.report_style.as_ref());
        put(&mut project.next_article, self.next_article.as_ref());
        put(&mut project.next_claim, self.next_claim.as_ref());
    }
}

fn replaced<T: Clone + PartialEq>(from: &T, to: &T) -> Option<T> {
    (from != to).then(|| to.clone())
}

fn list_between<T: Clone + PartialEq>(from: &Vector<T>, to: &Vector<T>) -> Option<Vec<T>> {
    (!from.ptr_eq(to) && from != to).then(|| to.iter().cloned().collect())
}

fn map_between<K: Ord + Clone, V: Clone + PartialEq>(
    from: &OrdMap<K, V>,
    to: &OrdMap<K, V>,
) -> BTreeMap<K, Option<V>> {
    from.diff(to)
        .map(|item| match item {
            DiffItem::Add(key, value)
            | DiffItem::Update {
                new: (key, value), ..
            } => (key.clone(), Some(value.clone())),
            DiffItem::Remove(key, _) => (key.clone(), None),
        })
        .collect()
}

fn put<T: Clone>(place: &mut T, value: Option<&T>) {
    if let Some(value) = value {
        place.clone_from(value);
    }
}

fn put_list<T: Clone>(place: &mut Vector<T>, list: Option<&Vec<T>>) {
    if let Some(list) = list {
        *place = list.iter().cloned().collect();
    }
}

fn put_map<K: Ord + Clone, V: Clone>(place: &mut OrdMap<K, V>, pieces: &BTreeMap<K, Option<V>>) {
    for (key, piece) in pieces {
        match piece {
            Some(value) => drop(place.insert(key.clone(), value.clone())),
            None => drop(place.remove(key)),
        }
    }
}
