//! Words around numbers: hedges, dates, names, grammar, nouns and changes.

use serde::Deserialize;

/// How a word hedges a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Hedge {
    /// "exactly".
    Exactly,
    /// "about".
    About,
    /// "at least".
    AtLeast,
    /// "more than".
    MoreThan,
    /// "up to".
    AtMost,
    /// "fewer than".
    LessThan,
    /// "nearly".
    Nearly,
}

/// Hedges of a number.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Qualifiers {
    /// Phrases before the number.
    pub before: Vec<(String, Hedge)>,
    /// Phrases that hedge sums of money and per cent alone; before other numbers they tell a place: "north of $5bn",
    /// "north of 60 degrees".
    #[serde(default)]
    pub before_amounts: Vec<(String, Hedge)>,
    /// Phrases that hedge a number without noun and unit alone: "the toll passed 300", "they passed 300 bills".
    #[serde(default)]
    pub before_bare: Vec<(String, Hedge)>,
    /// Phrases after the number and its unit.
    pub after: Vec<(String, Hedge)>,
    /// Words that may stand between a qualifier and its number.
    pub between: Vec<String>,
    /// Of those, the ones that “of” may follow: "at least a total of 40".
    #[serde(default)]
    pub totals: Vec<String>,
    /// Before "over" and a measure: "spread over 40 square miles" is no bound.
    #[serde(default)]
    pub spread: Vec<String>,
    /// Before "over" and what a quarrel or a charge is about: "a strike over 5% offers" is no bound.
    #[serde(default)]
    pub quarrels: Vec<String>,
    /// Before "up to" and where a level ends: "the fee goes up to £40" is no bound.
    #[serde(default)]
    pub going_up: Vec<String>,
}

/// Words that make a number a date or a time.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Calendar {
    /// Names of months and their short forms.
    pub months: Vec<String>,
    /// Names of weekdays and their short forms.
    pub weekdays: Vec<String>,
    /// "am", "o'clock", time zones.
    pub day_parts: Vec<String>,
    /// Of those, the ones that are written in small letters too: "am", never "et".
    #[serde(default)]
    pub day_halves: Vec<String>,
    /// "AD", "BC".
    pub eras: Vec<String>,
    /// A number from 1000 to 2100 after one of these is a year.
    pub before_years: Vec<String>,
    /// A number from 1000 to 2100 before one of these is a year.
    pub after_years: Vec<String>,
    /// Between a day and its month: "the 9th of May".
    pub day_of: Vec<String>,
    /// After an ordinal they make a date or a name of it: "century".
    pub centuries: Vec<String>,
    /// Words before a number from 1000 to 1899 that make it a year.
    pub sure_before_years: Vec<String>,
}

/// Words that make a number part of a name.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Names {
    /// A number after one of these belongs to the name: "Section".
    pub take_numbers: Vec<String>,
    /// Of those, the ones after which a number can be a figure: "a rating of".
    pub also_measure: Vec<String>,
    /// Words before a number that are no name although they may be capitalised: "Kills".
    pub never_names: Vec<String>,
    /// After the number of a model: "737 MAX".
    #[serde(default)]
    pub models: Vec<String>,
    /// After these a bare number of no noun is a group of the first or last: "the bottom three".
    #[serde(default)]
    pub ranked: Vec<String>,
    /// A bare number before one of these is a code: "ZIP".
    #[serde(default)]
    pub codes: Vec<String>,
    /// Before a telephone number: "call".
    #[serde(default)]
    pub phones: Vec<String>,
    /// The nation written behind a sign of money: "$75 US".
    #[serde(default)]
    pub nations: Vec<String>,
    /// Ends of the names of streets; a number before is a house.
    pub streets: Vec<String>,
    /// Beginnings of the names of streets; a number behind the name is a house.
    pub streets_before: Vec<String>,
    /// After a number they tell the furniture of a page: "min read".
    #[serde(default)]
    pub furniture: Vec<String>,
    /// Whole names made of numbers, by token: "9/11".
    pub whole: Vec<Vec<String>>,
    /// After two numbers joined by a hyphen they make a score of them: "win".
    pub scores: Vec<String>,
    /// In a sentence with one of them two joined numbers are the votes for and against: "motion".
    #[serde(default)]
    pub votes: Vec<String>,
    /// Words that make no quantity of a number word joined to them by a hyphen: "third-party".
    pub hyphenated: Vec<String>,
}

