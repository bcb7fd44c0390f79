//! Verbs of saying: "X said that …", "…, X said", "…, said X", "X, …, told reporters …".

use std::ops::Range;

mod content;
mod court;
mod described;
mod group;
mod inversion;
mod passive;
mod puts;
mod rejects;
mod thinks;

use content::content;
use group::{
    Auxiliary, ing_can_attribute, is_verb, plural_before, reads_as_verb, says_after_all, verb_group,
};
use inversion::{begins_phrase, caseless, inverted_found, stands_inverted};

use super::{Found, Means, floor, subject};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

pub(super) fn find(syntax: &Syntax<'_>, sentence: &Range<usize>, all: &mut Vec<Found>) {
    let first = all.len();
    for at in sentence.clone() {
        let Some(token) = syntax.tokens.get(at) else {
            break;
        };
        if token.is(Class::Puts) {
            all.extend(puts::read(syntax, sentence, at));
        }
        if let Some(found) = thinks::read(syntax, sentence, at)
            .or_else(|| court::read(syntax, sentence, at))
            .or_else(|| described::read(syntax, sentence, at))
            .or_else(|| rejects::read(syntax, sentence, at))
        {
            all.push(found);
            continue;
        }
        let cue = token.classes.has_any(&[
            Class::Cue,
            Class::CueBare,
            Class::CueIng,
            Class::CueParticiple,
        ]);
        if !cue && passive::gives_number(syntax, at) {
            all.extend(passive::of_number(syntax, sentence, at));
        }
        if !cue || token.is(Class::Citing) {
            continue;
        }
        // A noun in a name or headline: "The Washington Post".
        if token.is(Class::CueNoun) && token.is_capital() && at > sentence.start {
            continue;
        }
        if rejects::is_rejected(syntax, sentence, at) || takes_lives(syntax, at) {
            continue;
        }
        if token.is(Class::Phrasal) && !syntax.is(at + 1, Class::Particle) {
            continue;
        }
        let earlier = all
            .get(first..)
            .and_then(<[Found]>::last)
            .map(|found| found.source.clone());
        if let Some(found) = read(syntax, sentence, at, earlier) {
            all.push(found);
        }
    }
}

/// "The flood claimed 14 lives": nobody claims anything.
fn takes_lives(syntax: &Syntax<'_>, at: usize) -> bool {
    /// Words of the number at most.
    const NUMBER: usize = 5;
    let number = |t: usize| {
        syntax.shape(t) == Some(Shape::Number)
            || syntax.tokens.get(t).is_some_and(|token| {
                token
                    .classes
                    .has_any(&[Class::NumberWord, Class::Approximator, Class::Determiner])
            })
            || syntax.is(t, Class::Adverb)
            || syntax.is(t, Class::Preposition)
    };
    syntax.is(at, Class::Alleges)
        && (at + 1..at + 1 + NUMBER)
            .take_while(|t| *t == at + 1 || number(t - 1))
            .any(|t| t > at + 1 && syntax.is(t, Class::Taken))
}

