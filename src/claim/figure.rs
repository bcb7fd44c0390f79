//! A figure with the tokens it covers, and ranges of tokens as facets.

use std::ops::Range;

use super::Phrase;
use crate::quantity::Mention;
use crate::syntax::Syntax;

/// A figure with the tokens it covers.
pub(super) struct Figure<'a> {
    pub(super) mention: &'a Mention,
    pub(super) tokens: Range<usize>,
    pub(super) sentence: Range<usize>,
    /// All figures of the sentence, in order.
    pub(super) siblings: &'a [Range<usize>],
    /// Source and end of the cue of what attributes it, where that stands before it.
    pub(super) said: Option<(Range<usize>, usize)>,
    /// One past the last token of the figure before it in the sentence, or where the sentence begins.
    pub(super) floor: usize,
}

impl Figure<'_> {
    /// Where the next figure of the sentence begins, or the sentence ends.
    pub(super) fn ceiling(&self) -> usize {
        let next = self
            .siblings
            .partition_point(|other| other.start < self.tokens.end);
        self.siblings
            .get(next)
            .map_or(self.sentence.end, |other| other.start)
    }
}

/// A range of tokens as a facet.
pub(super) fn phrase(syntax: &Syntax<'_>, range: &Range<usize>) -> Option<Phrase> {
    let span = syntax.span(range)?;
    Some(Phrase {
        text: syntax.text.slice(span).to_owned(),
        span: Some(span),
    })
}
