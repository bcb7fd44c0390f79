//! Word processor files (Office Open XML): paragraphs, list items and table rows of the main document.
//!
//! Deleted, struck and hidden text, field codes and comments are left out; notes stand below the text.

mod words;

use std::io::{Cursor, Read as _};

use zip::ZipArchive;

use super::conflict::DOCUMENT_PROPERTIES;
use super::{ImportError, Imported, Input, Provenance, Reader, conflict, date, of_text, opening};
use crate::article::Metadata;

pub(super) const READER: Reader = Reader {
    name: "Word document",
    endings: &["docx", "docm", "dotx"],
    recognises: |bytes| bytes.starts_with(b"PK\x03\x04"),
    read,
};

/// The most that a part may hold when it is unpacked: 64 MB, a library of words.
const MOST_UNPACKED: u64 = 64 << 20;

const DOCUMENT: &str = "word/document.xml";
/// Kinds of notes and where they stand.
const NOTES: [(&str, &str); 2] = [
    ("footnote", "word/footnotes.xml"),
    ("endnote", "word/endnotes.xml"),
];
const PROPERTIES: &str = "docProps/core.xml";

fn read(input: &Input<'_>) -> Result<Vec<Imported>, ImportError> {
    let damaged = |because: String| ImportError::Damaged {
        name: input.name.to_owned(),
        because,
    };
    let mut archive =
        ZipArchive::new(Cursor::new(input.bytes)).map_err(|error| damaged(error.to_string()))?;
    if archive.index_for_name(DOCUMENT).is_none() {
        return Err(damaged(
            "it is a zip archive without a word processor’s document inside".to_owned(),
        ));
    }
    let document = part(&mut archive, DOCUMENT, input.name)?;
    let mut words = words::of_document(&document).map_err(damaged)?;
    for (kind, name) in NOTES {
        if words.notes.iter().any(|note| note.kind == kind) {
            // A document whose notes are gone is still worth reading.
            let notes = part(&mut archive, name, input.name).unwrap_or_default();
            words.append(kind, &notes);
        }
    }
    let left = words.left;
    let words = words.text;
    if words.trim().is_empty() {
        return Err(ImportError::NoText {
            name: input.name.to_owned(),
        });
    }
    let properties = part(&mut archive, PROPERTIES, input.name).unwrap_or_default();
    let provenance = statements(&properties, &words);
    let best = |facet| {
        let statement = provenance.iter().find(|statement| statement.facet == facet);
        statement.map(|statement| statement.value.clone())
    };
    let metadata = Metadata {
        title: best("title"),
        byline: best("byline"),
        publisher: best("publisher"),
        // The day a file was made is no day of publication; it is told, not taken.
        published: best("published").and_then(|written| written.parse().ok()),
        ..Metadata::default()
    };
    let article = of_text(input.name, &words, metadata);
    let mut notices = conflict::conflicts(&provenance);
    if left > 0 {
        let (words, were) = if left == 1 {
            ("word", "was")
        } else {
            ("words", "were")
        };
        notices.push(format!(
            "{left} {words} that the document hides, strikes out or marks as deleted {were} left out"
        ));
    }
    Ok(vec![Imported::new(article, provenance, notices)])
}

/// A part of the archive as text; never more than the limit, however well it was packed.
fn part(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    part: &str,
    name: &str,
) -> Result<String, ImportError> {
    let damaged = |because: String| ImportError::Damaged {
        name: name.to_owned(),
        because,
    };
    let file = archive
        .by_name(part)
        .map_err(|error| damaged(error.to_string()))?;
    let mut bytes = Vec::new();
    file.take(MOST_UNPACKED + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| damaged(error.to_string()))?;
    if bytes.len() as u64 > MOST_UNPACKED {
        return Err(ImportError::Bomb {
            name: name.to_owned(),
            most: MOST_UNPACKED >> 20,
        });
    }
    String::from_utf8(bytes).map_err(|error| damaged(error.to_string()))
}

