//! From a session to the text of its file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::log::{self, Texts, fingerprint};
use super::shape::{StoredArticle, StoredClaim, StoredFigure, StoredStart, VERSION};
use super::writer::{WriteError, to_ron};
use crate::project::{Event, Project};

/// Where the checksum begins.
pub(super) const CHECKSUM: &str = "    checksum: \"";

/// The whole file. The same project and log always give the same text.
pub(super) fn encode(
    project: &Project,
    start: &Project,
    events: &[Event],
) -> Result<String, WriteError> {
    let mut texts = Texts::default();
    let articles: Vec<StoredArticle<'_>> = project
        .articles
        .iter()
        .map(|(id, article)| StoredArticle {
            id: *id,
            metadata: Cow::Borrowed(&article.metadata),
            sha256: texts.keep(&article.text),
            text: article.text.clone(),
        })
        .collect();
    let claims: Vec<StoredClaim<'_>> = project
        .claims
        .values()
        .map(|claim| StoredClaim::of(claim, project.reviews.get(&claim.id)))
        .collect();
    let figures: Vec<StoredFigure<'_>> = project
        .figures
        .iter()
        .map(|(claim, decision)| StoredFigure {
            claim: *claim,
            decision: Cow::Borrowed(decision),
        })
        .collect();
    let mut past = BTreeMap::new();
    let log = log::stored(events, project, &mut texts, &mut past);

    let mut out = String::from("#![enable(implicit_some)]\n(\n");
    field(&mut out, "version", &VERSION)?;
    field(&mut out, "title", &project.title)?;
    field(&mut out, "house_rules", &project.house_rules)?;
    field(&mut out, "ratings", &project.ratings)?;
    field(&mut out, "next_article", &project.next_article)?;
    field(&mut out, "next_claim", &project.next_claim)?;
    list(&mut out, "articles", &articles)?;
    list(&mut out, "claims", &claims)?;
    list(&mut out, "links", &project.links.iter().collect::<Vec<_>>())?;
    list(&mut out, "figures", &figures)?;
    let dismissals: Vec<_> = project.dismissals.iter().collect();
    list(&mut out, "dismissals", &dismissals)?;
    list(&mut out, "notes", &project.notes.iter().collect::<Vec<_>>())?;
    let sign_offs: Vec<_> = project.sign_offs.iter().collect();
    list(&mut out, "sign_offs", &sign_offs)?;
    list(&mut out, "views", &project.views.iter().collect::<Vec<_>>())?;
    field(&mut out, "start", &StoredStart::of(start, project))?;
    field(&mut out, "past_texts", &past)?;
    list(&mut out, "log", &log)?;
    let checksum = fingerprint(out.as_bytes());
    out.push_str(CHECKSUM);
    out.push_str(&checksum);
    out.push_str("\",\n)\n");
    Ok(out)
}

fn field<T: Serialize>(out: &mut String, key: &str, value: &T) -> Result<(), WriteError> {
    out.push_str("    ");
    out.push_str(key);
    out.push_str(": ");
    out.push_str(&to_ron(value, 1)?);
    out.push_str(",\n");
    Ok(())
}

/// A list with each piece on lines of its own, so that two versions of a file differ where the pieces differ.
fn list<T: Serialize + Sync>(out: &mut String, key: &str, pieces: &[T]) -> Result<(), WriteError> {
    /// Pieces written by one thread at a time.
    const BATCH: usize = 512;
    out.push_str("    ");
    out.push_str(key);
    if pieces.is_empty() {
        out.push_str(": [],\n");
        return Ok(());
    }
    out.push_str(": [\n");
    let batches: Vec<String> = pieces
        .par_chunks(BATCH)
        .map(|batch| {
            let mut written = String::new();
            for piece in batch {
                written.push_str("        ");
                written.push_str(&to_ron(piece, 2)?);
                written.push_str(",\n");
            }
            Ok(written)
        })
        .collect::<Result<_, WriteError>>()?;
    out.reserve(batches.iter().map(String::len).sum());
    for batch in &batches {
        out.push_str(batch);
    }
    out.push_str("    ],\n");
    Ok(())
}
