//! Drawings of a figure, the same in every format and in the window: a number line, a timeline, the sources.
//!
//! A drawing is shapes at whole places of a field; a format puts them in its own words: SVG for pages and printed
//! documents, DrawingML for a word processor. Nothing rests on colour: ends, points and bounds differ in shape.

mod lineage;
mod names;
mod number_line;
mod place;
mod svg;
mod timeline;

pub(super) use svg::svg;

use names::{cut, short};

use super::{Bar, BarEnd, EndKind, FigureEntry, Report};

/// A place in a drawing, from its upper left corner.
pub type Point = (i32, i32);

/// Shapes in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Drawing {
    /// Size of the field.
    pub size: (i32, i32),
    /// What it shows, for those who cannot see it.
    pub description: String,
    /// How it is read, printed below it; nothing below a part that is followed by another.
    pub caption: String,
    /// From back to front.
    pub shapes: Vec<Shape>,
}

/// A shape.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A straight line.
    Line {
        /// What it stands for.
        look: Look,
        /// One end.
        from: Point,
        /// The other.
        to: Point,
    },
    /// A filled field between two corners.
    Field {
        /// The upper left corner.
        from: Point,
        /// The lower right one.
        to: Point,
    },
    /// A circle.
    Circle {
        /// What it stands for.
        look: Look,
        /// Its middle.
        centre: Point,
        /// From there to the line around it.
        radius: i32,
    },
    /// Straight lines around an area.
    Polygon {
        /// What it stands for.
        look: Look,
        /// In their order around it.
        corners: Vec<Point>,
        /// Shown when it is pointed at.
        name: Option<String>,
    },
    /// A line that leaves and arrives level.
    Curve {
        /// The left end.
        from: Point,
        /// The right one.
        to: Point,
    },
    /// Words on a line.
    Words {
        /// What they are.
        look: Look,
        /// Where they are held, at their foot.
        at: Point,
        /// At which end they are held.
        align: Align,
        /// What they say.
        words: String,
    },
}

/// What a shape stands for, from which its stroke and filling follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// A line to measure by.
    Rule,
    /// What a quote can stand for.
    Bar,
    /// An end of it.
    Cap,
    /// The head of an arrow: no end.
    Tip,
    /// The number as printed.
    Point,
    /// The same, worked out.
    Hollow,
    /// A source.
    Root,
    /// A name.
    Name,
    /// A number of a scale.
    Scale,
}

/// At which end words are held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Where they begin.
    Start,
    /// In their middle.
    Middle,
    /// Where they end.
    End,
}

/// How much room there is for a drawing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// The width of a page.
    Page,
    /// The width of a telephone.
    Phone,
}

/// Bars of a number line, so that it takes about a third of a page; more are drawn below on a line of their own, with the
/// same scale.
const MOST_BARS: usize = 10;

/// Every drawing of a figure, in the order in which they are printed.
pub fn drawings(report: &Report, figure: &FigureEntry, room: Room) -> Vec<Drawing> {
    let number_lines = figure.plot.iter().flat_map(|plot| {
        let parts = parts(&plot.bars);
        let many = parts.len();
        let numbered = (1..=many).zip(parts);
        numbered.map(move |part| number_line::draw(report, figure, plot, part, many, room))
    });
    let timeline = figure.timeline.as_ref();
    let timeline = timeline.map(|line| timeline::draw(report, figure, line, room));
    number_lines.chain(timeline).collect()
}

/// Bars in parts of about one length, none longer than is drawn on one line.
fn parts(bars: &[Bar]) -> Vec<&[Bar]> {
    let parts = bars.len().div_ceil(MOST_BARS).max(1);
    bars.chunks(bars.len().div_ceil(parts).max(1)).collect()
}

/// Where the reports have the figure from; nothing where a list of the sources says it all.
pub fn sources(report: &Report, figure: &FigureEntry) -> Option<Drawing> {
    lineage::draw(report, figure)
}

/// Width of a drawing on a page, and on a telephone.
const WIDTH: i32 = 720;
const NARROW: i32 = 340;

/// Width of a letter of the usual sort.
const LETTER: i32 = 7;

/// Longest name that fits beside a drawing, in characters.
const LONGEST_NAME: usize = 24;

/// Whose quote it is, with its number, in so many characters: "[3] Harbour Wire".
fn numbered(report: &Report, index: usize, most: usize) -> String {
    let Some(quote) = report.quotes.get(index) else {
        return String::new();
    };
    let number = quote.number();
    let article = report.article_of(quote);
    let room = most.saturating_sub(number.chars().count() + 1);
    let label = article.map(|it| cut(&it.label, room)).unwrap_or_default();
    format!("{number} {label}")
}

/// How a scale is read that is not the usual one.
const fn scale(by_ratio: bool) -> &'static str {
    if by_ratio {
        " Logarithmic scale: equal distances are equal ratios."
    } else {
        ""
    }
}

/// About as wide as words are in a drawing; no letter is measured here.
fn width_of(words: &str) -> i32 {
    LETTER * length(words.chars().count())
}

