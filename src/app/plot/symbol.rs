//! Small shapes that say the same as a colour, for eyes and prints that see none.

use egui::{Color32, Painter, Pos2, Stroke, pos2, vec2};

use super::super::theme::Shape;

/// Draws `shape` about `center`; `radius` in points.
pub fn paint_shape(painter: &Painter, shape: Shape, center: Pos2, radius: f32, color: Color32) {
    let stroke = Stroke::new((radius * 0.36).max(1.3), color);
    let at = |x: f32, y: f32| center + vec2(x, y) * radius;
    let solid = |points: &[(f32, f32)]| {
        let points = points.iter().map(|(x, y)| at(*x, *y)).collect();
        painter.add(egui::Shape::convex_polygon(points, color, Stroke::NONE));
    };
    let line = |points: &[(f32, f32)]| {
        let points = points.iter().map(|(x, y)| at(*x, *y)).collect();
        painter.add(egui::Shape::line(points, stroke));
    };
    // A sign is cut out of a seal: dark out of a light one, light out of a dark one.
    let paper = if color.intensity() > 0.5 {
        Color32::from_gray(20)
    } else {
        Color32::WHITE
    };
    let seal = || painter.circle_filled(center, radius * 1.12, color);
    let sign = |points: &[(f32, f32)]| {
        let points = points.iter().map(|(x, y)| at(*x, *y)).collect();
        let stroke = Stroke::new((radius * 0.3).max(1.2), paper);
        painter.add(egui::Shape::line(points, stroke));
    };
    match shape {
        Shape::Ring => {
            painter.circle_stroke(center, radius * 0.85, stroke);
        }
        Shape::Dot => {
            painter.circle_filled(center, radius * 0.7, color);
        }
        Shape::HalfDisc => {
            painter.circle_stroke(center, radius * 0.85, stroke);
            let lower: Vec<_> = (0..=16_u8)
                .map(|step| std::f32::consts::PI * f32::from(step) / 16.0)
                .map(|angle| (angle.cos() * 0.85, angle.sin() * 0.85))
                .collect();
            solid(&lower);
        }
        Shape::Square => solid(&[(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)]),
        Shape::Triangle => solid(&[(0.0, -1.0), (1.0, 0.8), (-1.0, 0.8)]),
        Shape::Check => line(&[(-0.95, 0.05), (-0.25, 0.75), (1.0, -0.75)]),
        Shape::Cross => {
            line(&[(-0.75, -0.75), (0.75, 0.75)]);
            line(&[(-0.75, 0.75), (0.75, -0.75)]);
        }
        Shape::Slash => {
            painter.circle_stroke(center, radius * 0.85, stroke);
            line(&[(-0.6, 0.6), (0.6, -0.6)]);
        }
        Shape::Equals => {
            line(&[(-0.85, -0.38), (0.85, -0.38)]);
            line(&[(-0.85, 0.38), (0.85, 0.38)]);
        }
        Shape::AlmostEquals => {
            for y in [-0.4, 0.4] {
                let wave: Vec<_> = (0..=12_u8)
                    .map(|step| f32::from(step) / 6.0 - 1.0)
                    .map(|x| (x * 0.95, (x * std::f32::consts::PI).sin().mul_add(-0.25, y)))
                    .collect();
                line(&wave);
            }
        }
        Shape::Bound => {
            // "At least": a bar, and an arrow away from it.
            line(&[(-0.85, -0.8), (-0.85, 0.8)]);
            line(&[(-0.85, 0.0), (0.9, 0.0)]);
            line(&[(0.35, -0.5), (0.9, 0.0), (0.35, 0.5)]);
        }
        Shape::Arrow => {
            line(&[(-0.8, 0.8), (0.7, -0.7)]);
            line(&[(-0.15, -0.75), (0.75, -0.75), (0.75, 0.15)]);
        }
        Shape::SealedCheck => {
            seal();
            sign(&[(-0.5, 0.02), (-0.14, 0.4), (0.52, -0.36)]);
        }
        Shape::RingedTilde => {
            // Open, so that it is told from a full seal where it is small.
            painter.circle_stroke(center, radius * 0.98, stroke);
            let wave: Vec<_> = (0..=12_u8)
                .map(|step| f32::from(step) / 6.0 - 1.0)
                .map(|x| (x * 0.54, (x * std::f32::consts::PI).sin() * -0.22))
                .collect();
            line(&wave);
        }
        Shape::SealedBar => {
            seal();
            sign(&[(-0.5, 0.0), (0.5, 0.0)]);
        }
        Shape::SealedClock => {
            seal();
            sign(&[(0.0, -0.58), (0.0, 0.05), (0.42, 0.3)]);
        }
        Shape::SealedCross => {
            seal();
            sign(&[(-0.38, -0.38), (0.38, 0.38)]);
            sign(&[(-0.38, 0.38), (0.38, -0.38)]);
        }
        Shape::SealedQuestion => {
            seal();
            let hook: Vec<_> = (0..=8_u8)
                .map(|step| 0.53_f32.mul_add(f32::from(step), -std::f32::consts::PI))
                .map(|angle| (angle.cos() * 0.3, angle.sin().mul_add(0.28, -0.28)))
                .chain([(0.0, 0.14), (0.0, 0.24)])
                .collect();
            sign(&hook);
            painter.circle_filled(at(0.0, 0.56), (radius * 0.14).max(0.7), paper);
        }
        Shape::Bolt => {
            solid(&[(0.25, -1.1), (-0.75, 0.2), (0.05, 0.15)]);
            solid(&[(-0.25, 1.1), (0.75, -0.2), (-0.05, -0.15)]);
        }
        Shape::Question => {
            let hook: Vec<_> = (0..=10_u8)
                .map(|step| 0.43_f32.mul_add(f32::from(step), -std::f32::consts::PI))
                .map(|angle| (angle.cos() * 0.55, angle.sin().mul_add(0.5, -0.45)))
                .chain([(0.0, 0.15), (0.0, 0.42)])
                .collect();
            line(&hook);
            painter.circle_filled(
                pos2(center.x, radius.mul_add(0.95, center.y)),
                stroke.width * 0.65,
                color,
            );
        }
    }
}
