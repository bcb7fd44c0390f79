//! Live pages and tickers: lists whose items begin with a time of day.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use ego_tree::NodeId;
use scraper::node::{Node, Text};
use scraper::{ElementRef, Html};

use super::blocks::{Line, line_of, words_of, words_without};
use crate::article::Moment;
use crate::import::date;
use crate::import::timed::{dated, is_clock, is_day};

/// A list is a ticker from this many items with a time of their own.
pub(super) const ITEMS: usize = 3;
/// So many with whatever else beside their time; fewer must be alike.
const UNLIKE: usize = 5;
/// So many posts are enough where each is an article to the page.
const POSTS: usize = 2;
/// The time of an item stands in one of so many lines, below its headline or above it.
const TOP: usize = 3;
/// A line of prose beside items, at the least, in characters.
const PROSE: usize = 60;
/// Elements that are not of the words of items.
const ASIDE: [&str; 6] = ["aside", "nav", "footer", "form", "button", "dialog"];
/// Elements that stand in a line beside one another.
const INLINE: [&str; 9] = [
    "span", "time", "b", "strong", "i", "em", "a", "small", "label",
];

/// Puts a space between elements that a page draws apart by its style only: the time of an item and its words.
pub(super) fn part_items(page: &mut Html) {
    let is_inline = |node: &Node| {
        let name = node.as_element().map(scraper::node::Element::name);
        name.is_some_and(|name| INLINE.contains(&name))
    };
    let glued: Vec<NodeId> = page
        .tree
        .nodes()
        .filter(|node| is_inline(node.value()))
        .filter_map(|node| {
            let next = node.next_sibling().filter(|next| is_inline(next.value()))?;
            let (a, b) = (ElementRef::wrap(node)?, ElementRef::wrap(next)?);
            is_apart(a, b).then_some(node.id())
        })
        .collect();
    for id in glued {
        if let Some(mut node) = page.tree.get_mut(id) {
            let text = " ".into();
            node.insert_after(Node::Text(Text { text }));
        }
    }
}

/// A page whose body itself is the list of items, with an element around them: whoever looks for an article looks for one
/// inside the body. Nothing where it is no such page.
pub(super) fn with_list(page: &Html) -> Option<Html> {
    let mut elements = page.tree.root().descendants().filter_map(ElementRef::wrap);
    let body = elements.find(|it| it.value().name() == "body")?;
    let is_item = |child: &ElementRef<'_>| {
        let mut texts = child.text().map(str::trim);
        let first = texts.find(|text| !text.is_empty()).unwrap_or_default();
        if !first.starts_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        let words = words_of(*child);
        let mut lines = words.lines().filter(|line| !line.trim().is_empty());
        let first = lines.next().unwrap_or_default();
        is_clock(first) && lines.next().is_some() || after_clock(first).is_some()
    };
    let items = body.children().filter_map(ElementRef::wrap).filter(is_item);
    if items.take(ITEMS).count() < ITEMS {
        return None;
    }
    let (whole, inside) = (page.html(), body.inner_html());
    let around = format!("<main>{inside}</main>");
    Some(Html::parse_document(&whole.replacen(&inside, &around, 1)))
}

fn is_apart(a: ElementRef<'_>, b: ElementRef<'_>) -> bool {
    let (first, second): (String, String) = (a.text().collect(), b.text().collect());
    if first.ends_with(['(', '[', '{', '«', '“', '/', '-', '–', '\''])
        || second.starts_with(|c: char| ".,;:!?)]}%»”/-–'’".contains(c))
        || first.trim().is_empty()
        || second.trim().is_empty()
    {
        return false;
    }
    let is_time =
        |element: ElementRef<'_>, words: &str| element.value().name() == "time" || is_clock(words);
    let items = || {
        let styled = |element: ElementRef<'_>| element.attr("class").is_some();
        // A word that is coloured in parts has letters beside it, or no second word.
        let alone = a.parent().into_iter().flat_map(|parent| parent.children());
        let mut alone = alone.filter_map(|node| node.value().as_text());
        styled(a)
            && styled(b)
            && alone.all(|text| text.trim().is_empty())
            && first.trim().chars().count() > 1
            && second.trim().contains(char::is_whitespace)
            && !second.starts_with(char::is_lowercase)
    };
    is_time(a, &first) || is_time(b, &second) || items()
}

