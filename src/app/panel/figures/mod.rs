//! Figures: what is counted, article by article, and how the articles stand to each other.

mod by_hand;
mod carried;
mod cell;
mod detail;
pub(super) mod drawn;
mod grid;
mod names;
mod naming;

use egui::{CentralPanel, Key, Modifiers, Panel, Rangef, Ui};

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::dialog::Ask;
use super::super::plot::Division;
use super::super::theme::{Theme, answer_mark, metrics};
use super::super::widget;
use crate::crosscheck::{Answer, Figure};
use crate::export::words::grouped;

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
    filter: widget::Filter,
    rows: Rows,
    naming: naming::Naming,
    names: names::Names,
    division: Division,
    revealed: u64,
    /// Whether the detail stands in the place of the grid, in a window too low for both.
    detail_alone: bool,
    /// Rows shown, by place in the crosscheck, and what they were chosen for.
    shown: Vec<usize>,
    shown_for: Option<(u64, usize, String, Rows, bool)>,
}

/// Room that the filter, the heads of the grid and two of its rows take, in points.
const GRID: f32 = 200.0;
/// Room on this side of a border from which it is dragged, in points; as egui has it.
const GRAB: i8 = 5;
/// Less room than this, in points, shows nothing of a figure that the inspector does not.
const DETAIL: f32 = 90.0;

impl Figures {
    /// Puts the cursor into the field that filters.
    pub fn find(&mut self) {
        self.filter.focus();
    }

    /// Begins to rename the figure that is looked at.
    pub fn rename(&mut self, context: &Context<'_>, outbox: &mut Outbox) {
        let claim = context.selection.claim;
        let Some((claim, figure)) = claim.and_then(|c| Some((c, context.figure_of(c)?))) else {
            return;
        };
        if self.place(context).is_some() {
            self.naming.begin(context, figure);
        } else {
            // Its row is not among those that are shown.
            outbox.want(Request::Ask(Ask::FigureName(claim)));
        }
    }

    /// Where the row of the claim that is looked at stands among those that are shown.
    fn place(&self, context: &Context<'_>) -> Option<usize> {
        let figure = context.digest.figure_of.get(&context.selection.claim?)?;
        self.shown.iter().position(|at| at == figure)
    }

    /// Goes to the row below, or above; to the first where none is looked at.
    pub fn step(&mut self, forward: bool, context: &Context<'_>, outbox: &mut Outbox) {
        self.choose(context);
        let next = match (self.place(context), forward) {
            (Some(at), true) => at + 1,
            (Some(at), false) => at.saturating_sub(1),
            (None, _) => 0,
        };
        let figure = self.shown.get(next.min(self.shown.len().saturating_sub(1)));
        if let Some(figure) = figure.and_then(|at| context.crosscheck.figures.get(*at)) {
            outbox.look(figure.id);
        }
    }

