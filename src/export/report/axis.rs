//! The axis of a drawing: from numbers to places in thousandths, by exact arithmetic, and the round numbers beside it.

use super::plot::{BarEnd, EndKind, Tick};
use crate::lexicon::Value;
use crate::quantity::End;

/// Length of an axis.
pub(super) const LENGTH: i128 = 1000;

/// Numbers of which the greatest is more than this many times the least are shown by ratio.
const FAR_APART: i128 = 30;

/// Most numbers beside an axis.
const MOST_TICKS: usize = 7;

/// Whether numbers from `least` to `most` lie so far apart that equal distances shall be equal ratios: the small ones
/// could not be told from one another else.
pub fn is_far_apart(least: Value, most: Value) -> bool {
    let ratio = || most.over(least);
    least > Value::ZERO && ratio().is_none_or(|ratio| ratio > Value::whole(FAR_APART))
}

/// From numbers to places.
pub(super) struct Axis {
    low: Value,
    high: Value,
    /// Whether the numbers shown are whole ones: then no tick stands between two of them.
    whole: bool,
    /// Where equal distances are equal ratios: the logarithms of both ends.
    ratios: Option<(i64, i64)>,
}

impl Axis {
    /// From `low` to `high` with a tenth of room on both sides; about one number alone, at least its neighbours.
    pub(super) fn around(low: Value, high: Value) -> Option<Self> {
        let whole = low.is_whole() && high.is_whole();
        if is_far_apart(low, high) {
            let (from, to) = (low.binary_logarithm()?, high.binary_logarithm()?);
            let room = (to - from) / 10;
            return Some(Self {
                low,
                high,
                whole,
                ratios: Some((from - room, to + room)),
            });
        }
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
            whole,
            ratios: None,
        })
    }

    /// Whether equal distances are equal ratios.
    pub(super) const fn is_by_ratio(&self) -> bool {
        self.ratios.is_some()
    }

    pub(super) fn place(&self, value: Value) -> Option<u16> {
        let at = if let Some((low, high)) = self.ratios {
            let log = value.binary_logarithm().unwrap_or(low);
            i128::from(log - low) * LENGTH / i128::from((high - low).max(1))
        } else {
            let share = value.minus(self.low)?.over(self.high.minus(self.low)?)?;
            share.times(Value::whole(LENGTH))?.floor()
        };
        u16::try_from(at.clamp(0, LENGTH)).ok()
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

    /// A few round numbers.
    pub(super) fn ticks(&self) -> Option<Vec<Tick>> {
        let numbers = match self.ratios {
            Some(ends) => powers(ends),
            None => self.multiples()?,
        };
        numbers
            .into_iter()
            .map(|value| {
                Some(Tick {
                    at: self.place(value)?,
                    label: short(value),
                })
            })
            .collect()
    }

    /// Up to six multiples of a round step.
    fn multiples(&self) -> Option<Vec<Value>> {
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
            .collect()
    }
}

/// Powers of ten between two logarithms, with their double and fivefold where there is room.
fn powers((low, high): (i64, i64)) -> Vec<Value> {
    let within = |value: &Value| {
        let log = value.binary_logarithm();
        log.is_some_and(|log| (low..=high).contains(&log))
    };
    let numbers = |leading: &'static [i128], skip: usize| -> Vec<Value> {
        (-28_i8..=36)
            .step_by(skip)
            .filter_map(Value::power_of_ten)
            .flat_map(|power| {
                let times = leading.iter();
                times.filter_map(move |digit| power.times(Value::whole(*digit)))
            })
            .filter(within)
            .collect()
    };
    let some = [&[1, 2, 5][..], &[1, 3], &[1]]
        .into_iter()
        .map(|leading| numbers(leading, 1))
        .find(|numbers| numbers.len() <= MOST_TICKS);
    some.unwrap_or_else(|| {
        let sparse = (2..30).map(|skip| numbers(&[1], skip));
        let mut sparse = sparse.filter(|numbers| numbers.len() <= MOST_TICKS);
        sparse.next().unwrap_or_default()
    })
}

/// A number as it stands beside an axis: in full, from a million on with the sign of its unit: "2.5M", "40bn".
fn short(value: Value) -> String {
    /// Longest form that is shorter than the number in full.
    const LONGEST: usize = 6;
    let large = [(12, "tn"), (9, "bn"), (6, "M")];
    let fits = large.into_iter().find_map(|(power, sign)| {
        let unit = Value::power_of_ten(power)?;
        let digits = value.over(unit).filter(|_| value.magnitude() >= unit)?;
        let digits = digits.grouped();
        (digits.len() <= LONGEST && !digits.contains('/')).then(|| format!("{digits}{sign}"))
    });
    fits.unwrap_or_else(|| value.grouped())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(low: i128, high: i128) -> Vec<String> {
        let axis = Axis::around(Value::whole(low), Value::whole(high)).expect("an axis");
        let ticks = axis.ticks().expect("numbers");
        ticks.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn numbers_far_apart_are_laid_out_by_ratio() {
        assert_eq!(
            labels(11, 100_000),
            ["10", "100", "1,000", "10,000", "100,000"]
        );
        assert_eq!(
            labels(100, 90_000),
            [
                "100", "300", "1,000", "3,000", "10,000", "30,000", "100,000"
            ]
        );
        let axis = Axis::around(Value::whole(10), Value::whole(1000)).expect("an axis");
        let place = |number| axis.place(Value::whole(number)).expect("a place");
        assert!(axis.is_by_ratio());
        let (ten, hundred, thousand) = (place(10), place(100), place(1000));
        assert!((hundred - ten).abs_diff(thousand - hundred) <= 1);
    }

    #[test]
    fn numbers_near_one_another_and_below_nought_are_laid_out_by_step() {
        for (low, high) in [(100, 3_000), (0, 100_000), (-5, 100_000)] {
            let axis = Axis::around(Value::whole(low), Value::whole(high)).expect("an axis");
            assert!(!axis.is_by_ratio(), "{low} to {high}");
        }
        assert_eq!(labels(2_400_000, 3_600_000), ["2.5M", "3M", "3.5M"]);
    }

    #[test]
    fn however_far_apart_there_are_no_more_numbers_than_can_be_read() {
        for power in 2..30 {
            let count = labels(1, 10_i128.pow(power)).len();
            assert!((2..=MOST_TICKS).contains(&count), "{count} to 1e{power}");
        }
    }
}
