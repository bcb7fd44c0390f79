//! The claims of a figure as intervals on one line of numbers.

use egui::{Pos2, Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::scale::{Axis, Division};
use super::style::{PlotResponse, PlotStyle, draw_label, label};
use super::symbol::paint_shape;
use crate::claim::ClaimId;
use crate::quantity::{End, Interval, Value};

use super::super::theme::Status;

/// Height of a claim's row, in points.
const ROW: f32 = 24.0;
/// Width of the shapes between labels and plot, in points.
const SHAPE: f32 = 24.0;

/// A claim on a plot.
#[derive(Clone, Debug)]
pub struct Plotted {
    /// Which.
    pub claim: ClaimId,
    /// The figure as written and who printed it: "about 98,000 · Harbour Post".
    pub label: String,
    /// What it can stand for, in the unit of the plot.
    pub interval: Interval,
    /// The number written, where there is one.
    pub value: Option<Value>,
    /// How it stands to the others.
    pub status: Status,
}

/// Draws each claim in a row of its own: how it stands to the others as a shape, the number written as a dot, what it can stand for as a line with a bar at
/// a closed end, a ring at an open one and an arrow where there is none; behind them what all have in common.
pub fn number_line_ui(
    ui: &mut Ui,
    style: &PlotStyle,
    claims: &[Plotted],
    common: Option<Interval>,
    unit: &str,
    selected: Option<ClaimId>,
    division: &mut Division,
) -> PlotResponse {
    let mut response = PlotResponse::default();
    let intervals: Vec<Interval> = claims.iter().map(|claim| claim.interval).collect();
    let values: Vec<Value> = claims.iter().filter_map(|claim| claim.value).collect();
    let axis = Axis::of(&intervals, &values, *division);
    let width = ui.available_width();
    let widest = claims
        .iter()
        .map(|claim| {
            label(ui, &claim.label, &style.label, style.text, f32::INFINITY)
                .size()
                .x
        })
        .fold(0.0, f32::max);
    let labels = (widest + 6.0).clamp(90.0, (width * 0.46).max(90.0));
    let height = (claims.len() as f32).mul_add(ROW, 34.0);
    let (room, _) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let plot = Rect::from_min_max(
        pos2(room.min.x + labels + SHAPE, room.min.y + 2.0),
        pos2(room.max.x - 12.0, room.max.y - 32.0),
    );
    let x = |share: f64| plot.min.x + plot.width() * share as f32;
    axis_ui(ui, style, &axis, plot, unit);
    if let Some(common) = common {
        let left = common.low.map_or(plot.min.x, |end| x(axis.at(end.value)));
        let right = common.high.map_or(plot.max.x, |end| x(axis.at(end.value)));
        // A single value in common is still to be seen.
        let band = Rect::from_x_y_ranges(
            left.min(right - 3.0)..=right.max(left + 3.0),
            plot.y_range(),
        );
        ui.painter()
            .rect_filled(band.intersect(plot), 2.0, style.common);
        for edge in [band.min.x, band.max.x]
            .into_iter()
            .filter(|edge| plot.x_range().contains(*edge))
        {
            let ends = [pos2(edge, plot.min.y), pos2(edge, plot.max.y)];
            ui.painter().extend(Shape::dashed_line(
                &ends,
                Stroke::new(1.0, style.quiet),
                3.0,
                3.0,
            ));
        }
    }
    for (nth, claim) in claims.iter().enumerate() {
        let top = (nth as f32).mul_add(ROW, plot.min.y);
        let row = Rect::from_min_max(pos2(room.min.x, top), pos2(room.max.x, top + ROW));
        let node = ui.interact(
            row,
            ui.scope_id().with(("number line", claim.claim)),
            Sense::click(),
        );
        node.widget_info(|| {
            let name = format!(
                "{}, {}: {}",
                claim.label,
                claim.status.label.to_lowercase(),
                claim.interval
            );
            WidgetInfo::selected(Role::Button, true, selected == Some(claim.claim), name)
        });
        let strong = selected == Some(claim.claim) || node.hovered() || node.has_focus();
        if strong {
            ui.painter()
                .rect_filled(row, 3.0, style.accent.gamma_multiply(0.10));
        }
        let ink = if strong { style.text } else { style.quiet };
        let words = label(ui, &claim.label, &style.label, ink, labels);
        draw_label(
            ui.painter(),
            words,
            pos2(plot.min.x - SHAPE, row.center().y),
            (1.0, 0.5),
        );
        let at = pos2(plot.min.x - SHAPE * 0.5, row.center().y);
        paint_shape(
            ui.painter(),
            claim.status.shape,
            at,
            5.0,
            style.ink(claim.status),
        );
        whiskers(ui, style, &axis, plot, row.center().y, claim, strong);
        if node.clicked() {
            response.clicked = Some(claim.claim);
        }
        if node.hovered() {
            response.hovered = Some(claim.claim);
        }
        node.on_hover_text(format!("{}: {} {unit}", claim.status.label, claim.interval));
    }
    division_ui(ui, style, room, &axis, division, &intervals, &values);
    response
}

fn whiskers(
    ui: &Ui,
    style: &PlotStyle,
    axis: &Axis,
    plot: Rect,
    y: f32,
    claim: &Plotted,
    strong: bool,
) {
    let ink = style.ink(claim.status);
    let stroke = Stroke::new(if strong { 2.4 } else { 1.7 }, ink);
    let x = |value: Value| plot.min.x + plot.width() * axis.at(value) as f32;
    let left = claim.interval.low.map_or(plot.min.x, |end| x(end.value));
    let right = claim.interval.high.map_or(plot.max.x, |end| x(end.value));
    let painter = ui.painter();
    painter.line_segment([pos2(left, y), pos2(right, y)], stroke);
    for (end, at, outwards) in [
        (claim.interval.low, left, -1.0),
        (claim.interval.high, right, 1.0),
    ] {
        end_ui(ui, end, pos2(at, y), outwards, stroke, style);
    }
    if let Some(value) = claim.value {
        let at = pos2(x(value), y);
        // A bound stands at its end already.
        let is_end = |end: Option<End>| end.is_some_and(|end| end.value == value);
        if is_end(claim.interval.low) == is_end(claim.interval.high) {
            painter.circle(at, 4.2, ink, Stroke::new(2.0, style.paper));
        }
    }
}

/// A bar where an interval includes its end, a ring where it does not, an arrow where it has none.
fn end_ui(ui: &Ui, end: Option<End>, at: Pos2, outwards: f32, stroke: Stroke, style: &PlotStyle) {
    let painter = ui.painter();
    match end {
        Some(End { open: false, .. }) => {
            painter.line_segment([at - vec2(0.0, 5.0), at + vec2(0.0, 5.0)], stroke);
        }
        Some(End { open: true, .. }) => {
            painter.circle(at, 3.6, style.paper, stroke);
        }
        None => {
            let back = -6.0 * outwards;
            let head = vec![at + vec2(back, -4.5), at, at + vec2(back, 4.5)];
            painter.add(Shape::line(head, stroke));
        }
    }
}

/// The axis under a plot, with as many round numbers as can be read.
fn axis_ui(ui: &Ui, style: &PlotStyle, axis: &Axis, plot: Rect, unit: &str) {
    let painter = ui.painter();
    painter.line_segment(
        [plot.left_bottom(), plot.right_bottom()],
        Stroke::new(1.0, style.quiet),
    );
    let most = (plot.width() / 64.0).floor().max(2.0) as usize;
    let mut taken = f32::NEG_INFINITY;
    for tick in axis.ticks(most) {
        let x = plot.min.x + plot.width() * tick.at as f32;
        painter.line_segment(
            [pos2(x, plot.min.y), pos2(x, plot.max.y + 4.0)],
            style.thin(),
        );
        let words = label(ui, &tick.label, &style.number, style.quiet, 80.0);
        if x - words.size().x * 0.5 > taken + 4.0 {
            taken = draw_label(painter, words, pos2(x, plot.max.y + 5.0), (0.5, 0.0))
                .max
                .x;
        }
    }
    let words = label(ui, unit, &style.number, style.quiet, plot.width() * 0.6);
    draw_label(
        painter,
        words,
        pos2(plot.max.x, plot.max.y + 18.0),
        (1.0, 0.0),
    );
}

/// Says how the axis is divided, and divides it the other way on a click.
fn division_ui(
    ui: &mut Ui,
    style: &PlotStyle,
    room: Rect,
    axis: &Axis,
    division: &mut Division,
    intervals: &[Interval],
    values: &[Value],
) {
    let other = if axis.is_log() {
        Division::Linear
    } else {
        Division::Logarithmic
    };
    let can = Axis::of(intervals, values, other).is_log() != axis.is_log();
    if !can {
        return;
    }
    let name = if axis.is_log() {
        "Scale: logarithmic"
    } else {
        "Scale: linear"
    };
    let words = label(ui, name, &style.number, style.quiet, 200.0);
    let place = Rect::from_min_size(
        pos2(room.min.x, room.max.y - 20.0),
        words.size() + vec2(8.0, 4.0),
    );
    let button = ui.interact(place, ui.scope_id().with("division"), Sense::click());
    button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    if button.hovered() || button.has_focus() {
        ui.painter()
            .rect_filled(place, 3.0, style.accent.gamma_multiply(0.12));
    }
    draw_label(ui.painter(), words, place.center(), (0.5, 0.5));
    if button.clicked() {
        *division = other;
    }
    button.on_hover_text("Equal distances are equal steps, or equal ratios");
}
