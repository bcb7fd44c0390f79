//! What goes between a project and other files than its own: fact sheets, corrected texts, other copies, attached files.
//! Reading and writing is done away from the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::arrival;
use super::context::Request;
use super::dialog::Ask;
use super::documents;
use super::job::{Outcome, Replaced, Taken};
use super::revision::{Corrected, Newer, Revision};
use super::toast::Toast;
use super::workbench::Workbench;
use crate::article::Article;
use crate::claim::{ArticleId, Claim, ClaimId, Found};
use crate::export::words;
use crate::import;
use crate::project::fact_sheet::{self, Taken as FactSheet};
use crate::project::{Attachment, Command, Evidence, FileError, Parted, Project, Session};

impl Workbench {
    /// Reads a fact sheet.
    pub(super) fn take_facts(&mut self, ctx: &egui::Context, path: PathBuf) {
        let (project, stamp) = (Arc::clone(self.session.project()), self.stamp());
        let revision = self.session.revision();
        let label = format!("Taking in {}", documents::name_of(&path));
        self.start(ctx, "facts", &label, move |_| {
            let result = documents::read(&path).and_then(|bytes| {
                let name = path.display().to_string();
                fact_sheet::take(&project, &name, &bytes, &stamp)
                    .map(Box::new)
                    .map_err(|refused| refused.to_string())
            });
            Some(Outcome::FactsRead {
                path,
                revision,
                result,
            })
        });
    }

    /// Takes the facts of a sheet in that was read.
    pub(super) fn facts_read(
        &mut self,
        ctx: &egui::Context,
        path: PathBuf,
        revision: u64,
        result: Result<Box<FactSheet>, String>,
    ) {
        let sheet = match result {
            // Worked out for a project that has been changed meanwhile: once more.
            Ok(_) if revision != self.session.revision() => {
                self.take_facts(ctx, path);
                return;
            }
            Ok(sheet) => sheet,
            Err(refused) => {
                self.say(ctx, Toast::failed(refused));
                return;
            }
        };
        for notice in &sheet.notices {
            self.say(ctx, Toast::done(notice.as_str()));
        }
        self.welcome = false;
        self.change(ctx, sheet.command);
        let newest = self.session.project().articles.keys().next_back().copied();
        self.selection.article = newest;
    }

    /// Writes the facts of the project as a table.
    pub(super) fn write_facts(&mut self, ctx: &egui::Context, path: PathBuf) {
        let project = Arc::clone(self.session.project());
        let label = format!("Writing {}", documents::name_of(&path));
        self.start(ctx, "facts", &label, move |_| {
            let result = fact_sheet::write(&project)
                .map_err(|refused| refused.to_string())
                .and_then(|table| documents::write(&path, &table));
            Some(Outcome::Exported {
                path,
                asked: None,
                result,
            })
        });
    }

    /// Reads the corrected text of an article, and works out what it would change.
    pub(super) fn revise(&mut self, ctx: &egui::Context, article: ArticleId, path: PathBuf) {
        let project = Arc::clone(self.session.project());
        let edited = self.session.with_edited_details();
        let label = format!("Reading {}", documents::name_of(&path));
        self.start(ctx, "revise", &label, move |_| {
            let result = arrival::read_at(&path).map(|(articles, bytes)| {
                let newer = articles.into_iter().next()?.article;
                let revision = Revision::of(&project, article, newer.clone(), &edited)?;
                let newer = Newer {
                    article: newer,
                    original: Some(arrival::Original {
                        name: path.display().to_string(),
                        bytes: bytes.into(),
                    }),
                };
                Some((Box::new(revision), Box::new(newer)))
            });
            Some(Outcome::Revised(result))
        });
    }

    /// Reads corrected words that were pasted, and works out what they would change.
    pub(super) fn revise_by(&mut self, ctx: &egui::Context, article: ArticleId, words: String) {
        let project = Arc::clone(self.session.project());
        let edited = self.session.with_edited_details();
        self.start(ctx, "revise", "Reading the text", move |_| {
            let result = import::pasted(&words).map(|imported| {
                let newer = imported.article;
                let revision = Revision::of(&project, article, newer.clone(), &edited)?;
                let newer = Newer {
                    article: newer,
                    original: None,
                };
                Some((Box::new(revision), Box::new(newer)))
            });
            Some(Outcome::Revised(result.map_err(|error| error.to_string())))
        });
    }

    /// Shows what a corrected text would change, before it is put in.
    pub(super) fn revised(&mut self, ctx: &egui::Context, result: Result<Corrected, String>) {
        match result {
            Ok(Some((revision, newer))) => {
                self.outbox.want(Request::Ask(Ask::Revise(revision, newer)));
                ctx.request_repaint();
            }
            Ok(None) => self.say(
                ctx,
                Toast::done("The text is the same: nothing has changed."),
            ),
            Err(refused) => self.say(ctx, Toast::failed(refused)),
        }
    }

    /// Reads a corrected text away from the window, to be put in.
    pub(super) fn take_in_place(
        &mut self,
        ctx: &egui::Context,
        revision: Box<Revision>,
        newer: Box<Newer>,
    ) {
        self.start(ctx, "revise", "Putting in the corrected text", move |_| {
            let Newer { article, original } = *newer;
            let name = article.name();
            let taken = Taken {
                original,
                ..revision.taken(article)
            };
            Some(Outcome::Imported {
                results: vec![(name, Ok(vec![taken]))],
                waiting: Vec::new(),
            })
        });
    }

