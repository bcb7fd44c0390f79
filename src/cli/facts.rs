//! `facts`: a fact sheet, the table with a line a fact, into a project and out of it.

use std::path::PathBuf;

use super::{CliError, Outcome, clock, new, tell};
use crate::project::{Session, fact_sheet, write_whole};

/// What `facts` was asked for.
#[derive(Clone, Debug, clap::Args)]
pub struct Facts {
    /// The project; made where it is not there yet
    #[arg(value_name = "PROJECT.ron")]
    project: PathBuf,
    /// Take in this table: columns fact, source, method, date, status and note, in any order
    #[arg(long, value_name = "SHEET.csv", required_unless_present = "to")]
    from: Option<PathBuf>,
    /// Write the facts of the project to this table
    #[arg(long, value_name = "SHEET.csv", conflicts_with = "from")]
    to: Option<PathBuf>,
    /// Your name or initials, for the log
    #[arg(long)]
    pub(super) by: Option<String>,
    /// Why, for the log
    #[arg(long, value_name = "REASON")]
    why: Option<String>,
}

pub(super) fn run(asked: &Facts) -> Result<Outcome, CliError> {
    let path = &asked.project;
    let Some(sheet) = &asked.from else {
        let session = Session::open_read_only(path)?;
        let table = fact_sheet::write(session.project())?;
        if let Some(to) = &asked.to {
            write_whole(to, &table)?;
        }
        return Ok(Outcome::Fine);
    };
    let bytes = std::fs::read(sheet).map_err(|because| CliError::Unreadable {
        path: sheet.clone(),
        because,
    })?;
    let mut session = if path.exists() {
        Session::open(path)?
    } else {
        Session::new(&new::stem(path))
    };
    let stamp = clock::stamp(asked.by.as_deref());
    let name = sheet.display().to_string();
    let taken = fact_sheet::take(session.project(), &name, &bytes, &stamp)?;
    for notice in &taken.notices {
        tell(&format!("{name}: {notice}"));
    }
    session.apply(taken.command, stamp.clone())?;
    super::explained(&mut session, asked.why.as_deref(), stamp)?;
    session.save(path)?;
    let (facts, claims) = (taken.facts, taken.claims);
    tell(&format!(
        "{}: {facts} facts, {claims} claims",
        path.display()
    ));
    Ok(Outcome::Fine)
}
