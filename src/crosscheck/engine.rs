//! The crosscheck kept from one edit to the next: what an edit does not touch is not worked out again.

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::comparison::Side;
use super::digest::{Digest, Part, digest};
use super::finding::{self, ArticleView, FigureView, NumberView};
use super::grouping::{self, Links};
use super::profile::{Profile, Reader};
use super::root::ArticleWords;
use super::{Corpus, Crosscheck, Figure, Finding, Link, figure, priority, story};
use crate::article::Article;
use crate::claim::{ArticleId, Claim, ClaimId};
use crate::lexicon::Value;
use crate::quantity::HouseRules;

/// A crosscheck that remembers what it has worked out.
///
/// [`update`](Self::update) gives what [`crosscheck`](super::crosscheck) gives for the same corpus.
#[derive(Debug, Default)]
pub struct Crosschecker {
    rules: Option<HouseRules>,
    links: Vec<Link>,
    articles: BTreeMap<ArticleId, Known>,
    claims: BTreeMap<ClaimId, (Arc<Claim>, Arc<Profile>)>,
    /// Story of each part of each article.
    stories: FxHashMap<(ArticleId, u32), u32>,
    /// Whether the stories were told apart anew since pairs were last compared.
    retold: bool,
    figures: FxHashMap<Vec<ClaimId>, Made>,
    /// What was worked out of pairs of claims.
    pairs: grouping::Memory,
}

/// Figures that are made in one go; they share the words of their articles.
const FIGURES: usize = 128;

/// A figure with its findings.
type Made = (Arc<Figure>, Vec<Arc<Finding>>);

/// An article with what was worked out of it.
#[derive(Debug)]
struct Known {
    article: Arc<Article>,
    digest: Arc<Digest>,
    findings: Vec<Arc<Finding>>,
}

impl Crosschecker {
    /// The crosscheck of `corpus`, using what earlier calls have worked out.
    pub fn update(&mut self, corpus: Corpus<'_>) -> Crosscheck {
        if self.rules.as_ref() != Some(corpus.rules) {
            *self = Self {
                rules: Some(corpus.rules.clone()),
                ..Self::default()
            };
        }
        let links_changed = self.links != corpus.links;
        self.links = corpus.links.to_vec();
        let changed_articles = self.read_articles(corpus);
        let changed_claims = self.read_claims(corpus, &changed_articles);
        if !changed_articles.is_empty() || links_changed || !changed_claims.is_empty() {
            self.forget(&changed_articles, &changed_claims);
        }
        let profiles: Vec<&Profile> = self.claims.values().map(|(_, p)| p.as_ref()).collect();
        let stories: Vec<u32> = profiles
            .iter()
            .map(|p| {
                self.stories
                    .get(&(p.article, p.part))
                    .copied()
                    .unwrap_or(u32::MAX)
            })
            .collect();
        if !changed_articles.is_empty() || self.retold {
            self.pairs = grouping::Memory::default();
            self.retold = false;
        }
        self.pairs
            .forget(changed_claims.iter().map(|(claim, _)| *claim));
        let groups = grouping::groups(
            &profiles,
            &stories,
            &Links::of(corpus.links),
            &mut self.pairs,
        );
        let work = Work::new(&self.claims, &self.articles, corpus);
        let figures = &self.figures;
        let made: Vec<Made> = groups
            .par_chunks(FIGURES)
            .flat_map_iter(|groups| {
                let mut words = ArticleWords::default();
                let (work, profiles) = (&work, &profiles);
                groups.iter().filter_map(move |group| {
                    let ids: Vec<ClaimId> = group
                        .iter()
                        .filter_map(|at| profiles.get(*at))
                        .map(|p| p.id)
                        .collect();
                    match figures.get(&ids) {
                        Some(known) => Some(known.clone()),
                        None => work.figure(&ids, &mut words),
                    }
                })
            })
            .collect();
        let stale: Vec<ArticleId> = changed_articles
            .iter()
            .copied()
            .chain(changed_claims.iter().map(|(_, article)| *article))
            .collect();
        let article_findings = work.article_findings(stale);
        let mut of_stories = work.number_findings(&profiles, &stories);
        of_stories.extend(work.story_findings(&profiles, &stories));
        drop(work);
        for (id, findings) in article_findings {
            if let Some(known) = self.articles.get_mut(&id) {
                known.findings = findings;
            }
        }
        self.figures = made
            .iter()
            .map(|(figure, findings)| {
                (
                    figure.claims.clone(),
                    (Arc::clone(figure), findings.clone()),
                )
            })
            .collect();
        self.assemble(made, of_stories)
    }