/// The text with the times that its page has before its lines, and no line more often than on the page.
pub(super) fn as_on_page(text: &str, page: &str) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut timed: BTreeMap<&str, VecDeque<&str>> = BTreeMap::new();
    for line in page.lines().filter(|line| !line.is_empty()) {
        *counts.entry(line).or_default() += 1;
        if let Some(words) = after_clock(line) {
            timed.entry(words.trim()).or_default().push_back(line);
        }
    }
    let mut lines: Vec<&str> = Vec::new();
    for line in text.lines() {
        let line = if counts.contains_key(line) {
            line
        } else {
            let full = timed.get_mut(line).and_then(VecDeque::pop_front);
            full.unwrap_or(line)
        };
        match counts.get_mut(line) {
            Some(0) => {}
            Some(left) => {
                *left -= 1;
                lines.push(line);
            }
            None if line.is_empty() && lines.last().is_some_and(|last| last.is_empty()) => {}
            None => lines.push(line),
        }
    }
    lines.join("\n")
}

/// Takes the times, with their days or without, that stand right above lines that were taken, where that is how the
/// page is built: a list of items says "23:50" and "29 November 2026, 23:50" too often to be prose. `is_live` tells that this is known of the page.
pub(super) fn take_times(lines: &[Line], taken: &mut [bool], is_live: bool) {
    let is_time = |line: &Line| is_clock(&line.text) || dated(&line.text).is_some();
    let times: Vec<usize> = lines
        .windows(2)
        .enumerate()
        .filter(|(at, pair)| {
            taken.get(at + 1) == Some(&true)
                && matches!(pair, [above, below] if is_time(above) && !is_time(below))
        })
        .map(|(at, _)| at)
        .collect();
    if times.len() >= ITEMS || is_live {
        for at in times {
            if let Some(taken) = taken.get_mut(at) {
                *taken = true;
            }
        }
    }
}

/// What an item says after its time of day, or its day and time: "2:30 pm Forty fled"; `None` where it begins with none.
fn after_clock(line: &str) -> Option<&str> {
    let starts = line.match_indices(' ').take(5);
    let starts = starts.filter_map(|(at, _)| line.split_at_checked(at));
    let is_time = |words: &str| is_clock(words) || dated(words).is_some();
    let item = starts.filter(|(time, _)| is_time(time)).last();
    item.map(|(_, words)| words)
}

/// When the newest item of a page came, where many of its items tell the machine their day and the reader only their
/// time of day.
pub(super) fn newest(page: &Html) -> Option<Moment> {
    let elements = page.tree.root().descendants().filter_map(ElementRef::wrap);
    let times = elements.filter(|it| it.value().name() == "time" && is_clock(&line_of(*it)));
    let moments: Vec<Moment> = times
        .filter_map(|time| date::parse(time.attr("datetime")?))
        .collect();
    (moments.len() >= ITEMS).then(|| moments.into_iter().max())?
}

/// Whether a text is a list of items that begin with a time of day.
pub(super) fn is_of_items(text: &str) -> bool {
    let lines = text.lines().filter(|line| after_clock(line).is_some());
    lines.take(ITEMS).count() == ITEMS
}

