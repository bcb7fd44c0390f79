//! One figure at length: the answer, every comparison, the sources, what can safely be written.

use egui::{Align, Frame, Layout, Margin, ScrollArea, Ui};

use super::super::super::action::Action;
use super::super::super::context::{Context, Outbox, Request};
use super::super::super::plot::Division;
use super::super::super::theme::{Tone, answer_mark, metrics};
use super::super::super::widget;
use super::{by_hand, drawn};
use crate::claim::ClaimId;
use crate::crosscheck::{Comparison, Figure};

/// Draws a figure with its name.
pub(super) fn detail_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    (figure, name): (&Figure, &str),
    division: &mut Division,
    outbox: &mut Outbox,
) {
    ScrollArea::vertical()
        .id_salt(("figure", figure.id))
        .auto_shrink([false, false])
        .show(ui, |ui| {
            widget::follow_focus_ui(ui);
            Frame::new()
                .inner_margin(Margin::symmetric(16, 12))
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    head_ui(ui, context, (figure, name), outbox);
                    let wide = ui.available_width() > 620.0;
                    if wide {
                        ui.columns(2, |columns| {
                            if let [left, right] = columns {
                                // Columns justify their lines; words are set ragged.
                                left.with_layout(Layout::top_down(Align::Min), |ui| {
                                    wording_ui(ui, context, figure, outbox);
                                    comparisons_ui(ui, context, figure);
                                });
                                drawn::drawn_ui(right, context, figure, division, outbox);
                                drawn::sources_ui(right, context, figure, outbox);
                            }
                        });
                    } else {
                        wording_ui(ui, context, figure, outbox);
                        drawn::drawn_ui(ui, context, figure, division, outbox);
                        comparisons_ui(ui, context, figure);
                        drawn::sources_ui(ui, context, figure, outbox);
                    }
                });
        });
}

fn head_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    (figure, name): (&Figure, &str),
    outbox: &mut Outbox,
) {
    ui.horizontal_wrapped(|ui| {
        widget::label_ui(ui, widget::title(name).size(metrics().type_scale.heading));
        if let Some(answer) = figure.answer {
            widget::mark_ui(ui, answer_mark(answer));
        }
    });
    if !figure.why.is_empty() {
        widget::sentence_ui(ui, figure.why.as_str());
    }
    if !figure.together.is_empty() {
        widget::wrapped_ui(
            ui,
            widget::small(format!("Together because: {}", figure.together)),
        );
    }
    ui.horizontal_wrapped(|ui| {
        widget::action_button(ui, outbox, Action::ShowInText, true);
        widget::action_button(ui, outbox, Action::Link, true);
        widget::action_button(ui, outbox, Action::Split, figure.claims.len() > 1);
        widget::action_button(ui, outbox, Action::Rename, true);
    });
    by_hand::links_ui(ui, context, figure, outbox);
}

/// Pairs shown of a figure; the rest is told by number.
const SHOWN: usize = 30;

fn comparisons_ui(ui: &mut Ui, context: &Context<'_>, figure: &Figure) {
    if figure.comparisons.is_empty() {
        return;
    }
    widget::section_ui(ui, "Pair by pair", |ui| {
        let selected = context.selection.claim;
        let about = |comparison: &&Comparison| {
            Some(comparison.a) == selected || Some(comparison.b) == selected
        };
        // Those of the claim that is looked at come first.
        let own = figure.comparisons.iter().filter(about);
        let rest = figure.comparisons.iter().filter(|other| !about(other));
        for comparison in own.chain(rest).take(SHOWN) {
            ui.horizontal(|ui| {
                widget::mark_ui(ui, answer_mark(comparison.answer));
                let (a, b) = (named(context, comparison.a), named(context, comparison.b));
                widget::label_ui(ui, widget::strong(format!("{a}  /  {b}")));
            });
            widget::sentence_ui(ui, &comparison.why());
            if let Some(slip) = &comparison.slip {
                widget::tint_card_ui(ui, Tone::Doubt, |ui| {
                    widget::sentence_ui(ui, &format!("Possible slip: {}", slip.why));
                });
            }
            ui.add_space(metrics().space.tight);
        }
        if let Some(more) = figure.comparisons.len().checked_sub(SHOWN)
            && more > 0
        {
            ui.label(widget::small(format!(
                "and {more} more pairs; select another claim to see its own"
            )));
        }
    });
}

fn wording_ui(ui: &mut Ui, context: &Context<'_>, figure: &Figure, outbox: &mut Outbox) {
    let Some(wording) = context.project().safe_wording(figure, context.crosscheck) else {
        return;
    };
    widget::section_ui(ui, "Suggested wording", |ui| {
        widget::tint_card_ui(ui, Tone::Neutral, |ui| {
            ui.set_width(ui.available_width());
            widget::sentence_ui(ui, wording);
            if widget::link_button(ui, "Copy the wording")
                .on_hover_text(Action::CopyWording.tip(ui.ctx()))
                .clicked()
            {
                outbox.want(Request::Copy {
                    text: wording.to_owned(),
                    what: "The wording",
                });
            }
        });
    });
}

/// "About 98,000 (Harbour Wire)".
pub(super) fn named(context: &Context<'_>, claim: ClaimId) -> String {
    let Some(claim) = context.project().claims.get(&claim) else {
        return String::new();
    };
    let article = context.project().articles.get(&claim.article);
    let from = article.map_or_else(String::new, |article| article.outlet());
    format!("{} ({from})", claim.anchor.quote)
}