    /// Takes in new and changed articles and tells stories apart anew; the articles that are new or changed.
    fn read_articles(&mut self, corpus: Corpus<'_>) -> Vec<ArticleId> {
        let before = self.articles.len();
        self.articles
            .retain(|id, _| corpus.articles.contains_key(id));
        let removed = before != self.articles.len();
        let changed: Vec<(ArticleId, Arc<Article>)> = corpus
            .articles
            .iter()
            .filter(|(id, article)| {
                self.articles
                    .get(id)
                    .is_none_or(|known| !Arc::ptr_eq(&known.article, article))
            })
            .map(|(id, article)| (*id, Arc::clone(article)))
            .collect();
        let digests: Vec<Digest> = changed
            .par_iter()
            .map(|(_, article)| digest(article).0)
            .collect();
        for ((id, article), digest) in changed.iter().zip(digests) {
            self.articles.insert(
                *id,
                Known {
                    article: Arc::clone(article),
                    digest: Arc::new(digest),
                    findings: Vec::new(),
                },
            );
        }
        if removed || !changed.is_empty() {
            self.tell_stories();
            self.retold = true;
            if removed {
                self.figures.clear();
            }
        }
        changed.into_iter().map(|(id, _)| id).collect()
    }

    fn tell_stories(&mut self) {
        let mut places: Vec<(ArticleId, u32)> = Vec::new();
        let mut parts: Vec<(&Part, (u64, usize))> = Vec::new();
        for (id, known) in &self.articles {
            for (part, number) in known.digest.parts.iter().zip(0_u32..) {
                places.push((*id, number));
                parts.push((part, (known.digest.key, part.start)));
            }
        }
        let stories = story::stories(&parts);
        self.stories = places.into_iter().zip(stories).collect();
    }

    /// Takes in new and changed claims; those that are new, changed or gone, with their articles.
    fn read_claims(
        &mut self,
        corpus: Corpus<'_>,
        articles: &[ArticleId],
    ) -> Vec<(ClaimId, ArticleId)> {
        let mut changed: Vec<(ClaimId, ArticleId)> = Vec::new();
        self.claims.retain(|id, (claim, _)| {
            let stays = corpus.claims.contains_key(id);
            if !stays {
                changed.push((*id, claim.article));
            }
            stays
        });
        let mut by_article: BTreeMap<ArticleId, Vec<&Arc<Claim>>> = BTreeMap::new();
        for (id, claim) in corpus.claims {
            let fresh = self
                .claims
                .get(id)
                .is_some_and(|(known, _)| Arc::ptr_eq(known, claim));
            if !fresh || articles.binary_search(&claim.article).is_ok() {
                by_article.entry(claim.article).or_default().push(claim);
                changed.push((*id, claim.article));
            }
        }
        let rules = corpus.rules;
        let known = &self.articles;
        let profiles: Vec<(Arc<Claim>, Arc<Profile>)> = by_article
            .par_iter()
            .flat_map_iter(|(id, claims)| {
                let entry = known.get(id);
                let (digest, tokens) = entry.map_or_else(
                    || (Digest::default(), Vec::new()),
                    |known| {
                        let words = super::words::vocabulary().tokens(known.article.text.as_str());
                        ((*known.digest).clone(), words)
                    },
                );
                let reader = Reader {
                    tokens: &tokens,
                    digest: &digest,
                    rules,
                };
                claims
                    .iter()
                    .map(|claim| (Arc::clone(claim), Arc::new(reader.profile(claim))))
                    .collect::<Vec<_>>()
            })
            .collect();
        for (claim, profile) in profiles {
            self.claims.insert(claim.id, (claim, profile));
        }
        changed
    }

    /// Drops figures that hold a changed claim, or a claim of an article with a change: its neighbours matter to slips.
    fn forget(&mut self, articles: &[ArticleId], claims: &[(ClaimId, ArticleId)]) {
        let touched: rustc_hash::FxHashSet<ArticleId> = articles
            .iter()
            .copied()
            .chain(claims.iter().map(|(_, article)| *article))
            .collect();
        let of = &self.claims;
        self.figures.retain(|ids, _| {
            ids.iter().all(|id| {
                of.get(id)
                    .is_some_and(|(claim, _)| !touched.contains(&claim.article))
            })
        });
    }

    /// Puts figures and findings in order and makes the look-ups.
    fn assemble(&self, made: Vec<Made>, of_stories: Vec<Arc<Finding>>) -> Crosscheck {
        let mut figures: Vec<Arc<Figure>> = Vec::with_capacity(made.len());
        let mut findings: Vec<Arc<Finding>> = Vec::new();
        for (figure, found) in made {
            figures.push(figure);
            findings.extend(found);
        }
        findings.extend(of_stories);
        findings.extend(
            self.articles
                .values()
                .flat_map(|known| known.findings.iter().cloned()),
        );
        figures.par_sort_unstable_by_key(|figure| {
            (std::cmp::Reverse(figure.priority.weight), figure.id)
        });
        findings.par_sort_unstable_by(|a, b| {
            (a.severity, &a.claims, a.code, &a.title)
                .cmp(&(b.severity, &b.claims, b.code, &b.title))
        });
        findings.dedup();
        let mut figure_of: Vec<(ClaimId, u32)> = figures
            .iter()
            .zip(0..)
            .flat_map(|(figure, at)| figure.claims.iter().map(move |claim| (*claim, at)))
            .collect();
        figure_of.par_sort_unstable();
        let mut findings_of: Vec<(ClaimId, u32)> = findings
            .iter()
            .zip(0..)
            .flat_map(|(finding, at)| finding.claims.iter().map(move |claim| (*claim, at)))
            .collect();
        findings_of.par_sort_unstable();
        Crosscheck {
            figures,
            findings,
            figure_of,
            findings_of,
        }
    }
}

