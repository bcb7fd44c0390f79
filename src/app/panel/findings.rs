//! Findings: what does not fit, heaviest first, with the working.

use std::collections::BTreeMap;

use egui::{CentralPanel, ScrollArea, TextEdit, Ui};

use super::super::action::Action;
use super::super::context::{Context, Outbox, View};
use super::super::digest::is_dismissed;
use super::super::theme::{Theme, metrics, severity_mark};
use super::super::widget;
use crate::crosscheck::{Finding, Severity};
use crate::project::{Command, Dismissal};

/// What is looked for, and the finding that is being set aside.
#[derive(Default)]
pub struct Findings {
    words: String,
    only: Option<Severity>,
    aside: bool,
    wants_find: bool,
    dismissing: Option<(usize, String, bool)>,
}

impl Findings {
    /// Puts the cursor into the field that filters.
    pub fn find(&mut self) {
        self.wants_find = true;
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
                self.filter_ui(ui, context);
                ScrollArea::vertical()
                    .auto_shrink([false, false])
                    .show(ui, |ui| {
                        egui::Frame::new()
                            .inner_margin(egui::Margin::symmetric(14, 4))
                            .show(ui, |ui| self.list_ui(ui, context, outbox));
                    });
            });
    }

    fn filter_ui(&mut self, ui: &mut Ui, context: &Context<'_>) {
        let mut counts: BTreeMap<Severity, usize> = BTreeMap::new();
        let mut dismissed = 0;
        for finding in &context.crosscheck.findings {
            if is_dismissed(context.project(), finding.code, &finding.claims) {
                dismissed += 1;
            } else {
                *counts.entry(finding.severity).or_default() += 1;
            }
        }
        egui::Frame::new()
            .inner_margin(egui::Margin::symmetric(14, 10))
            .show(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = metrics().space.tight;
                    let field = ui.add(
                        TextEdit::singleline(&mut self.words)
                            .hint_text("Filter findings")
                            .align(egui::Align2::LEFT_CENTER)
                            .desired_width(190.0),
                    );
                    widget::name_field(ui, &field, "Filter findings");
                    if std::mem::take(&mut self.wants_find) {
                        field.request_focus();
                    }
                    ui.add_space(metrics().space.normal);
                    let all: usize = counts.values().sum();
                    let on = self.only.is_none() && !self.aside;
                    if widget::segment_ui(ui, on, &format!("All ({all})")).clicked() {
                        (self.only, self.aside) = (None, false);
                    }
                    for (severity, count) in counts {
                        let words = format!("{} ({count})", severity_mark(severity).label);
                        let on = self.only == Some(severity) && !self.aside;
                        if widget::segment_ui(ui, on, &words).clicked() {
                            (self.only, self.aside) = (Some(severity), false);
                        }
                    }
                    if dismissed > 0 {
                        let words = format!("Set aside ({dismissed})");
                        if widget::segment_ui(ui, self.aside, &words).clicked() {
                            self.aside = true;
                        }
                    }
                });
            });
    }

    fn list_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let sought = self.words.to_lowercase();
        let mut shown = 0;
        for (at, finding) in context.crosscheck.findings.iter().enumerate() {
            let dismissed = is_dismissed(context.project(), finding.code, &finding.claims);
            let severe = self.aside || self.only.is_none_or(|only| only == finding.severity);
            let fits = sought.is_empty()
                || finding.title.to_lowercase().contains(&sought)
                || finding
                    .working
                    .iter()
                    .any(|line| line.to_lowercase().contains(&sought));
            if dismissed != self.aside || !severe || !fits {
                continue;
            }
            shown += 1;
            ui.push_id(at, |ui| {
                self.finding_ui(ui, context, at, finding, dismissed, outbox);
            });
            ui.add_space(metrics().space.normal);
        }
        if shown == 0 {
            ui.label(widget::quiet("No finding fits the filter."));
        }
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
        widget::card_ui(ui, |ui| {
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
                    } else if widget::quiet_button(ui, "Set aside…").clicked() {
                        self.dismissing = Some((at, String::new(), false));
                    }
                });
            });
            widget::wrapped_ui(ui, widget::strong(finding.title.as_str()));
            for line in &finding.working {
                widget::wrapped_ui(ui, line.as_str());
            }
            claims_ui(ui, context, finding, outbox);
            self.dismiss_ui(ui, context, at, finding, outbox);
        });
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
        let mut done = false;
        ui.horizontal(|ui| {
            let field = ui.add(
                TextEdit::singleline(reason)
                    .hint_text("Why it is no matter")
                    .desired_width(320.0),
            );
            widget::name_field(ui, &field, "Reason");
            if !*focused {
                field.request_focus();
                *focused = true;
            }
            let ready = !reason.trim().is_empty();
            let entered =
                field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
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
                done = true;
            }
            done |= ui.button("Cancel").clicked();
        });
        if done {
            self.dismissing = None;
        }
    }
}

fn claims_ui(ui: &mut Ui, context: &Context<'_>, finding: &Finding, outbox: &mut Outbox) {
    ui.horizontal_wrapped(|ui| {
        for claim in &finding.claims {
            let Some(claim) = context.project().claims.get(claim) else {
                continue;
            };
            let from = context.project().articles.get(&claim.article);
            let from = from.map(|article| article.outlet()).unwrap_or_default();
            let words = format!("{} · {from}", claim.anchor.quote);
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
    });
}
