//! Rows and claims of the grid that are dragged: onto another row, or out of their figure.

use egui::{Align2, Ui, vec2};

use super::super::super::action::Action;
use super::super::super::context::{Context, Outbox, Request};
use super::super::super::theme::{Theme, metrics};
use super::super::super::toast::Toast;
use super::super::super::widget;
use super::naming::title_of;
use crate::claim::ClaimId;

/// What is dragged: a whole row, or the claim of a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Carried {
    pub(super) claim: ClaimId,
    pub(super) row: bool,
}

/// Lights a row under what is dragged, and links the two when it is let go there.
pub(super) fn put_down(
    ui: &Ui,
    context: &Context<'_>,
    response: &egui::Response,
    onto: ClaimId,
    outbox: &mut Outbox,
) {
    let together = |a: ClaimId| context.digest.figure_of.get(&a);
    let other = |carried: &Carried| together(carried.claim) != together(onto);
    if response
        .dnd_hover_payload::<Carried>()
        .is_some_and(|carried| other(&carried))
    {
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
            Some(Err(error)) => outbox.want(Request::Say(Toast::failed(error.to_string()))),
            None => {}
        }
    }
}

/// What is dragged, beside the pointer.
pub(super) fn carried_ui(ui: &Ui, context: &Context<'_>) {
    let (Some(carried), Some(at)) = (
        egui::DragAndDrop::payload::<Carried>(ui.ctx()),
        ui.ctx().pointer_interact_pos(),
    ) else {
        return;
    };
    let Some(figure) = context.figure_of(carried.claim) else {
        return;
    };
    egui::Area::new(egui::Id::unique("carried figure"))
        .order(egui::Order::Tooltip)
        .interactable(false)
        .fixed_pos(at + vec2(14.0, 10.0))
        .show(ui.ctx(), |ui| {
            widget::popup_frame(ui).show(ui, |ui| {
                ui.set_max_width(280.0);
                widget::label_ui(ui, widget::strong(title_of(context, figure)));
                ui.label(widget::small("Let go on the same figure"));
            });
        });
}

/// While a claim of a figure with several is dragged: where it is let go to be taken out of its figure.
pub(super) fn taken_out_ui(ui: &Ui, context: &Context<'_>, outbox: &mut Outbox) {
    let Some(carried) = egui::DragAndDrop::payload::<Carried>(ui.ctx()) else {
        return;
    };
    let several = context
        .figure_of(carried.claim)
        .is_some_and(|figure| figure.claims.len() > 1);
    if !several {
        return;
    }
    let foot = ui.max_rect().center_bottom() - vec2(0.0, 16.0);
    egui::Area::new(egui::Id::unique("take out of its figure"))
        .order(egui::Order::Foreground)
        .pivot(Align2::CENTER_BOTTOM)
        .fixed_pos(foot)
        .show(ui.ctx(), |ui| {
            let inside = widget::popup_frame(ui).show(ui, |ui| {
                ui.label(widget::strong("Let go here to take it out of its figure"));
            });
            if inside.response.contains_pointer() {
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
        });
}
