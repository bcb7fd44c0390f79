//! The words importers need, parsed once from embedded RON.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

/// Words that tell a language, a month or an author.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Words {
    /// Common words by ISO 639-1 code.
    pub(super) languages: BTreeMap<String, BTreeSet<String>>,
    language_names: BTreeMap<String, String>,
    months: BTreeMap<i8, BTreeSet<String>>,
    within_dates: BTreeSet<String>,
    weekdays: BTreeMap<i8, BTreeSet<String>>,
    by: BTreeSet<String>,
    staff: BTreeSet<String>,
    ads: BTreeSet<String>,
    boxes: BTreeSet<String>,
    fact_boxes: BTreeSet<String>,
    plugins: BTreeSet<String>,
    closers: BTreeSet<String>,
    consents: BTreeSet<String>,
    corrections: BTreeSet<String>,
    correction_sentences: BTreeSet<String>,
    comments: BTreeSet<String>,
    robot_checks: BTreeSet<String>,
    imprints: BTreeSet<String>,
    buttons: BTreeSet<String>,
    published: BTreeSet<String>,
    updated: BTreeSet<String>,
    forwards: BTreeSet<String>,
    replies: BTreeSet<String>,
    senders: BTreeSet<String>,
    days: BTreeSet<String>,
    subjects: BTreeSet<String>,
    and: BTreeSet<String>,
    outlets: BTreeSet<String>,
    papers_begin: BTreeSet<String>,
    zones: BTreeMap<String, String>,
    zones_of_season: BTreeMap<String, (String, String)>,
    halves: BTreeMap<String, u8>,
    ago: BTreeSet<String>,
    clocks: BTreeSet<String>,
    time_boxes: BTreeSet<String>,
    compound_ends: BTreeSet<String>,
    textless: BTreeMap<String, BTreeSet<String>>,
    near_days: BTreeSet<String>,
    months_in_dates: BTreeMap<String, Vec<String>>,
}

static PARSED: LazyLock<Result<Words, String>> = LazyLock::new(|| {
    ron::from_str(include_str!("../../assets/import/words.ron")).map_err(|error| error.to_string())
});

static NONE: LazyLock<Words> = LazyLock::new(Words::default);

impl Words {
    pub(super) fn all() -> &'static Self {
        PARSED.as_ref().unwrap_or(&NONE)
    }

    /// What a language is called, by its ISO 639-1 code: "Russian".
    pub(super) fn language_name(&self, code: &str) -> Option<&str> {
        self.language_names.get(code).map(String::as_str)
    }

    /// The number of a month, 1 to 12.
    pub(super) fn month(&self, word: &str) -> Option<i8> {
        let word = word.trim_end_matches('.').to_lowercase();
        let named = |word: &str| {
            let mut months = self.months.iter();
            months.find(|(_, names)| names.contains(word))
        };
        // Hebrew writes "in" onto the month.
        named(&word)
            .or_else(|| named(word.strip_prefix('ב')?))
            .map(|(month, _)| *month)
    }

    /// Whether this word stands between the parts of a date: "5 **de** mayo **de** 2024".
    pub(super) fn is_within_dates(&self, word: &str) -> bool {
        self.within_dates.contains(&word.to_lowercase())
    }

    /// Hours to add in this half of the day: 0 for "am", 12 for "PM".
    pub(super) fn half(&self, word: &str) -> Option<u8> {
        self.halves.get(&word.to_lowercase()).copied()
    }

    /// The offset of a zone from Greenwich: "+03:00", "Z".
    pub(super) fn zone(&self, name: &str) -> Option<&str> {
        self.zones.get(&name.to_lowercase()).map(String::as_str)
    }

    /// The offsets of a zone of North America in winter and in summer, by its name in capital letters: "ET".
    pub(super) fn zone_of_season(&self, name: &str) -> Option<(&str, &str)> {
        let (winter, summer) = self.zones_of_season.get(name)?;
        Some((winter, summer))
    }

    /// Whether it is a day of the week.
    pub(super) fn is_weekday(&self, word: &str) -> bool {
        self.weekday(word).is_some()
    }

    /// The number of a day of the week, from 1 for Monday.
    pub(super) fn weekday(&self, word: &str) -> Option<i8> {
        let word = word.to_lowercase();
        let mut days = self.weekdays.iter();
        days.find(|(_, names)| names.contains(&word))
            .map(|(day, _)| *day)
    }

    /// Whether it tells a day by today: "yesterday".
    pub(super) fn is_near_day(&self, word: &str) -> bool {
        self.near_days.contains(&word.to_lowercase())
    }

    /// The name of a month, 1 to 12, inside a date in this language.
    pub(super) fn month_in_date(&self, language: &str, month: i8) -> Option<&str> {
        let names = self.months_in_dates.get(language)?;
        let place = usize::try_from(month).ok()?.checked_sub(1)?;
        names.get(place).map(String::as_str)
    }

    /// Whether an author's name follows this word.
    pub(super) fn is_by(&self, word: &str) -> bool {
        self.by.contains(&word.to_lowercase())
    }

    /// Whether this word stands in the place of an author's name.
    pub(super) fn is_staff(&self, word: &str) -> bool {
        self.staff.contains(&word.to_lowercase())
    }
}

