//! What a verb of saying says: which parts of its sentence.

use std::ops::Range;

use super::super::is_over;
use super::group::{clause_follows, is_verb};
use crate::lexicon::words::Class;
use crate::syntax::{Shape, Syntax};

/// What is said; `None` where the cue turns out to attribute nothing.
pub(super) fn content(
    syntax: &Syntax<'_>,
    limits: &Range<usize>,
    at: usize,
    verb: usize,
    subject: &Range<usize>,
) -> Option<Vec<Range<usize>>> {
    // "pointed out"
    let mut after = at + 1 + usize::from(syntax.is(at, Class::Phrasal));
    if syntax.is(at, Class::Tells) {
        after = syntax.noun_phrase_after(after, limits.end)?.end;
    }
    let start = if subject.end <= verb {
        subject.start
    } else {
        verb
    };
    let lead = start
        .checked_sub(1)
        .filter(|lead| *lead >= limits.start && *lead > limits.start);
    let quoted_before = lead.is_some_and(|lead| closes_quotation(syntax, lead));
    let before = lead
        .filter(|lead| {
            matches!(
                syntax.shape(*lead),
                Some(Shape::Comma | Shape::QuoteClose | Shape::Dash | Shape::Exclamation)
            )
        })
        .map(|_| limits.start..start);
    let rest = past_adjuncts(syntax, after, limits.end);
    let over =
        is_over(syntax, limits, rest) || before_clause(syntax, before.as_ref(), rest, limits);
    let aside = matches!(
        syntax.shape(rest),
        Some(Shape::Comma | Shape::Dash | Shape::Semicolon)
    );
    let complement = limits.end;
    if over {
        return Some(before.into_iter().collect());
    }
    if quoted_before {
        let more = aside && !participle_follows(syntax, rest + 1)
            || syntax.is(rest, Class::That)
            || syntax.shape(rest) == Some(Shape::Colon);
        let mut parts: Vec<Range<usize>> = before.into_iter().collect();
        if more {
            parts.push(after..complement);
        } else if let Some(quotation) = (after..limits.end).find(|t| opens_quotation(syntax, *t)) {
            parts.push(quotation..complement);
        }
        return Some(parts);
    }
    let mut parts = Vec::new();
    let weak = syntax.is(at, Class::Weak) && verb < at;
    if aside && let Some(before) = before {
        if weak {
            return None;
        }
        parts.push(before);
    } else if syntax.is(at, Class::Weak) && !weak_holds(syntax, at, rest, limits, subject) {
        return None;
    }
    // "wrote to his 300 followers, “…”", "said in 2015 that …": what is said begins after the adjuncts.
    let marked = aside && syntax.shape(rest + 1) == Some(Shape::QuoteOpen)
        || matches!(syntax.shape(rest), Some(Shape::QuoteOpen | Shape::Colon))
        || syntax.is(rest, Class::That) && !describes(syntax, rest, at);
    parts.push(if marked { rest } else { after }..complement);
    Some(parts)
}

/// "charged over a fire **that left** 3 hurt": "that" describes the noun before it.
fn describes(syntax: &Syntax<'_>, that: usize, cue: usize) -> bool {
    that > cue + 1 && is_verb(syntax, that + 1) && !syntax.is(that - 1, Class::Weekday)
}

/// Whether a weak cue is one here: "that", a quotation or a colon follows, or a document or poll is its subject.
pub(super) fn weak_holds(
    syntax: &Syntax<'_>,
    at: usize,
    rest: usize,
    limits: &Range<usize>,
    subject: &Range<usize>,
) -> bool {
    let marked = |t: usize| {
        syntax.is(t, Class::That)
            || syntax.reads(t, "how")
            || matches!(syntax.shape(t), Some(Shape::Colon | Shape::QuoteOpen))
    };
    marked(at + 1)
        || marked(rest) && !(syntax.is(rest, Class::That) && describes(syntax, rest, at))
        || !syntax.is(at, Class::CueNoun) && clause_follows(syntax, at + 1, limits.end)
        || (at + 1..limits.end.min(at + 12))
            .take_while(|t| syntax.shape(*t) != Some(Shape::Comma) || marked(*t + 1))
            .any(|t| syntax.shape(t) == Some(Shape::QuoteOpen))
        || subject.clone().any(|t| {
            syntax.tokens[t]
                .classes
                .has_any(&[Class::Document, Class::Poll, Class::Anonymous])
        })
        || limits.end <= at + 1
}

