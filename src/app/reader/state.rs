//! What the column remembers between frames: layouts, heights, place, selection. Nothing here is of the project.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use egui::epaint::text::FontsView;
use egui::{FontId, Id, Rect};

use super::super::heights::Heights;
use super::bidi::has_rtl;
use super::caret::Caret;
use super::mark::MarkSet;
use super::outline::{Piece, PieceKind, outline};
use super::paragraph::{Paragraph, Setting};
use super::select::{Selection, is_same};
use super::style::ReaderStyle;
use crate::claim::ClaimId;
use crate::text::{Span, Text};

/// Layouts kept; enough for several screens.
const KEPT: usize = 240;

/// What the layouts of an article depend on.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Geometry {
    /// Width of the column, in points.
    pub width: f32,
    /// Pixels a point.
    pub scale: f32,
    /// Typefaces, sizes, colour of the words.
    pub style: ReaderStyle,
    /// The headline.
    pub title: Option<String>,
}

#[derive(Clone, Debug)]
struct Cached {
    paragraph: Arc<Paragraph>,
    /// Claims it was laid out with; empty where order does not hang on them.
    isolates: Vec<Range<usize>>,
    mixed: bool,
}

/// An end of a claim being dragged.
#[derive(Clone, Copy, Debug)]
pub(super) struct Resizing {
    pub claim: ClaimId,
    pub span: Span,
}

/// The view state of a reading column; keep one for each article that is open.
#[derive(Debug, Default)]
pub struct ReaderState {
    text: Option<Text>,
    geometry: Option<Geometry>,
    pub(super) pieces: Vec<Piece>,
    pub(super) heights: Heights,
    cache: BTreeMap<usize, Cached>,
    /// Where the window begins, in points from the top of the first piece; negative above it.
    pub(super) offset: f32,
    /// Height of the window in the last frame.
    pub(super) window: f32,
    pub(super) selection: Option<Selection>,
    pub(super) resizing: Option<Resizing>,
    /// Whether the button that adds a claim is offered.
    pub(super) offers_claim: bool,
    /// Where the claims were drawn in the last frame.
    pub(super) drawn: Vec<(ClaimId, Rect)>,
    /// Where the column was drawn in the last frame.
    pub(super) area: Option<Rect>,
    /// The claim whose menu was asked for in the column.
    pub(super) menu_of: Option<ClaimId>,
    /// The caret, while one moves in the text.
    pub(super) caret: Option<Caret>,
    /// Whether the column shall have the keyboard.
    pub(super) wants_focus: bool,
    /// The column as egui knew it in the last frame.
    pub(super) column: Option<Id>,
}

impl ReaderState {
    /// What is selected.
    pub fn selection(&self) -> Option<Span> {
        self.selection.and_then(Selection::span)
    }

    /// Selects nothing.
    pub fn clear_selection(&mut self) {
        self.selection = None;
        self.caret = None;
        self.offers_claim = false;
    }

    /// The column is drawn again after another article stood in its place: it goes to its own place.
    pub fn come_back(&mut self) {
        self.area = None;
    }

    /// Whether a claim that begins at byte `start` stands above what is seen; none does where nothing was drawn yet.
    pub fn is_above(&self, claim: ClaimId, start: usize) -> bool {
        let Some(area) = self.area else {
            return false;
        };
        let rects = self.drawn.iter().filter(|(drawn, _)| *drawn == claim);
        let lowest = rects.map(|(_, rect)| rect.center().y).reduce(f32::max);
        lowest.map_or_else(
            || {
                let first = self.pieces.get(self.heights.at(self.offset));
                first.is_some_and(|piece| start < piece.bytes.start)
            },
            |lowest| lowest < area.top(),
        )
    }

    pub(super) fn text(&self) -> Option<&Text> {
        self.text.as_ref()
    }

    /// Selects `span`.
    pub fn select(&mut self, span: Span) {
        self.selection = Some(Selection {
            anchor: span,
            head: span,
        });
    }

    /// Takes note of text and geometry; where they are new, forgets layouts and keeps the place.
    pub(super) fn sync(&mut self, text: &Text, geometry: &Geometry) {
        let same_text = self.text.as_ref().is_some_and(|old| is_same(old, text));
        let same = same_text && self.geometry.as_ref() == Some(geometry);
        if same {
            return;
        }
        let place = self.place();
        if !same_text {
            // What was asked for before the text was first drawn is meant for it.
            let asked = (self.selection, self.caret, self.wants_focus);
            let first = self.text.is_none();
            *self = Self::default();
            if first {
                (self.selection, self.caret, self.wants_focus) = asked;
            }
            self.text = Some(text.clone());
            // Above all there is: the column begins with what stands above the text.
            self.offset = -1.0e6;
        }
        if !same_text || self.geometry.as_ref().map(|old| &old.title) != Some(&geometry.title) {
            self.pieces = outline(text, geometry.title.as_deref());
        }
        self.cache.clear();
        // Its place was told by the old layout.
        self.caret = self.caret.map(|_| Caret::default());
        let guesses = (0..self.pieces.len()).map(|piece| guess(&self.pieces, piece, geometry));
        self.heights = Heights::guessed(guesses.collect());
        self.geometry = Some(geometry.clone());
        if same_text && let Some((piece, share)) = place {
            let height = self.heights.top(piece + 1) - self.heights.top(piece);
            self.offset = height.mul_add(share, self.heights.top(piece));
        }
    }

