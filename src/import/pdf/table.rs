//! Rows of a table whose cells hold several lines: a program draws a cell to its end before it begins the next one,
//! so the lines of one row come one after the other, and go up the page from cell to cell.

use super::column::{Column, around, placed};
use super::line::{BETWEEN_CELLS, Cell, Line, part};

/// A line of a cell follows the one above within this share of its size, in hundredths.
const PITCH: i64 = 150;

/// Puts the lines of each row together, where a row of one line nearby shows the columns.
pub(super) fn whole_rows(lines: Vec<Line>) -> Vec<Line> {
    let columns: Vec<Vec<Column>> = (0..lines.len()).map(|at| around(&lines, at)).collect();
    let mut rows: Vec<Line> = Vec::new();
    let mut open: Option<Row> = None;
    for (line, columns) in lines.into_iter().zip(columns) {
        if let Some(row) = open.as_mut()
            && row.takes(&line, &columns)
        {
            continue;
        }
        rows.extend(open.take().into_iter().flat_map(Row::done));
        match Row::of(&line, &columns) {
            Some(row) => open = Some(row),
            None => rows.push(line),
        }
    }
    rows.extend(open.into_iter().flat_map(Row::done));
    rows
}

/// A row as far as it was drawn.
struct Row {
    /// The lines it was put together from, as they were.
    lines: Vec<Line>,
    /// Its cells with their columns, in the order of drawing.
    cells: Vec<(usize, Cell)>,
}

impl Row {
    fn of(line: &Line, columns: &[Column]) -> Option<Self> {
        Some(Self {
            cells: placed(line, columns)?,
            lines: vec![line.clone()],
        })
    }

    /// Takes a line that goes on in the last cell, or stands beside it in the next.
    fn takes(&mut self, line: &Line, columns: &[Column]) -> bool {
        let (Some(first), Some(last)) = (self.lines.first(), self.lines.last()) else {
            return false;
        };
        let Some(cells) = placed(line, columns) else {
            return false;
        };
        let (Some((column, drawn)), Some((next, _))) = (self.cells.last(), cells.first()) else {
            return false;
        };
        let size = line.size;
        let alike = line.direction == last.direction && !line.item;
        // A cell of figures tells nothing of the direction of its row.
        let leftward = self
            .lines
            .iter()
            .chain([line])
            .any(|line| line.right_to_left);
        let ahead = if leftward {
            next < column
        } else {
            next > column
        };
        let bottom = self.cells.iter().map(|(_, cell)| cell.baseline).max();
        // Beside it, not below: a cell may stand at the top of its row, in the middle or at the foot.
        let beside = ahead
            && line.top >= first.top - size
            && bottom.is_some_and(|bottom| line.top <= bottom + size / 2);
        let below = line.top - drawn.baseline;
        let goes_on = next == column && cells.len() == 1 && below > 0 && below <= part(size, PITCH);
        if !alike || !(beside || goes_on) {
            return false;
        }
        for (column, cell) in cells {
            match self.cells.last_mut() {
                Some((its, above)) if *its == column => {
                    above.text = [above.text.as_str(), cell.text.as_str()].join(" ");
                    above.left = above.left.min(cell.left);
                    above.right = above.right.max(cell.right);
                    above.baseline = above.baseline.max(cell.baseline);
                }
                _ => self.cells.push((column, cell)),
            }
        }
        self.lines.push(line.clone());
        true
    }

    /// The row in one line; lines of a single cell stay as they are.
    fn done(self) -> Vec<Line> {
        let Some(first) = self.lines.first() else {
            return self.lines;
        };
        if self.cells.len() < 2 || self.lines.len() < 2 {
            return self.lines;
        }
        let mut cells: Vec<Cell> = self.cells.into_iter().map(|(_, cell)| cell).collect();
        let texts: Vec<&str> = cells.iter().map(|cell| cell.text.as_str()).collect();
        let leftward = self.lines.iter().any(|line| line.right_to_left);
        let row = Line {
            right_to_left: leftward,
            text: texts.join(BETWEEN_CELLS),
            left: cells
                .iter()
                .map(|cell| cell.left)
                .min()
                .unwrap_or(first.left),
            right: cells
                .iter()
                .map(|cell| cell.right)
                .max()
                .unwrap_or(first.right),
            top: self
                .lines
                .iter()
                .map(|line| line.top)
                .min()
                .unwrap_or(first.top),
            baseline: cells
                .iter()
                .map(|cell| cell.baseline)
                .max()
                .unwrap_or(first.baseline),
            ..first.clone()
        };
        if row.right_to_left {
            cells.reverse();
        }
        vec![Line { cells, ..row }]
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::{lines_of, tests::set};

    fn texts(words: &[(&str, i64, i64)]) -> Vec<String> {
        let glyphs = words
            .iter()
            .flat_map(|(words, left, baseline)| set(words, *left, *baseline));
        let lines = lines_of(glyphs.collect());
        lines.into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn a_row_with_cells_of_several_lines_is_one() {
        let middle = [
            ("Farm", 0, 0),
            ("Goats", 9000, 0),
            ("Sheep", 15000, 0),
            ("The old farm", 0, 2000),
            ("on the hill", 0, 3200),
            ("1,250", 9000, 2600),
            ("14 (of them", 15000, 2000),
            ("6 lambs)", 15000, 3200),
            ("Ford", 0, 5200),
            ("8", 9000, 5200),
            ("3", 15000, 5200),
        ];
        assert_eq!(
            texts(&middle),
            [
                "Farm | Goats | Sheep",
                "The old farm on the hill | 1,250 | 14 (of them 6 lambs)",
                "Ford | 8 | 3"
            ]
        );
    }

    #[test]
    fn a_last_cell_goes_on_and_prose_below_a_table_is_no_cell() {
        let top = [
            ("Farm", 0, 0),
            ("Goats", 9000, 0),
            ("Ford", 0, 1200),
            ("8 in the barn", 9000, 1200),
            ("and 3 outside", 9000, 2400),
            ("They were all told by hand.", 0, 4800),
            ("Nobody saw it.", 0, 6000),
        ];
        assert_eq!(
            texts(&top),
            [
                "Farm | Goats",
                "Ford | 8 in the barn and 3 outside",
                "They were all told by hand.",
                "Nobody saw it."
            ]
        );
    }

    #[test]
    fn two_columns_of_prose_are_no_table() {
        let prose = [
            ("Forty goats went", 0, 0),
            ("over the bridge.", 0, 1200),
            ("Ten sheep did not", 12000, 0),
            ("go with them.", 12000, 1200),
        ];
        assert_eq!(texts(&prose).len(), 4);
    }
}
