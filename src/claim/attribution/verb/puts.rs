//! "Organisers put the crowd at 60,000, police at 18,000": who gives a number to a thing.

use std::ops::Range;

use super::super::subject;
use super::{Found, Means, floor};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Most tokens of the thing between "put" and "at".
const LONGEST: usize = 10;

/// The attributions of the verb at `at`: its subject's, and those of who gives another number after it.
pub(super) fn read(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> Vec<Found> {
    let mut found = Vec::new();
    let Some(number) = numbered(syntax, at + 1, sentence.end.min(at + LONGEST)) else {
        return found;
    };
    let floor = floor(syntax, sentence, at);
    let verb = subject::skip_adverbs(syntax, at, floor);
    let Some(source) =
        subject::before(syntax, verb, floor).map(|source| super::trimmed(syntax, source))
    else {
        return found;
    };
    let mut from = number;
    let mut parts = vec![(source, at)];
    // ", police at 18,000", "and the police at 18,000"
    let parts_them =
        |t: &usize| syntax.shape(*t) == Some(Shape::Comma) || syntax.is(*t, Class::Coordinator);
    while let Some(comma) = (from..sentence.end.min(from + LONGEST)).find(parts_them) {
        let start = comma + 1 + usize::from(syntax.is(comma + 1, Class::Coordinator));
        let Some(other) = syntax.noun_phrase_after(start, sentence.end) else {
            break;
        };
        // A noun phrase runs on over "at" to the number.
        let end = (other.start..other.end)
            .find(|t| syntax.reads(*t, "at"))
            .unwrap_or(other.end);
        let Some(number) = numbered(syntax, end, sentence.end.min(end + 3)).filter(|_| end > start)
        else {
            break;
        };
        // "put the dead at 19 and the injured at 60": no other who gives a number.
        let speaker = other.start..end;
        let joined = syntax.is(comma, Class::Coordinator);
        if joined
            && !super::is_speaker(syntax, &speaker)
            && !super::thinks::are_persons(syntax, syntax.head(&speaker))
        {
            break;
        }
        parts.push((speaker, end));
        from = number;
    }
    let ends: Vec<usize> = parts
        .iter()
        .skip(1)
        .map(|(source, _)| source.start)
        .chain([sentence.end])
        .collect();
    for ((source, cue), end) in parts.into_iter().zip(ends) {
        found.push(Found {
            means: Means::Verb,
            cue: cue..cue + 1,
            content: std::iter::once(cue + 1..end).collect(),
            source,
        });
    }
    found
}

/// The number after "at" in `start..end`.
fn numbered(syntax: &Syntax<'_>, start: usize, end: usize) -> Option<usize> {
    let at = (start..end).find(|t| syntax.reads(*t, "at"))?;
    (at + 1..at + 4).find(|t| {
        matches!(syntax.shape(*t), Some(Shape::Number)) || syntax.is(*t, Class::NumberWord)
    })
}
