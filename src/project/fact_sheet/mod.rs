//! Fact sheets: the spreadsheet with a line a fact that many desks keep, taken into a project and written again.
//!
//! The first line of the table names its columns, in any order and case: [`COLUMNS`]. A fact becomes a line of an
//! article, the figures in it become claims; source, method and date become their evidence, the status their verdict,
//! the note their note. What fits nowhere stays in words beside the fact: nothing is dropped.

mod read;
mod table;
mod write;

pub use read::{Taken, take};
pub use write::write;

use thiserror::Error;

use super::CommandError;

/// How a line of a note begins that names a figure of the fact, which alone the row is of.
const OF_FIGURE: &str = "figure: ";
/// How a line of a note begins that gives the reason of a verdict.
const RATIONALE: &str = "rationale: ";

/// Columns of a fact sheet, in the order they are written.
pub const COLUMNS: [&str; 6] = ["fact", "source", "method", "date", "status", "note"];

/// Why a fact sheet cannot be taken in or written. Nothing was changed.
#[derive(Debug, Error)]
pub enum FactSheetError {
    /// There is no column of facts.
    #[error(
        "“{name}” is not a fact sheet: its first line names no column “fact”, only {found}. Name the columns fact, source, method, date, status and note, and take it in again"
    )]
    NoFacts {
        /// The file.
        name: String,
        /// The columns it has.
        found: String,
    },
    /// There are columns but no fact.
    #[error("“{name}” holds no fact: the column “fact” is empty from top to bottom")]
    Empty {
        /// The file.
        name: String,
    },
    /// A cell that was opened by a quotation mark goes on to the end.
    #[error(
        "cannot read the table “{name}”: the quotation mark in line {line} is never closed, so all after it would be one cell. Close it and take the table in again"
    )]
    OpenQuote {
        /// The file.
        name: String,
        /// Where the row begins, as an editor counts.
        line: u64,
    },
    /// Every fact of the table was taken in before.
    #[error(
        "all facts of “{name}” stand in the project already; nothing was taken in. Change a claim’s verdict or evidence in the project itself"
    )]
    AllKnown {
        /// The file.
        name: String,
    },
    /// The table cannot be read.
    #[error(
        "cannot read the table “{name}”: {because}. Save it again as CSV in UTF-8 and take it in again"
    )]
    Damaged {
        /// The file.
        name: String,
        /// What is wrong, with the line.
        because: csv::Error,
    },
    /// The table cannot be written.
    #[error("cannot write the fact sheet: {0}")]
    Unwritten(String),
    /// The facts do not fit the project.
    #[error(transparent)]
    Command(#[from] CommandError),
}

/// Beginnings of cells that spreadsheets run as formulas.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// A cell that no spreadsheet takes for a formula.
pub fn neutral(cell: String) -> String {
    if cell.trim_start().starts_with(FORMULA) {
        format!("'{cell}")
    } else {
        cell
    }
}

/// The cell before it was made [`neutral`].
fn meant(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(inner) if inner.trim_start().starts_with(FORMULA) => inner,
        _ => cell,
    }
}

/// How the rationale of a verdict begins that came from a fact sheet.
const AS_IN_SHEET: &str = "As in the fact sheet";

