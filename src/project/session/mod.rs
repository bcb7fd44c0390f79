//! A project being worked on: the one door for change, its history and what follows from it.

mod ancestor;
mod attaching;
mod background;
mod crosschecking;
mod journaling;
mod merging;
mod outside;
mod reasons;
mod recovery;
mod saving;

use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, OnceLock};

pub use attaching::AttachmentTask;
pub use background::SaveTask;
pub use crosschecking::CrosscheckTask;
pub use merging::{MergeError, RevertError};
pub use reasons::ReasonError;
pub use recovery::{Recovered, Recovery};

use crosschecking::{Earlier, same_corpus};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::file::journal::Journal;
use super::file::{Notice, Place};
use super::{Command, CommandError, Project};
use crate::crosscheck::Crosscheck;

/// Who does something and when; the caller reads the clock.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stamp {
    /// Name or initials.
    pub by: String,
    /// ISO 8601 with offset.
    pub at: String,
}

impl Stamp {
    /// The day it was in a zone.
    pub fn day_in(&self, zone: TimeZone) -> Option<Date> {
        let moment: Timestamp = self.at.parse().ok()?;
        Some(moment.to_zoned(zone).date())
    }
}

/// What an event did.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// Applied a command.
    Did(Arc<Command>),
    /// Took the latest one back.
    Undid,
    /// Did it again.
    Redid,
    /// Was done in another copy of the project, whose outcome a later event took over.
    Elsewhere,
    /// Told why the change at that place in the log was made. Changes nothing itself.
    Because {
        /// Place of the change in the log.
        event: usize,
        /// The reason, in words.
        why: String,
    },
}

/// An entry of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Who and when.
    pub stamp: Stamp,
    /// What.
    pub change: Change,
    /// Its name for a person.
    pub label: String,
}

/// A project with its history and all that follows from it; the only owner of a changing project.
#[derive(Debug)]
pub struct Session {
    project: Arc<Project>,
    crosscheck: OnceLock<Arc<Crosscheck>>,
    /// What earlier crosschecks have worked out, so that an edit costs little.
    earlier: Arc<Mutex<Earlier>>,
    log: Vec<Event>,
    /// The project before the first event.
    start: Arc<Project>,
    /// Changes in effect, oldest first.
    done: Vec<Done>,
    /// Changes taken back, by place in the log, the latest taken back last.
    undone: Vec<usize>,
    revision: u64,
    /// Events that are in the file.
    saved_events: usize,
    /// The project as it is in the file.
    saved: Arc<Project>,
    place: Option<Place>,
    notices: Vec<Notice>,
    journal: Option<Journal>,
    /// Events before those of the journal.
    journal_from: usize,
    journal_folder: Option<PathBuf>,
    journal_trouble: Option<String>,
    recovery: Option<Recovery>,
    /// Tells apart the sessions of one program.
    number: usize,
}

fn next_number() -> usize {
    static SESSIONS: AtomicUsize = AtomicUsize::new(1);
    SESSIONS.fetch_add(1, Ordering::Relaxed)
}

/// A change in effect.
#[derive(Debug)]
struct Done {
    /// Place in the log of the event that holds its command.
    event: usize,
    /// The project before it; `None` until it is asked for, where the log comes from a file.
    before: Option<Arc<Project>>,
}

impl Session {
    /// A session on a new, empty project.
    pub fn new(title: &str) -> Self {
        let project = Arc::new(Project::new(title));
        Self {
            start: Arc::clone(&project),
            saved: Arc::clone(&project),
            project,
            crosscheck: OnceLock::new(),
            earlier: Arc::default(),
            log: Vec::new(),
            done: Vec::new(),
            undone: Vec::new(),
            revision: 0,
            saved_events: 0,
            place: None,
            notices: Vec::new(),
            journal: None,
            journal_from: 0,
            journal_folder: None,
            journal_trouble: None,
            recovery: None,
            number: next_number(),
        }
    }

    /// The project as it is now.
    pub fn project(&self) -> &Arc<Project> {
        &self.project
    }

    /// Grows with every change, undo and redo; never repeats within a session.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// All that was ever done, undone and redone, oldest first.
    pub fn log(&self) -> &[Event] {
        &self.log
    }

    /// Makes a change, or says why it cannot be made and leaves all as it was.
    pub fn apply(&mut self, command: Command, stamp: Stamp) -> Result<(), CommandError> {
        if let Command::SignOff { article, .. } = &command {
            self.nothing_impossible_open(*article)?;
        }
        let next = command.apply(&self.project)?;
        let label = command.describe(&self.project);
        self.undone.clear();
        self.done.push(Done {
            event: self.log.len(),
            before: Some(Arc::clone(&self.project)),
        });
        let change = Change::Did(Arc::new(command));
        self.step(Arc::new(next), stamp, change, label);
        Ok(())
    }

    /// Takes the latest change back; says whether there was one.
    pub fn undo(&mut self, stamp: Stamp) -> bool {
        let Some(before) = self.before_last() else {
            return false;
        };
        let Some(last) = self.done.pop() else {
            return false;
        };
        let label = format!("Undo: {}", self.label_of(last.event));
        self.undone.push(last.event);
        self.step(before, stamp, Change::Undid, label);
        true
    }

    /// The project before the latest change in effect.
    fn before_last(&mut self) -> Option<Arc<Project>> {
        self.remember_all();
        self.done.last()?.before.clone()
    }

