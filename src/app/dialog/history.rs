//! Everything that was ever done, undone and redone.

use egui::{ScrollArea, Ui};

use super::super::context::{Context, Outbox};
use super::super::widget;
use super::Sheet;

/// The list.
#[derive(Default)]
pub(super) struct HistorySheet;

impl Sheet for HistorySheet {
    fn title(&self) -> String {
        "History".to_owned()
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, _outbox: &mut Outbox) -> bool {
        let log = context.session.log();
        if log.is_empty() {
            ui.label(widget::quiet("Nothing has been done yet."));
        }
        let height = ui.ctx().content_rect().height() - 220.0;
        let row = ui.text_style_height(&egui::TextStyle::Body) + 6.0;
        ScrollArea::vertical()
            .max_height(height.min(460.0))
            .auto_shrink([false, true])
            .show_rows(ui, row, log.len(), |ui, rows| {
                for at in rows {
                    let Some(event) = log.get(log.len() - 1 - at) else {
                        continue;
                    };
                    ui.horizontal(|ui| {
                        let at: String = event.stamp.at.chars().take(16).collect();
                        ui.label(widget::small(at.replace('T', " ")));
                        ui.label(widget::small(event.stamp.by.as_str()));
                        widget::label_ui(ui, egui::RichText::new(event.label.as_str()));
                    });
                }
            });
        ui.add_space(12.0);
        !ui.button("Close").clicked()
    }
}
