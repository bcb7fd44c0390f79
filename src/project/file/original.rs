//! Files of articles kept beside a project as they came: "talks.ron" has them in "talks.originals". Each is called by
//! the beginning of the SHA-256 of its article's text, so it is found again without being written down anywhere.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::fingerprint::{Fingerprint, hexadecimal};
use crate::text::Text;

/// Letters of the fingerprint in a name.
const LETTERS: usize = 12;

/// Why the file of an article could not be kept.
#[derive(Debug, Error)]
#[error(
    "cannot keep the original as {}: {cause}. Make room there, or turn off that originals are kept",
    path.display()
)]
pub struct KeepError {
    /// Where it was to lie.
    path: PathBuf,
    /// What the system said.
    #[source]
    cause: io::Error,
}

/// Keeps the file of the article with this text beside the project at `project`; `name` is what the file was called.
/// One that is there already is left as it is. Returns where it lies.
pub fn keep_original(
    project: &Path,
    text: &Text,
    name: &str,
    bytes: &[u8],
) -> Result<PathBuf, KeepError> {
    let folder = folder_of(project);
    let path = folder.join(format!("{} {}", mark_of(text), short(name)));
    let written = fs::create_dir_all(&folder).and_then(|()| {
        if path.exists() {
            return Ok(());
        }
        let mut file = atomic_write_file::AtomicWriteFile::open(&path)?;
        file.write_all(bytes)?;
        file.commit()
    });
    match written {
        Ok(()) => Ok(path),
        Err(cause) => Err(KeepError { path, cause }),
    }
}

/// Where the file of the article with this text lies, if it was kept.
pub fn original_of(project: &Path, text: &Text) -> Option<PathBuf> {
    let mark = mark_of(text);
    let mut found: Vec<PathBuf> = fs::read_dir(folder_of(project))
        .ok()?
        .flatten()
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(&mark))
        .map(|entry| entry.path())
        .collect();
    found.sort();
    found.into_iter().next()
}

fn folder_of(project: &Path) -> PathBuf {
    project.with_extension("originals")
}

fn mark_of(text: &Text) -> String {
    let mut taken = Fingerprint::default();
    taken.update(text.as_str().as_bytes());
    hexadecimal(taken).chars().take(LETTERS).collect()
}

/// The last part of a path or address, of letters that every disk takes.
fn short(name: &str) -> String {
    const LONGEST: usize = 80;
    let name = name.trim_end_matches(['/', '\\']);
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let safe = last.chars().map(|c| {
        if c.is_alphanumeric() || ".-_ ()".contains(c) {
            c
        } else {
            '-'
        }
    });
    let letters: Vec<char> = safe.collect();
    // The ending tells what it is: the beginning goes.
    let from = letters.len().saturating_sub(LONGEST);
    letters.get(from..).unwrap_or_default().iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_kept_as_it_came_and_found_by_the_text_of_its_article() {
        let folder = tempfile::tempdir().expect("a folder");
        let project = folder.path().join("talks.ron");
        let text = Text::verbatim("Forty goats fled.");
        assert_eq!(original_of(&project, &text), None);
        let kept =
            keep_original(&project, &text, "/news/a:b?/goats*.html", b"<p>Forty").expect("kept");
        assert_eq!(
            kept.parent(),
            Some(folder.path().join("talks.originals").as_path())
        );
        assert!(kept.to_string_lossy().ends_with(" goats-.html"), "{kept:?}");
        assert_eq!(fs::read(&kept).expect("there"), b"<p>Forty");
        keep_original(&project, &text, "/news/a:b?/goats*.html", b"changed").expect("left");
        assert_eq!(
            fs::read(&kept).expect("there"),
            b"<p>Forty",
            "never over what is there"
        );
        assert_eq!(original_of(&project, &text), Some(kept));
        assert_eq!(original_of(&project, &Text::verbatim("Other")), None);
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_told() {
        let folder = tempfile::tempdir().expect("a folder");
        fs::write(folder.path().join("talks.originals"), "in the way").expect("a file");
        let project = folder.path().join("talks.ron");
        let error =
            keep_original(&project, &Text::verbatim("x"), "x.html", b"x").expect_err("in the way");
        assert!(error.to_string().contains("talks.originals"), "{error}");
    }
}