/// "Nine died, the mayor said **as divers searched on**": a clause that only tells when it was said.
fn before_clause(
    syntax: &Syntax<'_>,
    before: Option<&Range<usize>>,
    rest: usize,
    limits: &Range<usize>,
) -> bool {
    let leads = syntax.is(rest, Class::Attending);
    let tells = |range: Range<usize>| {
        range
            .into_iter()
            .any(|t| syntax.shape(t) == Some(Shape::Number) || syntax.is(t, Class::NumberWord))
    };
    leads && before.is_some_and(|before| tells(before.clone())) && !tells(rest..limits.end)
}

/// Past a part of a day and what shades it: "late", "shortly after midnight", "afternoon" after "Monday".
fn past_part_of_day(syntax: &Syntax<'_>, at: usize, end: usize) -> Option<usize> {
    let is_time = |t: usize| {
        t < end
            && (syntax.is(t, Class::DayPart)
                || syntax.is(t, Class::Weekday)
                || syntax.is(t, Class::Month)
                || syntax.is(t, Class::Deictic))
    };
    if syntax.is(at, Class::TimeShade) {
        let next = at + 1;
        let on = usize::from(syntax.is(next, Class::Preposition));
        let the = usize::from(on > 0 && syntax.is(next + on, Class::Determiner));
        return is_time(next + on + the)
            .then_some(next + on + the + 1)
            .or_else(|| (next >= end).then_some(next));
    }
    let told = at > 0 && (syntax.is(at - 1, Class::Weekday) || syntax.is(at - 1, Class::Adverb));
    (told && syntax.is(at, Class::DayPart)).then_some(at + 1)
}

/// Past what follows a verb of saying without being said: "Tuesday", "in a statement", "to reporters".
pub(super) fn past_adjuncts(syntax: &Syntax<'_>, mut at: usize, end: usize) -> usize {
    while at < end {
        if let Some(next) = past_part_of_day(syntax, at, end) {
            at = next;
            continue;
        }
        // "said about 20% …" is said.
        let figure = syntax.shape(at + 1) == Some(Shape::Number)
            || syntax.shape(at + 1) == Some(Shape::Sign)
            || syntax.is(at + 1, Class::NumberWord);
        if syntax.is(at, Class::Approximator) && figure {
            break;
        }
        if syntax.is(at, Class::Adverb)
            || syntax.is(at, Class::Weekday)
            || syntax.is(at, Class::That) && at + 1 >= end
        {
            at += 1;
        } else if syntax.is(at, Class::Preposition) && syntax.is(at + 1, Class::Weekday) {
            // "said on Tuesday"
            at += 2;
        } else if syntax.is(at, Class::Preposition)
            || syntax.is(at, Class::Month)
            || syntax.reads(at, "last")
            || syntax.reads(at, "this")
        {
            let Some(phrase) = syntax.noun_phrase_after(at + 1, end) else {
                break;
            };
            at = phrase.end;
        } else {
            break;
        }
    }
    at
}

/// "…, pointing at a map": what the speaker does, not what is said.
pub(super) fn participle_follows(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.shape(at) == Some(Shape::Word)
        && (syntax.word(at).ends_with("ing") || syntax.word(at).ends_with("ed"))
        || syntax.is(at, Class::Relative)
        || syntax.is(at, Class::Subordinator) && !syntax.reads(at, "but")
        || ["as", "after", "before"]
            .iter()
            .any(|word| syntax.reads(at, word))
}

/// Whether a quotation of more than a few words opens here.
pub(super) fn opens_quotation(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.shape(at) == Some(Shape::QuoteOpen)
        && syntax
            .quotation_of(at + 1)
            .is_some_and(|q| !syntax.quotations[q].is_scare(&syntax.tokens))
}

/// Whether a quotation of more than a few words closes here.
pub(super) fn closes_quotation(syntax: &Syntax<'_>, at: usize) -> bool {
    syntax.shape(at) == Some(Shape::QuoteClose)
        && at
            .checked_sub(1)
            .and_then(|last| syntax.quotation_of(last))
            .is_some_and(|q| !syntax.quotations[q].is_scare(&syntax.tokens))
}
