//! Words of a language and definitions of units, parsed once from embedded RON.
//!
//! Grammar lives in rules, words live here: a word list in Rust is in the wrong house.
//! Each section of a language's file has a type of its own in a file of its own.

mod sentence;
pub mod units;
mod value;

use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

pub use sentence::SentenceWords;
pub use value::Value;

/// Languages with a lexicon: code (ISO 639-1) and source.
pub const LANGUAGES: &[(&str, &str)] = &[("en", include_str!("../../assets/lexicon/en.ron"))];

/// The words of one language, by section.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// Words that decide where a sentence ends.
    pub sentences: SentenceWords,
    /// Words and symbols for units, beside a number.
    #[serde(default)]
    pub units: units::Forms,
}

/// Every lexicon with its code, or what is wrong with its file.
static LEXICONS: LazyLock<Vec<(&'static str, Result<Lexicon, String>)>> = LazyLock::new(|| {
    LANGUAGES
        .iter()
        .map(|(code, source)| {
            (
                *code,
                ron::from_str(source).map_err(|error| error.to_string()),
            )
        })
        .collect()
});

impl Lexicon {
    /// The lexicon of a language by its code in [`LANGUAGES`], parsed on first use.
    pub fn of(language: &str) -> Option<&'static Self> {
        LEXICONS
            .iter()
            .find(|(code, _)| *code == language)
            .and_then(|(_, lexicon)| lexicon.as_ref().ok())
    }
}

/// A unit by its code: UCUM ("km"), ISO 4217 ("EUR"), "%", "person", or a quotient of two ("EUR/a").
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct UnitCode(pub String);

impl UnitCode {
    /// Whether the unit is counted in wholes, so that a number written to its last unit is exact.
    pub fn counts(&self) -> bool {
        self.0 == "person"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_lexicon_is_well_formed() {
        for (code, lexicon) in LEXICONS.iter() {
            assert_eq!(lexicon.as_ref().err(), None, "assets/lexicon/{code}.ron");
        }
    }
}
