//! Claims whose text has changed.

use crate::claim::{Attribution, Claim, Period, Phrase, Reading};
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
