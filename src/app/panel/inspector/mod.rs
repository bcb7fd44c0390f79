//! The panel at the right: all that is known, thought and decided about the claim that is looked at.

mod elsewhere;
mod evidence;
mod facets;
mod form;
mod history;
mod recheck;
mod rivals;
mod verdict;

use std::collections::BTreeMap;
use std::sync::Arc;

use egui::{Align, Panel, Rangef, ScrollArea, TextEdit, Ui};

use super::super::action::Action;
use super::super::context::{Context, Outbox, View};
use super::super::theme::{READING_STRONG, Theme, Tone, metrics};
use super::super::toast;
use super::super::widget;
use crate::claim::{Claim, ClaimId};
use crate::project::{Command, Status};

/// Half-typed words about the claim.
#[derive(Default)]
pub struct Inspector {
    of: Option<ClaimId>,
    /// Note and day as they stand in the project.
    noted: (String, String),
    prompt: Option<verdict::Prompt>,
    evidence: Option<evidence::Form>,
    edit: Option<form::Form>,
    in_place: Option<facets::InPlace>,
    rivals: rivals::Rivals,
    note: String,
    recheck: recheck::Recheck,
    wants_note: bool,
    /// Whether the note is being typed.
    in_note: bool,
    /// What was half typed about claims that were left.
    drafts: BTreeMap<ClaimId, Draft>,
    /// Whether a form went with its claim: the next key is no letter of it.
    lets_go: bool,
}

/// Forms that were open when their claim was left.
#[derive(Default)]
struct Draft {
    edit: Option<form::Form>,
    evidence: Option<evidence::Form>,
}

impl Inspector {
    /// Does the actions that begin typing.
    pub fn perform(&mut self, action: Action, context: &Context<'_>, outbox: &mut Outbox) {
        let Some(claim) = context.claim() else {
            return;
        };
        self.turn_to(context, claim, outbox);
        match action {
            Action::Rate(at) => self.prompt = verdict::Prompt::new(context, claim.id, at),
            Action::Evidence => match &mut self.evidence {
                Some(open) => open.take_up(),
                None => self.evidence = Some(evidence::Form::default()),
            },
            Action::Note => self.wants_note = true,
            Action::Recheck => self.recheck.ask(),
            Action::Edit => match &mut self.edit {
                // What was corrected so far stays.
                Some(open) => open.take_up(claim),
                None => self.edit = Some(form::Form::of(claim)),
            },
            _ => {}
        }
    }

    /// Takes a correction up that is not applied yet, before the claim is decided; says whether there is one.
    pub fn has_unapplied(&mut self, context: &Context<'_>) -> bool {
        let claim = context.claim().filter(|claim| self.of == Some(claim.id));
        let open = claim.zip(self.edit.as_mut());
        let unapplied = open.filter(|(claim, form)| form.is_changed(claim));
        if let Some((claim, form)) = unapplied {
            form.take_up(claim);
            return true;
        }
        false
    }

    /// Takes the file that was chosen for the evidence that is being typed.
    pub fn attach(&mut self, file: &std::path::Path) {
        if let Some(form) = &mut self.evidence {
            form.attach(file);
        }
    }

    /// Whether something is typed into it, or asked for.
    pub const fn is_typed_in(&self) -> bool {
        self.prompt.is_some()
            || self.evidence.is_some()
            || self.edit.is_some()
            || self.wants_note
            || self.in_note
            || self.recheck.is_typed_in()
    }

