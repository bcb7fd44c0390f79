//! Which time of the sentence is the figure's, and which belongs to the verb of saying.

use std::ops::Range;

use super::attribution;
use super::extract::Sentence;
use super::period::Time;
use super::{Period, Phrase};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

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
            && !time.since
            && (syntax.is(at, Class::Weekday)
                || syntax.reads(at, "on")
                || time.tokens.len() == 1
                || time.from == time.to && time.from.is_some())
    })
}

/// The nearest time to the figure that is neither the figure itself nor the cue's.
pub(super) fn nearest_time<'a>(
    syntax: &Syntax<'_>,
    sentence: &'a Sentence,
    figure: &Range<usize>,
    cue: Option<&Time>,
    said: Option<&attribution::Found>,
) -> Option<&'a Time> {
    let others = |time: &&Time| {
        cue.is_none_or(|cue| cue.tokens != time.tokens)
            && said.is_none_or(|said| !said.source.contains(&time.tokens.start))
            && (time.tokens.end <= figure.start || time.tokens.start >= figure.end)
    };
    let distance = |time: &&Time| {
        let (low, high) = if time.tokens.start >= figure.end {
            (figure.end, time.tokens.start)
        } else {
            (time.tokens.end, figure.start)
        };
        let clause = (low..high)
            .filter(|t| {
                matches!(
                    syntax.shape(*t),
                    Some(
                        Shape::Comma
                            | Shape::Semicolon
                            | Shape::Dash
                            | Shape::QuoteOpen
                            | Shape::QuoteClose
                    )
                ) || syntax.is(*t, Class::Coordinator)
            })
            .count();
        high - low + clause * 6
    };
    sentence
        .times
        .iter()
        .filter(others)
        .filter(|time| !dates_a_thing(syntax, time, figure))
        .min_by_key(distance)
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
    let describes = (syntax.is(participle, Class::Participle)
        || syntax.is(participle, Class::Finite)
        || syntax.shape(participle) == Some(Shape::Word)
            && syntax.word(participle).ends_with("ed"))
        && participle
            .checked_sub(1)
            .is_some_and(|before| syntax.shape(before) == Some(Shape::Comma));
    let aside_ends = syntax.shape(time.tokens.end) == Some(Shape::Comma)
        || syntax.shape(time.tokens.end) == Some(Shape::Close);
    describes && aside_ends && !(participle..time.tokens.end).contains(&figure.start)
}

/// The clock time that begins a ticker line.
pub(super) fn clock(syntax: &Syntax<'_>, sentence: &Sentence) -> Option<Period> {
    let first = sentence.tokens.start;
    let word = syntax.word(first);
    let (hour, minute) = word.split_once(':')?;
    let digits = |part: &str| {
        !part.is_empty() && part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit())
    };
    let starts_line =
        first == 0 || syntax.tokens[first - 1].paragraph != syntax.tokens[first].paragraph;
    (starts_line && digits(hour) && digits(minute) && syntax.shape(first) == Some(Shape::Number))
        .then(|| Period {
            words: Phrase {
                text: word.to_owned(),
                span: syntax.tokens.get(first).map(|token| token.span),
            },
            from: None,
            to: None,
            epoch: None,
        })
}
