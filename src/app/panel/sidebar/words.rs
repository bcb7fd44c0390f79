//! Places of words in all articles; long work is spread over frames.

use std::time::Duration;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Align, FontId, Id, Label, Layout, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo,
    vec2,
};

use super::super::super::context::{Context, Outbox, Request};
use super::super::super::theme::{Theme, metrics};
use super::super::super::widget;
use super::pick::Pick;
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
    pick: Pick,
    revealed: u64,
    /// How far the list was scrolled in the last frame, in points.
    offset: f32,
    search: Search,
}

impl WordList {
    /// Puts the cursor into the field.
    pub fn find(&mut self) {
        self.wants_find = true;
    }

    /// The places that are listed.
    pub fn found(&self) -> &[(ArticleId, Span)] {
        self.search.found()
    }

    /// Draws field and places.
    pub fn list_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) {
        let id = Id::unique("words in all articles");
        self.pick.arrows(ui, id, self.search.found().len());
        let field = ui.add(
            widget::line_edit(&mut self.words)
                .id(id)
                .hint_text("Find words in all articles")
                .desired_width(f32::INFINITY),
        );
        widget::name_field(ui, &field, "Find words in all articles");
        widget::ordered_field_ui(ui, &field, &self.words);
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
        let entered = self.pick.entered(ui, &field);
        if let Some((article, span)) = entered.and_then(|row| found.get(row)).copied() {
            outbox.want(Request::ShowPlace { article, span });
        }
        let summary = match (self.words.trim().is_empty(), found.len()) {
            (true, _) => "Every place of the words, article by article, is listed here.".to_owned(),
            (false, 0) if self.search.is_done() => "Not in any article.".to_owned(),
            (false, MOST..) => format!("The first {} places", words::grouped(MOST)),
            (false, count) => words::counted(count, "place", "places"),
        };
        widget::wrapped_ui(ui, widget::small(summary));
        let reveal = self.revealed != context.selection.reveal;
        self.revealed = context.selection.reveal;
        let selection = context.selection;
        let shown = selection.article.zip(selection.place);
        let looked_at = found.iter().position(|place| Some(*place) == shown);
        let to = self.pick.moved_to().or(looked_at.filter(|_| reveal));
        let step = ROW + ui.spacing().item_spacing.y;
        let mut area = ScrollArea::vertical()
            .id_salt("words")
            .auto_shrink([false, false]);
        let height = ui.available_height();
        if let Some(to) = to {
            let top = u16::try_from(to).map_or(f32::MAX, f32::from) * step;
            let is_in_sight = top >= self.offset && top + step <= self.offset + height;
            if !is_in_sight {
                area = area.vertical_scroll_offset(height.mul_add(-0.4, top).max(0.0));
            }
        }
        let output = area.show_rows(ui, ROW, found.len(), |ui, rows| {
            widget::follow_focus_ui(ui);
            for row in rows {
                if let Some(place) = found.get(row) {
                    let on = looked_at == Some(row);
                    let rect = place_ui(ui, context, *place, on, outbox);
                    self.pick.mark_ui(ui, row, rect);
                }
            }
        });
        self.offset = output.state.unclamped_offset().y;
    }
}

/// A place with the words about it; says where the row is.
fn place_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    (article, span): (ArticleId, Span),
    on: bool,
    outbox: &mut Outbox,
) -> Rect {
    const SIDE: f32 = 8.0;
    let size = vec2(ui.available_width(), ROW);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let Some(known) = context.project().articles.get(&article) else {
        return rect;
    };
    let inside = rect.shrink2(vec2(SIDE, 4.0));
    let job = snippet(ui, &known.text, span, inside.width());
    let said = format!("{}: {}", known.outlet(), job.text);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, on, &said));
    widget::row_ground_ui(ui, &response, on);
    let row = UiBuilder::new()
        .max_rect(inside)
        .layout(Layout::top_down(Align::Min));
    {
        // Beside the flow of the list: the next row follows this one, not the words in it.
        let ui = &mut ui.new_child(row);
        ui.spacing_mut().item_spacing.y = 1.0;
        let day = known.metadata.published.as_ref();
        let day = day.map(|at| format!(" · {}", at.date()));
        let of = format!("{}{}", known.outlet(), day.unwrap_or_default());
        widget::label_ui(ui, widget::small(of));
        ui.add(Label::new(job).selectable(false));
    }
    if response.clicked() {
        outbox.want(Request::ShowPlace { article, span });
    }
    response.on_hover_text(known.name());
    rect
}

/// The words of a place between some before and after, in up to two lines.
fn snippet(ui: &Ui, text: &Text, span: Span, width: f32) -> LayoutJob {
    const BEFORE: usize = 24;
    const AFTER: usize = 60;
    let line = |words: &str| words.replace("\n\n", " ").replace('\n', " ");
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
    let whole = whole.map_or(head, |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches(['.', ',', ';', ':', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_about_a_place_is_cut_between_words() {
        assert_eq!(last_words("the officials said that ", 12), "…said that ");
        assert_eq!(first_words(" people had crossed over", 14), " people had…");
        assert_eq!(first_words(" people", 14), " people");
        assert_eq!(first_words(" people. Boats left", 12), " people…");
    }
}
