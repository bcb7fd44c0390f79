//! Two reports of one figure next to each other, with the words they share.

use egui::containers::menu::MenuButton;
use egui::{Button, Rect, ScrollArea, Ui, UiBuilder, vec2};

use super::super::context::{Context, Outbox};
use super::super::marks::{dateline, mark_of};
use super::super::reader::{Mark, MarkSet, Reader, ReaderState, ReaderStyle};
use super::super::theme::{Theme, metrics};
use super::super::widget;
use super::Sheet;
use crate::claim::{ArticleId, ClaimId};
use crate::crosscheck::Figure;
use crate::export::words;
use crate::text::Span;

/// A report: which, its place, and the place to go to next.
#[derive(Default)]
struct Side {
    article: Option<ArticleId>,
    state: ReaderState,
    jump: Option<Span>,
}

/// Both reports, and the passage that is looked at.
pub(super) struct SideBySideSheet {
    claim: ClaimId,
    sides: [Side; 2],
    at: usize,
}

impl SideBySideSheet {
    pub(super) fn new(claim: ClaimId, context: &Context<'_>) -> Self {
        let mut sheet = Self {
            claim,
            sides: <[Side; 2]>::default(),
            at: 0,
        };
        let Some(figure) = context.figure_of(claim) else {
            return sheet;
        };
        let own = context
            .project()
            .claims
            .get(&claim)
            .map(|claim| claim.article);
        let all = articles_of(context, figure);
        // The report with the most words in common stands at the right.
        let most = all
            .iter()
            .copied()
            .filter(|article| Some(*article) != own)
            .max_by_key(|article| {
                let common = own.map_or(0, |own| shared(figure, own, *article).len());
                (common, std::cmp::Reverse(*article))
            });
        let [left, right] = &mut sheet.sides;
        (left.article, right.article) = (own, most);
        sheet.turn_to_claims(context, figure);
        sheet
    }

    /// Brings the claims of the figure into sight on both sides.
    fn turn_to_claims(&mut self, context: &Context<'_>, figure: &Figure) {
        for side in &mut self.sides {
            let claims = figure.claims.iter();
            let mut claims = claims.filter_map(|claim| context.project().claims.get(claim));
            let here = claims.find(|claim| Some(claim.article) == side.article);
            side.jump = here.map(|claim| claim.anchor.span);
        }
    }

    fn choose_ui(&mut self, ui: &mut Ui, context: &Context<'_>, figure: &Figure) {
        let all = articles_of(context, figure);
        let mut turned = false;
        let half = ui.available_width() / 2.0;
        ui.horizontal(|ui| {
            for (side, name) in self.sides.iter_mut().zip(["Left report", "Right report"]) {
                let label = outlet(context, side.article);
                let width = half - metrics().space.normal;
                let button = Button::new(label.as_str()).right_text("▾").truncate();
                let button = button.min_size(vec2(width, 0.0));
                let room = vec2(width, ui.spacing().interact_size.y);
                let inside = ui.allocate_ui(room, |ui| {
                    ui.set_max_width(width);
                    MenuButton::from_button(button).ui(ui, |ui| {
                        ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
                            widget::follow_focus_ui(ui);
                            for article in &all {
                                let on = side.article == Some(*article);
                                let words = outlet(context, Some(*article));
                                if ui.selectable_label(on, words).clicked() {
                                    side.article = Some(*article);
                                    side.state = ReaderState::default();
                                    turned = true;
                                }
                            }
                        });
                    })
                });
                let (response, _) = inside.inner;
                response.widget_info(|| {
                    let words = format!("{name}: {label}");
                    egui::WidgetInfo::labeled(egui::Role::Button, true, words)
                });
            }
        });
        if turned {
            self.at = 0;
            self.turn_to_claims(context, figure);
        }
    }

    fn passages_ui(&mut self, ui: &mut Ui, passages: &[(Span, Span)]) {
        ui.horizontal_wrapped(|ui| {
            ui.label(widget::quiet(match passages.len() {
                0 => "No passage of ten words or more stands in both.".to_owned(),
                count => format!(
                    "{} in both, lit in the text",
                    words::counted(count, "passage stands", "passages stand")
                ),
            }));
            if passages.is_empty() {
                return;
            }
            for (label, forward) in [("Previous passage", false), ("Next passage", true)] {
                if ui.button(label).clicked() {
                    let count = passages.len();
                    let step = if forward { 1 } else { count - 1 };
                    self.at = (self.at + step) % count;
                    let (a, b) = passages.get(self.at).copied().unzip();
                    let [left, right] = &mut self.sides;
                    (left.jump, right.jump) = (a, b);
                }
            }
        });
    }

    fn texts_ui(&mut self, ui: &mut Ui, context: &Context<'_>, passages: &[(Span, Span)]) {
        let height = (ui.ctx().content_rect().height() - 250.0).max(160.0);
        let (room, _) =
            ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
        let gap = metrics().space.normal;
        let half = vec2((room.width() - gap) / 2.0, height);
        let corners = [room.left_top(), room.left_top() + vec2(half.x + gap, 0.0)];
        let theme = Theme::at(ui);
        let style = ReaderStyle::of(theme, context.preferences.reading_size - 2.0);
        for (at, (side, corner)) in self.sides.iter_mut().zip(corners).enumerate() {
            let articles = &context.project().articles;
            let Some((id, article)) = side.article.and_then(|id| Some((id, articles.get(&id)?)))
            else {
                continue;
            };
            let mut hits: Vec<Span> = passages
                .iter()
                .map(|(a, b)| if at == 0 { *a } else { *b })
                .collect();
            hits.sort_by_key(|hit| hit.start());
            let marks = marks_of(theme, context, id, self.claim);
            let dateline = dateline(article);
            let inside = UiBuilder::new()
                .id_salt(("side", at))
                .max_rect(Rect::from_min_size(corner, half));
            ui.scope_builder(inside, |ui| {
                ui.shrink_clip_rect(Rect::from_min_size(corner, half));
                Reader {
                    text: &article.text,
                    title: article.metadata.title.as_deref(),
                    dateline: &dateline,
                    marks: &marks,
                    selected: Some(self.claim),
                    lit: &[],
                    hits: &hits,
                    current_hit: None,
                    scroll_to: side.jump.take(),
                    add_label: "",
                }
                .show(ui, &style, &mut side.state);
            });
        }
    }
}

