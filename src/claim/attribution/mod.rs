//! Who is said to have given a figure: source, cue and content.
//!
//! First every attribution of the text is found, whatever it is about; a figure then belongs to the one whose
//! content it stands in. Offsets here are token numbers of one [`Syntax`].

mod according;
mod label;
mod speaker;
mod subject;
mod verb;

use std::ops::Range;

use crate::syntax::{Shape, Syntax};

/// How an attribution is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Means {
    /// A verb of saying: "X said".
    Verb,
    /// "according to X".
    According,
    /// "X: …".
    Label,
    /// A quotation without a cue of its own, given to the speaker before it.
    Carried,
}

/// An attribution in tokens.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) means: Means,
    pub(super) source: Range<usize>,
    pub(super) cue: Range<usize>,
    pub(super) content: Vec<Range<usize>>,
}

impl Found {
    pub(super) fn covers(&self, token: usize) -> bool {
        self.content.iter().any(|part| part.contains(&token))
            && !self.source.contains(&token)
            && !self.cue.contains(&token)
    }
}

/// A pattern of attribution: reads one sentence and adds what it finds.
type Pattern = fn(&Syntax<'_>, &Range<usize>, &mut Vec<Found>);

/// Every pattern, tried on each sentence in this order.
const PATTERNS: &[Pattern] = &[according::find, verb::find, label::find];

/// Every attribution of the text, in order of its cue.
pub(super) fn find(syntax: &Syntax<'_>) -> Vec<Found> {
    let mut all = Vec::new();
    for sentence in &syntax.sentences {
        let first = all.len();
        for pattern in PATTERNS {
            pattern(syntax, sentence, &mut all);
        }
        if let Some(new) = all.get_mut(first..) {
            new.sort_by_key(|found| found.cue.start);
        }
    }
    speaker::spread_quotations(syntax, &mut all);
    all
}

/// The attribution a figure at `token` belongs to: the outermost whose content holds it.
pub(super) fn of_token<'a>(
    syntax: &Syntax<'_>,
    all: &'a [Found],
    token: usize,
) -> Option<&'a Found> {
    let mut holding: Vec<&Found> = all.iter().filter(|found| found.covers(token)).collect();
    let quotation = syntax
        .quotation_of(token)
        .filter(|q| !syntax.quotations[*q].is_scare(&syntax.tokens));
    if let Some(quotation) = quotation {
        let outside = |found: &&Found| syntax.quotation_of(found.cue.start) != Some(quotation);
        if holding.iter().any(outside) {
            holding.retain(outside);
        }
    }
    let outermost = |found: &&Found| {
        !holding.iter().any(|other| {
            !std::ptr::eq(*other, *found)
                && other.covers(found.cue.start)
                && !found.covers(other.cue.start)
        })
    };
    holding
        .iter()
        .copied()
        .find(|found| outermost(found))
        .or_else(|| holding.first().copied())
}

/// Where a subject may begin at the earliest: after the last quotation mark before `at`.
fn floor(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> usize {
    (sentence.start..at)
        .rev()
        .find(|t| matches!(syntax.shape(*t), Some(Shape::QuoteClose | Shape::QuoteOpen)))
        .map_or(sentence.start, |t| t + 1)
}

/// Whether only marks are left from `at` to the end of the sentence.
fn is_over(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> bool {
    (at..sentence.end).all(|t| {
        matches!(
            syntax.shape(t),
            Some(Shape::Stop | Shape::QuoteClose | Shape::Close | Shape::Exclamation)
        )
    })
}
