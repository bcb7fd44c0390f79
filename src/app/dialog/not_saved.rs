//! A save that failed: what happened, and another place.

use egui::Ui;

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::widget;
use super::Sheet;

/// What was said.
pub(super) struct NotSavedSheet {
    because: String,
    /// Whether the file itself is gone, so that it can be written anew where it was.
    is_gone: bool,
}

impl NotSavedSheet {
    pub(super) const fn new(because: String, is_gone: bool) -> Self {
        Self { because, is_gone }
    }
}

impl Sheet for NotSavedSheet {
    fn title(&self) -> String {
        "The project is not saved".to_owned()
    }

    fn width(&self) -> f32 {
        620.0
    }

    fn ui(&mut self, ui: &mut Ui, _context: &Context<'_>, outbox: &mut Outbox) -> bool {
        widget::wrapped_ui(ui, format!("{}.", self.because.trim_end_matches('.')));
        ui.add_space(16.0);
        let mut open = true;
        widget::at_right_ui(ui, "foot", |ui| {
            if ui.button("Not now").clicked() {
                open = false;
            }
            if self.is_gone && ui.button("Write it anew there").clicked() {
                outbox.want(Request::Overwrite);
                open = false;
            }
            if ui.button("Try again").clicked() {
                outbox.act(Action::Save);
                open = false;
            }
            if widget::answer_button(ui, "Save to another place…").clicked() {
                outbox.act(Action::SaveAs);
                open = false;
            }
        });
        open
    }
}
