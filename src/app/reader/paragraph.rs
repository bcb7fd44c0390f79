//! A paragraph laid out: its tokens, and the lines they stand in.
//!
//! All positions are in points, from the top left corner of the paragraph.

use std::ops::Range;

use egui::epaint::text::FontsView;
use egui::{Color32, FontId};

use super::bidi::has_rtl;
use super::line::Line;
use super::stops::{Measured, Stop, fitting, measure, parted, stops_of, width_of};
use super::token::{Token, shown, tokenise};
use super::wrap::wrap;

/// How a paragraph is set.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Setting {
    /// Typeface and size.
    pub font: FontId,
    /// Height of a line, in points.
    pub line_height: f32,
    /// Width of the column, in points.
    pub width: f32,
    /// Colour of the words.
    pub ink: Color32,
}

/// A paragraph laid out.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    /// Whether it runs from right to left.
    pub rtl: bool,
    /// Its lines, at least one.
    pub lines: Vec<Line>,
    pub(super) line_height: f32,
    pub(super) tokens: Vec<Token>,
    pub(super) stops: Vec<Vec<Stop>>,
}

impl Paragraph {
    /// Lays `text` out; `isolates` are its claims, which mixed lines keep together.
    pub(super) fn new(
        fonts: &mut FontsView<'_>,
        text: &str,
        isolates: &[Range<usize>],
        setting: &Setting,
    ) -> Self {
        Self::measured_by(text, isolates, setting, |pieces| {
            measure(fonts, pieces, &setting.font)
        })
    }

    /// The same with a measure of one's own.
    pub(super) fn measured_by(
        text: &str,
        isolates: &[Range<usize>],
        setting: &Setting,
        mut measure: impl FnMut(&[String]) -> Vec<Measured>,
    ) -> Self {
        let cut = tokenise(text, isolates);
        let pieces: Vec<String> = cut.tokens.iter().map(|token| shown(token, text)).collect();
        // What runs one way is shaped in one go, which takes a tenth of the time of each word for itself.
        let in_one_go = if has_rtl(text) {
            None
        } else {
            let row = measure(&[pieces.concat()]);
            row.first().and_then(|row| parted(&pieces, row))
        };
        let is_one_run = in_one_go.is_some();
        let measured = in_one_go.unwrap_or_else(|| measure(&pieces));
        let mut tokens = Vec::with_capacity(cut.tokens.len());
        let mut stops = Vec::with_capacity(cut.tokens.len());
        for (token, measured) in cut.tokens.into_iter().zip(&measured) {
            for (token, at) in fitting(
                token.clone(),
                stops_of(&token, text, measured),
                setting.width,
            ) {
                tokens.push(token);
                stops.push(at);
            }
        }
        let widths: Vec<f32> = stops.iter().map(|stops| width_of(stops)).collect();
        let lines = wrap(&tokens, &widths, setting.width)
            .into_iter()
            .map(|range| Line::new(text, &tokens, &widths, range, cut.rtl, is_one_run, setting))
            .collect();
        Self {
            rtl: cut.rtl,
            lines,
            line_height: setting.line_height,
            tokens,
            stops,
        }
    }

    /// Height of all lines.
    pub(super) fn height(&self) -> f32 {
        self.line_height * self.lines.len() as f32
    }

    /// Top of a line.
    pub(super) fn top(&self, line: usize) -> f32 {
        self.line_height * line as f32
    }

    /// The line on which `byte` is seen.
    pub(super) fn line_of(&self, byte: usize) -> usize {
        self.lines
            .partition_point(|line| line.bytes.start <= byte)
            .saturating_sub(1)
    }
}
