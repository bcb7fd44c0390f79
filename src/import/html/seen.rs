//! What a reader of a page sees: nothing hidden or struck out, and raised notes that cannot be taken for digits.

use ego_tree::NodeId;
use scraper::node::{Element, Node, Text};
use scraper::{ElementRef, Html};

use super::blocks::words_of;
use crate::import::raised;
use crate::import::words::Words;

/// Elements for words that no longer hold.
const STRUCK: [&str; 3] = ["del", "s", "strike"];
/// Elements without a word of the text, of which a page may have thousands.
const WORDLESS: [&str; 16] = [
    "script", "style", "link", "img", "picture", "svg", "canvas", "video", "audio", "iframe",
    "object", "embed", "template", "noscript", "textarea", "select",
];
/// Scripts of this sort may hold the article.
const DATA: &str = "ld+json";
/// Elements that may be the place of an advertisement.
const PLACES: [&str; 5] = ["div", "section", "p", "span", "li"];
/// An advertisement is rarely longer, in bytes; an article that somebody paid for is.
const LONGEST_AD: usize = 600;
/// A page that hides one of these shows it by script: the article itself, behind a question about cookies.
const NEVER_HIDDEN: [&str; 4] = ["body", "main", "article", "h1"];

/// Takes out what was struck, and tells how many words; writes raised figures as raised signs: the note of
/// "23<sup>1</sup> goats" is none of its digits, and "40 km<sup>2</sup>" is an area; a fraction gets its stroke.
pub(super) fn without_struck_words(page: &mut Html) -> usize {
    let mut struck = 0;
    // Inner ones come last, when they are gone with the outer ones.
    for id in all(page, |it| STRUCK.contains(&it.value().name())) {
        let root = page.tree.root().id();
        let element = page.tree.get(id).and_then(ElementRef::wrap);
        let element = element.filter(|it| it.ancestors().any(|outer| outer.id() == root));
        struck += element.map_or(0, |it| words_of(it).split_whitespace().count());
        if let Some(mut node) = page.tree.get_mut(id) {
            node.detach();
        }
    }
    for id in all(page, |it| it.value().name() == "sup") {
        raise(page, id);
    }
    for id in all(page, is_numerator) {
        if let Some(mut node) = page.tree.get_mut(id) {
            let text = "/".into();
            node.insert_after(Node::Text(Text { text }));
        }
    }
    struck
}

/// Takes out what has no words; call it once the page's statements of itself are read.
pub(super) fn without_wordless(page: &mut Html) {
    detach(page, |element| {
        let value = element.value();
        let is_data = || value.attr("type").is_some_and(|kind| kind.contains(DATA));
        WORDLESS.contains(&value.name()) && !is_data()
    });
}

/// Takes out what the page tells machines.
pub(super) fn without_data(page: &mut Html) {
    detach(page, |element| {
        let kind = element.value().attr("type");
        element.value().name() == "script" && kind.is_some_and(|kind| kind.contains(DATA))
    });
}

/// Takes out what the page does not show.
pub(super) fn without_hidden_words(page: &mut Html) {
    detach(page, |element| {
        is_hidden(element.value())
            && !NEVER_HIDDEN.contains(&element.value().name())
            && !holds_the_page(element)
    });
}

fn holds_the_page(element: ElementRef<'_>) -> bool {
    let mut inner = element.descendants().skip(1).filter_map(ElementRef::wrap);
    inner.any(|it| NEVER_HIDDEN.contains(&it.value().name()))
}

/// Takes out what the page itself calls an advertisement, and boxes that programs for sites put into pages; tells
/// whether there was any.
pub(super) fn without_ads(page: &mut Html) -> bool {
    let is_ad = |name: &str| Words::all().is_of_an_ad(name);
    let is_plugin = |name: &str| Words::all().is_of_a_plugin(name);
    detach(page, |element| {
        let value = element.value();
        let named =
            |is: &dyn Fn(&str) -> bool| value.classes().any(is) || value.id().is_some_and(is);
        let is_short = || element.text().map(str::len).sum::<usize>() <= LONGEST_AD;
        let is_out = (PLACES.contains(&value.name()) && named(&is_ad) && is_short())
            || (!NEVER_HIDDEN.contains(&value.name()) && named(&is_plugin));
        // What lies over the page, what readers wrote below it, and where they leave their address.
        let is_out = is_out
            || is_dialog(value)
            || has_heading_of_comments(element)
            || asks_for_an_address(element);
        is_out && !holds_the_page(element)
    })
}

