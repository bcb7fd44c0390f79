//! Frames, sections, rows with a name, and what stands where there is nothing yet.

use egui::{
    Align, CornerRadius, Frame, InnerResponse, Layout, Margin, Stroke, Ui, UiBuilder, vec2,
};

use super::super::theme::{Theme, Tone, metrics};
use super::text::{quiet, strong, title};

/// A raised ground with a thin line about it.
pub fn card_ui<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> InnerResponse<R> {
    let colours = &Theme::at(ui).colours;
    Frame::new()
        .fill(colours.raised.0)
        .stroke(Stroke::new(1.0, colours.line.0))
        .corner_radius(CornerRadius::from(metrics().radius.card))
        .inner_margin(Margin::same(12))
        .show(ui, content)
}

/// A ground in a tone.
pub fn tint_card_ui<R>(
    ui: &mut Ui,
    tone: Tone,
    content: impl FnOnce(&mut Ui) -> R,
) -> InnerResponse<R> {
    let toned = Theme::at(ui).tone(tone);
    Frame::new()
        .fill(toned.soft.0)
        .corner_radius(CornerRadius::from(metrics().radius.control))
        .inner_margin(Margin::symmetric(10, 8))
        .show(ui, content)
}

/// What floats above the rest.
pub fn popup_frame(ui: &Ui) -> Frame {
    let colours = &Theme::at(ui).colours;
    Frame::popup(ui.style())
        .fill(colours.raised.0)
        .inner_margin(Margin::symmetric(14, 8))
        .corner_radius(CornerRadius::from(metrics().radius.card))
}

/// A heading and what is under it.
pub fn section_ui<R>(ui: &mut Ui, heading: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.add_space(metrics().space.wide);
    ui.label(strong(heading));
    ui.add_space(metrics().space.hair);
    content(ui)
}

/// A thin line across.
pub fn separator_ui(ui: &mut Ui) {
    ui.add_space(metrics().space.snug);
    let stroke = Stroke::new(1.0, Theme::at(ui).colours.line.0);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.center().y, stroke);
    ui.add_space(metrics().space.snug);
}

/// A row at the right edge whose controls are made from left to right, so that Tab goes as the eye does. `name` tells
/// it from others of the same panel.
pub fn at_right_ui<R>(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    let id = ui.scope_id().with(("at the right", name));
    // As wide as it was in the last frame; where it has another width now, the frame is drawn anew.
    let known: f32 = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    ui.horizontal(|ui| {
        ui.add_space((ui.available_width() - known).max(0.0));
        let row = ui.horizontal(content);
        let width = row.response.rect.width();
        if (width - known).abs() > 0.5 {
            ui.data_mut(|data| data.insert_temp(id, width));
            ui.ctx()
                .request_discard("a row at the right has another width");
        }
        row.inner
    })
    .inner
}

/// Draws within the room that is left: what is too wide is cut off, and does not widen the panel around it.
pub fn confined_ui<R>(ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
    let room = ui.available_rect_before_wrap();
    let mut inner = ui.new_child(UiBuilder::new().max_rect(room));
    inner.shrink_clip_rect(room);
    let response = content(&mut inner);
    ui.advance_cursor_after_rect(room);
    response
}

/// Room for the names at the left, in points.
const NAME_WIDTH: f32 = 102.0;

/// A name at the left, its content beside it. Names of one panel stand under each other.
pub fn field_ui<R>(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.y = metrics().space.hair;
        ui.allocate_ui_with_layout(
            vec2(NAME_WIDTH, 0.0),
            Layout::left_to_right(Align::Min),
            |ui| {
                ui.set_min_width(NAME_WIDTH);
                ui.label(quiet(name));
            },
        );
        ui.vertical(content).inner
    })
    .inner
}

/// The same for a control, which is higher than a line of words: the name stands in the middle of its height.
pub fn form_row_ui<R>(ui: &mut Ui, name: &str, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.y = metrics().space.hair;
        let size = vec2(NAME_WIDTH, metrics().control_height);
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(size);
            ui.label(quiet(name));
        });
        ui.vertical(content).inner
    })
    .inner
}

/// Where there is nothing yet: what this is for, and what to do next.
pub fn empty_ui(ui: &mut Ui, heading: &str, words: &str, content: impl FnOnce(&mut Ui)) {
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.28).min(220.0));
        ui.label(title(heading));
        ui.add_space(metrics().space.tight);
        ui.scope(|ui| {
            ui.set_max_width(440.0);
            ui.label(quiet(words));
        });
        ui.add_space(metrics().space.wide);
        content(ui);
    });
}
