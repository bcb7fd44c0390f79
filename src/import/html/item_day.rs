//! The days of a live page's items. An item that shows its time of day alone may be of another day than the page: its
//! markup tells the machine so, a heading with a day stands above it, or the times pass midnight. That day is written
//! before its time.

use ego_tree::NodeId;
use jiff::civil::Date;
use scraper::Html;
use scraper::node::{Node, Text};

use super::blocks::words_of;
use super::ticker::ITEMS;
use super::{metadata, past_midnight};
use crate::article::Moment;
use crate::import::timed::{dated, is_clock, is_day};
use crate::import::words::Words;
use crate::import::{Provenance, clock, date, language};

/// Elements that a time of day may begin without an element of its own.
const BLOCKS: [&str; 6] = ["p", "li", "div", "td", "dd", "dt"];
/// Words of a time of day at the beginning of such an element, at the most.
const WORDS: usize = 3;

/// A time or a day that stands alone on a page.
struct Stamp {
    node: NodeId,
    /// Minutes since midnight; nothing for a heading.
    minutes: Option<i32>,
    /// The day that it tells itself.
    day: Option<Date>,
    /// What is written without the day.
    bare: String,
}

/// Writes the day before the time of each item that is of another day than the page, and gives what was written.
pub(super) fn write_days(
    page: &mut Html,
    said: &[Provenance],
    newest: Option<&Moment>,
) -> Vec<String> {
    let told = |facet| metadata::best(said, facet).and_then(|written| written.parse().ok());
    let published: Option<Moment> = told("published").or_else(|| newest.cloned());
    let Some(published) = published else {
        return Vec::new();
    };
    let updated = told("updated").unwrap_or_else(|| published.clone());
    let last = updated.date().max(published.date());
    let stamps = stamps(page, last);
    let items = stamps.iter().filter(|stamp| stamp.minutes.is_some());
    if items.take(ITEMS).count() < ITEMS {
        return Vec::new();
    }
    let days = days_of(&stamps, &updated);
    let told = language::of(&words_of(page.root_element()));
    let language = told
        .as_deref()
        .or_else(|| metadata::best(said, "language"))
        .unwrap_or("en");
    let mut written = Vec::new();
    for (stamp, day) in stamps.iter().zip(days) {
        let day = day.filter(|day| *day != published.date());
        let (Some(day), Some(_)) = (day, stamp.minutes) else {
            continue;
        };
        if let Some(mut node) = page.tree.get_mut(stamp.node) {
            let dated = format!("{}, {}", in_words(day, language), stamp.bare);
            let text = dated.as_str().into();
            *node.value() = Node::Text(Text { text });
            written.push(dated);
        }
    }
    written
}

/// "29 November 2026"; by its numbers in a language whose words are not known.
fn in_words(day: Date, language: &str) -> String {
    let month = Words::all().month_in_date(language, day.month());
    month.map_or_else(
        || day.to_string(),
        |month| format!("{} {month} {}", day.day(), day.year()),
    )
}

/// The times and the days that stand alone on a page, in order; a day without its year is near `last`.
fn stamps(page: &Html, last: Date) -> Vec<Stamp> {
    let texts = page.tree.root().descendants().filter_map(|node| {
        let text = node.value().as_text()?.trim();
        let parent = node.parent()?;
        let element = parent.value().as_element()?;
        let blank = |it: ego_tree::NodeRef<'_, Node>| {
            it.value()
                .as_text()
                .is_none_or(|text| text.trim().is_empty())
        };
        let first = node
            .prev_siblings()
            .all(|it| blank(it) && it.value().as_element().is_none_or(|it| it.name() == "br"));
        let alone = parent.children().filter(|it| !blank(*it)).count() == 1;
        let datetime = parent
            .ancestors()
            .take(1)
            .chain([parent])
            .find_map(|it| it.value().as_element()?.attr("datetime"));
        let starts = || {
            let ends = text.match_indices(' ').take(WORDS);
            let starts = ends.filter_map(|(at, _)| text.get(..at));
            starts.filter(|start| is_clock(start)).last()
        };
        if alone && is_day(text) {
            let day = Some(date::near(text, last)?);
            let (node, bare) = (node.id(), String::new());
            return Some(Stamp {
                node,
                minutes: None,
                day,
                bare,
            });
        }
        let (day, time, bare) = if let Some((day, time)) = dated(text).filter(|_| alone) {
            (date::near(day, last), time, time)
        } else if alone && is_clock(text) {
            (None, text, text)
        } else if first && BLOCKS.contains(&element.name()) {
            (None, starts()?, text)
        } else {
            return None;
        };
        let minutes = minutes(time)?;
        let by_markup = || shown_day(&date::parse(datetime?)?, minutes);
        Some(Stamp {
            node: node.id(),
            minutes: Some(minutes),
            day: day.or_else(by_markup),
            bare: bare.to_owned(),
        })
    });
    texts.collect()
}

