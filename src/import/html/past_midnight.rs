//! Days of items that tell their time of day alone, newest first: where 23:50 stands below 00:10, a day has passed.

use jiff::civil::Date;

use super::ticker::ITEMS;
use crate::article::Moment;

/// Hours between the newest item and the time that the page gives, at the most, in minutes.
const FRESH: i32 = 3 * 60;
/// A time that is later by less below another is out of order, no day before, in minutes.
const NIGHT: i32 = 6 * 60;

/// Minutes since midnight of a moment, where its time is known: "2026-11-30T00:20+02:00".
pub(super) fn minutes_of(moment: &Moment) -> Option<i32> {
    let written = moment.to_string();
    let mut parts = written.get(11..16)?.split(':');
    let hour: i32 = parts.next()?.parse().ok()?;
    let minute: i32 = parts.next()?.parse().ok()?;
    Some(hour * 60 + minute)
}

/// The day of each item, by their times of day in minutes and the moment the page gives; nothing where it is unclear
/// whether they run from the newest to the oldest, or on which day the newest came.
pub(super) fn days(times: &[i32], page: &Moment) -> Option<Vec<Date>> {
    let (first, last) = (times.first()?, times.last()?);
    let now = minutes_of(page)?;
    let rises = || {
        times
            .windows(2)
            .filter(|pair| matches!(pair, [a, b] if b > a))
    };
    let nights = rises().filter(|pair| matches!(pair, [a, b] if b - a >= NIGHT));
    let passed = rises().count();
    let ordered = passed > 0 && nights.count() == passed && passed * 2 < times.len();
    let fresh = (0..=FRESH).contains(&(now - first));
    // The time that the page gives may be that of its oldest item.
    let began = (0..=FRESH).contains(&(last - now));
    if times.len() < ITEMS || !ordered || !fresh || began {
        return None;
    }
    let mut day = page.date();
    let mut days = vec![day];
    for pair in times.windows(2) {
        if matches!(pair, [a, b] if b > a) {
            day = day.yesterday().ok()?;
        }
        days.push(day);
    }
    Some(days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_day_goes_back_where_times_pass_midnight() {
        let days_of = |times: &[i32], page: &str| {
            let page = page.parse().expect("a moment");
            days(times, &page).map(|days| days.iter().map(|day| day.day()).collect::<Vec<_>>())
        };
        let night = [15, 5, 1430, 1000, 600, 1200];
        assert_eq!(
            days_of(&night, "2026-12-01T00:20+02:00"),
            Some(vec![1, 1, 30, 30, 30, 29])
        );
        // Nobody can tell the day of the newest, or one item is out of its order.
        assert_eq!(days_of(&night, "2026-12-01T14:20"), None);
        assert_eq!(days_of(&night, "2026-12-01"), None);
        assert_eq!(
            days_of(&[15, 1430, 1000, 1100, 500], "2026-12-01T00:20"),
            None
        );
        assert_eq!(
            days_of(&[900, 800, 830, 700, 600], "2026-12-01T15:20"),
            None
        );
    }
}
