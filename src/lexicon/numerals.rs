//! Numbers in words and letters.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Value;

/// What a word says in a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberWord {
    /// Nothing.
    #[default]
    None,
    /// A whole number: "seven", "ninety"; beyond a hundred only where a language has one word for it.
    Cardinal(u16),
    /// A power of ten: "hundred", "million".
    Scale(u8),
    /// So many at once: "dozen".
    Collective(u16),
    /// A place below a hundred, and the part of one of the same name: "third".
    Ordinal(u8),
    /// A place that is a power of ten: "hundredth".
    OrdinalScale(u8),
    /// A part of one, by its denominator: "half", "thirds".
    Part(u64),
    /// "twice", "double".
    Multiple(u8),
}

/// Numbers in words and letters.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Numerals {
    /// Zero to ninety, and larger ones where a language has one word for them.
    pub cardinals: BTreeMap<String, u16>,
    /// Powers of ten: "million" is 6.
    pub scales: BTreeMap<String, u8>,
    /// Whether a plural scale is one in a number: Hebrew “three hundreds”.
    #[serde(default)]
    pub plural_scales: bool,
    /// Whether ten after a unit makes a teen: Hebrew “three ten” is 13.
    #[serde(default)]
    pub ten_after_units: bool,
    /// Whether “and” joins tens and units: Hebrew “twenty and three”.
    #[serde(default)]
    pub joins_tens: bool,
    /// Letters that scale, case as written: "bn" is 9.
    pub letters: BTreeMap<String, u8>,
    /// Things counted by so many: "dozen".
    pub collectives: BTreeMap<String, u16>,
    /// "first" to "ninetieth".
    pub ordinals: BTreeMap<String, u8>,
    /// "hundredth", by power of ten.
    pub ordinal_scales: BTreeMap<String, u8>,
    /// Endings that make an ordinal of digits: "th".
    pub ordinal_endings: Vec<String>,
    /// Letters before digits that make a place of them after a noun that begins alike: Hebrew “the meeting the-39”.
    #[serde(default)]
    pub ordinal_prefixes: Vec<String>,
    /// Words for a day, after which an ordinal names one of the week.
    #[serde(default)]
    pub ordinal_days: Vec<String>,
    /// Parts of one by denominator: "quarter" is 4.
    pub parts: BTreeMap<String, u64>,
    /// "twice", "double".
    pub multiples: BTreeMap<String, u8>,
    /// Verbs that tell a multiple: "doubled".
    pub multiplying: BTreeMap<String, u8>,
    /// Of those, the ones that tell a half: "halved".
    #[serde(default)]
    pub halving: Vec<String>,
    /// Endings of a superlative, which makes a place of "second": "second largest".
    #[serde(default)]
    pub superlatives: Vec<String>,
    /// Ending or word that makes a multiple of a number: "fold".
    pub fold: Vec<String>,
    /// "times".
    pub times: Vec<String>,
    /// Before a multiple: Hebrew “times two”.
    #[serde(default)]
    pub times_before: Vec<String>,
    /// Joins parts of a number: "and".
    pub joins: Vec<String>,
    /// The decimal sign in words: "point".
    pub point: Vec<String>,
    /// "minus".
    pub negatives: Vec<String>,
    /// Stand for one before a scale: "a hundred".
    pub articles: Vec<String>,
    /// The bar of a fraction in words: "one over three".
    pub over: Vec<String>,
    /// Between a part and its whole.
    pub of: Vec<String>,
    /// What the whole begins with after its part, where it is written onto it: Hebrew “of the”.
    #[serde(default)]
    pub of_prefixes: Vec<String>,
    /// Between the two numbers of "one in four".
    pub in_every: Vec<String>,
    /// Around two numbers that tell odds or a ratio: "odds of 5/1".
    #[serde(default)]
    pub odds: Vec<String>,
    /// Nouns of what is counted in millions: with one of them near, "m" after digits is a million.
    #[serde(default)]
    pub multitudes: Vec<String>,
    /// Words of length: with one of them near, "m" after digits is a metre.
    #[serde(default)]
    pub extents: Vec<String>,
    /// Make nothing of "one" after them: "not one".
    #[serde(default)]
    pub denying: Vec<String>,
    /// Half, before an article: "half a million".
    pub half: Vec<String>,
    /// Phrases with a number word that count nothing.
    pub idioms: Vec<String>,
    /// Words that make a pronoun of "one" after them.
    pub pronoun_makers: Vec<String>,
}

/// Numbers nobody counted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VagueWords {
    /// Words with the smallest value meant and the smallest no longer meant.
    pub words: Vec<(String, Value, Value)>,
    /// Of those, the ones that are figures only before something counted.
    pub weak: Vec<String>,
    /// Beginnings of nouns before which the weak ones may say "the number of": "מספר הבתים".
    #[serde(default)]
    pub weak_not_before: Vec<String>,
    /// Endings of nouns that another noun completes, before which they say it as well: "מספר תושבי העיר".
    #[serde(default)]
    pub weak_not_before_endings: Vec<String>,
    /// Before these, as before a length of time, the weak ones say nothing: "several times".
    #[serde(default)]
    pub idle: Vec<String>,
    /// Factor of the word after "of": "tens of thousands".
    pub multiplied: Vec<(String, Value)>,
    /// Factors of the scale that follows: "several hundred".
    pub factors: Vec<(String, Value, Value)>,
}
