//! The words around a figure.

use super::near::phrase_tokens;
use super::window;
use crate::claim::{Claim, Reading};
use crate::crosscheck::words::{Sort, Sym, Token, Vocabulary, vocabulary};
use crate::text::Span;

/// Words from "built" to its year at most: "built in 1964".
const ORIGIN: usize = 2;

/// The words around a figure.
pub(super) struct Surroundings<'a> {
    pub words: &'static Vocabulary,
    pub reading: &'a Reading,
    /// Where the figure stands.
    pub span: Span,
    /// All words of the article.
    pub tokens: &'a [Token],
    /// The figure's first word, and the first word after it.
    pub first: usize,
    pub last: usize,
    /// Its sentence: the first word, and the first word after it.
    pub sentence: (usize, usize),
    pub concept: Vec<Token>,
    pub predicate: Vec<Token>,
    pub ahead: &'a [Token],
    pub behind: &'a [Token],
}

impl<'a> Surroundings<'a> {
    pub(super) fn of(claim: &'a Claim, tokens: &'a [Token]) -> Self {
        let words = vocabulary();
        let reading = &claim.reading;
        let span = claim.anchor.span;
        let first = tokens.partition_point(|token| token.end <= span.start());
        let last = tokens
            .partition_point(|token| token.start < span.end())
            .max(first);
        let sentence = window::sentence(tokens, first, last);
        Self {
            words,
            reading,
            span,
            tokens,
            first,
            last,
            sentence,
            concept: phrase_tokens(words, tokens, reading.concept.as_ref()),
            predicate: phrase_tokens(words, tokens, reading.predicate.as_ref()),
            ahead: window::ahead(tokens, last, sentence.1),
            behind: window::behind(tokens, first, sentence.0),
        }
    }

    /// Whether it is the whole that another figure is a part of: the 1,150 of "60% of the 1,150 houses were damaged", of
    /// which nothing is said.
    pub(super) fn is_whole(&self) -> bool {
        let led = match self.behind {
            [.., of, _] if of.stem == Sym::of("of") => 2,
            [.., of] if of.stem == Sym::of("of") => 1,
            _ => return false,
        };
        let part = self.first.checked_sub(led + 1);
        let part = part.and_then(|part| self.tokens.get(part));
        self.reading.predicate.is_none()
            && part.is_some_and(|part| {
                part.sort == Sort::Number || self.words.numbers.contains(&part.stem)
            })
    }

    /// The words of its sentence.
    pub(super) fn sentence_tokens(&self) -> &'a [Token] {
        self.tokens
            .get(self.sentence.0..self.sentence.1)
            .unwrap_or_default()
    }

    /// First byte of its sentence.
    pub(super) fn sentence_at(&self) -> usize {
        self.sentence_tokens()
            .first()
            .map_or(0, |token| token.start)
    }

    /// Whether a word is no part of the figure.
    pub(super) fn is_outside(&self, token: &Token) -> bool {
        outside(token, self.span)
    }

    /// Whether a word says something of the figure itself: it is neither its own nor of who says so.
    pub(super) fn says_of_it(&self, token: &Token) -> bool {
        let attribution = self.reading.attribution.as_ref();
        let speaker = attribution.and_then(|attribution| attribution.source.span);
        token.sort == Sort::Content
            && self.is_outside(token)
            && speaker.is_none_or(|speaker| outside(token, speaker))
    }

    /// Whether the year at this byte is that in which a thing began: "the dam, built in 1964".
    pub(super) fn is_of_origin(&self, place: usize) -> bool {
        let start = self.sentence_at();
        let at = self.tokens.partition_point(|token| token.start < place);
        self.tokens
            .get(at.saturating_sub(ORIGIN)..at)
            .unwrap_or_default()
            .iter()
            .any(|token| self.words.origins.contains(&token.stem) && token.start >= start)
    }
}

fn outside(token: &Token, span: Span) -> bool {
    token.end <= span.start() || token.start >= span.end()
}

/// The senses of words that name something, sorted.
pub(super) fn senses<'t>(tokens: impl IntoIterator<Item = &'t Token>) -> Vec<Sym> {
    let content = tokens
        .into_iter()
        .filter(|token| token.sort == Sort::Content);
    sorted(content.map(|token| token.sense))
}

/// A sorted list.
pub(super) fn sorted<T: Ord>(members: impl IntoIterator<Item = T>) -> Vec<T> {
    let mut members: Vec<T> = members.into_iter().collect();
    members.sort_unstable();
    members.dedup();
    members
}
