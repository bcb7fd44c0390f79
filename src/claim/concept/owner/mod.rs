//! Whose it is: what is counted or measured says too little without it. "5% of **its** workforce" is of a firm that
//! the subject names; "900 workers" are those of whoever has them.

mod doer;

use std::ops::Range;

use super::super::clause::{self, without_determiner};
use super::super::figure::Figure;
use super::super::place;
use super::bounds::opening;
use super::gapped;
use super::lead::lead;
use crate::lexicon::words::Class;
use crate::quantity::Kind;
use crate::syntax::{Shape, Syntax};
use doer::{doing, having, said_of_oneself};

/// Most words of an owner; more is a description, which helps nobody.
const LONGEST: usize = 6;

/// Words of what is paid for that tell enough of it.
const ENOUGH: usize = 4;

/// Who or what has that which `concept` names, where the words around it tell.
pub(in crate::claim) fn owner(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<Range<usize>> {
    if gapped::is_listed(syntax, figure, concept)
        || in_apposition(syntax, figure)
        || in_brackets(syntax, figure, concept)
        || says_all(syntax, figure, concept)
    {
        return None;
    }
    let owner = in_list(syntax, figure, concept)
        .or_else(|| genitive(syntax, figure, concept))
        .or_else(|| possessive(syntax, figure, concept))
        .or_else(|| gathered(syntax, figure))
        .or_else(|| having(syntax, figure, concept))
        .or_else(|| doing(syntax, figure, concept))
        .or_else(|| said_of_oneself(syntax, figure, concept))
        .or_else(|| titled(syntax, figure, concept))?;
    let owner = shortened(syntax, without_determiner(syntax, owner));
    let owner = named_behind_time(syntax, owner);
    let apart = owner.end <= concept.start || owner.start >= concept.end;
    let named = !owner.is_empty()
        && owner.len() <= LONGEST
        && !syntax.is(owner.start, Class::Pronoun)
        && !owner.clone().any(|t| syntax.is(t, Class::According))
        && !syntax.is(owner.start, Class::Adverb)
        && (owner.len() > 1 || !describes(syntax, owner.start))
        && !figure
            .siblings
            .iter()
            .any(|other| other.start < owner.end && other.end >= owner.start)
        && !owner.clone().all(|t| syntax.is(t, Class::TimeNoun));
    (apart && named).then_some(owner)
}

/// "an office on the quay, **one of** the busiest in town": the figure says what its noun is.
fn in_apposition(syntax: &Syntax<'_>, figure: &Figure<'_>) -> bool {
    let comma = opening(syntax, figure).checked_sub(1);
    syntax.reads(figure.tokens.end, "of")
        && comma.is_some_and(|comma| {
            comma > figure.floor
                && syntax.shape(comma) == Some(Shape::Comma)
                && syntax.is_nounish(comma - 1)
        })
}

/// "coal **(12 TWh)**": what stands before the bracket is all it is of.
fn in_brackets(syntax: &Syntax<'_>, figure: &Figure<'_>, concept: &Range<usize>) -> bool {
    let open = concept.end;
    syntax.shape(open) == Some(Shape::Open)
        && open < figure.tokens.start
        && figure.tokens.start <= open + 3
        && syntax.shape(figure.tokens.end) == Some(Shape::Close)
}

/// "the basic version of the Aqua pump for £700": so long a name of what is paid for needs nobody who sells it.
fn says_all(syntax: &Syntax<'_>, figure: &Figure<'_>, concept: &Range<usize>) -> bool {
    let words = concept
        .clone()
        .filter(|t| syntax.tokens[*t].is_word() && syntax.is_nounish(*t));
    figure.mention.kind == Kind::Money && words.count() >= ENOUGH
}

/// A long owner without what a preposition adds: "sales of cars in the north and along the coast".
fn shortened(syntax: &Syntax<'_>, owner: Range<usize>) -> Range<usize> {
    let first = owner.start + 1;
    let cut = (first..owner.end)
        .find(|t| syntax.is(*t, Class::Preposition) && !syntax.reads(*t, "of"))
        .filter(|_| owner.len() > LONGEST);
    owner.start..cut.unwrap_or(owner.end)
}

/// "since the start of last season **Anna Berg** has": the name behind the words of a time.
fn named_behind_time(syntax: &Syntax<'_>, owner: Range<usize>) -> Range<usize> {
    let time = owner.clone().rev().find(|t| syntax.is(*t, Class::TimeNoun));
    match time {
        Some(time)
            if time + 1 < owner.end
                && (time + 1..owner.end).all(|t| syntax.tokens[t].is_capital()) =>
        {
            time + 1..owner.end
        }
        _ => owner,
    }
}

/// "Aske won 41 seats, **Born** 12": the name before a figure in a list that leaves the verb out.
fn in_list(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<Range<usize>> {
    gapped::owner(syntax, figure)
        .or_else(|| gapped::rival(syntax, figure))
        .or_else(|| gapped::owner_of_pair(syntax, figure))
        .filter(|owner| owner.end <= concept.start || owner.start >= concept.end)
}

/// "Brightwater's 900 workers": the name before the number.
fn genitive(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<Range<usize>> {
    let first = lead(syntax, figure, concept).map_or(figure.tokens.start, |lead| lead.start);
    let mark = first
        .checked_sub(1)
        .filter(|mark| *mark > figure.floor && concept.start >= figure.tokens.end)?;
    (syntax.shape(mark) == Some(Shape::Genitive))
        .then(|| syntax.noun_phrase_before(mark, figure.floor))
        .flatten()
}

/// "the ferry line cut 5% of its workforce": the subject, or who says it.
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

/// "a fleet of 40 ships", "the assembly of 8,000 radios": the noun before "of".
fn gathered(syntax: &Syntax<'_>, figure: &Figure<'_>) -> Option<Range<usize>> {
    let of = opening(syntax, figure)
        .checked_sub(1)
        .filter(|of| *of > figure.floor && syntax.reads(*of, "of"))?;
    if figure.mention.kind != Kind::Count {
        return None;
    }
    let phrase = syntax.noun_phrase_before(of, figure.floor)?;
    let link = phrase.clone().rev().find(|t| {
        syntax.is(*t, Class::Preposition)
            || clause::is_finite(syntax, *t, phrase.start)
            || clause::governs(syntax, *t, figure.floor)
    });
    let start = link.map_or(phrase.start, |link| link + 1);
    let determined = syntax.is(start, Class::Determiner) || syntax.is(start, Class::Possessive);
    let phrase = without_determiner(syntax, start..phrase.end);
    let empty = phrase.clone().any(|t| {
        syntax.tokens[t].classes.has_any(&[
            Class::Mean,
            Class::Running,
            Class::Harm,
            Class::People,
            Class::NumberWord,
            Class::Document,
            Class::Organisation,
            Class::Poll,
            Class::SpeechNoun,
        ])
    });
    (determined && !empty).then_some(phrase)
}

/// "Norpump — Shares of the maker of pumps rose 3%": the name a line begins with.
fn titled(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<Range<usize>> {
    let start = figure.sentence.start;
    let dash = (start + 1..concept.start.min(start + LONGEST))
        .find(|t| syntax.shape(*t) == Some(Shape::Dash))?;
    let name = (start..dash).all(|t| syntax.tokens[t].is_capital());
    let described = syntax.is(dash + 1, Class::Determiner)
        || (dash + 1..concept.end).any(|t| syntax.is(t, Class::Determiner));
    let dateline = place::holds_name(syntax, &(start..dash));
    (name && !dateline && described && concept.start <= dash + 3).then_some(start..dash)
}

/// Whether a word alone describes something and names nothing: "expected", "last".
fn describes(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.shape(at) != Some(Shape::Capitals)
        && (syntax.is(at, Class::Adjective) || syntax.word(at).ends_with("ed"))
}
