//! Work away from the window: each job on a named thread, its outcome a message.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::arrival::{Arrival, Original};
use super::copies::CopyOf;
use super::revision::Corrected;
use super::toast::Toast;
use crate::article::Article;
use crate::claim::{self, ArticleId, Claim, ClaimId, Found};
use crate::crosscheck::Crosscheck;
use crate::export::words::grouped;
use crate::import;
use crate::project::fact_sheet::Taken as FactSheet;
use crate::project::{Attached, Attachment, CrosscheckTask, Evidence, Project, SaveTask, Session};

/// What a path is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Choice {
    Open,
    SaveAs,
    Import,
    Export(&'static str),
    /// A fact sheet to be taken in.
    TakeFacts,
    /// Where a fact sheet is written.
    WriteFacts,
    /// A corrected text of an article.
    Revise(ArticleId),
    /// Another copy of the project, to be merged.
    Theirs,
    /// The version that both copies started from.
    Base,
    /// A file to be kept as evidence.
    Attach,
    /// A picture for the head of reports.
    Logo,
}

/// An article taken in, with the figures found in it.
#[derive(Clone, Debug)]
pub struct Taken {
    /// The article.
    pub article: Article,
    /// Its figures.
    pub found: Vec<Found>,
    /// What a person should know about the import.
    pub notices: Vec<String>,
    /// Its file, as it came.
    pub original: Option<Original>,
    /// Of what it is a copy, where its claims are to be linked with that.
    pub copy: Option<CopyOf>,
    /// What it takes the place of.
    pub replaces: Option<Replaced>,
}

/// The article whose text another replaces.
#[derive(Clone, Debug)]
pub struct Replaced {
    /// The article.
    pub article: ArticleId,
    /// Its claims that nobody had edited when the other text was read: that is read anew for them.
    pub unedited: Vec<Arc<Claim>>,
}

/// The outcome of a job.
#[derive(Debug)]
#[expect(missing_docs, reason = "the sentence on each variant names its fields")]
pub enum Outcome {
    /// Articles were read, or not, each with the name of its file; others wait for a person to look at them.
    Imported {
        results: Vec<(String, Result<Vec<Taken>, String>)>,
        waiting: Vec<Arrival>,
    },
    /// Something is to be told.
    Said(Toast),
    /// A project was opened, or not.
    Opened {
        path: PathBuf,
        result: Box<Result<Session, String>>,
    },
    /// A report was written, or not.
    Exported {
        /// The format that the path was asked for, where only that was asked.
        asked: Option<&'static str>,
        path: PathBuf,
        result: Result<(), String>,
    },
    /// The person chose paths, or none; `at_once` where the answer came faster than a person gives one.
    Chosen {
        choice: Choice,
        paths: Vec<PathBuf>,
        at_once: bool,
    },
    /// The project was saved, or not.
    Saved { path: PathBuf, task: Box<SaveTask> },
    /// A fact sheet was read, or not, for the project as it was at a revision.
    FactsRead {
        path: PathBuf,
        revision: u64,
        result: Result<Box<FactSheet>, String>,
    },
    /// A corrected text was read, or not; with what it would change, where that is anything.
    Revised(Result<Corrected, String>),
    /// Another copy was read, or not, with the version both started from, if that is known.
    CopyRead {
        theirs: PathBuf,
        result: Result<(Box<Session>, Option<Arc<Project>>), String>,
    },
    /// A file was read to be attached to a claim, or not.
    Attached {
        claim: ClaimId,
        evidence: Box<Evidence>,
        result: Result<Attachment, String>,
    },
    /// All attached files were looked after.
    LookedAfter(Vec<(ClaimId, Attachment, Attached)>),
    /// A crosscheck was worked out.
    Crosschecked {
        task: CrosscheckTask,
        outcome: Arc<Crosscheck>,
    },
}

/// How far a job is.
#[derive(Debug)]
pub struct Progress {
    done: AtomicUsize,
    of: AtomicUsize,
    is_percent: AtomicBool,
    cancelled: AtomicBool,
    /// For what is to be told before the job ends.
    said: Sender<Outcome>,
}

impl Progress {
    /// Says how much there is to do.
    pub fn expect(&self, of: usize) {
        self.of.store(of, Ordering::Relaxed);
    }

    /// Says that one more is done.
    pub fn step(&self) {
        self.done.fetch_add(1, Ordering::Relaxed);
    }

    /// Says how many per cent are done, where there is nothing to count.
    pub fn is_at_percent(&self, percent: usize) {
        self.is_percent.store(true, Ordering::Relaxed);
        self.expect(100);
        self.done.store(percent, Ordering::Relaxed);
    }

    /// Tells the person something while the job goes on.
    pub fn say(&self, toast: Toast) {
        // The window may be gone; then nobody wants to know.
        drop(self.said.send(Outcome::Said(toast)));
    }

    /// Whether the person gave the job up.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }
}

/// A job that runs.
#[derive(Debug)]
struct Running {
    id: u64,
    label: String,
    progress: Arc<Progress>,
    handle: JoinHandle<()>,
    since: Instant,
    seen: Seen,
}

/// Whether a job is shown while it runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// With a button that gives it up.
    AtOnce,
    /// Only once it takes long; it cannot be given up.
    WhenSlow,
    /// Not at all.
    Never,
}

