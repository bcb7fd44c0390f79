//! What a unit measures, and exact conversion between units of one dimension.

use super::{Units, units};
use crate::lexicon::{UnitCode, Value};

/// What a unit measures: "length", "speed"; each currency is its own, "EUR"; "EUR/time" for so much a year.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Dimension(pub(super) String);

impl std::fmt::Display for Dimension {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// How large a unit is: `base = (value + offset) × factor`.
pub(super) struct Scale {
    pub dimension: Dimension,
    pub factor: Value,
    pub offset: Value,
}

/// Deeper quotients than this are no units anybody writes.
const DEPTH: usize = 4;

fn scale(table: &Units, code: &str, depth: usize) -> Option<Scale> {
    if let Some(unit) = table.unit(code) {
        return Some(Scale {
            dimension: unit.dimension.clone(),
            factor: unit.factor,
            offset: unit.offset,
        });
    }
    // "{share}": so much a thing that is no unit, one by one.
    if code.starts_with('{') && code.ends_with('}') {
        return Some(Scale {
            dimension: Dimension(code.to_owned()),
            factor: Value::ONE,
            offset: Value::ZERO,
        });
    }
    let (over, under) = code.rsplit_once('/').filter(|_| depth < DEPTH)?;
    // "GBP/100": a hundredth of a pound.
    if let Ok(parts) = under.parse::<u32>() {
        let whole = scale(table, over, depth + 1)?;
        let factor = whole.factor.over(Value::whole(parts.into()))?;
        return Some(Scale { factor, ..whole });
    }
    let under = scale(table, under, depth + 1)?;
    if over.is_empty() {
        return Some(Scale {
            dimension: Dimension(format!("1/{}", under.dimension)),
            factor: Value::ONE.over(under.factor)?,
            offset: Value::ZERO,
        });
    }
    let over = scale(table, over, depth + 1)?;
    Some(Scale {
        dimension: table.quotient(&over.dimension, &under.dimension),
        factor: over.factor.over(under.factor)?,
        offset: Value::ZERO,
    })
}

/// The scale of a code that is a quotient of units of the table.
pub(super) fn quotient(table: &Units, code: &str) -> Option<Scale> {
    code.contains('/').then(|| scale(table, code, 0)).flatten()
}

/// What the unit measures; `None` for a code that is neither in the table nor a quotient of such codes.
pub fn dimension(code: &UnitCode) -> Option<Dimension> {
    scale(units(), &code.0, 0).map(|scale| scale.dimension)
}

/// `value` of the unit `from` in the unit `to`, exactly; `None` where they measure different things, are unknown,
/// or the result is too large to hold. Factors: `units.ron`, each with its source.
///
/// A temperature is taken as a level: 20 °C is 68 °F. For a change of temperature see [`convert_difference`].
pub fn convert(value: Value, from: &UnitCode, to: &UnitCode) -> Option<Value> {
    if from == to {
        return Some(value);
    }
    let (from, to) = (scale(units(), &from.0, 0)?, scale(units(), &to.0, 0)?);
    if from.dimension != to.dimension {
        return None;
    }
    value
        .plus(from.offset)?
        .times(from.factor.over(to.factor)?)?
        .minus(to.offset)
}

/// `value` of a quotient of units, such as "EUR/mo", in the base units of what it measures; `None` for a unit of the
/// table, and for what is no unit.
pub fn coherent(value: Value, unit: &UnitCode) -> Option<Value> {
    let scale = quotient(units(), &unit.0)?;
    value.times(scale.factor)
}

/// As [`convert`], for a change or difference: a rise of 10 °C is one of 18 °F.
pub fn convert_difference(value: Value, from: &UnitCode, to: &UnitCode) -> Option<Value> {
    if from == to {
        return Some(value);
    }
    let (from, to) = (scale(units(), &from.0, 0)?, scale(units(), &to.0, 0)?);
    if from.dimension != to.dimension {
        return None;
    }
    value.times(from.factor.over(to.factor)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(text: &str) -> UnitCode {
        UnitCode(text.to_owned())
    }

    fn converted(value: &str, from: &str, to: &str) -> Option<String> {
        let value = value.parse().expect("a number");
        convert(value, &code(from), &code(to)).map(|value| value.to_string())
    }

    #[test]
    fn conversion_is_exact() {
        for (value, from, to, expected) in [
            ("1", "[mi_i]", "km", "1.609344"),
            ("26.2", "[mi_i]", "km", "42.1648128"),
            ("100", "[acr_br]", "har", "40.468564224"),
            ("5", "har", "dunam", "50"),
            ("1", "[lb_av]", "kg", "0.45359237"),
            ("20", "Cel", "[degF]", "68"),
            ("-40", "[degF]", "Cel", "-40"),
            ("0", "Cel", "K", "273.15"),
            ("36", "km/h", "m/s", "10"),
            ("60", "[mi_i]/h", "km/h", "96.56064"),
            ("10", "[kn_i]", "km/h", "18.52"),
            ("2", "a", "mo", "24"),
            ("1200", "EUR/a", "EUR/mo", "100"),
            ("1", "[cft_i]", "[cin_i]", "1728"),
            ("1000000", "[bbl_us]/d", "L/d", "158987294.928"),
            ("1", "kW.h", "MJ", "3.6"),
            ("25", "bp", "pp", "0.25"),
            ("1", "GBy", "MBy", "1000"),
            ("8", "Mbit/s", "MBy/s", "1"),
            ("40", "GBP/100", "GBP", "0.4"),
            ("40", "GBP/100/kW.h", "GBP/MW.h", "400"),
            ("24", "USD/{ticket}/a", "USD/{ticket}/mo", "2"),
            ("1", "/km2", "/har", "0.01"),
            ("50", "person/km2", "person/har", "0.5"),
        ] {
            let got = converted(value, from, to);
            let expected: Value = expected.parse().expect("a number");
            assert_eq!(got, Some(expected.to_string()), "{value} {from} in {to}");
        }
    }

    #[test]
    fn different_things_never_convert() {
        for (from, to) in [
            ("%", "pp"),
            ("EUR", "USD"),
            ("km", "km2"),
            ("EUR/a", "EUR"),
            ("person", "%"),
            ("kg", "blob"),
            ("L/100km", "[mi_i]/[gal_us]"),
            ("USD/[sft_i]", "USD/a"),
        ] {
            assert_eq!(converted("1", from, to), None, "{from} in {to}");
        }
    }

    #[test]
    fn a_change_of_temperature_has_no_offset() {
        let ten = Value::whole(10);
        assert_eq!(
            convert_difference(ten, &code("Cel"), &code("[degF]")),
            Some(Value::whole(18))
        );
    }

    #[test]
    fn dimensions_of_quotients_have_their_name_or_are_spelt_out() {
        for (unit, expected) in [
            ("km/a", "speed"),
            ("EUR/a", "EUR/time"),
            ("USD/[sft_i]", "USD/area"),
            ("Mbit/s", "data rate"),
            ("person/km2", "people/area"),
            ("kg/m3", "density"),
            ("MW.h/a", "power"),
        ] {
            let name = dimension(&code(unit)).map(|dimension| dimension.to_string());
            assert_eq!(name.as_deref(), Some(expected), "{unit}");
        }
        assert_eq!(dimension(&code("a/b/c/d/e/f/g")), None);
    }
}
