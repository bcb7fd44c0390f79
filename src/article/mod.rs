//! An article: an immutable text with what is known about it.

mod correction;
mod moment;

use serde::{Deserialize, Serialize};

pub use correction::{ChangedDetail, Details};
pub use moment::{Moment, to_the_minute};

use crate::text::{Span, Text};

/// Stands in a text where a page of its printed original begins: a form feed. The first page has none.
pub const PAGE_BREAK: char = '\u{C}';

/// The origin of an article that was pasted: it comes from no place that another could come from, too.
pub const PASTED: &str = "pasted text";

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

impl Metadata {
    /// The same, each unknown item as `told` has it; the role stays.
    #[must_use]
    pub fn or_as(self, told: &Self) -> Self {
        let or = |own: Option<String>, told: &Option<String>| own.or_else(|| told.clone());
        Self {
            title: or(self.title, &told.title),
            byline: or(self.byline, &told.byline),
            publisher: or(self.publisher, &told.publisher),
            published: self.published.or_else(|| told.published.clone()),
            language: or(self.language, &told.language),
            url: or(self.url, &told.url),
            origin: or(self.origin, &told.origin),
            role: self.role,
        }
    }
}

impl Metadata {
    /// Whether both came from the same address, or from a file of the same name: its folder may be spelled in many ways.
    pub fn is_from_same_place(&self, other: &Self) -> bool {
        let file = |metadata: &Self| -> Option<String> {
            let origin = metadata.origin.as_deref()?;
            let name = origin.rsplit(['/', '\\']).next()?;
            (name != PASTED).then(|| name.to_owned())
        };
        (self.url.is_some() && self.url == other.url)
            || file(self).is_some_and(|name| Some(name) == file(other))
    }
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
        let origin = self.metadata.origin.as_deref().unwrap_or_default();
        // The only page of a document has no break.
        let is_paged = self.text.as_str().contains(PAGE_BREAK)
            || origin.to_ascii_lowercase().ends_with(".pdf");
        is_paged.then(|| self.text.before(span).matches(PAGE_BREAK).count() + 1)
    }

    /// The line, from 1, on which `span` begins, counted from where its page begins; where the text knows of pages, the
    /// paragraph: its lines are not those of the print.
    pub fn line_of(&self, span: Span) -> usize {
        let before = self.text.before(span);
        let page = before.rsplit(PAGE_BREAK).next().unwrap_or(before);
        if self.page_of(span).is_some() {
            let (above, _) = page.rsplit_once('\n').unwrap_or_default();
            return above.lines().filter(|line| !line.trim().is_empty()).count() + 1;
        }
        page.trim_start_matches('\n').matches('\n').count() + 1
    }

    /// The name of the file it came from, without its folder.
    pub fn file_name(&self) -> Option<&str> {
        let origin = self.metadata.origin.as_deref()?;
        origin.rsplit(['/', '\\']).find(|part| !part.is_empty())
    }

    /// What it is called: its title, or its first words, or the name of its file.
    pub fn name(&self) -> String {
        let metadata = &self.metadata;
        let line = |text: &str| {
            text.lines()
                .map(str::trim)
                .find(|line| !line.is_empty())
                .map(shortened)
        };
        let file = || self.file_name().map(str::to_owned);
        metadata
            .title
            .as_deref()
            .and_then(line)
            .or_else(|| line(self.text.as_str()))
            .or_else(file)
            .unwrap_or_else(|| "Untitled article".to_owned())
    }

    /// Who printed it, or what it is called where that is not known.
    pub fn outlet(&self) -> String {
        let publisher = self.metadata.publisher.as_deref().map(str::trim);
        publisher
            .filter(|name| !name.is_empty())
            .map_or_else(|| self.name(), shortened)
    }
}

/// At most 80 characters, cut between words.
fn shortened(name: &str) -> String {
    let Some((end, _)) = name.char_indices().nth(80) else {
        return name.to_owned();
    };
    let start = name.get(..end).unwrap_or(name);
    let start = start.rsplit_once(' ').map_or(start, |(whole, _)| whole);
    format!("{}…", start.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_called_by_its_title_or_its_first_words_or_its_file() {
        let mut article = Article::of_text(Text::verbatim("\n  Ferries stopped.\nNo ferry left."));
        assert_eq!(article.name(), "Ferries stopped.");
        article.metadata.title = Some("Storm".to_owned());
        assert_eq!(article.outlet(), "Storm");
        article.metadata.publisher = Some("Harbour Post".to_owned());
        assert_eq!(article.outlet(), "Harbour Post");
        let mut empty = Article::of_text(Text::verbatim(" "));
        assert_eq!(empty.name(), "Untitled article");
        empty.metadata.origin = Some("/news/storm.txt".to_owned());
        assert_eq!(empty.name(), "storm.txt");
    }

    #[test]
    fn articles_of_one_address_or_file_come_from_the_same_place() {
        let of = |origin: &str, url: Option<&str>| Metadata {
            origin: Some(origin.to_owned()),
            url: url.map(str::to_owned),
            ..Metadata::default()
        };
        let first = of("/in/goats.html", Some("https://a.example/goats"));
        assert!(first.is_from_same_place(&of("C:\\new\\goats.html", None)));
        assert!(first.is_from_same_place(&of("pasted text", Some("https://a.example/goats"))));
        assert!(!first.is_from_same_place(&of("/in/hens.html", None)));
        let pasted = of("pasted text", None);
        assert!(!pasted.is_from_same_place(&pasted));
    }

    #[test]
    fn a_place_is_told_by_page_and_line() {
        let text = Text::verbatim("Goats\n\nForty\n\u{C}\nNext\nand 12");
        let mut article = Article::of_text(text);
        let place = |article: &Article, words: &str| {
            let start = article.text.as_str().find(words).expect("in the text");
            let span = article.text.span(start, start + words.len());
            let span = span.expect("between letters");
            (article.page_of(span), article.line_of(span))
        };
        assert_eq!(place(&article, "Goats"), (Some(1), 1));
        assert_eq!(place(&article, "Forty"), (Some(1), 2));
        assert_eq!(place(&article, "12"), (Some(2), 2));
        article.text = Text::verbatim("Goats\n\nForty");
        assert_eq!(place(&article, "Forty"), (None, 3));
        article.metadata.origin = Some("/in/Goats.PDF".to_owned());
        assert_eq!(place(&article, "Forty"), (Some(1), 2), "the only page");
    }

    #[test]
    fn a_long_name_is_cut_between_words() {
        let article = Article::of_text(Text::verbatim(&"ferry ".repeat(40)));
        assert!(article.name().ends_with("ferry…"));
        assert!(article.name().chars().count() <= 81);
    }
}
