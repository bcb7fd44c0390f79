//! Every user story without a window: for scripts, other programs and batch work.
//!
//! Exit status: 0 all went well; 1 a check found something that conflicts; 2 it could not be done;
//! 3 it was done, but part of the input was skipped.

mod check;
mod claim_json;
mod clock;
mod extract;
mod facts;
mod import;
mod judge;
mod lines;
mod merge;
mod new;
mod report;
mod revise;
mod skipped_lines;
mod source;
mod style;

pub use facts::Facts;
pub use judge::Judge;
pub use new::New;
pub use report::ReportOf;
pub use revise::Revise;
pub use style::Style;

use std::io::Write as _;
use std::path::PathBuf;

use clap::{Parser, Subcommand};
use thiserror::Error;

use crate::export::ExportError;
use crate::import::ImportError;
use crate::project::{CommandError, FileError, WriteError};

/// What was asked for.
#[derive(Debug)]
pub enum Request {
    /// A window on these files; none is the welcome screen.
    Window(Vec<PathBuf>),
    /// Work without a window.
    Command(Command),
}

#[derive(Debug, Parser)]
#[command(
    name = "countercheck",
    version,
    about,
    args_conflicts_with_subcommands = true
)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// A project or articles to open in the window
    #[arg(value_name = "PROJECT.ron | ARTICLE")]
    paths: Vec<PathBuf>,
}

/// Work without a window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print the claims of articles, one JSON object per article and line
    Extract {
        /// Input is one JSON article a line: {"id", "text", "title"?, "publisher"?, "published"?, "url"?}
        #[arg(long)]
        jsonl: bool,
        /// Articles, folders or addresses; “-” or nothing is standard input
        #[arg(value_name = "PATH")]
        paths: Vec<PathBuf>,
    },
    /// Lay the claims of all articles side by side: figures, comparisons and findings as one JSON object
    Check {
        /// Input is one JSON article a line; all lines together are checked
        #[arg(long)]
        jsonl: bool,
        /// Indent the JSON for a human reader
        #[arg(long)]
        pretty: bool,
        /// Articles, folders or addresses; “-” is standard input
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
    },
    /// Make a project from articles
    New(New),
    /// Put a corrected article in place of the one in a project, and show what has changed
    Revise(Revise),
    /// Judge claims of a project: how their check came out, and why
    Judge(Judge),
    /// Set how the reports of a project look: newsroom, sections, logo
    Style(Style),
    /// Write the report on a project
    Report(ReportOf),
    /// Print articles as JSON: title, byline, publisher, published, language, text
    Import {
        /// Indent the JSON for a human reader
        #[arg(long)]
        pretty: bool,
        /// How the files are read
        #[command(flatten)]
        reading: source::Reading,
        /// Articles, folders or addresses; “-” is standard input
        #[arg(value_name = "PATH", required = true)]
        paths: Vec<PathBuf>,
    },
    /// Take the facts of a spreadsheet into a project, or write the project's facts as one
    Facts(Facts),
    /// Bring two people's copies of a project together; exits 1 if something is left to decide
    Merge {
        /// The version both started from
        #[arg(value_name = "BASE")]
        base: PathBuf,
        /// Our copy; where both changed a thing, ours is kept and the difference noted
        #[arg(value_name = "OURS")]
        ours: PathBuf,
        /// Their copy
        #[arg(value_name = "THEIRS")]
        theirs: PathBuf,
        /// Where to save the outcome; may be one of the copies
        #[arg(long, value_name = "FILE")]
        to: PathBuf,
        /// Your name or initials, for the log
        #[arg(long)]
        by: Option<String>,
    },
}

/// How a command ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// All was done and nothing is amiss.
    Fine,
    /// All was done, and something conflicts.
    Conflicts,
    /// It was done, but part of the input was skipped; standard error says which.
    Skipped,
}

impl Outcome {
    /// The exit status.
    pub const fn status(self) -> u8 {
        match self {
            Self::Fine => 0,
            Self::Conflicts => 1,
            Self::Skipped => 3,
        }
    }
}

