//! What the rows of the grid are called: two that have one name are told apart by the facet in which they differ.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::super::context::Context;
use crate::crosscheck::Figure;

/// The words that are added to the names of figures, by the places of these in the crosscheck.
#[derive(Default)]
pub(super) struct Names {
    added: BTreeMap<usize, String>,
    of: Option<(u64, usize)>,
}

impl Names {
    /// Finds names that are alike, when anything has changed.
    pub(super) fn refresh(&mut self, context: &Context<'_>) {
        let of = (
            context.session.revision(),
            Arc::as_ptr(context.crosscheck).addr(),
        );
        if self.of == Some(of) {
            return;
        }
        self.of = Some(of);
        self.added = context.project().told_apart(&context.crosscheck.figures);
    }

    /// The name of the figure at a place in the crosscheck.
    pub(super) fn name_of(&self, context: &Context<'_>, at: usize, figure: &Figure) -> String {
        let title = context.project().title_of(figure);
        match self.added.get(&at) {
            Some(words) => format!("{title} ({words})"),
            None => title,
        }
    }
}
