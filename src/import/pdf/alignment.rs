//! Which way the lines of a page run that hold words of both directions. A program that does not know of right and left
//! sets Hebrew or Arabic lines as if they ran to the right, and then their runs follow one another that way; the mark
//! at the end of a sentence shows it, for it stands at the end of its line.

use super::glyphs::{Glyph, Length};
use super::order::{self, Setting};

/// Marks at the end of a line.
const MARKS: [&str; 6] = [".", ",", ";", ":", "!", "?"];

/// What a row shows.
struct Row {
    /// All but a few of its letters run to the left; more than half of them.
    clear: bool,
    most: bool,
    /// Whether it ends on the right by its mark, or on the left.
    ends_right: Option<bool>,
    has_letters: bool,
    left: Length,
    right: Length,
    size: Length,
}

impl Row {
    /// Whether both end at one edge on the right.
    fn ends_with(&self, other: &Self) -> bool {
        (self.right - other.right).abs() * 2 <= self.size
    }
}

/// What the page tells of the order of each of its rows.
pub(super) fn settings(rows: &[Vec<Glyph>]) -> Vec<Setting> {
    let leftward = order::is_leftward(rows.iter().flatten().map(|glyph| glyph.text.as_str()));
    let rows: Vec<Row> = rows.iter().map(|row| seen(row)).collect();
    let ending = |right: bool| {
        let clear = rows.iter().filter(|row| row.clear);
        clear.filter(|row| row.ends_right == Some(right)).count()
    };
    let rightward = leftward && ending(true) > ending(false);
    let clear: Vec<&Row> = rows.iter().filter(|row| row.clear).collect();
    let is_short = |row: &Row| {
        let column = clear.iter().filter(|other| row.ends_with(other));
        let edge = column.map(|other| other.left).min();
        row.has_letters && edge.is_some_and(|edge| row.left - edge > 2 * row.size)
    };
    rows.iter()
        .map(|row| Setting {
            leftward,
            runs_left: match row.ends_right {
                _ if rightward => Some(false),
                // A short line at the right edge of words to the left runs as they do, whatever its words are.
                _ if leftward && !row.most && is_short(row) => Some(true),
                // Signs and figures alone end in a mark on the left where they do so.
                Some(false) if leftward && !row.has_letters => Some(true),
                Some(right) if !leftward && row.most => Some(!right),
                _ => None,
            },
        })
        .collect()
}

fn seen(row: &[Glyph]) -> Row {
    let mut inked: Vec<&Glyph> = row.iter().collect();
    inked.retain(|glyph| !glyph.text.trim().is_empty());
    inked.sort_by_key(|glyph| glyph.left);
    let (clear, most) = order::share_of_leftward(inked.iter().map(|glyph| glyph.text.as_str()));
    let is_mark =
        |glyph: Option<&&Glyph>| glyph.is_some_and(|glyph| MARKS.contains(&glyph.text.as_str()));
    let ends_right = match (is_mark(inked.first()), is_mark(inked.last())) {
        (true, false) => Some(false),
        (false, true) => Some(true),
        _ => None,
    };
    Row {
        clear,
        most,
        ends_right,
        has_letters: inked
            .iter()
            .any(|glyph| glyph.text.contains(char::is_alphabetic)),
        left: inked.first().map_or(0, |glyph| glyph.left),
        right: inked.iter().map(|glyph| glyph.right).max().unwrap_or(0),
        size: inked.iter().map(|glyph| glyph.size).max().unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::set;
    use super::*;

    #[test]
    fn a_short_line_at_the_edge_on_the_right_runs_to_the_left() {
        let words = ["רדעה לכ תא הרפס הנשיה הווחה", "(Goat Union) יפל", "Goats"];
        let left = |words: &str| 500 * Length::try_from(40 - words.chars().count()).unwrap_or(0);
        let rows = (0..).zip(words);
        let mut rows: Vec<_> = rows
            .map(|(nth, words)| set(words, left(words), nth * 1200))
            .collect();
        rows.push(set("Forty goats", 0, 4800));
        let run: Vec<_> = settings(&rows).iter().map(|it| it.runs_left).collect();
        assert_eq!(run, [None, Some(true), Some(true), None]);
    }

    #[test]
    fn a_line_without_letters_runs_as_its_mark_shows() {
        let words = ["רדעה לכ תא הרפס הנשיה הווחה", ".(₪ 900", "1,250 ₪"];
        let rows = (0..).zip(words);
        let rows: Vec<_> = rows.map(|(nth, words)| set(words, 0, nth * 1200)).collect();
        let run: Vec<_> = settings(&rows).iter().map(|it| it.runs_left).collect();
        assert_eq!(run, [None, Some(true), None]);
    }

    #[test]
    fn the_mark_at_the_end_shows_which_way_lines_run() {
        let runs_left = |words: [&str; 3]| {
            let rows = (0..).zip(words);
            let rows: Vec<_> = rows.map(|(nth, words)| set(words, 0, nth * 1200)).collect();
            settings(&rows).first().map(|it| it.runs_left)
        };
        assert_eq!(
            runs_left(["רדעה", "ורזח םיזע.", "ורבע."]),
            Some(Some(false))
        );
        assert_eq!(runs_left(["רדעה", ".ורזח םיזע", "ורבע"]), Some(None));
    }
}
