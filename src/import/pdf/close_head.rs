//! Heads and feet that stand no farther from the text than its lines do from one another. A line of the text can stand at
//! the edge of several pages as well, so that only what cannot be one is taken out.

use super::glyphs::Length;
use super::line::Line;
use super::paragraph::continues;

/// The outermost lines of each page that are heads or feet, of those that come back. `pages` are upright lines from top to
/// bottom without what is out already, `size` is that of the text.
pub(super) fn of(pages: &[Vec<&Line>], candidates: &[Vec<Line>], size: Length) -> Vec<Vec<Line>> {
    let is_candidate = |page: usize, line: &Line| {
        candidates.get(page).is_some_and(|it| it.contains(line)) && line.size * 100 <= size * 115
    };
    let mut out = vec![Vec::new(); pages.len()];
    for at_foot in [false, true] {
        let edge = |page: usize| -> Option<&Line> {
            let lines = pages.get(page)?;
            let line = if at_foot { lines.last() } else { lines.first() };
            line.copied().filter(|line| is_candidate(page, line))
        };
        let body = |page: usize| {
            let lines = pages.get(page).into_iter().flatten();
            lines.filter(move |line| !is_candidate(page, line))
        };
        // A sentence goes on over it from page to page.
        let parts = |before: usize| {
            let words = (body(before).next_back(), body(before + 1).next());
            let (Some(last), Some(first)) = words else {
                return false;
            };
            continues(&last.text, &first.text)
        };
        for page in 0..pages.len() {
            let Some(line) = edge(page) else { continue };
            let same: Vec<usize> = (0..pages.len())
                .filter(|other| edge(*other).is_some_and(|it| is_one(it, line)))
                .collect();
            let parts = |page: &usize| {
                // A head stands below the break before its page, a foot above the one behind.
                let before = if at_foot {
                    Some(*page)
                } else {
                    page.checked_sub(1)
                };
                before.is_some_and(parts)
            };
            let is_head = same.len() > 1 && !is_sentence(&line.text);
            // Where nothing tells for certain, what stands on each page the same is read once.
            let is_again = same.len() == pages.len() && page > 0 && same_words(line, edge(0));
            if is_head && (same.iter().any(parts) || is_again) {
                out.get_mut(page)
                    .into_iter()
                    .for_each(|it: &mut Vec<Line>| it.push(line.clone()));
            }
        }
    }
    out
}

/// Whether two lines are one head: the same words, or only the number of the page at an end of it differs.
fn is_one(a: &Line, b: &Line) -> bool {
    let is_digit = |c: char| c.is_ascii_digit();
    let without = |line: &Line| {
        let line = line.text.trim().to_owned();
        let start = line.trim_start_matches(is_digit);
        let end = line.trim_end_matches(is_digit);
        if start.len() < line.len() {
            start.to_owned()
        } else {
            end.to_owned()
        }
    };
    a.text == b.text || without(a) == without(b)
}

fn same_words(line: &Line, first: Option<&Line>) -> bool {
    first.is_some_and(|first| first.text == line.text)
}

fn is_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', ',', ';', ':']) || line.starts_with(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::super::paragraph::tests::page;
    use super::super::running::without_running_heads;
    use super::*;

    fn texts(lines: [&[&str]; 2]) -> (usize, Vec<String>) {
        let mut pages: Vec<Vec<Line>> = lines.map(page).into();
        let out = without_running_heads(&mut pages);
        let first = |page: &Vec<Line>| page.first().map(|it| it.text.clone());
        (out, pages.iter().filter_map(first).collect())
    }

    #[test]
    fn a_head_that_stands_close_is_left_out() {
        let (out, first) = texts([
            &[
                "The Goat Report 3",
                "Forty goats left the farm on Monday morning and then",
                "walked in file across the old bridge, where a master",
            ],
            &[
                "The Goat Report 4",
                "counted them twice and sent 12 of them home to the",
                "old farm.",
            ],
        ]);
        assert_eq!(out, 2);
        assert!(first[0].starts_with("Forty") && first[1].starts_with("counted"));
        let (out, first) = texts([
            &[
                "The Goat Report",
                "Forty goats left the farm on Monday morning.",
                "They walked.",
            ],
            &[
                "The Goat Report",
                "Hens were counted twice and 12 of them sent home.",
                "They flew.",
            ],
        ]);
        assert_eq!(out, 1, "once it is read");
        assert_eq!(first[0], "The Goat Report");
    }

    #[test]
    fn lines_of_the_text_at_the_edge_of_pages_stay() {
        let (out, _) = texts([
            &[
                "Week 1",
                "Forty goats left the farm on Monday morning.",
                "They walked.",
            ],
            &[
                "Week 2",
                "Hens were counted twice and 12 of them sent home.",
                "They flew.",
            ],
        ]);
        assert_eq!(out, 0);
        let (out, _) = texts([
            &[
                "40 goats fled.",
                "They walked over the old bridge.",
                "All is well.",
            ],
            &["40 goats fled.", "They were counted twice.", "All is not."],
        ]);
        assert_eq!(out, 0);
    }
}
