//! Captions of tables and pictures, which the extractor leaves behind.

use std::collections::{BTreeMap, BTreeSet};

use scraper::{Html, Selector};

use super::blocks::line_of;

/// The text with the captions that stand on the page between lines of it; `all` is the whole page.
pub(super) fn with_captions(text: &str, page: &Html, all: &str) -> String {
    let Ok(selector) = Selector::parse("figcaption, caption") else {
        return text.to_owned();
    };
    let captions: BTreeSet<String> = page.select(&selector).map(line_of).collect();
    let on_page: Vec<&str> = all.lines().filter(|line| !line.is_empty()).collect();
    let lines: Vec<&str> = text.lines().collect();
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, line) in lines.iter().enumerate() {
        places.entry(line).or_insert(place);
    }
    let mut below: BTreeMap<usize, Vec<&str>> = BTreeMap::new();
    for around in on_page.windows(3) {
        let [before, caption, after] = *around else {
            continue;
        };
        let is_lost = captions.contains(caption) && !places.contains_key(caption);
        if is_lost
            && places.contains_key(after)
            && let Some(place) = places.get(before).copied()
        {
            below.entry(place).or_default().push(caption);
            places.insert(caption, place);
        }
    }
    let mut whole: Vec<&str> = Vec::new();
    for (place, line) in lines.iter().enumerate() {
        whole.push(line);
        for caption in below.get(&place).into_iter().flatten() {
            whole.extend(["", *caption]);
        }
    }
    whole.join("\n")
}

#[cfg(test)]
mod tests {
    use super::super::blocks::words_of;
    use super::*;

    #[test]
    fn a_caption_inside_the_article_comes_back_and_one_beside_it_does_not() {
        let page = Html::parse_document(
            "<p>Forty fled.</p><figure><figcaption>12 helpers</figcaption></figure><p>Ten are back.</p><table><caption>Goats by farm</caption><tr><td>Low</td><td>7</td></tr></table><p>Subscribe</p><figure><figcaption>99 cents</figcaption></figure><p>Bye</p>",
        );
        let all = words_of(page.root_element());
        assert_eq!(
            with_captions("Forty fled.\n\nTen are back.\n\nLow | 7", &page, &all),
            "Forty fled.\n\n12 helpers\n\nTen are back.\n\nGoats by farm\n\nLow | 7"
        );
    }
}
