//! One display line of a paragraph: its tokens from left to right, and what is drawn.

use std::ops::Range;
use std::sync::Arc;

use egui::epaint::text::{LayoutJob, LayoutSection, TextFormat, TextWrapping};
use egui::{Align, Color32, FontId, Galley, Ui};

use super::bidi::{has_rtl, quoted, visual_order};
use super::paragraph::Setting;
use super::token::{Token, TokenKind, shown, tokenise};

/// A token in its place on a line.
#[derive(Clone, Debug)]
pub(super) struct Placed {
    /// Index of the token.
    pub token: usize,
    /// Left edge.
    pub left: f32,
    /// Zero for spaces that hang at the end of a line.
    pub width: f32,
}

/// One display line.
#[derive(Clone, Debug)]
pub(super) struct Line {
    /// Bytes of the paragraph, hanging spaces included.
    pub bytes: Range<usize>,
    /// From the left edge of the column to that of the first word.
    pub left: f32,
    /// Width of the words.
    pub width: f32,
    /// What is drawn, from left to right: one section a token, or one for all where they run one way.
    pub job: LayoutJob,
    /// Its tokens from left to right.
    pub placed: Vec<Placed>,
}

impl Line {
    /// Sets the tokens of `range`; as one run of letters if `is_one_run`, as they have been measured then.
    pub(super) fn new(
        text: &str,
        tokens: &[Token],
        widths: &[f32],
        range: Range<usize>,
        rtl: bool,
        is_one_run: bool,
        setting: &Setting,
    ) -> Self {
        let of_line = tokens.get(range.clone()).unwrap_or_default();
        let hanging = of_line
            .iter()
            .rev()
            .take_while(|token| token.kind == TokenKind::Space)
            .count();
        let words = range.start..range.end - hanging;
        let width: f32 = widths.get(words.clone()).unwrap_or_default().iter().sum();
        let left = if rtl {
            (setting.width - width).max(0.0)
        } else {
            0.0
        };
        let mut job = LayoutJob {
            wrap: TextWrapping::no_max_width(),
            break_on_newline: false,
            halign: Align::LEFT,
            ..LayoutJob::default()
        };
        let mut placed = Vec::with_capacity(of_line.len());
        let mut x = left;
        for at in visual_order(of_line, rtl) {
            let token = range.start + at;
            let drawn = words.contains(&token);
            let width = if drawn {
                widths.get(token).copied().unwrap_or_default()
            } else {
                0.0
            };
            if drawn && let Some(of_token) = of_line.get(at) {
                let start = job.text.len();
                job.text.push_str(&shown(of_token, text));
                let end = job.text.len();
                match job.sections.last_mut().filter(|_| is_one_run) {
                    Some(run) => run.byte_range.end = end.into(),
                    None => job.sections.push(LayoutSection {
                        leading_space: 0.0,
                        byte_range: start.into()..end.into(),
                        format: format(setting),
                    }),
                }
            }
            placed.push(Placed {
                token,
                left: x,
                width,
            });
            x += width;
        }
        Self {
            bytes: of_line.first().map_or(0, |token| token.bytes.start)
                ..of_line.last().map_or(0, |token| token.bytes.end),
            left,
            width,
            job,
            placed,
        }
    }
}

fn format(setting: &Setting) -> TextFormat {
    TextFormat {
        font_id: setting.font.clone(),
        line_height: Some(setting.line_height),
        color: setting.ink,
        valign: Align::Center,
        ..TextFormat::default()
    }
}

/// A label that may be of mixed direction on one line of `width` points; what does not fit is left out at the end of
/// what is read, which is the left where it is read from the right.
pub fn label_galley(ui: &Ui, text: &str, font: &FontId, ink: Color32, width: f32) -> Arc<Galley> {
    ui.ctx().fonts_mut(|fonts| {
        let mut whole = label_job(text, font, ink);
        whole.halign = Align::LEFT;
        if !has_rtl(text) {
            whole.wrap = TextWrapping::truncate_at_width(width);
            return fonts.layout_job(whole);
        }
        let whole = fonts.layout_job(whole);
        if whole.size().x <= width {
            return whole;
        }
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
        let mut shorter = |letters: usize| {
            let end = places.get(letters).copied().unwrap_or(text.len());
            let said = text.get(..end).unwrap_or_default().trim_end();
            fonts.layout_job(label_job(&format!("{said}…"), font, ink))
        };
        let (mut least, mut most) = (0, places.len());
        while least < most {
            let middle = (least + most).div_ceil(2);
            if shorter(middle).size().x <= width {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        shorter(least)
    })
}

/// A label that may be of mixed direction, as one line in the order it is read; for words outside the column.
pub fn label_job(text: &str, font: &FontId, ink: Color32) -> LayoutJob {
    if !has_rtl(text) {
        return LayoutJob::simple_singleline(text.to_owned(), font.clone(), ink);
    }
    let cut = tokenise(text, &quoted(text));
    let mut job = LayoutJob {
        break_on_newline: false,
        ..LayoutJob::default()
    };
    for at in visual_order(&cut.tokens, cut.rtl) {
        if let Some(token) = cut.tokens.get(at) {
            job.append(
                &shown(token, text),
                0.0,
                TextFormat::simple(font.clone(), ink),
            );
        }
    }
    job
}
