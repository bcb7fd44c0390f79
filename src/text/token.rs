//! Words, digits, punctuation and symbols of a text.
//!
//! What a token means is not known here.

use super::{Span, Text};

/// Sort of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// Letters, with apostrophes inside: "doesn't". A possessive "’s" is a word of its own.
    Word,
    /// Decimal digits and nothing else: "98" and "000" in "98,000".
    Digits,
    /// One character that parts words: "," "(" "-" "“".
    Punctuation,
    /// One character that stands for something: "%" "£" "°" "½" "+".
    Symbol,
}

/// The smallest piece of text that rules look at. White space is no token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is made of.
    pub kind: TokenKind,
    /// Where it stands.
    pub span: Span,
}

impl Token {
    /// Whether `next` begins where this token ends, with no space between.
    pub const fn touches(self, next: Self) -> bool {
        self.span.end() == next.span.start()
    }
}

/// The tokens inside `span`, in order, in one pass.
pub fn tokens(text: &Text, span: Span) -> Vec<Token> {
    let mut found = Vec::with_capacity(span.len() / 5 + 1);
    tokens_into(text, span, &mut found);
    found
}

/// As [`tokens`], into a vector that is emptied first and whose memory is used again.
pub fn tokens_into(text: &Text, span: Span, found: &mut Vec<Token>) {
    found.clear();
    let source = text.slice(span);
    let bytes = source.as_bytes();
    let offset = span.start();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let (kind, end) = match class(byte) {
            Class::Space => {
                at += 1;
                continue;
            }
            Class::Letter => (TokenKind::Word, word_end(source, at)),
            Class::Digit => (TokenKind::Digits, digits_end(bytes, at)),
            Class::Punctuation => match clitic_end(source, at, found, offset) {
                Some(end) => (TokenKind::Word, end),
                None => (TokenKind::Punctuation, at + 1),
            },
            Class::Symbol => (TokenKind::Symbol, at + 1),
            Class::Wide => {
                let Some(character) = source.get(at..).and_then(|rest| rest.chars().next()) else {
                    at += 1;
                    continue;
                };
                let next = at + character.len_utf8();
                if character.is_whitespace() || is_invisible(character) {
                    at = next;
                    continue;
                } else if is_word_character(character) {
                    (TokenKind::Word, word_end(source, at))
                } else if is_apostrophe(character)
                    && let Some(end) = clitic_end(source, at, found, offset)
                {
                    (TokenKind::Word, end)
                } else if is_punctuation(character) {
                    (TokenKind::Punctuation, next)
                } else {
                    (TokenKind::Symbol, next)
                }
            }
        };
        found.push(Token {
            kind,
            span: Span::new_unchecked(offset + at, offset + end),
        });
        at = end;
    }
}

enum Class {
    Space,
    Letter,
    Digit,
    Punctuation,
    Symbol,
    Wide,
}

const fn class(byte: u8) -> Class {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
        b'0'..=b'9' => Class::Digit,
        0..=b' ' | 0x7F => Class::Space,
        b'$' | b'%' | b'+' | b'<' | b'=' | b'>' | b'^' | b'`' | b'|' | b'~' => Class::Symbol,
        0x80.. => Class::Wide,
        _ => Class::Punctuation,
    }
}

fn digits_end(bytes: &[u8], from: usize) -> usize {
    let rest = bytes.get(from..).unwrap_or_default();
    from + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
}

/// End of the word that begins at `from`: letters, and apostrophes between letters unless a possessive follows.
fn word_end(source: &str, from: usize) -> usize {
    let bytes = source.as_bytes();
    let mut at = from;
    loop {
        while bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            at += 1;
        }
        let Some(next) = wide_or_apostrophe(source, at) else {
            return at;
        };
        let after = at + next.len_utf8();
        if is_apostrophe(next) {
            let letter = source.get(after..).and_then(|rest| rest.chars().next());
            if letter.is_some_and(char::is_alphabetic) && possessive_end(source, at).is_none() {
                at = after;
            } else {
                return at;
            }
        } else if is_word_character(next) || (at > from && is_invisible(next) && next != '\u{200B}')
        {
            at = after;
        } else {
            return at;
        }
    }
}

