//! Where the words of a figure and of the phrase beside it begin and end.

use std::ops::Range;

use super::super::clause::{self, without_determiner};
use super::super::figure::Figure;
use crate::lexicon::words::Class;
use crate::quantity::{Kind, Value};
use crate::syntax::{Shape, Syntax};

/// Where the words of the figure begin, with what leads to the number: "some", "a staggering".
pub(super) fn opening(syntax: &Syntax<'_>, figure: &Figure<'_>) -> usize {
    let mut start = figure.tokens.start;
    // "a whopping £1.2m"
    while start > figure.floor + 1
        && syntax.is(start - 1, Class::Striking)
        && (syntax.is(start - 2, Class::Determiner) || syntax.is(start - 2, Class::Extent))
    {
        start -= 1;
    }
    while start > figure.floor
        && (syntax.is(start - 1, Class::Determiner)
            || syntax.is(start - 1, Class::Approximator)
                && !syntax.is(start - 1, Class::Preposition)
            || syntax.is(start - 1, Class::Possessive))
    {
        start -= 1;
    }
    // "rose by an average of 15 euros", "paid a total of $5m": the noun only says what sort of number it is.
    let sums = start > figure.floor + 2
        && syntax.reads(start - 1, "of")
        && (syntax.is(start - 2, Class::Mean) || syntax.is(start - 2, Class::Running))
        && syntax.is(start - 3, Class::Determiner);
    if sums { start - 3 } else { start }
}

/// The token after the figure, and after what restates it in brackets.
pub(super) fn after_aside(syntax: &Syntax<'_>, figure: &Figure<'_>) -> usize {
    let at = figure.tokens.end;
    // "400 euros ($430) for the van"
    if syntax.shape(at) == Some(Shape::Close)
        && figure.tokens.start > figure.sentence.start
        && syntax.shape(figure.tokens.start - 1) == Some(Shape::Open)
    {
        return at + 1;
    }
    if syntax.shape(at) != Some(Shape::Open) || figure.ceiling() > at + 2 {
        return at;
    }
    (at..figure.sentence.end.min(at + 8))
        .find(|t| syntax.shape(*t) == Some(Shape::Close))
        .map_or(at, |close| close + 1)
}

/// Whether the unit is written as an adjective is: "a 90 megawatt plant", "five-year", "a 20 year loan".
pub(super) fn is_adjectival(syntax: &Syntax<'_>, figure: &Figure<'_>) -> bool {
    let written = syntax.text.slice(figure.mention.span);
    let last = syntax.word(figure.tokens.end.saturating_sub(1));
    let singular = last.len() > 3
        && !last.ends_with('s')
        && last.bytes().all(|b| b.is_ascii_lowercase())
        && figure.tokens.len() > 1
        && matches!(figure.mention.kind, Kind::Measure | Kind::Duration)
        && figure.mention.quantity.value() != Some(Value::whole(1))
        && !syntax.is(figure.tokens.end - 1, Class::NumberWord);
    let hyphen = written
        .split_once('-')
        .is_some_and(|(number, unit)| !number.is_empty() && unit.ends_with(char::is_alphabetic));
    hyphen || singular
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
            let joins = syntax.is(*t, Class::Linking) || is_origin(syntax, *t);
            syntax.is(*t, Class::Preposition) && !joins
                || syntax.shape(*t) == Some(Shape::Word)
                    && syntax.word(*t).ends_with("ed")
                    && !syntax.is_nounish(*t + 1)
                || clause::is_finite(syntax, *t, phrase.start)
        })
        .unwrap_or(phrase.end);
    Some(phrase.start..cut)
}

/// "a loan **from** the bank", not "from 5 to 7".
fn is_origin(syntax: &Syntax<'_>, at: usize) -> bool {
    let deictic = (at + 1..at + 3).any(|t| syntax.is(t, Class::Deictic));
    syntax.reads(at, "from") && !deictic && syntax.shape(at + 1) != Some(Shape::Number)
}

/// A phrase from the last figure in it on, unless that figure belongs to a noun: "the 30-year rate".
pub(super) fn without_figures(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    mut phrase: Range<usize>,
) -> Range<usize> {
    for other in figure.siblings {
        let inside = other.end > phrase.start && other.end <= phrase.end;
        // "The Halden tablet 10 inch is worth"
        if inside
            && other.end == phrase.end
            && other.start > phrase.start
            && syntax.is_nounish(other.start - 1)
        {
            phrase.end = other.start;
            continue;
        }
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
