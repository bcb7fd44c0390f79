//! A look at articles before they are added: what was taken, what was left, what sources contradict one another.

mod choices;
mod list;

use egui::{Align, Layout, ScrollArea, Ui, vec2};

use super::super::arrival::Arrival;
use super::super::context::{Context, Outbox, Request};
use super::super::panel::FieldKeys;
use super::super::theme::metrics;
use super::super::toast::{Offer, Toast};
use super::super::widget;
use super::{Sheet, foot_ui};
use crate::export::words;
use crate::import::Choices;
use list::List;

/// Paragraphs that are shown of a text.
const SHOWN: usize = 40;
/// Least height of the sheet, in points, where the window has room for it: it stays as it is whatever is looked at.
const HEIGHT: f32 = 620.0;
/// The least height of the text.
const LEAST: f32 = 120.0;
/// Width of the list of a batch, and of a sheet that has room for the article beside it.
const LIST: f32 = 400.0;
const BESIDE: f32 = 880.0;
/// Share of the height that the list has above the article where there is no such room.
const SHARE: f32 = 0.5;
/// Height of the foot, with the room above it.
const FOOT: f32 = 56.0;

/// The articles, and the one that is looked at.
pub(super) struct ArrivalsSheet {
    arrivals: Vec<Arrival>,
    at: usize,
    list: List,
    side: Side,
    /// What the chosen reading of that one gives.
    reading: Option<((usize, Choices), Result<Reading, String>)>,
}

/// Which part of a page is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Taken,
    Left,
}

/// A text as it would be taken.
struct Reading {
    taken: Vec<String>,
    left: Vec<String>,
}

impl ArrivalsSheet {
    pub(super) const fn new(arrivals: Vec<Arrival>) -> Self {
        Self {
            arrivals,
            at: 0,
            list: List::new(),
            side: Side::Taken,
            reading: None,
        }
    }

    /// Whether there are several to choose of.
    const fn is_batch(&self) -> bool {
        self.arrivals.len() > 1
    }

    fn wanted(&self) -> usize {
        self.arrivals.iter().filter(|arrival| arrival.take).count()
    }

    /// What the main button does: "Add 2 articles", "Replace 1 text", "Add 2 articles, replace 1 text".
    fn main(&self) -> String {
        let replaces = |arrival: &&Arrival| arrival.replace && arrival.earlier.is_some();
        let taken = self.arrivals.iter().filter(|arrival| arrival.take);
        let replaced = taken.filter(replaces).count();
        let texts = words::counted(replaced, "text", "texts");
        let added = self.wanted() - replaced;
        let articles = words::counted(added, "article", "articles");
        match (added, replaced) {
            (_, 0) => format!("Add {articles}"),
            (0, _) => format!("Replace {texts}"),
            _ => format!("Add {articles}, replace {texts}"),
        }
    }

    /// The article that is looked at, down to `bottom`.
    fn article_ui(&mut self, ui: &mut Ui, context: &Context<'_>, bottom: f32) {
        if let Some(arrival) = self.arrivals.get_mut(self.at) {
            head_ui(ui, arrival);
            choices::choices_ui(ui, arrival, self.at);
        }
        self.read(context);
        self.text_ui(ui, bottom);
    }

    /// Reads the article that is looked at as is chosen, where anything else is chosen than before.
    fn read(&mut self, context: &Context<'_>) {
        let Some(arrival) = self.arrivals.get_mut(self.at) else {
            return;
        };
        let of = (self.at, arrival.choices);
        if self.reading.as_ref().is_some_and(|(known, _)| *known == of) {
            return;
        }
        let read = arrival.read_as_chosen(context.session);
        let reading = read.map(|()| Reading {
            taken: paragraphs(arrival.imported.article.text.as_str()),
            left: arrival.imported.left.clone(),
        });
        self.reading = Some((of, reading));
    }

