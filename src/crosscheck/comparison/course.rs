//! How a thing behaves in time: it moves, it is over, it stays as it is, it ages.

use jiff::civil::Date;

use super::Side;
use super::scope::length;
use crate::article::Moment;
use crate::claim::Aggregate;
use crate::crosscheck::profile::Profile;
use crate::crosscheck::words::{counts_people, course_of, goes_away};
use crate::lexicon::{Course, Value};
use crate::quantity::Kind;

/// Days after a happening in which its toll still grows.
const GROWING: i32 = 45;

/// Days from which a period is one of years.
const YEARS: i32 = 700;

/// How the thing behaves in time: `None` where nobody can tell.
pub(super) fn moves(a: &Profile, b: &Profile) -> Option<bool> {
    if a.epoch.is_some() {
        return Some(false);
    }
    if a.progress && b.progress {
        return Some(true);
    }
    let past = a.past_year.is_some() && a.past_year == b.past_year
        || a.is_over && b.is_over && of_one_period(a, b);
    if past || a.kind == Kind::Age && b.kind == Kind::Age || stands_still(a, b) {
        return Some(false);
    }
    let course = a.class.or(b.class).map(course_of);
    // "Sunday's quake has killed 310": the day is that of the quake, and the toll grows for weeks.
    let grows = |from: Option<Date>, to: Date, as_of: Date| {
        course == Some(Course::Toll) && from == Some(to) && length(to, as_of) <= GROWING
    };
    let over = |p: &Profile| match (p.period, p.as_of) {
        (Some((from, Some(to))), Some((as_of, _))) => is_past(p) && !grows(from, to, as_of),
        _ => false,
    };
    if over(a) && over(b) || one_long_time(a, b) {
        return Some(false);
    }
    match course {
        // "Walked out on Monday": what happened on one day, and no toll of it, is over with the day.
        Some(Course::Moving) if of_one_day(a, b) => Some(false),
        Some(Course::Fixed) => Some(false),
        Some(Course::Toll | Course::Moving) => Some(true),
        None => match a.aggregate.or(b.aggregate) {
            Some(Aggregate::Cumulative | Aggregate::Stock) => Some(true),
            _ => None,
        },
    }
}

/// Whether both count what stays as it is within a few days: beds, members. A little may be added.
fn stands_still(a: &Profile, b: &Profile) -> bool {
    const DAYS: i32 = 14;
    /// One more for so many.
    const LITTLE: i128 = 30;
    let soon = a.as_of.zip(b.as_of);
    let soon = soon.is_some_and(|((one, _), (other, _))| length(one, other).abs() <= DAYS);
    let apart = a.value().zip(b.value()).and_then(|(x, y)| {
        let apart = x.minus(y)?.magnitude();
        Some(apart.times(Value::whole(LITTLE))? > x.magnitude().max(y.magnitude()))
    });
    a.stands && b.stands && soon && apart == Some(true)
}

/// Whether the later of two ages of somebody is what the years between have made of the earlier.
pub(super) fn has_aged(a: Side<'_>, b: Side<'_>) -> bool {
    /// Days within which a birthday is no likelier than a fault.
    const DAYS: i32 = 14;
    const YEAR: i32 = 365;
    let day = |side: Side<'_>| {
        let published = side.article.metadata.published.as_ref();
        side.profile
            .as_of
            .map(|(day, _)| day)
            .or(published.map(Moment::date))
    };
    let Some(days) = day(a).zip(day(b)).map(|(one, other)| length(one, other)) else {
        return false;
    };
    let (earlier, later) = if days >= 0 {
        (a.profile, b.profile)
    } else {
        (b.profile, a.profile)
    };
    let grown = later.value().zip(earlier.value());
    let grown = grown.and_then(|(later, earlier)| later.minus(earlier));
    let years = |years: i32| Value::whole(i128::from(years));
    let days = days.abs();
    grown.is_some_and(|grown| {
        days > DAYS && grown >= years(days / YEAR) && grown <= years(days / YEAR + 1)
    })
}

/// Its period, where both ends are known.
fn closed(p: &Profile) -> Option<(Date, Date)> {
    let (from, to) = p.period?;
    from.zip(to)
}

/// The one day that its period is.
pub(super) fn own_day(p: &Profile) -> Option<Date> {
    closed(p)
        .filter(|(from, to)| from == to)
        .map(|(day, _)| day)
}

/// Whether both are of one period, in whatever words: "last year", "in 2025".
pub(super) fn of_one_period(p: &Profile, q: &Profile) -> bool {
    closed(p).is_some() && closed(p) == closed(q)
}

/// Whether its period was over on the day for which it holds.
pub(super) fn is_past(p: &Profile) -> bool {
    matches!((p.period, p.as_of), (Some((_, Some(to))), Some((as_of, _))) if to < as_of)
}

/// Whether both count people to whom something happened on one day that both name.
pub(super) fn of_one_day(a: &Profile, b: &Profile) -> bool {
    // Those who have left on a day may be more by the next.
    let stays = |class| counts_people(class) && !goes_away(class);
    a.class.is_some_and(stays) && own_day(a).is_some() && own_day(a) == own_day(b)
}

/// Whether both cover one stretch of years, to which the days between two articles add nothing.
fn one_long_time(a: &Profile, b: &Profile) -> bool {
    match (a.period, b.period) {
        (Some((Some(from), Some(to))), Some((Some(since), Some(until)))) => {
            from == since
                && length(from, to) > YEARS
                && length(to, until).abs() * 100 < length(from, to)
        }
        _ => false,
    }
}
