//! A drawing with its caption, as it is printed.

use egui::{Role, Ui, WidgetInfo};

use super::super::super::super::context::{Outbox, View};
use super::super::super::super::plot::{PlotStyle, printed_ui};
use super::super::super::super::theme::{Theme, metrics};
use super::super::super::super::widget;
use crate::claim::ClaimId;
use crate::export::drawing::{Drawing, Room};

/// The drawings for a page of this width, in points.
pub(super) const fn room(width: f32) -> Room {
    /// Below it the names beside a drawing are too small to be read.
    const LEAST: f32 = 480.0;
    if width < LEAST {
        Room::Phone
    } else {
        Room::Page
    }
}

/// Draws it; who presses it goes to the figure of `claim` in the grid.
pub(super) fn drawing_ui(ui: &mut Ui, drawing: &Drawing, claim: ClaimId, outbox: &mut Outbox) {
    ui.add_space(metrics().space.snug);
    let response = printed_ui(ui, &PlotStyle::of(Theme::at(ui)), drawing);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &drawing.description));
    widget::row_focus_ui(ui, &response);
    if response.clicked() {
        outbox.look_in(claim, View::Figures);
    }
    response.on_hover_text("Look at the figure in Figures");
    if !drawing.caption.is_empty() {
        widget::wrapped_ui(ui, widget::small(drawing.caption.as_str()));
    }
    ui.add_space(metrics().space.snug);
}
