//! Phrases of several words, found from their first or last word.

use rustc_hash::FxHashMap;

use super::vocabulary::Vocabulary;

/// Phrases with what each means.
#[derive(Debug)]
pub struct Phrases<T> {
    by_word: FxHashMap<u32, Vec<(Vec<u32>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self {
            by_word: FxHashMap::default(),
        }
    }
}

impl<T> Phrases<T> {
    /// Phrases looked up by their last word.
    pub(super) fn by_last<'a>(
        phrases: impl Iterator<Item = (&'a str, T)>,
        vocabulary: &mut Vocabulary,
    ) -> Self {
        Self::build(phrases, vocabulary, |words| words.last().copied())
    }

    /// Phrases looked up by their first word.
    pub(super) fn by_first<'a>(
        phrases: impl Iterator<Item = (&'a str, T)>,
        vocabulary: &mut Vocabulary,
    ) -> Self {
        Self::build(phrases, vocabulary, |words| words.first().copied())
    }

    fn build<'a>(
        phrases: impl Iterator<Item = (&'a str, T)>,
        vocabulary: &mut Vocabulary,
        key: impl Fn(&[u32]) -> Option<u32>,
    ) -> Self {
        let mut by_word: FxHashMap<u32, Vec<(Vec<u32>, T)>> = FxHashMap::default();
        for (phrase, meaning) in phrases {
            let words = vocabulary.phrase(phrase);
            if let Some(key) = key(&words) {
                by_word.entry(key).or_default().push((words, meaning));
            }
        }
        #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
        for list in by_word.values_mut() {
            list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Self { by_word }
    }

    /// The longest phrase that `words` end with: how many words it has, and its meaning.
    pub fn ending(&self, words: impl Fn(usize) -> u32) -> Option<(usize, &T)> {
        self.by_word
            .get(&words(0))?
            .iter()
            .find_map(|(phrase, meaning)| {
                let fits = phrase
                    .iter()
                    .rev()
                    .enumerate()
                    .all(|(back, word)| words(back) == *word);
                fits.then_some((phrase.len(), meaning))
            })
    }

    /// The longest phrase that `words` begin with: how many words it has, and its meaning.
    pub fn beginning(&self, words: impl Fn(usize) -> u32) -> Option<(usize, &T)> {
        self.by_word
            .get(&words(0))?
            .iter()
            .find_map(|(phrase, meaning)| {
                let fits = phrase
                    .iter()
                    .enumerate()
                    .all(|(on, word)| words(on) == *word);
                fits.then_some((phrase.len(), meaning))
            })
    }
}
