//! How much of a text stands in another: told when an article comes in that is a copy of one already there.

use super::reuse::{self, Print};
use super::words::{Token, vocabulary};
use crate::claim::{Claim, ClaimId};
use crate::text::{Span, Text};

/// From this share on, in per cent, a text is told to be a copy.
const COPY_FROM: usize = 50;

/// What one text shares with another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Likeness {
    /// Of its words, how many per cent stand in runs that the other has too, 0 to 100.
    pub percent: usize,
    /// Those runs, as spans of the first text and of the second, in order of the first.
    pub passages: Vec<(Span, Span)>,
}

impl Likeness {
    /// Claims of the first text with those of the second that they were copied with: in one shared passage, written
    /// alike, in the same order.
    pub fn same_claims(&self, first: &[&Claim], second: &[&Claim]) -> Vec<(ClaimId, ClaimId)> {
        let within = |claims: &[&'_ Claim], passage: Span| -> Vec<(usize, ClaimId, String)> {
            let mut inside: Vec<_> = claims
                .iter()
                .filter(|claim| passage.contains(claim.anchor.span))
                .map(|claim| {
                    (
                        claim.anchor.span.start(),
                        claim.id,
                        claim.anchor.quote.clone(),
                    )
                })
                .collect();
            inside.sort_unstable();
            inside
        };
        let mut pairs = Vec::new();
        for (here, there) in &self.passages {
            let mut copied = within(second, *there).into_iter();
            for (_, claim, quote) in within(first, *here) {
                let mut rest = copied.clone();
                if let Some((_, other, _)) = rest.find(|(.., other)| *other == quote) {
                    pairs.push((claim, other));
                    copied = rest;
                }
            }
        }
        pairs
    }
}

/// The words of a text, made ready to be laid beside many others.
#[derive(Clone, Debug)]
pub struct Wording {
    text: Text,
    tokens: Vec<Token>,
    prints: Vec<Print>,
}

impl Wording {
    /// The wording of `text`.
    pub fn of(text: &Text) -> Self {
        let tokens = vocabulary().tokens(text.as_str());
        Self {
            text: text.clone(),
            prints: reuse::prints(&tokens),
            tokens,
        }
    }

    /// How much of this text stands in `other`, word for word in runs of eight words or more.
    pub fn likeness(&self, other: &Self) -> Likeness {
        if reuse::shared_prints(&self.prints, &other.prints) == 0 {
            return Likeness {
                percent: 0,
                passages: Vec::new(),
            };
        }
        let runs = reuse::shared_runs((&self.tokens, &self.prints), (&other.tokens, &other.prints));
        let copied = |word: &&Token| {
            runs.iter()
                .any(|((from, to), _)| (*from..*to).contains(&word.start))
        };
        let shared = self.tokens.iter().filter(copied).count();
        Likeness {
            percent: shared * 100 / self.tokens.len().max(1),
            passages: runs
                .into_iter()
                .filter_map(|(p, q)| Some((self.text.span(p.0, p.1)?, other.text.span(q.0, q.1)?)))
                .collect(),
        }
    }

    /// The one of `others` that most of this text stands in, by its place among them; none under 50 per cent.
    pub fn closest<'a>(
        &self,
        others: impl IntoIterator<Item = &'a Self>,
    ) -> Option<(usize, Likeness)> {
        others
            .into_iter()
            .map(|other| self.likeness(other))
            .enumerate()
            .filter(|(_, likeness)| likeness.percent >= COPY_FROM)
            .max_by_key(|(place, likeness)| (likeness.percent, std::cmp::Reverse(*place)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_with_its_own_head_is_mostly_the_same() {
        let wire = Text::verbatim(
            "The river rose by two metres during the night and forty families left their houses. Nobody was hurt, \
             the mayor of the town said on Monday.",
        );
        let copy = Text::verbatim(
            "Flood\n\nThe river rose by two metres during the night and forty families left their houses. Nobody was \
             hurt, the mayor of the town said on Monday.",
        );
        let [copy, wire] = [&copy, &wire].map(Wording::of);
        let likeness = copy.likeness(&wire);
        assert!((90..100).contains(&likeness.percent), "{likeness:?}");
        assert_eq!(likeness.passages.len(), 1);
        let other = Text::verbatim(
            "Forty goats crossed the bridge before noon, and no one knows why they did so.",
        );
        let other = Wording::of(&other);
        assert_eq!(other.likeness(&wire).percent, 0);
        assert_eq!(
            copy.closest([&other, &wire]).map(|(place, _)| place),
            Some(1)
        );
        assert_eq!(other.closest([&copy, &wire]), None);
    }
}
