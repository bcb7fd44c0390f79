//! The words of a tree of elements as lines: one for each paragraph, list item and table row.

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::ElementRef;
use scraper::node::{Element, Node};

use super::{preformatted, table};

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

/// A word may be parted there at the end of a line.
const SOFT_HYPHEN: char = '\u{AD}';

/// A line of a page.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub(super) text: String,
    /// The block that it begins in; for a row, its table.
    pub(super) block: NodeId,
    /// Bytes of it that link to another place.
    pub(super) linked: usize,
    /// Whether a blank line stands above it.
    pub(super) parted: bool,
}

/// The words below `root`, in order. Goes down without recursion: pages nest as deep as they like.
pub(super) fn words_of(root: ElementRef<'_>) -> String {
    joined(&lines_of(root))
}

/// The same without the words of elements of these names.
pub(super) fn words_without(root: ElementRef<'_>, names: &[&str]) -> String {
    joined(&lines_without(root, names))
}

/// Lines as one text.
pub(super) fn joined(lines: &[Line]) -> String {
    let mut text = String::new();
    for line in lines {
        if !text.is_empty() {
            text.push_str(if line.parted { "\n\n" } else { "\n" });
        }
        text.push_str(&line.text);
    }
    text
}

/// The lines below `root`, in order.
pub(super) fn lines_of(root: ElementRef<'_>) -> Vec<Line> {
    lines_without(root, &[])
}

fn lines_without(root: ElementRef<'_>, names: &[&str]) -> Vec<Line> {
    let is_unseen = |name: &str| UNSEEN.contains(&name) || names.contains(&name);
    let mut words = Words::new(root.id());
    let mut unseen = 0_usize;
    let is_link = |element: &Element| element.name() == "a" && element.attr("href").is_some();
    // An element whose words were taken already.
    let mut done: Option<NodeId> = None;
    for edge in root.traverse() {
        match edge {
            _ if done.is_some() => {
                if matches!(edge, Edge::Close(node) if Some(node.id()) == done) {
                    done = None;
                    words.part(Gap::Paragraph);
                }
            }
            Edge::Open(node) => match node.value() {
                Node::Text(text) if unseen == 0 => words.push(text),
                Node::Element(element) if is_unseen(element.name()) => unseen += 1,
                Node::Element(element) => {
                    let name = element.name();
                    words.part(match name {
                        // Two breaks end a paragraph.
                        "br" if words.broken => Gap::Paragraph,
                        _ if is_control(&node) => Gap::Line,
                        _ => gap_before(name),
                    });
                    words.broken |= name == "br";
                    words.links += usize::from(is_link(element));
                    if is_block_here(&node) {
                        words.blocks.push(node.id());
                    }
                    let rows = ElementRef::wrap(node)
                        .filter(|_| unseen == 0)
                        .and_then(|element| match element.value().name() {
                            "table" => table::rows(element),
                            "pre" => preformatted::rows(element),
                            _ => None,
                        });
                    if let Some(rows) = rows {
                        let caption = ElementRef::wrap(node).and_then(table::caption);
                        if let Some(caption) = caption {
                            words.push_whole(caption);
                            words.part(Gap::Paragraph);
                        }
                        for row in rows {
                            words.part(Gap::Line);
                            words.push_whole(row);
                        }
                        words.blocks.pop();
                        done = Some(node.id());
                    }
                }
                _ => {}
            },
            Edge::Close(node) => {
                if let Node::Element(element) = node.value() {
                    if is_unseen(element.name()) {
                        unseen = unseen.saturating_sub(1);
                    } else {
                        words.part(gap_after(element.name()));
                        if is_control(&node) {
                            words.part(Gap::Line);
                        }
                        words.links -= usize::from(is_link(element)).min(words.links);
                        if is_block_here(&node) {
                            words.blocks.pop();
                        }
                    }
                }
            }
        }
    }
    words.lines
}

