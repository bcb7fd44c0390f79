//! Whose a time is: of one figure alone, of what another is compared with, of what is told on the side.

use std::ops::Range;

use crate::claim::period::Time;
use crate::claim::reader::{Sentence, Told};
use crate::lexicon::periods::PeriodWords;
use crate::lexicon::words::Class;
use crate::quantity::Sense;
use crate::syntax::{Shape, Syntax};

/// Words from a word of comparison to its time at most.
const COMPARED: usize = 12;

/// Words from a word of comparison to its figure at most: "from a revised 47%".
const TO_FIGURE: usize = 4;

/// Words between "2024's" and its figure at most.
const OWNED: usize = 4;

/// Whose a time is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::claim) enum Role {
    /// Of whatever stands near.
    Free,
    /// Of the figure with this number alone: "up from 47% **in 2017**".
    Of(usize),
    /// What a change is measured from: "2.1% **from a year earlier**"; the number of that figure.
    Base(Option<usize>),
    /// Of a record: "the highest **since 2021**".
    Nobodys,
}

/// What is told of a thing on the side: "the firm, **which opened in 2016**, employs 40".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::claim) struct Aside {
    pub(in crate::claim) tokens: Range<usize>,
    /// It tells of what holds now: "which carries 40".
    pub(in crate::claim) holds_now: bool,
    /// It tells at the end of a sentence what happened: "the storm, which struck on Tuesday".
    pub(in crate::claim) happened: bool,
}

/// Whose each of the times of a sentence is.
pub(in crate::claim) fn roles(
    syntax: &Syntax<'_>,
    words: &PeriodWords,
    sentence: &Range<usize>,
    times: &[Time],
    figures: &[Told],
) -> Vec<Role> {
    times
        .iter()
        .enumerate()
        .map(|(at, time)| {
            // "since records began in 1945"
            let of_record = at
                .checked_sub(1)
                .and_then(|at| times.get(at))
                .is_some_and(|last| {
                    last.is_record()
                        && time.tokens.start <= last.tokens.end + TO_FIGURE
                        && (last.tokens.end..time.tokens.start).all(|t| {
                            syntax.tokens[t].is_word() && !syntax.is(t, Class::Coordinator)
                        })
                });
            if time.is_record() || of_record {
                Role::Nobodys
            } else {
                owned(syntax, time, figures)
                    .or_else(|| compared(syntax, words, sentence, time, figures))
                    .unwrap_or(Role::Free)
            }
        })
        .collect()
}

/// "2024's 53 deaths", "last year's record 12".
fn owned(syntax: &Syntax<'_>, time: &Time, figures: &[Told]) -> Option<Role> {
    let genitive = time.tokens.end;
    if syntax.shape(genitive) != Some(Shape::Genitive) {
        return None;
    }
    let at = figures
        .iter()
        .position(|figure| figure.tokens.start > genitive)?;
    let start = figures.get(at)?.tokens.start;
    (start <= genitive + OWNED && (genitive + 1..start).all(|t| syntax.is_nounish(t)))
        .then_some(Role::Of(at))
}

/// A time after a word of comparison: with a figure between it is that figure's, else what a change is measured from.
fn compared(
    syntax: &Syntax<'_>,
    words: &PeriodWords,
    sentence: &Range<usize>,
    time: &Time,
    figures: &[Told],
) -> Option<Role> {
    let compares = |t: usize| words.comparing.iter().any(|word| syntax.reads(t, word));
    let carries = |t: usize| words.compared.iter().any(|word| syntax.reads(t, word));
    let within = |t: usize| figures.iter().position(|figure| figure.tokens.contains(&t));
    let start = time.tokens.start;
    // "40 in Spain and 37 a decade before"
    if time.is_relative()
        && let Some(beside) = figures.iter().position(|figure| figure.tokens.end == start)
    {
        return Some(Role::Of(beside));
    }
    let changed = |before: usize| {
        figures
            .iter()
            .rposition(|figure| figure.tokens.end <= before && figure.sense != Sense::Level)
    };
    // "up 2 points on last month"
    let on = if start > sentence.start && syntax.reads(start - 1, "on") {
        Some(start - 1)
    } else {
        Some(start).filter(|on| syntax.reads(*on, "on") && time.is_relative())
    };
    if let Some(on) = on
        && let Some(at) = changed(on)
        && figures
            .get(at)
            .is_some_and(|figure| figure.tokens.end == on)
    {
        return Some(Role::Base(Some(at)));
    }
    // "5% from 2019", not "open from 2019".
    if compares(start) && time.tokens.len() > 1 {
        let beside = changed(start).filter(|at| {
            figures
                .get(*at)
                .is_some_and(|figure| start <= figure.tokens.end + 2)
        });
        return beside.map(|at| Role::Base(Some(at)));
    }
    // "double the rate a decade ago"
    let measured = start >= sentence.start + 2
        && carries(start - 1)
        && syntax.is_nounish(start - 1)
        && syntax.reads(start - 2, "the");
    if measured {
        return Some(Role::Base(changed(start - 2)));
    }
    let mut last = None;
    let mut carried = true;
    let floor = sentence.start.max(start.saturating_sub(COMPARED));
    let mut at = start;
    while at > floor {
        at -= 1;
        if let Some(figure) = within(at) {
            last = last.or(Some(figure));
            at = figures.get(figure).map_or(at, |figure| figure.tokens.start);
            continue;
        }
        if compares(at) {
            return match last.and_then(|last| Some((last, figures.get(last)?))) {
                Some((last, figure)) => {
                    (figure.tokens.start <= at + TO_FIGURE).then_some(Role::Of(last))
                }
                None => carried.then(|| Role::Base(changed(at))),
            };
        }
        let joins = at + 1 < start && carries(at);
        carried &= carries(at);
        let ends = syntax.is_clause_mark(at)
            || syntax.is(at, Class::Coordinator)
            || syntax.is(at, Class::Subordinator)
            || last.is_some() && syntax.reads(at, "to") && !(at > floor && compares(at - 1))
            || syntax.is(at, Class::Finite) && !joins && !carries(at);
        if ends {
            return None;
        }
    }
    None
}

