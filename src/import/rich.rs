//! Rich text from a clipboard.

use super::{Choices, html};

/// Letters that must be the same at the beginning.
const FIRST: usize = 40;

/// The words of rich text, with paragraphs, lists and tables as a page has them; `plain`, which comes with it, where the
/// two do not say the same.
pub fn rich(plain: &str, markup: &str) -> String {
    let words = words_of_markup(markup);
    let words = words.as_str();
    let letters = |words: &str| -> Vec<char> {
        let letters = words.chars().filter(|c| c.is_alphanumeric());
        letters.collect()
    };
    let (rich, told) = (letters(words), letters(plain));
    // The numbers of a list stand in one of the two alone.
    let near = rich.len().abs_diff(told.len()) * 20 <= told.len();
    let alike = rich.iter().zip(&told).take_while(|(a, b)| a == b).count();
    if near && alike >= told.len().min(FIRST) {
        words.to_owned()
    } else {
        plain.to_owned()
    }
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
    fn markup_that_says_something_else_is_left() {
        let plain = "Forty goats fled the farm on Monday.";
        assert_eq!(rich(plain, "<p>Buy ten hens today.</p>"), plain);
        assert_eq!(rich(plain, ""), plain);
    }
}
