//! Words of a language and definitions of units, parsed once from embedded RON.
//!
//! Grammar lives in rules, words live here: a word list in Rust is in the wrong house.

mod value;

use serde::{Deserialize, Serialize};

pub use value::Value;

/// Languages with a lexicon: code (ISO 639-1) and source.
pub const LANGUAGES: &[(&str, &str)] = &[];

/// A unit by its code: UCUM ("km"), ISO 4217 ("EUR"), "%", "person", or a quotient of two ("EUR/a").
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UnitCode(pub String);

impl UnitCode {
    /// Whether the unit is counted in wholes, so that a number written to its last unit is exact.
    pub fn counts(&self) -> bool {
        self.0 == "person"
    }
}
