//! Figures: what is counted, article by article, and how the articles stand to each other.

mod detail;
mod drawn;
mod grid;

use std::collections::BTreeMap;

use egui::{CentralPanel, Panel, TextEdit, Ui};

use super::super::action::Action;
use super::super::context::{Context, Outbox};
use super::super::plot::Division;
use super::super::theme::{Theme, answer_mark, metrics};
use super::super::widget;
use crate::crosscheck::{Answer, Figure};

/// Which rows are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Rows {
    /// Figures with something to compare.
    #[default]
    Compared,
    /// Figures with this answer.
    With(Answer),
    /// Every figure.
    All,
}

/// What is looked for.
#[derive(Default)]
pub struct Figures {
    words: String,
    rows: Rows,
    wants_find: bool,
    division: Division,
    revealed: u64,
    /// Rows shown, by place in the crosscheck, and what they were chosen for.
    shown: Vec<usize>,
    shown_for: Option<(u64, usize, String, Rows, bool)>,
}

impl Figures {
    /// Puts the cursor into the field that filters.
    pub fn find(&mut self) {
        self.wants_find = true;
    }

    /// Draws filter, grid and detail.
    pub fn panel_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let colours = &Theme::at(ui).colours;
        let figure = context
            .selection
            .claim
            .and_then(|claim| context.figure_of(claim));
        if let Some(figure) = figure {
            Panel::bottom("figure detail")
                .frame(super::ground(colours.surface, egui::Margin::ZERO))
                .default_size(330.0)
                .size_range(140.0..=560.0)
                .show(ui, |ui| {
                    detail::detail_ui(ui, context, figure, &mut self.division, outbox);
                });
        }
        CentralPanel::no_frame()
            .frame(super::ground(colours.page, egui::Margin::ZERO))
            .show(ui, |ui| {
                if context.crosscheck.figures.is_empty() {
                    widget::empty_ui(
                        ui,
                        "No figures yet",
                        "Add two or more articles; figures about the same thing are laid side by side here.",
                        |ui| {
                            if ui.button("Import articles").clicked() {
                                outbox.act(Action::Import);
                            }
                        },
                    );
                    return;
                }
                self.choose(context);
                self.filter_ui(ui, context);
                let reveal = self.revealed != context.selection.reveal;
                self.revealed = context.selection.reveal;
                grid::grid_ui(ui, context, &self.shown, reveal, outbox);
            });
    }

    /// Chooses the rows that fit the filter, when anything has changed.
    fn choose(&mut self, context: &Context<'_>) {
        let of = (
            context.session.revision(),
            std::sync::Arc::as_ptr(context.crosscheck).addr(),
            self.words.to_lowercase(),
            self.rows,
            context.preferences.trivial,
        );
        if self.shown_for.as_ref() == Some(&of) {
            return;
        }
        let figures = context.crosscheck.figures.iter().enumerate();
        self.shown = figures
            .filter(|(_, figure)| {
                fits(self.rows, figure) && (of.2.is_empty() || is_about(context, figure, &of.2))
            })
            .map(|(at, _)| at)
            .collect();
        self.shown_for = Some(of);
    }

    fn filter_ui(&mut self, ui: &mut Ui, context: &Context<'_>) {
        let mut counts: BTreeMap<Answer, usize> = BTreeMap::new();
        let figures = &context.crosscheck.figures;
        for answer in figures.iter().filter_map(|figure| figure.answer) {
            *counts.entry(answer).or_default() += 1;
        }
        let compared = figures.iter().filter(|figure| fits(Rows::Compared, figure));
        let compared = compared.count();
        egui::Frame::new()
            .inner_margin(egui::Margin::symmetric(14, 10))
            .show(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.spacing_mut().item_spacing.x = metrics().space.tight;
                    let field = ui.add(
                        TextEdit::singleline(&mut self.words)
                            .hint_text("Filter figures")
                            .align(egui::Align2::LEFT_CENTER)
                            .desired_width(190.0),
                    );
                    widget::name_field(ui, &field, "Filter figures");
                    if std::mem::take(&mut self.wants_find) {
                        field.request_focus();
                    }
                    ui.add_space(metrics().space.normal);
                    let mut facet = |ui: &mut Ui, rows: Rows, label: &str, count: usize| {
                        let words = format!("{label} ({count})");
                        if widget::segment_ui(ui, self.rows == rows, &words).clicked() {
                            self.rows = rows;
                        }
                    };
                    facet(ui, Rows::Compared, "Compared", compared);
                    facet(ui, Rows::All, "All", figures.len());
                    for (answer, count) in counts {
                        facet(ui, Rows::With(answer), answer_mark(answer).label, count);
                    }
                });
            });
    }
}

fn fits(rows: Rows, figure: &Figure) -> bool {
    match rows {
        Rows::All => true,
        Rows::Compared => figure.claims.len() > 1,
        Rows::With(answer) => figure.answer == Some(answer),
    }
}

/// Whether `words`, in small letters, stand in the figure's title or in what its claims say.
fn is_about(context: &Context<'_>, figure: &Figure, words: &str) -> bool {
    figure.title.to_lowercase().contains(words)
        || figure.claims.iter().any(|claim| {
            context.project().claims.get(claim).is_some_and(|claim| {
                claim.anchor.quote.to_lowercase().contains(words)
                    || claim
                        .reading
                        .attribution
                        .as_ref()
                        .is_some_and(|attribution| {
                            attribution.source.text.to_lowercase().contains(words)
                        })
            })
        })
}
