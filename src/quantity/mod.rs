//! From text to quantities: numbers with their unit, qualifier and interval.
//!
//! Who says a quantity, about what and when is not known here; see [`claim`](crate::claim).

mod counted;
mod ellipsis;
mod find;
mod hedge;
mod interval;
mod line;
mod measure;
mod notation;
mod number;
mod numeral;
mod prefix;
mod rate;
mod rival;
pub mod rule;
mod sense;
mod why;
mod written;

use serde::{Deserialize, Serialize};

pub use find::find;
pub use interval::{End, HouseRules, Interval};
pub use notation::Notation;
pub use numeral::{Numeral, Precision};
pub use rival::rivals;
pub use why::{Used, Why, why};
pub use written::typed;

use crate::lexicon::UnitCode;
pub use crate::lexicon::Value;
use crate::text::Span;

/// How a number is hedged, as written; never dropped, never blurred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Qualifier {
    /// Nothing said: "541,000".
    Stated,
    /// "exactly 98,417".
    Exactly,
    /// "about", "around", "roughly", "some".
    About,
    /// "at least", "no fewer than", "or more".
    AtLeast,
    /// "more than", "over", "above".
    MoreThan,
    /// "up to", "at most", "no more than".
    AtMost,
    /// "fewer than", "under", "below".
    LessThan,
    /// "nearly", "almost", "close to".
    Nearly,
}

/// What was written as the size of a thing.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Amount {
    /// One number.
    Single {
        /// Its hedge.
        qualifier: Qualifier,
        /// The number.
        number: Numeral,
    },
    /// "between 3 and 4 million", "15–20": both ends kept.
    Range {
        /// A hedge on the whole range.
        qualifier: Qualifier,
        /// Lower end.
        low: Numeral,
        /// Upper end; never below the lower.
        high: Numeral,
    },
    /// "dozens", "several hundred": an interval by house rule, `low ≤ x < high`.
    Vague {
        /// The lexicon's entry, the key of a house rule: "dozens".
        word: String,
        /// Smallest value meant.
        low: Value,
        /// Smallest value no longer meant.
        high: Value,
    },
}

/// A size with its unit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// Number or numbers, with the hedge.
    pub amount: Amount,
    /// Unit by code: UCUM ("km"), ISO 4217 ("EUR"), "%", or a quotient of two ("EUR/a"); "person" for people
    /// counted; `None` for other things counted.
    pub unit: Option<UnitCode>,
    /// The unit, or the noun that is counted, as written: "euros a year", "Russians".
    pub unit_text: Option<String>,
}

/// What sort of figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Things counted: "11 civilians".
    Count,
    /// Part of a whole: "20%", "a third".
    Share,
    /// An amount of a currency.
    Money,
    /// A physical measure: "35 km".
    Measure,
    /// So much per so much: "350,000 euros a year".
    Rate,
    /// "an average of 12".
    Average,
    /// A length of time: "five days".
    Duration,
    /// An age: "aged 35".
    Age,
    /// A place in an order: "39th".
    Rank,
    /// A multiple or odds: "twice", "3 to 1".
    Ratio,
}

/// Whether a figure is a level or a change of one: "rose 5%" never meets "stood at 5%".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sense {
    /// How much there is.
    Level,
    /// By how much it grew.
    Up,
    /// By how much it fell.
    Down,
    /// By how much two things differ: "5 points ahead".
    Difference,
}

/// The noun phrase that a count counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// The whole phrase: "newly built schools".
    pub phrase: Span,
    /// Its head: "schools".
    pub head: Span,
}

/// A quantity found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Qualifier, number and unit or symbol as written; not the noun that is counted.
    pub span: Span,
    /// What they mean.
    pub quantity: Quantity,
    /// Sort of figure.
    pub kind: Kind,
    /// Level or change.
    pub sense: Sense,
    /// The noun counted, if any.
    pub counted: Option<Counted>,
    /// Name of the rule that found it: "between <number> and <quantity>".
    pub rule: &'static str,
}

impl Quantity {
    /// The numbers this quantity can stand for under `rules`, in its own unit.
    pub fn interval(&self, rules: &HouseRules) -> Interval {
        interval::interval_from(
            &self.amount,
            self.unit.is_none() || self.unit.as_ref().is_some_and(UnitCode::counts),
            rules,
        )
    }

    /// The value as written, where there is exactly one.
    pub fn value(&self) -> Option<Value> {
        match &self.amount {
            Amount::Single { number, .. } => Some(number.value),
            Amount::Range { .. } | Amount::Vague { .. } => None,
        }
    }
}

impl Amount {
    /// Name of the qualifier in files for other programs: of a range its hedge, where it has one.
    pub const fn qualifier_name(&self) -> &'static str {
        match self {
            Self::Range {
                qualifier: Qualifier::Stated | Qualifier::Exactly,
                ..
            } => "range",
            Self::Vague { .. } => "vague",
            Self::Single { qualifier, .. } | Self::Range { qualifier, .. } => match qualifier {
                Qualifier::Stated | Qualifier::Exactly => "exact",
                Qualifier::About => "about",
                Qualifier::AtLeast => "at_least",
                Qualifier::MoreThan => "more_than",
                Qualifier::AtMost => "at_most",
                Qualifier::LessThan => "less_than",
                Qualifier::Nearly => "nearly",
            },
        }
    }
}
