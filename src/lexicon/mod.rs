//! Words of a language and definitions of units, parsed once from embedded RON.
//!
//! Grammar lives in rules, words live here: a word list in Rust is in the wrong house.
//! Each section of a language's file has a type of its own in a file of its own.

mod class;
mod events;
mod figure_words;
pub mod gazetteer;
mod numerals;
pub mod periods;
mod phrases;
pub mod places;
mod sentence;
pub mod units;
mod value;
mod vocabulary;
mod word_map;
pub mod words;

use std::borrow::Cow;
use std::sync::LazyLock;

use serde::{Deserialize, Serialize};

pub use class::{Class, Classes};
pub use events::{Course, EventClass, EventWords, events};
pub use figure_words::{
    Ages, Calendar, ChangeWords, Grammar, Hedge, Names, Nouns, Qualifiers, Ranges,
};
pub use numerals::{NumberWord, Numerals, VagueWords};
pub use phrases::Phrases;
pub use sentence::SentenceWords;
pub use value::{Value, grouped};
pub use vocabulary::{Entry, Vocabulary};

/// Languages with a lexicon: code (ISO 639-1) and source.
pub const LANGUAGES: &[(&str, &str)] = &[
    ("en", include_str!("../../assets/lexicon/en.ron")),
    ("he", include_str!("../../assets/lexicon/he.ron")),
];

/// The words of one language, by section.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lexicon {
    /// First and last letter of the script it is written in.
    pub script: (char, char),
    /// Words that decide where a sentence ends.
    pub sentences: SentenceWords,
    /// Word classes and verbs of saying.
    #[serde(default)]
    pub words: words::Words,
    /// Words of times.
    #[serde(default)]
    pub periods: periods::PeriodWords,
    /// Words around names of places.
    #[serde(default)]
    pub places: places::PlaceWords,
    /// Words and symbols for units, beside a number.
    #[serde(default)]
    pub units: units::Forms,
    /// Numbers in words and letters.
    #[serde(default)]
    pub numerals: Numerals,
    /// Numbers nobody counted.
    #[serde(default)]
    pub vague: VagueWords,
    /// Hedges of a number.
    #[serde(default)]
    pub qualifiers: Qualifiers,
    /// Words that make a number a date or a time.
    #[serde(default)]
    pub calendar: Calendar,
    /// Words that make a number part of a name.
    #[serde(default)]
    pub names: Names,
    /// Small words that end a noun phrase.
    #[serde(default)]
    pub grammar: Grammar,
    /// Words of ranges.
    #[serde(default)]
    pub ranges: Ranges,
    /// Words of ages.
    #[serde(default)]
    pub ages: Ages,
    /// Nouns that tell what is counted.
    #[serde(default)]
    pub nouns: Nouns,
    /// Words that tell a change from a level.
    #[serde(default)]
    pub change: ChangeWords,
    /// Words that say what happened to what.
    #[serde(default)]
    pub events: EventWords,
    /// All the words of the sections above, for one look-up.
    #[serde(skip)]
    pub vocabulary: Vocabulary,
    /// Phrases of the sections above.
    #[serde(skip)]
    pub phrases: FigurePhrases,
}

/// Phrases of several words around numbers.
#[derive(Debug, Default)]
pub struct FigurePhrases {
    /// Hedges that end before the number.
    pub qualifiers_before: Phrases<Hedge>,
    /// Hedges of money and per cent alone that end before the number.
    pub qualifiers_before_amounts: Phrases<Hedge>,
    /// Qualifiers before numbers without noun and unit.
    pub qualifiers_before_bare: Phrases<Hedge>,
    /// Hedges that begin after the number.
    pub qualifiers_after: Phrases<Hedge>,
    /// Phrases with a number word that count nothing.
    pub idioms: Phrases<()>,
    /// Vague words: index into [`VagueWords::words`].
    pub vague: Phrases<usize>,
    /// Factors of vague numbers: index into [`VagueWords::multiplied`].
    pub multiplied: Phrases<usize>,
    /// Factors of a scale: index into [`VagueWords::factors`].
    pub factors: Phrases<usize>,
    /// "in", "out of": between the two numbers of "one in four".
    pub in_every: Phrases<()>,
    /// Names made of numbers: "9/11".
    pub whole_names: Phrases<()>,
    /// "min read", after a number.
    pub furniture: Phrases<()>,
    /// "of age", after years.
    pub of_age: Phrases<()>,
    /// "life expectancy", before years.
    pub life_spans: Phrases<()>,
}

