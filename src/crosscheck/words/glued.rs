//! Words onto which letters are written that are words of their own: Hebrew "and", "in", "the".

use rustc_hash::FxHashSet;

use super::Sym;
use crate::lexicon::{LANGUAGES, Lexicon};

/// Letters written onto one word at most: "and the wounded".
const LETTERS: usize = 2;
/// Letters of the shortest word that is looked for behind them.
const SHORTEST: usize = 3;

/// The letters, and the words of happenings and people that are known behind them.
#[derive(Debug)]
pub(super) struct Glued {
    letters: Vec<&'static str>,
    words: FxHashSet<Sym>,
}

impl Glued {
    /// Of all languages that write so.
    pub(super) fn new() -> Self {
        let (mut letters, mut words) = (Vec::new(), FxHashSet::default());
        let lexicons = LANGUAGES.iter().filter_map(|(code, _)| Lexicon::of(code));
        for lexicon in lexicons.filter(|lexicon| !lexicon.grammar.prefixes.is_empty()) {
            letters.extend(lexicon.grammar.prefixes.iter().map(String::as_str));
            let events = &lexicon.events;
            let of_classes = events.classes.iter().flat_map(|class| &class.words);
            let phrases = of_classes.chain(&events.anyone).chain(&events.sources);
            words.extend(phrases.flat_map(|phrase| phrase.split(' ')).map(Sym::of));
        }
        Self { letters, words }
    }

    /// A known word without the letters written onto it; `word` itself where none is known.
    pub(super) fn bare<'w>(&self, word: &'w str) -> &'w str {
        if word.is_ascii() {
            return word;
        }
        // "מהמשטרה": known as "the police", and as "police" behind one letter more.
        let (mut rest, mut known) = (word, word);
        for _ in 0..=LETTERS {
            if self.words.contains(&Sym::of(rest)) {
                known = rest;
            }
            let next = self.letters.iter().find_map(|one| rest.strip_prefix(one));
            match next.filter(|next| next.chars().count() >= SHORTEST) {
                Some(next) => rest = next,
                None => break,
            }
        }
        known
    }
}

#[cfg(test)]
mod tests {
    use super::Glued;

    #[test]
    fn a_known_word_is_found_behind_its_letters() {
        let glued = Glued::new();
        assert_eq!(glued.bare("והפצועים"), "פצועים");
        assert_eq!(glued.bare("נפצעו"), "נפצעו");
        assert_eq!(glued.bare("הגדיים"), "הגדיים");
    }
}
