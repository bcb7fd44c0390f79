//! The version that two copies of a project both started from, found in what they have in common of their history.

use std::sync::Arc;

use super::{Change, Event, Session};
use crate::claim::Found;
use crate::project::{Command, Project};

impl Session {
    /// How many events the logs of both begin with. Two people can do things of one name in one second, so what was
    /// done counts too.
    pub(super) fn events_in_common(&self, other: &[Event]) -> usize {
        let same = |(a, b): &(&Event, &Event)| is_same(a, b);
        self.log.iter().zip(other).take_while(same).count()
    }

    /// Whether another session has done all that this one has, and perhaps more.
    pub(super) fn is_beginning_of(&self, other: &Self) -> bool {
        !self.log.is_empty()
            && self.start == other.start
            && self.events_in_common(&other.log) == self.log.len()
            && self.project_after(self.log.len()).as_ref() == Some(&self.project)
            && other.project_after(other.log.len()).as_ref() == Some(&other.project)
    }

    /// The project as it was when it parted from the copy that has the log `other`, made again from the log; `None`
    /// where they have no history in common, or it does not lead to the project as it stands.
    pub fn ancestor_with(&self, other: &[Event]) -> Option<Arc<Project>> {
        let common = self.events_in_common(other);
        if common == 0 || self.project_after(self.log.len())? != self.project {
            return None;
        }
        self.project_after(common)
    }

    /// The project after the first `events` of the log.
    fn project_after(&self, events: usize) -> Option<Arc<Project>> {
        let mut done = Vec::new();
        let mut undone = Vec::new();
        for (at, event) in self.log.iter().take(events).enumerate() {
            match &event.change {
                Change::Did(_) => {
                    undone.clear();
                    done.push(at);
                }
                Change::Undid => undone.push(done.pop()?),
                Change::Redid => done.push(undone.pop()?),
                Change::Elsewhere | Change::Because { .. } => {}
            }
        }
        done.into_iter()
            .try_fold(Arc::clone(&self.start), |project, event| {
                let next = self.command_of(event)?.apply(&project).ok()?;
                Some(Arc::new(next))
            })
    }
}

/// Whether two logs tell of one change. A file keeps no sentence of a figure that it found.
fn is_same(a: &Event, b: &Event) -> bool {
    let found = |found: &Found| (found.span, found.reading.clone());
    let same_change = match (&a.change, &b.change) {
        (Change::Did(a), Change::Did(b)) => match (&**a, &**b) {
            (
                Command::AddArticle {
                    article: one,
                    found: in_one,
                },
                Command::AddArticle {
                    article: other,
                    found: in_other,
                },
            ) => one == other && in_one.iter().map(found).eq(in_other.iter().map(found)),
            (a, b) => a == b,
        },
        (a, b) => a == b,
    };
    a.stamp == b.stamp && a.label == b.label && same_change
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::claim::ClaimId;
    use crate::project::Stamp;
    use crate::project::samples::{by_ana, session, verdict};

    fn judge(claim: u32, by: &str) -> (Command, Stamp) {
        let command = Command::SetVerdict {
            claims: vec![ClaimId(claim)],
            verdict: Some(verdict("confirmed", "the log")),
        };
        let stamp = Stamp {
            by: by.to_owned(),
            ..by_ana()
        };
        (command, stamp)
    }

    fn copy_of(session: &Session) -> Session {
        let text = session.to_text().expect("written");
        Session::of_bytes(text.as_bytes(), Path::new("copy.ron")).expect("opens")
    }

    #[test]
    fn two_copies_know_where_they_parted() {
        let mut ours = session();
        let (command, stamp) = judge(3, "Ana");
        ours.apply(command, stamp).expect("fits");
        ours.undo(by_ana());
        let parted = Arc::clone(ours.project());
        let mut theirs = copy_of(&ours);
        for (session, claim, by) in [(&mut ours, 1, "Ana"), (&mut theirs, 2, "Ben")] {
            let (command, stamp) = judge(claim, by);
            session.apply(command, stamp).expect("fits");
        }
        assert_eq!(ours.ancestor_with(theirs.log()), Some(Arc::clone(&parted)));
        assert_eq!(theirs.ancestor_with(ours.log()), Some(Arc::clone(&parted)));
        let base = ours.ancestor_with(theirs.log()).expect("found");
        let conflicts = ours.merge(&base, &theirs, by_ana()).expect("fits");
        assert_eq!(conflicts, []);
        assert_eq!(ours.project().reviews.len(), 2);
    }

    #[test]
    fn projects_of_different_beginnings_have_no_ancestor() {
        let mut other = Session::new("Trains");
        let (_, stamp) = judge(1, "Ben");
        let title = Command::SetTitle {
            title: "More trains".to_owned(),
        };
        other.apply(title, stamp).expect("fits");
        assert_eq!(session().ancestor_with(other.log()), None);
    }
}
