//! The words of a profile: many short lists in one piece of memory, for a corpus has as many profiles as claims.

use super::Profile;
use crate::crosscheck::words::{Sym, Word};

/// How many lists of words a profile has.
const WORDS: usize = 12;

/// Sorted lists, one after the other.
#[derive(Clone, Debug, Default)]
pub(super) struct Lists {
    words: Box<[Word]>,
    /// Where each ends.
    ends: [u16; WORDS],
    numbers: Box<[u16]>,
    /// Where the first of the two lists of numbers ends.
    first: u16,
}

/// The lists before they are put together; each is sorted.
#[derive(Debug, Default)]
pub(super) struct Loose {
    pub about: Vec<Sym>,
    pub sentence: Vec<Sym>,
    pub around: Vec<Sym>,
    pub own_names: Vec<Sym>,
    pub names: Vec<Sym>,
    pub place: Vec<Sym>,
    pub years: Vec<Sym>,
    pub spell: Vec<Sym>,
    pub source: Vec<Sym>,
    pub modifiers: Vec<Sym>,
    pub owners: Vec<Sym>,
    pub complement: Vec<Sym>,
    pub deeds: Vec<u16>,
    pub narrowing: Vec<u16>,
}

impl From<Loose> for Lists {
    fn from(loose: Loose) -> Self {
        let of_words: [&[Sym]; WORDS] = [
            &loose.about,
            &loose.sentence,
            &loose.around,
            &loose.own_names,
            &loose.names,
            &loose.place,
            &loose.years,
            &loose.spell,
            &loose.source,
            &loose.modifiers,
            &loose.owners,
            &loose.complement,
        ];
        let mut end = 0;
        let ends = of_words.map(|list| {
            end += list.len();
            place(end)
        });
        Self {
            words: of_words.concat().into_iter().map(Sym::short).collect(),
            ends,
            first: place(loose.deeds.len()),
            numbers: [loose.deeds, loose.narrowing].concat().into(),
        }
    }
}

/// No sentence is read as having more words than this.
fn place(at: usize) -> u16 {
    u16::try_from(at).unwrap_or(u16::MAX)
}

impl Lists {
    fn words(&self, nth: usize) -> &[Word] {
        let end = |nth: usize| self.ends.get(nth).map_or(0, |end| usize::from(*end));
        let start = nth.checked_sub(1).map_or(0, end);
        self.words.get(start..end(nth)).unwrap_or_default()
    }
}

impl Profile {
    /// Content words of the figure's own clause.
    pub(in crate::crosscheck) fn about(&self) -> &[Word] {
        self.lists.words(0)
    }

    /// Content words of its sentence.
    pub(in crate::crosscheck) fn sentence(&self) -> &[Word] {
        self.lists.words(1)
    }

    /// Content words of its sentence but for the figure and who says so.
    pub(in crate::crosscheck) fn around(&self) -> &[Word] {
        self.lists.words(2)
    }

    /// Names close to the figure, but for who says so.
    pub(in crate::crosscheck) fn own_names(&self) -> &[Word] {
        self.lists.words(3)
    }

    /// Words of its sentence that are names.
    pub(in crate::crosscheck) fn names(&self) -> &[Word] {
        self.lists.words(4)
    }

    /// The words of its place.
    pub(in crate::crosscheck) fn place(&self) -> &[Word] {
        self.lists.words(5)
    }

    /// Years written in its sentence.
    pub(in crate::crosscheck) fn years(&self) -> &[Word] {
        self.lists.words(6)
    }

    /// Words that give the length of its period: "in a week".
    pub(in crate::crosscheck) fn spell(&self) -> &[Word] {
        self.lists.words(7)
    }

    /// The words of its source; none where no source is given or it says nothing of who speaks.
    pub(in crate::crosscheck) fn source(&self) -> &[Word] {
        self.lists.words(8)
    }

    /// Words that say of which make its measure is: "**hotel** prices", "output of **beef**".
    pub(in crate::crosscheck) fn modifiers(&self) -> &[Word] {
        self.lists.words(9)
    }

    /// Nouns that say whose it is: "pay rise of the **nurses**".
    pub(in crate::crosscheck) fn owners(&self) -> &[Word] {
        self.lists.words(10)
    }

    /// What is said behind the figure of what it is for, with or under: "£4 million **on libraries**".
    pub(in crate::crosscheck) fn complement(&self) -> &[Word] {
        self.lists.words(11)
    }

    /// Classes of happening named anywhere in its sentence.
    pub(in crate::crosscheck) fn deeds(&self) -> &[u16] {
        self.lists
            .numbers
            .get(..usize::from(self.lists.first))
            .unwrap_or_default()
    }

    /// Narrowing words, as numbers of the lexicon's lists.
    pub(in crate::crosscheck) fn narrowing(&self) -> &[u16] {
        self.lists
            .numbers
            .get(usize::from(self.lists.first)..)
            .unwrap_or_default()
    }
}