    /// The keys of the field that is typed in, with what they do.
    pub fn field_keys(&self) -> &'static [(&'static str, &'static str)] {
        if self.in_note {
            &[("Esc", "keep the note"), ("Tab", "next field")]
        } else if self.prompt.is_some() {
            &[("Enter", "confirm"), ("Esc", "cancel")]
        } else if self.evidence.is_some() {
            &[
                ("Enter", "attach"),
                ("Tab", "next field"),
                ("Esc", "leave the field"),
            ]
        } else if self.edit.is_some() {
            &[("Enter", "apply"), ("Tab", "next field"), ("Esc", "cancel")]
        } else {
            &[
                ("Enter", "done"),
                ("Tab", "next field"),
                ("Esc", "leave the field"),
            ]
        }
    }

    /// Draws it at the right; says whether the list in its place was asked for, which is offered where it is `alone`.
    pub fn panel_ui(
        &mut self,
        ui: &mut Ui,
        context: &Context<'_>,
        alone: bool,
        outbox: &mut Outbox,
    ) -> bool {
        let mut list_wanted = false;
        let colours = &Theme::at(ui).colours;
        // The text keeps most of a narrow window.
        let most = (ui.ctx().content_rect().width() * 0.3).clamp(290.0, 560.0);
        let range = Rangef::new(280.0, most);
        widget::keep_wish(ui, "inspector", 0, 374.0, range);
        Panel::right("inspector")
            .frame(super::ground(colours.surface, egui::Margin::ZERO))
            .default_size(374.0)
            .size_range(range)
            .show(ui, |ui| {
                widget::confined_ui(ui, |ui| {
                    if alone {
                        ui.horizontal(|ui| {
                            ui.add_space(metrics().space.roomy);
                            let list = widget::flush_button(ui, "‹ Articles and claims");
                            list_wanted = list.clicked();
                        });
                    }
                    let Some(claim) = context.claim() else {
                        empty_ui(ui, context);
                        return;
                    };
                    let turned = self.of != Some(claim.id);
                    self.turn_to(context, claim, outbox);
                    if std::mem::take(&mut self.lets_go) {
                        ui.memory_mut(|memory| {
                            if let Some(field) = memory.focused() {
                                memory.surrender_focus(field);
                            }
                        });
                    }
                    let mut area = ScrollArea::vertical()
                        .id_salt(("inspector", claim.id))
                        .auto_shrink([false, false]);
                    // The decision stands at the top, however far the claim was read before.
                    if turned {
                        area = area.vertical_scroll_offset(0.0);
                    }
                    area.show(ui, |ui| {
                        widget::follow_focus_ui(ui);
                        egui::Frame::new()
                            .inner_margin(egui::Margin::symmetric(16, 14))
                            .show(ui, |ui| {
                                ui.set_width(ui.available_width());
                                self.claim_ui(ui, context, claim, outbox);
                                // What stands under messages can be scrolled out from there.
                                ui.add_space(toast::height_of_all(ui));
                            });
                    });
                });
            });
        list_wanted
    }

    /// Begins with another claim; a note that was being typed is kept.
    fn turn_to(&mut self, context: &Context<'_>, claim: &Arc<Claim>, outbox: &mut Outbox) {
        let noted = (
            note_of(context, claim.id).to_owned(),
            recheck::kept(context, claim.id),
        );
        if self.of == Some(claim.id) {
            if self.noted != noted {
                // Kept, undone or changed elsewhere.
                self.note.clone_from(&noted.0);
                if self.noted.1 != noted.1 {
                    self.recheck.turn_to(noted.1.clone());
                }
                self.noted = noted;
            }
            return;
        }
        self.keep_note(context, outbox);
        self.recheck.leave(outbox);
        self.keep_draft(context);
        self.of = Some(claim.id);
        self.noted = noted;
        self.prompt = None;
        let draft = self.drafts.remove(&claim.id).unwrap_or_default();
        (self.evidence, self.edit) = (draft.evidence, draft.edit);
        self.in_place = None;
        note_of(context, claim.id).clone_into(&mut self.note);
        self.recheck.turn_to(recheck::kept(context, claim.id));
    }

    /// Keeps what is half typed about the claim that is left.
    fn keep_draft(&mut self, context: &Context<'_>) {
        let left = self.of.and_then(|left| context.project().claims.get(&left));
        let Some(left) = left else {
            return;
        };
        self.lets_go = self.edit.is_some() || self.evidence.is_some();
        let edit = self.edit.take().filter(|form| form.is_changed(left));
        let evidence = self.evidence.take().filter(evidence::Form::is_typed);
        if edit.is_some() || evidence.is_some() {
            self.drafts.insert(left.id, Draft { edit, evidence });
        }
    }

    fn keep_note(&mut self, context: &Context<'_>, outbox: &mut Outbox) {
        if let Some(claim) = self.of
            && context.project().claims.contains_key(&claim)
            && self.note.trim() != note_of(context, claim)
        {
            outbox.change(Command::SetNote {
                claim,
                note: self.note.trim().to_owned(),
            });
        }
    }

    fn claim_ui(
        &mut self,
        ui: &mut Ui,
        context: &Context<'_>,
        claim: &Arc<Claim>,
        outbox: &mut Outbox,
    ) {
        head_ui(ui, context, claim);
        if context.project().is_lost(claim) {
            lost_ui(ui);
        }
        self.decide_ui(ui, context, claim, outbox);
        if let Some(form) = &mut self.edit {
            if !form.form_ui(ui, claim, outbox) {
                self.edit = None;
            }
        } else {
            let (edit, rivals) = (&mut self.in_place, &mut self.rivals);
            if facets::facets_ui(ui, context, claim, edit, rivals, outbox) {
                self.edit = Some(form::Form::of(claim));
            }
        }
        elsewhere::elsewhere_ui(ui, context, claim, outbox);
        if evidence::evidence_ui(ui, context, claim, &mut self.evidence, outbox) {
            self.evidence = Some(evidence::Form::default());
        }
        self.note_ui(ui, context, &claim.anchor.quote, outbox);
        ui.add_space(metrics().space.snug);
        self.recheck.field_ui(ui, context, claim.id, outbox);
        history::history_ui(ui, context, claim.id);
    }

    fn decide_ui(
        &mut self,
        ui: &mut Ui,
        context: &Context<'_>,
        claim: &Arc<Claim>,
        outbox: &mut Outbox,
    ) {
        ui.add_space(metrics().space.normal);
        ui.horizontal_wrapped(|ui| {
            let status = context.project().status(claim.id);
            widget::action_button(ui, outbox, Action::Accept, status != Status::InProgress);
            widget::action_button(ui, outbox, Action::Reject, status != Status::Rejected);
            widget::action_button(ui, outbox, Action::NextOpen, true);
        });
        widget::section_ui(ui, "Verdict", |ui| {
            verdict::verdict_ui(ui, context, claim.id, &mut self.prompt, outbox);
        });
    }

    fn note_ui(&mut self, ui: &mut Ui, context: &Context<'_>, quote: &str, outbox: &mut Outbox) {
        // The name of the claim may have been scrolled out of sight.
        widget::section_ui(ui, &format!("Note on “{quote}”"), |ui| {
            let field = ui.add(
                TextEdit::multiline(&mut self.note)
                    .hint_text("Call the ministry; ask for the table …")
                    .desired_rows(2)
                    .desired_width(f32::INFINITY),
            );
            widget::name_field(ui, &field, "Note");
            if self.wants_note {
                field.request_focus();
                // Messages stand at the lower edge.
                field.scroll_to_me(Some(Align::Center));
                self.wants_note = false;
            }
            self.in_note = field.has_focus();
            if field.lost_focus() {
                self.keep_note(context, outbox);
            }
        });
    }
}

