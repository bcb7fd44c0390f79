//! Plain text: pasted, or a file in any encoding.

use super::binary::must_be_text;
use super::encoding::decode;
use super::{
    ImportError, Imported, Input, LONGEST_TEXT, Reader, must_not_exceed, of_text, opening,
};
use crate::article::Metadata;

pub(super) const READER: Reader = Reader {
    name: "Plain text",
    endings: &["txt", "text", "md", "log"],
    recognises: |_| false,
    read,
};

/// A headline is rarely longer, in characters.
const LONGEST_TITLE: usize = 300;

fn read(input: &Input<'_>) -> Result<Vec<Imported>, ImportError> {
    must_be_text(input)?;
    // A character takes four bytes at the most.
    must_not_exceed(input.name, input.bytes.len(), 4 * LONGEST_TEXT, "text")?;
    let decoded = decode(input.bytes, input.declared, input.choices.encoding);
    // Zeros are no words.
    let is_blank = |c: char| c.is_whitespace() || c.is_control();
    if decoded.text.chars().all(is_blank) {
        return Err(ImportError::Empty {
            name: input.name.to_owned(),
        });
    }
    if is_json(&decoded.text) {
        return Err(ImportError::Json {
            name: input.name.to_owned(),
        });
    }
    let notices = decoded.notice().into_iter().collect();
    let mut article = article(input.name, &decoded.text, notices);
    article.encoding = Some(decoded.read_as);
    Ok(vec![article])
}

/// Whether a text is an object or a list of JSON, or a line of it is one.
fn is_json(text: &str) -> bool {
    let text = text.trim_start_matches('\u{FEFF}').trim();
    let is_whole = |text: &str| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
    let first = text.lines().next().unwrap_or_default();
    match text.chars().next() {
        Some('{') => is_whole(first) || is_whole(text),
        Some('[') => is_whole(text),
        _ => false,
    }
}

/// An article of plain words.
pub(super) fn article(name: &str, words: &str, notices: Vec<String>) -> Imported {
    // An old Mac ends its lines with a return.
    let words = &words.replace("\r\n", "\n").replace('\r', "\n");
    let provenance = opening::statements(words);
    let best = |facet| {
        let statement = provenance.iter().find(|statement| statement.facet == facet);
        statement.map(|statement| statement.value.clone())
    };
    let metadata = Metadata {
        title: best("title"),
        byline: best("byline"),
        publisher: best("publisher"),
        published: best("published").and_then(|written| written.parse().ok()),
        ..Metadata::default()
    };
    Imported::new(of_text(name, words, metadata), provenance, notices)
}

/// A short first line without a full stop, with more below it.
pub(super) fn headline(words: &str) -> Option<&str> {
    let (first, rest) = words.trim_start().split_once('\n')?;
    let first = without_marks(first.trim());
    let short = first.chars().count() <= LONGEST_TITLE;
    (short && !first.ends_with(['.', ':', ',', ';']) && !rest.trim().is_empty()).then_some(first)
}

/// "# Goats on the loose" without the marks of a heading in Markdown.
fn without_marks(line: &str) -> &str {
    let bare = line.trim_start_matches('#');
    let marks = line.len() - bare.len();
    match bare.strip_prefix(' ') {
        Some(heading) if (1..=6).contains(&marks) => heading.trim(),
        _ => line,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_markdown_are_no_words_of_headline_and_author() {
        let words = "# Goats on the loose\n\n*By Ida Moor, 3 May 2024*\n\nForty fled.";
        let metadata = article("goats.md", words, Vec::new()).article.metadata;
        assert_eq!(metadata.title.as_deref(), Some("Goats on the loose"));
        assert_eq!(metadata.byline.as_deref(), Some("Ida Moor"));
        let day = metadata.published.map(|day| day.to_string());
        assert_eq!(day.as_deref(), Some("2024-05-03"));
    }

    #[test]
    fn lines_that_end_with_a_return_are_lines() {
        let imported = article("goats", "Goats\rBy Ida Moor\r\rForty fled.", Vec::new());
        let metadata = &imported.article.metadata;
        assert_eq!(metadata.title.as_deref(), Some("Goats"));
        assert_eq!(metadata.byline.as_deref(), Some("Ida Moor"));
    }

    #[test]
    fn data_is_no_article() {
        for text in [
            "{\"title\": \"Goats\",\n \"text\": \"Forty fled.\"}",
            "{\"text\": \"Forty fled.\"}\n{\"text\": \"Twelve came",
            "[{\"text\": \"Forty goats fled.\"}]\n",
        ] {
            let error = crate::import::read("goats.json", text.as_bytes()).expect_err("data");
            assert!(error.to_string().contains("--jsonl"), "{error}");
        }
        assert!(crate::import::read("goats.txt", b"{Forty} goats fled.").is_ok());
        assert!(crate::import::read("goats.txt", b"[Photo] Forty goats fled.").is_ok());
    }

    #[test]
    fn a_short_first_line_without_a_full_stop_is_the_headline() {
        assert_eq!(
            headline("Goats on the loose\n\nForty goats fled."),
            Some("Goats on the loose")
        );
        assert_eq!(headline("Forty goats fled.\nThey were found."), None);
        assert_eq!(headline("Only one line"), None);
    }
}
