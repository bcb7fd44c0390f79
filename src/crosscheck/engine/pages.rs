//! Articles and claims as they have been read, and which of them an edit changes.

use std::collections::BTreeMap;
use std::sync::Arc;

use imbl::OrdMap;
use imbl::ordmap::DiffItem;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::tellings::Tellings;
use crate::article::{Article, Moment};
use crate::claim::{ArticleId, Claim, ClaimId};
use crate::crosscheck::Corpus;
use crate::crosscheck::comparison::{Page, Seen};
use crate::crosscheck::digest::{Digest, digest};
use crate::crosscheck::profile::Reader;
use crate::crosscheck::words::vocabulary;
use crate::quantity::HouseRules;

/// A claim with the story it stands in.
#[derive(Clone, Debug)]
pub(in crate::crosscheck) struct Placed {
    pub seen: Arc<Seen>,
    pub story: u32,
}

/// A claim that is not what it was, or not where it was. A claim that was read anew is told of twice: gone, and come.
#[derive(Debug)]
pub(in crate::crosscheck) struct Changed {
    pub id: ClaimId,
    pub before: Option<Placed>,
    pub after: Option<Placed>,
}

/// What an edit changes.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Articles that are changed or have a changed claim, in order.
    pub articles: Vec<ArticleId>,
    pub claims: Vec<Changed>,
}

/// Articles and claims as they have been read.
#[derive(Debug, Default)]
pub(in crate::crosscheck) struct Pages {
    /// The corpus they were read from.
    articles: OrdMap<ArticleId, Arc<Article>>,
    claims: OrdMap<ClaimId, Arc<Claim>>,
    known: BTreeMap<ArticleId, Arc<Page>>,
    placed: FxHashMap<ClaimId, Placed>,
    tellings: Tellings,
}

/// What has to be read.
struct Reading<'a> {
    corpus: Corpus<'a>,
    /// Articles that are new, changed or gone, in order.
    articles: Vec<ArticleId>,
    /// Claims that are new or changed.
    claims: BTreeMap<ArticleId, Vec<Arc<Claim>>>,
    /// Claims that are changed or gone, with the article they stood in, in order.
    gone: Vec<(ClaimId, ArticleId)>,
}

impl Pages {
    /// A claim that has been read.
    pub(in crate::crosscheck) fn placed(&self, id: ClaimId) -> Option<&Placed> {
        self.placed.get(&id)
    }

    /// An article with its claims.
    pub(super) fn page(&self, id: ArticleId) -> Option<&Arc<Page>> {
        self.known.get(&id)
    }

    /// Reads what is new or changed.
    pub(super) fn update(&mut self, corpus: Corpus<'_>) -> Changes {
        let reading = self.to_read(corpus);
        let mut articles = reading.articles.clone();
        articles.extend(reading.claims.keys());
        articles.extend(reading.gone.iter().map(|(_, article)| *article));
        articles.sort_unstable();
        articles.dedup();
        let pages: Vec<(ArticleId, Page, Vec<Arc<Seen>>)> = articles
            .par_iter()
            .map(|id| {
                let (page, read) = self.read(*id, &reading);
                (*id, page, read)
            })
            .collect();
        let mut read: Vec<Arc<Seen>> = Vec::new();
        for (id, page, of_page) in pages {
            read.extend(of_page);
            if page.article.is_none() && page.claims.is_empty() {
                self.known.remove(&id);
            } else {
                self.known.insert(id, Arc::new(page));
            }
        }
        let moved = if reading.articles.is_empty() {
            Vec::new()
        } else {
            self.tellings.tell(&self.known)
        };
        let claims = self.place(&reading.gone, read, &moved);
        self.articles = corpus.articles.clone();
        self.claims = corpus.claims.clone();
        Changes { articles, claims }
    }

