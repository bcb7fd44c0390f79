//! Why changes were made: in their own words, or told afterwards.

use thiserror::Error;

use super::{Change, Event, Session, Stamp};
use crate::project::Command;

/// Why a reason cannot be written down. The session is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReasonError {
    /// There is no change there.
    #[error("there is no change to give a reason for at that place of the history; choose another")]
    NoChange,
    /// Nothing is said.
    #[error("the reason is empty: write a few words")]
    Empty,
}

impl Command {
    /// The reason that the change itself gives, if it gives one.
    fn reason(&self) -> Option<&str> {
        let words = match self {
            Self::SetVerdict {
                verdict: Some(verdict),
                ..
            } => verdict.rationale.as_str(),
            Self::DismissFinding { dismissal } => dismissal.reason.as_str(),
            _ => "",
        };
        Some(words.trim()).filter(|words| !words.is_empty())
    }
}

impl Session {
    /// Writes down why the change at `event` of the [`log`](Self::log) was made; the latest word counts.
    pub fn explain(&mut self, event: usize, why: &str, stamp: Stamp) -> Result<(), ReasonError> {
        let why = why.trim();
        if why.is_empty() {
            return Err(ReasonError::Empty);
        }
        let label = match self.log.get(event) {
            Some(told) if matches!(told.change, Change::Did(_)) => {
                format!("Why “{}”: {why}", told.label)
            }
            _ => return Err(ReasonError::NoChange),
        };
        self.log.push(Event {
            stamp,
            change: Change::Because {
                event,
                why: why.to_owned(),
            },
            label,
        });
        self.revision += 1;
        self.journal_latest();
        Ok(())
    }

    /// Why the change at `event` of the log was made: as told last, else in its own words.
    pub fn why(&self, event: usize) -> Option<&str> {
        let told = self.log.iter().skip(event).rev().find_map(|later| {
            let Change::Because { event: of, why } = &later.change else {
                return None;
            };
            (*of == event).then_some(why.as_str())
        });
        let Change::Did(command) = &self.log.get(event)?.change else {
            return None;
        };
        told.or_else(|| command.reason())
    }

    /// Place in the log of the latest change in effect.
    pub fn latest_change(&self) -> Option<usize> {
        self.done.last().map(|done| done.event)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::claim::ClaimId;
    use crate::project::Status;
    use crate::project::samples::{by_ana, session, verdict};

    fn reject(session: &mut Session) -> usize {
        let command = Command::SetStatus {
            claims: vec![ClaimId(1)],
            status: Status::Rejected,
        };
        session.apply(command, by_ana()).expect("fits");
        session.latest_change().expect("made")
    }

    #[test]
    fn a_reason_is_told_kept_and_changes_nothing_else() {
        let mut session = session();
        let event = reject(&mut session);
        assert_eq!(session.why(event), None);
        let before = session.project().clone();
        session
            .explain(event, " a house number ", by_ana())
            .expect("a change");
        assert_eq!(session.project(), &before);
        assert!(session.is_dirty());
        let text = session.to_text().expect("written");
        let mut opened = Session::of_bytes(text.as_bytes(), Path::new("x.ron")).expect("opens");
        assert_eq!(opened.notices(), []);
        assert_eq!(opened.why(event), Some("a house number"));
        assert!(
            opened.undo(by_ana()),
            "the reason stands in the way of nothing"
        );
        assert_eq!(
            opened.undo_label(),
            Some("Add “Ferries return” with 1 figure")
        );
    }

    #[test]
    fn a_verdict_gives_its_own_reason_until_another_is_told() {
        let mut session = session();
        let judge = Command::SetVerdict {
            claims: vec![ClaimId(1)],
            verdict: Some(verdict("wrong", "the log says 13")),
        };
        session.apply(judge, by_ana()).expect("fits");
        let event = session.latest_change().expect("made");
        assert_eq!(session.why(event), Some("the log says 13"));
        for why in ["a first thought", "the log and the radar say 13"] {
            session.explain(event, why, by_ana()).expect("a change");
        }
        assert_eq!(session.why(event), Some("the log and the radar say 13"));
    }

    #[test]
    fn what_is_no_change_has_no_reason() {
        let mut session = session();
        let event = reject(&mut session);
        session.undo(by_ana());
        let undone = session.log().len() - 1;
        assert_eq!(
            session.explain(undone, "why", by_ana()),
            Err(ReasonError::NoChange)
        );
        assert_eq!(
            session.explain(99, "why", by_ana()),
            Err(ReasonError::NoChange)
        );
        assert_eq!(
            session.explain(event, "  ", by_ana()),
            Err(ReasonError::Empty)
        );
    }
}
