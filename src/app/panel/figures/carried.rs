//! Rows and claims of the grid that are dragged: onto another row, or out of their figure.

use egui::{Align2, Ui, vec2};

use super::super::super::action::Action;
use super::super::super::context::{Context, Outbox, Request};
use super::super::super::theme::{Theme, metrics};
use super::super::super::toast::Toast;
use super::super::super::widget;
use super::names::Names;
use crate::claim::ClaimId;

/// What is dragged: a whole row, or the claim of a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Carried {
    pub(super) claim: ClaimId,
    pub(super) row: bool,
}

/// Over what a thing is held that is dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Onto {
    /// Nothing that takes it.
    Nothing,
    /// Another row, by its place in the crosscheck.
    Row(usize),
    /// Where claims are taken out of their figure.
    Out,
}

/// Lights a row under what is dragged, and links the two when it is let go there; says whether it is held over it.
pub(super) fn put_down(
    ui: &Ui,
    context: &Context<'_>,
    response: &egui::Response,
    onto: ClaimId,
    outbox: &mut Outbox,
) -> bool {
    let together = |a: ClaimId| context.digest.figure_of.get(&a);
    let other = |carried: &Carried| together(carried.claim) != together(onto);
    let held = response.dnd_hover_payload::<Carried>();
    let held = held.is_some_and(|carried| other(&carried));
    if held {
        let accent = Theme::at(ui).colours.accent.0;
        ui.painter().rect_stroke(
            response.rect.shrink(1.0),
            metrics().radius.control,
            egui::Stroke::new(2.0, accent),
            egui::StrokeKind::Inside,
        );
    }
    if let Some(carried) = response.dnd_release_payload::<Carried>()
        && other(&carried)
    {
        let figures = context
            .figure_of(carried.claim)
            .zip(context.figure_of(onto));
        let put = figures.map(|(one, other)| {
            let project = context.project();
            if carried.row {
                project.put_together(one, other)
            } else {
                project.moved(carried.claim, one, other)
            }
        });
        match put {
            Some(Ok(command)) => outbox.change(command),
            Some(Err(error)) => outbox.want(Request::Say(Toast::refused(error.to_string()))),
            None => {}
        }
    }
    held
}

/// What is dragged, beside the pointer, and what letting it go here would do.
pub(super) fn carried_ui(ui: &Ui, context: &Context<'_>, names: &Names, onto: &Onto) {
    const WIDTH: f32 = 320.0;
    let (Some(carried), Some(at)) = (
        egui::DragAndDrop::payload::<Carried>(ui.ctx()),
        ui.ctx().pointer_interact_pos(),
    ) else {
        return;
    };
    let name_of = |place: usize| {
        let figure = context.crosscheck.figures.get(place);
        figure.map(|figure| names.name_of(context, place, figure))
    };
    let of_row = || name_of(*context.digest.figure_of.get(&carried.claim)?);
    let claim = context.project().claims.get(&carried.claim);
    let what = if carried.row {
        of_row()
    } else {
        claim.map(|claim| format!("“{}”", claim.anchor.quote))
    };
    let Some(what) = what else {
        return;
    };
    let does = match onto {
        Onto::Row(place) => {
            let row = name_of(*place).unwrap_or_default();
            if carried.row {
                format!("Put together with “{row}”")
            } else {
                format!("Move to the row “{row}”")
            }
        }
        Onto::Out => "Take out of its figure".to_owned(),
        Onto::Nothing if carried.row => "Let go on the row that is the same figure".to_owned(),
        Onto::Nothing => "Let go on the row that it belongs to".to_owned(),
    };
    // Beside the pointer, and where there is no room at its right or below, on its other side.
    let window = ui.ctx().content_rect();
    let (right, low) = (at.x + WIDTH > window.right(), at.y + 90.0 > window.bottom());
    let corner = match (right, low) {
        (false, false) => Align2::LEFT_TOP,
        (true, false) => Align2::RIGHT_TOP,
        (false, true) => Align2::LEFT_BOTTOM,
        (true, true) => Align2::RIGHT_BOTTOM,
    };
    let beside = vec2(
        if right { -14.0 } else { 16.0 },
        if low { -12.0 } else { 14.0 },
    );
    egui::Area::new(egui::Id::unique("carried figure"))
        .order(egui::Order::Tooltip)
        .interactable(false)
        .pivot(corner)
        .fixed_pos(at + beside)
        .show(ui.ctx(), |ui| {
            widget::popup_frame(ui).show(ui, |ui| {
                ui.set_max_width(WIDTH - 30.0);
                widget::label_ui(ui, widget::quiet(what));
                match onto {
                    Onto::Nothing => widget::wrapped_ui(ui, does),
                    Onto::Row(_) | Onto::Out => widget::wrapped_ui(ui, widget::strong(does)),
                };
            });
        });
}

/// While a claim of a figure with several is dragged: where it is let go to be taken out of its figure. Says whether it is
/// held there.
pub(super) fn taken_out_ui(ui: &Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
    let Some(carried) = egui::DragAndDrop::payload::<Carried>(ui.ctx()) else {
        return false;
    };
    let several = context
        .figure_of(carried.claim)
        .is_some_and(|figure| figure.claims.len() > 1);
    if carried.row || !several {
        return false;
    }
    // Over the filter: no row is covered that it could be let go on.
    let top = ui.max_rect().center_top() + vec2(0.0, 6.0);
    egui::Area::new(egui::Id::unique("take out of its figure"))
        .order(egui::Order::Foreground)
        .pivot(Align2::CENTER_TOP)
        .fixed_pos(top)
        .show(ui.ctx(), |ui| {
            let inside = widget::popup_frame(ui).show(ui, |ui| {
                ui.label(widget::strong("Let go here to take it out of its figure"));
            });
            let held = inside.response.contains_pointer();
            if held {
                ui.painter().rect_stroke(
                    inside.response.rect,
                    metrics().radius.card,
                    egui::Stroke::new(2.0, Theme::at(ui).colours.accent.0),
                    egui::StrokeKind::Inside,
                );
            }
            if let Some(carried) = inside.response.dnd_release_payload::<Carried>() {
                outbox.look(carried.claim);
                outbox.act(Action::Split);
            }
            held
        })
        .inner
}