/// How a note on a fact without figures begins.
fn on_fact(fact: &str) -> String {
    format!("“{fact}”: ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::ArticleId;
    use crate::project::samples::by_ana;
    use crate::project::{Session, Stance, Status};

    const SHEET: &str = "\
fact,source,method,date,status,note
About 98 ferries lay in the port on Monday.,Port register,by phone,2026-01-05,Confirmed,Ask again in May
At least 12 of them were full.,https://port.example/log,,,wrong,'=4 by our count
The harbour master is called Anna.,Anna,in person,2026-01-06,confirmed,
Some 30 sailors came.,,,,,
";

    fn taken(sheet: &str) -> (Session, Vec<String>) {
        let mut session = Session::new("Ferries");
        let taken = take(session.project(), "facts.csv", sheet.as_bytes(), &by_ana());
        let taken = taken.expect("a fact sheet");
        session.apply(taken.command, by_ana()).expect("fits");
        (session, taken.notices)
    }

    fn written(session: &Session) -> String {
        String::from_utf8(write(session.project()).expect("written")).expect("text")
    }

    #[test]
    fn a_sheet_taken_in_again_adds_only_what_is_new() {
        let (session, _) = taken(SHEET);
        let again = |sheet: &str| take(session.project(), "facts.csv", sheet.as_bytes(), &by_ana());
        assert!(matches!(again(SHEET), Err(FactSheetError::AllKnown { .. })));
        let more = again(&format!("{SHEET}Then 7 barges sank.,,,,,\n")).expect("one is new");
        assert_eq!((more.facts, more.claims), (1, 1));
        assert_eq!(more.notices.len(), 4, "{:?}", more.notices);
    }

    #[test]
    fn a_quotation_mark_that_is_never_closed_swallows_nothing() {
        let sheet = "fact,note\nSome 30 sailors came.,\n\"At least 12 left.,open\nThen 7 barges sank.,late\n";
        let refused = take(
            Session::new("Ferries").project(),
            "facts.csv",
            sheet.as_bytes(),
            &by_ana(),
        );
        assert!(
            matches!(refused, Err(FactSheetError::OpenQuote { line: 3, .. })),
            "{refused:?}"
        );
        let (_, notices) =
            taken("fact,note\nThe pipe is 12\" wide.,long\nThen 7 barges sank.,\"a\nb\"\n");
        assert_eq!(notices, [] as [String; 0]);
    }

    #[test]
    fn facts_come_in_as_judged_claims_with_their_evidence() {
        let (session, notices) = taken(SHEET);
        let project = session.project();
        assert_eq!(project.soundness(), Ok(()));
        let claim = project.claims_of(ArticleId(1)).next().expect("a claim");
        assert!(claim.anchor.quote.contains("98"), "{:?}", claim.anchor);
        let review = project.reviews.get(&claim.id).expect("judged");
        assert_eq!(review.status, Status::Checked);
        assert_eq!(
            review.verdict.as_ref().map(|v| v.rating.as_str()),
            Some("confirmed")
        );
        let evidence = review.evidence.first().expect("attached");
        assert_eq!(evidence.citation, "Port register");
        assert_eq!(evidence.method.as_deref(), Some("by phone"));
        assert_eq!(evidence.stance, Stance::Context, "the sheet does not say");
        assert_eq!(
            evidence.accessed.map(|d| d.to_string()),
            Some("2026-01-05".to_owned())
        );
        assert_eq!(review.note, "Ask again in May");
        assert!(
            project
                .notes
                .iter()
                .any(|note| note.text.contains("Anna · in person"))
        );
        assert_eq!(notices.len(), 1, "{notices:?}");
        assert!(notices[0].contains("line 4"), "{notices:?}");
        assert_eq!(
            session.undo_label(),
            Some("Take in the fact sheet “facts.csv”: 4 facts")
        );
    }

    #[test]
    fn what_came_in_goes_out_again() {
        let (session, _) = taken(SHEET);
        let sheet = written(&session).replace(
            "The harbour master is called Anna.,,,,,Anna · in person · 2026-01-06 · confirmed",
            "The harbour master is called Anna.,Anna,in person,2026-01-06,confirmed,",
        );
        let expected = SHEET.replace(",wrong,", ",Wrong,");
        assert_eq!(sheet, expected);
        let (again, _) = taken(&written(&session));
        assert_eq!(written(&again), written(&session));
    }

    #[test]
    fn what_is_said_of_one_figure_of_a_fact_is_of_no_other() {
        let sheet = "fact,source,method,date,status,note\n\
            \"Of the 40 boats, 12 sank.\",Register,,,Confirmed,\"figure: 40\nrationale: The list has 40 names\"\n";
        let (session, notices) = taken(sheet);
        assert_eq!(notices, [""; 0]);
        let project = session.project();
        let judged = |quote: &str| {
            let mut claims = project.claims.values();
            let claim = claims.find(|claim| claim.anchor.quote == quote);
            let claim = claim.expect("a claim").id;
            let review = project.reviews.get(&claim)?;
            Some(review.verdict.as_ref()?.rationale.clone())
        };
        assert_eq!(judged("40").as_deref(), Some("The list has 40 names"));
        assert_eq!(judged("12"), None);
        assert_eq!(written(&session), sheet);
    }

    #[test]
    fn a_fact_with_two_sources_has_two_lines() {
        let sheet = "Note;Fact;Source;Checked by;Status;Date\n\
            see both;Some 40 boats sank.;Register;Ben;in progress;5/1/2026\n\
            ;Some 40 boats sank.;Diver;;;\n";
        let (session, notices) = taken(sheet);
        let review = session.project().reviews.values().next().expect("judged");
        assert_eq!(review.evidence.len(), 2);
        assert_eq!(review.status, Status::InProgress);
        assert_eq!(review.note, "see both\nchecked by: Ben\ndate: 5/1/2026");
        assert!(
            notices.iter().any(|notice| notice.contains("5/1/2026")),
            "{notices:?}"
        );
        assert_eq!(written(&session).matches("Some 40 boats sank.,").count(), 2);
    }

    #[test]
    fn what_is_no_fact_sheet_is_refused_in_words() {
        let refusal = |sheet: &str| {
            let project = crate::project::Project::new("Ferries");
            take(&project, "facts.csv", sheet.as_bytes(), &by_ana())
                .err()
                .map(|refused| refused.to_string())
                .unwrap_or_default()
        };
        assert!(refusal("claim,who\n12 boats,Ana\n").contains("claim, who"));
        assert!(refusal("fact,source\n,Ana\n").contains("no fact"));
        assert!(refusal("").contains("not a fact sheet"));
    }
}
