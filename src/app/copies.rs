//! Whether an article that comes in is mostly the text of one that is there already.

use std::sync::Arc;

use super::revision::Revision;
use crate::article::Article;
use crate::claim::ArticleId;
use crate::crosscheck::Wording;
use crate::project::{Project, Session};
use crate::text::Text;

/// Of what an article is a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyOf {
    /// What the other is called.
    pub name: String,
    /// How many per cent of the words stand in the other too.
    pub percent: usize,
    /// The words of both, a run a line.
    pub passages: Vec<String>,
    /// Whether the other is this text, word for word.
    pub is_same: bool,
    /// The other, where it is in the project; one that comes in at the same time is not there yet.
    pub article: Option<ArticleId>,
}

/// The articles that are there, with their wordings once they are asked for.
pub(super) struct Known {
    project: Arc<Project>,
    /// Articles whose details somebody has edited.
    edited: Vec<ArticleId>,
    wordings: Option<Vec<Wording>>,
    names: Vec<(String, Option<ArticleId>, Text)>,
}

impl Known {
    /// Those of a session's project.
    pub(super) fn of(session: &Session) -> Self {
        Self {
            project: Arc::clone(session.project()),
            edited: session.with_edited_details(),
            wordings: None,
            names: Vec::new(),
        }
    }

    /// The article of the project that `newer` seems to be another text of, and what it would change.
    pub(super) fn earlier(&self, newer: &Article) -> Option<Revision> {
        Revision::found(&self.project, newer, &self.edited)
    }

    /// Of what `article` is a copy; from now on it is there too.
    pub(super) fn closest(&mut self, article: &Article) -> Option<CopyOf> {
        let project = Arc::clone(&self.project);
        let names = &mut self.names;
        let wordings = self.wordings.get_or_insert_with(|| {
            let articles = project.articles.iter();
            articles
                .map(|(id, article)| {
                    names.push((article.name(), Some(*id), article.text.clone()));
                    Wording::of(&article.text)
                })
                .collect()
        });
        let wording = Wording::of(&article.text);
        let copy = wording
            .closest(wordings.iter())
            .and_then(|(place, likeness)| {
                let (name, id, text) = names.get(place)?;
                let words = |span| {
                    let words = article.text.slice(span).split_whitespace();
                    words.collect::<Vec<_>>().join(" ")
                };
                Some(CopyOf {
                    name: name.clone(),
                    percent: likeness.percent,
                    passages: likeness
                        .passages
                        .iter()
                        .map(|(here, _)| words(*here))
                        .collect(),
                    is_same: *text == article.text,
                    article: *id,
                })
            });
        names.push((article.name(), None, article.text.clone()));
        wordings.push(wording);
        copy
    }
}
