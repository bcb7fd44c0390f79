//! The subject of a verb of saying: who says it.

use std::ops::Range;

use super::super::clause;
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// Whether a noun names somebody or something that can give a figure: a name that is no day, an office, a body.
pub(super) fn can_speak(syntax: &Syntax<'_>, noun: &Range<usize>) -> bool {
    let head = &syntax.tokens[syntax.head(noun)];
    head.is_capital() && !head.is(Class::Weekday) && !head.is(Class::Month)
        || head.classes.has_any(&[
            Class::Official,
            Class::Organisation,
            Class::Media,
            Class::Office,
            Class::Anonymous,
        ])
}

/// The subject that ends just before `end` (the verb with its auxiliaries), not reaching below `floor`;
/// appositions and relative clauses between it and the verb are part of it.
pub(super) fn before(syntax: &Syntax<'_>, end: usize, floor: usize) -> Option<Range<usize>> {
    let last = end.checked_sub(1).filter(|last| *last >= floor)?;
    match syntax.shape(last)? {
        Shape::Comma | Shape::Dash | Shape::Close => {
            apposed(syntax, last, floor).map(|start| start..end)
        }
        _ => {
            let over_time = skip_time(syntax, end, floor);
            let over_participle = skip_participle(syntax, over_time, floor);
            if over_time < end
                && over_time > floor
                && syntax.shape(over_time - 1) == Some(Shape::Comma)
            {
                return apposed(syntax, over_time - 1, floor).map(|start| start..over_time - 1);
            }
            let found = syntax.noun_phrase_before(over_participle, floor)?;
            Some(
                found.start..if over_participle < over_time {
                    end
                } else {
                    found.end
                },
            )
        }
    }
}

/// Backwards over a time between subject and verb: "Smith earlier Thursday said", "Smith on Friday said",
/// "the group last week said".
pub(super) fn skip_time(syntax: &Syntax<'_>, end: usize, floor: usize) -> usize {
    let mut at = end;
    loop {
        let Some(last) = at.checked_sub(1).filter(|last| *last > floor) else {
            return at;
        };
        let two = last.checked_sub(1).filter(|two| *two > floor);
        if syntax.is(last, Class::Weekday)
            || syntax.is(last, Class::TimeNoun)
                && two.is_some_and(|two| syntax.is(two, Class::Weekday))
        {
            at = last;
        } else if two.is_some_and(|two| {
            syntax.is(last, Class::TimeNoun)
                && (syntax.is(two, Class::Determiner) || syntax.is(two, Class::Adjective))
                || syntax.shape(last) == Some(Shape::Number) && syntax.is(two, Class::Month)
        }) {
            at = last - 1;
        } else if at < end
            && (syntax.reads(last, "on")
                || syntax.reads(last, "in")
                || syntax.is(last, Class::Adverb))
        {
            at = last;
        } else if two.is_some()
            && syntax.shape(last) == Some(Shape::Number)
            && syntax.reads(last - 1, "in")
        {
            at = last - 1;
        } else if at < end && syntax.is(last, Class::Adverb) {
            at = last;
        } else {
            return at;
        }
    }
}

/// Backwards over a participle that ends a subject: "the poll released" in "the poll released Friday shows".
fn skip_participle(syntax: &Syntax<'_>, end: usize, floor: usize) -> usize {
    let last = end.saturating_sub(1);
    let participle = last > floor
        && (syntax.shape(last) == Some(Shape::Word)
            && (syntax.word(last).ends_with("ed") || syntax.reads(last, "out"))
            || syntax.is(last, Class::Participle))
        && (syntax.is_nounish(last - 1) || syntax.reads(last - 1, "be"));
    if !participle {
        return end;
    }
    let infinitive =
        last > floor + 2 && syntax.reads(last - 1, "be") && syntax.reads(last - 2, "to");
    if infinitive { last - 2 } else { last }
}

/// Start of the subject before an apposition or aside that ends with the mark at `close`.
fn apposed(syntax: &Syntax<'_>, close: usize, floor: usize) -> Option<usize> {
    let mark = match syntax.shape(close)? {
        Shape::Close => Shape::Open,
        same => same,
    };
    let mut open = None;
    for at in (floor + 1..close).rev() {
        if syntax.shape(at) == Some(mark) && begins_aside(syntax, at + 1) {
            open = Some(at);
            break;
        }
        if matches!(syntax.shape(at), Some(Shape::Semicolon | Shape::Colon)) {
            return None;
        }
    }
    let mut subject = syntax.noun_phrase_before(open?, floor)?;
    // "Mary Weiss, the mayor of Oakland, California, said", "Mary Weiss, 80, who led it, said": the name is further left.
    let age = subject
        .clone()
        .all(|t| syntax.shape(t) == Some(Shape::Number));
    if (age || syntax.is(subject.start, Class::Determiner))
        && subject.start > floor + 1
        && syntax.shape(subject.start - 1) == Some(Shape::Comma)
        && let Some(name) = syntax.noun_phrase_before(subject.start - 1, floor)
        && syntax.tokens[name.end - 1].is_capital()
        // "In May, the farmers' union (NFU) said"
        && !syntax.is(name.end - 1, Class::Month)
        && !syntax.is(name.end - 1, Class::Weekday)
    {
        subject = name;
    }
    // "The mayor, Mary Weiss, who runs it, said": with the office.
    if syntax.tokens[subject.start].is_capital()
        && subject.start > floor + 1
        && syntax.shape(subject.start - 1) == Some(Shape::Comma)
        && let Some(office) = syntax.noun_phrase_before(subject.start - 1, floor)
        && syntax.is(office.start, Class::Determiner)
        && (syntax.is(office.end - 1, Class::Office) || syntax.is(office.end - 1, Class::Title))
    {
        subject = office;
    }
    // "Weiss, during a rally in Salem, Ohio, said": the aside began with a preposition.
    if subject.start > floor + 2
        && syntax.is(subject.start - 1, Class::Preposition)
        && syntax.shape(subject.start - 2) == Some(Shape::Comma)
        && let Some(name) = syntax.noun_phrase_before(subject.start - 2, floor)
        && syntax.tokens[name.end - 1].is_capital()
    {
        subject = name;
    }
    Some(subject.start)
}