fn is_dialog(element: &Element) -> bool {
    let role = element.attr("role");
    role.is_some_and(|role| ["dialog", "alertdialog"].contains(&role))
        && !NEVER_HIDDEN.contains(&element.name())
}

/// Whether the first words of a box are a heading above comments.
fn has_heading_of_comments(element: ElementRef<'_>) -> bool {
    const HEADINGS: [&str; 5] = ["h2", "h3", "h4", "h5", "h6"];
    const BOXES: [&str; 3] = ["div", "section", "aside"];
    let first = element.child_elements().next();
    BOXES.contains(&element.value().name())
        && first.is_some_and(|it| {
            HEADINGS.contains(&it.value().name())
                && Words::all().is_heading_of_comments(&words_of(it))
        })
}

/// Whether a box does nothing but ask for an address to send letters to.
fn asks_for_an_address(element: ElementRef<'_>) -> bool {
    const BOXES: [&str; 4] = ["div", "section", "aside", "form"];
    const LONGEST: usize = 300;
    let asks = |form: ElementRef<'_>| {
        let mut inner = form.descendants().filter_map(ElementRef::wrap);
        inner.any(|it| it.value().name() == "input" && it.value().attr("type") == Some("email"))
    };
    let is_form = |it: &ElementRef<'_>| it.value().name() == "form";
    let mut forms = std::iter::once(element)
        .chain(element.child_elements())
        .filter(is_form);
    BOXES.contains(&element.value().name())
        && forms.any(asks)
        && element.text().map(str::len).sum::<usize>() <= LONGEST
}

fn is_hidden(element: &Element) -> bool {
    let searchable = |value: &str| value.eq_ignore_ascii_case("until-found");
    let by_style = |style: &str| {
        style
            .to_lowercase()
            .split(';')
            .filter_map(|rule| rule.split_once(':'))
            .any(|(name, value)| match name.trim() {
                "display" => value.trim().starts_with("none"),
                "visibility" => value.trim().starts_with("hidden"),
                _ => false,
            })
    };
    element
        .attr("hidden")
        .is_some_and(|value| !searchable(value))
        || element.attr("aria-hidden") == Some("true")
        || element.attr("style").is_some_and(by_style)
}