fn statements(properties: &str, words: &str) -> Vec<Provenance> {
    let mut found = Vec::new();
    for (element, facet) in [
        ("dc:title", "title"),
        ("dc:creator", "byline"),
        ("dcterms:created", "created"),
    ] {
        let value = properties
            .split_once(&format!("<{element}"))
            .and_then(|(_, after)| after.split_once('>'))
            .and_then(|(_, after)| after.split_once("</"))
            .map(|(value, _)| value.trim())
            .filter(|value| !value.is_empty() && !value.contains('<'));
        let value = value.map(|value| {
            quick_xml::escape::unescape(value).map_or_else(|_| value.to_owned(), Into::into)
        });
        let value = match facet {
            "created" => value.and_then(|value| Some(date::parse(&value)?.to_string())),
            _ => value,
        };
        found.extend(value.map(|value| Provenance {
            facet,
            value,
            source: DOCUMENT_PROPERTIES,
        }));
    }
    opening::before_properties(words, found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Choices;
    use std::io::Write as _;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn packed(document: &str) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in [
            (DOCUMENT, document),
            (
                PROPERTIES,
                "<x><dc:title>Goats &amp; ferries</dc:title><dc:creator>Ida Moor</dc:creator></x>",
            ),
        ] {
            archive
                .start_file(name, SimpleFileOptions::default())
                .expect("a part");
            archive.write_all(content.as_bytes()).expect("written");
        }
        archive.finish().expect("an archive").into_inner()
    }

    fn read_bytes(bytes: &[u8]) -> Result<Imported, ImportError> {
        read(&Input {
            name: "goats.docx",
            bytes,
            declared: None,
            choices: Choices::default(),
        })
        .map(|mut all| all.remove(0))
    }

    const DOCUMENT_XML: &str = "<w:document><w:body><w:p><w:r><w:t>Forty </w:t></w:r><w:r><w:t>goats &amp; a dog</w:t></w:r></w:p>\
        <w:p><w:r><w:t>Then 5</w:t><w:delText>0</w:delText><w:t>%.</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>May</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1,250</w:t></w:r></w:p></w:tc></w:tr></w:tbl>\
        </w:body></w:document>";

    #[test]
    fn paragraphs_and_rows_are_kept_and_deleted_words_are_not() {
        let imported = read_bytes(&packed(DOCUMENT_XML)).expect("a document");
        assert_eq!(
            imported.article.text.as_str(),
            "Forty goats & a dog\n\nThen 5%.\n\nMay | 1,250"
        );
        assert_eq!(
            imported.article.metadata.title.as_deref(),
            Some("Forty goats & a dog")
        );
        assert_eq!(
            imported.article.metadata.byline.as_deref(),
            Some("Ida Moor")
        );
    }

    #[test]
    fn the_author_below_the_headline_wins_over_the_properties() {
        let line = |words: &str| format!("<w:p><w:r><w:t>{words}</w:t></w:r></w:p>");
        let document = [
            "Goats on the loose",
            "By Bo Lind",
            "27 Sept. 2022",
            "Forty fled.",
        ]
        .map(line)
        .concat();
        let imported = read_bytes(&packed(&document)).expect("a document");
        let metadata = &imported.article.metadata;
        assert_eq!(metadata.byline.as_deref(), Some("Bo Lind"));
        assert!(metadata.published.is_some());
        assert!(
            imported
                .notices
                .iter()
                .any(|notice| notice.contains("Ida Moor")),
            "{:?}",
            imported.notices
        );
    }

    #[test]
    fn a_damaged_file_is_an_error_wherever_it_is_cut() {
        let bytes = packed(DOCUMENT_XML);
        for cut in (4..bytes.len()).step_by(7) {
            let error = read_bytes(&bytes[..cut]).expect_err("cut").to_string();
            assert!(error.contains("“goats.docx” is damaged"), "{error}");
        }
    }
}
