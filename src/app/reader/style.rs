//! What the reading column looks like; filled from the theme.

use egui::{Color32, FontFamily, FontId};

use super::super::theme::{READING, READING_STRONG, Theme, metrics};

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
    /// About words found.
    pub hit_line: Color32,
    /// About the words of a facet, and their label.
    pub lit: Color32,
    /// About the selected claim and whatever has the focus.
    pub accent: Color32,
}

impl ReaderStyle {
    /// The look of a theme; `size` is that of paragraphs, in points.
    pub fn of(theme: &Theme, size: f32) -> Self {
        let colours = &theme.colours;
        let metrics = metrics();
        let strong = FontFamily::Name(READING_STRONG.into());
        Self {
            body: FontId::new(size, FontFamily::Name(READING.into())),
            heading: FontId::new((size * 1.1).round(), strong.clone()),
            title: FontId::new((size * 1.7).round(), strong),
            small: FontId::proportional(metrics.type_scale.small),
            line_height: metrics.leading.reading,
            measure: 68,
            text: colours.text.into(),
            faint: colours.quiet.into(),
            paper: colours.page.into(),
            selection: colours.text_selection.into(),
            hit: colours.found.into(),
            hit_line: colours.found_line.into(),
            lit: theme.tones.scope.ink.into(),
            accent: colours.accent.into(),
        }
    }
}