    fn to_read<'a>(&self, corpus: Corpus<'a>) -> Reading<'a> {
        let articles = self.articles.diff(corpus.articles).map(|item| match item {
            DiffItem::Add(id, _)
            | DiffItem::Remove(id, _)
            | DiffItem::Update { new: (id, _), .. } => *id,
        });
        let mut reading = Reading {
            corpus,
            articles: articles.collect(),
            claims: BTreeMap::new(),
            gone: Vec::new(),
        };
        for item in self.claims.diff(corpus.claims) {
            let (gone, come) = match item {
                DiffItem::Add(_, claim) => (None, Some(claim)),
                DiffItem::Remove(_, claim) => (Some(claim), None),
                DiffItem::Update { old, new } => (Some(old.1), Some(new.1)),
            };
            reading
                .gone
                .extend(gone.map(|claim| (claim.id, claim.article)));
            if let Some(claim) = come {
                let of_article = reading.claims.entry(claim.article).or_default();
                of_article.push(Arc::clone(claim));
            }
        }
        reading
    }

    /// The page of an article as it is now, and those of its claims that were read anew.
    fn read(&self, id: ArticleId, reading: &Reading<'_>) -> (Page, Vec<Arc<Seen>>) {
        let article = reading.corpus.articles.get(&id).cloned();
        let known = self.known.get(&id);
        let gone = |claim: ClaimId| {
            reading
                .gone
                .binary_search_by_key(&claim, |(id, _)| *id)
                .is_ok()
        };
        let mut claims: Vec<Arc<Seen>> = known
            .into_iter()
            .flat_map(|page| &page.claims)
            .filter(|seen| !gone(seen.claim.id))
            .map(Arc::clone)
            .collect();
        let mut todo = reading.claims.get(&id).cloned().unwrap_or_default();
        let same = reading.articles.binary_search(&id).is_err();
        let (digest, tokens) = match (&article, known.filter(|_| same)) {
            (Some(article), Some(page)) => {
                let tokens = vocabulary().tokens(article.text.as_str());
                (Arc::clone(&page.digest), tokens)
            }
            (Some(article), None) => {
                let (digest, tokens) = digest(article);
                (Arc::new(digest), tokens)
            }
            (None, _) => (Arc::new(Digest::default()), Vec::new()),
        };
        if !same {
            todo.extend(claims.drain(..).map(|seen| Arc::clone(&seen.claim)));
        }
        let rules: &HouseRules = reading.corpus.rules;
        let reader = Reader {
            tokens: &tokens,
            digest: &digest,
            day: article
                .as_ref()
                .and_then(|article| article.metadata.published.as_ref())
                .map(Moment::date),
            rules,
        };
        let read: Vec<Arc<Seen>> = todo
            .into_iter()
            .map(|claim| {
                let profile = reader.profile(&claim);
                Arc::new(Seen { claim, profile })
            })
            .collect();
        claims.extend(read.iter().cloned());
        claims.sort_unstable_by_key(|seen| (seen.profile.at, seen.claim.id));
        let page = Page {
            article,
            digest,
            claims,
        };
        (page, read)
    }

    /// Takes note of where claims stand.
    fn place(
        &mut self,
        gone: &[(ClaimId, ArticleId)],
        read: Vec<Arc<Seen>>,
        moved: &[ArticleId],
    ) -> Vec<Changed> {
        let mut changed: Vec<Changed> = Vec::with_capacity(gone.len() + read.len());
        for (id, _) in gone {
            changed.push(Changed {
                id: *id,
                before: self.placed.remove(id),
                after: None,
            });
        }
        self.placed.reserve(read.len());
        let of_moved = moved
            .iter()
            .filter_map(|article| self.known.get(article))
            .flat_map(|page| page.claims.iter().cloned());
        let mut candidates = read;
        let fresh = candidates.len();
        candidates.extend(of_moved);
        for (at, seen) in candidates.into_iter().enumerate() {
            let story = self.tellings.story(seen.claim.article, seen.profile.part);
            let id = seen.claim.id;
            let stays = at >= fresh
                && self
                    .placed
                    .get(&id)
                    .is_some_and(|known| known.story == story);
            if stays {
                continue;
            }
            let placed = Placed { seen, story };
            changed.push(Changed {
                id,
                before: self.placed.insert(id, placed.clone()),
                after: Some(placed),
            });
        }
        changed
    }
}
