//! The timeline of a figure: for each quote a whisker over what it can stand for, at the day it held. A full diamond is
//! a day that the article states, a hollow one a day worked out from the article's date.

use super::place::{LINE, Place, rule};
use super::{
    Align, Drawing, Look, NARROW, Point, Room, Shape, WIDTH, diamond, end, length, scale, short,
    under_axis,
};
use crate::export::{EndKind, FigureEntry, Report, TimePoint, Timeline};

/// Where things stand.
struct Layout {
    width: i32,
    /// Where the days begin, and how long they are drawn.
    left: i32,
    length: i32,
}

const PAGE: Layout = Layout {
    width: WIDTH,
    left: 96,
    length: 480,
};
const PHONE: Layout = Layout {
    width: NARROW,
    left: 66,
    length: 210,
};

/// The field of the drawing.
const TOP: i32 = 14;
const HEIGHT: i32 = 150;
const BOTTOM: i32 = TOP + HEIGHT;
/// Points of the same day stand beside one another, this far apart.
const BESIDE: i32 = 11;
/// Half the width of a point.
const HALF: i32 = 7;

pub(super) fn draw(
    report: &Report,
    figure: &FigureEntry,
    timeline: &Timeline,
    room: Room,
) -> Drawing {
    let layout = match room {
        Room::Page => PAGE,
        Room::Phone => PHONE,
    };
    let labels = labels(report, timeline, &layout);
    let all = labels.len();
    let labels: Vec<Label> = labels.into_iter().flatten().collect();
    let words: Vec<Place> = labels.iter().map(Label::place).collect();
    let mut shapes = Vec::new();
    for tick in &timeline.ticks {
        let (from, to) = (layout.left - 8, layout.left + layout.length + 20);
        shapes.extend(rule((from, y(tick.at)), (to, y(tick.at)), &words));
        shapes.push(Shape::Words {
            look: Look::Scale,
            at: (layout.left - 14, y(tick.at) + 4),
            align: Align::End,
            words: tick.label.clone(),
        });
    }
    shapes.extend(timeline.days.iter().map(|day| Shape::Line {
        look: Look::Rule,
        from: (layout.x(day.at), BOTTOM),
        to: (layout.x(day.at), BOTTOM + 5),
    }));
    let days = timeline.days.iter();
    shapes.extend(under_axis(
        days.map(|day| (layout.x(day.at), day.label.clone())),
        BOTTOM + 19,
    ));
    for (at, point) in timeline.points.iter().enumerate() {
        self::point(report, point, layout.of_point(timeline, at), &mut shapes);
    }
    let unnamed = if labels.len() < all {
        " Figures whose names would meet others are not named here."
    } else {
        ""
    };
    let is_range = |point: &TimePoint| printed(point).is_none();
    let ranges = if timeline.points.iter().any(is_range) {
        " A line without a diamond is a range or a bound."
    } else {
        ""
    };
    shapes.extend(labels.into_iter().map(Label::shape));
    let undated = match timeline.undated {
        0 => String::new(),
        undated => format!(" Not dated, and so not drawn: {undated}."),
    };
    Drawing {
        size: (layout.width, BOTTOM + 26),
        description: format!(
            "Timeline: what “{}” stood at, by the day each report is about",
            figure.title
        ),
        caption: format!(
            "By the day each report is about. Full diamonds: a day the report states; hollow ones: worked out from its date.{ranges}{}{unnamed}{undated}",
            scale(timeline.by_ratio)
        ),
        shapes,
    }
}

impl Layout {
    fn x(&self, at: u16) -> i32 {
        self.left + i32::from(at) * self.length / 1000
    }

    /// Where a point stands: beside the first one of its day.
    fn of_point(&self, timeline: &Timeline, at: usize) -> i32 {
        let Some(point) = timeline.points.get(at) else {
            return self.left;
        };
        let earlier = timeline.points.iter().take(at);
        let beside = earlier.filter(|other| other.day == point.day).count();
        self.x(point.day) + BESIDE * length(beside)
    }
}

