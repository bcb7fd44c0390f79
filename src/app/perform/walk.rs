//! Going from claim to claim and from article to article.

use super::super::context::View;
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
        let from = self
            .selection
            .claim
            .or_else(|| self.before_article(forward));
        if let Some(claim) = self.digest.step(from, forward) {
            self.look(claim, None);
        }
    }

    /// With nothing selected, the claim before the first one of the open article.
    pub(super) fn before_article(&self, forward: bool) -> Option<ClaimId> {
        let standing = self.digest.articles.get(&self.selection.article?)?;
        if forward {
            let first = *standing.claims.first()?;
            self.digest.step(Some(first), false)
        } else {
            None
        }
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