fn note_of<'a>(context: &Context<'a>, claim: ClaimId) -> &'a str {
    context
        .project()
        .reviews
        .get(&claim)
        .map_or("", |review| review.note.as_str())
}

/// Says that the words of a claim are gone, and what can be done.
fn lost_ui(ui: &mut Ui) {
    ui.add_space(metrics().space.normal);
    widget::tint_card_ui(ui, Tone::Alarm, |ui| {
        ui.set_width(ui.available_width());
        let keys = Action::PlaceAgain.keys(ui.ctx());
        widget::wrapped_ui(
            ui,
            format!(
                "Lost: its words stand in the text no more. Select where it stands now and press {keys}, or reject it."
            ),
        );
    });
}

fn head_ui(ui: &mut Ui, context: &Context<'_>, claim: &Claim) {
    // One line however long the name is: the buttons below stay where they are from claim to claim.
    ui.horizontal(|ui| {
        let mark = context.mark_of(claim.id);
        let standing = context.standing_of(claim.id);
        widget::shaped_chip_ui(ui, mark.tone, Some(mark.shape), standing);
        if let Some(article) = context.project().articles.get(&claim.article) {
            let span = claim.anchor.span;
            let page = article.page_of(span).map(|page| {
                let line = article.line_of(span);
                format!("Page {page}, paragraph {line}")
            });
            if let Some(page) = page.filter(|_| !context.project().is_lost(claim)) {
                ui.label(widget::small(page));
            }
            widget::label_ui(ui, widget::small(article.outlet()));
        }
    });
    let family = egui::FontFamily::Name(READING_STRONG.into());
    let size = metrics().type_scale.title;
    let words = egui::RichText::new(claim.anchor.quote.as_str());
    widget::wrapped_ui(ui, words.font(egui::FontId::new(size, family)));
}

fn empty_ui(ui: &mut Ui, context: &Context<'_>) {
    let words = match context.selection.view {
        View::Read => "Select a marked claim in the text to see what was understood of it.",
        View::Figures => "Select a figure to see its claims and judge them.",
        View::Findings => "Select a finding, or a figure in it, to judge the claims it is about.",
        View::Report => "Select a figure in the report to judge it.",
    };
    let none = context.digest.facts == 0;
    let words = if none {
        "What is understood of each claim will stand here."
    } else {
        words
    };
    ui.vertical_centered(|ui| {
        ui.add_space((ui.available_height() * 0.3).min(240.0));
        ui.scope(|ui| {
            ui.set_max_width(230.0);
            ui.label(widget::quiet(words));
            if none {
                return;
            }
            ui.add_space(metrics().space.normal);
            ui.label(widget::small(format!(
                "{} goes to the next claim",
                Action::NextClaim.keys(ui.ctx())
            )));
        });
    });
}
