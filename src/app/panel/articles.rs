//! The list of articles: role, publisher, date, progress, alarms.

use egui::{Panel, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::dialog::Ask;
use super::super::theme::{Shape, Theme, Tone, metrics};
use super::super::widget;
use crate::article::{Article, Role};
use crate::claim::ArticleId;
use crate::export::words;

/// The list.
#[derive(Default)]
pub struct Articles;

impl Articles {
    /// Draws it at the left.
    pub fn panel_ui(ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let colours = &Theme::at(ui).colours;
        Panel::left("articles")
            .frame(super::ground(
                colours.window,
                egui::Margin::symmetric(10, 10),
            ))
            .default_size(264.0)
            .size_range(200.0..=420.0)
            .show(ui, |ui| {
                ui.horizontal(|ui| {
                    ui.label(widget::strong("Articles"));
                    ui.label(widget::small(context.project().articles.len().to_string()));
                });
                ui.add_space(metrics().space.tight);
                let foot = metrics().control_height + metrics().space.roomy;
                ScrollArea::vertical()
                    .auto_shrink([false, false])
                    .max_height(ui.available_height() - foot)
                    .show(ui, |ui| {
                        ui.spacing_mut().item_spacing.y = metrics().space.tight;
                        for (id, article) in &context.project().articles {
                            Self::article_ui(ui, context, *id, article, outbox);
                        }
                    });
                ui.add_space(metrics().space.snug);
                ui.horizontal(|ui| {
                    if ui
                        .button("Import…")
                        .on_hover_text(Action::Import.tip(ui.ctx()))
                        .clicked()
                    {
                        outbox.act(Action::Import);
                    }
                    if ui
                        .button("Paste…")
                        .on_hover_text(Action::Paste.tip(ui.ctx()))
                        .clicked()
                    {
                        outbox.act(Action::Paste);
                    }
                    let open = context.selection.article;
                    let about = ui
                        .add_enabled(open.is_some(), egui::Button::new("About…"))
                        .on_hover_text(
                            "Title, publisher, date and role of the article that is open",
                        );
                    if let (true, Some(article)) = (about.clicked(), open) {
                        outbox.want(Request::Ask(Ask::Article(article)));
                    }
                });
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
        let padding = vec2(10.0, 8.0);
        let start = ui.cursor().min;
        let width = ui.available_width();
        let background = ui.painter().add(egui::Shape::Noop);
        let inner = egui::Rect::from_min_size(
            start + padding,
            vec2(width - 2.0 * padding.x, f32::INFINITY),
        );
        let content = ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
            ui.spacing_mut().item_spacing.y = 3.0;
            row_ui(ui, context, id, article, &title);
        });
        let height = content.response.rect.height() + 2.0 * padding.y;
        let rect = egui::Rect::from_min_size(start, vec2(width, height));
        let response = ui.interact(rect, ui.scope_id().with(("article", id)), Sense::click());
        ui.advance_cursor_after_rect(rect);
        response.widget_info(|| WidgetInfo::selected(egui::Role::RadioButton, true, open, &title));
        let fill = if open {
            Some(colours.accent_soft.0)
        } else if response.hovered() || response.has_focus() {
            Some(colours.hover.0)
        } else {
            None
        };
        if let Some(fill) = fill {
            let shape = egui::Shape::rect_filled(rect, metrics().radius.control, fill);
            ui.painter().set(background, shape);
        }
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
}

fn row_ui(ui: &mut Ui, context: &Context<'_>, id: ArticleId, article: &Article, title: &str) {
    let metadata = &article.metadata;
    let job = super::reading::two_lines(ui, title);
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
        if metadata.role != Role::Report {
            let tone = if metadata.role == Role::CopyUnderCheck {
                Tone::Info
            } else {
                Tone::Neutral
            };
            widget::chip_ui(ui, tone, words::role(metadata.role));
        }
        if standing.alarms > 0 {
            let alarms = words::counted(standing.alarms, "alarm", "alarms");
            let count = standing.alarms.to_string();
            widget::shaped_chip_ui(ui, Tone::Alarm, Some(Shape::Triangle), &count)
                .on_hover_text(alarms);
        }
        let progress = if standing.facts == 0 {
            "no claims".to_owned()
        } else {
            format!("{} / {}", standing.checked, standing.facts)
        };
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.label(widget::small(progress))
                .on_hover_text("Claims checked, of all");
        });
    });
}
