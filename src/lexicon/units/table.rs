//! The table of units, parsed once from `units.ron`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::{Dimension, Form, When};
use crate::lexicon::{UnitCode, Value};

/// On which side of its number a symbol stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// "US$5".
    Before,
    /// "5 km".
    After,
    /// "€5" and "5€".
    Either,
}

/// A unit: what it measures and how large it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unit {
    /// UCUM, ISO 4217, or a plain word of the house where neither has a code.
    pub code: UnitCode,
    /// What it measures.
    pub dimension: Dimension,
    /// How many base units of its dimension it is.
    pub factor: Value,
    /// What is added before the factor is applied: 273.15 for degrees Celsius, zero for most.
    pub offset: Value,
    /// Whether its length depends on the calendar, so that the factor is a mean: months and years.
    pub calendar: bool,
    /// Decimals down to the minor unit, for money: 2 for the cent.
    pub decimals: Option<u8>,
    /// Whether the code is one of ISO 4217.
    pub iso: bool,
    /// How it is written behind a number: the code where that is so written, else its first symbol.
    pub symbol: Option<String>,
    /// Where the factor comes from.
    pub source: String,
}

/// Every unit of the table.
#[derive(Debug, Default)]
pub struct Units {
    all: Vec<Unit>,
    places: BTreeMap<UnitCode, usize>,
    symbols: BTreeMap<String, Vec<Form>>,
    /// Names of dimensions that are quotients, by the dimensions of their parts.
    quotients: BTreeMap<(String, String), String>,
}

/// The file as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    quotients: Vec<(String, String, String)>,
    units: Vec<UnitEntry>,
    currencies: Vec<CurrencyEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UnitEntry {
    code: String,
    /// Left out where it follows from the parts of the code.
    #[serde(default)]
    dimension: String,
    #[serde(default)]
    factor: String,
    #[serde(default)]
    offset: String,
    #[serde(default)]
    calendar: bool,
    #[serde(default)]
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
    #[serde(default)]
    either: Vec<String>,
    #[serde(default)]
    depends: Vec<Depends>,
    source: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CurrencyEntry {
    code: String,
    decimals: u8,
    #[serde(default = "yes")]
    iso: bool,
    /// When the code itself means the currency, where it is also a word.
    #[serde(default)]
    code_when: When,
    #[serde(default)]
    either: Vec<String>,
    #[serde(default)]
    depends: Vec<Depends>,
    /// Symbols of the minor unit.
    #[serde(default)]
    minor: Vec<Depends>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Depends {
    text: String,
    #[serde(default)]
    when: When,
}

const fn yes() -> bool {
    true
}

static UNITS: LazyLock<Result<Units, String>> =
    LazyLock::new(|| read(include_str!("../../../assets/lexicon/units.ron")));
static NO_UNITS: LazyLock<Units> = LazyLock::new(Units::default);

/// The table, parsed on first use.
pub fn units() -> &'static Units {
    UNITS.as_ref().unwrap_or(&NO_UNITS)
}

/// The unit of the table with this code; quotients of two units are not in it, see [`dimension`](super::dimension).
pub fn unit(code: &UnitCode) -> Option<&'static Unit> {
    units().unit(&code.0)
}

/// What a symbol can mean, likeliest first; case matters.
pub fn by_symbol(symbol: &str) -> &'static [Form] {
    units()
        .symbols
        .get(symbol)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

impl Units {
    /// Every unit, in the order of the file.
    pub fn iter(&self) -> impl Iterator<Item = &Unit> {
        self.all.iter()
    }

    /// Every symbol with what it can mean, in order.
    pub(super) fn symbols(&self) -> &BTreeMap<String, Vec<Form>> {
        &self.symbols
    }

    pub(super) fn unit(&self, code: &str) -> Option<&Unit> {
        self.places.get(code).and_then(|place| self.all.get(*place))
    }

    /// The dimension of one thing by another: "speed" for length by time, "EUR/time" where it has no name.
    pub(super) fn quotient(&self, over: &Dimension, under: &Dimension) -> Dimension {
        let name = self
            .quotients
            .get(&(over.0.clone(), under.0.clone()))
            .cloned();
        Dimension(name.unwrap_or_else(|| format!("{over}/{under}")))
    }

    fn add(&mut self, unit: Unit) -> Result<(), String> {
        let place = self.all.len();
        if self.places.insert(unit.code.clone(), place).is_some() {
            return Err(format!("unit {} is there twice", unit.code.0));
        }
        self.all.push(unit);
        Ok(())
    }

    fn add_symbol(&mut self, text: &str, form: Form) {
        self.symbols.entry(text.to_owned()).or_default().push(form);
    }
}

impl std::borrow::Borrow<str> for UnitCode {
    fn borrow(&self) -> &str {
        &self.0
    }
}

