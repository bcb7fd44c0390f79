//! Words: weights, sizes, chips, keys, progress.

use std::sync::Arc;

use egui::{
    Align2, Color32, CornerRadius, FontFamily, FontId, Galley, Label, Response, RichText, Role,
    Sense, Stroke, TextEdit, Ui, Vec2, WidgetInfo, WidgetText, pos2, vec2,
};

use super::super::plot::paint_shape;
use super::super::reader::{label_galley, ordered};
use super::super::theme::{STRONG, Shape, Status, Theme, Tone, metrics};

/// Strong words at the size of the body.
pub fn strong(words: impl Into<String>) -> RichText {
    RichText::new(words).font(FontId::new(
        metrics().type_scale.body,
        FontFamily::Name(STRONG.into()),
    ))
}

/// A title.
pub fn title(words: impl Into<String>) -> RichText {
    RichText::new(words).font(FontId::new(
        metrics().type_scale.title,
        FontFamily::Name(STRONG.into()),
    ))
}

/// Words that step back.
pub fn quiet(words: impl Into<String>) -> RichText {
    RichText::new(words).weak()
}

/// Small words that step back.
pub fn small(words: impl Into<String>) -> RichText {
    RichText::new(words).size(metrics().type_scale.small).weak()
}

/// A label that is cut off with dots where it does not fit, and then tells the whole on hover.
pub fn label_ui(ui: &mut Ui, words: RichText) -> Response {
    match ordered(ui, &words, ui.available_width(), 1) {
        Some(galley) => galley_ui(ui, galley, words.text()),
        None => ui.add(Label::new(words).truncate()),
    }
}

/// A label that breaks into lines.
pub fn wrapped_ui(ui: &mut Ui, words: impl Into<WidgetText>) -> Response {
    breaking_ui(ui, words.into(), None)
}

/// The same to be pressed. Its sense is given at once: a label that turns into a button afterwards loses the keyboard.
pub fn pressed_words_ui(ui: &mut Ui, words: impl Into<WidgetText>) -> Response {
    breaking_ui(ui, words.into(), Some(Sense::click()))
}

fn breaking_ui(ui: &mut Ui, words: WidgetText, sense: Option<Sense>) -> Response {
    let add = |ui: &mut Ui, label: Label| match sense {
        Some(sense) => ui.add(label.selectable(false).sense(sense)),
        None => ui.add(label),
    };
    let rich = match &words {
        WidgetText::Text(text) => Some(RichText::new(text.as_str())),
        WidgetText::RichText(rich) => Some(rich.as_ref().clone()),
        WidgetText::LayoutJob(_) | WidgetText::Galley(_) => None,
    };
    let galley = rich.and_then(|rich| ordered(ui, &rich, ui.available_width(), usize::MAX));
    match galley {
        Some(galley) => {
            let said = words.text();
            let response = add(ui, Label::new(galley));
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, said));
            response
        }
        None => add(ui, Label::new(words).wrap()),
    }
}

/// A sentence of the program in the width there is: it runs from left to right, whatever name it begins with.
pub fn sentence_ui(ui: &mut Ui, words: &str) -> Response {
    /// Has no shape, and the direction of a Latin letter.
    const RIGHTWARD: char = '\u{200E}';
    let rich = RichText::new(format!("{RIGHTWARD}{words}"));
    match ordered(ui, &rich, ui.available_width(), usize::MAX) {
        Some(galley) => galley_ui(ui, galley, words),
        None => wrapped_ui(ui, words),
    }
}

/// A paragraph of a text in the width there is, at the side where it begins.
pub fn paragraph_ui(ui: &mut Ui, words: &str) {
    let rich = RichText::new(words);
    match ordered(ui, &rich, ui.available_width(), usize::MAX) {
        Some(galley) => {
            let at_right = galley.job.halign == egui::Align::RIGHT;
            let side = if at_right {
                egui::Align::Max
            } else {
                egui::Align::Min
            };
            ui.with_layout(egui::Layout::top_down(side), |ui| {
                galley_ui(ui, galley, words);
            });
        }
        None => {
            ui.add(Label::new(rich).wrap());
        }
    }
}

/// The beginning of a long name.
pub fn shortened(name: &str, most: usize) -> String {
    match name.char_indices().nth(most) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or(name).trim_end()),
        None => name.to_owned(),
    }
}

/// Words for a button, in the order they are read, within `width` points.
pub fn said(ui: &Ui, words: RichText, width: f32) -> WidgetText {
    match ordered(ui, &words, width, 1) {
        Some(galley) => galley.into(),
        None => words.into(),
    }
}

/// Words that have been put in order; read aloud as they were written.
fn galley_ui(ui: &mut Ui, galley: Arc<Galley>, words: &str) -> Response {
    let response = ui.add(Label::new(galley));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    response
}

/// A rounded ground with a word in a tone.
pub fn chip_ui(ui: &mut Ui, tone: Tone, words: &str) -> Response {
    shaped_chip_ui(ui, tone, None, words)
}

/// A chip with the shape and the word of a mark.
pub fn mark_ui(ui: &mut Ui, mark: Status) -> Response {
    shaped_chip_ui(ui, mark.tone, Some(mark.shape), mark.label)
}

