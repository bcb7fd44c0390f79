//! Which time of the sentence is the figure's, and which belongs to the verb of saying.

mod item;
mod parted;
mod role;
#[cfg(test)]
mod tests;

use std::borrow::Cow;
use std::ops::Range;

pub(super) use item::{Item, Items};
pub(super) use role::{Aside, Role, asides, present, roles};

use super::attribution;
use super::figure::Figure;
use super::period::Time;
use super::reader::Sentence;
use crate::lexicon::periods::PeriodWords;
use crate::lexicon::words::Class;
use crate::quantity::{Kind, Sense};
use crate::syntax::{Shape, Syntax};
use role::holds_apart;

/// The time that belongs to the verb of saying: "officials said Tuesday".
pub(super) fn cue_time<'a>(
    syntax: &Syntax<'_>,
    sentence: &'a Sentence,
    cue_end: usize,
) -> Option<&'a Time> {
    sentence.times.iter().find(|time| {
        let at = time.tokens.start;
        at >= cue_end
            && at <= cue_end + 3
            && (cue_end..at).all(|t| syntax.tokens[t].is_word() || t == cue_end)
            && !time.is_since()
            && (syntax.is(at, Class::Weekday)
                || syntax.reads(at, "on")
                || time.tokens.len() == 1
                || time.from == time.to && time.from.is_some())
    })
}

/// The time of the figure: its own, else the nearest that is not another's and not the cue's.
pub(super) fn of_figure<'a>(
    syntax: &Syntax<'_>,
    words: &PeriodWords,
    sentence: &'a Sentence,
    figure: &Figure<'_>,
    cue: Option<&Time>,
    said: Option<&attribution::Found>,
) -> Option<Cow<'a, Time>> {
    let here = &figure.tokens;
    let inside = |time: &Time| time.tokens.start < here.end && here.start < time.tokens.end;
    // "six months" of "in the six months to June", "aged 45" between commas: they are of no time themselves.
    let aside_age = figure.mention.kind == Kind::Age
        && syntax.shape(here.end) == Some(Shape::Comma)
        && here.start.checked_sub(1).and_then(|t| syntax.shape(t)) == Some(Shape::Comma);
    if aside_age || sentence.times.iter().any(inside) {
        return None;
    }
    let number = sentence
        .figures
        .iter()
        .position(|other| other.tokens.start == here.start);
    let changes = figure.mention.sense != Sense::Level;
    let fits = |time: &Time, role: Role| {
        cue.is_none_or(|cue| cue.tokens != time.tokens)
            && said.is_none_or(|said| !said.source.contains(&time.tokens.start))
            && match role {
                Role::Free => true,
                Role::Of(other) => Some(other) == number,
                Role::Base(of) => changes && of == number,
                Role::Nobodys => false,
            }
    };
    let aside = sentence
        .asides
        .iter()
        .find(|aside| aside.tokens.contains(&here.start));
    let reaches = |time: &Time| {
        let other = sentence
            .asides
            .iter()
            .find(|aside| aside.tokens.contains(&time.tokens.start));
        match (aside, other) {
            (Some(one), Some(other)) => one.tokens == other.tokens,
            (None, Some(other)) => other.happened,
            (Some(aside), None) => !aside.holds_now,
            (None, None) => !holds_apart(syntax, sentence, time, here),
        }
    };
    let rank = |time: &Time, role: Role| {
        let order = match role {
            Role::Of(_) => 0,
            Role::Free if aside.is_some_and(|aside| aside.tokens.contains(&time.tokens.start)) => 1,
            Role::Free if names_a_thing(syntax, time) => 3,
            Role::Free => 2,
            Role::Base(_) | Role::Nobodys => 4,
        };
        (order, distance(syntax, time, here))
    };
    sentence
        .times
        .iter()
        .zip(&sentence.roles)
        .filter(|(time, role)| fits(time, **role) && reaches(time))
        .filter(|(time, _)| !dates_a_thing(syntax, time, here))
        .filter(|(time, role)| {
            matches!(role, Role::Of(_)) || !parted::parted(syntax, words, sentence, time, here)
        })
        .min_by_key(|(time, role)| rank(time, **role))
        .map(|(time, role)| match role {
            // What it is measured from is no time it holds for.
            Role::Base(_) => Cow::Owned(time.without_days()),
            _ => Cow::Borrowed(time),
        })
}

/// Words between a time and a figure, with a price on every mark and coordinator between them.
fn distance(syntax: &Syntax<'_>, time: &Time, figure: &Range<usize>) -> usize {
    let (low, high) = if time.tokens.start >= figure.end {
        (figure.end, time.tokens.start)
    } else {
        (time.tokens.end, figure.start)
    };
    let clause = (low..high)
        .filter(|t| syntax.is_clause_mark(*t) || syntax.is(*t, Class::Coordinator))
        .count();
    high - low + clause * 6
}

/// "The museum, built in 1964, draws 2.4 million visitors": the time tells of the thing in an aside, not of the figure.
fn dates_a_thing(syntax: &Syntax<'_>, time: &Time, figure: &Range<usize>) -> bool {
    let at = time.tokens.start;
    let Some(last) = at.checked_sub(1) else {
        return false;
    };
    let participle = if syntax.is(last, Class::Preposition) {
        last.saturating_sub(1)
    } else {
        last
    };
    let opens =
        participle == 0 || syntax.sentence_of(participle - 1) != syntax.sentence_of(participle);
    let word = matches!(syntax.shape(participle), Some(Shape::Word))
        || opens && syntax.shape(participle) == Some(Shape::Capital);
    let describes = (syntax.is(participle, Class::Participle)
        || syntax.is(participle, Class::Finite)
        || word && syntax.word(participle).ends_with("ed"))
        && (opens || syntax.shape(participle - 1) == Some(Shape::Comma));
    if !describes {
        return false;
    }
    let ends = |t: &usize| {
        matches!(
            syntax.shape(*t),
            Some(Shape::Comma | Shape::Close | Shape::Semicolon)
        )
    };
    let behind = time.tokens.end..syntax.tokens.len().min(time.tokens.end + LONGEST_ASIDE);
    let Some(end) = behind.clone().find(ends) else {
        return false;
    };
    // "built in 1931 at a cost of 3 million, **carries**": what goes on is told of the thing.
    let goes_on = syntax.tokens.get(end + 1).is_some_and(|next| {
        next.classes.has_any(&[
            Class::Auxiliary,
            Class::Modal,
            Class::Finite,
            Class::Present,
        ])
    });
    // "Built in 1931, the bridge **carries** 22,000": what holds now.
    let holds = (end..figure.start).any(|t| syntax.is(t, Class::Present));
    (end == behind.start || goes_on)
        && (!opens || holds)
        && !(participle..end).contains(&figure.start)
}

/// Most words that an aside has after its time.
const LONGEST_ASIDE: usize = 14;

/// "for the October 7 attack": the day names the attack, and what was done for it was done on another day.
fn names_a_thing(syntax: &Syntax<'_>, time: &Time) -> bool {
    let the = time.tokens.start.checked_sub(1);
    the.is_some_and(|the| syntax.is(the, Class::Determiner))
        && !syntax.is(time.tokens.start, Class::Preposition)
        && syntax.is_nounish(time.tokens.end)
}
