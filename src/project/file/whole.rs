//! Writing a file that is no project: a report, a table. It is whole or not there at all.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use thiserror::Error;

use super::{holds_project, plainly};

/// Why a file was not written. What was there is still there.
#[derive(Debug, Error)]
pub enum WriteError {
    /// A project is there.
    #[error("“{}” holds a project, which this would destroy; choose another name", path.display())]
    HoldsProject {
        /// The project.
        path: PathBuf,
    },
    /// It did not go.
    #[error(
        "cannot write “{}”: {}; choose a folder you may write to, with room left",
        path.display(),
        plainly(because)
    )]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// Why it failed.
        because: std::io::Error,
    },
}

/// Writes a file in place of what is there, but never over a project.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    if holds_project(path) {
        return Err(WriteError::HoldsProject {
            path: path.to_owned(),
        });
    }
    written(path, bytes).map_err(|because| WriteError::Unwritable {
        path: path.to_owned(),
        because,
    })
}

fn written(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file()) {
        // A pipe or a device is written to, never replaced by a file.
        return std::fs::write(path, bytes);
    }
    let mut file = atomic_write_file::AtomicWriteFile::open(path)?;
    file.write_all(bytes)?;
    file.commit()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_a_project_is_not() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("report.html");
        for words in ["one", "two"] {
            write_whole(&path, words.as_bytes()).expect("written");
            assert_eq!(std::fs::read_to_string(&path).expect("read"), words);
        }
        let project = folder.path().join("boats.ron");
        let text = crate::project::Session::new("Boats").to_text();
        std::fs::write(&project, text.expect("a text")).expect("written");
        let refused = write_whole(&project, b"x").expect_err("a project is there");
        assert!(refused.to_string().contains("holds a project"), "{refused}");
        let nowhere = folder.path().join("none").join("x.html");
        let refused = write_whole(&nowhere, b"x").expect_err("no such folder");
        assert!(refused.to_string().contains("choose a folder"), "{refused}");
    }
}
