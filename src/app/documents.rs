//! Files in and out: articles, projects, reports, by jobs away from the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::arrival::Batch;
use super::context::Request;
use super::copies::Known;
use super::dialog::Ask;
use super::file_dialog::NO_FILE_DIALOG;
use super::job::{Choice, Outcome, Progress, Seen};
use super::toast::Toast;
use super::workbench::Workbench;
use crate::article::Metadata;
use crate::claim::ClaimId;
use crate::export::{ExportError, FORMATS, Format, Report};
use crate::import;
use crate::project::{CrosscheckTask, Session, plainly, write_whole};

impl Workbench {
    /// Takes in files by what they are: a project is opened, anything else is an article.
    pub(super) fn take_paths(&mut self, ctx: &egui::Context, paths: Vec<PathBuf>) {
        let is_project = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "ron");
        let (projects, articles): (Vec<_>, Vec<_>) = paths.into_iter().partition(is_project);
        match projects.into_iter().next() {
            Some(project) => {
                // Whether an article is a copy shows beside those of the project.
                self.after_opening = Some((project.clone(), articles));
                self.outbox.want(Request::Open(project));
            }
            None if articles.is_empty() => {}
            None => self.import(ctx, articles),
        }
    }

    /// Takes in the articles that came with the project at `path`, now that it is open or cannot be opened.
    fn import_after_opening(&mut self, ctx: &egui::Context, path: &Path) {
        let came = self.after_opening.take_if(|(project, _)| project == path);
        if let Some((_, articles)) = came.filter(|(_, articles)| !articles.is_empty()) {
            self.import(ctx, articles);
        }
    }

    /// Reads files away from the window.
    pub(super) fn import(&mut self, ctx: &egui::Context, paths: Vec<PathBuf>) {
        let label = match paths.as_slice() {
            [one] if !import::is_address(&one.to_string_lossy()) => {
                format!("Importing “{}”", name_of(one))
            }
            [one] => format!("Fetching {}", one.display()),
            _ => "Importing files".to_owned(),
        };
        let known = Known::of(&self.session);
        self.start(ctx, "import", &label, move |progress| {
            let paths = crate::project::files_of_folders(paths);
            progress.expect(paths.len());
            let mut batch = Batch::new(known);
            for path in paths {
                if progress.is_cancelled() {
                    let words = "The import was given up: nothing has been added.";
                    return Some(Outcome::Said(Toast::done(words)));
                }
                batch.read(&path);
                progress.step();
            }
            Some(batch.outcome())
        });
    }

    /// Takes in pasted words.
    pub(super) fn paste(&mut self, ctx: &egui::Context, words: &str, metadata: Metadata) {
        let is_one_word = !words.trim().contains(char::is_whitespace);
        if is_one_word && import::is_address(words.trim()) {
            self.import(ctx, vec![PathBuf::from(words.trim())]);
            return;
        }
        match import::pasted(words) {
            Ok(mut imported) => {
                let told = &mut imported.article.metadata;
                *told = metadata.or_as(told);
                let known = Known::of(&self.session);
                self.start(ctx, "import", "Reading the text", move |_| {
                    let mut batch = Batch::new(known);
                    batch.arrive("pasted text", vec![imported], None);
                    Some(batch.outcome())
                });
            }
            Err(error) => self.say(ctx, Toast::failed(error.to_string())),
        }
    }

    /// Opens a project away from the window.
    pub(super) fn open(&mut self, ctx: &egui::Context, path: PathBuf) {
        let label = format!("Opening {}", path.display());
        self.start(ctx, "open", &label, move |_| {
            let result = Session::open(&path).map_err(|error| error.to_string());
            Some(Outcome::Opened {
                path,
                result: Box::new(result),
            })
        });
    }

    /// Opens an unsaved copy of the sample.
    pub(super) fn open_sample(&mut self, ctx: &egui::Context) {
        match super::sample::session() {
            Ok(session) => {
                self.begin(session, None);
                self.panels.guide();
            }
            Err(error) => self.say(ctx, Toast::failed(error.to_string())),
        }
    }

    /// Writes the report away from the window; the ending of the name decides before `format`.
    pub(super) fn export(
        &mut self,
        ctx: &egui::Context,
        format: &'static str,
        path: PathBuf,
        claims: Option<Vec<ClaimId>>,
    ) {
        let chosen = FORMATS.iter().find(|other| other.name == format);
        let Some(format) = Format::of_name(&path.to_string_lossy()).ok().or(chosen) else {
            return;
        };
        let (project, crosscheck) = (self.session.project().clone(), Arc::clone(&self.crosscheck));
        let (now, log) = (self.now.clone(), Report::arrivals(self.session.log()));
        let label = format!("Exporting as {}", format.name);
        // Which claims are published is asked in a sheet of its own.
        let asked = claims.is_none().then_some(format.name);
        self.start(ctx, "export", &label, move |progress| {
            let mut report = Report::new(&project, &crosscheck, &now).with_arrivals(&log);
            report.reviewed = claims.map(|claims| claims.iter().map(|claim| claim.0).collect());
            if let Some(caution) = format.caution(&report) {
                progress.say(Toast::done(format!("{caution}.")));
            }
            let watch = |percent: Option<usize>| {
                if let Some(percent) = percent {
                    progress.is_at_percent(percent);
                }
                !progress.is_cancelled()
            };
            let result = match format.write_watched(&report, &watch) {
                Err(ExportError::Cancelled) => {
                    let words = "The export was given up: no file was written.";
                    return Some(Outcome::Said(Toast::done(words)));
                }
                Err(error) => Err(error.to_string()),
                Ok(bytes) => write(&path, &bytes),
            };
            Some(Outcome::Exported {
                path,
                asked,
                result,
            })
        });
    }

    /// Works the crosscheck out away from the window.
    pub(super) fn start_crosscheck(&mut self, ctx: &egui::Context, task: CrosscheckTask) {
        let label = ("Comparing the figures", Seen::WhenSlow);
        let started = self.jobs.start(ctx, "crosscheck", label, move |_| {
            let outcome = task.run();
            Some(Outcome::Crosschecked { task, outcome })
        });
        if let Err(error) = started {
            self.say(ctx, Toast::failed(error));
        }
    }

    pub(super) fn start(
        &mut self,
        ctx: &egui::Context,
        name: &str,
        label: &str,
        work: impl FnOnce(&Progress) -> Option<Outcome> + Send + 'static,
    ) {
        let seen = if label.is_empty() {
            Seen::Never
        } else {
            Seen::AtOnce
        };
        if let Err(error) = self.jobs.start(ctx, name, (label, seen), work) {
            self.say(ctx, Toast::failed(error));
        }
    }

    /// Takes in what jobs have brought; says whether there was anything.
    pub(super) fn collect(&mut self, ctx: &egui::Context) -> bool {
        let outcomes = self.jobs.collect();
        let any = !outcomes.is_empty();
        for outcome in outcomes {
            match outcome {
                Outcome::Imported { results, waiting } => self.imported(ctx, results, waiting),
                Outcome::Said(toast) => self.say(ctx, toast),
                Outcome::Opened { path, result } => {
                    match *result {
                        Ok(session) => self.opened(ctx, path.clone(), session),
                        Err(error) => {
                            self.ask_path_again(ctx, Choice::Open, path.clone(), error);
                        }
                    }
                    self.import_after_opening(ctx, &path);
                }
                Outcome::Exported {
                    path,
                    asked,
                    result,
                } => match (result, asked) {
                    (Ok(()), _) => self.say(ctx, Toast::written(&path)),
                    (Err(error), Some(format)) => {
                        self.ask_path_again(ctx, Choice::Export(format), path, error);
                    }
                    (Err(error), None) => self.say(ctx, Toast::unwritten(error)),
                },
                Outcome::Saved { path, task } => self.saved(ctx, path, task),
                Outcome::Chosen {
                    paths,
                    at_once: true,
                    ..
                } if paths.is_empty() => self.say(ctx, Toast::failed(NO_FILE_DIALOG)),
                Outcome::Chosen { choice, paths, .. } => self.take_chosen(ctx, choice, paths),
                Outcome::FactsRead {
                    path,
                    revision,
                    result,
                } => self.facts_read(ctx, path, revision, result),
                Outcome::Revised(result) => self.revised(ctx, result),
                Outcome::CopyRead { theirs, result } => self.copy_read(ctx, theirs, result),
                Outcome::Attached {
                    claim,
                    evidence,
                    result,
                } => self.attached(ctx, claim, *evidence, result),
                Outcome::LookedAfter(files) => {
                    self.outbox.want(Request::Ask(Ask::Attachments(files)));
                }
                Outcome::Crosschecked { task, outcome } => {
                    if !self.session.accept_crosscheck(&task, outcome) {
                        self.crosschecking = None;
                    }
                }
            }
        }
        any
    }

    /// Asks for another path, with the one that led to nothing and why; says it only, where something else is asked.
    fn ask_path_again(
        &mut self,
        ctx: &egui::Context,
        choice: Choice,
        path: PathBuf,
        because: String,
    ) {
        if self.dialog.is_some() {
            return self.say(ctx, Toast::unwritten(because));
        }
        self.outbox.want(Request::Ask(Ask::PathAgain {
            choice,
            path,
            because,
        }));
        ctx.request_repaint();
    }

    fn opened(&mut self, ctx: &egui::Context, path: PathBuf, session: Session) {
        self.preferences.remember(&path);
        self.keep_preferences = true;
        self.waiting.retain(|(other, _)| *other != path);
        self.begin(session, Some(path));
        self.look_for_put_off();
        // One question at a time, the most pressing first; the others wait in the bar at the bottom.
        let session = &self.session;
        let ask = if session.recovery().is_some() {
            Some(Ask::Recover)
        } else if session.read_only().is_some() {
            Some(Ask::ReadOnly)
        } else if !session.notices().is_empty() {
            Some(Ask::Opening)
        } else {
            None
        };
        if let Some(ask) = ask {
            self.outbox.want(Request::Ask(ask));
            ctx.request_repaint();
        }
    }
}

/// The bytes of a file; none of one that is larger than can be read.
pub(super) fn read(path: &Path) -> Result<Vec<u8>, String> {
    let name = path.display();
    let size = std::fs::metadata(path)
        .map_err(|error| format!("{name} cannot be read: {}.", plainly(&error)))?
        .len();
    if size > import::LARGEST {
        let most = import::LARGEST >> 20;
        return Err(format!(
            "{name} is larger than {most} MB. Split it, or import the part you need."
        ));
    }
    std::fs::read(path).map_err(|error| format!("{name} cannot be read: {}.", plainly(&error)))
}

pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    write_whole(path, bytes).map_err(|error| error.to_string())
}

pub(super) fn name_of(path: &Path) -> String {
    path.file_name()
        .map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}