/// The character at `at`, where it could carry a word on beyond plain letters.
fn wide_or_apostrophe(source: &str, at: usize) -> Option<char> {
    let byte = *source.as_bytes().get(at)?;
    match byte {
        b'\'' => Some('\''),
        0x80.. => source.get(at..)?.chars().next(),
        _ => None,
    }
}

/// End of a possessive or other "’s" that follows a word directly and begins at `at`.
fn clitic_end(source: &str, at: usize, found: &[Token], offset: usize) -> Option<usize> {
    let last = found.last()?;
    let follows =
        last.span.end() == offset + at && matches!(last.kind, TokenKind::Word | TokenKind::Digits);
    follows.then(|| possessive_end(source, at)).flatten()
}

/// End of "’s" beginning at `at`, where no letter follows it.
fn possessive_end(source: &str, at: usize) -> Option<usize> {
    let mut rest = source.get(at..)?.chars();
    let apostrophe = rest.next().filter(|c| is_apostrophe(*c))?;
    rest.next().filter(|c| matches!(c, 's' | 'S'))?;
    let ends = rest.next().is_none_or(|c| !c.is_alphanumeric());
    ends.then(|| at + apostrophe.len_utf8() + 1)
}

const fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ')
}

/// Letters, and marks that stand on them.
fn is_word_character(character: char) -> bool {
    character.is_alphabetic()
        || matches!(character, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5BD}' | '\u{64B}'..='\u{65F}')
        || (matches!(character, '״' | '׳'))
}

/// Marks of direction, joiners and soft hyphens: no reader sees them.
const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}'
    )
}

/// Punctuation beyond ASCII: dashes, quotes, ellipsis, bullets and the like.
const fn is_punctuation(character: char) -> bool {
    matches!(
        character,
        '\u{2010}'..='\u{2027}' | '\u{2032}'..='\u{205E}' | '¡' | '¿' | '«' | '»' | '·' | '־' | '،' | '؛' | '؟'
            | '\u{3000}'..='\u{3002}'
    ) && !matches!(character, '′' | '″' | '⁄' | '‰' | '‱')
        || matches!(character, '§' | '¶')
}

#[cfg(test)]
mod tests {
    use super::TokenKind::{Digits as D, Symbol as S, Word as W};
    use super::*;

    fn read(source: &str) -> Vec<String> {
        let text = Text::verbatim(source);
        tokens(&text, text.whole())
            .into_iter()
            .map(|token| text.slice(token.span).to_owned())
            .collect()
    }

    #[test]
    fn words_digits_and_signs_are_told_apart() {
        assert_eq!(
            read("“£18.5million,” Kuziaev’s U21 doesn’t."),
            [
                "“",
                "£",
                "18",
                ".",
                "5",
                "million",
                ",",
                "”",
                "Kuziaev",
                "’s",
                "U",
                "21",
                "doesn’t",
                "."
            ]
        );
    }

    #[test]
    fn hebrew_words_keep_their_quotes_and_marks() {
        assert_eq!(
            read("יותר מ-100 אלף ברמב״ם"),
            ["יותר", "מ", "-", "100", "אלף", "ברמב״ם"]
        );
    }

    #[test]
    fn signs_of_measures_are_symbols() {
        let text = Text::verbatim("20°C 3½ 6′ 5%");
        let kinds: Vec<TokenKind> = tokens(&text, text.whole()).iter().map(|t| t.kind).collect();
        assert_eq!(kinds, [D, S, W, D, S, D, S, D, S]);
    }

    #[test]
    fn no_text_is_odd_enough_to_lose_order() {
        for odd in [
            "\u{301}",
            "'s",
            "’’s s’",
            "\u{200B}5\u{200B}",
            "a\u{AD}b",
            "\0",
            "😀5😀",
        ] {
            let text = Text::verbatim(odd);
            let tokens = tokens(&text, text.whole());
            assert!(
                tokens
                    .windows(2)
                    .all(|pair| pair[0].span.end() <= pair[1].span.start()),
                "{odd:?}"
            );
            assert!(
                tokens
                    .iter()
                    .all(|t| text.span(t.span.start(), t.span.end()).is_some()),
                "{odd:?}"
            );
        }
    }
}
