//! Judging: a button and a key for each step of the scale, then one line for why.

use egui::{Button, FontFamily, FontId, Key, Modifiers, RichText, Role, Ui, WidgetInfo, vec2};

use super::super::super::action::Action;
use super::super::super::context::{Context, Outbox};
use super::super::super::theme::{STRONG, Theme, metrics, verdict_mark};
use super::super::super::widget;
use crate::claim::ClaimId;
use crate::project::{Command, Rating, Verdict};

/// A verdict that waits for its reason.
#[derive(Clone, Debug)]
pub(super) struct Prompt {
    claim: ClaimId,
    rating: Rating,
    rationale: String,
    /// In how many frames it was drawn.
    drawn: u8,
}

impl Prompt {
    /// The step of the scale at `at`, from 1.
    pub(super) fn new(context: &Context<'_>, claim: ClaimId, at: u8) -> Option<Self> {
        let rating = context
            .project()
            .ratings
            .get(usize::from(at).checked_sub(1)?)?
            .clone();
        let rationale = context
            .project()
            .reviews
            .get(&claim)
            .and_then(|review| review.verdict.as_ref())
            .map(|verdict| verdict.rationale.clone())
            .unwrap_or_default();
        Some(Self {
            claim,
            rating,
            rationale,
            drawn: 0,
        })
    }

    fn command(&self, context: &Context<'_>) -> Command {
        Command::SetVerdict {
            claims: vec![self.claim],
            verdict: Some(Verdict {
                rating: self.rating.key.clone(),
                rationale: self.rationale.trim().to_owned(),
                by: context.preferences.signature(),
                at: context.now.to_owned(),
            }),
        }
    }
}

/// Draws the scale, the verdict that was given, the line for why.
pub(super) fn verdict_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    claim: ClaimId,
    prompt: &mut Option<Prompt>,
    outbox: &mut Outbox,
) {
    let given = context
        .project()
        .reviews
        .get(&claim)
        .and_then(|review| review.verdict.as_ref());
    let waiting = prompt.as_ref().map(|prompt| prompt.rating.key.clone());
    let current = waiting.or_else(|| given.map(|verdict| verdict.rating.clone()));
    let mut pressed = None;
    let ratings = &context.project().ratings;
    let half = (ui.available_width() - metrics().space.snug) / 2.0;
    // Two in a line, unless one of them would be cut off.
    let (columns, width) = if ratings.iter().all(|rating| room_for(ui, rating) <= half) {
        (2, half)
    } else {
        (1, ui.available_width())
    };
    for (row, pair) in ratings.chunks(columns).enumerate() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = metrics().space.snug;
            for (column, rating) in pair.iter().enumerate() {
                let at = u8::try_from(row * columns + column + 1).unwrap_or(u8::MAX);
                let on = current.as_deref() == Some(rating.key.as_str());
                if rating_ui(ui, rating, at, on, width) {
                    pressed = Some(at);
                }
            }
        });
    }
    if let Some(at) = pressed {
        *prompt = Prompt::new(context, claim, at);
    }
    if let Some(open) = prompt {
        let grounds = context
            .project()
            .reviews
            .get(&claim)
            .is_some_and(|review| !review.evidence.is_empty());
        match prompt_ui(ui, open, grounds) {
            Some(true) => {
                outbox.change(open.command(context));
                *prompt = None;
            }
            Some(false) => *prompt = None,
            None => {}
        }
    } else if let Some(verdict) = given {
        given_ui(ui, context, claim, verdict, outbox);
    }
}

/// The width that the button of a step takes for its words to be read in full, in points.
fn room_for(ui: &Ui, rating: &Rating) -> f32 {
    /// The key at the right, and the gap before it.
    const KEY: f32 = 20.0;
    let font = FontId::new(metrics().type_scale.body, FontFamily::Name(STRONG.into()));
    let ink = ui.visuals().text_color();
    let words = ui.painter().layout_no_wrap(rating.label.clone(), font, ink);
    2.0f32.mul_add(ui.spacing().button_padding.x, words.size().x + KEY)
}

