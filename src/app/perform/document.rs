//! Beginning with a project and leaving it; nothing unsaved goes without a question.

use std::path::PathBuf;
use std::sync::Arc;

use super::super::dialog::{After, Ask, Dialog};
use super::super::job::Choice;
use super::super::workbench::{Workbench, context};
use crate::project::Session;

impl Workbench {
    /// Asks about unsaved changes, or goes on at once where there are none.
    pub(super) fn unless_unsaved(&mut self, ctx: &egui::Context, after: After) {
        if !self.welcome && self.session.is_dirty() {
            self.ask_unsaved(after);
        } else {
            self.go_on(ctx, after);
        }
    }

    /// Saves the project, asking where to if it has no file, and then does what waited for that.
    pub(super) fn save_then(&mut self, ctx: &egui::Context, after: Option<After>) {
        self.after_save = after;
        match self.path.clone() {
            Some(path) => self.save_to(ctx, path),
            None => self.ask(ctx, Ask::Path(Choice::SaveAs)),
        }
    }

    /// Asks about unsaved changes.
    pub(in crate::app) fn ask_unsaved(&mut self, after: After) {
        self.dialog = Some(Dialog::new(Ask::Unsaved(after), &context!(self)));
    }

    /// Does what unsaved changes stood in the way of.
    pub(in crate::app) fn go_on(&mut self, ctx: &egui::Context, after: After) {
        self.after_save = None;
        match after {
            After::New => self.begin(Session::new("New project"), None),
            After::Sample => self.open_sample(ctx),
            After::Open(path) => self.open(ctx, path),
            After::Close => {
                self.begin(Session::new("Untitled"), None);
                self.welcome = true;
            }
            After::Quit => {
                self.leaving = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// Begins with another session.
    pub(in crate::app) fn begin(&mut self, session: Session, path: Option<PathBuf>) {
        self.session = session;
        self.path = path;
        self.welcome = false;
        self.crosscheck = Arc::default();
        self.crosschecking = None;
        self.selection = super::super::context::Selection::default();
        self.panels = super::super::panel::Panels::default();
        self.toasts.forget_changes();
    }
}
