//! The timeline of a figure: for each quote a whisker over what it can stand for, at the day it held. A full diamond is
//! a day that the article states, a hollow one a day worked out from the article's date.

use super::{Align, Drawing, Look, Shape, WIDTH, diamond, end, length, short};
use crate::export::{FigureEntry, Report, TimePoint, Timeline};

/// The field of the drawing.
const LEFT: i32 = 96;
const LENGTH: i32 = 480;
const TOP: i32 = 14;
const HEIGHT: i32 = 150;
const BOTTOM: i32 = TOP + HEIGHT;
/// Points of the same day stand beside one another, this far apart.
const BESIDE: i32 = 11;
/// Height of a line of words.
const LINE: u32 = 13;

pub(super) fn draw(report: &Report, figure: &FigureEntry, timeline: &Timeline) -> Drawing {
    let mut shapes = Vec::new();
    for tick in &timeline.ticks {
        shapes.push(Shape::Line {
            look: Look::Rule,
            from: (LEFT - 8, y(tick.at)),
            to: (LEFT + LENGTH + 20, y(tick.at)),
        });
        shapes.push(Shape::Words {
            look: Look::Scale,
            at: (LEFT - 14, y(tick.at) + 4),
            align: Align::End,
            words: tick.label.clone(),
        });
    }
    for day in &timeline.days {
        shapes.push(Shape::Line {
            look: Look::Rule,
            from: (x(day.at), BOTTOM),
            to: (x(day.at), BOTTOM + 5),
        });
        shapes.push(Shape::Words {
            look: Look::Scale,
            at: (x(day.at), BOTTOM + 19),
            align: Align::Middle,
            words: day.label.clone(),
        });
    }
    for (at, point) in timeline.points.iter().enumerate() {
        let x = x(point.day) + beside(timeline, at);
        self::point(report, point, x, &mut shapes);
    }
    shapes.extend(
        labels(report, timeline)
            .into_iter()
            .map(|label| Shape::Words {
                look: Look::Scale,
                at: (label.x, label.y + 4),
                align: Align::Start,
                words: label.words,
            }),
    );
    let undated = match timeline.undated {
        0 => String::new(),
        undated => format!(" Not dated, and so not drawn: {undated}."),
    };
    Drawing {
        size: (WIDTH, BOTTOM + 26),
        description: format!(
            "Timeline: what “{}” stood at, by the day each report is about",
            figure.title
        ),
        caption: format!(
            "By the day each report is about. Full diamonds: a day the report states; hollow ones: worked out from its date.{undated}"
        ),
        shapes,
    }
}

fn x(at: u16) -> i32 {
    LEFT + i32::from(at) * LENGTH / 1000
}

/// Numbers grow upwards.
fn y(at: u16) -> i32 {
    BOTTOM - i32::from(at) * HEIGHT / 1000
}

/// How far a point stands beside the first one of its day.
fn beside(timeline: &Timeline, at: usize) -> i32 {
    let day = timeline.points.get(at).map(|point| point.day);
    let earlier = timeline.points.iter().take(at);
    BESIDE * length(earlier.filter(|other| Some(other.day) == day).count())
}

/// Words beside the points of a day that stand at one height.
struct Label {
    day: u16,
    x: i32,
    y: i32,
    words: String,
}

fn labels(report: &Report, timeline: &Timeline) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    for (at, point) in timeline.points.iter().enumerate() {
        let Some(quote) = report.quotes.get(point.quote) else {
            continue;
        };
        let (x, y) = (x(point.day) + beside(timeline, at) + 9, middle(point));
        let words = short(&quote.text);
        let near = labels
            .iter_mut()
            .find(|it| it.day == point.day && it.y.abs_diff(y) < LINE);
        match near {
            Some(label) => {
                label.x = x;
                if !label.words.split(" / ").any(|other| other == words) {
                    label.words = format!("{} / {words}", label.words);
                }
            }
            None => labels.push(Label {
                day: point.day,
                x,
                y,
                words,
            }),
        }
    }
    // All labels of a day stand right of its last point.
    for at in 0..labels.len() {
        let day = labels.get(at).map(|label| label.day);
        let its = timeline.points.iter().enumerate();
        let last = its
            .filter(|(_, point)| Some(point.day) == day)
            .map(|(at, point)| x(point.day) + beside(timeline, at) + 9);
        if let (Some(label), Some(last)) = (labels.get_mut(at), last.max()) {
            label.x = last;
        }
    }
    labels
}

fn middle(point: &TimePoint) -> i32 {
    let middle = i32::midpoint(y(point.low.at), y(point.high.at));
    point.point.map_or(middle, y)
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
    shapes.push(diamond((x, middle(point)), look, name));
}
