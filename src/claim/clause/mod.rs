//! The clause a figure stands in: its verb, and the subject of that verb.

mod subject;

use std::ops::Range;

pub(super) use subject::{before_time, doer, subject};

use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

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
    // "tax rises are", "a price increase would"
    let helped = syntax.tokens.get(at + 1).is_some_and(|next| {
        next.shape == Shape::Word && next.classes.has_any(&[Class::Auxiliary, Class::Modal])
    });
    if helped && token.is(Class::Change) {
        return false;
    }
    if token.is(Class::Finite) || token.is(Class::Cue) && !token.is(Class::CueNoun) {
        return true;
    }
    if helped {
        return false;
    }
    let subject_before = after.is_some_and(|before| {
        syntax.is_nounish(before)
            || syntax.is(before, Class::Pronoun)
            || syntax.is(before, Class::Relative)
            || syntax.is(before, Class::Adverb)
            || matches!(syntax.shape(before), Some(Shape::Comma | Shape::Close))
            || syntax.is(before, Class::Coordinator)
    });
    // "the firm posted profits"
    let noun_before = after.is_some_and(|before| {
        syntax.tokens[before].is_word()
            && syntax.is_nounish(before)
            && !syntax.is(before, Class::Adjective)
            && (!syntax.word(before).ends_with("ly") || syntax.is(before, Class::LyNoun))
            && !participle(syntax, before, floor)
    });
    let past = token.shape == Shape::Word && syntax.word(at).ends_with("ed");
    // "earns about $3m" is no "prices about the town".
    let hedges = syntax.is(at + 1, Class::Approximator) && is_number(syntax, at + 2);
    let linked = syntax.is(at + 1, Class::Linking)
        && !hedges
        && !follows(&[Class::Nominative, Class::Pronoun]);
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
            // "Brussels fines Norpump"
            || next.is_capital()
                && token.shape == Shape::Word
                && syntax.word(at).ends_with('s')
                && after.is_some_and(|before| syntax.tokens[before].is_capital())
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
        && (past_noun(syntax, at, floor)
            || token.is(Class::Movement)
                && token.shape == Shape::Word
                && !token.is(Class::Preposition)
            || token.is(Class::CueBare) && agrees && object_after && !linked
            || past && (object_after || !syntax.is_nounish(at + 1) || noun_before)
            || token.is(Class::NounVerb)
                && agrees
                && object_after
                && !linked
                && (syntax.word(at).ends_with('s') || !syntax.is(at + 1, Class::Movement)))
}

/// "**packing** sustained winds": a participle, after which no verb follows; not "the hearing".
fn participle(syntax: &Syntax<'_>, at: usize, floor: usize) -> bool {
    syntax.shape(at) == Some(Shape::Word)
        && syntax.word(at).ends_with("ing")
        && at
            .checked_sub(1)
            .filter(|before| *before >= floor)
            .is_some_and(|before| {
                !syntax.is_nounish(before)
                    && !syntax.is(before, Class::Determiner)
                    && !syntax.is(before, Class::Possessive)
            })
}

/// "The programme cost €1 million": a past form that is also a noun, after a noun phrase with an article or a name.
fn past_noun(syntax: &Syntax<'_>, at: usize, floor: usize) -> bool {
    let amount = is_number(syntax, at + 1)
        || syntax.is(at + 1, Class::Approximator) && is_number(syntax, at + 2);
    syntax.is(at, Class::PastNoun)
        && amount
        && syntax.noun_phrase_before(at, floor).is_some_and(|noun| {
            syntax.is(noun.start, Class::Determiner)
                || syntax.is(noun.start, Class::Possessive)
                || syntax.tokens[noun.start].is_capital()
        })
}

/// Whether a number or the sign of a currency stands at `at`.
fn is_number(syntax: &Syntax<'_>, at: usize) -> bool {
    matches!(syntax.shape(at), Some(Shape::Number | Shape::Sign))
        || syntax.is(at, Class::NumberWord)
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
    at > floor
        && syntax.tokens.get(verb).is_some_and(|verb| {
            verb.is_word()
                && !verb
                    .classes
                    .has_any(&[Class::Determiner, Class::Possessive])
        })
        && (syntax.reads(at - 1, "to") || syntax.is(at - 1, Class::Modal) && !month(syntax, at - 1))
}

/// Whether the word is written in capitals among words that are not: "US", "WHO".
fn acronym(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.shape(at) == Some(Shape::Capitals)
}

/// Without article and number before, and without times after: "in the quarter", "for 2023".
pub(super) fn trimmed(syntax: &Syntax<'_>, range: Range<usize>) -> Range<usize> {
    let mut range = without_time(syntax, without_determiner(syntax, range));
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

/// "this year Norpump shares": without the time before the noun.
fn without_time(syntax: &Syntax<'_>, mut range: Range<usize>) -> Range<usize> {
    let first = range.start;
    let deictic =
        syntax.is(first, Class::TimeNoun) && first > 0 && syntax.is(first - 1, Class::Deictic)
            || range.len() > 2
                && syntax.is(first, Class::Deictic)
                && syntax.is(first + 1, Class::TimeNoun);
    let end = first + 1 + usize::from(syntax.is(first, Class::Deictic));
    if deictic && end < range.end && syntax.shape(end) != Some(Shape::Genitive) {
        range.start = end;
    }
    without_determiner(syntax, range)
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
