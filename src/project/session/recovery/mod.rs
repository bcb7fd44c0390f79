//! What was not saved when the program last ended.

mod put_off;

use std::path::{Path, PathBuf};

use super::{Change, Event, Session};
use crate::article::to_the_minute;
use crate::project::Command;
use crate::project::command::counted;
use crate::project::file::journal::{self, Contents};

/// Changes that were made and never saved.
#[derive(Debug)]
pub struct Recovery {
    pub(super) journal: PathBuf,
    pub(super) contents: Contents,
    /// Whether the project's file is still the one that these changes follow on.
    pub(super) fits: bool,
    /// Journals that hold nothing but the beginning of this one.
    pub(super) contained: Vec<PathBuf>,
}

/// What came of a recovery.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Recovered {
    /// Changes that were made again.
    pub made: usize,
    /// Changes that no longer fit, with the reason; those after the first were not tried.
    pub refused: Vec<(String, String)>,
    /// Where the journal stays, because not all of it could be made again.
    pub kept: Option<PathBuf>,
}

impl Recovery {
    /// Changes of projects that were never saved at all, from the folder given to
    /// [`Session::keep_journal_in`], the latest first; those of living sessions are left alone. A journal that is only
    /// the beginning of another is the same project and no offer of its own.
    pub fn in_folder(folder: &Path) -> Vec<Self> {
        let unsaved = journal::all_in(folder).into_iter().filter_map(|journal| {
            let contents = journal::read(&journal)?;
            // That of a project with a file is offered when the file is opened.
            contents.heading.file.is_none().then_some(Self {
                contents,
                fits: true,
                journal,
                contained: Vec::new(),
            })
        });
        let mut found: Vec<Self> = Vec::new();
        for recovery in unsaved {
            match found.iter_mut().find(|known| known.is_same_as(&recovery)) {
                Some(known) => known.take_in(recovery),
                None => found.push(recovery),
            }
        }
        found.sort_by(|a, b| {
            b.latest_at()
                .cmp(a.latest_at())
                .then(a.journal.cmp(&b.journal))
        });
        found
    }

    /// Whether one of the two goes on from where the other ends.
    fn is_same_as(&self, other: &Self) -> bool {
        let (a, b) = (self.events(), other.events());
        !a.is_empty() && !b.is_empty() && a.iter().zip(b).all(|(a, b)| a == b)
    }

    /// Takes in another journal of the same project; the longer one is offered.
    fn take_in(&mut self, mut other: Self) {
        if other.events().len() > self.events().len() {
            std::mem::swap(self, &mut other);
        }
        if other.contents.unreadable == 0 {
            self.contained.push(other.journal);
        }
        self.contained.append(&mut other.contained);
    }

    /// The changes, oldest first.
    pub fn events(&self) -> &[Event] {
        &self.contents.events
    }

    /// Name of the project.
    pub fn title(&self) -> &str {
        let renamed = self.commands().filter_map(|command| match command {
            Command::SetTitle { title } => Some(title.as_str()),
            _ => None,
        });
        renamed.last().unwrap_or(&self.contents.heading.title)
    }

    /// When its first change was made, ISO 8601: what tells apart projects of the same name.
    pub fn begun(&self) -> &str {
        self.events().first().map_or("", |event| &event.stamp.at)
    }

    fn latest_at(&self) -> &str {
        self.events().last().map_or("", |event| &event.stamp.at)
    }

    /// Names of the articles that were taken in, in order.
    pub fn articles(&self) -> Vec<String> {
        self.commands()
            .filter_map(|command| match command {
                Command::AddArticle { article, .. } => Some(article.name()),
                _ => None,
            })
            .collect()
    }

    fn commands(&self) -> impl Iterator<Item = &Command> {
        self.events()
            .iter()
            .filter_map(|event| match &event.change {
                Change::Did(command) => Some(&**command),
                _ => None,
            })
    }

    /// The file that holds it, by which it is found again.
    pub fn journal(&self) -> &Path {
        &self.journal
    }

    /// Whether the project's file is still the one that these changes follow on. Where it is not, some may be refused.
    pub fn fits(&self) -> bool {
        self.fits
    }

    /// Changes that are damaged or cut off in the journal, and cannot be made again.
    pub fn unreadable(&self) -> usize {
        self.contents.unreadable
    }

    /// What there is to recover, in a sentence.
    pub fn summary(&self) -> String {
        let events = self.events();
        let changes = counted(events.len(), "change");
        let latest = events.last().map_or_else(String::new, |event| {
            let Event { stamp, label, .. } = event;
            let at = to_the_minute(&stamp.at);
            format!(", the latest by {} at {at}: {label}", stamp.by)
        });
        let caution = if self.fits {
            ""
        } else {
            "; the file has been changed since, so some may not fit any more"
        };
        let damage = match self.unreadable() {
            0 => String::new(),
            lines => format!("; {} more cannot be read", counted(lines, "change")),
        };
        format!(
            "“{}” has {changes} not saved{latest}{caution}{damage}",
            self.title()
        )
    }

    /// Forgets the changes for good.
    pub fn discard(self) -> std::io::Result<()> {
        for contained in &self.contained {
            journal::remove(contained)?;
        }
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
        let mut recovered = self.repeat(&recovery.contents.events);
        if self.has_all(&recovered, &recovery) {
            if let Some(old) = old {
                // Left behind, it is only a stray file.
                drop(journal::remove(&old));
            }
        } else {
            recovered.kept = old;
        }
        recovered
    }

    /// Forgets the changes that were not saved.
    pub fn discard_recovery(&mut self) -> std::io::Result<()> {
        self.recovery.take().map_or(Ok(()), Recovery::discard)
    }

    /// A session on a project that was never saved, as its journal has it.
    pub fn recovered(recovery: Recovery, folder: &Path) -> (Self, Recovered) {
        let mut session = Self::new(&recovery.contents.heading.title);
        session.keep_journal_in(folder);
        let mut recovered = session.repeat(&recovery.contents.events);
        if session.has_all(&recovered, &recovery) {
            // Left behind, it is offered again as what it is: the same project.
            drop(recovery.discard());
        } else {
            recovered.kept = journal::set_aside(&recovery.journal);
        }
        (session, recovered)
    }

    /// Whether nothing of the old journal would be lost with it.
    fn has_all(&self, recovered: &Recovered, old: &Recovery) -> bool {
        recovered.refused.is_empty() && old.unreadable() == 0 && self.journal_trouble.is_none()
    }

    /// Does again what a journal or another copy has done since.
    pub(super) fn repeat(&mut self, events: &[Event]) -> Recovered {
        let mut recovered = Recovered::default();
        for (at, event) in events.iter().enumerate() {
            let stamp = event.stamp.clone();
            let done = match &event.change {
                Change::Did(command) => self
                    .apply((**command).clone(), stamp)
                    .map_err(|refusal| refusal.to_string()),
                Change::Undid if self.undo(stamp.clone()) => Ok(()),
                Change::Redid if self.redo(stamp.clone()) => Ok(()),
                Change::Undid | Change::Redid => Err("there is nothing to undo or redo".to_owned()),
                Change::Because { event, why } => self
                    .explain(*event, why, stamp)
                    .map_err(|refusal| refusal.to_string()),
                Change::Elsewhere => {
                    self.note_elsewhere(event);
                    Ok(())
                }
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
mod tests;
