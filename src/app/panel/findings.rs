//! Findings: what does not fit, heaviest first, with the working.

use std::collections::BTreeMap;

use egui::{CentralPanel, Key, Modifiers, Rect, ScrollArea, Ui, vec2};

use super::super::action::Action;
use super::super::context::{Context, Outbox, View};
use super::super::digest::is_dismissed;
use super::super::plot::Division;
use super::super::theme::{Theme, metrics, severity_mark};
use super::super::widget;
use super::figures::drawn;
use crate::claim::{Claim, ClaimId};
use crate::crosscheck::{Finding, Severity};
use crate::export::words::grouped;
use crate::lexicon::Lexicon;
use crate::project::{Command, Dismissal};
use crate::text::{Text, sentences};

/// What the list was chosen for.
type ChosenFor = (u64, usize, String, Option<Severity>, bool);

/// What is looked for, and the finding that is being set aside.
#[derive(Default)]
pub struct Findings {
    filter: widget::Filter,
    only: Option<Severity>,
    aside: bool,
    /// Places of the findings that are shown, how many there are of each weight, how many are set aside.
    shown: Vec<usize>,
    counts: BTreeMap<Severity, usize>,
    set_aside: usize,
    chosen_for: Option<ChosenFor>,
    column: widget::Column,
    /// The finding that is looked at, by place in the crosscheck, and whether it is to be brought into sight.
    current: Option<usize>,
    wants_reveal: bool,
    dismissing: Option<(usize, String, bool)>,
    /// The sentences of claims that were in sight.
    sentences: BTreeMap<ClaimId, String>,
    division: Division,
}

/// Width of the buttons behind the reason of a finding that is set aside, in points.
const BUTTONS: f32 = 210.0;

impl Findings {
    /// Puts the cursor into the field that filters.
    pub fn find(&mut self) {
        self.filter.focus();
    }

    /// Goes to the finding after the one that is looked at, or before it.
    pub fn step(&mut self, forward: bool, context: &Context<'_>, outbox: &mut Outbox) {
        self.choose(context);
        let at = self.place_of_current();
        let next = match at {
            Some(at) if forward => self.shown.get(at + 1),
            Some(at) => at.checked_sub(1).and_then(|at| self.shown.get(at)),
            None => self.shown.first(),
        };
        if let Some(next) = next.copied() {
            self.turn_to(next, context, outbox);
        }
    }

    /// Asks why the finding that is looked at does not matter: else the first of the claim that is looked at.
    pub fn set_aside(&mut self, context: &Context<'_>) {
        self.choose(context);
        let of_claim = context.selection.claim.and_then(|claim| {
            let known = context.digest.findings_of.get(&claim)?;
            known.iter().copied().find(|at| self.shown.contains(at))
        });
        let current = self.current.filter(|at| self.shown.contains(at));
        if let Some(at) = current.or(of_claim).or_else(|| self.shown.first().copied()) {
            self.current = Some(at);
            self.wants_reveal = true;
            self.dismissing = Some((at, String::new(), false));
        }
    }

    /// The place in the list of the finding that is looked at.
    fn place_of_current(&self) -> Option<usize> {
        let current = self.current?;
        self.shown.iter().position(|at| *at == current)
    }

    fn turn_to(&mut self, at: usize, context: &Context<'_>, outbox: &mut Outbox) {
        (self.current, self.wants_reveal) = (Some(at), true);
        let finding = context.crosscheck.findings.get(at);
        if let Some(claim) = finding.and_then(|finding| finding.claims.first()) {
            outbox.look(*claim);
        }
    }

    /// Goes to the finding below one that is set aside, or to the last one above it.
    fn go_on_from(&mut self, at: usize, context: &Context<'_>, outbox: &mut Outbox) {
        let place = self.shown.iter().position(|shown| *shown == at);
        let next = place.and_then(|place| {
            let below = self.shown.get(place + 1);
            below.or_else(|| self.shown.get(place.checked_sub(1)?))
        });
        match next.copied() {
            Some(next) => self.turn_to(next, context, outbox),
            None => self.current = None,
        }
    }

