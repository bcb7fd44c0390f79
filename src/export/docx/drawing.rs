//! A drawing as shapes of the word processor (DrawingML), which stay sharp at any size and can be taken apart.

use std::fmt::Write as _;

use super::xml::{escaped, runs_leftward};
use crate::export::drawing::{Align, Drawing, Look, Point, Shape};

/// English Metric Units (1/914,400 inch) to a unit of the drawing: 720 units fill the width of a page.
const EMU: i32 = 8_200;

/// The drawing in a paragraph of its own; `number` is its number in the document.
pub(super) fn paragraph(drawing: &Drawing, number: usize) -> String {
    let (width, height) = (drawing.size.0 * EMU, drawing.size.1 * EMU);
    let description = escaped(&drawing.description);
    let shapes = drawing.shapes.iter().zip(1..);
    let shapes: String = shapes
        .map(|(shape, number)| self::shape(shape, number, drawing.size.0))
        .collect();
    format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Drawing\"/></w:pPr><w:r><mc:AlternateContent><mc:Choice Requires=\"wpg\"><w:drawing>\
         <wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{width}\" cy=\"{height}\"/>\
         <wp:docPr id=\"{number}\" name=\"Drawing {number}\" descr=\"{description}\"/><wp:cNvGraphicFramePr/>\
         <a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingGroup\"><wpg:wgp><wpg:cNvGrpSpPr/>\
         <wpg:grpSpPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{width}\" cy=\"{height}\"/><a:chOff x=\"0\" y=\"0\"/><a:chExt cx=\"{width}\" cy=\"{height}\"/></a:xfrm></wpg:grpSpPr>\
         {shapes}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>\
         <mc:Fallback><w:t>{description}</w:t></mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
}

/// Where a shape stands and how it is bounded.
struct Outline {
    left: i32,
    top: i32,
    width: i32,
    height: i32,
    /// Whether it is turned upside down.
    flipped: bool,
    geometry: String,
}

impl Outline {
    /// A shape that the word processor knows by name, between two corners.
    fn known(name: &str, a: Point, b: Point) -> Self {
        Self {
            left: a.0.min(b.0),
            top: a.1.min(b.1),
            width: (a.0 - b.0).abs(),
            height: (a.1 - b.1).abs(),
            // A line is drawn from its upper left to its lower right corner.
            flipped: (b.0 < a.0) != (b.1 < a.1),
            geometry: format!("<a:prstGeom prst=\"{name}\"><a:avLst/></a:prstGeom>"),
        }
    }

    /// A path; `path` is written from the upper left corner of what holds all of `points`.
    fn path(points: &[Point], path: impl Fn(&dyn Fn(Point) -> String) -> String) -> Self {
        let low = |of: fn(&Point) -> i32| points.iter().map(of).min().unwrap_or(0);
        let high = |of: fn(&Point) -> i32| points.iter().map(of).max().unwrap_or(0);
        let (left, top) = (low(|it| it.0), low(|it| it.1));
        let (width, height) = (high(|it| it.0) - left, high(|it| it.1) - top);
        let point = |(x, y): Point| format!("<a:pt x=\"{}\" y=\"{}\"/>", x - left, y - top);
        let path = path(&point);
        Self {
            left,
            top,
            width,
            height,
            flipped: false,
            geometry: format!(
                "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l=\"0\" t=\"0\" r=\"r\" b=\"b\"/>\
                 <a:pathLst><a:path w=\"{}\" h=\"{}\">{path}</a:path></a:pathLst></a:custGeom>",
                width.max(1),
                height.max(1)
            ),
        }
    }

    fn around(corners: &[Point]) -> Self {
        Self::path(corners, |point| {
            let mut path = String::new();
            for (at, corner) in corners.iter().enumerate() {
                let tag = if at == 0 { "moveTo" } else { "lnTo" };
                let _ = write!(path, "<a:{tag}>{}</a:{tag}>", point(*corner));
            }
            path + "<a:close/>"
        })
    }

    /// A line that leaves and arrives level.
    fn bend(from: Point, to: Point) -> Self {
        let middle = i32::midpoint(from.0, to.0);
        Self::path(&[from, to], |point| {
            format!(
                "<a:moveTo>{}</a:moveTo><a:cubicBezTo>{}{}{}</a:cubicBezTo>",
                point(from),
                point((middle, from.1)),
                point((middle, to.1)),
                point(to)
            )
        })
    }
}

