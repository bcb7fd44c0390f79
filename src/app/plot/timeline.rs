//! The claims of a figure by the day they held.

use std::collections::BTreeMap;

use egui::{Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};
use jiff::civil::Date;

use super::days::Days;
use super::number_line::Plotted;
use super::scale::{Axis, Division};
use super::style::{PlotResponse, PlotStyle, draw_label, label};
use super::symbol::paint_shape;
use crate::claim::ClaimId;
use crate::quantity::{End, Interval, Value};

/// A claim with its day.
#[derive(Clone, Debug)]
pub struct Dated {
    /// The claim.
    pub claim: Plotted,
    /// The day it held; `None` where it is not known.
    pub day: Option<Date>,
    /// Whether the day was worked out from the article's date.
    pub inferred: bool,
}

/// Draws each claim above its day, its whisker as long as what it can stand for: broken where the day is inferred,
/// with an arrow where it has no end. Claims without a day stand apart at the right. `height` in points.
pub fn timeline_ui(
    ui: &mut Ui,
    style: &PlotStyle,
    claims: &[Dated],
    selected: Option<ClaimId>,
    division: Division,
    height: f32,
) -> PlotResponse {
    let mut response = PlotResponse::default();
    let intervals: Vec<Interval> = claims.iter().map(|dated| dated.claim.interval).collect();
    let values: Vec<Value> = claims
        .iter()
        .filter_map(|dated| dated.claim.value)
        .collect();
    let axis = Axis::of(&intervals, &values, division);
    let (room, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let aside = if claims.iter().any(|dated| dated.day.is_none()) {
        132.0
    } else {
        0.0
    };
    let plot = Rect::from_min_max(
        pos2(room.min.x + 58.0, room.min.y + 6.0),
        pos2(room.max.x - 14.0 - aside, room.max.y - 24.0),
    );
    values_axis(ui, style, &axis, plot, room);
    let days = Days::of(claims.iter().filter_map(|dated| dated.day));
    days.axis_ui(ui, style, plot);
    if aside > 0.0 {
        let x = plot.max.x + 14.0;
        ui.painter().extend(Shape::dashed_line(
            &[pos2(x, plot.min.y), pos2(x, plot.max.y)],
            style.thin(),
            3.0,
            3.0,
        ));
        let words = label(ui, "no day given", &style.number, style.quiet, aside);
        draw_label(
            ui.painter(),
            words,
            pos2(x + aside * 0.5, plot.max.y + 6.0),
            (0.5, 0.0),
        );
    }
    let mut on_day: BTreeMap<Option<Date>, f32> = BTreeMap::new();
    let places: Vec<(f32, f32)> = claims
        .iter()
        .map(|dated| {
            let nth = on_day.entry(dated.day).or_default();
            let aside_by = *nth * 13.0;
            *nth += 1.0;
            let x = dated.day.map_or(plot.max.x + 30.0, |day| {
                plot.min.x + plot.width() * days.at(day)
            });
            (x + aside_by, spot_of(plot, &axis, &dated.claim))
        })
        .collect();
    let mut taken: Vec<Rect> = places
        .iter()
        .map(|(x, y)| Rect::from_center_size(pos2(*x, *y), vec2(14.0, 14.0)))
        .chain(claims.iter().zip(&places).map(|(dated, (x, _))| {
            let (bottom, top) = reach(plot, &axis, dated.claim.interval);
            Rect::from_x_y_ranges(x - 3.0..=x + 3.0, top..=bottom)
        }))
        .collect();
    for (dated, (x, y)) in claims.iter().zip(places) {
        let claim = &dated.claim;
        let spot = Rect::from_center_size(pos2(x, y), vec2(16.0, 16.0));
        let node = ui.interact(
            spot,
            ui.scope_id().with(("timeline", claim.claim)),
            Sense::click(),
        );
        node.widget_info(|| {
            let day = dated
                .day
                .map_or_else(|| "no day given".to_owned(), |day| day.to_string());
            WidgetInfo::selected(
                Role::Button,
                true,
                selected == Some(claim.claim),
                format!("{day}: {}", claim.label),
            )
        });
        let strong = selected == Some(claim.claim) || node.hovered() || node.has_focus();
        whisker(ui, style, &axis, plot, x, dated, strong);
        let ink = style.ink(claim.status);
        ui.painter().circle_filled(spot.center(), 7.0, style.paper);
        paint_shape(ui.painter(), claim.status.shape, spot.center(), 5.0, ink);
        if strong {
            ui.painter()
                .circle_stroke(spot.center(), 9.0, Stroke::new(1.5, style.accent));
        }
        let words = label(
            ui,
            &claim.label,
            &style.label,
            if strong { style.text } else { style.quiet },
            if dated.day.is_some() {
                240.0
            } else {
                aside - 30.0
            },
        );
        let beside = Rect::from_x_y_ranges(
            if dated.day.is_some() {
                plot.min.x..=plot.max.x + 12.0
            } else {
                plot.max.x + 18.0..=room.max.x
            },
            // Above the axis, which would strike it through.
            room.min.y..=plot.max.y - 1.0,
        );
        let free = [
            (vec2(13.0, 0.0), (0.0, 0.5)),
            (vec2(-13.0, 0.0), (1.0, 0.5)),
            (vec2(6.0, -8.0), (0.0, 1.0)),
            (vec2(6.0, 8.0), (0.0, 0.0)),
            (vec2(-6.0, -8.0), (1.0, 1.0)),
            (vec2(-6.0, 8.0), (1.0, 0.0)),
            (vec2(13.0, 22.0), (0.0, 0.5)),
            (vec2(-13.0, 22.0), (1.0, 0.5)),
        ]
        .into_iter()
        .map(|(away, anchor)| (spot.center() + away, anchor))
        .find(|(at, anchor)| {
            let corner = *at - vec2(words.size().x * anchor.0, words.size().y * anchor.1);
            let rect = Rect::from_min_size(corner, words.size());
            beside.contains_rect(rect) && !taken.iter().any(|other| other.intersects(rect))
        });
        if let Some((at, anchor)) = free {
            taken.push(draw_label(ui.painter(), words, at, anchor));
        }
        if node.clicked() {
            response.clicked = Some(claim.claim);
        }
        if node.hovered() {
            response.hovered = Some(claim.claim);
        }
        let inferred = if dated.inferred {
            ", inferred from the article's date"
        } else {
            ""
        };
        let day = dated.day.map_or_else(
            || "no day given".to_owned(),
            |day| day.strftime("%-d %B %Y").to_string(),
        );
        node.on_hover_text(format!(
            "{}\n{}\n{day}{inferred}",
            claim.label, claim.interval
        ));
    }
    response
}

fn y_of(plot: Rect, axis: &Axis, value: Value) -> f32 {
    plot.max.y - plot.height() * axis.at(value) as f32
}

/// Where the shape of a claim stands: at the number written, or beyond it where that is the one end of a bound, whose
/// mark is to be seen too.
fn spot_of(plot: Rect, axis: &Axis, claim: &Plotted) -> f32 {
    const BEYOND: f32 = 12.0;
    let Interval { low, high } = claim.interval;
    let at = |end: End| y_of(plot, axis, end.value);
    match (claim.value, low, high) {
        (Some(value), Some(end), None) if value == end.value => at(end) + BEYOND,
        (Some(value), None, Some(end)) if value == end.value => at(end) - BEYOND,
        (Some(value), Some(low), Some(high)) if value == low.value && low != high => {
            at(low) + BEYOND
        }
        (Some(value), Some(low), Some(high)) if value == high.value && low != high => {
            at(high) - BEYOND
        }
        (Some(value), ..) => y_of(plot, axis, value),
        (None, Some(low), Some(high)) => (at(low) + at(high)) * 0.5,
        (None, low, high) => low.or(high).map_or(plot.center().y, at),
    }
}

/// Lower and upper end of a whisker; the plot's edge where there is none.
fn reach(plot: Rect, axis: &Axis, interval: Interval) -> (f32, f32) {
    let at = |end: End| y_of(plot, axis, end.value);
    (
        interval.low.map_or(plot.max.y, at),
        interval.high.map_or(plot.min.y, at),
    )
}

fn whisker(
    ui: &Ui,
    style: &PlotStyle,
    axis: &Axis,
    plot: Rect,
    x: f32,
    dated: &Dated,
    strong: bool,
) {
    let interval = dated.claim.interval;
    let (bottom, top) = reach(plot, axis, interval);
    let stroke = Stroke::new(
        if strong { 2.2 } else { 1.5 },
        style.ink(dated.claim.status),
    );
    let ends = [pos2(x, bottom), pos2(x, top)];
    if dated.inferred {
        ui.painter()
            .extend(Shape::dashed_line(&ends, stroke, 4.0, 3.0));
    } else {
        ui.painter().line_segment(ends, stroke);
    }
    for (end, y, outwards) in [(interval.low, bottom, 1.0), (interval.high, top, -1.0)] {
        let at = pos2(x, y);
        match end {
            Some(end) if end.open => {
                ui.painter().circle(at, 3.2, style.paper, stroke);
            }
            Some(_) => {
                ui.painter()
                    .line_segment([at - vec2(4.5, 0.0), at + vec2(4.5, 0.0)], stroke);
            }
            None => {
                let back = -6.0 * outwards;
                ui.painter().add(Shape::line(
                    vec![at + vec2(-4.0, back), at, at + vec2(4.0, back)],
                    stroke,
                ));
            }
        }
    }
}

fn values_axis(ui: &Ui, style: &PlotStyle, axis: &Axis, plot: Rect, room: Rect) {
    let painter = ui.painter();
    for tick in axis.ticks((plot.height() / 34.0).floor().max(2.0) as usize) {
        let y = plot.max.y - plot.height() * tick.at as f32;
        painter.line_segment(
            [pos2(plot.min.x, y), pos2(room.max.x - 14.0, y)],
            style.thin(),
        );
        let words = label(ui, &tick.label, &style.number, style.quiet, 52.0);
        draw_label(painter, words, pos2(plot.min.x - 6.0, y), (1.0, 0.5));
    }
    painter.line_segment(
        [plot.left_bottom(), plot.right_bottom()],
        Stroke::new(1.0, style.quiet),
    );
}
