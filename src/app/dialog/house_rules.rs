//! The rules of the house: what words stand for. They belong to the project.

use egui::{DragValue, Ui};
use rust_decimal::Decimal;

use super::super::context::{Context, Outbox, Request};
use super::super::widget;
use super::vague_words::VagueWords;
use super::{Ask, Sheet, complaint_ui, foot_ui};
use crate::project::Command;
use crate::quantity::HouseRules;

/// The rules as they are being changed.
pub(super) struct HouseRulesSheet {
    about: String,
    nearly: String,
    believed: u8,
    vague: VagueWords,
}

/// A share as it is typed: "0.05".
fn share(typed: &str, least: Decimal, most: Decimal) -> Result<Decimal, String> {
    let value: Decimal = typed
        .trim()
        .parse()
        .map_err(|_error| format!("“{typed}” is not a number such as 0.05."))?;
    if value < least || value > most {
        return Err(format!("{value} is not between {least} and {most}."));
    }
    Ok(value.normalize())
}

impl HouseRulesSheet {
    pub(super) fn new(context: &Context<'_>) -> Self {
        let rules = &context.project().house_rules;
        Self {
            about: rules.about_share.to_string(),
            nearly: rules.nearly_share.to_string(),
            believed: rules.believed_figures,
            vague: VagueWords::new(context),
        }
    }

    fn rules(&self) -> Result<HouseRules, String> {
        Ok(HouseRules {
            about_share: share(&self.about, Decimal::ZERO, Decimal::new(5, 1))?,
            nearly_share: share(&self.nearly, Decimal::new(5, 1), Decimal::ONE)?,
            believed_figures: self.believed,
            vague: self.vague.rules()?,
        })
    }
}

impl Sheet for HouseRulesSheet {
    fn title(&self) -> String {
        "House rules of this project".to_owned()
    }

    fn width(&self) -> f32 {
        600.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        for (name, help, typed) in [
            (
                "“About”",
                "reaches this share of the number to both sides",
                &mut self.about,
            ),
            (
                "“Nearly”",
                "begins at this share of the number",
                &mut self.nearly,
            ),
        ] {
            widget::form_row_ui(ui, name, |ui| {
                ui.horizontal(|ui| {
                    let field = ui.add(widget::line_edit(typed).desired_width(70.0));
                    widget::name_field(ui, &field, name);
                    ui.label(widget::quiet(help));
                });
            });
        }
        widget::form_row_ui(ui, "Round numbers", |ui| {
            ui.horizontal(|ui| {
                let field = ui.add(DragValue::new(&mut self.believed).range(1..=6));
                widget::name_field(ui, &field, "Believed figures");
                ui.label(widget::quiet(
                    "figures are believed although they are zeros",
                ));
            });
        });
        widget::section_ui(ui, "Words for numbers nobody counted", |ui| {
            self.vague.rows_ui(ui);
        });
        let rules = self.rules();
        complaint_ui(ui, rules.as_ref().err().map(String::as_str));
        if widget::quiet_button(ui, "Scale of verdicts…").clicked() {
            outbox.want(Request::Ask(Ask::Ratings));
        }
        match (foot_ui(ui, "Apply", rules.is_ok()), rules) {
            (Some(true), Ok(rules)) => {
                if rules != context.project().house_rules {
                    outbox.change(Command::SetHouseRules { rules });
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
    fn a_share_is_a_decimal_within_its_bounds() {
        let share = |typed| share(typed, Decimal::ZERO, Decimal::ONE);
        assert_eq!(share(" 0.10 "), Ok(Decimal::new(1, 1)));
        assert!(share("5").is_err_and(|why| why.contains("between")));
        assert!(share("many").is_err_and(|why| why.contains("not a number")));
    }
}
