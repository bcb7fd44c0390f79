//! A drawing as the template draws it: each shape its name, its look, its place and its extent.

use serde_json::{Value, json};

use crate::export::drawing::{Align, Drawing, Look, Shape};

pub(super) fn view(drawing: &Drawing) -> Value {
    json!({
        "height": drawing.size.1,
        "shapes": drawing.shapes.iter().map(shape).collect::<Value>(),
        "description": drawing.description,
        "caption": drawing.caption,
    })
}

fn shape(shape: &Shape) -> Value {
    match shape {
        Shape::Line { look, from, to } => {
            json!([
                "line",
                name(*look),
                from.0,
                from.1,
                to.0 - from.0,
                to.1 - from.1
            ])
        }
        Shape::Field { from, to } => {
            json!([
                "field",
                "band",
                from.0,
                from.1,
                to.0 - from.0,
                to.1 - from.1
            ])
        }
        Shape::Circle {
            look,
            centre: (x, y),
            radius,
        } => json!(["circle", name(*look), x - radius, y - radius, radius]),
        Shape::Polygon { look, corners, .. } => {
            let left = corners.iter().map(|it| it.0).min().unwrap_or(0);
            let top = corners.iter().map(|it| it.1).min().unwrap_or(0);
            let corners = corners.iter().map(|(x, y)| json!([x - left, y - top]));
            json!([
                "polygon",
                name(*look),
                left,
                top,
                corners.collect::<Value>()
            ])
        }
        Shape::Curve { from, to } => {
            json!([
                "curve",
                "link",
                from.0,
                from.1,
                to.0 - from.0,
                to.1 - from.1
            ])
        }
        Shape::Words {
            look,
            at: (x, y),
            align,
            words,
        } => {
            let side = match align {
                Align::Start => "start",
                Align::Middle => "middle",
                Align::End => "end",
            };
            json!(["words", name(*look), x, y, words, side])
        }
    }
}

/// Its name in the template.
const fn name(look: Look) -> &'static str {
    match look {
        Look::Rule => "line",
        Look::Bar => "bar",
        Look::Cap => "cap",
        Look::Tip => "tip",
        Look::Point => "point",
        Look::Hollow => "hollow",
        Look::Root => "root",
        Look::Name => "name",
        Look::Scale => "scale",
    }
}
