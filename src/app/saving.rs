//! Saving away from the window, and what is offered where that does not go.

use std::path::{Path, PathBuf};

use super::context::Request;
use super::dialog::{After, Ask};
use super::documents::name_of;
use super::job::{Choice, Outcome};
use super::left_behind::{LeftBehind, Waiting};
use super::toast::Toast;
use super::workbench::{UNNAMED, Workbench};
use crate::export::words;
use crate::project::{Command, FileError, Recovered, Recovery, SaveTask, Session};

/// Whether a save is under way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Saving {
    /// None is.
    #[default]
    Idle,
    /// One is.
    Running {
        /// Whether attached files got other paths for it.
        carried: bool,
    },
}

impl Workbench {
    /// Saves the project, asking where to if it has no file, and then does what waited for that.
    pub(super) fn save_then(&mut self, ctx: &egui::Context, after: Option<After>) {
        if self.session.read_only().is_some() && !self.session.is_dirty() && after.is_none() {
            let words = "Read only: nothing has been changed here, and nothing was written.";
            return self.say(ctx, Toast::done(words));
        }
        self.after_save = after;
        match self.path.clone() {
            Some(path) => self.save_to(ctx, path, false),
            None => self.outbox.want(Request::Ask(Ask::Path(Choice::SaveAs))),
        }
    }

    /// Begins to save the project to a file; `over` what another program has written there.
    pub(super) fn save_to(&mut self, ctx: &egui::Context, path: PathBuf, over: bool) {
        if self.saving != Saving::Idle {
            return;
        }
        self.name_after(&path);
        let stamp = self.stamp();
        let carried = match self.session.carry_attachments(&path, stamp) {
            Ok(carried) => carried,
            Err(error) => return self.say(ctx, Toast::failed(error.to_string())),
        };
        match self.session.begin_save(&path, over) {
            Ok(Some(task)) => {
                self.saving = Saving::Running { carried };
                let label = format!("Saving {}", name_of(&path));
                self.start(ctx, "save", &label, move |_| {
                    Some(Outcome::Saved {
                        path,
                        task: Box::new(task.run()),
                    })
                });
            }
            Ok(None) => self.is_saved(ctx, path),
            Err(error) => self.not_saved(ctx, &error),
        }
    }

    /// A project that nobody has named is called after its first file.
    fn name_after(&mut self, path: &Path) {
        if self.path.is_some() || self.session.project().title != UNNAMED {
            return;
        }
        let name = path.file_stem().map(|name| name.to_string_lossy());
        if let Some(title) = name.map(|name| name.trim().to_owned())
            && !title.is_empty()
        {
            let stamp = self.stamp();
            // Refused, it is called as before: the saving goes on.
            drop(self.session.apply(Command::SetTitle { title }, stamp));
        }
    }

    /// Takes in the end of a save.
    pub(super) fn saved(&mut self, ctx: &egui::Context, path: PathBuf, task: Box<SaveTask>) {
        let carried = self.saving == Saving::Running { carried: true };
        self.saving = Saving::Idle;
        match self.session.end_save(*task) {
            Some(Ok(())) => self.is_saved(ctx, path),
            Some(Err(error)) => {
                if carried {
                    // Their paths lead from the old folder again.
                    let stamp = self.stamp();
                    self.session.undo(stamp);
                }
                self.not_saved(ctx, &error);
            }
            None => {}
        }
    }

    fn is_saved(&mut self, ctx: &egui::Context, path: PathBuf) {
        self.preferences.remember(&path);
        self.keep_preferences = true;
        self.say(ctx, Toast::done(format!("Saved to {}.", name_of(&path))));
        self.path = Some(path);
        self.keep_originals(ctx);
        if let Some(after) = self.after_save.take() {
            self.go_on(ctx, after);
        }
    }

    fn not_saved(&mut self, ctx: &egui::Context, error: &FileError) {
        if matches!(error, FileError::ChangedOnDisk { .. }) {
            self.outbox.want(Request::Ask(Ask::OnDisk));
            ctx.request_repaint();
            return;
        }
        self.after_save = None;
        let because = error.to_string();
        let is_gone = matches!(error, FileError::Vanished { .. });
        self.outbox
            .want(Request::Ask(Ask::NotSaved { because, is_gone }));
        ctx.request_repaint();
    }

    /// Takes over what another program has written to the file, and saves both.
    pub(super) fn merge_with_disk(&mut self, ctx: &egui::Context) {
        let stamp = self.stamp();
        match self.session.merge_with_disk(stamp) {
            Ok(conflicts) => {
                let after = self.after_save.take();
                if !conflicts.is_empty() && after.is_some() {
                    self.say_differing(ctx, conflicts.len());
                } else if !conflicts.is_empty() {
                    self.outbox.want(Request::Ask(Ask::Merged(conflicts, None)));
                }
                self.save_then(ctx, after);
            }
            Err(error) => self.say(ctx, Toast::failed(error.to_string())),
        }
    }

