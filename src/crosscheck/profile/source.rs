//! The words that tell one source from another.

use super::surroundings::{senses, sorted};
use crate::claim::Reading;
use crate::crosscheck::words::{Sym, Token, Vocabulary};

/// The words of a figure's source; none where no source is given or it says nothing of who speaks.
pub(super) fn source(words: &Vocabulary, reading: &Reading) -> Vec<Sym> {
    let Some(attribution) = &reading.attribution else {
        return Vec::new();
    };
    let named = attribution.resolved.as_ref().unwrap_or(&attribution.source);
    // Who heads a body speaks for it.
    let body = |word: Sym| words.bodies.get(&word).copied().unwrap_or(word);
    let (known, mut tokens) = known_bodies(words, &words.tokens(&named.text));
    if !known.is_empty() {
        // "a spokeswoman for UNICEF"
        tokens.retain(|token| token.capital);
    }
    let mut source = sorted(senses(&tokens).into_iter().map(body).chain(known));
    let names = |word: &Sym| !words.beside_names.contains(word);
    if source.iter().any(names) {
        source.retain(names);
    }
    if source.iter().all(|word| words.nobodies.contains(word)) {
        source.clear();
    }
    source
}

/// The bodies among the words of a source, each by one name however it is called, and the words that name none.
fn known_bodies(words: &Vocabulary, tokens: &[Token]) -> (Vec<Sym>, Vec<Token>) {
    let (mut known, mut others) = (Vec::new(), Vec::new());
    let mut named_until = 0;
    for at in 0..tokens.len() {
        let rest = tokens.get(at..).unwrap_or_default();
        if at >= named_until
            && let Some((body, length)) = words.body_at(rest)
        {
            known.push(body);
            named_until = at + length;
        }
        if at >= named_until {
            others.extend(rest.first().copied());
        }
    }
    (known, others)
}

/// Whether a source is told to be one more beside another: "another poll".
pub(super) fn is_of_another(words: &Vocabulary, reading: &Reading) -> bool {
    let attribution = reading.attribution.as_ref();
    let source = attribution.map_or("", |attribution| attribution.source.text.as_str());
    let opening = source.split_whitespace().next().unwrap_or_default();
    let tokens = words.tokens(opening);
    tokens.iter().any(|token| words.added.contains(&token.stem))
}
