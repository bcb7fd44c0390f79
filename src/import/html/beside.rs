//! What stands beside the main text in the same box, and the extractor did not take: paragraphs that are no `<p>`,
//! loose words, lists.

use std::collections::{BTreeMap, BTreeSet};

use ego_tree::NodeId;
use scraper::{ElementRef, Html};

use super::blocks::Line;
use crate::import::is_credit;
use crate::import::timed::is_clock;
use crate::import::words::Words;

/// Parts of a page that are not of its text.
const ASIDE: [&str; 10] = [
    "aside", "nav", "footer", "header", "form", "button", "dialog", "figure", "menu", "search",
];
/// Elements that may end a text: a list or a table below its last paragraph.
const ENDS: [&str; 8] = [
    "p",
    "ul",
    "ol",
    "dl",
    "table",
    "pre",
    "blockquote",
    "details",
];
/// Elements whose words no reader takes for an article.
const NAVIGATION: [&str; 6] = ["nav", "footer", "form", "button", "dialog", "menu"];
const HEADINGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];
/// A line of prose without a figure, at the least, in characters.
const SHORTEST: usize = 40;

/// Marks as taken the lines that stand in one box with lines that are.
pub(super) fn take(page: &Html, lines: &[Line], taken: &mut [bool]) {
    let Some((first, last)) = ends(taken) else {
        return;
    };
    let boxes = Boxes::of(page, lines, taken);
    let mut pieces: BTreeMap<NodeId, Piece> = BTreeMap::new();
    for (place, line) in lines.iter().enumerate() {
        if taken.get(place) != Some(&false) {
            continue;
        }
        let Some((outer, piece)) = boxes.place_of(page, line) else {
            continue;
        };
        let (name, in_body) = (name_of(page, piece), name_of(page, outer) == "body");
        let loose = outer == piece;
        let is_heading = HEADINGS.contains(&name);
        let stands_well = if place < first {
            !in_body && place + 2 >= first && (is_heading || is_clock(&line.text))
        } else {
            // A list that closes an article in the body follows it at once.
            let follows = place == last + 1 || pieces.contains_key(&piece);
            let ends = ENDS.contains(&name);
            place < last || (!in_body && (loose || ends)) || (follows && !loose && ends)
        };
        if stands_well && (loose || !is_aside(page, line, outer)) && !is_credit(&line.text) {
            let piece = pieces.entry(piece).or_default();
            piece.says_something |=
                says_something(&line.text) || (is_heading && taken.get(place + 1) == Some(&true));
            piece.letters += line.text.len();
            piece.linked += line.linked;
            piece.lines.push(place);
        }
    }
    let wanted = |piece: &Piece| piece.says_something && piece.linked * 2 <= piece.letters;
    for place in pieces.into_values().filter(wanted).flat_map(|it| it.lines) {
        if let Some(taken) = taken.get_mut(place) {
            *taken = true;
        }
    }
}

/// The first and the last line that was taken.
fn ends(taken: &[bool]) -> Option<(usize, usize)> {
    let first = taken.iter().position(|taken| *taken)?;
    Some((first, taken.iter().rposition(|taken| *taken)?))
}

/// Lines that were left out inside the main text, or in the same box with all of it; navigation is not among them, nor
/// are links.
pub(super) fn left<'a>(page: &Html, lines: &'a [Line], taken: &[bool]) -> Vec<&'a str> {
    let Some((first, last)) = ends(taken) else {
        return Vec::new();
    };
    let all = Boxes::of(page, lines, taken).around_all(page, lines.get(first));
    let is_inside = |place: usize, line: &Line| {
        let block = page.tree.get(line.block);
        let mut around = block
            .into_iter()
            .flat_map(|it| std::iter::once(it).chain(it.ancestors()));
        let mut names = around.clone().filter_map(ElementRef::wrap);
        let is_shown = !names.any(|it| NAVIGATION.contains(&it.value().name()));
        is_shown
            && line.linked * 2 <= line.text.len()
            && ((first..last).contains(&place) || around.any(|it| Some(it.id()) == all))
    };
    let lines = lines.iter().zip(taken).enumerate();
    let left = lines.filter(|(place, (line, taken))| !**taken && is_inside(*place, line));
    left.map(|(_, (line, _))| line.text.as_str()).collect()
}

/// A figure, or a sentence.
pub(super) fn says_something(line: &str) -> bool {
    line.contains(char::is_numeric) || (is_sentence(line) && line.chars().count() >= SHORTEST)
}

/// Whether a line ends as a sentence does, in whatever script.
pub(super) fn is_sentence(line: &str) -> bool {
    let line = line.trim_end_matches(['"', '”', '»', ')', '\'']);
    line.ends_with(['.', '!', '?', '…', '؟', '。'])
}

fn name_of(page: &Html, id: NodeId) -> &str {
    let element = page.tree.get(id).and_then(|node| node.value().as_element());
    element.map_or("", |element| element.name())
}

/// A part of a box with lines that were not taken.
#[derive(Default)]
struct Piece {
    lines: Vec<usize>,
    says_something: bool,
    letters: usize,
    linked: usize,
}

