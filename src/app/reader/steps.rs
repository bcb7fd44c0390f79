//! Steps of a caret in a paragraph, by what is seen: to the left is to the left in every script.

use egui::{Pos2, pos2};

use super::paragraph::Paragraph;

/// Where a caret stands: the byte it is before, and its top end, which the byte alone does not tell where the
/// direction of writing changes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Stand {
    /// Byte of the paragraph.
    pub byte: usize,
    /// From the top left corner of the paragraph, in points.
    pub at: Pos2,
}

impl Paragraph {
    /// The row of lines at height `y`.
    pub(super) fn row_at(&self, y: f32) -> usize {
        let last = self.lines.len().saturating_sub(1);
        let line = self.height() / self.lines.len().max(1) as f32;
        ((y / line + 0.01).floor().max(0.0) as usize).min(last)
    }

    /// The caret next to `from` at its right, or its left; `None` at the edge of the row.
    pub(super) fn beside(&self, from: Pos2, right: bool) -> Option<Stand> {
        const SAME: f32 = 0.25;
        let row = self.row_at(from.y);
        let side = if right { 1.0 } else { -1.0 };
        let away = |x: f32| (x - from.x) * side;
        let stands = || {
            let line = self.lines.get(row)?;
            Some(line.placed.iter().filter(|placed| placed.width > 0.0))
        };
        let beyond = stands()?.flat_map(|placed| {
            let bytes = self.stops_in(placed);
            bytes.map(move |(byte, x)| (byte, x, placed))
        });
        let beyond: Vec<_> = beyond.filter(|(_, x, _)| away(*x) > SAME).collect();
        let nearest = beyond
            .iter()
            .map(|(_, x, _)| away(*x))
            .min_by(f32::total_cmp)?;
        // Of two carets in one place, that of the token which was passed.
        let here = beyond
            .into_iter()
            .filter(|(_, x, _)| away(*x) - nearest < SAME);
        let (byte, x, _) = here.max_by_key(|(_, x, placed)| {
            let middle = placed.width.mul_add(0.5, placed.left);
            (*x - middle) * side > 0.0
        })?;
        let at = pos2(x, self.top(row));
        Some(Stand { byte, at })
    }

    /// The caret of a row that is nearest to `x`.
    pub(super) fn in_row(&self, row: usize, x: f32) -> Stand {
        let row = row.min(self.lines.len().saturating_sub(1));
        let y = self.top(row);
        let byte = self.byte_at(pos2(x, y + 1.0));
        let line = self.lines.get(row);
        let places = line.into_iter().flat_map(|line| &line.placed);
        let same = places
            .filter(|placed| placed.width > 0.0)
            .flat_map(|placed| self.stops_in(placed))
            .filter(|(other, _)| *other == byte);
        let x = same
            .map(|(_, at)| at)
            .min_by(|a, b| (a - x).abs().total_cmp(&(b - x).abs()));
        x.map_or_else(
            || Stand {
                byte,
                at: self.caret(byte),
            },
            |x| Stand {
                byte,
                at: pos2(x, y),
            },
        )
    }

    /// Where a row begins to be read.
    pub(super) fn row_start(&self, row: usize) -> Stand {
        let byte = self.lines.get(row).map_or(0, |line| line.bytes.start);
        Stand {
            byte,
            at: self.caret(byte),
        }
    }

    /// Where a row has been read, before the spaces that hang at its end.
    pub(super) fn row_end(&self, row: usize) -> Stand {
        let seen = self.lines.get(row).and_then(|line| {
            let placed = line.placed.iter().filter(|placed| placed.width > 0.0);
            placed.map(|placed| self.end_of(placed)).max()
        });
        let byte = seen.unwrap_or_else(|| self.row_start(row).byte);
        Stand {
            byte,
            at: self.caret_after(byte),
        }
    }
}
