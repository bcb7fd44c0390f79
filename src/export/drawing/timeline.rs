//! The timeline of a figure: for each quote a whisker over what it can stand for, at the day it held. A full diamond is
//! a day that the article states, a hollow one a day worked out from the article's date.

use super::place::{LINE, Place, rule};
use super::{
    Align, Drawing, Look, NARROW, Point, Room, Shape, WIDTH, diamond, end, is_seen, length,
    numbered, scale, short, under_axis,
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
/// Characters of the name of a point, which is shown when it is pointed at.
const NAME: usize = 60;
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
        " Marks whose numbers would meet others have none here."
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
            "By the day each report is about. Full diamonds: a day the report states; hollow ones: worked out from its date. In brackets: the numbers of the quotes.{ranges}{}{unnamed}{undated}",
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
    /// What the quotes say, each with the numbers of those that say so.
    said: Vec<(String, Vec<u32>)>,
    /// Whether there is room for their numbers only.
    brief: bool,
}

/// What is told in words at one place.
const TOLD: usize = 2;

impl Label {
    /// "98,000 [1, 4] / 98,417 [3]"; of more than two, and where there is no room, the numbers alone.
    fn words(&self) -> String {
        let told = if self.brief { 0 } else { TOLD };
        let (told, rest) = self.said.split_at(told.min(self.said.len()));
        let told = told
            .iter()
            .map(|(words, numbers)| format!("{words} {}", in_brackets(numbers.iter().copied())));
        let rest: Vec<u32> = rest
            .iter()
            .flat_map(|(_, numbers)| numbers)
            .copied()
            .collect();
        let rest = (!rest.is_empty()).then(|| in_brackets(rest.into_iter()));
        told.chain(rest).collect::<Vec<_>>().join(" / ")
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

/// "[1, 4]"; of many the first.
fn in_brackets(numbers: impl ExactSizeIterator<Item = u32>) -> String {
    const MOST: usize = 4;
    let more = if numbers.len() > MOST { ", …" } else { "" };
    let numbers: Vec<String> = numbers.take(MOST).map(|it| it.to_string()).collect();
    format!("[{}{more}]", numbers.join(", "))
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
            Some(label) => match label.said.iter_mut().find(|(said, _)| *said == words) {
                Some((_, numbers)) => numbers.push(quote.id),
                None => label.said.push((words, vec![quote.id])),
            },
            None => labels.push(Label {
                day: point.day,
                first: 0,
                last: 0,
                at: (x, y),
                align: Align::Start,
                said: vec![(words, vec![quote.id])],
                brief: false,
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
/// higher or lower; in numbers alone where there is no room for its words.
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
    let places: Vec<(Point, Align)> = places.collect();
    let both = [false, true].map(|brief| places.iter().map(move |place| (brief, *place)));
    for (brief, (at, align)) in both.into_iter().flatten() {
        (label.brief, label.at, label.align) = (brief, at, align);
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
    let seen = point.point.filter(|at| is_seen(*at, point.low, point.high));
    seen.map(y)
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
    let name = numbered(report, point.quote, NAME);
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
        shapes.push(diamond((x, y), look, Some(name)));
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
    fn a_label_names_the_quotes_it_stands_for() {
        let mut label = Label {
            day: 0,
            first: 0,
            last: 0,
            at: (0, 0),
            align: Align::Start,
            said: vec![("40 goats".to_owned(), vec![3, 7])],
            brief: false,
        };
        assert_eq!(label.words(), "40 goats [3, 7]");
        label.said.push(("41".to_owned(), vec![8]));
        label.said.push(("42".to_owned(), vec![9, 11]));
        assert_eq!(label.words(), "40 goats [3, 7] / 41 [8] / [9, 11]");
        label.brief = true;
        assert_eq!(label.words(), "[3, 7, 8, 9, …]");
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
        let exact = of(closed(100), closed(101), Some(100));
        assert_eq!(printed(&exact), Some(y(100)), "an interval of no height");
        let bound = of(closed(300), end(1000, EndKind::Unbounded), Some(300));
        assert_eq!((printed(&bound), middle(&bound)), (None, y(300)));
    }
}
