//! Days of items that tell their time of day alone: where 23:50 stands next to 00:10, a day has passed. They run from the
//! newest to the oldest, or the other way.

use jiff::civil::Date;

use super::ticker::ITEMS;
use crate::article::Moment;

/// Between the newest item and the time that the page gives are no more minutes, nor between that and the oldest.
const FRESH: i32 = 3 * 60;
/// A time that is out of order by less is no step to another day, in minutes.
const NIGHT: i32 = 6 * 60;
const DAY: i32 = 24 * 60;

/// Minutes since midnight of a moment, where its time is known: "2026-11-30T00:20+02:00".
pub(super) fn minutes_of(moment: &Moment) -> Option<i32> {
    let written = moment.to_string();
    let mut parts = written.get(11..16)?.split(':');
    let hour: i32 = parts.next()?.parse().ok()?;
    let minute: i32 = parts.next()?.parse().ok()?;
    Some(hour * 60 + minute)
}

/// When a page says that it came out, and when it was last changed, if ever.
pub(super) struct PageTimes<'a> {
    pub(super) published: &'a Moment,
    pub(super) updated: Option<&'a Moment>,
}

/// The day of each item, by their times of day in minutes and those the page gives; nothing where it is unclear in
/// which order they run, or on which day they came.
pub(super) fn days(times: &[i32], page: &PageTimes<'_>) -> Option<Vec<Date>> {
    if times.len() < ITEMS {
        return None;
    }
    let upward: Vec<i32> = times.iter().rev().copied().collect();
    let newest_first = from_oldest(&upward, page).map(|days| days.into_iter().rev().collect());
    match (newest_first, from_oldest(times, page)) {
        (days, None) | (None, days) => days,
        (Some(_), Some(_)) => None,
    }
}

/// The days of items that run from the oldest to the newest.
fn from_oldest(times: &[i32], page: &PageTimes<'_>) -> Option<Vec<Date>> {
    let mut passed = 0_i32;
    let mut nights = vec![passed];
    for pair in times.windows(2) {
        let back = matches!(pair, [a, b] if b < a);
        if matches!(pair, [a, b] if b < a && a - b < NIGHT) {
            return None;
        }
        passed += i32::from(back);
        nights.push(passed);
    }
    if passed == 0 || usize::try_from(passed).ok()? * 2 >= times.len() {
        return None;
    }
    let (oldest, newest) = (times.first()?, times.last()?);
    // The newest came shortly before the page was changed, the oldest shortly after it came out.
    let since = |earlier: i32, later: i32| {
        let minutes = (later - earlier).rem_euclid(DAY);
        (minutes <= FRESH).then_some(earlier + minutes >= DAY)
    };
    let changed = page.updated.unwrap_or(page.published);
    let by_newest = || {
        let crossed = since(*newest, minutes_of(changed)?)?;
        day_after(changed.date(), -passed - i32::from(crossed))
    };
    let by_oldest = || {
        let crossed = since(minutes_of(page.published)?, *oldest)?;
        day_after(page.published.date(), i32::from(crossed))
    };
    let first = match (by_newest(), by_oldest()) {
        (day, None) | (None, day) => day?,
        (Some(day), Some(other)) => (day == other).then_some(day)?,
    };
    nights
        .into_iter()
        .map(|night| day_after(first, night))
        .collect()
}

fn day_after(day: Date, days: i32) -> Option<Date> {
    day.checked_add(jiff::Span::new().days(days)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days_of(times: &[i32], published: &str, updated: Option<&str>) -> Option<Vec<i8>> {
        let moment = |written: &str| written.parse::<Moment>().expect("a moment");
        let (published, updated) = (moment(published), updated.map(moment));
        let page = PageTimes {
            published: &published,
            updated: updated.as_ref(),
        };
        days(times, &page).map(|days| days.iter().map(|day| day.day()).collect())
    }

    #[test]
    fn the_day_goes_back_where_times_pass_midnight() {
        let night = [15, 5, 1430, 1000, 600, 1200];
        assert_eq!(
            days_of(&night, "2026-12-01T00:20+02:00", None),
            Some(vec![1, 1, 30, 30, 30, 29])
        );
        // Nobody can tell the day of the newest, or one item is out of its order.
        assert_eq!(days_of(&night, "2026-12-01T14:20", None), None);
        assert_eq!(days_of(&night, "2026-12-01", None), None);
        for times in [[15, 1430, 1000, 1100, 500], [900, 800, 830, 700, 600]] {
            assert_eq!(days_of(&times, "2026-12-01T00:20", None), None);
            assert_eq!(days_of(&times, "2026-12-01T15:20", None), None);
        }
    }

    #[test]
    fn the_day_goes_on_where_a_page_begins_with_its_oldest_item() {
        let night = [1300, 1400, 10, 70];
        let days = Some(vec![30, 30, 1, 1]);
        assert_eq!(days_of(&night, "2026-11-30T21:30", None), days);
        assert_eq!(
            days_of(&night, "2026-11-30T21:30", Some("2026-12-01T01:20")),
            days
        );
        assert_eq!(
            days_of(&night, "2026-11-30", Some("2026-12-01T01:20")),
            days
        );
        // The page came out between them, or its times contradict one another.
        assert_eq!(days_of(&night, "2026-11-30T12:00", None), None);
        assert_eq!(
            days_of(&night, "2026-11-30T21:30", Some("2026-12-05T01:20")),
            None
        );
    }
}