/// A rounded ground with a shape and a word in a tone.
pub fn shaped_chip_ui(ui: &mut Ui, tone: Tone, shape: Option<Shape>, words: &str) -> Response {
    const SIDE: f32 = 7.0;
    const SHAPE: f32 = 14.0;
    let toned = Theme::at(ui).tone(tone);
    let font = FontId::proportional(metrics().type_scale.small);
    let before = SIDE + if shape.is_some() { SHAPE } else { 0.0 };
    let most = (ui.available_width() - before - SIDE).max(20.0);
    let galley = label_galley(ui, words, &font, toned.ink.0, most);
    let size = galley.size() + vec2(before + SIDE, 5.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    if ui.is_rect_visible(rect) {
        let radius = CornerRadius::from(rect.height() / 2.0);
        // On a ground of its own colour the chip keeps its shape by the edge.
        let edge = Stroke::new(1.0, toned.ink.0.gamma_multiply(0.35));
        let inside = egui::StrokeKind::Inside;
        ui.painter().rect(rect, radius, toned.soft.0, edge, inside);
        if let Some(shape) = shape {
            let centre = pos2(rect.left() + SIDE + 4.5, rect.center().y);
            paint_shape(ui.painter(), shape, centre, 4.2, toned.ink.0);
        }
        let at = pos2(
            rect.left() + before,
            rect.center().y - galley.size().y / 2.0,
        );
        ui.painter().galley(at, galley, toned.ink.0);
    }
    response
}

/// Only the shape of a mark; its word is told on hover and to those who hear.
pub fn shape_ui(ui: &mut Ui, mark: Status) -> Response {
    named_shape_ui(ui, mark, mark.label)
}

/// The same with words of its own.
pub fn named_shape_ui(ui: &mut Ui, mark: Status, words: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(14.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let ink = Theme::at(ui).tone(mark.tone).ink.0;
    paint_shape(ui.painter(), mark.shape, rect.center(), 4.5, ink);
    response.on_hover_text(words)
}

/// A key as on the keyboard. Not read aloud: the control beside it says its key.
pub fn keycap_ui(ui: &mut Ui, keys: &str) {
    if keys.is_empty() {
        return;
    }
    let theme = Theme::at(ui);
    let font = FontId::proportional(metrics().type_scale.caption);
    let galley = ui
        .painter()
        .layout_no_wrap(keys.to_owned(), font, theme.colours.quiet.0);
    let size = vec2((galley.size().x + 9.0).max(18.0), galley.size().y + 3.0);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let painter = ui.painter();
    painter.rect(
        rect,
        CornerRadius::same(4),
        Color32::TRANSPARENT,
        Stroke::new(1.0, theme.colours.line.0),
        egui::StrokeKind::Inside,
    );
    painter.galley(
        rect.center() - galley.size() / 2.0,
        galley,
        theme.colours.quiet.0,
    );
}

/// A thin bar, filled by `share`, 0 to 1.
pub fn progress_ui(ui: &mut Ui, width: f32, share: f32, name: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(width, 5.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ProgressIndicator, true, name));
    let theme = Theme::at(ui);
    let radius = CornerRadius::same(3);
    ui.painter()
        .rect_filled(rect, radius, theme.colours.pressed.0);
    let mut filled = rect;
    filled.set_width(rect.width() * share.clamp(0.0, 1.0));
    ui.painter()
        .rect_filled(filled, radius, theme.tones.good.ink.0);
    response
}

/// A field of one line, its words in the middle of its height.
pub fn line_edit(text: &mut String) -> TextEdit<'_> {
    TextEdit::singleline(text).align(Align2::LEFT_CENTER)
}

/// Gives a field its edge, and a name for those who hear it; its content is read as before.
pub fn name_field(ui: &Ui, response: &Response, name: &str) {
    if !response.has_focus() {
        let edge = Stroke::new(1.0, Theme::at(ui).colours.control_line.0);
        let radius = metrics().radius.control;
        let inside = egui::StrokeKind::Inside;
        ui.painter()
            .rect_stroke(response.rect, radius, edge, inside);
    }
    name_control(ui, response, name);
}

/// Shows the words of a field in the order they are read, while nobody types in it; egui lays them out from the left.
pub fn ordered_field_ui(ui: &Ui, response: &Response, text: &str) {
    if response.has_focus() {
        return;
    }
    let inside = response
        .rect
        .shrink2(vec2(ui.spacing().button_padding.x, 2.0));
    ordered_in_ui(ui, inside, text, ui.visuals().text_color());
}

/// The same for the words that an empty field shows.
pub fn ordered_hint_ui(ui: &Ui, response: &Response, hint: &str) {
    if response.has_focus() {
        return;
    }
    let inside = response
        .rect
        .shrink2(vec2(ui.spacing().button_padding.x, 2.0));
    ordered_in_ui(ui, inside, hint, ui.visuals().weak_text_color());
}

fn ordered_in_ui(ui: &Ui, inside: egui::Rect, text: &str, ink: Color32) {
    if let Some(words) = ordered(ui, &RichText::new(text).color(ink), inside.width(), 1) {
        let ground = ui.visuals().text_edit_bg_color();
        let painter = ui
            .painter()
            .with_clip_rect(inside.intersect(ui.clip_rect()));
        painter.rect_filled(inside, 0.0, ground);
        let at = pos2(inside.left(), inside.center().y - words.size().y / 2.0);
        painter.galley(at - vec2(words.rect.left(), 0.0), words, ink);
    }
}

/// Gives any other control a name for those who hear it.
pub fn name_control(ui: &Ui, response: &Response, name: &str) {
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_label(name));
}
