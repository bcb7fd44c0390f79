//! What a figure counts or measures, and what is said of it: concept and predicate.

use std::ops::Range;

use super::Phrase;
use crate::lexicon::words::Class;
use crate::quantity::{Kind, Mention};
use crate::syntax::{Shape, Syntax};

/// Most words of a predicate.
const LONGEST_PREDICATE: usize = 9;

/// A range of tokens as a facet.
pub(super) fn phrase(syntax: &Syntax<'_>, range: &Range<usize>) -> Option<Phrase> {
    let span = syntax.span(range)?;
    Some(Phrase {
        text: syntax.text.slice(span).to_owned(),
        span: Some(span),
    })
}

/// A figure with the tokens it covers.
pub(super) struct Figure<'a> {
    pub(super) mention: &'a Mention,
    pub(super) tokens: Range<usize>,
    pub(super) sentence: Range<usize>,
}

/// The words for what is counted or measured.
pub(super) fn concept(syntax: &Syntax<'_>, figure: &Figure<'_>) -> Option<Range<usize>> {
    let Figure {
        mention,
        tokens,
        sentence,
    } = figure;
    match mention.kind {
        Kind::Count | Kind::Rank | Kind::Ratio => counted(syntax, figure),
        Kind::Share => of_phrase(syntax, tokens.end, sentence.end)
            .or_else(|| counted(syntax, figure))
            .or_else(|| carrier(syntax, tokens, sentence))
            .or_else(|| following_noun(syntax, tokens.end, sentence.end)),
        Kind::Age => syntax
            .noun_phrase_before(
                tokens.start - usize::from(before_comma(syntax, tokens.start, sentence.start)),
                sentence.start,
            )
            .or_else(|| carrier(syntax, tokens, sentence)),
        Kind::Duration => of_phrase(syntax, tokens.end, sentence.end)
            .or_else(|| before_of(syntax, tokens, sentence))
            .or_else(|| carrier(syntax, tokens, sentence)),
        Kind::Money | Kind::Measure | Kind::Rate | Kind::Average => {
            before_of(syntax, tokens, sentence)
                .or_else(|| following_noun(syntax, tokens.end, sentence.end))
                .or_else(|| of_phrase(syntax, tokens.end, sentence.end))
                .or_else(|| counted(syntax, figure))
                .or_else(|| carrier(syntax, tokens, sentence))
        }
    }
    .filter(|range| range.start < range.end)
}

fn before_comma(syntax: &Syntax<'_>, start: usize, floor: usize) -> bool {
    start > floor && syntax.shape(start - 1) == Some(Shape::Comma)
}

/// The noun the quantity itself names.
fn counted(syntax: &Syntax<'_>, figure: &Figure<'_>) -> Option<Range<usize>> {
    let phrase = figure.mention.counted?.phrase;
    let start = syntax.token_at(phrase.start());
    let end = syntax.token_at(phrase.end().saturating_sub(1)) + 1;
    // "18 others wounded", "5 people dead": what happened to them is no part of what is counted.
    let end = (start + 1..end)
        .find(|t| syntax.is(*t, Class::Harm))
        .unwrap_or(end);
    let range = without_determiner(syntax, start..end);
    before_of(syntax, &figure.tokens, &figure.sentence)
        .filter(|_| range.is_empty())
        .or(Some(range))
}

/// "of the estimated remaining residents" after a share: without "of", article and number.
fn of_phrase(syntax: &Syntax<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    if !syntax.reads(at, "of") && !syntax.reads(at, "in") {
        return None;
    }
    if syntax.reads(at, "in") && !syntax.is(at + 1, Class::Determiner) {
        return None;
    }
    let phrase = simple(syntax, at + 1, end)?;
    let range = without_determiner(syntax, phrase);
    (range.start < range.end).then_some(range)
}

/// A noun phrase without what "in", "for" or "at" add; "of" stays.
fn simple(syntax: &Syntax<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let phrase = syntax.noun_phrase_after(at, end)?;
    let cut = (phrase.start + 1..phrase.end)
        .find(|t| syntax.is(*t, Class::Preposition) && !syntax.reads(*t, "of"))
        .unwrap_or(phrase.end);
    Some(phrase.start..cut)
}

fn without_determiner(syntax: &Syntax<'_>, mut range: Range<usize>) -> Range<usize> {
    while range.start < range.end
        && (syntax.is(range.start, Class::Determiner)
            || syntax.is(range.start, Class::Possessive)
            || syntax.shape(range.start) == Some(Shape::Number)
            || syntax.is(range.start, Class::NumberWord)
            || syntax.is(range.start, Class::Preposition))
    {
        range.start += 1;
    }
    range
}

/// "a population of 541,000", "sales of $5m": the noun before "of".
fn before_of(
    syntax: &Syntax<'_>,
    tokens: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let of = tokens
        .start
        .checked_sub(1)
        .filter(|of| *of > sentence.start)?;
    if !syntax.reads(of, "of") {
        return None;
    }
    let phrase = syntax.noun_phrase_before(of, sentence.start)?;
    Some(without_determiner(syntax, phrase))
}

/// "a $150,000 contract", "a 25% tax": the noun right after.
fn following_noun(syntax: &Syntax<'_>, at: usize, end: usize) -> Option<Range<usize>> {
    let noun = syntax
        .tokens
        .get(at)
        .is_some_and(|t| t.shape == Shape::Word && syntax.is_nounish(at))
        && !syntax.word(at).ends_with("ed");
    if !noun || at >= end {
        return None;
    }
    let phrase = simple(syntax, at, end)?;
    Some(phrase)
}