/// Elements of the page, outer ones first.
fn all(page: &Html, wanted: impl Fn(ElementRef<'_>) -> bool) -> Vec<NodeId> {
    let found = page.tree.nodes().filter(|it| it.parent().is_some());
    let found = found.filter_map(ElementRef::wrap);
    found.filter(|it| wanted(*it)).map(|it| it.id()).collect()
}

/// Takes elements out and tells whether there was any.
fn detach(page: &mut Html, wanted: impl Fn(ElementRef<'_>) -> bool) -> bool {
    let found = all(page, wanted);
    for id in &found {
        if let Some(mut node) = page.tree.get_mut(*id) {
            node.detach();
        }
    }
    !found.is_empty()
}

/// Whether it is the upper part of a fraction.
fn is_numerator(element: ElementRef<'_>) -> bool {
    let outer = element.parent().and_then(ElementRef::wrap);
    let mut before = element.prev_siblings();
    outer.is_some_and(|it| it.value().name() == "mfrac")
        && !before.any(|it| it.value().is_element())
}

/// Writes the figures of a raised element as raised signs, and a raised letter that links to its note in brackets.
fn raise(page: &mut Html, id: NodeId) {
    let Some(element) = page.tree.get(id).and_then(ElementRef::wrap) else {
        return;
    };
    let words: String = element.text().collect();
    let mark = raised::without_brackets(&words);
    let links = element.descendants().any(|node| is_link(node.value()))
        || element.parent().is_some_and(|it| is_link(it.value()));
    let is_letter = links && mark.chars().count() == 1 && mark.contains(char::is_alphabetic);
    let after = element.next_sibling().map(|next| next.value());
    let before = element.prev_sibling().map(|before| before.value());
    // "64 m<sup>[3]</sup>": the mark of a note is no power of the metre.
    let behind_word =
        matches!(before, Some(Node::Text(text)) if text.ends_with(char::is_alphabetic));
    let is_note = words.trim_start().starts_with('[') || links && behind_word;
    let raised = match raised::figure(mark) {
        None if is_letter => format!("[{mark}]"),
        Some(_) if is_note => format!("[{mark}]"),
        None => return,
        // The upper part of a fraction, "2<sup>1</sup>/<sub>2</sub>".
        _ if matches!(after, Some(Node::Text(text)) if text.starts_with(['/', '⁄'])) => {
            format!(" {mark}")
        }
        _ if matches!(before, Some(Node::Text(text)) if is_times_ten(text)) => format!("^{mark}"),
        Some(raised) => raised,
    };
    let mut raised = Some(raised);
    let texts: Vec<NodeId> = element
        .descendants()
        .filter(|node| node.value().is_text())
        .map(|node| node.id())
        .collect();
    for id in texts {
        if let Some(mut node) = page.tree.get_mut(id)
            && let Node::Text(text) = node.value()
        {
            text.text = raised.take().unwrap_or_default().into();
        }
    }
}

fn is_link(node: &Node) -> bool {
    node.as_element().is_some_and(|it| it.name() == "a")
}

/// "2.5 × 10", of which a power must follow.
fn is_times_ten(text: &str) -> bool {
    let start = text.strip_suffix("10").map(str::trim_end);
    start.is_some_and(|start| start.ends_with(['×', 'x']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(html: &str) -> String {
        let mut page = Html::parse_document(html);
        without_struck_words(&mut page);
        without_hidden_words(&mut page);
        words_of(page.root_element())
    }

    #[test]
    fn a_raised_note_is_no_digit_of_its_figure() {
        assert_eq!(
            seen("Some 40<sup>1</sup> goats ate 12<sup><a href=#n3>[3]</a></sup> tonnes."),
            "Some 40¹ goats ate 12[3] tonnes."
        );
        assert_eq!(seen("7<sup>1, 2</sup> fled"), "7¹˒² fled");
        assert_eq!(seen("7<sup><a href=#a>a</a></sup> fled"), "7[a] fled");
    }

    #[test]
    fn powers_fractions_and_ordinals_keep_their_meaning() {
        assert_eq!(
            seen("40 km<sup>2</sup>, 6&nbsp;m<sup>-1</sup>, 10<sup>6</sup>"),
            "40 km², 6 m⁻¹, 10⁶"
        );
        assert_eq!(seen("2.5 × 10<sup>6</sup> hairs"), "2.5 × 10^6 hairs");
        assert_eq!(seen("2<sup>1</sup>/<sub>2</sub> hours"), "2 1/2 hours");
        assert_eq!(seen("the 5<sup>th</sup> goat"), "the 5th goat");
        assert_eq!(
            seen("<math><mfrac><mn>3</mn><mn>4</mn></mfrac></math> of them"),
            "3/4 of them"
        );
    }

    #[test]
    fn what_was_struck_or_hidden_is_left_out() {
        assert_eq!(
            seen("<p><del>14</del><ins>15</ins> goats, not <s>16</s>.</p>"),
            "15 goats, not ."
        );
        let mut page = Html::parse_document("<p><del>14 <s>old</s> goats</del> 15 <s>hens</s>");
        assert_eq!(without_struck_words(&mut page), 4);
        assert_eq!(
            seen(
                "<p hidden>99 goats</p><p style='color:red; display: none'>98</p><i aria-hidden=true>97</i><i style='Visibility: hidden'>96</i><p style='display:block'>40 goats"
            ),
            "40 goats"
        );
    }

    #[test]
    fn advertisements_and_boxes_of_programs_for_sites_are_none_of_the_article() {
        let mut page = Html::parse_document(
            "<article class='sponsored sharedaddy'><p>Forty goats</p><div class='box Ad'>Save 50%</div><ul class='wide wp-block-latest-posts__list'><li>9 hens<p>Nine hens fled.</ul><p class=address>12 Quay</p></article>",
        );
        without_ads(&mut page);
        assert_eq!(words_of(page.root_element()), "Forty goats\n\n12 Quay");
    }

    #[test]
    fn an_article_behind_a_question_about_cookies_is_no_hidden_one() {
        assert_eq!(
            seen("<div aria-hidden=true><article><p>Forty goats</article></div>"),
            "Forty goats"
        );
    }
}