/// The time of day in minutes; nothing where a span of time is told: "5 min ago".
fn minutes(clock: &str) -> Option<i32> {
    let time = clock::beside_date(clock)?;
    let mut parts = time.get(1..6)?.split(':');
    let hour: i32 = parts.next()?.parse().ok()?;
    Some(hour * 60 + parts.next()?.parse::<i32>().ok()?)
}

/// The day of a moment where its time of day is shown as so many minutes: the page may be of another zone.
fn shown_day(moment: &Moment, minutes: i32) -> Option<Date> {
    let Some(written) = past_midnight::minutes_of(moment) else {
        return Some(moment.date());
    };
    let shift = (minutes - written + 720).rem_euclid(1440) - 720;
    let zoned = moment
        .to_string()
        .get(16..)
        .is_some_and(|rest| rest.contains(['Z', '+', '-']));
    match written + shift {
        _ if shift == 0 => Some(moment.date()),
        _ if !zoned || shift % 15 != 0 => None,
        at if at < 0 => moment.date().yesterday().ok(),
        at if at >= 1440 => moment.date().tomorrow().ok(),
        _ => Some(moment.date()),
    }
}

/// The day of each stamp: its own, that of the heading above it, or the one its time and its place tell.
fn days_of(stamps: &[Stamp], page: &Moment) -> Vec<Option<Date>> {
    let is_item = |stamp: &&Stamp| stamp.minutes.is_some();
    let items = || stamps.iter().filter(is_item);
    if items().any(|stamp| stamp.day.is_some()) {
        return stamps.iter().map(|stamp| stamp.day).collect();
    }
    let first = stamps.iter().position(|it| it.minutes.is_some());
    let last = stamps.iter().rposition(|it| it.minutes.is_some());
    let between = first
        .zip(last)
        .and_then(|(first, last)| stamps.get(first..last));
    // A day above all items may be the day on which the page was looked at.
    if between
        .unwrap_or_default()
        .iter()
        .any(|it| it.minutes.is_none())
    {
        let headings: Vec<Date> = by_heading(stamps).into_iter().flatten().collect();
        let ordered = headings.is_sorted() || headings.iter().rev().is_sorted();
        let by_heading = by_heading(stamps);
        return by_heading
            .into_iter()
            .map(|day| day.filter(|_| ordered))
            .collect();
    }
    let times: Vec<i32> = items().filter_map(|stamp| stamp.minutes).collect();
    let mut days = past_midnight::days(&times, page)
        .unwrap_or_default()
        .into_iter();
    stamps
        .iter()
        .map(|stamp| stamp.minutes.and_then(|_| days.next()))
        .collect()
}

/// The day of the heading above each stamp.
fn by_heading(stamps: &[Stamp]) -> Vec<Option<Date>> {
    let heading = |day: &mut Option<Date>, stamp: &Stamp| {
        *day = if stamp.minutes.is_none() {
            stamp.day
        } else {
            *day
        };
        Some(*day)
    };
    stamps.iter().scan(None, heading).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the items of a page of 3 December 2026, 00:20, become.
    fn written(items: &[&str]) -> String {
        let items = items.join("</li><li>");
        let mut page = Html::parse_document(&format!("<ul><li>{items}</li></ul>"));
        let said = Provenance {
            facet: "published",
            value: "2026-12-03T00:20+02:00".to_owned(),
            source: "meta",
        };
        write_days(&mut page, &[said], None);
        words_of(page.root_element())
    }

    #[test]
    fn an_item_of_another_day_has_its_day_before_its_time() {
        let by_markup = written(&[
            "<time datetime='2026-12-02T22:10Z'>00:10</time> Goats",
            "<time datetime='2026-12-02T21:50Z'>23:50</time> Goats",
            "<time datetime='2026-12-02T09:00Z'>11:00</time> Goats",
            "<time datetime='2026-12-01'>10:00</time> Goats",
            "<b>1 Dec, 09:00</b> Goats",
        ]);
        let lines = [
            "00:10 Goats",
            "2 December 2026, 23:50 Goats",
            "2 December 2026, 11:00 Goats",
            "1 December 2026, 10:00 Goats",
            "1 December 2026, 09:00 Goats",
        ];
        assert_eq!(by_markup, lines.join("\n"));
    }

    #[test]
    fn a_day_between_items_is_that_of_those_below() {
        let items = |day| {
            let days = ["<h3>Thursday 3 December</h3>", day];
            let [first, second] = days;
            written(&[
                first,
                "00:10 Goats",
                second,
                "<b>23:50</b> Goats",
                "22:00 Goats",
                "21:00 Goats",
                "20:00 Goats",
            ])
        };
        let told = items("<h3>2 December 2026</h3>");
        assert!(told.contains("\n00:10 Goats"), "{told}");
        assert!(told.contains("2 December 2026, 23:50 Goats\n"), "{told}");
        // Without a day between them their times tell, below a day that may be that of reading.
        assert!(items("<p>Goats</p>").contains("2 December 2026, 20:00 Goats"));
    }
}
