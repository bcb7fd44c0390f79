//! The crosscheck kept from one edit to the next: what an edit does not touch is not worked out again.
//!
//! An edit touches the articles of its claims, the blocks of claims that are compared with them, the figures those
//! come together to, and the story they stand in. All else is shared with the crosscheck before.

mod pages;
mod results;
mod tellings;

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use self::pages::Changes;
pub(super) use self::pages::{Changed, Pages, Placed};
use self::results::{Made, Results};
use super::comparison::Side;
use super::finding::{self, ArticleView, FigureView};
use super::grouping::{Grouping, Links, Region};
use super::root::ArticleWords;
use super::{Corpus, Crosscheck, Figure, Finding, Link, figure, priority};
use crate::claim::{ArticleId, ClaimId};
use crate::quantity::HouseRules;

/// A crosscheck that remembers what it has worked out.
///
/// [`update`](Self::update) gives what [`crosscheck`](super::crosscheck) gives for the same corpus.
#[derive(Debug, Default)]
pub struct Crosschecker {
    rules: Option<HouseRules>,
    links: Vec<Link>,
    /// Claims that the editor keeps together, each with the first of those.
    kept_with: FxHashMap<ClaimId, ClaimId>,
    pages: Pages,
    grouping: Grouping,
    results: Results,
}

/// Figures that are made in one go; they share the words of their articles.
const FIGURES: usize = 128;

impl Crosschecker {
    /// The crosscheck of `corpus`, using what earlier calls have worked out.
    pub fn update(&mut self, corpus: Corpus<'_>) -> Crosscheck {
        if self.rules.as_ref() != Some(corpus.rules) {
            *self = Self {
                rules: Some(corpus.rules.clone()),
                ..Self::default()
            };
        }
        let relinked = self.relink(corpus.links);
        let Changes { articles, claims } = self.pages.update(corpus);
        let links = Links::of(&self.links);
        if !relinked.is_empty() {
            self.kept_with = links.kept_together();
        }
        let region = self
            .grouping
            .update(&claims, &links, &relinked, &self.pages);
        let stories = stories_of(&claims);
        // Of a million claims even this list is large.
        drop(claims);
        self.make_figures(&region, &articles, &relinked);
        drop(region);
        self.check_articles(&articles);
        self.check_stories(&stories);
        self.results.crosscheck()
    }

    /// Takes in the links; the claims whose links have changed.
    fn relink(&mut self, links: &[Link]) -> Vec<ClaimId> {
        if self.links == links {
            return Vec::new();
        }
        let (old, new): (FxHashSet<&Link>, FxHashSet<&Link>) =
            (self.links.iter().collect(), links.iter().collect());
        let gone = self.links.iter().filter(|link| !new.contains(link));
        let come = links.iter().filter(|link| !old.contains(link));
        let relinked = gone.chain(come).flat_map(|link| [link.a, link.b]).collect();
        self.links = links.to_vec();
        relinked
    }

