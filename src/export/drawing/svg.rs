//! A drawing as SVG in a page, whose style sheet gives its colours.

use maud::{Markup, html};

use super::{Align, Drawing, Look, Point, Shape};

/// The drawing inside a page.
pub(in crate::export) fn svg(drawing: &Drawing) -> Markup {
    let (width, height) = drawing.size;
    html! {
        svg viewBox=(format!("0 0 {width} {height}")) role="img" aria-label=(drawing.description) {
            (shapes(drawing))
        }
    }
}

fn shapes(drawing: &Drawing) -> Markup {
    html! { @for shape in &drawing.shapes { (self::shape(shape)) } }
}

fn shape(shape: &Shape) -> Markup {
    html! {
        @match shape {
            Shape::Line { look, from: (x1, y1), to: (x2, y2) } => line.(class(*look)) x1=(x1) x2=(x2) y1=(y1) y2=(y2) {},
            Shape::Field { from: (x, y), to: (right, bottom) } => rect.band x=(x) y=(y) width=(right - x) height=(bottom - y) {},
            Shape::Circle { look, centre: (x, y), radius } => circle.(class(*look)) cx=(x) cy=(y) r=(radius) {},
            Shape::Polygon { look, corners, name } => path.(class(*look)) d=(around(corners)) {
                @if let Some(name) = name { title { (name) } }
            },
            Shape::Curve { from: (x1, y1), to: (x2, y2) } => {
                @let bend = i32::midpoint(*x1, *x2);
                path.link d=(format!("M{x1} {y1}C{bend} {y1} {bend} {y2} {x2} {y2}")) {}
            },
            Shape::Words { look, at: (x, y), align, words } => {
                text.(class(*look)) x=(x) y=(y) text-anchor=(anchor(*align)) direction="ltr" unicode-bidi="plaintext" { (words) }
            },
        }
    }
}

fn around(corners: &[Point]) -> String {
    let corners: Vec<String> = corners.iter().map(|(x, y)| format!("{x} {y}")).collect();
    format!("M{}Z", corners.join("L"))
}

const fn anchor(align: Align) -> &'static str {
    match align {
        Align::Start => "start",
        Align::Middle => "middle",
        Align::End => "end",
    }
}

/// Its name in style sheets.
const fn class(look: Look) -> &'static str {
    match look {
        Look::Rule => "line",
        Look::Bar => "bar",
        Look::Cap => "cap",
        Look::Tip => "tip",
        Look::Point => "point",
        Look::Hollow => "point hollow",
        Look::Root => "root",
        Look::Name => "name",
        Look::Scale => "axis",
    }
}
