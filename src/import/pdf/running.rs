//! What comes back page after page and is none of the text: heads, feet, numbers of pages.

use std::collections::BTreeMap;

use super::glyphs::{Direction, Length};
use super::line::Line;
use super::{close_head, counted_foot};

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
    let comes_often = |number: usize, line: &Line| {
        if is_note(&line.text) {
            return false;
        }
        let here = (number, numbers(line));
        let alike = seen.get(&key(line)).map(Vec::as_slice).unwrap_or_default();
        let alike = alike.iter().filter(|there| comes_back(&here, there));
        alike.take(often).count() >= often
    };
    let candidates: Vec<Vec<Line>> = pages
        .iter()
        .enumerate()
        .map(|(number, page)| {
            let lines = edge_lines(page).filter(|line| comes_often(number, line));
            lines.cloned().collect()
        })
        .collect();
    let body = Body::of(pages, &candidates);
    let mut running: Vec<Vec<Line>> = pages
        .iter()
        .zip(&candidates)
        .map(|(page, candidates)| {
            let mut out: Vec<Line> = printed_by_browser(page).into_iter().cloned().collect();
            out.extend(body.standing_apart(page, candidates, &out));
            out
        })
        .collect();
    let whole: Vec<Vec<&Line>> = pages.iter().map(|page| by_place(page)).collect();
    let counted = counted_foot::of(&whole, &candidates, body.size);
    for (running, counted) in running.iter_mut().zip(counted) {
        let new = |line: &Line| !running.contains(line);
        let more: Vec<Line> = counted.into_iter().filter(new).collect();
        running.extend(more);
    }
    let left: Vec<Vec<&Line>> = pages
        .iter()
        .zip(&running)
        .map(|(page, out)| {
            let lines = by_place(page).into_iter();
            lines.filter(|line| !out.contains(line)).collect()
        })
        .collect();
    let close = close_head::of(&left, &candidates, body.size);
    for (running, close) in running.iter_mut().zip(close) {
        running.extend(close);
    }
    let stays = |(page, out): (&Vec<Line>, &Vec<Line>)| page.iter().any(|line| !out.contains(line));
    if !pages.iter().zip(&running).any(stays) {
        // What is all there is is the text.
        return 0;
    }
    for (page, out) in pages.iter_mut().zip(&running) {
        page.retain(|line| !out.contains(line));
    }
    running.iter().map(Vec::len).sum()
}

/// Whether a line is a note at the foot of its page, which may stand on several: "1 Counting 17 wells under repair."
fn is_note(line: &str) -> bool {
    let is_mark = |c: char| c.is_ascii_digit() || "*†‡¹²³⁴⁵⁶⁷⁸⁹⁰".contains(c);
    let words = line.trim_start_matches(is_mark);
    let mark = line.len() - words.len();
    let is_sentence = words.ends_with('.') && words.split_whitespace().count() >= NOTE;
    (1..=6).contains(&mark) && is_sentence && words.trim_start().starts_with(char::is_alphabetic)
}

/// A note has more words than the number and the name of a section.
const NOTE: usize = 4;

/// How the lines of the text itself are set.
struct Body {
    size: Length,
    /// From line to line, and from paragraph to paragraph, in hundredths of the size.
    pitch: Length,
    paragraph: Length,
}

impl Body {
    fn of(pages: &[Vec<Line>], candidates: &[Vec<Line>]) -> Self {
        let mut sizes: BTreeMap<Length, usize> = BTreeMap::new();
        let mut gaps = Vec::new();
        for (page, candidates) in pages.iter().zip(candidates) {
            let lines = by_place(page);
            for line in lines.iter().filter(|line| !candidates.contains(line)) {
                *sizes.entry(line.size).or_default() += line.text.chars().count();
            }
            let pairs = lines.windows(2).filter_map(|pair| match pair {
                [a, b] if !candidates.contains(a) && !candidates.contains(b) => Some(gap(a, b)),
                _ => None,
            });
            // Lines of columns beside one another have no gap between them.
            gaps.extend(pairs.filter(|gap| *gap >= 80));
        }
        gaps.sort_unstable();
        let pitch = gaps.get(gaps.len() / 3).copied().unwrap_or(120).min(200);
        let wider: Vec<Length> = gaps
            .into_iter()
            .filter(|gap| *gap * 10 > pitch * 13)
            .collect();
        let size = sizes.into_iter().max_by_key(|(_, characters)| *characters);
        Self {
            size: size.map_or(0, |(size, _)| size),
            pitch,
            paragraph: wider.get(wider.len() / 2).copied().unwrap_or(0),
        }
    }

