//! Steps of the caret through an article: along rows, over their edges, from paragraph to paragraph.

use std::sync::Arc;

use egui::{Key, Ui};

use super::caret::{Caret, ends, keep_in_sight};
use super::column::Reader;
use super::paragraph::Paragraph;
use super::select::{Selection, caret, word_step};
use super::state::ReaderState;
use super::steps::Stand;

/// Where a key takes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Side { right: bool },
    Word { right: bool },
    Row { down: bool },
    Page { down: bool },
    EndOfRow { end: bool },
    EndOfText { end: bool },
}

impl Step {
    /// What an arrow or its like means.
    pub(super) const fn of(key: Key, by_word: bool) -> Option<Self> {
        Some(match key {
            Key::ArrowLeft | Key::ArrowRight => {
                let right = matches!(key, Key::ArrowRight);
                if by_word {
                    Self::Word { right }
                } else {
                    Self::Side { right }
                }
            }
            Key::ArrowUp => Self::Row { down: false },
            Key::ArrowDown => Self::Row { down: true },
            Key::PageUp => Self::Page { down: false },
            Key::PageDown => Self::Page { down: true },
            Key::Home | Key::End => {
                let end = matches!(key, Key::End);
                if by_word {
                    Self::EndOfText { end }
                } else {
                    Self::EndOfRow { end }
                }
            }
            _ => return None,
        })
    }
}

/// Takes one step.
pub(super) fn take(
    ui: &Ui,
    reader: &Reader<'_>,
    state: &mut ReaderState,
    step: Step,
    extend: bool,
    above: f32,
) {
    let (Some(known), Some(selection)) = (state.caret, state.selection) else {
        return;
    };
    let (anchor, head) = ends(selection);
    let selected = state.selection();
    let mut wished = None;
    let target = match (step, selected) {
        // What is selected is left at the side the arrow points to.
        (Step::Side { right }, Some(span)) if !extend => {
            let rtl = standing(ui, reader, state, head).is_some_and(|(_, _, p)| p.rtl);
            Target::Byte(if right == rtl {
                span.start()
            } else {
                span.end()
            })
        }
        (Step::Word { right }, _) => {
            let rtl = standing(ui, reader, state, head).is_some_and(|(_, _, p)| p.rtl);
            Target::Byte(word_step(reader.text, head, right != rtl))
        }
        (Step::EndOfText { end }, _) => Target::Byte(if end { reader.text.len() } else { 0 }),
        _ => {
            let Some((piece, mut stand, paragraph)) = standing(ui, reader, state, head) else {
                return;
            };
            if let Some((_, known)) = known.stand.filter(|(at, known)| {
                *at == piece && known.byte == stand.byte && known.at.y < paragraph.height()
            }) {
                stand = known;
            }
            let x = known.wished.unwrap_or(stand.at.x);
            let here = (piece, stand, paragraph);
            let found = match step {
                Step::Row { down } => {
                    wished = Some(x);
                    row_beside(ui, reader, state, &here, down, x)
                }
                Step::Page { down } => {
                    wished = Some(x);
                    page_beside(ui, reader, state, here, down, x)
                }
                Step::EndOfRow { end } => {
                    let row = here.2.row_at(stand.at.y);
                    let stand = if end {
                        here.2.row_end(row)
                    } else {
                        here.2.row_start(row)
                    };
                    Some((piece, stand))
                }
                Step::Side { right } => side(ui, reader, state, &here, right),
                Step::Word { .. } | Step::EndOfText { .. } => None,
            };
            match found {
                Some((piece, stand)) => Target::Seen(piece, stand),
                None => return,
            }
        }
    };
    let (byte, stand) = match target {
        Target::Byte(byte) => (byte, None),
        Target::Seen(piece, stand) => {
            let start = state.pieces.get(piece).map_or(0, |piece| piece.bytes.start);
            (start + stand.byte, Some((piece, stand)))
        }
    };
    let to = caret(reader.text, byte);
    let anchor = if extend {
        caret(reader.text, anchor)
    } else {
        to
    };
    state.selection = Some(Selection { anchor, head: to });
    state.caret = Some(Caret { stand, wished });
    // The bar at the bottom names the key; a button would hide the lines the caret goes to.
    state.offers_claim = false;
    keep_in_sight(ui, reader, state, to.start(), above);
}

enum Target {
    Byte(usize),
    Seen(usize, Stand),
}

