//! The journal of a session: what was done since the last save, kept from change to change.

use std::path::{Path, PathBuf};

use super::recovery::Recovery;
use super::{Event, Session};
use crate::project::VERSION;
use crate::project::file::journal::{self, Heading, Journal, journal_of};

impl Session {
    /// Says where to keep the journal while the project has no file, or where its folder cannot be written: a folder
    /// of the user's state, such as `~/.local/state/countercheck`. A journal that was left there is offered.
    pub fn keep_journal_in(&mut self, folder: &Path) {
        self.journal_folder = Some(folder.to_owned());
        if self.journal.is_none() && self.recovery.is_none() && self.read_only().is_none() {
            self.find_recovery();
        }
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

    /// Whether changes of the project at `path` wait to be recovered: beside it, or in the folder given to
    /// [`keep_journal_in`](Self::keep_journal_in).
    pub fn waits_for_recovery(path: &Path, folder: Option<&Path>) -> bool {
        let kept = folder.map(|folder| in_folder(folder, path));
        let reading = folder.iter().flat_map(|folder| of_readers(folder, path));
        std::iter::once(journal_of(path))
            .chain(kept)
            .chain(reading)
            .any(|journal| journal::read(&journal).is_some())
    }

    /// Whether changes of the project at `path` were put off and still wait: beside it, or in that folder.
    pub fn has_put_off(path: &Path, folder: Option<&Path>) -> bool {
        let kept = folder.map(|folder| in_folder(folder, path));
        std::iter::once(journal_of(path))
            .chain(kept)
            .any(|journal| !journal::aside_of(&journal).is_empty())
    }

    /// Where journals of this project are kept: beside it, or in the folder of the user's state.
    pub(super) fn journals(&self) -> Vec<PathBuf> {
        let Some(place) = &self.place else {
            return Vec::new();
        };
        let kept = self.journal_folder.as_ref();
        let kept = kept.map(|folder| in_folder(folder, place.target()));
        std::iter::once(journal_of(place.target()))
            .chain(kept)
            .collect()
    }

    /// Looks for a journal that was left behind.
    pub(super) fn find_recovery(&mut self) {
        let Some(place) = &self.place else { return };
        let beside = journal_of(place.target());
        let kept = self
            .journal_folder
            .as_ref()
            .map(|f| in_folder(f, place.target()));
        let reading = self
            .journal_folder
            .iter()
            .flat_map(|f| of_readers(f, place.target()));
        let found = [Some(beside), kept]
            .into_iter()
            .flatten()
            .chain(reading)
            .find_map(|path| Some((journal::read(&path)?, path)));
        let Some((mut contents, journal)) = found else {
            return;
        };
        let since = self.log.get(contents.heading.events..).unwrap_or_default();
        let same = |(a, b): (&Event, &Event)| a.stamp == b.stamp && a.label == b.label;
        let whole = contents.unreadable == 0;
        if whole
            && since.len() >= contents.events.len()
            && since.iter().zip(&contents.events).all(same)
        {
            // Saved, but the journal was not removed any more.
            drop(journal::remove(&journal));
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
            contained: Vec::new(),
        });
    }

    /// Adds the latest event to the journal.
    pub(super) fn journal_latest(&mut self) {
        let nowhere = self.place.is_none() && self.journal_folder.is_none();
        // What is done in a window that may only read cannot be saved here, but elsewhere: it is kept safe apart.
        let silent = nowhere || self.read_only().is_some() && self.journal_folder.is_none();
        let done = match &mut self.journal {
            // Also while a save has the place.
            Some(journal) => {
                journal.catch_up(self.log.get(self.journal_from..).unwrap_or_default())
            }
            None if silent => return,
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
            journal::set_aside(&recovery.journal);
        }
        // Without a file of its own there is nothing that the journal could follow on: it holds all, from the first
        // event, as in an unsaved copy of the sample.
        self.journal_from = if self.place.is_some() {
            self.saved_events
        } else {
            0
        };
        let heading = Heading {
            version: VERSION,
            title: self.project.title.clone(),
            file: target.clone(),
            follows: self
                .place
                .as_ref()
                .and_then(|place| place.fingerprint().cloned())
                .unwrap_or_default(),
            events: self.journal_from,
        };
        let reads = self.read_only().is_some();
        let beside = target.as_deref().map(journal_of).filter(|_| !reads);
        let kept = self.journal_folder.as_ref().map(|folder| match &target {
            Some(target) if reads => of_reader(folder, target, self.number),
            Some(target) => in_folder(folder, target),
            None => free_in_folder(folder, self.number),
        });
        let mut trouble = std::io::Error::other("there is no place for a journal");
        for path in [beside, kept].into_iter().flatten() {
            if let Some(folder) = self.journal_folder.as_ref().filter(|f| path.starts_with(f)) {
                journal::make_folder(folder)?;
            }
            match Journal::start(&path, &heading) {
                Ok(mut journal) => {
                    let events = self.log.get(self.journal_from..).unwrap_or_default();
                    let done = journal.catch_up(events);
                    self.journal = Some(journal);
                    return done;
                }
                Err(cause) => trouble = cause,
            }
        }
        Err(trouble)
    }
}

/// A journal of a project without a file, under a name that nothing has: an earlier process of the same number may have
/// left its own.
fn free_in_folder(folder: &Path, session: usize) -> PathBuf {
    let process = std::process::id();
    (session..=usize::MAX)
        .map(|number| folder.join(format!("unsaved-{process}-{number}.journal")))
        .find(|path| !path.exists())
        .unwrap_or_else(|| folder.join("unsaved.journal"))
}

/// The journal of a project whose own folder cannot be written.
fn in_folder(folder: &Path, target: &Path) -> PathBuf {
    folder.join(format!("{}.saved.journal", flat_name(target)))
}

/// The journal of a window that may only read a project.
fn of_reader(folder: &Path, target: &Path, session: usize) -> PathBuf {
    let process = std::process::id();
    folder.join(format!("{}{process}-{session}.journal", readers(target)))
}

/// The journals of all windows that could only read a project.
fn of_readers(folder: &Path, target: &Path) -> Vec<PathBuf> {
    let begins = readers(target);
    let mut journals = journal::all_in(folder);
    journals.retain(|path| {
        path.file_name()
            .is_some_and(|name| name.to_string_lossy().starts_with(&begins))
    });
    journals
}

/// How the names of their journals begin.
fn readers(target: &Path) -> String {
    format!("{}.read-", flat_name(target))
}

/// A path as one name.
fn flat_name(target: &Path) -> String {
    target
        .to_string_lossy()
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() || letter == '.' {
                letter
            } else {
                '_'
            }
        })
        .collect()
}
