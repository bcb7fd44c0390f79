//! Everything that was ever done, undone and redone; each change can be taken back by itself.

use std::collections::BTreeSet;

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::theme::metrics;
use super::super::widget;
use super::{Ask, Sheet};
use crate::project::{Change, Event};

/// The list and what is looked for in it.
#[derive(Default)]
pub(super) struct HistorySheet {
    words: String,
    /// Places in the log that fit, latest first, and what they were chosen for.
    shown: Vec<usize>,
    chosen_for: Option<(usize, String)>,
    /// Places of changes that were taken back one by one.
    taken_back: BTreeSet<usize>,
    /// How far the list is scrolled, in points, and by how many rows it has grown since it was drawn.
    scrolled: f32,
    grown: usize,
    /// Why the latest change that was chosen cannot be taken back.
    refused: Option<String>,
}

impl HistorySheet {
    fn choose(&mut self, context: &Context<'_>) {
        let log = context.session.log();
        let of = (log.len(), self.words.trim().to_lowercase());
        if self.chosen_for.as_ref() == Some(&of) {
            return;
        }
        let fits = |text: &str| text.to_lowercase().contains(&of.1);
        let events = log.iter().enumerate().rev();
        let before = self.shown.len();
        self.shown = events
            .filter(|(_, event)| of.1.is_empty() || fits(&event.label) || fits(&event.stamp.by))
            .map(|(at, _)| at)
            .collect();
        let same_words = self
            .chosen_for
            .as_ref()
            .is_some_and(|known| known.1 == of.1);
        self.grown = if same_words {
            self.shown.len().saturating_sub(before)
        } else {
            0
        };
        if self.grown > 0 {
            self.refused = None;
        }
        self.taken_back = context.session.taken_back();
        self.chosen_for = Some(of);
    }
}

impl Sheet for HistorySheet {
    fn title(&self) -> String {
        "History".to_owned()
    }

    fn width(&self) -> f32 {
        780.0
    }

    fn take_refusal(&mut self, words: &str) -> bool {
        self.refused = Some(words.to_owned());
        true
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let log = context.session.log();
        if log.is_empty() {
            ui.label(widget::quiet("Nothing has been done yet."));
        } else {
            let field = ui.add(
                widget::line_edit(&mut self.words)
                    .hint_text("Filter by change or person")
                    .desired_width(f32::INFINITY),
            );
            widget::name_field(ui, &field, "Filter by change or person");
        }
        self.choose(context);
        super::complaint_ui(ui, self.refused.as_deref());
        let height = ui.ctx().content_rect().height() - 270.0;
        let row = ui.spacing().interact_size.y;
        let mut area = ScrollArea::vertical()
            .max_height(height.min(460.0))
            .auto_shrink([false, true]);
        // A new row at the top moves no other from under the pointer.
        let grown = std::mem::take(&mut self.grown);
        if grown > 0 {
            let rows = f32::from(u16::try_from(grown).unwrap_or(u16::MAX));
            let by = rows * (row + ui.spacing().item_spacing.y);
            area = area.vertical_scroll_offset(self.scrolled + by);
        }
        let drawn = area.show_rows(ui, row, self.shown.len(), |ui, rows| {
            widget::follow_focus_ui(ui);
            widget::scroll_by_keys_ui(ui, height.min(460.0));
            for at in self.shown.get(rows).unwrap_or_default() {
                if let Some(event) = log.get(*at) {
                    let why = context.session.why(*at);
                    let in_effect =
                        context.session.is_in_effect(*at) && !self.taken_back.contains(at);
                    ui.push_id(at, |ui| event_ui(ui, *at, event, (why, in_effect), outbox));
                }
            }
        });
        self.scrolled = drawn.state.clamped_offset().y;
        ui.add_space(12.0);
        let mut open = true;
        ui.horizontal(|ui| {
            open = !ui.button("Close").clicked();
            for (action, label) in [
                (Action::Undo, context.session.undo_label()),
                (Action::Redo, context.session.redo_label()),
            ] {
                let button = egui::Button::new(action.label());
                let response = ui.add_enabled(label.is_some(), button);
                if response.on_hover_text(label.unwrap_or_default()).clicked() {
                    outbox.act(action);
                }
            }
        });
        open
    }
}

/// Widths of the columns, in points: when, by whom, whether it is in effect.
const WHEN: f32 = 112.0;
const BY: f32 = 84.0;
const STATE: f32 = 92.0;

/// A cell of a row, as wide in every row.
fn cell_ui(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui)) {
    let size = vec2(width, ui.spacing().interact_size.y);
    let layout = Layout::left_to_right(Align::Center);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.set_min_width(width);
        content(ui);
    });
}

fn event_ui(
    ui: &mut Ui,
    at: usize,
    event: &Event,
    (why, in_effect): (Option<&str>, bool),
    outbox: &mut Outbox,
) {
    ui.horizontal(|ui| {
        let when: String = event.stamp.at.chars().take(16).collect();
        cell_ui(ui, WHEN, |ui| {
            ui.label(widget::small(when.replace('T', " ")));
        });
        cell_ui(ui, BY, |ui| {
            widget::label_ui(ui, widget::small(event.stamp.by.as_str()))
                .on_hover_text(event.stamp.by.as_str());
        });
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            // Beside the bar by which the list is scrolled.
            ui.add_space(metrics().space.normal);
            cell_ui(ui, STATE, |ui| {
                if matches!(event.change, Change::Did(_)) && !in_effect {
                    ui.label(widget::small("Taken back"));
                }
                if in_effect
                    && widget::quiet_button(ui, "Take back")
                        .on_hover_text("Take this change back and leave the later ones in effect")
                        .clicked()
                {
                    outbox.want(Request::Revert(at));
                }
            });
            if matches!(event.change, Change::Did(_))
                && widget::quiet_button(ui, "Why…")
                    .on_hover_text("Write down why this was done")
                    .clicked()
            {
                outbox.want(Request::Ask(Ask::Why(at)));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = match why {
                    Some(why) => format!("{}: {why}", event.label),
                    None => event.label.clone(),
                };
                widget::label_ui(ui, egui::RichText::new(words));
            });
        });
    });
}
