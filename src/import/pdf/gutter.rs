//! Columns of a table that stand close together: the gaps between them lie below one another.
//!
//! A gap between two cells may be no wider than a space. On a page that prints its spaces as signs, a gap without one
//! parts cells where a row nearby has such a gap at the same place.

use super::glyphs::{Glyph, Length};
use super::line::{leading, part, share};

/// Rows before and behind in which the other rows of a table are looked for.
const NEAR: usize = 4;
/// Rows whose cells begin at the same place by no chance.
const COLUMN: usize = 3;
/// Of a hundred gaps between words, so many hold the sign of a space on a page that prints them.
const PRINTED_SPACES: usize = 70;

/// A gap between two glyphs of a row.
struct Gap {
    left: Length,
    right: Length,
    /// It parts cells by its width alone.
    wide: bool,
}

/// Where the cells of each row begin that follow such a gap.
pub(super) fn borders(rows: &[Vec<Glyph>]) -> Vec<Vec<Length>> {
    let mut printed = 0;
    let gaps: Vec<Vec<Gap>> = rows.iter().map(|row| gaps_of(row, &mut printed)).collect();
    let over: Vec<Vec<(usize, &Gap)>> = gaps
        .iter()
        .enumerate()
        .map(|(at, its)| {
            let from = at.saturating_sub(NEAR);
            let near = gaps.iter().enumerate().skip(from).take(2 * NEAR + 1);
            let others = near.filter(|(other, _)| *other != at && is_below(rows, at, *other));
            let others: Vec<&Gap> = others.flat_map(|(_, gaps)| gaps).collect();
            its.iter()
                .map(|gap| {
                    let same = others.iter().filter(|other| gap.ends_where(other)).count();
                    let is_over = others.iter().any(|other| gap.is_over(other));
                    (if is_over { same + 1 } else { 0 }, gap)
                })
                .collect()
        })
        .collect();
    // Cells that begin at the same place, and gaps that part cells whatever the page prints, tell nothing of its spaces.
    let silent = over.iter().flatten();
    let silent = silent
        .filter(|(rows, gap)| *rows < COLUMN && !gap.wide)
        .count();
    if printed * 100 < (printed + silent) * PRINTED_SPACES {
        return vec![Vec::new(); rows.len()];
    }
    over.into_iter()
        .map(|gaps| {
            let over = gaps.into_iter().filter(|(rows, _)| *rows > 0);
            over.map(|(_, gap)| gap.right).collect()
        })
        .collect()
}

impl Gap {
    /// Whether the cells behind two gaps begin at the same place, to the width of a hair.
    const fn ends_where(&self, other: &Self) -> bool {
        (self.right - other.right).abs() <= 20
    }

    /// Whether most of the narrower of two gaps lies in the other.
    fn is_over(&self, other: &Self) -> bool {
        let shared = self.right.min(other.right) - self.left.max(other.left);
        shared * 2 > (self.right - self.left).min(other.right - other.left)
    }
}

/// Whether two rows are printed in one direction, one below the other.
fn is_below(rows: &[Vec<Glyph>], at: usize, other: usize) -> bool {
    let leading = |at: usize| rows.get(at).and_then(|row| leading(row));
    let (Some(a), Some(b)) = (leading(at), leading(other)) else {
        return false;
    };
    let apart = (a.baseline - b.baseline).abs();
    a.direction == b.direction && apart > part(a.size.max(b.size), share::SAME_BASELINE)
}

/// The gaps of a row that hold no sign of a space; counts those that do.
fn gaps_of(row: &[Glyph], printed: &mut usize) -> Vec<Gap> {
    let mut row: Vec<&Glyph> = row.iter().collect();
    row.sort_by_key(|glyph| glyph.left);
    let mut gaps = Vec::new();
    let mut last: Option<&Glyph> = None;
    let mut parted = false;
    let mut inked = 0;
    for glyph in row {
        if glyph.text.trim().is_empty() {
            parted = true;
            continue;
        }
        inked += 1;
        if let Some(before) = last {
            let wide = part(before.size.max(glyph.size), share::SPACE);
            let gap = glyph.left - before.right >= wide;
            *printed += usize::from(parted);
            if gap && !parted {
                gaps.push(Gap {
                    left: before.right,
                    right: glyph.left,
                    wide: glyph.left - before.right
                        >= part(before.size.max(glyph.size), share::CELL),
                });
            }
        }
        last = Some(glyph);
        parted = false;
    }
    // Letters set wide apart have a gap behind each of them.
    if gaps.len() * 2 > inked {
        gaps.clear();
    }
    gaps
}

#[cfg(test)]
mod tests {
    use super::super::line::{lines_of, tests::set};

    fn texts(rows: &[&[(&str, i64)]]) -> Vec<String> {
        let rows = (0..).zip(rows);
        let glyphs = rows.flat_map(|(nth, row)| {
            let words = row
                .iter()
                .flat_map(move |(words, left)| set(words, *left, nth * 1200));
            words.collect::<Vec<_>>()
        });
        let lines = lines_of(glyphs.collect());
        lines.into_iter().map(|line| line.text).collect()
    }

    const PROSE: &[(&str, i64)] = &[("The goats of the old farm up there are told below.", 0)];

    #[test]
    fn figures_of_two_narrow_columns_are_no_figure_together() {
        let rows: [&[(&str, i64)]; 3] = [
            PROSE,
            &[("2019", 0), ("1,250", 2250)],
            &[("2020", 0), ("980", 2250)],
        ];
        assert_eq!(texts(&rows), [PROSE[0].0, "2019 | 1,250", "2020 | 980"]);
    }

    #[test]
    fn a_gap_alone_parts_nothing() {
        let rows: [&[(&str, i64)]; 3] = [PROSE, &[("2019", 0), ("goats", 2250)], PROSE];
        assert_eq!(texts(&rows).get(1).map(String::as_str), Some("2019 goats"));
    }
}
