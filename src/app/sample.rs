//! The sample project, built into the program.

use crate::project::Session;

/// An unsaved copy of it, or why it cannot be opened.
pub fn session() -> Result<Session, String> {
    todo!()
}
