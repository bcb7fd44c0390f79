//! The sheet of all keys.

use egui::{Grid, ScrollArea, Ui};

use super::super::action::{ACTIONS, MENUS};
use super::super::context::{Context, Outbox};
use super::super::widget;
use super::Sheet;

/// The sheet.
#[derive(Default)]
pub(super) struct KeysSheet;

impl Sheet for KeysSheet {
    fn title(&self) -> String {
        "All keys".to_owned()
    }

    fn width(&self) -> f32 {
        880.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, _outbox: &mut Outbox) -> bool {
        let height = ui.ctx().content_rect().height() - 190.0;
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.columns(2, |columns| {
                for (at, (menu, name)) in MENUS.iter().enumerate() {
                    let column = usize::from(matches!(at, 2 | 4));
                    let Some(ui) = columns.get_mut(column) else {
                        continue;
                    };
                    widget::section_ui(ui, name, |ui| {
                        Grid::new(name)
                            .num_columns(2)
                            .spacing([12.0, 4.0])
                            .show(ui, |ui| {
                                for entry in ACTIONS.iter().filter(|entry| entry.menu == *menu) {
                                    if entry.keys.is_empty() {
                                        continue;
                                    }
                                    ui.horizontal(|ui| {
                                        ui.set_min_width(96.0);
                                        for chord in entry.keys {
                                            widget::keycap_ui(ui, &chord.written());
                                        }
                                    });
                                    ui.label(super::super::action::label_in(entry, context))
                                        .on_hover_text(entry.help);
                                    ui.end_row();
                                }
                            });
                    });
                }
            });
        });
        ui.add_space(12.0);
        !ui.button("Close").clicked()
    }
}
