//! The words of a tree of elements as lines: one for each paragraph, list item and table row.

use ego_tree::iter::Edge;
use scraper::ElementRef;
use scraper::node::Node;

/// How two runs of words are parted.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    Cell,
    Line,
    Paragraph,
}

/// Elements whose words nobody sees.
const UNSEEN: [&str; 10] = [
    "script", "style", "noscript", "template", "head", "svg", "iframe", "select", "textarea",
    "title",
];

/// The words below `root`, in order. Goes down without recursion: pages nest as deep as they like.
pub(super) fn words_of(root: ElementRef<'_>) -> String {
    words_without(root, &[])
}

/// The same without the words of elements of these names.
pub(super) fn words_without(root: ElementRef<'_>, names: &[&str]) -> String {
    let is_unseen = |name: &str| UNSEEN.contains(&name) || names.contains(&name);
    let mut words = Words::default();
    let mut unseen = 0_usize;
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Text(text) if unseen == 0 => words.push(text),
                Node::Element(element) if is_unseen(element.name()) => unseen += 1,
                Node::Element(element) => words.part(gap_before(element.name())),
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    if is_unseen(element.name()) {
                        unseen = unseen.saturating_sub(1);
                    } else {
                        words.part(gap_after(element.name()));
                    }
                }
            }
        }
    }
    words.text
}

/// Words on one line.
pub(super) fn line_of(root: ElementRef<'_>) -> String {
    words_of(root)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

fn gap_before(element: &str) -> Gap {
    match element {
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "div" | "section"
        | "article" | "main" | "header" | "footer" | "aside" | "nav" | "ul" | "ol" | "dl"
        | "table" | "figure" | "pre" | "form" | "hr" | "details" => Gap::Paragraph,
        "br" | "li" | "tr" | "dt" | "dd" | "figcaption" | "caption" | "summary" | "option" => {
            Gap::Line
        }
        "td" | "th" => Gap::Cell,
        _ => Gap::None,
    }
}

fn gap_after(element: &str) -> Gap {
    match element {
        "td" | "th" => Gap::Cell,
        "br" => Gap::None,
        other => gap_before(other),
    }
}

#[derive(Default)]
struct Words {
    text: String,
    gap: Option<Gap>,
}

impl Words {
    fn part(&mut self, gap: Gap) {
        self.gap = self.gap.max(Some(gap));
    }

    fn push(&mut self, words: &str) {
        if words.starts_with(char::is_whitespace) {
            self.part(Gap::Space);
        }
        for (index, word) in words.split_whitespace().enumerate() {
            if index > 0 {
                self.part(Gap::Space);
            }
            if !self.text.is_empty() {
                self.text.push_str(match self.gap {
                    None | Some(Gap::None) => "",
                    Some(Gap::Space) => " ",
                    Some(Gap::Cell) => " | ",
                    Some(Gap::Line) => "\n",
                    Some(Gap::Paragraph) => "\n\n",
                });
            }
            self.gap = None;
            self.text.push_str(word);
        }
        if words.ends_with(char::is_whitespace) {
            self.part(Gap::Space);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use scraper::Html;

    fn words(html: &str) -> String {
        words_of(Html::parse_document(html).root_element())
    }

    #[test]
    fn paragraphs_items_and_cells_stay_apart_and_inline_words_stay_together() {
        assert_eq!(
            words(
                "<p>Forty <b>go</b>ats\n fled.</p><ul><li>1</li><li>2</li></ul><table><tr><td>a<td>5%</table>"
            ),
            "Forty goats fled.\n\n1\n2\n\na | 5%"
        );
        assert_eq!(words("a<br>b<script>c</script> d"), "a\nb d");
    }

    #[test]
    fn deep_nesting_does_no_harm() {
        let deep = format!("{}x 7{}", "<div>".repeat(2_000), "</div>".repeat(2_000));
        assert_eq!(words(&deep), "x 7");
    }
}
