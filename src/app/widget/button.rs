//! Buttons.

use egui::{Button, Color32, Response, RichText, Role, Stroke, Ui, WidgetInfo};

use super::super::action::Action;
use super::super::context::Outbox;
use super::super::theme::Theme;
use super::text::strong;

/// The one thing most people want here.
pub fn primary_button(ui: &mut Ui, words: &str) -> Response {
    let colours = &Theme::at(ui).colours;
    ui.add(
        Button::new(strong(words).color(colours.on_accent.0))
            .fill(colours.accent.0)
            .stroke(Stroke::NONE),
    )
}

/// The answer that Enter gives to a question without fields: it has the focus until another control takes it.
pub fn answer_button(ui: &mut Ui, words: &str) -> Response {
    let response = primary_button(ui, words);
    if ui.memory(|memory| memory.focused().is_none()) {
        response.request_focus();
    }
    response
}

/// A button without a frame until it is pointed at.
pub fn quiet_button(ui: &mut Ui, words: &str) -> Response {
    let ink = Theme::at(ui).colours.accent.0;
    ui.add(Button::new(RichText::new(words).color(ink)).frame_when_inactive(false))
}

/// A button for what takes something away.
pub fn danger_button(ui: &mut Ui, words: &str) -> Response {
    let toned = Theme::at(ui).tones.alarm;
    ui.add(
        Button::new(RichText::new(words).color(toned.ink.0)).stroke(Stroke::new(1.0, toned.ink.0)),
    )
}

/// A button for an action, with its key; its tooltip is the action's help.
pub fn action_button(ui: &mut Ui, outbox: &mut Outbox, action: Action, enabled: bool) {
    let words = action.label().trim_end_matches('…');
    let keys = action.keys(ui.ctx());
    let button = Button::new(words).shortcut_text(RichText::new(keys).small().weak());
    let response = ui
        .add_enabled(enabled, button)
        .on_hover_text(action.tip(ui.ctx()))
        .on_disabled_hover_text(action.tip(ui.ctx()));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, words));
    if response.clicked() {
        outbox.act(action);
    }
}

/// One of several that exclude each other.
pub fn segment_ui(ui: &mut Ui, on: bool, words: &str) -> Response {
    let colours = &Theme::at(ui).colours;
    let (text, fill) = if on {
        (strong(words).color(colours.accent.0), colours.accent_soft.0)
    } else {
        (RichText::new(words), Color32::TRANSPARENT)
    };
    let mut button = Button::new(text).stroke(Stroke::NONE);
    button = if on {
        button.fill(fill)
    } else {
        button.frame_when_inactive(false)
    };
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, words));
    response
}
