//! Words of mixed direction outside the column: in lists, the inspector, messages. egui lays runs out left to right.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, FontSelection, Galley, RichText, Ui, WidgetText};

use super::bidi::{has_rtl, quoted};
use super::paragraph::{Paragraph, Setting};

/// The words in the order they are read, in up to `rows` lines of `width` points; `None` where egui's own order is
/// right already.
pub fn ordered(ui: &Ui, words: &RichText, width: f32, rows: usize) -> Option<Arc<Galley>> {
    if !has_rtl(words.text()) {
        return None;
    }
    let job = WidgetText::from(words.clone()).into_layout_job(
        ui.style(),
        FontSelection::Default,
        Align::Center,
    );
    let format = job.sections.first()?.format.clone();
    let mut ink = format.color;
    if ink == egui::Color32::PLACEHOLDER {
        ink = ui.visuals().text_color();
    }
    let font = format.font_id;
    Some(ui.fonts_mut(|fonts| {
        let line_height = fonts.row_height(&font);
        let setting = Setting {
            line_height,
            font,
            width: width.max(1.0),
            ink,
        };
        let mut said = words.text().to_owned();
        let mut paragraph = Paragraph::new(fonts, &said, &quoted(&said), &setting);
        // What does not fit is left out at the end of what is read, not at the right.
        while paragraph.lines.len() > rows {
            let last = said.trim_end_matches('…').trim_end().rfind(' ');
            let Some(last) = last.and_then(|at| said.get(..at)) else {
                break;
            };
            said = format!("{}…", last.trim_end());
            paragraph = Paragraph::new(fonts, &said, &quoted(&said), &setting);
        }
        fonts.layout_job(joined(&paragraph, rows))
    }))
}

/// The lines of a paragraph under each other, at the side where they begin.
fn joined(paragraph: &Paragraph, rows: usize) -> LayoutJob {
    let mut job = LayoutJob {
        break_on_newline: true,
        // One line has no side of its own: it stands where it is put, in a button at its left.
        halign: if paragraph.rtl && rows > 1 {
            Align::RIGHT
        } else {
            Align::LEFT
        },
        ..LayoutJob::default()
    };
    job.wrap.max_width = f32::INFINITY;
    for (row, line) in paragraph.lines.iter().take(rows).enumerate() {
        if row > 0 {
            let format = line
                .job
                .sections
                .first()
                .map(|section| section.format.clone());
            job.append("\n", 0.0, format.unwrap_or_else(TextFormat::default));
        }
        for section in &line.job.sections {
            let words = line
                .job
                .text
                .get(section.byte_range.start.0..section.byte_range.end.0);
            job.append(words.unwrap_or_default(), 0.0, section.format.clone());
        }
    }
    job
}
