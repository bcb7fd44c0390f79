//! Going from claim to claim and from article to article.

use super::super::context::View;
use super::super::panel::Listed;
use super::super::workbench::Workbench;
use crate::claim::{ArticleId, ClaimId};
use crate::text::Span;

impl Workbench {
    /// Looks at a claim, in its article.
    pub(in crate::app) fn look(&mut self, claim: ClaimId, view: Option<View>) {
        if let Some(known) = self.session.project().claims.get(&claim) {
            self.selection.claim = Some(claim);
            self.selection.place = None;
            self.selection.article = Some(known.article);
            self.selection.reveal += 1;
            if let Some(view) = view {
                self.selection.view = view;
            }
        }
    }

    pub(super) fn open_article(&mut self, article: ArticleId) {
        self.selection.article = Some(article);
        self.selection.view = View::Read;
        let here = |claim: &ClaimId| {
            let claim = self.session.project().claims.get(claim);
            claim.is_some_and(|claim| claim.article == article)
        };
        if !self.selection.claim.as_ref().is_some_and(here) {
            self.selection.claim = None;
        }
    }

    pub(super) fn step(&mut self, forward: bool) {
        let listed = self.panels.listed(&self.selection);
        if let Some(Listed::Places(places)) = listed {
            let shown = self.selection.article.zip(self.selection.place);
            let at = places.iter().position(|place| Some(*place) == shown);
            let next = match (at, forward) {
                (Some(at), true) => places.get(at + 1),
                (Some(at), false) => at.checked_sub(1).and_then(|at| places.get(at)),
                (None, true) => places.first(),
                (None, false) => places.last(),
            };
            if let Some((article, place)) = next.copied() {
                self.show_place(article, place);
            }
            return;
        }
        if let Some(Listed::Claims(claims)) = listed {
            let next = self
                .digest
                .step_among(claims, self.selection.claim, forward);
            if let Some(claim) = next {
                self.look(claim, None);
            }
            return;
        }
        let next = match self.selection.claim.or_else(|| self.first_in_sight()) {
            // Nothing is selected: what is seen first comes first.
            Some(seen) if forward && self.selection.claim.is_none() => Some(seen),
            from => self.digest.step(from, forward),
        };
        if let Some(claim) = next {
            self.look(claim, None);
        }
    }

    /// The next claim that nobody has settled: of those that a search has chosen, where they are listed.
    pub(super) fn next_open(&self, from: Option<ClaimId>) -> Option<ClaimId> {
        let project = self.session.project();
        match self.panels.listed(&self.selection) {
            Some(Listed::Claims(claims)) => self.digest.next_open_among(claims, project, from),
            _ => self.digest.next_open(project, from),
        }
    }

    /// The first claim of the open article that is not above what is seen of it, else its last.
    pub(super) fn first_in_sight(&self) -> Option<ClaimId> {
        let standing = self.digest.articles.get(&self.selection.article?)?;
        let claims = &self.session.project().claims;
        let is_above = |claim: &&ClaimId| {
            let claim = claims.get(*claim);
            claim.is_some_and(|claim| self.panels.is_above(claim))
        };
        let mut shown = standing.claims.iter();
        let seen = shown.find(|claim| !is_above(claim));
        seen.or(standing.claims.last()).copied()
    }

    /// Opens an article at a place that is no claim's.
    pub(super) fn show_place(&mut self, article: ArticleId, place: Span) {
        self.open_article(article);
        self.selection.claim = None;
        self.selection.place = Some(place);
        self.selection.reveal += 1;
    }

    pub(super) fn show_in(&mut self, view: View) {
        if let Some(claim) = self.selection.claim {
            self.look(claim, Some(view));
        }
    }
}
