//! The time, for stamps; the one place of the window that reads it.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::project::Stamp;

/// Now, ISO 8601 in UTC to the second: "2026-11-22T18:04:09Z".
pub fn now() -> String {
    let now = jiff::Timestamp::now();
    let whole = jiff::Timestamp::from_second(now.as_second()).unwrap_or(now);
    whole.to_string()
}

/// The day of a stamp as it is here.
pub fn day(stamp: &Stamp) -> Option<Date> {
    stamp.day_in(TimeZone::system())
}
