//! The grid: a row a figure, a column an article; the first column and the head stay in place.

use egui::{Align, Align2, Layout, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_table::{CellInfo, Column, HeaderCellInfo, HeaderRow, Table, TableDelegate};

use super::super::super::context::{Context, Outbox};
use super::super::super::theme::{Theme, answer_mark, metrics};
use super::super::super::widget;
use super::super::claim_menu::claim_menu_ui;
use super::carried::{Carried, Onto, carried_ui, put_down, taken_out_ui};
use super::cell::{cell_claim_ui, focus_ui, worth_ui};
use super::names::Names;
use super::naming::Naming;
use crate::claim::{ArticleId, Claim, ClaimId};
use crate::crosscheck::{Crosscheck, Figure};
use crate::export::words;

const ROW: f32 = 66.0;
/// Height of a row that names its figures in the first column as well.
const HIGH_ROW: f32 = 76.0;
const HEAD: f32 = 46.0;
/// Width of the first column: the longest answer, its sources and its worth on one line.
const SUBJECT: f32 = 304.0;
/// The share of the width that it takes at most before it is dragged.
const SUBJECT_SHARE: f32 = 0.42;
/// Least width of the column of an article.
const LEAST: f32 = 150.0;
/// Figures as written that are named in the first column at most.
const NAMED: usize = 8;

/// The rows that are shown.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    /// Their places in the crosscheck.
    pub(super) places: &'a [usize],
    /// What they are called.
    pub(super) names: &'a Names,
}

/// Draws the rows that are shown; brings the selected one into sight if `reveal`.
pub(super) fn grid_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    shown: Shown<'_>,
    reveal: bool,
    naming: &mut Naming,
    outbox: &mut Outbox,
) {
    let articles: Vec<ArticleId> = context.project().articles.keys().copied().collect();
    // In a narrow window the articles keep more than half of the width.
    let first = SUBJECT.min(ui.available_width() * SUBJECT_SHARE).round();
    let subject = Column::new(first).range(first..=560.0).resizable(true);
    let room = ui.available_width() - first;
    let all_in_sight = count_of(&articles) * LEAST <= room;
    let share = if articles.is_empty() {
        180.0
    } else {
        (room / count_of(&articles)).clamp(LEAST, 260.0)
    };
    let mut columns = vec![subject];
    columns.extend(
        articles
            .iter()
            .map(|_| Column::new(share).range(share..=420.0).resizable(true)),
    );
    let selected = context.selection.claim;
    let figure = selected.and_then(|claim| context.digest.figure_of.get(&claim).copied());
    let mut table = Table::new()
        // The widths that were dragged are those of this many columns, and of this much room for the first.
        .id_salt(("grid of figures", articles.len(), first.to_bits()))
        .num_rows(shown.places.len() as u64)
        .columns(columns)
        .num_sticky_cols(1)
        .headers([HeaderRow::new(HEAD)]);
    if reveal && let Some(row) = shown.places.iter().position(|at| Some(*at) == figure) {
        table = table.scroll_to_row(row as u64, None);
        let of = selected.and_then(|claim| context.project().claims.get(&claim));
        let column = of.and_then(|claim| articles.iter().position(|id| *id == claim.article));
        if let Some(column) = column {
            table = table.scroll_to_column(column + 1, None);
        }
    }
    let mut grid = Grid {
        context,
        shown,
        articles: &articles,
        all_in_sight,
        figure,
        naming,
        onto: Onto::Nothing,
        outbox: &mut *outbox,
    };
    table.show(ui, &mut grid);
    let mut onto = grid.onto;
    if taken_out_ui(ui, context, outbox) {
        onto = Onto::Out;
    }
    carried_ui(ui, context, shown.names, &onto);
}

/// Rows that are in sight in so much height, less one that is seen on either page; one at the least.
pub(super) fn rows_in(height: f32) -> usize {
    let mut rows = 1;
    let mut room = height - HEAD - 2.0 * ROW;
    while room >= ROW {
        rows += 1;
        room -= ROW;
    }
    rows
}

fn count_of(articles: &[ArticleId]) -> f32 {
    f32::from(u16::try_from(articles.len()).unwrap_or(u16::MAX))
}

