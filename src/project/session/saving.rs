//! A session and its file.

use std::path::Path;
use std::sync::{Arc, OnceLock};

use super::{Change, Done, Event, Session, next_number};
use crate::claim::ClaimId;
use crate::project::Project;
use crate::project::file::{self, Backup, Encoded, FileError, Loaded, Notice, Place};

impl Session {
    /// Opens the project at `path`. While another window has it open, it can only be read here: see
    /// [`read_only`](Self::read_only).
    pub fn open(path: &Path) -> Result<Self, FileError> {
        let (loaded, place) = file::open(path, true)?;
        let mut session = Self::of_loaded(loaded, Some(place));
        if session.read_only().is_none() {
            session.find_recovery();
        }
        Ok(session)
    }

    /// Opens the project at `path` to be read, whoever else has it open, and leaves no trace beside it.
    pub fn open_read_only(path: &Path) -> Result<Self, FileError> {
        let (loaded, place) = file::open(path, false)?;
        Ok(Self::of_loaded(loaded, Some(place)))
    }

    /// The session of a file's content; `path` is for messages. It has no file yet.
    pub fn of_bytes(bytes: &[u8], path: &Path) -> Result<Self, FileError> {
        Ok(Self::of_loaded(file::read(bytes, path)?, None))
    }

    /// The file's content as it would be saved now.
    pub fn to_text(&self) -> Result<String, FileError> {
        Ok(self.content()?.pieces.concat())
    }

    fn content(&self) -> Result<Encoded, FileError> {
        file::content_of(&self.project, &self.start, &self.log)
    }

    /// Saves the project at `path`, which becomes its file. After a failure the old file is as it was and the session
    /// still dirty.
    pub fn save(&mut self, path: &Path) -> Result<(), FileError> {
        let same = self.place.as_ref().filter(|place| place.is(path));
        same.map_or(Ok(()), Place::hindrance)?;
        if same.is_some_and(|_| path.exists()) && !self.is_dirty() {
            return Ok(());
        }
        self.save_over(path)
    }

    /// Saves the project at `path` even if somebody else has written or removed the file since it was opened.
    pub fn save_over(&mut self, path: &Path) -> Result<(), FileError> {
        let content = self.content()?;
        if let Some(place) = self.place.as_mut().filter(|place| place.is(path)) {
            place.write(&content, Backup::Kept)?;
        } else {
            let mut place = Place::fresh(path)?;
            place.write(&content, Backup::Kept)?;
            self.place = Some(place);
        }
        self.saved_events = self.log.len();
        self.saved = Arc::clone(&self.project);
        self.journal_saved();
        Ok(())
    }

    /// Writes the project at `path`; the session's own file stays what it was. A backup of what was there is kept, unless
    /// the file `holds` it, in its history: so with the outcome of a merge.
    pub fn save_outcome(&self, path: &Path, holds: bool) -> Result<(), FileError> {
        let backup = if holds { Backup::None } else { Backup::Kept };
        Place::fresh(path)?.write(&self.content()?, backup)
    }

    /// The file of this session; `None` before the first save.
    pub fn path(&self) -> Option<&Path> {
        self.place.as_ref().map(Place::path)
    }

    /// Why the project can only be read here; `None` where it can be saved.
    pub fn read_only(&self) -> Option<&str> {
        self.place.as_ref().and_then(Place::read_only)
    }

    /// Whether another program has written the file since it was opened or saved.
    pub fn changed_on_disk(&self) -> bool {
        self.place.as_ref().is_some_and(Place::changed_on_disk)
    }

    /// What was odd about the file when it was opened.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Claims whose words no longer stand in their article, to be placed again or rejected.
    pub fn lost_anchors(&self) -> Vec<ClaimId> {
        self.project.lost_anchors()
    }

