//! What stands right beside the figure: the noun counted, the noun after it, the noun before or after "of".

use std::ops::Range;

use super::super::clause::{self, trimmed, without_determiner};
use super::super::figure::Figure;
use super::bounds::{after_aside, ceiling_from, is_adjectival, linked_after, opening, plain_after};
use super::change::changed;
use crate::lexicon::words::Class;
use crate::quantity::{Amount, Kind, Qualifier, Sense};
use crate::syntax::{Shape, Syntax};

/// Most letters of a unit written in capitals.
const LONGEST_SYMBOL: usize = 4;

/// The noun the quantity itself names.
pub(super) fn counted(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let phrase = figure.mention.counted?.phrase;
    let start = syntax.token_at(phrase.start());
    let end = syntax.token_at(phrase.end().saturating_sub(1)) + 1;
    // "18 others wounded", "5 people dead": what happened to them is no part of what is counted.
    let end = (start + 1..end)
        .find(|t| syntax.is(*t, Class::Harm))
        .unwrap_or(end);
    if figure.mention.kind == Kind::Share && end == start + 1 && is_told(syntax, figure, start) {
        return None;
    }
    // "48.2 HZ", "12.5 PTS": a unit nobody has defined here, no noun.
    if end == start + 1
        && figure.mention.kind == Kind::Count
        && syntax.shape(start) == Some(Shape::Capitals)
        && syntax.word(start).len() <= LONGEST_SYMBOL
    {
        return None;
    }
    let range = without_determiner(syntax, start..end);
    if range.is_empty() {
        before_of(syntax, figure, before).or(Some(range))
    } else {
        Some(range)
    }
}

/// "7 miles (11 km)", "8 or 9 euros": of the same thing as the figure before it.
pub(super) fn restated(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let start = figure.tokens.start;
    let joint = start
        .checked_sub(1)
        .filter(|joint| *joint >= figure.floor)?;
    let adjoins = figure.floor > figure.sentence.start && joint < figure.floor + 2;
    let same = syntax.shape(joint) == Some(Shape::Open)
        || syntax.word(joint) == "/"
        || syntax.reads(joint, "or");
    (adjoins && same).then(|| before.cloned()).flatten()
}

/// "Turnout was 41%, down from 56%": the earlier level of the same thing.
pub(super) fn earlier_level(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let from = opening(syntax, figure)
        .checked_sub(1)
        .filter(|from| *from > figure.floor && figure.floor > figure.sentence.start)?;
    let moved = syntax.reads(from, "from")
        && !syntax.reads(figure.tokens.end, "of")
        && (syntax.is(from - 1, Class::Movement) || from < figure.floor + 4);
    // "put the crowd at 60,000, police at 18,000"
    let given = syntax.reads(from, "at")
        && (figure.sentence.start..figure.floor).any(|t| syntax.is(t, Class::Puts));
    (moved || given).then(|| before.cloned()).flatten()
}

/// "fell to 12 on Monday, 9 on Tuesday and 7 on Friday": the next of a list, parted by no more than times.
pub(super) fn listed(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let start = opening(syntax, figure);
    let joint = start.checked_sub(1).filter(|t| *t >= figure.floor)?;
    let joined = syntax.shape(joint) == Some(Shape::Comma) || syntax.is(joint, Class::Coordinator);
    let unit = usize::from(syntax.shape(figure.floor) == Some(Shape::Capitals));
    let idle = (figure.floor + unit..joint).all(|t| {
        matches!(
            syntax.shape(t),
            Some(Shape::Number | Shape::Comma | Shape::Open | Shape::Close)
        ) || syntax.tokens[t].classes.has_any(&[
            Class::Preposition,
            Class::Determiner,
            Class::Month,
            Class::Weekday,
            Class::TimeNoun,
            Class::Deictic,
        ])
    });
    let after_figure = figure.floor > figure.sentence.start;
    (after_figure && joined && idle)
        .then(|| before.cloned())
        .flatten()
}

/// "of the estimated remaining residents" after a share, "of wind power" or "in damage" after an amount: without
/// "of", article and number.
pub(super) fn whole(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let (at, end) = (after_aside(syntax, figure), figure.sentence.end);
    let of = syntax.reads(at, "of")
        || syntax.reads(at, "off")
            && matches!(figure.mention.kind, Kind::Money | Kind::Share)
            && syntax.is(at + 1, Class::Determiner);
    // "injured 40 in a town": those who were hurt, whom the reader knows of.
    let hurt = opening(syntax, figure)
        .checked_sub(1)
        .is_some_and(|verb| verb >= figure.sentence.start && syntax.is(verb, Class::Harm));
    let within = syntax.reads(at, "in")
        && !hurt
        && figure.mention.sense == Sense::Level
        && match figure.mention.kind {
            Kind::Share | Kind::Ratio | Kind::Count => syntax.is(at + 1, Class::Determiner),
            Kind::Money => syntax.shape(at + 1) == Some(Shape::Word) && syntax.is_nounish(at + 1),
            _ => false,
        };
    // "31% among women"
    let part = figure.mention.kind == Kind::Share
        && syntax.is(at, Class::PartOf)
        && !syntax.is(at + 1, Class::Deictic)
        && !syntax.is(at + 1, Class::Own)
        && syntax.shape(at + 1) != Some(Shape::Number)
        && figure.mention.sense == Sense::Level;
    if !of && !within && !part {
        return None;
    }
    let range = without_verb(syntax, trimmed(syntax, plain_after(syntax, at + 1, end)?));
    let time = (within || part) && range.clone().any(|t| syntax.is(t, Class::TimeNoun));
    (!time).then_some(range)
}

