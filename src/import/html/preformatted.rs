//! Preformatted text, whose columns are made of spaces.

use scraper::ElementRef;

/// Lines with columns that make a table.
const ROWS: usize = 2;
/// Spaces between two columns, at the least.
const BETWEEN: &str = "  ";

/// The lines of an element in which half the lines have columns; others are prose that was broken to fit a width.
pub(super) fn rows(element: ElementRef<'_>) -> Option<Vec<String>> {
    let text: String = element.text().collect();
    let lines: Vec<&str> = text
        .lines()
        .map(str::trim_end)
        .filter(|line| !line.is_empty())
        .collect();
    let columns = |line: &&&str| {
        let line = line.trim_start();
        line.contains(BETWEEN) || line.contains('\t')
    };
    let with_columns = lines.iter().filter(columns).count();
    (with_columns >= ROWS && with_columns * 2 >= lines.len())
        .then(|| lines.into_iter().map(str::to_owned).collect())
}

#[cfg(test)]
mod tests {
    use super::super::blocks::words_of;
    use scraper::Html;

    #[test]
    fn columns_keep_their_lines_and_prose_does_not() {
        let words = |html: &str| words_of(Html::parse_document(html).root_element());
        assert_eq!(
            words("<p>Goats</p><pre>\nFarm   Goats\nLow      <b>40</b>\nHigh     12\n</pre>Bye"),
            "Goats\n\nFarm   Goats\nLow      40\nHigh     12\n\nBye"
        );
        assert_eq!(
            words("<pre>Forty goats\nfled the farm.</pre>"),
            "Forty goats fled the farm."
        );
    }
}
