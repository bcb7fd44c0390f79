//! A caret in the text: moving about, selecting and copying by the keyboard alone.

use egui::{Event, EventFilter, Key, Rect, Response, Ui, vec2};

use super::column::{Reader, Seen};
use super::paint;
use super::select::{Selection, caret};
use super::state::ReaderState;
use super::steps::Stand;
use super::style::ReaderStyle;
use super::walk::{Step, place_of, standing, take};
use crate::text::{Span, Text};

/// The caret; it stands at the head of the selection, which may be empty.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Caret {
    /// Its piece and its place there, once it has moved by what is seen.
    pub stand: Option<(usize, Stand)>,
    /// The distance from the left that steps up and down keep to.
    pub wished: Option<f32>,
}

impl ReaderState {
    /// Whether a caret moves in the text.
    pub fn has_caret(&self, ctx: &egui::Context) -> bool {
        let focused = ctx.memory(egui::Memory::focused);
        self.caret.is_some() && (self.wants_focus || focused.is_some() && focused == self.column)
    }

    /// Puts a caret at the end of `span`, which is selected unless it is empty.
    pub fn put_caret(&mut self, span: Span) {
        self.select(span);
        self.caret = Some(Caret::default());
        self.wants_focus = true;
        self.offers_claim = false;
    }

    /// Takes the caret away and leaves the selection.
    pub fn leave_caret(&mut self, ctx: &egui::Context) {
        self.caret = None;
        self.wants_focus = false;
        if let Some(column) = self.column {
            ctx.memory_mut(|memory| memory.surrender_focus(column));
        }
    }

    /// The first byte of the text that is in sight.
    pub fn top(&self) -> usize {
        let piece = self.pieces.get(self.heights.at(self.offset.max(0.0)));
        piece.map_or(0, |piece| piece.bytes.start)
    }

    /// Where the caret stands; an empty span of the text.
    pub fn caret(&self) -> Option<Span> {
        let text = self.text()?;
        self.caret?;
        Some(caret(text, ends(self.selection?).1))
    }
}

/// Where a selection was begun and where it is now.
pub(super) fn ends(selection: Selection) -> (usize, usize) {
    let Selection { anchor, head } = selection;
    if !head.is_empty() {
        return (head.start(), head.end());
    }
    let backwards = head.start() < anchor.end();
    let from = if backwards {
        anchor.end()
    } else {
        anchor.start()
    };
    (from, head.start())
}

/// Keys of the caret, before anything is drawn.
pub(super) fn keys(ui: &Ui, reader: &Reader<'_>, state: &mut ReaderState, above: f32) {
    if !state.has_caret(ui.ctx()) {
        return;
    }
    let mut steps = Vec::new();
    let mut leaves = false;
    ui.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } = event
            else {
                return true;
            };
            if *key == Key::Escape {
                leaves = true;
                return false;
            }
            let step = Step::of(*key, modifiers.command).filter(|_| !modifiers.alt);
            steps.extend(step.map(|step| (step, modifiers.shift)));
            step.is_none()
        });
    });
    for (step, extend) in steps {
        take(ui, reader, state, step, extend, above);
    }
    if leaves {
        state.clear_selection();
        state.leave_caret(ui.ctx());
    }
}

/// Scrolls as little as need be.
pub(super) fn keep_in_sight(
    ui: &Ui,
    reader: &Reader<'_>,
    state: &mut ReaderState,
    byte: usize,
    above: f32,
) {
    let Some((piece, stand, paragraph)) = standing(ui, reader, state, byte) else {
        return;
    };
    let line = paragraph.height() / paragraph.lines.len().max(1) as f32;
    let y = state.heights.top(piece) + state.gap(piece) + stand.at.y;
    let (upper, lower) = (y - line, 2.5_f32.mul_add(line, y) - state.window);
    state.offset = state.offset.min(upper).max(lower).max(-above);
}

/// Takes the focus where it is wanted, and keeps the keys of the caret from moving it.
pub(super) fn hold_focus(ui: &Ui, state: &mut ReaderState, column: &Response) {
    state.column = Some(column.id);
    if std::mem::take(&mut state.wants_focus) {
        column.request_focus();
    }
    if state.caret.is_some() && column.has_focus() {
        let filter = EventFilter {
            tab: false,
            horizontal_arrows: true,
            vertical_arrows: true,
            escape: true,
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(column.id, filter));
    }
}

/// Draws the caret, or a frame about the column where the keyboard is on it without one.
pub(super) fn caret_ui(
    ui: &Ui,
    style: &ReaderStyle,
    state: &ReaderState,
    seen: &[Seen],
    column: &Response,
) {
    if !column.has_focus() {
        return;
    }
    let (Some(caret), Some(selection)) = (state.caret, state.selection) else {
        let frame = column.rect.shrink(2.0);
        let stroke = egui::Stroke::new(1.5, style.accent);
        ui.painter()
            .rect_stroke(frame, 4.0, stroke, egui::StrokeKind::Inside);
        return;
    };
    let byte = ends(selection).1;
    let Some(piece) = seen
        .iter()
        .rev()
        .find(|piece| piece.start <= byte && byte <= piece.end)
    else {
        return;
    };
    let inside = byte - piece.start;
    let known = caret.stand.filter(|(at, stand)| {
        let bytes = state.pieces.get(*at).map(|piece| piece.bytes.start);
        bytes == Some(piece.start) && stand.byte == inside
    });
    let at = known.map_or_else(
        || place_of(&piece.paragraph, inside, piece.end - piece.start),
        |(_, stand)| stand.at,
    );
    let line = piece.paragraph.height() / piece.paragraph.lines.len().max(1) as f32;
    let line = paint::words(Rect::from_min_size(
        piece.at + at.to_vec2(),
        vec2(0.0, line),
    ));
    let place = Rect::from_center_size(line.center(), vec2(2.0, line.height()));
    ui.painter().rect_filled(place, 0.0, style.accent);
}

/// What a screen reader says of the caret: what is selected, or the word it stands at.
pub(super) fn spoken(text: &Text, state: &ReaderState) -> Option<String> {
    let here = state.caret()?;
    let span = state
        .selection()
        .unwrap_or_else(|| super::select::word_at(text, here.start()));
    Some(text.slice(span).to_owned())
}
