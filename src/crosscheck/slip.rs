//! Known ways for a figure to go wrong that would explain why two claims conflict.

use super::Slip;
use super::comparison::Side;
use super::profile::{Form, Profile};
use crate::lexicon::Value;
use crate::quantity::{End, Interval};

/// The other figures of an article.
pub(super) type Siblings<'a> = &'a [&'a Profile];

/// A slip: its name and the test that finds it.
struct Kind {
    code: &'static str,
    test: fn(Side<'_>, Side<'_>) -> Option<String>,
}

/// Every slip, surest first.
const SLIPS: &[Kind] = &[
    Kind {
        code: "scale_word",
        test: scale_word,
    },
    Kind {
        code: "unit_factor",
        test: unit_factor,
    },
    Kind {
        code: "transposition",
        test: transposition,
    },
    Kind {
        code: "digit",
        test: digit,
    },
    Kind {
        code: "complement",
        test: complement,
    },
    Kind {
        code: "swap",
        test: swap,
    },
];

/// The slip that would explain a conflict, if one does.
pub(super) fn explain(a: Side<'_>, b: Side<'_>) -> Option<Slip> {
    // "Dozens" against "hundreds" is no slip of the pen.
    if [a, b].iter().any(|side| side.profile.form == Form::Range) {
        return None;
    }
    SLIPS.iter().find_map(|slip| {
        (slip.test)(a, b).map(|why| Slip {
            code: slip.code,
            why,
        })
    })
}

/// The smaller and the larger value in their common unit.
fn ordered<'a>(a: Side<'a>, b: Side<'a>) -> Option<(Side<'a>, Side<'a>, Value, Value)> {
    let (x, y) = (a.profile.value?, b.profile.value?);
    if x <= Value::ZERO || y <= Value::ZERO {
        return None;
    }
    Some(if x <= y { (a, b, x, y) } else { (b, a, y, x) })
}

/// Whether `times` the small figure meets the large one.
fn meets_times(small: Side<'_>, large: Side<'_>, times: Value) -> bool {
    let scaled = small.profile.common.and_then(|interval| {
        let end = |end: Option<End>| match end {
            None => Some(None),
            Some(End { value, open }) => Some(Some(End {
                value: value.times(times)?,
                open,
            })),
        };
        Some(Interval {
            low: end(interval.low)?,
            high: end(interval.high)?,
        })
    });
    let bounded = |side: Side<'_>| side.profile.form != Form::Bound;
    bounded(small)
        && bounded(large)
        && scaled
            .zip(large.profile.common)
            .is_some_and(|(a, b)| a.meets(b))
}

fn quotes(a: Side<'_>, b: Side<'_>) -> (String, String) {
    (
        format!("“{}”", a.claim.anchor.quote),
        format!("“{}”", b.claim.anchor.quote),
    )
}

fn scale_word(a: Side<'_>, b: Side<'_>) -> Option<String> {
    let (small, large, ..) = ordered(a, b)?;
    for (times, words) in [(1_000, "a thousand"), (1_000_000, "a million")] {
        if meets_times(small, large, Value::whole(times)) {
            let (small, large) = quotes(small, large);
            return Some(format!(
                "{large} is {words} times {small}: a scale word such as million for billion may be wrong."
            ));
        }
    }
    None
}

fn unit_factor(a: Side<'_>, b: Side<'_>) -> Option<String> {
    let (one, other) = (
        a.claim.reading.quantity.unit.as_ref()?,
        b.claim.reading.quantity.unit.as_ref()?,
    );
    let same_number = a.claim.reading.quantity.value()? == b.claim.reading.quantity.value()?;
    (one != other && same_number).then(|| {
        let (a, b) = quotes(a, b);
        format!("{a} and {b} have the same number with different units: one unit may be wrong.")
    })
}

/// The digits that say something, and how many zeros follow.
fn digits(value: Value) -> Option<String> {
    let digits: String = value
        .to_string()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let digits = digits.trim_matches('0').to_owned();
    (!value.to_string().contains('/') && !digits.is_empty()).then_some(digits)
}

fn digit(a: Side<'_>, b: Side<'_>) -> Option<String> {
    let (small, large, x, y) = ordered(a, b)?;
    let alike = digits(x)? == digits(y)? && digits(x)?.len() > 1;
    (alike && x.times(Value::whole(10)) == Some(y)).then(|| {
        let (small, large) = quotes(small, large);
        format!("{large} is ten times {small}: a digit may be lost or doubled.")
    })
}

fn transposition(a: Side<'_>, b: Side<'_>) -> Option<String> {
    let (_, _, x, y) = ordered(a, b)?;
    let (x, y) = (x.to_string(), y.to_string());
    if x.len() != y.len() || x.len() < 2 || x.contains('/') {
        return None;
    }
    let unlike: Vec<(usize, (u8, u8))> = x
        .bytes()
        .zip(y.bytes())
        .enumerate()
        .filter(|(_, (one, other))| one != other)
        .collect();
    match unlike.as_slice() {
        [(first, was), (second, is)] if second - first == 1 && (was.0, was.1) == (is.1, is.0) => {
            let (a, b) = quotes(a, b);
            Some(format!(
                "{a} and {b} have the same digits with two of them exchanged."
            ))
        }
        _ => None,
    }
}

fn complement(a: Side<'_>, b: Side<'_>) -> Option<String> {
    let share = |side: Side<'_>| {
        side.claim
            .reading
            .quantity
            .unit
            .as_ref()
            .is_some_and(|unit| unit.0 == "%")
    };
    let whole = Value::whole(100);
    let sum = a
        .claim
        .reading
        .quantity
        .value()?
        .plus(b.claim.reading.quantity.value()?)?;
    (share(a) && share(b) && sum == whole).then(|| {
        let (a, b) = quotes(a, b);
        format!("{a} and {b} make 100% together: one may be the share of those who did not.")
    })
}

fn swap(a: Side<'_>, b: Side<'_>) -> Option<String> {
    let crossed = |from: Side<'_>, to: Side<'_>| {
        let value = from.profile.value?;
        to.siblings
            .iter()
            .find(|other| {
                other.value == Some(value)
                    && other.id != to.claim.id
                    && other.family == to.profile.family
                    && other.class.is_some()
                    && other.class != to.profile.class
                    && other.at.abs_diff(to.profile.at) < 300
            })
            .map(|_| ())
    };
    (crossed(a, b).is_some() && crossed(b, a).is_some()).then(|| {
        let (a, b) = quotes(a, b);
        format!("each article has the other's number for another figure near by: {a} and {b} may be exchanged.")
    })
}
