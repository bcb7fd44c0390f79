//! What is shown while files are held over the window.
//!
//! Words and addresses cannot be dropped: the library of the window passes on files alone under X11, and nothing at all
//! under Wayland. They are pasted instead, which is offered wherever nobody types.

use egui::{Align2, CornerRadius, FontFamily, FontId, Id, LayerId, Order, StrokeKind, Ui};

use super::super::theme::{STRONG, Theme, metrics};

/// Draws it over everything else, while it is due.
pub fn drop_zone_ui(ui: &Ui) {
    let hovered = ui.input(|input| input.raw.hovered_files.len());
    if hovered == 0 {
        return;
    }
    let theme = Theme::at(ui);
    let layer = LayerId::new(Order::Foreground, Id::unique("drop zone"));
    let painter = ui.ctx().layer_painter(layer);
    let rect = ui.ctx().content_rect().shrink(metrics().space.wide);
    let radius = CornerRadius::from(metrics().radius.window);
    painter.rect_filled(rect, radius, theme.colours.backdrop.0);
    let stroke = egui::Stroke::new(2.0, theme.colours.accent.0);
    painter.rect_stroke(rect, radius, stroke, StrokeKind::Inside);
    let words = if hovered == 1 {
        "Drop to add the article".to_owned()
    } else {
        format!("Drop to add {hovered} files")
    };
    let font = FontId::new(metrics().type_scale.title, FontFamily::Name(STRONG.into()));
    let galley = painter.layout_no_wrap(words, font, theme.colours.text.0);
    let back = Align2::CENTER_CENTER
        .anchor_size(rect.center(), galley.size())
        .expand2(egui::vec2(24.0, 14.0));
    painter.rect_filled(back, radius, theme.colours.raised.0);
    painter.galley(
        back.shrink2(egui::vec2(24.0, 14.0)).min,
        galley,
        theme.colours.text.0,
    );
}
