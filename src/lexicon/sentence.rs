//! Words that decide where a sentence ends.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;
use serde::Deserialize;

/// Word lists for finding the ends of sentences.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, from = "Lists")]
pub struct SentenceWords {
    never: FxHashSet<Box<str>>,
    rarely: FxHashSet<Box<str>>,
    starters: FxHashSet<Box<str>>,
    speech: FxHashSet<Box<str>>,
}

/// The section as written; abbreviations without their last stop.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    never: BTreeSet<String>,
    rarely: BTreeSet<String>,
    starters: BTreeSet<String>,
    speech: BTreeSet<String>,
}

impl From<Lists> for SentenceWords {
    fn from(lists: Lists) -> Self {
        let set = |words: BTreeSet<String>| {
            words
                .iter()
                .map(|word| Box::from(word.to_lowercase()))
                .collect()
        };
        Self {
            never: set(lists.never),
            rarely: set(lists.rarely),
            starters: set(lists.starters),
            speech: set(lists.speech),
        }
    }
}

impl SentenceWords {
    /// Whether a stop after this abbreviation never ends a sentence: "Mr".
    pub fn never_ends(&self, abbreviation: &str) -> bool {
        has(&self.never, abbreviation)
    }

    /// Whether a stop after this abbreviation ends a sentence only before a word that starts one: "p.m", "Inc".
    pub fn rarely_ends(&self, abbreviation: &str) -> bool {
        has(&self.rarely, abbreviation)
    }

    /// Whether a sentence often begins with this word, and a name hardly ever.
    pub fn starts_sentence(&self, word: &str) -> bool {
        has(&self.starters, word)
    }

    /// Whether the word tells that somebody spoke: "said".
    pub fn speaks(&self, word: &str) -> bool {
        has(&self.speech, word)
    }
}

fn has(words: &FxHashSet<Box<str>>, word: &str) -> bool {
    word.len() <= 24 && words.contains(word.to_lowercase().as_str())
}
