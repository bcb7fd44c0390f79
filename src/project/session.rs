//! A project being worked on: the one door for change, its history and what follows from it.

use std::sync::Arc;

use super::{Command, CommandError, Project};
use crate::crosscheck::Crosscheck;

/// Who does something and when; the caller reads the clock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// Name or initials.
    pub by: String,
    /// ISO 8601 with offset.
    pub at: String,
}

/// What an event did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// Applied a command.
    Did(Arc<Command>),
    /// Took the latest one back.
    Undid,
    /// Did it again.
    Redid,
}

/// An entry of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    crosscheck: Arc<Crosscheck>,
    log: Vec<Event>,
    revision: u64,
}

impl Session {
    /// A session on a new, empty project.
    pub fn new(title: &str) -> Self {
        Self {
            project: Arc::new(Project::new(title)),
            crosscheck: Arc::default(),
            log: Vec::new(),
            revision: 0,
        }
    }

    /// The project as it is now.
    pub fn project(&self) -> &Arc<Project> {
        &self.project
    }

    /// What follows from it.
    pub fn crosscheck(&self) -> &Arc<Crosscheck> {
        &self.crosscheck
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
        let next = command.apply(&self.project)?;
        self.project = Arc::new(next);
        self.log.push(Event {
            stamp,
            label: command.describe(),
            change: Change::Did(Arc::new(command)),
        });
        self.revision += 1;
        Ok(())
    }

    /// Takes the latest change back; says whether there was one.
    pub fn undo(&mut self, _stamp: Stamp) -> bool {
        false
    }

    /// Does the latest undone change again; says whether there was one.
    pub fn redo(&mut self, _stamp: Stamp) -> bool {
        false
    }

    /// Name of the change that undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        None
    }

    /// Name of the change that redo would make.
    pub fn redo_label(&self) -> Option<&str> {
        None
    }

    /// Whether there are changes since the last save.
    pub fn is_dirty(&self) -> bool {
        false
    }
}