/// Words under an axis, those left out that would run into one another.
fn under_axis(words: impl Iterator<Item = (i32, String)>, y: i32) -> Vec<Shape> {
    const APART: i32 = 6;
    let mut taken = i32::MIN;
    let mut shapes = Vec::new();
    for (x, words) in words {
        let half = width_of(&words) / 2;
        if x - half < taken {
            continue;
        }
        taken = x + half + APART;
        shapes.push(Shape::Words {
            look: Look::Scale,
            at: (x, y),
            align: Align::Middle,
            words,
        });
    }
    shapes
}

/// A count as a length.
fn length(count: usize) -> i32 {
    i32::try_from(count).unwrap_or(i32::MAX / 64).min(1 << 20)
}

/// A diamond around a place.
fn diamond((x, y): Point, look: Look, name: Option<String>) -> Shape {
    Shape::Polygon {
        look,
        corners: vec![(x - 5, y), (x, y - 5), (x + 5, y), (x, y + 5)],
        name,
    }
}

/// Whether the number as printed is drawn: at the end of a bound the cap says all. The ends of a narrow interval are
/// drawn at one place with the number itself.
fn is_seen(at: u16, low: BarEnd, high: BarEnd) -> bool {
    const NARROW: u16 = 8;
    high.at.abs_diff(low.at) <= NARROW || ![low.at, high.at].contains(&at)
}

/// How an interval ends: a stroke is an end that is included, a ring one that is left out, an arrow none.
/// `along` is the way out of the interval, one step; `cap` is half the length of the stroke.
fn end(end: BarEnd, (x, y): Point, (dx, dy): Point, cap: i32) -> Shape {
    match end.kind {
        EndKind::Closed => Shape::Line {
            look: Look::Cap,
            from: (x - dy.abs() * cap, y - dx.abs() * cap),
            to: (x + dy.abs() * cap, y + dx.abs() * cap),
        },
        EndKind::Open => Shape::Circle {
            look: Look::Cap,
            centre: (x, y),
            radius: cap - 2,
        },
        EndKind::Unbounded => {
            let side = 6;
            Shape::Polygon {
                look: Look::Tip,
                corners: vec![
                    (x + 8 * dx, y + 8 * dy),
                    (x - 2 * dx - side * dy, y - 2 * dy - side * dx),
                    (x - 2 * dx + side * dy, y - 2 * dy + side * dx),
                ],
                name: None,
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::names::inked;
    use super::*;

    #[test]
    fn an_end_shows_whether_its_number_is_included() {
        let at = |kind| end(BarEnd { at: 0, kind }, (100, 20), (1, 0), 6);
        assert_eq!(
            at(EndKind::Closed),
            Shape::Line {
                look: Look::Cap,
                from: (100, 14),
                to: (100, 26)
            }
        );
        assert!(matches!(at(EndKind::Open), Shape::Circle { radius: 4, .. }));
        let Shape::Polygon { corners, .. } = at(EndKind::Unbounded) else {
            panic!("an arrow");
        };
        assert_eq!(corners.first(), Some(&(108, 20)), "it points outwards");
    }

    #[test]
    fn a_long_name_is_cut_between_letters() {
        assert_eq!(short("Harbour Wire"), "Harbour Wire");
        assert_eq!(
            short("Goats on the bridge: what is known, part 12"),
            "Goats on the br…part 12"
        );
        assert_eq!(
            short("Goats on the bridge, agency says"),
            "Goats on the br…says"
        );
        assert_eq!(
            short("Goats at large on 1,250 farms, 112 hurt"),
            "Goats at large…112 hurt"
        );
        assert_eq!(short(&"ע".repeat(40)).chars().count(), LONGEST_NAME);
        let wide = short(&"W".repeat(60));
        assert!(inked(&wide) <= LETTER * length(LONGEST_NAME), "{wide}");
        assert!(wide.starts_with("WWW") && wide.contains('…'), "{wide}");
        for most in 0..12 {
            assert!(cut("Goats at sea, 1,250", most).chars().count() <= most.max(1));
        }
    }

    #[test]
    fn two_quotes_of_one_report_are_told_apart() {
        let report = crate::export::sample::report();
        assert_eq!(numbered(&report, 0, 28), "[1] Harbour Wire");
        assert_eq!(numbered(&report, 1, 28), "[2] Harbour Wire");
        assert_eq!(numbered(&report, 0, 12), "[1] Harbo…re");
    }

    #[test]
    fn a_long_number_line_is_parted_evenly() {
        let end = BarEnd {
            at: 0,
            kind: EndKind::Closed,
        };
        let bar = Bar {
            quote: 0,
            low: end,
            high: end,
            point: None,
        };
        let of = |count| {
            let bars = vec![bar.clone(); count];
            parts(&bars).iter().map(|it| it.len()).collect::<Vec<_>>()
        };
        assert_eq!(of(2), [2]);
        assert_eq!(of(MOST_BARS), [MOST_BARS]);
        assert_eq!(of(30), [10, 10, 10]);
        assert_eq!(of(31), [8, 8, 8, 7]);
    }
}
