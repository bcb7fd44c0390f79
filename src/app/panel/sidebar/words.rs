//! Places of words in all articles; long work is spread over frames.

use std::time::{Duration, Instant};

use egui::text::{LayoutJob, TextFormat};
use egui::{Button, FontId, ScrollArea, Ui, vec2};

use super::super::super::context::{Context, Outbox, Request};
use super::super::super::reader::find;
use super::super::super::theme::{Theme, metrics};
use super::super::super::widget;
use crate::claim::ArticleId;
use crate::export::words;
use crate::text::{Span, Text};

/// Height of a row, in points.
const ROW: f32 = 58.0;
/// Places listed at most; beyond them the words are no search.
const MOST: usize = 2_000;
/// Time spent on it in one frame.
const A_FRAME: Duration = Duration::from_millis(2);

/// The list.
#[derive(Default)]
pub struct WordList {
    words: String,
    wants_find: bool,
    found: Vec<(ArticleId, Span)>,
    /// What is looked for, and the articles that have not been looked through yet.
    sought: Option<(u64, String)>,
    left: Vec<ArticleId>,
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
        self.seek(ui, context);
        let summary = match (self.words.trim().is_empty(), self.found.len()) {
            (true, _) => "Every place of the words, article by article, is listed here.".to_owned(),
            (false, 0) if self.left.is_empty() => "Not in any article.".to_owned(),
            (false, MOST..) => format!("The first {MOST} places"),
            (false, count) => words::counted(count, "place", "places"),
        };
        widget::wrapped_ui(ui, widget::small(summary));
        ScrollArea::vertical()
            .id_salt("words")
            .auto_shrink([false, false])
            .show_rows(ui, ROW, self.found.len(), |ui, rows| {
                for (article, span) in self.found.get(rows).unwrap_or_default() {
                    place_ui(ui, context, *article, *span, outbox);
                }
            });
    }

    fn seek(&mut self, ui: &Ui, context: &Context<'_>) {
        let of = (context.session.revision(), self.words.trim().to_owned());
        if self.sought.as_ref() != Some(&of) {
            self.found.clear();
            self.left = if of.1.chars().count() < 2 {
                Vec::new()
            } else {
                context.project().articles.keys().rev().copied().collect()
            };
            self.sought = Some(of);
        }
        let since = Instant::now();
        while let Some(id) = self.left.pop() {
            let Some(article) = context.project().articles.get(&id) else {
                continue;
            };
            let room = MOST.saturating_sub(self.found.len());
            let hits = find(&article.text, &self.words);
            self.found
                .extend(hits.into_iter().take(room).map(|span| (id, span)));
            if self.found.len() >= MOST {
                self.left.clear();
            }
            if since.elapsed() > A_FRAME {
                break;
            }
        }
        if !self.left.is_empty() {
            ui.ctx().request_repaint();
        }
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
    let before: Vec<char> = text.before(span).chars().rev().take(BEFORE).collect();
    let before: String = before.into_iter().rev().collect();
    let after: String = text.after(span).chars().take(AFTER).collect();
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
