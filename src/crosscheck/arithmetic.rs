//! Arithmetic on intervals of positive numbers, exact; an end that is open to infinity stays so.

use crate::lexicon::{Value, grouped};
use crate::quantity::{End, Interval};

/// Both ends changed by `change`; `None` where a result is too large to hold.
fn each(interval: Interval, change: impl Fn(Value) -> Option<Value>) -> Option<Interval> {
    let end = |end: Option<End>| match end {
        None => Some(None),
        Some(End { value, open }) => Some(Some(End {
            value: change(value)?,
            open,
        })),
    };
    Some(Interval {
        low: end(interval.low)?,
        high: end(interval.high)?,
    })
}

#[expect(clippy::option_option, reason = "no end, or too large to hold")]
fn both(
    a: Option<End>,
    b: Option<End>,
    join: impl Fn(Value, Value) -> Option<Value>,
) -> Option<Option<End>> {
    match (a, b) {
        (Some(a), Some(b)) => Some(Some(End {
            value: join(a.value, b.value)?,
            open: a.open || b.open,
        })),
        _ => Some(None),
    }
}

/// `interval × factor` for a positive factor.
pub(super) fn scaled(interval: Interval, factor: Value) -> Option<Interval> {
    (factor > Value::ZERO).then_some(())?;
    each(interval, |value| value.times(factor))
}

/// `a + b`.
pub(super) fn sum(a: Interval, b: Interval) -> Option<Interval> {
    Some(Interval {
        low: both(a.low, b.low, Value::plus)?,
        high: both(a.high, b.high, Value::plus)?,
    })
}

/// `a − b`.
pub(super) fn difference(a: Interval, b: Interval) -> Option<Interval> {
    Some(Interval {
        low: both(a.low, b.high, Value::minus)?,
        high: both(a.high, b.low, Value::minus)?,
    })
}

/// `a × b` of positive intervals; an absent lower end counts as zero.
pub(super) fn product(a: Interval, b: Interval) -> Option<Interval> {
    Some(Interval {
        low: both(a.low, b.low, Value::times)?,
        high: both(a.high, b.high, Value::times)?,
    })
}

/// `a ÷ b` of positive intervals.
pub(super) fn quotient(a: Interval, b: Interval) -> Option<Interval> {
    let positive = b.low.is_some_and(|low| low.value > Value::ZERO);
    positive.then_some(())?;
    Some(Interval {
        low: both(a.low, b.high, Value::over)?,
        high: both(a.high, b.low, Value::over)?,
    })
}

/// A number rounded to `decimals`, for reading.
pub(super) fn rounded(value: Value, decimals: u32) -> String {
    let decimal = value.decimal().map(|d| d.round_dp(decimals).normalize());
    grouped(&decimal.map_or_else(|| ratio_rounded(value, decimals), |d| d.to_string()))
}

/// The interval with its ends rounded to `decimals`, for reading. One number is "exactly" what is printed, or "about".
pub(super) fn readable(interval: Interval, decimals: u32) -> String {
    let written = |end: End| rounded(end.value, decimals);
    match (interval.low, interval.high) {
        (Some(low), Some(high)) if low.value == high.value => {
            let exact = low
                .value
                .decimal()
                .is_some_and(|d| d == d.round_dp(decimals));
            format!(
                "{} {}",
                if exact { "exactly" } else { "about" },
                written(low)
            )
        }
        // Ends that are rounded alike are told as one.
        (Some(low), Some(high)) if written(low) == written(high) => {
            format!("about {}", written(low))
        }
        (Some(low), Some(high)) => format!("{} to {}", written(low), written(high)),
        (Some(low), None) if low.open => format!("more than {}", written(low)),
        (Some(low), None) => format!("{} or more", written(low)),
        (None, Some(high)) if high.open => format!("less than {}", written(high)),
        (None, Some(high)) => format!("{} or less", written(high)),
        (None, None) => "any number".to_owned(),
    }
}

/// The same as a percentage: "17.5 to 19.4 %", "1.2 % or less".
pub(super) fn percent(interval: Interval, decimals: u32) -> String {
    let said = readable(interval, decimals);
    match said.split_once(" or ") {
        Some((number, rest)) => format!("{number} % or {rest}"),
        None => format!("{said} %"),
    }
}

