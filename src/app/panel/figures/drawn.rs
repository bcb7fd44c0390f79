//! A figure drawn: what each claim can stand for, when it held, where it comes from.

use egui::Ui;

use super::super::super::action::Action;
use super::super::super::context::{Context, Outbox, View};
use super::super::super::plot::{
    Dated, Division, LineageRoot, PlotStyle, Plotted, lineage_ui, number_line_ui, timeline_ui,
};
use super::super::super::theme::Theme;
use super::super::super::widget;
use crate::claim::{ArticleId, Certainty, Claim, ClaimId};
use crate::crosscheck::Figure;
use crate::export::words;

/// Draws number line and timeline.
pub(super) fn drawn_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    figure: &Figure,
    division: &mut Division,
    outbox: &mut Outbox,
) {
    let claims = drawn(context, &comparable(context, &figure.claims));
    if claims.is_empty() {
        return;
    }
    let style = PlotStyle::of(Theme::at(ui));
    let plotted: Vec<Plotted> = claims.iter().map(|claim| plotted(context, claim)).collect();
    let selected = context.selection.claim;
    widget::section_ui(ui, "What each can stand for", |ui| {
        line_ui(ui, context, figure, division, outbox);
    });
    let dated: Vec<Dated> = claims
        .iter()
        .zip(&plotted)
        .map(|(claim, plotted)| {
            let as_of = claim.reading.as_of.as_ref();
            Dated {
                claim: plotted.clone(),
                day: as_of.map(|as_of| as_of.date),
                inferred: as_of.is_some_and(|as_of| as_of.certainty == Certainty::Inferred),
            }
        })
        .collect();
    let mut days: Vec<_> = dated.iter().filter_map(|dated| dated.day).collect();
    days.dedup();
    if days.len() > 1 {
        widget::section_ui(ui, "When each held", |ui| {
            let response = timeline_ui(ui, &style, &dated, selected, *division, 150.0);
            look(response.clicked, outbox);
        });
    }
}

/// Draws the number line of a figure alone.
fn line_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    figure: &Figure,
    division: &mut Division,
    outbox: &mut Outbox,
) {
    let all = comparable(context, &figure.claims);
    claims_line(ui, context, &all, division, outbox);
    left_out_ui(ui, figure.claims.len() - all.len());
}

/// Says how many claims have no place on the axis.
fn left_out_ui(ui: &mut Ui, left: usize) {
    if left > 0 {
        let (is, their) = if left == 1 {
            ("is", "its")
        } else {
            ("are", "their")
        };
        let claims = words::counted(left, "claim", "claims");
        let said = format!("{claims} {is} not drawn: {their} unit is another, or none");
        widget::wrapped_ui(ui, widget::small(said));
    }
}

/// Draws the number line of claims that can stand on one axis; nothing where fewer than two can.
pub(in crate::app::panel) fn claims_line_ui(
    ui: &mut Ui,
    context: &Context<'_>,
    claims: &[ClaimId],
    division: &mut Division,
    outbox: &mut Outbox,
) {
    let all = comparable(context, claims);
    if all.len() > 1 {
        ui.scope(|ui| {
            ui.set_max_width(ui.available_width().min(620.0));
            claims_line(ui, context, &all, division, outbox);
            left_out_ui(ui, claims.len() - all.len());
        });
    }
}

fn claims_line(
    ui: &mut Ui,
    context: &Context<'_>,
    all: &[&Claim],
    division: &mut Division,
    outbox: &mut Outbox,
) {
    let rules = &context.project().house_rules;
    let common = all
        .iter()
        .map(|claim| claim.reading.quantity.interval(rules))
        .try_fold(None, |common, interval| match common {
            None => Some(Some(interval)),
            Some(known) => interval.meet(known).map(Some),
        })
        .flatten();
    let claims = drawn(context, all);
    let plotted: Vec<Plotted> = claims.iter().map(|claim| plotted(context, claim)).collect();
    let unit = claims
        .first()
        .and_then(|claim| claim.reading.quantity.unit_text.clone())
        .unwrap_or_default();
    let style = PlotStyle::of(Theme::at(ui));
    let selected = context.selection.claim;
    let response = number_line_ui(ui, &style, &plotted, common, &unit, selected, division);
    if let Some(claim) = response.clicked {
        outbox.look(claim);
    }
    if claims.len() < all.len() {
        let (some, all) = (claims.len(), all.len());
        ui.label(widget::small(format!(
            "{some} of {all} claims are drawn: more have no room"
        )));
    }
}

