//! `report`: a project as a report; the format is the ending of the file's name.

use std::cell::Cell;
use std::io::{IsTerminal as _, Write as _};
use std::path::PathBuf;

use super::{CliError, Outcome, clock, tell};
use crate::export::{Format, Paper, Report, Section};
use crate::project::{Attached, Session, write_whole};

/// What `report` was asked for.
#[derive(Clone, Debug, clap::Args)]
pub struct ReportOf {
    /// The project
    #[arg(value_name = "PROJECT.ron")]
    project: PathBuf,
    /// The file to write; its ending is the format
    #[arg(long, value_name = "FILE")]
    to: PathBuf,
    /// Where the report will be published; ClaimReview needs it. By default the address that the project knows
    #[arg(long)]
    url: Option<String>,
    /// Number of a judged claim that ClaimReview shall publish, and no other; may be given several times
    #[arg(long = "claim", value_name = "NUMBER")]
    claims: Vec<u32>,
    /// Who publishes it
    #[arg(long)]
    newsroom: Option<String>,
    /// Sections to print, in this order: summary, open, findings, figures, alone, quotes, articles, notes, method
    #[arg(long, value_delimiter = ',', value_name = "SECTION,…")]
    sections: Vec<Section>,
    /// A PNG or JPEG picture for the head of web page, PDF and Word document
    #[arg(long, value_name = "FILE")]
    logo: Option<PathBuf>,
    /// Paper of PDF, Word document and spreadsheet, and of web pages in print: a4 or letter
    #[arg(long)]
    paper: Option<Paper>,
}

pub(super) fn run(asked: &ReportOf) -> Result<Outcome, CliError> {
    let format = Format::of_name(&asked.to.to_string_lossy())?;
    let session = Session::open_read_only(&asked.project)?;
    for notice in session.notices() {
        tell(&format!("{}: {notice}", asked.project.display()));
    }
    for (claim, file, state) in session.attachments() {
        match state {
            Attached::Unchanged => {}
            Attached::Changed => tell(&format!(
                "{claim}: {} has changed since it was attached",
                file.path
            )),
            Attached::Missing => tell(&format!(
                "{claim}: {} is not where it was attached",
                file.path
            )),
        }
    }
    let mut report = Report::new(session.project(), session.crosscheck(), &clock::time())
        .with_arrivals(session.log());
    if asked.url.is_some() {
        report.publication_url.clone_from(&asked.url);
    }
    if !asked.claims.is_empty() {
        report.reviewed = Some(asked.claims.clone());
    }
    if asked.newsroom.is_some() {
        report.newsroom.clone_from(&asked.newsroom);
    }
    if !asked.sections.is_empty() {
        report.layout.sections.clone_from(&asked.sections);
    }
    if let Some(path) = &asked.logo {
        let logo = super::style::logo(path)?;
        report.layout.logo = Some(logo);
    }
    if let Some(paper) = asked.paper {
        report.layout.paper = paper;
    }
    if let Some(caution) = format.caution(&report) {
        tell(&format!("{caution}."));
    }
    let told = Cell::new(None);
    let bytes = format.write_watched(&report, &|percent| {
        if told.replace(percent) != percent {
            progress(percent);
        }
        true
    })?;
    if told.get().is_some() {
        progress(None);
    }
    write_whole(&asked.to, &bytes)?;
    Ok(Outcome::Fine)
}

/// Says on a terminal how far a long report is; nothing once it is written.
fn progress(percent: Option<usize>) {
    let mut screen = std::io::stderr();
    if screen.is_terminal() {
        let told = percent.map(|percent| format!("{percent}% written"));
        // Nobody is left to tell where it is closed.
        let _ = write!(screen, "\r{:12}\r{0}", told.unwrap_or_default());
        let _ = screen.flush();
    }
}