fn read(source: &str) -> Result<Units, String> {
    let file: File = ron::from_str(source).map_err(|error| format!("units.ron: {error}"))?;
    let mut table = Units::default();
    for (name, over, under) in file.quotients {
        table.quotients.insert((over, under), name);
    }
    let number = |code: &str, text: &str, absent: Value| match text {
        "" => Ok(absent),
        text => text
            .parse::<Value>()
            .map_err(|error| format!("{code}: {error}")),
    };
    for entry in file.units {
        let (dimension, factor) = if entry.dimension.is_empty() {
            let parts = super::dimension::quotient(&table, &entry.code)
                .ok_or_else(|| format!("{} is no quotient of units above it", entry.code))?;
            (parts.dimension, parts.factor)
        } else {
            let factor = number(&entry.code, &entry.factor, Value::ONE)?;
            (Dimension(entry.dimension), factor)
        };
        let mut symbols = entry.after.iter().chain(&entry.either);
        let symbol = symbols
            .clone()
            .find(|symbol| **symbol == entry.code)
            .or_else(|| symbols.next())
            .cloned();
        let code = UnitCode(entry.code);
        let places = [
            (Place::Before, entry.before),
            (Place::After, entry.after),
            (Place::Either, entry.either),
        ];
        for (place, symbols) in places {
            for symbol in symbols {
                table.add_symbol(&symbol, Form::new(&code, place));
            }
        }
        for Depends { text, when } in entry.depends {
            let form = Form::new(&code, Place::After);
            table.add_symbol(&text, Form { when, ..form });
        }
        table.add(Unit {
            symbol,
            offset: number(&code.0, &entry.offset, Value::ZERO)?,
            code,
            dimension,
            factor,
            calendar: entry.calendar,
            decimals: None,
            iso: false,
            source: entry.source,
        })?;
    }
    for entry in file.currencies {
        add_currency(&mut table, entry)?;
    }
    Ok(table)
}

fn add_currency(table: &mut Units, entry: CurrencyEntry) -> Result<(), String> {
    let code = UnitCode(entry.code);
    let form = Form::new(&code, Place::Either);
    let when = entry.code_when;
    table.add_symbol(
        &code.0,
        Form {
            when,
            ..form.clone()
        },
    );
    for symbol in entry.either {
        table.add_symbol(&symbol, form.clone());
    }
    for Depends { text, when } in entry.depends {
        let form = form.clone();
        table.add_symbol(&text, Form { when, ..form });
    }
    let cent = i8::try_from(entry.decimals)
        .ok()
        .and_then(|decimals| Value::power_of_ten(-decimals))
        .ok_or_else(|| format!("{}: no such minor unit", code.0))?;
    for Depends { text, when } in entry.minor {
        let form = Form::new(&code, Place::After);
        let times = cent;
        table.add_symbol(
            &text,
            Form {
                times,
                when,
                ..form
            },
        );
    }
    table.add(Unit {
        dimension: Dimension(code.0.clone()),
        code,
        factor: Value::ONE,
        offset: Value::ZERO,
        calendar: false,
        decimals: Some(entry.decimals),
        symbol: None,
        iso: entry.iso,
        source: "ISO 4217".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_well_formed() {
        assert_eq!(UNITS.as_ref().err(), None);
        assert!(units().iter().count() > 300);
    }

    #[test]
    fn every_named_quotient_joins_the_base_units_of_its_parts() {
        for ((over, under), name) in &units().quotients {
            let base = |dimension: &str| {
                units().iter().find(|unit| {
                    unit.dimension.0 == dimension
                        && unit.factor == Value::ONE
                        && unit.offset == Value::ZERO
                })
            };
            for part in [over, under, name] {
                // Acceleration, flow and the like need no unit of their own: the quotient is their base.
                assert!(base(part).is_some() || part == name, "{part} has no base");
            }
        }
    }

    #[test]
    fn every_currency_is_in_the_iso_list_and_every_current_one_is_here() {
        for unit in units().iter().filter(|unit| unit.iso) {
            let listed = iso_currency::Currency::from_code(&unit.code.0);
            // Caribbean guilder (2025) and Zimbabwe Gold (2024) are younger than the list.
            let young = ["XCG", "ZWG"].contains(&unit.code.0.as_str());
            assert!(listed.is_some() || young, "{}", unit.code.0);
            if let Some(exponent) = listed.and_then(iso_currency::Currency::exponent) {
                assert_eq!(
                    unit.decimals.map(u16::from),
                    Some(exponent),
                    "{}",
                    unit.code.0
                );
            }
        }
        for code in "AED AUD BRL CAD CHF CNY CZK DKK EGP EUR GBP HKD HUF IDR ILS INR JPY KES KRW KWD KZT MXN MYR NGN NOK \
                     NZD PHP PKR PLN QAR RON RUB SAR SEK SGD THB TRY TWD UAH USD VND ZAR"
            .split_whitespace()
        {
            assert!(
                unit(&UnitCode(code.to_owned())).is_some_and(|unit| unit.iso),
                "{code}"
            );
        }
    }

    #[test]
    fn a_symbol_tells_its_unit() {
        for (symbol, code) in [
            ("€", "EUR"),
            ("HK$", "HKD"),
            ("RM", "MYR"),
            ("km", "km"),
            ("mph", "[mi_i]/h"),
            ("°C", "Cel"),
            ("bps", "bit/s"),
        ] {
            assert!(
                by_symbol(symbol).iter().any(|form| form.code.0 == code),
                "{symbol}"
            );
        }
        assert_eq!(by_symbol("blob"), []);
    }
}