    /// Rebuilds the projects before all changes in effect, where they come from a file.
    fn remember_all(&mut self) {
        let unknown = self.done.iter().take_while(|done| done.before.is_none());
        let unknown = unknown.count();
        if unknown == 0 {
            return;
        }
        let now = self.done.get(unknown).and_then(|done| done.before.clone());
        let now = now.unwrap_or_else(|| Arc::clone(&self.project));
        if self.replay(unknown).as_ref() != Some(&now) {
            self.notices.push(Notice::HistoryBroken);
            self.done.drain(..unknown);
        }
    }

    /// Does the latest undone change again; says whether there was one.
    pub fn redo(&mut self, stamp: Stamp) -> bool {
        let Some(event) = self.undone.last().copied() else {
            return false;
        };
        let Some(Ok(next)) = self.command_of(event).map(|c| c.apply(&self.project)) else {
            return false;
        };
        self.undone.pop();
        let label = format!("Redo: {}", self.label_of(event));
        self.done.push(Done {
            event,
            before: Some(Arc::clone(&self.project)),
        });
        self.step(Arc::new(next), stamp, Change::Redid, label);
        true
    }

    /// Whether the change at this place in the [`log`](Self::log) is in effect: done, and not undone since.
    pub fn is_in_effect(&self, event: usize) -> bool {
        self.done
            .binary_search_by_key(&event, |done| done.event)
            .is_ok()
    }

    /// Name of the change that undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.done.last().map(|done| self.label_of(done.event))
    }

    /// Name of the change that redo would make.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|event| self.label_of(*event))
    }

    /// Whether there are changes since the last save.
    pub fn is_dirty(&self) -> bool {
        self.log.len() != self.saved_events
    }

    fn label_of(&self, event: usize) -> &str {
        self.log.get(event).map_or("", |event| event.label.as_str())
    }

    fn command_of(&self, event: usize) -> Option<Arc<Command>> {
        match &self.log.get(event)?.change {
            Change::Did(command) => Some(Arc::clone(command)),
            Change::Undid | Change::Redid | Change::Elsewhere | Change::Because { .. } => None,
        }
    }

    fn step(&mut self, next: Arc<Project>, stamp: Stamp, change: Change, label: String) {
        if !same_corpus(&self.project, &next) {
            self.crosscheck = OnceLock::new();
        }
        self.project = next;
        self.log.push(Event {
            stamp,
            change,
            label,
        });
        self.revision += 1;
        self.journal_latest();
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{by_ana, project_commands, verdict};
    use super::*;
    use crate::claim::ClaimId;
    use crate::project::Status;

    #[test]
    fn a_change_is_made_undone_and_done_again() {
        let mut session = Session::new("Crossing");
        for command in project_commands() {
            session.apply(command, by_ana()).expect("fits");
        }
        let before = Arc::clone(session.project());
        let reject = Command::SetStatus {
            claims: vec![ClaimId(1)],
            status: Status::Rejected,
        };
        session.apply(reject, by_ana()).expect("fits");
        assert_eq!(session.project().status(ClaimId(1)), Status::Rejected);
        assert_eq!(session.undo_label(), Some("Reject “12”"));

        assert!(session.undo(by_ana()));
        assert_eq!(session.project(), &before);
        assert_eq!(session.redo_label(), Some("Reject “12”"));

        assert!(session.redo(by_ana()));
        assert_eq!(session.project().status(ClaimId(1)), Status::Rejected);
        assert!(!session.redo(by_ana()), "nothing more to do again");
        let log: Vec<&str> = session.log().iter().map(|e| e.label.as_str()).collect();
        assert!(log.ends_with(&["Reject “12”", "Undo: Reject “12”", "Redo: Reject “12”"]));
    }

    #[test]
    fn what_cannot_be_done_leaves_all_as_it_was() {
        let mut session = Session::new("Crossing");
        for command in project_commands() {
            session.apply(command, by_ana()).expect("fits");
        }
        let (before, revision) = (Arc::clone(session.project()), session.revision());
        let unfounded = Command::SetVerdict {
            claims: vec![ClaimId(1)],
            verdict: Some(verdict("confirmed", "  ")),
        };
        assert_eq!(
            session.apply(unfounded, by_ana()),
            Err(CommandError::VerdictWithoutGrounds)
        );
        let off_the_scale = Command::SetVerdict {
            claims: vec![ClaimId(1)],
            verdict: Some(verdict("splendid", "because")),
        };
        assert!(session.apply(off_the_scale, by_ana()).is_err());
        assert_eq!(session.project(), &before);
        assert_eq!(session.revision(), revision);
    }

    #[test]
    fn only_what_touches_claims_makes_the_crosscheck_anew() {
        let mut session = Session::new("Crossing");
        for command in project_commands() {
            session.apply(command, by_ana()).expect("fits");
        }
        let first = Arc::clone(session.crosscheck());
        let note = Command::SetNote {
            claim: ClaimId(1),
            note: "call the ministry".to_owned(),
        };
        session.apply(note, by_ana()).expect("fits");
        assert!(Arc::ptr_eq(&first, session.crosscheck()));
        let reject = Command::SetStatus {
            claims: vec![ClaimId(1)],
            status: Status::Rejected,
        };
        session.apply(reject, by_ana()).expect("fits");
        let task = session
            .crosscheck_task()
            .expect("a rejected claim is left out");
        let outcome = task.run();
        assert!(session.accept_crosscheck(&task, outcome));
        assert!(session.crosscheck_task().is_none());
    }
}
