//! Immutable text and places in it.
//!
//! [`Text`] is the only maker of [`Span`]s, so a span in hand is always on character boundaries.
//! Only this module slices strings. What a span means is not known here.

mod anchor;
mod code_points;
mod sentence;
mod span;
mod token;

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;

pub use anchor::Anchor;
pub use code_points::CodePoints;
pub use sentence::sentences;
pub use span::Span;
pub use token::{Token, TokenKind, tokens, tokens_into};

/// A string that never changes; cheap to clone. Written to files as its lines.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "Vec<String>", from = "Vec<String>")]
pub struct Text(Arc<str>);

impl Text {
    /// The string exactly as given, so that positions in it are positions in the caller's string.
    pub fn verbatim(text: &str) -> Self {
        Self(Arc::from(text))
    }

    /// The string in Unicode form NFC with `\n` as its only line end, no control sign but tabs and page breaks and no
    /// places where a line or word may break, for "1\u{200B}250" is one number: the form of every imported article.
    pub fn normalised(text: &str) -> Self {
        let lines = text.replace("\r\n", "\n");
        let shown = lines
            .chars()
            .filter(|c| !matches!(c, '\u{AD}' | '\u{200B}'));
        let plain = shown.map(|c| match c {
            '\r' | '\u{B}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            '\n' | '\t' | '\u{C}' => c,
            // It may stand between two words.
            c if c.is_control() => ' ',
            c => c,
        });
        let text = plain.nfc().collect::<String>();
        Self(Arc::from(without_marks_in_numbers(text)))
    }

    /// The whole string.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The half-open byte range `start..end`, if it lies on character boundaries of this text.
    pub fn span(&self, start: usize, end: usize) -> Option<Span> {
        let sound = start <= end
            && u32::try_from(end).is_ok()
            && self.0.is_char_boundary(start)
            && self.0.is_char_boundary(end);
        sound.then(|| Span::new_unchecked(start, end))
    }

    /// The whole text as a span.
    pub fn whole(&self) -> Span {
        Span::new_unchecked(0, self.0.len())
    }

    /// The words at `span`; empty if the span is of another, longer text.
    pub fn slice(&self, span: Span) -> &str {
        self.0.get(span.start()..span.end()).unwrap_or_default()
    }

    /// The text before `span`.
    pub fn before(&self, span: Span) -> &str {
        self.0.get(..span.start()).unwrap_or_default()
    }

    /// The text after `span`.
    pub fn after(&self, span: Span) -> &str {
        self.0.get(span.end()..).unwrap_or_default()
    }

    /// Every place where `words` stands, in order, overlapping ones included.
    pub fn find_all(&self, words: &str) -> Vec<Span> {
        if words.is_empty() {
            return Vec::new();
        }
        let finder = memchr::memmem::Finder::new(words);
        let mut from = 0;
        let next = || {
            let rest = self.0.as_bytes().get(from..)?;
            let start = from + finder.find(rest)?;
            from = start + 1;
            Some(start)
        };
        std::iter::from_fn(next)
            .filter_map(|start| self.span(start, start + words.len()))
            .collect()
    }

    /// A converter from byte offsets to Unicode code points, the unit of the W3C annotation model.
    pub fn code_points(&self) -> CodePoints {
        CodePoints::of(&self.0)
    }
}

impl From<Text> for Vec<String> {
    fn from(text: Text) -> Self {
        text.0.split('\n').map(str::to_owned).collect()
    }
}

impl From<Vec<String>> for Text {
    fn from(lines: Vec<String>) -> Self {
        Self(Arc::from(lines.join("\n")))
    }
}

impl std::fmt::Debug for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:?}", &*self.0)
    }
}

/// Whether a sign gives the direction of what stands beside it and is not seen itself.
const fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{61C}')
}

/// The same text with no direction mark inside a number: "12\u{200F},\u{200F}000" is one.
fn without_marks_in_numbers(text: String) -> String {
    if !text.contains(is_direction_mark) {
        return text;
    }
    let in_number = |c: Option<char>| c.is_some_and(|c| c.is_numeric() || matches!(c, '.' | ','));
    let mut kept = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        let behind = || {
            text.get(at..)
                .and_then(|rest| rest.chars().find(|c| !is_direction_mark(*c)))
        };
        let before = kept.chars().next_back();
        let inside = is_direction_mark(c)
            && in_number(before)
            && in_number(behind())
            && (before.is_some_and(char::is_numeric) || behind().is_some_and(char::is_numeric));
        if !inside {
            kept.push(c);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_never_cuts_a_character() {
        let text = Text::verbatim("£5m");
        assert_eq!(text.span(0, 2).map(|s| text.slice(s)), Some("£"));
        assert_eq!(text.span(0, 1), None);
        assert_eq!(text.span(2, 99), None);
    }

    #[test]
    fn normalising_composes_letters_and_unifies_line_ends() {
        assert_eq!(Text::normalised("e\u{301}\r\nb\rc").as_str(), "é\nb\nc");
    }

    #[test]
    fn normalising_leaves_no_sign_that_could_steer_a_terminal() {
        let text = Text::normalised("40\u{7}50 \u{1B}[31mgoats\u{85}fled\u{C}on");
        assert_eq!(text.as_str(), "40 50  [31mgoats\nfled\u{C}on");
    }
}
