//! What a reader of this project must know: what was odd about its file, claims whose words are not where they stood,
//! each with its old context, and what two copies left to decide.

use egui::{ScrollArea, Ui};

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request, View};
use super::super::theme::Tone;
use super::super::toast::Toast;
use super::super::widget;
use super::Sheet;
use crate::claim::Claim;
use crate::project::{Command, Notice, Status, Subject};

/// The list.
#[derive(Default)]
pub(super) struct OpeningSheet;

fn lost_ui(ui: &mut Ui, context: &Context<'_>, claim: &Claim, outbox: &mut Outbox) -> bool {
    let mut open = true;
    widget::tint_card_ui(ui, Tone::Doubt, |ui| {
        ui.set_width(ui.available_width());
        let article = context.project().articles.get(&claim.article);
        let title = article.map(|article| article.name()).unwrap_or_default();
        widget::wrapped_ui(
            ui,
            widget::strong(format!("Lost: {} in “{title}”", claim.id)),
        );
        widget::wrapped_ui(ui, claim.anchor.in_context());
        ui.horizontal(|ui| {
            if ui
                .button("Place it again")
                .on_hover_text("Opens the article: select the words, then press the key of “Put the claim at the selected words”")
                .clicked()
            {
                outbox.look_in(claim.id, View::Read);
                let key = Action::PlaceAgain.keys(ui.ctx());
                let words = format!("Select the words where “{}” stands now, then press {key}.", claim.anchor.quote);
                outbox.want(Request::Say(Toast::done(words)));
                open = false;
            }
            if ui.button("Reject it").clicked() {
                outbox.change(Command::SetStatus {
                    claims: vec![claim.id],
                    status: Status::Rejected,
                });
            }
        });
    });
    open
}

/// What two copies of the project said differently; it stays until somebody has decided.
fn differing_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
    let mut open = true;
    let notes = context.project().notes.iter().enumerate();
    for (index, (note, words)) in
        notes.filter_map(|(at, note)| Some((at, (note, note.to_decide()?))))
    {
        ui.push_id(("differing", index), |ui| {
            widget::tint_card_ui(ui, Tone::Doubt, |ui| {
                ui.set_width(ui.available_width());
                ui.label(widget::strong("To decide: two copies differ"));
                widget::wrapped_ui(ui, words.to_owned());
                ui.horizontal(|ui| {
                    if let Subject::Figure(claim) = note.subject
                        && context.project().claims.contains_key(&claim)
                        && ui.button("Look at it").clicked()
                    {
                        outbox.look_in(claim, View::Read);
                        open = false;
                    }
                    if ui
                        .button("It is decided")
                        .on_hover_text(
                            "Takes this off the list; to take their side, change the claim first",
                        )
                        .clicked()
                    {
                        outbox.change(Command::RemoveNote { index });
                    }
                });
            });
        });
        ui.add_space(6.0);
    }
    open
}

impl Sheet for OpeningSheet {
    fn title(&self) -> String {
        "What to know about this project".to_owned()
    }

    fn width(&self) -> f32 {
        680.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let session = context.session;
        let mut lost = session.lost_anchors();
        lost.retain(|claim| context.project().status(*claim) != Status::Rejected);
        let notices: Vec<&Notice> = session
            .notices()
            .iter()
            .filter(|notice| !matches!(notice, Notice::Lost(_)))
            .collect();
        let differing = context.digest.differing > 0;
        if notices.is_empty() && lost.is_empty() && !differing {
            ui.label("Every claim stands where it stood, and the file is as the program wrote it.");
        }
        let mut open = true;
        ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
            widget::follow_focus_ui(ui);
            for (at, notice) in notices.into_iter().enumerate() {
                ui.push_id(("notice", at), |ui| {
                    widget::card_ui(ui, |ui| {
                        ui.set_width(ui.available_width());
                        widget::wrapped_ui(ui, format!("{notice}."));
                        let moved = match notice {
                            Notice::Moved(claim) => Some(*claim),
                            _ => None,
                        };
                        if let Some(claim) = moved
                            && widget::quiet_button(ui, "Look at it").clicked()
                        {
                            outbox.look_in(claim, View::Read);
                            open = false;
                        }
                    });
                });
            }
            open &= differing_ui(ui, context, outbox);
            let claims = lost
                .iter()
                .filter_map(|claim| context.project().claims.get(claim));
            for claim in claims {
                ui.push_id(("lost", claim.id), |ui| {
                    open &= lost_ui(ui, context, claim, outbox);
                });
                ui.add_space(6.0);
            }
        });
        ui.add_space(12.0);
        open && !widget::answer_button(ui, "Close").clicked()
    }
}
