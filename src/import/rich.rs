//! Rich text from a clipboard.

use std::collections::BTreeMap;

use super::{Choices, html, raised};

/// The words of rich text, with paragraphs, lists and tables as a page has them; `plain`, which comes with it, where the
/// two do not say the same. Plain words have all that was struck out as well, and lists lack their numbers.
pub fn rich(plain: &str, markup: &str) -> String {
    let rich = words_of_markup(markup);
    let mut told: BTreeMap<String, usize> = BTreeMap::new();
    let (mut all, mut of_rich, mut both) = (0_usize, 0_usize, 0_usize);
    for word in words(plain) {
        *told.entry(word).or_default() += 1;
        all += 1;
    }
    for word in words(&rich) {
        of_rich += 1;
        if let Some(left) = told.get_mut(&word).filter(|left| **left > 0) {
            *left -= 1;
            both += 1;
        }
    }
    let is_said = both * 20 >= of_rich * 19 && of_rich * 2 >= all;
    if is_said && of_rich > 0 {
        rich
    } else {
        plain.to_owned()
    }
}

/// The words of a text, raised digits as plain ones: "10⁶" is copied as "106".
fn words(text: &str) -> impl Iterator<Item = String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(|word| {
        let plain = |c| raised::plain(c).unwrap_or(c);
        word.chars().map(plain).collect()
    })
}

/// The words of a piece of a page, with its paragraphs, lists and tables; none where it cannot be read.
pub fn words_of_markup(markup: &str) -> String {
    let choices = Choices {
        whole_page: true,
        ..Choices::default()
    };
    let page = html::page(("pasted text", None), markup, choices);
    page.map_or_else(
        |_| String::new(),
        |page| page.article.text.as_str().to_owned(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_selection_of_a_page_keeps_its_paragraphs_and_its_table() {
        let markup = "<meta charset='utf-8'><h2>Goats</h2><p>Forty fled.</p><table><tr><td>May</td><td>1,250</td></tr><tr><td>June</td><td>980</td></tr></table>";
        let words = rich("Goats Forty fled. May 1,250 June 980", markup);
        let lines: Vec<&str> = words.lines().filter(|line| !line.is_empty()).collect();
        assert_eq!(lines.len(), 4, "{words}");
        assert!(
            lines[2].contains("May") && lines[2].contains("1,250"),
            "{words}"
        );
        assert!(!lines[2].contains("June"), "{words}");
    }

    #[test]
    fn raised_figures_stay_raised_and_what_is_struck_out_stays_out() {
        let markup =
            "<p>About <s>10</s> 12 goats in 10<sup>6</sup> fled over the hills of Arvo.</p>";
        let plain = "About 10 12 goats in 106 fled over the hills of Arvo.";
        assert_eq!(
            rich(plain, markup).trim(),
            "About 12 goats in 10⁶ fled over the hills of Arvo."
        );
    }

    #[test]
    fn markup_that_says_something_else_is_left() {
        let plain = "Forty goats fled the farm on Monday.";
        assert_eq!(rich(plain, "<p>Buy ten hens today.</p>"), plain);
        assert_eq!(rich(plain, ""), plain);
    }
}