    fn of_loaded(loaded: Loaded, place: Option<Place>) -> Self {
        let project = Arc::new(loaded.project);
        let mut session = Self {
            crosscheck: OnceLock::new(),
            earlier: Arc::default(),
            start: Arc::new(loaded.start),
            done: Vec::new(),
            undone: Vec::new(),
            revision: 0,
            saved_events: loaded.log.len(),
            saved: Arc::clone(&project),
            log: loaded.log,
            place,
            notices: loaded.notices,
            journal: None,
            journal_from: 0,
            journal_folder: None,
            journal_trouble: None,
            recovery: None,
            number: next_number(),
            project,
        };
        let makes_sense = session.find_done()
            && !loaded.gaps
            && (loaded.intact || session.take_over_outside_changes().is_some());
        if !makes_sense {
            session.done.clear();
            session.undone.clear();
            session.note_changed_texts();
            session.notices.push(Notice::HistoryBroken);
        }
        session
    }

    /// Finds out from the log which changes are in effect; says whether the log makes sense.
    fn find_done(&mut self) -> bool {
        for (event, Event { change, .. }) in self.log.iter().enumerate() {
            match change {
                Change::Did(_) => {
                    self.undone.clear();
                    self.done.push(Done {
                        event,
                        before: None,
                    });
                }
                Change::Undid => match self.done.pop() {
                    Some(done) => self.undone.push(done.event),
                    None => return false,
                },
                Change::Redid => match self.undone.pop() {
                    Some(event) => self.done.push(Done {
                        event,
                        before: None,
                    }),
                    None => return false,
                },
                Change::Because { event: of, .. } if *of >= event => return false,
                Change::Elsewhere | Change::Because { .. } => {}
            }
        }
        true
    }

    /// Rebuilds the project from its start through the first `steps` changes in effect, and remembers it before each;
    /// `None` where a change no longer fits.
    pub(in crate::project) fn replay(&mut self, steps: usize) -> Option<Arc<Project>> {
        let mut project = Arc::clone(&self.start);
        let mut before = Vec::new();
        for done in self.done.iter().take(steps) {
            let next = self.command_of(done.event)?.apply(&project).ok()?;
            before.push(std::mem::replace(&mut project, Arc::new(next)));
        }
        for (done, before) in self.done.iter_mut().zip(before) {
            done.before = Some(before);
        }
        Some(project)
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::project::samples::{by_ana, session, verdict};
    use crate::project::{Command, Status, Subject};

    fn judge(rating: &str) -> Command {
        Command::SetVerdict {
            claims: vec![ClaimId(1), ClaimId(3)],
            verdict: Some(verdict(rating, "the port's log")),
        }
    }

    #[test]
    fn a_project_is_saved_reopened_and_undone_to_its_beginning() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ferries.ron");
        let mut session = session();
        session.apply(judge("confirmed"), by_ana()).expect("fits");
        session.undo(by_ana());
        session.apply(judge("disputed"), by_ana()).expect("fits");
        assert!(session.is_dirty());
        session.save(&path).expect("saved");
        assert!(!session.is_dirty());
        let written = fs::read_to_string(&path).expect("there");
        let project = Arc::clone(session.project());
        drop(session);

        let mut session = Session::open(&path).expect("opens");
        assert_eq!(session.notices(), []);
        assert_eq!(session.project(), &project);
        assert_eq!(session.to_text().expect("written"), written);
        assert_eq!(session.undo_label(), Some("Judge 2 claims: disputed"));
        let mut steps = 0;
        while session.undo(by_ana()) {
            steps += 1;
        }
        assert_eq!(steps, 3, "two articles and a verdict");
        assert_eq!(**session.project(), Project::new("Crossing"));
        while session.redo(by_ana()) {}
        assert_eq!(session.project(), &project);
    }

