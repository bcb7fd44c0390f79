//! A session and another copy of its project; and one old change taken back from among later ones.

use std::collections::BTreeSet;
use std::sync::Arc;

use thiserror::Error;

use super::{Change, Event, Session, Stamp};
use crate::article::Article;
use crate::claim::ArticleId;
use crate::project::command::counted;
use crate::project::file::FileError;
use crate::project::{Command, CommandError, Conflict, Patch, Project, merge};

/// Why another copy cannot be merged. The session is as it was.
#[derive(Debug, Error)]
pub enum MergeError {
    /// It cannot be read.
    #[error(transparent)]
    File(#[from] FileError),
    /// The outcome would not be a sound project.
    #[error(transparent)]
    Command(#[from] CommandError),
    /// They are copies of two projects.
    #[error(
        "“{ours}” and “{theirs}” are no copies of “{base}”: none of its articles is in both. Give the version that both began with, or open one of them and add the other’s articles"
    )]
    Unrelated {
        /// Title of the version that both should have begun with.
        base: String,
        /// Title of this project.
        ours: String,
        /// Title of the other.
        theirs: String,
    },
}

/// Why an old change cannot be taken back by itself. The session is as it was.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RevertError {
    /// Not a change in effect.
    #[error("this is not a change in effect: it was taken back already, or it changed nothing")]
    NotInEffect,
    /// Later changes build on it.
    #[error(
        "later changes build on “{label}”: {}. Take those back first",
        conflicts.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
    )]
    BuiltUpon {
        /// Name of the change.
        label: String,
        /// What would be lost.
        conflicts: Vec<Conflict>,
    },
    /// The outcome would not be a sound project.
    #[error(transparent)]
    Command(#[from] CommandError),
}

impl Session {
    /// Takes over what was done in another copy since `base`, as one change; the other copy's log becomes part of this
    /// one's. What was changed differently stays as it is here, is returned, and noted in the project.
    pub fn merge(
        &mut self,
        base: &Project,
        theirs: &Self,
        stamp: Stamp,
    ) -> Result<Vec<Conflict>, MergeError> {
        if !(is_copy_of(base, &self.project) && is_copy_of(base, &theirs.project)) {
            return Err(MergeError::Unrelated {
                base: base.title.clone(),
                ours: self.project.title.clone(),
                theirs: theirs.project.title.clone(),
            });
        }
        if self.is_beginning_of(theirs) {
            // Nothing was done here meanwhile: their changes are taken one by one, as they were made.
            let since = theirs.log.get(self.log.len()..).unwrap_or_default();
            if self.repeat(since).refused.is_empty() {
                return Ok(Vec::new());
            }
        }
        let (mut merged, conflicts) = merge(base, &self.project, &theirs.project);
        for conflict in &conflicts {
            let note = conflict.note(&stamp);
            if !merged.notes.iter().any(|known| known.text == note.text) {
                merged.notes.push_back(note);
            }
        }
        let patch = Patch::between(&self.project, &merged);
        if patch.is_empty() {
            return Ok(conflicts);
        }
        let common = self.events_in_common(&theirs.log);
        let known = |event: &&Event| {
            let same = |known: &Event| known.stamp == event.stamp && known.label == event.label;
            self.log
                .iter()
                .any(|known| known.change == Change::Elsewhere && same(known))
        };
        let since = theirs.log.iter().skip(common);
        let elsewhere: Vec<Event> = since
            .filter(|event| !known(event))
            .map(|event| Event {
                change: Change::Elsewhere,
                ..event.clone()
            })
            .collect();
        let command = Command::Patch {
            label: format!("Merge {} of another copy", counted(patch.len(), "change")),
            patch: Box::new(patch),
        };
        // Tried before the log is touched.
        command.apply(&self.project)?;
        for event in &elsewhere {
            self.note_elsewhere(event);
        }
        self.apply(command, stamp)?;
        Ok(conflicts)
    }

    /// Writes down what was done in another copy.
    pub(super) fn note_elsewhere(&mut self, event: &Event) {
        self.log.push(event.clone());
        self.journal_latest();
    }

