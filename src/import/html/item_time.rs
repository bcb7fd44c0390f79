//! Times of day of items as they are shown. "1h ago" says nothing to whoever reads it later: the time that the page tells
//! the machine stands in its place. "23.50" in an element for times gets its colon, so that nobody takes it for a figure.

use ego_tree::NodeId;
use jiff::Timestamp;
use jiff::fmt::temporal::Pieces;
use jiff::tz::{Offset, TimeZone};
use scraper::node::{Node, Text};
use scraper::{ElementRef, Html};

use super::beside::words_of_name;
use crate::article::Moment;
use crate::import::date;
use crate::import::timed::{dated, is_ago, is_clock};
use crate::import::words::Words;

/// A time with its label and its day is no longer, in bytes.
const LONGEST: usize = 60;
/// A page may tell its own age so; from this many on they are those of items.
const FEWEST: usize = 2;

/// Takes the label off a time that stands alone, "Posted at 23:50", and the time that says the same again beside it.
pub(super) fn without_labels(page: &mut Html) {
    let mut found = Vec::new();
    let mut of_update = 0;
    let mut last: Option<(NodeId, String)> = None;
    for node in page.tree.root().descendants() {
        let (Some(text), Some(parent)) = (node.value().as_text(), node.parent()) else {
            continue;
        };
        let words = text.trim();
        let bare = without_label(words).unwrap_or(words);
        let is_time = words.len() <= LONGEST && (is_clock(bare) || dated(bare).is_some());
        if !is_time {
            last = last.filter(|_| words.is_empty());
            continue;
        }
        let around = parent.parent().map_or(parent.id(), |outer| outer.id());
        if last
            .as_ref()
            .is_some_and(|(outer, said)| *outer == around && said == bare)
        {
            found.push((node.id(), String::new()));
        } else if bare.len() < words.len() {
            of_update += usize::from(
                words
                    .split([' ', ':'])
                    .any(|it| Words::all().is_updated(it)),
            );
            found.push((node.id(), bare.to_owned()));
        }
        last = Some((around, bare.to_owned()));
    }
    // An article tells when it came out and when it was changed.
    if of_update.max(found.len() - of_update) >= FEWEST {
        write(page, found);
    }
}

/// "23:50" of "Posted at 23:50".
fn without_label(words: &str) -> Option<&str> {
    let first = words.split([' ', ':']).next()?;
    let is_label = Words::all().is_published(first) || Words::all().is_updated(first);
    let time = words
        .find(|c: char| c.is_ascii_digit())
        .and_then(|at| words.get(at..));
    time.filter(|_| is_label)
}

/// Writes "23:50" for "23.50" that stands alone in an element for times.
pub(super) fn with_colons(page: &mut Html) {
    let found: Vec<(NodeId, String)> = page
        .tree
        .nodes()
        .filter_map(|node| {
            let words = node.value().as_text()?.trim();
            let (hour, minute) = words.split_once('.').filter(|_| words.len() <= 5)?;
            let within = |part: &str, most: u8| part.parse().is_ok_and(|it: u8| it < most);
            let sound = minute.len() == 2 && within(hour, 25) && within(minute, 60);
            let element = node.parent()?;
            let element = element.value().as_element().filter(|_| sound)?;
            let is_box = || {
                let mut names = element.classes().flat_map(words_of_name);
                names.any(|word| Words::all().is_of_a_time_box(&word))
            };
            let is_time = element.name() == "time" || is_box();
            is_time.then(|| (node.id(), format!("{hour}:{minute}")))
        })
        .collect();
    if found.len() >= FEWEST {
        write(page, found);
    }
}

fn write(page: &mut Html, found: Vec<(NodeId, String)>) {
    for (node, words) in found {
        if let Some(mut node) = page.tree.get_mut(node) {
            let text = words.as_str().into();
            *node.value() = Node::Text(Text { text });
        }
    }
}

