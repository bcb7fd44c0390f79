//! From the text of a file to the project, verified.

use std::fs::File;
use std::io::Read as _;
use std::path::Path;
use std::sync::Arc;

use imbl::OrdMap;
use memchr::memmem;
use rayon::prelude::*;
use ron::extensions::Extensions;

use super::encode::CHECKSUM;
use super::fingerprint::{Fingerprint, fingerprint, hexadecimal};
use super::log::{self, Texts};
use super::pieces::Whole;
use super::shape::{StoredProject, VERSION};
use super::{FileError, Notice, pieces, remedy_for, v1};
use crate::article::Article;
use crate::claim::Claim;
use crate::project::anchoring::placed_at;
use crate::project::{Event, Project};

/// What a file holds.
#[derive(Debug)]
pub(in crate::project) struct Loaded {
    pub project: Project,
    pub start: Project,
    pub log: Vec<Event>,
    /// What the reader should know about the file.
    pub notices: Vec<Notice>,
    /// Whether the file is as the program wrote it.
    pub intact: bool,
    /// Whether the log names a text that the file does not hold, so that it cannot be followed.
    pub gaps: bool,
    /// Fingerprint of the file.
    pub fingerprint: String,
}

/// Reads a whole file.
pub(super) fn decode(bytes: &[u8], path: &Path) -> Result<Loaded, FileError> {
    let text = str::from_utf8(bytes).map_err(|error| not_text(bytes, error.valid_up_to(), path))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let (stored, Sums { whole, body }) = match version(text) {
        None => {
            return Err(FileError::NotAProject {
                path: path.to_owned(),
            });
        }
        Some(0) => return Err(unsound("there has never been a version 0".to_owned(), path)),
        Some(1) => of_version::<v1::Project>(text, bytes, path)?,
        Some(VERSION) => of_version::<StoredProject>(text, bytes, path)?,
        Some(version) => {
            return Err(FileError::Newer {
                path: path.to_owned(),
                version,
                newest: VERSION,
            });
        }
    };
    let as_written = stored.checksum.is_some() && stored.checksum == body;
    let intact = as_written || is_intact_but_for_transport(text, &stored);
    let mut loaded = resolved(stored).map_err(|what| unsound(what, path))?;
    loaded
        .project
        .soundness()
        .map_err(|what| unsound(what, path))?;
    loaded.fingerprint = whole;
    loaded.intact = intact;
    if !intact {
        loaded.notices.insert(0, Notice::ChangedOutside);
    }
    Ok(loaded)
}

/// Whether the file at `path` holds a project, by how it begins: nothing else is to be written over it.
pub fn holds_project(path: &Path) -> bool {
    const HEAD: u64 = 4096;
    // Whoever looks into a pipe waits for what nobody writes.
    if !std::fs::metadata(path).is_ok_and(|there| there.is_file()) {
        return false;
    }
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
    read.is_ok() && version(&String::from_utf8_lossy(&head)).is_some()
}

/// The file read by the types of its version, and brought to the present one.
fn of_version<W: Whole + Into<StoredProject>>(
    text: &str,
    bytes: &[u8],
    path: &Path,
) -> Result<(StoredProject, Sums), FileError> {
    let options = ron::Options::default().with_default_extension(Extensions::IMPLICIT_SOME);
    let (read, sums) = rayon::join(|| pieces::read::<W>(text, &options), || Sums::of(bytes));
    let as_written =
        |stored: &W| stored.checksum().is_some() && stored.checksum() == sums.body.as_ref();
    let stored = match read {
        Some(stored) if as_written(&stored) => stored,
        _ => options.from_str(text).map_err(|error| FileError::Damaged {
            path: path.to_owned(),
            line: error.span.start.line,
            column: error.span.start.col,
            what: error.code.to_string(),
            remedy: remedy_for(path),
        })?,
    };
    Ok((stored.into(), sums))
}

fn unsound(what: String, path: &Path) -> FileError {
    FileError::Unsound {
        path: path.to_owned(),
        what,
        remedy: remedy_for(path),
    }
}

fn not_text(bytes: &[u8], valid: usize, path: &Path) -> FileError {
    let before = bytes.get(..valid).unwrap_or_default();
    let line_start = before
        .iter()
        .rposition(|byte| *byte == b'\n')
        .map_or(0, |at| at + 1);
    FileError::NotText {
        path: path.to_owned(),
        line: memchr::memchr_iter(b'\n', before).count() + 1,
        column: valid - line_start + 1,
        remedy: remedy_for(path),
    }
}

