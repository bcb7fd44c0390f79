//! Rows of a table, each cell in its column: an empty cell keeps its place, and so does one that spans several.

use scraper::ElementRef;

use super::blocks::{line_of, words_of};

/// A cell of a table that holds data is a line, or a few short ones; else the table sets out a page.
const MOST_LINES: usize = 4;
const LONGEST: usize = 120;
/// No cell spans more columns or rows, whatever it says.
const WIDEST: usize = 40;
const TALLEST: usize = 1_000;
/// No table that a person can read has more places for cells.
const LARGEST: usize = 200_000;

/// The rows of a table that holds data; nothing for one that sets out a page.
pub(super) fn rows(table: ElementRef<'_>) -> Option<Vec<String>> {
    let is = |element: ElementRef<'_>, names: &[&str]| names.contains(&element.value().name());
    let elements = || table.descendants().filter_map(ElementRef::wrap).skip(1);
    let role = table.attr("role").unwrap_or_default();
    if elements().any(|element| is(element, &["table"])) || matches!(role, "presentation" | "none")
    {
        return None;
    }
    let (mut grid, mut places) = (Grid::default(), 0);
    for row in elements().filter(|element| is(*element, &["tr"])) {
        let cells = row.children().filter_map(ElementRef::wrap);
        let cells = cells.filter(|cell| is(*cell, &["td", "th"]));
        let cells: Vec<Cell> = cells.map(Cell::of).collect::<Option<_>>()?;
        places += grid.push(cells);
        if places > LARGEST {
            return None;
        }
    }
    if grid.rows.iter().all(|row| row.len() < 2) {
        return None;
    }
    Some(grid.lines().collect())
}

/// The words above a table.
pub(super) fn caption(table: ElementRef<'_>) -> Option<String> {
    let mut inner = table.children().filter_map(ElementRef::wrap);
    let caption = inner.find(|it| it.value().name() == "caption")?;
    Some(line_of(caption)).filter(|words| !words.is_empty())
}

struct Cell {
    words: String,
    columns: usize,
    rows: usize,
}

impl Cell {
    /// The cell of an element, unless it holds more than a datum.
    fn of(element: ElementRef<'_>) -> Option<Self> {
        let words = words_of(element);
        let lines = words.lines().filter(|line| !line.is_empty()).count();
        if lines > 1 && (lines > MOST_LINES || words.chars().count() > LONGEST) {
            return None;
        }
        let span = |name: &str, most: usize| {
            let told = element.attr(name).and_then(|told| told.trim().parse().ok());
            told.unwrap_or(1).clamp(1, most)
        };
        Some(Self {
            words: words.split_whitespace().collect::<Vec<_>>().join(" "),
            columns: span("colspan", WIDEST),
            rows: span("rowspan", TALLEST),
        })
    }
}

#[derive(Default)]
struct Grid {
    rows: Vec<Vec<String>>,
    /// By column: how many rows below are taken by a cell above, and the words that stand there again.
    above: Vec<(usize, String)>,
}

impl Grid {
    /// Adds a row and tells its width.
    fn push(&mut self, cells: Vec<Cell>) -> usize {
        let mut row = Vec::new();
        for cell in cells {
            self.fill(&mut row);
            for column in 0..cell.columns {
                let first = column == 0;
                let words = if first { cell.words.as_str() } else { "" };
                // A figure that stands for several rows is said once; the name of the rows is no such figure.
                let again = row.is_empty() || !words.contains(|c: char| c.is_ascii_digit());
                let again = if again { words } else { "" };
                if self.above.len() <= row.len() {
                    self.above.resize(row.len() + 1, (0, String::new()));
                }
                if let Some(above) = self.above.get_mut(row.len()) {
                    *above = (cell.rows - 1, again.to_owned());
                }
                row.push(words.to_owned());
            }
        }
        self.fill(&mut row);
        let width = row.len();
        self.rows.push(row);
        width
    }

    /// Puts cells from above where they reach into this row.
    fn fill(&mut self, row: &mut Vec<String>) {
        while let Some((rows, words)) = self.above.get_mut(row.len()).filter(|it| it.0 > 0) {
            *rows -= 1;
            row.push(words.clone());
        }
    }

    /// Rows with words, a bar between two columns; without columns that are there for their width.
    fn lines(self) -> impl Iterator<Item = String> {
        let mut used: Vec<bool> = Vec::new();
        for row in &self.rows {
            used.resize(used.len().max(row.len()), false);
            for (used, cell) in used.iter_mut().zip(row) {
                *used |= !cell.is_empty();
            }
        }
        self.rows.into_iter().filter_map(move |row| {
            let cells = row.iter().zip(&used).filter(|(_, used)| **used);
            let cells: Vec<&str> = cells.map(|(cell, _)| cell.as_str()).collect();
            let mut words = cells.iter().filter(|cell| !cell.is_empty());
            let first = words.next()?;
            // A heading over all columns.
            let alone = words.next().is_none() && cells.first() == Some(first);
            let line = if alone && row.len() > 2 {
                (*first).to_owned()
            } else {
                cells.join(" | ")
            };
            Some(line.trim_end().to_owned())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::blocks::words_of;
    use scraper::Html;

    fn words(html: &str) -> String {
        words_of(Html::parse_document(html).root_element())
    }

    #[test]
    fn an_empty_cell_keeps_its_place() {
        assert_eq!(
            words(
                "<table><caption>Goats</caption><tr><th>Farm<th>May<th><th>June<tr><td>Low<td><td><td>12<tr><td>High<td><p>40</p><td><td></table>"
            ),
            "Goats\n\nFarm | May | June\nLow |  | 12\nHigh | 40 |"
        );
    }

    #[test]
    fn a_cell_that_spans_keeps_the_columns_of_others() {
        assert_eq!(
            words(
                "<table><tr><th rowspan=2>Farm<th colspan=2>Goats<tr><th>May<th>June<tr><td rowspan=2>Low<td>40<td rowspan=2>12<tr><td>41</table>"
            ),
            "Farm | Goats |\nFarm | May | June\nLow | 40 | 12\nLow | 41 |"
        );
    }

    #[test]
    fn a_table_that_sets_out_a_page_gives_paragraphs() {
        assert_eq!(
            words(
                "<table><tr><td>Menu<td><table><tr><td><p>Forty fled.<p>12 are back.</table></table>"
            ),
            "Menu\n\nForty fled.\n\n12 are back."
        );
    }
}
