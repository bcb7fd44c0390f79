//! Titles in lists.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{FontId, Galley, RichText, Ui};

use super::super::reader::ordered;
use super::super::theme::{Theme, metrics};

/// Up to two lines of a title within `width` points, cut with dots.
pub fn two_lines(ui: &Ui, title: &str, width: f32) -> Arc<Galley> {
    if let Some(galley) = ordered(ui, &RichText::new(title), width, 2) {
        return galley;
    }
    let font = FontId::proportional(metrics().type_scale.body);
    let ink = Theme::at(ui).colours.text.0;
    let mut job = LayoutJob::simple(title.to_owned(), font, ink, width);
    job.wrap.max_rows = 2;
    ui.painter().layout_job(job)
}