/// A ratio that does not end as a decimal, rounded by whole-number division.
fn ratio_rounded(value: Value, decimals: u32) -> String {
    let text = value.to_string();
    let parts = text
        .split_once('/')
        .and_then(|(n, d)| Some((n.parse::<i128>().ok()?, d.parse::<i128>().ok()?)));
    let scale = 10_i128.pow(decimals.min(9));
    match parts.and_then(|(n, d)| Some((n.checked_mul(scale)?.checked_add(d / 2)?, d))) {
        Some((n, d)) if d > 0 => {
            rust_decimal::Decimal::try_from_i128_with_scale(n.div_euclid(d), decimals.min(9))
                .map_or(text, |decimal| decimal.normalize().to_string())
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A positive interval, either end of which may be left out or missing, and a number in it.
    fn with_a_number() -> impl Strategy<Value = (Interval, Value)> {
        let end = || prop_oneof![Just(None), any::<bool>().prop_map(Some)];
        (1_i128..5_000, 0_i128..5_000, 1_i128..9, end(), end()).prop_map(
            |(low, width, tenths, lower, upper)| {
                let number = |n: i128| Value::ratio(n, 10).unwrap_or(Value::ZERO);
                let (low, high) = (10 * low, 10 * (low + width));
                // Strictly inside wherever the two ends differ.
                let inside = number(low + (high - low) * tenths / 10);
                let end = |value: i128, open: bool| End {
                    value: number(value),
                    open: open && width > 0,
                };
                let interval = Interval {
                    low: lower.map(|open| end(low, open)),
                    high: upper.map(|open| end(high, open)),
                };
                (interval, inside)
            },
        )
    }

    /// Whether a result holds what the same arithmetic makes of two numbers inside.
    fn holds(result: Option<Interval>, number: Option<Value>) -> bool {
        match (result, number) {
            (Some(interval), Some(number)) => interval.meets(Interval::point(number)),
            _ => false,
        }
    }

    proptest! {
        #[test]
        fn what_numbers_inside_give_lies_in_the_result((a, x) in with_a_number(), (b, y) in with_a_number()) {
            prop_assert!(a.meets(Interval::point(x)), "{a:?} {x}");
            prop_assert!(holds(sum(a, b), x.plus(y)));
            prop_assert!(holds(difference(a, b), x.minus(y)));
            prop_assert!(holds(product(a, b), x.times(y)));
            prop_assert!(holds(scaled(a, y), x.times(y)));
            match quotient(a, b) {
                Some(result) => prop_assert!(holds(Some(result), x.over(y))),
                None => prop_assert!(b.low.is_none(), "only what may be zero is refused: {b:?}"),
            }
        }

        #[test]
        fn arithmetic_does_not_mind_the_order((a, _) in with_a_number(), (b, _) in with_a_number(), (c, _) in with_a_number()) {
            prop_assert_eq!(sum(a, b), sum(b, a));
            prop_assert_eq!(product(a, b), product(b, a));
            let join = |first: Option<Interval>, second| first.and_then(|first| sum(first, second));
            prop_assert_eq!(join(sum(a, b), c), join(sum(b, c), a));
        }
    }

    fn of(low: i128, high: i128) -> Interval {
        Interval::closed(Value::whole(low), Value::whole(high))
    }

    #[test]
    fn ends_are_paired_so_that_nothing_possible_is_left_out() {
        assert_eq!(sum(of(1, 2), of(10, 20)), Some(of(11, 22)));
        assert_eq!(difference(of(10, 20), of(1, 2)), Some(of(8, 19)));
        assert_eq!(product(of(2, 3), of(10, 20)), Some(of(20, 60)));
        assert_eq!(quotient(of(20, 60), of(2, 10)), Some(of(2, 30)));
        assert_eq!(
            quotient(of(1, 2), of(0, 1)),
            None,
            "nothing is divided by zero"
        );
    }

    #[test]
    fn what_is_rounded_is_not_called_exact() {
        let third = Value::ratio(100, 3).unwrap_or(Value::ZERO);
        assert_eq!(readable(Interval::point(third), 1), "about 33.3");
        let quarter = Value::ratio(1, 4).unwrap_or(Value::ZERO);
        assert_eq!(readable(Interval::point(quarter), 1), "about 0.2");
        assert_eq!(readable(Interval::point(quarter), 2), "exactly 0.25");
        let above = Interval {
            low: Some(End {
                value: third,
                open: true,
            }),
            high: None,
        };
        assert_eq!(readable(above, 0), "more than 33");
        assert_eq!(percent(above, 0), "more than 33 %");
    }

    #[test]
    fn the_sign_of_a_share_stands_behind_its_number() {
        let fifth = End {
            value: Value::whole(20),
            open: false,
        };
        let at_most = Interval {
            low: None,
            high: Some(fifth),
        };
        assert_eq!(percent(at_most, 1), "20 % or less");
    }
}
