//! What the clause is about: its subject, or what its verb changes.

use std::ops::Range;

use super::super::clause::{self, trimmed, without_determiner};
use super::super::figure::Figure;
use super::bounds::{is_source, opening, without_figures};
use crate::lexicon::words::Class;
use crate::quantity::{Kind, Sense};
use crate::syntax::{Shape, Syntax};

/// Words from a verb that moves money to the sum, with whom it befalls between.
const WHOM: usize = 5;

/// Words between "put" and "at" at most.
const PUT: usize = 8;

/// Words between "left" and its figure at most.
const LEFT: usize = 5;

/// The subject of the clause the figure stands in: "the unemployment rate" of "… rose to 5%".
pub(super) fn carrier(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let after_cue = figure.said.as_ref().and_then(|(_, cue_end)| {
        clause::subject(
            syntax,
            figure.tokens.start,
            &(*cue_end..figure.sentence.end),
        )
    });
    let subject = after_cue
        .or_else(|| clause::subject(syntax, figure.tokens.start, &figure.sentence))
        .filter(|subject| !is_source(figure, subject))?;
    Some(without_figures(syntax, figure, subject))
}

/// "The index rose to 4,100": a number without a noun is a level of the subject only after a preposition; else it
/// counts what the reader knows of ("at least 50 were hurt").
pub(super) fn level(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let mut leads = opening(syntax, figure)
        .checked_sub(1)
        .filter(|t| *t >= figure.floor)?;
    // "is now 430"
    if leads > figure.floor && syntax.is(leads, Class::Adverb) {
        leads -= 1;
    }
    // In Hebrew "to" is written onto the number.
    let glued = syntax.tokens[figure.tokens.start].span.start() < figure.mention.span.start();
    let leads_on = glued
        || syntax.is(leads, Class::Preposition) && !syntax.is(leads, Class::Linking)
        || syntax.is(leads, Class::Auxiliary)
        || syntax.is(leads, Class::Reaching)
        || syntax.is(leads, Class::NounVerb)
            && clause::is_finite(syntax, leads, figure.sentence.start);
    let moved = (figure.tokens.end..figure.sentence.end.min(figure.tokens.end + 3))
        .any(|t| syntax.is(t, Class::Harm) || syntax.is(t, Class::Others));
    (!moved && leads_on)
        .then(|| carrier(syntax, figure, before))
        .flatten()
}

/// "ports like Halden Docks up 7%", "up 7% to $31": the name before the word of a change, without a verb.
pub(super) fn rising(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let opens = |at: usize| {
        at.checked_sub(1).filter(|t| {
            *t > figure.sentence.start
                && syntax.is(*t, Class::Movement)
                && syntax.is(*t, Class::Preposition)
        })
    };
    let end = syntax.is(figure.tokens.start.checked_sub(1)?, Class::Extent);
    let direct = opens(opening(syntax, figure));
    let change = direct.or_else(|| {
        let first = figure
            .siblings
            .iter()
            .rfind(|other| other.end <= figure.tokens.start)?;
        (end && first.end + 1 == figure.tokens.start)
            .then(|| opens(first.start))
            .flatten()
    })?;
    let name = syntax.tokens[change - 1].is_capital();
    let phrase = name
        .then(|| syntax.noun_phrase_before(change, figure.sentence.start))
        .flatten()?;
    let link = phrase
        .clone()
        .rev()
        .find(|t| syntax.is(*t, Class::Preposition));
    let start = link.map_or(phrase.start, |link| link + 1);
    Some(trimmed(syntax, start..phrase.end))
}

