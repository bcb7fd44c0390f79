//! The number line of a figure: a bar for each quote over what it can stand for.
//!
//! A diamond is the number as printed; the band is what all of them can stand for.

use super::place::{Place, rule};
use super::{
    Align, Drawing, Look, NARROW, Point, Room, Shape, WIDTH, diamond, end, is_seen, length,
    numbered, scale, under_axis,
};
use crate::export::{Bar, FigureEntry, Plot, Report};

/// Where things stand.
struct Layout {
    width: i32,
    /// Where the line begins and how long it is.
    left: i32,
    length: i32,
    /// Height of a row.
    row: i32,
    /// Whether the names stand above their bars, not left of them.
    above: bool,
}

const PAGE: Layout = Layout {
    width: WIDTH,
    left: 208,
    length: 482,
    row: 26,
    above: false,
};
const PHONE: Layout = Layout {
    width: NARROW,
    left: 14,
    length: 312,
    row: 40,
    above: true,
};

/// Where the first row begins.
const TOP: i32 = 20;

impl Layout {
    /// Thousandths of the line to places in the drawing.
    fn x(&self, at: u16) -> i32 {
        self.left + i32::from(at) * self.length / 1000
    }

    /// Height of the bar in the row that begins at `top`.
    fn y(&self, top: i32) -> i32 {
        top + self.row / 2 - 5 + if self.above { 9 } else { 0 }
    }

    /// Characters of a name for which there is room.
    const fn letters(&self) -> usize {
        if self.above { 42 } else { 28 }
    }

    /// Where the name of that row stands, and at which end it is held.
    fn name(&self, top: i32) -> (Point, Align) {
        if self.above {
            ((self.left, self.y(top) - 11), Align::Start)
        } else {
            ((self.left - 12, self.y(top) + 4), Align::End)
        }
    }
}

/// Some of the bars of a plot, which are the part of this number of `many`.
pub(super) fn draw(
    report: &Report,
    figure: &FigureEntry,
    plot: &Plot,
    (part, bars): (usize, &[Bar]),
    many: usize,
    room: Room,
) -> Drawing {
    let layout = match room {
        Room::Page => PAGE,
        Room::Phone => PHONE,
    };
    let x = |at| layout.x(at);
    let bottom = TOP + layout.row * length(bars.len());
    let mut shapes = Vec::new();
    if let Some((from, to)) = plot.meet {
        shapes.push(Shape::Field {
            from: (x(from) - 2, TOP - 10),
            to: (x(to) + 2, bottom),
        });
    }
    let names: Vec<Place> = (0..)
        .zip(bars)
        .map(|(row, bar)| {
            let (at, align) = layout.name(TOP + layout.row * row);
            Place::of_words(&numbered(report, bar.quote, layout.letters()), at, align)
        })
        .collect();
    shapes.extend(
        plot.ticks
            .iter()
            .flat_map(|tick| rule((x(tick.at), TOP - 10), (x(tick.at), bottom), &names)),
    );
    let numbers = plot.ticks.iter();
    shapes.extend(under_axis(
        numbers.map(|tick| (x(tick.at), tick.label.clone())),
        bottom + 16,
    ));
    shapes.push(Shape::Line {
        look: Look::Rule,
        from: (layout.left, bottom),
        to: (layout.left + layout.length, bottom),
    });
    for (row, bar) in (0..).zip(bars) {
        self::bar(report, bar, &layout, TOP + layout.row * row, &mut shapes);
    }
    Drawing {
        size: (layout.width, bottom + 24),
        description: format!(
            "Number line{}: what each report of “{}” can stand for",
            if many > 1 {
                format!(", part {part} of {many}")
            } else {
                String::new()
            },
            figure.title
        ),
        caption: if part == many {
            caption(plot, &layout)
        } else {
            String::new()
        },
        shapes,
    }
}

/// How a number line is read.
fn caption(plot: &Plot, layout: &Layout) -> String {
    let band = match plot.meet {
        Some((from, to)) if layout.x(to) - layout.x(from) > NARROW_BAND => {
            "The band is what all of them can stand for."
        }
        Some(_) => "The narrow band is the number that all of them can stand for.",
        None => "No number fits all of them.",
    };
    format!("{band}{}", scale(plot.by_ratio))
}

/// A band of no more than this, in units of the drawing, looks like a line.
const NARROW_BAND: i32 = 3;

/// The bar of a quote in the row that begins at `top`.
fn bar(report: &Report, bar: &Bar, layout: &Layout, top: i32, shapes: &mut Vec<Shape>) {
    let (from, to) = (layout.x(bar.low.at), layout.x(bar.high.at));
    let y = layout.y(top);
    let (at, align) = layout.name(top);
    shapes.push(Shape::Words {
        look: Look::Name,
        at,
        align,
        words: numbered(report, bar.quote, layout.letters()),
    });
    shapes.push(Shape::Line {
        look: Look::Bar,
        from: (from, y),
        to: (to, y),
    });
    shapes.push(end(bar.low, (from, y), (-1, 0), 6));
    shapes.push(end(bar.high, (to, y), (1, 0), 6));
    // At the end of a bound the cap says all.
    let point = bar.point.filter(|at| is_seen(*at, bar.low, bar.high));
    if let Some(point) = point {
        shapes.push(diamond((layout.x(point), y), Look::Point, None));
    }
}
