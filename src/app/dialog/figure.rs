//! What is decided about a figure: its name, the value to print, the wording, when to look again.

use egui::{TextEdit, Ui};
use jiff::civil::Date;

use super::super::context::{Context, Outbox};
use super::super::widget;
use super::{Sheet, complaint_ui, foot_ui};
use crate::claim::ClaimId;
use crate::project::{Command, FigureDecision};

/// The figure, by one of its claims, and the decision as it is typed.
pub(super) struct FigureSheet {
    claim: ClaimId,
    title: String,
    accepted: String,
    wording: String,
    recheck: String,
    /// The field that is typed in first.
    first: &'static str,
    focused: bool,
}

impl FigureSheet {
    pub(super) fn new(claim: ClaimId, context: &Context<'_>) -> Self {
        let figure = context.figure_of(claim);
        let known = figure.and_then(|figure| context.project().decision_of(figure));
        let known = known.map(|(_, decision)| decision.clone());
        let known = known.unwrap_or_default();
        let recheck = known.recheck_by.map(|day| day.to_string());
        Self {
            claim,
            title: known.title.unwrap_or_default(),
            accepted: known.accepted.unwrap_or_default(),
            wording: known.wording.unwrap_or_default(),
            recheck: recheck.unwrap_or_default(),
            first: ACCEPTED,
            focused: false,
        }
    }

    /// The same, to give the figure a name.
    pub(super) fn to_name(claim: ClaimId, context: &Context<'_>) -> Self {
        Self {
            first: NAME,
            ..Self::new(claim, context)
        }
    }

    fn decision(&self, claims: Vec<ClaimId>) -> Result<FigureDecision, String> {
        let some = |words: &str| Some(words.trim().to_owned()).filter(|words| !words.is_empty());
        Ok(FigureDecision {
            title: some(&self.title),
            accepted: some(&self.accepted),
            wording: some(&self.wording),
            recheck_by: day(&self.recheck)?,
            claims,
        })
    }
}

const NAME: &str = "Name";
const ACCEPTED: &str = "Accepted value";

/// A day as it is typed; nothing is no day.
fn day(typed: &str) -> Result<Option<Date>, String> {
    match typed.trim() {
        "" => Ok(None),
        typed => typed
            .parse()
            .map(Some)
            .map_err(|_error| format!("“{typed}” is not a day such as 2026-12-01.")),
    }
}

impl Sheet for FigureSheet {
    fn title(&self) -> String {
        "Decide on the figure".to_owned()
    }

    fn width(&self) -> f32 {
        600.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let Some(figure) = context.figure_of(self.claim) else {
            widget::wrapped_ui(
                ui,
                "This claim belongs to no figure: it was rejected or removed.",
            );
            return !ui.button("Close").clicked();
        };
        widget::wrapped_ui(
            ui,
            widget::quiet(
                "It stays with these claims however figures are grouped later, and is printed in the report.",
            ),
        );
        ui.add_space(8.0);
        let safe = context
            .project()
            .safe_wording(figure, context.crosscheck)
            .unwrap_or_default();
        for (name, hint, text) in [
            (NAME, figure.title.as_str(), &mut self.title),
            (
                ACCEPTED,
                "As it should be printed: 12,400",
                &mut self.accepted,
            ),
            ("Look again by", "no day, or 2026-12-01", &mut self.recheck),
        ] {
            widget::form_row_ui(ui, name, |ui| {
                let field = widget::line_edit(text)
                    .hint_text(hint)
                    .desired_width(f32::INFINITY);
                let field = ui.add(field);
                widget::name_field(ui, &field, name);
                if name == self.first && !self.focused {
                    field.request_focus();
                    self.focused = true;
                }
            });
        }
        widget::form_row_ui(ui, "Wording", |ui| {
            let field = ui.add(
                TextEdit::multiline(&mut self.wording)
                    .hint_text("The sentence to print")
                    .desired_rows(2)
                    .desired_width(f32::INFINITY),
            );
            widget::name_field(ui, &field, "Wording");
            if !safe.is_empty() && widget::flush_button(ui, "Take the safe wording").clicked() {
                safe.clone_into(&mut self.wording);
            }
        });
        let decision = self.decision(figure.claims.clone());
        complaint_ui(ui, decision.as_ref().err().map(String::as_str));
        match (foot_ui(ui, "Decide", decision.is_ok()), decision) {
            (Some(true), Ok(decision)) => {
                let known = context.project().decision_of(figure);
                let before = known.map(|(_, known)| known.clone()).unwrap_or_default();
                let same = FigureDecision {
                    claims: before.claims.clone(),
                    ..decision.clone()
                };
                if same != before {
                    outbox.change(Command::DecideFigure {
                        claim: context.project().decision_key(figure),
                        decision,
                    });
                }
                false
            }
            (Some(false), _) => false,
            _ => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_a_day_or_nothing() {
        assert_eq!(day(" "), Ok(None));
        assert_eq!(
            day(" 2026-12-01 "),
            Ok(Some(jiff::civil::date(2026, 12, 1)))
        );
        assert!(day("soon").is_err_and(|why| why.contains("soon")));
    }
}
