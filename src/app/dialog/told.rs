//! What imports have told: files that could not be read, and what to know about those that were.

use std::path::Path;

use egui::{ScrollArea, Ui};

use super::super::context::{Context, Outbox, Request};
use super::super::theme::metrics;
use super::super::told::Told;
use super::super::widget;
use super::Sheet;

/// The list.
pub(super) struct ToldSheet {
    told: Vec<Told>,
}

impl ToldSheet {
    pub(super) const fn new(told: Vec<Told>) -> Self {
        Self { told }
    }
}

fn told_ui(ui: &mut Ui, told: &Told) {
    widget::card_ui(ui, |ui| {
        ui.set_width(ui.available_width());
        let file = Path::new(&told.name).file_name();
        let name = file.map_or_else(
            || told.name.clone(),
            |file| file.to_string_lossy().into_owned(),
        );
        let name = if told.failed {
            widget::strong(format!("Not read: {name}")).color(ui.visuals().error_fg_color)
        } else {
            widget::strong(name)
        };
        widget::wrapped_ui(ui, name);
        widget::wrapped_ui(ui, told.words.as_str());
    });
}

impl Sheet for ToldSheet {
    fn title(&self) -> String {
        "What imports told".to_owned()
    }

    fn width(&self) -> f32 {
        680.0
    }

    fn ui(&mut self, ui: &mut Ui, _context: &Context<'_>, outbox: &mut Outbox) -> bool {
        if self.told.is_empty() {
            ui.label("Every file could be read, and there is nothing to say about any.");
        }
        let height = (ui.ctx().content_rect().height() - 220.0).max(160.0);
        ScrollArea::vertical()
            .id_salt("told")
            .max_height(height)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                widget::follow_focus_ui(ui);
                for told in &self.told {
                    told_ui(ui, told);
                    ui.add_space(metrics().space.hair);
                }
            });
        ui.add_space(metrics().space.normal);
        widget::at_right_ui(ui, "foot", |ui| {
            if !self.told.is_empty() && ui.button("Copy the list").clicked() {
                let lines = self
                    .told
                    .iter()
                    .map(|told| format!("{}: {}", told.name, told.words));
                outbox.want(Request::Copy {
                    text: lines.collect::<Vec<_>>().join("\n"),
                    what: "The list",
                });
            }
            !widget::answer_button(ui, "Close").clicked()
        })
    }
}
