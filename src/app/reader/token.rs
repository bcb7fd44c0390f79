//! From a paragraph to tokens: the smallest pieces that are drawn as one. What a token looks like is not known here.

use std::ops::Range;

use unicode_bidi::{BidiClass, Level, bidi_class};

use super::bidi::{has_rtl, levels_with_isolates, mirrored};

/// What a token is made of, as far as drawing needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// White space at which a line may end.
    Space,
    /// Letters written from right to left; the shaper turns them itself.
    RtlLetters,
    /// Anything else: Latin words, digits, punctuation.
    Other,
}

/// The smallest piece that is drawn as one: same level, same kind, no place to break a line inside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Bytes of the paragraph.
    pub bytes: Range<usize>,
    /// Embedding level; odd runs from right to left.
    pub level: Level,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether a line may end after it.
    pub breaks: bool,
}

/// A paragraph cut into tokens, in logical order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tokens {
    /// Whether the paragraph as a whole runs from right to left.
    pub rtl: bool,
    /// The tokens; together they are the paragraph, byte for byte.
    pub tokens: Vec<Token>,
}

/// Cuts a paragraph into tokens; `isolates` are the places of its claims.
pub(super) fn tokenise(text: &str, isolates: &[Range<usize>]) -> Tokens {
    let (rtl, levels) = if has_rtl(text) {
        levels_with_isolates(text, isolates)
    } else {
        (false, Vec::new())
    };
    let level_at = |byte: usize| levels.get(byte).copied().unwrap_or(Level::ltr());
    let mut tokens: Vec<Token> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut before = ' ';
    while let Some((start, c)) = chars.next() {
        let end = start + c.len_utf8();
        let level = level_at(start);
        let after = chars.peek().map_or(' ', |(_, c)| *c);
        let attaches = attaches(c);
        let kind = kind_of(c);
        let breaks = kind == TokenKind::Space || breaks_after(before, c, after);
        match tokens.last_mut() {
            Some(last)
                if last.level == level
                    && (attaches || last.kind == kind)
                    && (!last.breaks || kind == TokenKind::Space) =>
            {
                last.bytes.end = end;
                last.breaks |= breaks && !attaches;
            }
            _ => tokens.push(Token {
                bytes: start..end,
                level,
                kind,
                breaks,
            }),
        }
        if !attaches {
            before = c;
        }
    }
    Tokens { rtl, tokens }
}

/// The token as it is handed to the shaper, which draws from left to right: letters of right-to-left scripts stay
/// as they are, anything else that runs from right to left is reversed and mirrored.
pub(super) fn shown(token: &Token, text: &str) -> String {
    let text = text.get(token.bytes.clone()).unwrap_or_default();
    let visible = text.chars().filter(|c| !is_invisible(*c));
    if !token.level.is_rtl() || token.kind == TokenKind::RtlLetters {
        return visible.collect();
    }
    let mut clusters: Vec<String> = Vec::new();
    for c in visible {
        let c = mirrored(c);
        match clusters.last_mut() {
            Some(cluster) if attaches(c) => cluster.push(c),
            _ => clusters.push(c.to_string()),
        }
    }
    clusters.into_iter().rev().collect()
}

/// Marks and joiners, which belong to the character before them.
pub(super) fn attaches(c: char) -> bool {
    !c.is_ascii()
        && (matches!(bidi_class(c), BidiClass::NSM) || matches!(c, '\u{200C}' | '\u{200D}'))
}

/// Characters that say something about the text and have no shape of their own.
pub(super) fn is_invisible(c: char) -> bool {
    (c.is_control() && c != '\t')
        || matches!(c, '\u{AD}' | '\u{61C}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

fn kind_of(c: char) -> TokenKind {
    if c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{2007}' | '\u{202F}') {
        TokenKind::Space
    } else if !c.is_ascii() && matches!(bidi_class(c), BidiClass::R | BidiClass::AL) {
        TokenKind::RtlLetters
    } else {
        TokenKind::Other
    }
}

/// Whether a line may end after `c` although no space follows: dashes and slashes before a letter, so that neither
/// "−5" nor "15–20" is parted, and ideographs.
fn breaks_after(before: char, c: char, after: char) -> bool {
    match c {
        '—' => !after.is_whitespace(),
        '-' | '‐' | '–' | '/' => before.is_alphanumeric() && after.is_alphabetic(),
        _ => is_ideograph(c) && is_ideograph(after),
    }
}

fn is_ideograph(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7A3}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_may_end_at_spaces_and_dashes_but_not_within_a_number() {
        let text = "15–20 well-known −5 9/11 either/or";
        let cut = tokenise(text, &[]);
        let pieces: Vec<_> = cut
            .tokens
            .iter()
            .map(|token| text.get(token.bytes.clone()).unwrap_or_default())
            .collect();
        assert_eq!(
            pieces,
            [
                "15–20", " ", "well-", "known", " ", "−5", " ", "9/11", " ", "either/", "or"
            ]
        );
    }

    proptest::proptest! {
        #[test]
        fn tokens_are_the_paragraph_byte_for_byte(text in "[a-z0-9 ,.()£אבג״־عم\u{301}\u{200F}—-]{0,60}") {
            let cut = tokenise(&text, &[]);
            let mut at = 0;
            for token in &cut.tokens {
                proptest::prop_assert_eq!(token.bytes.start, at);
                proptest::prop_assert!(token.bytes.end > at);
                at = token.bytes.end;
            }
            proptest::prop_assert_eq!(at, text.len());
        }
    }
}