    /// The piece at the top of the window and the share of it that is above.
    fn place(&self) -> Option<(usize, f32)> {
        let piece = self.heights.at(self.offset);
        let (top, bottom) = (self.heights.top(piece), self.heights.top(piece + 1));
        (bottom > top).then(|| (piece, (self.offset - top) / (bottom - top)))
    }

    /// The layout of a piece, made where it is missing or its claims have moved.
    pub(super) fn paragraph(
        &mut self,
        fonts: &mut FontsView<'_>,
        piece: usize,
        marks: &MarkSet,
    ) -> Option<Arc<Paragraph>> {
        let text = self.text.clone()?;
        let geometry = self.geometry.as_ref()?;
        let at = self.pieces.get(piece)?;
        let bytes = at.bytes.clone();
        if let Some(cached) = self.cache.get(&piece)
            && (!cached.mixed || cached.isolates == isolates(&bytes, marks))
        {
            return Some(Arc::clone(&cached.paragraph));
        }
        let words = text
            .span(bytes.start, bytes.end)
            .map(|span| text.slice(span))?;
        let mixed = has_rtl(words);
        let isolates = if mixed {
            isolates(&bytes, marks)
        } else {
            Vec::new()
        };
        let setting = setting(at.kind, geometry);
        let paragraph = Arc::new(Paragraph::new(fonts, words, &isolates, &setting));
        let wrong = {
            let height = paragraph.height() + gap(&self.pieces, piece, geometry);
            let top = self.heights.top(piece);
            let was_known = self.heights.knows(piece);
            let wrong = self.heights.learn(piece, height);
            // What is below a piece that begins above the window must not move under the reader's eyes.
            if top < self.offset && !was_known {
                wrong
            } else {
                0.0
            }
        };
        self.offset += wrong;
        self.cache.insert(
            piece,
            Cached {
                paragraph: Arc::clone(&paragraph),
                isolates,
                mixed,
            },
        );
        self.forget_far_from(piece);
        Some(paragraph)
    }

    /// Space above the words of a piece.
    pub(super) fn gap(&self, piece: usize) -> f32 {
        self.geometry
            .as_ref()
            .map_or(0.0, |geometry| gap(&self.pieces, piece, geometry))
    }

    /// The piece in which `byte` stands.
    pub(super) fn piece_of(&self, byte: usize) -> usize {
        self.pieces
            .partition_point(|piece| piece.bytes.start <= byte)
            .saturating_sub(1)
    }

    fn forget_far_from(&mut self, piece: usize) {
        while self.cache.len() > KEPT {
            let first = self.cache.first_key_value().map(|(at, _)| *at);
            let last = self.cache.last_key_value().map(|(at, _)| *at);
            match (first, last) {
                (Some(first), Some(last)) if piece.abs_diff(first) > piece.abs_diff(last) => {
                    self.cache.remove(&first);
                }
                (_, Some(last)) => {
                    self.cache.remove(&last);
                }
                _ => break,
            }
        }
    }
}

fn isolates(bytes: &Range<usize>, marks: &MarkSet) -> Vec<Range<usize>> {
    marks
        .within(bytes.start, bytes.end)
        .map(|mark| {
            let start = mark.span.start().max(bytes.start) - bytes.start;
            start..mark.span.end().min(bytes.end) - bytes.start
        })
        .collect()
}

fn font(kind: PieceKind, style: &ReaderStyle) -> &FontId {
    match kind {
        PieceKind::Title => &style.title,
        PieceKind::Heading => &style.heading,
        PieceKind::Body => &style.body,
    }
}

/// Height of a line of `font`: display sizes are set tighter.
pub(super) fn line_height(font: &FontId, style: &ReaderStyle) -> f32 {
    let factor = if font.size > style.body.size * 1.3 {
        style.line_height.min(1.28)
    } else {
        style.line_height
    };
    (font.size * factor).round()
}

fn setting(kind: PieceKind, geometry: &Geometry) -> Setting {
    let font = font(kind, &geometry.style).clone();
    Setting {
        line_height: line_height(&font, &geometry.style),
        font,
        width: geometry.width,
        ink: geometry.style.text,
    }
}

fn gap(pieces: &[Piece], piece: usize, geometry: &Geometry) -> f32 {
    let line = line_height(&geometry.style.body, &geometry.style);
    match pieces.get(piece) {
        _ if piece == 0 => 0.0,
        Some(piece) if piece.continues => 0.0,
        Some(Piece {
            kind: PieceKind::Heading,
            ..
        }) => line,
        _ => (line * 0.55).round(),
    }
}

fn guess(pieces: &[Piece], piece: usize, geometry: &Geometry) -> f32 {
    // Letters of running text are about half as wide as the type is high.
    const WIDTH: f32 = 0.47;
    let Some(at) = pieces.get(piece) else {
        return 0.0;
    };
    let setting = setting(at.kind, geometry);
    let in_line = (geometry.width / (setting.font.size * WIDTH)).max(1.0);
    let lines = (at.chars as f32 / in_line).ceil().max(1.0);
    lines.mul_add(setting.line_height, gap(pieces, piece, geometry))
}
