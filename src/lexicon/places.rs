//! Words around the names of places: what makes a name of one, and what makes another name of it.

use serde::Deserialize;

/// Words of one language around names of places, in lower case.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlaceWords {
    /// Before a name that is in no list of places and is one: "in Akita".
    #[serde(default)]
    pub leads: Vec<String>,
    /// Letters written onto a name: "in" in Hebrew.
    #[serde(default)]
    pub glued: Vec<String>,
    /// Other letters written onto a name, which say nothing of where: "and".
    #[serde(default)]
    pub glued_loose: Vec<String>,
    /// "stake" before "in": what follows is a firm.
    #[serde(default)]
    pub holdings: Vec<String>,
    /// "League" at the end of a name that is no place.
    #[serde(default)]
    pub others: Vec<String>,
    /// "Greater" before a name: it stays a place.
    #[serde(default)]
    pub modifiers: Vec<String>,
    /// "County", "Airport" after a name: it stays a place.
    #[serde(default)]
    pub heads: Vec<String>,
    /// "City" before "of" and a name: it stays a place; "Bank of England" is another name.
    #[serde(default)]
    pub heads_of: Vec<String>,
    /// "economy" after a demonym: "the Spanish economy" tells where, "a Spanish runner" does not.
    #[serde(default)]
    pub territory: Vec<String>,
    /// "based" before "in": where somebody is at home, not where it was.
    #[serde(default)]
    pub homes: Vec<String>,
    /// "dollars" after a name.
    #[serde(default)]
    pub money: Vec<String>,
    /// "largest" after "Asia's": of what size a thing is there.
    #[serde(default)]
    pub ranks: Vec<String>,
    /// Prepositions before where something comes from, which is no place of it if another is named: "rockets from Gaza
    /// hurt six in Israel".
    #[serde(default)]
    pub origins: Vec<String>,
    /// "demand in China", "the size of Wales": of the place something else is told.
    #[serde(default)]
    pub aside_nouns: Vec<String>,
    /// "including five in Texas": the place of a part.
    #[serde(default)]
    pub including: Vec<String>,
    /// "worldwide": no place of the article's own.
    #[serde(default)]
    pub everywhere: Vec<String>,
}