/// The figures of a row as they are written, each once: "Thousands, tens of thousands".
fn as_written(context: &Context<'_>, figure: &Figure) -> String {
    let mut known: Vec<String> = Vec::new();
    let mut quotes: Vec<&str> = Vec::new();
    let claims = figure.claims.iter();
    for claim in claims.filter_map(|claim| context.project().claims.get(claim)) {
        let quote = claim.anchor.quote.as_str();
        let folded = quote.to_lowercase();
        if quotes.len() > NAMED {
            break;
        }
        if !known.contains(&folded) {
            known.push(folded);
            quotes.push(quote);
        }
    }
    if quotes.len() > NAMED {
        quotes.truncate(NAMED);
        quotes.push("…");
    }
    quotes.join(" · ")
}

struct Grid<'a, 'b> {
    context: &'a Context<'b>,
    shown: Shown<'a>,
    articles: &'a [ArticleId],
    /// Whether the columns of all articles fit beside the first.
    all_in_sight: bool,
    figure: Option<usize>,
    naming: &'a mut Naming,
    /// Over what a thing is held that is dragged.
    onto: Onto,
    outbox: &'a mut Outbox,
}

impl Grid<'_, '_> {
    fn figure(&self, row: u64) -> Option<(usize, &Figure)> {
        let at = *self.shown.places.get(usize::try_from(row).ok()?)?;
        Some((at, self.context.crosscheck.figures.get(at)?))
    }
}

impl TableDelegate for Grid<'_, '_> {
    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        let theme = Theme::at(ui);
        let rect = ui.max_rect();
        ui.painter().rect_filled(rect, 0.0, theme.colours.surface.0);
        let line = egui::Stroke::new(1.0, theme.colours.line.0);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, line);
        let padded = ui.max_rect().shrink2(vec2(12.0, 5.0));
        ui.scope_builder(stacked(padded), |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let Some(column) = cell.col_range.start.checked_sub(1) else {
                ui.label(widget::strong("Figure"));
                ui.label(widget::small(words::counted(
                    self.shown.places.len(),
                    "row",
                    "rows",
                )));
                return;
            };
            let article = self
                .articles
                .get(column)
                .and_then(|id| self.context.project().articles.get(id));
            if let Some(article) = article {
                let metadata = &article.metadata;
                widget::label_ui(ui, widget::strong(article.outlet()))
                    .on_hover_text(article.name());
                let day = metadata.published.as_ref();
                // Without a day, its file tells it from others of its name.
                let file = || article.file_name().unwrap_or("no date").to_owned();
                let day = day.map_or_else(file, |at| at.date().to_string());
                widget::label_ui(ui, widget::small(day));
            }
        });
    }

    fn row_ui(&mut self, ui: &mut Ui, row: u64) {
        let theme = Theme::at(ui);
        let rect = ui.max_rect();
        if self.figure(row).map(|(at, _)| at) == self.figure && self.figure.is_some() {
            ui.painter()
                .rect_filled(rect, 0.0, theme.colours.accent_soft.0);
        }
        let line = egui::Stroke::new(1.0, theme.colours.line.0);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, line);
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        let crosscheck: &Crosscheck = self.context.crosscheck;
        let at = self.figure(cell.row_nr).map(|(at, _)| at);
        let Some((place, figure)) = at.and_then(|at| Some((at, crosscheck.figures.get(at)?)))
        else {
            return;
        };
        let padded = ui.max_rect().shrink2(vec2(12.0, 6.0));
        let Some(column) = cell.col_nr.checked_sub(1) else {
            self.subject_ui(ui, padded, place, figure);
            return;
        };
        let Some(article) = self.articles.get(column) else {
            return;
        };
        // An article has few claims, a figure may have thousands.
        let digest = self.context.digest;
        let of_article = digest.articles.get(article);
        let claims: Vec<&Claim> = of_article
            .iter()
            .flat_map(|standing| &standing.all)
            .filter(|claim| digest.figure_of.get(claim).copied() == at)
            .filter_map(|claim| self.context.project().claims.get(claim))
            .map(AsRef::as_ref)
            .collect();
        let selected = self.context.selection.claim;
        let looked_at = claims.iter().find(|claim| Some(claim.id) == selected);
        // A headline says less than the text below it, which says who says so.
        let mut told = claims.iter();
        let told = told.find(|claim| claim.reading.attribution.is_some());
        let shown = looked_at.or(told).or_else(|| claims.first());
        let Some(claim) = shown.copied() else {
            let ink = Theme::at(ui).colours.control_line.0;
            let at = pos2(padded.left(), ui.max_rect().center().y);
            let font = egui::FontId::proportional(metrics().type_scale.body);
            ui.painter().text(at, Align2::LEFT_CENTER, "–", font, ink);
            let whole = ui.interact(ui.max_rect(), ui.scope_id().with("empty"), Sense::hover());
            self.put_down(ui, &whole, place, figure.id);
            return;
        };
        let pressed = cell_claim_ui(ui, padded, self.context, claim, claims.len());
        self.put_down(ui, &pressed, place, claim.id);
        claim_menu_ui(&pressed, self.context, claim.id, self.outbox);
        if pressed.clicked() {
            let at = claims.iter().position(|other| other.id == claim.id);
            // A second press on a cell with several claims goes on to the next of them.
            let next = at.map(|at| (at + 1) % claims.len());
            let again = selected == Some(claim.id);
            let next = next.filter(|_| again).and_then(|at| claims.get(at));
            self.outbox.look(next.map_or(claim.id, |claim| claim.id));
        }
    }

    fn default_row_height(&self) -> f32 {
        if self.all_in_sight { ROW } else { HIGH_ROW }
    }
}

