//! Signing a copy off: by its checker, then by a second reader.

use egui::Ui;

use super::super::context::{Context, Outbox};
use super::super::widget;
use super::Sheet;
use crate::claim::ArticleId;
use crate::export::words;
use crate::project::Command;

/// The copy, and the name under the signature as it is typed.
pub(super) struct SignOffSheet {
    article: ArticleId,
    by: String,
    despite: bool,
}

impl SignOffSheet {
    pub(super) fn new(article: ArticleId, context: &Context<'_>) -> Self {
        Self {
            article,
            by: context.preferences.signature(),
            despite: false,
        }
    }
}

/// The signatures under a copy, each to be taken back.
fn signatures_ui(ui: &mut Ui, context: &Context<'_>, article: ArticleId, outbox: &mut Outbox) {
    let project = context.project();
    let signed = project.sign_offs.iter().enumerate();
    let signed = signed.filter(|(_, sign)| sign.article == article);
    for (at, (place, sign_off)) in signed.enumerate() {
        let day: String = sign_off.at.chars().take(10).collect();
        let reader = if at == 0 {
            "Signed off by"
        } else {
            "Second reader:"
        };
        let stale = if context.digest.current_signatures.contains(&place) {
            ""
        } else {
            "; the copy has changed since: read it again and sign anew"
        };
        ui.horizontal_wrapped(|ui| {
            ui.label(format!("{reader} {}, {day}{stale}", sign_off.by));
            if widget::quiet_button(ui, &format!("Withdraw {}", sign_off.by)).clicked() {
                outbox.change(Command::WithdrawSignOff {
                    article,
                    by: sign_off.by.clone(),
                });
            }
        });
    }
}

impl Sheet for SignOffSheet {
    fn title(&self) -> String {
        "Sign off".to_owned()
    }

    fn ui(&mut self, ui: &mut Ui, context: &Context<'_>, outbox: &mut Outbox) -> bool {
        let project = context.project();
        let Some(article) = project.articles.get(&self.article) else {
            return false;
        };
        widget::wrapped_ui(ui, widget::quiet(format!("“{}”", article.name())));
        signatures_ui(ui, context, self.article, outbox);
        let standing = context.digest.articles.get(&self.article);
        let open = standing.map_or(0, |standing| standing.facts - standing.checked);
        if open > 0 {
            let claims = words::counted(open, "claim", "claims");
            widget::checkbox_ui(
                ui,
                &mut self.despite,
                &format!("Sign although {claims} are not settled"),
            );
        }
        let current = &context.digest.current_signatures;
        let current = current.iter().filter_map(|at| project.sign_offs.get(*at));
        if current.filter(|sign| sign.article == self.article).count() > 1 {
            ui.label(widget::strong("Two people have signed it as it stands."));
        }
        ui.add_space(8.0);
        widget::form_row_ui(ui, "Signed by", |ui| {
            let field = ui.add(widget::line_edit(&mut self.by).desired_width(f32::INFINITY));
            widget::name_field(ui, &field, "Signed by");
        });
        ui.label(widget::small("A second reader signs under their own name."));
        let refused = super::super::panel::impossible(context, self.article);
        super::complaint_ui(ui, refused.as_deref());
        let ready = refused.is_none() && !self.by.trim().is_empty() && (open == 0 || self.despite);
        let pressed = super::foot_ui(ui, "Sign this copy off", ready);
        if pressed == Some(true) {
            outbox.change(Command::SignOff {
                article: self.article,
                by: self.by.trim().to_owned(),
                at: context.now.to_owned(),
                seal: Some(project.seal_of(self.article)),
            });
        }
        pressed.is_none()
    }
}
