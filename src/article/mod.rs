//! An article: an immutable text with what is known about it.

mod moment;

use serde::{Deserialize, Serialize};

pub use moment::Moment;

use crate::text::{Span, Text};

/// Stands in a text where a page of its printed original begins: a form feed. The first page has none.
pub const PAGE_BREAK: char = '\u{C}';

/// What an article is for in a check.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Our own draft, whose every fact must be checked.
    CopyUnderCheck,
    /// What another outlet printed.
    #[default]
    Report,
    /// What the source itself published.
    PrimaryDocument,
}

/// An article as imported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// The text; never changes. A corrected article is a new one.
    pub text: Text,
    /// What is known about it; an editor may correct it.
    pub metadata: Metadata,
}

/// What is known about an article. Any of it may be unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Metadata {
    /// Headline.
    pub title: Option<String>,
    /// Author or authors as printed.
    pub byline: Option<String>,
    /// Outlet.
    pub publisher: Option<String>,
    /// When it was published.
    pub published: Option<Moment>,
    /// ISO 639-1 code of its main language.
    pub language: Option<String>,
    /// Where it can be read.
    pub url: Option<String>,
    /// File or address it was imported from.
    pub origin: Option<String>,
    /// What it is for in this check.
    pub role: Role,
}

impl Article {
    /// An article of which only the text is known.
    pub fn of_text(text: Text) -> Self {
        Self {
            text,
            metadata: Metadata::default(),
        }
    }

    /// The page, from 1, on which `span` begins; `None` where the text knows of no pages.
    pub fn page_of(&self, span: Span) -> Option<usize> {
        let breaks = |text: &str| text.matches(PAGE_BREAK).count();
        (breaks(self.text.as_str()) > 0).then(|| breaks(self.text.before(span)) + 1)
    }
}
