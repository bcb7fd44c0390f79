//! The offer of changes that were not saved when the program last ended.

use egui::{ScrollArea, Ui, vec2};

use super::super::context::{Context, Outbox, Request};
use super::super::widget;
use super::Sheet;
use crate::export::words;

/// Room for who did it and when, below what was done, in points.
const BELOW: f32 = 22.0;

/// The offer.
#[derive(Default)]
pub(super) struct RecoverSheet {
    forgetting: bool,
}

impl Sheet for RecoverSheet {
    fn title(&self) -> String {
        "Changes that were not saved".to_owned()
    }

    fn width(&self) -> f32 {
        640.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let Some(recovery) = context.session.recovery() else {
            return false;
        };
        widget::wrapped_ui(ui, format!("{}.", recovery.summary()));
        ui.add_space(8.0);
        let events = recovery.events();
        // What was done has a line of its own.
        let row = ui.text_style_height(&egui::TextStyle::Body) + BELOW;
        widget::card_ui(ui, |ui| {
            ScrollArea::vertical()
                .max_height(220.0)
                .auto_shrink([false, true])
                .show_rows(ui, row, events.len(), |ui, rows| {
                    widget::follow_focus_ui(ui);
                    for event in events.get(rows).unwrap_or_default() {
                        ui.allocate_ui(vec2(ui.available_width(), row), |ui| {
                            ui.set_min_height(row);
                            ui.spacing_mut().item_spacing.y = 1.0;
                            widget::label_ui(ui, egui::RichText::new(event.label.as_str()));
                            let at = words::time(&event.stamp.at);
                            let aside = format!("{}, {at}", event.stamp.by);
                            widget::label_ui(ui, widget::small(aside));
                        });
                    }
                });
        });
        ui.add_space(16.0);
        let mut open = true;
        widget::at_right_ui(ui, "foot", |ui| {
            let words = if self.forgetting {
                "Forget them for good"
            } else {
                "Forget them…"
            };
            if widget::danger_button(ui, words).clicked() {
                if self.forgetting {
                    outbox.want(Request::ForgetRecovery);
                    open = false;
                }
                self.forgetting = true;
            }
            if ui
                .button("Not now")
                .on_hover_text("They stay under File: Changes that were put off")
                .clicked()
            {
                open = false;
            }
            if widget::answer_button(ui, "Recover them").clicked() {
                outbox.want(Request::Recover);
                open = false;
            }
        });
        open
    }
}
