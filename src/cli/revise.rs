//! `revise`: an article that has been corrected takes the place of the one in the project. What has changed is shown,
//! and each figure is placed again by its words.

use std::io::{BufWriter, Write as _};
use std::path::PathBuf;

use super::{CliError, Outcome, clock, source, tell, written};
use crate::article::{Article, Details};
use crate::claim::{self, ArticleId};
use crate::import::differences;
use crate::project::{Command, Project, Session};

/// What `revise` was asked for.
#[derive(Clone, Debug, clap::Args)]
#[command(
    after_help = "Exits with 3 where claims were lost: their words stand in the corrected article no more."
)]
pub struct Revise {
    /// The project
    #[arg(value_name = "PROJECT.ron")]
    project: PathBuf,
    /// The corrected article: a file, or its address
    #[arg(value_name = "ARTICLE")]
    article: PathBuf,
    /// Number of the article in the project; by default the one that came from the same address, or from a file of the
    /// same name
    #[arg(long, value_name = "NUMBER")]
    number: Option<u32>,
    /// Show what has changed and leave the project as it is
    #[arg(long)]
    dry_run: bool,
    /// What becomes of a title, author, publisher, date or address that is given otherwise: by default it is taken, but
    /// for an article whose details somebody has edited
    #[arg(long, value_name = "WHICH")]
    details: Option<DetailChoice>,
    /// Your name or initials, for the log
    #[arg(long)]
    pub(super) by: Option<String>,
    /// Why, for the log
    #[arg(long, value_name = "REASON")]
    why: Option<String>,
}

/// What becomes of details that the corrected article gives otherwise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum DetailChoice {
    /// They are taken.
    Take,
    /// They stay as they are in the project.
    Keep,
}

pub(super) fn run(asked: &Revise) -> Result<Outcome, CliError> {
    let mut imported = source::articles(&asked.article)?;
    if imported.len() > 1 {
        return Err(CliError::SeveralArticles {
            path: asked.article.clone(),
            articles: imported.len(),
        });
    }
    let mut session = if asked.dry_run {
        Session::open_read_only(&asked.project)?
    } else {
        Session::open(&asked.project)?
    };
    let revised = imported.remove(0);
    for notice in &revised.notices {
        tell(notice);
    }
    let revised = revised.article;
    let (id, current) = held(session.project(), asked, &revised)?;
    let changes = differences(&current.text, &revised.text);
    let details = current.metadata.changed_in(&revised.metadata);
    let kept = asked.details.map_or_else(
        || session.with_edited_details().contains(&id),
        |choice| choice == DetailChoice::Keep,
    );
    let taken = if kept { Details::Kept } else { Details::Taken };
    let mut out = BufWriter::new(std::io::stdout().lock());
    for change in &changes {
        written(writeln!(out, "line {}: {}", change.line, change.marked))?;
    }
    for detail in &details {
        let kept = match taken {
            Details::Taken => "",
            Details::Kept => " (not taken; --details take takes it)",
        };
        written(writeln!(out, "{}{kept}", detail.marked()))?;
    }
    written(out.flush())?;
    if changes.is_empty() && (details.is_empty() || taken == Details::Kept) {
        tell("nothing has changed");
        return Ok(Outcome::Fine);
    }
    let reread = session.project().unedited(id);
    let revised = current.corrected_by(revised, taken);
    let before = session.project().lost_anchors();
    let found = claim::extract(&revised);
    let command = Command::ReviseArticle {
        article: id,
        revised,
        found,
        reread: reread.iter().map(|claim| claim.id).collect(),
    };
    let stamp = clock::stamp(asked.by.as_deref());
    session.apply(command, stamp.clone())?;
    super::explained(&mut session, asked.why.as_deref(), stamp)?;
    if !asked.dry_run {
        session.save(&asked.project)?;
    }
    let mut lost = session.project().lost_anchors();
    lost.retain(|claim| !before.contains(claim));
    for claim in lost
        .iter()
        .filter_map(|id| session.project().claims.get(id))
    {
        tell(&format!(
            "lost, it stands in the new text no more: “{}”",
            claim.anchor.in_context()
        ));
    }
    Ok(super::done_but_for(lost.len()))
}

/// The article of the project that is to be replaced.
fn held(
    project: &Project,
    asked: &Revise,
    revised: &Article,
) -> Result<(ArticleId, Article), CliError> {
    let same = |article: &Article| article.metadata.is_from_same_place(&revised.metadata);
    let mut fitting = project.articles.iter().filter(|(id, article)| {
        asked
            .number
            .map_or_else(|| same(article), |number| id.0 == number)
    });
    match (fitting.next(), fitting.next()) {
        (Some((id, article)), None) => Ok((*id, Article::clone(article))),
        _ => Err(CliError::WhichArticle {
            path: asked.article.clone(),
            known: project
                .articles
                .iter()
                .map(|(id, article)| {
                    let metadata = &article.metadata;
                    let name = metadata.title.as_ref().or(metadata.origin.as_ref());
                    format!("{} {}", id.0, name.map_or("", String::as_str))
                })
                .collect::<Vec<_>>()
                .join("; "),
        }),
    }
}
