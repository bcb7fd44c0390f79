//! Whole quotations: one speaker for all their sentences and paragraphs.

use super::{Found, Means, is_within, subject};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Adds what a line that ends with a colon announces: "Weiss writes:" and the next line, or
/// "He had this to say:" and a quotation.
pub(super) fn announce(syntax: &Syntax<'_>, all: &mut Vec<Found>) {
    let known = all.len();
    for sentence in &syntax.sentences {
        let Some(colon) = sentence
            .clone()
            .rev()
            .find(|t| syntax.shape(*t) == Some(Shape::Colon))
        else {
            continue;
        };
        let paragraph = syntax.tokens[colon].paragraph;
        let ends_line = syntax
            .tokens
            .get(colon + 1)
            .is_some_and(|t| t.paragraph != paragraph);
        let before_quotation = syntax.shape(colon + 1) == Some(Shape::QuoteOpen);
        if !ends_line && !before_quotation || syntax.quotation_of(colon).is_some() {
            continue;
        }
        let end = if ends_line {
            next_lines_end(syntax, colon + 1)
        } else {
            sentence.end
        };
        let known_end = all
            .get(..known)
            .unwrap_or_default()
            .partition_point(|found| found.cue.start < sentence.end);
        let cue = all
            .get_mut(known_end.saturating_sub(6)..known_end)
            .unwrap_or_default()
            .iter_mut()
            .rev()
            .find(|found| sentence.contains(&found.cue.start) && found.means != Means::According);
        if let Some(found) = cue {
            if ends_line {
                found.content.push(colon + 1..end);
            }
        } else if let Some(source) = subject::main(syntax, sentence, colon)
            && announces(syntax, colon, sentence.start, ends_line)
        {
            all.push(Found {
                means: Means::Announced,
                source,
                cue: colon..colon + 1,
                content: std::iter::once(colon + 1..end).collect(),
            });
        }
    }
    all.sort_by_key(|found| found.cue.start);
}

/// Whether a sentence without a verb of saying announces what somebody says.
fn announces(syntax: &Syntax<'_>, colon: usize, start: usize, ends_line: bool) -> bool {
    let quotation = (colon + 1..colon + 3).any(|t| syntax.shape(t) == Some(Shape::QuoteOpen));
    let speech =
        (start..colon).any(|t| syntax.is(t, Class::SpeechNoun) || syntax.is(t, Class::CueBare));
    quotation && (speech || !ends_line)
}

/// End of the line that starts at `at`, or of the list that does.
fn next_lines_end(syntax: &Syntax<'_>, at: usize) -> usize {
    let mut end = at;
    loop {
        let Some(first) = syntax.tokens.get(end) else {
            return end;
        };
        let item = matches!(first.shape, Shape::Sign | Shape::Dash);
        if end > at && !item || end > at + REACH * 10 {
            return end;
        }
        end += syntax.tokens[end..]
            .iter()
            .take_while(|t| t.paragraph == first.paragraph)
            .count();
        if !item {
            return end;
        }
    }
}

/// Who speaks each quotation: the nearest cue beside it; without one, the speaker of the quotation before it in
/// the paragraph, whoever spoke in the sentence before, or the last speaker of the paragraph before.
pub(super) fn of_quotations(syntax: &Syntax<'_>, all: &[Found]) -> Vec<Option<usize>> {
    let count = syntax.quotations.len();
    let mut speaker: Vec<Option<usize>> = vec![None; count];
    let real = |number: usize| {
        let quotation = syntax.quotations[number];
        quotation.end > quotation.first && !quotation.is_scare(&syntax.tokens)
    };
    for number in (0..count).filter(|number| real(*number)) {
        let quotation = syntax.quotations[number];
        let distance = |found: &Found| {
            if found.cue.start < quotation.first {
                quotation.first - found.cue.start
            } else {
                found.cue.start.saturating_sub(quotation.end)
            }
        };
        let near = |found: &Found| {
            syntax.quotation_of(found.cue.start) != Some(number)
                && (found.covers(quotation.first) || found.covers(quotation.end - 1))
        };
        let from = all.partition_point(|found| found.cue.start + REACH < quotation.first);
        let to = all.partition_point(|found| found.cue.start < quotation.end + REACH);
        speaker[number] = all
            .iter()
            .enumerate()
            .take(to)
            .skip(from)
            .filter(|(_, found)| near(found))
            .min_by_key(|(_, found)| distance(found))
            .map(|(index, _)| index);
    }
    // Paragraphs that go on in the next: the cue may stand at either end.
    for number in (1..count).rev() {
        if syntax.quotations[number].goes_on && speaker[number - 1].is_none() {
            speaker[number - 1] = speaker[number];
        }
    }
    let outer = |index: &usize| {
        !all.iter()
            .skip(index.saturating_sub(4))
            .take(9)
            .any(|other| is_within(&all[*index], other))
    };
    for number in 0..count {
        if speaker[number].is_some() || !real(number) {
            continue;
        }
        let quotation = syntax.quotations[number];
        if quotation.goes_on {
            speaker[number] = speaker[number - 1];
            continue;
        }
        let paragraph = syntax.tokens[quotation.first].paragraph;
        let same = |other: &usize| {
            let other = syntax.quotations[*other];
            syntax
                .tokens
                .get(other.first)
                .is_some_and(|t| t.paragraph == paragraph)
        };
        let before = (0..number)
            .rev()
            .take(NEIGHBOURS)
            .take_while(same)
            .find_map(|other| speaker[other]);
        let after = || {
            (number + 1..count)
                .take(NEIGHBOURS)
                .take_while(same)
                .find_map(|other| speaker[other])
        };
        let sentence = syntax.sentence_of(quotation.first);
        let last = all.partition_point(|found| found.cue.start < quotation.first);
        // "She sent a statement. “We have …”": whoever spoke in the sentence before.
        let just_before = || {
            let earlier = syntax.sentences.get(sentence.checked_sub(1)?)?;
            (0..last).rev().take(8).filter(outer).find(|index| {
                let cue = all[*index].cue.start;
                earlier.contains(&cue) && syntax.tokens[cue].paragraph == paragraph
            })
        };
        let starts_line =
            quotation.first < 2 || syntax.tokens[quotation.first - 2].paragraph != paragraph;
        let line_before = || {
            (0..last).rev().take(8).filter(outer).find(|index| {
                let at = syntax.tokens[all[*index].cue.start].paragraph;
                starts_line && at < paragraph && at + 2 >= paragraph
            })
        };
        speaker[number] = before
            .or_else(just_before)
            .or_else(after)
            .or_else(line_before);
    }
    speaker
}

/// Tokens between a quotation and a cue that can belong to it.
const REACH: usize = 120;

/// Quotations before or after one whose speaker it can share.
const NEIGHBOURS: usize = 12;
