//! Words as they are compared: stems as hashes, classes of happenings, synonyms.
//!
//! Two words are one when their stems are. A stem is kept as a 64-bit hash ([`Sym`]): equality is all that is asked
//! of it, and among a million words the chance that two hashes fall together is below one in ten million.

mod classes;
mod glued;
mod read;
mod vocabulary;

use std::hash::Hasher as _;

use rustc_hash::FxHasher;

pub(super) use self::classes::{class_name, counts_people, course_of, goes_away, lives};
pub(super) use self::vocabulary::{Vocabulary, vocabulary};

/// A stem, for equality alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Sym(pub u64);

impl Sym {
    /// Of letters as they stand.
    pub(super) fn of(letters: &str) -> Self {
        let mut hasher = FxHasher::default();
        hasher.write(letters.as_bytes());
        Self(hasher.finish())
    }
}

impl Sym {
    /// In half the room.
    pub(super) fn short(self) -> Word {
        Word(u32::try_from(self.0 >> 32).unwrap_or_default())
    }
}

/// A stem in a list that is laid beside other lists of the kind. A corpus has many such lists, and two lists of a
/// dozen words share one by chance once in thirty million times.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Word(u32);

/// What sort of word a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    /// Names no thing: "of", "said".
    Function,
    /// Digits.
    Number,
    /// Any other word.
    Content,
}

/// Where a language puts the noun of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    /// Behind what describes it: "old ships".
    NounLast,
    /// Before it.
    NounFirst,
}

/// A word of a text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
    /// Its stem.
    pub stem: Sym,
    /// Its stem, or the stem that stands for all its synonyms.
    pub sense: Sym,
    /// Sort of word.
    pub sort: Sort,
    /// Whether it is written with a capital.
    pub capital: bool,
    /// Where its language puts the noun.
    pub order: Order,
    /// Whether a sentence, line or clause ends between this word and the one before.
    pub after_break: bool,
    /// Whether a comma or bracket stands between this word and the one before.
    pub after_comma: bool,
}
