//! Lines under, behind and about words.

use egui::{
    Color32, CornerRadius, FontId, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2,
};

use super::mark::{MarkStyle, Underline};

/// What is behind the words of a claim. `rect` is as high as the line; `lane` counts claims it lies within.
pub(super) fn behind(painter: &Painter, rect: Rect, style: &MarkStyle, lane: usize, strong: bool) {
    let rect = words(rect).shrink2(vec2(0.0, 1.0 * lane as f32));
    let tint = if strong {
        strengthened(style.tint)
    } else {
        style.tint
    };
    painter.rect_filled(rect.expand2(vec2(1.0, 0.0)), CornerRadius::same(2), tint);
}

/// The line under the words of a claim.
pub(super) fn under(painter: &Painter, rect: Rect, style: &MarkStyle, lane: usize, strong: bool) {
    let inner = words(rect);
    let weight = if strong { 2.4 } else { 1.5 };
    let stroke = Stroke::new(weight, style.ink);
    let y = (3.0_f32.mul_add(lane as f32, inner.max.y))
        .min(rect.max.y - 0.5)
        .round();
    let (a, b) = (pos2(inner.min.x, y), pos2(inner.max.x, y));
    match style.underline {
        Underline::Solid => {
            painter.line_segment([a, b], stroke);
        }
        Underline::Dashed => painter.extend(Shape::dashed_line(&[a, b], stroke, 6.0, 3.0)),
        Underline::Dotted => {
            painter.extend(Shape::dotted_line(&[a, b], style.ink, 4.0, weight * 0.6));
        }
        Underline::Double => {
            let thin = Stroke::new(weight * 0.6, style.ink);
            painter.line_segment([a - vec2(0.0, 1.0), b - vec2(0.0, 1.0)], thin);
            painter.line_segment([a + vec2(0.0, 1.5), b + vec2(0.0, 1.5)], thin);
        }
        Underline::Wavy => {
            painter.add(Shape::line(
                wave(a, b),
                Stroke::new(weight * 0.75, style.ink),
            ));
        }
        Underline::Strike => strike(painter, rect, style.ink),
    }
}

/// A line through the words.
pub(super) fn strike(painter: &Painter, rect: Rect, color: Color32) {
    let y = words(rect).center().y.round() + 1.0;
    painter.line_segment(
        [pos2(rect.min.x, y), pos2(rect.max.x, y)],
        Stroke::new(1.5, color),
    );
}

/// A frame about words: of the selected claim, or of what has the focus.
pub(super) fn about(painter: &Painter, rect: Rect, color: Color32) {
    let frame = words(rect).expand2(vec2(1.0, 1.0));
    painter.rect_stroke(
        frame,
        CornerRadius::same(3),
        Stroke::new(1.5, color),
        StrokeKind::Outside,
    );
}

/// Words of a facet: a bracket under them and its name above, where there is room.
pub(super) fn lit(
    painter: &Painter,
    rect: Rect,
    label: Option<(&str, &FontId)>,
    color: Color32,
    is_free: impl FnOnce(Rect) -> bool,
) -> Option<Rect> {
    let inner = words(rect);
    painter.rect_filled(inner, CornerRadius::same(2), color.gamma_multiply(0.14));
    let y = inner.max.y + 0.5;
    let bracket = [
        pos2(inner.min.x, y - 3.0),
        pos2(inner.min.x, y),
        pos2(inner.max.x, y),
        pos2(inner.max.x, y - 3.0),
    ];
    painter.add(Shape::line(bracket.to_vec(), Stroke::new(1.2, color)));
    let (label, font) = label?;
    let font = FontId::new(font.size * 0.8, font.family.clone());
    let galley = painter.layout_no_wrap(label.to_owned(), font, color);
    let at = pos2(inner.min.x, inner.min.y - galley.size().y + 3.0);
    let place = Rect::from_min_size(at, galley.size());
    if !is_free(place) {
        return None;
    }
    painter.galley(at, galley, color);
    Some(place)
}

/// A grip at an end of the selected claim.
pub(super) fn grip(painter: &Painter, caret: Pos2, line_height: f32, color: Color32, above: bool) {
    let rect = words(Rect::from_min_size(caret, vec2(0.0, line_height)));
    let stroke = Stroke::new(2.0, color);
    painter.line_segment(
        [
            rect.left_top() - vec2(0.0, 2.0),
            rect.left_bottom() + vec2(0.0, 2.0),
        ],
        stroke,
    );
    let knob = if above {
        rect.left_top() - vec2(0.0, 3.0)
    } else {
        rect.left_bottom() + vec2(0.0, 3.0)
    };
    painter.circle_filled(knob, 3.6, color);
}

/// The part of a line that words fill: without most of the leading.
pub(super) fn words(rect: Rect) -> Rect {
    let leading = rect.height() * 0.13;
    Rect::from_min_max(rect.min + vec2(0.0, leading), rect.max - vec2(0.0, leading))
}

fn strengthened(color: Color32) -> Color32 {
    color.gamma_multiply(1.9)
}

fn wave(a: Pos2, b: Pos2) -> Vec<Pos2> {
    const STEP: f32 = 2.5;
    let steps = ((b.x - a.x) / STEP).ceil().max(1.0) as usize;
    (0..=steps)
        .map(|step| {
            let side = if step % 2 == 0 { 1.2 } else { -1.2 };
            pos2(STEP.mul_add(step as f32, a.x).min(b.x), a.y + side)
        })
        .collect()
}
