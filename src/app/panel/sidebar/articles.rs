//! The list of articles: role, publisher, date, progress, alarms; sorted and filtered.

use std::sync::Arc;

use egui::containers::menu::MenuButton;
use egui::{Button, Rect, ScrollArea, Ui, WidgetInfo, vec2};

use super::super::super::action::Action;
use super::super::super::context::{Context, Outbox};
use super::super::super::digest::Standing;
use super::super::super::theme::metrics;
use super::super::super::widget;
use super::card::{article_ui, guessed_height};
use crate::article::{Article, Moment, Role};
use crate::claim::ArticleId;
use crate::export::words;

/// What comes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Order {
    #[default]
    Added,
    Title,
    Publisher,
    Newest,
    MostOpen,
    MostAlarms,
}

const ORDERS: &[(Order, &str)] = &[
    (Order::Added, "as added"),
    (Order::Title, "by title"),
    (Order::Publisher, "by publisher"),
    (Order::Newest, "newest first"),
    (Order::MostOpen, "most open first"),
    (Order::MostAlarms, "alarms first"),
];

/// Which are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Only {
    #[default]
    All,
    With(Role),
    Alarmed,
}

/// What the rows were chosen for.
type ChosenFor = (u64, usize, bool, String, Order, Only);

/// The list.
#[derive(Default)]
pub struct ArticleList {
    words: String,
    order: Order,
    only: Only,
    shown: Vec<ArticleId>,
    chosen_for: Option<ChosenFor>,
    /// The article that was open in the last frame.
    open: Option<ArticleId>,
    /// Whether its card is still to be brought into sight.
    brings: bool,
    /// How high each card is.
    column: widget::Column,
    /// How far the list was scrolled in the last frame, in points.
    offset: f32,
}

impl ArticleList {
    /// The article after the open one in the list, or before it.
    pub fn beside(&mut self, context: &Context<'_>, forward: bool) -> Option<ArticleId> {
        self.choose(context);
        let open = context.selection.article;
        let at = self.shown.iter().position(|id| Some(*id) == open);
        match at {
            Some(at) if forward => self.shown.get(at + 1),
            Some(at) => at.checked_sub(1).and_then(|at| self.shown.get(at)),
            None => self.shown.first(),
        }
        .copied()
    }

