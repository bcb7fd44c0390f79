//! The glyphs of a page in the order in which it draws them, with character and place.

use std::panic::resume_unwind;
use std::sync::atomic::{AtomicBool, Ordering};

use hayro_interpret::font::Glyph as Drawn;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, TransformExt as _, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};
use unicode_normalization::UnicodeNormalization as _;

/// Glyphs taken from a page at most; a page of print holds ten thousand.
const MOST: usize = 1_000_000;
/// Width of a glyph that does not tell its own, in thousandths of its size.
const USUAL_WIDTH: f32 = 500.0;

/// Lengths are whole hundredths of a point, 1/7200 of an inch.
pub(super) type Length = i64;

/// Which way a line runs on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Direction {
    /// As most print: from left to right, upright.
    #[default]
    Right,
    Down,
    Left,
    Up,
}

/// A character, or a ligature, at its place; the axes are turned so that its line runs to the right, and down the
/// page `baseline` grows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Glyph {
    pub(super) text: String,
    pub(super) direction: Direction,
    pub(super) left: Length,
    pub(super) right: Length,
    pub(super) baseline: Length,
    /// Size of the type.
    pub(super) size: Length,
}

/// What a page draws.
#[derive(Debug, Default)]
pub(super) struct Drawing {
    pub(super) glyphs: Vec<Glyph>,
    /// Glyphs of which the file does not say the character.
    pub(super) unknown: usize,
    pub(super) pictures: usize,
}

/// The glyphs of `page`; ends its thread as soon as `stop` is set.
pub(super) fn drawing_of<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    stop: &AtomicBool,
) -> Drawing {
    let settings = InterpreterSettings {
        render_annotations: false,
        ..InterpreterSettings::default()
    };
    let (width, height) = page.render_dimensions();
    let bounds = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let start = Affine::scale(100.0) * page.initial_transform(true).to_kurbo();
    let mut context = Context::new(start, bounds, cache, page.xref(), settings);
    let mut collector = Collector {
        drawing: Drawing::default(),
        stop,
    };
    interpret_page(page, &mut context, &mut collector);
    collector.drawing
}

struct Collector<'s> {
    drawing: Drawing,
    stop: &'s AtomicBool,
}

impl Collector<'_> {
    /// The interpreter knows no other way to be stopped; the thread is the importer's own.
    fn go_on(&self) {
        if self.stop.load(Ordering::Relaxed) || self.drawing.glyphs.len() > MOST {
            resume_unwind(Box::new("stopped"));
        }
    }
}

impl<'a> Device<'a> for Collector<'_> {
    fn draw_glyph(
        &mut self,
        glyph: &Drawn<'a>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        self.go_on();
        let text = match glyph.as_unicode() {
            Some(BfString::Char(character)) => character.to_string(),
            Some(BfString::String(text)) => text,
            None => {
                self.drawing.unknown += 1;
                char::REPLACEMENT_CHARACTER.to_string()
            }
        };
        let width = match glyph {
            Drawn::Outline(outline) => outline.advance_width(),
            Drawn::Type3(_) => None,
        };
        let place = transform * glyph_transform;
        let start = place * Point::ORIGIN;
        let end = place * Point::new(f64::from(width.unwrap_or(USUAL_WIDTH)), 0.0);
        let top = place * Point::new(0.0, 1000.0);
        let of = |point: Point| (whole(point.x), whole(point.y));
        if let Some(glyph) = placed(plain(&text), of(start), of(end), of(top)) {
            self.drawing.glyphs.push(glyph);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {
        self.go_on();
        self.drawing.pictures += 1;
    }

    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'a>, _: &PathDrawMode) {
        self.go_on();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// A coordinate as a whole number; one beyond all paper becomes the edge.
#[expect(
    clippy::cast_possible_truncation,
    reason = "clamped to a thousand metres, and a fraction of 1/7200 inch is of no account"
)]
fn whole(coordinate: f64) -> Length {
    coordinate.clamp(-3e8, 3e8) as Length
}

/// A glyph from its start, the end of its advance and the top of its square.
fn placed(
    text: String,
    start: (Length, Length),
    end: (Length, Length),
    top: (Length, Length),
) -> Option<Glyph> {
    let advance = (end.0 - start.0, end.1 - start.1);
    let rise = (top.0 - start.0, top.1 - start.1);
    let direction = match (rise.0.abs() > rise.1.abs(), rise.0 > 0, rise.1 > 0) {
        (false, _, false) => Direction::Right,
        (false, _, true) => Direction::Left,
        (true, true, _) => Direction::Down,
        (true, false, _) => Direction::Up,
    };
    let (left, baseline, width) = match direction {
        Direction::Right => (start.0, start.1, advance.0),
        Direction::Left => (-start.0, -start.1, -advance.0),
        Direction::Down => (start.1, -start.0, advance.1),
        Direction::Up => (-start.1, start.0, -advance.1),
    };
    let size = rise.0.abs().max(rise.1.abs());
    (size > 0 && !text.is_empty()).then_some(Glyph {
        text,
        direction,
        left,
        right: left + width.max(0),
        baseline,
        size,
    })
}

/// Ligatures and Arabic letter forms as the letters they stand for, without control characters.
fn plain(text: &str) -> String {
    let form = |c: char| matches!(c, '\u{FB00}'..='\u{FB06}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}');
    let mut letters = String::new();
    for character in text.chars() {
        if form(character) {
            letters.extend(std::iter::once(character).nfkc());
        } else if character.is_whitespace() {
            letters.push(' ');
        } else if character == '\u{F0B7}' {
            // The bullet of the symbol font.
            letters.push('•');
        } else if !character.is_control() {
            letters.push(character);
        }
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turned_line_runs_along_its_own_axis() {
        let upright =
            placed("a".to_owned(), (10, 500), (15, 500), (10, 490)).expect("a glyph with a size");
        assert_eq!(
            (upright.direction, upright.left, upright.right, upright.size),
            (Direction::Right, 10, 15, 10)
        );
        // A label that is read from bottom to top.
        let up = placed("a".to_owned(), (10, 500), (10, 495), (0, 500)).expect("a glyph");
        assert_eq!(
            (up.direction, up.left, up.right, up.baseline),
            (Direction::Up, -500, -495, 10)
        );
    }

    #[test]
    fn ligatures_are_taken_apart() {
        assert_eq!(plain("\u{FB01}ve"), "five");
        assert_eq!(plain("5\u{A0}%"), "5 %");
    }
}
