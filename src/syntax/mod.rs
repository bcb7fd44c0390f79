//! Light grammar where a rule needs it: word classes, noun phrases, sentences, quotations.
//!
//! Everything works on the [`Token`]s of one text and costs time linear in its length.

mod phrase;
mod quotation;
mod single;

mod token;

use std::ops::Range;

pub use quotation::Quotation;
pub use token::{Shape, Token};

use crate::lexicon::Lexicon;
use crate::lexicon::words::{Class, Classes, Words};
use crate::text::{Span, Text, sentences};

/// A text read as tokens, sentences and quotations.
#[derive(Debug)]
pub struct Syntax<'a> {
    /// The text.
    pub text: &'a Text,
    /// Its tokens.
    pub tokens: Vec<Token>,
    /// Token ranges of its sentences.
    pub sentences: Vec<Range<usize>>,
    /// Its quotations.
    pub quotations: Vec<Quotation>,
    words: &'a Words,
}

/// Takes "WHO" for a name among words that are not in capitals.
fn name_acronyms(tokens: &mut [Token]) {
    let names: Vec<usize> = (0..tokens.len())
        .filter(|at| {
            let capitals = |at: usize| tokens.get(at).is_some_and(|it| it.shape == Shape::Capitals);
            let beside = at.checked_sub(1).is_some_and(capitals) || capitals(at + 1);
            capitals(*at) && tokens[*at].is(Class::Relative) && !beside
        })
        .collect();
    for at in names {
        tokens[at].classes = Classes::NONE;
    }
}

impl<'a> Syntax<'a> {
    /// What the verb at `token` moves: "spending" of "spent".
    pub fn deed(&self, token: usize) -> Option<&str> {
        match self.shape(token)? {
            Shape::Word => self.words.deed(self.word(token)),
            Shape::Capital => self.words.deed(&self.word(token).to_lowercase()),
            _ => None,
        }
    }

    /// Reads `text` with the words of its language.
    pub fn of(text: &'a Text, lexicon: &'a Lexicon) -> Self {
        let mut tokens = token::tokens(text, &lexicon.words);
        name_acronyms(&mut tokens);
        let spans = sentences(text, &lexicon.sentences);
        Self {
            text,
            sentences: token_ranges(&tokens, &spans),
            quotations: quotation::quotations(&tokens),
            words: &lexicon.words,
            tokens,
        }
    }

    /// The token as written.
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens
            .get(token)
            .map_or("", |token| self.text.slice(token.span))
    }

    /// Whether the token is `word`, however capitalised.
    pub fn reads(&self, token: usize, word: &str) -> bool {
        self.word(token).eq_ignore_ascii_case(word)
    }

    /// Whether the token is a mark that parts clauses or quotes them.
    pub fn is_clause_mark(&self, token: usize) -> bool {
        matches!(
            self.shape(token),
            Some(
                Shape::Comma
                    | Shape::Semicolon
                    | Shape::Colon
                    | Shape::Dash
                    | Shape::QuoteOpen
                    | Shape::QuoteClose
            )
        )
    }

    /// Whether the token exists and its word can be of `class`.
    pub fn is(&self, token: usize, class: Class) -> bool {
        self.tokens.get(token).is_some_and(|token| token.is(class))
    }

    /// What the token looks like.
    pub fn shape(&self, token: usize) -> Option<Shape> {
        self.tokens.get(token).map(|token| token.shape)
    }

    /// The span of a range of tokens; `None` for an empty range.
    pub fn span(&self, range: &Range<usize>) -> Option<Span> {
        let first = self.tokens.get(range.start)?;
        let last = self.tokens.get(range.end.checked_sub(1)?)?;
        (range.start < range.end).then(|| first.span.cover(last.span))
    }

    /// The number of the sentence that holds the token.
    pub fn sentence_of(&self, token: usize) -> usize {
        self.sentences
            .partition_point(|sentence| sentence.end <= token)
    }

    /// The first token that ends after byte `offset`.
    pub fn token_at(&self, offset: usize) -> usize {
        self.tokens
            .partition_point(|token| token.span.end() <= offset)
    }

    /// The number of the quotation that holds the token.
    pub fn quotation_of(&self, token: usize) -> Option<usize> {
        let at = self.quotations.partition_point(|q| q.end <= token);
        self.quotations
            .get(at)
            .is_some_and(|q| q.first <= token)
            .then_some(at)
    }
}

/// Most tokens of a sentence; what is longer is no prose and is cut, so that every rule stays linear.
const LONGEST_SENTENCE: usize = 400;

/// The tokens of each sentence; every token is in one.
fn token_ranges(tokens: &[Token], sentences: &[Span]) -> Vec<Range<usize>> {
    let mut ranges = Vec::with_capacity(sentences.len());
    let mut start = 0;
    for sentence in sentences {
        let end = start
            + tokens
                .get(start..)
                .unwrap_or_default()
                .partition_point(|token| token.span.start() < sentence.end());
        while start + LONGEST_SENTENCE < end {
            ranges.push(start..start + LONGEST_SENTENCE);
            start += LONGEST_SENTENCE;
        }
        if start < end {
            ranges.push(start..end);
        }
        start = end;
    }
    ranges
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the word of these letters is a relative pronoun in the line.
    fn relates(line: &str, word: &str) -> bool {
        let text = Text::verbatim(line);
        let lexicon = Lexicon::of("en").expect("English");
        let syntax = Syntax::of(&text, lexicon);
        let at = (0..syntax.tokens.len()).find(|at| syntax.word(*at) == word);
        syntax.is(at.expect("the word"), Class::Relative)
    }

    #[test]
    fn an_acronym_is_no_pronoun() {
        assert!(!relates("The WHO said 12 had died.", "WHO"));
        assert!(relates("The men who said so are 12.", "who"));
        assert!(relates("MAN WHO SAW 12 SHIPS", "WHO"));
    }
}