impl Words {
    /// Whether this word tells that a name is one of a paper, an agency or a station.
    pub(super) fn is_of_an_outlet(&self, word: &str) -> bool {
        self.outlets.contains(&word.to_lowercase())
    }

    /// Whether the name of a paper may begin with this word, an article in the sense of grammar.
    pub(super) fn is_article_of_a_paper(&self, word: &str) -> bool {
        self.papers_begin.contains(&word.to_lowercase())
    }

    /// Whether the place of an advertisement has this class or name.
    pub(super) fn is_of_an_ad(&self, name: &str) -> bool {
        self.ads.contains(&name.to_lowercase())
    }

    /// Whether a box with this word in its class or name is none of the text.
    pub(super) fn is_of_a_box(&self, word: &str) -> bool {
        self.boxes.contains(word)
    }

    /// Whether a box with this word in its class or name holds facts of the article it stands beside.
    pub(super) fn is_of_a_fact_box(&self, word: &str) -> bool {
        self.fact_boxes.contains(word)
    }

    /// Whether a box with this class or name was put into the page by a program for sites, and is none of the text.
    pub(super) fn is_of_a_plugin(&self, name: &str) -> bool {
        let name = name.to_lowercase();
        self.plugins
            .iter()
            .any(|start| name.starts_with(start.as_str()))
    }

    /// Whether a question for leave to follow a reader about has this word.
    pub(super) fn is_of_consent(&self, word: &str) -> bool {
        self.consents.contains(&word.to_lowercase())
    }

    /// Whether a line says what was wrong in an article: "Correction: …", "This article was amended on …".
    pub(super) fn is_correction(&self, line: &str) -> bool {
        let line = line
            .trim_start_matches(['•', '*', '–', '-', ' '])
            .to_lowercase();
        let label = line.split([':', '(', '—', '–']).next().unwrap_or_default();
        let is_labelled = label.len() < line.len() && self.corrections.contains(label.trim());
        let mut sentences = self.correction_sentences.iter();
        is_labelled || sentences.any(|start| line.starts_with(start.as_str()))
    }

    /// Whether a correction follows a line of these words, all there are.
    pub(super) fn is_heading_of_correction(&self, words: &str) -> bool {
        self.corrections
            .contains(&words.trim_end_matches([':', '.']).to_lowercase())
    }

    /// Whether these words, all there are, stand above what readers write below an article: "Comments (12)", "3 comments".
    pub(super) fn is_heading_of_comments(&self, words: &str) -> bool {
        let is_of_count = |c: char| c.is_numeric() || c.is_whitespace() || "(),.:".contains(c);
        self.comments
            .contains(&words.trim_matches(is_of_count).to_lowercase())
    }

