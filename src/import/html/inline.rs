//! Elements inside a line, of which the extractor knows a few and drops a paragraph at any other.

use ego_tree::{NodeId, NodeRef};
use scraper::Html;
use scraper::node::Node;

use super::blocks::is_block_here;

/// Elements inside a line that the extractor knows.
const KNOWN: [&str; 9] = ["a", "b", "strong", "i", "em", "u", "span", "sub", "sup"];
/// Elements that frame the page, and breaks.
const KEPT: [&str; 12] = [
    "html", "head", "title", "meta", "link", "base", "script", "br", "img", "thead", "tbody",
    "tfoot",
];
/// Elements without words or an end.
const VOID: [&str; 10] = [
    "area", "col", "embed", "input", "keygen", "param", "source", "track", "wbr", "colgroup",
];

/// Puts the words of each element inside a line in its place, but for those that the extractor knows.
pub(super) fn without_unknown_elements(page: &mut Html) {
    let unknown: Vec<(NodeId, bool)> = page
        .tree
        .nodes()
        .filter_map(|node| {
            let name = node.value().as_element()?.name();
            let known = is_block_here(&node) || KNOWN.contains(&name) || KEPT.contains(&name);
            (!known && !is_date_alone(&node)).then(|| (node.id(), VOID.contains(&name)))
        })
        .collect();
    for (id, void) in unknown {
        let children = page.tree.get(id).into_iter().flat_map(|it| it.children());
        let children: Vec<NodeId> = children.map(|child| child.id()).collect();
        let Some(mut node) = page.tree.get_mut(id) else {
            continue;
        };
        // What was taken out before has no place.
        if node.parent().is_none() {
            continue;
        }
        if !void {
            for child in children {
                node.insert_id_before(child);
            }
        }
        node.detach();
    }
}

/// The day of a page stands alone on its line; the extractor leaves it out, as it should.
fn is_date_alone(node: &NodeRef<'_, Node>) -> bool {
    let is_blank = |beside: NodeRef<'_, Node>| {
        let text = beside.value().as_text();
        text.is_some_and(|text| text.trim().is_empty())
    };
    node.value()
        .as_element()
        .is_some_and(|it| it.name() == "time")
        && node.prev_siblings().all(is_blank)
        && node.next_siblings().all(is_blank)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_unknown_elements_stay_in_their_line() {
        let mut page = Html::parse_document(
            "<p>On <time>3 May</time> <x-n><b>40</b> g<wbr>oats</x-n> fled <input> at <label>noon</label>.<p><time>3 May</time>",
        );
        without_unknown_elements(&mut page);
        assert_eq!(
            page.root_element().inner_html(),
            "<head></head><body><p>On 3 May <b>40</b> goats fled  at noon.</p><p><time>3 May</time></p></body>"
        );
    }
}
