//! What goes to the clipboard.

use super::super::context::Context;
use super::super::toast::Toast;
use super::super::workbench::{Workbench, context};
use crate::export::citation_of;

impl Workbench {
    pub(super) fn copy_wording(&mut self, ctx: &egui::Context) {
        let context: Context<'_> = context!(self);
        let figure = self
            .selection
            .claim
            .and_then(|claim| context.figure_of(claim));
        match figure.and_then(|figure| context.project().safe_wording(figure, context.crosscheck)) {
            Some(wording) => {
                ctx.copy_text(wording.to_owned());
                self.say(ctx, Toast::done("The wording is on the clipboard."));
            }
            None => self.say(
                ctx,
                Toast::done("There is no safe wording for this figure."),
            ),
        }
    }

    pub(super) fn copy_citation(&mut self, ctx: &egui::Context) {
        let context: Context<'_> = context!(self);
        let claim = self.selection.claim;
        let citation = claim.and_then(|claim| citation_of(context.project(), claim, context.now));
        let Some(citation) = citation else {
            return;
        };
        ctx.copy_text(citation);
        self.say(ctx, Toast::done("The citation is on the clipboard."));
    }
}
