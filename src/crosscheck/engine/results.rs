//! Figures and findings in the order they are shown, changed in place.

use std::cmp::{Ordering, Reverse};
use std::collections::BTreeMap;
use std::sync::Arc;

use imbl::OrdMap;
use rayon::prelude::*;
use rustc_hash::FxHashMap;

use crate::claim::{ArticleId, ClaimId};
use crate::crosscheck::{Crosscheck, Figure, Finding};

/// A figure with its findings.
pub(super) type Made = (Arc<Figure>, Vec<Arc<Finding>>);

/// Figures and findings.
#[derive(Debug, Default)]
pub(super) struct Results {
    /// Figures, those with most to check first.
    figures: BTreeMap<(Reverse<u32>, ClaimId), Arc<Figure>>,
    /// Findings, heaviest first, with how often each was found.
    findings: BTreeMap<Ranked, u32>,
    figure_of: OrdMap<ClaimId, Arc<Figure>>,
    findings_of: OrdMap<ClaimId, Vec<Arc<Finding>>>,
    of_figures: FxHashMap<ClaimId, Vec<Arc<Finding>>>,
    of_articles: FxHashMap<ArticleId, Vec<Arc<Finding>>>,
    of_stories: FxHashMap<u32, Vec<Arc<Finding>>>,
}

/// A finding in the order in which findings are shown.
#[derive(Debug, PartialEq, Eq)]
struct Ranked(Arc<Finding>);

impl Ord for Ranked {
    fn cmp(&self, other: &Self) -> Ordering {
        let (a, b) = (&self.0, &other.0);
        (a.severity, &a.claims, a.code, &a.title, &a.working)
            .cmp(&(b.severity, &b.claims, b.code, &b.title, &b.working))
    }
}

impl PartialOrd for Ranked {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

fn rank(figure: &Figure) -> (Reverse<u32>, ClaimId) {
    (Reverse(figure.priority.weight), figure.id)
}

impl Results {
    /// The figure of a claim.
    pub(super) fn figure_of(&self, claim: ClaimId) -> Option<&Arc<Figure>> {
        self.figure_of.get(&claim)
    }

    /// Takes the figures of these ids out and puts others in.
    pub(super) fn replace_figures(&mut self, dissolved: &[ClaimId], mut made: Vec<Made>) {
        let mut lost: Vec<Arc<Finding>> = Vec::new();
        for id in dissolved {
            let Some(figure) = self.figure_of.get(id).cloned() else {
                continue;
            };
            self.figures.remove(&rank(&figure));
            for claim in &figure.claims {
                self.figure_of.remove(claim);
            }
            lost.extend(self.of_figures.remove(id).unwrap_or_default());
        }
        made.par_sort_unstable_by_key(|(figure, _)| rank(figure));
        let mut of: Vec<(ClaimId, Arc<Figure>)> = made
            .iter()
            .flat_map(|(figure, _)| figure.claims.iter().map(move |claim| (*claim, figure)))
            .map(|(claim, figure)| (claim, Arc::clone(figure)))
            .collect();
        of.par_sort_unstable_by_key(|(claim, _)| *claim);
        self.figure_of.extend(of);
        let mut won: Vec<Arc<Finding>> = Vec::new();
        let mut ranked = Vec::with_capacity(made.len());
        for (figure, findings) in made {
            won.extend(findings.iter().cloned());
            if !findings.is_empty() {
                self.of_figures.insert(figure.id, findings);
            }
            ranked.push((rank(&figure), figure));
        }
        if self.figures.is_empty() {
            self.figures = ranked.into_iter().collect();
        } else {
            self.figures.extend(ranked);
        }
        self.replace_findings(lost, won);
    }

    /// What is found in these articles now.
    pub(super) fn replace_of_articles(&mut self, found: Vec<(ArticleId, Vec<Arc<Finding>>)>) {
        let (lost, won) = replaced(&mut self.of_articles, found);
        self.replace_findings(lost, won);
    }

    /// What is found in these stories now.
    pub(super) fn replace_of_stories(&mut self, found: Vec<(u32, Vec<Arc<Finding>>)>) {
        let (lost, won) = replaced(&mut self.of_stories, found);
        self.replace_findings(lost, won);
    }

    fn replace_findings(&mut self, lost: Vec<Arc<Finding>>, won: Vec<Arc<Finding>>) {
        for finding in lost {
            let ranked = Ranked(finding);
            match self.findings.get_mut(&ranked) {
                Some(times) if *times > 1 => *times -= 1,
                _ => {
                    self.findings.remove(&ranked);
                    self.name(&ranked.0, false);
                }
            }
        }
        for finding in won {
            let times = self
                .findings
                .entry(Ranked(Arc::clone(&finding)))
                .or_default();
            *times += 1;
            if *times == 1 {
                self.name(&finding, true);
            }
        }
    }

    /// Puts a finding to the claims that it names, or takes it away from them.
    fn name(&mut self, finding: &Arc<Finding>, named: bool) {
        for claim in &finding.claims {
            let mut findings = self.findings_of.get(claim).cloned().unwrap_or_default();
            let ranked = Ranked(Arc::clone(finding));
            let place = findings.binary_search_by(|other| Ranked(Arc::clone(other)).cmp(&ranked));
            match (place, named) {
                (Err(at), true) => findings.insert(at, Arc::clone(finding)),
                (Ok(at), false) => {
                    findings.remove(at);
                }
                _ => continue,
            }
            if findings.is_empty() {
                self.findings_of.remove(claim);
            } else {
                self.findings_of.insert(*claim, findings);
            }
        }
    }

    /// All of it, shared.
    pub(super) fn crosscheck(&self) -> Crosscheck {
        Crosscheck {
            figures: self.figures.values().cloned().collect(),
            findings: self
                .findings
                .keys()
                .map(|ranked| Arc::clone(&ranked.0))
                .collect(),
            figure_of: self.figure_of.clone(),
            findings_of: self.findings_of.clone(),
        }
    }
}

/// Puts findings in the place of earlier ones; the earlier ones, and the new.
fn replaced<K: Eq + std::hash::Hash>(
    known: &mut FxHashMap<K, Vec<Arc<Finding>>>,
    found: Vec<(K, Vec<Arc<Finding>>)>,
) -> (Vec<Arc<Finding>>, Vec<Arc<Finding>>) {
    let (mut lost, mut won) = (Vec::new(), Vec::new());
    for (key, findings) in found {
        won.extend(findings.iter().cloned());
        let before = if findings.is_empty() {
            known.remove(&key)
        } else {
            known.insert(key, findings)
        };
        lost.extend(before.unwrap_or_default());
    }
    (lost, won)
}
