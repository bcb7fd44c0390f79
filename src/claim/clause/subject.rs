//! The subject of a verb: what stands before it, past asides, times and what describes it.

use std::ops::Range;

use super::{acronym, is_finite, month, trimmed};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// The subject of the clause that holds the token `at`: "the unemployment rate" of "the unemployment rate rose to 5%",
/// without article, times and asides. A pronoun is none.
pub(in crate::claim) fn subject(
    syntax: &Syntax<'_>,
    at: usize,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    match nearest_subject(syntax, at, sentence)? {
        (_, Before::Subject(phrase)) => Some(phrase),
        _ => None,
    }
}

/// Who does what the clause that holds the token `at` tells: its subject, or whom a pronoun there stands for, the
/// subject of the clause before it ("Ruiz runs a page where she has 200 readers").
pub(in crate::claim) fn doer(
    syntax: &Syntax<'_>,
    at: usize,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    match nearest_subject(syntax, at, sentence)? {
        (_, Before::Subject(phrase)) => Some(phrase),
        (verb, _) => {
            let pronoun = verb.checked_sub(1).filter(|t| *t > sentence.start)?;
            syntax
                .is(pronoun, Class::Third)
                .then(|| subject(syntax, pronoun, sentence))
                .flatten()
        }
    }
}

/// The verb group before `at` that has a subject of its own, and that subject.
fn nearest_subject(
    syntax: &Syntax<'_>,
    at: usize,
    sentence: &Range<usize>,
) -> Option<(usize, Before)> {
    let mut verb = at;
    while let Some(found) = verb_before(syntax, verb, sentence.start) {
        verb = group_start(syntax, found, sentence.start);
        // "Last winter there were 11 wolves"
        if (verb..found).any(|t| syntax.is(t, Class::Breaker)) {
            return None;
        }
        match before_verb(syntax, verb, sentence.start) {
            Before::SharedOrNone => {}
            before => return Some((verb, before)),
        }
    }
    None
}

enum Before {
    Subject(Range<usize>),
    Pronoun,
    /// "rose and gained": the subject is that of an earlier verb.
    SharedOrNone,
}

/// What stands before the verb group at `verb`.
fn before_verb(syntax: &Syntax<'_>, verb: usize, floor: usize) -> Before {
    let verb = before_time(syntax, verb, floor);
    let Some(last) = verb.checked_sub(1).filter(|last| *last >= floor) else {
        return Before::SharedOrNone;
    };
    if syntax.is(last, Class::Pronoun) && !acronym(syntax, last) {
        // "the noise around it was"
        return match last.checked_sub(1) {
            Some(joint)
                if joint > floor
                    && syntax.is(joint, Class::Preposition)
                    && !syntax.is(last, Class::Nominative)
                    && !syntax.is(joint, Class::Temporal)
                    && syntax.is_nounish(joint - 1) =>
            {
                described(syntax, joint, floor)
            }
            _ => Before::Pronoun,
        };
    }
    if syntax.is(last, Class::Relative) {
        if last > floor && syntax.shape(last - 1) == Some(Shape::Comma) {
            return nearest(syntax, described(syntax, last - 1, floor));
        }
        let antecedent = described(syntax, last, floor);
        return if syntax.is(last, Class::That) {
            antecedent
        } else {
            nearest(syntax, antecedent)
        };
    }
    if syntax.shape(last) == Some(Shape::Comma) {
        return apposed(syntax, last, floor).map_or(Before::SharedOrNone, Before::Subject);
    }
    if syntax.is_nounish(last) || syntax.shape(last) == Some(Shape::Close) {
        return described(syntax, verb, floor);
    }
    Before::SharedOrNone
}

