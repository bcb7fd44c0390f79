//! Of which make a measure is, by the words beside its noun.

use super::surroundings::{Surroundings, sorted};
use crate::crosscheck::words::{Sort, Sym, Token};
use crate::quantity::Kind;

/// Words before the noun of a measure that may say of which make it is.
const BEFORE: usize = 3;

/// The nouns that say whose a figure is where it is told beside what is counted, sorted: "pay rise (**nurses**)".
pub(super) fn owners(near: &Surroundings<'_>, names: &[Sym]) -> Vec<Sym> {
    let bracket = near.concept.iter().position(|token| token.after_comma);
    let owner = bracket.and_then(|at| near.concept.get(at..));
    let owner = owner.unwrap_or_default().iter();
    sorted(
        owner
            .filter(|token| distinguishes(near, names, token))
            .map(|token| token.sense),
    )
}

/// The ordinal before the noun that is counted or measured: "the **second** round".
pub(super) fn ordinal(near: &Surroundings<'_>) -> Option<Sym> {
    let ordinals = &near.words.ordinals;
    let before = before_head(near).iter().rev();
    before
        .map(|token| token.stem)
        .find(|stem| ordinals.contains(stem))
}

/// The words of the concept from the `from`th up to the next preposition or comma.
fn phrase<'a>(near: &'a Surroundings<'_>, from: usize) -> &'a [Token] {
    let ends = |token: &Token| token.after_comma || near.words.prepositions.contains(&token.stem);
    let rest = near.concept.get(from..).unwrap_or_default();
    let more = rest.iter().skip(1).position(ends);
    let length = more.map_or(rest.len(), |more| more + 1);
    rest.get(..length).unwrap_or_default()
}

/// The words right before the noun of the concept.
fn before_head<'a>(near: &'a Surroundings<'_>) -> &'a [Token] {
    let own = phrase(near, 0);
    let head = own.iter().rposition(|token| token.sort == Sort::Content);
    let before = head.and_then(|head| own.get(head.saturating_sub(BEFORE)..head));
    before.unwrap_or_default()
}

/// The name before the noun that is counted or measured, which says whose it is: "the **Swedish** schools", "**Mira** Adeyo".
pub(super) fn named_make(near: &Surroundings<'_>, names: &[Sym]) -> Option<Sym> {
    if is_of_somebody(near) {
        // The first of two names.
        let first = near.concept.first().filter(|_| near.concept.len() > 1);
        return first.map(|name| name.sense);
    }
    near.concept.windows(2).find_map(|pair| match pair {
        [name, noun] => {
            // Any word may begin a sentence with a capital letter.
            let is_known = !name.after_break || names.binary_search(&name.sense).is_ok();
            let is_name = name.capital && is_known && name.sort == Sort::Content;
            let is_noun = !noun.capital && !noun.after_comma && noun.sort == Sort::Content;
            (is_name && is_noun).then_some(name.sense)
        }
        _ => None,
    })
}

/// Whether its noun is the name of somebody: "**Adeyo**, 23".
pub(super) fn is_of_somebody(near: &Surroundings<'_>) -> bool {
    near.reading.kind == Kind::Age
        && !near.concept.is_empty()
        && near
            .concept
            .iter()
            .all(|word| word.capital && word.sort == Sort::Content)
}

/// Whether a word can tell one thing from another: no name, and none that goes with all of them.
fn distinguishes(near: &Surroundings<'_>, names: &[Sym], token: &Token) -> bool {
    token.sort == Sort::Content
        && !near.words.plain.contains(&token.stem)
        && names.binary_search(&token.sense).is_err()
}

/// The words that say of which make a measure is, sorted: "**hotel** prices", "output of **beef**". Names, and words
/// that make no other measure of it, are left out.
pub(super) fn modifiers(near: &Surroundings<'_>, names: &[Sym]) -> Vec<Sym> {
    let concept = near.concept.as_slice();
    let (own, before) = (phrase(near, 0).len(), before_head(near));
    // "Output of **beef**", "price of a **loaf**". The mine of "output of the mine" is no make of output.
    let small = [Sym::of("a"), Sym::of("an")];
    let joins = [Sym::of("of"), Sym::of("for")];
    let of = match concept.get(own..).unwrap_or_default() {
        [of, one, ..] if joins.contains(&of.stem) && small.contains(&one.stem) => {
            phrase(near, own + 2)
        }
        [of, next, ..] if joins.contains(&of.stem) && next.sort == Sort::Content => {
            phrase(near, own + 1)
        }
        _ => &[],
    };
    let thing = near.reading.kind == Kind::Count;
    let of = if thing { &[] } else { of };
    let says = |token: &&Token| distinguishes(near, names, token);
    sorted(
        before
            .iter()
            .chain(of)
            .filter(says)
            .map(|token| token.sense),
    )
}
