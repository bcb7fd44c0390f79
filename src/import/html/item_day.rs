//! The days of a live page's items. An item that shows its time of day alone may be of another day than the page: its
//! markup tells the machine so, a heading with a day stands above it, or the times pass midnight. That day is written
//! before its time.

mod by_updates;
#[cfg(test)]
mod tests;

use ego_tree::NodeId;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use scraper::Html;
use scraper::node::{Node, Text};

use self::by_updates::{days_by_updates, write_times};
use super::blocks::words_of;
use super::past_midnight::{self, PageTimes};
use super::{item_time, live_updates, metadata, ticker};
use crate::article::Moment;
use crate::import::timed::{dated, is_clock, is_day};
use crate::import::words::Words;
use crate::import::{Provenance, clock, date, language};

/// Elements that a time of day may begin without an element of its own.
const BLOCKS: [&str; 6] = ["p", "li", "div", "td", "dd", "dt"];
/// Words of a time of day at the beginning of such an element, at the most.
const WORDS: usize = 3;

/// A day that stands alone is no longer, in bytes.
const LONGEST_DAY: usize = 80;

/// A time or a day that stands alone on a page.
struct Stamp {
    node: NodeId,
    /// Minutes since midnight; nothing for a heading.
    minutes: Option<i32>,
    /// The day that it tells itself.
    day: Option<Date>,
    /// What is written without the day.
    bare: String,
    /// Where its day stands beside it.
    beside: Option<NodeId>,
}

/// Writes the day before the time of each item that is of another day than the page, and gives what was written.
/// `updates` are the items as the page tells them to the machine.
pub(super) fn write_days(
    page: &mut Html,
    said: &[Provenance],
    newest: Option<&Moment>,
    updates: &[live_updates::Update],
) -> Vec<String> {
    let told = |facet| metadata::best(said, facet).and_then(|written| written.parse().ok());
    let published: Option<Moment> = told("published").or_else(|| newest.cloned());
    let updated: Option<Moment> = told("updated");
    item_time::without_labels(page);
    item_time::with_colons(page);
    item_time::as_time_of_day(page, published.as_ref());
    let newest_day = published.as_ref().map(Moment::date);
    let newest_day = newest_day.max(updated.as_ref().map(Moment::date));
    // A page that tells no day of its own may have one with its year above its items.
    let Some(last) = newest_day.or_else(|| last_heading(page)) else {
        return Vec::new();
    };
    let mut stamps = with_days_beside(page, stamps(page, last));
    // The items of a page that calls itself a live one may be few.
    let enough = if updates.is_empty() { ticker::ITEMS } else { 2 };
    let times = stamps.iter().filter(|it| it.minutes.is_some()).count();
    if times < enough {
        return if times == 0 {
            write_times(page, published.as_ref(), updates)
        } else {
            Vec::new()
        };
    }
    days_by_updates(page, &mut stamps, updates);
    let times = published.as_ref().map(|published| PageTimes {
        published,
        updated: updated.as_ref(),
    });
    let days = days_of(&stamps, times.as_ref());
    let told = language::of(&words_of(page.root_element()));
    let language = told
        .as_deref()
        .or_else(|| metadata::best(said, "language"))
        .unwrap_or("en");
    let (mut written, mut beside) = (Vec::new(), Vec::new());
    for (stamp, day) in stamps.iter().zip(days) {
        let day = day.filter(|day| Some(*day) != published.as_ref().map(Moment::date));
        let Some(mut node) = page
            .tree
            .get_mut(stamp.node)
            .filter(|_| stamp.minutes.is_some())
        else {
            continue;
        };
        let Node::Text(text) = node.value() else {
            continue;
        };
        if let Some(day) = day {
            beside.extend(stamp.beside);
            let dated = format!("{}, {}", in_words(day, language), stamp.bare);
            text.text = dated.as_str().into();
            written.push(dated);
        } else if with_colon(text.text.trim()) == stamp.bare {
            text.text = stamp.bare.as_str().into();
        }
    }
    for node in beside {
        if let Some(mut node) = page.tree.get_mut(node) {
            *node.value() = Node::Text(Text { text: "".into() });
        }
    }
    written
}

