//! Before unsaved changes are lost.

use egui::Ui;

use super::super::context::{Context, Outbox, Request};
use super::super::widget;
use super::{After, Sheet};

/// The question.
pub(super) struct UnsavedSheet {
    after: After,
}

impl UnsavedSheet {
    pub(super) fn new(after: After) -> Self {
        Self { after }
    }
}

impl Sheet for UnsavedSheet {
    fn title(&self) -> String {
        "Save the changes first?".to_owned()
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        widget::wrapped_ui(
            ui,
            format!(
                "“{}” has changes that are in no file yet.",
                context.project().title
            ),
        );
        ui.add_space(16.0);
        let mut open = true;
        widget::at_right_ui(ui, "foot", |ui| {
            if widget::danger_button(ui, "Do not save").clicked() {
                outbox.want(Request::Discard(self.after.clone()));
                open = false;
            }
            if ui.button("Stay").clicked() {
                open = false;
            }
            if widget::answer_button(ui, "Save").clicked() {
                outbox.want(Request::SaveThen(self.after.clone()));
                open = false;
            }
        });
        open
    }
}
