//! Whole quotations: one speaker for all their sentences and paragraphs.

use super::{Found, Means};
use crate::syntax::Syntax;

/// Gives each quotation one speaker: content that holds part of it is widened to all of it, and one without
/// a cue goes to the speaker of the quotation before it in the paragraph, else after it.
pub(super) fn spread_quotations(syntax: &Syntax<'_>, all: &mut Vec<Found>) {
    let count = syntax.quotations.len();
    let mut speaker: Vec<Option<usize>> = vec![None; count];
    for (number, quotation) in syntax.quotations.iter().enumerate() {
        if quotation.end <= quotation.first || quotation.is_scare(&syntax.tokens) {
            continue;
        }
        let ends = [quotation.first, quotation.end - 1];
        speaker[number] = all
            .iter()
            .enumerate()
            .filter(|(_, found)| syntax.quotation_of(found.cue.start) != Some(number))
            .find(|(_, found)| ends.iter().any(|end| found.covers(*end)))
            .map(|(index, _)| index);
    }
    // Paragraphs that go on in the next.
    for number in 1..count {
        if syntax.quotations[number].goes_on {
            let (a, b) = (speaker[number - 1], speaker[number]);
            speaker[number - 1] = a.or(b);
            speaker[number] = b.or(a);
        }
    }
    let mut carried = Vec::new();
    for number in 0..count {
        let quotation = syntax.quotations[number];
        if quotation.end <= quotation.first || quotation.is_scare(&syntax.tokens) {
            continue;
        }
        let part = quotation.first..quotation.end;
        if let Some(index) = speaker[number] {
            all[index].content.push(part);
            continue;
        }
        let paragraph = syntax.tokens[quotation.first].paragraph;
        let same = |other: usize| {
            let other = syntax.quotations[other];
            syntax
                .tokens
                .get(other.first)
                .is_some_and(|t| t.paragraph == paragraph)
        };
        let before = (0..number)
            .rev()
            .take_while(|other| same(*other))
            .find_map(|other| speaker[other]);
        let after = || {
            (number + 1..count)
                .take_while(|other| same(*other))
                .find_map(|other| speaker[other])
        };
        let starts_line =
            quotation.first < 2 || syntax.tokens[quotation.first - 2].paragraph != paragraph;
        let last = || {
            let in_last = |found: &Found| {
                let at = syntax.tokens[found.cue.start].paragraph;
                at < paragraph && at + 2 >= paragraph
            };
            starts_line.then(|| all.iter().rposition(in_last)).flatten()
        };
        let from = before.or_else(after).or_else(last);
        if let Some(index) = from {
            let found = &all[index];
            carried.push(Found {
                means: Means::Carried,
                source: found.source.clone(),
                cue: found.cue.clone(),
                content: vec![part],
            });
            speaker[number] = Some(index);
        }
    }
    all.extend(carried);
}
