//! Finding words in an article.

use regex::{Regex, RegexBuilder};

use super::select::is_same;
use crate::export::words::grouped;
use crate::text::{Span, Text};

/// Most places shown; beyond them the words are no search.
const MOST: usize = 5_000;

/// Words that are sought, made ready once for any number of texts.
#[derive(Clone, Debug)]
pub struct Sought(Regex);

impl Sought {
    /// Ready to seek `words`, whatever the case of their letters; `None` where nothing is sought.
    pub fn new(words: &str) -> Option<Self> {
        let words = words.trim();
        if words.is_empty() {
            return None;
        }
        let pattern = RegexBuilder::new(&regex::escape(words))
            .case_insensitive(true)
            .build();
        pattern.ok().map(Self)
    }

    /// Every place in `text`.
    pub fn places(&self, text: &Text) -> Vec<Span> {
        self.0
            .find_iter(text.as_str())
            .take(MOST)
            .filter_map(|hit| text.span(hit.start(), hit.end()))
            .collect()
    }
}

/// Every place of `words` in `text`, whatever the case of its letters; none where nothing is sought.
fn find(text: &Text, words: &str) -> Vec<Span> {
    Sought::new(words).map_or_else(Vec::new, |sought| sought.places(text))
}

/// Words sought in one article and the place looked at.
#[derive(Clone, Debug, Default)]
pub struct Finder {
    /// Whether the bar is shown.
    pub open: bool,
    /// The words.
    pub words: String,
    sought: String,
    in_text: Option<Text>,
    hits: Vec<Span>,
    current: usize,
}

impl Finder {
    /// Where the words stand.
    pub fn hits(&self) -> &[Span] {
        if self.open { &self.hits } else { &[] }
    }

    /// Index of the place looked at.
    pub fn current(&self) -> Option<usize> {
        (self.open && !self.hits.is_empty()).then_some(self.current)
    }

    /// The place looked at.
    pub fn place(&self) -> Option<Span> {
        self.hits().get(self.current()?).copied()
    }

    /// Seeks again where words or text are new; returns the first place at or after `from` then.
    pub fn seek(&mut self, text: &Text, from: usize) -> Option<Span> {
        if self.sought == self.words && self.in_text.as_ref().is_some_and(|old| is_same(old, text))
        {
            return None;
        }
        self.hits = find(text, &self.words);
        self.sought.clone_from(&self.words);
        self.in_text = Some(text.clone());
        self.current = self
            .hits
            .iter()
            .position(|hit| hit.start() >= from)
            .unwrap_or_default();
        self.hits.get(self.current).copied()
    }

    /// Goes to the next place, or the one before; around the ends.
    pub fn go(&mut self, forward: bool) -> Option<Span> {
        let count = self.hits.len().max(1);
        self.current = (self.current + if forward { 1 } else { count - 1 }) % count;
        self.hits.get(self.current).copied()
    }

    /// "2 of 7", or that there is none.
    pub fn summary(&self) -> String {
        match self.hits.len() {
            _ if self.words.trim().is_empty() => String::new(),
            0 => "not found".to_owned(),
            MOST => format!("{} of {} or more", grouped(self.current + 1), grouped(MOST)),
            count => format!("{} of {}", grouped(self.current + 1), grouped(count)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whatever_their_case_and_signs_mean_themselves() {
        let text = Text::verbatim("Boats (12) and BOATS, £5 and 5. Über über");
        assert_eq!(find(&text, "boats").len(), 2);
        assert_eq!(find(&text, "ÜBER").len(), 2);
        assert_eq!(find(&text, "(12)").len(), 1);
        assert_eq!(find(&text, "  ").len(), 0);
    }

    #[test]
    fn going_on_from_the_last_place_leads_to_the_first() {
        let text = Text::verbatim("a b a b a");
        let mut finder = Finder {
            open: true,
            words: "a".to_owned(),
            ..Finder::default()
        };
        assert_eq!(finder.seek(&text, 3), text.span(4, 5));
        assert_eq!(finder.summary(), "2 of 3");
        finder.go(true);
        assert_eq!(finder.go(true), text.span(0, 1));
        assert_eq!(finder.go(false), text.span(8, 9));
        assert_eq!(finder.seek(&text, 0), None, "nothing new");
    }
}
