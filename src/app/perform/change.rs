//! Changing the project, and taking changes back.

use super::super::context::Context;
use super::super::toast::Toast;
use super::super::workbench::{Workbench, context};
use crate::crosscheck::LinkKind;
use crate::project::{Command, Status};

impl Workbench {
    /// Makes a change, says so, and goes on where a decision was made.
    pub(in crate::app) fn change(&mut self, ctx: &egui::Context, command: Command) {
        let label = command.describe();
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
        match self.session.apply(command, stamp) {
            Ok(()) => {
                self.say(ctx, Toast::changed(label));
                if added {
                    let newest = self.session.project().claims.keys().next_back().copied();
                    self.selection.claim = newest;
                }
                if decided.is_some() && decided == self.selection.claim && self.preferences.advance
                {
                    let next = self.digest.next_open(self.session.project(), decided);
                    if let Some(next) = next {
                        self.look(next, None);
                    }
                }
            }
            Err(error) => self.say(ctx, Toast::failed(error.to_string())),
        }
    }

    pub(super) fn undo(&mut self, ctx: &egui::Context) {
        let stamp = self.stamp();
        let label = self.session.undo_label().map(str::to_owned);
        if self.session.undo(stamp) {
            self.toasts.forget_changes();
            self.follow_last_change();
            let label = label.unwrap_or_default();
            self.say(ctx, Toast::done(format!("Undone: {label}")));
        }
    }

    pub(super) fn redo(&mut self, ctx: &egui::Context) {
        let stamp = self.stamp();
        let label = self.session.redo_label().map(str::to_owned);
        if self.session.redo(stamp) {
            self.follow_last_change();
            let label = label.unwrap_or_default();
            self.say(ctx, Toast::changed(format!("Done again: {label}")));
        }
    }

    /// Looks at the claim that the latest undone or redone change was about.
    pub(super) fn follow_last_change(&mut self) {
        let claim = self.session.log().iter().rev().find_map(|event| {
            let crate::project::Change::Did(command) = &event.change else {
                return None;
            };
            match command.as_ref() {
                Command::SetStatus { claims, .. } | Command::SetVerdict { claims, .. } => {
                    claims.first().copied()
                }
                _ => None,
            }
        });
        if let Some(claim) = claim {
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

    pub(super) fn split(&mut self, ctx: &egui::Context) {
        let Some(claim) = self.selection.claim else {
            return;
        };
        let context: Context<'_> = context!(self);
        let other = context
            .figure_of(claim)
            .and_then(|figure| figure.claims.iter().find(|other| **other != claim))
            .copied();
        match other {
            Some(other) => self.change(
                ctx,
                Command::LinkClaims {
                    a: claim,
                    b: other,
                    kind: LinkKind::Cannot,
                },
            ),
            None => self.say(ctx, Toast::done("The claim stands alone already.")),
        }
    }

    /// Drops the claim that is looked at.
    pub(super) fn remove_claim(&mut self, ctx: &egui::Context) {
        if let Some(claim) = self.selection.claim {
            self.change(ctx, Command::RemoveClaim { claim });
        }
    }
}
