//! First steps: a strip that goes with the sample, ticked off as they are taken.

use egui::{Frame, Margin, Panel, Ui};

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request, View};
use super::super::preferences::Preferences;
use super::super::theme::{Shape, Status, Theme, Tone, metrics};
use super::super::widget;
use crate::project::{Change, Command};

/// A step: what to do, its key, and whether a window shows that it has been done.
struct Step {
    words: &'static str,
    action: Action,
    done: fn(&Context<'_>) -> bool,
}

const STEPS: &[Step] = &[
    Step {
        words: "Go to a claim",
        action: Action::NextClaim,
        done: |context| context.selection.claim.is_some(),
    },
    Step {
        words: "Judge it, with a reason",
        action: Action::Rate(1),
        done: |context| {
            did(context, |command| {
                matches!(command, Command::SetVerdict { .. })
            })
        },
    },
    Step {
        words: "See it beside the others",
        action: Action::ShowInFigures,
        done: |context| context.selection.view == View::Figures,
    },
    Step {
        words: "Look at what does not fit",
        action: Action::GoFindings,
        done: |context| context.selection.view == View::Findings,
    },
    Step {
        words: "Read the report",
        action: Action::GoReport,
        done: |context| context.selection.view == View::Report,
    },
];

/// Whether such a change was made since the sample was opened.
fn did(context: &Context<'_>, is: impl Fn(&Command) -> bool) -> bool {
    let made = context.session.log().iter().rev();
    made.take(200).any(|event| {
        event.stamp.by == context.preferences.signature()
            && matches!(&event.change, Change::Did(command) if is(command))
    })
}

/// The steps that have been taken.
#[derive(Default)]
pub struct Guide {
    done: [bool; STEPS.len()],
}

impl Guide {
    /// Draws the strip above everything but the top bar.
    pub fn strip_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        for (done, step) in self.done.iter_mut().zip(STEPS) {
            *done |= (step.done)(context);
        }
        let colours = &Theme::at(ui).colours;
        let frame = Frame::new()
            .fill(colours.accent_soft.0)
            .inner_margin(Margin::symmetric(14, 5));
        Panel::top("first steps").frame(frame).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing.x = metrics().space.snug;
                ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Extend);
                ui.label(widget::strong("First steps"));
                for (done, step) in self.done.iter().zip(STEPS) {
                    // A step goes to the next line whole, with its sign.
                    let words = egui::WidgetText::from(step.words);
                    let words = words.into_galley(ui, None, f32::INFINITY, egui::TextStyle::Body);
                    let sign = ui.spacing().interact_size.y;
                    if ui.available_size_before_wrap().x < words.size().x + sign {
                        ui.end_row();
                    }
                    ui.add_space(metrics().space.tight);
                    let (shape, label) = if *done {
                        (Shape::Check, "done")
                    } else {
                        (Shape::Ring, "to do")
                    };
                    let tone = if *done { Tone::Good } else { Tone::Neutral };
                    widget::shape_ui(ui, Status { tone, shape, label });
                    let words = if *done {
                        widget::quiet(step.words)
                    } else {
                        egui::RichText::new(step.words)
                    };
                    ui.label(words);
                    if !*done {
                        widget::keycap_ui(ui, &step.action.keys(ui.ctx()));
                    }
                }
                let all = self.done.iter().all(|done| *done);
                let words = if all { "Done" } else { "Hide" };
                ui.add_space(metrics().space.hair);
                if widget::link_button(ui, words)
                    .on_hover_text("Settings show the first steps again")
                    .clicked()
                {
                    outbox.want(Request::Prefer(Box::new(Preferences {
                        guide: false,
                        ..context.preferences.clone()
                    })));
                }
            });
        });
    }
}
