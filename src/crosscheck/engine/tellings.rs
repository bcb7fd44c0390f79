//! Which story each part of each article tells, under numbers that stay while the story stays the same.

use std::collections::BTreeMap;
use std::sync::Arc;

use rustc_hash::FxHashMap;

use crate::claim::ArticleId;
use crate::crosscheck::comparison::Page;
use crate::crosscheck::digest::Part;
use crate::crosscheck::story;

/// The stories of the parts of all articles.
#[derive(Debug, Default)]
pub(super) struct Tellings {
    of: BTreeMap<ArticleId, Vec<u32>>,
    /// The number of the next story that is new.
    next: u32,
}

impl Tellings {
    /// The story of a part; one number for all parts that are not there.
    pub(super) fn story(&self, article: ArticleId, part: u32) -> u32 {
        let of = self.of.get(&article);
        usize::try_from(part)
            .ok()
            .and_then(|part| of?.get(part).copied())
            .unwrap_or(u32::MAX)
    }

    /// Tells the stories of `pages` apart; the articles with a part that has come to another story.
    pub(super) fn tell(&mut self, pages: &BTreeMap<ArticleId, Arc<Page>>) -> Vec<ArticleId> {
        let mut parts: Vec<(&Part, (u64, usize))> = Vec::new();
        for page in pages.values() {
            parts.extend(
                page.digest
                    .parts
                    .iter()
                    .map(|part| (part, (page.digest.key, part.start))),
            );
        }
        let mut stories = story::stories(&parts).into_iter();
        let fresh: BTreeMap<ArticleId, Vec<u32>> = pages
            .iter()
            .map(|(id, page)| {
                (
                    *id,
                    stories.by_ref().take(page.digest.parts.len()).collect(),
                )
            })
            .collect();
        let numbers = self.numbers(&fresh);
        let mut moved = Vec::new();
        let mut of = BTreeMap::new();
        for (id, stories) in fresh {
            let named: Vec<u32> = stories
                .iter()
                .map(|story| numbers.get(story).copied().unwrap_or(u32::MAX))
                .collect();
            if self.of.get(&id) != Some(&named) {
                moved.push(id);
            }
            of.insert(id, named);
        }
        // Articles that are gone, and claims that may still name them.
        moved.extend(self.of.keys().filter(|id| !of.contains_key(id)));
        self.of = of;
        moved
    }

    /// The number of each story: the one it had, if it has the same parts, else a new one.
    fn numbers(&mut self, fresh: &BTreeMap<ArticleId, Vec<u32>>) -> FxHashMap<u32, u32> {
        let mut sizes: FxHashMap<u32, u32> = FxHashMap::default();
        for story in self.of.values().flatten() {
            *sizes.entry(*story).or_default() += 1;
        }
        // Of each story the number all its parts had, and how many parts it has.
        let mut before: BTreeMap<u32, (Option<u32>, u32)> = BTreeMap::new();
        for (id, stories) in fresh {
            let known = self.of.get(id);
            for (at, story) in stories.iter().enumerate() {
                let old = known.and_then(|known| known.get(at).copied());
                let entry = before.entry(*story).or_insert((old, 0));
                entry.1 += 1;
                if entry.0 != old {
                    entry.0 = None;
                }
            }
        }
        let mut numbers = FxHashMap::default();
        for (story, (old, size)) in before {
            let same = old.filter(|old| sizes.get(old) == Some(&size));
            numbers.insert(
                story,
                same.unwrap_or_else(|| {
                    self.next = self.next.wrapping_add(1);
                    self.next - 1
                }),
            );
        }
        numbers
    }
}
