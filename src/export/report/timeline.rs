//! A timeline: what each quote can stand for, at the day it held; places in thousandths, as on the number line.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::Serialize;

use super::axis::{Axis, LENGTH};
use super::plot::{BarEnd, Entry, Tick, extent};
use crate::claim::{Certainty, ClaimId};
use crate::crosscheck::Figure;
use crate::project::Project;

/// Figures by the days they held.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Timeline {
    /// Whether equal heights are equal ratios, not equal steps.
    pub by_ratio: bool,
    /// The days, from left to right.
    pub days: Vec<Tick>,
    /// Numbers, from bottom to top.
    pub ticks: Vec<Tick>,
    /// A point for each quote, in order of their days.
    pub points: Vec<TimePoint>,
    /// How many quotes stand on no day that is known.
    pub undated: usize,
}

/// A quote at its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TimePoint {
    /// Index of the quote in the report.
    pub quote: usize,
    /// Place of the day, 0 to 1000.
    pub day: u16,
    /// Whether the day was worked out from the article's date.
    pub inferred: bool,
    /// Lower end.
    pub low: BarEnd,
    /// Upper end.
    pub high: BarEnd,
    /// The number as written, where there is one.
    pub point: Option<u16>,
}

impl Timeline {
    /// The timeline of a row; `None` where all that has a day held on the same one.
    pub(super) fn of(
        entries: &[Entry],
        project: &Project,
        figure: &Figure,
        places: &BTreeMap<ClaimId, usize>,
    ) -> Option<Self> {
        let dated: BTreeMap<usize, (Date, bool)> = figure
            .claims
            .iter()
            .filter_map(|id| {
                let as_of = project.claims.get(id)?.reading.as_of.as_ref()?;
                let inferred = as_of.certainty == Certainty::Inferred;
                Some((*places.get(id)?, (as_of.date, inferred)))
            })
            .collect();
        let all = entries.len();
        let entries: Vec<Entry> = entries
            .iter()
            .filter(|(quote, ..)| dated.contains_key(quote))
            .copied()
            .collect();
        let mut days: Vec<Date> = dated.values().map(|(day, _)| *day).collect();
        days.sort_unstable();
        days.dedup();
        let (first, last) = (*days.first()?, *days.last()?);
        if first == last || entries.len() < 2 {
            return None;
        }
        let (low, high) = extent(&entries)?;
        let axis = Axis::around(low, high)?;
        let since = |day: Date| (day - first).get_days();
        let span = since(last).max(1);
        let place = |day: Date| u16::try_from(since(day) * 1000 / span).ok();
        let mut points = entries
            .iter()
            .map(|(quote, interval, point)| {
                let (day, inferred) = *dated.get(quote)?;
                Some(TimePoint {
                    quote: *quote,
                    day: place(day)?,
                    inferred,
                    low: axis.end(interval.low, 0)?,
                    high: axis.end(interval.high, LENGTH)?,
                    point: match point {
                        Some(value) => Some(axis.place(*value)?),
                        None => None,
                    },
                })
            })
            .collect::<Option<Vec<TimePoint>>>()?;
        points.sort_by_key(|point| (point.day, point.quote));
        Some(Self {
            by_ratio: axis.is_by_ratio(),
            days: labelled(&days, place)?,
            ticks: axis.ticks()?,
            undated: all - entries.len(),
            points,
        })
    }
}

/// At most six days, the first and the last among them, none so near another that their names would meet.
fn labelled(days: &[Date], place: impl Fn(Date) -> Option<u16>) -> Option<Vec<Tick>> {
    /// A name takes this much of the line.
    const NAME: u16 = 160;
    let mut ticks: Vec<Tick> = Vec::new();
    let tick = |day: Date| {
        Some(Tick {
            at: place(day)?,
            label: day.to_string(),
        })
    };
    let last = tick(*days.last()?)?;
    for day in days {
        let next = tick(*day)?;
        let clear = ticks
            .last()
            .is_none_or(|before| next.at - before.at >= NAME);
        if clear && (last.at - next.at >= NAME || next.at == last.at) {
            ticks.push(next);
        }
    }
    Some(ticks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_days_do_not_meet_and_the_ends_are_named() {
        let days: Vec<Date> = [1, 2, 3, 20, 30]
            .map(|day| jiff::civil::date(2026, 3, day))
            .to_vec();
        let place = |day: Date| u16::try_from((day - days[0]).get_days() * 1000 / 29).ok();
        let ticks = labelled(&days, place).expect("days");
        let names: Vec<&str> = ticks.iter().map(|tick| tick.label.as_str()).collect();
        assert_eq!(names, ["2026-03-01", "2026-03-20", "2026-03-30"]);
    }
}