    #[test]
    fn a_second_window_can_only_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ferries.ron");
        let mut first = session();
        first.save(&path).expect("saved");
        let mut second = Session::open(&path).expect("opens");
        assert!(
            second
                .read_only()
                .is_some_and(|why| why.contains("another window"))
        );
        second.apply(judge("wrong"), by_ana()).expect("fits");
        assert!(matches!(second.save(&path), Err(FileError::Locked { .. })));
        let elsewhere = folder.path().join("copy.ron");
        second.save(&elsewhere).expect("another name is free");
        drop(first);
        let third = Session::open(&path).expect("opens");
        assert_eq!(third.read_only(), None);
    }

    #[test]
    fn a_change_on_disk_is_noticed_before_it_is_overwritten() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ferries.ron");
        let mut session = session();
        session.save(&path).expect("saved");
        let theirs = fs::read_to_string(&path)
            .expect("there")
            .replace("Harbour fills", "Harbour empties");
        fs::write(&path, &theirs).expect("written");
        session.apply(judge("wrong"), by_ana()).expect("fits");
        assert!(matches!(
            session.save(&path),
            Err(FileError::ChangedOnDisk { .. })
        ));
        assert!(session.is_dirty());
        assert_eq!(fs::read_to_string(&path).expect("there"), theirs);
        session.save_over(&path).expect("asked for");
        let backup = folder.path().join("ferries.ron.bak");
        assert_eq!(fs::read_to_string(backup).expect("kept"), theirs);
    }

    #[test]
    fn what_was_changed_by_hand_is_said_logged_and_can_be_undone() {
        let session = session();
        let before = Arc::clone(session.project());
        let text = session.to_text().expect("written");
        let by_hand = text.replacen("title: \"Harbour fills\"", "title: \"Harbour empties\"", 1);
        let mut session = Session::of_bytes(by_hand.as_bytes(), Path::new("x.ron")).expect("sound");
        assert_eq!(session.notices(), [Notice::ChangedOutside]);
        assert!(session.is_dirty());
        assert_eq!(
            session.undo_label(),
            Some("Changes made outside Countercheck")
        );
        assert!(session.undo(by_ana()));
        assert_eq!(session.project(), &before);
    }

    #[test]
    fn a_text_edited_outside_keeps_what_can_be_placed_and_lists_the_rest() {
        let text = session().to_text().expect("written");
        let by_hand = text
            .replace("By dusk 12 ferries", "Shortly before dusk 12 ferries")
            .replace("counted 14 ferries on", "counted a few ferries on");
        let session = Session::of_bytes(by_hand.as_bytes(), Path::new("x.ron")).expect("sound");
        assert_eq!(session.lost_anchors(), [ClaimId(3)]);
        assert!(session.notices().contains(&Notice::Lost(ClaimId(3))));
        assert!(session.notices().contains(&Notice::Moved(ClaimId(1))));
        let claim = session.project().claims.get(&ClaimId(1)).expect("there");
        assert_eq!(claim.anchor.span.start(), "Shortly before dusk ".len());
    }

    #[test]
    fn what_is_no_project_is_refused_in_words() {
        let refusal = |bytes: &[u8]| {
            Session::of_bytes(bytes, Path::new("talks.ron"))
                .expect_err("no project")
                .to_string()
        };
        assert!(refusal(b"(version: 99, title").contains("version 99"));
        assert!(refusal(b"Dear diary").contains("not a Countercheck project"));
        assert!(refusal(b"\xff\xfe\x00").contains("line 1, column 1"));
        let text = session().to_text().expect("written");
        let cut = text.get(..text.len() / 2).expect("ASCII");
        assert!(refusal(cut.as_bytes()).contains("damaged at line"));
        let unknown = text.replace("    next_claim", "    colour: 3,\n    next_claim");
        let refused = refusal(unknown.as_bytes());
        assert!(
            refused.contains("colour") && refused.contains("line"),
            "{refused}"
        );
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_and_permissions_kept() {
        use std::os::unix::fs::{PermissionsExt as _, symlink};
        let folder = tempfile::tempdir().expect("a folder");
        let (path, link) = (folder.path().join("a.ron"), folder.path().join("link.ron"));
        let mut session = session();
        session.save(&path).expect("saved");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("set");
        symlink("a.ron", &link).expect("linked");
        let note = Command::AddNote {
            subject: Subject::Project,
            text: "call the port".to_owned(),
            by: "Ana".to_owned(),
            at: "2026-01-05".to_owned(),
        };
        session.apply(note, by_ana()).expect("fits");
        session.save(&link).expect("saved");
        assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
        let mode = fs::metadata(&path).expect("there").permissions().mode();
        assert_eq!(mode & 0o777, 0o640);
        assert_eq!(session.project().status(ClaimId(1)), Status::Unchecked);
        let names: Vec<_> = fs::read_dir(folder.path())
            .expect("there")
            .map(|entry| entry.expect("there").file_name())
            .collect();
        assert_eq!(names.len(), 4, "file, link, backup and lock: {names:?}");
    }
}
