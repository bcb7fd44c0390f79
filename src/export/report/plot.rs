//! A number line: where the intervals of a row lie, in thousandths of its width, so that no format needs to calculate.

use serde::Serialize;

use super::axis::{Axis, LENGTH};
use crate::lexicon::Value;
use crate::quantity::Interval;

/// A number line with a bar for each quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plot {
    /// Whether equal distances are equal ratios, not equal steps.
    pub by_ratio: bool,
    /// Marks on the axis.
    pub ticks: Vec<Tick>,
    /// Bars from top to bottom.
    pub bars: Vec<Bar>,
    /// What all of them can stand for, if there is such a number.
    pub meet: Option<(u16, u16)>,
}

/// A mark on the axis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Tick {
    /// Place, 0 to 1000.
    pub at: u16,
    /// The number there, as read.
    pub label: String,
}

/// What one quote can stand for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// Index of the quote in the report.
    pub quote: usize,
    /// Left end.
    pub low: BarEnd,
    /// Right end.
    pub high: BarEnd,
    /// The number as written, where there is one.
    pub point: Option<u16>,
}

/// An end of a bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct BarEnd {
    /// Place, 0 to 1000.
    pub at: u16,
    /// How it ends.
    pub kind: EndKind,
}

/// How a bar ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum EndKind {
    /// The number there is included.
    Closed,
    /// The number there is left out.
    Open,
    /// It goes on beyond the line.
    Unbounded,
}

/// What is drawn: a quote, what it stands for and the number as written, all in one unit.
pub(super) type Entry = (usize, Interval, Option<Value>);

impl Plot {
    /// The number line of a row; `None` where there is nothing to lay side by side or the numbers are too large to scale.
    pub(super) fn of(entries: &[Entry]) -> Option<Self> {
        if entries.len() < 2 {
            return None;
        }
        let (low, high) = extent(entries)?;
        let axis = Axis::around(low, high)?;
        let bars = entries
            .iter()
            .map(|(quote, interval, point)| {
                Some(Bar {
                    quote: *quote,
                    low: axis.end(interval.low, 0)?,
                    high: axis.end(interval.high, LENGTH)?,
                    point: match point {
                        Some(value) => Some(axis.place(*value)?),
                        None => None,
                    },
                })
            })
            .collect::<Option<Vec<Bar>>>()?;
        let common = entries.iter().try_fold(
            Interval {
                low: None,
                high: None,
            },
            |all, (_, interval, _)| all.meet(*interval),
        );
        Some(Self {
            by_ratio: axis.is_by_ratio(),
            ticks: axis.ticks()?,
            meet: match common {
                Some(common) => Some((
                    axis.end(common.low, 0)?.at,
                    axis.end(common.high, LENGTH)?.at,
                )),
                None => None,
            },
            bars,
        })
    }
}

/// The lowest and the highest number among the ends and the numbers as written.
pub(super) fn extent(entries: &[Entry]) -> Option<(Value, Value)> {
    let ends = entries.iter().flat_map(|(_, interval, point)| {
        [
            interval.low.map(|end| end.value),
            interval.high.map(|end| end.value),
            *point,
        ]
    });
    ends.flatten()
        .fold(None, |seen: Option<(Value, Value)>, value| {
            let (low, high) = seen.unwrap_or((value, value));
            Some((low.min(value), high.max(value)))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(low: i128, high: i128) -> Interval {
        Interval::closed(Value::whole(low), Value::whole(high))
    }

    #[test]
    fn bars_lie_in_order_and_the_common_part_is_marked() {
        let plot = Plot::of(&[
            (0, closed(10, 20), Some(Value::whole(15))),
            (1, closed(18, 30), None),
        ])
        .expect("a number line");
        let [first, second] = plot.bars.as_slice() else {
            panic!("two bars: {plot:?}");
        };
        assert!(first.low.at < second.low.at && second.low.at < first.high.at);
        assert_eq!(plot.meet, Some((second.low.at, first.high.at)));
        let labels: Vec<_> = plot.ticks.iter().map(|tick| tick.label.as_str()).collect();
        assert_eq!(labels, ["10", "15", "20", "25", "30"]);
    }

    #[test]
    fn a_bound_goes_on_to_the_edge_and_far_numbers_have_nothing_in_common() {
        let at_least = Interval {
            high: None,
            ..closed(11, 11)
        };
        let plot = Plot::of(&[(0, at_least, None), (1, closed(5, 5), None)]).expect("a line");
        assert_eq!(
            plot.bars.first().map(|bar| bar.high),
            Some(BarEnd {
                at: 1000,
                kind: EndKind::Unbounded
            })
        );
        assert_eq!(plot.meet, None);
    }

    #[test]
    fn one_number_alone_and_equal_numbers_are_no_trouble() {
        assert_eq!(Plot::of(&[(0, closed(1, 1), None)]), None);
        for (number, expected) in [(0, vec!["0", "1"]), (11, vec!["10", "11", "12"])] {
            let same = closed(number, number);
            let plot = Plot::of(&[(0, same, None), (1, same, None)]).expect("a line");
            let labels: Vec<_> = plot.ticks.iter().map(|tick| tick.label.as_str()).collect();
            assert_eq!(labels, expected, "nobody counts half a person");
        }
    }
}