/// Draws which reports go back to which source.
pub(super) fn sources_ui(ui: &mut Ui, context: &Context<'_>, figure: &Figure, outbox: &mut Outbox) {
    let article_of = |claim: &ClaimId| context.project().claims.get(claim).map(|c| c.article);
    let mut articles: Vec<ArticleId> = figure.claims.iter().filter_map(article_of).collect();
    articles.sort_unstable();
    articles.dedup();
    let (all_articles, all_roots) = (articles.len(), figure.roots.len());
    articles.truncate(DRAWN);
    let named: Vec<(ArticleId, String)> = articles
        .iter()
        .filter_map(|id| Some((*id, context.project().articles.get(id)?.outlet())))
        .collect();
    let roots: Vec<LineageRoot> = figure
        .roots
        .iter()
        .take(DRAWN)
        .map(|root| {
            let mut articles: Vec<_> = root.claims.iter().filter_map(article_of).collect();
            articles.sort_unstable();
            articles.dedup();
            articles.retain(|article| named.iter().any(|(id, _)| id == article));
            LineageRoot {
                name: root.name.clone(),
                why: root.why.clone(),
                articles,
            }
        })
        .collect();
    if roots.is_empty() {
        return;
    }
    widget::section_ui(ui, "Sources", |ui| {
        let response = lineage_ui(ui, &PlotStyle::of(Theme::at(ui)), &named, &roots);
        if let Some(article) = response.article {
            let here = |claim: &&ClaimId| article_of(claim) == Some(article);
            look(figure.claims.iter().find(here).copied(), outbox);
        }
        if all_articles > 1 {
            let passages = figure
                .roots
                .iter()
                .map(|root| root.shared.len())
                .sum::<usize>();
            ui.horizontal(|ui| {
                widget::action_button(ui, outbox, Action::SideBySide, true);
                if passages > 0 {
                    let words = words::counted(passages, "shared passage", "shared passages");
                    ui.label(widget::small(words));
                }
            });
        }
        if all_articles.max(all_roots) > DRAWN {
            ui.label(widget::small(format!(
                "The first {DRAWN} of {all_articles} reports and {all_roots} sources are drawn"
            )));
        }
    });
}

fn look(claim: Option<ClaimId>, outbox: &mut Outbox) {
    if let Some(claim) = claim {
        outbox.look_in(claim, View::Figures);
    }
}

/// The claims that can stand on one axis: those in the unit of the first.
fn comparable<'a>(context: &Context<'a>, claims: &[ClaimId]) -> Vec<&'a Claim> {
    let claims: Vec<&Claim> = claims
        .iter()
        .filter_map(|claim| context.project().claims.get(claim))
        .map(AsRef::as_ref)
        .collect();
    // "40 people" and "at least 40" count alike.
    let unit = |claim: &Claim| {
        let unit = claim.reading.quantity.unit.clone();
        unit.filter(|unit| !unit.counts())
    };
    let first = claims.first().map(|claim| unit(claim));
    claims
        .iter()
        .copied()
        .filter(|claim| first.as_ref() == Some(&unit(claim)))
        .collect()
}

/// Claims drawn of a figure at most.
const DRAWN: usize = 24;

/// The first of the claims, and the one that is looked at among them.
fn drawn<'a>(context: &Context<'_>, claims: &[&'a Claim]) -> Vec<&'a Claim> {
    let mut drawn: Vec<&Claim> = claims.iter().copied().take(DRAWN).collect();
    let looked_at = |claim: &&&Claim| context.selection.claim == Some(claim.id);
    if let Some(selected) = claims.iter().skip(DRAWN).find(looked_at) {
        drawn.truncate(DRAWN - 1);
        drawn.push(selected);
    }
    drawn
}

fn plotted(context: &Context<'_>, claim: &Claim) -> Plotted {
    let project = context.project();
    let article = project.articles.get(&claim.article);
    let from = article.map_or_else(String::new, |article| article.outlet());
    Plotted {
        claim: claim.id,
        label: format!("{} · {from}", claim.anchor.quote),
        interval: claim.reading.quantity.interval(&project.house_rules),
        value: claim.reading.quantity.value(),
        status: context.mark_of(claim.id),
    }
}