/// Lines one under the other within `rect`.
pub(super) fn stacked(rect: egui::Rect) -> UiBuilder {
    UiBuilder::new()
        .max_rect(rect)
        .layout(Layout::top_down(Align::Min))
}

impl Grid<'_, '_> {
    /// Takes what is let go on a cell of the row at `place`; notes what is held over it.
    fn put_down(&mut self, ui: &Ui, cell: &egui::Response, place: usize, onto: ClaimId) {
        if put_down(ui, self.context, cell, onto, self.outbox) {
            self.onto = Onto::Row(place);
        }
    }

    /// The first column: what is counted, its answer; taken up and put down to say that two are the same.
    fn subject_ui(&mut self, ui: &mut Ui, rect: egui::Rect, place: usize, figure: &Figure) {
        let context = self.context;
        let title = self.shown.names.name_of(context, place, figure);
        let whole = ui.max_rect();
        let response = ui.interact(
            whole,
            ui.scope_id().with("subject"),
            Sense::click_and_drag(),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &title));
        let first = figure.claims.first().copied();
        if let Some(claim) = first {
            response.dnd_set_drag_payload(Carried { claim, row: true });
            self.put_down(ui, &response, place, claim);
            claim_menu_ui(&response, context, claim, self.outbox);
        }
        focus_ui(ui, whole, &response);
        ui.scope_builder(stacked(rect), |ui| {
            ui.spacing_mut().item_spacing.y = if self.all_in_sight { 4.0 } else { 1.0 };
            let is_named = self.naming.is_of(figure);
            if is_named {
                self.naming.field_ui(ui, context, figure, self.outbox);
            } else {
                widget::label_ui(ui, widget::strong(title.as_str()));
            }
            ui.horizontal(|ui| {
                if let Some(answer) = figure.answer {
                    widget::mark_ui(ui, answer_mark(answer));
                }
                let roots = match figure.roots.len() {
                    0 => "no source".to_owned(),
                    number => words::counted(number, "source", "sources"),
                };
                let claims = words::counted(figure.claims.len(), "claim", "claims");
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    worth_ui(ui, figure);
                    let left = Layout::left_to_right(Align::Center);
                    ui.with_layout(left, |ui| {
                        widget::label_ui(ui, widget::small(roots.as_str()))
                            .on_hover_text(format!("{claims}, {roots}"));
                    });
                });
            });
            // What is compared may stand in a column far to the right. A field takes the room of this line too.
            if !self.all_in_sight && !is_named {
                widget::label_ui(ui, widget::small(as_written(context, figure)));
            }
        });
        if response.double_clicked() {
            self.naming.begin(context, figure);
        } else if let (true, Some(claim)) = (response.clicked(), first) {
            self.outbox.look(claim);
        }
        let why = if figure.why.is_empty() {
            &figure.together
        } else {
            &figure.why
        };
        response.on_hover_text(format!(
            "{why}\nDrag onto another figure to say that they are the same; double-click to rename."
        ));
    }
}
