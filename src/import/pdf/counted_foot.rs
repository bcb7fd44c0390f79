//! Feet that count their pages, "Page 1 of 2": the number that goes up tells them from the text, however near it stands.

use super::glyphs::Length;
use super::line::Line;

/// A foot stands at the same height on each page, to within two points.
const SAME_HEIGHT: Length = 200;

/// The lines at the foot of each page that count the pages, and what comes back below them. `pages` are upright lines from
/// top to bottom, `candidates` those of them that come back, `size` is that of the text.
pub(super) fn of(pages: &[Vec<&Line>], candidates: &[Vec<Line>], size: Length) -> Vec<Vec<Line>> {
    let feet: Vec<Vec<&Line>> = pages
        .iter()
        .zip(candidates)
        .map(|(lines, candidates)| {
            let from_foot = lines.iter().rev().copied();
            from_foot
                .take_while(|line| candidates.contains(line) && line.size * 100 <= size * 115)
                .collect()
        })
        .collect();
    let is_foot = |page: usize, line: &Line| {
        let alike: Vec<(usize, &Line)> = (0..)
            .zip(&feet)
            .flat_map(|(other, foot)| foot.iter().map(move |it| (other, *it)))
            .filter(|(_, it)| is_alike(it, line))
            .collect();
        counts(&alike, pages.len()) && alike.iter().any(|(other, _)| *other != page)
    };
    let of_page = |(page, foot): (usize, &Vec<&Line>)| {
        let counted = foot.iter().rposition(|line| is_foot(page, line));
        let out = foot.iter().take(counted.map_or(0, |place| place + 1));
        out.map(|line| (*line).clone()).collect()
    };
    feet.iter().enumerate().map(of_page).collect()
}

/// The same words at the same height.
fn is_alike(a: &Line, b: &Line) -> bool {
    (a.baseline - b.baseline).abs() <= SAME_HEIGHT && words(a).eq(words(b))
}

fn words(line: &Line) -> impl Iterator<Item = &str> {
    let parts = line.text.split(|c: char| c.is_ascii_digit());
    parts.filter(|part| !part.is_empty())
}

/// Whether one number of these lines, each with its page, goes up with the pages, and no other differs. The items of a
/// list may do so by chance: without the count of all pages beside it, it must be that of the page, and on all of three
/// pages or more, but for one.
fn counts(lines: &[(usize, &Line)], pages: usize) -> bool {
    let numbers: Vec<(usize, Vec<usize>)> = lines
        .iter()
        .map(|(page, line)| (*page, numbers(line)))
        .collect();
    let Some((first_page, first)) = numbers.first() else {
        return false;
    };
    let goes_up = |place: usize| {
        numbers.iter().all(|(page, theirs)| {
            theirs.len() == first.len()
                && theirs.iter().zip(first).enumerate().all(|(at, (b, a))| {
                    let up = if at == place { page - first_page } else { 0 };
                    a.checked_add(up) == Some(*b)
                })
        })
    };
    let Some(place) = (0..first.len()).find(|place| goes_up(*place)) else {
        return false;
    };
    let Some(number) = first.get(place) else {
        return false;
    };
    // What the last page of the file has, which is the count of all.
    let last = number.saturating_add(pages.saturating_sub(1).saturating_sub(*first_page));
    let is_told = (0..first.len()).any(|at| at != place && first.get(at) == Some(&last));
    let is_on_all = *number == first_page + 1 && lines.len() >= pages.saturating_sub(1).max(3);
    let is_sentence = |line: &Line| line.text.ends_with(['.', '!', '?', ',', ';', ':']);
    lines.len() > 1 && !lines.iter().any(|(_, line)| is_sentence(line)) && (is_told || is_on_all)
}

fn numbers(line: &Line) -> Vec<usize> {
    let runs = line.text.split(|c: char| !c.is_ascii_digit());
    runs.filter_map(|run| run.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::paragraph::tests::page;
    use super::super::running::without_running_heads;
    use super::*;

    fn left_out(pages: &[[&str; 3]]) -> usize {
        let mut pages: Vec<Vec<Line>> = pages.iter().map(|lines| page(lines)).collect();
        without_running_heads(&mut pages)
    }

    #[test]
    fn a_foot_that_counts_the_pages_is_left_out_close_to_the_text() {
        let one = [
            "Forty goats left the farm on Monday morning.",
            "They walked over the old bridge.",
            "Page 1 of 2 – kept until 6 May",
        ];
        let two = [
            "Hens were counted twice and 12 of them sent home.",
            "They flew.",
            "Page 2 of 2 – kept until 6 May",
        ];
        assert_eq!(left_out(&[one, two]), 2);
    }

    #[test]
    fn lines_of_the_text_at_the_foot_of_pages_stay() {
        let ends = |foot: &'static str| ["Forty goats fled.", "They walked.", foot];
        // No count of pages is beside the number, or another differs.
        assert_eq!(left_out(&[ends("Herd 1: 40"), ends("Herd 2: 40")]), 0);
        assert_eq!(left_out(&[ends("Herd 4: 2"), ends("Herd 5: 2")]), 0);
        assert_eq!(left_out(&[ends("Herd 1: 40"), ends("Herd 2: 45")]), 0);
        assert_eq!(
            left_out(&[ends("Goats fled: 40"), ends("Goats fled: 40")]),
            0
        );
    }
}
