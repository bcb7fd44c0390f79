//! A compared figure: its drawings, the row of its claims, its sources, its pairs and what was decided.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use egui::Ui;

use super::super::super::super::context::Outbox;
use super::super::super::super::theme::metrics;
use super::super::super::super::widget;
use super::{Page, drawing, paper};
use crate::claim::ClaimId;
use crate::export::drawing::{Drawing, Room};
use crate::export::{self, FigureEntry, Quote, Report, isolated, pairs_of, words};

/// Shares of the width that the columns of a row take.
const ROW: [f32; 6] = [0.18, 0.16, 0.19, 0.2, 0.12, 0.15];
/// The same for figures that stand alone.
const ALONE: [f32; 5] = [0.18, 0.27, 0.18, 0.2, 0.17];

/// Draws it.
pub(super) fn figure_ui(ui: &mut Ui, page: &Page<'_>, figure: &FigureEntry, outbox: &mut Outbox) {
    let report = page.report;
    widget::wrapped_ui(ui, paper::strong(figure.title.as_str()).size(17.0));
    if let Some(answer) = figure.answer {
        paper::badge_ui(ui, answer);
    }
    if !figure.why.is_empty() {
        widget::wrapped_ui(ui, figure.why.as_str());
    }
    let of = ClaimId(figure.id);
    for drawing in &page.made.drawings {
        drawing::drawing_ui(ui, drawing, of, outbox);
    }
    paper::head_row_ui(ui, &ROW, &FigureEntry::HEADS);
    for quote in figure.quotes.iter().filter_map(|at| report.quotes.get(*at)) {
        let cells: [&str; 6] = [
            &report.numbered(quote),
            quote.text.as_str(),
            &quote.meaning(),
            source(quote),
            &quote.held(),
            &verdict(quote),
        ];
        paper::row_ui(ui, &ROW, &cells);
    }
    if let Some(drawing) = &page.made.sources {
        drawing::drawing_ui(ui, drawing, of, outbox);
    }
    if let Some(sources) = sources(report, figure) {
        widget::wrapped_ui(ui, sources);
    }
    for line in &page.made.pairs {
        paper::bullet_ui(ui, line);
    }
    if let Some(decision) = &figure.decision {
        for (name, value) in decision.facts() {
            widget::wrapped_ui(ui, format!("{name}: {}", isolated(&value)));
        }
    }
    if let Some(wording) = &figure.wording {
        widget::wrapped_ui(ui, format!("Suggested wording: {wording}"));
    }
    ui.add_space(metrics().space.wide);
}

/// What is worked out of a figure once, not in every frame it is in sight.
#[derive(Default)]
pub(in super::super) struct FigureMade {
    /// Whether its drawings are those of a narrow page.
    room: Option<Room>,
    drawings: Vec<Drawing>,
    sources: Option<Drawing>,
    /// Its pairs as they are printed, a line each.
    pairs: Vec<String>,
}

impl FigureMade {
    /// The same where it is known already for a page of this width.
    pub(in super::super) fn keep_for(&mut self, report: &Report, at: usize, width: f32) {
        let room = drawing::room(width);
        let Some(figure) = report.figures.get(at) else {
            return;
        };
        if self.room.is_none() {
            self.pairs = pair_lines(report, figure);
            self.sources = export::drawing::sources(report, figure);
        }
        if self.room != Some(room) {
            self.drawings = export::drawing::drawings(report, figure, room);
            self.room = Some(room);
        }
    }
}

/// The pairs of a figure as they are printed, a line each.
fn pair_lines(report: &Report, figure: &FigureEntry) -> Vec<String> {
    let (pairs, left) = pairs_of(report, figure);
    let quote = |at: usize| report.quotes.get(at);
    let mut lines: Vec<String> = pairs
        .iter()
        .map(|pairs| {
            let mut line = format!("{}: ", pairs.heading());
            for (nth, (words, places)) in pairs.sides.iter().enumerate() {
                line.push_str(match nth {
                    0 => "",
                    1 => " against ",
                    _ => ", ",
                });
                let _ = write!(line, "“{}”", isolated(words));
                let quotes = places.iter().filter_map(|at| quote(*at));
                let articles: Vec<String> = if pairs.brief {
                    quotes.map(Quote::number).collect()
                } else {
                    quotes.map(|quote| report.numbered(quote)).collect()
                };
                let (led, parted) = if pairs.brief {
                    (" ", " ")
                } else {
                    (" in ", ", ")
                };
                let _ = write!(line, "{led}{}", articles.join(parted));
            }
            line.push_str(pairs.before_reason());
            line.push_str(pairs.why);
            if let Some(slip) = &pairs.first.slip {
                let _ = write!(line, " Likely slip: {}", slip.why);
            }
            line
        })
        .collect();
    lines.extend(left);
    lines
}

/// "6 reports, 2 sources: the mayor (4: the same words); the registry".
fn sources(report: &Report, figure: &FigureEntry) -> Option<String> {
    if figure.roots.is_empty() {
        return None;
    }
    let quotes = figure.quotes.iter().filter_map(|at| report.quotes.get(*at));
    let articles: BTreeSet<usize> = quotes.map(|quote| quote.article).collect();
    let roots: Vec<String> = figure
        .roots
        .iter()
        .map(|root| match root.quotes.len() {
            0 | 1 => isolated(&root.name),
            many => format!("{} ({many}: {})", isolated(&root.name), root.why),
        })
        .collect();
    Some(format!(
        "{}, {}: {}",
        words::counted(articles.len(), "report", "reports"),
        words::counted(roots.len(), "source", "sources"),
        roots.join("; ")
    ))
}

/// The names of the columns of figures that stand alone.
pub(super) fn alone_head_ui(ui: &mut Ui) {
    let heads = ["Figure", "What", "Article", "Source", "Verdict"];
    paper::head_row_ui(ui, &ALONE, &heads);
}

/// A figure that stands alone.
pub(super) fn alone_ui(ui: &mut Ui, report: &Report, at: usize) {
    let Some(figure) = report.figures.get(at) else {
        return;
    };
    let quote = figure.quotes.first().and_then(|at| report.quotes.get(*at));
    if let Some(quote) = quote {
        let cells = [
            quote.text.as_str(),
            figure.title.as_str(),
            label_of(report, quote),
            source(quote),
            &verdict(quote),
        ];
        paper::row_ui(ui, &ALONE, &cells);
    }
}

fn label_of<'a>(report: &'a Report, quote: &Quote) -> &'a str {
    let article = report.article_of(quote);
    article.map_or("", |article| article.label.as_str())
}

fn source(quote: &Quote) -> &str {
    quote.source.as_deref().unwrap_or("no source given")
}

fn verdict(quote: &Quote) -> String {
    let outcome = quote.outcome();
    format!("{}\u{A0}{}", outcome.sign, isolated(outcome.word))
}
