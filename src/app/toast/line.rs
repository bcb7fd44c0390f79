//! A message as a line of the status bar.

use egui::accesskit::Live;
use egui::{Align, Layout, Ui};

use super::super::action::Action;
use super::super::context::{Outbox, Request};
use super::super::theme::metrics;
use super::super::widget;
use super::{Offer, Toast};

/// Room for what can be done from a message, in points.
const BUTTONS: f32 = 150.0;
/// The widest that its words are, in points: the keys of the moment stand beside them.
const WORDS: f32 = 420.0;

/// Draws a message with what can be done from it; words that do not fit are cut off, and whole on hover.
pub(super) fn line_ui(ui: &mut Ui, toast: &Toast, by_key: bool, outbox: &mut Outbox) {
    ui.separator();
    let room = (ui.available_width() - BUTTONS).clamp(0.0, WORDS);
    let words = egui::RichText::new(&toast.words).size(metrics().type_scale.small);
    let height = ui.available_height();
    let shown = ui
        .allocate_ui_with_layout(
            egui::vec2(room, height),
            Layout::left_to_right(Align::Center),
            |ui| widget::label_ui(ui, words),
        )
        .inner;
    ui.ctx()
        .accesskit_node_builder(shown.id, |node| node.set_live(Live::Polite));
    if let Some(Offer::Note(claim)) = &toast.offer {
        let keys = Action::Note.keys(ui.ctx());
        if widget::link_button(ui, "Note").clicked() {
            outbox.want(Request::NoteOn(*claim));
        }
        widget::keycap_ui(ui, if by_key { &keys } else { "" });
    }
    if toast.undo {
        if widget::link_button(ui, "Undo").clicked() {
            outbox.act(Action::Undo);
        }
        widget::keycap_ui(ui, &Action::Undo.keys(ui.ctx()));
    }
}
