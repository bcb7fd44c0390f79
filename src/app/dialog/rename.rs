//! The name of the project.

use egui::{Key, Ui};

use super::super::context::{Context, Outbox};
use super::super::widget;
use super::{Sheet, foot_ui};
use crate::project::Command;

/// The name as it is typed.
pub(super) struct RenameSheet {
    title: String,
    focused: bool,
}

impl RenameSheet {
    pub(super) fn new(context: &Context<'_>) -> Self {
        Self {
            title: context.project().title.clone(),
            focused: false,
        }
    }
}

impl Sheet for RenameSheet {
    fn title(&self) -> String {
        "Name of the project".to_owned()
    }

    fn ui(&mut self, ui: &mut Ui, _context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let field = ui.add(
            widget::line_edit(&mut self.title)
                .hint_text("The story that is checked")
                .desired_width(f32::INFINITY),
        );
        widget::name_field(ui, &field, "Name of the project");
        widget::ordered_field_ui(ui, &field, &self.title);
        if !self.focused {
            field.request_focus();
            self.focused = true;
        }
        let ready = !self.title.trim().is_empty();
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let pressed = foot_ui(ui, "Rename", ready);
        if ready && (entered || pressed == Some(true)) {
            outbox.change(Command::SetTitle {
                title: self.title.trim().to_owned(),
            });
            return false;
        }
        pressed.is_none()
    }
}