    /// Takes over what another program has written to this session's file since it was opened or saved. Saving then
    /// overwrites nothing of theirs.
    pub fn merge_with_disk(&mut self, stamp: Stamp) -> Result<Vec<Conflict>, MergeError> {
        let path = self.path().ok_or(FileError::NoPlace)?.to_owned();
        let theirs = Self::open_read_only(&path)?;
        let base = Arc::clone(&self.saved);
        let conflicts = self.merge(&base, &theirs, stamp)?;
        if let (Some(place), Some(seen)) = (self.place.as_mut(), theirs.place) {
            place.see_as(seen);
        }
        self.saved = Arc::clone(&theirs.project);
        Ok(conflicts)
    }

    /// Places in the log of the changes that [`revert`](Self::revert) has taken back, told by the names of those that did.
    pub fn taken_back(&self) -> BTreeSet<usize> {
        let mut taken_back = BTreeSet::new();
        for (at, event) in self.log.iter().enumerate().rev() {
            let back = event.label.strip_prefix(TAKE_BACK).map(str::to_owned);
            let again = event.label.strip_prefix(DO_AGAIN);
            let back = back.or_else(|| again.map(|of| format!("{TAKE_BACK}{of}")));
            // Who takes that back again has the first in effect.
            let Some(of) = back.filter(|_| self.is_in_effect(at) && !taken_back.contains(&at))
            else {
                continue;
            };
            let earlier = (0..at).rev().find(|earlier| {
                self.is_in_effect(*earlier)
                    && !taken_back.contains(earlier)
                    && self
                        .log
                        .get(*earlier)
                        .is_some_and(|event| event.label == of)
            });
            taken_back.extend(earlier);
        }
        taken_back
    }

    /// Takes one old change back, wherever it stands in the log, and leaves the later ones in effect. `event` is its
    /// place in [`log`](Self::log).
    pub fn revert(&mut self, event: usize, stamp: Stamp) -> Result<(), RevertError> {
        let at = self.done.iter().position(|done| done.event == event);
        let at = at.ok_or(RevertError::NotInEffect)?;
        self.remember_all();
        let before = self.done.get(at).and_then(|done| done.before.clone());
        let before = before.ok_or(RevertError::NotInEffect)?;
        let after = match self.done.get(at + 1) {
            Some(next) => next.before.clone().ok_or(RevertError::NotInEffect)?,
            None => Arc::clone(&self.project),
        };
        let (reverted, conflicts) = merge(&after, &self.project, &before);
        let label = self.label_of(event).to_owned();
        if !conflicts.is_empty() {
            return Err(RevertError::BuiltUpon { label, conflicts });
        }
        let patch = Patch::between(&self.project, &reverted);
        if patch.is_empty() {
            return Err(RevertError::NotInEffect);
        }
        let command = Command::Patch {
            label: match label.strip_prefix(TAKE_BACK) {
                Some(of) => format!("{DO_AGAIN}{of}"),
                None => format!("{TAKE_BACK}{label}"),
            },
            patch: Box::new(patch),
        };
        Ok(self.apply(command, stamp)?)
    }
}

/// How the name of a change begins that takes another back.
const TAKE_BACK: &str = "Take back: ";
/// How the name of one begins that takes such a change back in turn.
const DO_AGAIN: &str = "Do again: ";

