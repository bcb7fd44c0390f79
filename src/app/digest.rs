//! Look-ups over a project and its crosscheck, made anew when either changes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::claim::{ArticleId, Claim, ClaimId};
use crate::crosscheck::{Crosscheck, Link, LinkKind, Severity};
use crate::project::{self, Change, Command, Event, Project, Session, Status};

/// How an article stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// Its claims by place, without the trivial ones.
    pub claims: Vec<ClaimId>,
    /// All of them.
    pub all: Vec<ClaimId>,
    /// Trivial ones that nobody has touched.
    pub trivial: usize,
    /// Claims that are checked.
    pub checked: usize,
    /// Claims that are not rejected.
    pub facts: usize,
    /// Findings of weight and conflicts it takes part in.
    pub alarms: usize,
    /// How many of its claims are linked by hand with those of each article that was there before.
    pub linked: BTreeMap<ArticleId, usize>,
}

/// The look-ups.
#[derive(Debug, Default)]
pub struct Digest {
    /// By article.
    pub articles: BTreeMap<ArticleId, Standing>,
    /// Place of each claim's figure in the crosscheck.
    pub figure_of: BTreeMap<ClaimId, usize>,
    /// Places of the findings of each claim.
    pub findings_of: BTreeMap<ClaimId, Vec<usize>>,
    /// Findings of weight that are not set aside.
    pub open_findings: usize,
    /// Claims that are checked, of all articles.
    pub checked: usize,
    /// Claims that are not rejected, of all articles.
    pub facts: usize,
    /// Claims whose words are not where they stood, and that nobody has rejected.
    pub lost: usize,
    /// What two copies that were merged left to decide.
    pub differing: usize,
    /// Places of the signatures whose copy still stands as it was signed: to know that, all of it is read.
    pub current_signatures: BTreeSet<usize>,
}

impl Digest {
    /// Looks everything up. Trivial claims are left out unless `trivial`, or corrected by hand.
    pub fn new(session: &Session, crosscheck: &Crosscheck, trivial: bool) -> Self {
        let project = session.project();
        let lost = project.lost_anchors().into_iter();
        let mut digest = Self {
            lost: lost
                .filter(|claim| project.status(*claim) != Status::Rejected)
                .count(),
            differing: project
                .notes
                .iter()
                .filter(|note| note.to_decide().is_some())
                .count(),
            current_signatures: project
                .sign_offs
                .iter()
                .enumerate()
                .filter(|(_, sign_off)| project.is_current(sign_off))
                .map(|(at, _)| at)
                .collect(),
            ..Self::default()
        };
        for (at, figure) in crosscheck.figures.iter().enumerate() {
            for claim in &figure.claims {
                digest.figure_of.insert(*claim, at);
            }
        }
        let mut alarms: BTreeMap<ArticleId, usize> = BTreeMap::new();
        let article_of = |claim: &ClaimId| project.claims.get(claim).map(|claim| claim.article);
        for (at, finding) in crosscheck.findings.iter().enumerate() {
            for claim in &finding.claims {
                digest.findings_of.entry(*claim).or_default().push(at);
            }
            let open = project.dismissal_of(finding).is_none();
            if open && finding.severity < Severity::CannotTell {
                digest.open_findings += 1;
                let articles: BTreeSet<ArticleId> =
                    finding.claims.iter().filter_map(article_of).collect();
                for article in articles {
                    *alarms.entry(article).or_default() += 1;
                }
            }
        }
        for article in project.articles.keys() {
            digest.articles.insert(*article, Standing::default());
        }
        let mut notable = project::notable(project, crosscheck);
        notable.extend(corrected(session.log()));
        // Where the words of a lost claim stood, others stand now: it is listed elsewhere, with its old context.
        let mut placed: Vec<&Arc<Claim>> = project
            .claims
            .values()
            .filter(|claim| !project.is_lost(claim))
            .collect();
        placed.sort_by_key(|claim| (claim.article, claim.anchor.span.start(), claim.id));
        for claim in placed {
            let standing = digest.articles.entry(claim.article).or_default();
            standing.all.push(claim.id);
            if !trivial && !notable.contains(&claim.id) {
                standing.trivial += 1;
                continue;
            }
            standing.claims.push(claim.id);
            match project.status(claim.id) {
                Status::Rejected => {}
                Status::Checked => {
                    standing.facts += 1;
                    standing.checked += 1;
                }
                Status::Unchecked | Status::InProgress => standing.facts += 1,
            }
        }
        let mut linked: BTreeSet<(ArticleId, ArticleId, ClaimId)> = BTreeSet::new();
        let together = |link: &&Link| link.kind == LinkKind::Must;
        for Link { a, b, .. } in project.links.iter().filter(together) {
            if let (Some(of_a), Some(of_b)) = (article_of(a), article_of(b)) {
                let (first, later, claim) = if of_a < of_b {
                    (of_a, of_b, *b)
                } else {
                    (of_b, of_a, *a)
                };
                linked.insert((later, first, claim));
            }
        }
        for (later, first, _) in linked
            .into_iter()
            .filter(|(later, first, _)| later != first)
        {
            if let Some(standing) = digest.articles.get_mut(&later) {
                *standing.linked.entry(first).or_default() += 1;
            }
        }
        for (article, standing) in &mut digest.articles {
            standing.alarms = alarms.get(article).copied().unwrap_or_default();
            digest.facts += standing.facts;
            digest.checked += standing.checked;
        }
        digest
    }

