//! Rows of a table whose cells hold several lines: a program draws a cell to its end before it begins the next one,
//! so the lines of one row come one after the other, and go up the page from cell to cell.

use super::glyphs::Length;
use super::line::{BETWEEN_CELLS, Cell, Line, part};

/// Lines between two rows of one line each in one table, at most.
pub(super) const NEAR: usize = 14;
/// A line of a cell follows the one above within this share of its size, in hundredths.
const PITCH: i64 = 150;

/// Puts the lines of each row together, where a row of one line nearby shows the columns.
pub(super) fn whole_rows(lines: Vec<Line>) -> Vec<Line> {
    let columns: Vec<Vec<Column>> = (0..lines.len()).map(|at| columns(&lines, at)).collect();
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

/// The columns of the rows with most cells, where their cells lie below one another in turn.
pub(super) fn of_whole_rows(rows: &[&Line]) -> Vec<Column> {
    let most = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let mut columns: Vec<Column> = Vec::new();
    for row in rows.iter().filter(|row| row.cells.len() == most) {
        let wider: Vec<Column> = if columns.is_empty() {
            row.cells.iter().map(Column::of).collect()
        } else {
            let pairs = columns.iter().zip(&row.cells);
            pairs.map(|(column, cell)| column.with(cell)).collect()
        };
        if are_apart(&wider) {
            columns = wider;
        }
    }
    // A row with empty cells widens the columns that its others are of: a head stands in the middle of its column.
    for row in rows.iter().filter(|row| row.cells.len() < most) {
        let of_row = columns_of(row, &columns);
        let mut wider = columns.clone();
        for (cell, at) in row.cells.iter().zip(of_row) {
            if let Some(column) = at.and_then(|at| wider.get_mut(at)) {
                *column = column.with(cell);
            }
        }
        if are_apart(&wider) {
            columns = wider;
        }
    }
    columns
}

/// The column of each cell of a row: the one it lies in, or of the two beside it the one that no other cell lies in.
fn columns_of(row: &Line, columns: &[Column]) -> Vec<Option<usize>> {
    let within: Vec<Option<usize>> = row
        .cells
        .iter()
        .map(|cell| column_of(cell, columns))
        .collect();
    let beside = |cell: &Cell| {
        let over = columns
            .iter()
            .any(|column| cell.left < column.right && column.left < cell.right);
        let next = columns.partition_point(|column| column.right <= cell.left);
        let free = |at: &usize| *at < columns.len() && !within.contains(&Some(*at));
        let mut free = [next.checked_sub(1), Some(next)]
            .into_iter()
            .flatten()
            .filter(free);
        match (over, free.next(), free.next()) {
            (false, Some(at), None) => Some(at),
            _ => None,
        }
    };
    let cells = row.cells.iter().zip(&within);
    cells
        .map(|(cell, at)| at.or_else(|| beside(cell)))
        .collect()
}

/// What the cells below one another cover.
#[derive(Clone, Copy)]
pub(super) struct Column {
    left: Length,
    right: Length,
}

/// The columns shown by the rows around a line, from left to right; none where it is in no table.
fn columns(lines: &[Line], at: usize) -> Vec<Column> {
    let Some(line) = lines.get(at) else {
        return Vec::new();
    };
    let alike = |other: &&Line| {
        other.cells.len() > 1
            && other.direction == line.direction
            && (other.size - line.size).abs() * 100 <= line.size * 12
    };
    let (above, below) = lines.split_at(at);
    let above = above.iter().rev().take(NEAR).filter(alike);
    let mut below = below.iter().skip(1).take(NEAR).filter(alike);
    let near: Vec<&Line> = above
        .clone()
        .chain(below.clone())
        .chain(std::iter::once(line).filter(alike))
        .collect();
    let beside = [above.clone().next(), below.clone().next(), Some(line)];
    let whole = of_whole_rows(&near);
    if beside
        .into_iter()
        .flatten()
        .all(|row| placed(row, &whole).is_some_and(|cells| are_alone(&cells)))
    {
        return whole;
    }
    let own = std::iter::once(line).filter(alike);
    let mut columns: Vec<Column> = Vec::new();
    let mut up = own.chain(above);
    let _of_this_table = up.all(|row| widen(&mut columns, row));
    let _of_this_table = below.all(|row| widen(&mut columns, row));
    columns
}

/// Adds the cells of a row to the columns of its table, one by one where it has as many; not where it is of another
/// table, as a cell over two columns or two cells in one column tell.
fn widen(columns: &mut Vec<Column>, row: &Line) -> bool {
    let of_another = |at: usize, cell: &Cell| {
        let mut others = columns.iter().enumerate().filter(|(other, _)| *other != at);
        others.any(|(_, column)| cell.left < column.right && column.left < cell.right)
    };
    let in_turn = || {
        if (0..).zip(&row.cells).any(|(at, cell)| of_another(at, cell)) {
            return None;
        }
        let pairs = columns.iter().zip(&row.cells);
        let wider: Vec<Column> = pairs.map(|(column, cell)| column.with(cell)).collect();
        (wider.len() == row.cells.len() && are_apart(&wider)).then_some(wider)
    };
    let by_place = || {
        let mut wider = columns.clone();
        for cell in &row.cells {
            match column_of(cell, &wider).and_then(|at| wider.get_mut(at)) {
                Some(column) => *column = column.with(cell),
                None => wider.push(Column::of(cell)),
            }
        }
        wider.sort_by_key(|column| column.left);
        let mut taken: Vec<_> = row
            .cells
            .iter()
            .map(|cell| column_of(cell, &wider))
            .collect();
        taken.dedup();
        (are_apart(&wider) && taken.len() == row.cells.len()).then_some(wider)
    };
    match in_turn().or_else(by_place) {
        Some(wider) => *columns = wider,
        None => return false,
    }
    true
}

impl Column {
    const fn of(cell: &Cell) -> Self {
        Self {
            left: cell.left,
            right: cell.right,
        }
    }

    fn with(self, cell: &Cell) -> Self {
        Self {
            left: self.left.min(cell.left),
            right: self.right.max(cell.right),
        }
    }
}

fn are_apart(columns: &[Column]) -> bool {
    columns
        .windows(2)
        .all(|pair| matches!(pair, [a, b] if a.right < b.left))
}

/// The one column that a cell lies in.
fn column_of(cell: &Cell, columns: &[Column]) -> Option<usize> {
    let mut over = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| cell.left < column.right && column.left < cell.right);
    match (over.next(), over.next()) {
        (Some((at, _)), None) => Some(at),
        _ => None,
    }
}

/// Whether no two cells lie in one column.
pub(super) fn are_alone(cells: &[(usize, Cell)]) -> bool {
    cells
        .windows(2)
        .all(|pair| matches!(pair, [(a, _), (b, _)] if a != b))
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

/// The cells of a line with their columns, in the order of reading; none where one lies in no column.
pub(super) fn placed(line: &Line, columns: &[Column]) -> Option<Vec<(usize, Cell)>> {
    let places = columns_of(line, columns);
    let placed = line
        .cells
        .iter()
        .zip(places)
        .map(|(cell, at)| Some((at?, cell.clone())));
    let mut placed = placed.collect::<Option<Vec<_>>>()?;
    if line.right_to_left {
        placed.reverse();
    }
    (!placed.is_empty()).then_some(placed)
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
