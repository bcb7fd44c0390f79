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
    std::path::absolute(&target).unwrap_or(target)
}

/// Puts `bytes` in the place of the file at `path`, which keeps its permissions; the old file becomes the backup.
///
/// Whatever fails, and wherever the power is cut, `path` holds the old file or the new one, whole.
pub(super) fn replace(disk: &impl Disk, path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let saving = beside(path, "saving");
    let done = steps(disk, path, &saving, bytes).map_err(|(attempt, cause)| {
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
    bytes: &[u8],
) -> Result<(), (&'static str, std::io::Error)> {
    disk.remove(saving)
        .and_then(|()| disk.write_new(saving, bytes))
        .map_err(|cause| ("writing a new file beside it", cause))?;
    if path.exists() {
        disk.copy_permissions(path, saving)
            .map_err(|cause| ("keeping its permissions", cause))?;
        let keeping = beside(path, "keeping");
        disk.remove(&keeping)
            .and_then(|()| disk.link_or_copy(path, &keeping))
            .and_then(|()| disk.rename(&keeping, &backup_of(path)))
            .map_err(|cause| ("keeping the old file as a backup", cause))?;
    }
    disk.rename(saving, path)
        .map_err(|cause| ("putting the new file in its place", cause))
}

fn folder_of(path: &Path) -> &Path {
    path.parent()
        .filter(|folder| !folder.as_os_str().is_empty())
        .unwrap_or(Path::new("."))
}
