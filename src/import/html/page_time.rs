//! What the words around a time on a page make of it: the day of publication, that of an update, or a day told of.

use scraper::ElementRef;

use super::blocks::line_of;
use crate::import::words::Words;

/// The words around a time in its block, before it and behind it.
fn around(time: ElementRef<'_>) -> Option<(String, String)> {
    const BLOCKS: [&str; 10] = [
        "p",
        "li",
        "td",
        "div",
        "section",
        "header",
        "article",
        "main",
        "blockquote",
        "body",
    ];
    let ancestors = time.ancestors().filter_map(ElementRef::wrap);
    let block = ancestors
        .into_iter()
        .find(|it| BLOCKS.contains(&it.value().name()))?;
    let (line, own) = (line_of(block), line_of(time));
    let (before, behind) = line.split_once(&own)?;
    Some((before.to_owned(), behind.to_owned()))
}

/// Whether a time stands inside a sentence, which tells of something else: "the bridge, closed since **3 March**, …".
pub(super) fn is_in_a_sentence(time: ElementRef<'_>) -> bool {
    const PROSE: usize = 5;
    let small = |words: &str| {
        let words = words.split_whitespace().take(2 * PROSE);
        let small = words.filter(|word| word.starts_with(char::is_lowercase));
        small.count()
    };
    let Some((before, behind)) = around(time) else {
        return false;
    };
    let block = time.ancestors().filter_map(ElementRef::wrap);
    let in_paragraph = block
        .take(2)
        .any(|it| ["p", "li", "td"].contains(&it.value().name()));
    in_paragraph && small(&before) + small(&behind) >= PROSE
}

/// Whether the words before a time make it the day of a later edition: "Updated: 4 May".
pub(super) fn is_of_update(time: ElementRef<'_>) -> bool {
    let Some((before, _)) = around(time) else {
        return false;
    };
    let is_label = |word: Option<&str>| {
        word.is_some_and(|word| Words::all().is_updated(word.trim_end_matches(':')))
    };
    let own = line_of(time);
    is_label(own.split_whitespace().next()) || is_label(before.split_whitespace().next_back())
}

#[cfg(test)]
mod tests {
    use scraper::Html;

    use super::super::metadata::{best, statements};

    #[test]
    fn a_time_in_a_sentence_is_none_of_the_page_and_an_updated_one_is_of_the_update() {
        let of = |facet, words: &str| {
            let page = format!("<article><h1>Goats</h1>{words}</article>");
            let said = statements(&Html::parse_document(&page), None);
            best(&said, facet).map(str::to_owned)
        };
        let told = "<p>The bridge has been closed to goats since <time datetime=2024-03-03>3 March</time>, and hay is dear.</p>";
        assert_eq!(of("published", told), None);
        let signed = "<p>By Ida Moor <time datetime=2024-03-03>3 March</time></p>";
        assert_eq!(of("published", signed).as_deref(), Some("2024-03-03"));
        let updated = "<p>Updated: <time datetime=2024-03-03>3 March</time></p>";
        assert_eq!(of("published", updated), None);
        assert_eq!(of("updated", updated).as_deref(), Some("2024-03-03"));
    }

    #[test]
    fn the_day_of_publication_is_found_behind_that_of_an_update() {
        let page = "<article><h1>Goats</h1><p><time datetime=2024-05-15>Updated 15 May</time> <time datetime=2024-05-14>Published 14 May</time></p></article>";
        let said = statements(&Html::parse_document(page), None);
        assert_eq!(best(&said, "published"), Some("2024-05-14"));
        assert_eq!(best(&said, "updated"), Some("2024-05-15"));
    }
}