/// The claims of the figure in an article.
fn marks_of(theme: &Theme, context: &Context<'_>, article: ArticleId, claim: ClaimId) -> MarkSet {
    let figure = context.figure_of(claim);
    let claims = figure.map(|figure| figure.claims.as_slice());
    let claims = claims.unwrap_or_default().iter();
    let marks: Vec<Mark> = claims
        .filter_map(|claim| context.project().claims.get(claim))
        .filter(|claim| claim.article == article)
        .map(|claim| mark_of(theme, context, claim, false))
        .collect();
    MarkSet::new(marks)
}

/// The passages that stand in both articles, in order of the first.
fn shared(figure: &Figure, left: ArticleId, right: ArticleId) -> Vec<(Span, Span)> {
    let passages = figure.roots.iter().flat_map(|root| &root.shared);
    let mut shared: Vec<(Span, Span)> = passages
        .filter_map(|passage| match (passage.a, passage.b) {
            ((a, here), (b, there)) if (a, b) == (left, right) => Some((here, there)),
            ((a, here), (b, there)) if (b, a) == (left, right) => Some((there, here)),
            _ => None,
        })
        .collect();
    shared.sort_by_key(|(here, there)| (here.start(), there.start()));
    shared.dedup();
    shared
}

fn articles_of(context: &Context<'_>, figure: &Figure) -> Vec<ArticleId> {
    let claims = figure.claims.iter();
    let mut articles: Vec<ArticleId> = claims
        .filter_map(|claim| Some(context.project().claims.get(claim)?.article))
        .collect();
    articles.sort_unstable();
    articles.dedup();
    if articles.len() < 2 {
        // What stands in one article alone is read beside any other.
        articles = context.project().articles.keys().copied().collect();
    }
    articles
}

fn outlet(context: &Context<'_>, article: Option<ArticleId>) -> String {
    let known = article.and_then(|id| context.project().articles.get(&id));
    known.map_or_else(|| "No other report".to_owned(), |article| article.outlet())
}

impl Sheet for SideBySideSheet {
    fn title(&self) -> String {
        "Articles side by side".to_owned()
    }

    fn width(&self) -> f32 {
        1_240.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, _outbox: &mut Outbox) -> bool {
        let Some(figure) = context.figure_of(self.claim) else {
            return false;
        };
        self.choose_ui(ui, context, figure);
        let [left, right] = &self.sides;
        let passages = match (left.article, right.article) {
            (Some(left), Some(right)) => shared(figure, left, right),
            _ => Vec::new(),
        };
        self.passages_ui(ui, &passages);
        ui.add_space(metrics().space.tight);
        self.texts_ui(ui, context, &passages);
        ui.add_space(metrics().space.normal);
        !ui.button("Close").clicked()
    }
}
