//! One writer at a time: a lock on a file beside the project, gone when the program is, however it ends.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::save::beside;

/// The right to write a project; given back when dropped.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
    path: PathBuf,
}

/// What came of asking for the lock.
#[derive(Debug)]
pub(super) enum Locking {
    /// Here it is.
    Held(Lock),
    /// Somebody else has it; who, as far as is known.
    Elsewhere(Option<String>),
    /// The folder or the disk has no locks.
    Impossible,
}

/// Asks for the lock of the project at `path`.
pub(super) fn lock(path: &Path) -> Locking {
    let path = beside(path, "lock");
    // A lock file that its holder removes while we open it is not the one others will see: ask again.
    for _ in 0..8 {
        let Ok(mut file) = open(&path) else {
            return Locking::Impossible;
        };
        match file.try_lock() {
            Ok(()) if is_at(&file, &path) => {
                // For the message others get; the lock holds without it.
                drop(file.set_len(0));
                drop(write!(file, "process {}", std::process::id()));
                return Locking::Held(Lock { file, path });
            }
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                let mut holder = String::new();
                let known = file.read_to_string(&mut holder).is_ok() && !holder.is_empty();
                return Locking::Elsewhere(known.then_some(holder));
            }
            Err(TryLockError::Error(_)) => return Locking::Impossible,
        }
    }
    Locking::Elsewhere(None)
}

fn open(path: &Path) -> io::Result<File> {
    OpenOptions::new()
        .read(true)
        .write(true)
        .create(true)
        .truncate(false)
        .open(path)
}

/// Whether the open file is the one at `path`.
fn is_at(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let same = |a: &fs::Metadata, b: &fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
        matches!((file.metadata(), fs::metadata(path)), (Ok(a), Ok(b)) if same(&a, &b))
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        path.exists()
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Left behind, it is only a stray file: the system has given the lock back.
        drop(fs::remove_file(&self.path));
        drop(self.file.unlock());
    }
}
