//! Files of articles kept beside a project as they came: "talks.ron" has them in "talks.originals". Each is called by
//! the beginning of the SHA-256 of its article's text, so it is found again without being written down anywhere.
//!
//! A file of several articles, a feed or a mailbox, is kept once, for the first of them; each of the others has a line
//! in a small file that is called by both: "77a1… in 0c42….txt".

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
    kept(&folder, &path, name, bytes).map_err(|cause| KeepError { path, cause })
}

fn kept(folder: &Path, path: &Path, name: &str, bytes: &[u8]) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    if path.exists() {
        return Ok(path.to_owned());
    }
    let Some(same) = same_file(folder, name, bytes) else {
        write(path, bytes)?;
        return Ok(path.to_owned());
    };
    let there = same.file_name().unwrap_or_default().to_string_lossy();
    let [mark, its] = [
        path.file_name().unwrap_or_default(),
        same.file_name().unwrap_or_default(),
    ]
    .map(|name| {
        name.to_string_lossy()
            .chars()
            .take(LETTERS)
            .collect::<String>()
    });
    let line = format!("This article came in the file “{there}”.\n");
    write(
        &folder.join(format!("{mark}{IN}{its}.txt")),
        line.as_bytes(),
    )?;
    Ok(same)
}

/// Between the mark of an article and that of the one whose file it came in.
const IN: &str = " in ";

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = atomic_write_file::AtomicWriteFile::open(path)?;
    file.write_all(bytes)?;
    file.commit()
}

/// The same file, kept for another article.
fn same_file(folder: &Path, name: &str, bytes: &[u8]) -> Option<PathBuf> {
    let ending = format!(" {}", short(name));
    let length = u64::try_from(bytes.len()).ok()?;
    entries(folder)
        .filter(|(called, _)| called.get(LETTERS..) == Some(ending.as_str()))
        .map(|(_, path)| path)
        .filter(|path| fs::metadata(path).is_ok_and(|its| its.len() == length))
        .find(|path| fs::read(path).is_ok_and(|its| its == bytes))
}

/// Names and paths of what is kept, in order.
fn entries(folder: &Path) -> impl Iterator<Item = (String, PathBuf)> {
    let mut found: Vec<(String, PathBuf)> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| {
            (
                entry.file_name().to_string_lossy().into_owned(),
                entry.path(),
            )
        })
        .collect();
    found.sort();
    found.into_iter()
}

/// Where the file of the article with this text lies, if it was kept.
pub fn original_of(project: &Path, text: &Text) -> Option<PathBuf> {
    let folder = folder_of(project);
    let called = |mark: &str| entries(&folder).find(|(name, _)| name.starts_with(mark));
    let (name, path) = called(&mark_of(text))?;
    let rest = name.get(LETTERS..).and_then(|rest| rest.strip_prefix(IN));
    match rest.and_then(|rest| rest.strip_suffix(".txt")) {
        Some(its) if its.len() == LETTERS && its.bytes().all(|c| c.is_ascii_hexdigit()) => {
            called(&format!("{its} ")).map(|(_, path)| path)
        }
        _ => Some(path),
    }
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
    fn a_file_of_several_articles_is_kept_once_and_found_for_each() {
        let folder = tempfile::tempdir().expect("a folder");
        let project = folder.path().join("talks.ron");
        let texts = ["Forty goats fled.", "Ten came back.", "None was hurt."].map(Text::verbatim);
        let kept: Vec<PathBuf> = texts
            .iter()
            .map(|text| keep_original(&project, text, "news.rss", b"<rss>goats").expect("kept"))
            .collect();
        assert!(kept.iter().all(|path| *path == kept[0]), "{kept:?}");
        for text in &texts {
            assert_eq!(original_of(&project, text).as_ref(), Some(&kept[0]));
        }
        let other = Text::verbatim("A hen was seen.");
        let another = keep_original(&project, &other, "news.rss", b"<rss>hens!").expect("kept");
        assert_ne!(another, kept[0], "another file of the same name and length");
        assert_eq!(original_of(&project, &other), Some(another));
        let there = entries(&folder.path().join("talks.originals")).count();
        assert_eq!(there, 4, "two files and two lines");
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
