//! A span that can be found again when its text has changed.

use serde::{Deserialize, Serialize};

use super::{Span, Text};

/// Characters kept on each side of a quote.
const CONTEXT: usize = 32;

/// A span with its exact quote and the words around it: the text quote and text position selectors of the
/// W3C Web Annotation model (<https://www.w3.org/TR/annotation-model/#text-quote-selector>).
///
/// Invariant: made from a text, the quote equals the text at the span.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// Byte range in the article's text.
    pub span: Span,
    /// The words at the span.
    pub quote: String,
    /// Up to 32 characters before it.
    pub prefix: String,
    /// Up to 32 characters after it.
    pub suffix: String,
}

impl Anchor {
    /// The anchor of `span` in `text`.
    pub fn new(text: &Text, span: Span) -> Self {
        let before = text.before(span);
        let prefix = before
            .char_indices()
            .rev()
            .nth(CONTEXT - 1)
            .map_or(before, |(at, _)| before.get(at..).unwrap_or_default());
        Self {
            span,
            quote: text.slice(span).to_owned(),
            prefix: prefix.to_owned(),
            suffix: text.after(span).chars().take(CONTEXT).collect(),
        }
    }

    /// Whether the quote still stands at the span.
    pub fn holds_in(&self, text: &Text) -> bool {
        text.span(self.span.start(), self.span.end())
            .is_some_and(|span| text.slice(span) == self.quote)
    }

    /// Where the quote stands in a text that has changed: at the old place, else at the one place whose
    /// context matches best. `None` where it is gone or two places match alike: never a guess.
    pub fn find_in(&self, text: &Text) -> Option<Span> {
        if self.holds_in(text) {
            return Some(self.span);
        }
        let mut places: Vec<(usize, Span)> = text
            .find_all(&self.quote)
            .into_iter()
            .map(|span| (self.context_shared(text, span), span))
            .collect();
        places.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
        match places.as_slice() {
            [(_, only)] => Some(*only),
            [(best, span), (next, _), ..] if best > next => Some(*span),
            _ => None,
        }
    }

    /// Characters of prefix and suffix that still surround `span`.
    fn context_shared(&self, text: &Text, span: Span) -> usize {
        let before = text
            .before(span)
            .chars()
            .rev()
            .zip(self.prefix.chars().rev());
        let after = text.after(span).chars().zip(self.suffix.chars());
        before.take_while(|(a, b)| a == b).count() + after.take_while(|(a, b)| a == b).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn anchor(text: &Text, quote: &str, nth: usize) -> Anchor {
        Anchor::new(text, text.find_all(quote)[nth])
    }

    #[test]
    fn a_moved_quote_is_found_by_its_context() {
        let old = Text::verbatim("First 40 goats, then 40 sheep.");
        let sheep = anchor(&old, "40", 1);
        let new = Text::verbatim("On Monday: first 40 goats, then 40 sheep.");
        assert_eq!(sheep.find_in(&new), Some(new.find_all("40")[1]));
    }

    #[test]
    fn a_quote_that_could_stand_in_two_places_is_lost() {
        let old = Text::verbatim("x 40 y");
        let new = Text::verbatim("see a 40 b, a 40 b");
        assert_eq!(anchor(&old, "40", 0).find_in(&new), None);
    }
}
