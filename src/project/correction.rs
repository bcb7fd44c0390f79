//! Another text in place of an article's: what of its claims follows the new words, and whether its details do.

use std::sync::Arc;

use super::{Change, Command, Project, Session};
use crate::claim::{ArticleId, Claim, extract};

impl Project {
    /// The claims of an article that are still read as they were found, so that a new text may be read anew for them.
    /// A reading that somebody has edited, or that another version of the rules has found, is none of them.
    pub fn unedited(&self, article: ArticleId) -> Vec<Arc<Claim>> {
        let Some(holder) = self.articles.get(&article) else {
            return Vec::new();
        };
        let found = extract(holder);
        let as_found = |claim: &&Arc<Claim>| {
            found
                .iter()
                .any(|found| found.span == claim.anchor.span && found.reading == claim.reading)
        };
        self.claims_of(article).filter(as_found).cloned().collect()
    }
}

impl Session {
    /// The articles whose details somebody has edited. What has been taken back counts as well.
    pub fn with_edited_details(&self) -> Vec<ArticleId> {
        let mut edited: Vec<ArticleId> = self
            .log()
            .iter()
            .filter_map(|event| match &event.change {
                Change::Did(command) => Some(&**command),
                _ => None,
            })
            .flat_map(|command| match command {
                Command::EditMetadata { article, .. } => vec![*article],
                // A change of details that others follow from.
                Command::Patch { patch, .. } => patch.articles.keys().copied().collect(),
                _ => Vec::new(),
            })
            .collect();
        edited.sort_unstable();
        edited.dedup();
        edited
    }
}
