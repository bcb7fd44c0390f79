//! An article as pieces to set: title, headings, paragraphs.

use std::ops::Range;

use crate::import::is_credit;
use crate::text::Text;

/// Bytes laid out at once; a longer paragraph is set in several pieces, so that a page without line ends costs no
/// more than any other.
const LONGEST: usize = 6_000;

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PieceKind {
    /// The headline, where the text begins with it.
    Title,
    /// A short line above paragraphs.
    Heading,
    /// A paragraph.
    Body,
}

/// A stretch of text set as one block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Bytes of the text, without the line end.
    pub bytes: Range<usize>,
    /// What it is.
    pub kind: PieceKind,
    /// Whether it goes on where the piece before it ends.
    pub continues: bool,
    /// Number of characters.
    pub chars: usize,
}

/// Every line that is not blank, in order; `title` is the headline as the article's data has it.
pub(super) fn outline(text: &Text, title: Option<&str>) -> Vec<Piece> {
    let lines = lines(text.as_str());
    let mut pieces: Vec<Piece> = Vec::with_capacity(lines.len());
    for (at, (bytes, line)) in lines.iter().enumerate() {
        let is_title = at == 0 && title.is_some_and(|title| title.trim() == line.trim());
        let after_heading = pieces
            .last()
            .is_some_and(|piece| piece.kind == PieceKind::Heading);
        let next = lines.get(at + 1).map(|(_, line)| *line);
        let kind = if is_title {
            PieceKind::Title
        } else if !after_heading && is_heading(line, next) && !(at < CREDITS && is_credit(line)) {
            PieceKind::Heading
        } else {
            PieceKind::Body
        };
        let mut start = bytes.start;
        for piece in cut(line) {
            pieces.push(Piece {
                bytes: start..start + piece.len(),
                kind,
                continues: start > bytes.start,
                chars: piece.chars().count(),
            });
            start += piece.len();
        }
    }
    pieces
}

/// Lines that are not blank, with their places.
fn lines(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut start = 0;
    let mut lines = Vec::new();
    for line in text.split('\n') {
        if !line.trim().is_empty() {
            lines.push((start..start + line.len(), line));
        }
        start += line.len() + 1;
    }
    lines
}

/// Lines at the beginning that may tell author and day, which are no headings.
const CREDITS: usize = 8;

/// A short line without a full stop above a much longer one.
fn is_heading(line: &str, next: Option<&str>) -> bool {
    const MOST: usize = 90;
    if line.len() > 4 * MOST {
        return false;
    }
    let chars = line.trim().chars().count();
    let open_end = line
        .trim()
        .chars()
        .next_back()
        .is_some_and(char::is_alphanumeric);
    let first = line.chars().find(|c| !c.is_whitespace());
    let begins = first.is_some_and(|c| c.is_numeric() || (c.is_alphabetic() && !c.is_lowercase()));
    chars <= MOST
        && open_end
        && begins
        && next.is_some_and(|next| next.chars().count() > chars.max(40) * 2)
}

/// The line in pieces of at most [`LONGEST`] bytes, cut after a space where there is one.
fn cut(line: &str) -> Vec<&str> {
    let mut rest = line;
    let mut pieces = Vec::new();
    while rest.len() > LONGEST {
        let most = rest.floor_char_boundary(LONGEST);
        let head = rest.get(..most).unwrap_or_default();
        let at = head.rfind(' ').map_or(most, |space| space + 1);
        let (piece, tail) = rest.split_at(at);
        pieces.push(piece);
        rest = tail;
    }
    pieces.push(rest);
    pieces
}

#[cfg(test)]
mod tests {
    use super::PieceKind::{Body, Heading, Title};
    use super::*;

    #[test]
    fn a_short_line_above_a_long_one_is_a_heading() {
        let text = Text::verbatim(
            "Ferries stopped\n\nNo ferry left the harbour on Sunday, and the port authority said that none would before \
             the wind had dropped.\nWhat is known\nThe storm came ashore at noon. It took roofs off sheds, felled trees \
             across three roads and left the island without power.\nNo one was hurt.",
        );
        let kinds: Vec<_> = outline(&text, Some("Ferries stopped"))
            .iter()
            .map(|piece| piece.kind)
            .collect();
        assert_eq!(kinds, [Title, Body, Heading, Body, Body]);
    }

    #[test]
    fn author_and_day_are_no_headings() {
        let text = Text::verbatim(
            "Ferries stopped\nBy Ida Moor\n27 September 2022\nNo ferry left the harbour on Sunday, and the port authority \
             said that none would before the wind had dropped.",
        );
        let kinds: Vec<_> = outline(&text, Some("Ferries stopped"))
            .iter()
            .map(|piece| piece.kind)
            .collect();
        assert_eq!(kinds, [Title, Body, Body, Body]);
    }

    #[test]
    fn a_page_without_line_ends_is_set_in_pieces_that_are_the_page() {
        let page = "twelve boats ".repeat(2_000);
        let text = Text::verbatim(&page);
        let pieces = outline(&text, None);
        assert!(pieces.iter().all(|piece| piece.bytes.len() <= LONGEST));
        assert!(pieces.iter().skip(1).all(|piece| piece.continues));
        let whole: String = pieces
            .iter()
            .map(|piece| page.get(piece.bytes.clone()).unwrap_or_default())
            .collect();
        assert_eq!(whole, page);
    }
}
