//! Other readings of the words of a claim, one press away.

use egui::{Ui, WidgetInfo};

use super::super::super::context::{Context, Outbox};
use super::super::super::widget;
use crate::claim::{Claim, Reading};
use crate::export::words;
use crate::project::Command;
use crate::quantity::{Mention, rivals};
use crate::text::Span;

/// The readings of a claim that did not win, and what they were looked up for.
#[derive(Default)]
pub(super) struct Rivals {
    of: Option<(Span, Reading)>,
    found: Vec<Mention>,
}

impl Rivals {
    /// Looks them up, when the claim is another or is read otherwise.
    fn turn_to(&mut self, context: &Context<'_>, claim: &Claim) {
        let of = (claim.anchor.span, claim.reading.clone());
        if self.of.as_ref() == Some(&of) {
            return;
        }
        let article = context.project().articles.get(&claim.article);
        self.found = article.map_or_else(Vec::new, |article| {
            let language = article.metadata.language.as_deref();
            rivals(&article.text, claim.anchor.span, language)
        });
        let quantity = &claim.reading.quantity;
        self.found.retain(|read| {
            (read.span, &read.quantity.amount) != (claim.anchor.span, &quantity.amount)
        });
        self.of = Some(of);
    }

    /// Draws them; nothing where there are none.
    pub(super) fn rivals_ui(
        &mut self,
        ui: &mut Ui,
        context: &Context<'_>,
        claim: &Claim,
        outbox: &mut Outbox,
    ) {
        self.turn_to(context, claim);
        let Some(article) = context.project().articles.get(&claim.article) else {
            return;
        };
        if self.found.is_empty() {
            return;
        }
        widget::field_ui(ui, "Or read as", |ui| {
            for read in &self.found {
                let quote = article.text.slice(read.span);
                let interval = read.quantity.interval(&context.project().house_rules);
                let kind = words::kind(read.kind);
                let button = widget::link_button(ui, quote);
                button.widget_info(|| {
                    let name = format!("Read it as {quote}");
                    WidgetInfo::labeled(egui::Role::Button, true, name)
                });
                let tip = format!("{kind}, stands for {interval}. Press to read it so.");
                if button.on_hover_text(tip).clicked() {
                    take(claim, read, outbox);
                }
            }
        });
    }
}

/// Reads the claim as `read`.
fn take(claim: &Claim, read: &Mention, outbox: &mut Outbox) {
    if read.span != claim.anchor.span {
        outbox.change(Command::MoveClaim {
            claim: claim.id,
            span: read.span,
        });
    }
    outbox.change(Command::EditClaim {
        claim: claim.id,
        reading: Reading {
            quantity: read.quantity.clone(),
            kind: read.kind,
            sense: read.sense,
            rule: read.rule.to_owned(),
            ..claim.reading.clone()
        },
    });
}
