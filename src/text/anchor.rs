//! A span that can be found again when its text has changed.

use serde::{Deserialize, Serialize};

use super::{Span, Text};

/// Characters kept on each side of a quote.
const CONTEXT: usize = 32;

/// Characters of context that must still be there to know a quote again: about two words.
const TELLING: usize = 10;

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

    /// Whether the quote still stands at the span, and all of its context around it.
    pub fn holds_in(&self, text: &Text) -> bool {
        text.span(self.span.start(), self.span.end())
            .is_some_and(|span| {
                text.slice(span) == self.quote
                    && text.before(span).ends_with(&self.prefix)
                    && text.after(span).starts_with(&self.suffix)
            })
    }

    /// Where the quote stands in a text that has changed: the one place whose context tells it from every other.
    /// `None` where the quote is gone, where what surrounds it is new, or where a second place is nearly as much like
    /// it: never a guess, not even at the old place.
    pub fn find_in(&self, text: &Text) -> Option<Span> {
        if self.holds_in(text) {
            return Some(self.span);
        }
        let whole = self.prefix.chars().count() + self.suffix.chars().count();
        let mut places: Vec<(usize, Span)> = text
            .find_all(&self.quote)
            .into_iter()
            .filter(|span| stands_alone(text, *span))
            .map(|span| (self.context_shared(text, span), span))
            .collect();
        places.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
        let (best, span) = *places.first()?;
        let next = places.get(1).map_or(0, |(shared, _)| *shared);
        (best >= TELLING.min(whole) && best > 0 && next <= best / 2).then_some(span)
    }

    /// The quote in brackets between the words that stood around it, on one line: "… lay in [12] ferries at …". Words
    /// that were cut off at the edges are left out.
    pub fn in_context(&self) -> String {
        let line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
        let (mut before, mut after) = (self.prefix.as_str(), self.suffix.as_str());
        if before.chars().count() == CONTEXT {
            before = before
                .split_once(char::is_whitespace)
                .map_or("", |(_, rest)| rest);
        }
        if after.chars().count() == CONTEXT {
            after = after
                .rsplit_once(char::is_whitespace)
                .map_or("", |(rest, _)| rest);
        }
        format!(
            "… {} [{}] {} …",
            line(before),
            line(&self.quote),
            line(after)
        )
    }

    /// Characters of prefix and suffix that still surround `span`.
    pub fn context_shared(&self, text: &Text, span: Span) -> usize {
        let before = text
            .before(span)
            .chars()
            .rev()
            .zip(self.prefix.chars().rev());
        let after = text.after(span).chars().zip(self.suffix.chars());
        before.take_while(|(a, b)| a == b).count() + after.take_while(|(a, b)| a == b).count()
    }
}

/// Whether the words at `span` are no part of a longer word or number: 12 is not in 112, in 12,500 or in 3.12.
fn stands_alone(text: &Text, span: Span) -> bool {
    let quote = text.slice(span);
    let mut before = text.before(span).chars().rev();
    let mut after = text.after(span).chars();
    let starts = quote.chars().next().unwrap_or(' ');
    let ends = quote.chars().next_back().unwrap_or(' ');
    !joined(starts, before.next(), before.next()) && !joined(ends, after.next(), after.next())
}

/// Whether a word or number that has `edge` at its edge goes on over `next` and `second`.
fn joined(edge: char, next: Option<char>, second: Option<char>) -> bool {
    let digit = |letter: Option<char>| letter.is_some_and(|letter| letter.is_ascii_digit());
    edge.is_alphanumeric() && next.is_some_and(char::is_alphanumeric)
        || edge.is_ascii_digit() && matches!(next, Some('.' | ',')) && digit(second)
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
    fn a_quote_is_told_in_its_context_without_words_cut_off() {
        let text = Text::verbatim(
            "All through the night the\nharbour took in 40 ferries, and many more lay outside.",
        );
        let told = anchor(&text, "40", 0).in_context();
        assert_eq!(
            told,
            "… the night the harbour took in [40] ferries, and many more lay …"
        );
    }

    #[test]
    fn a_quote_that_could_stand_in_two_places_is_lost() {
        let old = Text::verbatim("x 40 y");
        let new = Text::verbatim("see a 40 b, a 40 b");
        assert_eq!(anchor(&old, "40", 0).find_in(&new), None);
    }

    #[test]
    fn a_lone_quote_in_other_words_is_lost() {
        let old = Text::verbatim("The port counted 40 ferries on Monday.");
        let forty = anchor(&old, "40", 0);
        let new = Text::verbatim("He turned 40 at sea.");
        assert_eq!(forty.find_in(&new), None);
        let same_place = Text::verbatim("The baker counts 40 of his rolls.");
        assert_eq!(same_place.find_all("40"), [forty.span]);
        assert_eq!(
            forty.find_in(&same_place),
            None,
            "not even at the old place"
        );
        assert!(!forty.holds_in(&same_place));
    }

    #[test]
    fn a_quote_within_a_longer_number_is_another() {
        let old = Text::verbatim("By dusk 12 ferries lay in the harbour.");
        let twelve = anchor(&old, "12", 0);
        for new in ["112", "12,500", "3.12", "12th"] {
            let new = Text::verbatim(&format!("By dusk {new} ferries lay in the harbour."));
            assert_eq!(twelve.find_in(&new), None, "{new:?}");
        }
        let new = Text::verbatim("Again: by dusk 12, ferries lay in the harbour.");
        assert_eq!(
            twelve.find_in(&new),
            None,
            "two letters of context are too few"
        );
        let new = Text::verbatim("Before dusk 12 ferries lay in the harbour.");
        assert_eq!(twelve.find_in(&new), Some(new.find_all("12")[0]));
    }
}
