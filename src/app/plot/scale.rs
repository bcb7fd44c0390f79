//! From values to places on an axis, and the numbers written beside it.

use crate::export::is_far_apart;
use crate::quantity::{End, Interval, Value};

/// A value as near as a screen can show it. For drawing alone: nothing is ever decided by it.
pub(super) fn drawn(value: Value) -> f64 {
    let written = value.to_string();
    match written.split_once('/') {
        Some((part, whole)) => {
            part.parse::<f64>().unwrap_or_default() / whole.parse::<f64>().unwrap_or(1.0)
        }
        None => written.parse().unwrap_or_default(),
    }
}

/// How an axis is divided.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Division {
    /// By the values, as in a report: logarithmic where they are far apart.
    #[default]
    Automatic,
    /// Equal steps, equal distances.
    Linear,
    /// Equal ratios, equal distances; only for values above zero.
    Logarithmic,
}

/// An axis from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    low: f64,
    high: f64,
    log: bool,
    /// Whether every number shown is a whole one: then no tick stands between two of them.
    whole: bool,
}

/// A number beside an axis.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tick {
    /// From 0 to 1.
    pub at: f64,
    /// As written: "95k".
    pub label: String,
}

impl Axis {
    /// An axis on which every end of `intervals` and each of `values` can be seen, with room for the arrows of those
    /// that have no end.
    pub(super) fn of(intervals: &[Interval], values: &[Value], division: Division) -> Self {
        let ends = intervals
            .iter()
            .flat_map(|interval| [interval.low, interval.high])
            .flatten();
        let all: Vec<Value> = ends
            .map(|End { value, .. }| value)
            .chain(values.iter().copied())
            .collect();
        let whole = all.iter().all(|value| value.is_whole());
        let far_apart = all
            .iter()
            .min()
            .zip(all.iter().max())
            .is_some_and(|(least, most)| is_far_apart(*least, *most));
        let all: Vec<f64> = all.into_iter().map(drawn).collect();
        let least = all.iter().copied().fold(f64::INFINITY, f64::min);
        let most = all.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        if !(least.is_finite() && most.is_finite()) {
            return Self {
                low: 0.0,
                high: 1.0,
                log: false,
                whole,
            };
        }
        let log = least > 0.0
            && match division {
                Division::Automatic => far_apart,
                Division::Linear => false,
                Division::Logarithmic => true,
            };
        let (low, high) = if log {
            (least.log10(), most.log10())
        } else {
            (least, most)
        };
        let spread = if high > low {
            high - low
        } else if log {
            0.3
        } else {
            (low.abs() * 0.1).max(1.0)
        };
        let alone = low >= high;
        let room = |open: bool| match (alone, open) {
            // One number alone stands in the middle, with its neighbours in sight.
            (true, _) => 1.0,
            (false, true) => 0.16,
            (false, false) => 0.07,
        };
        let below = room(intervals.iter().any(|interval| interval.low.is_none()));
        let above = room(intervals.iter().any(|interval| interval.high.is_none()));
        let mut from = low - spread * below;
        if !log && low >= 0.0 && from < 0.0 {
            // No room for less than nothing where nothing is below it.
            from = 0.0 - spread * if below > 0.1 { 0.04 } else { 0.0 };
        }
        Self {
            low: from,
            high: high + spread * above,
            log,
            whole,
        }
    }

    /// Whether equal distances are equal ratios.
    pub(super) fn is_log(&self) -> bool {
        self.log
    }

    /// Where a value stands, 0 to 1 for those in sight.
    pub(super) fn at(&self, value: Value) -> f64 {
        self.place(drawn(value))
    }

    fn place(&self, value: f64) -> f64 {
        let value = if self.log {
            value.max(f64::MIN_POSITIVE).log10()
        } else {
            value
        };
        (value - self.low) / (self.high - self.low)
    }

    /// At most `most` round numbers with their places.
    pub(super) fn ticks(&self, most: usize) -> Vec<Tick> {
        let most = most.max(2);
        let least = if self.whole { 1.0 } else { 0.0 };
        let numbers = if self.log && self.high - self.low > 1.0 {
            self.log_numbers(most)
        } else if self.log {
            linear_numbers(10_f64.powf(self.low), 10_f64.powf(self.high), most, least)
        } else {
            linear_numbers(self.low, self.high, most, least)
        };
        let step = numbers
            .windows(2)
            .map(|pair| pair[1] - pair[0])
            .fold(f64::INFINITY, f64::min);
        numbers
            .into_iter()
            .map(|number| {
                let fineness = if self.log { number.abs() } else { step };
                Tick {
                    at: self.place(number),
                    label: written(number, fineness),
                }
            })
            .collect()
    }

    fn log_numbers(&self, most: usize) -> Vec<f64> {
        let decades = (self.low.ceil() as i32)..=(self.high.floor() as i32);
        let count = decades.clone().count();
        let within = |number: &f64| (self.low..=self.high).contains(&number.log10());
        let leading: &[f64] = if count * 3 <= most {
            &[1.0, 2.0, 5.0]
        } else {
            &[1.0]
        };
        let skip = count.div_ceil(most).max(1);
        ((decades.start() - 1)..=*decades.end())
            .filter(|decade| decade.rem_euclid(i32::try_from(skip).unwrap_or(1)) == 0)
            .flat_map(|decade| leading.iter().map(move |digit| digit * 10_f64.powi(decade)))
            .filter(within)
            .collect()
    }
}

