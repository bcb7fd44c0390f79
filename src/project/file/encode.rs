//! From a session to the text of its file.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::Serialize;

use super::fingerprint::{Fingerprint, hexadecimal};
use super::log::{self, Texts};
use super::shape::{StoredArticle, StoredClaim, StoredFigure, StoredStart, VERSION};
use super::writer::{WriteError, write_ron};
use crate::project::{Event, Project};

/// Where the checksum begins.
pub(super) const CHECKSUM: &str = "    checksum: \"";

/// The content of a file, in pieces that follow on each other: one string of a hundred megabytes would cost time.
#[derive(Debug)]
pub(in crate::project) struct Encoded {
    /// The pieces.
    pub pieces: Vec<String>,
    /// Fingerprint of the whole.
    pub fingerprint: String,
}

impl Encoded {
    /// Length in bytes.
    pub(super) fn len(&self) -> usize {
        self.pieces.iter().map(String::len).sum()
    }
}

/// The whole file. The same project and log always give the same text.
pub(super) fn encode(
    project: &Project,
    start: &Project,
    events: &[Event],
) -> Result<Encoded, WriteError> {
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

    let mut out = Pieces::of("#![enable(implicit_some)]\n(\n");
    field(&mut out, "version", &VERSION)?;
    field(&mut out, "title", &project.title)?;
    field(&mut out, "house_rules", &project.house_rules)?;
    field(&mut out, "ratings", &project.ratings)?;
    if !project.report_style.is_usual() {
        field(&mut out, "report_style", &project.report_style)?;
    }
    field(&mut out, "next_article", &project.next_article)?;
    field(&mut out, "next_claim", &project.next_claim)?;
    list(&mut out, "articles", &articles)?;
    // The log is laid against the claims while these are written.
    let (written, log) = rayon::join(
        || list(&mut out, "claims", &claims),
        || log::stored(events, project, &mut texts, &mut past),
    );
    written?;
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
    Ok(out.sealed())
}

/// A file being written.
struct Pieces {
    /// What is finished and hashed.
    done: Vec<String>,
    hash: Fingerprint,
    /// The piece that is being written.
    open: String,
}

impl Pieces {
    fn of(start: &str) -> Self {
        Self {
            done: Vec::new(),
            hash: Fingerprint::default(),
            open: start.to_owned(),
        }
    }

    fn push(&mut self, piece: String) {
        self.hash.update(piece.as_bytes());
        self.done.push(piece);
    }

    fn close_piece(&mut self) {
        let piece = std::mem::take(&mut self.open);
        self.push(piece);
    }

    /// The file with its checksum.
    fn sealed(mut self) -> Encoded {
        self.close_piece();
        let checksum = hexadecimal(self.hash.clone());
        self.push(format!("{CHECKSUM}{checksum}\",\n)\n"));
        Encoded {
            pieces: self.done,
            fingerprint: hexadecimal(self.hash),
        }
    }
}

fn field<T: Serialize>(out: &mut Pieces, key: &str, value: &T) -> Result<(), WriteError> {
    let out = &mut out.open;
    out.push_str("    ");
    out.push_str(key);
    out.push_str(": ");
    write_ron(out, value, 1)?;
    out.push_str(",\n");
    Ok(())
}

/// A list with each element on lines of its own, so that two versions of a file differ where the elements differ.
fn list<T: Serialize + Sync>(
    out: &mut Pieces,
    key: &str,
    elements: &[T],
) -> Result<(), WriteError> {
    /// Elements written by one thread at a time.
    const BATCH: usize = 256;
    /// Elements written before the first of them are hashed.
    const WINDOW: usize = 32 * BATCH;
    out.open.push_str("    ");
    out.open.push_str(key);
    if elements.is_empty() {
        out.open.push_str(": [],\n");
        return Ok(());
    }
    out.open.push_str(": [\n");
    out.close_piece();
    let mut waiting: Vec<String> = Vec::new();
    for window in elements.chunks(WINDOW) {
        let (written, ()) = rayon::join(
            || {
                window
                    .par_chunks(BATCH)
                    .map(batch)
                    .collect::<Result<_, _>>()
            },
            || waiting.drain(..).for_each(|piece| out.push(piece)),
        );
        waiting = written?;
    }
    for piece in waiting {
        out.push(piece);
    }
    out.open.push_str("    ],\n");
    Ok(())
}

fn batch<T: Serialize>(elements: &[T]) -> Result<String, WriteError> {
    let mut written = String::new();
    for (at, element) in elements.iter().enumerate() {
        written.push_str("        ");
        write_ron(&mut written, element, 2)?;
        written.push_str(",\n");
        if at == 0 {
            // The others are about as long.
            written.reserve(written.len() * elements.len());
        }
    }
    Ok(written)
}
