//! One JSON article a line: reading them one at a time, whatever the size of the archive.

use std::io::{BufRead, Read as _};

use serde::Deserialize;
use serde_json::Value as Json;

use crate::article::{Article, Metadata, Moment};
use crate::import;
use crate::text::Text;

/// A line longer than this is refused: 200 MB.
const LONGEST: u64 = 200 << 20;

/// A line of input as it came, with its number from 1.
#[derive(Debug)]
pub(super) struct Line {
    pub(super) number: usize,
    pub(super) bytes: Result<Vec<u8>, String>,
}

/// An article of a line, with its id as given.
#[derive(Debug)]
pub(super) struct Identified {
    pub(super) id: Json,
    pub(super) article: Article,
}

#[derive(Debug, Deserialize)]
struct LineJson {
    id: Json,
    text: String,
    title: Option<String>,
    byline: Option<String>,
    publisher: Option<String>,
    published: Option<String>,
    language: Option<String>,
    url: Option<String>,
}

/// The next lines that are not blank, up to `count` of them or 4 MB; empty at the end of the input.
pub(super) fn batch(
    input: &mut dyn BufRead,
    number: &mut usize,
    count: usize,
) -> std::io::Result<Vec<Line>> {
    let mut lines = Vec::new();
    let mut size = 0;
    while lines.len() < count && size < 4 << 20 {
        let mut bytes = Vec::new();
        if input.take(LONGEST).read_until(b'\n', &mut bytes)? == 0 {
            break;
        }
        *number += 1;
        let whole = bytes.ends_with(b"\n") || (bytes.len() as u64) < LONGEST;
        if whole && bytes.trim_ascii().is_empty() {
            continue;
        }
        size += bytes.len();
        lines.push(Line {
            number: *number,
            bytes: if whole {
                Ok(bytes)
            } else {
                drop(bytes);
                input.skip_until(b'\n')?;
                Err(format!("longer than {} MB", LONGEST >> 20))
            },
        });
    }
    Ok(lines)
}

/// The article of a line, its text exactly as given, or what is wrong with the line.
pub(super) fn article(line: &Line) -> Result<Identified, String> {
    let bytes = line.bytes.as_ref().map_err(String::clone)?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let line: LineJson = serde_json::from_slice(bytes)
        .map_err(|error| format!("not an article {{\"id\", \"text\", …}}: {error}"))?;
    if !(line.id.is_string() || line.id.is_number()) {
        return Err("its id is neither text nor a number".to_owned());
    }
    let published = line
        .published
        .map(|written| written.parse::<Moment>())
        .transpose()?;
    let text = Text::verbatim(&line.text);
    let language = line.language.or_else(|| import::language_of(text.as_str()));
    Ok(Identified {
        id: line.id,
        article: Article {
            text,
            metadata: Metadata {
                title: line.title,
                byline: line.byline,
                publisher: line.publisher,
                published,
                language,
                url: line.url,
                ..Metadata::default()
            },
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(input: &str) -> Vec<(usize, Result<String, String>)> {
        let mut input = input.as_bytes();
        let lines = batch(&mut input, &mut 0, 100).expect("memory cannot fail");
        lines
            .iter()
            .map(|line| {
                let text = article(line).map(|found| found.article.text.as_str().to_owned());
                (line.number, text)
            })
            .collect()
    }

    #[test]
    fn blank_lines_count_but_hold_nothing() {
        let lines = read("{\"id\":1,\"text\":\"a\\r\\nb\"}\n\n{\"id\":\"x\",\"text\":\"c\"}");
        assert_eq!(
            lines,
            [(1, Ok("a\r\nb".to_owned())), (3, Ok("c".to_owned()))]
        );
    }

    #[test]
    fn a_bad_line_says_what_is_wrong() {
        for (line, said) in [
            ("{\"id\":1}", "missing field `text`"),
            ("{\"id\":1,\"text\":", "EOF while parsing"),
            ("{\"id\":[],\"text\":\"\"}", "neither text nor a number"),
            (
                "{\"id\":1,\"text\":\"\",\"published\":\"soon\"}",
                "not a date",
            ),
        ] {
            let error = read(line)[0].1.clone().expect_err(line);
            assert!(error.contains(said), "{line}: {error}");
        }
    }
}
