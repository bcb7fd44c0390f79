//! Of which make a measure is, by the words beside its noun.

use super::surroundings::{Surroundings, sorted};
use crate::crosscheck::words::{Sort, Sym, Token};
use crate::quantity::Kind;

/// Words before the noun of a measure that may say of which make it is.
const BEFORE: usize = 3;

/// The words that say of which make a measure is, sorted: "**hotel** prices", "output of **beef**". Names, and words
/// that make no other measure of it, are left out.
pub(super) fn modifiers(near: &Surroundings<'_>, names: &[Sym]) -> Vec<Sym> {
    let words = near.words;
    let ends = |token: &Token| token.after_comma || words.prepositions.contains(&token.stem);
    let concept = near.concept.as_slice();
    let phrase = |from: usize| {
        let rest = concept.get(from..).unwrap_or_default();
        let length = rest
            .iter()
            .skip(1)
            .position(ends)
            .map_or(rest.len(), |at| at + 1);
        rest.get(..length).unwrap_or_default()
    };
    let own = phrase(0);
    let Some(head) = own.iter().rposition(|token| token.sort == Sort::Content) else {
        return Vec::new();
    };
    let before = own
        .get(head.saturating_sub(BEFORE)..head)
        .unwrap_or_default();
    // "Output of **beef**", "price of a **loaf**". The mine of "output of the mine" is no make of output.
    let small = [Sym::of("a"), Sym::of("an")];
    let of = match concept.get(own.len()..).unwrap_or_default() {
        [of, one, ..] if of.stem == Sym::of("of") && small.contains(&one.stem) => {
            phrase(own.len() + 2)
        }
        [of, next, ..] if of.stem == Sym::of("of") && next.sort == Sort::Content => {
            phrase(own.len() + 1)
        }
        _ => &[],
    };
    let thing = near.reading.kind == Kind::Count;
    let of = if thing { &[] } else { of };
    let says = |token: &&Token| {
        token.sort == Sort::Content
            && !words.plain.contains(&token.stem)
            && names.binary_search(&token.sense).is_err()
    };
    sorted(
        before
            .iter()
            .chain(of)
            .filter(says)
            .map(|token| token.sense),
    )
}
