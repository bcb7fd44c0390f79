//! Bringing another copy of the project in: which copy, and the version that both started from.

use std::path::{Path, PathBuf};

use egui::Ui;

use super::super::context::{Context, Outbox, Request};
use super::super::job::Choice;
use super::super::widget;
use super::{Sheet, complaint_ui, foot_ui, path_field_ui};

/// The paths as they are typed.
pub(super) struct MergeSheet {
    theirs: String,
    base: String,
    /// Whether the history of the copies does not tell where they parted.
    base_is_needed: bool,
}

impl MergeSheet {
    pub(super) fn new(theirs: Option<PathBuf>) -> Self {
        Self {
            base_is_needed: theirs.is_some(),
            theirs: theirs.map_or_else(String::new, |path| path.display().to_string()),
            base: String::new(),
        }
    }

    fn complaint(&self) -> Option<String> {
        let missing = |typed: &str| {
            let path = Path::new(typed.trim());
            (!typed.trim().is_empty() && !path.is_file())
                .then(|| format!("There is no file {}.", path.display()))
        };
        missing(&self.theirs).or_else(|| missing(&self.base))
    }
}

impl Sheet for MergeSheet {
    fn title(&self) -> String {
        "Merge another copy".to_owned()
    }

    fn width(&self) -> f32 {
        620.0
    }

    fn take_path(&mut self, choice: Choice, path: &Path) -> bool {
        let path = path.display().to_string();
        match choice {
            Choice::Theirs => self.theirs = path,
            Choice::Base => self.base = path,
            _ => return false,
        }
        true
    }

    fn ui(&mut self, ui: &mut Ui, _context: &Context<'_>, outbox: &mut Outbox) -> bool {
        widget::wrapped_ui(
            ui,
            widget::quiet(
                "What was decided there is taken over; what both decided differently stays as it is here, and is listed. It can be undone.",
            ),
        );
        ui.add_space(8.0);
        let (theirs, base) = (Choice::Theirs, Choice::Base);
        path_field_ui(
            ui,
            "Other copy",
            "Path of the other .ron file",
            &mut self.theirs,
            theirs,
            outbox,
        );
        path_field_ui(
            ui,
            "Both began with",
            "May stay empty: told by their history",
            &mut self.base,
            base,
            outbox,
        );
        let base_is_missing = self.base_is_needed && self.base.trim().is_empty();
        let told =
            "The two copies have no history in common: choose the version that both started from.";
        let complaint = self.complaint();
        complaint_ui(ui, complaint.as_deref().or(base_is_missing.then_some(told)));
        let ready = complaint.is_none() && !self.theirs.trim().is_empty() && !base_is_missing;
        let pressed = foot_ui(ui, "Merge", ready);
        if pressed == Some(true) {
            let path = |typed: &str| PathBuf::from(typed.trim());
            outbox.want(Request::Merge {
                theirs: path(&self.theirs),
                base: (!self.base.trim().is_empty()).then(|| path(&self.base)),
            });
        }
        pressed.is_none()
    }
}