/// "Norpump on Monday said", "the mill last year sold": where the words of a time before a verb begin.
pub(in crate::claim) fn before_time(syntax: &Syntax<'_>, verb: usize, floor: usize) -> usize {
    let Some(last) = verb.checked_sub(1).filter(|last| *last > floor) else {
        return verb;
    };
    let deictic = syntax.is(last, Class::TimeNoun) && syntax.is(last - 1, Class::Deictic);
    let start = if deictic {
        last - 1
    } else if syntax.is(last, Class::Weekday) {
        last
    } else {
        return verb;
    };
    let leads = start > floor + 1 && syntax.is(start - 1, Class::Preposition);
    let before = start - usize::from(leads);
    if before > floor && syntax.is_nounish(before - 1) {
        before
    } else {
        verb
    }
}

/// "a slump in Nordic banks, which fell": what a relative describes is the noun next to it, with what "of" adds.
fn nearest(syntax: &Syntax<'_>, antecedent: Before) -> Before {
    let Before::Subject(phrase) = antecedent else {
        return antecedent;
    };
    let link = (phrase.start + 1..phrase.end)
        .rev()
        .find(|t| syntax.is(*t, Class::Preposition) && !syntax.reads(*t, "of"));
    let near = link.map_or(phrase.clone(), |link| trimmed(syntax, link + 1..phrase.end));
    Before::Subject(if near.is_empty() { phrase } else { near })
}

fn described(syntax: &Syntax<'_>, end: usize, floor: usize) -> Before {
    let found = syntax
        .noun_phrase_before(end, floor)
        .map(|phrase| after_verb(syntax, phrase, floor))
        .map(|phrase| coordinated(syntax, &phrase, floor).unwrap_or(phrase))
        .map(|phrase| with_participle(syntax, &phrase, floor).unwrap_or(phrase))
        .map(|phrase| after_relative(syntax, phrase))
        .map(|phrase| after_temporal(syntax, phrase, floor))
        .map(|phrase| trimmed(syntax, phrase));
    match found {
        Some(phrase) if syntax.is(phrase.start, Class::Pronoun) => Before::Pronoun,
        Some(phrase) if !phrase.is_empty() => Before::Subject(phrase),
        _ => Before::SharedOrNone,
    }
}

/// "Trustees believed **donations**" had collapsed: only what stands after a verb within.
fn after_verb(syntax: &Syntax<'_>, phrase: Range<usize>, floor: usize) -> Range<usize> {
    let last = phrase.end.saturating_sub(1);
    let verb = (phrase.start + 1..last).rev().find(|t| {
        syntax.shape(*t) == Some(Shape::Word)
            && !syntax.is(*t + 1, Class::Preposition)
            && is_finite(syntax, *t, floor)
    });
    verb.map_or(phrase.clone(), |verb| verb + 1..phrase.end)
}

/// "**the toll of a missile and** drone attack", "**imports and** exports": the phrase with what "and" joins to it, where
/// both begin the clause.
fn coordinated(syntax: &Syntax<'_>, phrase: &Range<usize>, floor: usize) -> Option<Range<usize>> {
    let and = phrase.start.checked_sub(1).filter(|t| *t > floor)?;
    if !syntax.is(and, Class::Coordinator) {
        return None;
    }
    let first = syntax.noun_phrase_before(and, floor)?;
    let begins = first.start == floor || {
        let before = first.start - 1;
        matches!(
            syntax.shape(before),
            Some(Shape::QuoteOpen | Shape::Colon | Shape::Dash)
        ) || syntax.tokens[before]
            .classes
            .has_any(&[Class::Subordinator, Class::That, Class::Cue])
    };
    let plain = (first.start + 1..and).all(|t| !is_finite(syntax, t, floor))
        && !syntax.is(first.start, Class::Pronoun)
        && !first
            .clone()
            .any(|t| syntax.shape(t) == Some(Shape::Number));
    (begins && plain).then_some(first.start..phrase.end)
}

