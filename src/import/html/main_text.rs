//! The article among everything else on a page.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{ElementRef, Html, Selector};
use trafilatura::{ExtractionFocus, Options};

use super::blocks::words_of;

/// Stack for the extractor, which goes down the tree by recursion.
const STACK: usize = 64 << 20;
/// A page nested deeper than this is read without the extractor.
const DEEPEST: usize = 500;
/// A list is a ticker from this many items with a time of their own.
const TICKER_ITEMS: usize = 5;

/// The main text, and whether it could not be told from the rest of the page.
pub(super) struct MainText {
    pub(super) text: String,
    pub(super) whole_page: bool,
}

/// The main text of a page whose words are all in `all`.
pub(super) fn main_text(page: &Html, all: &str) -> MainText {
    let article = if depth(page) > DEEPEST {
        None
    } else {
        extracted(page.html())
    };
    if let Some(items) = ticker(page)
        && article
            .as_ref()
            .is_none_or(|article| is_list(article, &items))
    {
        return MainText {
            text: items,
            whole_page: false,
        };
    }
    match article {
        Some(text) => MainText {
            text,
            whole_page: false,
        },
        None => MainText {
            text: all.to_owned(),
            whole_page: true,
        },
    }
}

/// Whether the list is the page: the extractor found little beside it, or nothing but its lines.
fn is_list(article: &str, items: &str) -> bool {
    let lines: Vec<&str> = article.lines().filter(|line| !line.is_empty()).collect();
    let inside = lines.iter().filter(|line| items.contains(**line)).count();
    items.len() > 2 * article.len() || inside * 5 >= lines.len() * 4
}

/// What the extractor takes for the article. It runs on a thread of its own: a fault in it costs this answer only.
fn extracted(source: String) -> Option<String> {
    let work = move || {
        let options = Options::default()
            .with_focus(ExtractionFocus::FavorPrecision)
            .with_fallback(true)
            .with_exclude_comments(true);
        let result = trafilatura::extract(&source, &options).ok()?;
        // Its own text has no paragraphs.
        let text = words_of(Html::parse_fragment(&result.content_html).root_element());
        (!text.trim().is_empty()).then_some(text)
    };
    std::thread::Builder::new()
        .name("main text".to_owned())
        .stack_size(STACK)
        .spawn(work)
        .ok()?
        .join()
        .ok()
        .flatten()
}

/// Levels of nesting.
fn depth(page: &Html) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for edge in page.tree.root().traverse() {
        match edge {
            ego_tree::iter::Edge::Open(_) => depth += 1,
            ego_tree::iter::Edge::Close(_) => depth -= 1,
        }
        deepest = deepest.max(depth);
    }
    deepest
}

/// The longest list whose items have a time of their own, an item a paragraph.
fn ticker(page: &Html) -> Option<String> {
    let times = Selector::parse("time").ok()?;
    let mut lists: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for time in page.select(&times) {
        for (item, list) in time.ancestors().zip(time.ancestors().skip(1)).take(6) {
            lists.entry(list.id()).or_default().insert(item.id());
        }
    }
    lists
        .into_iter()
        .filter(|(_, items)| items.len() >= TICKER_ITEMS)
        .map(|(list, _)| {
            let items = page
                .tree
                .get(list)
                .into_iter()
                .flat_map(|list| list.children());
            items
                .filter_map(ElementRef::wrap)
                .map(|item| {
                    words_of(item)
                        .split('\n')
                        .filter(|line| !line.is_empty())
                        .collect::<Vec<_>>()
                        .join("\n")
                })
                .filter(|item| !item.is_empty())
                .collect::<Vec<_>>()
                .join("\n\n")
        })
        .max_by_key(String::len)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn main_of(source: &str) -> String {
        let page = Html::parse_document(source);
        main_text(&page, &words_of(page.root_element())).text
    }

    #[test]
    fn navigation_and_footers_are_left_behind() {
        let paragraph = "Forty goats left the farm on Monday morning and walked in file across the old bridge, where a ferry master counted them twice.";
        let page = format!(
            "<html><body><nav><a href=/>Home</a> <a href=/s>Sport 24</a></nav><article><h1>Goats</h1><p>{paragraph}</p><p>{paragraph} By noon 12 were back.</p></article><footer>Copyright 2026. 300 jobs</footer></body></html>"
        );
        let text = main_of(&page);
        assert!(
            text.contains("twice.\n\nForty goats") && text.contains("By noon 12 were back."),
            "{text}"
        );
        assert!(
            !text.contains("Sport") && !text.contains("300 jobs"),
            "{text}"
        );
    }

    #[test]
    fn a_ticker_keeps_every_item_with_its_time() {
        let items: Vec<String> = (1..=6)
            .map(|n| {
                format!("<li><time>18:0{n}</time> <a href=#>Ferry {n} carries {n}00 goats</a></li>")
            })
            .collect();
        let items = items.concat();
        let text = main_of(&format!("<body><div><ul>{items}</ul></div></body>"));
        for n in 1..=6 {
            assert!(
                text.contains(&format!("18:0{n} Ferry {n} carries {n}00 goats")),
                "{text}"
            );
        }
    }
}
