//! `style`: how the reports of a project look, set in the project.

use std::path::{Path, PathBuf};

use super::{CliError, Outcome, clock};
use crate::export::{Logo, Paper, Section, must_be_address};
use crate::project::{Command, ReportStyle, Session};

/// What `style` was asked for.
#[derive(Clone, Debug, clap::Args)]
pub struct Style {
    /// The project
    #[arg(value_name = "PROJECT.ron")]
    project: PathBuf,
    /// Who publishes the reports
    #[arg(long)]
    newsroom: Option<String>,
    /// Sections to print, in this order: summary, open, findings, figures, alone, quotes, articles, notes, method
    #[arg(long, value_delimiter = ',', value_name = "SECTION,…")]
    sections: Vec<Section>,
    /// A PNG or JPEG picture for their head
    #[arg(long, value_name = "FILE")]
    logo: Option<PathBuf>,
    /// Paper of PDF, Word document and spreadsheet, and of web pages in print: a4 or letter
    #[arg(long)]
    paper: Option<Paper>,
    /// Where the reports are published; ClaimReview needs it
    #[arg(long)]
    url: Option<String>,
    /// Begin with the usual look instead of the one set before
    #[arg(long)]
    reset: bool,
    /// Your name or initials, for the log
    #[arg(long)]
    pub(super) by: Option<String>,
}

pub(super) fn run(asked: &Style) -> Result<Outcome, CliError> {
    let mut session = Session::open(&asked.project)?;
    let mut style = if asked.reset {
        ReportStyle::default()
    } else {
        session.project().report_style.clone()
    };
    if asked.newsroom.is_some() {
        style.newsroom.clone_from(&asked.newsroom);
    }
    if !asked.sections.is_empty() {
        let names = asked
            .sections
            .iter()
            .map(|section| section.key().to_owned());
        style.sections = names.collect();
    }
    if let Some(path) = &asked.logo {
        style.logo = Some(logo(path)?.to_base64());
    }
    if let Some(paper) = asked.paper {
        style.paper = Some(paper.key().to_owned());
    }
    if let Some(url) = &asked.url {
        must_be_address(url)?;
        style.address = Some(url.clone());
    }
    session.apply(
        Command::SetReportStyle { style },
        clock::stamp(asked.by.as_deref()),
    )?;
    session.save(&asked.project)?;
    Ok(Outcome::Fine)
}

/// The picture in a file.
pub(super) fn logo(path: &Path) -> Result<Logo, CliError> {
    let bytes = std::fs::read(path).map_err(|because| CliError::Unreadable {
        path: path.to_owned(),
        because,
    })?;
    Logo::new(bytes).map_err(|because| CliError::Logo {
        path: path.to_owned(),
        because,
    })
}