/// Reads the cue at `at`; `earlier` is the source of the attribution before it in the sentence.
fn read(
    syntax: &Syntax<'_>,
    sentence: &Range<usize>,
    at: usize,
    earlier: Option<Range<usize>>,
) -> Option<Found> {
    let token = syntax.tokens.get(at)?;
    let limits = match syntax.quotation_of(at).map(|q| syntax.quotations[q]) {
        Some(q) => sentence.start.max(q.first)..sentence.end.min(q.end),
        None => sentence.clone(),
    };
    let floor = floor(syntax, &limits, at);
    if let Some(found) = passive::read(syntax, &limits, floor, at) {
        return Some(found);
    }
    // "figures published by the union": no verb of the figures.
    if token.is(Class::CueParticiple) && !token.is(Class::Inverts) && syntax.reads(at + 1, "by") {
        return None;
    }
    let (verb, auxiliary) = verb_group(syntax, at, floor);
    if is_negated(syntax, verb..at, floor) {
        return None;
    }
    if auxiliary.is_none() && describes(syntax, at, verb, floor) {
        return None;
    }
    let subject = match auxiliary {
        Some(Auxiliary::Infinitive) if says_after_all(syntax, at) => {
            earlier.or_else(|| subject::main(syntax, &limits, verb))?
        }
        Some(Auxiliary::Perfect) => left(syntax, verb, floor, earlier, &limits)?,
        Some(Auxiliary::Modal) if token.is(Class::CueBare) => {
            left(syntax, verb, floor, earlier, &limits)?
        }
        None if token.is(Class::CueIng) && document_before(syntax, at, floor).is_some() => {
            document_before(syntax, at, floor)?
        }
        None if token.is(Class::CueIng) => {
            if !ing_can_attribute(syntax, at, floor) {
                return None;
            }
            earlier.or_else(|| subject::main(syntax, &limits, at))?
        }
        None if token.is(Class::Cue) || token.is(Class::CueBare) => {
            let article = |t: usize| ["the", "a", "an"].iter().any(|word| syntax.reads(t, word));
            // "the forecast", "an earlier forecast"
            let is_noun = at > floor && article(at - 1)
                || token.is(Class::CueNoun) && verb > floor && article(verb - 1);
            if is_noun
                || at > floor
                    && (syntax.is(at - 1, Class::Possessive)
                        || syntax.shape(at - 1) == Some(Shape::Genitive))
            {
                return None;
            }
            if token.is(Class::CueNoun) && !reads_as_verb(syntax, at, floor) {
                return None;
            }
            let boundary = verb == limits.start
                || matches!(
                    syntax.shape(verb - 1),
                    Some(Shape::Comma | Shape::QuoteClose | Shape::Dash | Shape::Exclamation)
                );
            let quoted = verb > limits.start
                && (syntax.shape(verb - 1) == Some(Shape::QuoteClose)
                    || verb > limits.start + 1
                        && syntax.shape(verb - 2) == Some(Shape::QuoteClose));
            let inverted = token.is(Class::Inverts)
                && boundary
                && (begins_phrase(syntax, at + 1, limits.end)
                    || quoted && syntax.is_nounish(at + 1));
            // "מסר אתמול משרד הבריאות"
            let told_when = syntax.is(at + 1, Class::TimeNoun) && caseless(syntax, at + 1);
            let named = at + 1 + usize::from(told_when && syntax.is_nounish(at + 2));
            if inverted
                && let Some(source) = subject::after(syntax, named, limits.end)
                && stands_inverted(syntax, &limits, verb, &source)
            {
                return Some(inverted_found(syntax, &limits, at, source));
            }
            if token.is(Class::CueBare)
                && !token.is(Class::Cue)
                && !plural_before(syntax, verb, floor)
                && subject::document(syntax, verb, floor).is_none()
            {
                return None;
            }
            left(syntax, verb, floor, earlier, &limits)?
        }
        Some(Auxiliary::Passive | Auxiliary::Infinitive | Auxiliary::Modal) | None => return None,
    };
    if says_nothing(syntax, &subject) {
        return None;
    }
    let limits = match relative_end(syntax, &limits, verb, at) {
        Some(end) => limits.start..end,
        None => limits,
    };
    let content = content(syntax, &limits, at, verb, &subject)?;
    Some(Found {
        means: if token.is(Class::Denies) {
            Means::Denied
        } else {
            Means::Verb
        },
        source: trimmed(syntax, subject),
        cue: verb..at + 1,
        content,
    })
}

/// "did not say", "I never said": nobody says it.
pub(super) fn is_negated(syntax: &Syntax<'_>, group: Range<usize>, floor: usize) -> bool {
    let before = group.start.saturating_sub(1).max(floor);
    (before..group.end).any(|t| syntax.is(t, Class::Negation))
}

/// "Nobody says", "no official said".
pub(super) fn says_nothing(syntax: &Syntax<'_>, source: &Range<usize>) -> bool {
    syntax.is(source.start, Class::Nobody)
        && syntax.shape(source.start) != Some(Shape::Capitals)
        && syntax.shape(source.start + 1) != Some(Shape::Number)
}

/// "The minister, who said 40 had left, now wants …": where the relative clause of the cue at `at` ends and the verb of
/// the sentence follows.
fn relative_end(
    syntax: &Syntax<'_>,
    limits: &Range<usize>,
    verb: usize,
    at: usize,
) -> Option<usize> {
    let relative = verb.checked_sub(1).filter(|t| *t > limits.start)?;
    if !syntax.is(relative, Class::Relative) || syntax.shape(relative - 1) != Some(Shape::Comma) {
        return None;
    }
    (at + 1..limits.end).find(|comma| {
        let mut next = comma + 1;
        while syntax.is(next, Class::Adverb) {
            next += 1;
        }
        let main = is_verb(syntax, next) || syntax.is(next, Class::Puts);
        syntax.shape(*comma) == Some(Shape::Comma) && main
    })
}

/// Whether the past form at `at` only describes the noun before it: "a study published in a journal found", "the
/// number of pensioners projected to reach 65 million".
fn describes(syntax: &Syntax<'_>, at: usize, verb: usize, floor: usize) -> bool {
    if !syntax.is(at, Class::CueParticiple) || verb <= floor {
        return false;
    }
    let printed = syntax.is(at, Class::Weak)
        && syntax.is(at + 1, Class::Printed)
        && syntax.is_nounish(verb - 1);
    let expected = syntax.is(at + 1, Class::AccordingEnd)
        && !syntax.is(at, Class::Phrasal)
        && !syntax.is_nounish(at + 2)
        && syntax
            .noun_phrase_before(verb, floor)
            .is_some_and(|noun| !noun.clone().any(|t| is_speaker(syntax, &(t..t + 1))));
    // "of the 9,000 estimated remaining residents"
    let counted = matches!(syntax.shape(verb - 1), Some(Shape::Number))
        && syntax.tokens[at]
            .classes
            .has_any(&[Class::Estimated, Class::Forecast, Class::Alleged])
        && (syntax.is_nounish(at + 1) || syntax.is(at + 1, Class::Scope));
    // "the 600 people reported missing"
    let befallen = syntax.is(verb - 1, Class::Respondent)
        && syntax.is(at + 1, Class::Harm)
        && !syntax.is_nounish(at + 2);
    printed && later_cue(syntax, at) || expected || counted || befallen
}

