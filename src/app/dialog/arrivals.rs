//! A look at articles before they are added: what was taken, what was left, what sources contradict one another.

use egui::{ComboBox, ScrollArea, Ui};

use super::super::arrival::Arrival;
use super::super::context::{Context, Outbox, Request};
use super::super::theme::{Tone, metrics};
use super::super::toast::{Offer, Toast};
use super::super::widget;
use super::{Sheet, foot_ui};
use crate::export::words;
use crate::import::{Choices, Doubt, ENCODINGS};

/// Paragraphs that are shown of a text.
const SHOWN: usize = 40;

/// The articles, and the one that is looked at.
pub(super) struct ArrivalsSheet {
    arrivals: Vec<Arrival>,
    at: usize,
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
            side: Side::Taken,
            reading: None,
        }
    }

    fn wanted(&self) -> usize {
        self.arrivals.iter().filter(|arrival| arrival.take).count()
    }

    fn list_ui(&mut self, ui: &mut Ui) {
        ui.horizontal(|ui| {
            ui.label(widget::strong(words::counted(
                self.arrivals.len(),
                "article",
                "articles",
            )));
            for (name, take) in [("Take all", true), ("Take none", false)] {
                if widget::quiet_button(ui, name).clicked() {
                    self.arrivals.iter_mut().for_each(|it| it.take = take);
                }
            }
        });
        let at = &mut self.at;
        ScrollArea::vertical()
            .id_salt("arrivals")
            .max_height(ui.ctx().content_rect().height() * 0.22)
            .auto_shrink([false, true])
            .show_rows(
                ui,
                metrics().control_height,
                self.arrivals.len(),
                |ui, rows| {
                    widget::follow_focus_ui(ui);
                    let first = rows.start;
                    let shown = self.arrivals.get_mut(rows).unwrap_or_default();
                    for (place, arrival) in (first..).zip(shown) {
                        ui.horizontal(|ui| {
                            let name = arrival.imported.article.name();
                            let tick = widget::checkbox_ui(ui, &mut arrival.take, "");
                            widget::name_control(ui, &tick, &format!("Take “{name}”"));
                            if widget::segment_ui(ui, *at == place, &name).clicked() {
                                *at = place;
                            }
                            let published = arrival.imported.article.metadata.published.as_ref();
                            if let Some(published) = published {
                                ui.label(widget::small(published.to_string()));
                            }
                        });
                    }
                },
            );
        widget::separator_ui(ui);
    }

    fn text_ui(&mut self, ui: &mut Ui) {
        let Some(arrival) = self.arrivals.get(self.at) else {
            return;
        };
        let of = (self.at, arrival.choices);
        if self.reading.as_ref().is_none_or(|(known, _)| *known != of) {
            let reading = arrival.sample().map(|imported| Reading {
                taken: paragraphs(imported.article.text.as_str()),
                left: imported.left,
            });
            self.reading = Some((of, reading));
        }
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
        ScrollArea::vertical()
            .id_salt("text")
            .max_height(ui.ctx().content_rect().height() * 0.26)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                widget::follow_focus_ui(ui);
                for line in lines.iter().take(SHOWN) {
                    widget::wrapped_ui(ui, line.as_str());
                }
                let more = lines.len().saturating_sub(SHOWN);
                if more > 0 {
                    let more = words::counted(more, "more paragraph", "more paragraphs");
                    ui.label(widget::quiet(format!("… {more}")));
                }
            });
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

