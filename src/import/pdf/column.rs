//! The columns of a table: what its cells that lie below one another cover.

use super::glyphs::Length;
use super::line::{Cell, Line};

/// Lines between two rows of one line each in one table, at most.
pub(super) const NEAR: usize = 14;

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
pub(super) fn around(lines: &[Line], at: usize) -> Vec<Column> {
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
    let below = below.iter().skip(1).take(NEAR).filter(alike);
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
    // Up and down to where another table begins.
    for row in own.chain(above) {
        if !widen(&mut columns, row) {
            break;
        }
    }
    for row in below {
        if !widen(&mut columns, row) {
            break;
        }
    }
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