/// Numbers grow upwards.
fn y(at: u16) -> i32 {
    BOTTOM - i32::from(at) * HEIGHT / 1000
}

/// Words beside the points of a day that stand at one height.
struct Label {
    day: u16,
    /// The outermost of its points.
    first: i32,
    last: i32,
    at: Point,
    align: Align,
    said: Vec<String>,
}

impl Label {
    fn words(&self) -> String {
        let told: Vec<&str> = self.said.iter().take(2).map(String::as_str).collect();
        let more = match self.said.len() {
            0..=2 => String::new(),
            many => format!(" and {} more", many - 2),
        };
        told.join(" / ") + &more
    }

    fn place(&self) -> Place {
        Place::of_words(&self.words(), self.at, self.align)
    }

    fn shape(self) -> Shape {
        Shape::Words {
            look: Look::Scale,
            at: self.at,
            align: self.align,
            words: self.words(),
        }
    }
}

/// The names of the points; nothing for one that has no place of its own.
fn labels(report: &Report, timeline: &Timeline, layout: &Layout) -> Vec<Option<Label>> {
    let mut labels: Vec<Label> = Vec::new();
    for (at, point) in timeline.points.iter().enumerate() {
        let Some(quote) = report.quotes.get(point.quote) else {
            continue;
        };
        let (x, y) = (layout.of_point(timeline, at), middle(point) + 4);
        let words = short(&quote.text);
        let mut near = labels.iter_mut();
        match near.find(|it| it.day == point.day && (it.at.1 - y).abs() < LINE) {
            Some(label) if label.said.contains(&words) => {}
            Some(label) => label.said.push(words),
            None => labels.push(Label {
                day: point.day,
                first: 0,
                last: 0,
                at: (x, y),
                align: Align::Start,
                said: vec![words],
            }),
        }
    }
    let points: Vec<(u16, Place)> = timeline
        .points
        .iter()
        .enumerate()
        .map(|(at, point)| (point.day, of_whisker(point, layout.of_point(timeline, at))))
        .collect();
    let mut taken: Vec<Place> = Vec::new();
    let settled = labels.into_iter().map(|mut label| {
        // All labels of a day stand beside its outermost points.
        let its = points.iter().filter(|(day, _)| *day == label.day);
        label.first = its.clone().map(|(_, place)| place.left).min().unwrap_or(0);
        label.last = its.map(|(_, place)| place.right).max().unwrap_or(0);
        let others: Vec<Place> = points
            .iter()
            .filter(|(day, _)| *day != label.day)
            .map(|(_, place)| *place)
            .chain(taken.iter().copied())
            .collect();
        let label = settled(label, &others, layout.width)?;
        taken.push(label.place());
        Some(label)
    });
    settled.collect()
}

/// The label where it meets no other words and no points of another day: right of its points, left of them, or a little
/// higher or lower.
fn settled(mut label: Label, others: &[Place], width: i32) -> Option<Label> {
    let y = label.at.1;
    let sides = [
        (label.last + 3, Align::Start),
        (label.first - 3, Align::End),
    ];
    let steps = [0, -LINE, LINE, -2 * LINE, 2 * LINE];
    let places = steps
        .into_iter()
        .flat_map(|step| sides.map(|(x, align)| ((x, (y + step).clamp(TOP, BOTTOM - 4)), align)));
    for (at, align) in places {
        (label.at, label.align) = (at, align);
        let place = label.place();
        let inside = place.left >= 0 && place.right <= width;
        if inside && !others.iter().any(|other| other.meets(&place)) {
            return Some(label);
        }
    }
    None
}