    /// The lines at the edges of a page, without some that are out already, that are no part of its text by where they
    /// stand or how they are set. Lines of a text can be alike, too.
    fn standing_apart(&self, page: &[Line], candidates: &[Line], out: &[Line]) -> Vec<Line> {
        let lines: Vec<&Line> = by_place(page)
            .into_iter()
            .filter(|line| !out.contains(line))
            .collect();
        let is_apart = |a: &Line, b: &Line| {
            let gap = gap(a, b);
            gap * 2 > self.pitch * 3 && gap * 100 > self.paragraph * 115
        };
        let from_edge = |lines: &mut dyn Iterator<Item = &&Line>| {
            let lines: Vec<&Line> = lines.copied().collect();
            // A line in larger type is a heading, and heads its page.
            let run = lines
                .iter()
                .take_while(|line| candidates.contains(line) && line.size * 100 <= self.size * 115);
            let most = run.count();
            let ends =
                (1..=most)
                    .rev()
                    .find(|length| match (lines.get(length - 1), lines.get(*length)) {
                        (Some(a), Some(b)) if a.baseline < b.baseline => is_apart(a, b),
                        (Some(a), Some(b)) => is_apart(b, a),
                        _ => true,
                    });
            lines
                .iter()
                .take(ends.unwrap_or(0))
                .map(|line| (*line).clone())
                .collect::<Vec<Line>>()
        };
        let mut apart = from_edge(&mut lines.iter());
        let foot = from_edge(&mut lines.iter().rev());
        let small = candidates
            .iter()
            .filter(|line| line.size * 10 < self.size * 9 && !out.contains(line));
        for line in foot.into_iter().chain(small.cloned()) {
            if !apart.contains(&line) {
                apart.push(line);
            }
        }
        apart
    }
}

/// From one line to the one below it, in hundredths of their size.
fn gap(above: &Line, below: &Line) -> Length {
    (below.top - above.baseline) * 100 / above.size.max(below.size).max(1)
}

/// The upright lines of a page from top to bottom.
fn by_place(page: &[Line]) -> Vec<&Line> {
    let upright = page
        .iter()
        .filter(|line| line.direction == Direction::Right);
    let mut lines: Vec<&Line> = upright.collect();
    lines.sort_by_key(|line| line.baseline);
    lines
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
    fn a_note_that_stands_on_several_pages_is_no_foot() {
        assert!(is_note("1 Counting 17 barns under repair."));
        assert!(is_note("*Some 40 were counted twice."));
        assert!(!is_note("12 The goat report."));
        assert!(!is_note("1 Counting 17 barns under repair"));
        assert!(!is_note("The report of the farm was printed."));
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

    #[test]
    fn lines_of_the_text_that_are_alike_are_no_running_heads() {
        let mut pages: Vec<Vec<Line>> = (1..=4)
            .map(|week| {
                page(&[
                    &format!("In week {week} of the year the goats were counted"),
                    &format!("anew, and there were {} of them on the hill,", week * 97),
                    "which the farmer had not thought.",
                ])
            })
            .collect();
        assert_eq!(without_running_heads(&mut pages), 0);
        let mut alone: Vec<Vec<Line>> = (0..4).map(|_| page(&["45 goats fled."])).collect();
        assert_eq!(without_running_heads(&mut alone), 0);
        assert!(alone.iter().all(|page| page.len() == 1));
    }
}
