//! The sort of a measure, what a change is set against, and whether a figure is a running total.

use crate::crosscheck::words::{Sort, Token, Vocabulary};

/// Words from a measure to those that say of which sort it is.
const BEFORE: usize = 4;
const AFTER: usize = 3;
/// Words from a figure to its measure before it.
const BEHIND: usize = 12;
/// Words after a change that may say what it is set against.
const AHEAD: usize = 10;

/// The lists of sorts named beside the measure in `tokens`, which a concept begins and the number ends: "**core** inflation",
/// "earnings **excluding** bonuses", "exports of **services**".
pub(super) fn sorts(words: &Vocabulary, tokens: &[Token]) -> Vec<u16> {
    let tokens = tokens
        .get(tokens.len().saturating_sub(BEHIND)..)
        .unwrap_or_default();
    let measure = |token: &Token| words.measures.contains(&token.stem);
    let Some(at) = tokens.iter().rposition(measure) else {
        return Vec::new();
    };
    let ends = |token: &Token| {
        token.after_break || token.sort == Sort::Number || words.boundaries.contains(&token.stem)
    };
    let mut from = at;
    while from > 0 && at - from < BEFORE {
        let here = tokens.get(from);
        let before = tokens.get(from - 1);
        if here.is_none_or(|token| token.after_break || token.after_comma)
            || before.is_none_or(|token| {
                token.sort == Sort::Number || words.boundaries.contains(&token.stem)
            })
        {
            break;
        }
        from -= 1;
    }
    let to = (at + 1..tokens.len().min(at + 1 + AFTER))
        .take_while(|next| {
            // "Earnings including bonuses".
            let named = tokens.get(*next..).and_then(|rest| words.sort_at(rest));
            named.is_some() || tokens.get(*next).is_some_and(|token| !ends(token))
        })
        .last()
        .map_or(at + 1, |last| last + 1);
    (from..to)
        .filter(|place| *place != at)
        .filter_map(|place| words.sort_at(tokens.get(place..to)?))
        .map(|(list, _)| list)
        .collect()
}

/// What a change is set against, by the words after it: "rose 3% **on the year**". Not so "3% from May to July".
pub(super) fn bases(words: &Vocabulary, tokens: &[Token], last: usize, end: usize) -> Vec<u16> {
    let rest = tokens.get(last..end.min(last + AHEAD)).unwrap_or_default();
    let until = rest
        .iter()
        .position(|token| token.sort == Sort::Number || token.after_comma)
        .unwrap_or(rest.len());
    let rest = rest.get(..until).unwrap_or_default();
    (0..rest.len())
        .find_map(|at| {
            let (list, length) = words.base_at(rest.get(at..)?)?;
            let joins = |token: &Token| words.range_joins.contains(&token.stem);
            (!rest.get(at + length).is_some_and(joins)).then_some(list)
        })
        .into_iter()
        .collect()
}

/// Whether words near a figure make it a running total: "the toll", "so far".
pub(super) fn runs(words: &Vocabulary, near: &[&[Token]]) -> bool {
    near.iter().any(|tokens| {
        (0..tokens.len()).any(|at| tokens.get(at..).is_some_and(|t| words.runs_at(t)))
    })
}
