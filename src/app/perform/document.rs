//! Beginning with a project and leaving it; nothing unsaved goes without a question.

use std::path::PathBuf;
use std::sync::Arc;

use super::super::adding::Adding;
use super::super::dialog::{After, Ask, Dialog};
use super::super::saving::Saving;
use super::super::workbench::{UNNAMED, Workbench, context};
use crate::project::Session;

impl Workbench {
    /// Asks about unsaved changes, or goes on at once where there are none.
    pub(super) fn unless_unsaved(&mut self, ctx: &egui::Context, after: After) {
        if !self.welcome && self.session.is_dirty() {
            self.ask_unsaved(ctx, after);
        } else {
            self.go_on(ctx, after);
        }
    }

    /// Asks about unsaved changes.
    pub(in crate::app) fn ask_unsaved(&mut self, ctx: &egui::Context, after: After) {
        if let Some(open) = self.dialog.take() {
            open.leave(ctx, &mut self.outbox);
        }
        self.dialog = Some(Dialog::new(Ask::Unsaved(after), &context!(self)));
    }

    /// Does what unsaved changes stood in the way of.
    pub(in crate::app) fn go_on(&mut self, ctx: &egui::Context, after: After) {
        self.after_save = None;
        match after {
            After::New => self.begin(Session::new(UNNAMED), None),
            After::Sample => self.open_sample(ctx),
            After::Open(path) => self.open(ctx, path),
            After::Close => {
                self.begin(Session::new(UNNAMED), None);
                self.look_over_recent();
                self.welcome = true;
            }
            After::Quit => {
                self.leaving = true;
                self.leave();
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// Begins with another session.
    pub(in crate::app) fn begin(&mut self, mut session: Session, path: Option<PathBuf>) {
        if let Some(folder) = &self.options.state_folder {
            session.keep_journal_in(folder);
        }
        self.leave();
        self.session = session;
        self.adding = Adding::default();
        self.told.clear();
        self.arrived.clear();
        self.put_off.clear();
        self.offer_left_behind();
        self.saving = Saving::Idle;
        self.path = path;
        self.welcome = false;
        self.begun = true;
        self.crosscheck = Arc::default();
        self.crosschecking = None;
        self.selection = super::super::context::Selection::default();
        self.panels = super::super::panel::Panels::default();
        self.toasts.forget_changes();
        self.toasts.forget_project();
        // They were compared with the articles of the other.
        self.arrived.clear();
    }

    /// Ends the session: what was not saved is not wanted.
    fn leave(&mut self) {
        std::mem::replace(&mut self.session, Session::new(UNNAMED)).abandon();
    }
}
