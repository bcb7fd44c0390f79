//! Changing the project, and taking changes back.

use super::super::context::Context;
use super::super::toast::{Offer, Toast};
use super::super::workbench::{Workbench, context};
use crate::claim::ClaimId;
use crate::project::{Change, Command, Status};

impl Workbench {
    /// Makes a change, says so, and goes on where a decision was made.
    pub(in crate::app) fn change(&mut self, ctx: &egui::Context, command: Command) {
        let label = command.describe(self.session.project());
        let decided = match &command {
            Command::SetStatus { claims, .. }
            | Command::SetVerdict {
                claims,
                verdict: Some(_),
            } => claims.first().copied(),
            _ => None,
        };
        let added = matches!(command, Command::AddClaim { .. });
        let stamp = self.stamp();
        let waits = self.session.recovery().is_some();
        match self.session.apply(command, stamp) {
            Ok(()) => {
                if waits && self.session.recovery().is_none() {
                    self.look_for_put_off();
                }
                let next = decided
                    .filter(|decided| {
                        self.preferences.advance && self.selection.claim == Some(*decided)
                    })
                    .and_then(|decided| self.next_open(Some(decided)));
                let toast = Toast::changed(label);
                self.say(
                    ctx,
                    match decided.filter(|_| next.is_some()) {
                        Some(decided) => toast.offering(Offer::Note(decided)),
                        None => toast,
                    },
                );
                if added {
                    let newest = self.session.project().claims.keys().next_back().copied();
                    self.selection.claim = newest;
                }
                if let Some(next) = next {
                    self.look(next, None);
                }
            }
            Err(error) => self.say(ctx, Toast::refused(error.to_string())),
        }
    }

    pub(super) fn undo(&mut self, ctx: &egui::Context) {
        let stamp = self.stamp();
        let label = self.session.undo_label().map(str::to_owned);
        if self.session.undo(stamp) {
            self.toasts.forget_changes();
            let label = label.unwrap_or_default();
            self.follow(&label);
            self.say(ctx, Toast::done(format!("Undone: {label}")));
        }
    }

    /// Takes one old change back and leaves the later ones.
    pub(super) fn revert(&mut self, ctx: &egui::Context, event: usize) {
        let stamp = self.stamp();
        match self.session.revert(event, stamp) {
            Ok(()) => {
                let label = self.session.log().last().map(|event| event.label.clone());
                self.say(ctx, Toast::changed(label.unwrap_or_default()));
            }
            Err(error) => {
                let words = error.to_string();
                // A message would stand behind the question it is asked from.
                let dialog = self.dialog.as_mut();
                if !dialog.is_some_and(|dialog| dialog.take_refusal(&words)) {
                    self.say(ctx, Toast::refused(words));
                }
            }
        }
    }

    pub(super) fn redo(&mut self, ctx: &egui::Context) {
        let stamp = self.stamp();
        let label = self.session.redo_label().map(str::to_owned);
        if self.session.redo(stamp) {
            let label = label.unwrap_or_default();
            self.follow(&label);
            self.say(ctx, Toast::changed(format!("Done again: {label}")));
        }
    }

    /// Looks at the claim that the change of that name was about.
    fn follow(&mut self, label: &str) {
        let made = self.session.log().iter().rev().find_map(|event| {
            let Change::Did(command) = &event.change else {
                return None;
            };
            (event.label == label).then(|| first_claim(command))
        });
        if let Some(claim) = made.flatten() {
            self.look(claim, None);
        }
    }

    pub(super) fn set_status(&mut self, ctx: &egui::Context, status: Status) {
        let Some(claim) = self.selection.claim else {
            self.say(
                ctx,
                Toast::done("Select a claim first: j goes to the next one."),
            );
            return;
        };
        if self.session.project().status(claim) == status {
            return;
        }
        self.change(
            ctx,
            Command::SetStatus {
                claims: vec![claim],
                status,
            },
        );
    }

    /// Takes a claim for what is to be checked; a verdict says more than that and stays.
    pub(super) fn accept(&mut self, ctx: &egui::Context) {
        let project = self.session.project();
        let verdict = self.selection.claim.and_then(|claim| {
            let verdict = project.reviews.get(&claim)?.verdict.as_ref()?;
            Some(project.rating_label(&verdict.rating).to_owned())
        });
        match verdict {
            Some(label) => self.say(
                ctx,
                Toast::done(format!("The claim is judged already: {label}.")),
            ),
            None => self.set_status(ctx, Status::InProgress),
        }
    }

    pub(super) fn split(&mut self, ctx: &egui::Context) {
        let Some(claim) = self.selection.claim else {
            return;
        };
        let context: Context<'_> = context!(self);
        let figure = context
            .figure_of(claim)
            .filter(|figure| figure.claims.len() > 1);
        let Some(figure) = figure else {
            return self.say(ctx, Toast::done("The claim stands alone already."));
        };
        match context.project().taken_out(claim, figure) {
            Ok(command) => self.change(ctx, command),
            Err(error) => self.say(ctx, Toast::refused(error.to_string())),
        }
    }

    /// Drops the claim that is looked at.
    pub(super) fn remove_claim(&mut self, ctx: &egui::Context) {
        if let Some(claim) = self.selection.claim {
            self.change(ctx, Command::RemoveClaim { claim });
        }
    }
}

/// The claim that a change is about, the first of several.
fn first_claim(command: &Command) -> Option<ClaimId> {
    match command {
        Command::SetStatus { claims, .. }
        | Command::SetVerdict { claims, .. }
        | Command::SetRecheck { claims, .. } => claims.first().copied(),
        Command::EditClaim { claim, .. }
        | Command::MoveClaim { claim, .. }
        | Command::AddEvidence { claim, .. }
        | Command::RemoveEvidence { claim, .. }
        | Command::SetNote { claim, .. }
        | Command::RemoveClaim { claim } => Some(*claim),
        Command::LinkClaims { a, .. } | Command::UnlinkClaims { a, .. } => Some(*a),
        _ => None,
    }
}