/// So long a job in the background may take before it is spoken of.
const LONG: Duration = Duration::from_millis(600);

/// A job as the status bar shows it.
#[derive(Clone, Debug)]
pub struct Shown {
    /// To cancel it by.
    pub id: u64,
    /// What it does.
    pub label: String,
    /// How much is done, and of how much; `None` where it cannot be told.
    pub done: Option<(usize, usize)>,
    /// Whether that is in per cent.
    pub is_percent: bool,
    /// Whether it can be given up.
    pub can_cancel: bool,
}

impl Shown {
    /// How much is done, 0 to 1.
    pub fn share(&self) -> Option<f32> {
        let (done, of) = self.done?;
        let share = u16::try_from(done).ok().zip(u16::try_from(of).ok());
        share.map(|(done, of)| f32::from(done) / f32::from(of))
    }

    /// What it does, and how far it is: "Importing files: 312 of 1,000", "Exporting as PDF: 43%".
    pub fn words(&self) -> String {
        match self.done {
            Some((done, _)) if self.is_percent => format!("{}: {done}%", self.label),
            Some((done, of)) => format!("{}: {} of {}", self.label, grouped(done), grouped(of)),
            None => self.label.clone(),
        }
    }
}

/// All jobs.
#[derive(Debug)]
pub struct Jobs {
    running: Vec<Running>,
    next: u64,
    sender: Sender<Outcome>,
    receiver: Receiver<Outcome>,
}

impl Default for Jobs {
    fn default() -> Self {
        let (sender, receiver) = channel();
        Self {
            running: Vec::new(),
            next: 0,
            sender,
            receiver,
        }
    }
}

impl Jobs {
    /// Starts `work` on a thread named `name`; `label` is shown while it runs, as `seen` says.
    pub fn start(
        &mut self,
        ctx: &egui::Context,
        name: &str,
        (label, seen): (&str, Seen),
        work: impl FnOnce(&Progress) -> Option<Outcome> + Send + 'static,
    ) -> Result<(), String> {
        if seen == Seen::WhenSlow {
            ctx.request_repaint_after(LONG);
        }
        let progress = Arc::new(Progress {
            done: AtomicUsize::new(0),
            of: AtomicUsize::new(0),
            is_percent: AtomicBool::new(false),
            cancelled: AtomicBool::new(false),
            said: self.sender.clone(),
        });
        let (sender, ctx, its) = (self.sender.clone(), ctx.clone(), Arc::clone(&progress));
        let handle = std::thread::Builder::new()
            .name(name.to_owned())
            .spawn(move || {
                if let Some(outcome) = work(&its) {
                    // The window may be gone; then nobody wants to know.
                    drop(sender.send(outcome));
                }
                ctx.request_repaint();
            })
            .map_err(|error| {
                format!("{label}: no thread for it ({error}); close something and try again")
            })?;
        self.next += 1;
        self.running.push(Running {
            id: self.next,
            label: label.to_owned(),
            progress,
            handle,
            since: Instant::now(),
            seen,
        });
        Ok(())
    }

    /// Outcomes since the last time.
    pub fn collect(&mut self) -> Vec<Outcome> {
        let outcomes = self.receiver.try_iter().collect();
        self.running.retain(|job| !job.handle.is_finished());
        outcomes
    }

    /// Waits until every job has ended; for tests and before leaving.
    pub fn wait(&mut self) {
        for job in self.running.drain(..) {
            // A job that panicked has no outcome; the panic has been reported by its thread.
            drop(job.handle.join());
        }
    }

    /// Gives a job up.
    pub fn cancel(&mut self, id: u64) {
        if let Some(job) = self.running.iter().find(|job| job.id == id) {
            job.progress.cancelled.store(true, Ordering::Relaxed);
        }
    }

    /// The jobs to be shown.
    pub fn shown(&self) -> Vec<Shown> {
        let visible = self.running.iter().filter(|job| match job.seen {
            Seen::AtOnce => true,
            Seen::WhenSlow => job.since.elapsed() >= LONG,
            Seen::Never => false,
        });
        visible
            .map(|job| {
                let of = job.progress.of.load(Ordering::Relaxed);
                let done = job.progress.done.load(Ordering::Relaxed);
                Shown {
                    id: job.id,
                    label: job.label.clone(),
                    done: (of > 1).then_some((done, of)),
                    is_percent: job.progress.is_percent.load(Ordering::Relaxed),
                    can_cancel: job.seen == Seen::AtOnce,
                }
            })
            .collect()
    }
}

/// The figures of an imported article.
pub fn taken(imported: import::Imported) -> Taken {
    let mut notices = imported.notices;
    if imported
        .article
        .text
        .as_str()
        .chars()
        .any(is_without_typeface)
    {
        notices.push(
            "This article has Chinese, Japanese or Korean letters, for which no typeface comes with the program: they are shown as boxes. What is found and saved is not touched."
                .to_owned(),
        );
    }
    Taken {
        found: claim::extract(&imported.article),
        article: imported.article,
        notices,
        original: None,
        copy: None,
        replaces: None,
    }
}

/// Kana, Han and Hangul: their typefaces would be larger than all the rest of the program.
const fn is_without_typeface(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}')
}
