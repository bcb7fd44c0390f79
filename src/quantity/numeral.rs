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
