//! What stands in a cell of the grid: a claim as written, its source and time; how much a row deserves a look.

use egui::{Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::super::super::context::Context;
use super::super::super::theme::{Theme, metrics};
use super::super::super::widget;
use super::carried::Carried;
use super::grid::stacked;
use crate::claim::{Certainty, Claim};
use crate::crosscheck::Figure;
use crate::export::words::grouped;

/// How much the row deserves a look, as bars that rise; why, on hover.
pub(super) fn worth_ui(ui: &mut Ui, figure: &Figure) {
    const BARS: u32 = 4;
    let filled = (figure.priority.weight * BARS)
        .div_ceil(1_000)
        .clamp(1, BARS);
    let (rect, response) = ui.allocate_exact_size(vec2(19.0, 14.0), Sense::hover());
    let name = format!("Worth a look: {filled} of {BARS}");
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    let colours = &Theme::at(ui).colours;
    for (bar, left) in (1..=BARS).zip([0.0, 5.0, 10.0, 15.0]) {
        let height = [5.0, 8.0, 11.0, 14.0][(bar - 1) as usize % 4];
        // An unlit bar is still to be seen on the ground of the selected row.
        let ink = if bar <= filled {
            colours.quiet.0
        } else {
            colours.control_line.0.gamma_multiply(0.45)
        };
        let corner = pos2(rect.left() + left, rect.bottom() - height);
        let bar = egui::Rect::from_min_size(corner, vec2(3.0, height));
        ui.painter().rect_filled(bar, 1.0, ink);
    }
    let why = &figure.priority.why;
    response.on_hover_text(if why.is_empty() {
        name
    } else {
        format!("{name}\n{why}")
    });
}

/// When it held, where the text says so; the day of the article stands in the head of the column.
fn when(claim: &Claim) -> Option<String> {
    let reading = &claim.reading;
    let stated = reading.as_of.as_ref();
    let stated = stated.filter(|as_of| as_of.certainty == Certainty::Stated);
    match (stated, &reading.period) {
        (Some(as_of), _) => Some(format!("as of {}", as_of.date)),
        (None, Some(period)) => Some(period.words.text.clone()),
        (None, None) => None,
    }
}

/// A thick ring in the cell while the keyboard is on it; the claim that is looked at has a thin one.
pub(super) fn focus_ui(ui: &Ui, cell: egui::Rect, response: &egui::Response) {
    if response.has_focus() {
        ring_ui(ui, cell, 2.5);
    }
}

fn ring_ui(ui: &Ui, cell: egui::Rect, weight: f32) {
    ui.painter().rect_stroke(
        cell.shrink(2.0),
        metrics().radius.control,
        egui::Stroke::new(weight, Theme::at(ui).colours.accent.0),
        egui::StrokeKind::Inside,
    );
}

/// The room that small words take behind others, in points.
fn room_for(ui: &Ui, words: &str) -> f32 {
    let font = egui::TextStyle::Small.resolve(ui.style());
    let ink = ui.visuals().text_color();
    let galley = ui.painter().layout_no_wrap(words.to_owned(), font, ink);
    galley.size().x + ui.spacing().item_spacing.x
}

/// A claim in the cell of its article. `count` claims share the cell.
pub(super) fn cell_claim_ui(
    ui: &mut Ui,
    rect: egui::Rect,
    context: &Context<'_>,
    claim: &Claim,
    count: usize,
) -> egui::Response {
    let whole = ui.max_rect();
    let response = ui.interact(whole, ui.scope_id().with("cell"), Sense::click_and_drag());
    response.dnd_set_drag_payload(Carried {
        claim: claim.id,
        row: false,
    });
    let on = context.selection.claim == Some(claim.id);
    let (mark, standing) = (context.mark_of(claim.id), context.standing_of(claim.id));
    response.widget_info(|| {
        let words = format!("{}, {standing}", claim.anchor.quote);
        WidgetInfo::selected(Role::RadioButton, true, on, words)
    });
    let theme = Theme::at(ui);
    if on {
        ring_ui(ui, whole, 1.5);
    } else if response.hovered() {
        ui.painter().rect_filled(
            whole.shrink(2.0),
            metrics().radius.control,
            theme.colours.hover.0,
        );
    }
    focus_ui(ui, whole, &response);
    ui.scope_builder(stacked(rect), |ui| {
        ui.spacing_mut().item_spacing.y = 1.0;
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = metrics().space.tight;
            ui.set_max_height(18.0);
            widget::named_shape_ui(ui, mark, standing);
            // Apart from the words, which may run from right to left.
            let more = (count > 1).then(|| format!("+{}", grouped(count - 1)));
            let room = more.as_ref().map_or(0.0, |more| room_for(ui, more));
            ui.scope(|ui| {
                ui.set_max_width((ui.available_width() - room).max(0.0));
                widget::label_ui(ui, widget::strong(claim.anchor.quote.as_str()));
            });
            if let Some(more) = more {
                ui.label(widget::small(more));
            }
        });
        let source = claim.reading.attribution.as_ref();
        let source = source.map_or("no source given", |source| source.source.text.as_str());
        widget::label_ui(ui, widget::small(source));
        if let Some(when) = when(claim) {
            widget::label_ui(ui, widget::small(when));
        }
    });
    response.on_hover_text(claim.anchor.quote.as_str())
}
