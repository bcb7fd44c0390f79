//! The list of articles: role, publisher, date, progress, alarms; sorted and filtered.

use egui::containers::menu::MenuButton;
use egui::{Align, Button, Layout, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::super::super::action::Action;
use super::super::super::context::{Context, Outbox, Request};
use super::super::super::dialog::Ask;
use super::super::super::digest::Standing;
use super::super::super::theme::{Shape, Theme, Tone, metrics};
use super::super::super::widget;
use super::super::names::two_lines;
use crate::article::{Article, Moment, Role};
use crate::claim::ArticleId;
use crate::export::words;

/// Height of a row, in points: two lines of title, one of publisher and date, one of chips.
const ROW: f32 = 96.0;

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
        let mut area = ScrollArea::vertical()
            .id_salt("articles")
            .auto_shrink([false, false])
            .max_height(ui.available_height() - foot);
        let open = context.selection.article;
        if self.open != open {
            self.open = open;
            if let Some(at) = self.shown.iter().position(|id| Some(*id) == open) {
                area = reveal(ui, area, at, ui.available_height() - foot);
            }
        }
        ui.spacing_mut().item_spacing.y = metrics().space.tight;
        if self.shown.is_empty() && !context.project().articles.is_empty() {
            ui.label(widget::quiet("No article fits the filter."));
        }
        area.show_rows(ui, ROW, self.shown.len(), |ui, rows| {
            for id in self.shown.get(rows).unwrap_or_default() {
                if let Some(article) = context.project().articles.get(id) {
                    article_ui(ui, context, *id, article, outbox);
                }
            }
        });
        ui.add_space(metrics().space.snug);
        foot_ui(ui, context, outbox);
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
                    let words = format!("{name} ({})", words::grouped(count));
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
            std::sync::Arc::as_ptr(context.crosscheck).addr(),
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
        let mut shown: Vec<(&ArticleId, &std::sync::Arc<Article>)> = context
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
        self.chosen_for = Some(of);
    }
}

/// Scrolls so that row `at` is in sight, unless it is.
fn reveal(ui: &Ui, area: ScrollArea, at: usize, height: f32) -> ScrollArea {
    let row = ROW + metrics().space.tight;
    let at = u16::try_from(at).map_or(f32::MAX, f32::from);
    let top = row * at;
    let state = egui::scroll_area::State::load(ui.ctx(), ui.make_persistent_id("articles"));
    let offset = state.map_or(0.0, |state| state.unclamped_offset().y);
    if top < offset || top + row > offset + height {
        area.vertical_scroll_offset((height.mul_add(-0.4, top)).max(0.0))
    } else {
        area
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
        let open = context.selection.article;
        let about = ui
            .add_enabled(open.is_some(), Button::new("About…"))
            .on_hover_text("Title, publisher, date and role of the article that is open");
        if let (true, Some(article)) = (about.clicked(), open) {
            outbox.want(Request::Ask(Ask::Article(article)));
        }
    });
}

fn article_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    id: ArticleId,
    article: &Article,
    outbox: &mut Outbox,
) {
    let title = article.name();
    let open = context.selection.article == Some(id);
    let colours = &Theme::at(ui).colours;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, open, &title));
    let fill = if open {
        Some(colours.accent_soft.0)
    } else if response.hovered() || response.has_focus() {
        Some(colours.hover.0)
    } else {
        None
    };
    if let Some(fill) = fill {
        ui.painter()
            .rect_filled(rect, metrics().radius.control, fill);
    }
    let inside = rect.shrink2(vec2(10.0, 8.0));
    let row = UiBuilder::new()
        .max_rect(inside)
        .layout(Layout::top_down(Align::Min));
    // Beside the flow of the list: the next card follows this one, not the words in it.
    let mut row = ui.new_child(row);
    row.spacing_mut().item_spacing.y = 3.0;
    // Nothing in it is as high as a control; else the card would reach into the next one.
    row.spacing_mut().interact_size.y = 18.0;
    row_ui(&mut row, context, id, article, &title);
    if response.clicked() {
        outbox.want(Request::OpenArticle(id));
    }
    if response.double_clicked() {
        outbox.want(Request::Ask(Ask::Article(id)));
    }
    response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .context_menu(|ui| {
            if ui.button("About the article…").clicked() {
                outbox.want(Request::Ask(Ask::Article(id)));
                ui.close();
            }
        });
}

fn row_ui(ui: &mut Ui, context: &Context<'_>, id: ArticleId, article: &Article, title: &str) {
    let metadata = &article.metadata;
    let job = two_lines(ui, title);
    ui.label(job);
    let mut aside: Vec<String> = Vec::new();
    aside.extend(metadata.publisher.clone());
    aside.extend(metadata.published.as_ref().map(|at| at.date().to_string()));
    if aside.is_empty() {
        aside.push("No publisher, no date".to_owned());
    }
    widget::label_ui(ui, widget::small(aside.join(" · ")));
    let Some(standing) = context.digest.articles.get(&id) else {
        return;
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = metrics().space.snug;
        let progress = if standing.facts == 0 {
            "no claims".to_owned()
        } else {
            format!(
                "{} of {}",
                words::grouped(standing.checked),
                words::grouped(standing.facts)
            )
        };
        if standing.facts > 0 {
            let share = share_of(standing.checked, standing.facts);
            widget::progress_ui(ui, 46.0, share, &format!("{progress} claims checked"));
        }
        ui.label(widget::small(progress))
            .on_hover_text("Claims checked, of all");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = metrics().space.tight;
            if standing.alarms > 0 {
                let alarms = words::counted(standing.alarms, "alarm", "alarms");
                let count = words::grouped(standing.alarms);
                widget::shaped_chip_ui(ui, Tone::Alarm, Some(Shape::Triangle), &count)
                    .on_hover_text(alarms);
            }
            let role = match metadata.role {
                Role::CopyUnderCheck => Some((Tone::Info, "Copy")),
                Role::PrimaryDocument => Some((Tone::Neutral, "Document")),
                Role::Report => None,
            };
            if let Some((tone, word)) = role {
                widget::chip_ui(ui, tone, word).on_hover_text(words::role(metadata.role));
            }
        });
    });
}

/// How much of it is done, 0 to 1.
fn share_of(done: usize, all: usize) -> f32 {
    match (u16::try_from(done), u16::try_from(all)) {
        (Ok(done), Ok(all)) if all > 0 => f32::from(done) / f32::from(all),
        _ => 0.0,
    }
}
