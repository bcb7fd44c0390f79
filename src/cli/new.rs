//! `new`: a project from articles.

use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::{CliError, Outcome, clock, source, tell};
use crate::article::{Article, Role};
use crate::claim;
use crate::crosscheck::Wording;
use crate::project::{Command, Session, keep_original};

/// What `new` was asked for.
#[derive(Clone, Debug, clap::Args)]
pub struct New {
    /// The project file to write; it must not exist yet
    #[arg(value_name = "PROJECT.ron")]
    project: PathBuf,
    /// Articles to take in: files, folders, addresses
    #[arg(value_name = "ARTICLE", required = true)]
    articles: Vec<PathBuf>,
    /// The draft whose facts are to be checked; it is taken in first
    #[arg(long, value_name = "ARTICLE")]
    copy: Vec<PathBuf>,
    #[command(flatten)]
    reading: source::Reading,
    /// Keep the file of each article beside the project, as it came
    #[arg(long)]
    keep_originals: bool,
    /// Name of the project; by default the name of its file
    #[arg(long)]
    title: Option<String>,
    /// Your name or initials, for the log
    #[arg(long)]
    pub(super) by: Option<String>,
}

pub(super) fn run(asked: &New) -> Result<Outcome, CliError> {
    let path = &asked.project;
    if path.exists() {
        return Err(CliError::Exists { path: path.clone() });
    }
    let title = asked.title.clone().unwrap_or_else(|| stem(path));
    let mut session = Session::new(&title);
    let copies = source::with_files_of_folders(&asked.copy)?;
    let reports = source::with_files_of_folders(&asked.articles)?;
    let drafts = copies.iter().map(|path| (path, Role::CopyUnderCheck));
    let reports = reports
        .iter()
        .filter(|path| !copies.contains(path))
        .map(|path| (path, Role::Report));
    let sources: Vec<(&PathBuf, Role)> = drafts.chain(reports).collect();
    let mut skipped = 0;
    let mut articles = Vec::new();
    for (path, role) in &sources {
        match source::read(path, asked.reading.choices()) {
            Err(error) if sources.len() == 1 => return Err(error),
            Err(error) => {
                skipped += 1;
                tell(&format!("{error}; skipped"));
            }
            Ok((imported, bytes)) => {
                for mut imported in imported {
                    for notice in &imported.notices {
                        tell(&format!("{}: {notice}", path.display()));
                    }
                    imported.article.metadata.role = *role;
                    if asked.keep_originals {
                        let name = path.to_string_lossy();
                        keep_original(&asked.project, &imported.article.text, &name, &bytes)?;
                    }
                    articles.push(imported.article);
                }
            }
        }
    }
    if articles.is_empty() {
        return Err(CliError::NothingRead(sources.len()));
    }
    for line in copies_among(&articles) {
        tell(&line);
    }
    let found: Vec<_> = articles.par_iter().map(claim::extract).collect();
    let mut claims = 0;
    let taken = articles.len();
    for (article, found) in articles.into_iter().zip(found) {
        claims += found.len();
        let command = Command::AddArticle { article, found };
        session.apply(command, clock::stamp(asked.by.as_deref()))?;
    }
    session.save(path)?;
    let several = |number: usize| if number == 1 { "" } else { "s" };
    tell(&format!(
        "{}: {taken} article{}, {claims} figure{}",
        path.display(),
        several(taken),
        several(claims)
    ));
    Ok(super::done_but_for(skipped))
}

/// Which articles are mostly the text of one before them, a line each.
fn copies_among(articles: &[Article]) -> Vec<String> {
    let wordings: Vec<Wording> = articles
        .par_iter()
        .map(|article| Wording::of(&article.text))
        .collect();
    let name = |at: usize| {
        let origin = articles
            .get(at)
            .and_then(|it| it.metadata.origin.as_deref());
        origin.unwrap_or("an article").to_owned()
    };
    wordings
        .iter()
        .enumerate()
        .filter_map(|(at, wording)| {
            let (earlier, likeness) = wording.closest(wordings.iter().take(at))?;
            Some(format!(
                "{}: {}% of it is the text of {}; both count as one source where they say the same",
                name(at),
                likeness.percent,
                name(earlier)
            ))
        })
        .collect()
}

/// The name of a file without its ending.
pub(super) fn stem(path: &Path) -> String {
    path.file_stem().map_or_else(
        || "Untitled".to_owned(),
        |stem| stem.to_string_lossy().into_owned(),
    )
}
