//! The grid: a row a figure, a column an article; the first column and the head stay in place.

use egui::{Align2, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_table::{CellInfo, Column, HeaderCellInfo, HeaderRow, Table, TableDelegate};

use super::super::super::context::{Context, Outbox};
use super::super::super::theme::{Theme, answer_mark, metrics, status_mark};
use super::super::super::widget;
use crate::claim::{ArticleId, Claim};
use crate::crosscheck::Figure;
use crate::export::words;

const ROW: f32 = 66.0;
const HEAD: f32 = 46.0;

/// Draws the rows of `shown`, places in the crosscheck; brings the selected one into sight if `reveal`.
pub(super) fn grid_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    shown: &[usize],
    reveal: bool,
    outbox: &mut Outbox,
) {
    let articles: Vec<ArticleId> = context.project().articles.keys().copied().collect();
    let subject = Column::new(280.0).range(280.0..=560.0).resizable(true);
    let room = ui.available_width() - 280.0;
    let share = if articles.is_empty() {
        180.0
    } else {
        let count = u16::try_from(articles.len()).unwrap_or(u16::MAX);
        (room / f32::from(count)).clamp(150.0, 260.0)
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
        .id_salt("grid of figures")
        .num_rows(shown.len() as u64)
        .columns(columns)
        .num_sticky_cols(1)
        .headers([HeaderRow::new(HEAD)]);
    if reveal && let Some(row) = shown.iter().position(|at| Some(*at) == figure) {
        table = table.scroll_to_row(row as u64, None);
    }
    table.show(
        ui,
        &mut Grid {
            context,
            shown,
            articles: &articles,
            figure,
            outbox,
        },
    );
}

struct Grid<'a, 'b> {
    context: &'a Context<'b>,
    shown: &'a [usize],
    articles: &'a [ArticleId],
    figure: Option<usize>,
    outbox: &'a mut Outbox,
}

impl Grid<'_, '_> {
    fn figure(&self, row: u64) -> Option<(usize, &Figure)> {
        let at = *self.shown.get(usize::try_from(row).ok()?)?;
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
                    self.shown.len(),
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
                let day = day.map_or_else(|| "no date".to_owned(), |at| at.date().to_string());
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
        let Some((_, figure)) = self.figure(cell.row_nr) else {
            return;
        };
        let padded = ui.max_rect().shrink2(vec2(12.0, 6.0));
        let Some(column) = cell.col_nr.checked_sub(1) else {
            let first = figure.claims.first().copied();
            let clicked = subject_ui(ui, padded, self.context, figure);
            if let (true, Some(claim)) = (clicked, first) {
                self.outbox.look(claim);
            }
            return;
        };
        let Some(article) = self.articles.get(column) else {
            return;
        };
        let claims: Vec<&Claim> = figure
            .claims
            .iter()
            .filter_map(|claim| self.context.project().claims.get(claim))
            .map(AsRef::as_ref)
            .filter(|claim| claim.article == *article)
            .collect();
        let selected = self.context.selection.claim;
        let looked_at = claims.iter().find(|claim| Some(claim.id) == selected);
        let Some(claim) = looked_at.or_else(|| claims.first()).copied() else {
            let ink = Theme::at(ui).colours.line.0;
            let at = pos2(padded.left(), ui.max_rect().center().y);
            let font = egui::FontId::proportional(metrics().type_scale.body);
            ui.painter().text(at, Align2::LEFT_CENTER, "–", font, ink);
            return;
        };
        if cell_claim_ui(ui, padded, self.context, claim, claims.len()) {
            let at = claims.iter().position(|other| other.id == claim.id);
            // A second press on a cell with several claims goes on to the next of them.
            let next = at.map(|at| (at + 1) % claims.len());
            let again = selected == Some(claim.id);
            let next = next.filter(|_| again).and_then(|at| claims.get(at));
            self.outbox.look(next.map_or(claim.id, |claim| claim.id));
        }
    }

    fn default_row_height(&self) -> f32 {
        ROW
    }
}

/// Lines one under the other within `rect`.
fn stacked(rect: egui::Rect) -> UiBuilder {
    UiBuilder::new()
        .max_rect(rect)
        .layout(egui::Layout::top_down(egui::Align::Min))
}

fn subject_ui(ui: &mut Ui, rect: egui::Rect, context: &Context<'_>, figure: &Figure) -> bool {
    let title = context
        .project()
        .decision_of(figure)
        .and_then(|(_, decision)| decision.title.clone())
        .unwrap_or_else(|| figure.title.clone());
    let whole = ui.max_rect();
    let response = ui.interact(whole, ui.scope_id().with("subject"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &title));
    ui.scope_builder(stacked(rect), |ui| {
        ui.spacing_mut().item_spacing.y = 4.0;
        widget::label_ui(ui, widget::strong(title.as_str()));
        ui.horizontal(|ui| {
            if let Some(answer) = figure.answer {
                widget::mark_ui(ui, answer_mark(answer));
            }
            let roots = words::counted(figure.roots.len().max(1), "source", "sources");
            let claims = words::counted(figure.claims.len(), "claim", "claims");
            widget::label_ui(ui, widget::small(format!("{claims}, {roots}")));
        });
    });
    let response = response.on_hover_text(if figure.why.is_empty() {
        figure.together.as_str()
    } else {
        figure.why.as_str()
    });
    response.clicked()
}

fn cell_claim_ui(
    ui: &mut Ui,
    rect: egui::Rect,
    context: &Context<'_>,
    claim: &Claim,
    count: usize,
) -> bool {
    let whole = ui.max_rect();
    let response = ui.interact(whole, ui.scope_id().with("cell"), Sense::click());
    let on = context.selection.claim == Some(claim.id);
    let status = status_mark(context.project().status(claim.id));
    response.widget_info(|| {
        let words = format!("{}, {}", claim.anchor.quote, status.label);
        WidgetInfo::selected(Role::RadioButton, true, on, words)
    });
    let theme = Theme::at(ui);
    if on || response.has_focus() {
        ui.painter().rect_stroke(
            whole.shrink(2.0),
            metrics().radius.control,
            egui::Stroke::new(1.5, theme.colours.accent.0),
            egui::StrokeKind::Inside,
        );
    } else if response.hovered() {
        ui.painter().rect_filled(
            whole.shrink(2.0),
            metrics().radius.control,
            theme.colours.hover.0,
        );
    }
    ui.scope_builder(stacked(rect), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = metrics().space.tight;
            ui.set_max_height(18.0);
            widget::shape_ui(ui, status);
            let more = if count > 1 {
                format!("{}  +{}", claim.anchor.quote, count - 1)
            } else {
                claim.anchor.quote.clone()
            };
            widget::label_ui(ui, widget::strong(more));
        });
        let source = claim.reading.attribution.as_ref();
        let source = source.map_or("no source given", |source| source.source.text.as_str());
        widget::label_ui(ui, widget::small(source));
        if let Some(as_of) = &claim.reading.as_of {
            widget::label_ui(ui, widget::small(format!("as of {}", as_of.date)));
        }
    });
    response
        .on_hover_text(claim.anchor.quote.as_str())
        .clicked()
}
