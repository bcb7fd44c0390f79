//! Captions of tables and pictures, which the extractor leaves behind.

use std::collections::BTreeSet;

use scraper::{Html, Selector};

use super::blocks::line_of;

/// The text with the captions that stand on the page between lines of it; `all` is the whole page.
pub(super) fn with_captions(text: &str, page: &Html, all: &str) -> String {
    let Ok(selector) = Selector::parse("figcaption, caption") else {
        return text.to_owned();
    };
    let captions: BTreeSet<String> = page.select(&selector).map(line_of).collect();
    let on_page: Vec<&str> = all.lines().filter(|line| !line.is_empty()).collect();
    let mut lines: Vec<&str> = text.lines().collect();
    for around in on_page.windows(3) {
        let [before, caption, after] = *around else {
            continue;
        };
        if !captions.contains(caption) || lines.contains(&caption) {
            continue;
        }
        let place = lines.iter().position(|line| *line == before);
        let Some(place) = place.filter(|_| lines.contains(&after)) else {
            continue;
        };
        let place = place + 1;
        lines.splice(place..place, ["", caption]);
    }
    lines.join("\n")
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
