//! Pointer and keys in the column: selecting, copying, dragging the ends of a claim, scrolling.

use egui::{
    Button, CursorIcon, Event, Key, Modifiers, PointerButton, Pos2, Rect, Response, Role, Sense,
    Ui, WidgetInfo, vec2,
};

use super::super::widget;
use super::caret::Caret;
use super::column::{Reader, ReaderResponse, Seen};
use super::paint;
use super::select::{Selection, caret, line_at, snapped, word_at};
use super::state::{ReaderState, Resizing};
use super::style::ReaderStyle;
use crate::text::{Span, Text};

/// The byte of the text nearest to a place on the screen.
fn byte_at(seen: &[Seen], at: Pos2) -> Option<usize> {
    let below = seen.partition_point(|piece| piece.at.y <= at.y);
    let piece = seen.get(below.saturating_sub(1))?;
    let inside = (at - piece.at).to_pos2();
    if inside.y > piece.paragraph.height() + paint::words(Rect::ZERO).height() && below < seen.len()
    {
        // In the gap between two pieces: the end of the upper one.
        return Some(piece.end);
    }
    Some(piece.start + piece.paragraph.byte_at(inside))
}

/// Follows the pointer: drag, double and triple click, Shift and click; and the keys that copy and select all.
pub(super) fn select(
    ui: &Ui,
    text: &Text,
    state: &mut ReaderState,
    seen: &[Seen],
    column: &Response,
) {
    let at = |at: Pos2| byte_at(seen, at);
    let pointed = column.interact_pointer_pos().and_then(at);
    let shift = ui.input(|input| input.modifiers.shift);
    if column.triple_clicked() {
        if let Some(byte) = pointed {
            state.select(line_at(text, byte));
        }
    } else if column.double_clicked() {
        if let Some(byte) = pointed {
            state.select(word_at(text, byte));
        }
    } else if column.clicked() {
        match (pointed, &mut state.selection) {
            (Some(byte), Some(selection)) if shift => selection.head = caret(text, byte),
            (Some(byte), _) => state.put_caret(caret(text, byte)),
            // Pressed by the keyboard.
            (None, _) => state.put_caret(caret(text, seen.first().map_or(0, |piece| piece.start))),
        }
    }
    if column.drag_started_by(PointerButton::Primary) && state.resizing.is_none() {
        let origin = ui.input(|input| input.pointer.press_origin()).and_then(at);
        if let (Some(byte), false) = (origin, shift && state.selection.is_some()) {
            let anchor = caret(text, byte);
            state.selection = Some(Selection {
                anchor,
                head: anchor,
            });
        }
        column.request_focus();
    }
    if column.dragged_by(PointerButton::Primary) && state.resizing.is_none() {
        if let (Some(byte), Some(selection)) = (pointed, &mut state.selection) {
            selection.head = caret(text, byte);
        }
        scroll_at_the_edge(ui, column);
    }
    let settled = column.drag_stopped()
        || column.double_clicked()
        || column.triple_clicked()
        || (column.clicked() && shift);
    if settled && state.selection.is_some() {
        // What was selected by the pointer goes on by the keyboard.
        state.caret = Some(Caret::default());
        column.request_focus();
    }
    state.offers_claim =
        state.selection().is_some() && (state.offers_claim || settled) && !column.dragged();
    keys(ui, text, state, column);
}

fn keys(ui: &Ui, text: &Text, state: &mut ReaderState, column: &Response) {
    if !is_ours(ui, column) {
        return;
    }
    if let Some(span) = state.selection()
        && ui.input(|input| {
            input
                .events
                .iter()
                .any(|event| matches!(event, Event::Copy | Event::Cut))
        })
    {
        ui.ctx().copy_text(text.slice(span).to_owned());
    }
    if column.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::A)) {
        state.select(text.whole());
    }
    if state.selection.is_some()
        && column.has_focus()
        && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape))
    {
        state.clear_selection();
    }
}

/// Whether keys are meant for the column: nothing else has the focus.
fn is_ours(ui: &Ui, column: &Response) -> bool {
    ui.memory(egui::Memory::focused)
        .is_none_or(|focused| focused == column.id)
}

/// A selection dragged beyond the window takes the window along.
fn scroll_at_the_edge(ui: &Ui, column: &Response) {
    let Some(pointer) = column.interact_pointer_pos() else {
        return;
    };
    let window = ui.clip_rect();
    let beyond = (pointer.y - window.max.y).max(0.0) - (window.min.y - pointer.y).max(0.0);
    if beyond != 0.0 {
        let step = beyond.clamp(-80.0, 80.0) * 10.0 * ui.input(|input| input.stable_dt).min(0.1);
        ui.scroll_with_delta_animation(vec2(0.0, -step), egui::style::ScrollAnimation::none());
        ui.ctx().request_repaint();
    }
}

/// Page keys and the ends of the article, while nobody is typing.
pub(super) fn scroll_by_keys(ui: &Ui, state: &mut ReaderState) {
    if widget::keys_are_taken(ui) {
        return;
    }
    let page = state.window * 0.88;
    let total = state.heights.total();
    let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Modifiers::NONE, Key::PageDown) {
        state.offset += page;
    } else if pressed(Modifiers::NONE, Key::PageUp) {
        state.offset -= page;
    } else if pressed(Modifiers::COMMAND, Key::Home) {
        state.offset = -total;
    } else if pressed(Modifiers::COMMAND, Key::End) {
        state.offset = total;
    }
}