    /// Brings what was changed down to the device, some seconds after the first change.
    pub(super) fn autosave(&mut self, ctx: &egui::Context) {
        const SECONDS: f64 = 5.0;
        let now = ctx.input(|input| input.time);
        match self.autosave_at {
            Some(at) if now >= at => {
                self.session.autosave();
                self.autosave_at = None;
            }
            Some(at) => {
                let left = std::time::Duration::from_secs_f64((at - now).max(0.01));
                ctx.request_repaint_after(left);
            }
            None if self.session.is_dirty() && self.autosaved != self.session.revision() => {
                self.autosaved = self.session.revision();
                self.autosave_at = Some(now + SECONDS);
                ctx.request_repaint_after(std::time::Duration::from_secs_f64(SECONDS));
            }
            None => {}
        }
    }

    /// Makes the changes again that were not saved.
    pub(super) fn recover(&mut self, ctx: &egui::Context) {
        let recovered = self.session.recover();
        self.say_recovered(ctx, &recovered);
    }

    /// Forgets the changes that were not saved.
    pub(super) fn forget_recovery(&mut self, ctx: &egui::Context) {
        if let Err(error) = self.session.discard_recovery() {
            let words = format!("The unsaved changes cannot be forgotten: {error}.");
            self.say(ctx, Toast::failed(words));
        }
    }

    /// Opens a project that was never saved in a file.
    pub(super) fn take_up(&mut self, ctx: &egui::Context, journal: &Path) {
        let is_put_off = self.put_off.iter().any(|other| other.journal() == journal);
        let Some(recovery) = self.without(journal) else {
            return;
        };
        if is_put_off {
            let recovered = self.session.take_up(recovery);
            self.look_for_put_off();
            self.say_recovered(ctx, &recovered);
        } else if let Some(folder) = self.options.state_folder.clone() {
            let (session, recovered) = Session::recovered(recovery, &folder);
            self.begin(session, None);
            self.say_recovered(ctx, &recovered);
        }
    }

    /// Forgets projects that were never saved in a file.
    pub(super) fn let_go(&mut self, ctx: &egui::Context, journals: &[PathBuf]) {
        for journal in journals {
            if let Some(recovery) = self.without(journal)
                && let Err(error) = recovery.discard()
            {
                let words = format!("The unsaved project cannot be forgotten: {error}.");
                self.say(ctx, Toast::failed(words));
            }
        }
    }

    /// Takes one out of those that were left behind or put off.
    fn without(&mut self, journal: &Path) -> Option<Recovery> {
        let is_it = |recovery: &Recovery| recovery.journal() == journal;
        let taken = [&mut self.left_behind, &mut self.put_off]
            .into_iter()
            .find_map(|list| Some(list.remove(list.iter().position(is_it)?)));
        self.offer_left_behind();
        taken
    }

    /// Makes the offers anew.
    pub(super) fn offer_left_behind(&mut self) {
        self.offers = self.left_behind.iter().map(LeftBehind::from).collect();
        let put_off = self.put_off.iter().map(|recovery| LeftBehind {
            put_off: true,
            ..LeftBehind::from(recovery)
        });
        self.put_off_offers = put_off.collect();
    }

    /// Looks which of the recent projects have changes that wait.
    pub(super) fn look_over_recent(&mut self) {
        let folder = self.options.state_folder.as_deref();
        let waiting = |path: &PathBuf| {
            if Session::waits_for_recovery(path, folder) {
                Some((path.clone(), Waiting::NotSaved))
            } else if Session::has_put_off(path, folder) {
                Some((path.clone(), Waiting::PutOff))
            } else {
                None
            }
        };
        self.waiting = self.preferences.recent.iter().filter_map(waiting).collect();
    }

    /// Looks for changes of the open project that were put off.
    pub(super) fn look_for_put_off(&mut self) {
        self.put_off = self.session.put_off();
        self.offer_left_behind();
    }

    /// Offers the changes that were put off.
    pub(super) fn ask_put_off(&mut self, ctx: &egui::Context) {
        self.look_for_put_off();
        if self.session.recovery().is_some() {
            self.outbox.want(Request::Ask(Ask::Recover));
        } else if self.put_off_offers.is_empty() {
            self.say(ctx, Toast::done("No changes of this project were put off."));
        } else {
            let offers = self.put_off_offers.clone();
            self.outbox.want(Request::Ask(Ask::LeftBehind(offers)));
        }
    }

    fn say_recovered(&mut self, ctx: &egui::Context, recovered: &Recovered) {
        let made = words::counted(recovered.made, "change", "changes");
        let toast = match recovered.refused.first() {
            None if recovered.kept.is_some() => {
                let kept = recovered.kept.as_deref().map(Path::display);
                let kept = kept.map_or_else(String::new, |path| path.to_string());
                Toast::failed(format!(
                    "{made} recovered; what could not be read stays in {kept}."
                ))
            }
            None => Toast::done(format!("{made} recovered; save to keep them.")),
            Some((label, reason)) => {
                let left = recovered.refused.len();
                Toast::failed(format!(
                    "{made} recovered, {left} no longer fit, the first of them “{label}”: {reason}."
                ))
            }
        };
        self.say(ctx, toast);
    }
}
