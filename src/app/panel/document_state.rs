//! What is not as usual about the project: read only, not kept safe, claims lost. Shown until it is mended.

use egui::Ui;

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::dialog::Ask;
use super::super::theme::Tone;
use super::super::widget;
use crate::export::words;

/// Draws a sign for each, which leads to what can be done about it.
pub(super) fn document_state_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
    let session = context.session;
    if session.read_only().is_some() {
        sign_ui(ui, "Read only", || {
            outbox.want(Request::Ask(Ask::ReadOnly));
        });
    }
    if let Some(trouble) = session.journal_trouble() {
        widget::chip_ui(ui, Tone::Alarm, "Not kept safe").on_hover_text(trouble);
        if widget::quiet_button(ui, "Save now").clicked() {
            outbox.act(Action::Save);
        }
    }
    if !context.put_off.is_empty() {
        sign_ui(ui, "Changes put off", || outbox.act(Action::PutOff));
    }
    let lost = context.digest.lost;
    if lost > 0 {
        let claims = words::counted(lost, "lost claim", "lost claims");
        sign_ui(ui, &claims, || outbox.act(Action::Opening));
    }
    if context.digest.differing > 0 {
        let words = format!("{} to decide", context.digest.differing);
        sign_ui(ui, &words, || outbox.act(Action::Opening));
    }
}

fn sign_ui(ui: &mut Ui, words: &str, pressed: impl FnOnce()) {
    let ink = super::super::theme::Theme::at(ui).tone(Tone::Alarm).ink.0;
    let words = egui::RichText::new(words).small().color(ink);
    if ui.add(egui::Button::new(words).small()).clicked() {
        pressed();
    }
}
