//! The card of an article in the list: title, publisher and date, how far it is, its alarms.

use std::sync::Arc;

use egui::{Align, Galley, Layout, Sense, Ui, UiBuilder, WidgetInfo, vec2};

use super::super::super::context::{Context, Outbox, Request};
use super::super::super::dialog::Ask;
use super::super::super::theme::{Shape, Theme, Tone, metrics};
use super::super::super::widget;
use super::super::names::two_lines;
use crate::article::{Article, Role};
use crate::claim::ArticleId;
use crate::export::words;

/// Height of a card without its title, in points: its margins, a line of publisher and date, one of chips.
const BELOW_TITLE: f32 = 54.0;
/// Ground on each side of the words of a card, in points.
const SIDE: f32 = 10.0;

/// How high the card of a title is that has not been laid out: one line of it or two.
pub(super) fn guessed_height(title: &str, width: f32) -> f32 {
    /// Width of a letter, by and large.
    const LETTER: f32 = 7.1;
    let letters = u16::try_from(title.chars().count()).map_or(f32::MAX, f32::from);
    let lines = if letters * LETTER > 2.0f32.mul_add(-SIDE, width) {
        2.0
    } else {
        1.0
    };
    (metrics().type_scale.body * 1.2).mul_add(lines, BELOW_TITLE)
}

/// Draws it; pressed, it opens the article.
pub(super) fn article_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    id: ArticleId,
    article: &Article,
    outbox: &mut Outbox,
) {
    let title = article.name();
    let open = context.selection.article == Some(id);
    let colours = &Theme::at(ui).colours;
    let words = two_lines(ui, &title, ui.available_width() - 2.0 * SIDE);
    let size = vec2(ui.available_width(), words.size().y.ceil() + BELOW_TITLE);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
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
    widget::row_focus_ui(ui, &response);
    let inside = rect.shrink2(vec2(SIDE, 8.0));
    let row = UiBuilder::new()
        .max_rect(inside)
        .layout(Layout::top_down(Align::Min));
    // Beside the flow of the list: the next card follows this one, not the words in it.
    let mut row = ui.new_child(row);
    row.spacing_mut().item_spacing.y = 3.0;
    // Nothing in it is as high as a control; else the card would reach into the next one.
    row.spacing_mut().interact_size.y = 18.0;
    row_ui(&mut row, context, id, article, words);
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

fn row_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    id: ArticleId,
    article: &Article,
    title: Arc<Galley>,
) {
    let metadata = &article.metadata;
    ui.label(title);
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
            if !standing.linked.is_empty() {
                let linked = standing.linked.iter().map(|(id, claims)| {
                    let other = context.project().articles.get(id);
                    linked_words(
                        *claims,
                        &other.map(|other| other.name()).unwrap_or_default(),
                    )
                });
                let linked: Vec<String> = linked.collect();
                widget::chip_ui(ui, Tone::Neutral, "Linked").on_hover_text(linked.join("\n"));
            }
        });
    });
}

/// "5 claims are linked by hand with those of “Goats flee”."
pub(in crate::app) fn linked_words(claims: usize, name: &str) -> String {
    let are = if claims == 1 { "is" } else { "are" };
    let claims = words::counted(claims, "claim", "claims");
    format!("{claims} {are} linked by hand with those of “{name}”.")
}

/// How much of it is done, 0 to 1.
fn share_of(done: usize, all: usize) -> f32 {
    match (u16::try_from(done), u16::try_from(all)) {
        (Ok(done), Ok(all)) if all > 0 => f32::from(done) / f32::from(all),
        _ => 0.0,
    }
}
