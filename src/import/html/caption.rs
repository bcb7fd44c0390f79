//! Captions of tables and pictures, which the extractor leaves behind.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{ElementRef, Html};

use super::blocks::line_of;

/// The text with the captions that stand on the page between lines of it, and with those inside `sole`, the element that
/// is the article; `all` is the whole page.
pub(super) fn with_captions(
    text: &str,
    page: &Html,
    sole: Option<ElementRef<'_>>,
    all: &str,
) -> String {
    let captions: BTreeSet<String> = captions_in(page.root_element()).collect();
    if captions.is_empty() {
        return text.to_owned();
    }
    let own: BTreeSet<String> = sole.into_iter().flat_map(captions_in).collect();
    let on_page: Vec<&str> = all.lines().filter(|line| !line.is_empty()).collect();
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, line) in lines.iter().enumerate() {
        places.entry(line).or_insert(place);
    }
    // By the line that each stands before.
    let mut above: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    let mut last: Option<(&str, usize)> = None;
    for around in on_page.windows(3) {
        let [before, caption, after] = *around else {
            continue;
        };
        if !captions.contains(caption) || places.contains_key(caption) {
            continue;
        }
        let before = places.get(before).map(|place| place + 1);
        // A caption may stand below another.
        let before = before.or_else(|| last.filter(|last| last.0 == around[0]).map(|last| last.1));
        let after = places.get(after).copied();
        let place = match (before, after) {
            (Some(place), Some(_)) => place,
            (Some(place), None) | (None, Some(place)) if own.contains(caption) => place,
            _ => continue,
        };
        above.entry(place).or_default().push(caption);
        last = Some((caption, place));
    }
    let mut whole: Vec<&str> = Vec::new();
    let mut place = 0;
    for line in text.lines() {
        if !line.is_empty() {
            for caption in above.remove(&place).into_iter().flatten() {
                if whole.last().is_some_and(|last| !last.is_empty()) {
                    whole.push("");
                }
                whole.extend([caption, ""]);
            }
            place += 1;
        }
        whole.push(line);
    }
    for caption in above.into_values().flatten() {
        whole.extend(["", caption]);
    }
    whole.join("\n")
}

fn captions_in(element: ElementRef<'_>) -> impl Iterator<Item = String> {
    let inner = element.descendants().filter_map(ElementRef::wrap);
    let is_caption = |it: &ElementRef<'_>| ["figcaption", "caption"].contains(&it.value().name());
    inner.filter(is_caption).map(line_of)
}

#[cfg(test)]
mod tests {
    use super::super::blocks::words_of;
    use super::*;
    use scraper::Selector;

    #[test]
    fn a_caption_inside_the_article_comes_back_and_one_beside_it_does_not() {
        let page = Html::parse_document(
            "<p>Forty fled.</p><figure><figcaption>12 helpers</figcaption></figure><p>Ten are back.</p><table><caption>Goats by farm</caption><tr><td>Low</td><td>7</td></tr></table><p>Subscribe</p><figure><figcaption>99 cents</figcaption></figure><p>Bye</p>",
        );
        let all = words_of(page.root_element());
        assert_eq!(
            with_captions("Forty fled.\n\nTen are back.\n\nLow | 7", &page, None, &all),
            "Forty fled.\n\n12 helpers\n\nTen are back.\n\nGoats by farm\n\nLow | 7"
        );
    }
    #[test]
    fn a_caption_of_the_article_comes_back_although_the_line_above_it_is_gone() {
        let page = Html::parse_document(
            "<article><p>By Ida Moor</p><figcaption>12 helpers. Photo: Bo</figcaption><p>Forty fled.</p></article>",
        );
        let all = words_of(page.root_element());
        let sole = Selector::parse("article").ok();
        let sole = sole.and_then(|article| page.select(&article).next());
        assert_eq!(
            with_captions("Goats\n\nForty fled.", &page, sole, &all),
            "Goats\n\n12 helpers. Photo: Bo\n\nForty fled."
        );
        assert_eq!(
            with_captions("Forty fled.", &page, None, &all),
            "Forty fled."
        );
    }
}
