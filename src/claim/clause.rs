//! The clause a figure stands in: its verb, and the subject of that verb.

use std::ops::Range;

use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// The subject of the clause that holds the token `at`: "the unemployment rate" of "the unemployment rate rose to 5%",
/// without article, times and asides. A pronoun is none.
pub(super) fn subject(
    syntax: &Syntax<'_>,
    at: usize,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let mut verb = at;
    while let Some(found) = verb_before(syntax, verb, sentence.start) {
        verb = group_start(syntax, found, sentence.start);
        match before_verb(syntax, verb, sentence.start) {
            Before::Subject(phrase) => return Some(phrase),
            Before::Pronoun => return None,
            Before::SharedOrNone => {}
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
    let Some(last) = verb.checked_sub(1).filter(|last| *last >= floor) else {
        return Before::SharedOrNone;
    };
    if syntax.is(last, Class::Pronoun) && !acronym(syntax, last) {
        return Before::Pronoun;
    }
    if syntax.is(last, Class::Relative) {
        let comma = usize::from(last > floor && syntax.shape(last - 1) == Some(Shape::Comma));
        return described(syntax, last - comma, floor);
    }
    if syntax.shape(last) == Some(Shape::Comma) {
        return apposed(syntax, last, floor).map_or(Before::SharedOrNone, Before::Subject);
    }
    if syntax.is_nounish(last) || syntax.shape(last) == Some(Shape::Close) {
        return described(syntax, verb, floor);
    }
    Before::SharedOrNone
}

fn described(syntax: &Syntax<'_>, end: usize, floor: usize) -> Before {
    let found = syntax
        .noun_phrase_before(end, floor)
        .map(|phrase| with_participle(syntax, &phrase, floor).unwrap_or(phrase))
        .map(|phrase| after_relative(syntax, phrase))
        .map(|phrase| trimmed(syntax, phrase));
    match found {
        Some(phrase) if syntax.is(phrase.start, Class::Pronoun) => Before::Pronoun,
        Some(phrase) if !phrase.is_empty() => Before::Subject(phrase),
        _ => Before::SharedOrNone,
    }
}

/// "the scheme through which players" give: only what stands after the relative.
fn after_relative(syntax: &Syntax<'_>, phrase: Range<usize>) -> Range<usize> {
    let last = phrase.end.checked_sub(1).unwrap_or(phrase.start);
    let relative = (phrase.start + 1..last)
        .rev()
        .find(|t| syntax.is(*t, Class::Relative) && syntax.is(*t - 1, Class::Preposition));
    relative.map_or(phrase.clone(), |relative| relative + 1..phrase.end)
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
        ]) || syntax.word(start - 1).ends_with("ly")
            || syntax.reads(start - 1, "to") && syntax.is_nounish(start.saturating_sub(2)))
    {
        start -= 1;
    }
    start
}

/// Whether a finite verb stands at `at`.
pub(super) fn is_finite(syntax: &Syntax<'_>, at: usize, floor: usize) -> bool {
    let Some(token) = syntax.tokens.get(at) else {
        return false;
    };
    let after = at.checked_sub(1).filter(|before| *before >= floor);
    let follows = |classes: &[Class]| {
        after.is_some_and(|before| syntax.tokens[before].classes.has_any(classes))
    };
    if token.classes.has_any(&[Class::Auxiliary, Class::Modal]) {
        return !month(syntax, at);
    }
    if follows(&[Class::Determiner, Class::Possessive, Class::Preposition])
        && !follows(&[Class::Relative])
        || after.is_some_and(|before| syntax.shape(before) == Some(Shape::Genitive))
    {
        return false;
    }
    if token.is(Class::Finite) || token.is(Class::Cue) && !token.is(Class::CueNoun) {
        return true;
    }
    let subject_before = after.is_some_and(|before| {
        syntax.is_nounish(before)
            || syntax.is(before, Class::Pronoun)
            || syntax.is(before, Class::Relative)
            || syntax.is(before, Class::Adverb)
            || matches!(syntax.shape(before), Some(Shape::Comma | Shape::Close))
            || syntax.is(before, Class::Coordinator)
    });
    let past = token.shape == Shape::Word && syntax.word(at).ends_with("ed");
    let linked = syntax.is(at + 1, Class::Linking);
    let object_after = syntax.tokens.get(at + 1).is_some_and(|next| {
        matches!(next.shape, Shape::Number | Shape::Sign)
            || next.classes.has_any(&[
                Class::Determiner,
                Class::Possessive,
                Class::Preposition,
                Class::NumberWord,
                Class::Approximator,
                Class::Adverb,
            ])
    });
    // "the rate to be paid", "sales price": a bare form is a verb after a plural or pronoun only.
    let agrees = syntax.word(at).ends_with('s')
        || after.is_some_and(|before| {
            syntax.word(before).ends_with('s')
                || syntax.is(before, Class::Pronoun)
                || syntax.is(before, Class::Relative)
        })
        || token.is(Class::Participle);
    subject_before
        && (token.is(Class::Movement)
            && token.shape == Shape::Word
            && !token.is(Class::Preposition)
            || past && (object_after || !syntax.is_nounish(at + 1))
            || token.is(Class::NounVerb)
                && agrees
                && object_after
                && !linked
                && (syntax.word(at).ends_with('s') || !syntax.is(at + 1, Class::Movement)))
}

