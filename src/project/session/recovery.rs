//! What was not saved when the program last ended.

use std::path::{Path, PathBuf};

use super::{Change, Event, Session};
use crate::project::command::counted;
use crate::project::file::journal::{self, Contents};

/// Changes that were made and never saved.
#[derive(Debug)]
pub struct Recovery {
    pub(super) journal: PathBuf,
    pub(super) contents: Contents,
    /// Whether the project's file is still the one that these changes follow on.
    pub(super) fits: bool,
}

/// What came of a recovery.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Recovered {
    /// Changes that were made again.
    pub made: usize,
    /// Changes that no longer fit, with the reason; those after the first were not tried.
    pub refused: Vec<(String, String)>,
}

impl Recovery {
    /// Changes of projects that were never saved at all, from the folder given to
    /// [`Session::keep_journal_in`]; those of living sessions are left alone.
    pub fn in_folder(folder: &Path) -> Vec<Self> {
        journal::all_in(folder)
            .into_iter()
            .filter_map(|journal| {
                let contents = journal::read(&journal)?;
                // That of a project with a file is offered when the file is opened.
                contents.heading.file.is_none().then_some(Self {
                    contents,
                    fits: true,
                    journal,
                })
            })
            .collect()
    }

    /// The changes, oldest first.
    pub fn events(&self) -> &[Event] {
        &self.contents.events
    }

    /// Name of the project.
    pub fn title(&self) -> &str {
        &self.contents.heading.title
    }

    /// Whether the project's file is still the one that these changes follow on. Where it is not, some may be refused.
    pub fn fits(&self) -> bool {
        self.fits
    }

    /// What there is to recover, in a sentence.
    pub fn summary(&self) -> String {
        let events = self.events();
        let changes = counted(events.len(), "change");
        let latest = events.last().map_or_else(String::new, |event| {
            let Event { stamp, label, .. } = event;
            format!(", the latest “{label}” by {} at {}", stamp.by, stamp.at)
        });
        let caution = if self.fits {
            ""
        } else {
            "; the file has been changed since, so some may not fit any more"
        };
        format!(
            "“{}” has {changes} not saved{latest}{caution}",
            self.title()
        )
    }

    /// Forgets the changes for good.
    pub fn discard(self) -> std::io::Result<()> {
        journal::remove(&self.journal)
    }
}

impl Session {
    /// What was not saved when this project was last worked on. It stays until it is
    /// [recovered](Self::recover), [discarded](Recovery::discard), or the project saved.
    pub fn recovery(&self) -> Option<&Recovery> {
        self.recovery.as_ref()
    }

    /// Makes the changes again that were not saved. They are journalled anew and still to be saved.
    pub fn recover(&mut self) -> Recovered {
        let Some(recovery) = self.recovery.take() else {
            return Recovered::default();
        };
        let old = journal::set_aside(&recovery.journal);
        let recovered = self.repeat(&recovery.contents.events);
        if recovered.refused.is_empty()
            && self.journal_trouble.is_none()
            && let Some(old) = old
        {
            // Left behind, it is only a stray file.
            drop(journal::remove(&old));
        }
        recovered
    }

    /// Forgets the changes that were not saved.
    pub fn discard_recovery(&mut self) -> std::io::Result<()> {
        self.recovery.take().map_or(Ok(()), Recovery::discard)
    }

    /// A session on a project that was never saved, as its journal has it.
    pub fn recovered(recovery: Recovery, folder: &Path) -> (Self, Recovered) {
        let mut session = Self::new(recovery.title());
        session.keep_journal_in(folder);
        let recovered = session.repeat(&recovery.contents.events);
        if recovered.refused.is_empty() && session.journal_trouble.is_none() {
            drop(recovery.discard());
        }
        (session, recovered)
    }

    fn repeat(&mut self, events: &[Event]) -> Recovered {
        let mut recovered = Recovered::default();
        for (at, event) in events.iter().enumerate() {
            let stamp = event.stamp.clone();
            let done = match &event.change {
                Change::Did(command) => self
                    .apply((**command).clone(), stamp)
                    .map_err(|refusal| refusal.to_string()),
                Change::Undid if self.undo(stamp.clone()) => Ok(()),
                Change::Redid if self.redo(stamp) => Ok(()),
                Change::Undid | Change::Redid => Err("there is nothing to undo or redo".to_owned()),
                Change::Elsewhere => Ok(()),
            };
            if let Err(reason) = done {
                let rest = events.iter().skip(at + 1);
                let untried = rest.map(|event| (event.label.clone(), "not tried".to_owned()));
                recovered.refused = std::iter::once((event.label.clone(), reason))
                    .chain(untried)
                    .collect();
                break;
            }
            recovered.made += 1;
        }
        recovered
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::claim::ClaimId;
    use crate::project::file::journal::journal_of;
    use crate::project::samples::{by_ana, session};
    use crate::project::{Command, Status};

    fn set(status: Status) -> Command {
        Command::SetStatus {
            claims: vec![ClaimId(2)],
            status,
        }
    }

    /// A session that ends without a word, as by a power cut: its journal stays, its locks are gone.
    fn crash(session: Session) {
        drop(session);
    }

    /// A session whose project is saved at `path`, and changed since.
    fn changed_since_saved(path: &Path, since: &[Status]) -> Session {
        let mut session = session();
        session.save(path).expect("saved");
        for status in since {
            session.apply(set(*status), by_ana()).expect("fits");
        }
        session
    }

    #[test]
    fn what_was_not_saved_is_offered_and_recovered() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ferries.ron");
        let mut first = changed_since_saved(&path, &[Status::InProgress, Status::Rejected]);
        first.undo(by_ana());
        let lost = first.project().clone();
        crash(first);

        let mut second = Session::open(&path).expect("opens");
        assert_eq!(second.project().status(ClaimId(2)), Status::Unchecked);
        let offer = second.recovery().expect("offered");
        assert!(offer.fits());
        assert_eq!(
            offer.summary(),
            "“Crossing” has 3 changes not saved, the latest “Undo: Reject 1 claim” by Ana at 2026-01-05T10:00:00+01:00"
        );
        let recovered = second.recover();
        assert_eq!((recovered.made, recovered.refused), (3, Vec::new()));
        assert_eq!(second.project(), &lost);
        assert!(second.is_dirty());
        crash(second);

        let mut third = Session::open(&path).expect("opens");
        third.recover();
        assert_eq!(third.project(), &lost, "crashed twice, lost nothing");
        third.save(&path).expect("saved");
        drop(third);
        let fourth = Session::open(&path).expect("opens");
        assert!(fourth.recovery().is_none());
        assert!(!journal_of(&path).exists());
    }

