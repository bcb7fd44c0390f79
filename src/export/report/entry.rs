//! The smaller parts of a report: its articles, findings, notes, signatures and house rules.

use serde::Serialize;

use super::Quote;
use crate::export::{direction, words};
use crate::text::Text;

/// An article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ArticleEntry {
    /// Number of the article in the project; stable.
    pub id: u32,
    /// A short name, one of its own in this report: "Harbour Wire".
    pub label: String,
    /// Headline.
    pub title: Option<String>,
    /// Author as printed.
    pub byline: Option<String>,
    /// Outlet.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<String>,
    /// ISO 639-1 code.
    pub language: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// File or address it was imported from.
    pub origin: Option<String>,
    /// When it was taken into the project and by whom, where the log tells.
    pub imported: Option<(String, String)>,
    /// What it is for.
    pub role: &'static str,
    /// Length of its text in code points.
    pub characters: usize,
    /// SHA-256 of its text in UTF-8, in hexadecimal.
    pub sha256: String,
    /// Its text, as checked.
    #[serde(skip)]
    pub text: Text,
}

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FindingEntry {
    /// Name of the check.
    pub code: &'static str,
    /// How much it weighs, by its key.
    pub severity: &'static str,
    /// What it is.
    pub title: String,
    /// The working, a line a step.
    pub working: Vec<String>,
    /// Indices of the quotes it is about.
    pub quotes: Vec<usize>,
    /// Why it was set aside and by whom, if it was.
    pub set_aside: Option<(String, String)>,
    /// When it was set aside, where the log tells.
    pub set_aside_at: Option<String>,
}

/// Free text of an editor.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NoteEntry {
    /// What it is about.
    pub about: String,
    /// The words.
    pub text: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: String,
}

/// A signature under a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignOffEntry {
    /// The copy.
    pub article: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: String,
    /// Whether the copy has been changed since.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub changed_since: bool,
}

impl ArticleEntry {
    /// What is known of it, each with its name, in the order of every face: its role, where it comes from, its length.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        let known = [
            ("Publisher", self.publisher.clone()),
            ("Author", self.byline.clone()),
            ("Published", self.published.clone()),
            ("Language", self.language.clone()),
            ("Address", self.url.clone()),
            ("Imported from", self.origin.clone()),
            ("Imported", self.arrival()),
        ];
        let known = known
            .into_iter()
            .filter_map(|(name, value)| Some((name, value?)));
        let length = format!("{} characters", self.characters);
        std::iter::once(("Role", words::of_role_key(self.role).to_owned()))
            .chain(known)
            .chain([("Length", length)])
            .collect()
    }

    /// "2026-03-02 14:05 UTC, by M. Ash".
    pub fn arrival(&self) -> Option<String> {
        let (at, by) = self.imported.as_ref()?;
        let by = Some(by).filter(|by| !by.trim().is_empty());
        let by = by.map(|by| format!(", by {}", direction::isolated(by)));
        Some(format!("{}{}", words::time(at), by.unwrap_or_default()))
    }
}

impl FindingEntry {
    /// "Set aside by M. Ash, 2026-03-02 14:05 UTC", and why.
    pub fn aside(&self) -> Option<(String, &str)> {
        let (reason, by) = self.set_aside.as_ref()?;
        let at = self.set_aside_at.as_deref();
        let at = at.map(|at| format!(", {}", words::time(at)));
        let by = direction::isolated(by);
        Some((
            format!("Set aside by {by}{}", at.unwrap_or_default()),
            reason,
        ))
    }

    /// The steps of the working that matter for one quote: all of a short one, of a long one the first that names it.
    pub(in crate::export) fn steps_on(&self, quote: &Quote) -> &[String] {
        if self.working.len() < 3 {
            return &self.working;
        }
        let named = format!("“{}”", quote.text);
        let step = self.working.iter().position(|step| step.contains(&named));
        let step = step.unwrap_or(self.working.len() - 1);
        self.working.get(step..=step).unwrap_or_default()
    }
}

impl SignOffEntry {
    /// When, and whether the signature still stands.
    pub fn standing(&self) -> String {
        let at = words::time(&self.at);
        if self.changed_since {
            format!("{at}; the copy has been changed since")
        } else {
            at
        }
    }
}

/// A house rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RuleEntry {
    /// What is written: "about v".
    pub written: String,
    /// What it stands for.
    pub stands_for: String,
}