/// "grow sales by 35%", "cut the price to $5": what is made to change.
pub(super) fn object(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let preposition = opening(syntax, figure)
        .checked_sub(1)
        .filter(|t| *t > figure.floor)?;
    if let Some(thing) = put_at(syntax, figure, preposition) {
        return Some(thing);
    }
    let changes = syntax.is(preposition, Class::Extent);
    // "held its rate at 4%", "left the levy unchanged at £5"
    let held = syntax.is(preposition, Class::Stands)
        && syntax.reads(preposition, "at")
        && matches!(
            figure.mention.kind,
            Kind::Share | Kind::Money | Kind::Measure | Kind::Rate
        )
        && !syntax.is(preposition - 1, Class::Holds)
        && (figure.floor..preposition).any(|t| syntax.is(t, Class::Holds));
    if !changes && !held {
        return None;
    }
    let steady = usize::from(held && syntax.is(preposition - 1, Class::Steady));
    // "brought its share of waste down to 2%"
    let particle = preposition > figure.floor + 1
        && syntax.is(preposition - 1, Class::Movement)
        && syntax.is(preposition - 1, Class::Preposition)
        && syntax.is_nounish(preposition - 2);
    let end = infinitive(
        syntax,
        preposition - usize::from(particle) - steady,
        figure.floor,
    );
    let object = syntax.noun_phrase_before(end, figure.floor)?;
    // "The line cut fees by 5%", "will lower fees to 2%": the verb reads like a noun.
    if let Some(verb) = object.clone().rev().skip(1).find(|t| {
        clause::governs(syntax, *t, figure.floor)
            || syntax.is(*t, Class::Holds) && *t > object.start
            || syntax.is(*t, Class::NounVerb) && *t > object.start
    }) {
        return Some(trimmed(syntax, verb + 1..object.end));
    }
    let mut verb = object
        .start
        .checked_sub(1)
        .filter(|verb| *verb >= figure.floor)?;
    if verb > figure.floor
        && syntax.is(verb, Class::Movement)
        && syntax.is(verb, Class::Preposition)
    {
        verb -= 1;
    }
    let word = syntax.word(verb);
    let acts = syntax.shape(verb) == Some(Shape::Word)
        && (clause::is_finite(syntax, verb, figure.sentence.start)
            && !syntax.tokens[verb]
                .classes
                .has_any(&[Class::Auxiliary, Class::Modal])
            || word.ends_with("ing")
            || clause::governs(syntax, verb, figure.floor));
    let object = trimmed(syntax, object);
    let time = object.clone().any(|t| {
        syntax.shape(t + 1) != Some(Shape::Genitive)
            && syntax.tokens[t]
                .classes
                .has_any(&[Class::TimeNoun, Class::Month, Class::Weekday])
    });
    (acts && !time && !object.is_empty() && !syntax.is(object.start, Class::Pronoun))
        .then_some(object)
}

/// "the council **spent** £4m": what the one who acts, named by `concept`, moves; the sum measures that and not the council.
pub(in crate::claim) fn deed<'a>(
    syntax: &'a Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<&'a str> {
    let mut verb = opening(syntax, figure).checked_sub(1)?;
    while verb > concept.end && syntax.is(verb, Class::Adverb) {
        verb -= 1;
    }
    if figure.mention.kind != Kind::Money || concept.end > verb {
        return None;
    }
    // "fined **the yard** 86 million euros": whom it befell stands between.
    let whom = |at: usize| {
        syntax.is_nounish(at)
            || syntax.is(at, Class::Determiner)
            || syntax.is(at, Class::Possessive)
    };
    let before = (concept.end..=verb).rev().take(WHOM);
    let mut before = before.map_while(|at| {
        let deed = syntax.deed(at);
        (deed.is_some() || whom(at)).then_some(deed)
    });
    before.find_map(|deed| deed)
}

/// "the yard **was fined** 68 million euros for the spill": what befell the subject; the sum measures that and not what it
/// was for.
pub(in crate::claim) fn suffered<'a>(
    syntax: &'a Syntax<'_>,
    figure: &Figure<'_>,
    concept: &Range<usize>,
) -> Option<&'a str> {
    let verb = opening(syntax, figure).checked_sub(1)?;
    let passive = verb.checked_sub(1)?;
    (figure.mention.kind == Kind::Money
        && concept.start >= figure.tokens.end
        && syntax.is(passive, Class::Auxiliary))
    .then(|| syntax.deed(verb))
    .flatten()
}

