//! A claim with all that its comparison looks at, kept so that a comparison can be put into words later.

use std::sync::Arc;

use crate::article::Article;
use crate::claim::{Claim, ClaimId};
use crate::crosscheck::digest::Digest;
use crate::crosscheck::profile::Profile;

/// A claim that has been read.
#[derive(Debug)]
pub(in crate::crosscheck) struct Seen {
    pub claim: Arc<Claim>,
    pub profile: Profile,
}

/// An article that has been read, with its claims.
#[derive(Debug, Default)]
pub(in crate::crosscheck) struct Page {
    /// `None` where claims name an article that is not there.
    pub article: Option<Arc<Article>>,
    pub digest: Arc<Digest>,
    /// Its claims, in order of place.
    pub claims: Vec<Arc<Seen>>,
}

/// One of two claims with what is known about it.
#[derive(Clone, Copy)]
pub(in crate::crosscheck) struct Side<'a> {
    pub claim: &'a Claim,
    pub profile: &'a Profile,
    pub article: &'a Article,
    pub digest: &'a Digest,
    /// The figures of its article, in order of place; it is one of them.
    pub siblings: &'a [Arc<Seen>],
    /// The first of the claims that the editor keeps it together with, if any.
    pub kept_with: Option<ClaimId>,
    /// Where all this is kept.
    pub(super) kept: (&'a Arc<Seen>, &'a Arc<Page>),
}

impl<'a> Side<'a> {
    /// A claim of a page; `None` where its article is not there.
    pub(in crate::crosscheck) fn of(seen: &'a Arc<Seen>, page: &'a Arc<Page>) -> Option<Self> {
        Some(Self {
            claim: &seen.claim,
            profile: &seen.profile,
            article: page.article.as_ref()?,
            digest: &page.digest,
            siblings: &page.claims,
            kept_with: None,
            kept: (seen, page),
        })
    }

    /// The same, kept together with these by the editor.
    pub(in crate::crosscheck) fn kept_with(self, first: Option<ClaimId>) -> Self {
        Self {
            kept_with: first,
            ..self
        }
    }

    /// Whether the editor has said that both are about one figure.
    pub(in crate::crosscheck) fn is_kept_with(&self, other: &Self) -> bool {
        self.kept_with.is_some() && self.kept_with == other.kept_with
    }
}
