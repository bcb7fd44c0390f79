//! Cells of a table that hold nothing: their places are kept, so that no figure moves to another column.

use super::column::{Column, NEAR, are_alone, of_whole_rows, placed};
use super::line::{BETWEEN_CELLS, Line};

/// Gives each row of a table a place for every column, an empty one where it has no cell, so that no figure moves to
/// another column. A whole row nearby must show the columns.
pub(super) fn fill(lines: &mut [Line]) {
    let filled: Vec<Option<Line>> = (0..lines.len())
        .map(|at| filled(lines.get(at)?, &whole_columns(lines, at)?))
        .collect();
    for (line, filled) in lines.iter_mut().zip(filled) {
        if let Some(filled) = filled {
            *line = filled;
        }
    }
}

/// The columns that rows near a line show which have more cells than it, and all of them as many.
fn whole_columns(lines: &[Line], at: usize) -> Option<Vec<Column>> {
    let line = lines.get(at).filter(|line| line.cells.len() > 1)?;
    let alike = |other: &&Line| {
        other.cells.len() > 1
            && other.direction == line.direction
            && other.right_to_left == line.right_to_left
            && (other.size - line.size).abs() * 100 <= line.size * 12
    };
    let (above, below) = lines.split_at(at);
    // A table ends at a line of prose; a row of one cell may stand between its rows.
    let is_row = |pair: &[Line]| pair.iter().any(|line| line.cells.len() > 1);
    let rows = |pairs: usize| pairs + 1;
    let up = rows(
        above
            .windows(2)
            .rev()
            .take_while(|pair| is_row(pair))
            .count(),
    );
    let down = rows(below.windows(2).take_while(|pair| is_row(pair)).count());
    let above = above.iter().rev().take(up.min(NEAR));
    let below = below.iter().take(down.min(NEAR)).skip(1);
    let near: Vec<&Line> = above.chain(below).filter(alike).collect();
    if near
        .iter()
        .all(|other| other.cells.len() <= line.cells.len())
    {
        return None;
    }
    let columns = of_whole_rows(&near);
    (!columns.is_empty()).then_some(columns)
}

/// A row with an empty place for every column it has no cell in.
fn filled(line: &Line, columns: &[Column]) -> Option<Line> {
    let placed = placed(line, columns)?;
    if !are_alone(&placed) {
        return None;
    }
    let mut texts: Vec<&str> = (0..columns.len())
        .map(|at| {
            let cell = placed.iter().find(|(column, _)| *column == at);
            cell.map_or("", |(_, cell)| cell.text.as_str())
        })
        .collect();
    if line.right_to_left {
        texts.reverse();
    }
    Some(Line {
        text: texts.join(BETWEEN_CELLS),
        ..line.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::super::line::{lines_of, tests::set};

    #[test]
    fn a_cell_that_is_missing_leaves_its_place() {
        let gaps = [
            ("Farm", 0, 0),
            ("2023", 9000, 0),
            ("2024", 15000, 0),
            ("Ford", 0, 1200),
            ("8", 15500, 1200),
            ("Hill", 0, 2400),
            ("1,250", 8500, 2400),
            ("Both", 0, 3600),
            ("1,250", 8500, 3600),
            ("8", 15500, 3600),
        ];
        let glyphs = gaps
            .iter()
            .flat_map(|(words, left, baseline)| set(words, *left, *baseline));
        let mut lines = lines_of(glyphs.collect());
        super::fill(&mut lines);
        let texts: Vec<String> = lines.into_iter().map(|line| line.text).collect();
        assert_eq!(
            texts,
            [
                "Farm | 2023 | 2024",
                "Ford |  | 8",
                "Hill | 1,250 | ",
                "Both | 1,250 | 8"
            ]
        );
    }
}
