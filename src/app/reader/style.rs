//! What the reading column looks like; filled from the theme.

use egui::{Color32, FontId};

/// Typefaces, sizes and colours of the reading column.
#[derive(Clone, Debug, PartialEq)]
pub struct ReaderStyle {
    /// Of paragraphs.
    pub body: FontId,
    /// Of headings within the text.
    pub heading: FontId,
    /// Of the headline.
    pub title: FontId,
    /// Of labels in the margin and of the dateline.
    pub small: FontId,
    /// Height of a line as a multiple of the size of its type.
    pub line_height: f32,
    /// Widest line, in characters of ordinary prose.
    pub measure: u16,
    /// Words.
    pub text: Color32,
    /// Dateline, labels of claims that are not selected.
    pub faint: Color32,
    /// Behind the text.
    pub paper: Color32,
    /// Behind selected text.
    pub selection: Color32,
    /// Behind words found.
    pub hit: Color32,
    /// Behind the one of them that is looked at.
    pub current_hit: Color32,
    /// About the words of a facet, and their label.
    pub lit: Color32,
    /// About the selected claim and whatever has the focus.
    pub accent: Color32,
}

impl ReaderStyle {
    /// A plain look in egui's own typefaces, dark or light.
    pub fn plain(dark: bool) -> Self {
        let (text, paper) = if dark {
            (Color32::from_gray(222), Color32::from_gray(24))
        } else {
            (Color32::from_gray(28), Color32::from_gray(252))
        };
        Self {
            body: FontId::proportional(17.0),
            heading: FontId::proportional(19.0),
            title: FontId::proportional(28.0),
            small: FontId::proportional(12.0),
            line_height: 1.55,
            measure: 68,
            text,
            faint: Color32::from_gray(if dark { 150 } else { 100 }),
            paper,
            selection: Color32::from_rgba_unmultiplied(60, 130, 230, 90),
            hit: Color32::from_rgba_unmultiplied(250, 210, 60, 90),
            current_hit: Color32::from_rgba_unmultiplied(250, 150, 30, 150),
            lit: Color32::from_rgb(120, 90, 190),
            accent: Color32::from_rgb(30, 110, 210),
        }
    }
}