/// A piece of text, a place in it, its layout.
type Standing = (usize, Stand, Arc<Paragraph>);

fn laid_out(
    ui: &Ui,
    reader: &Reader<'_>,
    state: &mut ReaderState,
    piece: usize,
) -> Option<Arc<Paragraph>> {
    ui.ctx()
        .fonts_mut(|fonts| state.paragraph(fonts, piece, reader.marks))
}

/// Where a byte of the text is seen.
pub(super) fn standing(
    ui: &Ui,
    reader: &Reader<'_>,
    state: &mut ReaderState,
    byte: usize,
) -> Option<Standing> {
    let piece = state.piece_of(byte);
    let bytes = state.pieces.get(piece)?.bytes.clone();
    let paragraph = laid_out(ui, reader, state, piece)?;
    let inside = byte.clamp(bytes.start, bytes.end) - bytes.start;
    let stand = Stand {
        byte: inside,
        at: place_of(&paragraph, inside, bytes.len()),
    };
    Some((piece, stand, paragraph))
}

/// The last caret of a paragraph is after its last letter, all others are before theirs.
pub(super) fn place_of(paragraph: &Paragraph, byte: usize, len: usize) -> egui::Pos2 {
    if byte == len {
        paragraph.caret_after(byte)
    } else {
        paragraph.caret(byte)
    }
}

/// One letter on, by what is seen; over the edge of a row to the row that is read next or was read before.
fn side(
    ui: &Ui,
    reader: &Reader<'_>,
    state: &mut ReaderState,
    (piece, stand, paragraph): &Standing,
    right: bool,
) -> Option<(usize, Stand)> {
    if let Some(beside) = paragraph.beside(stand.at, right) {
        return Some((*piece, beside));
    }
    let row = paragraph.row_at(stand.at.y);
    if right != paragraph.rtl {
        if row + 1 < paragraph.lines.len() {
            return Some((*piece, paragraph.row_start(row + 1)));
        }
        let next = laid_out(ui, reader, state, piece + 1)?;
        return Some((piece + 1, next.row_start(0)));
    }
    if row > 0 {
        return Some((*piece, paragraph.row_end(row - 1)));
    }
    let before = piece.checked_sub(1)?;
    let paragraph = laid_out(ui, reader, state, before)?;
    Some((
        before,
        paragraph.row_end(paragraph.lines.len().saturating_sub(1)),
    ))
}

/// The row below or above, as near to `x` as can be; at the last one its end.
fn row_beside(
    ui: &Ui,
    reader: &Reader<'_>,
    state: &mut ReaderState,
    (piece, stand, paragraph): &Standing,
    down: bool,
    x: f32,
) -> Option<(usize, Stand)> {
    let row = paragraph.row_at(stand.at.y);
    let last = paragraph.lines.len().saturating_sub(1);
    if down && row < last {
        return Some((*piece, paragraph.in_row(row + 1, x)));
    }
    if !down && row > 0 {
        return Some((*piece, paragraph.in_row(row - 1, x)));
    }
    let other = if down {
        Some(piece + 1).filter(|next| *next < state.pieces.len())
    } else {
        piece.checked_sub(1)
    };
    let Some(other) = other else {
        let edge = if down {
            paragraph.row_end(last)
        } else {
            paragraph.row_start(0)
        };
        return Some((*piece, edge));
    };
    let paragraph = laid_out(ui, reader, state, other)?;
    let row = if down {
        0
    } else {
        paragraph.lines.len().saturating_sub(1)
    };
    Some((other, paragraph.in_row(row, x)))
}

/// As many rows down or up as the window shows.
fn page_beside(
    ui: &Ui,
    reader: &Reader<'_>,
    state: &mut ReaderState,
    mut here: Standing,
    down: bool,
    x: f32,
) -> Option<(usize, Stand)> {
    let top =
        |state: &ReaderState, at: &Standing| state.heights.top(at.0) + state.gap(at.0) + at.1.at.y;
    let from = top(state, &here);
    loop {
        let (piece, stand) = row_beside(ui, reader, state, &here, down, x)?;
        let same = (piece, stand.byte) == (here.0, here.1.byte);
        here = (piece, stand, laid_out(ui, reader, state, piece)?);
        if same || (top(state, &here) - from).abs() >= state.window * 0.85 {
            return Some((here.0, here.1));
        }
    }
}