    /// Goes to another row by the page keys and the keys for the ends of a list.
    fn leap(&self, ui: &Ui, context: &Context<'_>, outbox: &mut Outbox) {
        if widget::keys_are_taken(ui) {
            return;
        }
        let page = grid::rows_in(ui.available_height());
        let at = self.place(context).unwrap_or(0);
        let last = self.shown.len().saturating_sub(1);
        let rows = [
            (Key::PageDown, (at + page).min(last)),
            (Key::PageUp, at.saturating_sub(page)),
            (Key::Home, 0),
            (Key::End, last),
        ];
        let pressed = rows
            .into_iter()
            .find(|(key, _)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)));
        let figure = pressed.and_then(|(_, row)| self.shown.get(row));
        if let Some(figure) = figure.and_then(|at| context.crosscheck.figures.get(*at)) {
            outbox.look(figure.id);
        }
    }

    /// Goes to the claim beside it in its row, from cell to cell and through those that share one.
    pub fn step_across(&mut self, forward: bool, context: &Context<'_>, outbox: &mut Outbox) {
        self.choose(context);
        let Some(selected) = context
            .selection
            .claim
            .filter(|_| self.place(context).is_some())
        else {
            self.step(true, context, outbox);
            return;
        };
        let Some(figure) = context.figure_of(selected) else {
            return;
        };
        let claims = figure.claims.iter();
        let mut row: Vec<_> = claims
            .filter_map(|claim| context.project().claims.get(claim))
            .map(|claim| (claim.article, claim.anchor.span.start(), claim.id))
            .collect();
        row.sort_unstable();
        let at = row.iter().position(|(.., claim)| *claim == selected);
        let next = at.and_then(|at| {
            if forward {
                row.get(at + 1)
            } else {
                row.get(at.checked_sub(1)?)
            }
        });
        if let Some((.., claim)) = next {
            outbox.look(*claim);
        }
    }

    /// Draws filter, grid and detail.
    pub fn panel_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let colours = &Theme::at(ui).colours;
        self.names.refresh(context);
        self.choose(context);
        // Whoever asks for a claim wants to see its row, whichever rows were shown.
        if self.revealed != context.selection.reveal
            && self.rows != Rows::All
            && self.filter.sought().is_empty()
            && context.selection.claim.is_some()
            && self.place(context).is_none()
        {
            self.rows = Rows::All;
            self.choose(context);
        }
        let place = context.selection.claim;
        let place = place.and_then(|claim| context.digest.figure_of.get(&claim).copied());
        let figure = place.and_then(|at| Some((at, context.crosscheck.figures.get(at)?)));
        // A few rows of the grid stay in sight in the smallest window, and a tall one shows more of both.
        let height = ui.available_height();
        let room = (height * 0.5).min(height - GRID);
        let any = !self.shown.is_empty();
        if let Some((at, figure)) = figure.filter(|_| any && room >= DETAIL) {
            let name = self.names.name_of(context, at, figure);
            let least = (height * 0.35).min(140.0).min(room);
            let range = Rangef::new(least, room.clamp(least, 720.0));
            let usual = (height * 0.45).max(330.0);
            widget::keep_wish(ui, "figure detail", 1, usual, range);
            Panel::bottom("figure detail")
                .frame(super::ground(colours.surface, egui::Margin::ZERO))
                .resizable(true)
                .default_size(range.clamp(usual))
                .size_range(range)
                .show(ui, |ui| {
                    let division = &mut self.division;
                    detail::detail_ui(ui, context, (figure, &name), division, outbox);
                });
        }
        let is_low = any && room < DETAIL;
        if let Some((at, figure)) = figure.filter(|_| is_low) {
            let name = self.names.name_of(context, at, figure);
            if self.low_ui(ui, context, (figure, &name), outbox) {
                return;
            }
        }
        // Cells end where the borders can be taken hold of: what is drawn later would be dragged in their place.
        let grab = egui::Margin {
            right: GRAB,
            bottom: GRAB,
            ..egui::Margin::ZERO
        };
        CentralPanel::no_frame()
            .frame(super::ground(colours.page, grab))
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
                self.filter_ui(ui, context);
                if self.shown.is_empty() {
                    ui.add_space(metrics().space.wide);
                    ui.horizontal(|ui| {
                        ui.add_space(metrics().space.wide);
                        ui.label(widget::quiet("No figure fits the filter."));
                    });
                    return;
                }
                self.leap(ui, context, outbox);
                let reveal = self.revealed != context.selection.reveal;
                self.revealed = context.selection.reveal;
                let rows = grid::Shown {
                    places: &self.shown,
                    names: &self.names,
                };
                grid::grid_ui(ui, context, rows, reveal, &mut self.naming, outbox);
            });
    }

    /// In a window too low for both, the detail takes the place of the grid when it is asked for; tells whether it has.
    fn low_ui(
        &mut self,
        ui: &mut Ui,
        context: &Context<'_>,
        (figure, name): (&Figure, &str),
        outbox: &mut Outbox,
    ) -> bool {
        let ground = Theme::at(ui).colours.surface;
        let words = if self.detail_alone {
            "Back to all figures".to_owned()
        } else {
            format!("Details of {name}")
        };
        Panel::bottom("figure in a low window")
            .frame(super::ground(ground, egui::Margin::symmetric(12, 4)))
            .resizable(false)
            .show(ui, |ui| {
                if widget::flush_button(ui, &words).clicked() {
                    self.detail_alone = !self.detail_alone;
                }
            });
        if self.detail_alone {
            CentralPanel::no_frame()
                .frame(super::ground(ground, egui::Margin::ZERO))
                .show(ui, |ui| {
                    let division = &mut self.division;
                    detail::detail_ui(ui, context, (figure, name), division, outbox);
                });
        }
        self.detail_alone
    }

    /// Chooses the rows that fit the filter, when anything has changed.
    fn choose(&mut self, context: &Context<'_>) {
        let of = (
            context.session.revision(),
            std::sync::Arc::as_ptr(context.crosscheck).addr(),
            self.filter.sought(),
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
        let figures = &context.crosscheck.figures;
        let count = |rows: Rows| figures.iter().filter(|figure| fits(rows, figure)).count();
        let rows = &mut self.rows;
        self.filter.bar_ui(ui, "Filter figures", |ui| {
            for (these, label) in [(Rows::Compared, "Compared"), (Rows::All, "All")] {
                let words = format!("{label} ({})", grouped(count(these)));
                if widget::segment_ui(ui, *rows == these, &words).clicked() {
                    *rows = these;
                }
            }
            let answers = Answer::BY_WEIGHT.iter().map(|answer| widget::Choice {
                value: Rows::With(*answer),
                label: answer_mark(*answer).label,
                count: count(Rows::With(*answer)),
                on: *rows == Rows::With(*answer),
            });
            let label = match *rows {
                Rows::With(answer) => answer_mark(answer).label,
                Rows::Compared | Rows::All => "Answer",
            };
            if let Some(chosen) = widget::facet_ui(ui, label, answers.collect()) {
                *rows = if *rows == chosen {
                    Rows::Compared
                } else {
                    chosen
                };
            }
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
