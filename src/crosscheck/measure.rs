//! What a quantity measures, and its interval in a unit that all of its family share.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::words::Sym;
use crate::lexicon::units::{coherent, convert, convert_difference, dimension, units};
use crate::lexicon::{UnitCode, Value};
use crate::quantity::{End, Interval, Kind, Quantity, Sense};

/// What is measured: figures of two families are never one.
pub(super) type Family = Sym;

/// Of each dimension the unit in which its figures are compared: the first of the table that converts.
static BASES: LazyLock<FxHashMap<String, UnitCode>> = LazyLock::new(|| {
    let mut bases = FxHashMap::default();
    for unit in units().iter() {
        let code = unit.code.clone();
        bases.entry(unit.dimension.to_string()).or_insert(code);
    }
    bases
});

/// The family of a quantity and the unit its figures are compared in; no unit for things counted.
pub(super) fn family(quantity: &Quantity, kind: Kind) -> (Family, Option<&'static UnitCode>) {
    let named = |name: &str| (Sym::of(name), None);
    match (kind, quantity.unit.as_ref()) {
        (Kind::Rank, _) => named("rank"),
        (Kind::Age, _) => named("age"),
        (_, None) => named("count"),
        (_, Some(unit)) if unit.counts() => named("count"),
        (_, Some(unit)) => match dimension(unit) {
            Some(dimension) => {
                let name = dimension.to_string();
                (Sym::of(&name), BASES.get(&name))
            }
            None => named(&unit.0),
        },
    }
}

/// An interval of `unit` as all of its family are compared: in `base`, or for a rate in the base units of its parts.
pub(super) fn common(
    interval: Interval,
    unit: Option<&UnitCode>,
    base: Option<&UnitCode>,
    sense: Sense,
) -> Option<Interval> {
    match (unit, base) {
        (Some(unit), None) if is_rate(unit) => {
            converted(size_of_fall(interval, sense), |value| coherent(value, unit))
        }
        _ => in_base(interval, unit, base, sense),
    }
}

/// Whether a unit is a quotient of units that converts: so much a month.
pub(super) fn is_rate(unit: &UnitCode) -> bool {
    coherent(Value::ONE, unit).is_some()
}

/// An interval with its ends converted.
fn converted(interval: Interval, convert: impl Fn(Value) -> Option<Value>) -> Option<Interval> {
    let end = |end: Option<End>| match end {
        None => Some(None),
        Some(End { value, open }) => convert(value).map(|value| Some(End { value, open })),
    };
    Some(Interval {
        low: end(interval.low)?,
        high: end(interval.high)?,
    })
}

/// An interval of `unit` in `base`; the interval itself where there is nothing to convert.
pub(super) fn in_base(
    interval: Interval,
    unit: Option<&UnitCode>,
    base: Option<&UnitCode>,
    sense: Sense,
) -> Option<Interval> {
    let interval = size_of_fall(interval, sense);
    let (Some(unit), Some(base)) = (unit, base) else {
        return Some(interval);
    };
    converted(interval, |value| value_in(value, unit, base, sense))
}

/// A fall written with its minus has the size without it: "-1.3%" and "fell 1.3%".
fn size_of_fall(interval: Interval, sense: Sense) -> Interval {
    let (Some(low), Some(high)) = (interval.low, interval.high) else {
        return interval;
    };
    if sense != Sense::Down || high.value > Value::ZERO {
        return interval;
    }
    let turned = |end: End| {
        let value = Value::ZERO.minus(end.value)?;
        Some(End { value, ..end })
    };
    match (turned(high), turned(low)) {
        (low @ Some(_), high @ Some(_)) => Interval { low, high },
        _ => interval,
    }
}

/// A value of `unit` in `base`; changes and differences have no zero point to shift.
pub(super) fn value_in(
    value: Value,
    unit: &UnitCode,
    base: &UnitCode,
    sense: Sense,
) -> Option<Value> {
    match sense {
        Sense::Level => convert(value, unit, base),
        Sense::Up | Sense::Down | Sense::Difference => convert_difference(value, unit, base),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Amount, Numeral, Qualifier};

    #[test]
    fn miles_and_kilometres_are_one_family() {
        let of = |code: &str| Quantity {
            amount: Amount::Single {
                qualifier: Qualifier::Stated,
                number: Numeral::whole(3),
            },
            unit: Some(UnitCode(code.to_owned())),
            unit_text: None,
        };
        assert_eq!(
            family(&of("km"), Kind::Measure).0,
            family(&of("[mi_i]"), Kind::Measure).0
        );
        assert_ne!(
            family(&of("EUR"), Kind::Money).0,
            family(&of("USD"), Kind::Money).0
        );
    }
}
