//! Whose it is: what is counted or measured says too little without it. "5% of **its** workforce" is of a firm that
//! the subject names; "13,000 workers" are those of whoever has them.

use std::ops::Range;

use super::super::clause::{self, without_determiner};
use super::super::figure::Figure;
use super::bounds::{is_source, opening};
use crate::lexicon::words::Class;
use crate::quantity::Kind;
use crate::syntax::{Shape, Syntax};

/// Most words of an owner; more is a description, which helps nobody.
const LONGEST: usize = 6;

/// Who or what has that which `concept` names, where the words around it tell.
pub(in crate::claim) fn owner(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<Range<usize>> {
    let owner = genitive(syntax, figure, concept)
        .or_else(|| possessive(syntax, figure, concept))
        .or_else(|| having(syntax, figure, concept))
        .or_else(|| doing(syntax, figure, concept))?;
    let owner = without_determiner(syntax, owner);
    let apart = owner.end <= concept.start || owner.start >= concept.end;
    let named = !owner.is_empty()
        && owner.len() <= LONGEST
        && !syntax.is(owner.start, Class::Pronoun)
        && !owner.clone().any(|t| syntax.is(t, Class::According))
        && !syntax.is(owner.start, Class::Adverb)
        && !figure
            .siblings
            .iter()
            .any(|other| other.start < owner.end && other.end >= owner.start)
        && !owner.clone().all(|t| syntax.is(t, Class::TimeNoun));
    (apart && named).then_some(owner)
}

/// "Ford's 13,000 workers": the name before the number.
fn genitive(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<Range<usize>> {
    let mark = figure
        .tokens
        .start
        .checked_sub(1)
        .filter(|mark| *mark > figure.floor && concept.start >= figure.tokens.end)?;
    (syntax.shape(mark) == Some(Shape::Genitive))
        .then(|| syntax.noun_phrase_before(mark, figure.floor))
        .flatten()
}

/// "Dell cut 5% of its workforce": the subject, or who says it.
fn possessive(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<Range<usize>> {
    let before = |at: usize| at.checked_sub(1).filter(|t| syntax.is(*t, Class::Own));
    let word = before(concept.start)
        .or_else(|| before(figure.tokens.start))
        .filter(|word| *word >= figure.sentence.start)?;
    let subject = clause::subject(syntax, word, &figure.sentence);
    subject.or_else(|| {
        let (source, _) = figure.said.as_ref()?;
        Some(source.clone())
    })
}

/// "The agency imposed a 25% duty on steel", "Walsh signed a $5m contract": who does it, for what is no count.
fn doing(syntax: &Syntax<'_>, figure: &Figure<'_>, concept: &Range<usize>) -> Option<Range<usize>> {
    let whose = matches!(
        figure.mention.kind,
        Kind::Money | Kind::Share | Kind::Rate | Kind::Average
    );
    if !whose || concept.start < figure.tokens.end {
        return None;
    }
    clause::subject(syntax, figure.tokens.start, &figure.sentence)
        .filter(|subject| !is_source(figure, subject))
}

/// "Ford, which has 13,000 workers": the subject of a verb of having.
fn having(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<Range<usize>> {
    if concept.start < figure.tokens.start {
        return None;
    }
    let mut verb = opening(syntax, figure).checked_sub(1)?;
    while verb > figure.sentence.start && syntax.is(verb, Class::Adverb) {
        verb -= 1;
    }
    if verb <= figure.sentence.start || !syntax.is(verb, Class::Having) {
        return None;
    }
    clause::subject(syntax, figure.tokens.start, &figure.sentence)
        .filter(|subject| !is_source(figure, subject))
}