/// What lies above the words: grips, the button that adds a claim, the menu, the pointer's shape.
pub(super) fn finish(
    ui: &mut Ui,
    reader: &Reader<'_>,
    style: &ReaderStyle,
    state: &mut ReaderState,
    seen: &[Seen],
    column: &Response,
    response: &mut ReaderResponse,
) {
    if column.clicked() && response.clicked.is_none() {
        response.clicked = response.hovered;
    }
    if response.hovered.is_some() && !column.dragged() {
        ui.ctx().set_cursor_icon(CursorIcon::PointingHand);
    } else if column.contains_pointer() {
        ui.ctx().set_cursor_icon(CursorIcon::Text);
    }
    grips(ui, reader, style, state, seen, response);
    if column.secondary_clicked() {
        state.menu_of = response.hovered;
    }
    if let Some(claim) = state.menu_of {
        // The lines of a claim after its first are words of the column.
        response.asks_for_menu(claim, column);
    }
    if let (Some(selection), true) = (state.selection(), state.offers_claim) {
        offer(ui, reader, state, seen, selection, column.rect, response);
    }
    if let (Some(selection), None) = (state.selection(), state.menu_of) {
        let mut copy = false;
        let mut add = false;
        column.context_menu(|ui| {
            copy = ui.button("Copy").clicked();
            add = ui.button(reader.add_label).clicked();
        });
        if copy {
            ui.ctx().copy_text(reader.text.slice(selection).to_owned());
        }
        if add {
            response.add_claim = Some(selection);
        }
    }
    if response.add_claim.is_some() {
        state.clear_selection();
    }
}

/// The button beside a selection that makes a claim of it.
fn offer(
    ui: &mut Ui,
    reader: &Reader<'_>,
    state: &ReaderState,
    seen: &[Seen],
    selection: Span,
    area: Rect,
    response: &mut ReaderResponse,
) {
    let head = state
        .selection
        .map_or(selection, |selection| selection.head);
    let at_start = head.start() == selection.start() && !head.contains(selection);
    let byte = if at_start {
        selection.start()
    } else {
        selection.end()
    };
    let Some(piece) = seen
        .iter()
        .rev()
        .find(|piece| piece.start <= byte && byte <= piece.end + 1)
    else {
        return;
    };
    let inside = byte.min(piece.end) - piece.start;
    let caret = if at_start {
        piece.paragraph.caret(inside)
    } else {
        piece.paragraph.caret_after(inside)
    };
    let line = piece.paragraph.height() / piece.paragraph.lines.len().max(1) as f32;
    let button = Button::new(reader.add_label);
    let size = vec2(8.0 * reader.add_label.chars().count() as f32 + 16.0, 24.0);
    let down = if at_start { -size.y - 2.0 } else { line + 2.0 };
    let at = piece.at + caret.to_vec2() + vec2(0.0, down);
    let left = at.x.min(area.max.x - size.x).max(area.min.x);
    let place = Rect::from_min_size(Pos2::new(left, at.y), size);
    if ui.put(place, button).clicked() {
        response.add_claim = Some(selection);
    }
}

/// The two ends of the selected claim, which can be dragged; they stick to words unless Alt is held.
fn grips(
    ui: &Ui,
    reader: &Reader<'_>,
    style: &ReaderStyle,
    state: &mut ReaderState,
    seen: &[Seen],
    response: &mut ReaderResponse,
) {
    let Some(mark) = reader.selected.and_then(|claim| reader.marks.of(claim)) else {
        state.resizing = None;
        return;
    };
    let dragged = state
        .resizing
        .filter(|resizing| resizing.claim == mark.claim);
    let span = dragged.map_or(mark.span, |resizing| resizing.span);
    for (start, byte, name) in [
        (true, span.start(), "start of claim"),
        (false, span.end(), "end of claim"),
    ] {
        let Some(piece) = seen
            .iter()
            .find(|piece| piece.start <= byte && byte <= piece.end)
        else {
            continue;
        };
        let within = |byte: usize| byte.clamp(piece.start, piece.end) - piece.start;
        let part = within(span.start())..within(span.end());
        let caret = piece.paragraph.edge(part, start);
        let line = piece.paragraph.height() / piece.paragraph.lines.len().max(1) as f32;
        let at = piece.at + caret.to_vec2();
        let rect = Rect::from_min_size(at, vec2(0.0, line)).expand2(vec2(5.0, 2.0));
        let grip = ui.interact(rect, ui.scope_id().with(("grip", start)), Sense::DRAG);
        grip.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, name));
        if grip.hovered() || grip.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        paint::grip(ui.painter(), at, line, style.accent, start);
        if grip.drag_started() {
            state.resizing = Some(Resizing {
                claim: mark.claim,
                span,
            });
        }
        if grip.dragged()
            && let Some(byte) = grip.interact_pointer_pos().and_then(|at| byte_at(seen, at))
        {
            let free = ui.input(|input| input.modifiers.alt);
            let to = caret_of(reader.text, byte, free);
            state.resizing = resized(reader.text, mark.span, start, to).map(|span| Resizing {
                claim: mark.claim,
                span,
            });
        }
        if grip.drag_stopped()
            && let Some(resizing) = state
                .resizing
                .take()
                .filter(|resizing| resizing.span != mark.span)
        {
            response.resized = Some((mark.claim, resizing.span));
        }
    }
}

fn caret_of(text: &Text, byte: usize, free: bool) -> usize {
    if free {
        caret(text, byte).start()
    } else {
        snapped(text, byte)
    }
}

/// `span` with one end at `to`; as it was where it would be empty.
fn resized(text: &Text, span: Span, start: bool, to: usize) -> Option<Span> {
    let (from, until) = if start {
        (to, span.end())
    } else {
        (span.start(), to)
    };
    // An end at the next word means the end of this one.
    let words = text.as_str().get(from..until).unwrap_or_default();
    let inside = words.trim();
    if let (false, Some(before)) = (inside.is_empty(), words.find(inside)) {
        text.span(from + before, from + before + inside.len())
    } else {
        Some(span)
    }
}
