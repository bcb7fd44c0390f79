//! The number line of a figure as a vector graphic: a bar for each quote, readable without colour.
//!
//! A filled cap is an end that is included, a ring one that is left out, an arrow one that has no end; a diamond is
//! the number as printed; the band is what all of them can stand for.

use maud::{Markup, html};

use crate::export::{Bar, BarEnd, EndKind, FigureEntry, Plot, Report};

/// Where the line begins and how long it is, in the units of the drawing; the names stand left of it.
const LEFT: u32 = 190;
const LENGTH: u32 = 500;
const WIDTH: u32 = 720;
/// Height of a row, and where the first one is.
const ROW: u32 = 26;
const TOP: u32 = 20;
/// Longest name that fits left of the line, in characters.
const LONGEST_NAME: usize = 27;

pub(super) fn draw(report: &Report, figure: &FigureEntry, plot: &Plot) -> Markup {
    let rows = u32::try_from(plot.bars.len()).unwrap_or(u32::MAX / ROW / 2);
    let bottom = TOP + ROW * rows;
    html! {
        figure {
            svg viewBox=(format!("0 0 {WIDTH} {}", bottom + 24)) role="img"
                aria-label=(format!("Number line: what each report of “{}” can stand for", figure.title)) {
                @if let Some((from, to)) = plot.meet {
                    rect.band x=(x(from).saturating_sub(2)) y=(TOP - 10) width=(x(to) - x(from) + 4) height=(bottom - TOP + 10) {}
                }
                @for tick in &plot.ticks {
                    line.line x1=(x(tick.at)) x2=(x(tick.at)) y1=(TOP - 10) y2=(bottom) {}
                    text.axis x=(x(tick.at)) y=(bottom + 16) text-anchor="middle" { (tick.label) }
                }
                line.line x1=(LEFT) x2=(LEFT + LENGTH) y1=(bottom) y2=(bottom) {}
                @for (row, bar) in (0_u32..).zip(&plot.bars) {
                    (self::bar(report, bar, TOP + ROW * row + ROW / 2 - 5))
                }
            }
            figcaption {
                @if plot.meet.is_some() { "The band is what all of them can stand for." }
                @else { "No number fits all of them." }
            }
        }
    }
}

/// Thousandths of the line to units of the drawing.
fn x(at: u16) -> u32 {
    LEFT + u32::from(at) * LENGTH / 1000
}

fn bar(report: &Report, bar: &Bar, y: u32) -> Markup {
    let quote = report.quotes.get(bar.quote);
    let name = quote
        .and_then(|quote| report.article_of(quote))
        .map(|article| short(&article.label))
        .unwrap_or_default();
    let (from, to) = (x(bar.low.at), x(bar.high.at));
    html! {
        text x=(LEFT - 12) y=(y + 4) text-anchor="end" direction="ltr" unicode-bidi="plaintext" { (name) }
        line.bar x1=(from) x2=(to) y1=(y) y2=(y) {}
        (end(bar.low, y, true))
        (end(bar.high, y, false))
        // At the end of a bound the cap says all.
        @if let Some(point) = bar.point.filter(|point| from == to || ![bar.low.at, bar.high.at].contains(point)) {
            @let at = x(point);
            path.point d=(format!("M{} {y}L{at} {}L{} {y}L{at} {}Z", at - 5, y - 5, at + 5, y + 5)) {}
        }
    }
}

fn end(end: BarEnd, y: u32, left: bool) -> Markup {
    let at = x(end.at);
    html! {
        @match end.kind {
            EndKind::Closed => line.cap x1=(at) x2=(at) y1=(y - 6) y2=(y + 6) {},
            EndKind::Open => circle.cap cx=(at) cy=(y) r="4" {},
            EndKind::Unbounded => {
                @let (tip, back) = if left { (at - 8, at + 2) } else { (at + 8, at - 2) };
                path.tip d=(format!("M{tip} {y}L{back} {}L{back} {}Z", y - 6, y + 6)) {}
            },
        }
    }
}

/// A name cut to what fits beside a drawing.
pub(super) fn short(name: &str) -> String {
    if name.chars().count() <= LONGEST_NAME {
        return name.to_owned();
    }
    let mut short: String = name.chars().take(LONGEST_NAME - 1).collect();
    short.push('…');
    short
}