    fn side(&self, id: ClaimId) -> Option<Side<'_>> {
        let placed = self.pages.placed(id)?;
        let side = Side::of(&placed.seen, self.pages.page(placed.seen.claim.article)?)?;
        Some(side.kept_with(self.kept_with.get(&id).copied()))
    }

    /// Makes the figures of regrouped claims, and those with a claim of a touched article, for its neighbours matter to
    /// slips, or with one that the editor has linked.
    fn make_figures(&mut self, region: &Region, articles: &[ArticleId], relinked: &[ClaimId]) {
        let figure_of = |claim: &ClaimId| self.results.figure_of(*claim);
        let stale: FxHashMap<ClaimId, &Arc<Figure>> = articles
            .iter()
            .filter_map(|article| self.pages.page(*article))
            .flat_map(|page| &page.claims)
            .filter_map(|seen| figure_of(&seen.claim.id))
            .map(|figure| (figure.id, figure))
            .collect();
        let relinked: FxHashSet<&ClaimId> = relinked.iter().collect();
        let fresh = |group: &Vec<ClaimId>| {
            if !relinked.is_empty() && group.iter().any(|claim| relinked.contains(claim)) {
                return false;
            }
            let known = group.first().and_then(figure_of);
            known.is_some_and(|figure| figure.claims == *group && !stale.contains_key(&figure.id))
        };
        let mut dissolved: Vec<ClaimId> = region
            .claims
            .iter()
            .filter_map(figure_of)
            .map(|f| f.id)
            .collect();
        let mut groups: Vec<&[ClaimId]> = Vec::new();
        let mut kept: FxHashSet<ClaimId> = FxHashSet::default();
        for group in &region.groups {
            if fresh(group) {
                kept.extend(group.first());
            } else {
                groups.push(group);
            }
        }
        let mut outside: Vec<&Arc<Figure>> = stale.values().copied().collect();
        outside.sort_unstable_by_key(|figure| figure.id);
        outside.retain(|figure| region.claims.binary_search(&figure.id).is_err());
        for figure in outside {
            groups.push(&figure.claims);
            dissolved.push(figure.id);
        }
        dissolved.retain(|id| !kept.contains(id));
        dissolved.sort_unstable();
        dissolved.dedup();
        let made: Vec<Made> = groups
            .par_chunks(FIGURES)
            .flat_map_iter(|groups| {
                let mut words = ArticleWords::default();
                let engine = &*self;
                groups
                    .iter()
                    .filter_map(move |group| engine.figure(group, &mut words))
            })
            .collect();
        self.results.replace_figures(&dissolved, made);
    }

    fn figure(&self, ids: &[ClaimId], words: &mut ArticleWords) -> Option<Made> {
        let sides: Vec<Side<'_>> = ids.iter().filter_map(|id| self.side(*id)).collect();
        let mut figure = figure::figure(&sides, words)?;
        let findings = finding::of_figure(&FigureView {
            figure: &figure,
            sides: &sides,
        });
        figure.priority = priority::with_findings(figure.priority, &findings);
        Some((Arc::new(figure), shared(findings)))
    }

    /// Findings inside single articles, of those that are touched.
    fn check_articles(&mut self, articles: &[ArticleId]) {
        let found: Vec<(ArticleId, Vec<Arc<Finding>>)> = articles
            .par_iter()
            .map(|id| (*id, shared(self.article_findings(*id).unwrap_or_default())))
            .collect();
        self.results.replace_of_articles(found);
    }

    fn article_findings(&self, id: ArticleId) -> Option<Vec<Finding>> {
        let page = self.pages.page(id)?;
        let sides: Vec<Side<'_>> = page
            .claims
            .iter()
            .filter_map(|seen| Side::of(seen, page))
            .collect();
        Some(finding::of_article(&ArticleView {
            article: page.article.as_ref()?,
            sides: &sides,
        }))
    }

    /// Findings among the claims of one story, of those stories that are touched.
    fn check_stories(&mut self, stories: &[u32]) {
        let found: Vec<(u32, Vec<Arc<Finding>>)> = stories
            .par_iter()
            .map(|story| {
                let claims = self.grouping.claims_of_story(*story);
                let sides: Vec<Side<'_>> = claims.filter_map(|id| self.side(id)).collect();
                (*story, shared(finding::of_story(sides)))
            })
            .collect();
        self.results.replace_of_stories(found);
    }
}

/// The stories that changed claims stand in or have stood in, in order.
fn stories_of(changed: &[Changed]) -> Vec<u32> {
    let mut stories: Vec<u32> = changed
        .iter()
        .flat_map(|changed| [&changed.before, &changed.after])
        .flatten()
        .map(|placed| placed.story)
        .collect();
    stories.par_sort_unstable();
    stories.dedup();
    stories
}

fn shared(findings: Vec<Finding>) -> Vec<Arc<Finding>> {
    findings.into_iter().map(Arc::new).collect()
}
