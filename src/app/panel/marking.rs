//! Claims made of words of a text, and their ends moved.

use super::super::action::Action;
use super::super::context::{Context, Outbox, Request};
use super::super::reader::{Lit, nudged};
use super::super::toast::Toast;
use crate::claim::{ArticleId, Claim};
use crate::project::Command;
use crate::text::Span;

/// Moves an end of the claim that is looked at by a word.
pub(super) fn resize(action: Action, context: &Context<'_>, outbox: &mut Outbox) {
    let Some(claim) = context.claim() else {
        return;
    };
    let Some(article) = context.project().articles.get(&claim.article) else {
        return;
    };
    let start = matches!(action, Action::StartBack | Action::StartForward);
    let forward = matches!(action, Action::StartForward | Action::EndForward);
    if let Some(span) = nudged(&article.text, claim.anchor.span, start, forward) {
        outbox.change(Command::MoveClaim {
            claim: claim.id,
            span,
        });
    }
}

/// Makes a claim of `span`; says whether a figure can be read there.
pub(super) fn add_claim(
    context: &Context<'_>,
    article: ArticleId,
    span: Span,
    outbox: &mut Outbox,
) -> bool {
    let Some(text) = context.project().articles.get(&article) else {
        return false;
    };
    let reading = crate::claim::extract(text)
        .into_iter()
        .find(|found| found.span.overlaps(span))
        .map(|found| found.reading);
    let is_read = reading.is_some();
    match reading {
        Some(reading) => outbox.change(Command::AddClaim {
            article,
            span,
            reading,
        }),
        None => outbox.want(Request::Say(Toast::failed(
            "No number can be read in these words. Select words that hold the figure, such as “98,000 people”.",
        ))),
    }
    is_read
}

/// The words in the text that fill the facets of a claim.
pub(super) fn lit_of(claim: &Claim) -> Vec<Lit> {
    let reading = &claim.reading;
    let mut lit = Vec::new();
    let mut light = |label: &str, span: Option<Span>| {
        if let Some(span) = span {
            lit.push(Lit {
                span,
                label: label.to_owned(),
            });
        }
    };
    light("counted", reading.concept.as_ref().and_then(|p| p.span));
    light("place", reading.place.as_ref().and_then(|p| p.span));
    light("period", reading.period.as_ref().and_then(|p| p.words.span));
    if let Some(attribution) = &reading.attribution {
        light("source", attribution.source.span);
    }
    lit
}