/// Small words that end a noun phrase, and words that stand for one.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grammar {
    /// Letters written onto the word that follows, which are words of their own: Hebrew “in”, “and”.
    #[serde(default)]
    pub prefixes: Vec<String>,
    /// "the", "its".
    pub determiners: Vec<String>,
    /// "of", "in".
    pub prepositions: Vec<String>,
    /// "and", "when".
    pub conjunctions: Vec<String>,
    /// "they", "there".
    pub pronouns: Vec<String>,
    /// "was", "have".
    pub auxiliaries: Vec<String>,
    /// Common finite verbs.
    pub verbs: Vec<String>,
    /// Adverbs that end a noun phrase.
    pub adverbs: Vec<String>,
    /// People may be counted before these without a noun: "16 killed".
    pub casualties: Vec<String>,
    /// Adverbs between a number and a casualty: "6 lightly hurt".
    pub casualty_adverbs: Vec<String>,
    /// After a number that somebody reckoned with: "the 2.9 billion expected".
    #[serde(default)]
    pub foreseen: Vec<String>,
    /// After a time they make it a distance in time: "a year earlier".
    #[serde(default)]
    pub shifts: Vec<String>,
    /// The same, but only where no word follows or one of those after: "a year on", "a month from now".
    #[serde(default)]
    pub shifts_alone: Vec<String>,
    /// Words that end such a distance: "now".
    #[serde(default)]
    pub shift_ends: Vec<String>,
    /// What a rate may be before or after: "a month before tax".
    #[serde(default)]
    pub deducted: Vec<String>,
    /// Before the thing a rate is of: "per".
    pub per: Vec<String>,
    /// Letters written onto the thing a rate is of: Hebrew “to”.
    #[serde(default)]
    pub per_prefixes: Vec<String>,
    /// "who", "which".
    pub relatives: Vec<String>,
    /// Between a multiple and what it multiplies: "twice as many".
    #[serde(default)]
    pub as_words: Vec<String>,
    /// Before a figure of what the one before has counted: "including".
    #[serde(default)]
    pub likening: Vec<String>,
    /// Before a figure that may leave out the unit of the one before: "versus".
    #[serde(default)]
    pub comparing: Vec<String>,
    /// Before "with" or "to" and such a figure: "compared".
    #[serde(default)]
    pub compared: Vec<String>,
    /// Before a second figure for the same thing: "or".
    #[serde(default)]
    pub restating: Vec<String>,
    /// Words for the whole before a part of it, after "of": "of which".
    #[serde(default)]
    pub of_which: Vec<String>,
}

/// Nouns that tell what is counted.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Nouns {
    /// Whether the noun counted comes first and its adjectives behind it.
    #[serde(default)]
    pub head_first: bool,
    /// Ends of nouns that the next one completes: "בני אדם", the sons of man.
    #[serde(default)]
    pub construct_endings: Vec<String>,
    /// Joined to a number by a hyphen they stand before the noun counted: "5,000-strong".
    #[serde(default)]
    pub strong: Vec<String>,
    /// Things that rates are of, beside units: "share".
    pub rate_nouns: Vec<String>,
    /// People, in the singular; the plural is formed.
    pub persons: Vec<String>,
    /// Endings of the plural name of a people: "ians".
    pub peoples: Vec<String>,
    /// Plurals that do not end in s.
    pub plurals: Vec<String>,
    /// Words that end in s and are no plural.
    pub not_plurals: Vec<String>,
}

/// Words that tell a change from a level.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeWords {
    /// Before an amount it grew by: "rose", "up".
    pub up: Vec<String>,
    /// Before an amount it shrank by: "fell", "down".
    pub down: Vec<String>,
    /// Nouns of growth: "a 5% increase", "an increase of 5%".
    pub nouns_up: Vec<String>,
    /// Nouns of shrinking.
    pub nouns_down: Vec<String>,
    /// After an amount by which two things differ: "5 points ahead".
    pub difference: Vec<String>,
    /// Of those, the ones that tell a difference of counts too: "4,000 fewer nurses".
    #[serde(default)]
    pub fewer: Vec<String>,
    /// Of those, the ones that stand behind a count and its noun: "40 votes ahead".
    #[serde(default)]
    pub apart: Vec<String>,
    /// "than" of "40 more votes than".
    #[serde(default)]
    pub than: Vec<String>,
    /// Nouns of how far one is ahead: "a lead of 40 votes".
    #[serde(default)]
    pub leads: Vec<String>,
    /// Verbs before "by" and how far one is ahead: "won by 40 votes".
    #[serde(default)]
    pub contests: Vec<String>,
    /// Verbs of `up` and `down` that take an object: "lost 20 soldiers".
    pub transitive: Vec<String>,
    /// "by".
    pub by: Vec<String>,
    /// After a verb of change these give a level: "rose to 5%".
    pub levels: Vec<String>,
    /// Verbs that "up" belongs to without a rise: "make up a third".
    #[serde(default)]
    pub particle_verbs: Vec<String>,
    /// Nouns of `nouns_up` that are also a crowd: "a rally of 35,000".
    #[serde(default)]
    pub gatherings: Vec<String>,
    /// Before a length these tell how far a thing fell: "plunged 200 metres".
    #[serde(default)]
    pub plunging: Vec<String>,
    /// After a verb of change these give a level as well: "fell below 5%".
    #[serde(default)]
    pub level_bounds: Vec<String>,
}

/// Words of ranges.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ranges {
    /// "between".
    pub openers: Vec<String>,
    /// "from".
    pub from: Vec<String>,
    /// "to", "and".
    pub joiners: Vec<String>,
    /// "or" between two numbers of which one is meant.
    pub either: Vec<String>,
    /// Words after which "from" opens a range and no change: "ranging".
    pub ranging: Vec<String>,
}

/// Words of ages.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ages {
    /// A number after one of these is an age: "aged".
    pub before: Vec<String>,
    /// After years or months: "old".
    pub old: Vec<String>,
    /// "of age", after years.
    pub of_age: Vec<String>,
    /// "turned".
    pub turning: Vec<String>,
    /// Verbs and adverbs between a person and an age.
    pub being: Vec<String>,
    /// Words for a person before those.
    pub people: Vec<String>,
    /// After an age that stands alone.
    pub after: Vec<String>,
    /// Before "at" and an age: "died".
    #[serde(default)]
    pub dying: Vec<String>,
    /// "at" before an age.
    #[serde(default)]
    pub at: Vec<String>,
    /// Phrases whose value is an age: "life expectancy".
    pub spans: Vec<String>,
    /// The youngest age, in years.
    pub least: u8,
    /// The greatest age, in years.
    pub greatest: u8,
}
