//! Small pictures on buttons whose words would take too much room; the words are told on hover and to those who hear.

use std::f32::consts::PI;

use egui::{Color32, Painter, Pos2, Response, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2};

use super::super::theme::{Theme, metrics};
use super::focus::focus_ui;

/// A picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    Undo,
    Redo,
    Close,
    Previous,
    Next,
}

/// A square button with a picture, called `name`.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str, enabled: bool) -> Response {
    let side = Vec2::splat(metrics().control_height);
    let sense = if enabled {
        Sense::click()
    } else {
        Sense::hover()
    };
    let (rect, response) = ui.allocate_exact_size(side, sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    let colours = &Theme::at(ui).colours;
    if enabled && (response.hovered() || response.has_focus()) {
        let fill = if response.is_pointer_button_down_on() {
            colours.pressed
        } else {
            colours.hover
        };
        ui.painter()
            .rect_filled(rect, metrics().radius.control, fill.0);
    }
    let ink = if enabled {
        colours.text.0
    } else {
        colours.quiet.0.gamma_multiply(ui.visuals().disabled_alpha)
    };
    paint(ui.painter(), icon, rect.center(), ink);
    focus_ui(ui, &response);
    response
}

fn paint(painter: &Painter, icon: Icon, centre: Pos2, ink: Color32) {
    let stroke = Stroke::new(1.6, ink);
    let line = |points: &[(f32, f32)]| {
        let points = points.iter().map(|(x, y)| centre + vec2(*x, *y)).collect();
        painter.add(egui::Shape::line(points, stroke));
    };
    match icon {
        Icon::Undo | Icon::Redo => {
            let side = if icon == Icon::Undo { 1.0 } else { -1.0 };
            let arc: Vec<(f32, f32)> = (0..=12_u8)
                .map(|step| PI * (f32::from(step) / 12.0 - 0.5))
                .map(|angle| {
                    (
                        side * angle.cos().mul_add(4.2, 1.0),
                        angle.sin().mul_add(4.2, 1.2),
                    )
                })
                .collect();
            line(&[(-5.5 * side, -3.0), (1.0 * side, -3.0)]);
            line(&arc);
            line(&[(1.0 * side, 5.4), (-3.0 * side, 5.4)]);
            line(&[(-2.6 * side, -6.2), (-5.8 * side, -3.0), (-2.6 * side, 0.2)]);
        }
        Icon::Close => {
            line(&[(-4.0, -4.0), (4.0, 4.0)]);
            line(&[(-4.0, 4.0), (4.0, -4.0)]);
        }
        Icon::Previous => line(&[(-4.5, 2.5), (0.0, -2.5), (4.5, 2.5)]),
        Icon::Next => line(&[(-4.5, -2.5), (0.0, 2.5), (4.5, -2.5)]),
    }
}
