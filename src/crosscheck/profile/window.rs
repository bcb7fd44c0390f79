//! The words near a figure that speak of it.

use crate::crosscheck::words::{Sort, Token, vocabulary};

/// Words looked at after a figure, and before it.
const AHEAD: usize = 8;
const BEHIND: usize = 9;
/// Longest opening of a sentence that sets the time of the figure after it.
const OPENING: usize = 7;

/// Most words of a sentence before a figure, and after it: a line of a table goes on for ever.
const WIDEST: usize = 400;

/// Range of tokens of the sentence around the tokens `first..last`.
pub(super) fn sentence(tokens: &[Token], first: usize, last: usize) -> (usize, usize) {
    let floor = first.saturating_sub(WIDEST);
    let ceiling = tokens.len().min(last + WIDEST);
    let start = (floor..=first)
        .rev()
        .find(|at| {
            tokens
                .get(*at)
                .is_none_or(|token| token.after_break && *at < first + 1)
        })
        .unwrap_or(floor);
    let end = (last..ceiling)
        .find(|at| tokens.get(*at).is_some_and(|token| token.after_break))
        .unwrap_or(ceiling);
    (start.min(first), end.max(last))
}

/// Words after a figure that speak of it: up to the next figure or the next thing spoken of.
pub(super) fn ahead(tokens: &[Token], last: usize, end: usize) -> &[Token] {
    let words = vocabulary();
    let rest = tokens.get(last..end.min(last + AHEAD)).unwrap_or_default();
    let until = rest
        .iter()
        .position(|token| {
            token.sort == Sort::Number
                || token.after_comma
                || words.boundaries.contains(&token.stem)
        })
        .unwrap_or(rest.len());
    rest.get(..until).unwrap_or_default()
}

/// A few words that open the sentence right before the figure's comma: "In the week before, 41,900".
pub(super) fn opening(tokens: &[Token], first: usize, start: usize) -> &[Token] {
    let comma = tokens.get(first).is_some_and(|token| token.after_comma);
    if comma && first - start <= OPENING {
        tokens.get(start..first).unwrap_or_default()
    } else {
        &[]
    }
}

/// All words of the sentence between the number before a figure and the figure.
pub(super) fn since_number(tokens: &[Token], first: usize, start: usize) -> &[Token] {
    let rest = tokens.get(start..first).unwrap_or_default();
    let number = rest.iter().rposition(|token| token.sort == Sort::Number);
    rest.get(number.map_or(0, |at| at + 1)..)
        .unwrap_or_default()
}

/// Words before a figure that speak of it.
pub(super) fn behind(tokens: &[Token], first: usize, start: usize) -> &[Token] {
    let words = vocabulary();
    let from = start.max(first.saturating_sub(BEHIND));
    let rest = tokens.get(from..first).unwrap_or_default();
    let next_after_comma = tokens.get(first).is_some_and(|token| token.after_comma);
    let since = rest
        .iter()
        .rposition(|token| token.sort == Sort::Number || words.boundaries.contains(&token.stem))
        .map_or(0, |at| at + 1);
    let comma = rest
        .iter()
        .rposition(|token| token.after_comma)
        .unwrap_or(0);
    let since = if next_after_comma {
        rest.len()
    } else {
        since.max(comma)
    };
    rest.get(since..).unwrap_or_default()
}
