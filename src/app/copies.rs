//! Whether an article that comes in is mostly the text of one that is there already.

use std::sync::Arc;

use super::job::Taken;
use crate::article::Article;
use crate::crosscheck::Wording;
use crate::project::Project;

/// The articles that are there, with their wordings once they are asked for.
pub(super) struct Known {
    project: Arc<Project>,
    wordings: Option<Vec<Wording>>,
    names: Vec<String>,
}

impl Known {
    /// Those of a project.
    pub(super) fn of(project: &Arc<Project>) -> Self {
        Self {
            project: Arc::clone(project),
            wordings: None,
            names: Vec::new(),
        }
    }

    /// Adds to what is told of each article that it is a copy, where it is one; from now on it is there too.
    pub(super) fn told(&mut self, mut taken: Vec<Taken>) -> Vec<Taken> {
        let project = Arc::clone(&self.project);
        let names = &mut self.names;
        let wordings = self.wordings.get_or_insert_with(|| {
            let articles = project.articles.values();
            articles
                .map(|article| {
                    names.push(name_of(article));
                    Wording::of(&article.text)
                })
                .collect()
        });
        for one in &mut taken {
            let wording = Wording::of(&one.article.text);
            if let Some((place, likeness)) = wording.closest(wordings.iter())
                && let Some(name) = names.get(place)
            {
                one.notices.push(format!(
                    "This is {}% the text of “{name}”. Both count as one source where they say the same.",
                    likeness.percent
                ));
            }
            names.push(name_of(&one.article));
            wordings.push(wording);
        }
        taken
    }
}

fn name_of(article: &Article) -> String {
    let metadata = &article.metadata;
    let known = [&metadata.title, &metadata.publisher, &metadata.origin];
    let first = known.into_iter().flatten().next();
    first
        .cloned()
        .unwrap_or_else(|| "another article".to_owned())
}
