//! Words that say what happened to what: by them figures of different articles are known to be about one thing.

use std::sync::LazyLock;

use serde::Deserialize;

use super::Lexicon;

/// How a thing that is counted behaves in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Course {
    /// Only grows while the event lasts: a death toll.
    Toll,
    /// Goes up and down: a stock, a price, people in hospital.
    Moving,
    /// Never changes: a turnout, the size of a march.
    Fixed,
}

/// A class of words that mean the same happening.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EventClass {
    /// Its name, as shown: "killed".
    pub name: String,
    /// How it behaves in time.
    pub course: Course,
    /// Whether it counts people.
    pub people: bool,
    /// Whether it counts those who went away and are no longer there.
    #[serde(default)]
    pub away: bool,
    /// Whether it only says that people live somewhere.
    #[serde(default)]
    pub lives: bool,
    /// Its words; several words in one entry stand side by side.
    pub words: Vec<String>,
    /// Words that name it only where they are all that is said: "64,234 left".
    #[serde(default)]
    pub alone: Vec<String>,
}

/// Words for comparing what figures are about, of one language.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EventWords {
    /// What happened.
    pub classes: Vec<EventClass>,
    /// Words for one thing.
    pub synonyms: Vec<Vec<String>>,
    /// Nouns that say no more than that people are counted.
    pub anyone: Vec<String>,
    /// Nouns of bodies that speak, known behind letters that are written onto them.
    #[serde(default)]
    pub sources: Vec<String>,
    /// Nouns that narrow the people counted to a group.
    pub groups: Vec<String>,
    /// Words that narrow a figure to a part; those of one list mean the same.
    pub narrowing: Vec<Vec<String>>,
    /// Words by which a figure is the running total of one thing.
    pub running: Vec<String>,
    /// Words of a share that grows until a thing is done.
    pub progress: Vec<String>,
    /// Words before the level from which a figure has moved: "rose to 71 **from** 64".
    #[serde(default)]
    pub started_from: Vec<String>,
    /// Words by which a result is not the last.
    #[serde(default)]
    pub unsettled: Vec<String>,
    /// Measures of which there are several sorts.
    pub measures: Vec<String>,
    /// The sorts of measures; in one list all words mean the same.
    pub sorts: Vec<Vec<String>>,
    /// Words before "to" by which a deed is only meant: "plans to", "is to".
    pub prospects: Vec<String>,
    /// Words before a measure that make no other measure of it: "record profit".
    pub plain: Vec<String>,
    /// Words that give a figure to an account of so many months: "full-year profit".
    pub accounts: Vec<(u8, Vec<String>)>,
    /// Words by which a thing happened in one night.
    pub nights: Vec<String>,
    /// What a change is set against.
    pub bases: Vec<Vec<String>>,
    /// Groups that make up a whole together.
    pub opposites: Vec<(String, String)>,
    /// Words before a figure that comes on top of another: "another 20,000".
    pub added: Vec<String>,
    /// Nouns whose "of" counts those who belong to them, not those to whom something happened: "a mother of 12".
    pub belonging: Vec<String>,
    /// Words that open a stretch of time of a known length: "in a week".
    pub spells: Vec<String>,
    /// Nouns that stand for the figure itself: "number", "tally".
    pub tallies: Vec<String>,
    /// Verbs that only put a number to something: "was put at $3 million", "stood at 40".
    pub numbering: Vec<String>,
    /// Words that turn a verb into its contrary.
    pub negations: Vec<String>,
    /// Words between a part and the share it is: "$3 million is 15% of the budget".
    pub comes_to: Vec<String>,
    /// Words before the year in which a thing began, which is not the year of a figure of it: "built in 1964".
    pub origins: Vec<String>,
    /// Narrowing words of those who are left.
    pub remaining: Vec<String>,
    /// Narrowing words that give a figure to a stretch of time, not to all of it: "new", "daily".
    pub recent: Vec<String>,
    /// Words before what an event did: "the fire **that** killed 23 people".
    #[serde(default)]
    pub relatives: Vec<String>,
    /// Words of the narrowing list of what was told before and no longer holds: "earlier".
    #[serde(default)]
    pub former: Vec<String>,
    /// Narrowing words of what has come to be lately.
    pub newly: Vec<String>,
    /// Words of a time that is over.
    pub over: Vec<String>,
    /// Words that say a later figure corrects an earlier one.
    pub revised: Vec<String>,
    /// Sources that say nothing of who speaks.
    pub nobodies: Vec<String>,
    /// Beside a name in a source these say nothing: "the company Hydrovia" is Hydrovia.
    #[serde(default)]
    pub beside_names: Vec<String>,
    /// Last words of names of bodies: "Ostra Lines", "Hydrovia plc".
    #[serde(default)]
    pub body_ends: Vec<String>,
    /// Offices that speak for the body named before them: "police spokesman".
    #[serde(default)]
    pub speaks_for: Vec<String>,
    /// Bodies by all their names, the shortest first, in small letters and without the "'s" of an owner: "unhcr", "un
    /// refugee agency".
    #[serde(default)]
    pub known_as: Vec<Vec<String>>,
    /// Heads of a body, who speak for it, and the body: "minister", "ministry".
    #[serde(default)]
    pub bodies: Vec<(String, String)>,
    /// Words that name no thing.
    pub function: Vec<String>,
    /// Parts of a country or a town: "north" of "in the north".
    #[serde(default)]
    pub directions: Vec<String>,
    /// Words that open a perfect, which goes on into the present: "has killed".
    pub perfect: Vec<String>,
    /// People whose number is the same from day to day: "member".
    pub standing: Vec<String>,
    /// Prepositions before a sort of place at which something happened: "at a market".
    #[serde(default)]
    pub scenes: Vec<String>,
    /// Prepositions behind a figure that lead to what it is for, with or under, and not to where or when it was.
    #[serde(default)]
    pub narrowing_prepositions: Vec<String>,
    /// Words after which a new thing is spoken of.
    pub boundaries: Vec<String>,
    /// Words before the first of two dates that bound a period: "between".
    pub range_opens: Vec<String>,
    /// Words between two dates that bound a period: "and", "to".
    pub range_joins: Vec<String>,
    /// Words between a period and its length: "a period of".
    pub length_cues: Vec<String>,
    /// Words behind the time between two days: "two weeks later".
    pub later: Vec<String>,
    /// How a sentence about parts of the figure before begins: "of those".
    pub of_those: Vec<String>,
    /// Words that make a number the sum of what was said before: "a total of".
    pub totals: Vec<String>,
    /// Words by which a share is one of the amount before: "of that".
    pub of_that: Vec<String>,
    /// How a sentence begins that says the figure before in another way: "that is".
    pub that_is: Vec<String>,
    /// Before the parts of a whole, all of which are named: "made up of".
    pub made_up_of: Vec<String>,
    /// Before a part of those counted just before: ", including 14".
    pub includes: Vec<String>,
    /// Words between a level and the change that led to it: "$44 million, **a** 9% increase", "$5.2 billion **was up** 30%".
    pub level_to_change: Vec<String>,
    /// Words between a change and the level before it: "30% **from** $4.4 billion".
    pub change_from_level: Vec<String>,
    /// Words behind a level that tell the change to it again: ", an increase of".
    pub restates_change: Vec<String>,
    /// Before the difference of two figures: "a margin of nine".
    pub margins: Vec<String>,
    /// The same of votes; of seats it may be that over all others.
    pub majorities: Vec<String>,
    /// Words that say that a whole is shared out, "is split", or that name the rest of it, "undecided".
    pub split: Vec<String>,
    /// Words between a result worked out and the sum it comes from: ", or".
    pub restatements: Vec<String>,
    /// Words that put the first of two figures before the second: "ahead of".
    pub ahead: Vec<String>,
    /// Words that put it after: "behind".
    pub behind: Vec<String>,
    /// Words before a figure that somebody has: "with".
    pub having: Vec<String>,
    /// Words before the cases an average is taken over: "among".
    pub among: Vec<String>,
    /// Words before a year of birth.
    pub born: Vec<String>,
    /// Words by which somebody is no longer alive.
    pub late: Vec<String>,
    /// Words from a count of days to the date it is counted from, up to now: "since".
    pub since: Vec<String>,
    /// Words that begin a name, although they name nothing alone: "New".
    pub name_openers: Vec<String>,
    /// Words that end a noun phrase.
    pub prepositions: Vec<String>,
    /// Forms that stemming cannot know, with their lemma.
    pub lemmas: Vec<(String, String)>,
}

/// The words of English; empty words where its lexicon is not sound, which a test rules out.
pub fn events() -> &'static EventWords {
    static NONE: LazyLock<EventWords> = LazyLock::new(EventWords::default);
    Lexicon::of("en").map_or(&NONE, |lexicon| &lexicon.events)
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_class_has_words() {
        assert!(super::events().classes.len() > 10);
        for class in &super::events().classes {
            assert!(!class.words.is_empty(), "{}", class.name);
        }
    }
}
