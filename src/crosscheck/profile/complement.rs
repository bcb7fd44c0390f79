//! What is said behind a figure of what it is for, with or under: "£4 million **on libraries**".

use std::cell::LazyCell;

use super::near::phrase_tokens;
use super::surroundings::{Surroundings, sorted};
use crate::crosscheck::words::{Sort, Sym, Token};
use crate::quantity::Kind;

/// Words behind the figure that are looked at.
const AHEAD: usize = 14;

/// Whether the figure only says under what another one holds: "effective after **three** doses".
pub(super) fn is_condition(near: &Surroundings<'_>) -> bool {
    let before = near.first.checked_sub(1);
    let lead = before.and_then(|before| near.tokens.get(before));
    // "71% were answered within **four minutes**"
    let of_another = near.reading.kind == Kind::Duration
        && near
            .tokens
            .get(near.sentence.0..near.first)
            .unwrap_or_default()
            .iter()
            .any(|token| token.sort == Sort::Number);
    (near.reading.predicate.is_none() || of_another)
        && lead.is_some_and(|lead| near.words.narrowing_prepositions.contains(&lead.stem))
}

/// The part of a country or a town that its sentence is of: "in the **north**".
pub(super) fn part_of_place(near: &Surroundings<'_>) -> Option<Sym> {
    let (within, the) = (Sym::of("in"), Sym::of("the"));
    let parts = near
        .sentence_tokens()
        .windows(3)
        .filter_map(|three| match three {
            [lead, article, part] if lead.stem == within && article.stem == the => Some(part.stem),
            _ => None,
        });
    let mut parts = parts.filter(|part| near.words.directions.contains(part));
    parts.next()
}

/// The sort of place at which something happened, told before the figure: "a bomb at a **market** killed 14".
pub(super) fn scene(near: &Surroundings<'_>) -> Option<Sym> {
    let articles = [Sym::of("a"), Sym::of("an")];
    let before = near.tokens.get(near.sentence.0..near.first)?;
    let mut scenes = before.windows(3).filter_map(|three| match three {
        [lead, article, scene]
            if near.words.scenes.contains(&lead.stem)
                && articles.contains(&article.stem)
                && scene.sort == Sort::Content =>
        {
            Some(scene.sense)
        }
        _ => None,
    });
    scenes.next_back()
}

/// The words of the phrases behind the figure that narrow it, sorted. Names, times, places and what happened are told
/// elsewhere.
pub(super) fn complement(near: &Surroundings<'_>, names: &[Sym]) -> Vec<Sym> {
    let words = near.words;
    let end = near.sentence.1.min(near.last + AHEAD);
    let behind = near.tokens.get(near.last..end).unwrap_or_default();
    let until = behind.iter().position(|token| token.after_comma);
    let behind = behind
        .get(..until.unwrap_or(behind.len()))
        .unwrap_or_default();
    let reading = near.reading;
    let period = reading.period.as_ref().map(|period| &period.words);
    if !behind
        .iter()
        .any(|token| words.narrowing_prepositions.contains(&token.stem))
    {
        return Vec::new();
    }
    let elsewhere = LazyCell::new(|| {
        [reading.place.as_ref(), period].map(|told| phrase_tokens(words, near.tokens, told))
    });
    let told = |token: &Token| elsewhere.iter().flatten().any(|it| it.stem == token.stem);
    let articles = [Sym::of("a"), Sym::of("an")];
    let mut within = false;
    let mut found = Vec::new();
    for (at, token) in behind.iter().enumerate() {
        if words.narrowing_prepositions.contains(&token.stem) {
            within = true;
        } else if words.prepositions.contains(&token.stem) {
            within = false;
        }
        let rest = behind.get(at..).unwrap_or_default();
        let lead = at.checked_sub(1).and_then(|before| behind.get(before));
        let led = lead.is_some_and(|lead| words.narrowing_prepositions.contains(&lead.stem));
        if !led && words.class_at(rest).is_some() {
            // "For $40,000 and **sold** it for three times as much": from here on something else is told.
            break;
        }
        // "Within **four** hours", "more than a **year**"
        let number =
            |token: &Token| token.sort == Sort::Number || words.numbers.contains(&token.stem);
        let measured = lead.is_some_and(|before| number(before) || articles.contains(&before.stem));
        let says = (number(token) || measured || near.says_of_it(token))
            && !told(token)
            && names.binary_search(&token.sense).is_err()
            && words.class_at(rest).is_none();
        if within && says {
            found.push(token.sense);
        }
    }
    sorted(found)
}
