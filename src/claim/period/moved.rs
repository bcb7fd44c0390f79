//! Dates moved by units of the calendar, and times told from other times.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Time;
use crate::lexicon::periods::TimeUnit;

/// Times such as "the year before" laid against the time before them in the sentence, else the one after; where there
/// is none, "a year earlier" is told from the article's day.
pub(super) fn settle(times: &mut [Time], published: Option<Date>) {
    let known: Vec<Option<(Date, Date)>> = times
        .iter()
        .map(|time| time.from.zip(time.to).filter(|_| !time.is_since()))
        .collect();
    for (at, time) in times.iter_mut().enumerate() {
        let Some((number, unit)) = time.shift else {
            continue;
        };
        let (before, after) = known.split_at(at.min(known.len()));
        let anchor = before.iter().rev().chain(after).find_map(|days| *days);
        if let Some((from, to)) = anchor {
            time.from = moved(from, unit, number);
            time.to = moved(to, unit, number);
            if to == to.last_of_month() {
                time.to = time.to.map(Date::last_of_month);
            }
        } else if number != 0 && time.is_point() {
            let date = published.and_then(|date| moved(date, unit, number));
            (time.from, time.to) = (date, date);
        }
    }
}

/// The date `number` units from `date`.
pub(super) fn moved(date: Date, unit: TimeUnit, number: i32) -> Option<Date> {
    match unit {
        TimeUnit::Hour => date.checked_add((number / 24).days()),
        TimeUnit::Day => date.checked_add(number.days()),
        TimeUnit::Week => date.checked_add(number.checked_mul(7)?.days()),
        TimeUnit::Month => date.checked_add(number.months()),
        TimeUnit::Quarter => date.checked_add(number.checked_mul(3)?.months()),
        TimeUnit::Year => date.checked_add(number.years()),
        TimeUnit::Decade => date.checked_add(number.checked_mul(10)?.years()),
    }
    .ok()
}

/// First and last day of the week, month or year `offset` from the one of `date`; weeks begin on Monday.
pub(super) fn whole(date: Date, unit: TimeUnit, offset: i32) -> (Option<Date>, Option<Date>) {
    let ends = || {
        let moved = moved(date, unit, offset)?;
        Some(match unit {
            TimeUnit::Hour | TimeUnit::Day => (moved, moved),
            TimeUnit::Week => {
                let since_monday = i32::from(moved.weekday().to_monday_zero_offset());
                let monday = moved.checked_sub(since_monday.days()).ok()?;
                (monday, monday.checked_add(6.days()).ok()?)
            }
            TimeUnit::Month => {
                let month = date.first_of_month().checked_add(offset.months()).ok()?;
                (month, month.last_of_month())
            }
            TimeUnit::Quarter => {
                let month = (moved.month() - 1) / 3 * 3 + 1;
                let first = Date::new(moved.year(), month, 1).ok()?;
                (first, first.checked_add(2.months()).ok()?.last_of_month())
            }
            TimeUnit::Year => (moved.first_of_year(), moved.last_of_year()),
            TimeUnit::Decade => decade(moved.year())?,
        })
    };
    ends().unzip()
}

/// The ten years from the one of a decade that `year` is in.
pub(super) fn decade(year: i16) -> Option<(Date, Date)> {
    let first = year - year.rem_euclid(10);
    Some((
        Date::new(first, 1, 1).ok()?,
        Date::new(first + 9, 12, 31).ok()?,
    ))
}
