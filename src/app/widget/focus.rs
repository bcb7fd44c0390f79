//! Where the keyboard is: seen, and kept in sight.

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{Id, Key, Modifiers, Response, Stroke, StrokeKind, Ui, vec2};

use super::super::theme::{Theme, metrics};

/// A ring about a control of its own colours, while the keyboard is on it.
pub fn focus_ui(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, Theme::at(ui).colours.accent.0);
        let ring = response.rect.expand(2.0);
        let radius = metrics().radius.control + 2.0;
        ui.painter()
            .rect_stroke(ring, radius, stroke, StrokeKind::Middle);
    }
}

/// The same about a row of a list, inside its edges: its neighbours lie close, and the list cuts off what stands out.
pub fn row_focus_ui(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, Theme::at(ui).colours.accent.0);
        let inside = StrokeKind::Inside;
        let radius = metrics().radius.control;
        ui.painter()
            .rect_stroke(response.rect, radius, stroke, inside);
    }
}

/// The ground of a row of a list: of the one that is chosen, or of one that is pointed at; with its focus.
pub fn row_ground_ui(ui: &Ui, response: &Response, on: bool) {
    let colours = &Theme::at(ui).colours;
    let fill = if on {
        colours.accent_soft
    } else {
        colours.hover
    };
    if on || response.hovered() || response.has_focus() {
        let radius = metrics().radius.control;
        ui.painter().rect_filled(response.rect, radius, fill.0);
    }
    row_focus_ui(ui, response);
}

/// Puts the keyboard into a field of one line with all of its `words` selected: they give way to what is typed.
pub fn focus_whole_ui(ui: &Ui, field: &Response, words: &str) {
    field.request_focus();
    let mut state = TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
    let all = CCursorRange::select_all_str(words);
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), field.id);
}

/// Puts the keyboard into a field, behind the last of its `words`: what is typed goes on with them.
pub fn focus_end_ui(ui: &Ui, field: &Response, words: &str) {
    field.request_focus();
    let mut state = TextEditState::load(ui.ctx(), field.id).unwrap_or_default();
    let end = CCursor::new(words.chars().count());
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    state.store(ui.ctx(), field.id);
}

/// Whether the keyboard has just come to a field by Tab: what stands in it gives way to what is typed.
pub fn is_reached_by_tab(ui: &Ui, field: &Response) -> bool {
    field.gained_focus() && ui.input(|input| input.key_pressed(Key::Tab))
}

/// Marks a field that cannot be read, and says below it why.
pub fn wrong_field_ui(ui: &mut Ui, field: &Response, why: &str) {
    let ink = ui.visuals().error_fg_color;
    let radius = metrics().radius.control;
    ui.painter().rect_stroke(
        field.rect,
        radius,
        Stroke::new(1.5, ink),
        StrokeKind::Inside,
    );
    super::text::wrapped_ui(ui, egui::RichText::new(why).color(ink).small());
}

/// Whether page keys belong to something else than what `ui` draws: a field that is typed in, or a question in front.
pub fn keys_are_taken(ui: &Ui) -> bool {
    let behind = ui.memory(|memory| {
        let front = memory.top_modal_layer();
        front.is_some_and(|front| front != ui.layer_id())
    });
    behind || ui.ctx().text_edit_focused()
}

/// Page keys and the ends of a list, where nobody is typing: scrolls the list that `ui` is in and shows `height` of.
pub fn scroll_by_keys_ui(ui: &Ui, height: f32) {
    const ALL: f32 = 1.0e7;
    if keys_are_taken(ui) {
        return;
    }
    let page = height * 0.88;
    for (key, by) in [
        (Key::PageDown, -page),
        (Key::PageUp, page),
        (Key::Home, ALL),
        (Key::End, -ALL),
    ] {
        if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            let at_once = egui::style::ScrollAnimation::none();
            ui.scroll_with_delta_animation(vec2(0.0, by), at_once);
        }
    }
}

/// Scrolls to the control that the keyboard has moved to, where it lies out of sight of the list that `ui` is in.
///
/// Called before the content of the list is drawn.
pub fn follow_focus_ui(ui: &Ui) {
    let followed = ui.scope_id().with("focus followed");
    let focused = ui.memory(egui::Memory::focused);
    let before = ui.data_mut(|data| {
        let before = data.get_temp::<Option<Id>>(followed).flatten();
        data.insert_temp(followed, focused);
        before
    });
    let control = focused
        .filter(|_| focused != before)
        .and_then(|id| ui.ctx().read_response(id))
        .filter(|control| control.layer_id == ui.layer_id());
    let Some(control) = control else {
        return;
    };
    let (clip, seen) = (ui.clip_rect(), control.interact_rect);
    let is_beside = !ui.max_rect().x_range().contains(control.rect.center().x);
    let is_of_another = seen.is_positive() && !clip.intersects(seen);
    if !is_beside && !is_of_another && !clip.contains_rect(control.rect) {
        let about = control.rect.expand(metrics().space.wide);
        ui.scroll_to_rect(about, None);
    }
}
