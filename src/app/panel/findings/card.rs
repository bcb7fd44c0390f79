//! The card of a finding: what it is, its working, the words it is about, and a field to set it aside.

use egui::{Id, Key, Modifiers, Ui, vec2};

use super::super::super::action::Action;
use super::super::super::context::{Context, Outbox, View};
use super::super::super::theme::{Theme, metrics, severity_mark};
use super::super::super::widget;
use super::super::figures::drawn;
use super::Findings;
use crate::claim::{Claim, sentence_around};
use crate::crosscheck::{Finding, Severity};
use crate::export::words::grouped;
use crate::project::{Command, Dismissal};

/// Width of the buttons behind the reason of a finding that is set aside, in points.
const BUTTONS: f32 = 210.0;

impl Findings {
    pub(super) fn finding_ui(
        &mut self,
        ui: &mut Ui,
        context: &Context<'_>,
        at: usize,
        finding: &Finding,
        dismissed: bool,
        outbox: &mut Outbox,
    ) {
        let card = widget::card_ui(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.horizontal(|ui| {
                widget::mark_ui(ui, severity_mark(finding.severity));
                ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                    if dismissed {
                        if widget::quiet_button(ui, "Take up again").clicked() {
                            outbox.change(Command::RestoreFinding {
                                code: finding.code.to_owned(),
                                claims: finding.claims.clone(),
                            });
                        }
                    } else if widget::quiet_button(ui, "Set aside…")
                        .on_hover_text(Action::SetAside.tip(ui.ctx()))
                        .clicked()
                    {
                        self.current = Some(at);
                        self.dismissing = Some((at, String::new(), false));
                        // Before the field is drawn: no letter is lost to whoever types at once.
                        ui.memory_mut(|memory| memory.request_focus(reason_id()));
                    }
                });
            });
            let title = context.project().finding_title(finding, context.crosscheck);
            widget::wrapped_ui(ui, widget::strong(title));
            for line in &finding.working {
                widget::sentence_ui(ui, line);
            }
            if finding.severity < Severity::Style {
                drawn::claims_line_ui(ui, context, &finding.claims, &mut self.division, outbox);
            }
            self.sentences_ui(ui, context, finding);
            claims_ui(ui, context, finding, outbox);
            self.dismiss_ui(ui, context, at, finding, outbox);
        });
        if self.current == Some(at) {
            let colours = &Theme::at(ui).colours;
            ui.painter().rect_stroke(
                card.response.rect,
                metrics().radius.card,
                egui::Stroke::new(1.5, colours.accent.0),
                egui::StrokeKind::Inside,
            );
        }
    }

    /// The words about each of its claims, so that it can be judged where it is read.
    fn sentences_ui(&mut self, ui: &mut Ui, context: &Context<'_>, finding: &Finding) {
        /// Sentences shown of one finding; its claims lead to the rest.
        const SHOWN: usize = 3;
        let mut said: Vec<&str> = Vec::new();
        for id in finding.claims.iter().take(SHOWN) {
            self.sentences.entry(*id).or_insert_with(|| {
                let claim = context.project().claims.get(id);
                claim.map_or_else(String::new, |claim| sentence(context, claim))
            });
        }
        for id in finding.claims.iter().take(SHOWN) {
            let sentence = self.sentences.get(id).map_or("", String::as_str);
            // Two figures of one sentence show it once.
            if !sentence.is_empty() && !said.contains(&sentence) {
                said.push(sentence);
                widget::wrapped_ui(ui, widget::quiet(format!("“{sentence}”")));
            }
        }
    }

    fn dismiss_ui(
        &mut self,
        ui: &mut Ui,
        context: &Context<'_>,
        at: usize,
        finding: &Finding,
        outbox: &mut Outbox,
    ) {
        let Some((of, reason, focused)) = &mut self.dismissing else {
            return;
        };
        if *of != at {
            return;
        }
        let (mut done, mut confirmed) = (false, false);
        ui.horizontal(|ui| {
            let field = ui.add(
                widget::line_edit(reason)
                    .id(reason_id())
                    .hint_text("Why it does not matter")
                    .desired_width((ui.available_width() - BUTTONS).max(160.0)),
            );
            widget::name_field(ui, &field, "Reason");
            if !*focused {
                field.request_focus();
                *focused = true;
            }
            let ready = !reason.trim().is_empty();
            let entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
            let pressed = ui
                .add_enabled(ready, egui::Button::new("Confirm"))
                .clicked();
            if ready && (entered || pressed) {
                outbox.change(Command::DismissFinding {
                    dismissal: Dismissal {
                        code: finding.code.to_owned(),
                        claims: finding.claims.clone(),
                        reason: reason.trim().to_owned(),
                        by: context.preferences.signature(),
                    },
                });
                confirmed = true;
            }
            done = ui.button("Cancel").clicked()
                || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        });
        if confirmed {
            self.go_on_from(at, context, outbox);
        }
        if done || confirmed {
            self.dismissing = None;
        }
    }
}

/// The field for the reason why a finding is set aside; there is one at a time.
fn reason_id() -> Id {
    Id::unique("reason for setting a finding aside")
}

/// The sentence of a claim; a long one is cut after it.
fn sentence(context: &Context<'_>, claim: &Claim) -> String {
    const LONGEST: usize = 280;
    let article = context.project().articles.get(&claim.article);
    let sentence = article.map_or("", |article| sentence_around(article, claim.anchor.span));
    widget::shortened(sentence.trim(), LONGEST)
}

fn claims_ui(ui: &mut Ui, context: &Context<'_>, finding: &Finding, outbox: &mut Outbox) {
    /// Claims shown of one finding; the rest is told by number.
    const SHOWN: usize = 8;
    /// Letters shown of the name of an outlet.
    const LETTERS: usize = 30;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(metrics().space.tight, metrics().space.tight);
        for claim in finding.claims.iter().take(SHOWN) {
            let Some(claim) = context.project().claims.get(claim) else {
                continue;
            };
            let from = context.project().articles.get(&claim.article);
            let from = from.map(|article| article.outlet()).unwrap_or_default();
            let short: String = from.chars().take(LETTERS).collect();
            let dots = if short.len() < from.len() { "…" } else { "" };
            let words = format!("{} · {}{dots}", claim.anchor.quote, short.trim_end());
            let chosen = context.selection.claim == Some(claim.id);
            if ui
                .add(
                    egui::Button::selectable(chosen, words)
                        .frame_when_inactive(true)
                        .truncate(),
                )
                .on_hover_text("Show the words in their article")
                .clicked()
            {
                outbox.look_in(claim.id, View::Read);
            }
        }
        if let Some(more) = finding
            .claims
            .len()
            .checked_sub(SHOWN)
            .filter(|more| *more > 0)
        {
            ui.label(widget::small(format!(
                "and {} more, in Figures",
                grouped(more)
            )));
        }
    });
}
