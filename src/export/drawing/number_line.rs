//! The number line of a figure: a bar for each quote over what it can stand for.
//!
//! A diamond is the number as printed; the band is what all of them can stand for.

use super::{Align, Drawing, Look, Shape, WIDTH, diamond, end, length, short};
use crate::export::{Bar, FigureEntry, Plot, Report};

/// Where the line begins and how long it is; the names stand left of it.
const LEFT: i32 = 208;
const LENGTH: i32 = 482;
/// Height of a row, and where the first one is.
const ROW: i32 = 26;
const TOP: i32 = 20;

pub(super) fn draw(report: &Report, figure: &FigureEntry, plot: &Plot) -> Drawing {
    let bottom = TOP + ROW * length(plot.bars.len());
    let mut shapes = Vec::new();
    if let Some((from, to)) = plot.meet {
        shapes.push(Shape::Field {
            from: (x(from) - 2, TOP - 10),
            to: (x(to) + 2, bottom),
        });
    }
    for tick in &plot.ticks {
        shapes.push(Shape::Line {
            look: Look::Rule,
            from: (x(tick.at), TOP - 10),
            to: (x(tick.at), bottom),
        });
        shapes.push(Shape::Words {
            look: Look::Scale,
            at: (x(tick.at), bottom + 16),
            align: Align::Middle,
            words: tick.label.clone(),
        });
    }
    shapes.push(Shape::Line {
        look: Look::Rule,
        from: (LEFT, bottom),
        to: (LEFT + LENGTH, bottom),
    });
    for (row, bar) in (0..).zip(&plot.bars) {
        self::bar(report, bar, TOP + ROW * row + ROW / 2 - 5, &mut shapes);
    }
    Drawing {
        size: (WIDTH, bottom + 24),
        description: format!(
            "Number line: what each report of “{}” can stand for",
            figure.title
        ),
        caption: if plot.meet.is_some() {
            "The band is what all of them can stand for."
        } else {
            "No number fits all of them."
        }
        .to_owned(),
        shapes,
    }
}

/// Thousandths of the line to places in the drawing.
fn x(at: u16) -> i32 {
    LEFT + i32::from(at) * LENGTH / 1000
}

fn bar(report: &Report, bar: &Bar, y: i32, shapes: &mut Vec<Shape>) {
    let quote = report.quotes.get(bar.quote);
    let name = quote
        .and_then(|quote| report.article_of(quote))
        .map(|article| short(&article.label))
        .unwrap_or_default();
    let (from, to) = (x(bar.low.at), x(bar.high.at));
    shapes.push(Shape::Words {
        look: Look::Name,
        at: (LEFT - 12, y + 4),
        align: Align::End,
        words: name,
    });
    shapes.push(Shape::Line {
        look: Look::Bar,
        from: (from, y),
        to: (to, y),
    });
    shapes.push(end(bar.low, (from, y), (-1, 0), 6));
    shapes.push(end(bar.high, (to, y), (1, 0), 6));
    // At the end of a bound the cap says all.
    let point = bar
        .point
        .filter(|point| from == to || ![bar.low.at, bar.high.at].contains(point));
    if let Some(point) = point {
        shapes.push(diamond((x(point), y), Look::Point, None));
    }
}
