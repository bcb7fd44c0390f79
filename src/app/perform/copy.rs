//! What goes to the clipboard.

use super::super::context::Context;
use super::super::toast::Toast;
use super::super::workbench::{Workbench, context};

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
        let Some(claim) = context.claim() else {
            return;
        };
        let anchor = &claim.anchor;
        let article = context.project().articles.get(&claim.article);
        let from = article.map(|article| {
            let metadata = &article.metadata;
            let mut parts: Vec<String> = Vec::new();
            parts.extend(metadata.publisher.clone());
            parts.extend(metadata.title.clone());
            parts.extend(metadata.published.as_ref().map(|at| at.date().to_string()));
            parts.extend(metadata.url.clone());
            parts.join(", ")
        });
        let words = format!("{}{}{}", anchor.prefix, anchor.quote, anchor.suffix);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        ctx.copy_text(format!("“… {words} …” ({})", from.unwrap_or_default()));
        self.say(ctx, Toast::done("The citation is on the clipboard."));
    }
}
