//! How much a figure deserves checking.
//!
//! A sum of plain features, each a tenth, from 0 to 1: people harmed, people, money, shares and rates weigh most; a
//! source, a large number and a stated change add; small round counts, durations and ranks weigh little.

use rust_decimal::Decimal;

use super::{Attribution, Basis};
use crate::quantity::{Amount, Kind, Mention, Sense, Value};

/// What the sentence around the figure adds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    /// People killed, hurt, held or displaced.
    pub(super) harm: bool,
    /// "one of the", "two of".
    pub(super) partitive: bool,
    /// Somebody did something with it.
    pub(super) predicate: bool,
}

/// The worth of a figure.
pub(super) fn of(
    mention: &Mention,
    attribution: Option<&Attribution>,
    basis: Option<Basis>,
    around: Around,
) -> Decimal {
    let person = mention
        .quantity
        .unit
        .as_ref()
        .is_some_and(|unit| unit.0 == "person");
    let mut tenths: i64 = match mention.kind {
        Kind::Share | Kind::Rate | Kind::Money | Kind::Average => 6,
        Kind::Count if person => 6,
        Kind::Count | Kind::Measure | Kind::Ratio => 4,
        Kind::Age => 3,
        Kind::Duration | Kind::Rank => 2,
    };
    let size = match &mention.quantity.amount {
        Amount::Single { number, .. } => number.value.magnitude(),
        Amount::Range { high, .. } => high.value.magnitude(),
        Amount::Vague { high, .. } => *high,
    };
    if around.harm {
        tenths += 2;
    }
    if attribution.is_some() || basis == Some(Basis::Poll) {
        tenths += 1;
    }
    if size >= Value::whole(1000) {
        tenths += 1;
    }
    if mention.sense != Sense::Level {
        tenths += 1;
    }
    let small = size <= Value::whole(3) && matches!(mention.kind, Kind::Count | Kind::Duration);
    if small && !around.harm {
        tenths -= 2;
    }
    if small && around.partitive {
        tenths -= 2;
    }
    if !around.predicate && attribution.is_none() {
        tenths -= 1;
    }
    Decimal::new(tenths.clamp(0, 10), 1)
}
