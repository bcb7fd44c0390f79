//! Where input comes from: files by path, or standard input.

use std::fs::File;
use std::io::{BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Once;

use super::CliError;
use crate::import::{self, Choices, ENCODINGS, Imported, encoding_of_label};

/// How files are read, where the usual way is not right.
#[derive(Clone, Debug, Default, clap::Args)]
pub struct Reading {
    /// Read texts and pages in this encoding instead of the one they name or seem to be in: windows-1251, …
    #[arg(long, value_name = "NAME", value_parser = known_encoding)]
    encoding: Option<&'static str>,
    /// Take all the words of a web page, not only its main text
    #[arg(long)]
    whole_page: bool,
}

impl Reading {
    pub(super) const fn choices(&self) -> Choices {
        Choices {
            encoding: self.encoding,
            whole_page: self.whole_page,
        }
    }
}

/// An encoding that people choose among, or any other by one of its labels (WHATWG): "IBM866", "ISO-8859-15".
fn known_encoding(name: &str) -> Result<&'static str, String> {
    let known = ENCODINGS.iter().map(|(label, _)| *label);
    known
        .clone()
        .find(|label| label.eq_ignore_ascii_case(name.trim()))
        .or_else(|| encoding_of_label(name))
        .ok_or_else(|| format!("choose of {}", known.collect::<Vec<_>>().join(", ")))
}

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

/// The paths with each folder replaced by the files in it and below.
pub(super) fn with_files_of_folders(paths: &[PathBuf]) -> Result<Vec<PathBuf>, CliError> {
    let files = crate::project::files_of_folders(paths.iter().cloned());
    if files.is_empty() && !paths.is_empty() {
        return Err(CliError::EmptyFolder {
            path: paths.first().cloned().unwrap_or_default(),
        });
    }
    Ok(files)
}

/// The articles at an address of the web.
#[cfg(feature = "fetch")]
fn fetched(address: &str) -> Result<(Vec<Imported>, Vec<u8>), CliError> {
    let limits = import::fetch::Limits::default();
    Ok(import::fetch::articles_with_page(address, limits)?)
}

/// Without the feature the program opens no connection.
#[cfg(not(feature = "fetch"))]
fn fetched(address: &str) -> Result<(Vec<Imported>, Vec<u8>), CliError> {
    Err(CliError::Offline {
        address: address.to_owned(),
    })
}

/// The articles of a file or of an address; nothing beyond the importers' limit is read.
pub(super) fn articles(path: &Path) -> Result<Vec<Imported>, CliError> {
    read(path, Choices::default()).map(|(articles, _)| articles)
}

/// The same, read as chosen, with the bytes as they came.
pub(super) fn read(path: &Path, choices: Choices) -> Result<(Vec<Imported>, Vec<u8>), CliError> {
    let name = path.to_string_lossy();
    if import::is_address(&name) {
        return fetched(&name);
    }
    with_quiet_readers();
    let limit = import::LARGEST + 1;
    // As much as is needed: a buffer that grows takes up to twice the file.
    let size = path.metadata().map_or(0, |about| about.len().min(limit));
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or_default() + 1);
    let read = if is_stdin(path) {
        std::io::stdin().lock().take(limit).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    read.map_err(|because| unreadable(path, because))?;
    Ok((import::read_as_chosen(&name, &bytes, choices)?, bytes))
}

/// A damaged PDF that ends the thread of its reader is told in the error; the place in the reader's source is of no use.
fn with_quiet_readers() {
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let others = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |fault| {
            if std::thread::current().name() != Some(import::PDF_THREAD) {
                others(fault);
            }
        }));
    });
}

fn unreadable(path: &Path, because: std::io::Error) -> CliError {
    CliError::Unreadable {
        path: path.to_owned(),
        because,
    }
}
