//! To which part or sort of a thing a figure is narrowed.

use super::near::narrowing_in;
use super::surroundings::{Surroundings, sorted};
use super::{measured, window};
use crate::crosscheck::words::{Token, course_of, lives};
use crate::lexicon::Course;
use crate::quantity::{Kind, Sense};

/// The narrowing lists that words near a figure of this class are of, sorted: "remaining", "core", "on the year".
pub(super) fn narrowing(near: &Surroundings<'_>, class: Option<u16>) -> Vec<u16> {
    let (words, reading, behind) = (near.words, near.reading, near.behind);
    let mut lists: Vec<u16> = reading
        .scope
        .iter()
        .flat_map(|phrase| narrowing_in(words, &words.tokens(&phrase.text)))
        .collect();
    let nearest = behind.len().saturating_sub(2);
    for tokens in [
        &near.concept,
        near.ahead
            .get(..near.ahead.len().min(2))
            .unwrap_or_default(),
        window::opening(near.tokens, near.first, near.sentence.0),
    ] {
        lists.extend(narrowing_in(words, tokens));
    }
    // "The blaze leaves 19 dead": nobody is left.
    let toll = class.is_some_and(|class| course_of(class) == Course::Toll);
    let before = narrowing_in(words, behind.get(nearest..).unwrap_or_default());
    lists.extend(
        before
            .into_iter()
            .filter(|list| !toll || !words.remaining.contains(list)),
    );
    // What was counted before narrows nothing.
    lists.retain(|list| !toll || !words.former.contains(list));
    // "Each day of the strike costs 12 million".
    if reading.kind == Kind::Money {
        let often = narrowing_in(words, behind).into_iter();
        lists.extend(
            often.filter(|list| words.recent.contains(list) && !words.newly.contains(list)),
        );
    }
    // Who is "still missing" is missing.
    if class.is_some_and(|class| course_of(class) == Course::Moving && !lives(class)) {
        lists.retain(|list| !words.remaining.contains(list));
    }
    // "€1.2 billion for new homes": the homes are new, not the money.
    if matches!(reading.kind, Kind::Money | Kind::Measure) {
        lists.retain(|list| !words.newly.contains(list));
    }
    lists.extend(sorts(near));
    if matches!(reading.sense, Sense::Up | Sense::Down) {
        lists.extend(measured::bases(
            words,
            near.tokens,
            near.last,
            near.sentence.1,
        ));
    }
    sorted(lists)
}

/// Whether a toll is told as one that a later has replaced: "had earlier put the dead at 17", "up from 17 reported
/// earlier".
pub(super) fn is_former(near: &Surroundings<'_>, class: Option<u16>) -> bool {
    /// Words looked at before a figure, and behind it.
    const BEFORE: usize = 7;
    const BEHIND: usize = 3;
    let toll = class.is_some_and(|class| course_of(class) == Course::Toll);
    let before = near.behind.len().saturating_sub(BEFORE);
    let lists = [
        near.behind.get(before..),
        near.ahead.get(..near.ahead.len().min(BEHIND)),
    ];
    // "Rose to 71 from 64".
    let left = near
        .behind
        .last()
        .is_some_and(|token| near.words.started_from.contains(&token.stem));
    let told = lists
        .into_iter()
        .flatten()
        .flat_map(|tokens| narrowing_in(near.words, tokens))
        .any(|list| near.words.former.contains(&list));
    toll && near.reading.kind == Kind::Count && (told || left)
}

/// The sorts of the measure that is named with a figure.
fn sorts(near: &Surroundings<'_>) -> Vec<u16> {
    let named = near.reading.concept.as_ref();
    match named.and_then(|concept| concept.span) {
        // "A 3% rise in online sales".
        Some(concept) if concept.start() >= near.span.start() => {
            measured::sorts(near.words, &near.concept)
        }
        Some(concept) => {
            let before = |token: &Token| token.end <= concept.start();
            let from = near.tokens.partition_point(before);
            let until_number = near.tokens.get(from..near.first);
            measured::sorts(near.words, until_number.unwrap_or_default())
        }
        None => measured::sorts(
            near.words,
            window::since_number(near.tokens, near.first, near.sentence.0),
        ),
    }
}