/// The latest day that stands alone on a page with its year.
fn last_heading(page: &Html) -> Option<Date> {
    let texts = page.tree.root().descendants();
    let texts = texts.filter_map(|node| node.value().as_text().map(|text| text.trim()));
    texts
        .filter(|text| text.len() <= LONGEST_DAY && is_day(text))
        .filter_map(|text| date::parse(text).map(|moment| moment.date()))
        .max()
}

/// By how many minutes the time that is shown is later than that of a moment, or earlier.
fn shift(moment: &Moment, shown: i32) -> Option<i32> {
    let written = past_midnight::minutes_of(moment)?;
    Some((shown - written + 720).rem_euclid(1440) - 720)
}

/// "29 November 2026"; by its numbers in a language whose words are not known.
pub(super) fn in_words(day: Date, language: &str) -> String {
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
                beside: None,
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
        let bare = with_colon(bare);
        let by_markup = || shown_day(&date::parse(datetime?)?, minutes);
        Some(Stamp {
            node: node.id(),
            minutes: Some(minutes),
            day: day.or_else(by_markup),
            bare,
            beside: None,
        })
    });
    texts.collect()
}

/// An item that begins with "9.15pm" with "9:15 pm" instead: nobody takes that for a figure.
fn with_colon(item: &str) -> String {
    let digits = |words: &str| words.bytes().take_while(u8::is_ascii_digit).count();
    let written = item
        .split_at_checked(digits(item))
        .and_then(|(hour, rest)| {
            let rest = rest.strip_prefix('.')?;
            let (minute, rest) = rest.split_at_checked(2).filter(|_| digits(rest) == 2)?;
            let space = if rest.starts_with(char::is_alphabetic) {
                " "
            } else {
                ""
            };
            Some(format!("{hour}:{minute}{space}{rest}"))
        });
    written.unwrap_or_else(|| item.to_owned())
}

/// The stamps with the days that stand beside times: "<b>23:50</b> <b>5 Mar</b>".
fn with_days_beside(page: &Html, stamps: Vec<Stamp>) -> Vec<Stamp> {
    let around = |stamp: &Stamp| {
        let node = page.tree.get(stamp.node)?;
        node.parent()?.parent().map(|outer| outer.id())
    };
    let mut paired: Vec<Stamp> = Vec::new();
    let mut boxes: FxHashMap<NodeId, (usize, usize)> = FxHashMap::default();
    for stamp in &stamps {
        if let Some(outer) = around(stamp) {
            let (times, days) = boxes.entry(outer).or_default();
            *times += usize::from(stamp.minutes.is_some());
            *days += usize::from(stamp.minutes.is_none());
        }
    }
    let is_pair = |one: &Stamp, next: &Stamp| {
        let outer = around(one).filter(|outer| around(next) == Some(*outer));
        outer.and_then(|outer| boxes.get(&outer)) == Some(&(1, 1))
    };
    for stamp in stamps {
        match paired.pop() {
            Some(last) if is_pair(&last, &stamp) => {
                let (time, day) = if last.minutes.is_some() {
                    (last, stamp)
                } else {
                    (stamp, last)
                };
                paired.push(Stamp {
                    day: time.day.or(day.day),
                    beside: Some(day.node),
                    ..time
                });
            }
            last => paired.extend(last.into_iter().chain([stamp])),
        }
    }
    paired
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
    let Some((written, shift)) = past_midnight::minutes_of(moment).zip(shift(moment, minutes))
    else {
        return Some(moment.date());
    };
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
fn days_of(stamps: &[Stamp], page: Option<&PageTimes<'_>>) -> Vec<Option<Date>> {
    let is_item = |stamp: &&Stamp| stamp.minutes.is_some();
    let items = || stamps.iter().filter(is_item);
    // One of them may stand beside the items, with a day of its own.
    if items().filter(|stamp| stamp.day.is_some()).count() * 2 > items().count() {
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
    let days = page.and_then(|page| past_midnight::days(&times, page));
    let mut days = days.unwrap_or_default().into_iter();
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
