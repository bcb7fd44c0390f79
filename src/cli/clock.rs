//! Who runs the program and what time it is.

use jiff::{Timestamp, Unit};

use crate::project::Stamp;

/// The stamp of a change made now; without a name, that of the window's settings, or the account's.
pub(super) fn stamp(by: Option<&str>) -> Stamp {
    let account = || {
        ["USER", "USERNAME", "LOGNAME"]
            .iter()
            .find_map(|name| std::env::var(name).ok())
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| "unknown".to_owned())
    };
    Stamp {
        by: by
            .map(str::to_owned)
            .or_else(name_in_settings)
            .unwrap_or_else(account),
        at: time(),
    }
}

#[cfg(feature = "app")]
fn name_in_settings() -> Option<String> {
    crate::app::name_in_settings()
}

#[cfg(not(feature = "app"))]
const fn name_in_settings() -> Option<String> {
    None
}

/// The time for a report, ISO 8601.
pub(super) fn time() -> String {
    now().to_string()
}

fn now() -> Timestamp {
    let now = Timestamp::now();
    now.round(Unit::Second).unwrap_or(now)
}
