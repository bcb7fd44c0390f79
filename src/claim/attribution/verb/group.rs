//! The verb group of a cue: its auxiliaries, and whether a form that is also a noun or participle attributes.

use super::super::subject;
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

pub(super) enum Auxiliary {
    Perfect,
    Modal,
    Passive,
    Infinitive,
}

/// Where the verb group of the cue at `at` begins, and its auxiliary.
pub(super) fn verb_group(
    syntax: &Syntax<'_>,
    at: usize,
    floor: usize,
) -> (usize, Option<Auxiliary>) {
    let mut start = subject::skip_adverbs(syntax, at, floor);
    let mut kind = None;
    while start > floor {
        let before = start - 1;
        if syntax.is(before, Class::Auxiliary) {
            let word = syntax.word(before).to_ascii_lowercase();
            kind = Some(match word.as_str() {
                "has" | "have" | "had" | "having" => Auxiliary::Perfect,
                "do" | "does" | "did" => Auxiliary::Modal,
                _ if syntax.is(at, Class::CueIng) && !syntax.is(at, Class::Weak) => {
                    Auxiliary::Perfect
                }
                _ => Auxiliary::Passive,
            });
        } else if syntax.is(before, Class::Modal) {
            kind = Some(Auxiliary::Modal);
        } else if syntax.reads(before, "to") && kind.is_none() {
            return (before, Some(Auxiliary::Infinitive));
        } else {
            break;
        }
        if matches!(kind, Some(Auxiliary::Passive)) {
            return (before, kind);
        }
        start = subject::skip_adverbs(syntax, before, floor);
    }
    (start, kind)
}

/// Whether a form that is also a noun stands as a verb here.
pub(super) fn reads_as_verb(syntax: &Syntax<'_>, at: usize, floor: usize) -> bool {
    if at > floor
        && (syntax.is(at - 1, Class::Determiner) && !syntax.is(at - 1, Class::Relative)
            || syntax.is(at - 1, Class::Possessive)
            || syntax.is(at - 1, Class::Preposition)
            || syntax.is(at - 1, Class::Adjective)
            || syntax.shape(at - 1) == Some(Shape::Genitive)
            || syntax.shape(at - 1) == Some(Shape::Number)
            || syntax.is(at - 1, Class::NumberWord))
    {
        return false;
    }
    // "points out", not "by 6 basis points to"
    let particle = syntax.is(at, Class::Phrasal) && !syntax.is(at + 1, Class::Extent);
    let next = at + 1 + usize::from(particle);
    let past = !syntax.word(at).ends_with('s') && syntax.is(at, Class::Cue);
    let after_pronoun =
        at > floor && (syntax.is(at - 1, Class::Pronoun) || syntax.is(at - 1, Class::Relative));
    let closes_sentence = matches!(
        syntax.shape(next),
        Some(Shape::Stop | Shape::Comma | Shape::QuoteClose)
    );
    past || after_pronoun || closes_sentence || begins_complement(syntax, next)
}

/// Whether a plural or "I", "you", "they" stands before a bare verb: "experts say".
pub(super) fn plural_before(syntax: &Syntax<'_>, verb: usize, floor: usize) -> bool {
    if verb <= floor {
        return false;
    }
    let before = verb - 1;
    let head = syntax
        .noun_phrase_before(verb, floor)
        .map_or(before, |phrase| syntax.head(&phrase));
    syntax.is(before, Class::Pronoun)
        || syntax.word(head).ends_with('s') && !syntax.word(head).ends_with("ss")
        || syntax.is(before, Class::Relative)
        || syntax.word(before).ends_with('s') && !syntax.word(before).ends_with("ss")
        || syntax.is(before, Class::People)
        || syntax.reads(before, "data")
        || matches!(syntax.shape(before), Some(Shape::Comma | Shape::Close))
        || syntax.tokens[before].is_capital()
        || syntax.is(before, Class::Official)
}

/// Whether what a verb of saying says can begin here.
pub(super) fn begins_complement(syntax: &Syntax<'_>, at: usize) -> bool {
    let Some(token) = syntax.tokens.get(at) else {
        return false;
    };
    matches!(token.shape, Shape::Colon | Shape::QuoteOpen | Shape::Number)
        || token.is_capital()
        || token.classes.has_any(&[
            Class::Determiner,
            Class::Pronoun,
            Class::Possessive,
            Class::Relative,
            Class::Adverb,
        ])
        || token.is(Class::Approximator)
            && (at + 1..at + 4)
                .any(|t| syntax.shape(t) == Some(Shape::Number) || syntax.is(t, Class::NumberWord))
        || token.is_word()
            && !token.classes.has_any(&[
                Class::Preposition,
                Class::Auxiliary,
                Class::Finite,
                Class::Cue,
                Class::Modal,
                Class::Coordinator,
            ])
}

/// "…, adding that", "…, saying 5 people": after a comma or a noun, with something said.
pub(super) fn ing_can_attribute(syntax: &Syntax<'_>, at: usize, floor: usize) -> bool {
    let aside = syntax.reads(at, "saying") && syntax.shape(at + 1) == Some(Shape::Comma);
    if at <= floor || !aside && !begins_complement(syntax, at + 1) {
        return false;
    }
    let comma = matches!(syntax.shape(at - 1), Some(Shape::Comma | Shape::Dash))
        || syntax.is(at - 1, Class::Coordinator)
        || syntax.is(at - 1, Class::Adverb) && at - 1 > floor;
    comma || syntax.reads(at, "saying")
}

/// Whether a finite verb can stand here.
pub(super) fn is_verb(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.tokens.get(at).is_some_and(|token| {
        token
            .classes
            .has_any(&[Class::Auxiliary, Class::Modal, Class::Finite])
            || token.is(Class::Cue) && !token.is(Class::CueNoun)
            || token.shape == Shape::Word && syntax.word(at).ends_with("ed")
    })
}

/// Whether a clause begins here: a noun phrase and its finite verb.
pub(super) fn clause_follows(syntax: &Syntax<'_>, at: usize, end: usize) -> bool {
    syntax.noun_phrase_after(at, end).is_some_and(|subject| {
        let mut verb = subject.end;
        while syntax.is(verb, Class::Adverb) && verb < end {
            verb += 1;
        }
        verb < end && is_verb(syntax, verb)
    })
}

/// "went on to say that", "quick to point out that": an infinitive that is said after all.
pub(super) fn says_after_all(syntax: &Syntax<'_>, at: usize) -> bool {
    let after = at + 1 + usize::from(syntax.is(at, Class::Phrasal));
    syntax.is(after, Class::That)
        || matches!(syntax.shape(after), Some(Shape::Colon | Shape::QuoteOpen))
            && syntax.is(at, Class::CueBare)
}
