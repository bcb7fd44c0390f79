//! Words sought in many texts, a share of the work in each frame; texts that stay are never looked through again.

use std::time::{Duration, Instant};

use super::super::super::reader::{Sought, is_same};
use crate::claim::ArticleId;
use crate::text::{Span, Text};

/// Places listed at most; beyond them the words are no search.
pub(super) const MOST: usize = 2_000;

/// A search and how far it is.
#[derive(Default)]
pub(super) struct Search {
    words: String,
    sought: Option<Sought>,
    texts: Vec<(ArticleId, Text)>,
    /// So many of the texts have been looked through.
    done: usize,
    found: Vec<(ArticleId, Span)>,
    /// The revision of the project whose texts these are.
    revision: Option<u64>,
}

impl Search {
    /// Begins anew where words or texts are others; a new revision of the project alone is nothing new.
    pub(super) fn turn_to<'a>(
        &mut self,
        words: &str,
        revision: u64,
        texts: impl Iterator<Item = (ArticleId, &'a Text)>,
    ) {
        let words = words.trim();
        if self.revision != Some(revision) {
            self.revision = Some(revision);
            let texts: Vec<_> = texts.map(|(id, text)| (id, text.clone())).collect();
            let same = texts.len() == self.texts.len()
                && texts
                    .iter()
                    .zip(&self.texts)
                    .all(|((id, text), (old_id, old))| id == old_id && is_same(text, old));
            if !same {
                self.texts = texts;
                self.begin();
            }
        }
        if self.words != words {
            words.clone_into(&mut self.words);
            // A single letter stands everywhere.
            let enough = words.chars().nth(1).is_some();
            self.sought = Sought::new(words).filter(|_| enough);
            self.begin();
        }
    }

    fn begin(&mut self) {
        self.found.clear();
        self.done = 0;
    }

    /// Looks through texts until `time` is over.
    pub(super) fn go_on(&mut self, time: Duration) {
        let since = Instant::now();
        let Some(sought) = &self.sought else {
            self.done = self.texts.len();
            return;
        };
        while let Some((id, text)) = self.texts.get(self.done) {
            self.done += 1;
            let room = MOST.saturating_sub(self.found.len());
            let places = sought.places(text).into_iter().take(room);
            self.found.extend(places.map(|span| (*id, span)));
            if self.found.len() >= MOST {
                self.done = self.texts.len();
            }
            if since.elapsed() > time {
                break;
            }
        }
    }

    /// Whether every text has been looked through.
    pub(super) fn is_done(&self) -> bool {
        self.done >= self.texts.len()
    }

    /// Places found so far.
    pub(super) fn found(&self) -> &[(ArticleId, Span)] {
        &self.found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decision_does_not_begin_the_search_anew_but_a_new_text_does() {
        let texts = [
            (ArticleId(1), Text::verbatim("Boats came; boats left.")),
            (ArticleId(2), Text::verbatim("No boat.")),
        ];
        let of = |texts: &'static [(ArticleId, Text)]| texts.iter().map(|(id, text)| (*id, text));
        let texts: &'static [_] = Box::leak(Box::new(texts));
        let mut search = Search::default();
        search.turn_to("boats", 1, of(texts));
        assert!(!search.is_done());
        search.go_on(Duration::from_secs(9));
        assert_eq!((search.is_done(), search.found().len()), (true, 2));
        search.turn_to(" boats ", 2, of(texts));
        assert!(
            search.is_done(),
            "the texts are those that were looked through"
        );
        search.turn_to("boats", 3, of(&texts[..1]));
        assert!(!search.is_done());
        search.turn_to("b", 3, of(texts));
        search.go_on(Duration::ZERO);
        assert_eq!((search.is_done(), search.found().len()), (true, 0));
    }
}
