//! What a change is called in the undo menu, the log and the journal's preview.

use super::Command;
use crate::claim::ClaimId;
use crate::crosscheck::LinkKind;
use crate::project::{Status, Subject};

impl Command {
    /// Its name for a person: "Reject 1 claim".
    pub fn describe(&self) -> String {
        match self {
            Self::AddArticle { article, found } => {
                let what = named("article", article.metadata.title.as_deref());
                format!("Add {what} with {}", counted(found.len(), "figure"))
            }
            Self::ReviseArticle { revised, .. } => {
                let what = named("article", revised.metadata.title.as_deref());
                format!("Put in the corrected text of {what}")
            }
            Self::RemoveArticle { article } => format!("Remove {article}"),
            Self::EditMetadata { article, metadata } => match &metadata.title {
                Some(title) => format!("Edit the details of “{}”", shortened(title)),
                None => format!("Edit the details of {article}"),
            },
            Self::AddClaim { .. } => "Mark a claim".to_owned(),
            Self::RemoveClaim { claim } => format!("Remove {claim}"),
            Self::EditClaim { claim, .. } => format!("Edit {claim}"),
            Self::MoveClaim { claim, .. } => format!("Move {claim}"),
            Self::SetStatus { claims, status } => match status {
                Status::Unchecked => format!("Reopen {}", of(claims)),
                Status::InProgress => format!("Start on {}", of(claims)),
                Status::Checked => format!("Accept {}", of(claims)),
                Status::Rejected => format!("Reject {}", of(claims)),
            },
            Self::SetVerdict { claims, verdict } => match verdict {
                Some(verdict) => {
                    format!("Judge {}: {}", of(claims), verdict.rating.replace('_', " "))
                }
                None => format!("Take back the verdict on {}", of(claims)),
            },
            Self::AddEvidence { claim, evidence } => match evidence.citation.trim() {
                "" => format!("Attach evidence to {claim}"),
                citation => format!("Attach “{}” to {claim}", shortened(citation)),
            },
            Self::RemoveEvidence { claim, .. } => format!("Detach evidence from {claim}"),
            Self::SetNote { claim, note } if note.is_empty() => {
                format!("Clear the note on {claim}")
            }
            Self::SetNote { claim, .. } => format!("Note on {claim}"),
            Self::SetRecheck { claims, recheck_by } => match recheck_by {
                Some(date) => format!("Recheck {} by {date}", of(claims)),
                None => format!("No recheck of {}", of(claims)),
            },
            Self::AddNote { subject, .. } => match subject {
                Subject::Project => "Note on the project".to_owned(),
                Subject::Article(article) => format!("Note on {article}"),
                Subject::Figure(claim) => format!("Note on the figure of {claim}"),
            },
            Self::RemoveNote { .. } => "Remove a note".to_owned(),
            Self::LinkClaims { a, b, kind } => match kind {
                LinkKind::Must => format!("Keep {a} and {b} together"),
                LinkKind::Cannot => format!("Keep {a} and {b} apart"),
            },
            Self::UnlinkClaims { a, b } => format!("Unlink {a} and {b}"),
            Self::DecideFigure { decision, .. } => match &decision.title {
                Some(title) => format!("Decide on figure “{}”", shortened(title)),
                None => "Decide on a figure".to_owned(),
            },
            Self::DismissFinding { dismissal } => {
                format!("Set a finding aside: {}", dismissal.code.replace('_', " "))
            }
            Self::RestoreFinding { code, .. } => {
                format!("Take a finding up again: {}", code.replace('_', " "))
            }
            Self::SignOff { article, .. } => format!("Sign off {article}"),
            Self::WithdrawSignOff { article, .. } => {
                format!("Withdraw the signature under {article}")
            }
            Self::SaveView { view } => format!("Save view “{}”", shortened(&view.name)),
            Self::RemoveView { name } => format!("Remove view “{}”", shortened(name)),
            Self::SetHouseRules { .. } => "Change the house rules".to_owned(),
            Self::SetRatings { .. } => "Change the scale of verdicts".to_owned(),
            Self::SetReportStyle { .. } => "Change the look of the report".to_owned(),
            Self::SetTitle { title } => format!("Rename the project to “{}”", shortened(title)),
            Self::Patch { label, .. } => label.clone(),
        }
    }
}

/// "1 claim", "3 claims".
fn of(claims: &[ClaimId]) -> String {
    counted(claims.len(), "claim")
}

/// "1 figure", "3 figures".
pub(in crate::project) fn counted(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

fn named(noun: &str, title: Option<&str>) -> String {
    title.map_or_else(
        || format!("an {noun}"),
        |title| format!("“{}”", shortened(title)),
    )
}

/// The first words of a title, for a menu.
fn shortened(title: &str) -> String {
    const LONGEST: usize = 40;
    let mut letters = title.chars();
    let start: String = letters.by_ref().take(LONGEST).collect();
    if letters.next().is_some() {
        format!("{}…", start.trim_end())
    } else {
        start
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::Verdict;

    #[test]
    fn changes_are_named_in_words() {
        let claims = vec![ClaimId(1), ClaimId(2), ClaimId(3)];
        let judge = Command::SetVerdict {
            claims,
            verdict: Some(Verdict {
                rating: "mostly_right".to_owned(),
                rationale: "the register says so".to_owned(),
                by: "DA".to_owned(),
                at: "2026-01-05".to_owned(),
            }),
        };
        assert_eq!(judge.describe(), "Judge 3 claims: mostly right");
        let reject = Command::SetStatus {
            claims: vec![ClaimId(7)],
            status: Status::Rejected,
        };
        assert_eq!(reject.describe(), "Reject 1 claim");
        let rename = Command::SetTitle {
            title: "A very long title that no menu of any window could ever hold in one line"
                .to_owned(),
        };
        assert_eq!(
            rename.describe(),
            "Rename the project to “A very long title that no menu of any wi…”"
        );
    }
}