/// Whether another verb of saying follows in the sentence.
fn later_cue(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax
        .sentences
        .get(syntax.sentence_of(at))
        .is_some_and(|sentence| {
            (at + 1..sentence.end)
                .any(|t| syntax.is(t, Class::Cue) && !syntax.is(t, Class::CueNoun))
        })
}

/// The subject to the left of the verb group at `verb`.
fn left(
    syntax: &Syntax<'_>,
    verb: usize,
    floor: usize,
    earlier: Option<Range<usize>>,
    limits: &Range<usize>,
) -> Option<Range<usize>> {
    if verb > floor {
        let before = verb - 1;
        if syntax.is(before, Class::Coordinator) || syntax.is(before, Class::Subordinator) {
            return earlier.or_else(|| subject::main(syntax, limits, before));
        }
        if (syntax.is(before, Class::That) || syntax.reads(before, "which")) && before > floor {
            let comma = usize::from(syntax.shape(before - 1) == Some(Shape::Comma));
            let end = subject::skip_time(syntax, before - comma, floor);
            return syntax.noun_phrase_before(end, floor);
        }
    }
    // "a study published in **the Courier** shows": the paper is not what shows it.
    let linked = |found: &Range<usize>| {
        found.start > floor && syntax.is(found.start - 1, Class::Preposition)
    };
    let found = match subject::before(syntax, verb, floor) {
        Some(found) if is_speaker(syntax, &found) && !linked(&found) => found,
        other => subject::document(syntax, verb, floor).or(other)?,
    };
    let noun = syntax.noun_phrase_after(found.start, found.end);
    let head = syntax.head(&noun.unwrap_or_else(|| found.clone()));
    // "Officials quoted by the agency said", "**Records seen by the agency** show"
    let found = match before_agent(syntax, &found, floor) {
        Some(document) if syntax.is(syntax.head(&document), Class::Document) => {
            document.start..found.end
        }
        Some(quoted) => quoted,
        None => found,
    };
    // A phrase of time or place alone is no source.
    (!syntax.is(head, Class::Weekday) && !syntax.is(head, Class::Month)).then_some(found)
}

/// "**Officials** quoted by the agency": whom the agent in the phrase `found` quotes.
fn before_agent(syntax: &Syntax<'_>, found: &Range<usize>, floor: usize) -> Option<Range<usize>> {
    let participle = found.start.checked_sub(2).filter(|t| *t > floor)?;
    let quoted = syntax.reads(found.start - 1, "by")
        && (syntax.is(participle, Class::CueParticiple)
            || syntax.is(participle, Class::Participle)
            || syntax.word(participle).ends_with("ed"))
        && syntax.is_nounish(participle - 1);
    quoted
        .then(|| syntax.noun_phrase_before(participle, floor))
        .flatten()
}

/// "a poll showing 12% ahead": the document right before a cue in "-ing".
fn document_before(syntax: &Syntax<'_>, at: usize, floor: usize) -> Option<Range<usize>> {
    let noun = syntax.noun_phrase_before(at, floor)?;
    syntax.tokens[syntax.head(&noun)]
        .classes
        .has_any(&[Class::Document, Class::Poll])
        .then_some(noun)
}

/// Whether a subject names somebody or something that can speak.
fn is_speaker(syntax: &Syntax<'_>, subject: &Range<usize>) -> bool {
    let head = &syntax.tokens[syntax.head(subject)];
    head.is_capital()
        || head.classes.has_any(&[
            Class::Pronoun,
            Class::Relative,
            Class::Document,
            Class::Poll,
            Class::Official,
            Class::Organisation,
            Class::Media,
            Class::Anonymous,
            Class::Office,
            Class::People,
        ])
}

/// Without a leading comma or "and".
fn trimmed(syntax: &Syntax<'_>, mut source: Range<usize>) -> Range<usize> {
    // The clock time that begins a ticker line.
    if source.start + 1 < source.end
        && syntax.shape(source.start) == Some(Shape::Number)
        && syntax.word(source.start).contains(':')
    {
        source.start += 1;
    }
    while source.start + 1 < source.end
        && (matches!(syntax.shape(source.start), Some(Shape::Comma | Shape::Sign))
            || syntax.is(source.start, Class::Coordinator))
    {
        source.start += 1;
    }
    // "The paper, citing the police, said"
    let citing = source
        .clone()
        .skip(1)
        .find(|t| syntax.is(*t, Class::Citing) && syntax.shape(*t - 1) == Some(Shape::Comma));
    source.end = citing.unwrap_or(source.end);
    while source.end > source.start + 1
        && matches!(
            syntax.shape(source.end - 1),
            Some(Shape::Comma | Shape::Dash)
        )
    {
        source.end -= 1;
    }
    source
}
