//! Where a session's project lives on disk.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::FileError;
use super::disk::LocalDisk;
use super::encode::Encoded;
use super::fingerprint::fingerprint;
use super::lock::{Lock, Locking, lock};
use super::save::{Backup, followed, replace};

/// The file of a session: its path, the right to write it, and how it was when last seen.
#[derive(Debug)]
pub(in crate::project) struct Place {
    /// As the user named it.
    path: PathBuf,
    /// Where that leads, over symbolic links.
    target: PathBuf,
    lock: Option<Lock>,
    /// Why it may not be written.
    read_only: Option<String>,
    seen: Option<Seen>,
}

/// How a file was.
#[derive(Debug, PartialEq, Eq)]
struct Seen {
    length: u64,
    modified: Option<SystemTime>,
    fingerprint: String,
}

impl Place {
    /// Reads the file and, with `writing`, asks for the right to write it. Its fingerprint is still to be
    /// [told](Self::has).
    pub(super) fn open(path: &Path, writing: bool) -> Result<(Self, Vec<u8>), FileError> {
        let unreadable = |cause| FileError::Unreadable {
            path: path.to_owned(),
            cause,
        };
        let target = followed(path);
        // Nothing is created beside a file that is not there.
        let metadata = fs::metadata(&target).map_err(unreadable)?;
        let (lock, read_only) = if writing {
            locked(&target)
        } else {
            (None, Some("it was opened to be read".to_owned()))
        };
        let bytes = fs::read(&target).map_err(unreadable)?;
        let place = Self {
            path: path.to_owned(),
            target,
            lock,
            read_only,
            seen: Some(Seen {
                length: metadata.len(),
                modified: metadata.modified().ok(),
                fingerprint: String::new(),
            }),
        };
        Ok((place, bytes))
    }

    /// Tells the fingerprint of what was read.
    pub(super) fn has(&mut self, fingerprint: String) {
        if let Some(seen) = &mut self.seen {
            seen.fingerprint = fingerprint;
        }
    }

    /// A place where nothing of this session has been saved yet.
    pub(in crate::project) fn fresh(path: &Path) -> Result<Self, FileError> {
        let target = followed(path);
        match lock(&target) {
            Locking::Elsewhere(holder) => Err(FileError::Locked {
                path: path.to_owned(),
                why: in_use(holder),
            }),
            locking => Ok(Self {
                path: path.to_owned(),
                target,
                lock: match locking {
                    Locking::Held(lock) => Some(lock),
                    Locking::Elsewhere(_) | Locking::Impossible => None,
                },
                read_only: None,
                seen: None,
            }),
        }
    }

    /// The file as the user named it.
    pub(in crate::project) fn path(&self) -> &Path {
        &self.path
    }

    /// The file itself, over symbolic links.
    pub(in crate::project) fn target(&self) -> &Path {
        &self.target
    }

    /// When the file was last written, as it was last seen.
    pub(in crate::project) fn modified(&self) -> Option<SystemTime> {
        self.seen.as_ref()?.modified
    }

    /// Fingerprint of the file as it was last seen.
    pub(in crate::project) fn fingerprint(&self) -> Option<&String> {
        self.seen.as_ref().map(|seen| &seen.fingerprint)
    }

    /// Whether `path` leads here.
    pub(in crate::project) fn is(&self, path: &Path) -> bool {
        followed(path) == self.target
    }

    /// Why the file may only be read; `None` where it may be written.
    pub(in crate::project) fn read_only(&self) -> Option<&str> {
        self.read_only.as_deref()
    }

    /// Takes the file as `other` has just read it for seen.
    pub(in crate::project) fn see_as(&mut self, other: Self) {
        self.seen = other.seen;
    }

    /// Whether somebody else has written the file since it was last seen.
    pub(in crate::project) fn changed_on_disk(&self) -> bool {
        let (Some(seen), Ok(now)) = (&self.seen, fs::metadata(&self.target)) else {
            return false;
        };
        if now.len() == seen.length && now.modified().ok() == seen.modified {
            return false;
        }
        fs::read(&self.target).is_ok_and(|bytes| fingerprint(&bytes) != seen.fingerprint)
    }

    /// Whether the file was here, its folder still is, and the file is not.
    pub(in crate::project) fn has_vanished(&self) -> bool {
        let there = |path: &Path| path.try_exists().unwrap_or(true);
        let folder = self.target.parent().is_some_and(there);
        self.seen.is_some() && folder && !there(&self.target)
    }

    /// That somebody else's work, or the file itself, would be lost by saving here.
    pub(in crate::project) fn hindrance(&self) -> Result<(), FileError> {
        let path = self.path.clone();
        if self.changed_on_disk() {
            return Err(FileError::ChangedOnDisk { path });
        }
        if self.has_vanished() {
            return Err(FileError::Vanished { path });
        }
        Ok(())
    }

    /// Puts `content` in the file.
    pub(in crate::project) fn write(
        &mut self,
        content: &Encoded,
        backup: Backup,
    ) -> Result<(), FileError> {
        if let Some(why) = &self.read_only {
            return Err(FileError::Locked {
                path: self.path.clone(),
                why: why.clone(),
            });
        }
        replace(&LocalDisk, &self.target, &content.pieces, backup).map_err(
            |error| match error {
                FileError::Unwritable { attempt, cause, .. } => FileError::Unwritable {
                    path: self.path.clone(),
                    attempt,
                    cause,
                },
                other => other,
            },
        )?;
        let metadata = fs::metadata(&self.target).ok();
        self.seen = Some(Seen {
            length: content.len() as u64,
            modified: metadata.and_then(|metadata| metadata.modified().ok()),
            fingerprint: content.fingerprint.clone(),
        });
        if self.lock.is_none()
            && let Locking::Held(lock) = lock(&self.target)
        {
            self.lock = Some(lock);
        }
        Ok(())
    }
}

fn locked(target: &Path) -> (Option<Lock>, Option<String>) {
    match lock(target) {
        Locking::Held(lock) => (Some(lock), None),
        Locking::Impossible => (None, None),
        Locking::Elsewhere(holder) => (None, Some(in_use(holder))),
    }
}

/// Why a file is not written that somebody else has open.
fn in_use(holder: Option<String>) -> String {
    let who = holder.map_or_else(String::new, |who| format!(" ({who})"));
    format!("it is open in another window{who}")
}
