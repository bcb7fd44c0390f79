//! Where sources of metadata contradict one another.

use std::collections::BTreeSet;

use super::words::Words;
use super::{Doubt, Provenance, opening};

/// Where the properties of a document are said to be from.
pub(super) const DOCUMENT_PROPERTIES: &str = "document properties";

/// What sources say of an item, where they do not say the same: dates of different days, other names.
pub(super) fn conflict(said: &[Provenance], facet: &'static str) -> Option<Doubt> {
    let mut different: Vec<Provenance> = Vec::new();
    // The day of an update stands beside another day by rights.
    let is_update = |statement: &&Provenance| statement.source == opening::OF_UPDATE;
    let of_facet = || said.iter().filter(|statement| statement.facet == facet);
    let all_updates = of_facet().all(|statement| is_update(&statement));
    for statement in of_facet().filter(|statement| all_updates || !is_update(statement)) {
        let known = |other: &Provenance| is_alike(facet, &other.value, &statement.value);
        if !different.iter().any(known) {
            different.push(statement.clone());
        }
    }
    (different.len() > 1).then_some(Doubt::Conflict(facet, different))
}

/// Contradictions about day, author and publisher, each in a sentence; of a document about its title too, for a page
/// has another title for each of its readers.
pub(super) fn conflicts(said: &[Provenance]) -> Vec<String> {
    let of_document = |said: &Provenance| said.source == DOCUMENT_PROPERTIES;
    let title = said.iter().any(of_document).then_some("title");
    let title = title.and_then(|title| conflict(said, title));
    let mut doubts: Vec<String> = contradictions(said)
        .map(|doubt| doubt.to_string())
        .collect();
    doubts.extend(title.map(|doubt| doubt.to_string()));
    doubts.dedup();
    doubts
}

/// What sources contradict one another about.
pub(super) fn contradictions(said: &[Provenance]) -> impl Iterator<Item = Doubt> {
    let facets = ["published", "byline", "publisher", "url"].into_iter();
    let conflicts = facets.filter_map(|facet| conflict(said, facet));
    conflicts
        .chain(titles_of_other_figures(said))
        .chain(either_day(said))
}

/// A day that is written so that it can be read in two ways, where nothing else tells the day.
pub(super) fn either_day(said: &[Provenance]) -> Option<Doubt> {
    let days: Vec<Provenance> = said
        .iter()
        .filter(|statement| statement.facet == opening::EITHER_DAY)
        .take(2)
        .cloned()
        .collect();
    let is_known = said.iter().any(|statement| statement.facet == "published");
    (!is_known && days.len() == 2).then_some(Doubt::Conflict("published", days))
}

/// A page has another title for each of its readers; one with another figure is a contradiction.
fn titles_of_other_figures(said: &[Provenance]) -> Option<Doubt> {
    let figures = |title: &str| -> BTreeSet<String> {
        let runs = title.split(|c: char| !c.is_ascii_digit());
        runs.filter(|run| !run.is_empty())
            .map(str::to_owned)
            .collect()
    };
    let mut different: Vec<Provenance> = Vec::new();
    for title in said.iter().filter(|said| said.facet == "title") {
        let its = figures(&title.value);
        let known = |other: &Provenance| figures(&other.value) == its;
        if !its.is_empty() && !different.iter().any(known) {
            different.push(title.clone());
        }
    }
    (different.len() > 1).then_some(Doubt::Conflict("title", different))
}

/// Whether two values say the same: one day, or one name inside the other.
fn is_alike(facet: &str, a: &str, b: &str) -> bool {
    if facet == "published" {
        return seconds_apart(a, b).map_or_else(
            || a.get(..10) == b.get(..10),
            |seconds| seconds <= HALF_AN_HOUR,
        );
    }
    if facet == "url" {
        return page_of(a) == page_of(b);
    }
    let letters = |words: &str| -> String {
        // "Ida Moor, Bo Lind" and "Ida Moor and Bo Lind" are the same two.
        let words = words
            .split_whitespace()
            .filter(|word| !Words::all().is_and(word));
        let letters = words.flat_map(str::chars).filter(|c| c.is_alphanumeric());
        letters.flat_map(char::to_lowercase).collect()
    };
    let (a, b) = (letters(a), letters(b));
    a.contains(&b) || b.contains(&a)
}

/// An address without what may differ where the page is the same: scheme, "www", query, the stroke at the end.
pub(super) fn page_of(address: &str) -> String {
    let (_, rest) = address.split_once("://").unwrap_or(("", address));
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    rest.trim_end_matches('/').to_lowercase()
}

/// Many a page tells the second of its last draft in one place and a round time in another.
const HALF_AN_HOUR: u64 = 30 * 60;

/// How far apart two moments are that both tell time and offset, whatever their zones and days.
fn seconds_apart(a: &str, b: &str) -> Option<u64> {
    let second = |written: &str| {
        let moment = written.parse::<jiff::Timestamp>();
        moment.map(jiff::Timestamp::as_second).ok()
    };
    Some(second(a)?.abs_diff(second(b)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_are_no_conflict() {
        assert!(is_alike("byline", "Ida Moor", "IDA MOOR, Harbour Wire"));
        assert!(is_alike(
            "byline",
            "Ida Moor, Bo Lind",
            "Ida Moor and Bo Lind"
        ));
        assert!(is_alike("published", "2026-03-01T08:00Z", "2026-03-01"));
        assert!(!is_alike("published", "2026-03-01", "2026-02-20"));
        let morning = "2026-03-01T09:15:00+02:00";
        assert!(is_alike("published", morning, "2026-03-01T07:20:00Z"));
        assert!(!is_alike("published", morning, "2026-03-01T08:15:00+02:00"));
        // One moment, which is of another day farther west.
        assert!(is_alike(
            "published",
            "2026-03-01T03:15:00Z",
            "2026-02-28T22:15:00-05:00"
        ));
    }

    #[test]
    fn titles_contradict_one_another_by_their_figures_alone() {
        let said = |values: &[&str]| -> Vec<Provenance> {
            let title = |value: &&str| Provenance {
                facet: "title",
                value: (*value).to_owned(),
                source: "page",
            };
            values.iter().map(title).collect()
        };
        let quiet = said(&[
            "15 goats flee",
            "Why 15 goats fled the farm",
            "Goats on the loose",
        ]);
        assert_eq!(titles_of_other_figures(&quiet), None);
        assert!(titles_of_other_figures(&said(&["15 goats flee", "17 goats flee"])).is_some());
    }

    #[test]
    fn one_page_may_have_its_address_written_in_several_ways() {
        assert!(is_alike(
            "url",
            "https://www.a.example/x/",
            "http://a.example/x?from=feed"
        ));
        assert!(!is_alike(
            "url",
            "https://a.example/x",
            "https://b.example/x"
        ));
    }
}
