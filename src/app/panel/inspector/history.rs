//! What was done to a claim, by whom and when.

use egui::{CollapsingHeader, Ui};

use super::super::super::context::Context;
use super::super::super::widget;
use super::verdict::day_and_time;
use crate::claim::ClaimId;
use crate::project::{Change, Command};

/// Draws it, folded away until asked for.
pub(super) fn history_ui(ui: &mut Ui, context: &Context<'_>, claim: ClaimId) {
    let events: Vec<_> = context
        .session
        .log()
        .iter()
        .filter(|event| match &event.change {
            Change::Did(command) => concerns(command, claim),
            _ => false,
        })
        .collect();
    if events.is_empty() {
        return;
    }
    ui.add_space(12.0);
    CollapsingHeader::new(widget::strong(format!("History ({})", events.len())))
        .id_salt("history of the claim")
        .show(ui, |ui| {
            for event in events.iter().rev() {
                widget::wrapped_ui(ui, event.label.as_str());
                ui.label(widget::small(format!(
                    "{}, {}",
                    event.stamp.by,
                    day_and_time(&event.stamp.at)
                )));
            }
        });
}

fn concerns(command: &Command, claim: ClaimId) -> bool {
    match command {
        Command::EditClaim { claim: of, .. }
        | Command::MoveClaim { claim: of, .. }
        | Command::AddEvidence { claim: of, .. }
        | Command::RemoveEvidence { claim: of, .. }
        | Command::SetNote { claim: of, .. } => *of == claim,
        Command::SetStatus { claims, .. } | Command::SetVerdict { claims, .. } => {
            claims.contains(&claim)
        }
        Command::LinkClaims { a, b, .. } | Command::UnlinkClaims { a, b } => {
            *a == claim || *b == claim
        }
        Command::Patch { patch, .. } => {
            patch.claims.contains_key(&claim) || patch.reviews.contains_key(&claim)
        }
        _ => false,
    }
}