    /// Draws the text down to `bottom`.
    fn text_ui(&mut self, ui: &mut Ui, bottom: f32) {
        let Some((_, reading)) = &self.reading else {
            return;
        };
        let reading = match reading {
            Ok(reading) => reading,
            Err(error) => {
                let ink = ui.visuals().error_fg_color;
                widget::wrapped_ui(ui, egui::RichText::new(error).color(ink));
                return;
            }
        };
        ui.horizontal(|ui| {
            let left = format!("Left out ({})", reading.left.len());
            for (side, name) in [(Side::Taken, "Taken"), (Side::Left, left.as_str())] {
                if widget::segment_ui(ui, self.side == side, name).clicked() {
                    self.side = side;
                }
            }
        });
        let lines = match self.side {
            Side::Taken => &reading.taken,
            Side::Left => &reading.left,
        };
        let height = (bottom - ui.cursor().top()).max(LEAST);
        ScrollArea::vertical()
            .id_salt(("text", self.at, self.side == Side::Taken))
            .max_height(height)
            .min_scrolled_height(height)
            .auto_shrink([false, false])
            .show(ui, |ui| {
                widget::follow_focus_ui(ui);
                for line in lines.iter().take(SHOWN) {
                    widget::paragraph_ui(ui, line);
                }
                let more = lines.len().saturating_sub(SHOWN);
                if more > 0 {
                    let more = words::counted(more, "more paragraph", "more paragraphs");
                    ui.label(widget::quiet(format!("… {more}")));
                }
            });
    }
}

/// What an article is called, and under it what else is known about it.
fn head_ui(ui: &mut Ui, arrival: &Arrival) {
    let metadata = &arrival.imported.article.metadata;
    widget::wrapped_ui(ui, widget::strong(arrival.imported.article.name()));
    let published = metadata.published.as_ref();
    let published = published.map(|at| words::time(&at.to_string()));
    let known = [
        metadata.publisher.clone(),
        metadata.byline.clone(),
        published,
        metadata.language.clone(),
    ];
    let known: Vec<String> = known.into_iter().flatten().collect();
    if !known.is_empty() {
        widget::wrapped_ui(ui, widget::small(known.join(" · ")));
    }
}

/// The paragraphs of a text that say anything.
fn paragraphs(text: &str) -> Vec<String> {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty())
        .map(str::to_owned)
        .collect()
}

impl Sheet for ArrivalsSheet {
    fn title(&self) -> String {
        "Look before adding".to_owned()
    }

    fn width(&self) -> f32 {
        if self.is_batch() { 1120.0 } else { 760.0 }
    }

    fn leave(&mut self, _ctx: &egui::Context, outbox: &mut Outbox) {
        let arrivals = std::mem::take(&mut self.arrivals);
        let words = match arrivals.as_slice() {
            [one] => format!("“{}” was not added.", one.imported.article.name()),
            several => format!("{} articles were not added.", words::grouped(several.len())),
        };
        let toast = Toast::done(words).offering(Offer::LookAgain(arrivals));
        outbox.want(Request::Say(toast));
    }

    fn is_held(&self) -> bool {
        true
    }

    fn keys(&self) -> FieldKeys {
        &[("Ctrl+Enter", "add"), ("Tab", "next"), ("Esc", "not now")]
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let room = ui.ctx().content_rect().height() - 150.0;
        let list = List::wished_height(ui, self.arrivals.len());
        let beside = self.is_batch() && ui.available_width() >= BESIDE;
        // Many articles need many rows: then the sheet is as high as the window lets it be.
        let wished = if beside { list + FOOT } else { 2.0 * list };
        let wished = if self.is_batch() { wished } else { 0.0 };
        let height = room.min(wished.max(HEIGHT)) - FOOT;
        let bottom = ui.cursor().top() + height;
        if beside {
            ui.horizontal_top(|ui| {
                let layout = Layout::top_down(Align::Min);
                ui.allocate_ui_with_layout(vec2(LIST, height), layout, |ui| {
                    ui.set_width(LIST);
                    let Self {
                        list, arrivals, at, ..
                    } = self;
                    list.list_ui(ui, arrivals, at, height);
                });
                ui.add_space(metrics().space.wide);
                ui.vertical(|ui| self.article_ui(ui, context, bottom));
            });
        } else {
            if self.is_batch() {
                let Self {
                    list, arrivals, at, ..
                } = self;
                list.list_ui(ui, arrivals, at, height * SHARE);
                widget::separator_ui(ui);
            }
            self.article_ui(ui, context, bottom);
        }
        let above_foot = bottom - ui.cursor().top();
        ui.add_space(above_foot.max(0.0));
        match foot_ui(ui, &self.main(), self.wanted() > 0) {
            Some(true) => {
                outbox.want(Request::Admit(std::mem::take(&mut self.arrivals)));
                false
            }
            Some(false) => {
                self.leave(ui.ctx(), outbox);
                false
            }
            None => true,
        }
    }
}
