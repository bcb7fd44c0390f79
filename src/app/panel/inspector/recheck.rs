//! The day on which a figure is to be looked at again.

use egui::{Key, RichText, Ui};
use jiff::civil::Date;

use super::super::super::context::{Context, Outbox, Request};
use super::super::super::toast::Toast;
use super::super::super::widget;
use crate::claim::ClaimId;
use crate::project::Command;

/// The day as it is typed.
#[derive(Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own, and any of them may be true"
)]
pub(super) struct Recheck {
    typed: String,
    /// Whether the field is to get the keyboard.
    wanted: bool,
    /// Whether it is typed in.
    focused: bool,
    /// Whether what is typed was entered and is no day.
    refused: bool,
    /// Whether that is to be brought into sight.
    told: bool,
}

/// A day as it is typed; nothing is no day.
fn day(typed: &str) -> Result<Option<Date>, String> {
    match typed.trim() {
        "" => Ok(None),
        typed => typed.parse().map(Some).map_err(|_error| {
            format!(
                "“{typed}” is no day of the calendar, so nothing is kept. Write it as 2026-12-01."
            )
        }),
    }
}

/// The day as it stands in the project.
pub(super) fn kept(context: &Context<'_>, claim: ClaimId) -> String {
    let review = context.project().reviews.get(&claim);
    let day = review.and_then(|review| review.recheck_by);
    day.map(|day| day.to_string()).unwrap_or_default()
}

impl Recheck {
    /// Puts the keyboard into the field.
    pub(super) const fn ask(&mut self) {
        self.wanted = true;
    }

    /// Whether it is typed in, or asked for.
    pub(super) const fn is_typed_in(&self) -> bool {
        self.wanted || self.focused
    }

    /// Begins with the day that is kept.
    pub(super) fn turn_to(&mut self, kept: String) {
        self.typed = kept;
        self.refused = false;
    }

    /// Says so where the claim is left with words that are no day.
    pub(super) fn leave(&self, outbox: &mut Outbox) {
        if let Err(complaint) = day(&self.typed) {
            outbox.want(Request::Say(Toast::refused(complaint)));
        }
    }

    /// Draws the field. Enter or going elsewhere keeps the day, Esc leaves it as it was.
    pub(super) fn field_ui(
        &mut self,
        ui: &mut Ui,
        context: &Context<'_>,
        claim: ClaimId,
        outbox: &mut Outbox,
    ) {
        widget::form_row_ui(ui, "Recheck by", |ui| {
            let field = ui.add(
                widget::line_edit(&mut self.typed)
                    .hint_text("no day, or 2026-12-01")
                    .desired_width(170.0),
            );
            widget::name_field(ui, &field, "Recheck by");
            if std::mem::take(&mut self.wanted) {
                widget::focus_whole_ui(ui, &field, &self.typed);
                field.scroll_to_me(None);
            }
            self.focused = field.has_focus();
            if field.changed() {
                self.refused = false;
            }
            if !field.lost_focus() {
                return;
            }
            let known = kept(context, claim);
            if ui.input(|input| input.key_pressed(Key::Escape)) {
                self.turn_to(known);
                return;
            }
            match day(&self.typed) {
                Ok(recheck_by) if self.typed.trim() != known => {
                    outbox.change(Command::SetRecheck {
                        claims: vec![claim],
                        recheck_by,
                    });
                }
                Ok(_) => {}
                Err(_) => {
                    (self.refused, self.told) = (true, true);
                    if ui.input(|input| input.key_pressed(Key::Enter)) {
                        field.request_focus();
                    }
                }
            }
        });
        if let (true, Err(complaint)) = (self.refused, day(&self.typed)) {
            let ink = ui.visuals().error_fg_color;
            let said = widget::wrapped_ui(ui, RichText::new(complaint).color(ink));
            if std::mem::take(&mut self.told) {
                said.scroll_to_me(None);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_day_of_the_calendar_is_a_day() {
        assert_eq!(day("  "), Ok(None));
        assert!(day("2026-12-01").is_ok_and(|day| day.is_some()));
        assert!(day("2025-13-45").is_err());
        assert!(day("next week").is_err());
    }
}
