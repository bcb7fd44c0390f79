//! A number as written, with how finely it was written.

use serde::{Deserialize, Serialize};

use super::Value;

/// How finely a number was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Precision {
    /// No rounding: an exact ratio such as "half".
    Exact,
    /// Written down to the place of value `10^n`: "3.4 million" to `Place(5)`, "98,417" to `Place(0)`.
    /// Trailing zeros of a whole number count as written; whether they are believed is a house rule.
    Place(i8),
    /// The same with zeros behind its decimal sign, which nobody writes without believing them: "28.0" to
    /// `Zeros(-1)`, "28.0 million" to `Zeros(5)`.
    Zeros(i8),
}

impl Precision {
    /// The precision of the number times `10^power`; `None` beyond all places.
    pub(super) fn shifted(self, power: i8) -> Option<Self> {
        Some(match self {
            Self::Exact => Self::Exact,
            Self::Place(place) => Self::Place(place.checked_add(power)?),
            Self::Zeros(place) => Self::Zeros(place.checked_add(power)?),
        })
    }
}

/// A number as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numeral {
    /// Its exact value, scale word included: 3400000 for "3.4 million".
    pub value: Value,
    /// The finest place written.
    pub precision: Precision,
}

impl Numeral {
    /// A whole number written out in full.
    pub const fn whole(number: i128) -> Self {
        Self {
            value: Value::whole(number),
            precision: Precision::Place(0),
        }
    }
}
