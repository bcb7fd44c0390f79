//! Hedges of a number: "at least", "some", "or more".

use super::line::Line;
use super::{Kind, Qualifier, measure, number};
use crate::lexicon::Phrases;
use crate::lexicon::{Class, Hedge, NumberWord};
use crate::text::TokenKind;

/// Words between a qualifier and its number: "at least some 30".
const BETWEEN: usize = 3;

impl From<Hedge> for Qualifier {
    fn from(hedge: Hedge) -> Self {
        match hedge {
            Hedge::Exactly => Self::Exactly,
            Hedge::About => Self::About,
            Hedge::AtLeast => Self::AtLeast,
            Hedge::MoreThan => Self::MoreThan,
            Hedge::AtMost => Self::AtMost,
            Hedge::LessThan => Self::LessThan,
            Hedge::Nearly => Self::Nearly,
        }
    }
}

/// The qualifier before the token `at`, not before `floor`: where it begins, and what it says. Of two the outer
/// wins where it is a bound ("at least some 30"), else the inner.
pub(super) fn before(line: &Line<'_>, at: usize, floor: usize) -> Option<(usize, Qualifier)> {
    let mut end = at;
    let mut found: Option<(usize, Qualifier)> = None;
    for _ in 0..=BETWEEN {
        if end <= floor {
            break;
        }
        if let Some((start, qualifier)) = phrase(line, end, floor) {
            found = Some(match found {
                Some((_, inner))
                    if qualifier == Qualifier::About || qualifier == Qualifier::Exactly =>
                {
                    (start, inner)
                }
                Some((_, inner)) if qualifier == Qualifier::Nearly && inner != Qualifier::About => {
                    (start, inner)
                }
                _ => (start, qualifier),
            });
            end = start;
            continue;
        }
        let word = end - 1;
        // "under a 15-year deal"
        if line.is(word, Class::Article) && is_compound(line, at) {
            break;
        }
        // "a total of"
        if line.is(word, Class::Of) && word > floor && line.is(word - 1, Class::Total) {
            end = word - 1;
            continue;
        }
        if line.is(word, Class::Between) && line.is_word(word) && !line.glued(word) {
            end = word;
        } else {
            break;
        }
    }
    found
}

/// The qualifier before a sum of money or a share: "north of $5bn".
pub(super) fn before_amount(
    line: &Line<'_>,
    at: usize,
    floor: usize,
    kind: Kind,
) -> Option<(usize, Qualifier)> {
    let amount = matches!(kind, Kind::Money | Kind::Share);
    let phrases = &line.lexicon.phrases.qualifiers_before_amounts;
    amount.then(|| ending(line, at, floor, phrases)).flatten()
}

/// The qualifier before a number that neither counts nor measures anything: "the toll passed 300".
pub(super) fn before_bare(line: &Line<'_>, at: usize, floor: usize) -> Option<(usize, Qualifier)> {
    ending(
        line,
        at,
        floor,
        &line.lexicon.phrases.qualifiers_before_bare,
    )
}

/// Whether the number at `at` is joined to the word after it: "15-year".
fn is_compound(line: &Line<'_>, at: usize) -> bool {
    line.is_digits(at) && line.is_hyphen(at + 1) && line.is_word(at + 2)
}

fn phrase(line: &Line<'_>, end: usize, floor: usize) -> Option<(usize, Qualifier)> {
    let found = ending(line, end, floor, &line.lexicon.phrases.qualifiers_before)?;
    (!is_none(line, found.0, end)).then_some(found)
}

/// Whether the words `start..end` only look like a hedge: "twice as much as", "spread over", "$3bn over five years",
/// "Plan C." before a new sentence.
fn is_none(line: &Line<'_>, start: usize, end: usize) -> bool {
    let multiple = start > 0
        && (line.is(start - 1, Class::Times)
            || line.is(start - 1, Class::Fold)
            || matches!(line.entry(start - 1).number, NumberWord::Multiple(_)))
        && line.is(start, Class::As);
    let over = end == start + 1 && line.is(start, Class::Over);
    let spread = over
        && (line.follows(start, Class::Spread)
            || line.follows(start, Class::Quarrel)
            || is_spent(line, start));
    let initial = end == start + 2
        && line.is_sign(end - 1, &['.'])
        && line.word(start).len() == 1
        && line.is_capital(start);
    // The head of an arrow: "->", "=>".
    let arrow = end == start + 1
        && start > 0
        && line.is_sign(start, &['>'])
        && line.glued(start - 1)
        && (line.is_hyphen(start - 1) || line.is_sign(start - 1, &['=', '-', '–', '—', '>']));
    // "the fee goes up to £40"
    let reached = start > 0
        && end == start + 2
        && line.is(start, Class::Up)
        && line.is(start + 1, Class::Level)
        && line.is(start - 1, Class::GoingUp);
    // "an 11-under 205"
    let joined = start > 0 && line.is_hyphen(start - 1);
    multiple || spread || initial || arrow || reached || joined
}

/// Whether "over" at `at` stands between an amount and the time it takes: "$3bn over five years".
fn is_spent(line: &Line<'_>, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let amount = line.is_digits(before)
        || line.is_sign(before, &['%'])
        || line.entry(before).number != NumberWord::None
        || measure::after(line, before, before, true).is_some_and(|unit| unit.end == at);
    let time = || {
        let number = number::read(line, at + 1)?;
        let unit = measure::after(line, number.start, number.end, false)?;
        Some(unit.kind == Kind::Duration)
    };
    amount && time() == Some(true)
}

/// The phrase that ends before the token `end`, not before `floor`.
fn ending(
    line: &Line<'_>,
    end: usize,
    floor: usize,
    phrases: &Phrases<Hedge>,
) -> Option<(usize, Qualifier)> {
    let last = end.checked_sub(1)?;
    let word = |back: usize| {
        let at = last.checked_sub(back).filter(|at| *at >= floor);
        at.map_or(0, |at| line.entry(at).id)
    };
    let (words, hedge) = phrases.ending(word)?;
    Some((end - words, (*hedge).into()))
}

/// The qualifier that begins at the token `at`: one past its end, and what it says.
pub(super) fn after(line: &Line<'_>, at: usize) -> Option<(usize, Qualifier)> {
    if at > 0 && line.glued(at - 1) && line.is_sign(at, &['+']) {
        return Some((at + 1, Qualifier::AtLeast));
    }
    let first = at + usize::from(line.is_hyphen(at));
    let (words, hedge) = line
        .lexicon
        .phrases
        .qualifiers_after
        .beginning(|on| line.entry(first + on).id)?;
    // "under-12s and over 65s", "three plus two": the words belong to the next number.
    let next = first + words;
    let joins = line.is(first, Class::Conjunction) || line.is(first, Class::Preposition);
    let sum = line.kind(next) == Some(TokenKind::Symbol);
    let another = joins
        && (line.is_digits(next)
            || sum
            || matches!(line.entry(next).number, NumberWord::Cardinal(_)));
    // "the 737 MAX"
    let model = line.is(first, Class::Model) && line.is_capital(first);
    (!another && !model).then_some((next, (*hedge).into()))
}
