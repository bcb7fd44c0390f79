//! A drawing of the report in the window: the very shapes that are printed.

use std::sync::Arc;

use egui::epaint::CubicBezierShape;
use egui::{Color32, FontId, Galley, Pos2, Rect, Response, Sense, Stroke, Ui, pos2, vec2};

use super::style::{PlotStyle, label};
use crate::export::drawing::{Align, Drawing, Look, Point, Shape};

/// Sizes of words, in units of the drawing: those of a web page.
const NAME: f32 = 12.5;
const SCALE: f32 = 11.5;

/// Draws it as wide as there is room; it can be pressed.
pub fn printed_ui(ui: &mut Ui, style: &PlotStyle, drawing: &Drawing) -> Response {
    let (width, height) = (drawing.size.0.max(1) as f32, drawing.size.1 as f32);
    let unit = ui.available_width() / width;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height) * unit, Sense::click());
    if ui.is_rect_visible(rect) {
        let sheet = Sheet { rect, unit, style };
        for shape in &drawing.shapes {
            sheet.shape_ui(ui, shape);
        }
    }
    response
}

/// Where a drawing stands in the window, and how large.
struct Sheet<'a> {
    rect: Rect,
    /// Points to a unit of the drawing.
    unit: f32,
    style: &'a PlotStyle,
}

impl Sheet<'_> {
    fn at(&self, (x, y): Point) -> Pos2 {
        self.rect.min + vec2(x as f32, y as f32) * self.unit
    }

    fn stroke(&self, look: Look) -> Stroke {
        let (width, ink) = match look {
            Look::Rule => (1.0, self.style.line),
            Look::Bar => (3.0, self.style.quiet),
            Look::Cap => (2.5, self.style.quiet),
            Look::Hollow => (1.6, self.style.text),
            _ => return Stroke::NONE,
        };
        Stroke::new(width * self.unit, ink)
    }

    const fn filling(&self, look: Look) -> Color32 {
        match look {
            Look::Cap | Look::Hollow => self.style.paper,
            Look::Tip | Look::Root => self.style.quiet,
            Look::Point => self.style.text,
            _ => Color32::TRANSPARENT,
        }
    }

    fn shape_ui(&self, ui: &Ui, shape: &Shape) {
        let painter = ui.painter();
        match shape {
            Shape::Line { look, from, to } => {
                painter.line_segment([self.at(*from), self.at(*to)], self.stroke(*look));
            }
            Shape::Field { from, to } => {
                let field = Rect::from_min_max(self.at(*from), self.at(*to));
                painter.rect_filled(field, 0.0, self.style.common);
            }
            Shape::Circle {
                look,
                centre,
                radius,
            } => {
                let radius = *radius as f32 * self.unit;
                let (filling, stroke) = (self.filling(*look), self.stroke(*look));
                painter.circle(self.at(*centre), radius, filling, stroke);
            }
            Shape::Polygon { look, corners, .. } => {
                let corners = corners.iter().map(|corner| self.at(*corner)).collect();
                let (filling, stroke) = (self.filling(*look), self.stroke(*look));
                painter.add(egui::Shape::convex_polygon(corners, filling, stroke));
            }
            Shape::Curve { from, to } => {
                let bend = i32::midpoint(from.0, to.0);
                let points = [*from, (bend, from.1), (bend, to.1), *to].map(|it| self.at(it));
                let stroke = Stroke::new(1.5 * self.unit, self.style.quiet);
                let curve = CubicBezierShape::from_points_stroke(
                    points,
                    false,
                    Color32::TRANSPARENT,
                    stroke,
                );
                painter.add(curve);
            }
            Shape::Words {
                look,
                at,
                align,
                words,
            } => self.words_ui(ui, *look, self.at(*at), *align, words),
        }
    }

    fn words_ui(&self, ui: &Ui, look: Look, at: Pos2, align: Align, words: &str) {
        let (size, ink) = match look {
            Look::Scale => (SCALE, self.style.quiet),
            _ => (NAME, self.style.text),
        };
        let font = FontId::proportional(size * self.unit);
        let words = label(ui, words, &font, ink, f32::INFINITY);
        let left = match align {
            Align::Start => at.x,
            Align::Middle => at.x - words.size().x / 2.0,
            Align::End => at.x - words.size().x,
        };
        let corner = pos2(left, at.y - foot_of(&words));
        ui.painter().galley(corner, words, Color32::PLACEHOLDER);
    }
}

/// From the upper edge of words to the line they stand on.
fn foot_of(words: &Arc<Galley>) -> f32 {
    let row = words.rows.first();
    let glyph = row.and_then(|row| Some(row.pos.y + row.glyphs.first()?.pos.y));
    glyph.unwrap_or_else(|| words.size().y)
}
