//! After a merge: their side of what both changed differently, taken conflict by conflict.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{About, Conflict, TO_DECIDE, merge_taking};
use crate::project::{Command, Patch, Project};

/// What is taken from them, by what it is about and facet.
pub(super) type Taken = BTreeSet<(About, &'static str)>;

/// Two copies that were merged, and the version both started from.
#[derive(Clone, Debug)]
pub struct Parted {
    /// What both started from.
    pub base: Arc<Project>,
    /// Our copy, before the merge.
    pub ours: Arc<Project>,
    /// Their copy.
    pub theirs: Arc<Project>,
}

impl Parted {
    /// The change of `now`, the merged project, that takes their side of `conflict`, after it was taken of `taken`; its
    /// note is taken off the list too. `None` where a side cannot be taken by itself, as of a claim that one of the two
    /// has removed.
    pub fn theirs_taken(
        &self,
        now: &Project,
        conflict: &Conflict,
        taken: &[Conflict],
    ) -> Option<Command> {
        let all = taken.iter().chain([conflict]);
        let all: Taken = all.map(|one| (one.about, one.facet)).collect();
        let (other, _) = merge_taking(&self.base, &self.ours, &self.theirs, &all);
        let mut wanted = now.clone();
        match conflict.about {
            About::Claim(id) => {
                if let Some(claim) = other.claims.get(&id) {
                    wanted.claims.insert(id, Arc::clone(claim));
                }
                if let Some(review) = other.reviews.get(&id) {
                    wanted.reviews.insert(id, Arc::clone(review));
                }
                if let Some(decision) = other.figures.get(&id) {
                    wanted.figures.insert(id, decision.clone());
                }
            }
            About::Article(id) => {
                if let Some(article) = other.articles.get(&id) {
                    wanted.articles.insert(id, Arc::clone(article));
                }
            }
            About::Project => {
                wanted.title = other.title;
                wanted.ratings = other.ratings;
                wanted.house_rules = other.house_rules;
                wanted.report_style = other.report_style;
            }
        }
        if Patch::between(now, &wanted).is_empty() {
            return None;
        }
        let note = format!("{TO_DECIDE}{conflict}");
        wanted.notes.retain(|kept| kept.text != note);
        let what = match (conflict.about, conflict.words.as_str()) {
            (About::Project, _) => "of the project".to_owned(),
            (_, words) => format!("of “{words}”"),
        };
        Some(Command::Patch {
            label: format!("Take theirs: {} {what}", conflict.facet),
            patch: Box::new(Patch::between(now, &wanted)),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::ClaimId;
    use crate::project::samples::{by_ana, session, verdict};

    #[test]
    fn their_verdict_is_taken_after_the_merge_and_the_question_with_it() {
        let (mut ours, mut theirs) = (session(), session());
        let base = Arc::clone(ours.project());
        for (copy, rating) in [(&mut ours, "confirmed"), (&mut theirs, "wrong")] {
            let judge = Command::SetVerdict {
                claims: vec![ClaimId(1)],
                verdict: Some(verdict(rating, "the port's log")),
            };
            copy.apply(judge, by_ana()).expect("fits");
        }
        let parted = Parted {
            base: Arc::clone(&base),
            ours: Arc::clone(ours.project()),
            theirs: Arc::clone(theirs.project()),
        };
        let conflicts = ours.merge(&base, &theirs, by_ana()).expect("fits");
        let rating = |project: &Project| {
            let verdict = project.reviews[&ClaimId(1)].verdict.as_ref();
            verdict.map(|verdict| verdict.rating.clone())
        };
        assert_eq!(rating(ours.project()).as_deref(), Some("confirmed"));
        let command = parted
            .theirs_taken(ours.project(), &conflicts[0], &[])
            .expect("it can be taken");
        ours.apply(command, by_ana()).expect("fits");
        assert_eq!(rating(ours.project()).as_deref(), Some("wrong"));
        let open = ours
            .project()
            .notes
            .iter()
            .filter_map(|note| note.to_decide());
        assert_eq!(open.count(), 0);
        assert_eq!(ours.undo_label(), Some("Take theirs: verdict of “12”"));
        ours.undo(by_ana());
        assert_eq!(rating(ours.project()).as_deref(), Some("confirmed"));
    }
}
