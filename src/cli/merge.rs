//! `countercheck merge`: two people's copies of a project become one. Fit to be a git merge driver:
//! `git config merge.countercheck.driver "countercheck merge %O %A %B --to %A"`.

use std::path::Path;

use super::{CliError, Outcome, clock, tell};
use crate::project::Session;

/// Merges the projects at `ours` and `theirs` over their common ancestor and saves the outcome at `to`.
pub(super) fn run(
    base: &Path,
    ours: &Path,
    theirs: &Path,
    to: &Path,
    by: Option<&str>,
) -> Result<Outcome, CliError> {
    let base = read(base)?;
    let theirs = read(theirs)?;
    let mut merged = read(ours)?;
    let conflicts = merged.merge(base.project(), &theirs, clock::stamp(by))?;
    // What was in our copy is in the outcome and its history; another file that it takes the place of is kept.
    let replaces_ours = match (ours.canonicalize(), to.canonicalize()) {
        (Ok(ours), Ok(to)) => ours == to,
        _ => false,
    };
    merged.save_outcome(to, replaces_ours)?;
    for conflict in &conflicts {
        tell(&format!("to decide: {conflict}"));
    }
    Ok(if conflicts.is_empty() {
        Outcome::Fine
    } else {
        Outcome::Conflicts
    })
}

/// The project at `path`; an empty one where the file is empty: so git gives the ancestor of what both added.
fn read(path: &Path) -> Result<Session, CliError> {
    let bytes = std::fs::read(path).map_err(|because| CliError::Unreadable {
        path: path.to_owned(),
        because,
    })?;
    if bytes.is_empty() {
        return Ok(Session::new(""));
    }
    Ok(Session::of_bytes(&bytes, path)?)
}
