//! Items of a live page whose time stands below their words: it is put before them, where a reader of lines looks for it.

use std::collections::BTreeMap;

use ego_tree::NodeId;
use scraper::node::{Node, Text};
use scraper::{ElementRef, Html};

use super::blocks::line_of;
use super::ticker::ITEMS;
use crate::import::timed::{dated, is_clock};

/// Elements around a time, up to its item.
const CLIMB: usize = 4;

/// Moves the time of each item to its front, where every item of a list ends with one.
pub(super) fn to_the_front(page: &mut Html) {
    let mut lists: BTreeMap<NodeId, Vec<(NodeId, NodeId)>> = BTreeMap::new();
    let elements = page.tree.root().descendants().filter_map(ElementRef::wrap);
    for time in elements.filter(|it| it.value().name() == "time" || is_short(*it)) {
        if let Some((list, item)) = item_of(time) {
            lists.entry(list).or_default().push((item, time.id()));
        }
    }
    let moved: Vec<(NodeId, NodeId)> = lists
        .into_iter()
        .filter(|(list, items)| items.len() >= ITEMS && is_of_these(page, *list, items))
        .flat_map(|(_, items)| items)
        .collect();
    for (item, time) in moved {
        if let Some(mut node) = page.tree.get_mut(time) {
            node.detach();
        }
        if let Some(mut node) = page.tree.get_mut(item) {
            let text = " ".into();
            node.prepend(Node::Text(Text { text }));
            node.prepend_id(time);
        }
    }
}

/// Whether an element holds a few letters and nothing else, as one with a time of day does.
fn is_short(element: ElementRef<'_>) -> bool {
    const MOST: usize = 12;
    let mut children = element.children();
    let only = children.next().and_then(|child| child.value().as_text());
    only.is_some_and(|text| {
        text.trim().len() <= MOST && text.contains(|c: char| c.is_ascii_digit())
    }) && children.next().is_none()
}

/// The list and the item that ends with a time, and says something before it.
fn item_of(time: ElementRef<'_>) -> Option<(NodeId, NodeId)> {
    let clock = line_of(time);
    let is_time = is_clock(&clock) || dated(&clock).is_some();
    let mut ancestors = time.ancestors().filter_map(ElementRef::wrap).take(CLIMB);
    let item = is_time
        .then(|| ancestors.find(|it| line_of(*it).len() > clock.len()))
        .flatten()?;
    let line = line_of(item);
    let words = line.trim_end().strip_suffix(&clock)?.trim_end();
    // "Ida Moor 2:31" is a result, and a cell stays in its column: only prose has a time below it that is no figure of it.
    let is_marked = time.value().name() == "time";
    let is_told = is_marked || words.ends_with(['.', '!', '?', '”', '"']);
    let in_table = item.value().name() == "tr";
    let list = item.parent().filter(|_| is_told && !in_table)?;
    Some((list.id(), item.id()))
}

/// Whether most elements of a list that look like these items are these items.
fn is_of_these(page: &Html, list: NodeId, items: &[(NodeId, NodeId)]) -> bool {
    let form = |element: ElementRef<'_>| {
        let value = element.value();
        (
            value.name().to_owned(),
            value.attr("class").map(str::to_owned),
        )
    };
    let first = items.first().and_then(|(item, _)| page.tree.get(*item));
    let first = first.and_then(ElementRef::wrap).map(form);
    let children = page
        .tree
        .get(list)
        .into_iter()
        .flat_map(|list| list.children());
    let alike = children
        .filter_map(ElementRef::wrap)
        .filter(|child| first.as_ref() == Some(&form(*child)));
    items.len() * 5 >= alike.count() * 4
}

#[cfg(test)]
mod tests {
    use super::super::blocks::words_of;
    use super::*;

    fn read(items: &str) -> String {
        let mut page = Html::parse_document(&format!("<main>{items}</main>"));
        to_the_front(&mut page);
        let words = words_of(page.root_element());
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_time_below_its_item_is_of_that_item() {
        let item = |words: &str, time: &str| {
            format!("<div class=p><p>{words}</p><footer><span>{time}</span></footer></div>")
        };
        let items = [
            ("Forty fled.", "18:40"),
            ("Twelve came.", "17:15"),
            ("Rain.", "15:02"),
        ];
        let below: String = items
            .iter()
            .map(|(words, time)| item(words, time))
            .collect();
        assert_eq!(
            read(&below),
            "18:40 Forty fled. 17:15 Twelve came. 15:02 Rain."
        );
        let one = item("Forty fled.", "18:40");
        assert_eq!(read(&one), "Forty fled. 18:40");
    }

    #[test]
    fn a_result_stays_behind_its_name_and_a_cell_in_its_column() {
        let names = ["Ida Moor", "Bo Lind", "Ana Roe", "Eva Stan"];
        let item = |name: &&str| format!("<p>{name} <span>2:31</span></p>");
        let list: String = names.iter().map(item).collect();
        assert!(read(&list).starts_with("Ida Moor 2:31 Bo Lind"));
        let row = |name: &&str| format!("<tr><td>{name}</td><td><time>18:40</time></td></tr>");
        let rows: String = names.iter().map(row).collect();
        let table = read(&format!("<table>{rows}</table>"));
        assert!(table.find("Ida Moor") < table.find("18:40"), "{table}");
    }
}