/// All that is needed to make figures and findings.
struct Work<'a> {
    claims: &'a BTreeMap<ClaimId, (Arc<Claim>, Arc<Profile>)>,
    articles: &'a BTreeMap<ArticleId, Known>,
    /// The claims of each article in order of place.
    siblings: FxHashMap<ArticleId, Vec<&'a Profile>>,
    corpus: Corpus<'a>,
}

impl<'a> Work<'a> {
    fn new(
        claims: &'a BTreeMap<ClaimId, (Arc<Claim>, Arc<Profile>)>,
        articles: &'a BTreeMap<ArticleId, Known>,
        corpus: Corpus<'a>,
    ) -> Self {
        let mut siblings: FxHashMap<ArticleId, Vec<&Profile>> = FxHashMap::default();
        for (claim, profile) in claims.values() {
            siblings.entry(claim.article).or_default().push(profile);
        }
        #[expect(
            clippy::iter_over_hash_type,
            reason = "each list is put in order by itself"
        )]
        for list in siblings.values_mut() {
            list.sort_unstable_by_key(|p| (p.at, p.id));
        }
        Self {
            claims,
            articles,
            siblings,
            corpus,
        }
    }

    fn side(&self, id: ClaimId) -> Option<Side<'_>> {
        let (claim, profile) = self.claims.get(&id)?;
        Some(Side {
            claim,
            profile,
            digest: &self.articles.get(&claim.article)?.digest,
            siblings: self.siblings.get(&claim.article).map_or(&[], Vec::as_slice),
        })
    }

    fn figure(&self, ids: &[ClaimId], words: &mut ArticleWords) -> Option<Made> {
        let sides: Vec<Side<'_>> = ids.iter().filter_map(|id| self.side(*id)).collect();
        let mut figure = figure::figure(&sides, self.corpus.articles, words)?;
        let findings = finding::of_figure(&FigureView {
            figure: &figure,
            sides: &sides,
        });
        figure.priority = priority::with_findings(figure.priority, &findings);
        Some((
            Arc::new(figure),
            findings.into_iter().map(Arc::new).collect(),
        ))
    }

    /// Findings inside single articles, of those that have changed.
    fn article_findings(&self, mut stale: Vec<ArticleId>) -> Vec<(ArticleId, Vec<Arc<Finding>>)> {
        stale.sort_unstable();
        stale.dedup();
        stale
            .par_iter()
            .filter_map(|id| {
                let known = self.articles.get(id)?;
                let siblings = self.siblings.get(id).map_or(&[][..], Vec::as_slice);
                let sides: Vec<Side<'_>> = siblings
                    .iter()
                    .filter_map(|profile| self.side(profile.id))
                    .collect();
                let view = ArticleView {
                    article: &known.article,
                    sides: &sides,
                };
                let findings = finding::of_article(&view)
                    .into_iter()
                    .map(Arc::new)
                    .collect();
                Some((*id, findings))
            })
            .collect()
    }

    /// Findings among the claims of one story that have one unusual number.
    fn number_findings(&self, profiles: &[&Profile], stories: &[u32]) -> Vec<Arc<Finding>> {
        let mut unusual: Vec<(u32, Value, ClaimId)> = profiles
            .iter()
            .zip(stories)
            .filter(|(p, _)| p.base.is_none() && p.is_unusual())
            .filter_map(|(p, story)| Some((*story, p.value?, p.id)))
            .collect();
        unusual.par_sort_unstable();
        unusual
            .par_chunk_by(|a, b| (a.0, a.1) == (b.0, b.1))
            .filter(|same| same.len() > 1)
            .flat_map_iter(|same| {
                let sides: Vec<Side<'_>> = same
                    .iter()
                    .take(finding::SAME_NUMBER)
                    .filter_map(|(.., id)| self.side(*id))
                    .collect();
                finding::of_number(&NumberView { sides: &sides })
            })
            .map(Arc::new)
            .collect()
    }

    /// Findings among the claims of one story in all its articles.
    fn story_findings(&self, profiles: &[&Profile], stories: &[u32]) -> Vec<Arc<Finding>> {
        let mut entries: Vec<(u32, ClaimId)> = profiles
            .iter()
            .zip(stories)
            .filter(|(p, _)| finding::is_of_story(p))
            .map(|(p, story)| (*story, p.id))
            .collect();
        entries.par_sort_unstable();
        entries
            .par_chunk_by(|a, b| a.0 == b.0)
            .filter(|same| same.len() > 1)
            .flat_map_iter(|same| {
                let sides: Vec<Side<'_>> =
                    same.iter().filter_map(|(_, id)| self.side(*id)).collect();
                finding::of_story(&sides)
            })
            .map(Arc::new)
            .collect()
    }
}
