//! A list that drops down from a button. In a question it lies above it; a long one is scrolled to where the keyboard
//! is.

use egui::{ComboBox, LayerId, Response, RichText, Ui, WidgetText};

use super::focus::follow_focus_ui;
use super::text::said;

/// Frames in which a list that was opened finds its size and goes to what is chosen.
const OPENING: u64 = 4;

/// Draws it with `all` values and their names. Width in points; the usual one if `None`.
pub fn drop_down_ui<T: Clone + PartialEq>(
    ui: &mut Ui,
    salt: &str,
    width: Option<f32>,
    chosen: &mut T,
    all: &[(T, String)],
) -> Response {
    let name = all.iter().find(|(value, _)| value == chosen);
    let words = |name: &str, room: f32| said(ui, RichText::new(name), room);
    let room = width.unwrap_or_else(|| ui.spacing().combo_width);
    let shown = words(name.map_or("", |(_, name)| name.as_str()), room);
    let names: Vec<WidgetText> = all
        .iter()
        .map(|(_, name)| words(name, f32::INFINITY))
        .collect();
    let mut list = ComboBox::from_id_salt(salt)
        .selected_text(shown)
        .height(ui.ctx().content_rect().height() * 0.4);
    if let Some(width) = width {
        list = list.width(width).truncate();
    }
    let shown = list.show_ui(ui, |ui| {
        let frame = opened_for(ui);
        follow_focus_ui(ui);
        for ((value, _), name) in all.iter().zip(names) {
            let on = value == chosen;
            let row = ui.selectable_label(on, name);
            if on && frame < OPENING {
                // From here the arrow keys go on.
                row.request_focus();
                row.scroll_to_me(Some(egui::Align::Center));
            }
            if row.clicked() {
                *chosen = value.clone();
                // By key too.
                ui.close();
            }
        }
        ui.layer_id()
    });
    let button = shown.response;
    let opened = ui.scope_id().with((salt, "drop-down was open"));
    let is_open = shown.inner.is_some();
    let was_open = ui.data_mut(|data| {
        let was_open = data.get_temp(opened).unwrap_or(false);
        data.insert_temp(opened, is_open);
        was_open
    });
    if let Some(list) = shown.inner {
        above_question(ui, list);
    } else if was_open && !ui.ctx().text_edit_focused() {
        button.request_focus();
    }
    button
}

/// For how many frames the list that `ui` is in has been open.
fn opened_for(ui: &Ui) -> u64 {
    let id = ui.layer_id().id.with("drop-down opened");
    let now = ui.ctx().cumulative_frame_nr();
    ui.data_mut(|data| {
        let (first, last): (u64, u64) = data.get_temp(id).unwrap_or((now, now));
        let first = if last + 1 < now { now } else { first };
        data.insert_temp(id, (first, now));
        now - first
    })
}

/// A question that is pressed comes to the front, over the list that the press has opened; the list stays above.
fn above_question(ui: &Ui, list: LayerId) {
    let question = ui.layer_id();
    if question.order == list.order {
        ui.ctx().set_sublayer(question, list);
    }
}
