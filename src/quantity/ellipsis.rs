//! What a figure leaves out because the one before has said it: its noun, its sense, its hedge.

use super::hedge;
use super::line::Line;
use super::rule::Figure;
use super::{Amount, Kind, Mention, Qualifier, Quantity, Sense};
use crate::lexicon::units;
use crate::lexicon::{Class, UnitCode};

/// A noun left out stands at most so many tokens before.
const NEAR: usize = 12;

/// A figure in brackets that gives the one before in another unit has its hedge: "more than 100 km (60 miles)".
pub(super) fn with_hedge_of_other_unit(
    line: &Line<'_>,
    figure: Figure,
    at: usize,
    last: Option<&(usize, Before)>,
) -> Figure {
    let Some((end, before)) = last else {
        return figure;
    };
    let again = line.is_sign(*end, &['(', '/']) && at.min(figure.start) <= end + 1;
    let measures = |code: &UnitCode| units::dimension(code);
    let same = match (&figure.unit, &before.quantity.unit) {
        (Some(unit), Some(other)) => {
            unit.kind == Kind::Money
                || measures(&unit.code).is_some_and(|one| measures(other) == Some(one))
        }
        _ => false,
    };
    let Amount::Single { qualifier, .. } = before.quantity.amount else {
        return figure;
    };
    if again
        && same
        && figure.qualifier.is_none()
        && qualifier != Qualifier::Stated
        && hedge::before(line, figure.start, *end).is_none()
    {
        Figure {
            qualifier: Some(qualifier),
            ..figure
        }
    } else {
        figure
    }
}

/// What the figure before says of a shorter one after it.
pub(super) struct Before {
    /// One past its noun, where it has one.
    end: usize,
    quantity: Quantity,
    kind: Kind,
    sense: Sense,
}

impl Before {
    pub fn of(line: &Line<'_>, mention: &Mention, end: usize) -> Self {
        let noun = mention.counted.map_or(end, |counted| {
            line.tokens
                .partition_point(|token| token.span.start() < counted.phrase.end())
        });
        Self {
            end: noun.max(end),
            quantity: mention.quantity.clone(),
            kind: mention.kind,
            sense: mention.sense,
        }
    }
}

/// What is left out because the figure before has said it: the sense in "grew by 300 jobs, or 2 per cent", the noun
/// in "40 homes by sale and 12 by tender" and in "sold 40 boats, up from 30 in May".
pub(super) fn as_before(line: &Line<'_>, start: usize, mention: &mut Mention, before: &Before) {
    let end = before.end;
    let comma = end + usize::from(line.is_sign(end, &[',']));
    let restated = line.is(comma, Class::Restating)
        && hedge::before(line, start, comma + 1).map_or(start, |(start, _)| start) == comma + 1;
    if restated && mention.sense == Sense::Level && mention.kind == Kind::Share {
        mention.sense = before.sense;
    }
    let counts = |kind, quantity: &Quantity| kind == Kind::Count && quantity.unit_text.is_some();
    if mention.kind != Kind::Count
        || mention.counted.is_some()
        || mention.quantity.unit.is_some()
        || mention.quantity.unit_text.is_some()
        || !counts(before.kind, &before.quantity)
    {
        return;
    }
    let first = hedge::before(line, start, end).map_or(start, |(start, _)| start);
    let opened =
        first > end && (line.is(first - 1, Class::Likening) || line.is(first - 1, Class::Join));
    let last = line
        .tokens
        .partition_point(|token| token.span.start() < mention.span.end());
    let closed = line.is(last, Class::Preposition) || !line.is_word(last);
    let near = first - end.min(first) <= NEAR;
    let further = first > end && (is_another(line, first) || is_likewise(line, end, first, last));
    if (opened || further) && closed && near {
        mention.quantity.unit.clone_from(&before.quantity.unit);
        mention
            .quantity
            .unit_text
            .clone_from(&before.quantity.unit_text);
    }
}

/// Whether the figure `first..last` stands to the word after it as the one that ended at `end` did: "40 ships sank in
/// May, 12 in June".
fn is_likewise(line: &Line<'_>, end: usize, first: usize, last: usize) -> bool {
    let parted = line.follows_sign(first, &[',', ';']) || line.follows(first, Class::Conjunction);
    let word = line.word(last);
    parted
        && line.is(last, Class::Preposition)
        && (end..first).any(|at| line.word(at).eq_ignore_ascii_case(word))
}

/// Whether a name stands right before the token `at` that begins a further part: "41 seats, the Blues 12".
fn is_another(line: &Line<'_>, at: usize) -> bool {
    let mut name = at;
    while name > 0 && at - name < NEAR && line.is_capital(name - 1) {
        name -= 1;
    }
    let first = name - usize::from(line.follows(name, Class::Determiner));
    let parted = line.follows_sign(first, &[',', ';']) || line.follows(first, Class::Conjunction);
    name < at && first > 0 && parted
}
