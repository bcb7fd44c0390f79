//! Projects that were in no file when the program last ended, as they are offered.

use std::path::PathBuf;

use crate::export::words;
use crate::project::Recovery;

/// One of them: enough to tell it from another of the same name, and to look into it before it is taken up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftBehind {
    /// What it is found again by.
    pub journal: PathBuf,
    /// Name of the project.
    pub title: String,
    /// "begun 2026-01-05 10:00, 12 changes, 2 articles: Harbour fills; Ferries return".
    pub about: String,
    /// Every change: when, by whom, what.
    pub changes: Vec<[String; 3]>,
    /// Whether it belongs to the project that is open, and was put off.
    pub put_off: bool,
}

/// Changes of a recent project that wait for somebody to decide about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Waiting {
    /// They were not saved when the program ended.
    NotSaved,
    /// They were offered, and put off.
    PutOff,
}

/// So many articles are named.
const NAMED: usize = 3;

/// "2026-01-05T10:00:00+01:00" as "2026-01-05 10:00".
fn to_the_minute(at: &str) -> String {
    at.chars().take(16).collect::<String>().replace('T', " ")
}

impl From<&Recovery> for LeftBehind {
    fn from(recovery: &Recovery) -> Self {
        let changes = words::counted(recovery.events().len(), "change", "changes");
        let mut about = format!("begun {}, {changes}", to_the_minute(recovery.begun()));
        let articles = recovery.articles();
        if !articles.is_empty() {
            let count = words::counted(articles.len(), "article", "articles");
            let more = if articles.len() > NAMED { "; …" } else { "" };
            let first = articles
                .get(..articles.len().min(NAMED))
                .unwrap_or_default();
            about = format!("{about}, {count}: {}{more}", first.join("; "));
        }
        if recovery.unreadable() > 0 {
            let lost = words::counted(recovery.unreadable(), "change", "changes");
            about = format!("{about}; {lost} more cannot be read");
        }
        Self {
            journal: recovery.journal().to_owned(),
            title: recovery.title().to_owned(),
            about,
            changes: recovery
                .events()
                .iter()
                .map(|event| {
                    let stamp = &event.stamp;
                    [
                        to_the_minute(&stamp.at),
                        stamp.by.clone(),
                        event.label.clone(),
                    ]
                })
                .collect(),
            put_off: false,
        }
    }
}
