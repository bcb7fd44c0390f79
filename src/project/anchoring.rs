//! Claims whose text has changed.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Project;
use crate::claim::{ArticleId, Attribution, Claim, Period, Phrase, Reading};
use crate::text::{Anchor, Span, Text};

/// The claim at `span` of a changed text. Places of its facets move along where their words still stand, and are
/// forgotten where they do not; the words themselves stay.
pub(super) fn placed_at(claim: &Claim, span: Span, text: &Text) -> Claim {
    let shift = Shift {
        text,
        from: claim.anchor.span.start(),
        to: span.start(),
    };
    Claim {
        anchor: Anchor::new(text, span),
        reading: shift.reading(&claim.reading),
        ..claim.clone()
    }
}

/// Where the claims of an article stand in its new text. One place is that of one claim: of two that would come to it
/// the one whose surroundings are more alike has it, and the other is lost.
pub(super) fn places(
    project: &Project,
    article: ArticleId,
    text: &Text,
) -> Vec<(Arc<Claim>, Span)> {
    let mut found: Vec<(Arc<Claim>, Span)> = project
        .claims_of(article)
        .filter_map(|claim| Some((Arc::clone(claim), claim.anchor.find_in(text)?)))
        .collect();
    found.sort_by_key(|(claim, span)| {
        let alike = claim.anchor.context_shared(text, *span);
        (std::cmp::Reverse(alike), claim.id)
    });
    let mut kept: Vec<(Arc<Claim>, Span)> = Vec::with_capacity(found.len());
    // In order of place, so that a long article stays fast.
    let mut by_start: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let longest = found.iter().map(|(_, span)| span.len()).max().unwrap_or(0);
    for (claim, span) in found {
        let from = span.start().saturating_sub(longest);
        let near = by_start.range(from..span.end()).flat_map(|(_, at)| at);
        let is_new = |at: &usize| {
            kept.get(*at).is_some_and(|(other, there)| {
                there.overlaps(span) && !other.anchor.span.overlaps(claim.anchor.span)
            })
        };
        if !near.into_iter().any(is_new) {
            by_start.entry(span.start()).or_default().push(kept.len());
            kept.push((claim, span));
        }
    }
    kept
}

struct Shift<'a> {
    text: &'a Text,
    from: usize,
    to: usize,
}

impl Shift<'_> {
    fn reading(&self, old: &Reading) -> Reading {
        Reading {
            concept: old.concept.as_ref().map(|phrase| self.phrase(phrase)),
            predicate: old.predicate.as_ref().map(|phrase| self.phrase(phrase)),
            scope: old.scope.iter().map(|phrase| self.phrase(phrase)).collect(),
            place: old.place.as_ref().map(|phrase| self.phrase(phrase)),
            period: old.period.as_ref().map(|period| Period {
                words: self.phrase(&period.words),
                ..period.clone()
            }),
            attribution: old.attribution.as_ref().map(|a| self.attribution(a)),
            relations: old
                .relations
                .iter()
                .filter_map(|relation| {
                    let mut moved = relation.clone();
                    moved.other = self.span(relation.other)?;
                    Some(moved)
                })
                .collect(),
            ..old.clone()
        }
    }

    fn attribution(&self, old: &Attribution) -> Attribution {
        Attribution {
            source: self.phrase(&old.source),
            cue: old.cue.as_ref().map(|phrase| self.phrase(phrase)),
            content: old.content.and_then(|span| self.span(span)),
            resolved: old.resolved.as_ref().map(|phrase| self.phrase(phrase)),
            reported_by: old
                .reported_by
                .as_ref()
                .map(|reporter| Box::new(self.attribution(reporter))),
            ..old.clone()
        }
    }

    fn phrase(&self, old: &Phrase) -> Phrase {
        Phrase {
            text: old.text.clone(),
            span: old
                .span
                .and_then(|span| self.span(span))
                .filter(|span| self.text.slice(*span) == old.text),
        }
    }

    fn span(&self, old: Span) -> Option<Span> {
        let moved = |at: usize| (at + self.to).checked_sub(self.from);
        self.text.span(moved(old.start())?, moved(old.end())?)
    }
}
