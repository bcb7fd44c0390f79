//! What is known about an article, to be corrected; and taking the article out.

use egui::Ui;

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::panel::linked_words;
use super::super::theme::metrics;
use super::super::toast::Toast;
use super::super::widget;
use super::paste::MetadataFields;
use super::{Sheet, foot_ui};
use crate::claim::ArticleId;
use crate::export::words;
use crate::project::Command;

/// The fields as they are being changed.
pub(super) struct ArticleSheet {
    article: ArticleId,
    fields: MetadataFields,
    removing: bool,
}

impl ArticleSheet {
    pub(super) fn new(article: ArticleId, context: &Context<'_>) -> Self {
        let known = context.project().articles.get(&article);
        Self {
            article,
            fields: known
                .map(|article| MetadataFields::of(&article.metadata))
                .unwrap_or_default(),
            removing: false,
        }
    }

    fn remove_ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        ui.add_space(12.0);
        if !self.removing {
            self.removing = widget::danger_link(ui, "Remove the article…").clicked();
            return true;
        }
        let claims = context.project().claims.values();
        let claims = claims.filter(|claim| claim.article == self.article).count();
        let claims = words::counted(claims, "claim", "claims");
        let mut open = true;
        ui.horizontal_wrapped(|ui| {
            ui.label(format!(
                "Its {claims} and what was decided about them go with it."
            ));
            if widget::danger_button(ui, "Remove").clicked() {
                outbox.change(Command::RemoveArticle {
                    article: self.article,
                });
                open = false;
            }
        });
        open
    }
}

/// The articles with whose claims those of this one are linked by hand, as a copy's are; each can be parted from it.
fn linked_ui(ui: &mut Ui, context: &Context<'_>, article: ArticleId, outbox: &mut Outbox) {
    let standing = context.digest.articles.get(&article);
    for (other, claims) in standing.iter().flat_map(|standing| &standing.linked) {
        let name = context.project().articles.get(other);
        let name = name.map(|other| other.name()).unwrap_or_default();
        ui.horizontal_wrapped(|ui| {
            ui.label(widget::small(linked_words(*claims, &name)));
            if widget::link_button(ui, "Take the links back").clicked() {
                match context.project().parted(article, *other) {
                    Ok(command) => outbox.change(command),
                    Err(error) => outbox.want(Request::Say(Toast::failed(error.to_string()))),
                }
            }
        });
    }
}

/// What else can be done with an article: each in a sheet of its own.
fn more_ui(ui: &mut Ui, outbox: &mut Outbox) -> bool {
    let mut open = true;
    ui.add_space(12.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = metrics().space.broad;
        for action in [Action::SignOff, Action::ArticleNotes, Action::Revise] {
            let button = widget::flush_button(ui, action.label());
            if button.on_hover_text(action.tip(ui.ctx())).clicked() {
                outbox.act(action);
                open = false;
            }
        }
    });
    open
}

impl Sheet for ArticleSheet {
    fn title(&self) -> String {
        "About the article".to_owned()
    }

    fn width(&self) -> f32 {
        600.0
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let Some(article) = context.project().articles.get(&self.article) else {
            return false;
        };
        self.fields.ui(ui, &MetadataFields::default());
        if let Some(origin) = &article.metadata.origin {
            ui.label(widget::small(format!("Imported from {origin}")));
        }
        linked_ui(ui, context, self.article, outbox);
        if context.selection.article == Some(self.article) && !more_ui(ui, outbox) {
            return false;
        }
        if !self.remove_ui(ui, context, outbox) {
            return false;
        }
        let metadata = self.fields.metadata(article.metadata.origin.clone());
        match (foot_ui(ui, "Apply", metadata.is_ok()), metadata) {
            (Some(true), Ok(metadata)) => {
                if metadata != article.metadata {
                    match context.project().with_details(self.article, metadata) {
                        Ok(command) => outbox.change(command),
                        Err(error) => outbox.want(Request::Say(Toast::refused(error.to_string()))),
                    }
                }
                false
            }
            (Some(false), _) => false,
            _ => true,
        }
    }
}
