//! What was not saved when the program last ended, and the journal that keeps it.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Change, Event, Session};
use crate::project::VERSION;
use crate::project::command::counted;
use crate::project::file::journal::{self, Contents, Heading, Journal, journal_of};

/// Changes that were made and never saved.
#[derive(Debug)]
pub struct Recovery {
    journal: PathBuf,
    contents: Contents,
    /// Whether the project's file is still the one that these changes follow on.
    fits: bool,
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
        let Ok(entries) = fs::read_dir(folder) else {
            return Vec::new();
        };
        let mut journals: Vec<PathBuf> = entries
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|ending| ending == "journal"))
            .collect();
        journals.sort();
        journals
            .into_iter()
            .filter_map(|journal| {
                Some(Self {
                    contents: journal::read(&journal)?,
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
        fs::remove_file(&self.journal)
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
        let old = set_aside(&recovery.journal);
        let recovered = self.repeat(&recovery.contents.events);
        if recovered.refused.is_empty()
            && self.journal_trouble.is_none()
            && let Some(old) = old
        {
            // Left behind, it is only a stray file.
            drop(fs::remove_file(old));
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

    /// Says where to keep the journal while the project has no file, or where its folder cannot be written: a folder
    /// of the user's state, such as `~/.local/state/countercheck`.
    pub fn keep_journal_in(&mut self, folder: &Path) {
        self.journal_folder = Some(folder.to_owned());
    }

    /// Brings the journal down to the device, in the background: to be called every few seconds. What was done since
    /// is safe from the end of the program in any case, but not from a power cut.
    pub fn autosave(&mut self) {
        if let Some(journal) = &mut self.journal {
            journal.sync();
        }
    }

    /// Ends the session for good: what is not saved is forgotten.
    pub fn abandon(mut self) {
        self.journal_saved();
    }

    /// Why changes cannot be journalled; `None` while they are.
    pub fn journal_trouble(&self) -> Option<&str> {
        self.journal_trouble.as_deref()
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

    /// Looks for a journal that was left behind.
    pub(super) fn find_recovery(&mut self) {
        let Some(place) = &self.place else { return };
        let beside = journal_of(place.target());
        let kept = self
            .journal_folder
            .as_ref()
            .map(|f| in_folder(f, place.target()));
        let found = [Some(beside), kept]
            .into_iter()
            .flatten()
            .find_map(|path| Some((journal::read(&path)?, path)));
        let Some((mut contents, journal)) = found else {
            return;
        };
        let since = self.log.get(contents.heading.events..).unwrap_or_default();
        let same = |(a, b): (&Event, &Event)| a.stamp == b.stamp && a.label == b.label;
        if since.len() >= contents.events.len() && since.iter().zip(&contents.events).all(same) {
            // Saved, but the journal was not removed any more.
            drop(fs::remove_file(journal));
            return;
        }
        let saved = since.len();
        let part_saved = saved > 0 && since.iter().zip(&contents.events).all(same);
        if part_saved {
            // The end came between a save and word of it: the file holds the first of them already.
            contents.events.drain(..saved);
        }
        self.recovery = Some(Recovery {
            fits: part_saved
                || since.is_empty() && place.fingerprint() == Some(&contents.heading.follows),
            journal,
            contents,
        });
    }

    /// Adds the latest event to the journal.
    pub(super) fn journal_latest(&mut self) {
        if self.place.is_none() && self.journal_folder.is_none() || self.read_only().is_some() {
            return;
        }
        let done = match &mut self.journal {
            Some(journal) => self.log.last().map_or(Ok(()), |event| journal.add(event)),
            None => self.start_journal(),
        };
        self.journal_trouble = done.err().map(|cause| {
            format!("changes cannot be kept safe until they are saved: {cause}; save soon")
        });
    }

    /// All that the journal holds is in the file.
    pub(super) fn journal_saved(&mut self) {
        if let Some(journal) = self.journal.take() {
            journal.remove();
        }
        self.journal_trouble = None;
    }

    fn start_journal(&mut self) -> std::io::Result<()> {
        let target = self.place.as_ref().map(|place| place.target().to_owned());
        if let Some(recovery) = self.recovery.take() {
            // Neither recovered nor discarded: kept, under another name.
            set_aside(&recovery.journal);
        }
        let heading = Heading {
            version: VERSION,
            title: self.project.title.clone(),
            file: target.clone(),
            follows: self
                .place
                .as_ref()
                .and_then(|place| place.fingerprint().cloned())
                .unwrap_or_default(),
            events: self.saved_events,
        };
        let beside = target.as_deref().map(journal_of);
        let kept = self.journal_folder.as_ref().map(|folder| match &target {
            Some(target) => in_folder(folder, target),
            None => folder.join(format!(
                "unsaved-{}-{}.journal",
                std::process::id(),
                self.number
            )),
        });
        let mut trouble = std::io::Error::other("there is no place for a journal");
        for path in [beside, kept].into_iter().flatten() {
            if let Some(folder) = self.journal_folder.as_ref().filter(|f| path.starts_with(f)) {
                fs::create_dir_all(folder)?;
            }
            match Journal::start(&path, &heading) {
                Ok(mut journal) => {
                    for event in self.log.get(self.saved_events..).unwrap_or_default() {
                        journal.add(event)?;
                    }
                    self.journal = Some(journal);
                    return Ok(());
                }
                Err(cause) => trouble = cause,
            }
        }
        Err(trouble)
    }
}

/// Gives a journal another name, under which nothing overwrites it; the new name, if that worked.
fn set_aside(journal: &Path) -> Option<PathBuf> {
    let aside = (1..1_000)
        .map(|number| journal.with_extension(format!("journal-{number}")))
        .find(|aside| !aside.exists())?;
    fs::rename(journal, &aside).ok()?;
    Some(aside)
}

/// The journal of a project whose own folder cannot be written.
fn in_folder(folder: &Path, target: &Path) -> PathBuf {
    let name: String = target
        .to_string_lossy()
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() || letter == '.' {
                letter
            } else {
                '_'
            }
        })
        .collect();
    folder.join(format!("{name}.saved.journal"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::ClaimId;
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

    #[test]
    fn what_was_not_saved_is_offered_and_recovered() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ferries.ron");
        let mut first = session();
        first.save(&path).expect("saved");
        first
            .apply(set(Status::InProgress), by_ana())
            .expect("fits");
        first.apply(set(Status::Rejected), by_ana()).expect("fits");
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
        let mut first = session();
        first.save(&path).expect("saved");
        first
            .apply(set(Status::InProgress), by_ana())
            .expect("fits");
        first.apply(set(Status::Rejected), by_ana()).expect("fits");
        crash(first);
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
        let mut first = session();
        first.save(&path).expect("saved");
        first.apply(set(Status::Rejected), by_ana()).expect("fits");
        crash(first);
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
}
