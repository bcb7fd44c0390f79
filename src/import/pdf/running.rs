//! What comes back page after page and is none of the text: heads, feet, numbers of pages.

use std::collections::BTreeMap;

use super::line::Line;

/// A running head is rarely longer, in characters.
const LONGEST_HEAD: usize = 120;
/// Lines at the top and at the foot of a page among which running heads are looked for.
const EDGE: usize = 3;

/// The numbers of a line, and the page it stands on, counted from 0.
type Numbered = (usize, Vec<u64>);

/// Takes out heads, feet and numbers that come back page after page; gives how many lines that were.
pub(super) fn without_running_heads(pages: &mut [Vec<Line>]) -> usize {
    let mut seen: BTreeMap<(String, i64), Vec<Numbered>> = BTreeMap::new();
    for (number, page) in pages.iter().enumerate() {
        for line in edge_lines(page) {
            let alike = seen.entry(key(line)).or_default();
            alike.push((number, numbers(line)));
        }
    }
    let often = (pages.len() / 2).max(2);
    let mut taken = 0;
    for (number, page) in pages.iter_mut().enumerate() {
        let of_browser: Vec<Line> = printed_by_browser(page).into_iter().cloned().collect();
        taken += of_browser.len();
        page.retain(|line| !of_browser.contains(line));
        let is_running = |line: &&Line| {
            let here = (number, numbers(line));
            let alike = seen.get(&key(line)).map(Vec::as_slice).unwrap_or_default();
            alike
                .iter()
                .filter(|there| comes_back(&here, there))
                .count()
                >= often
        };
        let running: Vec<Line> = edge_lines(page).filter(is_running).cloned().collect();
        taken += running.len();
        page.retain(|line| !running.contains(line));
    }
    taken
}

/// Whether two lines of the same words are one head: their numbers are the same, or grow as the pages do. The rows of a
/// table that reaches the edges of its pages have the same words as well, but figures of their own.
fn comes_back((page, ours): &Numbered, (other, theirs): &Numbered) -> bool {
    let grown = |number: u64, from: usize, to: usize| {
        let pages = u64::try_from(to.checked_sub(from)?).ok()?;
        number.checked_add(pages)
    };
    ours.len() == theirs.len()
        && ours.iter().zip(theirs).all(|(a, b)| {
            a == b || grown(*a, *page, *other) == Some(*b) || grown(*b, *other, *page) == Some(*a)
        })
}

fn numbers(line: &Line) -> Vec<u64> {
    let runs = line.text.split(|c: char| !c.is_ascii_digit());
    runs.filter_map(|run| run.parse().ok()).collect()
}

/// What a browser prints around a page: its address with the number of the page, and the moment with the title.
fn printed_by_browser(page: &[Line]) -> Vec<&Line> {
    let is_count = |word: &str| {
        word.split_once('/').is_some_and(|(page, of)| {
            [page, of]
                .iter()
                .all(|part| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit()))
        })
    };
    let words =
        |line: &Line| -> Vec<String> { line.text.split_whitespace().map(str::to_owned).collect() };
    let is_foot = |line: &&Line| {
        let words = words(line);
        words.iter().any(|word| word.contains("://")) && words.iter().any(|word| is_count(word))
    };
    let is_head = |line: &&Line| {
        let words = words(line);
        let day = |word: &String| {
            word.split(['/', '.', '-'])
                .filter(|part| {
                    part.trim_end_matches(',')
                        .ends_with(|c: char| c.is_ascii_digit())
                })
                .count()
                == 3
        };
        words.iter().any(day) && words.iter().any(|word| word.contains(':'))
    };
    let foot = edge_lines(page).find(is_foot);
    let head = foot.and_then(|_| edge_lines(page).find(is_head));
    foot.into_iter().chain(head).collect()
}

fn edge_lines(page: &[Line]) -> impl Iterator<Item = &Line> {
    let mut by_place: Vec<&Line> = page.iter().collect();
    by_place.sort_by_key(|line| line.baseline);
    let last = by_place.len().saturating_sub(EDGE);
    by_place
        .into_iter()
        .enumerate()
        .filter(move |(place, _)| *place < EDGE || *place >= last)
        .map(|(_, line)| line)
        .filter(|line| line.text.chars().count() <= LONGEST_HEAD)
}

/// The words of a line without its digits, and where it stands to within two points.
fn key(line: &Line) -> (String, i64) {
    let words = line.text.chars().filter(|c| !c.is_numeric()).collect();
    (words, line.baseline / 200)
}

#[cfg(test)]
mod tests {
    use super::super::paragraph::{tests::page, text_of};
    use super::*;

    #[test]
    fn what_a_browser_prints_around_a_page_is_left_out() {
        let mut pages = vec![page(&[
            "3/14/26, 6:05 PM Goats on the loose",
            "Forty goats fled the farm.",
            "https://wire.example/goats 1/1",
        ])];
        assert_eq!(without_running_heads(&mut pages), 2);
        assert_eq!(text_of(&pages), "Forty goats fled the farm.");
    }

    #[test]
    fn rows_of_a_table_over_several_pages_are_no_running_heads() {
        let rows = |from: u32| -> Vec<String> {
            let rows = (from..from + 40)
                .map(|day| format!("{day}.02.2023 {} goats {}", day * 97, day * 31));
            rows.collect()
        };
        let mut pages: Vec<Vec<Line>> = [1, 41, 81]
            .into_iter()
            .map(|from| page(&rows(from).iter().map(String::as_str).collect::<Vec<_>>()))
            .collect();
        assert_eq!(without_running_heads(&mut pages), 0);
    }
}
