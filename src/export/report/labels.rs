//! What the articles are called in a report: by their outlets; those of one outlet are told apart.

use std::collections::{BTreeMap, BTreeSet};

use crate::article::Article;
use crate::project::Project;

/// A short name for each article, no two alike: the outlet, where that has several its day too, else the title.
pub(super) fn labels(project: &Project) -> Vec<String> {
    let articles = || project.articles.values();
    let outlets: Vec<String> = articles().map(|article| article.outlet()).collect();
    // How often each outlet stands there, and each of its words that could tell an article apart.
    let mut counts: BTreeMap<(&str, Option<String>), usize> = BTreeMap::new();
    for (outlet, article) in outlets.iter().zip(articles()) {
        let told = TOLD_BY.iter().filter_map(|told| told(article)).map(Some);
        for words in told.chain([None]) {
            *counts.entry((outlet, words)).or_default() += 1;
        }
    }
    let is_alone = |outlet: &str, words| counts.get(&(outlet, words)) == Some(&1);
    let mut taken = BTreeSet::new();
    let mut labels = Vec::new();
    for ((id, article), outlet) in project.articles.iter().zip(&outlets) {
        let mut told = TOLD_BY.iter().filter_map(|told| told(article));
        let mut label = match told.find(|words| is_alone(outlet, Some(words.clone()))) {
            Some(words) if !is_alone(outlet, None) => format!("{outlet}, {words}"),
            _ => outlet.clone(),
        };
        if taken.contains(&label) {
            label = format!("{label} ({})", id.0);
        }
        taken.insert(label.clone());
        labels.push(label);
    }
    labels
}

/// What tells articles of one outlet apart, the best first.
const TOLD_BY: [fn(&Article) -> Option<String>; 2] = [
    |article| {
        let published = article.metadata.published.as_ref();
        published.map(|at| at.date().to_string())
    },
    |article| {
        let title = article.name();
        (title != article.outlet()).then(|| format!("“{title}”"))
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Metadata;
    use crate::project::{Command, Session, Stamp};
    use crate::text::Text;

    #[test]
    fn articles_of_one_outlet_are_told_apart_by_day_else_by_title() {
        let mut session = Session::new("Goats");
        for (publisher, day, title) in [
            ("Vale Wire", "2025-03-03", "Goats flee"),
            ("Vale Wire", "2025-03-04", "Goats found"),
            ("Bay Post", "2025-03-04", "Boats sink"),
            ("Hill News", "2025-03-04", "Hay burns"),
            ("Hill News", "2025-03-04", "Hay sold"),
            ("Hill News", "2025-03-04", "Hay sold"),
        ] {
            let article = Article {
                text: Text::verbatim("Forty goats fled."),
                metadata: Metadata {
                    title: Some(title.to_owned()),
                    publisher: Some(publisher.to_owned()),
                    published: day.parse().ok(),
                    ..Metadata::default()
                },
            };
            let found = Vec::new();
            let stamp = Stamp {
                by: "Ana".to_owned(),
                at: "2025-03-05T09:00:00Z".to_owned(),
            };
            session
                .apply(Command::AddArticle { article, found }, stamp)
                .expect("fits");
        }
        assert_eq!(
            labels(session.project()),
            [
                "Vale Wire, 2025-03-03",
                "Vale Wire, 2025-03-04",
                "Bay Post",
                "Hill News, “Hay burns”",
                "Hill News",
                "Hill News (6)",
            ]
        );
    }
}
