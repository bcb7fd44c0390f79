//! Saying that a claim is about the same figure as another one.

use egui::{ScrollArea, Ui};

use super::super::context::{Context, Outbox, Request};
use super::super::toast::Toast;
use super::super::widget;
use super::Sheet;
use crate::claim::{Claim, ClaimId};

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

/// "About 98,000 · Russians", and the article it stands in.
fn line_of(context: &Context<'_>, claim: &Claim) -> (String, String) {
    let concept = claim.reading.concept.as_ref();
    let concept = concept.map_or(String::new(), |phrase| format!(" · {}", phrase.text));
    let article = context.project().articles.get(&claim.article);
    let from = article.map(|article| article.outlet()).unwrap_or_default();
    (format!("{}{concept}", claim.anchor.quote), from)
}

impl Sheet for LinkSheet {
    fn title(&self) -> String {
        "Same figure as…".to_owned()
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        if let Some(claim) = context.project().claims.get(&self.claim) {
            let (words, from) = line_of(context, claim);
            widget::label_ui(ui, widget::quiet(format!("{words} · {from}")));
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
        let candidates: Vec<(ClaimId, (String, String))> = context
            .digest
            .claims()
            .filter(|claim| *claim != self.claim)
            .filter(|claim| !together.is_some_and(|together| together.contains(claim)))
            .filter_map(|claim| context.project().claims.get(&claim))
            .map(|claim| (claim.id, line_of(context, claim)))
            .filter(|(_, (words, from))| {
                words.to_lowercase().contains(&sought) || from.to_lowercase().contains(&sought)
            })
            .collect();
        // Enter in the field takes the first that was found.
        let entered = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
        let first = candidates.first().filter(|_| entered && !sought.is_empty());
        let mut chosen = first.map(|(claim, _)| *claim);
        let height = (ui.ctx().content_rect().height() - 300.0).min(360.0);
        ScrollArea::vertical()
            .max_height(height)
            .auto_shrink([false, true])
            .show_rows(ui, 28.0, candidates.len(), |ui, rows| {
                widget::follow_focus_ui(ui);
                for (other, (words, from)) in candidates.get(rows).unwrap_or_default() {
                    let width = ui.available_width();
                    let quote = egui::RichText::new(words.as_str());
                    let aside = widget::small(widget::shortened(from, 30));
                    let button = egui::Button::new(widget::said(ui, quote, width * 0.6))
                        .truncate()
                        .frame_when_inactive(false)
                        .right_text(widget::said(ui, aside, width))
                        .min_size(egui::vec2(width, 26.0));
                    let button = ui.add(button);
                    button.widget_info(|| {
                        let words = format!("{words} ({from})");
                        egui::WidgetInfo::labeled(egui::Role::Button, true, words)
                    });
                    if button.clicked() {
                        chosen = Some(*other);
                    }
                }
            });
        if let Some(b) = chosen {
            let beside = |claim| (claim, context.figure_of(claim));
            match context.project().same_figure(beside(self.claim), beside(b)) {
                Ok(command) => outbox.change(command),
                Err(error) => outbox.want(Request::Say(Toast::failed(error.to_string()))),
            }
        }
        ui.add_space(12.0);
        chosen.is_none() && !ui.button("Cancel").clicked()
    }
}
