//! From one project to the next: what people decide about claims, figures, findings and copies.

use std::sync::Arc;

use super::apply::{known_article, known_claim, known_claims};
use super::{Command, CommandError};
use crate::claim::ClaimId;
use crate::project::{
    Dismissal, Evidence, FigureDecision, Note, Project, Review, SignOff, Status, Subject, Verdict,
};

/// Makes a change of judgement in `next`.
pub(super) fn apply(command: &Command, next: &mut Project) -> Result<(), CommandError> {
    match command {
        Command::SetStatus { claims, status } => {
            known_claims(next, claims)?;
            for claim in claims {
                edit_review(next, *claim, |review| review.status = *status);
            }
        }
        Command::SetVerdict { claims, verdict } => set_verdict(next, claims, verdict.as_ref())?,
        Command::AddEvidence { claim, evidence } => {
            known_claim(next, *claim)?;
            evidence_sound(evidence)?;
            edit_review(next, *claim, |review| {
                review.evidence.push(evidence.clone());
            });
        }
        Command::RemoveEvidence { claim, index } => {
            known_claim(next, *claim)?;
            let review = next.reviews.get(claim);
            if review.is_none_or(|review| review.evidence.len() <= *index) {
                return Err(CommandError::NoSuchEvidence(*claim, index + 1));
            }
            edit_review(next, *claim, |review| {
                review.evidence.remove(*index);
            });
            if next.reviews.get(claim).is_some_and(|r| !has_grounds(r)) {
                return Err(CommandError::GroundOfVerdict(*claim));
            }
        }
        Command::SetNote { claim, note } => {
            known_claim(next, *claim)?;
            edit_review(next, *claim, |review| review.note.clone_from(note));
        }
        Command::SetRecheck { claims, recheck_by } => {
            known_claims(next, claims)?;
            for claim in claims {
                edit_review(next, *claim, |review| review.recheck_by = *recheck_by);
            }
        }
        Command::AddNote {
            subject,
            text,
            by,
            at,
        } => {
            match subject {
                Subject::Project => {}
                Subject::Article(article) => drop(known_article(next, *article)?.clone()),
                Subject::Figure(claim) => drop(known_claim(next, *claim)?.clone()),
            }
            if text.trim().is_empty() {
                return Err(CommandError::Empty("note"));
            }
            next.notes.push_back(Note {
                subject: *subject,
                text: text.clone(),
                by: by.clone(),
                at: at.clone(),
            });
        }
        Command::RemoveNote { index } => {
            if *index >= next.notes.len() {
                return Err(CommandError::Missing(format!("note number {}", index + 1)));
            }
            next.notes.remove(*index);
        }
        Command::DecideFigure { claim, decision } => {
            known_claim(next, *claim)?;
            known_claims(next, &decision.claims).or_else(|error| match error {
                CommandError::NoClaims => Ok(()),
                other => Err(other),
            })?;
            let nothing = FigureDecision {
                claims: decision.claims.clone(),
                ..FigureDecision::default()
            };
            if *decision == nothing {
                next.figures.remove(claim);
            } else {
                next.figures.insert(*claim, decision.clone());
            }
        }
        Command::DismissFinding { dismissal } => dismiss(next, dismissal)?,
        Command::RestoreFinding { code, claims } => {
            let before = next.dismissals.len();
            next.dismissals.retain(|kept| !kept.is_of(code, claims));
            if next.dismissals.len() == before {
                return Err(CommandError::Missing(format!(
                    "finding “{code}” that was set aside"
                )));
            }
        }
        Command::SignOff {
            article,
            by,
            at,
            seal,
        } => {
            known_article(next, *article)?;
            if by.trim().is_empty() {
                return Err(CommandError::Empty("name under the signature"));
            }
            let tally = next.tally(*article);
            next.sign_offs
                .retain(|kept| !(kept.article == *article && kept.by == *by));
            next.sign_offs.push_back(SignOff {
                article: *article,
                by: by.clone(),
                at: at.clone(),
                tally,
                seal: seal.clone(),
            });
        }
        Command::WithdrawSignOff { article, by } => {
            let before = next.sign_offs.len();
            next.sign_offs
                .retain(|kept| !(kept.article == *article && kept.by == *by));
            if next.sign_offs.len() == before {
                return Err(CommandError::Missing(format!(
                    "signature of {by} under {article}"
                )));
            }
        }
        // A judgement that is handed on to here and has no arm is refused, never swallowed.
        _ => return Err(CommandError::Unsound("it is no judgement".to_owned())),
    }
    Ok(())
}

/// Changes the review of a claim; one that says nothing any more is dropped.
fn edit_review(next: &mut Project, claim: ClaimId, edit: impl FnOnce(&mut Review)) {
    let mut review = next
        .reviews
        .get(&claim)
        .map(|review| Review::clone(review))
        .unwrap_or_default();
    edit(&mut review);
    if review == Review::default() {
        next.reviews.remove(&claim);
    } else {
        next.reviews.insert(claim, Arc::new(review));
    }
}

fn set_verdict(
    next: &mut Project,
    claims: &[ClaimId],
    verdict: Option<&Verdict>,
) -> Result<(), CommandError> {
    known_claims(next, claims)?;
    if let Some(verdict) = verdict
        && !next.ratings.iter().any(|known| known.key == verdict.rating)
    {
        return Err(CommandError::NoSuchRating(verdict.rating.clone()));
    }
    for claim in claims {
        edit_review(next, *claim, |review| {
            review.verdict = verdict.cloned();
            review.status = match (verdict, review.status) {
                (Some(_), _) => Status::Checked,
                (None, Status::Checked) => Status::InProgress,
                (None, status) => status,
            };
        });
        if next.reviews.get(claim).is_some_and(|r| !has_grounds(r)) {
            return Err(CommandError::VerdictWithoutGrounds);
        }
    }
    Ok(())
}

/// Whether a verdict, if there is one, has a rationale or evidence.
pub(in crate::project) fn has_grounds(review: &Review) -> bool {
    review
        .verdict
        .as_ref()
        .is_none_or(|verdict| !verdict.rationale.trim().is_empty() || !review.evidence.is_empty())
}

pub(in crate::project) fn evidence_sound(evidence: &Evidence) -> Result<(), CommandError> {
    let url = evidence.url.as_deref().unwrap_or_default();
    let says_something = [evidence.citation.as_str(), evidence.quote.as_str(), url]
        .iter()
        .any(|words| !words.trim().is_empty());
    if says_something || evidence.attachment.is_some() {
        Ok(())
    } else {
        Err(CommandError::EmptyEvidence)
    }
}

fn dismiss(next: &mut Project, dismissal: &Dismissal) -> Result<(), CommandError> {
    if dismissal.reason.trim().is_empty() {
        return Err(CommandError::Empty("reason for setting the finding aside"));
    }
    dismissal
        .claims
        .iter()
        .try_for_each(|claim| known_claim(next, *claim).map(|_| ()))?;
    next.dismissals
        .retain(|kept| !kept.is_of(&dismissal.code, &dismissal.claims));
    next.dismissals.push_back(dismissal.clone());
    Ok(())
}