/// Words on one line.
pub(super) fn line_of(root: ElementRef<'_>) -> String {
    words_of(root)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Whether an element stands on lines of its own; any that is not known stands inside a line.
pub(super) fn is_block(element: &str) -> bool {
    element != "br" && gap_before(element) > Gap::None
}

/// Whether this element stands on lines of its own where it is.
pub(super) fn is_block_here(node: &NodeRef<'_, Node>) -> bool {
    let element = node.value().as_element();
    element.is_some_and(|element| is_block(element.name())) || is_control(node)
}

/// A button without words beside it is none of a sentence.
fn is_control(node: &NodeRef<'_, Node>) -> bool {
    let is_words = |beside: NodeRef<'_, Node>| {
        let text = beside.value().as_text();
        text.is_some_and(|text| !text.trim().is_empty())
    };
    node.value()
        .as_element()
        .is_some_and(|it| it.name() == "button")
        && !node.prev_sibling().is_some_and(is_words)
        && !node.next_sibling().is_some_and(is_words)
}

fn gap_before(element: &str) -> Gap {
    match element {
        "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "blockquote" | "div" | "section"
        | "article" | "main" | "header" | "footer" | "aside" | "nav" | "ul" | "ol" | "dl"
        | "table" | "figure" | "pre" | "form" | "hr" | "details" | "body" | "address"
        | "center" | "dialog" | "dir" | "fieldset" | "hgroup" | "menu" | "search" => Gap::Paragraph,
        "br" | "li" | "tr" | "dt" | "dd" | "figcaption" | "caption" | "summary" | "option"
        | "legend" => Gap::Line,
        "td" | "th" => Gap::Cell,
        _ => Gap::None,
    }
}

fn gap_after(element: &str) -> Gap {
    match element {
        "br" => Gap::None,
        other => gap_before(other),
    }
}

struct Words {
    lines: Vec<Line>,
    gap: Option<Gap>,
    /// Blocks that are open, from the outermost.
    blocks: Vec<NodeId>,
    /// Whether the last thing seen was a break.
    broken: bool,
    /// Links that are open.
    links: usize,
    root: NodeId,
}

impl Words {
    const fn new(root: NodeId) -> Self {
        Self {
            lines: Vec::new(),
            gap: None,
            blocks: Vec::new(),
            broken: false,
            links: 0,
            root,
        }
    }

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
            self.add(word);
        }
        if words.ends_with(char::is_whitespace) {
            self.part(Gap::Space);
        }
    }

    fn add(&mut self, word: &str) {
        self.broken = false;
        let whole;
        let word = if word.contains(SOFT_HYPHEN) {
            whole = word.replace(SOFT_HYPHEN, "");
            &whole
        } else {
            word
        };
        let gap = self.gap.take().unwrap_or(Gap::None);
        match self.lines.last_mut().filter(|_| gap < Gap::Line) {
            Some(line) => {
                line.text.push_str(match gap {
                    Gap::Space => " ",
                    Gap::Cell => " | ",
                    _ => "",
                });
                line.text.push_str(word);
            }
            None => self.push_line(word.to_owned(), gap),
        }
        let links = self.links > 0;
        if let Some(line) = self.lines.last_mut().filter(|_| links) {
            line.linked += word.len();
        }
    }

    /// A line that is to stay as it is.
    fn push_whole(&mut self, line: String) {
        let gap = self.gap.take().unwrap_or(Gap::None);
        self.push_line(line, gap);
    }

    fn push_line(&mut self, text: String, gap: Gap) {
        self.lines.push(Line {
            text,
            block: self.blocks.last().copied().unwrap_or(self.root),
            linked: 0,
            parted: gap == Gap::Paragraph,
        });
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
        assert_eq!(words("go&shy;ats<br> <br>fled"), "goats\n\nfled");
        assert_eq!(
            words("The <button>herd</button> fled<div><button>Share 5</button><b>7</b></div>"),
            "The herd fled\n\nShare 5\n7"
        );
        assert_eq!(
            words("<p>On <x-day>Monday</x-day> 1<wbr>250 goats</p><address>Quay 4</address>fled"),
            "On Monday 1250 goats\n\nQuay 4\n\nfled"
        );
    }

    #[test]
    fn deep_nesting_does_no_harm() {
        let deep = format!("{}x 7{}", "<div>".repeat(2_000), "</div>".repeat(2_000));
        assert_eq!(words(&deep), "x 7");
    }
}