fn rating_ui(ui: &mut Ui, rating: &Rating, at: u8, on: bool, width: f32) -> bool {
    let theme = Theme::at(ui);
    let toned = theme.tone(verdict_mark(rating.value).tone);
    let keys = Action::Rate(at).keys(ui.ctx());
    let words = if on {
        widget::strong(rating.label.as_str()).color(toned.ink.0)
    } else {
        RichText::new(rating.label.as_str())
    };
    let mut button = Button::new(words)
        .truncate()
        .right_text(RichText::new(keys.as_str()).small().weak())
        .min_size(vec2(width, metrics().control_height));
    if on {
        button = button
            .fill(toned.soft.0)
            .stroke(egui::Stroke::new(1.0, toned.ink.0));
    }
    let response = ui.add(button);
    if on {
        // Its own frame would hide that of the focus.
        widget::focus_ui(ui, &response);
    }
    response.widget_info(|| {
        WidgetInfo::selected(Role::Button, true, on, format!("Rate: {}", rating.label))
    });
    response
        .on_hover_text(format!("{}  ({keys})", rating.label))
        .clicked()
}

/// The line for why: `Some(true)` when confirmed, `Some(false)` when given up.
fn prompt_ui(ui: &mut Ui, prompt: &mut Prompt, grounds: bool) -> Option<bool> {
    let tone = verdict_mark(prompt.rating.value).tone;
    let mut answer = None;
    // Where the inspector comes with it, it has its place only in the next frame.
    let begins = prompt.drawn < 2;
    let card = widget::tint_card_ui(ui, tone, |ui| {
        ui.set_width(ui.available_width());
        ui.label(widget::strong(format!("{}: why?", prompt.rating.label)));
        let hint = if grounds {
            "Evidence is attached, so this may stay empty"
        } else {
            "A few words, or attach evidence first"
        };
        let field = ui.add(
            widget::line_edit(&mut prompt.rationale)
                .hint_text(hint)
                .desired_width(f32::INFINITY),
        );
        widget::name_field(ui, &field, "Rationale");
        if prompt.drawn == 0 {
            // An old reason gives way to what is typed.
            widget::focus_whole_ui(ui, &field, &prompt.rationale);
        }
        let ready = grounds || !prompt.rationale.trim().is_empty();
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if entered && ready {
            answer = Some(true);
        } else if entered {
            field.request_focus();
        }
        ui.horizontal(|ui| {
            ui.add_enabled_ui(ready, |ui| {
                if widget::primary_button(ui, "Confirm verdict").clicked() {
                    answer = Some(true);
                }
            });
            if ui.button("Cancel").clicked()
                || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
            {
                answer = Some(false);
            }
            ui.label(widget::small("Enter · Esc"));
        });
    });
    prompt.drawn = prompt.drawn.saturating_add(1);
    if begins {
        card.response.scroll_to_me(Some(egui::Align::Center));
    }
    answer
}

fn given_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    claim: ClaimId,
    verdict: &Verdict,
    outbox: &mut Outbox,
) {
    ui.add_space(metrics().space.hair);
    if !verdict.rationale.is_empty() {
        widget::wrapped_ui(ui, verdict.rationale.as_str());
    }
    ui.horizontal_wrapped(|ui| {
        let label = context.project().rating_label(&verdict.rating).to_owned();
        ui.label(widget::small(format!(
            "{label} by {}, {}",
            verdict.by,
            day_and_time(&verdict.at)
        )));
        if widget::link_button(ui, "Take back").clicked() {
            outbox.change(Command::SetVerdict {
                claims: vec![claim],
                verdict: None,
            });
        }
    });
}

/// "2026-11-22T18:04:09Z" as "2026-11-22 18:04".
pub(super) fn day_and_time(at: &str) -> String {
    at.chars().take(16).collect::<String>().replace('T', " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_shown_to_the_minute() {
        assert_eq!(
            day_and_time("2026-11-22T18:04:09+00:00"),
            "2026-11-22 18:04"
        );
    }
}
