//! A point in time as far as it is known: a date, perhaps a time of day, perhaps its offset from UTC.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};

/// An ISO 8601 time as it is read: "2026-03-02T14:05:09Z" as "2026-03-02 14:05 UTC"; anything else as it is.
pub fn to_the_minute(written: &str) -> String {
    let parts = written.get(..16).zip(written.get(16..));
    match parts {
        Some((minute, rest)) if minute.get(10..11) == Some("T") => {
            let zone =
                rest.trim_start_matches(|c: char| c == ':' || c == '.' || c.is_ascii_digit());
            let zone = if zone == "Z" { "UTC" } else { zone };
            format!("{} {zone}", minute.replace('T', " "))
                .trim_end()
                .to_owned()
        }
        _ => written.to_owned(),
    }
}

/// A date with, where known, the time and its offset; written as ISO 8601: "2022-09-27", "2022-09-27T18:04+03:00".
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Moment {
    date: Date,
    written: String,
}

impl Moment {
    /// The calendar day, in the zone it was written in.
    pub const fn date(&self) -> Date {
        self.date
    }
}

impl From<Date> for Moment {
    fn from(date: Date) -> Self {
        Self {
            date,
            written: date.to_string(),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl FromStr for Moment {
    type Err = String;

    /// Reads ISO 8601 dates and date-times; the offset, if any, is kept as written.
    fn from_str(text: &str) -> Result<Self, String> {
        let written = text.trim();
        let date = written
            .parse::<Date>()
            .or_else(|_| written.parse::<DateTime>().map(DateTime::date))
            .or_else(|_| {
                let local = written
                    .get(..19)
                    .or_else(|| written.get(..16))
                    .unwrap_or_default();
                local.parse::<DateTime>().map(DateTime::date)
            });
        match date {
            Ok(date) => Ok(Self {
                date,
                written: written.to_owned(),
            }),
            Err(_) => Err(format!(
                "“{written}” is not a date such as 2022-09-27 or 2022-09-27T18:04+03:00"
            )),
        }
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.written
    }
}

impl TryFrom<String> for Moment {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_times_keep_their_writing() {
        for written in [
            "2022-09-27",
            "2022-09-27T18:04:00+03:00",
            "2022-09-27T18:04:05Z",
        ] {
            let moment: Moment = written.parse().expect("a date");
            assert_eq!(
                (moment.date().to_string(), moment.to_string()),
                ("2022-09-27".to_owned(), written.to_owned())
            );
        }
        assert!("27 September".parse::<Moment>().is_err());
    }
}
