//! So many on so much: "350 people per km²", "5.6 per 100,000 inhabitants", "1.6 children per woman".

use super::line::Line;
use super::{Counted, Kind, counted, measure, number};
use crate::lexicon::units;
use crate::lexicon::{Class, UnitCode};

/// What makes a rate of a count.
pub(super) struct Rate {
    /// The word for "per".
    pub start: usize,
    /// One past the thing it is of.
    pub end: usize,
    /// "person/km2", "/person/100000": on so much, or on so many.
    pub unit: UnitCode,
}

/// The rate that the count on the tokens up to `end` is part of; `unit` is what it counts, where that has a code.
pub(super) fn of(
    line: &Line<'_>,
    end: usize,
    kind: Kind,
    counted: Option<Counted>,
    unit: Option<&UnitCode>,
) -> Option<Rate> {
    if !matches!(kind, Kind::Count | Kind::Money | Kind::Average) {
        return None;
    }
    let at = match counted {
        Some(counted) => {
            let tokens = line.tokens;
            let head = tokens.binary_search_by_key(&counted.head, |token| token.span);
            head.ok()? + 1
        }
        None => end,
    };
    let per = line.is(at, Class::Per) || counted.is_some() && line.is_sign(at, &['/']);
    if kind == Kind::Count
        && counted.is_some()
        && (per || line.is(at, Class::Article))
        && let Some(rate) = over_time(line, at, unit)
    {
        return Some(rate);
    }
    if !per {
        return None;
    }
    per_many(line, at, unit).or_else(|| per_one(line, at, kind, unit?))
}

/// "120,000 passengers a day".
fn over_time(line: &Line<'_>, at: usize, unit: Option<&UnitCode>) -> Option<Rate> {
    let (end, under) = measure::denominator(line, at)?;
    let time = units::dimension(&UnitCode(under.clone()))?.to_string() == "time";
    time.then(|| Rate {
        start: at,
        end,
        unit: UnitCode(format!(
            "{}/{under}",
            unit.map_or("", |unit| unit.0.as_str())
        )),
    })
}

/// "per 100,000 inhabitants".
fn per_many(line: &Line<'_>, at: usize, unit: Option<&UnitCode>) -> Option<Rate> {
    let many = number::read(line, at + 1)?;
    let whole = many.whole().filter(|many| *many > 1)?;
    if measure::after(line, many.start, many.end, false).is_some() {
        return None;
    }
    let Some(noun) = counted::phrase(line, many.end, false) else {
        // "28 per 100,000"
        let round = whole >= 1000 && whole.to_string().trim_end_matches('0') == "1";
        return round.then(|| Rate {
            start: at,
            end: many.end,
            unit: UnitCode(format!(
                "{}/{whole}",
                unit.map_or("", |unit| unit.0.as_str())
            )),
        });
    };
    let last = (line.tokens).binary_search_by_key(&noun.head, |token| token.span);
    let thing = counted::unit_of(line, noun).map_or_else(
        || format!("{{{}}}", line.text.slice(noun.head).to_lowercase()),
        |person| person.0,
    );
    let over = unit.map_or("", |unit| unit.0.as_str());
    Some(Rate {
        start: at,
        end: last.ok()? + 1,
        unit: UnitCode(format!("{over}/{thing}/{whole}")),
    })
}

/// "per km²", "per woman".
fn per_one(line: &Line<'_>, at: usize, kind: Kind, unit: &UnitCode) -> Option<Rate> {
    let (end, under) = measure::denominator(line, at)?;
    let dimension = units::dimension(&UnitCode(under.clone()))?.to_string();
    let space = matches!(dimension.as_str(), "area" | "volume") || dimension.starts_with('{');
    (space && kind == Kind::Count).then(|| Rate {
        start: at,
        end,
        unit: UnitCode(format!("{}/{under}", unit.0)),
    })
}