    #[test]
    fn a_journal_cut_off_in_its_last_line_gives_the_lines_before() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ferries.ron");
        crash(changed_since_saved(
            &path,
            &[Status::InProgress, Status::Rejected],
        ));
        let whole = fs::read(journal_of(&path)).expect("there");
        for length in 0..whole.len() {
            fs::write(journal_of(&path), whole.get(..length).expect("shorter")).expect("written");
            let session = Session::open(&path).expect("opens");
            let offered = session.recovery().map_or(0, |offer| offer.events().len());
            let lines = whole
                .iter()
                .take(length)
                .filter(|byte| **byte == b'\n')
                .count();
            assert_eq!(offered, lines.saturating_sub(1));
        }
    }

    #[test]
    fn a_project_never_saved_is_recovered_from_the_folder_of_journals() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut first = Session::new("Crossing");
        first.keep_journal_in(folder.path());
        for command in crate::project::samples::project_commands() {
            first.apply(command, by_ana()).expect("fits");
        }
        assert_eq!(
            Recovery::in_folder(folder.path()).len(),
            0,
            "it is still alive"
        );
        let lost = first.project().clone();
        crash(first);
        let offer = Recovery::in_folder(folder.path()).pop().expect("offered");
        let (second, recovered) = Session::recovered(offer, folder.path());
        assert_eq!(recovered.made, 2);
        assert_eq!(second.project(), &lost);
        second.abandon();
        assert!(Recovery::in_folder(folder.path()).is_empty());
    }

    #[test]
    fn changes_neither_recovered_nor_discarded_are_kept_aside() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ferries.ron");
        crash(changed_since_saved(&path, &[Status::Rejected]));
        let mut second = Session::open(&path).expect("opens");
        second
            .apply(set(Status::InProgress), by_ana())
            .expect("fits");
        second.save(&path).expect("saved");
        let aside = journal_of(&path).with_extension("journal-1");
        assert!(
            fs::read_to_string(aside)
                .expect("kept")
                .contains("Reject 1 claim")
        );
    }

    #[test]
    fn where_the_folder_takes_no_journal_it_is_kept_and_found_elsewhere() {
        let desk = tempfile::tempdir().expect("a folder");
        let path = desk.path().join("ferries.ron");
        let state = desk.path().join("state");
        let mut first = session();
        first.save(&path).expect("saved");
        first.keep_journal_in(&state);
        // Nothing can be written under this name any more.
        fs::create_dir(journal_of(&path)).expect("made");
        first.apply(set(Status::Rejected), by_ana()).expect("fits");
        assert_eq!(first.journal_trouble(), None);
        let lost = first.project().clone();
        crash(first);
        assert!(
            Recovery::in_folder(&state).is_empty(),
            "offered with its file"
        );
        let mut second = Session::open(&path).expect("opens");
        assert!(second.recovery().is_none(), "not beside the file");
        second.keep_journal_in(&state);
        assert_eq!(second.recovery().map(|offer| offer.events().len()), Some(1));
        second.recover();
        assert_eq!(second.project(), &lost);
    }

    #[test]
    fn an_unsaved_copy_of_a_file_is_recovered_whole() {
        let state = tempfile::tempdir().expect("a folder");
        let file = session().to_text().expect("written");
        let mut copy = Session::of_bytes(file.as_bytes(), Path::new("sample.ron")).expect("sound");
        copy.keep_journal_in(state.path());
        copy.apply(set(Status::Rejected), by_ana()).expect("fits");
        let lost = copy.project().clone();
        crash(copy);
        let mut left = Recovery::in_folder(state.path());
        let (again, recovered) = Session::recovered(left.remove(0), state.path());
        assert!(recovered.refused.is_empty(), "{:?}", recovered.refused);
        assert_eq!(again.project(), &lost);
    }

    #[test]
    fn what_a_save_took_in_before_the_end_is_not_done_twice() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ferries.ron");
        let mut first = changed_since_saved(&path, &[Status::InProgress]);
        let task = first
            .begin_save(&path, false)
            .expect("begun")
            .expect("to save");
        first.apply(set(Status::Rejected), by_ana()).expect("fits");
        let journal = fs::read(journal_of(&path)).expect("there");
        // The file is written, and the end comes before the session hears of it.
        drop(task.run());
        crash(first);
        fs::write(journal_of(&path), journal).expect("as it was");
        let mut second = Session::open(&path).expect("opens");
        let offer = second.recovery().expect("offered");
        assert!(offer.fits());
        assert_eq!(offer.events().len(), 1, "the first is in the file");
        second.recover();
        assert_eq!(second.project().status(ClaimId(2)), Status::Rejected);
    }
}
