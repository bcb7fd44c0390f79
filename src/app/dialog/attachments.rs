//! What has become of the files attached as evidence.

use egui::{ScrollArea, Ui};

use super::super::context::{Context, Outbox, View};
use super::super::theme::Tone;
use super::super::widget;
use super::Sheet;
use crate::claim::ClaimId;
use crate::project::{Attached, Attachment};

/// Each file with its claim and its state, as it was when it was looked at.
pub(super) struct AttachmentsSheet {
    files: Vec<(ClaimId, Attachment, Attached)>,
}

impl AttachmentsSheet {
    pub(super) const fn new(files: Vec<(ClaimId, Attachment, Attached)>) -> Self {
        Self { files }
    }
}

const fn told(state: Attached) -> (Tone, &'static str) {
    match state {
        Attached::Unchanged => (Tone::Good, "Unchanged"),
        Attached::Changed => (Tone::Alarm, "Changed since it was attached"),
        Attached::Missing => (Tone::Alarm, "Not where it was"),
    }
}

impl Sheet for AttachmentsSheet {
    fn title(&self) -> String {
        "Attached files".to_owned()
    }

    fn width(&self) -> f32 {
        620.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        if self.files.is_empty() {
            ui.label("No file is attached to any evidence.");
        }
        let mut open = true;
        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
            widget::follow_focus_ui(ui);
            for (at, (claim, file, state)) in self.files.iter().enumerate() {
                ui.push_id(at, |ui| {
                    ui.horizontal(|ui| {
                        let (tone, word) = told(*state);
                        widget::chip_ui(ui, tone, word);
                        let there = context.project().claims.contains_key(claim);
                        if there && widget::quiet_button(ui, &format!("Go to {claim}")).clicked() {
                            outbox.look_in(*claim, View::Read);
                            open = false;
                        }
                        widget::label_ui(ui, egui::RichText::new(file.path.as_str()));
                    });
                });
            }
        });
        ui.add_space(12.0);
        open && !widget::answer_button(ui, "Close").clicked()
    }
}
