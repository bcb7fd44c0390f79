//! Where input comes from: files by path, or standard input.

use std::fs::File;
use std::io::{BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};

use super::CliError;
use crate::import::{self, Imported};

/// Whether a path stands for standard input.
fn is_stdin(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The paths given, or standard input where there are none.
pub(super) fn or_stdin(paths: &[PathBuf]) -> Vec<PathBuf> {
    if paths.is_empty() {
        vec![PathBuf::from("-")]
    } else {
        paths.to_vec()
    }
}

/// A stream of lines.
pub(super) fn lines(path: &Path) -> Result<Box<dyn BufRead>, CliError> {
    if is_stdin(path) {
        return Ok(Box::new(std::io::stdin().lock()));
    }
    let file = File::open(path).map_err(|because| unreadable(path, because))?;
    Ok(Box::new(BufReader::with_capacity(1 << 16, file)))
}

/// The articles of a file; nothing beyond the importers' limit is read.
pub(super) fn articles(path: &Path) -> Result<Vec<Imported>, CliError> {
    let mut bytes = Vec::new();
    let limit = import::LARGEST + 1;
    let read = if is_stdin(path) {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    read.map_err(|because| unreadable(path, because))?;
    Ok(import::read(&path.to_string_lossy(), &bytes)?)
}

fn unreadable(path: &Path, because: std::io::Error) -> CliError {
    CliError::Unreadable {
        path: path.to_owned(),
        because,
    }
}