/// The subject of the clause the figure stands in: "the unemployment rate" of "… rose to 5%".
fn carrier(
    syntax: &Syntax<'_>,
    tokens: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let mut verb = None;
    for at in (sentence.start + 1..tokens.start).rev() {
        if matches!(
            syntax.shape(at),
            Some(Shape::Semicolon | Shape::Colon | Shape::QuoteOpen)
        ) {
            break;
        }
        let token = &syntax.tokens[at];
        let finite = token.classes.has_any(&[
            Class::Finite,
            Class::Auxiliary,
            Class::Modal,
            Class::Movement,
        ]) || token.is(Class::Cue) && !token.is(Class::CueNoun)
            || token.shape == Shape::Word && syntax.word(at).ends_with("ed");
        if finite {
            verb = Some(at);
        } else if verb.is_some_and(|verb| !syntax.is(at, Class::Adverb) && verb > at + 1) {
            break;
        }
    }
    let mut verb = verb?;
    while verb > sentence.start && syntax.is(verb - 1, Class::Adverb) {
        verb -= 1;
    }
    let phrase = syntax.noun_phrase_before(verb, sentence.start)?;
    if syntax.is(phrase.start, Class::Pronoun) || syntax.is(phrase.start, Class::Relative) {
        return None;
    }
    Some(without_determiner(syntax, phrase))
}

/// What is said of what is counted: "have crossed into Kazakhstan", "were killed", "wounded".
pub(super) fn predicate(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: Option<&Range<usize>>,
    stop: &[Range<usize>],
) -> Option<Range<usize>> {
    let Figure {
        tokens, sentence, ..
    } = figure;
    let mut start = concept
        .filter(|concept| concept.start >= tokens.start)
        .map_or(tokens.end, |concept| concept.end.max(tokens.end));
    // "20% of the remaining residents in the city voted"
    while start < sentence.end
        && (syntax.is(start, Class::Preposition) && !syntax.reads(start, "as"))
    {
        match syntax.noun_phrase_after(start + 1, sentence.end) {
            Some(phrase) if phrase.end > start + 1 => start = phrase.end,
            _ => break,
        }
    }
    while start < sentence.end
        && (syntax.is(start, Class::Adverb)
            || syntax.reads(start, "who")
            || syntax.reads(start, "that"))
    {
        start += 1;
    }
    if start < sentence.end && verb_like(syntax, start) {
        let end = verb_phrase_end(syntax, start, sentence.end, stop);
        return (end > start).then_some(start..end);
    }
    before(syntax, tokens.start, sentence.start)
}

/// "wounding 2 officers", "killed at least 5": the verb just before.
fn before(syntax: &Syntax<'_>, figure: usize, floor: usize) -> Option<Range<usize>> {
    let last = figure.checked_sub(1).filter(|last| *last >= floor)?;
    let token = syntax.tokens.get(last)?;
    let word = syntax.word(last);
    let verb = token.shape == Shape::Word
        && (word.ends_with("ed") || word.ends_with("ing"))
        && !token.is(Class::Preposition)
        || token.is(Class::Finite)
        || token.is(Class::Harm)
        || token.is(Class::Movement);
    if !verb || token.is(Class::Cue) && !token.is(Class::Movement) {
        return None;
    }
    let mut start = last;
    while start > floor
        && syntax.tokens[start - 1].classes.has_any(&[
            Class::Auxiliary,
            Class::Modal,
            Class::Adverb,
        ])
    {
        start -= 1;
    }
    Some(start..last + 1)
}

/// Whether a noun phrase is nothing but harm: "dead", "injured".
pub(super) fn is_harm(syntax: &Syntax<'_>, range: &Range<usize>) -> bool {
    range
        .clone()
        .all(|t| syntax.is(t, Class::Harm) || syntax.is(t, Class::Adverb))
}

fn verb_like(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.tokens.get(at).is_some_and(|token| {
        token.classes.has_any(&[
            Class::Auxiliary,
            Class::Modal,
            Class::Finite,
            Class::Participle,
            Class::Harm,
        ]) || token.shape == Shape::Word && syntax.word(at).ends_with("ed")
            || token.is(Class::Cue)
    })
}

fn verb_phrase_end(syntax: &Syntax<'_>, start: usize, end: usize, stop: &[Range<usize>]) -> usize {
    let mut at = start;
    let mut verb_seen = false;
    while at < end && at < start + LONGEST_PREDICATE {
        if stop.iter().any(|range| range.start == at) {
            break;
        }
        let token = &syntax.tokens[at];
        let mark = !token.is_word()
            && !matches!(token.shape, Shape::Number | Shape::Genitive | Shape::Sign);
        if mark
            || token.is(Class::Coordinator)
            || token.is(Class::Subordinator)
            || token.is(Class::Weekday)
        {
            break;
        }
        let after_verb = verb_seen && at > start;
        if after_verb && token.is(Class::Preposition) && !token.is(Class::Direction) {
            break;
        }
        verb_seen |=
            verb_like(syntax, at) && !token.is(Class::Auxiliary) && !token.is(Class::Modal);
        at += 1;
    }
    at
}