/// "the scheme through which players" give: only what stands after the relative.
fn after_relative(syntax: &Syntax<'_>, phrase: Range<usize>) -> Range<usize> {
    let last = phrase.end.checked_sub(1).unwrap_or(phrase.start);
    let relative = (phrase.start + 1..last)
        .rev()
        .find(|t| syntax.is(*t, Class::Relative) && syntax.is(*t - 1, Class::Preposition));
    relative.map_or(phrase.clone(), |relative| relative + 1..phrase.end)
}

/// "closed the mill in spring after Ruiz" had sold 4 boats: only what stands after the word that begins a clause, where the
/// sentence has a verb before.
fn after_temporal(syntax: &Syntax<'_>, phrase: Range<usize>, floor: usize) -> Range<usize> {
    let temporal = (phrase.start + 1..phrase.end.saturating_sub(1))
        .rev()
        .find(|t| syntax.is(*t, Class::Temporal) && syntax.is(*t, Class::Preposition))
        .filter(|temporal| {
            // "Tax to rise by 5% as ministers back savings"
            (floor..phrase.start).any(|t| is_finite(syntax, t, floor))
                || (phrase.start..*temporal).any(|t| syntax.shape(t) == Some(Shape::Number))
        });
    temporal.map_or(phrase.clone(), |temporal| temporal + 1..phrase.end)
}

/// "the number of people hurt in the storm" before its verb: with the noun that a participle describes.
fn with_participle(
    syntax: &Syntax<'_>,
    phrase: &Range<usize>,
    floor: usize,
) -> Option<Range<usize>> {
    let preposition = phrase.start.checked_sub(1).filter(|t| *t > floor + 1)?;
    let participle = preposition - 1;
    let describes = syntax.is(preposition, Class::Preposition)
        && syntax.shape(participle) == Some(Shape::Word)
        && (syntax.word(participle).ends_with("ed")
            || syntax.is(participle, Class::Participle)
            || syntax.is(participle, Class::Harm))
        && syntax.is_nounish(participle - 1);
    let noun = describes
        .then(|| syntax.noun_phrase_before(participle, floor))
        .flatten()?;
    Some(noun.start..phrase.end)
}

/// "Norpump, the maker of pumps, fell": the name before the aside that ends with the comma at `close`.
fn apposed(syntax: &Syntax<'_>, close: usize, floor: usize) -> Option<Range<usize>> {
    let open = (floor + 1..close)
        .rev()
        .find(|t| syntax.shape(*t) == Some(Shape::Comma))?;
    let aside_is_clause = syntax.is(open + 1, Class::Subordinator);
    let phrase = trimmed(syntax, syntax.noun_phrase_before(open, floor)?);
    (!phrase.is_empty() && !aside_is_clause && !syntax.is(phrase.start, Class::Pronoun))
        .then_some(phrase)
}

/// The last finite verb before `at` in its clause.
fn verb_before(syntax: &Syntax<'_>, at: usize, floor: usize) -> Option<usize> {
    let mut verb = at;
    while verb > floor {
        verb -= 1;
        match syntax.shape(verb)? {
            Shape::Semicolon | Shape::QuoteOpen | Shape::Exclamation => return None,
            Shape::Close => {
                verb = (floor..verb)
                    .rev()
                    .find(|t| syntax.shape(*t) == Some(Shape::Open))?;
            }
            _ if is_finite(syntax, verb, floor) => return Some(verb),
            _ => {}
        }
    }
    None
}

/// Backwards over the auxiliaries and adverbs of a verb.
fn group_start(syntax: &Syntax<'_>, verb: usize, floor: usize) -> usize {
    let mut start = verb;
    while start > floor
        && !month(syntax, start - 1)
        && (syntax.tokens[start - 1].classes.has_any(&[
            Class::Auxiliary,
            Class::Modal,
            Class::Adverb,
        ]) || syntax.shape(start - 1) == Some(Shape::Word)
            && syntax.word(start - 1).ends_with("ly")
            && !syntax.is(start - 1, Class::LyNoun)
            || syntax.reads(start - 1, "to") && syntax.is_nounish(start.saturating_sub(2)))
    {
        start -= 1;
    }
    start
}
