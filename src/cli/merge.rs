//! `countercheck merge`: two people's copies of a project become one. Fit to be a git merge driver:
//! `git config merge.countercheck.driver "countercheck merge %O %A %B --to %A"`.

use std::path::Path;

use super::{CliError, Outcome, clock, tell};
use crate::project::Session;

/// Merges the projects at `ours` and `theirs` over their common ancestor and saves the outcome at `to`.
pub(super) fn run(base: &Path, ours: &Path, theirs: &Path, to: &Path) -> Result<Outcome, CliError> {
    let base = Session::open_read_only(base)?;
    let theirs = Session::open_read_only(theirs)?;
    let bytes = std::fs::read(ours).map_err(|because| CliError::Unreadable {
        path: ours.to_owned(),
        because,
    })?;
    let mut merged = Session::of_bytes(&bytes, ours)?;
    let conflicts = merged.merge(base.project(), &theirs, clock::stamp(None))?;
    merged.save_over(to)?;
    for conflict in &conflicts {
        tell(&format!("to decide: {conflict}"));
    }
    Ok(if conflicts.is_empty() {
        Outcome::Fine
    } else {
        Outcome::Conflicts
    })
}
