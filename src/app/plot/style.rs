//! What plots look like; filled from the theme.

use std::sync::Arc;

use egui::{Color32, FontId, Galley, Painter, Pos2, Rect, Stroke, Ui, vec2};

use super::super::reader::label_galley;
use super::super::theme::{Status, TABULAR, Theme, metrics};
use crate::claim::ClaimId;

/// Typefaces and colours of plots.
#[derive(Clone, Debug)]
pub struct PlotStyle {
    /// Of labels.
    pub label: FontId,
    /// Of numbers on axes.
    pub number: FontId,
    /// Words and what is looked at.
    pub text: Color32,
    /// Axes' numbers, labels of what is not looked at.
    pub quiet: Color32,
    /// Grid and axes.
    pub line: Color32,
    /// About what is looked at.
    pub accent: Color32,
    /// Behind what all have in common.
    pub common: Color32,
    /// Behind the plot.
    pub paper: Color32,
    theme: &'static Theme,
}

impl PlotStyle {
    /// The look of a theme.
    pub fn of(theme: &'static Theme) -> Self {
        let sizes = &metrics().type_scale;
        let colours = &theme.colours;
        Self {
            label: FontId::proportional(sizes.small),
            number: FontId::new(sizes.caption, egui::FontFamily::Name(TABULAR.into())),
            text: colours.text.into(),
            quiet: colours.quiet.into(),
            line: colours.line.into(),
            accent: colours.accent.into(),
            common: theme.tones.good.soft.into(),
            paper: colours.raised.into(),
            theme,
        }
    }

    /// Colour of a status for lines and shapes.
    pub fn ink(&self, status: Status) -> Color32 {
        self.theme.tone(status.tone).ink.into()
    }

    /// Colour of a status for grounds.
    pub fn soft(&self, status: Status) -> Color32 {
        self.theme.tone(status.tone).soft.into()
    }

    pub(super) fn thin(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }
}

/// What was done with a plot in this frame.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlotResponse {
    /// A claim was clicked.
    pub clicked: Option<ClaimId>,
    /// The claim under the pointer.
    pub hovered: Option<ClaimId>,
}

/// A label on one line, cut off with "…" beyond `width`.
pub(super) fn label(ui: &Ui, text: &str, font: &FontId, ink: Color32, width: f32) -> Arc<Galley> {
    label_galley(ui, text, font, ink, width)
}

/// Draws a label so that `anchor` of it stands at `at`: 0 is left or top, 1 right or bottom. Returns its place.
pub(super) fn draw_label(
    painter: &Painter,
    label: Arc<Galley>,
    at: Pos2,
    anchor: (f32, f32),
) -> Rect {
    let size = label.size();
    let corner = at - vec2(size.x * anchor.0, size.y * anchor.1);
    let rect = Rect::from_min_size(corner, size);
    painter.galley(corner, label, Color32::PLACEHOLDER);
    rect
}