/// The longest list whose items have a time of their own, an item a paragraph.
pub(super) fn list(page: &Html) -> Option<String> {
    let mut lists: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    let elements = page.tree.root().descendants().filter_map(ElementRef::wrap);
    for time in elements.filter(|it| it.value().name() == "time") {
        for (item, list) in time.ancestors().zip(time.ancestors().skip(1)).take(6) {
            lists.entry(list.id()).or_default().insert(item.id());
        }
    }
    lists
        .into_iter()
        .filter_map(|(list, items)| {
            let alike = of_one_form(page, &items);
            let is_known = are_posts(&alike) || are_timed(&alike);
            let alike: BTreeSet<NodeId> = alike.iter().map(|item| item.id()).collect();
            // Where the items are known, little else is of the text.
            let is_of_text = |child: &ElementRef<'_>| {
                !ASIDE.contains(&child.value().name())
                    && (!is_known || alike.contains(&child.id()) || says_something(*child))
            };
            let children = page.tree.get(list)?.children();
            let children = children.filter_map(ElementRef::wrap).filter(is_of_text);
            let is_list = is_known || items.len() >= UNLIKE;
            is_list.then(|| paragraphs(children))
        })
        .max_by_key(String::len)
}

/// The words of elements, one a paragraph.
fn paragraphs<'a>(elements: impl Iterator<Item = ElementRef<'a>>) -> String {
    let words = elements.map(|element| {
        let words = words_without(element, &ASIDE);
        let lines: Vec<&str> = words.lines().filter(|line| !line.is_empty()).collect();
        lines.join("\n")
    });
    let words: Vec<String> = words.filter(|words| !words.is_empty()).collect();
    words.join("\n\n")
}

/// A heading, a day, or a line of prose.
fn says_something(element: ElementRef<'_>) -> bool {
    let is_heading = ["h1", "h2", "h3", "h4", "h5", "h6"].contains(&element.value().name());
    let is_prose =
        |line: &str| line.chars().count() >= PROSE && line.ends_with(['.', '!', '?', '”']);
    is_heading
        || words_of(element)
            .lines()
            .any(|line| is_day(line) || is_prose(line))
}

/// Most of the items of a list, where they are of one form; nothing else.
fn of_one_form<'a>(page: &'a Html, items: &BTreeSet<NodeId>) -> Vec<ElementRef<'a>> {
    let mut forms: BTreeMap<(&str, Option<&str>), Vec<ElementRef<'a>>> = BTreeMap::new();
    for item in items {
        if let Some(item) = page.tree.get(*item).and_then(ElementRef::wrap) {
            let name = item.value().name();
            let class = item.value().attr("class").filter(|_| name != "article");
            forms.entry((name, class)).or_default().push(item);
        }
    }
    let largest = forms.into_values().max_by_key(Vec::len);
    largest
        .filter(|it| it.len() * 2 > items.len())
        .unwrap_or_default()
}

/// Whether items begin with a time of day, and none is the article to which the others are teasers.
fn are_timed(items: &[ElementRef<'_>]) -> bool {
    let is_timed = |item: &ElementRef<'_>| {
        let words = words_of(*item);
        let mut lines = words
            .lines()
            .filter(|line| !line.trim().is_empty())
            .take(TOP);
        lines.any(|line| is_clock(line) || dated(line).is_some() || after_clock(line).is_some())
    };
    items.len() >= ITEMS && none_prevails(items) && items.iter().all(is_timed)
}