    /// Draws filter and list.
    pub fn panel_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let colours = &Theme::at(ui).colours;
        CentralPanel::no_frame()
            .frame(super::ground(colours.page, egui::Margin::ZERO))
            .show(ui, |ui| {
                let findings = &context.crosscheck.findings;
                if findings.is_empty() {
                    widget::empty_ui(
                        ui,
                        "Nothing to report",
                        "Arithmetic that does not work, figures that cannot both be true and dates that do not fit are listed here as soon as there are any.",
                        |ui| {
                            if context.project().articles.is_empty()
                                && ui.button("Import articles").clicked()
                            {
                                outbox.act(Action::Import);
                            }
                        },
                    );
                    return;
                }
                self.choose(context);
                self.filter_ui(ui);
                let mut area = ScrollArea::vertical().auto_shrink([false, false]);
                if std::mem::take(&mut self.wants_reveal)
                    && let Some(place) = self.place_of_current()
                {
                    let above = ui.available_height() * 0.2;
                    area = area.vertical_scroll_offset((self.column.top(place) - above).max(0.0));
                }
                area.show(ui, |ui| {
                    widget::follow_focus_ui(ui);
                    self.list_ui(ui, context, outbox);
                });
            });
    }

    /// Counts the findings and chooses those that fit, when anything has changed.
    fn choose(&mut self, context: &Context<'_>) {
        let of = (
            context.session.revision(),
            std::sync::Arc::as_ptr(context.crosscheck).addr(),
            self.filter.sought(),
            self.only,
            self.aside,
        );
        if self.chosen_for.as_ref() == Some(&of) {
            return;
        }
        let sought = &of.2;
        (self.counts, self.set_aside) = (BTreeMap::new(), 0);
        self.shown.clear();
        for (at, finding) in context.crosscheck.findings.iter().enumerate() {
            let dismissed = is_dismissed(context.project(), finding.code, &finding.claims);
            if dismissed {
                self.set_aside += 1;
            } else {
                *self.counts.entry(finding.severity).or_default() += 1;
            }
            let severe = self.aside || self.only.is_none_or(|only| only == finding.severity);
            let says = |line: &String| line.to_lowercase().contains(sought);
            let fits =
                sought.is_empty() || says(&finding.title) || finding.working.iter().any(says);
            if dismissed == self.aside && severe && fits {
                self.shown.push(at);
            }
        }
        self.column.forget();
        self.sentences.clear();
        self.chosen_for = Some(of);
    }

    fn filter_ui(&mut self, ui: &mut Ui) {
        let (counts, dismissed) = (&self.counts, self.set_aside);
        let (only, aside) = (&mut self.only, &mut self.aside);
        self.filter.bar_ui(ui, "Filter findings", |ui| {
            let all: usize = counts.values().sum();
            let on = only.is_none() && !*aside;
            if widget::segment_ui(ui, on, &format!("All ({})", grouped(all))).clicked() {
                (*only, *aside) = (None, false);
            }
            for (&severity, count) in counts {
                let words = format!("{} ({})", severity_mark(severity).label, grouped(*count));
                let on = *only == Some(severity) && !*aside;
                if widget::segment_ui(ui, on, &words).clicked() {
                    (*only, *aside) = (Some(severity), false);
                }
            }
            if dismissed > 0 {
                let words = format!("Set aside ({})", grouped(dismissed));
                if widget::segment_ui(ui, *aside, &words).clicked() {
                    *aside = true;
                }
            }
        });
    }

    fn list_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        const SIDE: f32 = 14.0;
        const GUESS: f32 = 150.0;
        if self.shown.is_empty() {
            ui.horizontal(|ui| {
                ui.add_space(SIDE);
                ui.label(widget::quiet("No finding fits the filter."));
            });
            return;
        }
        let width = 2.0_f32.mul_add(-SIDE, ui.available_width());
        let mut column = std::mem::take(&mut self.column);
        let height = column.height(self.shown.len(), width, |_| GUESS);
        let origin = ui.max_rect().min + vec2(SIDE, 4.0);
        ui.allocate_space(vec2(ui.available_width(), height + metrics().space.broad));
        let inside = Rect::from_min_size(origin, vec2(width, height));
        column.pieces_ui(ui, inside, |ui, place| {
            let at = self.shown.get(place).copied().unwrap_or_default();
            if let Some(finding) = context.crosscheck.findings.get(at) {
                self.finding_ui(ui, context, at, finding, self.aside, outbox);
                ui.add_space(metrics().space.normal);
            }
        });
        self.column = column;
    }

    fn finding_ui(
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
                    }
                });
            });
            let title = context.project().finding_title(finding, context.crosscheck);
            widget::wrapped_ui(ui, widget::strong(title));
            for line in &finding.working {
                widget::wrapped_ui(ui, line.as_str());
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
                claim.map_or_else(String::new, |claim| sentence_of(context, claim))
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

/// The sentence of a claim on one line; a long one is cut after it.
fn sentence_of(context: &Context<'_>, claim: &Claim) -> String {
    const LONGEST: usize = 280;
    let Some(article) = context.project().articles.get(&claim.article) else {
        return String::new();
    };
    let (text, span) = (&article.text, claim.anchor.span);
    let before = text.before(span).rsplit('\n').next().unwrap_or_default();
    let after = text.after(span).split('\n').next().unwrap_or_default();
    let line = Text::verbatim(&format!("{before}{}{after}", text.slice(span)));
    let language = article.metadata.language.as_deref().unwrap_or("en");
    let lexicon = Lexicon::of(language).or_else(|| Lexicon::of("en"));
    let all = lexicon.map_or_else(Vec::new, |lexicon| sentences(&line, &lexicon.sentences));
    let own = all
        .into_iter()
        .find(|sentence| sentence.end() > before.len());
    let own = own.map_or(line.as_str(), |sentence| line.slice(sentence));
    widget::shortened(own.trim(), LONGEST)
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
