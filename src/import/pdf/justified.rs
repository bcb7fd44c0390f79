//! Lines set to the full width of their column: their wide gaps are spaces, not the gaps between the cells of a row.

use super::glyphs::{Glyph, Length};
use super::line::{leading, part, share};

/// Which rows are lines of prose set to the full width of their column, whose wide gaps part no cells.
pub(super) fn rows(rows: &[Vec<Glyph>]) -> Vec<bool> {
    let measures: Vec<Option<Measure>> = rows.iter().map(|row| Measure::of(row)).collect();
    let mut full = vec![false; rows.len()];
    // A line known to be prose tells of those around it, and they of the next: from top to bottom and back again.
    let down = 0..rows.len();
    for at in down.clone().chain(down.rev()) {
        let Some(measure) = measures.get(at).and_then(Option::as_ref) else {
            continue;
        };
        let from = at.saturating_sub(NEAR);
        let near = measures.iter().zip(&full).enumerate();
        let near = near.skip(from).take(2 * NEAR + 1);
        let told = measure.is_even()
            && near
                .filter(|(other, _)| *other != at)
                .filter_map(|(_, (other, full))| Some((other.as_ref()?, *full)))
                .any(|(other, full)| (full || other.is_prose()) && other.is_as_wide_as(measure));
        if let Some(full) = full.get_mut(at) {
            *full |= told;
        }
    }
    full
}

/// Rows before and behind in which the other lines of a column are looked for.
const NEAR: usize = 6;

/// Gaps of a line that is prose for sure: a table of three columns has two in each row.
const FEWEST_GAPS: usize = 3;

/// The edges of a row and the gaps between its words.
struct Measure {
    left: Length,
    right: Length,
    size: Length,
    narrowest: Length,
    widest: Length,
    gaps: usize,
}

impl Measure {
    fn of(row: &[Glyph]) -> Option<Self> {
        let size = leading(row)?.size;
        let mut inked: Vec<&Glyph> = row.iter().collect();
        inked.retain(|glyph| !glyph.text.trim().is_empty());
        inked.sort_by_key(|glyph| glyph.left);
        let gaps: Vec<Length> = inked
            .windows(2)
            .filter_map(|pair| match pair {
                [a, b] => Some(b.left - a.right),
                _ => None,
            })
            .filter(|gap| *gap >= part(size, share::SPACE))
            .collect();
        Some(Self {
            left: inked.first()?.left,
            right: inked.iter().map(|glyph| glyph.right).max()?,
            size,
            narrowest: gaps.iter().copied().min()?,
            widest: gaps.iter().copied().max()?,
            gaps: gaps.len(),
        })
    }

    /// All gaps are as wide as one another, and no wider than a line of prose can have them.
    fn is_even(&self) -> bool {
        self.widest - self.narrowest <= part(self.size, share::SPACE)
            && self.widest <= part(self.size, share::WIDEST_IN_PROSE)
            && self.right - self.left >= part(self.size, share::NARROWEST_COLUMN)
    }

    /// More words at even distances than a small table has columns.
    fn is_prose(&self) -> bool {
        self.is_even() && self.gaps >= FEWEST_GAPS
    }

    fn is_as_wide_as(&self, other: &Self) -> bool {
        let near = |a: Length, b: Length| (a - b).abs() <= part(self.size, share::SAME_EDGE);
        near(self.size, other.size) && near(self.left, other.left) && near(self.right, other.right)
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::{lines_of, tests::set};
    use super::*;

    fn texts(glyphs: Vec<Glyph>) -> Vec<String> {
        lines_of(glyphs).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn wide_gaps_of_a_line_set_to_full_width_part_no_cells() {
        let justified = [
            set("Forty of the goats", 0, 0),
            set("walked", 0, 1200),
            set("slowly", 6000, 1200),
        ]
        .concat();
        assert_eq!(texts(justified), ["Forty of the goats", "walked slowly"]);
        let far: Vec<Glyph> = (2..12)
            .flat_map(|row| [set("slow", 0, row * 1200), set("feet", 7000, row * 1200)].concat())
            .collect();
        let long = [set("Forty of the goats", 0, 0), far].concat();
        assert!(
            texts(long).iter().all(|line| !line.contains('|')),
            "however long it is"
        );
        let table = [
            set("Forty old goats", 0, 0),
            set("walked", 0, 1200),
            set("slowly", 6000, 1200),
        ]
        .concat();
        assert_eq!(texts(table), ["Forty old goats", "walked | slowly"]);
    }
}
