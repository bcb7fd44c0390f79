//! The project file: RON, one file, readable and diffable.
//!
//! Only this module knows the shape and only it touches the disk. `projects/FORMAT.md` describes the file for people
//! who write other tools, with an annotated example that a test holds to what is written here.
//!
//! A file changed outside opens if it is sound: the change is announced, becomes an entry of the log and can be undone.
//! Beside "talks.ron" lie "talks.ron.bak" (as it was before the last save), and while it is open ".talks.ron.lock" and
//! ".talks.ron.journal" (what was done since the last save, an event a line).

pub(super) mod attachment;
mod decode;
mod disk;
#[cfg(test)]
mod documented;
mod encode;
mod error;
mod fingerprint;
mod folder;
pub(super) mod journal;
mod lock;
mod log;
mod original;
mod pieces;
mod place;
mod reader;
mod save;
mod shape;
mod v1;
#[cfg(test)]
mod versions;
mod whole;
mod writer;

use std::path::Path;

pub use attachment::Attached;
pub use decode::holds_project;
pub use error::{FileError, Remedy, plainly};
pub use folder::files_of_folders;
pub use original::{KeepError, keep_original, original_of};
pub use shape::VERSION;
pub use whole::{WriteError, write_whole};

pub(super) use decode::Loaded;
pub(super) use encode::Encoded;
pub(super) use fingerprint::fingerprint;
pub(super) use place::Place;
pub(super) use save::Backup;

use super::{Event, Project};
use crate::claim::{ArticleId, ClaimId};

/// Something about an opened file that its reader must know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// The file is not as the program wrote it: edited by hand, merged line by line, or damaged.
    ChangedOutside,
    /// The text of an article is not the one that was imported.
    TextChanged(ArticleId),
    /// A claim's words stood elsewhere in the changed text; it was placed there.
    Moved(ClaimId),
    /// A claim's words could not be found in the changed text, or stand in several places.
    Lost(ClaimId),
    /// The log does not lead to the project as it stands: what was done before it was opened cannot be undone.
    HistoryBroken,
}

impl std::fmt::Display for Notice {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::ChangedOutside => f.write_str(
                "This file was changed by another program, or is damaged: look over what it says before you rely on it",
            ),
            Self::TextChanged(article) => write!(
                f,
                "The text of {article} was changed outside; its claims were placed again by their words"
            ),
            Self::Moved(claim) => write!(f, "{claim} was found at another place: check it"),
            Self::Lost(claim) => write!(
                f,
                "the words of {claim} are not in the text any more: place it again, or reject it"
            ),
            Self::HistoryBroken => f.write_str(
                "The log of this file does not lead to the project as it is: earlier changes can be read but not undone",
            ),
        }
    }
}

/// Reads the project at `path` and what is needed to go on with it. With `writing`, asks for the right to write it.
pub(super) fn open(path: &Path, writing: bool) -> Result<(Loaded, Place), FileError> {
    let (mut place, bytes) = Place::open(path, writing)?;
    let loaded = decode::decode(&bytes, path)?;
    place.has(loaded.fingerprint.clone());
    Ok((loaded, place))
}

/// Reads the project in `bytes`; `path` is for messages.
pub(super) fn read(bytes: &[u8], path: &Path) -> Result<Loaded, FileError> {
    decode::decode(bytes, path)
}

/// The file of a project that came of `start` by `log`.
pub(super) fn content_of(
    project: &Project,
    start: &Project,
    log: &[Event],
) -> Result<Encoded, FileError> {
    encode::encode(project, start, log).map_err(|error| FileError::Unwritten(error.to_string()))
}

/// What to do about an unusable file.
fn remedy_for(path: &Path) -> Remedy {
    let backup = save::backup_of(path);
    Remedy {
        backup: backup.is_file().then_some(backup),
    }
}