    /// Whether a page with this title asks whether its reader is a machine, in place of the article: "Just a moment...",
    /// "Attention Required! | Cloudflare".
    pub(super) fn is_robot_check(&self, title: &str) -> bool {
        let title = title.split(['|', '–', '—']).next().unwrap_or_default();
        let title = title.split(" - ").next().unwrap_or_default();
        let title = title.trim_end_matches(['.', '…', '!', '?', ' ']).trim();
        self.robot_checks.contains(&title.to_lowercase())
    }

    /// Whether an article has ended above a line of these words.
    pub(super) fn is_closer(&self, words: &str) -> bool {
        let words = words.trim_end_matches([':', '.', '…', ' ']);
        self.closers.contains(&words.to_lowercase())
    }

    /// Whether a line that tells whose a page is begins like this.
    pub(super) fn is_imprint(&self, line: &str) -> bool {
        let line = line.to_lowercase();
        let mut starts = self.imprints.iter();
        starts.any(|start| line.starts_with(start.as_str()))
    }

    /// Whether these words, all there are, are clicked at the foot of a page.
    pub(super) fn is_button(&self, words: &str) -> bool {
        self.buttons.contains(&words.to_lowercase())
    }

    /// Whether the day of publication follows this word.
    pub(super) fn is_published(&self, word: &str) -> bool {
        self.published.contains(&word.to_lowercase())
    }

    /// Whether the day of a later edition follows this word.
    pub(super) fn is_updated(&self, word: &str) -> bool {
        self.updated.contains(&word.to_lowercase())
    }

    /// Whether this word ends compounds with a hyphen: "sheep-related".
    pub(super) fn ends_compounds(&self, word: &str) -> bool {
        self.compound_ends.contains(&word.to_lowercase())
    }

    /// Whether this word makes a span of time one that ends now: "5 min ago", "vor 5 Min."
    pub(super) fn is_ago(&self, word: &str) -> bool {
        self.ago.contains(&word.to_lowercase())
    }

    /// Whether this word makes a figure before it a time of day: "23.50 Uhr".
    pub(super) fn is_clock(&self, word: &str) -> bool {
        self.clocks.contains(&word.to_lowercase())
    }

    /// Whether a box with this word in its class holds a time of day.
    pub(super) fn is_of_a_time_box(&self, word: &str) -> bool {
        self.time_boxes.contains(&word.to_lowercase())
    }

    /// What a file without text is whose name ends so: "a picture" for "jpg".
    pub(super) fn textless(&self, ending: &str) -> Option<&str> {
        let mut sorts = self.textless.iter();
        sorts
            .find(|(_, endings)| endings.contains(ending))
            .map(|(what, _)| what.as_str())
    }

    /// Whether these words stand above a mail that is forwarded.
    pub(super) fn is_forward(&self, words: &str) -> bool {
        self.forwards.contains(&words.to_lowercase())
    }

    /// Whether the subject of an answer begins with this word.
    pub(super) fn is_reply(&self, word: &str) -> bool {
        self.replies.contains(&word.to_lowercase())
    }

    /// What a field of a mail tells by its name: "byline", "published", "title".
    pub(super) fn field(&self, name: &str) -> Option<&'static str> {
        let name = name.to_lowercase();
        let fields = [
            (&self.senders, "byline"),
            (&self.days, "published"),
            (&self.subjects, "title"),
        ];
        let mut fields = fields.into_iter();
        fields
            .find(|(names, _)| names.contains(&name))
            .map(|(_, facet)| facet)
    }

    /// Whether this word stands between the names of two authors.
    pub(super) fn is_and(&self, word: &str) -> bool {
        self.and.contains(&word.to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_well_formed_and_knows_twelve_months() {
        let words = PARSED.as_ref().expect("assets/import/words.ron");
        assert_eq!(
            words.months.keys().copied().collect::<Vec<_>>(),
            (1..=12).collect::<Vec<_>>()
        );
        assert_eq!(words.month("Sept."), Some(9));
        assert_eq!(words.month("בספטמבר"), Some(9));
    }
}