    /// Puts a text in place of an article's, and says which figures do not stand in it any more. Says whether it could.
    pub(super) fn put_in(
        &mut self,
        ctx: &egui::Context,
        replaced: &Replaced,
        article: Article,
        found: Vec<Found>,
    ) -> bool {
        let claims = &self.session.project().claims;
        // What was edited meanwhile stays as it is.
        let is_as_it_was = |claim: &&Arc<Claim>| {
            claims
                .get(&claim.id)
                .is_some_and(|now| Arc::ptr_eq(now, claim))
        };
        let reread = replaced.unedited.iter().filter(is_as_it_was);
        let reread = reread.map(|claim| claim.id).collect();
        let lost = |session: &Session| session.lost_anchors().len();
        let (before, revision) = (lost(&self.session), self.session.revision());
        self.change(
            ctx,
            Command::ReviseArticle {
                article: replaced.article,
                revised: article,
                found,
                reread,
            },
        );
        if lost(&self.session) > before && self.dialog.is_none() {
            self.outbox.want(Request::Ask(Ask::Opening));
        }
        self.session.revision() != revision
    }

    /// Reads another copy of the project, and finds out what both began with.
    pub(super) fn read_copy(
        &mut self,
        ctx: &egui::Context,
        theirs: PathBuf,
        base: Option<PathBuf>,
    ) {
        let log = self.session.log().to_vec();
        let label = format!("Reading {}", documents::name_of(&theirs));
        self.start(ctx, "merge", &label, move |_| {
            let result = copy_at(&theirs, base.as_deref(), &log).map_err(|error| error.to_string());
            Some(Outcome::CopyRead { theirs, result })
        });
    }

    /// Merges a copy that was read.
    pub(super) fn copy_read(
        &mut self,
        ctx: &egui::Context,
        theirs: PathBuf,
        result: Result<(Box<Session>, Option<Arc<Project>>), String>,
    ) {
        let (copy, base) = match result {
            Ok((copy, Some(base))) => (copy, base),
            Ok((_, None)) => {
                self.outbox.want(Request::Ask(Ask::Merge(Some(theirs))));
                return;
            }
            Err(refused) => return self.say(ctx, Toast::failed(refused)),
        };
        let (stamp, before) = (self.stamp(), self.session.revision());
        let parted = Parted {
            base: Arc::clone(&base),
            ours: Arc::clone(self.session.project()),
            theirs: Arc::clone(copy.project()),
        };
        match self.session.merge(&base, &copy, stamp) {
            Ok(conflicts) => {
                let words = if self.session.revision() == before {
                    Toast::done("The other copy holds nothing that is not here.")
                } else {
                    let label = self.session.undo_label().unwrap_or_default();
                    Toast::changed(label)
                };
                self.say(ctx, words);
                if !conflicts.is_empty() {
                    let ask = Ask::Merged(conflicts, Some(Box::new(parted)));
                    self.outbox.want(Request::Ask(ask));
                }
            }
            Err(refused) => self.say(ctx, Toast::failed(refused.to_string())),
        }
    }

    /// Reads a file that is to be kept as evidence.
    pub(super) fn attach(
        &mut self,
        ctx: &egui::Context,
        claim: ClaimId,
        evidence: Box<Evidence>,
        file: PathBuf,
    ) {
        let Some(project) = self.path.clone() else {
            let words =
                "Save the project first: attached files are named by their path from its folder.";
            self.say(ctx, Toast::failed(words));
            return;
        };
        let label = format!("Reading {}", documents::name_of(&file));
        self.start(ctx, "attach", &label, move |_| {
            let result = Attachment::of(&file, &project).map_err(|error| error.to_string());
            Some(Outcome::Attached {
                claim,
                evidence,
                result,
            })
        });
    }

    /// Attaches evidence whose file was read.
    pub(super) fn attached(
        &mut self,
        ctx: &egui::Context,
        claim: ClaimId,
        evidence: Evidence,
        result: Result<Attachment, String>,
    ) {
        match result {
            Ok(attachment) => {
                let evidence = Evidence {
                    attachment: Some(attachment),
                    ..evidence
                };
                self.change(ctx, Command::AddEvidence { claim, evidence });
            }
            Err(refused) => self.say(ctx, Toast::failed(refused)),
        }
    }

    /// Looks after all attached files.
    pub(super) fn look_after(&mut self, ctx: &egui::Context) {
        match self.session.attachment_task() {
            Some(task) => self.start(
                ctx,
                "attachments",
                "Looking after attached files",
                move |_| Some(Outcome::LookedAfter(task.run())),
            ),
            None => self.say(
                ctx,
                Toast::done("The project is in no file yet: nothing is attached."),
            ),
        }
    }

    /// Writes down why a change was made.
    pub(super) fn explain(&mut self, ctx: &egui::Context, event: usize, why: &str) {
        let stamp = self.stamp();
        match self.session.explain(event, why, stamp) {
            Ok(()) => self.say(ctx, Toast::done("The reason is kept in the history.")),
            Err(refused) => self.say(ctx, Toast::failed(refused.to_string())),
        }
    }

    /// Says in how many things two copies differ.
    pub(super) fn say_differing(&mut self, ctx: &egui::Context, number: usize) {
        let differ = words::counted(number, "thing", "things");
        let words = format!(
            "{differ} had been changed in both copies and stay as they were here; the notes of the project say which."
        );
        self.say(ctx, Toast::failed(words));
    }
}

/// The copy at `theirs`, and what both began with: the project at `base`, else as far as the logs agree.
fn copy_at(
    theirs: &Path,
    base: Option<&Path>,
    log: &[crate::project::Event],
) -> Result<(Box<Session>, Option<Arc<Project>>), FileError> {
    let copy = Session::open_read_only(theirs)?;
    let base = match base {
        Some(base) => Some(Arc::clone(Session::open_read_only(base)?.project())),
        None => copy.ancestor_with(log),
    };
    Ok((Box::new(copy), base))
}
