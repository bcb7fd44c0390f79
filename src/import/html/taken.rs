//! Which lines of a page make its main text: those that the extractor gave words of, each as it stands on the page, and
//! what stands beside them in the same box.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::blocks::Line;

/// Of the letters that the extractor gives, so many in ten must be on the page: it may have them from elsewhere.
const ON_PAGE: usize = 8;
/// Lines around its neighbours among which a broken line is looked for.
const NEAR: usize = 60;
/// Letters by which a broken line is known wherever it stands, and how many of such are looked for.
const FAR: usize = 20;
const MOST_FAR: usize = 50;
/// Lines that say the same, among which the right one is looked for.
const MOST_ALIKE: usize = 1_000;

/// For each line of the page whether the extractor's `text` has it, whole or in part; nothing where its words are from
/// elsewhere.
pub(super) fn lines_of_text(page: &[Line], text: &str) -> Option<Vec<bool>> {
    let wanted: Vec<String> = text
        .lines()
        .map(letters)
        .filter(|key| !key.is_empty())
        .collect();
    let mut places: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for key in &wanted {
        places.entry(key).or_default();
    }
    for (place, line) in page.iter().enumerate() {
        if let Some(places) = places.get_mut(letters(&line.text).as_str()) {
            places.push(place);
        }
    }
    places.retain(|_, places| !places.is_empty());
    let key_at = |place: usize| page.get(place).map(|line| letters(&line.text));
    let found = found(&wanted, &mut places);
    let mut taken = vec![false; page.len()];
    for place in found.iter().flatten() {
        if let Some(taken) = taken.get_mut(*place) {
            *taken = true;
        }
    }
    let (mut letters_found, mut far) = (0, 0);
    let mut last = None;
    for (at, key) in wanted.iter().enumerate() {
        if let Some(place) = found.get(at).copied().flatten() {
            last = Some(place);
            letters_found += key.len();
            continue;
        }
        if places.contains_key(key.as_str()) {
            // It stands on the page less often than the extractor gives it.
            letters_found += key.len();
            continue;
        }
        let next = found.iter().skip(at).flatten().next().copied();
        let start = last.unwrap_or_else(|| next.unwrap_or(0).saturating_sub(NEAR));
        let end = next.map_or(start + NEAR, |next| next.min(start + NEAR));
        let is_part = |place: &usize| {
            key_at(*place).is_some_and(|whole| {
                !whole.is_empty() && (whole.contains(key.as_str()) || key.contains(whole.as_str()))
            })
        };
        let mut parts: Vec<usize> = (start..=end).filter(is_part).collect();
        if parts.is_empty() && key.chars().count() >= FAR && far < MOST_FAR {
            far += 1;
            let whole =
                |line: &Line| line.text.len() >= key.len() && letters(&line.text).contains(key);
            parts.extend(page.iter().position(whole));
        }
        if !parts.is_empty() {
            letters_found += key.len();
        }
        for place in parts {
            last = last.max(Some(place));
            if let Some(taken) = taken.get_mut(place) {
                *taken = true;
            }
        }
    }
    let all: usize = wanted.iter().map(String::len).sum();
    (letters_found * 10 >= all * ON_PAGE).then_some(taken)
}

/// The place of each wanted line: first of those that stand once on the page, then of the others between them.
fn found<'a>(
    wanted: &'a [String],
    places: &mut FxHashMap<&'a str, Vec<usize>>,
) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = Vec::new();
    let mut seen = BTreeSet::new();
    for key in wanted {
        let sole = places.get(key.as_str()).filter(|places| places.len() == 1);
        let place = sole.and_then(|places| places.first()).copied();
        found.push(place.filter(|_| seen.insert(key.as_str())));
    }
    for key in &seen {
        if let Some(places) = places.get_mut(key) {
            places.clear();
        }
    }
    // The line of which it is known that it stands before each.
    let mut before: Vec<Option<usize>> = Vec::new();
    let mut last = None;
    for place in &found {
        before.push(last);
        last = last.max(*place);
    }
    let mut next = usize::MAX;
    for at in (0..wanted.len()).rev() {
        let (Some(key), Some(place)) = (wanted.get(at), found.get_mut(at)) else {
            continue;
        };
        if place.is_none()
            && let Some(free) = places.get_mut(key.as_str())
        {
            let before = before.get(at).copied().flatten();
            // Of a thousand that say the same, one is as good as another.
            if free.len() > MOST_ALIKE {
                *place = free.pop();
                next = place.unwrap_or(next);
                continue;
            }
            let between = |it: &usize| *it < next && before.is_none_or(|before| *it > before);
            let choice = free
                .iter()
                .rposition(between)
                .or_else(|| free.iter().position(|it| Some(*it) > before))
                .or_else(|| (!free.is_empty()).then_some(0));
            *place = choice.map(|choice| free.remove(choice));
        }
        next = place.unwrap_or(next);
    }
    found
}

/// What a line says, without the signs that its setting gives it.
fn letters(line: &str) -> String {
    line.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::blocks::lines_of;
    use super::*;
    use scraper::Html;

    fn taken(html: &str, text: &str) -> Option<Vec<String>> {
        let page = Html::parse_document(html);
        let lines = lines_of(page.root_element());
        let taken = lines_of_text(&lines, text)?;
        let lines = lines.into_iter().zip(taken).filter(|(_, taken)| *taken);
        Some(lines.map(|(line, _)| line.text).collect())
    }

    #[test]
    fn a_line_is_taken_whole_and_from_its_place() {
        let page =
            "<p>Goats</p><p>Menu 7</p><h1>Goats</h1><p>On Monday 40 fled.</p><p>12 are back.</p>";
        let whole = ["Goats", "On Monday 40 fled.", "12 are back."];
        assert_eq!(
            taken(page, "Goats\n\nOn\n\n12 are back.").as_deref(),
            Some(whole.map(str::to_owned).as_slice())
        );
        assert_eq!(taken(page, "Words that are nowhere on the page"), None);
    }

    #[test]
    fn a_line_that_the_extractor_gives_twice_is_taken_once() {
        assert_eq!(
            taken(
                "<p>40 fled.</p><p>12 are back.</p>",
                "40 fled.\n40 fled.\n12 are back."
            ),
            Some(vec!["40 fled.".to_owned(), "12 are back.".to_owned()])
        );
    }
}
