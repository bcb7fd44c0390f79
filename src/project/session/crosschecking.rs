//! What follows from the project of a session, worked out when it is asked for.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, PoisonError};

use imbl::OrdMap;
use imbl::ordmap::DiffItem;

use super::Session;
use crate::article::Article;
use crate::claim::{ArticleId, Claim, ClaimId};
use crate::crosscheck::{Corpus, Crosscheck, Crosschecker};
use crate::project::{CommandError, Project, Review, Status};

/// The crosscheck of one state of a project, to be worked out away from the window.
#[derive(Debug)]
pub struct CrosscheckTask {
    project: Arc<Project>,
    earlier: Arc<Mutex<Earlier>>,
}

impl CrosscheckTask {
    /// Does the work.
    pub fn run(&self) -> Arc<Crosscheck> {
        Arc::new(crosscheck_of(&self.project, &self.earlier))
    }
}

impl Session {
    /// What follows from it; worked out when first asked for after a change that touches it.
    pub fn crosscheck(&self) -> &Arc<Crosscheck> {
        self.crosscheck
            .get_or_init(|| Arc::new(crosscheck_of(&self.project, &self.earlier)))
    }

    /// The work still to be done before [`crosscheck`](Self::crosscheck) can answer at once; `None` where it is done.
    /// Run it on another thread and bring the outcome to [`accept_crosscheck`](Self::accept_crosscheck).
    pub fn crosscheck_task(&self) -> Option<CrosscheckTask> {
        self.crosscheck.get().is_none().then(|| CrosscheckTask {
            project: Arc::clone(&self.project),
            earlier: Arc::clone(&self.earlier),
        })
    }

    /// Takes the outcome of a task, unless the project has changed under it; says whether it was taken.
    pub fn accept_crosscheck(&mut self, task: &CrosscheckTask, outcome: Arc<Crosscheck>) -> bool {
        same_corpus(&task.project, &self.project) && self.crosscheck.set(outcome).is_ok()
    }

    /// A copy cannot be signed off while its arithmetic is impossible.
    pub(super) fn nothing_impossible_open(&self, article: ArticleId) -> Result<(), CommandError> {
        let open = self.project.impossible_open(self.crosscheck(), article);
        match open {
            Some(finding) => Err(CommandError::ImpossibleFindingOpen(finding.title.clone())),
            None => Ok(()),
        }
    }
}

/// What earlier crosschecks have worked out, so that an edit costs no more than what it touches.
#[derive(Debug, Default)]
pub(super) struct Earlier {
    crosschecker: Crosschecker,
    /// The claims that were compared: all but the rejected and the lost ones.
    claims: OrdMap<ClaimId, Arc<Claim>>,
    /// The articles, claims and reviews of the project then.
    articles: OrdMap<ArticleId, Arc<Article>>,
    all: OrdMap<ClaimId, Arc<Claim>>,
    reviews: OrdMap<ClaimId, Arc<Review>>,
}

impl Earlier {
    /// Takes in what is not as it was. Looks only at what two projects do not share.
    fn follow(&mut self, project: &Project) {
        let changed = self.all.diff(&project.claims).map(|item| *key_of(&item));
        let reviewed = self.reviews.diff(&project.reviews);
        let mut changed: Vec<ClaimId> =
            changed.chain(reviewed.map(|item| *key_of(&item))).collect();
        // A corrected text decides anew which of its claims stand in it.
        let corrected: BTreeSet<ArticleId> = self
            .articles
            .diff(&project.articles)
            .filter(|item| matches!(item, DiffItem::Update { .. }))
            .map(|item| *key_of(&item))
            .collect();
        if !corrected.is_empty() {
            let of_corrected = project.claims.values();
            changed.extend(
                of_corrected
                    .filter(|claim| corrected.contains(&claim.article))
                    .map(|claim| claim.id),
            );
        }
        for id in changed {
            match project.claims.get(&id) {
                Some(claim)
                    if project.status(id) != Status::Rejected && !project.is_lost(claim) =>
                {
                    self.claims.insert(id, Arc::clone(claim));
                }
                _ => {
                    self.claims.remove(&id);
                }
            }
        }
        self.articles = project.articles.clone();
        self.all = project.claims.clone();
        self.reviews = project.reviews.clone();
    }
}

fn key_of<'a, K, V>(item: &DiffItem<'a, 'a, K, V>) -> &'a K {
    match item {
        DiffItem::Add(key, _) | DiffItem::Remove(key, _) => key,
        DiffItem::Update { new, .. } => new.0,
    }
}

/// The crosscheck of a project: of all its claims but the rejected ones and those that stand nowhere.
fn crosscheck_of(project: &Project, earlier: &Mutex<Earlier>) -> Crosscheck {
    let links: Vec<_> = project.links.iter().copied().collect();
    let mut known = earlier.lock().unwrap_or_else(|broken| {
        // Work that was cut short may have left half an answer behind.
        earlier.clear_poison();
        let mut known = PoisonError::into_inner(broken);
        *known = Earlier::default();
        known
    });
    known.follow(project);
    let Earlier {
        crosschecker,
        claims,
        ..
    } = &mut *known;
    crosschecker.update(Corpus {
        articles: &project.articles,
        claims,
        links: &links,
        rules: &project.house_rules,
    })
}

/// Whether the two give the crosscheck the same to work on. Looks only at what they do not share.
pub(super) fn same_corpus(a: &Project, b: &Project) -> bool {
    let rejected = |review: &Review| review.status == Status::Rejected;
    let same_rejected = || {
        a.reviews.diff(&b.reviews).all(|item| match item {
            DiffItem::Add(_, review) | DiffItem::Remove(_, review) => !rejected(review),
            DiffItem::Update { old, new } => rejected(old.1) == rejected(new.1),
        })
    };
    a.articles.diff(&b.articles).next().is_none()
        && a.claims.diff(&b.claims).next().is_none()
        && (a.links.ptr_eq(&b.links) || a.links == b.links)
        && a.house_rules == b.house_rules
        && same_rejected()
}