/// Why a command could not be done.
#[derive(Debug, Error)]
pub enum CliError {
    /// Standard output or standard input failed.
    #[error("{doing} failed; what was written so far is complete line by line")]
    Stream {
        /// What was attempted.
        doing: &'static str,
        /// Why it failed.
        #[source]
        because: std::io::Error,
    },
    /// A file could not be read.
    #[error("cannot read “{}”; check the path and its permissions", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why it failed.
        #[source]
        because: std::io::Error,
    },
    /// A file holds no article.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// No article of the project, or several, came from there.
    #[error("cannot tell which article “{}” replaces; say --number with one of: {known}", path.display())]
    WhichArticle {
        /// The file.
        path: PathBuf,
        /// Numbers and names of the articles.
        known: String,
    },
    /// A verdict that is not on the scale.
    #[error("“{word}” is on no scale of this project; say --verdict with one of: {known}")]
    WhichVerdict {
        /// What was asked for.
        word: String,
        /// The names of the verdicts.
        known: String,
    },
    /// A folder without a file to read.
    #[error("“{}” holds no file to read; choose another folder", path.display())]
    EmptyFolder {
        /// The folder.
        path: PathBuf,
    },
    /// An address gives no article.
    #[cfg(feature = "fetch")]
    #[error(transparent)]
    Fetch(#[from] crate::import::fetch::FetchError),
    /// A program that was built to open no connection.
    #[cfg(not(feature = "fetch"))]
    #[error(
        "“{address}” is not fetched: this program was built without connections; save the page in a browser and import the file"
    )]
    Offline {
        /// The address.
        address: String,
    },
    /// A logo that is none.
    #[error("cannot take “{}” as a logo: {because}", path.display())]
    Logo {
        /// The file.
        path: PathBuf,
        /// What is wrong with it.
        because: String,
    },
    /// A file of several articles where one is meant.
    #[error(
        "“{}” holds {articles} articles, and one is to take the place of another; save that one in a file of its own",
        path.display()
    )]
    SeveralArticles {
        /// The file.
        path: PathBuf,
        /// How many it holds.
        articles: usize,
    },
    /// A report or a table was not written.
    #[error(transparent)]
    Unwritten(#[from] WriteError),
    /// A new project would overwrite something.
    #[error("“{}” exists already; choose another name, or open it", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// A project could not be opened or saved.
    #[error(transparent)]
    File(#[from] FileError),
    /// The file of an article could not be kept.
    #[error(transparent)]
    Keep(#[from] crate::project::KeepError),
    /// A change could not be made.
    #[error(transparent)]
    Change(#[from] CommandError),
    /// A report could not be made.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// Nothing at all could be read.
    #[error("none of the {0} articles could be read; the lines above say why")]
    NothingRead(usize),
    /// A fact sheet could not be taken in or written.
    #[error(transparent)]
    FactSheet(#[from] crate::project::fact_sheet::FactSheetError),
    /// A reason could not be written down.
    #[error(transparent)]
    Reason(#[from] crate::project::ReasonError),
    /// Two projects could not be merged.
    #[error(transparent)]
    Merge(#[from] crate::project::MergeError),
}

impl Command {
    /// The same in this name, where it changes a project and gives no other.
    #[must_use]
    pub fn signed(mut self, name: Option<String>) -> Self {
        let by = match &mut self {
            Self::New(asked) => &mut asked.by,
            Self::Revise(asked) => &mut asked.by,
            Self::Judge(asked) => &mut asked.by,
            Self::Style(asked) => &mut asked.by,
            Self::Facts(asked) => &mut asked.by,
            Self::Merge { by, .. } => by,
            Self::Extract { .. } | Self::Check { .. } | Self::Report(_) | Self::Import { .. } => {
                return self;
            }
        };
        *by = by.take().or(name);
        self
    }
}

/// Reads the arguments; prints help or a usage error and ends the program where that is what they ask for.
pub fn request() -> Request {
    let arguments = Arguments::parse();
    match arguments.command {
        Some(command) => Request::Command(command),
        None => Request::Window(arguments.paths),
    }
}

/// Does what was asked.
pub fn run(command: Command) -> Result<Outcome, CliError> {
    match command {
        Command::Extract { jsonl, paths } => extract::run(&paths, jsonl),
        Command::Check {
            jsonl,
            pretty,
            paths,
        } => check::run(&paths, jsonl, pretty),
        Command::New(asked) => new::run(&asked),
        Command::Revise(asked) => revise::run(&asked),
        Command::Judge(asked) => judge::run(&asked),
        Command::Style(asked) => style::run(&asked),
        Command::Report(asked) => report::run(&asked),
        Command::Import {
            pretty,
            reading,
            paths,
        } => import::run(&paths, &reading, pretty),
        Command::Facts(asked) => facts::run(&asked),
        Command::Merge {
            base,
            ours,
            theirs,
            to,
            by,
        } => merge::run(&base, &ours, &theirs, &to, by.as_deref()),
    }
}

/// How a command ended that left out so many inputs.
const fn done_but_for(skipped: usize) -> Outcome {
    if skipped == 0 {
        Outcome::Fine
    } else {
        Outcome::Skipped
    }
}

/// Writes the reason for the latest change down, if one was given.
fn explained(
    session: &mut crate::project::Session,
    why: Option<&str>,
    stamp: crate::project::Stamp,
) -> Result<(), CliError> {
    if let (Some(why), Some(event)) = (why, session.latest_change()) {
        session.explain(event, why, stamp)?;
    }
    Ok(())
}

/// A line for the person at the terminal, not for the program behind the pipe.
fn tell(line: &str) {
    // Standard error may be closed; there is nobody left to tell.
    let _ = writeln!(std::io::stderr(), "{line}");
}

/// Writing failed; a reader that has gone away is no failure of ours.
fn written(result: std::io::Result<()>) -> Result<(), CliError> {
    match result {
        Err(because) if because.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        Err(because) => Err(CliError::Stream {
            doing: "writing to standard output",
            because,
        }),
        Ok(()) => Ok(()),
    }
}