fn shape(shape: &Shape, number: usize, width: i32) -> String {
    let (outline, paint, text) = match shape {
        Shape::Line { look, from, to } => (Outline::known("line", *from, *to), paint(*look), None),
        Shape::Field { from, to } => (
            Outline::known("rect", *from, *to),
            painted(Some("DDE8E1"), None),
            None,
        ),
        Shape::Circle {
            look,
            centre: (x, y),
            radius,
        } => {
            let (a, b) = ((x - radius, y - radius), (x + radius, y + radius));
            (Outline::known("ellipse", a, b), paint(*look), None)
        }
        Shape::Polygon { look, corners, .. } => (Outline::around(corners), paint(*look), None),
        Shape::Curve { from, to } => (
            Outline::bend(*from, *to),
            painted(None, Some(("222222", 15))),
            None,
        ),
        Shape::Words {
            look,
            at,
            align,
            words,
        } => {
            let (a, b) = line_of_words(*at, *align, width);
            let text = text(words, *align, *look);
            (
                Outline::known("rect", a, b),
                painted(None, None),
                Some(text),
            )
        }
    };
    let lengths = [outline.left, outline.top, outline.width, outline.height];
    let [x, y, cx, cy] = lengths.map(|length| length * EMU);
    let flip = if outline.flipped { " flipV=\"1\"" } else { "" };
    format!(
        "<wps:wsp><wps:cNvPr id=\"{number}\" name=\"Shape {number}\"/><wps:cNvSpPr/>\
         <wps:spPr><a:xfrm{flip}><a:off x=\"{x}\" y=\"{y}\"/><a:ext cx=\"{cx}\" cy=\"{cy}\"/></a:xfrm>{}{paint}</wps:spPr>\
         {}<wps:bodyPr wrap=\"square\" lIns=\"0\" tIns=\"0\" rIns=\"0\" bIns=\"0\" anchor=\"b\"/></wps:wsp>",
        outline.geometry,
        text.unwrap_or_default()
    )
}

/// Filling and stroke; its width in tenths of a unit.
fn painted(fill: Option<&str>, stroke: Option<(&str, i32)>) -> String {
    let colour = |colour: &str| format!("<a:solidFill><a:srgbClr val=\"{colour}\"/></a:solidFill>");
    let fill = fill.map_or_else(|| "<a:noFill/>".to_owned(), colour);
    let stroke = stroke.map_or_else(
        || "<a:ln><a:noFill/></a:ln>".to_owned(),
        |(of, tenths)| format!("<a:ln w=\"{}\">{}</a:ln>", tenths * EMU / 10, colour(of)),
    );
    fill + &stroke
}

fn paint(look: Look) -> String {
    match look {
        Look::Rule | Look::Scale | Look::Name => painted(None, Some(("BBBBBB", 10))),
        Look::Bar => painted(None, Some(("222222", 30))),
        Look::Cap => painted(Some("FFFFFF"), Some(("222222", 25))),
        Look::Tip | Look::Root => painted(Some("222222"), None),
        Look::Point => painted(Some("000000"), None),
        Look::Hollow => painted(Some("FFFFFF"), Some(("000000", 16))),
    }
}

/// Room for a line of words, held at its place. It stays inside the drawing: what reaches out of a group moves all of it.
fn line_of_words((x, y): Point, align: Align, width: i32) -> (Point, Point) {
    const HEIGHT: i32 = 18;
    let (left, right) = match align {
        Align::Start => (x, width),
        Align::Middle => {
            let half = x.min(width - x);
            (x - half, x + half)
        }
        Align::End => (0, x),
    };
    ((left, y + 5 - HEIGHT), (right, y + 5))
}

fn text(words: &str, align: Align, look: Look) -> String {
    let style = if look == Look::Scale {
        "DrawingScale"
    } else {
        "DrawingName"
    };
    let leftward = runs_leftward(words);
    // In a paragraph that runs to the left, "left" is where it begins.
    let side = match (align, leftward) {
        (Align::Middle, _) => "center",
        (Align::Start, false) | (Align::End, true) => "left",
        (Align::End, false) | (Align::Start, true) => "right",
    };
    let bidi = if leftward { "<w:bidi/>" } else { "" };
    let runs = super::xml::run(words, "");
    format!(
        "<wps:txbx><w:txbxContent><w:p><w:pPr><w:pStyle w:val=\"{style}\"/>{bidi}<w:jc w:val=\"{side}\"/></w:pPr>{runs}</w:p></w:txbxContent></wps:txbx>"
    )
}
