//! Titles in lists.

use egui::text::LayoutJob;
use egui::{FontId, RichText, Ui, WidgetText};

use super::super::reader::ordered;
use super::super::theme::{Theme, metrics};

/// Up to two lines of a title, cut with dots.
pub fn two_lines(ui: &Ui, title: &str) -> WidgetText {
    if let Some(galley) = ordered(ui, &RichText::new(title), ui.available_width(), 2) {
        return galley.into();
    }
    let font = FontId::proportional(metrics().type_scale.body);
    let ink = Theme::at(ui).colours.text.0;
    let mut job = LayoutJob::simple(title.to_owned(), font, ink, ui.available_width());
    job.wrap.max_rows = 2;
    job.into()
}