    /// Shown claims of all articles, in reading order.
    pub fn claims(&self) -> impl DoubleEndedIterator<Item = ClaimId> {
        self.articles
            .values()
            .flat_map(|standing| standing.claims.iter().copied())
    }

    /// The claim after `from` in reading order, or before it; the first or last where nothing is selected.
    pub fn step(&self, from: Option<ClaimId>, forward: bool) -> Option<ClaimId> {
        Self::beside(&self.claims().collect::<Vec<_>>(), from, forward)
    }

    /// The same among the claims of a list.
    pub fn step_among(
        &self,
        listed: &[ClaimId],
        from: Option<ClaimId>,
        forward: bool,
    ) -> Option<ClaimId> {
        Self::beside(&self.order_of(listed, from), from, forward)
    }

    /// The claims of a list in reading order, and `from` in its place among them.
    fn order_of(&self, listed: &[ClaimId], from: Option<ClaimId>) -> Vec<ClaimId> {
        let listed: BTreeSet<ClaimId> = listed.iter().copied().chain(from).collect();
        self.claims()
            .filter(|claim| listed.contains(claim))
            .collect()
    }

    fn beside(order: &[ClaimId], from: Option<ClaimId>, forward: bool) -> Option<ClaimId> {
        let at = from.and_then(|from| order.iter().position(|claim| *claim == from));
        match (at, forward) {
            (Some(at), true) => order.get(at + 1).copied(),
            (Some(at), false) => at.checked_sub(1).and_then(|at| order.get(at).copied()),
            (None, true) => order.first().copied(),
            (None, false) => order.last().copied(),
        }
    }

    /// The next claim after `from` that nobody has settled, from the top again where there is none below.
    pub fn next_open(&self, project: &Project, from: Option<ClaimId>) -> Option<ClaimId> {
        Self::open_after(&self.claims().collect::<Vec<_>>(), project, from)
    }

    /// The same among the claims of a list.
    pub fn next_open_among(
        &self,
        listed: &[ClaimId],
        project: &Project,
        from: Option<ClaimId>,
    ) -> Option<ClaimId> {
        Self::open_after(&self.order_of(listed, from), project, from)
    }

    fn open_after(order: &[ClaimId], project: &Project, from: Option<ClaimId>) -> Option<ClaimId> {
        let at = from
            .and_then(|from| order.iter().position(|claim| *claim == from))
            .map_or(0, |at| at + 1);
        let (before, after) = order.split_at(at.min(order.len()));
        after
            .iter()
            .chain(before)
            .copied()
            .find(|claim| Some(*claim) != from && project.status(*claim) == Status::Unchecked)
    }
}

/// Claims whose reading or place was corrected, and not taken back since.
fn corrected(log: &[Event]) -> BTreeSet<ClaimId> {
    let (mut done, mut undone) = (Vec::new(), Vec::new());
    for event in log {
        match &event.change {
            Change::Did(command) => {
                done.push(command);
                undone.clear();
            }
            Change::Undid => undone.extend(done.pop()),
            Change::Redid => done.extend(undone.pop()),
            Change::Elsewhere | Change::Because { .. } => {}
        }
    }
    let claims = done
        .into_iter()
        .filter_map(|command| match command.as_ref() {
            Command::EditClaim { claim, .. } | Command::MoveClaim { claim, .. } => Some(*claim),
            _ => None,
        });
    claims.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Stamp;

    #[test]
    fn a_claim_that_was_corrected_is_told_until_that_is_taken_back() {
        let mut session = super::super::sample::session().expect("the sample");
        let claim = Arc::clone(session.project().claims.values().next().expect("a claim"));
        let stamp = || Stamp {
            by: "Ana".to_owned(),
            at: "2026-11-22T09:30:00Z".to_owned(),
        };
        let before = corrected(session.log());
        assert!(!before.contains(&claim.id));
        let mut reading = claim.reading.clone();
        reading.basis = None;
        reading.place = None;
        let edit = Command::EditClaim {
            claim: claim.id,
            reading,
        };
        session.apply(edit, stamp()).expect("corrected");
        assert!(corrected(session.log()).contains(&claim.id));
        session.undo(stamp());
        assert_eq!(corrected(session.log()), before);
        session.redo(stamp());
        assert!(corrected(session.log()).contains(&claim.id));
    }
}