/// Multiples of a round step that is not below `least`.
fn linear_numbers(low: f64, high: f64, most: usize, least: f64) -> Vec<f64> {
    let rough = ((high - low) / most as f64).max(least);
    if rough <= 0.0 || !rough.is_finite() {
        return vec![low];
    }
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0]
        .iter()
        .map(|digit| digit * power)
        .find(|step| *step >= rough)
        .unwrap_or(power * 10.0);
    let first = (low / step - 1e-9).ceil() as i64;
    let last = (high / step + 1e-9).floor() as i64;
    (first..=last)
        .take(most + 2)
        .map(|times| times as f64 * step)
        .collect()
}

/// A round number as short as it can be read: "95k", "1.5M", "12,400", "0.25"; `step` is the distance to the next.
fn written(number: f64, step: f64) -> String {
    for (unit, sign) in [(1e12, "tn"), (1e9, "bn"), (1e6, "M"), (1e3, "k")] {
        let tenth = step / unit * 10.0;
        let fits = (tenth - tenth.round()).abs() < 1e-6 && tenth >= 0.999;
        if number.abs() >= unit && number.abs() >= 1e4 && fits {
            let whole = (step / unit - (step / unit).round()).abs() < 1e-6;
            return signed(&format!("{:.*}{sign}", usize::from(!whole), number / unit));
        }
    }
    let places = (-(step.max(1e-9).log10() + 1e-9).floor()).clamp(0.0, 9.0) as usize;
    let plain = format!("{number:.places$}");
    let (whole, fraction) = plain
        .split_once('.')
        .map_or((plain.as_str(), None), |(whole, part)| (whole, Some(part)));
    let digits = whole.trim_start_matches('-');
    let grouped: String = digits
        .char_indices()
        .flat_map(|(at, digit)| {
            let comma = at > 0 && (digits.len() - at).is_multiple_of(3);
            comma.then_some(',').into_iter().chain([digit])
        })
        .collect();
    let minus = if whole.starts_with('-') && number < 0.0 {
        "-"
    } else {
        ""
    };
    signed(&fraction.map_or_else(
        || format!("{minus}{grouped}"),
        |part| format!("{minus}{grouped}.{part}"),
    ))
}

fn signed(number: &str) -> String {
    number.replacen('-', "−", 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(low: i128, high: i128, division: Division) -> Vec<String> {
        let interval = Interval::closed(Value::whole(low), Value::whole(high));
        Axis::of(&[interval], &[], division)
            .ticks(5)
            .into_iter()
            .map(|tick| tick.label)
            .collect()
    }

    #[test]
    fn numbers_on_axes_are_round_and_short() {
        assert_eq!(
            labels(95_000, 105_000, Division::Automatic),
            ["95k", "100k", "105k"]
        );
        assert_eq!(
            labels(98_400, 98_430, Division::Automatic),
            ["98,400", "98,410", "98,420", "98,430"]
        );
        assert_eq!(labels(0, 10, Division::Automatic), ["0", "5", "10"]);
        assert_eq!(
            labels(2_400_000, 3_600_000, Division::Automatic),
            ["2.5M", "3.0M", "3.5M"]
        );
        assert_eq!(
            labels(-4, 4, Division::Automatic),
            ["−4", "−2", "0", "2", "4"]
        );
        assert_eq!(
            labels(11, 11, Division::Automatic),
            ["10", "11", "12"],
            "nobody counts half a person"
        );
    }

    #[test]
    fn values_far_apart_are_divided_by_ratio() {
        assert_eq!(
            labels(11, 100_000, Division::Automatic),
            ["10", "100", "1,000", "10k", "100k"]
        );
        assert_eq!(
            labels(0, 100_000, Division::Logarithmic)[0],
            "0",
            "nought has no logarithm"
        );
    }

    #[test]
    fn a_third_is_drawn_where_it_is() {
        let third = Value::ratio(1, 3).expect("a third");
        assert!((drawn(third) - 1.0 / 3.0).abs() < 1e-12);
    }

    proptest::proptest! {
        #[test]
        fn ticks_ascend_within_the_axis(low in -1_000_000_i128..1_000_000, width in 0_i128..10_000_000, most in 2_usize..12) {
            let interval = Interval::closed(Value::whole(low), Value::whole(low + width));
            for division in [Division::Automatic, Division::Linear, Division::Logarithmic] {
                let ticks = Axis::of(&[interval], &[], division).ticks(most);
                proptest::prop_assert!(ticks.len() <= most + 2);
                proptest::prop_assert!(ticks.windows(2).all(|pair| pair[0].at < pair[1].at));
                proptest::prop_assert!(ticks.iter().all(|tick| (-0.001..=1.001).contains(&tick.at)));
            }
        }
    }
}