/// Writes times of day for spans that end now: the one that is shown beside it, else that of the markup, in the zone of
/// the page.
pub(super) fn as_time_of_day(page: &mut Html, published: Option<&Moment>) {
    let mut found = Vec::new();
    for node in page.tree.root().descendants() {
        let Some(words) = node.value().as_text().map(|text| text.trim()) else {
            continue;
        };
        let time = node.parent().filter(|_| is_ago(words));
        let around = time
            .into_iter()
            .flat_map(|time| std::iter::once(time).chain(time.parent()));
        let told = around
            .filter_map(|it| it.value().as_element()?.attr("datetime"))
            .find_map(date::parse);
        let (Some(told), Some(time)) = (told, time) else {
            continue;
        };
        if let Some((beside, shown)) = shown_beside(time) {
            found.push((node.id(), shown));
            found.push((beside, String::new()));
        } else if let Some(time) = time_of_day(&told, published) {
            found.push((node.id(), time));
        }
    }
    if found.len() >= FEWEST {
        write(page, found);
    }
}

/// A time of day that stands beside an element, with the place of its words.
fn shown_beside(time: ego_tree::NodeRef<'_, Node>) -> Option<(NodeId, String)> {
    let next = time.next_siblings().find_map(ElementRef::wrap);
    let before = time.prev_siblings().find_map(ElementRef::wrap);
    let mut beside = [next, before].into_iter().flatten();
    beside.find_map(|element| {
        let mut texts = element.descendants().filter(|node| node.value().is_text());
        let (text, None) = (texts.next()?, texts.next()) else {
            return None;
        };
        let words = text.value().as_text()?.trim();
        (is_clock(words) && !is_ago(words)).then(|| (text.id(), words.to_owned()))
    })
}

/// The time of day of a moment, "14:05", in the zone of the page where both tell theirs; "14:05 UTC" in Greenwich's.
fn time_of_day(moment: &Moment, page: Option<&Moment>) -> Option<String> {
    let written = moment.to_string();
    let own = written.get(11..16)?.to_owned();
    let zone = page.and_then(|page| offset(&page.to_string()));
    let instant = written.parse::<Timestamp>().ok();
    let (time, offset) = match instant.zip(zone) {
        Some((instant, zone)) => {
            let there = instant.to_zoned(TimeZone::fixed(zone));
            (there.strftime("%H:%M").to_string(), Some(zone))
        }
        None => (own, offset(&written)),
    };
    Some(match offset {
        Some(Offset::UTC) => format!("{time} UTC"),
        _ => time,
    })
}

fn offset(moment: &str) -> Option<Offset> {
    Pieces::parse(moment).ok()?.to_numeric_offset()
}

#[cfg(test)]
mod tests {
    use super::super::blocks::words_of;
    use super::*;

    #[test]
    fn a_time_written_as_a_decimal_gets_its_colon() {
        let item = |figure: &str| format!("<p><i class='post-time'>{figure}</i> Goats <b>2.50</b>");
        let mut page = Html::parse_document(&[item("23.50"), item("9.05"), item("3.75")].concat());
        with_colons(&mut page);
        assert_eq!(
            words_of(page.root_element()),
            "23:50 Goats 2.50\n\n9:05 Goats 2.50\n\n3.75 Goats 2.50"
        );
    }

    #[test]
    fn a_label_and_a_time_that_is_said_again_go() {
        let item =
            |time: &str| format!("<p><time><i>Posted at {time}</i><i>{time}</i></time> Goats");
        let mut page = Html::parse_document(&[item("23:50 5 Mar"), item("9:05")].concat());
        without_labels(&mut page);
        assert_eq!(
            words_of(page.root_element()),
            "23:50 5 Mar Goats\n\n9:05 Goats"
        );
    }

    #[test]
    fn a_span_of_time_becomes_the_time_that_is_shown_or_told() {
        let of = |items: &str| {
            let mut page = Html::parse_document(items);
            let published = "2026-12-03T00:20+02:00".parse().expect("a moment");
            as_time_of_day(&mut page, Some(&published));
            words_of(page.root_element())
        };
        assert_eq!(
            of(
                "<p><time datetime='2026-12-02T21:50Z'>1h ago</time> Goats</p><p><time datetime='2026-12-02T20:50Z'>2 hours ago</time> <b>22.50 EET</b> Sheep"
            ),
            "23:50 Goats\n\n22.50 EET Sheep"
        );
        assert_eq!(
            of("<time datetime='2026-12-02T21:50Z'>1h ago</time>"),
            "1h ago"
        );
    }
}