/// The version a file says it has, from its first kilobyte.
pub(super) fn version(text: &str) -> Option<u32> {
    let mut rest = text.trim_start();
    loop {
        if rest.starts_with("//") || rest.starts_with("#!") {
            rest = rest.split_once('\n')?.1.trim_start();
        } else {
            break;
        }
    }
    let rest = rest.strip_prefix('(')?.trim_start();
    let rest = rest.strip_prefix("version")?.trim_start();
    let rest = rest.strip_prefix(':')?.trim_start();
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    // More digits than any version has: newer than all.
    (!digits.is_empty()).then(|| digits.parse().unwrap_or(u32::MAX))
}

/// Fingerprints of a file.
struct Sums {
    /// Of all its bytes.
    whole: String,
    /// Of those before its checksum.
    body: Option<String>,
}

impl Sums {
    fn of(bytes: &[u8]) -> Self {
        let mut taken = Fingerprint::default();
        let Some(at) = memmem::rfind(bytes, CHECKSUM.as_bytes()) else {
            taken.update(bytes);
            return Self {
                whole: hexadecimal(taken),
                body: None,
            };
        };
        let (before, after) = bytes.split_at(at);
        taken.update(before);
        let body = hexadecimal(taken.clone());
        taken.update(after);
        Self {
            whole: hexadecimal(taken),
            body: Some(body),
        }
    }
}

/// Whether only line ends, or a mark at the start, have changed since the program wrote the file: some ways of sending
/// a text do that.
fn is_intact_but_for_transport(text: &str, stored: &StoredProject) -> bool {
    text.rsplit_once(CHECKSUM).is_some_and(|(body, _)| {
        stored.checksum == Some(fingerprint(body.replace("\r\n", "\n").as_bytes()))
    })
}

fn resolved(stored: StoredProject) -> Result<Loaded, String> {
    let mut notices = Vec::new();
    let mut texts = Texts::default();
    let mut project = Project {
        title: stored.title,
        links: stored.links.into_iter().collect(),
        dismissals: stored.dismissals.into_iter().collect(),
        notes: stored.notes.into_iter().collect(),
        sign_offs: stored.sign_offs.into_iter().collect(),
        views: stored.views.into_iter().collect(),
        house_rules: stored.house_rules,
        ratings: stored.ratings,
        report_style: stored.report_style,
        next_article: stored.next_article,
        next_claim: stored.next_claim,
        ..Project::new("")
    };
    for article in stored.articles {
        if fingerprint(article.text.as_str().as_bytes()) == article.sha256 {
            texts.keep_as(&article.sha256, &article.text);
        } else {
            notices.push(Notice::TextChanged(article.id));
        }
        let whole = Article {
            text: article.text,
            metadata: article.metadata.into_owned(),
        };
        let earlier = project.articles.insert(article.id, Arc::new(whole));
        if earlier.is_some() {
            return Err(format!("{} is in it twice", article.id));
        }
    }
    let read: Vec<_> = stored
        .claims
        .into_par_iter()
        .map(|stored| {
            let (claim, review) = stored.into_parts();
            let (claim, notice) = verified(claim, &project);
            (Arc::new(claim), review.map(Arc::new), notice)
        })
        .collect();
    let mut claims = Vec::with_capacity(read.len());
    let mut reviews = Vec::new();
    for (claim, review, notice) in read {
        reviews.extend(review.map(|review| (claim.id, review)));
        notices.extend(notice);
        claims.push((claim.id, claim));
    }
    let number = claims.len();
    project.claims = claims.into_iter().collect::<OrdMap<_, _>>();
    if project.claims.len() != number {
        return Err("a claim is in it twice".to_owned());
    }
    project.reviews = reviews.into_iter().collect();
    for figure in stored.figures {
        let earlier = project
            .figures
            .insert(figure.claim, figure.decision.into_owned());
        if earlier.is_some() {
            return Err(format!("the decision on {} is in it twice", figure.claim));
        }
    }
    for (sha256, text) in &stored.past_texts {
        texts.keep_as(sha256, text);
    }
    let start = stored.start.into_project(&project);
    let log = log::restored(stored.log, &project, &texts);
    let gaps = log::has_gaps(&log);
    Ok(Loaded {
        project,
        start,
        log,
        notices,
        intact: false,
        gaps,
        fingerprint: String::new(),
    })
}

/// The claim where its words stand; with a word on it if they stand elsewhere or nowhere.
fn verified(claim: Claim, project: &Project) -> (Claim, Option<Notice>) {
    let Some(article) = project.articles.get(&claim.article) else {
        return (claim, None);
    };
    if claim.anchor.holds_in(&article.text) {
        return (claim, None);
    }
    if let Some(span) = claim.anchor.find_in(&article.text) {
        // New words beside it, at its old place: nothing to tell.
        let moved = (span != claim.anchor.span).then_some(Notice::Moved(claim.id));
        (placed_at(&claim, span, &article.text), moved)
    } else {
        let lost = Notice::Lost(claim.id);
        (claim, Some(lost))
    }
}
