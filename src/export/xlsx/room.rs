//! Room for words in cells: how wide a column is, how high a row, and where words must be small to be seen whole.
//!
//! No row is higher than 409 points, and what does not fit is cut from sight. So a column gives way first, then the
//! letters of the one cell.

use super::lines;
use super::sheets::Sheet;

/// Height of the highest row a spreadsheet knows, in points.
const HIGHEST: u32 = 409;
/// For letters that are higher than those the sheet asks for.
const BELOW: u32 = 4;

/// A size of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Letters {
    /// Those of the sheet.
    Usual,
    /// For words that would be cut from sight else.
    Small,
}

/// Size of small letters, and of the usual ones, in points.
pub(super) const SMALL: u32 = 8;
const USUAL: u32 = 11;

impl Letters {
    /// Height of a line, in points.
    const fn line(self) -> u32 {
        match self {
            Self::Usual => 15,
            Self::Small => 11,
        }
    }

    /// Height of words in a column of so many digits of the usual size, in points; told because not every program
    /// measures wrapped words.
    fn height(self, words: &str, digits: usize) -> u32 {
        /// One line to spare for so many: what is a little wider than was thought adds up over many lines.
        const SPARE: usize = 4;
        let digits = match self {
            Self::Usual => digits,
            Self::Small => digits * USUAL as usize / SMALL as usize,
        };
        let lines = lines::of(words, digits);
        // A line that is ended by hand is no guess.
        let guessed = lines.saturating_sub(words.lines().count()) + 1;
        let lines = u32::try_from(lines + (guessed + 1) / SPARE).unwrap_or(u32::MAX);
        lines.saturating_mul(self.line()).saturating_add(BELOW)
    }
}

/// The letters of words in a column of so many digits.
pub(super) fn letters(words: &str, digits: usize) -> Letters {
    if Letters::Usual.height(words, digits) > HIGHEST {
        Letters::Small
    } else {
        Letters::Usual
    }
}

/// Height of a row: room for its highest cell, in points.
pub(super) fn height(sheet: &Sheet, cells: &[String]) -> f64 {
    let columns = sheet.columns.iter().zip(cells);
    let heights = columns.map(|(column, cell)| {
        let digits = column.letters();
        letters(cell, digits).height(cell, digits)
    });
    let highest = heights.max().unwrap_or(0);
    f64::from(highest.clamp(Letters::Usual.line() + BELOW, HIGHEST))
}

/// Widens columns, up to twice what they are, where words would be cut from sight else.
pub(super) fn widen(sheet: &mut Sheet) {
    /// Parts of a width by which a column grows.
    const STEPS: u16 = 4;
    for (at, column) in sheet.columns.iter_mut().enumerate() {
        let usual = column.width;
        let cells = || sheet.rows.iter().filter_map(|row| row.get(at));
        let fits = |width: u16| {
            let digits = usize::from(width);
            cells().all(|cell| letters(cell, digits) == Letters::Usual)
        };
        let mut widths = (0..=STEPS).map(|step| usual + usual * step / STEPS);
        column.width = widths.find(|width| fits(*width)).unwrap_or(usual * 2);
    }
}

#[cfg(test)]
mod tests {
    use super::super::sheets::Column;
    use super::*;

    fn sheet(words: &str) -> Sheet {
        let column = |width| Column {
            name: "sentence".to_owned(),
            width,
            number: false,
        };
        Sheet {
            name: "Quotes",
            columns: vec![column(50), column(20)],
            printed: 2,
            rows: vec![
                vec![words.to_owned(), "40".to_owned()],
                vec!["Forty goats.".to_owned(), String::new()],
            ],
        }
    }

    #[test]
    fn words_that_fit_leave_their_column_as_it_is() {
        let mut few = sheet("Forty goats crossed the bridge.");
        widen(&mut few);
        assert_eq!(few.columns[0].width, 50);
        assert!(height(&few, &few.rows[0]) < 25.0);
        assert!(height(&few, &few.rows[1]) < 25.0);
    }

    #[test]
    fn a_sentence_too_high_for_a_row_gets_a_wider_column_and_then_small_letters() {
        let goats = "Forty goats crossed the bridge. ";
        let mut long = sheet(&goats.repeat(45));
        widen(&mut long);
        let width = long.columns[0].width;
        assert!(width > 50 && width < 100, "{width}");
        assert_eq!(long.columns[1].width, 20, "its neighbour stays");
        let high = height(&long, &long.rows[0]);
        assert!(high <= 409.0, "{high}");
        assert_eq!(letters(&long.rows[0][0], width.into()), Letters::Usual);

        let mut longer = sheet(&goats.repeat(110));
        widen(&mut longer);
        assert_eq!(longer.columns[0].width, 100);
        assert_eq!(letters(&longer.rows[0][0], 100), Letters::Small);
        assert!(Letters::Small.height(&longer.rows[0][0], 100) <= HIGHEST);
        assert_eq!(letters(&longer.rows[1][0], 100), Letters::Usual);
    }
}
