//! The same figure in other places, with how each stands to this claim, and the findings about it.

use egui::{Button, Role, Sense, Ui, Vec2, WidgetInfo, vec2};

use super::super::super::action::Action;
use super::super::super::context::{Context, Outbox, View};
use super::super::super::theme::{answer_mark, metrics, severity_mark};
use super::super::super::widget;
use crate::claim::{Claim, ClaimId};
use crate::crosscheck::{Comparison, Figure};

/// Claims shown of a figure; the rest is told by number.
const SHOWN: usize = 12;

/// The first other claims of a figure, those that were compared with this one before all.
fn others_of(figure: &Figure, claim: ClaimId) -> Vec<(ClaimId, Option<&Comparison>)> {
    let mut others: Vec<(ClaimId, Option<&Comparison>)> = figure
        .comparisons
        .iter()
        .filter_map(|comparison| match (comparison.a, comparison.b) {
            (a, b) if a == claim => Some((b, Some(comparison))),
            (a, b) if b == claim => Some((a, Some(comparison))),
            _ => None,
        })
        .take(SHOWN)
        .collect();
    for other in figure.claims.iter().filter(|other| **other != claim) {
        if others.len() >= SHOWN {
            break;
        }
        if !others.iter().any(|(known, _)| known == other) {
            others.push((*other, None));
        }
    }
    others
}

/// Draws both.
pub(super) fn elsewhere_ui(ui: &mut Ui, context: &Context<'_>, claim: &Claim, outbox: &mut Outbox) {
    if let Some(figure) = context.figure_of(claim.id)
        && figure.claims.len() > 1
    {
        widget::section_ui(ui, "Same figure elsewhere", |ui| {
            for (other, comparison) in others_of(figure, claim.id) {
                let mark = comparison.map(|comparison| answer_mark(comparison.answer));
                let why = comparison.map(Comparison::why);
                other_ui(ui, context, other, mark, why.as_deref(), outbox);
            }
            if let Some(more) = (figure.claims.len() - 1).checked_sub(SHOWN)
                && more > 0
            {
                ui.label(widget::small(format!("and {more} more, in Figures")));
            }
            if let Some(wording) = context.project().safe_wording(figure, context.crosscheck) {
                widget::tint_card_ui(ui, super::super::super::theme::Tone::Neutral, |ui| {
                    ui.set_width(ui.available_width());
                    ui.label(widget::small("Suggested wording"));
                    widget::wrapped_ui(ui, wording);
                });
            }
            if context.selection.view != View::Figures
                && widget::link_button(ui, "Show in Figures")
                    .on_hover_text(Action::ShowInFigures.tip(ui.ctx()))
                    .clicked()
            {
                outbox.act(Action::ShowInFigures);
            }
        });
    }
    let findings = context.digest.findings_of.get(&claim.id);
    let open: Vec<_> = findings
        .into_iter()
        .flatten()
        .filter_map(|at| context.crosscheck.findings.get(*at))
        .filter(|finding| context.project().dismissal_of(finding).is_none())
        .collect();
    if open.is_empty() {
        return;
    }
    widget::section_ui(ui, "Findings", |ui| {
        for finding in open {
            let mark = severity_mark(finding.severity);
            widget::mark_ui(ui, mark);
            let title = context.project().finding_title(finding, context.crosscheck);
            widget::wrapped_ui(ui, title).on_hover_text(finding.working.join("\n"));
        }
    });
}

/// Room for the mark before a quote, in points.
const BESIDE_MARK: f32 = 24.0;

fn other_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    other: ClaimId,
    mark: Option<super::super::super::theme::Status>,
    why: Option<&str>,
    outbox: &mut Outbox,
) {
    let Some(claim) = context.project().claims.get(&other) else {
        return;
    };
    let from = context.project().articles.get(&claim.article);
    let from = from.map(|article| article.outlet()).unwrap_or_default();
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = metrics().space.tight;
        match mark {
            Some(mark) => widget::shape_ui(ui, mark),
            None => ui.allocate_response(Vec2::splat(14.0), Sense::hover()),
        };
        let width = ui.available_width();
        let quote = widget::strong(claim.anchor.quote.as_str());
        let aside = widget::small(widget::shortened(&from, 24));
        let button = Button::new(widget::said(ui, quote, width * 0.6))
            .truncate()
            .frame_when_inactive(false)
            .right_text(widget::said(ui, aside, width))
            .min_size(vec2(ui.available_width(), 26.0));
        ui.add(button)
    });
    row.inner.widget_info(|| {
        let words = format!("{} {}", claim.anchor.quote, widget::shortened(&from, 24));
        WidgetInfo::labeled(Role::Button, true, words)
    });
    let response = row
        .inner
        .on_hover_text(format!("{}\n{from}", claim.anchor.quote));
    if response.clicked() {
        outbox.look(other);
    }
    if let (Some(mark), Some(why)) = (mark, why) {
        ui.horizontal_top(|ui| {
            ui.add_space(BESIDE_MARK);
            // Why begins with the answer itself.
            let words = if why.starts_with(mark.label) {
                why.to_owned()
            } else {
                format!("{}. {why}", mark.label)
            };
            widget::wrapped_ui(ui, widget::small(words));
        });
        ui.add_space(metrics().space.tight);
    }
}
