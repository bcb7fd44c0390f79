//! Who runs the program and what time it is.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Unit};

use crate::project::Stamp;

/// The stamp of a change made now; without a name, the account's.
pub(super) fn stamp(by: Option<&str>) -> Stamp {
    let account = || {
        ["USER", "USERNAME", "LOGNAME"]
            .iter()
            .find_map(|name| std::env::var(name).ok())
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| "unknown".to_owned())
    };
    Stamp {
        by: by.map_or_else(account, str::to_owned),
        at: time(),
    }
}

/// The day of a stamp as it is here.
pub(super) fn day(stamp: &Stamp) -> Option<Date> {
    stamp.day_in(TimeZone::system())
}

/// The time for a report, ISO 8601.
pub(super) fn time() -> String {
    now().to_string()
}

fn now() -> Timestamp {
    let now = Timestamp::now();
    now.round(Unit::Second).unwrap_or(now)
}
