//! Before a file is overwritten that somebody else has changed.

use egui::Ui;

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::widget;
use super::Sheet;

/// The question.
#[derive(Default)]
pub(super) struct OnDiskSheet;

impl Sheet for OnDiskSheet {
    fn title(&self) -> String {
        "The file has changed".to_owned()
    }

    fn width(&self) -> f32 {
        620.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let path = context.session.path();
        let path = path.map_or_else(String::new, |path| path.display().to_string());
        widget::wrapped_ui(
            ui,
            format!("Another program has written {path} since it was opened here."),
        );
        ui.add_space(8.0);
        widget::wrapped_ui(
            ui,
            widget::quiet(
                "Merging keeps both: what was decided there is taken over, what differs stays as it is here and is noted. It can be undone.",
            ),
        );
        ui.add_space(16.0);
        let mut open = true;
        widget::at_right_ui(ui, "foot", |ui| {
            if ui.button("Cancel").clicked() {
                open = false;
            }
            if widget::danger_button(ui, "Overwrite it").clicked() {
                outbox.want(Request::Overwrite);
                open = false;
            }
            if ui.button("Save as…").clicked() {
                outbox.act(Action::SaveAs);
                open = false;
            }
            if widget::answer_button(ui, "Merge and save").clicked() {
                outbox.want(Request::MergeWithDisk);
                open = false;
            }
        });
        open
    }
}
