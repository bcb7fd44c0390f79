//! Tokens: words, numbers and marks with the classes the lexicon gives them.

use super::single;
use crate::lexicon::words::{Class, Classes, Words};
use crate::text::{Span, Text};

/// What a token looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A word in small letters.
    Word,
    /// A word that begins with a capital letter.
    Capital,
    /// A word of capital letters alone, longer than one letter.
    Capitals,
    /// Begins with a digit.
    Number,
    /// "'s" after a noun.
    Genitive,
    /// Comma.
    Comma,
    /// Full stop or ellipsis.
    Stop,
    /// "?" or "!".
    Exclamation,
    /// Colon.
    Colon,
    /// Semicolon.
    Semicolon,
    /// A dash that stands between words.
    Dash,
    /// Opening bracket.
    Open,
    /// Closing bracket.
    Close,
    /// Opening quotation mark.
    QuoteOpen,
    /// Closing quotation mark.
    QuoteClose,
    /// Any other sign.
    Sign,
}

/// A token of a text.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it looks like.
    pub shape: Shape,
    /// What its word can be.
    pub classes: Classes,
    /// Number of the paragraph (line) it stands in.
    pub paragraph: usize,
}

impl Token {
    /// Whether the word can be of `class`.
    pub fn is(&self, class: Class) -> bool {
        self.classes.has(class)
    }

    /// Whether it is a word of letters.
    pub fn is_word(&self) -> bool {
        matches!(self.shape, Shape::Word | Shape::Capital | Shape::Capitals)
    }

    /// Whether it is a word with a capital.
    pub fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Capitals)
    }
}

/// Splits `text` into tokens, in order.
pub(super) fn tokens(text: &Text, words: &Words) -> Vec<Token> {
    let mut scan = Scan {
        text,
        words,
        at: 0,
        paragraph: 0,
        tokens: Vec::with_capacity(text.len() / 5),
        lower: String::new(),
        single_close: None,
    };
    while scan.step() {}
    scan.tokens
}

