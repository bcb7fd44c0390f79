//! The look of the printed page: light whatever the window is, in the typeface of reading; its rows, badges and lists.

use std::sync::Arc;

use egui::{FontFamily, FontId, RichText, Sense, Stroke, Style, TextStyle, Ui, vec2};

use super::super::super::super::theme::{READING, READING_STRONG, Theme, Tone, metrics};
use super::super::super::super::widget;
use crate::export::words;

/// Size of the words, in points.
const SIZE: f32 = 15.0;

/// Lets all that `ui` draws from now on look as on paper.
pub(in super::super) fn paper_ui(ui: &mut Ui) {
    let mut style: Style = ui.ctx().style_of(egui::Theme::Light).as_ref().clone();
    let reading = FontId::new(SIZE, FontFamily::Name(READING.into()));
    style.text_styles.insert(TextStyle::Body, reading);
    // As behind a question that is asked in front of it.
    style.visuals.disabled_alpha = ui.visuals().disabled_alpha;
    ui.set_style(Arc::new(style));
}

/// Strong words of the page.
pub(super) fn strong(words: impl Into<String>) -> RichText {
    let family = FontFamily::Name(READING_STRONG.into());
    RichText::new(words).font(FontId::new(SIZE, family))
}

/// A heading of a section, with a line under it.
pub(super) fn heading_ui(ui: &mut Ui, words: &str) {
    ui.add_space(metrics().space.wide);
    ui.label(strong(words).size(metrics().type_scale.title));
    widget::separator_ui(ui);
}

/// A small heading within a section.
pub(super) fn kicker_ui(ui: &mut Ui, words: &str) {
    ui.add_space(metrics().space.tight);
    ui.label(widget::small(words));
}

/// A line of a list.
pub(super) fn bullet_ui(ui: &mut Ui, words: &str) {
    ui.horizontal_top(|ui| {
        ui.label("•");
        ui.vertical(|ui| widget::wrapped_ui(ui, words));
    });
}

/// A name and its value.
pub(super) fn named_ui(ui: &mut Ui, name: &str, value: &str) {
    const NAME: f32 = 132.0;
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        cell_ui(ui, NAME, |ui| ui.label(widget::small(name)));
        cell_ui(ui, width - NAME, |ui| widget::wrapped_ui(ui, value));
    });
}

/// The names of the columns of a table; `shares` of the width.
pub(super) fn head_row_ui(ui: &mut Ui, shares: &[f32], names: &[&str]) {
    cells_ui(ui, shares, names, |name| widget::small(name));
}

/// A row of a table.
pub(super) fn row_ui(ui: &mut Ui, shares: &[f32], cells: &[&str]) {
    cells_ui(ui, shares, cells, |cell| RichText::new(cell).size(13.5));
}

fn cells_ui(ui: &mut Ui, shares: &[f32], cells: &[&str], look: impl Fn(&str) -> RichText) {
    const GAP: f32 = 10.0;
    let width = ui.available_width();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = GAP;
        for (share, cell) in shares.iter().zip(cells) {
            cell_ui(ui, width * share - GAP, |ui| {
                widget::wrapped_ui(ui, look(cell))
            });
        }
    });
    let line = Stroke::new(1.0, Theme::at(ui).colours.line.0);
    let (rect, _) = ui.allocate_exact_size(vec2(width, 1.0), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, line);
}

fn cell_ui<R>(ui: &mut Ui, width: f32, content: impl FnOnce(&mut Ui) -> R) {
    let layout = egui::Layout::top_down(egui::Align::Min);
    ui.allocate_ui_with_layout(vec2(width.max(20.0), 0.0), layout, |ui| {
        ui.set_width(width.max(20.0));
        content(ui);
    });
}

/// An answer, a verdict or how grave a finding is, in its shape and word.
pub(super) fn badge_ui(ui: &mut Ui, key: &str) {
    let label = words::of_key(key);
    widget::chip_ui(
        ui,
        tone(words::tone(key)),
        &format!("{} {}", label.shape, label.word),
    );
}

/// The tone of a sort of colour of the report.
pub(super) fn tone(sort: &str) -> Tone {
    match sort {
        "good" => Tone::Good,
        "move" => Tone::Info,
        "bad" => Tone::Alarm,
        "ask" => Tone::Doubt,
        _ => Tone::Neutral,
    }
}