/// Every lexicon with its code, or what is wrong with its file.
static LEXICONS: LazyLock<Vec<(&'static str, Result<Lexicon, String>)>> = LazyLock::new(|| {
    LANGUAGES
        .iter()
        .map(|(code, source)| {
            (
                *code,
                ron::from_str(source)
                    .map(Lexicon::indexed)
                    .map_err(|error| error.to_string()),
            )
        })
        .collect()
});

impl Lexicon {
    /// With its words and phrases ready to be looked up.
    fn indexed(mut self) -> Self {
        let mut words = Vocabulary::of(&self);
        let hedges = |(phrase, hedge): &(String, Hedge)| (phrase.clone(), *hedge);
        let before: Vec<_> = self.qualifiers.before.iter().map(hedges).collect();
        let amounts: Vec<_> = (self.qualifiers.before_amounts.iter())
            .map(hedges)
            .collect();
        let bare: Vec<_> = (self.qualifiers.before_bare.iter()).map(hedges).collect();
        let after: Vec<_> = self.qualifiers.after.iter().map(hedges).collect();
        let vague = &self.vague;
        let whole: Vec<String> = self.names.whole.iter().map(|name| name.join(" ")).collect();
        self.phrases = FigurePhrases {
            qualifiers_before: Phrases::by_last(
                before.iter().map(|(p, h)| (p.as_str(), *h)),
                &mut words,
            ),
            qualifiers_before_amounts: Phrases::by_last(
                amounts.iter().map(|(p, h)| (p.as_str(), *h)),
                &mut words,
            ),
            qualifiers_before_bare: Phrases::by_last(
                bare.iter().map(|(p, h)| (p.as_str(), *h)),
                &mut words,
            ),
            qualifiers_after: Phrases::by_first(
                after.iter().map(|(p, h)| (p.as_str(), *h)),
                &mut words,
            ),
            idioms: Phrases::by_first(
                self.numerals.idioms.iter().map(|p| (p.as_str(), ())),
                &mut words,
            ),
            vague: Phrases::by_first(numbered(vague.words.iter().map(|(p, _, _)| p)), &mut words),
            multiplied: Phrases::by_first(
                numbered(vague.multiplied.iter().map(|(p, _)| p)),
                &mut words,
            ),
            factors: Phrases::by_first(
                numbered(vague.factors.iter().map(|(p, _, _)| p)),
                &mut words,
            ),
            in_every: Phrases::by_first(
                self.numerals.in_every.iter().map(|p| (p.as_str(), ())),
                &mut words,
            ),
            furniture: Phrases::by_first(
                self.names.furniture.iter().map(|p| (p.as_str(), ())),
                &mut words,
            ),
            of_age: Phrases::by_first(
                self.ages.of_age.iter().map(|p| (p.as_str(), ())),
                &mut words,
            ),
            life_spans: Phrases::by_first(
                self.ages.spans.iter().map(|p| (p.as_str(), ())),
                &mut words,
            ),
            whole_names: Phrases::by_first(whole.iter().map(|p| (p.as_str(), ())), &mut words),
        };
        let firsts = |phrase: &str| {
            vocabulary::pieces(phrase)
                .next()
                .unwrap_or_default()
                .to_owned()
        };
        let openers: Vec<String> = (self.vague.words.iter().map(|(p, _, _)| firsts(p)))
            .chain(self.vague.multiplied.iter().map(|(p, _)| firsts(p)))
            .chain(self.vague.factors.iter().map(|(p, _, _)| firsts(p)))
            .collect();
        words.mark(&openers, Class::Vague);
        let openers: Vec<String> = self
            .numerals
            .idioms
            .iter()
            .map(|p| firsts(p))
            .chain(whole.iter().map(|p| firsts(p)))
            .collect();
        words.mark(&openers, Class::Opens);
        self.words.mark_times(&self.periods);
        self.vocabulary = words;
        self
    }

