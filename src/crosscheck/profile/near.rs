//! What the words near a figure say of it: what happened, to whom, to which part of them.

use crate::claim::Phrase;
use crate::crosscheck::words::{Order, Sort, Sym, Token, Vocabulary, counts_people};
use crate::quantity::Kind;

/// Whether figures of a kind can be of a class: the magnitude of a quake that killed people counts nobody.
pub(super) fn can_be(class: u16, kind: Kind) -> bool {
    match kind {
        Kind::Count | Kind::Share | Kind::Rate | Kind::Average | Kind::Ratio => true,
        Kind::Money | Kind::Measure | Kind::Duration | Kind::Rank => !counts_people(class),
        Kind::Age => false,
    }
}

/// The class of happening nearest to a figure: a verb right before it ("killing at least 40 people"), what follows
/// ("40 people were injured"), the noun counted, then words further before ("death toll rose to 40").
pub(super) fn class_near(
    words: &Vocabulary,
    concept: &[Token],
    ahead: &[Token],
    behind: &[Token],
) -> Option<u16> {
    let near = behind.len().saturating_sub(1);
    // "The death toll from the dam collapse": what the tally is of, and not what came of what.
    let until = concept
        .iter()
        .position(|token| words.prepositions.contains(&token.stem));
    let tally = until.and_then(|until| concept.get(..until));
    let tally = tally.filter(|named| named.iter().any(|it| words.tallies.contains(&it.stem)));
    class_in(words, behind.get(near..).unwrap_or_default())
        .or_else(|| first_class(words, ahead))
        .or_else(|| class_in(words, tally?))
        .or_else(|| class_in(words, concept))
        .or_else(|| class_in(words, behind))
}

/// Whose the counted are: the twelve of "a mother of 12" are hers, whatever happened to her.
pub(super) fn owner(words: &Vocabulary, behind: &[Token]) -> Option<(Sym, Sym)> {
    match behind {
        [.., owner, of] if of.stem == Sym::of("of") && words.belonging.contains(&owner.stem) => {
            Some((owner.stem, owner.sense))
        }
        _ => None,
    }
}

pub(super) fn first_class(words: &Vocabulary, tokens: &[Token]) -> Option<u16> {
    (0..tokens.len())
        .find_map(|at| words.class_at(tokens.get(at..)?))
        .map(|(class, _)| class)
}

/// The last class named in `tokens`.
pub(in crate::crosscheck) fn class_in(words: &Vocabulary, tokens: &[Token]) -> Option<u16> {
    (0..tokens.len())
        .rev()
        .find_map(|at| words.class_at(tokens.get(at..)?))
        .map(|(class, _)| class)
}

pub(super) fn narrowing_in(words: &Vocabulary, tokens: &[Token]) -> Vec<u16> {
    (0..tokens.len())
        .filter_map(|at| words.narrowing_at(tokens.get(at..)?))
        .map(|(list, _)| list)
        .collect()
}

/// The noun a phrase is about: the last word before the first preposition, as stem and as sense.
pub(super) fn head(words: &Vocabulary, tokens: &[Token]) -> Option<(Sym, Sym)> {
    let until = tokens
        .iter()
        .position(|token| token.after_comma || words.prepositions.contains(&token.stem))
        .unwrap_or(tokens.len());
    let phrase = tokens.get(..until)?;
    // "2,800 posts": a noun with synonyms, though "posted" names no thing.
    let is_noun = |token: &&Token| {
        token.sort == Sort::Content
            || token.sense != token.stem
            || words.anyone.contains(&token.stem)
    };
    let is_first = phrase
        .first()
        .is_some_and(|token| token.order == Order::NounFirst);
    let noun = if is_first {
        let mut nouns = phrase.iter().filter(is_noun);
        // "The number of the dead": who is counted, and not the tally of them.
        nouns.find(|token| !words.tallies.contains(&token.stem))
    } else {
        phrase.iter().rev().find(is_noun)
    };
    noun.map(|token| (token.stem, token.sense))
}

pub(super) fn the() -> Sym {
    Sym::of("the")
}

/// The words of a phrase, of which the article has been read into `tokens`. One that stands there as it is was read with
/// it.
pub(super) fn phrase_tokens(
    words: &Vocabulary,
    tokens: &[Token],
    phrase: Option<&Phrase>,
) -> Vec<Token> {
    let Some(phrase) = phrase else {
        return Vec::new();
    };
    let whole = phrase.span.filter(|span| span.len() == phrase.text.len());
    let Some(span) = whole else {
        return words.tokens(&phrase.text);
    };
    let first = tokens.partition_point(|token| token.start < span.start());
    let last = tokens.partition_point(|token| token.end <= span.end());
    let mut found = tokens.get(first..last).unwrap_or_default().to_vec();
    for token in &mut found {
        token.start -= span.start();
        token.end -= span.start();
    }
    if let Some(first) = found.first_mut() {
        (first.after_break, first.after_comma) = (true, false);
    }
    found
}
