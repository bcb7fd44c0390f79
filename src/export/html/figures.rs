//! The figure grid: a card for each compared figure, a line for each that stands alone.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::{badge, quotes};
use crate::export::drawing::{self, Drawing, Room};
use crate::export::{FigureEntry, Quote, Report, pairs, words};

pub(super) fn compared(report: &Report) -> Markup {
    let mut figures = report
        .figures
        .iter()
        .filter(|figure| figure.quotes.len() > 1)
        .peekable();
    html! {
        section #figures {
            h2 { "Figures compared" }
            @if figures.peek().is_none() { p { "No figure stands in more than one place." } }
            @for figure in figures { (card(report, figure)) }
        }
    }
}

/// Quotes of a figure whose card is so short that it is kept on one printed page, if it has one drawing. A longer one
/// breaks between its parts: kept whole, it would leave most of the page before it empty.
const SHORT: usize = 3;

fn card(report: &Report, figure: &FigureEntry) -> Markup {
    let heavy = figure.answer == Some("conflicts");
    let sources = drawing::sources(report, figure);
    let whole = figure.quotes.len() <= SHORT && figure.timeline.is_none() && sources.is_none();
    html! {
        article.card.heavy[heavy].whole[whole] id=(format!("f{}", figure.id)) {
            div.head {
                h3 dir="auto" { (figure.title) }
                @if let Some(answer) = figure.answer { (badge(answer)) }
            }
            @if !figure.why.is_empty() { p.why dir="ltr" { (figure.why) } }
            @for room in [Room::Page, Room::Phone] {
                @for drawing in drawing::drawings(report, figure, room) { (drawn(&drawing, room)) }
            }
            (grid(report, figure))
            @if let Some(sources) = &sources { (drawn(sources, Room::Page)) }
            (self::sources(report, figure))
            (comparisons(report, figure))
            @if let Some(decision) = &figure.decision {
                @for (name, words) in decision.facts() {
                    p.more { b { (name) ": " } bdi dir=[quotes::ordered(&words)] { (words) } }
                }
            }
            @if let Some(wording) = &figure.wording {
                p.more { b { "Suggested wording: " } bdi dir="ltr" { (wording) } }
            }
        }
    }
}

/// A drawing that is shown where there is this much room.
fn drawn(drawing: &Drawing, room: Room) -> Markup {
    let class = match room {
        Room::Page => "page",
        Room::Phone => "phone",
    };
    html! { figure.(class) { (drawing::svg(drawing)) @if !drawing.caption.is_empty() { figcaption { (drawing.caption) } } } }
}

fn grid(report: &Report, figure: &FigureEntry) -> Markup {
    let rows = figure
        .quotes
        .iter()
        .filter_map(|index| report.quotes.get(*index));
    html! {
        div.wide {
            table {
                thead { tr { @for head in FigureEntry::HEADS { th { (head) } } } }
                tbody {
                    @for quote in rows {
                        tr {
                            td.first { (quote.number()) " " bdi { (report.article_of(quote).map_or("", |article| &article.label)) } }
                            td.figure data-name="As printed" { a href=(format!("#q{}", quote.id)) { bdi { (quote.text) } } }
                            td data-name="Stands for" { (report.meaning_in(figure, quote)) }
                            td data-name="Source" { (source(quote)) }
                            td.short data-name="As of" { (as_of(quote)) }
                            td data-name="Verdict" { (verdict(quote)) }
                        }
                    }
                }
            }
        }
    }
}

fn source(quote: &Quote) -> Markup {
    html! {
        @match &quote.source {
            Some(source) => bdi { (source) },
            None => span.calm { "no source given" },
        }
    }
}

fn as_of(quote: &Quote) -> Markup {
    html! {
        @match &quote.as_of {
            Some(day) => { (day) @if quote.as_of_inferred { span title="worked out from the article’s date" { " (inferred)" } } },
            None => span.calm { "unknown" },
        }
    }
}

fn verdict(quote: &Quote) -> Markup {
    let outcome = quote.outcome();
    html! {
        span.(outcome.tone) { (outcome.sign) " " bdi { (outcome.word) } }
    }
}

fn sources(report: &Report, figure: &FigureEntry) -> Markup {
    html! {
        @if !figure.roots.is_empty() {
            p.more {
                b { (words::counted(articles_of(report, figure), "report", "reports")) ", "
                    (words::counted(figure.roots.len(), "source", "sources")) ": " }
                @for (index, root) in figure.roots.iter().enumerate() {
                    @if index > 0 { "; " }
                    bdi { (root.name) }
                    @if root.quotes.len() > 1 { span.calm { " (" (root.quotes.len()) ": " (root.why) ")" } }
                }
            }
        }
    }
}

/// How many articles print the figure, however often each.
fn articles_of(report: &Report, figure: &FigureEntry) -> usize {
    let quotes = figure
        .quotes
        .iter()
        .filter_map(|index| report.quotes.get(*index));
    let articles: BTreeSet<usize> = quotes.map(|quote| quote.article).collect();
    articles.len()
}

fn comparisons(report: &Report, figure: &FigureEntry) -> Markup {
    let (pairs, left) = pairs::of(report, figure);
    html! {
        @if !pairs.is_empty() {
            ul.steps {
                @for pairs in pairs {
                    li.step {
                        span.(words::tone(pairs.first.answer)) { (pairs.heading()) ": " }
                        @for (nth, (_, places)) in pairs.sides.iter().enumerate() {
                            @if nth == 1 { " against " } @else if nth > 1 { ", " }
                            @if pairs.brief { (quotes::link(report, places.first().copied().unwrap_or_default())) (quotes::numbers(report, places)) }
                            @else { (quotes::in_articles(report, places)) }
                        }
                        (pairs.before_reason()) bdi dir="ltr" { (pairs.why) }
                        @if let Some(slip) = &pairs.first.slip { " " b { "Likely slip: " } bdi dir="ltr" { (slip.why) } }
                    }
                }
            }
        }
        @if let Some(left) = left { p.place { (left) } }
    }
}

pub(super) fn standing_alone(report: &Report, alone: &[(&FigureEntry, &Quote)]) -> Markup {
    html! {
        @if !alone.is_empty() {
            section #alone {
                h2 { "Figures that stand alone" }
                div.wide {
                    table {
                        thead { tr { @for head in FigureEntry::HEADS_ALONE { th { (head) } } } }
                        tbody {
                            @for (figure, quote) in alone {
                                tr id=(format!("f{}", figure.id)) {
                                    td.figure.first { (quote.number()) " " a href=(format!("#q{}", quote.id)) { bdi { (quote.text) } } }
                                    td data-name="What" { bdi { (figure.title) } }
                                    td data-name="Article" { (report.place_of(quote)) }
                                    td data-name="Source" { (source(quote)) }
                                    td.short data-name="As of" { (as_of(quote)) }
                                    td data-name="Verdict" { (verdict(quote)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}