    /// The lexicon for a line of text, by its script: this one unless another language's letters prevail.
    pub fn for_line(&'static self, line: &str) -> &'static Self {
        let own = self.letters_in(line);
        if own * 2 > line.len() {
            return self;
        }
        let others = LEXICONS
            .iter()
            .filter_map(|(_, lexicon)| lexicon.as_ref().ok());
        let best = others.max_by_key(|other| (other.letters_in(line), other.script == self.script));
        best.filter(|other| other.letters_in(line) > own)
            .unwrap_or(self)
    }

    /// Bytes of the letters of its script in `line`.
    fn letters_in(&self, line: &str) -> usize {
        let (first, last) = self.script;
        if last.is_ascii() {
            return line.bytes().filter(u8::is_ascii_alphabetic).count();
        }
        if line.is_ascii() {
            return 0;
        }
        let own = line
            .chars()
            .filter(|letter| (first..=last).contains(letter));
        own.map(char::len_utf8).sum()
    }

    /// The lexicon of a language by its code in [`LANGUAGES`], parsed on first use.
    pub fn of(language: &str) -> Option<&'static Self> {
        LEXICONS
            .iter()
            .find(|(code, _)| *code == language)
            .and_then(|(_, lexicon)| lexicon.as_ref().ok())
    }
}

/// Phrases with their places in the list.
fn numbered<'a>(list: impl Iterator<Item = &'a String>) -> impl Iterator<Item = (&'a str, usize)> {
    list.map(String::as_str)
        .enumerate()
        .map(|(at, phrase)| (phrase, at))
}

/// A unit by its code: UCUM ("km"), ISO 4217 ("EUR"), "%", "person", or a quotient of two ("EUR/a").
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnitCode(pub String);

impl UnitCode {
    /// Whether the unit is counted in wholes, so that a number written to its last unit is exact.
    pub fn counts(&self) -> bool {
        self.0 == "person"
    }

    /// The unit as a person reads it behind a number: "months", "mph", "kg/m³"; currencies by their code.
    pub fn spoken(&self, one: bool) -> Cow<'_, str> {
        let (singular, plural) = match self.0.as_str() {
            "person" => ("person", "people"),
            "s" => ("second", "seconds"),
            "min" => ("minute", "minutes"),
            "h" => ("hour", "hours"),
            "d" => ("day", "days"),
            "wk" => ("week", "weeks"),
            "mo" => ("month", "months"),
            "a" => ("year", "years"),
            _ => return self.symbol(one),
        };
        Cow::Borrowed(if one { singular } else { plural })
    }

    /// How the unit is written: by its symbol, else by its name, else by its code.
    fn symbol(&self, one: bool) -> Cow<'_, str> {
        let code = self.0.as_str();
        if let Some(unit) = units::unit(self) {
            let name = || {
                let lexicon = Lexicon::of("en").filter(|_| code.contains('['))?;
                lexicon.units.name(self)
            };
            return match (&unit.symbol, name()) {
                (Some(symbol), _) => Cow::Borrowed(symbol.as_str()),
                (None, Some(name)) if one => Cow::Borrowed(name),
                (None, Some(name)) => Cow::Owned(format!("{name}s")),
                (None, None) => Cow::Borrowed(code),
            };
        }
        match code.rsplit_once('/') {
            Some((over, under)) => {
                let part = |code: &str, one| UnitCode(code.to_owned()).spoken(one).into_owned();
                Cow::Owned(format!("{}/{}", part(over, one), part(under, true)))
            }
            None => Cow::Borrowed(code),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_read_as_people_write_them() {
        for (code, several, one) in [
            ("person", "people", "person"),
            ("mo", "months", "month"),
            ("[mi_i]/h", "mph", "mph"),
            ("[degF]", "°F", "°F"),
            ("[mi_i]2", "sq mi", "sq mi"),
            ("[bbl_us]/d", "bbl/day", "bbl/day"),
            ("[pt_br]", "pints", "pint"),
            ("km", "km", "km"),
            ("EUR", "EUR", "EUR"),
        ] {
            let unit = UnitCode(code.to_owned());
            assert_eq!([unit.spoken(false), unit.spoken(true)], [several, one]);
        }
    }

    #[test]
    fn every_lexicon_is_well_formed() {
        for (code, lexicon) in LEXICONS.iter() {
            assert_eq!(lexicon.as_ref().err(), None, "assets/lexicon/{code}.ron");
        }
    }
}
