//! The markup of a word processor's document: paragraphs, runs, tables, links inside the document.
//!
//! Everything printed passes [`escaped`], so no word of an article becomes markup.

pub(super) use crate::export::direction::runs_leftward;
use crate::export::direction::{ISOLATE, POP, RIGHTWARD, is_right_to_left};

/// Characters that XML can hold, with those that mean something to it written out.
pub(super) fn escaped(words: &str) -> String {
    let mut safe = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\n' | '\r' | '\t' | '\u{C}' => safe.push(' '),
            '\u{0}'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            _ => safe.push(character),
        }
    }
    safe
}

/// Words in one look, parted where their script turns and where words are isolated.
pub(super) fn run(words: &str, look: &str) -> String {
    let mut runs = String::new();
    let mut part = String::new();
    let whole = runs_leftward(words);
    let mut leftward = whole;
    // The direction behind each isolate that is open.
    let mut around = Vec::new();
    let mut rest = words.chars();
    while let Some(character) = rest.next() {
        let begins = matches!(character, ISOLATE | RIGHTWARD);
        let turns = character.is_alphabetic() && is_right_to_left(character) != leftward;
        if begins || turns {
            runs.push_str(&one_run(&part, look, leftward));
            part.clear();
            if begins {
                around.push(leftward);
            }
            leftward = match character {
                RIGHTWARD => false,
                ISOLATE => runs_leftward(rest.as_str()),
                _ => !leftward,
            };
        }
        part.push(character);
        if character == POP {
            runs.push_str(&one_run(&part, look, leftward));
            part.clear();
            leftward = around.pop().unwrap_or(whole);
        }
    }
    runs.push_str(&one_run(&part, look, leftward));
    runs
}

fn one_run(words: &str, look: &str, leftward: bool) -> String {
    if words.is_empty() {
        return String::new();
    }
    let rtl = if leftward { "<w:rtl/>" } else { "" };
    format!(
        "<w:r><w:rPr>{look}{rtl}</w:rPr><w:t xml:space=\"preserve\">{}</w:t></w:r>",
        escaped(words)
    )
}

/// Looks of a run, in the order in which the standard wants their elements.
pub(super) const PLAIN: &str = "";
pub(super) const BOLD: &str = "<w:b/><w:bCs/>";
pub(super) const SOFT: &str = "<w:color w:val=\"5C616B\"/>";
pub(super) const MARKED: &str =
    "<w:b/><w:bCs/><w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"FDF0C4\"/>";

/// A paragraph of runs in a style; its direction is that of `first`.
pub(super) fn paragraph(style: &str, first: &str, runs: &str) -> String {
    turned(style, runs_leftward(first), runs)
}

/// The same, with its direction told.
pub(super) fn turned(style: &str, leftward: bool, runs: &str) -> String {
    let bidi = if leftward { "<w:bidi/>" } else { "" };
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{bidi}</w:pPr>{runs}</w:p>")
}

/// The same in a table, whose columns all begin on the left: at the end of a line that runs to the left.
fn in_cell(style: &str, first: &str, runs: &str) -> String {
    let aligned = if runs_leftward(first) {
        "<w:bidi/><w:jc w:val=\"right\"/>"
    } else {
        ""
    };
    format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{aligned}</w:pPr>{runs}</w:p>")
}

/// A paragraph of plain words.
pub(super) fn words(style: &str, words: &str) -> String {
    paragraph(style, words, &run(words, PLAIN))
}

/// A place that links can lead to.
pub(super) fn bookmark(number: usize, name: &str) -> String {
    format!(
        "<w:bookmarkStart w:id=\"{number}\" w:name=\"{name}\"/><w:bookmarkEnd w:id=\"{number}\"/>"
    )
}

/// Words that lead to a place of this document.
pub(super) fn link(name: &str, words: &str, look: &str) -> String {
    let runs = run(words, &format!("<w:rStyle w:val=\"Link\"/>{look}"));
    format!("<w:hyperlink w:anchor=\"{name}\" w:history=\"1\">{runs}</w:hyperlink>")
}

/// A cell: the words that give its direction, and its runs.
pub(super) type Cell = (String, String);

/// A cell of plain words.
pub(super) fn cell(words: &str) -> Cell {
    (words.to_owned(), run(words, PLAIN))
}

/// A table with a head that is repeated on every page; `widths` are shares of the page in thousandths.
pub(super) fn table(head: &[&str], widths: &[u32], rows: &[Vec<Cell>]) -> String {
    /// Text width in twentieths of a point: A4 less the margins, which also fits on Letter.
    const WIDTH: u32 = 9_400;
    let widths: Vec<u32> = widths.iter().map(|share| share * WIDTH / 1000).collect();
    let columns = widths
        .iter()
        .map(|width| format!("<w:gridCol w:w=\"{width}\"/>"));
    let grid = columns.collect::<Vec<_>>().concat();
    let row = |cells: &[Cell], kind: &str, style: &str| {
        let cells = cells
            .iter()
            .zip(&widths)
            .map(|((first, runs), width)| {
                format!(
                    "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>",
                    in_cell(style, first, runs)
                )
            })
            .collect::<Vec<_>>()
            .concat();
        format!("<w:tr><w:trPr><w:cantSplit/>{kind}</w:trPr>{cells}</w:tr>")
    };
    let names: Vec<Cell> = head
        .iter()
        .map(|name| ((*name).to_owned(), run(name, "")))
        .collect();
    let mut table = format!(
        "<w:tbl><w:tblPr><w:tblStyle w:val=\"Grid\"/><w:tblW w:w=\"{WIDTH}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
    );
    table.push_str(&row(&names, "<w:tblHeader/>", "CellHead"));
    for cells in rows {
        table.push_str(&row(cells, "", "Cell"));
    }
    // Two tables without a paragraph between them would become one.
    table.push_str("</w:tbl>");
    table.push_str(&words("After", ""));
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_never_become_markup() {
        assert_eq!(
            escaped("<w:p>&\u{0}\u{B}\u{C}\"x\""),
            "&lt;w:p&gt;&amp; &quot;x&quot;"
        );
    }

    #[test]
    fn a_line_is_parted_where_its_script_turns() {
        let runs = run("The word עיזים means goats", PLAIN);
        assert_eq!(runs.matches("<w:r>").count(), 3, "{runs}");
        assert_eq!(runs.matches("<w:rtl/>").count(), 1, "{runs}");
        let runs = run("\u{2068}עיזים 5\u{2069}: 12 goats", PLAIN);
        assert_eq!(runs.matches("<w:r>").count(), 2, "{runs}");
        assert!(runs.contains("preserve\">: 12 goats<"), "{runs}");
        assert!(paragraph("Body", "עיזים 5", "").contains("<w:bidi/>"));
        let runs = run("חולצו \u{2066}14–16\u{2069} עיזים", PLAIN);
        assert_eq!(runs.matches("<w:r>").count(), 3, "{runs}");
        assert_eq!(runs.matches("<w:rtl/>").count(), 2, "{runs}");
    }
}
