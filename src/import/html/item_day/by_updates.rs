//! Days and times of items as the page tells them to the machine.

use std::collections::{BTreeMap, BTreeSet};

use ego_tree::NodeId;
use rustc_hash::FxHashMap;
use scraper::Html;
use scraper::node::Node;

use super::super::blocks::words_of;
use super::super::live_updates;
use super::{Stamp, shift, shown_day};
use crate::article::Moment;
use crate::import::language;

/// Writes their times before items that show none, and gives those that are of another day than the page.
pub(super) fn write_times(
    page: &mut Html,
    published: Option<&Moment>,
    updates: &[live_updates::Update],
) -> Vec<String> {
    if updates.is_empty() {
        return Vec::new();
    }
    let language = language::of(&words_of(page.root_element()));
    let language = language.as_deref().unwrap_or("en");
    let (mut seen, mut written) = (BTreeSet::new(), Vec::new());
    for (_, number, node) in live_updates::places(page, updates) {
        let update = updates.get(number).filter(|_| seen.insert(number));
        let time = update.and_then(|it| live_updates::time(it, published, language));
        if let (Some(time), Some(mut node)) = (time, page.tree.get_mut(node))
            && let Node::Text(words) = node.value()
        {
            words.text = format!("{time} {}", words.text.trim_start())
                .as_str()
                .into();
            // The day of the page is not written.
            written.extend(time.contains(", ").then_some(time));
        }
    }
    written
}

/// Gives stamps that tell no day the one that the machine is told of the item they stand in.
pub(super) fn days_by_updates(page: &Html, stamps: &mut [Stamp], updates: &[live_updates::Update]) {
    if updates.is_empty() {
        return;
    }
    let places = live_updates::places(page, updates);
    let order: FxHashMap<NodeId, usize> = page
        .tree
        .root()
        .descendants()
        .enumerate()
        .map(|(at, node)| (node.id(), at))
        .collect();
    // It stands above the words of its item, or below them: the next ones or the last.
    let near: Vec<Vec<&Moment>> = stamps
        .iter()
        .map(|stamp| {
            let at = order.get(&stamp.node).copied().unwrap_or_default();
            let next = places.iter().find(|(place, ..)| *place >= at);
            let last = places.iter().rfind(|(place, ..)| *place < at);
            let near = [next, last].into_iter().flatten();
            let moments = near.filter_map(|(_, update, _)| updates.get(*update)?.moment.as_ref());
            moments.collect()
        })
        .collect();
    // What is shown may be of another zone, all of it of the same.
    let mut shifts: BTreeMap<i32, usize> = BTreeMap::new();
    for (stamp, near) in stamps.iter().zip(&near) {
        let shifts_here = near.iter().filter_map(|it| shift(it, stamp.minutes?));
        for shift in shifts_here.collect::<BTreeSet<_>>() {
            *shifts.entry(shift).or_default() += 1;
        }
    }
    let Some((common, _)) = shifts.into_iter().max_by_key(|(_, count)| *count) else {
        return;
    };
    for (stamp, near) in stamps.iter_mut().zip(near) {
        let Some(minutes) = stamp.minutes.filter(|_| stamp.day.is_none()) else {
            continue;
        };
        let mut fitting = near
            .into_iter()
            .filter(|it| shift(it, minutes) == Some(common));
        stamp.day = fitting.find_map(|moment| shown_day(moment, minutes));
    }
}
