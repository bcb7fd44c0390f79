//! The timeline of a figure as a vector graphic: for each quote a whisker over what it can stand for, at the day it
//! held. A full diamond is a day that the article states, a hollow one a day worked out from the article's date.

use maud::{Markup, html};

use super::number_line::short;
use crate::export::{BarEnd, EndKind, FigureEntry, Report, TimePoint, Timeline};

/// The field of the drawing, in its units.
const LEFT: u32 = 96;
const LENGTH: u32 = 480;
const TOP: u32 = 14;
const HEIGHT: u32 = 150;
const WIDTH: u32 = 720;
/// Points of the same day stand beside one another, this far apart.
const BESIDE: u32 = 11;
/// Height of a line of words.
const LINE: u32 = 13;

pub(super) fn draw(report: &Report, figure: &FigureEntry, timeline: &Timeline) -> Markup {
    let bottom = TOP + HEIGHT;
    html! {
        figure {
            svg viewBox=(format!("0 0 {WIDTH} {}", bottom + 26)) role="img"
                aria-label=(format!("Timeline: what “{}” stood at, by the day each report is about", figure.title)) {
                @for tick in &timeline.ticks {
                    line.line x1=(LEFT - 8) x2=(LEFT + LENGTH + 20) y1=(y(tick.at)) y2=(y(tick.at)) {}
                    text.axis x=(LEFT - 14) y=(y(tick.at) + 4) text-anchor="end" { (tick.label) }
                }
                @for day in &timeline.days {
                    line.line x1=(x(day.at)) x2=(x(day.at)) y1=(bottom) y2=(bottom + 5) {}
                    text.axis x=(x(day.at)) y=(bottom + 19) text-anchor="middle" { (day.label) }
                }
                @for (at, point) in timeline.points.iter().enumerate() {
                    (self::point(report, point, x(point.day) + beside(timeline, at)))
                }
                @for label in labels(report, timeline) {
                    text.axis x=(label.x) y=(label.y + 4) direction="ltr" unicode-bidi="plaintext" { (label.words) }
                }
            }
            figcaption { "By the day each report is about. Full diamonds: a day the report states; hollow ones: worked out from its date." }
        }
    }
}

fn x(at: u16) -> u32 {
    LEFT + u32::from(at) * LENGTH / 1000
}

/// Numbers grow upwards.
fn y(at: u16) -> u32 {
    TOP + HEIGHT - u32::from(at) * HEIGHT / 1000
}

/// How far a point stands beside the first one of its day.
fn beside(timeline: &Timeline, at: usize) -> u32 {
    let day = timeline.points.get(at).map(|point| point.day);
    let earlier = timeline.points.iter().take(at);
    let same = earlier.filter(|other| Some(other.day) == day).count();
    BESIDE * u32::try_from(same).unwrap_or(0)
}

/// Words beside the points of a day that stand at one height.
struct Label {
    day: u16,
    x: u32,
    y: u32,
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

fn middle(point: &TimePoint) -> u32 {
    let middle = u32::midpoint(y(point.low.at), y(point.high.at));
    point.point.map_or(middle, y)
}

fn point(report: &Report, point: &TimePoint, x: u32) -> Markup {
    let (low, high) = (y(point.low.at), y(point.high.at));
    let middle = middle(point);
    let article = report
        .quotes
        .get(point.quote)
        .and_then(|quote| report.article_of(quote));
    let name = article
        .map(|article| short(&article.label))
        .unwrap_or_default();
    html! {
        line.bar x1=(x) x2=(x) y1=(low) y2=(high) {}
        (end(point.low, x, low, true))
        (end(point.high, x, high, false))
        path.point.hollow[point.inferred] d=(format!("M{} {middle}L{x} {}L{} {middle}L{x} {}Z", x - 5, middle - 5, x + 5, middle + 5)) {
            title { (name) }
        }
    }
}

fn end(end: BarEnd, x: u32, y: u32, low: bool) -> Markup {
    html! {
        @match end.kind {
            EndKind::Closed => line.cap x1=(x - 4) x2=(x + 4) y1=(y) y2=(y) {},
            EndKind::Open => circle.cap cx=(x) cy=(y) r="3" {},
            EndKind::Unbounded => {
                @let (tip, back) = if low { (y + 8, y - 2) } else { (y - 8, y + 2) };
                path.tip d=(format!("M{x} {tip}L{} {back}L{} {back}Z", x - 5, x + 5)) {}
            },
        }
    }
}
