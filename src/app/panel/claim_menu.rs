//! The menu of a claim, wherever it is shown: what can be done with it, with the keys.

use egui::{Button, RectAlign, Response, RichText, Tooltip, Ui};

use super::super::action::{Action, label_in};
use super::super::context::{Context, Outbox, View};
use super::super::widget;
use crate::claim::ClaimId;

/// In groups.
const GROUPS: &[&[Action]] = &[
    &[Action::Accept, Action::Reject],
    &[
        Action::Rate(1),
        Action::Rate(2),
        Action::Rate(3),
        Action::Rate(4),
        Action::Rate(5),
        Action::Rate(6),
    ],
    &[
        Action::Evidence,
        Action::Note,
        Action::Edit,
        Action::Recheck,
    ],
    &[
        Action::ShowInText,
        Action::ShowInFigures,
        Action::SideBySide,
        Action::CopyCitation,
    ],
    &[
        Action::Link,
        Action::Split,
        Action::DecideFigure,
        Action::RemoveClaim,
    ],
];

/// Lets a press with the other button look at the claim and open its menu.
pub(super) fn claim_menu_ui(
    response: &Response,
    context: &Context<'_>,
    claim: ClaimId,
    outbox: &mut Outbox,
) {
    if response.secondary_clicked() && context.selection.claim != Some(claim) {
        outbox.look(claim);
    }
    response.context_menu(|ui| {
        ui.set_width(250.0);
        ui.spacing_mut().interact_size.y = 23.0;
        ui.spacing_mut().button_padding.y = 1.0;
        ui.spacing_mut().item_spacing.y = 0.0;
        let view = context.selection.view;
        for (at, group) in GROUPS.iter().enumerate() {
            if at > 0 {
                widget::separator_ui(ui);
            }
            for action in *group {
                let here = match action {
                    Action::ShowInText => view == View::Read,
                    Action::ShowInFigures => view == View::Figures,
                    Action::Rate(at) => context.project().ratings.len() < usize::from(*at),
                    _ => false,
                };
                if !here {
                    item_ui(ui, context, *action, outbox);
                }
            }
        }
    });
}

/// An action as an item of a menu.
pub(super) fn item_ui(ui: &mut Ui, context: &Context<'_>, action: Action, outbox: &mut Outbox) {
    let entry = action.entry();
    let keys = RichText::new(action.keys(ui.ctx())).weak();
    let button = Button::new(label_in(entry, context)).shortcut_text(keys);
    let item = ui.add(button);
    // Beside the menu: below, it would hide the next items.
    let mut tip = Tooltip::for_enabled(&item);
    tip.popup = tip.popup.align(RectAlign::RIGHT);
    tip.show(|ui| ui.label(entry.help));
    if item.clicked() {
        outbox.act(action);
        ui.close();
    }
}