/// The document or poll that begins the clause of the verb at `verb`, with all that describes it: "An analysis by
/// the bank of loans going back to 2010" shows.
pub(super) fn document(syntax: &Syntax<'_>, verb: usize, floor: usize) -> Option<Range<usize>> {
    let start = (floor..verb)
        .rev()
        .find(|t| {
            matches!(
                syntax.shape(*t),
                Some(Shape::Comma | Shape::Semicolon | Shape::Dash | Shape::Colon)
            ) || syntax.is(*t, Class::Subordinator)
        })
        .map_or(floor, |t| t + 1);
    let noun = syntax.noun_phrase_after(start, verb)?;
    let head = syntax.head(&noun);
    let document = syntax.tokens[head]
        .classes
        .has_any(&[Class::Document, Class::Poll]);
    let plain = (noun.end..verb)
        .all(|t| !clause::is_finite(syntax, t, floor) || syntax.word(t).ends_with("ed"));
    (document && plain).then_some(start..verb)
}

/// Whether an aside after a subject can begin with this token.
fn begins_aside(syntax: &Syntax<'_>, at: usize) -> bool {
    let Some(token) = syntax.tokens.get(at) else {
        return false;
    };
    let ing = token.shape == Shape::Word && {
        let word = syntax.word(at);
        word.ends_with("ing") || word.ends_with("ed")
    };
    ing || matches!(token.shape, Shape::Number | Shape::Open)
        || token.is_word() && syntax.is_nounish(at)
        || token.classes.has_any(&[
            Class::Relative,
            Class::Determiner,
            Class::Possessive,
            Class::Office,
            Class::Title,
            Class::Preposition,
            Class::Adverb,
            Class::Adjective,
            Class::CueIng,
            Class::Subordinator,
        ])
}

/// The subject that stands after an inverted verb ("said X"), with its appositions.
pub(super) fn after(syntax: &Syntax<'_>, start: usize, ceiling: usize) -> Option<Range<usize>> {
    let mut subject = syntax.noun_phrase_after(start, ceiling)?;
    // "said Weiss, who runs the port, …"
    if syntax.shape(subject.end) == Some(Shape::Comma)
        && syntax.tokens.get(subject.end + 1).is_some_and(|t| {
            t.classes.has_any(&[
                Class::Relative,
                Class::Determiner,
                Class::Possessive,
                Class::Office,
            ]) || t.shape == Shape::Number
        })
    {
        let mut end = subject.end + 1;
        while end < ceiling
            && !matches!(
                syntax.shape(end),
                Some(
                    Shape::Comma
                        | Shape::Stop
                        | Shape::Semicolon
                        | Shape::Dash
                        | Shape::QuoteOpen
                        | Shape::Colon
                )
            )
        {
            end += 1;
        }
        subject.end = end;
    }
    Some(subject)
}

/// The subject of the sentence's first finite verb before `limit`.
pub(super) fn main(
    syntax: &Syntax<'_>,
    sentence: &Range<usize>,
    limit: usize,
) -> Option<Range<usize>> {
    let verb = (sentence.start..limit).find(|at| {
        let token = &syntax.tokens[*at];
        syntax.quotation_of(*at).is_none()
            && *at > sentence.start
            && (token
                .classes
                .has_any(&[Class::Finite, Class::Auxiliary, Class::Modal])
                || token.is(Class::Cue) && !token.is(Class::CueNoun)
                || token.shape == Shape::Word
                    && syntax.word(*at).ends_with("ed")
                    && !syntax.is(*at - 1, Class::Determiner))
    })?;
    before(
        syntax,
        skip_adverbs(syntax, verb, sentence.start),
        super::floor(syntax, sentence, verb),
    )
}

/// Backwards over adverbs before `at`.
pub(super) fn skip_adverbs(syntax: &Syntax<'_>, mut at: usize, floor: usize) -> usize {
    while at > floor && (syntax.is(at - 1, Class::Adverb) || adverb_by_form(syntax, at - 1)) {
        at -= 1;
    }
    at
}

fn adverb_by_form(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.shape(at) == Some(Shape::Word)
        && syntax.word(at).ends_with("ly")
        && syntax.word(at).len() > 4
        && !syntax.is(at, Class::LyNoun)
}
