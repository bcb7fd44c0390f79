//! Findings: what does not fit, heaviest first, with the working.

mod card;

use std::collections::BTreeMap;

use egui::{CentralPanel, Rect, ScrollArea, Ui, vec2};

use super::super::action::Action;
use super::super::context::{Context, Outbox};
use super::super::plot::Division;
use super::super::theme::{Theme, metrics, severity_mark};
use super::super::widget;
use crate::claim::ClaimId;
use crate::crosscheck::Severity;
use crate::export::words::grouped;

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
            let dismissed = context.project().dismissal_of(finding).is_some();
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
}
