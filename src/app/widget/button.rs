//! Buttons.

use egui::{Button, Color32, Response, RichText, Role, Stroke, Ui, WidgetInfo};

use super::super::action::Action;
use super::super::context::Outbox;
use super::super::theme::{Theme, metrics};
use super::focus::focus_ui;
use super::text::{said, strong};

/// The one thing most people want here.
pub fn primary_button(ui: &mut Ui, words: &str) -> Response {
    let colours = &Theme::at(ui).colours;
    let response = ui.add(
        Button::new(strong(words).color(colours.on_accent.0))
            .fill(colours.accent.0)
            .stroke(Stroke::NONE),
    );
    focus_ui(ui, &response);
    response
}

/// A box to tick.
pub fn checkbox_ui(ui: &mut Ui, on: &mut bool, words: &str) -> Response {
    ui.scope(|ui| {
        let edge = Theme::at(ui).colours.control_line.0;
        ui.visuals_mut().widgets.inactive.bg_stroke.color = edge;
        ui.checkbox(on, words)
    })
    .inner
}

/// A slider whose rail is seen on any ground.
pub fn slider_ui(ui: &mut Ui, slider: egui::Slider<'_>) -> Response {
    ui.scope(|ui| {
        let rail = Theme::at(ui).colours.button_line.0;
        ui.visuals_mut().widgets.inactive.bg_fill = rail;
        ui.add(slider.trailing_fill(true))
    })
    .inner
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

/// The same, its words under those above it.
pub fn flush_button(ui: &mut Ui, words: &str) -> Response {
    // Not in a scope of its own: a line that breaks would break the words.
    let padding = std::mem::take(&mut ui.spacing_mut().button_padding.x);
    let looks = ui.visuals().widgets.clone();
    // The frame stands about the words once it is seen.
    ui.visuals_mut().widgets.hovered.expansion = metrics().space.tight;
    ui.visuals_mut().widgets.active.expansion = metrics().space.tight;
    let response = quiet_button(ui, words);
    ui.visuals_mut().widgets = looks;
    ui.spacing_mut().button_padding.x = padding;
    response
}

/// The same for what takes something away.
pub fn danger_link(ui: &mut Ui, words: &str) -> Response {
    let padding = std::mem::take(&mut ui.spacing_mut().button_padding.x);
    let ink = Theme::at(ui).tones.alarm.ink.0;
    let response = ui.add(Button::new(RichText::new(words).color(ink)).frame_when_inactive(false));
    ui.spacing_mut().button_padding.x = padding;
    focus_ui(ui, &response);
    response
}

/// Words that can be pressed, in a line with other words.
pub fn link_button(ui: &mut Ui, words: &str) -> Response {
    let ink = Theme::at(ui).colours.accent.0;
    // Not in a scope of its own, which would squeeze it into what is left of a full line.
    let before = ui.spacing().clone();
    ui.spacing_mut().button_padding = egui::vec2(0.0, 0.0);
    ui.spacing_mut().interact_size.y = 0.0;
    let button = Button::new(RichText::new(words).color(ink)).frame_when_inactive(false);
    let response = ui.add(button.wrap_mode(egui::TextWrapMode::Extend));
    *ui.spacing_mut() = before;
    response
}

/// A button for what takes something away.
pub fn danger_button(ui: &mut Ui, words: &str) -> Response {
    let toned = Theme::at(ui).tones.alarm;
    let response = ui.add(
        Button::new(RichText::new(words).color(toned.ink.0)).stroke(Stroke::new(1.0, toned.ink.0)),
    );
    focus_ui(ui, &response);
    response
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
    // As wide as it takes: what stands beside it gives way.
    let width = ui.max_rect().width();
    let mut button = Button::new(said(ui, text, width)).stroke(Stroke::NONE);
    button = if on {
        button.fill(fill)
    } else {
        button.frame_when_inactive(false)
    };
    let response = ui.add(button);
    focus_ui(ui, &response);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, on, words));
    response
}
