//! A card for each compared figure, a line for each that stands alone.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::{Item, badge, drawing, its, prints, to, verdict};
use crate::export::direction::isolated_once;
use crate::export::drawing::{Room, drawings, sources};
use crate::export::pairs::{self, Pairs};
use crate::export::{DecisionEntry, FigureEntry, Quote, Report, Section, words};

/// Numbers of the figures that have a card, to be linked with.
pub(super) fn with_cards(report: &Report) -> BTreeSet<u32> {
    let figures = report
        .figures
        .iter()
        .filter(|figure| figure.quotes.len() > 1);
    let printed = figures.filter(|_| prints(report, Section::Figures));
    printed.map(|figure| figure.id).collect()
}

pub(super) fn compared(report: &Report) -> Vec<Item> {
    let figures = report
        .figures
        .iter()
        .filter(|figure| figure.quotes.len() > 1);
    let items: Vec<Item> = figures.map(|figure| card(report, figure)).collect();
    if items.is_empty() {
        let none = "No figure stands in more than one place.";
        return vec![Item {
            lines: 2,
            value: json!({ "none": none }),
        }];
    }
    items
}

fn card(report: &Report, figure: &FigureEntry) -> Item {
    let quotes: Vec<&Quote> = quotes(report, figure).collect();
    let (pairs, left) = pairs::of(report, figure);
    let drawings = drawings(report, figure, Room::Page);
    let sources = sources(report, figure);
    let heights = drawings
        .iter()
        .chain(&sources)
        .map(|drawing| drawing.size.1);
    let height = usize::try_from(heights.sum::<i32>()).unwrap_or_default();
    // A line of print is as high as about 18 units of a drawing.
    let lines = 8 + height / 18 + 2 * (quotes.len() + pairs.len());
    Item {
        lines,
        value: json!({
            "id": figure.id,
            "title": figure.title,
            "badge": figure.answer.map(badge),
            "why": figure.why,
            "drawings": drawings.iter().map(drawing::view).collect::<Value>(),
            "rows": quotes.iter().map(|quote| row(report, figure, quote)).collect::<Value>(),
            "sources": sources.as_ref().map(drawing::view),
            "roots": roots(figure, &quotes),
            "pairs": pairs.iter().map(|pairs| pair(report, pairs)).collect::<Value>(),
            "left": left,
            "decided": decided(figure),
        }),
    }
}

fn quotes<'a>(report: &'a Report, figure: &'a FigureEntry) -> impl Iterator<Item = &'a Quote> {
    let indices = figure.quotes.iter();
    indices.filter_map(|index| report.quotes.get(*index))
}

fn row(report: &Report, figure: &FigureEntry, quote: &Quote) -> Value {
    json!({
        "article": report.numbered(quote),
        "text": its(&quote.text),
        "to": to(report, quote),
        "meaning": report.meaning_in(figure, quote),
        "source": quote.source.as_deref().map(its),
        "as_of": quote.as_of,
        "inferred": quote.as_of_inferred,
        "verdict": verdict(quote),
    })
}

/// "3 reports, 2 sources:", and the sources, each with why it is one.
fn roots(figure: &FigureEntry, quotes: &[&Quote]) -> Option<Value> {
    let articles: BTreeSet<usize> = quotes.iter().map(|quote| quote.article).collect();
    let heading = format!(
        "{}, {}:",
        words::counted(articles.len(), "report", "reports"),
        words::counted(figure.roots.len(), "source", "sources")
    );
    let roots = figure.roots.iter().map(|root| {
        let several = root.quotes.len() > 1;
        json!([
            its(&root.name),
            several.then(|| format!(" ({}: {})", root.quotes.len(), root.why))
        ])
    });
    (!figure.roots.is_empty())
        .then(|| json!({ "heading": heading, "list": roots.collect::<Value>() }))
}

fn pair(report: &Report, pairs: &Pairs<'_>) -> Value {
    let sides = pairs.sides.iter().filter_map(|(_, places)| {
        let first = report.quotes.get(*places.first()?)?;
        let labels = places.iter().filter_map(|index| report.quotes.get(*index));
        let labels: Vec<String> = if pairs.brief {
            labels.map(Quote::number).collect()
        } else {
            labels.map(|quote| report.numbered(quote)).collect()
        };
        Some(json!([
            format!("“{}”", its(&first.text)),
            to(report, first),
            if pairs.brief {
                format!(" {}", labels.join(" "))
            } else {
                format!(" in {}", labels.join(", "))
            },
        ]))
    });
    json!({
        "heading": pairs.heading(),
        "tone": words::tone(pairs.first.answer),
        "sides": sides.collect::<Value>(),
        "why": format!("{}{}", pairs.before_reason(), pairs.why),
        "slip": pairs.first.slip.as_ref().map(|slip| &slip.why),
    })
}

fn decided(figure: &FigureEntry) -> Vec<Value> {
    let decision = figure.decision.iter().flat_map(DecisionEntry::facts);
    let decision = decision.map(|(name, words)| json!([format!("{name}:"), isolated_once(&words)]));
    let suggested = figure.wording.iter();
    let suggested = suggested.map(|wording| json!(["Suggested wording:", wording]));
    decision.chain(suggested).collect()
}

pub(super) fn alone(report: &Report) -> Vec<Item> {
    let figures = report.standing_alone().map(|(figure, quote)| Item {
        lines: 2,
        value: json!({
            "number": quote.number(),
            "text": its(&quote.text),
            "to": to(report, quote),
            "title": its(&figure.title),
            "article": report.place_of(quote),
            "source": quote.source.as_deref().map(its),
            "as_of": quote.as_of,
            "inferred": quote.as_of_inferred,
            "verdict": verdict(quote),
        }),
    });
    figures.collect()
}
