//! A sentence as rules see it: tokens with what the lexicon says of each.

use crate::lexicon::{Class, Entry, Lexicon};
use crate::text::{Span, Text, Token, TokenKind};

/// A sentence with its tokens and their lexicon entries. Places beyond its ends hold nothing.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub text: &'a Text,
    pub lexicon: &'a Lexicon,
    pub span: Span,
    pub tokens: &'a [Token],
    pub entries: &'a [Entry],
}

impl<'a> Line<'a> {
    pub const fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn token(&self, at: usize) -> Option<Token> {
        #[cfg(test)]
        work::count();
        self.tokens.get(at).copied()
    }

    /// The word at `at`; empty beyond the ends.
    pub fn word(&self, at: usize) -> &'a str {
        self.token(at)
            .map_or("", |token| self.text.slice(token.span))
    }

    pub fn entry(&self, at: usize) -> Entry {
        #[cfg(test)]
        work::count();
        self.entries.get(at).copied().unwrap_or_default()
    }

    pub fn is(&self, at: usize, class: Class) -> bool {
        self.entry(at).is(class)
    }

    /// Whether the token before `at` is of `class`.
    pub fn follows(&self, at: usize, class: Class) -> bool {
        at > 0 && self.is(at - 1, class)
    }

    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.token(at).map(|token| token.kind)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    pub fn is_digits(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Digits)
    }

    /// Whether the token at `at` touches the next one.
    pub fn glued(&self, at: usize) -> bool {
        match (self.token(at), self.token(at + 1)) {
            (Some(one), Some(next)) => one.touches(next),
            _ => false,
        }
    }

    /// Whether the token at `at` touches the one before.
    pub fn glued_before(&self, at: usize) -> bool {
        at > 0 && self.glued(at - 1)
    }

    /// The character of a token that is punctuation or a symbol.
    pub fn sign(&self, at: usize) -> Option<char> {
        match self.kind(at)? {
            TokenKind::Punctuation | TokenKind::Symbol => self.word(at).chars().next(),
            TokenKind::Word | TokenKind::Digits => None,
        }
    }

    pub fn is_sign(&self, at: usize, signs: &[char]) -> bool {
        self.sign(at).is_some_and(|sign| signs.contains(&sign))
    }

    /// Whether the token before `at` is one of these signs.
    pub fn follows_sign(&self, at: usize, signs: &[char]) -> bool {
        at > 0 && self.is_sign(at - 1, signs)
    }

    /// A hyphen or dash.
    pub fn is_dash(&self, at: usize) -> bool {
        self.is_sign(at, &['-', '‐', '‑', '–', '—', '−'])
    }

    /// A hyphen that touches the words on both sides.
    pub fn is_hyphen(&self, at: usize) -> bool {
        self.is_sign(at, &['-', '‐', '‑', '–']) && self.glued_before(at) && self.glued(at)
    }

    /// A hyphen, also one of two with spaces around them, as in text cut into words: "28 - year - old".
    pub fn is_joint(&self, at: usize) -> bool {
        let spread = |at: usize| {
            self.is_sign(at, &['-']) && at > 0 && self.gap(at - 1) == " " && self.gap(at) == " "
        };
        self.is_hyphen(at) || spread(at) && (spread(at + 2) || at >= 2 && spread(at - 2))
    }

    /// Whether the word begins with a capital.
    pub fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && self.word(at).chars().next().is_some_and(char::is_uppercase)
    }

    /// Whether the word begins with a small letter; in scripts without capitals none does.
    pub fn is_lower(&self, at: usize) -> bool {
        self.word(at).chars().next().is_some_and(char::is_lowercase)
    }

    /// The sentence up to the token at `at`.
    pub fn before(&self, at: usize) -> &'a str {
        let end = self
            .token(at)
            .map_or(self.span.end(), |token| token.span.start());
        self.piece(self.span.start(), end)
    }

    /// The sentence from the token at `at` on.
    pub fn from(&self, at: usize) -> &'a str {
        let start = self
            .token(at)
            .map_or(self.span.end(), |token| token.span.start());
        self.piece(start, self.span.end())
    }

    /// The words from the token at `start` up to the token at `end`, as written.
    pub fn words(&self, start: usize, end: usize) -> &'a str {
        self.cover(start, end)
            .map_or("", |span| self.text.slice(span))
    }

    /// The span of the tokens from `start` up to, not including, `end`.
    pub fn cover(&self, start: usize, end: usize) -> Option<Span> {
        let first = self.token(start)?;
        let last = self.token(end.checked_sub(1)?)?;
        (start < end).then(|| first.span.cover(last.span))
    }

    /// The first token that begins `bytes` or more after the token at `at` begins.
    pub fn after_bytes(&self, at: usize, bytes: usize) -> usize {
        let Some(first) = self.token(at) else {
            return at;
        };
        let end = first.span.start() + bytes;
        let mut next = at;
        while self
            .token(next)
            .is_some_and(|token| token.span.start() < end)
        {
            next += 1;
        }
        next
    }

    /// What is written between the token at `at` and the next.
    pub fn gap(&self, at: usize) -> &'a str {
        match (self.token(at), self.token(at + 1)) {
            (Some(one), Some(next)) => self.text.slice(one.span.gap(next.span)),
            _ => "",
        }
    }

    fn piece(&self, start: usize, end: usize) -> &'a str {
        self.text
            .span(start, end.max(start))
            .map_or("", |span| self.text.slice(span))
    }
}

/// Work done by rules, counted in looks at a token: what a test can hold against the length of a text.
#[cfg(test)]
pub(super) mod work {
    use std::cell::Cell;

    thread_local!(static LOOKS: Cell<usize> = const { Cell::new(0) });

    pub fn count() {
        LOOKS.with(|looks| looks.set(looks.get() + 1));
    }

    /// Looks since the last call.
    pub fn take() -> usize {
        LOOKS.with(Cell::take)
    }
}