/// "put **the number of dead** at 19": all that stands between the verb and its number.
fn put_at(syntax: &Syntax<'_>, figure: &Figure<'_>, at: usize) -> Option<Range<usize>> {
    if !syntax.reads(at, "at") {
        return None;
    }
    // "put the dead at 19 and **the injured** at 60"
    let first = figure.siblings.iter().rfind(|other| other.end <= at);
    let before = first.map_or(at, |other| other.start);
    let put = (figure.sentence.start..before)
        .rev()
        .take(PUT)
        .find(|t| syntax.is(*t, Class::Puts));
    let put = put.or_else(|| (before..at).find(|t| syntax.is(*t, Class::Puts)))?;
    let first = first.filter(|other| other.start > put);
    let joint = first.map_or(put, |other| other.end);
    let joined = first.is_none() || syntax.is(joint, Class::Coordinator);
    let thing = without_determiner(syntax, joint + 1..at.max(joint + 1));
    let plain = thing.clone().all(|t| {
        !matches!(
            syntax.shape(t),
            Some(Shape::Comma | Shape::Semicolon | Shape::Number)
        ) && !syntax.is(t, Class::Pronoun)
    });
    (joined && plain && !thing.is_empty() && !is_source(figure, &thing)).then_some(thing)
}

/// "left **prices** 4% higher": what is made to differ.
pub(super) fn left_higher(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    if figure.mention.sense != Sense::Difference {
        return None;
    }
    let end = opening(syntax, figure);
    let verb = (figure.floor..end)
        .rev()
        .take(LEFT)
        .find(|t| syntax.is(*t, Class::Holds))?;
    let object = trimmed(syntax, verb + 1..end);
    let plain = object
        .clone()
        .all(|t| syntax.is_nounish(t) || syntax.reads(t, "of"));
    (plain && !object.is_empty() && !syntax.is(object.start, Class::Pronoun)).then_some(object)
}

/// "**army spending** rising to 2% of GDP", "**debt** was 60% of output": what is measured by the size of an economy.
pub(super) fn of_economy(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let of = figure.tokens.end;
    let noun = of + 1 + usize::from(syntax.is(of + 1, Class::Determiner));
    if !syntax.reads(of, "of") || !syntax.is(noun, Class::Economy) {
        return None;
    }
    let to = opening(syntax, figure)
        .checked_sub(1)
        .filter(|to| *to > figure.floor)?;
    let verb = (to - 1).max(figure.floor);
    let moving = syntax.is(to, Class::Extent)
        && syntax.shape(verb) == Some(Shape::Word)
        && syntax.word(verb).ends_with("ing");
    if moving {
        let phrase = trimmed(syntax, syntax.noun_phrase_before(verb, figure.floor)?);
        let link = phrase
            .clone()
            .rev()
            .find(|t| syntax.is(*t, Class::Preposition) && !syntax.reads(*t, "of"));
        return Some(link.map_or(phrase.start, |link| link + 1)..phrase.end)
            .filter(|phrase| !phrase.is_empty());
    }
    let told = syntax.is(to, Class::Extent)
        || syntax.is(to, Class::Auxiliary)
        || syntax.is(to, Class::Stands)
        || syntax.is(to, Class::Reaching);
    told.then(|| carrier(syntax, figure, before)).flatten()
}

/// "expects **the economy** to grow by 2%": where the object ends before an infinitive at the end of `end`.
fn infinitive(syntax: &Syntax<'_>, end: usize, floor: usize) -> usize {
    let to = end.checked_sub(2).filter(|to| *to > floor);
    match to {
        Some(to)
            if syntax.reads(to, "to")
                && syntax.shape(to + 1) == Some(Shape::Word)
                && syntax.is_nounish(to - 1) =>
        {
            to
        }
        _ => end,
    }
}
