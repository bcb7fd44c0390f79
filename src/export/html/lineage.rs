//! Where the reports have a figure from: sources on the left, the articles that go back to each on the right.

use maud::{Markup, html};

use super::number_line::short;
use crate::export::{FigureEntry, Report};

/// Columns and rows of the drawing, in its units.
const SOURCE_END: u32 = 250;
const ARTICLE_START: u32 = 400;
const WIDTH: u32 = 720;
const ROW: u32 = 24;
/// More rows than this are a list, not a picture.
const MOST_ROWS: usize = 24;

/// The lineage; nothing where no source stands behind two reports: the list of sources says it all then.
pub(super) fn draw(report: &Report, figure: &FigureEntry) -> Markup {
    let rows: Vec<(usize, &str, usize)> = figure
        .roots
        .iter()
        .enumerate()
        .flat_map(|(place, root)| {
            let quotes = root.quotes.iter();
            quotes.map(move |quote| (place, root.name.as_str(), *quote))
        })
        .collect();
    let article = |quote: &usize| report.quotes.get(*quote).map(|quote| quote.article);
    let shared = figure.roots.iter().any(|root| {
        let mut articles = root.quotes.iter().filter_map(article);
        let first = articles.next();
        articles.any(|other| Some(other) != first)
    });
    if !shared || rows.len() > MOST_ROWS {
        return html! {};
    }
    let height = ROW * u32::try_from(rows.len()).unwrap_or(0) + 12;
    let y = |row: usize| ROW * u32::try_from(row).unwrap_or(0) + 18;
    html! {
        figure {
            svg viewBox=(format!("0 0 {WIDTH} {height}")) role="img"
                aria-label=(format!("Sources of “{}”: {} behind {} quotes", figure.title, figure.roots.len(), rows.len())) {
                @for (place, root) in figure.roots.iter().enumerate() {
                    @let its: Vec<usize> = (0..rows.len()).filter(|row| rows.get(*row).is_some_and(|it| it.0 == place)).collect();
                    @let (first, last) = (its.first().copied().unwrap_or(0), its.last().copied().unwrap_or(0));
                    @let middle = u32::midpoint(y(first), y(last));
                    text x=(SOURCE_END - 14) y=(middle + 4) text-anchor="end" direction="ltr" unicode-bidi="plaintext" { (short(&root.name)) }
                    circle.root cx=(SOURCE_END) cy=(middle) r="5" {}
                    @for row in its {
                        @let bend = u32::midpoint(SOURCE_END, ARTICLE_START);
                        path.link d=(format!("M{} {middle}C{bend} {middle} {bend} {at} {} {at}", SOURCE_END + 5, ARTICLE_START - 4, at = y(row))) {}
                        (leaf(report, rows.get(row).map_or(0, |it| it.2), y(row)))
                    }
                }
            }
            figcaption { "Sources on the left, the reports that go back to each on the right." }
        }
    }
}

fn leaf(report: &Report, index: usize, y: u32) -> Markup {
    let quote = report.quotes.get(index);
    let article = quote.and_then(|quote| report.article_of(quote));
    html! {
        circle.cap cx=(ARTICLE_START) cy=(y) r="3.5" {}
        text x=(ARTICLE_START + 12) y=(y + 4) direction="ltr" unicode-bidi="plaintext" {
            (article.map(|article| short(&article.label)).unwrap_or_default()) ": " (quote.map(|quote| short(&quote.text)).unwrap_or_default())
        }
    }
}