    /// Draws head, rows and buttons.
    pub fn list_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        self.choose(context);
        if context.project().articles.len() > 1 {
            self.head_ui(ui, context);
        }
        let foot = metrics().control_height + metrics().space.roomy;
        let height = ui.available_height() - foot;
        if self.shown.is_empty() && !context.project().articles.is_empty() {
            ui.label(widget::quiet("No article fits the filter."));
        }
        let mut area = ScrollArea::vertical()
            .id_salt("articles")
            .auto_shrink([false, false])
            .max_height(height);
        if self.open != context.selection.article {
            self.open = context.selection.article;
            self.brings = true;
        }
        // An article that has just come has no place in the column before the column has been drawn with it.
        if self.brings && self.column.count() == self.shown.len() {
            self.brings = false;
            if let Some(offset) = self.offset_to_open(height) {
                area = area.vertical_scroll_offset(offset);
            }
        }
        if self.brings {
            ui.ctx().request_repaint();
        }
        let output = area.show(ui, |ui| self.cards_ui(ui, context, outbox));
        self.offset = output.state.unclamped_offset().y;
        ui.add_space(metrics().space.snug);
        foot_ui(ui, context, outbox);
    }

    /// How far to scroll for the open article to be in sight, unless it is.
    fn offset_to_open(&self, height: f32) -> Option<f32> {
        let at = self.shown.iter().position(|id| Some(*id) == self.open)?;
        let (top, bottom) = (self.column.top(at), self.column.top(at + 1));
        let is_in_sight = top >= self.offset && bottom <= self.offset + height;
        (!is_in_sight).then(|| height.mul_add(-0.4, top).max(0.0))
    }

    fn cards_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        widget::follow_focus_ui(ui);
        let width = ui.available_width();
        let articles = &context.project().articles;
        let (shown, gap) = (&self.shown, metrics().space.tight);
        let all = self.column.height(shown.len(), width, |at| {
            let article = shown.get(at).and_then(|id| articles.get(id));
            article.map_or(0.0, |article| gap + guessed_height(&article.name(), width))
        });
        let origin = ui.max_rect().min;
        ui.allocate_space(vec2(width, all));
        let inside = Rect::from_min_size(origin, vec2(width, all));
        self.column.pieces_ui(ui, inside, |ui, at| {
            let known = shown.get(at).and_then(|id| Some((*id, articles.get(id)?)));
            if let Some((id, article)) = known {
                ui.spacing_mut().item_spacing.y = 0.0;
                article_ui(ui, context, id, article, outbox);
                ui.add_space(gap);
            }
        });
    }

    fn head_ui(&mut self, ui: &mut Ui, context: &Context<'_>) {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = metrics().space.tight;
            let field = ui.add(
                widget::line_edit(&mut self.words)
                    .hint_text("Filter articles")
                    .desired_width(ui.available_width() - 134.0),
            );
            widget::name_field(ui, &field, "Filter articles");
            widget::ordered_field_ui(ui, &field, &self.words);
            let order = ORDERS.iter().find(|(order, _)| *order == self.order);
            let order = order.map_or("", |(_, words)| *words);
            let button = Button::new(order)
                .right_text("▾")
                .truncate()
                .min_size(vec2(ui.available_width(), 0.0));
            let (response, _) = MenuButton::from_button(button).ui(ui, |ui| {
                for (order, words) in ORDERS {
                    if ui.selectable_label(self.order == *order, *words).clicked() {
                        self.order = *order;
                    }
                }
            });
            response.widget_info(|| {
                WidgetInfo::labeled(
                    egui::Role::Button,
                    true,
                    format!("Order of articles: {order}"),
                )
            });
        });
        let standings = &context.digest.articles;
        let alarmed = standings.values().filter(|standing| standing.alarms > 0);
        let mut facets = vec![(Only::All, "All", context.project().articles.len())];
        for role in [Role::CopyUnderCheck, Role::Report, Role::PrimaryDocument] {
            let articles = context.project().articles.values();
            let count = articles.filter(|a| a.metadata.role == role).count();
            facets.push((Only::With(role), short(role), count));
        }
        facets.push((Only::Alarmed, "Alarms", alarmed.count()));
        let kinds = facets.iter().filter(|(_, _, count)| *count > 0).count();
        if kinds < 3 && self.only == Only::All {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
            ui.spacing_mut().button_padding.x = 6.0;
            for (only, name, count) in facets {
                if count > 0 || self.only == only {
                    let words = format!("{name} {}", words::grouped(count));
                    if widget::segment_ui(ui, self.only == only, &words).clicked() {
                        self.only = only;
                    }
                }
            }
        });
        ui.add_space(metrics().space.tight);
    }

    /// Chooses and sorts the rows, when anything has changed.
    fn choose(&mut self, context: &Context<'_>) {
        let of = (
            context.session.revision(),
            Arc::as_ptr(context.crosscheck).addr(),
            context.preferences.trivial,
            self.words.trim().to_lowercase(),
            self.order,
            self.only,
        );
        if self.chosen_for.as_ref() == Some(&of) {
            return;
        }
        let none = Standing::default();
        let standing = |id: &ArticleId| context.digest.articles.get(id).unwrap_or(&none);
        let mut shown: Vec<(&ArticleId, &Arc<Article>)> = context
            .project()
            .articles
            .iter()
            .filter(|(id, article)| match self.only {
                Only::All => true,
                Only::With(role) => article.metadata.role == role,
                Only::Alarmed => standing(id).alarms > 0,
            })
            .filter(|(_, article)| of.3.is_empty() || is_about(article, &of.3))
            .collect();
        let text = |text: &Option<String>| text.as_deref().unwrap_or("\u{FFFF}").to_lowercase();
        match self.order {
            Order::Added => {}
            Order::Title => shown.sort_by_cached_key(|(_, a)| a.name().to_lowercase()),
            Order::Publisher => shown.sort_by_cached_key(|(_, a)| text(&a.metadata.publisher)),
            Order::Newest => shown.sort_by_cached_key(|(_, a)| {
                std::cmp::Reverse(a.metadata.published.as_ref().map(Moment::date))
            }),
            Order::MostOpen => shown.sort_by_key(|(id, _)| {
                let standing = standing(id);
                std::cmp::Reverse(standing.facts.saturating_sub(standing.checked))
            }),
            Order::MostAlarms => {
                shown.sort_by_key(|(id, _)| std::cmp::Reverse(standing(id).alarms));
            }
        }
        self.shown = shown.into_iter().map(|(id, _)| *id).collect();
        self.column.forget();
        self.chosen_for = Some(of);
    }
}

fn short(role: Role) -> &'static str {
    match role {
        Role::CopyUnderCheck => "Copy",
        Role::Report => "Reports",
        Role::PrimaryDocument => "Documents",
    }
}

/// Whether `words`, in small letters, stand in what is known about the article.
fn is_about(article: &Article, words: &str) -> bool {
    let metadata = &article.metadata;
    let known = [&metadata.publisher, &metadata.byline, &metadata.url];
    article.name().to_lowercase().contains(words)
        || known
            .into_iter()
            .flatten()
            .any(|text| text.to_lowercase().contains(words))
}

fn foot_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
    /// Narrower than this, in points, the buttons stand closer.
    const NARROW: f32 = 236.0;
    ui.horizontal(|ui| {
        if ui.available_width() < NARROW {
            ui.spacing_mut().button_padding.x = metrics().space.tight;
            ui.spacing_mut().item_spacing.x = metrics().space.tight;
        }
        for (action, words) in [(Action::Import, "Import…"), (Action::Paste, "Paste…")] {
            if ui
                .button(words)
                .on_hover_text(action.tip(ui.ctx()))
                .clicked()
            {
                outbox.act(action);
            }
        }
        let about = ui
            .add_enabled(context.selection.article.is_some(), Button::new("About…"))
            .on_hover_text(Action::AboutArticle.tip(ui.ctx()));
        if about.clicked() {
            outbox.act(Action::AboutArticle);
        }
    });
}
