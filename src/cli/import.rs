//! `import`: articles as JSON, one object a line, in the form that `extract --jsonl` reads.

use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use serde::Serialize;

use super::source::{self, Reading};
use super::{CliError, Outcome, tell, written};
use crate::article::Article;
use crate::import::{Imported, Provenance};

#[derive(Debug, Serialize)]
struct ArticleJson<'a> {
    id: Option<&'a str>,
    title: Option<&'a str>,
    byline: Option<&'a str>,
    publisher: Option<&'a str>,
    published: Option<String>,
    language: Option<&'a str>,
    url: Option<&'a str>,
    text: &'a str,
    found: Vec<FoundJson<'a>>,
    notices: Vec<String>,
}

/// What the metadata rests on.
#[derive(Debug, Serialize)]
struct FoundJson<'a> {
    item: &'a str,
    value: &'a str,
    source: &'a str,
}

pub(super) fn run(paths: &[PathBuf], reading: &Reading, pretty: bool) -> Result<Outcome, CliError> {
    let paths = source::with_files_of_folders(paths)?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    let mut skipped = 0;
    for path in &paths {
        let articles = match source::read(path, reading.choices()).map(|(articles, _)| articles) {
            Err(error) if paths.len() == 1 => return Err(error),
            Err(error) => {
                skipped += 1;
                tell(&format!("{error}; skipped"));
                continue;
            }
            Ok(articles) => articles,
        };
        for imported in &articles {
            let article = json(imported);
            let text = if pretty {
                serde_json::to_string_pretty(&article)
            } else {
                serde_json::to_string(&article)
            }
            .map_err(|error| CliError::Stream {
                doing: "writing JSON",
                because: error.into(),
            })?;
            written(writeln!(out, "{text}"))?;
        }
    }
    written(out.flush())?;
    if skipped == paths.len() {
        return Err(CliError::NothingRead(skipped));
    }
    Ok(super::done_but_for(skipped))
}

fn json(imported: &Imported) -> ArticleJson<'_> {
    let Article { text, metadata } = &imported.article;
    ArticleJson {
        id: metadata.origin.as_deref(),
        title: metadata.title.as_deref(),
        byline: metadata.byline.as_deref(),
        publisher: metadata.publisher.as_deref(),
        published: metadata.published.as_ref().map(ToString::to_string),
        language: metadata.language.as_deref(),
        url: metadata.url.as_deref(),
        text: text.as_str(),
        found: imported.provenance.iter().map(found).collect(),
        notices: notices(imported),
    }
}

/// What a person should know, the doubts about the page among it.
fn notices(imported: &Imported) -> Vec<String> {
    let mut notices = imported.notices.clone();
    for doubt in imported.doubts() {
        let doubt = doubt.to_string();
        if !notices.contains(&doubt) {
            notices.push(doubt);
        }
    }
    notices
}

fn found(provenance: &Provenance) -> FoundJson<'_> {
    FoundJson {
        item: provenance.facet,
        value: &provenance.value,
        source: provenance.source,
    }
}
