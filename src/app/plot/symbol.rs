//! Small shapes that say the same as a colour, for eyes and prints that see none.

use egui::{Color32, Painter, Pos2, Shape, Stroke, pos2, vec2};

/// A small shape.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Symbol {
    /// An empty circle.
    #[default]
    Ring,
    /// A filled circle.
    Disc,
    /// A circle filled by half.
    HalfDisc,
    /// A filled square.
    Square,
    /// A filled diamond.
    Diamond,
    /// A filled triangle, point up.
    TriangleUp,
    /// A filled triangle, point down.
    TriangleDown,
    /// A tick.
    Check,
    /// An oblique cross.
    Cross,
    /// A horizontal stroke.
    Dash,
}

impl Symbol {
    /// Draws it about `center`; `radius` in points.
    pub fn paint(self, painter: &Painter, center: Pos2, radius: f32, color: Color32) {
        let stroke = Stroke::new((radius * 0.36).max(1.2), color);
        let at = |x: f32, y: f32| center + vec2(x, y) * radius;
        let solid = |points: Vec<Pos2>| Shape::convex_polygon(points, color, Stroke::NONE);
        let line = |points: Vec<Pos2>| Shape::line(points, stroke);
        match self {
            Self::Ring => {
                painter.circle_stroke(center, radius * 0.85, stroke);
            }
            Self::Disc => {
                painter.circle_filled(center, radius, color);
            }
            Self::HalfDisc => {
                painter.circle_stroke(center, radius * 0.85, stroke);
                let lower = (0..=16_u8)
                    .map(|step| std::f32::consts::PI * f32::from(step) / 16.0)
                    .map(|angle| center + vec2(angle.cos(), angle.sin()) * radius * 0.85);
                painter.add(solid(lower.collect()));
            }
            Self::Square => {
                painter.add(solid(vec![
                    at(-0.85, -0.85),
                    at(0.85, -0.85),
                    at(0.85, 0.85),
                    at(-0.85, 0.85),
                ]));
            }
            Self::Diamond => {
                painter.add(solid(vec![
                    at(0.0, -1.15),
                    at(1.15, 0.0),
                    at(0.0, 1.15),
                    at(-1.15, 0.0),
                ]));
            }
            Self::TriangleUp => {
                painter.add(solid(vec![at(0.0, -1.05), at(1.05, 0.8), at(-1.05, 0.8)]));
            }
            Self::TriangleDown => {
                painter.add(solid(vec![at(-1.05, -0.8), at(1.05, -0.8), at(0.0, 1.05)]));
            }
            Self::Check => {
                painter.add(line(vec![at(-0.95, 0.05), at(-0.25, 0.75), at(1.0, -0.75)]));
            }
            Self::Cross => {
                painter.add(line(vec![at(-0.8, -0.8), at(0.8, 0.8)]));
                painter.add(line(vec![at(-0.8, 0.8), at(0.8, -0.8)]));
            }
            Self::Dash => {
                painter.add(line(vec![
                    pos2(center.x - radius, center.y),
                    pos2(center.x + radius, center.y),
                ]));
            }
        }
    }
}
