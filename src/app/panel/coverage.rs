//! The bar under the copy under check: how far it is, and signing it off.

use egui::{Panel, Ui, vec2};

use super::super::action::Action;
use super::super::context::{Context, Outbox};
use super::super::plot::{PlotStyle, Share, coverage_bar_ui};
use super::super::theme::{Shape, Theme, Tone, status_mark};
use super::super::widget;
use crate::claim::ArticleId;
use crate::project::Status;

/// How far the copy under check is, fact by fact.
pub(super) fn coverage_ui(ui: &mut Ui, context: &Context<'_>, id: ArticleId, outbox: &mut Outbox) {
    let Some(standing) = context.digest.articles.get(&id) else {
        return;
    };
    let count = |status: Status| {
        let claims = standing.claims.iter();
        claims
            .filter(|c| context.project().status(**c) == status)
            .count()
    };
    let shares = [
        (Status::Checked, true),
        (Status::InProgress, false),
        (Status::Unchecked, false),
    ]
    .map(|(status, done)| Share {
        status: status_mark(status),
        count: count(status),
        done,
    });
    let colours = &Theme::at(ui).colours;
    Panel::bottom("coverage")
        .frame(super::ground(
            colours.surface,
            egui::Margin::symmetric(28, 8),
        ))
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                const BUTTON: f32 = 150.0;
                let room = vec2((ui.available_width() - BUTTON).max(60.0), 30.0);
                ui.allocate_ui(room, |ui| {
                    coverage_bar_ui(ui, &PlotStyle::of(Theme::at(ui)), &shares);
                });
                let right = egui::Layout::right_to_left(egui::Align::Center);
                ui.with_layout(right, |ui| sign_off_ui(ui, context, id, outbox));
            });
        });
}

/// Why a copy cannot be signed off; `None` where it can.
pub(in crate::app) fn impossible(context: &Context<'_>, article: ArticleId) -> Option<String> {
    let open = context
        .project()
        .impossible_open(context.crosscheck, article)?;
    Some(format!(
        "Not while an impossible finding is open: {}. Mend the copy, or set the finding aside with a reason.",
        open.title
    ))
}

/// Signing the copy off, or who has.
pub(super) fn sign_off_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    article: ArticleId,
    outbox: &mut Outbox,
) {
    let project = context.project();
    let current = &context.digest.current_signatures;
    let signed = project.sign_offs.iter().enumerate().rev();
    let signed = signed
        .filter(|(_, sign)| sign.article == article)
        .find(|(at, _)| current.contains(at));
    if let Some((_, sign)) = signed {
        let words = format!("Signed off by {}", sign.by);
        let check = Some(Shape::Check);
        widget::shaped_chip_ui(ui, Tone::Good, check, &words).on_hover_text(sign.at.as_str());
    } else {
        let compared = context.session.crosscheck_task().is_none();
        let refused = impossible(context, article)
            .or_else(|| (!compared).then(|| "The figures are still being compared.".to_owned()));
        let button = ui
            .add_enabled(refused.is_none(), egui::Button::new("Sign off…"))
            .on_hover_text("Say that this copy may be printed")
            .on_disabled_hover_text(refused.as_deref().unwrap_or_default());
        if button.clicked() {
            outbox.act(Action::SignOff);
        }
    }
}
