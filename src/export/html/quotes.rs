//! Every quote in its sentence, with its place, what was understood, and what people decided.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::badge;
use crate::export::direction::ISOLATE;
use crate::export::{ArticleEntry, EvidenceEntry, FigureEntry, Quote, Report, words};

pub(super) fn section(report: &Report) -> Markup {
    let rows = rows(report);
    let mut of_article: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (index, quote) in report
        .quotes
        .iter()
        .enumerate()
        .filter(|(_, quote)| quote.notable)
    {
        of_article.entry(quote.article).or_default().push(index);
    }
    html! {
        section #quotes {
            h2 { "Quotes" }
            @for (index, article) in report.articles.iter().enumerate().filter(|(index, _)| of_article.contains_key(index)) {
                h3 dir="auto" { a href=(format!("#a{index}")) { (article.label) } }
                @for at in of_article.get(&index).into_iter().flatten() {
                    @if let Some(quote) = report.quotes.get(*at) { (self::quote(&rows, *at, quote)) }
                }
            }
            @if let Some(left) = report.left_out() { p.place { (left) } }
        }
    }
}

fn sentence(quote: &Quote) -> Markup {
    let direction = if quote.leftward { "rtl" } else { "ltr" };
    html! { p dir=(direction) { (quote.before) mark { (quote.text) } (quote.after) } }
}

/// For each quote that is compared the row of the grid that it stands in.
type Rows<'a> = BTreeMap<usize, &'a FigureEntry>;

fn rows(report: &Report) -> Rows<'_> {
    let figures = report
        .figures
        .iter()
        .filter(|figure| figure.quotes.len() > 1);
    let rows = figures.flat_map(|figure| figure.quotes.iter().map(move |index| (*index, figure)));
    rows.collect()
}

fn in_figure(figure: Option<&&FigureEntry>) -> Markup {
    html! { @if let Some(figure) = figure { " · " a href=(format!("#f{}", figure.id)) { bdi { (figure.title) } } } }
}

fn quote(rows: &Rows<'_>, index: usize, quote: &Quote) -> Markup {
    let label = words::of_key(quote.status);
    html! {
        div.quote.long[quote.evidence.len() > 2] id=(format!("q{}", quote.id)) {
            (sentence(quote))
            p.place {
                (quote.number()) " " (words::capitalised(&quote.spot())) (in_figure(rows.get(&index)))
                " · stands for " (quote.meaning())
                @for (name, value) in quote.facets() { " · " (name) " " bdi { (value) } }
                " · "
                @match &quote.source {
                    Some(source) => { "source: " bdi { (source) } @if let Some(cue) = &quote.cue { " (“" bdi { (cue) } "”)" } },
                    None => "no source given",
                }
                @if quote.verdict.is_none() { " · " span.(words::tone(quote.status)) { (label.shape) " " (label.word) } }
            }
            @if quote.verdict.is_some() { p.more { (decided(quote)) } }
            @for evidence in &quote.evidence { (self::evidence(evidence)) }
            @if let Some(note) = &quote.note { p.place { "Note: " bdi { (note) } (quote.note_signature()) } }
            @if let Some(day) = &quote.recheck_by { p.place { "Look again by " (day) } }
        }
    }
}

fn decided(quote: &Quote) -> Markup {
    html! {
        @match &quote.verdict {
            Some(verdict) => {
                span.badge.(verdict.tone()) { span aria-hidden="true" { (verdict.sign()) } bdi { (verdict.label) } }
                " " bdi { (verdict.rationale) } span.calm { " – " bdi { (verdict.by) } ", " (words::time(&verdict.at)) }
            },
            None => (badge(quote.status)),
        }
    }
}

fn evidence(evidence: &EvidenceEntry) -> Markup {
    let address = evidence
        .url
        .as_deref()
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    html! {
        div.more {
            (badge(evidence.stance)) " "
            @match address {
                Some(address) => a href=(address) rel="noreferrer nofollow" { bdi { (evidence.citation) } },
                None => bdi { (evidence.citation) },
            }
            @if !evidence.quote.is_empty() { blockquote dir="auto" { (evidence.quote) } }
            p.place {
                @for (nth, (name, value)) in evidence.facts().into_iter().enumerate() { @if nth > 0 { " · " } (name) ": " bdi dir=[ordered(&value)] { (value) } }
            }
        }
    }
}

/// Words of ours around a name that is isolated run to the right whatever the name does.
pub(super) fn ordered(words: &str) -> Option<&'static str> {
    words.contains(ISOLATE).then_some("ltr")
}

/// A link to a quote by its index.
pub(super) fn link(report: &Report, index: usize) -> Markup {
    html! {
        @if let Some(quote) = report.quotes.get(index) {
            a href=(format!("#q{}", quote.id)) { "“" bdi { (quote.text) } "”" }
        }
    }
}

/// The numbers of quotes, each with a blank before it.
pub(super) fn numbers(report: &Report, indices: &[usize]) -> Markup {
    let quotes = indices.iter().filter_map(|index| report.quotes.get(*index));
    html! { @for quote in quotes { " " (quote.number()) } }
}

/// A figure as printed, with the articles that print it so: “23” in [3] Harbour Wire, [7] Meridian Post.
pub(super) fn in_articles(report: &Report, indices: &[usize]) -> Markup {
    html! {
        @for (nth, index) in indices.iter().enumerate() {
            @if let Some(quote) = report.quotes.get(*index) {
                @if nth == 0 { (link(report, *index)) " in " } @else { ", " }
                a href=(format!("#q{}", quote.id)) { (quote.number()) " " bdi { (report.article_of(quote).map_or("", |it| it.label.as_str())) } }
            }
        }
    }
}

/// Links to quotes, the name of the article behind the last one of each.
pub(super) fn links(report: &Report, indices: &[usize]) -> Markup {
    let (indices, more) = report.first_places(indices);
    let article = |nth: usize| {
        let quote = indices
            .get(nth)
            .and_then(|index| report.quotes.get(*index))?;
        report.article_of(quote)
    };
    html! {
        @if !indices.is_empty() {
            span.place {
                " "
                @for (nth, index) in indices.iter().enumerate() {
                    @if nth > 0 { ", " }
                    @if let Some(quote) = report.quotes.get(*index) { (quote.number()) " " }
                    (link(report, *index))
                    @if let Some(article) = article(nth).filter(|this| is_last(this.id, article(nth + 1))) {
                        " in " bdi { (article.label) }
                    }
                }
                (more)
            }
        }
    }
}

/// Whether the next quote stands in another article.
fn is_last(article: u32, next: Option<&ArticleEntry>) -> bool {
    next.is_none_or(|next| next.id != article)
}