/// Whether none of these elements has most of their words.
fn none_prevails(items: &[ElementRef<'_>]) -> bool {
    let lengths: Vec<usize> = items.iter().map(|item| line_of(*item).len()).collect();
    let longest = lengths.iter().copied().max().unwrap_or(0);
    longest * 5 <= lengths.iter().sum::<usize>() * 3
}

/// Whether items are posts of a live page, and none is the article to which the others are teasers.
fn are_posts(items: &[ElementRef<'_>]) -> bool {
    let is_post = |item: &ElementRef<'_>| item.value().name() == "article";
    items.len() >= POSTS && items.iter().all(is_post) && none_prevails(items)
}

/// Whether the list is the page: the extractor found little beside it, or nothing but its lines.
pub(super) fn is_page(items: &str, article: &str) -> bool {
    let lines: Vec<&str> = article.lines().filter(|line| !line.is_empty()).collect();
    let inside = lines.iter().filter(|line| items.contains(**line)).count();
    items.len() > 2 * article.len() || inside * 5 >= lines.len() * 4
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(html: &str) -> String {
        let mut page = Html::parse_document(html);
        part_items(&mut page);
        words_of(page.root_element())
    }

    #[test]
    fn a_time_is_not_glued_to_the_figure_beside_it() {
        assert_eq!(
            parted("<p><span class=t>18:04</span><span class=x>1,250 goats fled</span></p>"),
            "18:04 1,250 goats fled"
        );
        assert_eq!(
            parted("<p><b class=k>Goats</b><span class=v>40 in May</span>"),
            "Goats 40 in May"
        );
        assert_eq!(parted("1<span>,</span>250"), "1,250");
        assert_eq!(
            parted("<p><span class=drop>F</span><span class=rest>orty goats</span>"),
            "Forty goats"
        );
        assert_eq!(parted("<p><b class=a>12</b><b class=b>.50</b>"), "12.50");
    }

    #[test]
    fn a_ticker_is_of_the_day_of_its_newest_item() {
        let items = (1..=5).map(|day| {
            format!(
                "<li><time datetime='2025-03-0{day}T08:15+02:00'>08:15</time> {day} goats fled</li>"
            )
        });
        let page = Html::parse_document(&format!("<ul>{}</ul>", items.collect::<String>()));
        let newest = newest(&page).map(|moment| moment.to_string());
        assert!(newest.is_some_and(|it| it.starts_with("2025-03-05T08:15")));
        assert!(is_of_items(&list(&page).expect("a list")));
        assert!(!is_of_items("Goats\n\n08:15 Forty fled"));
    }

    #[test]
    fn a_body_that_is_the_list_itself_keeps_every_item() {
        let item = |time: &str| {
            format!(
                "<div><div>{time}</div><div>At {time} some 40 goats fled over the hill of Arvo.</div></div>"
            )
        };
        let times = ["21:40", "20:15", "19:05", "18:30", "17:10"];
        let page = format!(
            "<html><body><h1>Goats</h1>{}</body></html>",
            times.map(item).concat()
        );
        let read = crate::import::read("goats.html", page.as_bytes()).expect("a page");
        let text = read[0].article.text.as_str();
        for time in times {
            assert!(
                text.contains(&format!("{time} At {time} some 40")),
                "{text}"
            );
        }
    }

    #[test]
    fn few_items_of_one_form_are_a_list_without_what_stands_around_it() {
        let item = |time: &str| {
            format!(
                "<div class=i><p><time>{time}</time></p><p>At {time} goats fled.</p><button>Share</button></div>"
            )
        };
        let page = |items: &str| {
            let around = "<p>Seen <time>04:10</time></p><h2>Friday 6 March</h2>";
            list(&Html::parse_document(&format!(
                "<main>{around}{items}<p>By Ida</p></main>"
            )))
        };
        assert_eq!(
            page(&["08:15", "07:10", "9.05pm"].map(item).concat()).as_deref(),
            Some(
                "Friday 6 March\n\n08:15\nAt 08:15 goats fled.\n\n07:10\nAt 07:10 goats fled.\n\n9.05pm\nAt 9.05pm goats fled."
            )
        );
        assert_eq!(page(&["08:15", "07:10"].map(item).concat()), None);
    }

    #[test]
    fn lost_times_come_back_and_lines_stand_as_often_as_on_the_page() {
        let page = "Goats\n\n18:04 12 came back\n\n2:30 pm 40 fled\n\n9:00 am 40 fled\n\nRain";
        let text = "Goats\n\n12 came back\n\nGoats\n\n40 fled\n\n40 fled\n\nRain";
        assert_eq!(as_on_page(text, page), page);
    }
}