/// The clauses of a sentence that tell of a thing on the side: from "which" after a comma to the comma before the verb
/// that goes on, or to the end.
pub(in crate::claim) fn asides(
    syntax: &Syntax<'_>,
    words: &PeriodWords,
    sentence: &Range<usize>,
) -> Vec<Aside> {
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let opens = at > sentence.start
            && syntax.shape(at - 1) == Some(Shape::Comma)
            && words.asides.iter().any(|word| syntax.reads(at, word));
        if !opens {
            at += 1;
            continue;
        }
        let end = (at + 1..sentence.end)
            .find(|t| {
                syntax.shape(*t) == Some(Shape::Comma)
                    && syntax.tokens.get(t + 1).is_some_and(|next| {
                        next.classes.has_any(&[
                            Class::Auxiliary,
                            Class::Modal,
                            Class::Finite,
                            Class::Cue,
                            Class::Movement,
                        ]) || next.is_word() && syntax.word(t + 1).ends_with("ed")
                            || next.is(Class::Present)
                    })
                    || matches!(syntax.shape(*t), Some(Shape::Semicolon))
            })
            .unwrap_or(sentence.end);
        let verb = (at + 1..end.min(at + 4)).find(|t| !syntax.is(*t, Class::Adverb));
        let holds_now = verb.is_some_and(|verb| {
            syntax.is(verb, Class::Present)
                // "which has lost", "which is built"
                && !syntax.tokens.get(verb + 1).is_some_and(|next| {
                    next.is(Class::Participle)
                        || next.is_word() && syntax.word(verb + 1).ends_with("ed")
                })
        });
        found.push(Aside {
            tokens: at..end,
            holds_now,
            happened: end == sentence.end
                && syntax.is(at, Class::Relative)
                && verb.is_some_and(|verb| {
                    happened(syntax, verb)
                        && !syntax.is(verb, Class::Auxiliary)
                        && !words.begins.iter().any(|word| syntax.reads(verb, word))
                }),
        });
        at = end.max(at + 1);
    }
    found
}

/// "It employs 300 people and was founded in 2016": the figure is of what holds now, and the time of what happened.
pub(super) fn holds_apart(
    syntax: &Syntax<'_>,
    sentence: &Sentence,
    time: &Time,
    figure: &Range<usize>,
) -> bool {
    if time.tokens.start < figure.end {
        return false;
    }
    let between = figure.end..time.tokens.start;
    let joint = between.clone().rev().find(|t| {
        (syntax.is(*t, Class::Coordinator) || syntax.is(*t, Class::Subordinator))
            && happened(syntax, t + 1)
    });
    joint.is_some()
        && sentence.present.iter().any(|verb| {
            *verb < figure.start
                && *verb + 12 >= figure.start
                && !(*verb..figure.start).any(|t| happened(syntax, t) && t != *verb)
        })
}

/// Whether a verb of what is past stands at the token: "was", "opened".
fn happened(syntax: &Syntax<'_>, at: usize) -> bool {
    ["was", "were", "had"]
        .iter()
        .any(|word| syntax.reads(at, word))
        || syntax.shape(at) == Some(Shape::Word)
            && (syntax.word(at).ends_with("ed")
                || syntax.is(at, Class::Finite) && !syntax.word(at).ends_with('s'))
}

/// The verbs of a sentence that tell of what holds now.
pub(in crate::claim) fn present(syntax: &Syntax<'_>, sentence: &Range<usize>) -> Vec<usize> {
    sentence
        .clone()
        .filter(|t| syntax.is(*t, Class::Present))
        .filter(|t| {
            !syntax.tokens.get(t + 1).is_some_and(|next| {
                next.is(Class::Participle) || next.is_word() && syntax.word(t + 1).ends_with("ed")
            })
        })
        .collect()
}