/// What a point takes with its whisker.
fn of_whisker(point: &TimePoint, x: i32) -> Place {
    let [low, high] = [point.low, point.high].map(|end| y(end.at));
    let middle = middle(point);
    Place {
        left: x - HALF,
        top: high.min(middle - HALF),
        right: x + HALF,
        bottom: low.max(middle + HALF),
    }
}

/// Height of the number as printed. Of a range and of a bound no number between its ends is.
fn printed(point: &TimePoint) -> Option<i32> {
    let (low, high) = (point.low.at, point.high.at);
    let within = |at: &u16| low == high || ![low, high].contains(at);
    point.point.filter(within).map(y)
}

/// Where the name of a point stands: beside its number, the number of its bound, or the middle of its range.
fn middle(point: &TimePoint) -> i32 {
    let middle = i32::midpoint(y(point.low.at), y(point.high.at));
    let bound = match (point.low.kind, point.high.kind) {
        (EndKind::Unbounded, EndKind::Unbounded) => None,
        (EndKind::Unbounded, _) => Some(y(point.high.at)),
        (_, EndKind::Unbounded) => Some(y(point.low.at)),
        _ => None,
    };
    printed(point).or(bound).unwrap_or(middle)
}

fn point(report: &Report, point: &TimePoint, x: i32, shapes: &mut Vec<Shape>) {
    let (low, high) = (y(point.low.at), y(point.high.at));
    let article = report
        .quotes
        .get(point.quote)
        .and_then(|quote| report.article_of(quote));
    let name = article.map(|article| short(&article.label));
    shapes.push(Shape::Line {
        look: Look::Bar,
        from: (x, low),
        to: (x, high),
    });
    shapes.push(end(point.low, (x, low), (0, 1), 5));
    shapes.push(end(point.high, (x, high), (0, -1), 5));
    let look = if point.inferred {
        Look::Hollow
    } else {
        Look::Point
    };
    if let Some(y) = printed(point) {
        shapes.push(diamond((x, y), look, name));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{BarEnd, Tick, sample};

    #[test]
    fn words_of_near_days_do_not_run_into_one_another() {
        let mut report = sample::report();
        for quote in &mut report.quotes {
            quote.text = "about 98,000 goats".to_owned();
        }
        let at = |day, at| {
            let end = BarEnd {
                at,
                kind: EndKind::Closed,
            };
            TimePoint {
                quote: 0,
                day,
                inferred: false,
                low: end,
                high: end,
                point: Some(at),
            }
        };
        let timeline = Timeline {
            by_ratio: false,
            days: Vec::new(),
            ticks: vec![Tick {
                at: 500,
                label: "98,000".to_owned(),
            }],
            points: vec![at(0, 500), at(60, 520), at(300, 500), at(1000, 480)],
            undated: 0,
        };
        for layout in [PAGE, PHONE] {
            let labels = labels(&report, &timeline, &layout);
            let places: Vec<Place> = labels.iter().flatten().map(Label::place).collect();
            assert!(places.len() == 4 || layout.width == NARROW && places.len() > 1);
            for (nth, place) in places.iter().enumerate() {
                assert!(place.right <= layout.width && place.left >= 0, "{place:?}");
                let mut others = places.iter().skip(nth + 1);
                assert!(others.all(|other| !other.meets(place)), "{place:?}");
            }
        }
    }

    #[test]
    fn a_range_has_no_point_that_nobody_printed() {
        let end = |at, kind| BarEnd { at, kind };
        let of = |low, high, point| TimePoint {
            quote: 0,
            day: 0,
            inferred: false,
            low,
            high,
            point,
        };
        let closed = |at| end(at, EndKind::Closed);
        assert_eq!(printed(&of(closed(100), closed(900), None)), None);
        assert_eq!(
            printed(&of(closed(100), closed(900), Some(400))),
            Some(y(400))
        );
        let bound = of(closed(300), end(1000, EndKind::Unbounded), Some(300));
        assert_eq!((printed(&bound), middle(&bound)), (None, y(300)));
    }
}
