//! Words of times: from them a period gets its dates.

use serde::Deserialize;

/// A length of time that a calendar has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum TimeUnit {
    /// Sixty minutes.
    Hour,
    /// A day.
    Day,
    /// Seven days, from Monday.
    Week,
    /// A month.
    Month,
    /// A year.
    Year,
}

/// Words of times of one language, in lower case.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodWords {
    /// "week", "weeks".
    pub units: Vec<(String, TimeUnit)>,
    /// The months from January on, each with all its names.
    pub months: Vec<Vec<String>>,
    /// The days of the week from Monday on, each with all its names.
    pub weekdays: Vec<Vec<String>>,
    /// Small numbers in words: "five" is 5, "a" is 1.
    pub numbers: Vec<(String, i32)>,
    /// Days counted from the article's: "yesterday" is -1.
    pub days: Vec<(String, i32)>,
    /// Units counted from the article's: "last" is -1.
    pub offsets: Vec<(String, i32)>,
    /// "the", before "past week".
    pub the: Vec<String>,
    /// "past" in "over the past week".
    pub past: Vec<String>,
    /// "next" in "over the next three years".
    pub coming: Vec<String>,
    /// "since".
    pub since: Vec<String>,
    /// "ago".
    pub ago: Vec<String>,
    /// "before" in "before the war".
    pub before: Vec<String>,
    /// "in" in "in 24 hours".
    pub within: Vec<String>,
    /// "on" in "on Tuesday".
    pub on: Vec<String>,
    /// Before a year: "in 2015".
    pub year_leads: Vec<String>,
    /// Before a year that is part of a window: "since 2015".
    pub year_neighbours: Vec<String>,
    /// Names of months that are also verbs, when written small or alone.
    pub also_verbs: Vec<String>,
    /// Windows: the word before the first time, and the words between the two; "" is no word at all.
    pub windows: Vec<(String, Vec<String>)>,
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn english_has_twelve_months_and_seven_days() {
        let words = &Lexicon::of("en").expect("English is there").periods;
        assert_eq!((words.months.len(), words.weekdays.len()), (12, 7));
    }
}
