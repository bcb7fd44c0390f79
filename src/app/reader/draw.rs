//! Drawing one piece of text with all that is marked in it.

use std::ops::Range;

use egui::{Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::column::{Reader, ReaderResponse, Seen, draw_words};
use super::mark::Mark;
use super::paint;
use super::state::ReaderState;
use super::style::ReaderStyle;

/// Draws a piece in sight: what is behind the words, the words, what is under and about them.
pub(super) fn draw_piece(
    ui: &mut Ui,
    reader: &Reader<'_>,
    style: &ReaderStyle,
    state: &mut ReaderState,
    piece: &Seen,
    response: &mut ReaderResponse,
) {
    let marks = laned(reader, state, piece);
    let hovered = ui.ctx().pointer_latest_pos();
    for (mark, lane, rects) in &marks {
        let under_pointer = hovered.is_some_and(|at| rects.iter().any(|rect| rect.contains(at)));
        for rect in rects {
            paint::behind(ui.painter(), *rect, &mark.style, *lane, under_pointer);
        }
    }
    let first_hit = reader.hits.partition_point(|hit| hit.end() <= piece.start);
    for (nth, hit) in reader.hits.iter().enumerate().skip(first_hit) {
        if hit.start() >= piece.end {
            break;
        }
        for rect in on_screen(piece, hit.start()..hit.end()) {
            ui.painter().rect_filled(paint::words(rect), 2.0, style.hit);
            ui.painter().rect_stroke(
                paint::words(rect),
                2.0,
                egui::Stroke::new(1.0, style.hit_line),
                egui::StrokeKind::Inside,
            );
            if reader.current_hit == Some(nth) {
                paint::about(ui.painter(), rect, style.accent);
            }
        }
    }
    if let Some(selection) = state.selection() {
        for rect in on_screen(piece, selection.start()..selection.end()) {
            ui.painter().rect_filled(rect, 0.0, style.selection);
        }
    }
    let words = ui.interact(
        Rect::from_min_size(piece.at, vec2(style.body.size, piece.paragraph.height())),
        ui.scope_id().with(("paragraph", piece.start)),
        Sense::empty(),
    );
    words.widget_info(|| {
        let span = reader.text.span(piece.start, piece.end);
        let text = span.map(|span| reader.text.slice(span)).unwrap_or_default();
        WidgetInfo::labeled(Role::Label, true, text)
    });
    draw_words(ui, &piece.paragraph, piece.at, style.text);
    for (mark, lane, rects) in &marks {
        let selected = reader.selected == Some(mark.claim);
        for rect in rects {
            paint::under(ui.painter(), *rect, &mark.style, *lane, selected);
            if mark.struck {
                paint::strike(ui.painter(), *rect, style.text);
            }
            if selected {
                paint::about(ui.painter(), *rect, style.accent);
            }
        }
    }
    lit_ui(ui, reader, style, piece);
    for (mark, _, rects) in marks {
        claim_node(ui, style, mark, &rects, piece, response);
        state
            .drawn
            .extend(rects.into_iter().map(|rect| (mark.claim, rect)));
    }
}

/// A claim as a control of its own, by name, for the keyboard and for screen readers.
fn claim_node(
    ui: &Ui,
    style: &ReaderStyle,
    mark: &Mark,
    rects: &[Rect],
    piece: &Seen,
    response: &mut ReaderResponse,
) {
    let Some(first) = rects.first().filter(|_| mark.span.start() >= piece.start) else {
        return;
    };
    let node = ui.interact(
        *first,
        ui.scope_id().with(("claim", mark.claim)),
        Sense::click(),
    );
    node.widget_info(|| WidgetInfo::labeled(Role::Link, true, format!("claim: {}", mark.name)));
    if node.clicked() {
        response.clicked = Some(mark.claim);
    }
    response.asks_for_menu(mark.claim, &node);
    if node.has_focus() {
        for rect in rects {
            paint::about(ui.painter(), rect.expand(2.0), style.accent);
        }
    }
}

/// Claims of a piece, each with the number of claims it crosses or lies within, and its places on the screen.
fn laned<'a>(
    reader: &Reader<'a>,
    state: &ReaderState,
    piece: &Seen,
) -> Vec<(&'a Mark, usize, Vec<Rect>)> {
    let mut open: Vec<(usize, usize)> = Vec::new();
    reader
        .marks
        .within(piece.start, piece.end)
        .map(|mark| {
            let span = match state.resizing {
                Some(resizing) if resizing.claim == mark.claim => resizing.span,
                _ => mark.span,
            };
            open.retain(|(end, _)| *end > mark.span.start());
            let lane = (0..=open.len())
                .find(|lane| open.iter().all(|(_, taken)| taken != lane))
                .unwrap_or_default();
            open.push((mark.span.end(), lane));
            (mark, lane, on_screen(piece, span.start()..span.end()))
        })
        .collect()
}

fn lit_ui(ui: &Ui, reader: &Reader<'_>, style: &ReaderStyle, piece: &Seen) {
    let mut taken: Vec<Rect> = Vec::new();
    for lit in reader.lit {
        for (nth, rect) in on_screen(piece, lit.span.start()..lit.span.end())
            .into_iter()
            .enumerate()
        {
            let label = (nth == 0).then_some((lit.label.as_str(), &style.small));
            // A name that would lie on another is left out; the inspector says it too.
            let free = |place: Rect| {
                let about = place.expand2(vec2(3.0, -2.0));
                taken.iter().all(|other| !other.intersects(about))
            };
            taken.extend(paint::lit(ui.painter(), rect, label, style.lit, free));
        }
    }
}

/// Where bytes of the text are on the screen, as far as they are in this piece.
pub(super) fn on_screen(piece: &Seen, bytes: Range<usize>) -> Vec<Rect> {
    let start = bytes.start.max(piece.start);
    let end = bytes.end.min(piece.end);
    if start >= end {
        return Vec::new();
    }
    let mut rects = piece
        .paragraph
        .rects(start - piece.start..end - piece.start);
    for rect in &mut rects {
        *rect = rect.translate(piece.at.to_vec2());
    }
    rects
}
