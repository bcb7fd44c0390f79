//! "according to X", before, within or after what it attributes; in Hebrew "from X was told that" as well.

use std::ops::Range;

use super::{Found, Means, subject};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

pub(super) fn find(syntax: &Syntax<'_>, sentence: &Range<usize>, all: &mut Vec<Found>) {
    for at in sentence.clone() {
        if let Some(found) = fronted(syntax, sentence, at) {
            all.push(found);
            continue;
        }
        let Some(cue) = cue(syntax, at).or_else(|| per(syntax, sentence, at)) else {
            continue;
        };
        let ceiling = (cue.end..sentence.end)
            .find(|t| {
                matches!(
                    syntax.shape(*t),
                    Some(
                        Shape::Stop
                            | Shape::Semicolon
                            | Shape::QuoteOpen
                            | Shape::QuoteClose
                            | Shape::Colon
                    )
                )
            })
            .unwrap_or(sentence.end);
        let Some(mut source) = syntax.noun_phrase_after(cue.end, ceiling) else {
            continue;
        };
        // "according to police **late on Monday**"
        if source.len() > 1 && syntax.is(source.end - 1, Class::TimeShade) {
            source.end -= 1;
        }
        let source = with_name(syntax, source, ceiling);
        let inside = syntax.quotation_of(at).map(|q| syntax.quotations[q]);
        let (low, high) = match inside {
            Some(q) => (sentence.start.max(q.first), sentence.end.min(q.end)),
            None => bracket(syntax, sentence, at).unwrap_or((sentence.start, sentence.end)),
        };
        // "said that according to X, …": what stands before is another's.
        let comma = usize::from(at > low + 1 && syntax.shape(at - 1) == Some(Shape::Comma));
        let fronted = at > low && syntax.is(at - 1 - comma, Class::That)
            || at > low
                && !matches!(
                    syntax.shape(at - 1),
                    Some(Shape::Comma | Shape::Dash | Shape::QuoteClose | Shape::Close)
                )
                && syntax.shape(source.end) == Some(Shape::Comma);
        all.push(Found {
            means: if syntax.is(at, Class::Citing) {
                Means::Citing
            } else {
                Means::According
            },
            cue,
            content: [if fronted { at..at } else { low..at }, source.end..high]
                .into_iter()
                .filter(|part| part.start < part.end)
                .collect(),
            source,
        });
    }
}

/// "the operator, **Nordkraft**": a source with the name set beside it.
fn with_name(syntax: &Syntax<'_>, source: Range<usize>, ceiling: usize) -> Range<usize> {
    let is_name = |t: usize| {
        let token = &syntax.tokens[t];
        token.is_capital() && !token.is(Class::Weekday) && !token.is(Class::Month)
    };
    let beside = (syntax.shape(source.end) == Some(Shape::Comma)
        && !source.is_empty()
        && !is_name(source.end - 1))
    .then(|| syntax.noun_phrase_after(source.end + 1, ceiling))
    .flatten();
    let ends = |t: usize| {
        t == ceiling
            || matches!(
                syntax.shape(t),
                Some(Shape::Comma | Shape::Semicolon | Shape::Stop | Shape::Close)
            )
    };
    match beside {
        Some(name) if name.clone().all(is_name) && ends(name.end) => source.start..name.end,
        _ => source,
    }
}

/// "מהעירייה נמסר כי": a source at the head of the sentence, before the one word that attributes and "that".
fn fronted(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> Option<Found> {
    let one_word = syntax.is(at, Class::According) && syntax.is(at, Class::AccordingEnd);
    let source = sentence.start..at;
    let told = one_word && !source.is_empty() && syntax.is(at + 1, Class::That);
    let whole = source.clone().all(|t| syntax.is_nounish(t));
    (told && whole).then(|| Found {
        means: Means::According,
        source,
        cue: at..at + 1,
        content: std::iter::once(at + 2..sentence.end).collect(),
    })
}

/// The words "according to" at `at`, in one word or two.
fn cue(syntax: &Syntax<'_>, at: usize) -> Option<Range<usize>> {
    if !syntax.is(at, Class::According) {
        return None;
    }
    if syntax.is(at + 1, Class::AccordingEnd) {
        return Some(at..at + 2);
    }
    syntax.is(at, Class::AccordingEnd).then(|| at..at + 1)
}

/// "…, **per** state media": never after a unit, and only before somebody who can say something.
fn per(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> Option<Range<usize>> {
    let apart = at == sentence.start
        || matches!(
            syntax.shape(at - 1),
            Some(Shape::Comma | Shape::Dash | Shape::Open | Shape::QuoteClose)
        );
    if !apart || !syntax.is(at, Class::Per) {
        return None;
    }
    let source = syntax.noun_phrase_after(at + 1, sentence.end)?;
    // "Per Lund won": a name, unless a comma follows.
    let opens = at == sentence.start;
    let name = syntax.tokens[at].is_capital()
        && syntax.tokens[at + 1].is_capital()
        && !(opens && syntax.shape(source.end) == Some(Shape::Comma));
    if name {
        return None;
    }
    let head = syntax.head(&source);
    let told = syntax.is(head, Class::Document) || syntax.is(head, Class::Poll);
    (told || subject::can_speak(syntax, &source)).then(|| at..at + 1)
}

/// The bracket around "according to" where it holds what is attributed too: "Ohio (79%, according to exit polls)".
fn bracket(syntax: &Syntax<'_>, sentence: &Range<usize>, at: usize) -> Option<(usize, usize)> {
    let mark = |t: &usize| matches!(syntax.shape(*t), Some(Shape::Open | Shape::Close));
    let open = (sentence.start..at).rev().find(mark)?;
    if syntax.shape(open) != Some(Shape::Open) || open + 1 == at {
        return None;
    }
    let close = (at..sentence.end).find(mark)?;
    Some((open + 1, close))
}