/// Where lines that were taken stand.
#[derive(Default)]
struct Boxes {
    /// Elements with such lines inside, and how many.
    holds: BTreeMap<NodeId, usize>,
    /// Elements that hold such a line, or its paragraph, themselves.
    direct: BTreeSet<NodeId>,
}

impl Boxes {
    fn of(page: &Html, lines: &[Line], taken: &[bool]) -> Self {
        let mut boxes = Self::default();
        for (line, _) in lines.iter().zip(taken).filter(|(_, taken)| **taken) {
            let Some(block) = page.tree.get(line.block) else {
                continue;
            };
            boxes.direct.insert(block.id());
            boxes.direct.extend(block.parent().map(|outer| outer.id()));
            for around in std::iter::once(block).chain(block.ancestors()) {
                *boxes.holds.entry(around.id()).or_default() += 1;
            }
        }
        boxes
    }

    /// The innermost element with all that was taken, of which `first` is a line; not the whole page.
    fn around_all(&self, page: &Html, first: Option<&Line>) -> Option<NodeId> {
        let all = self.holds.values().max()?;
        let block = page.tree.get(first?.block)?;
        std::iter::once(block)
            .chain(block.ancestors())
            .find(|it| self.holds.get(&it.id()) == Some(all))
            .map(|it| it.id())
            .filter(|id| !["body", "html", ""].contains(&name_of(page, *id)))
    }

    /// The box that a line shares with lines that were taken, and the piece of it that the line is in.
    fn place_of(&self, page: &Html, line: &Line) -> Option<(NodeId, NodeId)> {
        let block = page.tree.get(line.block)?;
        let mut piece = block.id();
        for id in std::iter::once(block.id()).chain(block.ancestors().map(|it| it.id())) {
            if self.holds.contains_key(&id) {
                return self.direct.contains(&id).then_some((id, piece));
            }
            piece = id;
        }
        None
    }
}

/// Whether an element between a line and `outer` says that it is not of the text.
fn is_aside(page: &Html, line: &Line, outer: NodeId) -> bool {
    let block = page.tree.get(line.block);
    let around = block
        .into_iter()
        .flat_map(|it| std::iter::once(it).chain(it.ancestors()));
    around
        .take_while(|it| it.id() != outer)
        .filter_map(ElementRef::wrap)
        .any(|element| {
            let value = element.value();
            let names = value.classes().chain(value.id());
            ASIDE.contains(&value.name())
                // A paragraph may be of the text whatever its class says.
                || (value.name() != "p" && names.flat_map(words_of_name).any(|it| Words::all().is_of_a_box(&it)))
        })
}

/// "shareBar", "share-bar" and "share_bar" are made of the same words.
pub(super) fn words_of_name(name: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut small = false;
    for c in name.chars() {
        if !c.is_alphanumeric() || (c.is_uppercase() && small) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
        small = c.is_lowercase();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::super::blocks::{joined, lines_of};
    use super::*;

    /// What is taken of a page where only paragraphs that begin with "Taken" were.
    fn taken(html: &str) -> (String, Vec<String>) {
        let page = Html::parse_document(html);
        let lines = lines_of(page.root_element());
        let mut taken: Vec<bool> = lines
            .iter()
            .map(|it| it.text.starts_with("Taken"))
            .collect();
        take(&page, &lines, &mut taken);
        let left = left(&page, &lines, &taken);
        let left = left.into_iter().map(str::to_owned).collect();
        let kept = lines.iter().zip(&taken).filter(|(_, taken)| **taken);
        let kept: Vec<Line> = kept.map(|(line, _)| line.clone()).collect();
        (joined(&kept), left)
    }

    #[test]
    fn what_stands_between_paragraphs_of_a_box_is_taken_whatever_its_element() {
        let (text, left) = taken(
            "<body><div>Menu 7</div><article><h1>Taken</h1><p>Taken 1</p><div><div>40 goats fled</div></div>Loose 12 <b>goats</b><section><h3>Hens</h3><p>9 hens</p></section><p class=share>A share of 5%</p><p>Taken 2</p><ul><li>Low: 40</ul></article><div>Jobs 300</div>",
        );
        assert_eq!(
            text,
            "Taken\n\nTaken 1\n\n40 goats fled\n\nLoose 12 goats\n\nHens\n\n9 hens\n\nA share of 5%\n\nTaken 2\n\nLow: 40"
        );
        assert_eq!(left, [""; 0]);
    }

    #[test]
    fn boxes_aside_and_links_stay_out_and_what_they_say_is_known() {
        let (text, left) = taken(
            "<article><p>Taken 1</p><aside><p>Box of 55</p></aside><div class=shareBar>Shared 12 times</div><div><a href=/>Read 5 tales</a></div><p>Taken 2</p><div>Jobs 300</div></article>",
        );
        assert_eq!(text, "Taken 1\n\nTaken 2");
        assert_eq!(left, ["Box of 55", "Shared 12 times", "Jobs 300"]);
    }
}
