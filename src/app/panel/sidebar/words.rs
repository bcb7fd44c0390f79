//! Places of words in all articles; long work is spread over frames.

use std::time::Duration;

use egui::text::{LayoutJob, TextFormat};
use egui::{Button, FontId, ScrollArea, Ui, vec2};

use super::super::super::context::{Context, Outbox, Request};
use super::super::super::theme::{Theme, metrics};
use super::super::super::widget;
use super::search::{MOST, Search};
use crate::claim::ArticleId;
use crate::export::words;
use crate::text::{Span, Text};

/// Height of a row, in points.
const ROW: f32 = 58.0;
/// Time spent on it in one frame.
const A_FRAME: Duration = Duration::from_millis(4);

/// The list.
#[derive(Default)]
pub struct WordList {
    words: String,
    wants_find: bool,
    search: Search,
}

impl WordList {
    /// Puts the cursor into the field.
    pub fn find(&mut self) {
        self.wants_find = true;
    }

    /// Draws field and places.
    pub fn list_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let field = ui.add(
            widget::line_edit(&mut self.words)
                .hint_text("Find words in all articles")
                .desired_width(f32::INFINITY),
        );
        widget::name_field(ui, &field, "Find words in all articles");
        if std::mem::take(&mut self.wants_find) {
            field.request_focus();
        }
        let articles = context.project().articles.iter();
        let texts = articles.map(|(id, article)| (*id, &article.text));
        self.search
            .turn_to(&self.words, context.session.revision(), texts);
        self.search.go_on(A_FRAME);
        if !self.search.is_done() {
            ui.ctx().request_repaint();
        }
        let found = self.search.found();
        let summary = match (self.words.trim().is_empty(), found.len()) {
            (true, _) => "Every place of the words, article by article, is listed here.".to_owned(),
            (false, 0) if self.search.is_done() => "Not in any article.".to_owned(),
            (false, MOST..) => format!("The first {} places", words::grouped(MOST)),
            (false, count) => words::counted(count, "place", "places"),
        };
        widget::wrapped_ui(ui, widget::small(summary));
        ScrollArea::vertical()
            .id_salt("words")
            .auto_shrink([false, false])
            .show_rows(ui, ROW, found.len(), |ui, rows| {
                widget::follow_focus_ui(ui);
                for (article, span) in found.get(rows).unwrap_or_default() {
                    place_ui(ui, context, *article, *span, outbox);
                }
            });
    }
}

fn place_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    article: ArticleId,
    span: Span,
    outbox: &mut Outbox,
) {
    let Some(known) = context.project().articles.get(&article) else {
        return;
    };
    let width = ui.available_width();
    let job = snippet(ui, &known.text, span, width - 16.0);
    let button = Button::new(job)
        .frame_when_inactive(false)
        .min_size(vec2(width, 36.0));
    ui.spacing_mut().item_spacing.y = 0.0;
    widget::label_ui(ui, widget::small(known.outlet()));
    let response = ui.add_sized([width, 36.0], button);
    ui.add_space(4.0);
    if response.clicked() {
        outbox.want(Request::ShowPlace { article, span });
    }
}

/// The words of a place between some before and after, in up to two lines.
fn snippet(ui: &Ui, text: &Text, span: Span, width: f32) -> LayoutJob {
    const BEFORE: usize = 24;
    const AFTER: usize = 60;
    let line = |words: &str| words.replace('\n', " ");
    let before = last_words(text.before(span), BEFORE);
    let after = first_words(text.after(span), AFTER);
    let colours = &Theme::at(ui).colours;
    let font = FontId::proportional(metrics().type_scale.small);
    let plain = TextFormat::simple(font, colours.text.0);
    let mut marked = plain.clone();
    marked.background = colours.text_selection.0;
    let mut job = LayoutJob::default();
    job.wrap.max_width = width;
    job.wrap.max_rows = 2;
    job.append(&line(&before), 0.0, plain.clone());
    job.append(&line(text.slice(span)), 0.0, marked);
    job.append(&line(&after), 0.0, plain);
    job
}

/// The last whole words of a text, of about so many letters; with "…" where more stand before them.
fn last_words(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().rev().nth(most) else {
        return text.to_owned();
    };
    let tail = text.get(cut..).unwrap_or_default();
    let whole = tail.split_once(char::is_whitespace);
    format!("…{}", whole.map_or(tail, |(_, whole)| whole))
}

/// The first whole words of a text, of about so many letters; with "…" where more follow.
fn first_words(text: &str, most: usize) -> String {
    let Some((cut, _)) = text.char_indices().nth(most) else {
        return text.to_owned();
    };
    let head = text.get(..cut).unwrap_or_default();
    let whole = head.rsplit_once(char::is_whitespace);
    format!("{}…", whole.map_or(head, |(whole, _)| whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_about_a_place_is_cut_between_words() {
        assert_eq!(last_words("the officials said that ", 12), "…said that ");
        assert_eq!(first_words(" people had crossed over", 14), " people had…");
        assert_eq!(first_words(" people", 14), " people");
    }
}
