//! The strip that says, as long as it is so, that the project is not saved from this window.

use egui::{Frame, Margin, Panel, Ui};

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::theme::{Theme, metrics};
use super::super::widget;

/// Draws it under the bar at the top, where the project can only be read.
pub(super) fn read_only_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
    if context.session.read_only().is_none() {
        return;
    }
    let toned = Theme::at(ui).tones.doubt;
    let frame = Frame::new()
        .fill(toned.soft.0)
        .inner_margin(Margin::symmetric(12, 5));
    Panel::top("read only").frame(frame).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = metrics().space.normal;
            ui.label(widget::strong("Read only").color(toned.ink.0));
            ui.label("The project is open in another window: what you decide here is saved only in a copy.");
            if ui.button("Save a copy…").clicked() {
                outbox.act(Action::SaveAs);
            }
            if widget::quiet_button(ui, "Try again").clicked()
                && let Some(path) = context.session.path()
            {
                outbox.want(Request::Open(path.to_owned()));
            }
        });
    });
}
