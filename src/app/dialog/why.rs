//! Why a change was made: one line, kept in the history.

use egui::{Key, Ui};

use super::super::context::{Context, Outbox, Request};
use super::super::widget;
use super::{Sheet, foot_ui};

/// The change, by its place in the log, and the reason as it is typed.
pub(super) struct WhySheet {
    event: usize,
    why: String,
    focused: bool,
}

impl WhySheet {
    pub(super) fn new(event: usize, context: &Context<'_>) -> Self {
        Self {
            event,
            why: context.session.why(event).unwrap_or_default().to_owned(),
            focused: false,
        }
    }
}

impl Sheet for WhySheet {
    fn title(&self) -> String {
        "Why was the latest change made?".to_owned()
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let Some(event) = context.session.log().get(self.event) else {
            return false;
        };
        let who = format!("{}, by {}", event.label, event.stamp.by);
        widget::wrapped_ui(ui, widget::quiet(who));
        let field = ui.add(
            widget::line_edit(&mut self.why)
                .hint_text("A few words for whoever reads the history")
                .desired_width(f32::INFINITY),
        );
        widget::name_field(ui, &field, "Reason");
        if !self.focused {
            field.request_focus();
            self.focused = true;
        }
        let ready = !self.why.trim().is_empty();
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let pressed = foot_ui(ui, "Keep the reason", ready);
        if ready && (entered || pressed == Some(true)) {
            outbox.want(Request::Explain {
                event: self.event,
                why: self.why.trim().to_owned(),
            });
            return false;
        }
        pressed.is_none()
    }
}
