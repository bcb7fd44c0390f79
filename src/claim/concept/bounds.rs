//! Where the words of a figure and of the phrase beside it begin and end.

use std::ops::Range;

use super::super::clause::{self, without_determiner};
use super::super::figure::Figure;
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Where the words of the figure begin, with what leads to the number: "some", "a staggering".
pub(super) fn opening(syntax: &Syntax<'_>, figure: &Figure<'_>) -> usize {
    let mut start = figure.tokens.start;
    while start > figure.floor
        && (syntax.is(start - 1, Class::Determiner)
            || syntax.is(start - 1, Class::Approximator)
                && !syntax.is(start - 1, Class::Preposition)
            || syntax.is(start - 1, Class::Possessive))
    {
        start -= 1;
    }
    start
}

/// The token after the figure, and after what restates it in brackets.
pub(super) fn after_aside(syntax: &Syntax<'_>, figure: &Figure<'_>) -> usize {
    let at = figure.tokens.end;
    if syntax.shape(at) != Some(Shape::Open) || figure.ceiling() > at + 2 {
        return at;
    }
    (at..figure.sentence.end.min(at + 8))
        .find(|t| syntax.shape(*t) == Some(Shape::Close))
        .map_or(at, |close| close + 1)
}

/// Where the first figure from `at` on begins, or the sentence ends.
pub(super) fn ceiling_from(figure: &Figure<'_>, at: usize) -> usize {
    figure
        .siblings
        .iter()
        .find(|other| other.start > at)
        .map_or(figure.sentence.end, |other| other.start)
}

/// A noun phrase without what prepositions other than "of" add.
pub(super) fn plain_after(syntax: &Syntax<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let phrase = syntax.noun_phrase_after(at, end)?;
    let cut = (phrase.start + 1..phrase.end)
        .find(|t| {
            syntax.is(*t, Class::Preposition) && !syntax.reads(*t, "of")
                || clause::is_finite(syntax, *t, phrase.start)
        })
        .unwrap_or(phrase.end);
    // "of those left in the city"
    let cut = if syntax.reads(phrase.start, "those") {
        phrase.end
    } else {
        cut
    };
    Some(phrase.start..cut)
}

/// A noun phrase with what "of", "on", "in", "for", "with" add, and without a participle that follows it.
pub(super) fn linked_after(syntax: &Syntax<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let phrase = syntax.noun_phrase_after(at, end)?;
    let cut = (phrase.start + 1..phrase.end)
        .find(|t| {
            syntax.is(*t, Class::Preposition) && !syntax.is(*t, Class::Linking)
                || syntax.shape(*t) == Some(Shape::Word)
                    && syntax.word(*t).ends_with("ed")
                    && !syntax.is_nounish(*t + 1)
                || clause::is_finite(syntax, *t, phrase.start)
        })
        .unwrap_or(phrase.end);
    Some(phrase.start..cut)
}

/// A phrase from the last figure in it on, unless that figure belongs to a noun: "the 30-year rate".
pub(super) fn without_figures(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    mut phrase: Range<usize>,
) -> Range<usize> {
    for other in figure.siblings {
        let inside = other.end > phrase.start && other.end <= phrase.end;
        let of_noun = syntax.is_nounish(other.end) && !syntax.is(other.end, Class::Adjective);
        if inside && !of_noun {
            phrase.start = other.end;
        }
    }
    while phrase.start < phrase.end
        && matches!(
            syntax.shape(phrase.start),
            Some(Shape::Close | Shape::Open | Shape::Comma)
        )
    {
        phrase.start += 1;
    }
    without_determiner(syntax, phrase)
}

/// Whether a phrase is part of who says it.
pub(super) fn is_source(figure: &Figure<'_>, phrase: &Range<usize>) -> bool {
    figure
        .said
        .as_ref()
        .is_some_and(|(source, _)| source.contains(&phrase.start) && phrase.end <= source.end)
}
