//! Whether a figure is a level, a change of one, or a difference between two.

use super::line::Line;
use super::{Kind, Sense};
use crate::lexicon::{Class, UnitCode, units};
use crate::text::TokenKind;

/// Units by which a level moves and nothing else: an index that loses 40 points has fallen.
const POINTS: [&str; 2] = ["point", "bp"];
/// Words looked at between an amount and a noun of change: "the 7% share price increase".
const REACH: usize = 3;

/// The sense of the figure on the tokens `start..end`, hedges included.
pub(super) fn sense(
    line: &Line<'_>,
    start: usize,
    end: usize,
    kind: Kind,
    signed: Option<char>,
    unit: Option<&UnitCode>,
) -> Sense {
    let changes = matches!(
        kind,
        Kind::Share | Kind::Measure | Kind::Money | Kind::Ratio | Kind::Count | Kind::Rate
    );
    if !changes {
        return Sense::Level;
    }
    if signed == Some('+') {
        return Sense::Up;
    }
    // "fell below 5%": where it is now.
    let level = (start..start + 2).any(|at| line.is(at, Class::LevelBound));
    if kind == Kind::Count && is_lead(line, start, end) {
        return Sense::Difference;
    }
    if let Some(sense) = verb_before(line, start, end, kind, unit).filter(|_| !level) {
        return sense;
    }
    // "FTSE -0.6%": a fall, written as a table does.
    if kind == Kind::Share && signed.is_some_and(|sign| matches!(sign, '-' | '−' | '–')) {
        return Sense::Down;
    }
    // "a rally of 35,000": a crowd.
    let crowd = kind == Kind::Count
        && start >= 2
        && line.is(start - 2, Class::Gathering)
        && unit.is_none_or(UnitCode::counts);
    if let Some(sense) = noun_before(line, start).filter(|_| !crowd) {
        return sense;
    }
    noun_after(line, end, kind).unwrap_or(Sense::Level)
}

/// "rose 5%", "up by 300", "fell another 5 points".
fn verb_before(
    line: &Line<'_>,
    start: usize,
    end: usize,
    kind: Kind,
    unit: Option<&UnitCode>,
) -> Option<Sense> {
    let mut at = start.checked_sub(1)?;
    let by = line.is(at, Class::By);
    if by || line.is(at, Class::Between) {
        at = at.checked_sub(1)?;
    }
    if line.is(at, Class::Adverb) || (line.word(at).ends_with("ly") && line.is_word(at)) {
        at = at.checked_sub(1)?;
    }
    if by {
        // "expected to grow sales by 35%"
        let changes = |word: &usize| line.is(*word, Class::Up) || line.is(*word, Class::Down);
        at = (at.saturating_sub(3)..=at)
            .rev()
            .find(changes)
            .unwrap_or(at);
    }
    let (up, down) = (line.is(at, Class::Up), line.is(at, Class::Down));
    // "make up a third", "grows 38% of the beans": a part of a whole.
    let particle = line.is(at, Class::Preposition);
    // "cut down by 5%"
    let cut = by && at > 0 && line.is(at - 1, Class::Down);
    if particle && line.follows(at, Class::Particle) && !cut
        || up && !by && kind == Kind::Share && line.is(end, Class::Of)
    {
        return None;
    }
    // "the bus plunged 200 metres"
    let length = |unit: &UnitCode| {
        units::unit(unit).is_some_and(|unit| unit.dimension.to_string() == "length")
    };
    if line.is(at, Class::Plunging) && !by && unit.is_some_and(length) {
        return None;
    }
    // "gained $1.23 to $84.50"
    let sum = line.kind(end + 1) == Some(TokenKind::Symbol);
    let same = if kind == Kind::Money {
        sum
    } else {
        sum || line.is_digits(end + 1)
    };
    let reaches = line.is(end, Class::Level) && same;
    let relative = by
        || reaches
        || matches!(kind, Kind::Share)
        || unit.is_some_and(|unit| POINTS.contains(&unit.0.as_str()))
        || particle && (up || down);
    let verb_of_things = !relative && line.is(at, Class::Transitive);
    let noun = line.is(at, Class::NounUp) || line.is(at, Class::NounDown);
    if verb_of_things || (noun && !by && line.follows(at, Class::Determiner)) {
        return None;
    }
    match (up, down) {
        (true, _) => Some(Sense::Up),
        (_, true) => Some(Sense::Down),
        _ => None,
    }
}

/// "an increase of 5%", "a drop of nearly 300".
fn noun_before(line: &Line<'_>, start: usize) -> Option<Sense> {
    let of = start.checked_sub(1)?;
    let noun = of.checked_sub(1)?;
    if !line.is(of, Class::Of) {
        return None;
    }
    change_noun(line, noun)
}

fn change_noun(line: &Line<'_>, at: usize) -> Option<Sense> {
    if line.is(at, Class::NounUp) {
        Some(Sense::Up)
    } else if line.is(at, Class::NounDown) {
        Some(Sense::Down)
    } else {
        None
    }
}

/// "a 3% drop", "16% above", "5 points ahead".
fn noun_after(line: &Line<'_>, end: usize, kind: Kind) -> Option<Sense> {
    if line.is(end, Class::Difference) && (kind != Kind::Count || is_fewer(line, end)) {
        return Some(Sense::Difference);
    }
    if kind != Kind::Share && kind != Kind::Measure {
        return None;
    }
    for at in end..end + REACH {
        if !line.is_word(at)
            || line.is(at, Class::Preposition)
            || line.is(at, Class::Auxiliary)
            || line.is(at, Class::Determiner)
        {
            return None;
        }
        if let Some(sense) = change_noun(line, at) {
            return Some(sense);
        }
    }
    None
}

/// "A lead of 40 votes", "won by 40 votes", "40 votes ahead", "40 more votes than": how far apart two counts are.
fn is_lead(line: &Line<'_>, start: usize, end: usize) -> bool {
    /// Words of the noun between "more" and "than" at most.
    const NOUN: usize = 3;
    /// Words from "beat" to "by" at most: "beat Lund by 40 votes".
    const OBJECT: usize = 3;
    let led = |class: Class, link: Class, reach: usize| {
        start >= 2
            && line.is(start - 1, link)
            && (start.saturating_sub(1 + reach)..start - 1).any(|at| line.is(at, class))
    };
    let than = || {
        (end + 1..=end + 1 + NOUN)
            .take_while(|at| *at == end + 1 || line.is_word(at - 1))
            .any(|at| line.is(at, Class::Than))
    };
    led(Class::Lead, Class::Of, 1)
        || led(Class::Contest, Class::By, OBJECT)
        || line.is_word(end) && line.is(end + 1, Class::Apart)
        || line.is(end, Class::Difference) && than()
}

/// "4,000 fewer nurses"; "40 more people died" counts those that came on top.
fn is_fewer(line: &Line<'_>, at: usize) -> bool {
    line.is(at, Class::Fewer) && line.is_word(at + 1)
}
