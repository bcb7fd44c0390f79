//! Saving away from the window, while changes go on.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::{Event, Session};
use crate::project::Project;
use crate::project::file::{self, Backup, FileError, Place};

/// A save to be done away from the window: [`run`](Self::run) it on another thread, then bring it to
/// [`Session::end_save`].
#[derive(Debug)]
pub struct SaveTask {
    /// The session that began it.
    number: usize,
    project: Arc<Project>,
    start: Arc<Project>,
    log: Vec<Event>,
    place: Option<Place>,
    path: PathBuf,
    outcome: Option<Result<(), FileError>>,
}

impl SaveTask {
    /// Writes the file.
    #[must_use = "the session is to hear of it"]
    pub fn run(mut self) -> Self {
        self.outcome = Some(self.write());
        self
    }

    fn write(&mut self) -> Result<(), FileError> {
        let content = file::content_of(&self.project, &self.start, &self.log)?;
        if let Some(place) = self.place.as_mut().filter(|place| place.is(&self.path)) {
            return place.write(&content, Backup::Kept);
        }
        let mut place = Place::fresh(&self.path)?;
        place.write(&content, Backup::Kept)?;
        self.place = Some(place);
        Ok(())
    }
}

impl Session {
    /// Begins to save the project as it is now at `path`; `over` what somebody else has written there since. `None`
    /// where there is nothing to save. Changes can be made meanwhile.
    pub fn begin_save(&mut self, path: &Path, over: bool) -> Result<Option<SaveTask>, FileError> {
        let same = self.place.as_ref().filter(|place| place.is(path));
        if !over {
            same.map_or(Ok(()), Place::hindrance)?;
        }
        if !over && same.is_some_and(|_| path.exists()) && !self.is_dirty() {
            return Ok(None);
        }
        Ok(Some(SaveTask {
            number: self.number,
            project: Arc::clone(&self.project),
            start: Arc::clone(&self.start),
            log: self.log.clone(),
            place: self.place.take(),
            path: path.to_owned(),
            outcome: None,
        }))
    }

    /// Takes note of a save that has run; `None` where another session began it.
    pub fn end_save(&mut self, task: SaveTask) -> Option<Result<(), FileError>> {
        if task.number != self.number {
            return None;
        }
        self.place = task.place;
        let outcome = task.outcome?;
        if outcome.is_ok() {
            self.saved_events = task.log.len();
            self.saved = task.project;
            self.journal_saved();
            if self.is_dirty() {
                self.journal_latest();
            }
        }
        Some(outcome)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::ClaimId;
    use crate::project::samples::{by_ana, session};
    use crate::project::{Command, Status};

    fn set_aside(claim: u32) -> Command {
        Command::SetStatus {
            claims: vec![ClaimId(claim)],
            status: Status::Rejected,
        }
    }

    #[test]
    fn what_is_changed_while_the_project_is_saved_is_still_to_be_saved() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ferries.ron");
        let mut session = session();
        let task = session.begin_save(&path, false).expect("begun");
        session.apply(set_aside(1), by_ana()).expect("fits");
        let done = task.expect("there is something to save").run();
        session.end_save(done).expect("its own").expect("saved");
        assert!(session.is_dirty());
        let saved = Session::open_read_only(&path).expect("opens");
        assert_eq!(saved.project().status(ClaimId(1)), Status::Unchecked);
        session.save(&path).expect("saved");
        assert!(session.begin_save(&path, false).expect("begun").is_none());
    }

    #[test]
    fn a_save_of_another_session_is_not_taken_for_ones_own() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut old = session();
        let task = old.begin_save(&folder.path().join("a.ron"), false);
        let done = task.expect("begun").expect("to save").run();
        let mut new = session();
        assert!(new.end_save(done).is_none());
        assert!(new.is_dirty());
    }
}