/// "a third of adults **smoke**": a bare verb after people in the plural, with nothing after it that it could describe.
fn without_verb(syntax: &Syntax<'_>, range: Range<usize>) -> Range<usize> {
    let last = range.end.saturating_sub(1);
    let verb = range.len() > 1
        && syntax.shape(last) == Some(Shape::Word)
        && !syntax.word(last).ends_with('s')
        && syntax.is(last - 1, Class::People)
        && syntax.word(last - 1).ends_with(['s', 'n', 'e'])
        && !syntax.is(last, Class::People)
        && !syntax.is(last, Class::Organisation);
    if verb { range.start..last } else { range }
}

/// "a $150,000 contract with the club", "a 25% tax on cars": the noun right after.
pub(super) fn attributive(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let at = after_aside(syntax, figure);
    let end = ceiling_from(figure, at);
    let token = syntax.tokens.get(at).filter(|_| at < end)?;
    let determined = (figure.floor..figure.tokens.start)
        .rev()
        .find(|t| syntax.is(*t, Class::Determiner) || syntax.is(*t, Class::Possessive))
        .is_some_and(|t| {
            t + 4 > figure.tokens.start
                && (t + 1..figure.tokens.start)
                    .all(|at| syntax.is_nounish(at) || !syntax.is(at, Class::Auxiliary))
        })
        || syntax.is(figure.tokens.start, Class::Determiner)
        || is_adjectival(syntax, figure);
    let noun = match token.shape {
        Shape::Word => syntax.is_nounish(at),
        Shape::Capital | Shape::Capitals => determined && syntax.is_nounish(at),
        _ => false,
    };
    if !noun
        || !determined && is_told(syntax, figure, at)
        || token.is(Class::TimeNoun)
            && !(token.is(Class::Change) && syntax.is(at + 1, Class::Changed))
        || token.is(Class::Movement)
        || clause::is_finite(syntax, at, figure.sentence.start)
        || syntax.word(at).ends_with("ing")
        || (syntax.word(at).ends_with("er") || token.is(Class::Adjective))
            && (at + 1 >= end || !syntax.is_nounish(at + 1) || syntax.is(at + 1, Class::TimeNoun))
    {
        return None;
    }
    let noun = trimmed(syntax, linked_after(syntax, at, end)?);
    if figure.mention.kind == Kind::Rank {
        return Some(noun);
    }
    changed(syntax, figure, noun)
}

/// "**voters** under 30": people, told by a bound of their age.
pub(super) fn of_an_age(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let bounded = matches!(
        figure.mention.quantity.amount,
        Amount::Single {
            qualifier: Qualifier::MoreThan | Qualifier::LessThan,
            ..
        }
    );
    let people = opening(syntax, figure)
        .checked_sub(1)
        .filter(|t| *t >= figure.floor)?;
    let several = syntax.is_nounish(people) && syntax.word(people).ends_with('s')
        || syntax.is(people, Class::People);
    let phrase = (bounded && several)
        .then(|| syntax.noun_phrase_before(people + 1, figure.floor))
        .flatten()?;
    Some(without_determiner(syntax, phrase))
}

/// "is 95% **effective**": the word after the figure tells of the subject.
fn is_told(syntax: &Syntax<'_>, figure: &Figure<'_>, at: usize) -> bool {
    let before = opening(syntax, figure).checked_sub(1);
    before.is_some_and(|t| syntax.is(t, Class::Auxiliary))
        && !syntax.word(at).ends_with('s')
        && !syntax.is_nounish(at + 1)
}

/// "a five-year contract": the noun after a length written with a hyphen.
pub(super) fn hyphenated(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    is_adjectival(syntax, figure)
        .then(|| attributive(syntax, figure, before))
        .flatten()
}

/// "a population of 541,000", "sales of $5m": the noun before "of"; not a mere "total" or "average".
pub(super) fn before_of(
    syntax: &Syntax<'_>,
    figure: &Figure<'_>,
    _before: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let of = opening(syntax, figure)
        .checked_sub(1)
        .filter(|of| *of > figure.sentence.start)?;
    if !syntax.reads(of, "of") {
        return None;
    }
    let mut range = syntax.noun_phrase_before(of, figure.floor)?;
    if let Some(link) = range.clone().rev().find(|t| {
        syntax.is(*t, Class::Preposition) && !syntax.reads(*t, "of")
            || clause::is_finite(syntax, *t, range.start)
            || clause::governs(syntax, *t, figure.floor)
    }) {
        range.start = link + 1;
    }
    // "Norstorm, packing winds of 150 kph"
    let packing = range.len() > 1
        && !range.clone().any(|t| syntax.reads(t, "of"))
        && syntax.shape(range.start) == Some(Shape::Word)
        && syntax.word(range.start).ends_with("ing")
        && range
            .start
            .checked_sub(1)
            .is_some_and(|t| syntax.shape(t) == Some(Shape::Comma));
    if packing {
        range.start += 1;
    }
    if syntax.word(range.start).ends_with("ing")
        && let Some(of) = range.clone().rev().find(|t| syntax.reads(*t, "of"))
    {
        range.start = of + 1;
    }
    let range = without_determiner(syntax, range);
    let head = range.end.checked_sub(1)?;
    let empty = syntax.is(head, Class::Running) || syntax.is(head, Class::Mean);
    (!empty).then_some(range)
}
