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
    /// Three months, from January, April, July or October.
    Quarter,
    /// A year.
    Year,
    /// Ten years, from one that ends in 0.
    Decade,
}

/// Which part of a time a word names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Part {
    /// "the start of March": its first day.
    Start,
    /// "the end of March": its last day.
    End,
    /// "the middle of March".
    Middle,
    /// "the whole of 2024".
    Whole,
    /// "the rest of 2024": some stretch of it.
    Some,
    /// "the second quarter of 2024": with an ordinal.
    Quarter,
    /// "the first half of 2024": with an ordinal.
    Half,
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
    /// "previous" in "the previous year": told from another time of the sentence.
    #[serde(default)]
    pub former: Vec<String>,
    /// "before" in "the year before", "earlier" in "a year earlier".
    #[serde(default)]
    pub earlier: Vec<String>,
    /// "recent" in "in recent weeks".
    #[serde(default)]
    pub recent: Vec<String>,
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
    /// Words that may lead to a time and belong to it: "by the end of 2026".
    #[serde(default)]
    pub leads: Vec<String>,
    /// Two words before the day a figure held: "as of".
    #[serde(default)]
    pub as_of: Vec<(String, String)>,
    /// Parts of a time.
    #[serde(default)]
    pub parts: Vec<(String, Part)>,
    /// Which of its quarters or months: "first" is 1, "last" is -1.
    #[serde(default)]
    pub ordinals: Vec<(String, i32)>,
    /// "of" in "the end of March".
    #[serde(default)]
    pub of: Vec<String>,
    /// Whether a part stands right before its time, and an ordinal behind its noun.
    #[serde(default)]
    pub construct: bool,
    /// "early" in "early 2024".
    #[serde(default)]
    pub shades: Vec<(String, Part)>,
    /// "same" in "the same quarter of 2024".
    #[serde(default)]
    pub same: Vec<String>,
    /// Times that are no unit of the calendar: "period", "season".
    #[serde(default)]
    pub spells: Vec<String>,
    /// Seasons of the year.
    #[serde(default)]
    pub seasons: Vec<String>,
    /// "to", "ended" in "the six months to June".
    #[serde(default)]
    pub ends: Vec<String>,
    /// "fiscal" in "fiscal 2025".
    #[serde(default)]
    pub fiscal: Vec<String>,
    /// "FY" in "FY25", "Q" in "Q3 2024", "H" in "H1".
    #[serde(default)]
    pub codes: Vec<(String, Part)>,
    /// "so far" before "this year".
    #[serde(default)]
    pub so_far: Vec<(String, String)>,
    /// Letters written onto a year with a hyphen.
    #[serde(default)]
    pub glued: Vec<String>,
    /// Words of one time with its unit: "this year" as one word.
    #[serde(default)]
    pub current: Vec<(String, TimeUnit)>,
    /// Two units in one word.
    #[serde(default)]
    pub pairs: Vec<(String, TimeUnit)>,
    /// "last" behind its unit, counted as in `offsets`.
    #[serde(default)]
    pub offsets_behind: Vec<(String, i32)>,
    /// "past" behind its units.
    #[serde(default)]
    pub past_behind: Vec<String>,
    /// "ago" before its units.
    #[serde(default)]
    pub ago_before: Vec<String>,
    /// Words that set another figure beside a figure: "from 47% in 2017".
    #[serde(default)]
    pub comparing: Vec<String>,
    /// Between such a word and a time alone: "five times what it was a year ago".
    #[serde(default)]
    pub compared: Vec<String>,
    /// "highest" in "the highest since 2021", which dates a record and no figure.
    #[serde(default)]
    pub records: Vec<String>,
    /// "who" in "the firm, which opened in 2016, employs": begins what is told of a thing on the side.
    #[serde(default)]
    pub asides: Vec<String>,
    /// They begin a clause with a time of its own: "but".
    #[serde(default)]
    pub contrasts: Vec<String>,
    /// Before a time that lies ahead: "and plans to close 60 **by** 2028".
    #[serde(default)]
    pub ahead: Vec<String>,
    /// Verbs of how a thing began: "opened", "launched".
    #[serde(default)]
    pub begins: Vec<String>,
    /// Verbs of what holds now: "has", "employs".
    #[serde(default)]
    pub present: Vec<String>,
}

impl PeriodWords {
    /// Words of which one stands in every time that is told in words, behind nothing but [`Self::leading`] ones.
    pub(super) fn beginnings(&self) -> Vec<&str> {
        let units = [&self.units, &self.current, &self.pairs];
        let parts = [&self.parts, &self.shades, &self.codes];
        let counted = [&self.days, &self.offsets, &self.ordinals];
        let plain = [
            &self.past,
            &self.former,
            &self.recent,
            &self.coming,
            &self.since,
            &self.before,
            &self.same,
            &self.spells,
            &self.seasons,
            &self.fiscal,
        ];
        let named = self.months.iter().chain(&self.weekdays).flatten();
        (units.into_iter().flatten().map(|(word, _)| word))
            .chain(parts.into_iter().flatten().map(|(word, _)| word))
            .chain(counted.into_iter().flatten().map(|(word, _)| word))
            .chain(plain.into_iter().flatten())
            .chain(self.so_far.iter().map(|(word, _)| word))
            .chain(named)
            .map(String::as_str)
            .collect()
    }

    /// Words that may stand before the first of [`Self::beginnings`].
    pub(super) fn leading(&self) -> Vec<&str> {
        let plain = [
            &self.the,
            &self.leads,
            &self.within,
            &self.on,
            &self.year_leads,
            &self.ago_before,
        ];
        let openers = self.windows.iter().map(|(opener, _)| opener);
        let as_of = self
            .as_of
            .iter()
            .flat_map(|(first, second)| [first, second]);
        (plain.into_iter().flatten())
            .chain(self.numbers.iter().map(|(word, _)| word))
            .chain(openers.filter(|opener| !opener.is_empty()))
            .chain(as_of)
            .map(String::as_str)
            .collect()
    }
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
