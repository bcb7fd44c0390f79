//! Where messages stand: out of the way of what is typed.

use egui::{Align2, Ui, Vec2, vec2};

use super::super::theme::metrics;

/// Width of their words and buttons, in points: that of the inspector, so that what stands beside it can be reached.
pub(super) const WIDTH: f32 = 330.0;
/// Room about them to either side, in points.
const PADDING: f32 = 15.0;

/// Where messages stand.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) enum Place {
    /// In the lower right corner.
    #[default]
    Corner,
    /// At the lower edge, as many points from the right.
    Beside(f32),
    /// In the upper right corner.
    Above,
}

impl Place {
    /// Beside the field that is typed in, where it stands in the corner's column; above it in a narrow window.
    pub(super) fn now(ui: &Ui) -> Self {
        let focused = ui.memory(egui::Memory::focused);
        let field = focused
            .filter(|_| ui.ctx().text_edit_focused())
            .and_then(|field| ui.ctx().read_response(field));
        let Some(field) = field else {
            return Self::Corner;
        };
        let window = ui.ctx().content_rect();
        let whole = WIDTH + 2.0 * PADDING;
        let column = window.right() - whole - metrics().space.normal;
        if field.rect.right() < column {
            return Self::Corner;
        }
        let left = field.rect.left().min(column);
        if left - whole > window.left() + metrics().space.normal {
            return Self::Beside(window.right() - left);
        }
        if field.rect.center().y > window.center().y {
            Self::Above
        } else {
            Self::Corner
        }
    }

    /// The corner of the window that a message hangs on, and how far from it, `offset` points from the bar there.
    pub(super) fn anchor(self, offset: f32) -> (Align2, Vec2) {
        let margin = metrics().space.normal;
        match self {
            Self::Corner => (Align2::RIGHT_BOTTOM, vec2(-margin, -offset)),
            Self::Beside(right) => (Align2::RIGHT_BOTTOM, vec2(-right - margin, -offset)),
            Self::Above => {
                let bars = metrics().top_bar_height - metrics().status_bar_height;
                (Align2::RIGHT_TOP, vec2(-margin, offset + bars))
            }
        }
    }
}