/// What is in doubt about one article, and what can be chosen.
fn choices_ui(ui: &mut Ui, arrival: &mut Arrival) {
    for doubt in &arrival.doubts {
        if !matches!(doubt, Doubt::Conflict(..)) {
            widget::tint_card_ui(ui, Tone::Doubt, |ui| {
                widget::wrapped_ui(ui, doubt.to_string())
            });
        }
    }
    copy_ui(ui, arrival);
    for doubt in &arrival.doubts {
        let Doubt::Conflict(facet, said) = doubt else {
            continue;
        };
        let metadata = &mut arrival.imported.article.metadata;
        let name = match *facet {
            "published" => "Published",
            "byline" => "Author",
            _ => "Publisher",
        };
        widget::form_row_ui(ui, name, |ui| {
            for statement in said {
                let value = Some(statement.value.clone());
                let moment = || statement.value.parse().ok();
                let on = match *facet {
                    "published" => metadata.published == moment(),
                    "byline" => metadata.byline == value,
                    _ => metadata.publisher == value,
                };
                let words = format!("{} ({})", statement.value, statement.source);
                if widget::segment_ui(ui, on, &words).clicked() {
                    match *facet {
                        "published" => metadata.published = moment(),
                        "byline" => metadata.byline = value,
                        _ => metadata.publisher = value,
                    }
                }
            }
        });
    }
    if let Some(read_as) = arrival.imported.encoding {
        widget::form_row_ui(ui, "Encoding", |ui| encoding_ui(ui, arrival, read_as.name));
    }
    let is_page = arrival.imported.whole_page || !arrival.imported.left.is_empty();
    if is_page {
        widget::form_row_ui(ui, "Page", |ui| {
            widget::checkbox_ui(
                ui,
                &mut arrival.choices.whole_page,
                "Take all the words of the page",
            );
        });
    }
}

/// Which encoding a file is read in.
fn encoding_ui(ui: &mut Ui, arrival: &mut Arrival, usual: &str) {
    let name = |label: Option<&str>| {
        let known = ENCODINGS.iter().find(|(known, _)| Some(*known) == label);
        known.map_or_else(
            || format!("As read: {usual}"),
            |(_, name)| (*name).to_owned(),
        )
    };
    let chosen = &mut arrival.choices.encoding;
    let field = ComboBox::from_id_salt("encoding")
        .selected_text(name(*chosen))
        .show_ui(ui, |ui| {
            ui.selectable_value(chosen, None, name(None));
            for (label, _) in ENCODINGS {
                ui.selectable_value(chosen, Some(*label), name(Some(*label)));
            }
        });
    widget::name_control(ui, &field.response, "Encoding");
}

/// Of what it is a copy, and what to do with one.
fn copy_ui(ui: &mut Ui, arrival: &mut Arrival) {
    let Some(copy) = &arrival.copy else {
        return;
    };
    widget::tint_card_ui(ui, Tone::Info, |ui| {
        widget::wrapped_ui(
            ui,
            format!("{}% of this is the text of “{}”.", copy.percent, copy.name),
        );
        ScrollArea::vertical()
            .id_salt("passages")
            .max_height(84.0)
            .auto_shrink([false, true])
            .show(ui, |ui| {
                widget::follow_focus_ui(ui);
                for passage in &copy.passages {
                    widget::wrapped_ui(ui, widget::small(passage.as_str()));
                }
            });
        ui.horizontal_wrapped(|ui| {
            for (name, take, link) in [
                ("Link as a copy", true, true),
                ("Import anyway", true, false),
                ("Skip", false, arrival.link),
            ] {
                let on = arrival.take == take && (!take || arrival.link == link);
                if widget::segment_ui(ui, on, name).clicked() {
                    arrival.take = take;
                    arrival.link = link;
                }
            }
        });
    });
}

impl Sheet for ArrivalsSheet {
    fn title(&self) -> String {
        "Look before adding".to_owned()
    }

    fn width(&self) -> f32 {
        760.0
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

    fn ui(&mut self, ui: &mut Ui, _context: &Context<'_>, outbox: &mut Outbox) -> bool {
        if self.arrivals.len() > 1 {
            self.list_ui(ui);
        }
        if let Some(arrival) = self.arrivals.get_mut(self.at) {
            widget::wrapped_ui(ui, widget::strong(arrival.imported.article.name()));
            choices_ui(ui, arrival);
        }
        self.text_ui(ui);
        let wanted = self.wanted();
        let main = format!("Add {}", words::counted(wanted, "article", "articles"));
        match foot_ui(ui, &main, wanted > 0) {
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