/// "in May": a month that reads like a modal.
fn month(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.is(at, Class::Month) && syntax.shape(at) != Some(Shape::Word)
}

/// Whether "to" or a modal makes a verb of the word at `verb`: "will also boost".
pub(super) fn governs(syntax: &Syntax<'_>, verb: usize, floor: usize) -> bool {
    let mut at = verb;
    while at > floor && syntax.is(at - 1, Class::Adverb) {
        at -= 1;
    }
    at > floor && (syntax.reads(at - 1, "to") || syntax.is(at - 1, Class::Modal))
}

/// Whether the word is written in capitals among words that are not: "US", "WHO".
fn acronym(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.shape(at) == Some(Shape::Capitals)
}

/// Without article and number before, and without times after: "in the quarter", "for 2023".
pub(super) fn trimmed(syntax: &Syntax<'_>, range: Range<usize>) -> Range<usize> {
    let mut range = without_determiner(syntax, range);
    while let Some(last) = range
        .clone()
        .skip(1)
        .rev()
        .find(|t| syntax.is(*t, Class::Preposition))
    {
        let end = range.end - 1;
        let time = last == end
            || syntax.is(end, Class::TimeNoun)
            || syntax.is(end, Class::Month)
            || syntax.is(end, Class::Weekday)
            || range.end == last + 2 && year(syntax, end);
        if !time {
            break;
        }
        range.end = last;
    }
    while range.len() > 1
        && (syntax.is(range.end - 1, Class::Weekday)
            || syntax.is(range.end - 1, Class::Month)
            || year(syntax, range.end - 1)
            || syntax.is(range.end - 1, Class::TimeNoun)
                && syntax.tokens[range.end - 2]
                    .classes
                    .has_any(&[Class::Adjective, Class::Determiner]))
    {
        range.end -= 1;
        if syntax.is(range.end - 1, Class::Adjective) && range.len() > 1 {
            range.end -= 1;
        }
    }
    range
}

fn year(syntax: &Syntax<'_>, at: usize) -> bool {
    let word = syntax.word(at);
    word.len() == 4
        && (word.starts_with("19") || word.starts_with("20"))
        && word.bytes().all(|b| b.is_ascii_digit())
}

/// Without the determiners and numbers a phrase begins with.
pub(super) fn without_determiner(syntax: &Syntax<'_>, mut range: Range<usize>) -> Range<usize> {
    while range.start < range.end
        && !acronym(syntax, range.start)
        && (syntax.is(range.start, Class::Determiner)
            || syntax.is(range.start, Class::Possessive)
            || syntax.shape(range.start) == Some(Shape::Number)
            || syntax.is(range.start, Class::NumberWord)
            || syntax.is(range.start, Class::Preposition)
            || matches!(
                syntax.shape(range.start),
                Some(Shape::Sign | Shape::Genitive)
            ))
    {
        range.start += 1;
    }
    range
}
