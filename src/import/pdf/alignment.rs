//! Which way the lines of a page run that hold words of both directions. A program that does not know of right and left
//! sets Hebrew or Arabic lines as if they ran to the right, and then their runs follow one another that way; the mark
//! at the end of a sentence shows it, for it stands at the end of its line.

use super::glyphs::Glyph;
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
    rows.iter()
        .map(|row| Setting {
            leftward,
            runs_left: match row.ends_right {
                _ if rightward => Some(false),
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
    }
}

#[cfg(test)]
mod tests {
    use super::super::line::tests::set;
    use super::*;

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
