//! The sample project, built into the program.

use std::path::Path;

use crate::project::{FileError, Session};

/// The sample as it lies in the folder of projects.
const SAMPLE: &str = include_str!("../../projects/the-week-of-the-call-up.ron");

/// An unsaved copy of it, or why it cannot be opened.
pub fn session() -> Result<Session, FileError> {
    Session::of_bytes(SAMPLE.as_bytes(), Path::new("the-week-of-the-call-up.ron"))
}
