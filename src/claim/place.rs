//! Where a figure holds: the nearest place in its clause, else in its sentence, else the dateline's.

use std::ops::Range;

use super::Phrase;
use crate::lexicon::gazetteer::Gazetteer;
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// A place named in a sentence.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) tokens: Range<usize>,
    pub(super) text: String,
    demonym: bool,
}

/// Most words of a place name.
const LONGEST_NAME: usize = 4;

/// The places named in `range`, in order.
pub(super) fn named(syntax: &Syntax<'_>, range: &Range<usize>) -> Vec<Named> {
    let gazetteer = Gazetteer::shared();
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let mut next = at + 1;
        if syntax.tokens[at].is_capital() {
            let longest = if gazetteer.begins(syntax.word(at)) {
                LONGEST_NAME
            } else {
                1
            };
            for length in (1..=longest.min(range.end - at)).rev() {
                let tokens = at..at + length;
                let Some(span) = syntax.span(&tokens) else {
                    continue;
                };
                if let Some(place) = gazetteer.place(syntax.text.slice(span)) {
                    let text = place
                        .demonym_of
                        .clone()
                        .unwrap_or_else(|| syntax.text.slice(span).to_owned());
                    found.push(Named {
                        tokens,
                        text,
                        demonym: place.demonym_of.is_some(),
                    });
                    next = at + length;
                    break;
                }
            }
        }
        at = next;
    }
    found
}

/// The place of the figure at `token`: one after "in", "into", "from" near it counts most, then any other name,
/// then a demonym ("Kazakh officials"). Places inside `source` count last.
pub(super) fn of_figure(
    syntax: &Syntax<'_>,
    sentence: &Range<usize>,
    token: usize,
    source: Option<&Range<usize>>,
) -> Option<Phrase> {
    let mut places = named(syntax, sentence);
    // "wounded by Russian shells", "Russian shelling": the name of who did it, not of where.
    places.retain(|place| {
        let before = place.tokens.start.checked_sub(1);
        let end = place.tokens.end;
        let force = (end..end + 2)
            .take_while(|t| syntax.shape(*t) == Some(Shape::Word))
            .any(|t| syntax.is(t, Class::Force));
        !(place.demonym && (force || before.is_some_and(|by| syntax.reads(by, "by"))))
    });
    let cost = |place: &Named| {
        let at = place.tokens.start;
        let distance = at.abs_diff(token);
        let introduced = at > sentence.start && syntax.is(at - 1, Class::Preposition)
            || at > sentence.start + 1
                && syntax.is(at - 1, Class::Determiner)
                && syntax.is(at - 2, Class::Preposition);
        let crossed = (at.min(token)..at.max(token)).any(|t| {
            matches!(syntax.shape(t), Some(Shape::Semicolon | Shape::Dash))
                || syntax.shape(t) == Some(Shape::Comma) && syntax.is(t + 1, Class::Subordinator)
        });
        // A name inside another name: "Bank of America".
        let part_of_name = at > sentence.start && syntax.tokens[at - 1].is_capital()
            || syntax
                .tokens
                .get(place.tokens.end)
                .is_some_and(|t| t.is_capital() && !t.is(Class::Weekday) && !t.is(Class::Month));
        distance
            + if introduced { 0 } else { 12 }
            + if place.demonym { 30 } else { 0 }
            + if crossed { 40 } else { 0 }
            + if part_of_name && !introduced { 25 } else { 0 }
            + if source.is_some_and(|s| s.contains(&at)) {
                60
            } else {
                0
            }
    };
    let best = places.iter().min_by_key(|place| cost(place))?;
    Some(Phrase {
        text: best.text.clone(),
        span: syntax.span(&best.tokens),
    })
}

/// "KYIV, Ukraine (AP) —" before an article.
#[derive(Clone, Debug)]
pub(super) struct Dateline {
    pub(super) place: Phrase,
    /// The dash that ends it.
    pub(super) end: usize,
}

/// The dateline's place: "KYIV, Ukraine (AP) —", "PARIS — ".
pub(super) fn dateline(syntax: &Syntax<'_>) -> Option<Dateline> {
    for sentence in syntax.sentences.iter().take(6) {
        let dash = (sentence.start..sentence.end.min(sentence.start + 12))
            .find(|t| syntax.shape(*t) == Some(Shape::Dash))
            .unwrap_or(sentence.start);
        let first = syntax.word(sentence.start);
        if dash == sentence.start || syntax.shape(sentence.start) != Some(Shape::Capitals) {
            continue;
        }
        let mut name = String::new();
        for (at, letter) in first.chars().enumerate() {
            if at == 0 {
                name.push(letter);
            } else {
                name.extend(letter.to_lowercase());
            }
        }
        if Gazetteer::shared().place(&name).is_some() {
            return Some(Dateline {
                place: Phrase {
                    text: name,
                    span: syntax.tokens.get(sentence.start).map(|t| t.span),
                },
                end: dash,
            });
        }
    }
    None
}
