//! What another text in place of an article's would change: where the two differ, and what becomes of the claims.

use std::sync::Arc;

use super::arrival::Original;
use super::job::{Replaced, Taken};
use crate::article::{Article, ChangedDetail, Details, Metadata};
use crate::claim::{ArticleId, Claim, extract};
use crate::import::{Difference, differences};
use crate::project::{Command, Project};

/// Another text of an article of the project.
#[derive(Clone, Debug)]
pub struct Revision {
    /// The article.
    pub article: ArticleId,
    /// As it is in the project.
    pub current: Arc<Article>,
    /// Details that the other text gives otherwise.
    pub details: Vec<ChangedDetail>,
    /// Whether those are taken.
    pub take_details: bool,
    /// Where the texts differ.
    pub differences: Vec<Difference>,
    /// Claims that are placed again by their words.
    pub placed: usize,
    /// Figures that come in.
    pub new: usize,
    /// Claims whose words stand in the new text no more, each in its sentence.
    pub lost: Vec<String>,
    /// Claims that nobody has edited: the new text is read anew for them.
    unedited: Vec<Arc<Claim>>,
}

/// Another text of an article, and the file it came in.
#[derive(Clone, Debug)]
pub struct Newer {
    /// The text with its details.
    pub article: Article,
    /// Its file, as it came.
    pub original: Option<Original>,
}

/// What a corrected text would change, and the text; nothing where it is the same.
pub type Corrected = Option<(Box<Revision>, Box<Newer>)>;

impl Revision {
    /// What `newer` would change in place of `article`; `None` where text and details are the same. Details are taken
    /// where nobody has `edited` them.
    pub fn of(
        project: &Project,
        article: ArticleId,
        newer: Article,
        edited: &[ArticleId],
    ) -> Option<Self> {
        let current = Arc::clone(project.articles.get(&article)?);
        let details = current.metadata.changed_in(&newer.metadata);
        if current.text == newer.text && details.is_empty() {
            return None;
        }
        let differences = differences(&current.text, &newer.text);
        let revised = current.corrected_by(newer, Details::Taken);
        let command = Command::ReviseArticle {
            article,
            found: extract(&revised),
            revised,
            reread: Vec::new(),
        };
        let before = project.lost_anchors();
        let after = command.after(project).ok()?;
        let lost: Vec<_> = after
            .lost_anchors()
            .into_iter()
            .filter(|claim| !before.contains(claim))
            .filter_map(|claim| after.claims.get(&claim))
            .map(|claim| claim.anchor.in_context())
            .collect();
        let held = project.claims_of(article).count();
        let lost_before = project.claims_of(article);
        let lost_before = lost_before.filter(|claim| before.contains(&claim.id));
        Some(Self {
            article,
            current,
            details,
            take_details: !edited.contains(&article),
            differences,
            placed: held.saturating_sub(lost_before.count() + lost.len()),
            new: after.claims_of(article).count().saturating_sub(held),
            lost,
            unedited: project.unedited(article),
        })
    }

    /// What `newer` would change in place of the article of the project that it seems to be another text of: the one
    /// from its address or file, or from a file of the same name in another folder with claims in common.
    pub fn found(project: &Project, newer: &Article, edited: &[ArticleId]) -> Option<Self> {
        let new = &newer.metadata;
        let is_exact = |old: &Metadata| {
            let has_address = old.url.is_some() && old.url == new.url;
            has_address || (old.origin == new.origin && !is_one_of_several(new))
        };
        let articles = project.articles.iter();
        let same = articles.filter(|(_, article)| article.metadata.is_from_same_place(new));
        let (exact, near): (Vec<_>, Vec<_>) =
            same.partition(|(_, article)| is_exact(&article.metadata));
        let found = match (exact.as_slice(), near.as_slice()) {
            ([(id, _)], _) => Self::of(project, **id, newer.clone(), edited),
            ([], [(id, _)]) => {
                let revision = Self::of(project, **id, newer.clone(), edited)?;
                (revision.placed > 0).then_some(revision)
            }
            _ => None,
        };
        // An editor's own details are no news.
        found.filter(|it| !it.differences.is_empty() || it.take_details)
    }

    /// Takes `newer` in, in place of the article.
    pub fn taken(&self, newer: Article) -> Taken {
        let details = if self.take_details {
            Details::Taken
        } else {
            Details::Kept
        };
        let article = self.current.corrected_by(newer, details);
        Taken {
            found: extract(&article),
            article,
            notices: Vec::new(),
            original: None,
            copy: None,
            replaces: Some(Replaced {
                article: self.article,
                unedited: self.unedited.clone(),
            }),
        }
    }
}

/// Whether an article was one of a collection, in which each has its number: tomorrow another may have it.
fn is_one_of_several(metadata: &Metadata) -> bool {
    let origin = metadata.origin.as_deref().unwrap_or_default();
    let number = origin.rsplit_once('#').map(|(_, number)| number);
    number.is_some_and(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Session, Stamp};
    use crate::text::Text;

    #[test]
    fn what_is_placed_again_lost_and_new_is_told_before_anything_changes() {
        let mut session = Session::new("goats");
        let text = |text: &str| Article {
            text: Text::verbatim(text),
            metadata: Metadata::default(),
        };
        let article = text("About 400 goats crossed on Monday.\n\nSome 12 sheep drowned.");
        let stamp = Stamp {
            by: "Ana".to_owned(),
            at: "2026-03-02T09:00:00Z".to_owned(),
        };
        let found = extract(&article);
        let add = Command::AddArticle { article, found };
        session.apply(add, stamp).expect("an article");
        let project = session.project();
        let id = *project.articles.keys().next().expect("an article");
        let newer = text("About 400 goats crossed on Monday.\n\nSome 15 sheep drowned.");
        let revision = Revision::of(project, id, newer, &[]).expect("another text");
        assert_eq!(revision.differences.len(), 1);
        assert!(revision.differences[0].marked.contains("[-12-]{+15+}"));
        assert!(revision.placed >= 1 && revision.new == 1, "{revision:?}");
        assert!(revision.lost.iter().any(|lost| lost.contains("12")));
        let same = Article::clone(&revision.current);
        assert!(Revision::of(project, id, same, &[]).is_none());
    }
}
