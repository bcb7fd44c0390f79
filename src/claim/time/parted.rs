//! A time belongs to its own clause: what ends the reach of a time towards a figure.

use std::ops::Range;

use crate::claim::clause;
use crate::claim::period::Time;
use crate::claim::reader::Sentence;
use crate::lexicon::periods::PeriodWords;
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Whether a figure and a time stand in two clauses of one sentence.
pub(super) fn parted(
    syntax: &Syntax<'_>,
    words: &PeriodWords,
    sentence: &Sentence,
    time: &Time,
    figure: &Range<usize>,
) -> bool {
    let start = sentence.tokens.start;
    if time.tokens.start >= figure.end {
        let between = figure.end..time.tokens.start;
        let told = |from: usize| {
            let mut others = sentence.figures.iter().map(|other| other.tokens.start);
            others.any(|other| (from..time.tokens.start).contains(&other))
        };
        // "40 people (12 of them in 2019)"
        let opened = between.clone().rev().find_map(|t| match syntax.shape(t) {
            Some(Shape::Close) => Some(None),
            Some(Shape::Open) => Some(Some(t)),
            _ => None,
        });
        if opened.flatten().is_some_and(told) || semicolon(syntax, &between) {
            return true;
        }
        let ahead = words
            .ahead
            .iter()
            .any(|word| syntax.reads(time.tokens.start, word));
        return has_verb(syntax, sentence, figure.start)
            && between.clone().any(|joint| {
                told(joint)
                    && (begins_clause(syntax, words, joint, time.tokens.start)
                        || ahead && begins_verb(syntax, joint))
            });
    }
    let between = time.tokens.end..figure.start;
    // "In 2024 it sold 300 goats and bought 40 sheep": a time that opens the sentence holds for all of it.
    let opens = (start..time.tokens.start).all(|t| !syntax.tokens[t].is_word());
    if opens {
        return false;
    }
    let window = words
        .within
        .iter()
        .any(|word| syntax.reads(time.tokens.start, word))
        && sentence
            .figures
            .iter()
            .any(|other| time.tokens.contains(&other.tokens.start));
    semicolon(syntax, &between)
        || has_verb(syntax, sentence, time.tokens.start)
            && between.clone().any(|joint| {
                begins_clause(syntax, words, joint, figure.start)
                    || window && begins_verb(syntax, joint)
            })
}

fn semicolon(syntax: &Syntax<'_>, between: &Range<usize>) -> bool {
    between
        .clone()
        .any(|t| syntax.shape(t) == Some(Shape::Semicolon))
}

/// Whether a verb other than one of saying stands before the token `end`, after the last of saying.
fn has_verb(syntax: &Syntax<'_>, sentence: &Sentence, end: usize) -> bool {
    let start = sentence.tokens.start;
    // "25 basis points"
    let within = |t: usize| {
        let mut figures = sentence.figures.iter();
        figures.any(|figure| figure.tokens.contains(&t))
    };
    let said = (start..end)
        .rev()
        .find(|t| syntax.is(*t, Class::Cue) && clause::is_finite(syntax, *t, start) && !within(*t));
    let floor = said.map_or(start, |said| said + 1);
    (floor..end).any(|t| clause::is_finite(syntax, t, floor))
}

/// "…, **but it cut** 40 jobs", "**and the mayor closed** 12 schools": a clause with a subject of its own.
fn begins_clause(syntax: &Syntax<'_>, words: &PeriodWords, joint: usize, end: usize) -> bool {
    let contrasts = words.contrasts.iter().any(|word| syntax.reads(joint, word));
    if !contrasts && !syntax.is(joint, Class::Coordinator) {
        return false;
    }
    let first = joint + 1;
    let verb = (first..end).find(|t| clause::is_finite(syntax, *t, first));
    let subject = |verb: usize| {
        verb > first
            && (first..verb).all(|t| {
                syntax.shape(t) != Some(Shape::Number)
                    && !syntax.is(t, Class::NumberWord)
                    && !syntax.is(t, Class::Relative)
                    && !syntax.is(t, Class::Preposition)
            })
    };
    verb.is_some_and(|verb| contrasts || subject(verb))
}

/// "**and left** 3,000 homeless": a further verb of the same subject.
fn begins_verb(syntax: &Syntax<'_>, joint: usize) -> bool {
    let verb = joint + 1 + usize::from(syntax.is(joint + 1, Class::Adverb));
    syntax.is(joint, Class::Coordinator)
        && (clause::is_finite(syntax, verb, joint)
            || syntax.is(verb, Class::NounVerb)
            || syntax.is(verb, Class::CueBare)
            || syntax.is(verb, Class::CueNoun))
}
