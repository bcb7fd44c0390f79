//! Why a project cannot be read or written, and what to do next.

use std::path::PathBuf;
use std::{fmt, io};

use thiserror::Error;

/// Why a project file could not be opened or saved. Whatever the reason, the file is as it was.
#[derive(Debug, Error)]
pub enum FileError {
    /// It cannot be read.
    #[error("cannot read {}: {}", path.display(), plainly(cause))]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// It is not a text.
    #[error(
        "{} is not a project: line {line}, column {column} is not text in UTF-8. If it once was a project, {}",
        path.display(), remedy
    )]
    NotText {
        /// The file.
        path: PathBuf,
        /// Line of the first byte that is no text, from 1.
        line: usize,
        /// Its column, from 1.
        column: usize,
        /// What to do next.
        remedy: Remedy,
    },
    /// It does not say that it is a project.
    #[error(
        "{} is not a Countercheck project: it does not begin with `(version: …`. Articles are added with Import, not opened",
        path.display()
    )]
    NotAProject {
        /// The file.
        path: PathBuf,
    },
    /// A later program wrote it.
    #[error(
        "{} is a project of version {version}; this program reads up to version {newest}. It is left untouched: open it with a newer Countercheck",
        path.display()
    )]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        version: u32,
        /// The latest version this program knows.
        newest: u32,
    },
    /// Its writing is damaged.
    #[error(
        "{} is damaged at line {line}, column {column}: what stands there does not belong there, or something is missing before it. Next: {}. For whoever mends it: {what}",
        path.display(), remedy
    )]
    Damaged {
        /// The file.
        path: PathBuf,
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
        /// What is wrong there.
        what: String,
        /// What to do next.
        remedy: Remedy,
    },
    /// It can be read but does not hang together.
    #[error(
        "{} does not hang together: {what}. Next: {}",
        path.display(), remedy
    )]
    Unsound {
        /// The file.
        path: PathBuf,
        /// What is wrong.
        what: String,
        /// What to do next.
        remedy: Remedy,
    },
    /// It cannot be written.
    #[error(
        "cannot save {}: {attempt} failed, {}. What was there before is untouched: save to another place",
        path.display(), plainly(cause)
    )]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What was attempted.
        attempt: &'static str,
        /// What the system said.
        #[source]
        cause: io::Error,
    },
    /// Somebody else has it open.
    #[error(
        "{} is not written from here: {why}. Close it there and open it again, or save under another name",
        path.display()
    )]
    Locked {
        /// The file.
        path: PathBuf,
        /// Why it is not written.
        why: String,
    },
    /// Somebody else has written it since.
    #[error(
        "{} was changed by another program since it was opened. Merge with it, overwrite it, or save under another name",
        path.display()
    )]
    ChangedOnDisk {
        /// The file.
        path: PathBuf,
    },
    /// It is not where it was.
    #[error(
        "{} is not there any more: it was moved or removed, or its disk is away. Your changes are still here: bring it back and save again, or save to another place",
        path.display()
    )]
    Vanished {
        /// The file.
        path: PathBuf,
    },
    /// The session has no file yet.
    #[error("this project has not been saved yet: choose where to save it")]
    NoPlace,
    /// A fault of the program.
    #[error("cannot write the project: {0}. This is a fault of the program: please report it")]
    Unwritten(String),
}

/// What to do about a file that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remedy {
    /// Where the version before the last save is kept, if it is.
    pub backup: Option<PathBuf>,
}

impl fmt::Display for Remedy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.backup {
            Some(backup) => write!(
                f,
                "open its backup {}, or mend it in a text editor",
                backup.display()
            ),
            None => f.write_str("mend it in a text editor, or open an earlier copy"),
        }
    }
}

/// Why the system refused, in plain words.
pub fn plainly(cause: &io::Error) -> String {
    // What the program itself has found out says more.
    if let Some(own) = cause.get_ref() {
        return own.to_string();
    }
    let plain = match cause.kind() {
        io::ErrorKind::PermissionDenied => "you may not write or read there",
        io::ErrorKind::ReadOnlyFilesystem => {
            "you may not write there: nothing on that disk can be changed"
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => {
            "the disk is full: make room there"
        }
        io::ErrorKind::NotFound => "the file or its folder is gone, or no file can be made there",
        io::ErrorKind::IsADirectory => "there is a folder of that name",
        io::ErrorKind::NotADirectory => "a part of the path is a file, not a folder",
        io::ErrorKind::InvalidFilename => "the name is too long, or has signs a name may not have",
        _ => {
            // The number of the system's error says nothing to a reader.
            let words = cause.to_string();
            let end = words.find(" (os error").unwrap_or(words.len());
            return words.get(..end).unwrap_or(&words).to_owned();
        }
    };
    plain.to_owned()
}