/// Whether a project can have come of `base`: it holds an article of it, or either has none.
fn is_copy_of(base: &Project, copy: &Project) -> bool {
    let shared = |(id, article): (&ArticleId, &Arc<Article>)| {
        let other = copy.articles.get(id);
        other.is_some_and(|other| {
            let origin = &article.metadata.origin;
            other.text == article.text || origin.is_some() && other.metadata.origin == *origin
        })
    };
    base.articles.is_empty() || copy.articles.is_empty() || base.articles.iter().any(shared)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::ClaimId;
    use crate::project::samples::{article, by_ana, session, verdict};
    use crate::project::{Evidence, Stance, Status, Subject};

    fn judge(claim: u32, rating: &str) -> Command {
        Command::SetVerdict {
            claims: vec![ClaimId(claim)],
            verdict: Some(verdict(rating, "the port's log")),
        }
    }

    fn two_copies() -> (Arc<Project>, Session, Session) {
        let (ours, theirs) = (session(), session());
        (Arc::clone(ours.project()), ours, theirs)
    }

    fn make(session: &mut Session, commands: impl IntoIterator<Item = Command>) {
        for command in commands {
            session.apply(command, by_ana()).expect("fits");
        }
    }

    #[test]
    fn what_each_did_is_in_the_merged_project() {
        let (base, mut ours, mut theirs) = two_copies();
        make(
            &mut ours,
            [judge(1, "confirmed"), article("Ours", "Then 5 boats came.")],
        );
        make(
            &mut theirs,
            [judge(2, "wrong"), article("Theirs", "Later 9 boats came.")],
        );
        let conflicts = ours.merge(&base, &theirs, by_ana()).expect("fits");
        assert_eq!(conflicts, []);
        let merged = ours.project();
        assert_eq!(merged.soundness(), Ok(()));
        assert_eq!((merged.articles.len(), merged.claims.len()), (4, 5));
        assert_eq!(merged.status(ClaimId(1)), Status::Checked);
        assert_eq!(merged.status(ClaimId(2)), Status::Checked);
        assert_eq!(ours.undo_label(), Some("Merge 3 changes of another copy"));
        let elsewhere = |event: &&Event| event.change == Change::Elsewhere;
        assert_eq!(
            ours.log().iter().filter(elsewhere).count(),
            2,
            "their log is kept"
        );
    }

    #[test]
    fn what_only_they_did_is_taken_change_by_change() {
        let (base, mut ours, mut theirs) = two_copies();
        make(&mut theirs, [judge(1, "confirmed"), judge(2, "wrong")]);
        theirs.undo(by_ana());
        assert_eq!(ours.merge(&base, &theirs, by_ana()).expect("fits"), []);
        assert_eq!(ours.log(), theirs.log());
        assert_eq!(ours.project(), theirs.project());
        assert_eq!(ours.undo_label(), Some("Judge “12”: confirmed"));
    }

    #[test]
    fn what_both_did_under_one_name_in_one_second_is_not_taken_for_one() {
        let (base, mut ours, mut theirs) = two_copies();
        let note = |text: &str| Command::AddNote {
            subject: Subject::Project,
            text: text.to_owned(),
            by: by_ana().by,
            at: by_ana().at,
        };
        make(&mut ours, [note("ask the port")]);
        make(&mut theirs, [note("ask the ministry")]);
        let last = |session: &Session| session.log().last().map(|event| event.label.clone());
        assert_eq!(last(&ours), last(&theirs));
        assert_eq!(ours.ancestor_with(theirs.log()), Some(Arc::clone(&base)));
        ours.merge(&base, &theirs, by_ana()).expect("fits");
        assert_eq!(ours.project().notes.len(), 2);
        let entries = ours.log().len();
        ours.merge(&base, &theirs, by_ana()).expect("fits");
        assert_eq!(ours.log().len(), entries, "merged again, it adds nothing");
    }

    #[test]
    fn copies_of_two_projects_are_not_merged() {
        let (base, mut ours, _) = two_copies();
        let mut trains = Session::new("Trains");
        make(&mut trains, [article("Rails", "Then 7 trains left.")]);
        let refused = ours.merge(&base, &trains, by_ana());
        assert!(
            matches!(refused, Err(MergeError::Unrelated { .. })),
            "{refused:?}"
        );
        assert_eq!(ours.project(), &base);
    }

    #[test]
    fn different_verdicts_are_a_conflict_and_are_noted() {
        let (base, mut ours, mut theirs) = two_copies();
        make(&mut ours, [judge(1, "confirmed")]);
        make(&mut theirs, [judge(1, "wrong")]);
        let conflicts = ours.merge(&base, &theirs, by_ana()).expect("fits");
        let said: Vec<String> = conflicts.iter().map(ToString::to_string).collect();
        assert_eq!(
            said,
            [
                "claim 1 “12”, verdict: ours is confirmed by Ana, because “the port's log”; theirs is wrong by Ana, because “the port's log”"
            ]
        );
        let note = ours.project().notes.last().expect("noted");
        assert!(note.text.contains(&said[0]));
    }

    #[test]
    fn the_same_article_taken_in_twice_is_one() {
        let (base, mut ours, mut theirs) = two_copies();
        let same = || article("Wire", "Then 5 boats and 7 ferries came.");
        make(&mut ours, [article("Ours", "Only 1 boat came."), same()]);
        make(&mut theirs, [same(), judge(5, "wrong")]);
        let conflicts = ours.merge(&base, &theirs, by_ana()).expect("fits");
        assert_eq!(conflicts, []);
        assert_eq!(ours.project().articles.len(), 4);
        assert_eq!(
            ours.project().status(ClaimId(6)),
            Status::Checked,
            "their claim 5 is our 6"
        );
    }

    #[test]
    fn what_one_removed_and_the_other_worked_on_stays() {
        let (base, mut ours, mut theirs) = two_copies();
        let remove = Command::RemoveArticle {
            article: ArticleId(1),
        };
        make(&mut ours, [remove]);
        make(&mut theirs, [judge(1, "wrong")]);
        for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
            let (merged, conflicts) = merge(&base, one.project(), other.project());
            assert_eq!(conflicts.len(), 1);
            assert_eq!(merged.articles.len(), 2);
            assert_eq!(merged.status(ClaimId(1)), Status::Checked);
            assert_eq!(merged.soundness(), Ok(()));
        }
    }

    #[test]
    fn an_article_that_one_removed_and_the_other_wrote_a_note_on_stays() {
        let (base, mut ours, mut theirs) = two_copies();
        let removed = ArticleId(1);
        make(&mut ours, [Command::RemoveArticle { article: removed }]);
        let note = Command::AddNote {
            subject: Subject::Article(removed),
            text: "ask for the table".to_owned(),
            by: by_ana().by,
            at: by_ana().at,
        };
        make(&mut theirs, [note]);
        for (one, other) in [(&ours, &theirs), (&theirs, &ours)] {
            let (merged, conflicts) = merge(&base, one.project(), other.project());
            assert_eq!(conflicts.len(), 1);
            assert!(merged.articles.contains_key(&removed));
            assert_eq!(merged.notes.len(), 1, "nothing that somebody wrote is lost");
        }
    }

    #[test]
    fn one_old_change_is_taken_back_where_nothing_builds_on_it() {
        let mut session = session();
        make(&mut session, [judge(1, "confirmed"), judge(2, "wrong")]);
        session.revert(2, by_ana()).expect("stands alone");
        assert_eq!(session.project().status(ClaimId(1)), Status::Unchecked);
        assert_eq!(session.project().status(ClaimId(2)), Status::Checked);
        assert_eq!(
            session.undo_label(),
            Some("Take back: Judge “12”: confirmed")
        );
        let article_of_2 = session.revert(0, by_ana());
        assert!(
            matches!(article_of_2, Err(RevertError::BuiltUpon { .. })),
            "a claim of it is judged: {article_of_2:?}"
        );
    }

    #[test]
    fn a_file_changed_by_another_program_is_merged_and_saved() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("ferries.ron");
        let mut ours = session();
        ours.save(&path).expect("saved");
        let mut theirs = Session::open_read_only(&path).expect("opens");
        let evidence = Evidence {
            citation: "Harbour log".to_owned(),
            url: None,
            quote: String::new(),
            stance: Stance::Supports,
            locator: None,
            accessed: None,
            by: "Ben".to_owned(),
            method: None,
            attachment: None,
        };
        let attach = Command::AddEvidence {
            claim: ClaimId(3),
            evidence,
        };
        make(&mut theirs, [attach]);
        std::fs::write(&path, theirs.to_text().expect("written")).expect("written");
        make(&mut ours, [judge(1, "confirmed")]);
        assert!(ours.save(&path).is_err());
        ours.merge_with_disk(by_ana()).expect("fits");
        ours.save(&path).expect("nothing of theirs is lost");
        let both = Session::open_read_only(&path).expect("opens");
        assert_eq!(both.project().reviews.len(), 2);
        assert_eq!(both.notices(), []);
    }
}
