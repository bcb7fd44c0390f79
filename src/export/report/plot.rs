//! A number line: where the intervals of a row lie, in thousandths of its width, so that no format needs to calculate.

use serde::Serialize;

use crate::lexicon::Value;
use crate::quantity::{End, Interval};

/// Width of the line.
const WIDTH: i128 = 1000;

/// A number line with a bar for each quote.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Plot {
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
                    high: axis.end(interval.high, WIDTH)?,
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
            ticks: axis.ticks()?,
            meet: match common {
                Some(common) => Some((
                    axis.end(common.low, 0)?.at,
                    axis.end(common.high, WIDTH)?.at,
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

/// From numbers to places.
pub(super) struct Axis {
    low: Value,
    high: Value,
    /// Whether the numbers shown are whole ones: then no tick stands between two of them.
    whole: bool,
}

impl Axis {
    /// From `low` to `high` with a tenth of room on both sides; about one number alone, at least its neighbours.
    pub(super) fn around(low: Value, high: Value) -> Option<Self> {
        let spread = high.minus(low)?;
        let room = if spread == Value::ZERO {
            high.magnitude().over(Value::whole(10))?.max(Value::ONE)
        } else {
            spread.over(Value::whole(10))?
        };
        let start = low.minus(room)?;
        Some(Self {
            // A line of things that cannot be negative does not begin below nothing.
            low: if low >= Value::ZERO {
                start.max(Value::ZERO)
            } else {
                start
            },
            high: high.plus(room)?,
            whole: low.is_whole() && high.is_whole(),
        })
    }

    pub(super) fn place(&self, value: Value) -> Option<u16> {
        let share = value.minus(self.low)?.over(self.high.minus(self.low)?)?;
        let at = share.times(Value::whole(WIDTH))?.floor();
        u16::try_from(at.clamp(0, WIDTH)).ok()
    }

    pub(super) fn end(&self, end: Option<End>, beyond: i128) -> Option<BarEnd> {
        Some(match end {
            Some(End { value, open }) => BarEnd {
                at: self.place(value)?,
                kind: if open { EndKind::Open } else { EndKind::Closed },
            },
            None => BarEnd {
                at: u16::try_from(beyond).ok()?,
                kind: EndKind::Unbounded,
            },
        })
    }

    /// Up to six round numbers.
    pub(super) fn ticks(&self) -> Option<Vec<Tick>> {
        let spread = self.high.minus(self.low)?;
        let steps = (-28_i8..=36).flat_map(|power| [1, 2, 5].map(|digit| (digit, power)));
        let step = steps
            .filter_map(|(digit, power)| Value::whole(digit).times(Value::power_of_ten(power)?))
            .filter(|step| !self.whole || *step >= Value::ONE)
            .find(|step| {
                step.times(Value::whole(5))
                    .is_some_and(|five| five >= spread)
            })?;
        let first = -(Value::ZERO.minus(self.low.over(step)?)?.floor());
        (first..first + 7)
            .map(|index| Value::whole(index).times(step))
            .take_while(|value| value.is_none_or(|value| value <= self.high))
            .map(|value| {
                let value = value?;
                Some(Tick {
                    at: self.place(value)?,
                    label: value.grouped(),
                })
            })
            .collect()
    }
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
