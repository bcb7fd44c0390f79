//! A project that is open in another window: what can be done with it here.

use egui::Ui;

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::widget;
use super::Sheet;

/// The offer.
#[derive(Default)]
pub(super) struct ReadOnlySheet;

impl Sheet for ReadOnlySheet {
    fn title(&self) -> String {
        "This project can only be read here".to_owned()
    }

    fn width(&self) -> f32 {
        620.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let Some(why) = context.session.read_only() else {
            return false;
        };
        widget::wrapped_ui(
            ui,
            format!(
                "The file is not written from this window: {why}. Close it there and try again, look around here, or go on with a copy under another name; copies can be merged."
            ),
        );
        ui.add_space(16.0);
        let mut open = true;
        widget::at_right_ui(ui, "foot", |ui| {
            if ui.button("Try again").clicked() {
                if let Some(path) = context.session.path() {
                    outbox.want(Request::Open(path.to_owned()));
                }
                open = false;
            }
            if ui.button("Save a copy as…").clicked() {
                outbox.act(Action::SaveAs);
                open = false;
            }
            if widget::answer_button(ui, "Read it").clicked() {
                open = false;
            }
        });
        open
    }
}
