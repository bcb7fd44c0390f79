//! A save that is whole or not at all: written beside, brought down to the device, renamed over the old file.

use std::path::{Path, PathBuf};

use super::FileError;
use super::disk::Disk;

/// A file beside `path` whose name says what it is for: ".talks.ron.lock" beside "talks.ron".
pub(super) fn beside(path: &Path, purpose: &str) -> PathBuf {
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    path.with_file_name(format!(".{name}.{purpose}"))
}

/// Where the version before the last save is kept: "talks.ron.bak" beside "talks.ron".
pub(super) fn backup_of(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".bak");
    path.with_file_name(name)
}

/// The file that `path` leads to, over symbolic links, whether or not it is there yet.
pub(super) fn followed(path: &Path) -> PathBuf {
    let mut target = path.to_owned();
    // As many links as Linux follows.
    for _ in 0..40 {
        match std::fs::read_link(&target) {
            Ok(next) => target = target.parent().unwrap_or(Path::new("")).join(next),
            Err(_) => break,
        }
    }
    let target = std::path::absolute(&target).unwrap_or(target);
    // A folder may be a link, too: two ways to one file are one place.
    let folder = target
        .parent()
        .and_then(|folder| folder.canonicalize().ok());
    match (folder, target.file_name()) {
        (Some(folder), Some(name)) => folder.join(name),
        _ => target,
    }
}

/// What becomes of the old file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::project) enum Backup {
    /// It is kept under another name.
    Kept,
    /// It is not kept: what it held is in the new one.
    None,
}

/// Puts a file of `pieces` in the place of the file at `path`, which keeps its permissions; the old file becomes the backup, if it
/// is to be kept.
///
/// Whatever fails, and wherever the power is cut, `path` holds the old file or the new one, whole.
pub(super) fn replace(
    disk: &impl Disk,
    path: &Path,
    pieces: &[String],
    backup: Backup,
) -> Result<(), FileError> {
    let saving = beside(path, "saving");
    let done = steps(disk, path, &saving, pieces, backup).map_err(|(attempt, cause)| {
        // The file beside is of no use any more; that it cannot be removed changes nothing for the caller.
        drop(disk.remove(&saving));
        FileError::Unwritable {
            path: path.to_owned(),
            attempt,
            cause,
        }
    });
    if done.is_ok() {
        // Renamed already: a folder that cannot be synced is no reason to call the save failed.
        drop(disk.sync_folder(folder_of(path)));
    }
    done
}

fn steps(
    disk: &impl Disk,
    path: &Path,
    saving: &Path,
    pieces: &[String],
    backup: Backup,
) -> Result<(), (&'static str, std::io::Error)> {
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        let cause = std::io::Error::other("it is no file but a folder or a device");
        return Err(("writing over it", cause));
    }
    if is_write_protected(path) {
        let cause = std::io::Error::new(
            std::io::ErrorKind::PermissionDenied,
            "the file is write-protected",
        );
        return Err(("writing over it", cause));
    }
    disk.remove(saving)
        .and_then(|()| disk.write_new(saving, pieces))
        .map_err(|cause| ("writing a new file beside it", cause))?;
    if path.exists() {
        disk.copy_permissions(path, saving)
            .map_err(|cause| ("keeping its permissions", cause))?;
    }
    if path.exists() && backup == Backup::Kept {
        let keeping = beside(path, "keeping");
        disk.remove(&keeping)
            .and_then(|()| disk.link_or_copy(path, &keeping))
            .and_then(|()| disk.rename(&keeping, &backup_of(path)))
            .map_err(|cause| ("keeping the old file as a backup", cause))?;
    }
    disk.rename(saving, path)
        .map_err(|cause| ("putting the new file in its place", cause))
}

/// Whether nobody may write the file. To rename another over it would be possible, and against its owner's word.
fn is_write_protected(path: &Path) -> bool {
    std::fs::metadata(path).is_ok_and(|file| file.permissions().readonly())
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::fs;
    use std::io;

    use super::super::disk::LocalDisk;
    use super::*;
    use crate::claim::ClaimId;
    use crate::project::Command;
    use crate::project::samples::{by_ana, session, verdict};

    /// A disk whose power is cut after so many steps; a step is a byte written, a rename, a removal.
    struct FailingDisk {
        steps_left: Cell<usize>,
    }

    impl FailingDisk {
        fn step<T>(&self, act: impl FnOnce() -> io::Result<T>) -> io::Result<T> {
            let left = self.steps_left.get();
            if left == 0 {
                return Err(io::ErrorKind::StorageFull.into());
            }
            self.steps_left.set(left - 1);
            act()
        }
    }

    impl Disk for FailingDisk {
        fn write_new(&self, path: &Path, pieces: &[String]) -> io::Result<()> {
            let whole = pieces.concat();
            let written = whole.len().min(self.steps_left.get());
            // Not brought down to the device: thousands of times in a row, that takes minutes.
            fs::write(path, whole.as_bytes().get(..written).unwrap_or_default())?;
            self.steps_left.set(self.steps_left.get() - written);
            if written < whole.len() {
                return Err(io::ErrorKind::StorageFull.into());
            }
            Ok(())
        }

        fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.step(|| LocalDisk.copy_permissions(from, to))
        }

        fn link_or_copy(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.step(|| LocalDisk.link_or_copy(from, to))
        }

        fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.step(|| LocalDisk.rename(from, to))
        }

        fn sync_folder(&self, folder: &Path) -> io::Result<()> {
            self.step(|| LocalDisk.sync_folder(folder))
        }

        fn remove(&self, path: &Path) -> io::Result<()> {
            self.step(|| LocalDisk.remove(path))
        }
    }

    /// A small project before and after a judgement.
    fn two_versions() -> (Vec<String>, Vec<String>) {
        let mut session = session();
        let old = session.to_text().expect("written");
        let judge = Command::SetVerdict {
            claims: vec![ClaimId(1)],
            verdict: Some(verdict("confirmed", "the port's log")),
        };
        session.apply(judge, by_ana()).expect("fits");
        let new = session.to_text().expect("written");
        (vec![old], vec![new])
    }

    #[test]
    fn a_save_cut_off_at_any_byte_or_step_leaves_the_old_file_or_the_new_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("talks.ron");
        let (old, new) = two_versions();
        let (old_text, new_text) = (old.concat(), new.concat());
        fs::write(&path, &old_text).expect("written");
        let mut saved = false;
        for steps in 0..new_text.len() + 12 {
            let disk = FailingDisk {
                steps_left: Cell::new(steps),
            };
            let outcome = replace(&disk, &path, &new, Backup::Kept);
            let found = fs::read_to_string(&path).expect("always there");
            saved = outcome.is_ok();
            assert!(
                found == if saved { new_text.as_str() } else { &old_text },
                "{steps} steps: {found}"
            );
            if let Err(error) = outcome {
                assert!(error.to_string().contains("the disk is full"), "{error}");
            } else {
                let backup = fs::read_to_string(backup_of(&path)).expect("kept");
                assert_eq!(backup, old_text);
                fs::write(&path, &old_text).expect("written");
            }
        }
        assert!(saved, "with steps enough it is saved");
    }

    #[test]
    fn a_folder_that_is_gone_is_said() {
        let path = Path::new("/nowhere at all/talks.ron");
        let refused =
            replace(&LocalDisk, path, &["x".to_owned()], Backup::Kept).expect_err("no such folder");
        assert!(
            refused.to_string().contains("its folder is gone"),
            "{refused}"
        );
    }
}
