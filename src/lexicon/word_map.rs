//! A map from words, for look-ups of every word of a text.

use rustc_hash::FxHashMap;

/// Bytes of a short word at most: with its length they fill a number of 128 bits.
const SHORT: usize = 15;

/// A map from words. Nearly all words are short: such a word is its own key, with nothing to follow or to compare.
#[derive(Clone, Debug)]
pub(super) struct WordMap<V> {
    short: FxHashMap<u128, V>,
    long: FxHashMap<Box<str>, V>,
}

impl<V> Default for WordMap<V> {
    fn default() -> Self {
        Self {
            short: FxHashMap::default(),
            long: FxHashMap::default(),
        }
    }
}

impl<V> WordMap<V> {
    /// What is kept for the word.
    pub(super) fn get(&self, word: &str) -> Option<&V> {
        self.get_folded(word, |byte| byte)
    }

    /// What is kept for a word of ASCII letters in lower case, however it is written here.
    pub(super) fn get_ascii(&self, word: &str) -> Option<&V> {
        if word.len() > SHORT {
            return self.long.get(word.to_ascii_lowercase().as_str());
        }
        self.get_folded(word, |byte| byte.to_ascii_lowercase())
    }

    /// What is kept for the word of these letters.
    pub(super) fn get_letters(&self, letters: impl Iterator<Item = char> + Clone) -> Option<&V> {
        let mut bytes = [0_u8; SHORT + 1];
        let mut length = 0;
        for letter in letters.clone() {
            let end = length + letter.len_utf8();
            let Some(place) = bytes.get_mut(length..end).filter(|_| end <= SHORT) else {
                return self.long.get(letters.collect::<String>().as_str());
            };
            letter.encode_utf8(place);
            length = end;
        }
        self.short.get(&number(bytes, length))
    }

    fn get_folded(&self, word: &str, fold: impl Fn(u8) -> u8) -> Option<&V> {
        match packed(word, fold) {
            Some(key) => self.short.get(&key),
            None => self.long.get(word),
        }
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.short.len() + self.long.len()
    }

    /// The place of the word, which holds `first` where it is new.
    pub(super) fn entry(&mut self, word: &str, first: V) -> &mut V {
        match packed(word, |byte| byte) {
            Some(key) => self.short.entry(key).or_insert(first),
            None => self.long.entry(Box::from(word)).or_insert(first),
        }
    }
}

/// A short word as a number.
fn packed(word: &str, fold: impl Fn(u8) -> u8) -> Option<u128> {
    if word.len() > SHORT {
        return None;
    }
    let mut bytes = [0_u8; SHORT + 1];
    for (place, byte) in bytes.iter_mut().zip(word.bytes()) {
        *place = fold(byte);
    }
    Some(number(bytes, word.len()))
}

/// The number of the bytes of a short word, with its length in the last.
fn number(mut bytes: [u8; SHORT + 1], length: usize) -> u128 {
    if let Some(last) = bytes.last_mut() {
        *last = u8::try_from(length).unwrap_or(u8::MAX);
    }
    u128::from_le_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_and_long_words_are_told_apart() {
        let mut map = WordMap::default();
        let words = [
            "a",
            "a\0",
            "fifteen-letters",
            "sixteen-letters-",
            "שנים",
            "",
        ];
        for (number, word) in words.iter().enumerate() {
            map.entry(word, number);
        }
        assert_eq!(map.len(), words.len());
        for (number, word) in words.iter().enumerate() {
            assert_eq!(map.get(word), Some(&number), "{word:?}");
            assert_eq!(map.get_letters(word.chars()), Some(&number), "{word:?}");
        }
        assert_eq!(map.get("A"), None);
        assert_eq!(map.get_ascii("Fifteen-LETTERS"), Some(&2));
        assert_eq!(map.get_ascii("Sixteen-LETTERS-"), Some(&3));
    }

    #[test]
    fn a_word_that_is_there_keeps_its_place() {
        let mut map = WordMap::default();
        *map.entry("year", 1) = 2;
        assert_eq!(*map.entry("year", 3), 2);
    }
}
