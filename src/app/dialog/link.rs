//! Saying that a claim is about the same figure as another one.

use egui::{ScrollArea, Ui};

use super::super::context::{Context, Outbox};
use super::super::widget;
use super::Sheet;
use crate::claim::{Claim, ClaimId};
use crate::crosscheck::LinkKind;
use crate::project::Command;

/// The claim and what is looked for.
pub(super) struct LinkSheet {
    claim: ClaimId,
    words: String,
    focused: bool,
}

impl LinkSheet {
    pub(super) fn new(claim: ClaimId) -> Self {
        Self {
            claim,
            words: String::new(),
            focused: false,
        }
    }
}

/// "About 98,000 · Russians (Harbour Wire)".
fn line_of(context: &Context<'_>, claim: &Claim) -> String {
    let concept = claim.reading.concept.as_ref();
    let concept = concept.map_or(String::new(), |phrase| format!(" · {}", phrase.text));
    let article = context.project().articles.get(&claim.article);
    let from = article.and_then(|article| article.metadata.publisher.clone());
    let from = from.map_or(String::new(), |from| format!(" ({from})"));
    format!("{}{concept}{from}", claim.anchor.quote)
}

impl Sheet for LinkSheet {
    fn title(&self) -> String {
        "Same figure as…".to_owned()
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        if let Some(claim) = context.project().claims.get(&self.claim) {
            ui.label(widget::quiet(line_of(context, claim)));
        }
        let field = ui.add(
            widget::line_edit(&mut self.words)
                .hint_text("Search claims")
                .desired_width(f32::INFINITY),
        );
        widget::name_field(ui, &field, "Search claims");
        if !self.focused {
            field.request_focus();
            self.focused = true;
        }
        let sought = self.words.to_lowercase();
        let together = context.figure_of(self.claim).map(|figure| &figure.claims);
        let candidates: Vec<(ClaimId, String)> = context
            .digest
            .claims()
            .filter(|claim| *claim != self.claim)
            .filter(|claim| !together.is_some_and(|together| together.contains(claim)))
            .filter_map(|claim| context.project().claims.get(&claim))
            .map(|claim| (claim.id, line_of(context, claim)))
            .filter(|(_, line)| line.to_lowercase().contains(&sought))
            .collect();
        let mut open = true;
        let height = (ui.ctx().content_rect().height() - 300.0).min(360.0);
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, 28.0, candidates.len(), |ui, rows| {
                for (other, line) in candidates.get(rows).unwrap_or_default() {
                    let button = egui::Button::new(line.as_str())
                        .truncate()
                        .frame_when_inactive(false)
                        .min_size(egui::vec2(ui.available_width(), 26.0));
                    if ui.add(button).clicked() {
                        outbox.change(Command::LinkClaims {
                            a: self.claim,
                            b: *other,
                            kind: LinkKind::Must,
                        });
                        open = false;
                    }
                }
            });
        ui.add_space(12.0);
        open && !ui.button("Cancel").clicked()
    }
}
