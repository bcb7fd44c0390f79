//! Intervals as they are written: in words, and as mathematicians write them.

use std::fmt;

use super::interval::{End, Interval};
use crate::lexicon::Value;

/// In words: "93,100 to 102,900", "1,000 to just under 10,000", "11 or more", "exactly 12"; "1.15 to 1.25 billion", for
/// nobody reads nine zeros.
impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let ends: Vec<Value> = [self.low, self.high]
            .into_iter()
            .flatten()
            .map(|end| end.value)
            .collect();
        let scale = SCALES.iter().find(|(size, _)| fits(&ends, *size));
        let written = |value: Value| match scale {
            Some((size, _)) => in_scale(value, *size).unwrap_or(value).grouped(),
            None => value.grouped(),
        };
        let word = scale.map_or(String::new(), |(_, word)| format!(" {word}"));
        match (self.low, self.high) {
            (Some(low), Some(high)) if low == high => {
                write!(f, "exactly {}{word}", written(low.value))
            }
            (Some(low), Some(high)) => {
                let more = if low.open { "more than " } else { "" };
                let under = if high.open { "to just under" } else { "to" };
                let (low, high) = (written(low.value), written(high.value));
                write!(f, "{more}{low} {under} {high}{word}")
            }
            (Some(low), None) if low.open => write!(f, "more than {}{word}", written(low.value)),
            (Some(low), None) => write!(f, "{}{word} or more", written(low.value)),
            (None, Some(high)) if high.open => {
                write!(f, "less than {}{word}", written(high.value))
            }
            (None, Some(high)) => write!(f, "{}{word} or less", written(high.value)),
            (None, None) => f.write_str("any number"),
        }
    }
}

/// Words for many zeros, the largest first.
const SCALES: [(i128, &str); 3] = [
    (1_000_000_000_000, "trillion"),
    (1_000_000_000, "billion"),
    (1_000_000, "million"),
];

fn in_scale(value: Value, size: i128) -> Option<Value> {
    value.times(Value::ratio(1, size)?)
}

/// Whether the ends of an interval are read more easily in so many: none is less than one, nor needs more than three
/// decimals.
fn fits(ends: &[Value], size: i128) -> bool {
    const THOUSANDTHS: i128 = 1_000;
    let reads = |value: &Value| {
        let thousandths = in_scale(*value, size)?.times(Value::whole(THOUSANDTHS))?;
        Some(value.magnitude() >= Value::whole(size) && thousandths.is_whole())
    };
    !ends.is_empty() && ends.iter().all(|end| reads(end) == Some(true))
}

/// An interval as mathematicians write it: `[93,100, 102,900]`, `[11, ∞)`. Signatures under a copy rest on it.
#[derive(Clone, Copy, Debug)]
pub struct Notation(pub Interval);

impl fmt::Display for Notation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(Interval { low, high }) = *self;
        if let (Some(low), Some(high)) = (low, high)
            && low == high
        {
            return write!(f, "exactly {}", low.value.grouped());
        }
        match low {
            Some(End { value, open }) => {
                let bracket = if open { '(' } else { '[' };
                write!(f, "{bracket}{}", value.grouped())?;
            }
            None => write!(f, "(−∞")?,
        }
        match high {
            Some(End { value, open }) => {
                write!(f, ", {}{}", value.grouped(), if open { ')' } else { ']' })
            }
            None => write!(f, ", ∞)"),
        }
    }
}