struct Scan<'a> {
    text: &'a Text,
    words: &'a Words,
    at: usize,
    paragraph: usize,
    tokens: Vec<Token>,
    lower: String,
    /// Where the single quotation marks that are open close.
    single_close: Option<usize>,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        self.text.as_str().get(self.at..).unwrap_or_default()
    }

    fn previous(&self) -> Option<char> {
        let before = self.text.as_str().get(..self.at).unwrap_or_default();
        before.chars().next_back()
    }

    fn push(&mut self, length: usize, shape: Shape, classes: Classes) {
        if let Some(span) = self.text.span(self.at, self.at + length) {
            self.tokens.push(Token {
                span,
                shape,
                classes,
                paragraph: self.paragraph,
            });
        }
        self.at += length;
    }

    fn step(&mut self) -> bool {
        let rest = self.rest();
        let Some(first) = rest.chars().next() else {
            return false;
        };
        let second = rest.chars().nth(1);
        if first == '\n' {
            self.paragraph += 1;
            self.single_close = None;
            self.at += 1;
        } else if first.is_whitespace() || first == '\u{200b}' || first == '\u{feff}' {
            self.at += first.len_utf8();
        } else if first.is_alphabetic() {
            self.word();
        } else if first.is_ascii_digit() {
            self.number();
        } else {
            self.mark(first, second);
        }
        true
    }

    fn word(&mut self) {
        let rest = self.text.as_str().get(self.at..).unwrap_or_default();
        // Most words are plain letters to their end.
        let plain = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (word, rest_of_it) = rest.split_at_checked(plain).unwrap_or(("", rest));
        let mut end = plain;
        let mut previous = word.chars().next_back();
        let mut letters = rest_of_it
            .char_indices()
            .map(|(at, letter)| (at + plain, letter))
            .peekable();
        while let Some((at, letter)) = letters.next() {
            let next = letters.peek().map(|(_, next)| *next);
            let inner = next.is_some_and(char::is_alphanumeric);
            let goes_on = letter.is_alphanumeric()
                || (matches!(letter, '\'' | '’') && inner && !clitic(rest.get(at..)))
                || (matches!(letter, '-' | '‑' | '&' | '@' | '_') && inner)
                || (letter == '.' && inner && single_letters(rest.get(..at)))
                || (letter == '.'
                    && (at > 2 || at == 2 && previous.is_some_and(char::is_uppercase))
                    && next.is_some_and(|c| c.is_ascii_lowercase()))
                || matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5c7}')
                || (matches!(letter, '"' | '״') && hebrew(previous) && hebrew(next));
            if !goes_on {
                break;
            }
            previous = Some(letter);
            end = at + letter.len_utf8();
        }
        let word = rest.get(..end).unwrap_or_default();
        self.lower.clear();
        if word.is_ascii() {
            self.lower.push_str(word);
            self.lower.make_ascii_lowercase();
        } else {
            for letter in word.chars() {
                match letter {
                    '’' => self.lower.push('\''),
                    '״' => self.lower.push('"'),
                    letter => self.lower.extend(letter.to_lowercase()),
                }
            }
        }
        let mut classes = self.words.classes(&self.lower);
        let followed_by_stop = rest.as_bytes().get(end) == Some(&b'.');
        let followed_by_more = rest.as_bytes().get(end + 1) != Some(&b'.');
        if followed_by_stop && followed_by_more {
            self.lower.push('.');
            let abbreviation = self.words.classes(&self.lower);
            let initial =
                single_letters(Some(word)) && word.chars().all(|c| c.is_uppercase() || c == '.');
            if abbreviation != Classes::NONE {
                classes = abbreviation;
                end += 1;
            } else if initial {
                classes = if word.contains('.') {
                    classes.with(Class::FinalAbbreviation)
                } else {
                    Classes::NONE.with(Class::Abbreviation)
                };
                end += 1;
            } else if single_letters(Some(word)) && word.contains('.') {
                classes = classes.with(Class::FinalAbbreviation);
                end += 1;
            }
        }
        let word = rest.get(..end).unwrap_or_default();
        let mut chars = word.chars();
        let capital = chars.next().is_some_and(char::is_uppercase);
        let many = word.chars().nth(1).is_some();
        let shape = if capital && many && word.chars().all(|c| !c.is_lowercase()) {
            Shape::Capitals
        } else if capital || word.chars().skip(1).any(char::is_uppercase) {
            Shape::Capital
        } else {
            Shape::Word
        };
        self.push(end, shape, classes);
    }

    fn number(&mut self) {
        let rest = self.rest();
        let bytes = rest.as_bytes();
        let mut end = 0;
        for (at, letter) in rest.char_indices() {
            let next = bytes.get(at + 1).copied().unwrap_or(b' ');
            let goes_on = letter.is_alphanumeric()
                || (matches!(letter, ',' | '.' | ':' | '/') && next.is_ascii_digit())
                || (matches!(letter, '-' | '–') && next.is_ascii_alphanumeric());
            if !goes_on {
                break;
            }
            end = at + letter.len_utf8();
        }
        self.push(end.max(1), Shape::Number, Classes::NONE);
    }

    fn mark(&mut self, first: char, second: Option<char>) {
        let apart = self.previous().is_none_or(|c| {
            c.is_whitespace() || matches!(c, '(' | '[' | '—' | '–' | '-' | '“' | '"' | '‘')
        });
        let next_is_word = second.is_some_and(|c| !c.is_whitespace());
        let opens = apart && next_is_word;
        let (length, shape) = match first {
            '\'' if second == Some('\'') && self.single_close != Some(self.at) => {
                let third = self.rest().chars().nth(2);
                let opens = apart && third.is_some_and(|c| !c.is_whitespace());
                (
                    2,
                    if opens {
                        Shape::QuoteOpen
                    } else {
                        Shape::QuoteClose
                    },
                )
            }
            '`' if second == Some('`') => (2, Shape::QuoteOpen),
            '“' | '„' | '«' => (first.len_utf8(), Shape::QuoteOpen),
            '”' | '»' => (first.len_utf8(), Shape::QuoteClose),
            '"' => (
                1,
                if opens {
                    Shape::QuoteOpen
                } else {
                    Shape::QuoteClose
                },
            ),
            '‘' => {
                self.single_close = single::closing(self.rest(), '’').map(|on| self.at + on);
                (first.len_utf8(), Shape::QuoteOpen)
            }
            '\'' | '’' => {
                let opened = (first == '\'' && opens && self.single_close.is_none())
                    .then(|| single::opened(self.rest()))
                    .flatten();
                if let Some(closing) = opened {
                    self.single_close = Some(self.at + closing);
                    (1, Shape::QuoteOpen)
                } else if self.single_close == Some(self.at) {
                    self.single_close = None;
                    (first.len_utf8(), Shape::QuoteClose)
                } else if clitic(Some(self.rest())) {
                    (first.len_utf8() + 1, Shape::Genitive)
                } else if !apart {
                    (first.len_utf8(), Shape::Genitive)
                } else {
                    (first.len_utf8(), Shape::Sign)
                }
            }
            ',' => (1, Shape::Comma),
            '.' if second == Some('.') => {
                let dots = self.rest().chars().take_while(|c| *c == '.').count();
                (dots, Shape::Stop)
            }
            '.' | '…' => (first.len_utf8(), Shape::Stop),
            '?' | '!' => (1, Shape::Exclamation),
            ':' => (1, Shape::Colon),
            ';' => (1, Shape::Semicolon),
            '-' if second == Some('-') => (2, Shape::Dash),
            '—' | '–' | '―' => (first.len_utf8(), Shape::Dash),
            '-' if apart && !next_is_word => (1, Shape::Dash),
            '(' | '[' => (1, Shape::Open),
            ')' | ']' => (1, Shape::Close),
            _ => (first.len_utf8(), Shape::Sign),
        };
        self.push(length, shape, Classes::NONE);
    }
}

/// A letter of Hebrew, in whose abbreviations a mark like a quotation mark stands before the last letter.
fn hebrew(letter: Option<char>) -> bool {
    letter.is_some_and(|letter| matches!(letter, 'א'..='ת'))
}

/// Whether `rest` begins with "'s" that ends its word.
fn clitic(rest: Option<&str>) -> bool {
    let mut letters = rest.unwrap_or_default().chars();
    matches!(letters.next(), Some('\'' | '’'))
        && matches!(letters.next(), Some('s' | 'S'))
        && letters.next().is_none_or(|c| !c.is_alphanumeric())
}

/// Whether a word is single letters with stops between: "U", "U.S".
fn single_letters(word: Option<&str>) -> bool {
    word.unwrap_or_default()
        .split('.')
        .all(|part| part.chars().count() == 1)
}
