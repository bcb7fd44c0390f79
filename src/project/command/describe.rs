//! What a change is called in the undo menu, the log and the journal's preview.

use super::{Command, facets};
use crate::claim::{ArticleId, ClaimId};
use crate::crosscheck::LinkKind;
use crate::project::{FigureDecision, Project, ReportStyle, Status, Subject};

impl Command {
    /// Its name for a person, with the words it is about as `project` has them: "Reject “98”".
    pub fn describe(&self, project: &Project) -> String {
        let claim = |id: &ClaimId| match project.claims.get(id) {
            Some(claim) => format!("“{}”", shortened(claim.anchor.quote.trim())),
            None => id.to_string(),
        };
        let of = |claims: &[ClaimId]| match claims {
            [one] => claim(one),
            several => counted(several.len(), "claim"),
        };
        let article = |id: &ArticleId| match project.articles.get(id) {
            Some(article) => format!("“{}”", shortened(&article.name())),
            None => id.to_string(),
        };
        match self {
            Self::AddArticle { article, found } => {
                let what = named("article", article.metadata.title.as_deref());
                format!("Add {what} with {}", counted(found.len(), "figure"))
            }
            Self::ReviseArticle { revised, .. } => {
                let what = named("article", revised.metadata.title.as_deref());
                format!("Put in the corrected text of {what}")
            }
            Self::RemoveArticle { article: id } => format!("Remove {}", article(id)),
            Self::EditMetadata {
                article: id,
                metadata,
            } => match &metadata.title {
                Some(title) => format!("Edit the details of “{}”", shortened(title)),
                None => format!("Edit the details of {}", article(id)),
            },
            Self::AddClaim { .. } => "Mark a claim".to_owned(),
            Self::RemoveClaim { claim: id } => format!("Remove {}", claim(id)),
            Self::EditClaim { claim: id, reading } => {
                let old = project.claims.get(id).map(|claim| &claim.reading);
                match old.and_then(|old| facets::changes(old, reading)) {
                    Some(changes) => format!("Edit {}: {changes}", claim(id)),
                    None => format!("Edit {}", claim(id)),
                }
            }
            Self::MoveClaim { claim: id, .. } => format!("Move {}", claim(id)),
            Self::SetStatus { claims, status } => match status {
                Status::Unchecked => format!("Reopen {}", of(claims)),
                Status::InProgress => format!("Accept {}", of(claims)),
                Status::Checked => format!("Check off {}", of(claims)),
                Status::Rejected => format!("Reject {}", of(claims)),
            },
            Self::SetVerdict { claims, verdict } => match verdict {
                Some(verdict) => {
                    let rating = project.rating_label(&verdict.rating).to_lowercase();
                    format!("Judge {}: {rating}", of(claims))
                }
                None => format!("Take back the verdict on {}", of(claims)),
            },
            Self::AddEvidence {
                claim: id,
                evidence,
            } => match evidence.citation.trim() {
                "" => format!("Attach evidence to {}", claim(id)),
                citation => format!("Attach “{}” to {}", shortened(citation), claim(id)),
            },
            Self::RemoveEvidence { claim: id, .. } => {
                format!("Detach evidence from {}", claim(id))
            }
            Self::SetNote { claim: id, note } if note.is_empty() => {
                format!("Clear the note on {}", claim(id))
            }
            Self::SetNote { claim: id, .. } => format!("Note on {}", claim(id)),
            Self::SetRecheck { claims, recheck_by } => match recheck_by {
                Some(date) => format!("Recheck {} by {date}", of(claims)),
                None => format!("No recheck of {}", of(claims)),
            },
            Self::AddNote { subject, .. } => match subject {
                Subject::Project => "Note on the project".to_owned(),
                Subject::Article(id) => format!("Note on {}", article(id)),
                Subject::Figure(id) => format!("Note on the figure of {}", claim(id)),
            },
            Self::RemoveNote { .. } => "Remove a note".to_owned(),
            Self::LinkClaims { a, b, kind } => match kind {
                LinkKind::Must => format!("Keep {} and {} together", claim(a), claim(b)),
                LinkKind::Cannot => format!("Keep {} and {} apart", claim(a), claim(b)),
            },
            Self::UnlinkClaims { a, b } => format!("Unlink {} and {}", claim(a), claim(b)),
            Self::DecideFigure {
                claim: id,
                decision,
            } => {
                let renamed = FigureDecision {
                    title: decision.title.clone(),
                    claims: decision.claims.clone(),
                    ..project.figures.get(id).cloned().unwrap_or_default()
                };
                let old = project.figures.get(id).and_then(|old| old.title.as_ref());
                let is_name = *decision == renamed && decision.title.as_ref() != old;
                match (&decision.title, is_name) {
                    (Some(title), true) => format!("Rename a figure to “{}”", shortened(title)),
                    (None, true) => format!("Name the figure of {} as usual", claim(id)),
                    (Some(title), false) => format!("Decide on figure “{}”", shortened(title)),
                    (None, false) => "Decide on a figure".to_owned(),
                }
            }
            Self::DismissFinding { dismissal } => {
                let about = of(&dismissal.claims);
                format!("Set the finding on {about} aside")
            }
            Self::RestoreFinding { claims, .. } => {
                format!("Take the finding on {} up again", of(claims))
            }
            Self::SignOff { article: id, .. } => format!("Sign off {}", article(id)),
            Self::WithdrawSignOff { article: id, .. } => {
                format!("Withdraw the signature under {}", article(id))
            }
            Self::SaveView { view } => format!("Save view “{}”", shortened(&view.name)),
            Self::RemoveView { name } => format!("Remove view “{}”", shortened(name)),
            Self::SetHouseRules { .. } => "Change the house rules".to_owned(),
            Self::SetRatings { .. } => "Change the scale of verdicts".to_owned(),
            Self::SetReportStyle { style } => {
                let known = ReportStyle {
                    address: style.address.clone(),
                    ..project.report_style.clone()
                };
                if *style == known {
                    "Change the address of the report".to_owned()
                } else {
                    "Change the look of the report".to_owned()
                }
            }
            Self::SetTitle { title } => format!("Rename the project to “{}”", shortened(title)),
            Self::Patch { label, .. } => label.clone(),
        }
    }
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
pub(super) fn shortened(title: &str) -> String {
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
        let session = crate::project::samples::session();
        let project = session.project();
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
        assert_eq!(judge.describe(project), "Judge 3 claims: mostly right");
        let reject = Command::SetStatus {
            claims: vec![ClaimId(1)],
            status: Status::Rejected,
        };
        assert_eq!(reject.describe(project), "Reject “12”");
        let named = FigureDecision {
            title: Some("Goats drowned".to_owned()),
            ..FigureDecision::default()
        };
        let decide = |decision| Command::DecideFigure {
            claim: ClaimId(1),
            decision,
        };
        let rename = decide(named.clone());
        assert_eq!(
            rename.describe(project),
            "Rename a figure to “Goats drowned”"
        );
        let accepted = Some("12".to_owned());
        let decided = decide(FigureDecision { accepted, ..named });
        assert_eq!(
            decided.describe(project),
            "Decide on figure “Goats drowned”"
        );
        let rename = Command::SetTitle {
            title: "A very long title that no menu of any window could ever hold in one line"
                .to_owned(),
        };
        assert_eq!(
            rename.describe(project),
            "Rename the project to “A very long title that no menu of any wi…”"
        );
    }
}
