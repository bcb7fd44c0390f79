//! The few things a save does to a disk, one by one, so that each can be made to fail in a test.

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

/// A disk.
pub(super) trait Disk {
    /// Writes a new file of pieces that follow on each other, down to the device.
    fn write_new(&self, path: &Path, pieces: &[String]) -> io::Result<()>;
    /// Gives `to` the permissions of `from`, and its owner and group as far as may be.
    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives the file a second name, or copies it where the disk has no second names.
    fn link_or_copy(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Renames a file over another in one step.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Brings the names in a folder down to the device.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
    /// Removes a file if it is there.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// The disk of this machine.
pub(super) struct LocalDisk;

impl Disk for LocalDisk {
    fn write_new(&self, path: &Path, pieces: &[String]) -> io::Result<()> {
        let mut file = File::create_new(path)?;
        for piece in pieces {
            file.write_all(piece.as_bytes())?;
        }
        file.sync_all()
    }

    fn copy_permissions(&self, from: &Path, to: &Path) -> io::Result<()> {
        let old = fs::metadata(from)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt as _, chown};
            let new = fs::metadata(to)?;
            if (old.uid(), old.gid()) != (new.uid(), new.gid()) {
                // Only its group can be kept by somebody else than its owner, and not always that.
                drop(
                    chown(to, Some(old.uid()), Some(old.gid()))
                        .or_else(|_| chown(to, None, Some(old.gid()))),
                );
            }
        }
        fs::set_permissions(to, old.permissions())
    }

    fn link_or_copy(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to).or_else(|_| fs::copy(from, to).map(|_| ()))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        if cfg!(unix) {
            File::open(folder)?.sync_all()
        } else {
            Ok(())
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        match fs::remove_file(path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
            other => other,
        }
    }
}
