//! From a text to its words.

use std::cell::RefCell;

use rustc_hash::FxHashMap;

use super::{Sort, Sym, Token, Vocabulary};
use crate::crosscheck::stem::stem;
use crate::lexicon::Lexicon;

/// Words remembered on each thread at most.
const REMEMBERED: usize = 1 << 16;

thread_local! {
    static READ: RefCell<FxHashMap<Sym, (Sym, Sym, Sort)>> = RefCell::default();
}

impl Vocabulary {
    /// The words of `text`, in order.
    pub(in crate::crosscheck) fn tokens(&self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(text.len() / 6 + 1);
        let mut start = None;
        let mut after_break = true;
        let mut after_comma = false;
        let mut letters = String::new();
        let mut previous = ' ';
        // The first word of the line.
        let mut line = 0;
        for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
            let inside = c.is_alphanumeric()
                || (matches!(c, '\'' | '’') && start.is_some())
                || (matches!(c, '.' | ',') && previous.is_ascii_digit() && digit_follows(text, at));
            if inside {
                start.get_or_insert(at);
            } else {
                if let Some(from) = start.take() {
                    let word = text.get(from..at).unwrap_or_default();
                    tokens.push(self.token(
                        word,
                        from,
                        at,
                        &mut letters,
                        (after_break, after_comma),
                    ));
                    (after_break, after_comma) = (false, false);
                }
                after_break |= match c {
                    '.' => !tokens
                        .last()
                        .is_some_and(|last| last.end == at && Self::abbreviates(text, *last)),
                    '–' | '—' | '-' => {
                        let words = tokens.get(line..).unwrap_or_default();
                        is_dateline(text, words)
                    }
                    _ => matches!(c, '!' | '?' | '\n' | ';' | ':' | '…' | '|'),
                };
                if c == '\n' {
                    line = tokens.len();
                }
                after_comma |= matches!(c, ',' | '(' | ')' | '–' | '—');
            }
            previous = c;
        }
        tokens
    }

    /// Whether a stop after this word ends no sentence: "Feb.", "U.".
    fn abbreviates(text: &str, token: Token) -> bool {
        let word = text.get(token.start..token.end).unwrap_or_default();
        (word.chars().count() == 1 && token.capital)
            || Lexicon::of("en")
                .is_some_and(|lexicon| lexicon.sentences.never_ends(&word.to_lowercase()))
    }

    fn token(
        &self,
        word: &str,
        start: usize,
        end: usize,
        letters: &mut String,
        (after_break, after_comma): (bool, bool),
    ) -> Token {
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let (stem, sense, sort) = self.read(word, letters);
        Token {
            start,
            end,
            stem,
            sense,
            sort,
            capital,
            order: self.order_of(word),
            after_break,
            after_comma,
        }
    }

    /// Stem, sense and sort of a word. Texts use few words often, so what was read before is remembered.
    fn read(&self, word: &str, letters: &mut String) -> (Sym, Sym, Sort) {
        let key = Sym::of(word);
        if let Some(known) = READ.with_borrow(|read| read.get(&key).copied()) {
            return known;
        }
        let found = self.read_anew(word, letters);
        READ.with_borrow_mut(|read| {
            if read.len() >= REMEMBERED {
                read.clear();
            }
            read.insert(key, found);
        });
        found
    }

    fn read_anew(&self, word: &str, letters: &mut String) -> (Sym, Sym, Sort) {
        letters.clear();
        letters.extend(word.chars().flat_map(char::to_lowercase));
        let plain = letters.trim_end_matches(['\'', '’']);
        let plain = plain
            .strip_suffix("'s")
            .or_else(|| plain.strip_suffix("’s"))
            .unwrap_or(plain);
        let plain = self.glued.bare(plain);
        let number = plain.starts_with(|c: char| c.is_ascii_digit());
        let as_written = Sym::of(plain);
        let stem = if number {
            as_written
        } else {
            Sym::of(&stem(plain, &self.lemmas))
        };
        let sort = if number {
            Sort::Number
        } else if self.function.contains(&stem) || plain.chars().count() < 2 {
            Sort::Function
        } else {
            Sort::Content
        };
        let sense = self.synonyms.get(&stem).copied().unwrap_or(stem);
        (stem, sense, sort)
    }
}

/// Words of a dateline at most: "KYIV, Ukraine, Sept. 27, 2022 (Meridian) —".
const LONGEST_DATELINE: usize = 10;

/// Whether these words before a dash are a dateline: it begins with capitals, and is no part of the sentence behind it.
fn is_dateline(text: &str, words: &[Token]) -> bool {
    let first = words.first();
    let name = first.and_then(|first| text.get(first.start..first.end));
    let capitals = name.is_some_and(|name| {
        name.chars().count() > 2
            && name.chars().all(char::is_uppercase)
            && words.len() <= LONGEST_DATELINE
    });
    capitals && !words.iter().skip(1).any(|word| word.after_break)
}

fn digit_follows(text: &str, at: usize) -> bool {
    text.as_bytes().get(at + 1).is_some_and(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::super::vocabulary;

    #[test]
    fn a_number_with_separators_is_one_word() {
        let tokens = vocabulary().tokens("In 1,234.5 ways.");
        assert_eq!(tokens.len(), 3);
    }

    #[test]
    fn a_dateline_is_no_part_of_its_sentence() {
        let starts = |text: &str| {
            let tokens = vocabulary().tokens(text);
            let begins = tokens.iter().filter(|token| token.after_break);
            begins
                .filter_map(|token| text.get(token.start..token.end).map(str::to_owned))
                .collect::<Vec<_>>()
        };
        assert_eq!(
            starts("HARBOUR, 3 May 2025 (Meridian) — Forty goats fled – or so."),
            ["HARBOUR", "Forty"]
        );
        assert_eq!(starts("The NATO ships – forty of them – left."), ["The"]);
    }
}
