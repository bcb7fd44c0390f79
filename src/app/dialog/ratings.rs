//! The scale of verdicts of a project: its steps, their names, their order, how true each is for ClaimReview.

use egui::{Align, DragValue, Layout, ScrollArea, Ui};

use super::super::context::{Context, Outbox};
use super::super::theme::metrics;
use super::super::widget;
use super::{Sheet, complaint_ui, foot_ui};
use crate::project::{Command, Rating, default_ratings};

/// The scale as it is being changed.
pub(super) struct RatingsSheet {
    steps: Vec<Rating>,
}

impl RatingsSheet {
    pub(super) fn new(context: &Context<'_>) -> Self {
        Self {
            steps: context.project().ratings.clone(),
        }
    }

    /// What stands in the way of using the scale.
    fn complaint(&self, context: &Context<'_>) -> Option<String> {
        if self.steps.is_empty() {
            return Some("The scale needs at least one verdict.".to_owned());
        }
        if self.steps.iter().any(|step| step.label.trim().is_empty()) {
            return Some("Every verdict needs a name.".to_owned());
        }
        let gone = context.project().ratings.iter().find(|known| {
            is_used(context, &known.key) && !self.steps.iter().any(|step| step.key == known.key)
        })?;
        Some(format!(
            "Claims are judged “{}”: judge them anew before it is taken off the scale.",
            gone.label
        ))
    }

    /// A key that no step has, made of a name.
    fn add(&mut self) {
        let taken = |key: &str| self.steps.iter().any(|step| step.key == key);
        let key = (1..=u32::MAX)
            .map(|number| format!("verdict_{number}"))
            .find(|key| !taken(key))
            .unwrap_or_default();
        self.steps.push(Rating {
            key,
            label: String::new(),
            value: None,
        });
    }
}

/// Whether a claim has been judged by that step.
fn is_used(context: &Context<'_>, key: &str) -> bool {
    context.project().reviews.values().any(|review| {
        review
            .verdict
            .as_ref()
            .is_some_and(|verdict| verdict.rating == key)
    })
}

/// What is to be done with a step.
enum Move {
    Up(usize),
    Down(usize),
    Off(usize),
}

fn step_ui(ui: &mut Ui, at: usize, last: usize, step: &mut Rating) -> Option<Move> {
    let mut wanted = None;
    let number = at + 1;
    ui.horizontal(|ui| {
        // A column for each, whatever stands in it.
        let name = egui::vec2(18.0, metrics().control_height);
        ui.allocate_ui_with_layout(name, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(name);
            ui.label(widget::quiet(format!("{number}")));
        });
        let field = ui.add(
            widget::line_edit(&mut step.label)
                .hint_text("Name of the verdict")
                .desired_width(210.0),
        );
        widget::name_field(ui, &field, &format!("Verdict {number}"));
        let mut rated = step.value.is_some();
        let check = widget::checkbox_ui(ui, &mut rated, "");
        widget::name_control(ui, &check, &format!("Verdict {number} says how true it is"));
        if check.changed() {
            step.value = rated.then_some(3);
        }
        let truth = egui::vec2(140.0, metrics().control_height);
        ui.allocate_ui_with_layout(truth, Layout::left_to_right(Align::Center), |ui| {
            ui.set_min_size(truth);
            if let Some(value) = &mut step.value {
                let truth = ui.add(DragValue::new(value).range(1..=5));
                widget::name_field(ui, &truth, &format!("How true is verdict {number}"));
            } else {
                ui.label(widget::small("says nothing of truth"));
            }
        });
        for (enabled, word, name, goal) in [
            (at > 0, "▲", "up", Move::Up(at)),
            (at < last, "▼", "down", Move::Down(at)),
            (true, "✕", "off the scale", Move::Off(at)),
        ] {
            let button = ui.add_enabled(enabled, egui::Button::new(word));
            button.widget_info(|| {
                let label = format!("Move verdict {number} {name}");
                egui::WidgetInfo::labeled(egui::Role::Button, enabled, label)
            });
            if button.on_hover_text(name).clicked() {
                wanted = Some(goal);
            }
        }
    });
    wanted
}

impl Sheet for RatingsSheet {
    fn title(&self) -> String {
        "Scale of verdicts".to_owned()
    }

    fn width(&self) -> f32 {
        600.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        widget::wrapped_ui(
            ui,
            widget::quiet(
                "Keys 1 to 6 give the first six. The number is for ClaimReview: 1 is wrong, 5 is right; up to 2 a figure does not hold, and no wording is suggested for it.",
            ),
        );
        ui.add_space(8.0);
        let last = self.steps.len().saturating_sub(1);
        let mut wanted = None;
        ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
            widget::follow_focus_ui(ui);
            for (at, step) in self.steps.iter_mut().enumerate() {
                ui.push_id(at, |ui| {
                    if let Some(goal) = step_ui(ui, at, last, step) {
                        wanted = Some(goal);
                    }
                });
            }
        });
        match wanted {
            Some(Move::Up(at)) if at > 0 => self.steps.swap(at, at - 1),
            Some(Move::Down(at)) if at < last => self.steps.swap(at, at + 1),
            Some(Move::Off(at)) => drop(self.steps.remove(at)),
            _ => {}
        }
        ui.horizontal(|ui| {
            if ui.button("Add a verdict").clicked() {
                self.add();
            }
            if widget::quiet_button(ui, "Usual scale").clicked() {
                self.steps = default_ratings();
            }
        });
        let complaint = self.complaint(context);
        complaint_ui(ui, complaint.as_deref());
        let pressed = foot_ui(ui, "Apply", complaint.is_none());
        if pressed == Some(true) {
            let trimmed = self.steps.iter().map(|step| Rating {
                label: step.label.trim().to_owned(),
                ..step.clone()
            });
            let ratings: Vec<Rating> = trimmed.collect();
            if ratings != context.project().ratings {
                outbox.change(Command::SetRatings { ratings });
            }
        }
        pressed.is_none()
    }
}
