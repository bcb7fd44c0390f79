//! Times as they are written, with the words they take and the days they stand for.

use jiff::civil::date;

use super::{READERS, Times, times};
use crate::lexicon::Lexicon;
use crate::syntax::Syntax;
use crate::text::Text;

/// The times of a text in a language, read in an article of 27 November 2025: words and days.
fn read_in(language: &str, sentence: &str) -> Vec<String> {
    let text = Text::verbatim(sentence);
    let lexicon = Lexicon::of(language).expect("there");
    let syntax = Syntax::of(&text, lexicon);
    let all = 0..syntax.tokens.len();
    times(&syntax, &lexicon.periods, &all, Some(date(2025, 11, 27)))
        .iter()
        .map(|time| {
            let words = syntax.span(&time.tokens).map(|span| text.slice(span));
            let day =
                |day: Option<jiff::civil::Date>| day.map_or("?".to_owned(), |day| day.to_string());
            format!(
                "{} [{} {}]",
                words.unwrap_or(""),
                day(time.from),
                day(time.to)
            )
        })
        .collect()
}

/// The words at which a reader finds a time although none was looked for there.
fn overlooked(language: &str, sentence: &str) -> Vec<String> {
    let text = Text::verbatim(sentence);
    let lexicon = Lexicon::of(language).expect("there");
    let syntax = Syntax::of(&text, lexicon);
    let end = syntax.tokens.len();
    let read = Times {
        syntax: &syntax,
        words: &lexicon.periods,
        published: Some(date(2025, 11, 27)),
    };
    (0..end)
        .filter(|at| !read.may_begin(*at))
        .filter(|at| {
            READERS
                .iter()
                .any(|reader| reader(read, *at, end).is_some())
        })
        .map(|at| syntax.word(at).to_owned())
        .collect()
}

fn check(language: &str, examples: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (sentence, expected) in examples {
        let got = read_in(language, sentence);
        let overlooked = overlooked(language, sentence);
        assert!(overlooked.is_empty(), "{sentence}: {overlooked:?}");
        if got != *expected {
            wrong.push(format!(
                "{sentence}\n  expected {expected:?}\n  got      {got:?}"
            ));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_part_is_read_with_its_head() {
    check(
        "en",
        &[
            (
                "The debt was 5 at the end of September.",
                &["at the end of September [2025-09-30 2025-09-30]"],
            ),
            (
                "It shuts 9 mines by the end of 2026.",
                &["by the end of 2026 [2026-12-31 2026-12-31]"],
            ),
            (
                "Rates reach 3% in the second quarter of 2027.",
                &["in the second quarter of 2027 [2027-04-01 2027-06-30]"],
            ),
            (
                "They sold 8 in the whole of 2024.",
                &["in the whole of 2024 [2024-01-01 2024-12-31]"],
            ),
            (
                "Sales were 7 in the first nine months of 2025.",
                &["in the first nine months of 2025 [2025-01-01 2025-09-30]"],
            ),
            (
                "It lost 7 in the last three months of 2024.",
                &["in the last three months of 2024 [2024-10-01 2024-12-31]"],
            ),
            (
                "It opened 4 shops in the first half of last year.",
                &["in the first half of last year [2024-01-01 2024-06-30]"],
            ),
            (
                "Growth was 2% in the third quarter.",
                &["in the third quarter [2025-07-01 2025-09-30]"],
            ),
            (
                "They pick 40 tonnes at the start of next year.",
                &["at the start of next year [2026-01-01 2026-01-01]"],
            ),
        ],
    );
}

#[test]
fn a_stretch_ends_with_a_time() {
    check(
        "en",
        &[
            (
                "Income fell in the six months to June 30.",
                &["in the six months to June 30 [2025-01-01 2025-06-30]"],
            ),
            (
                "Net flows were 900 in the year to March 2023.",
                &["in the year to March 2023 [2022-04-01 2023-03-31]"],
            ),
            (
                "It earned 5 in the quarter ended Sept. 30.",
                &["in the quarter ended Sept. 30 [2025-07-01 2025-09-30]"],
            ),
            (
                "In the week ending 14 June 30 fell ill.",
                &["In the week ending 14 June [2025-06-08 2025-06-14]"],
            ),
        ],
    );
}

#[test]
fn fiscal_years_codes_and_decades_are_times() {
    check(
        "en",
        &[
            (
                "It spent 4 in 2024-25 and 8 in 2026/27.",
                &["in 2024-25 [? ?]", "in 2026/27 [? ?]"],
            ),
            (
                "It spent 4 in the 2024-25 financial year.",
                &["in the 2024-25 financial year [? ?]"],
            ),
            (
                "Deaths rose in 1993-2002.",
                &["in 1993-2002 [1993-01-01 2002-12-31]"],
            ),
            ("Profit was 9 in fiscal 2025.", &["in fiscal 2025 [? ?]"]),
            (
                "It made 5 in H1 2025 and sells 6 by Q4 2027.",
                &[
                    "in H1 2025 [2025-01-01 2025-06-30]",
                    "by Q4 2027 [2027-10-01 2027-12-31]",
                ],
            ),
            (
                "Ice vanishes by the mid-2030s.",
                &["by the mid-2030s [? ?]"],
            ),
            (
                "The firm had 9 ships in the early 1990s.",
                &["in the early 1990s [1990-01-01 ?]"],
            ),
            (
                "It had 9 ships in the 1990s.",
                &["in the 1990s [1990-01-01 1999-12-31]"],
            ),
            ("He scored 9 goals this season.", &["this season [? ?]"]),
            (
                "Rents doubled over the last decade.",
                &["over the last decade [2015-11-27 2025-11-27]"],
            ),
            (
                "Exports fell in early 2024.",
                &["in early 2024 [2024-01-01 ?]"],
            ),
            (
                "First-half sales were 9.",
                &["First-half [2025-01-01 2025-06-30]"],
            ),
            ("A 5G mast stood in a quarter of towns.", &[]),
        ],
    );
}

#[test]
fn windows_have_two_ends() {
    check(
        "en",
        &[
            (
                "It was open from Nov. 26 to 28.",
                &["from Nov. 26 to 28 [2024-11-26 2024-11-28]"],
            ),
            (
                "They asked 9 between 3 and 5 June 2021.",
                &["between 3 and 5 June 2021 [2021-06-03 2021-06-05]"],
            ),
            (
                "The fair runs June 3-5.",
                &["June 3-5 [2025-06-03 2025-06-05]"],
            ),
            (
                "It sold 9 in January-September.",
                &["in January-September [2025-01-01 2025-09-30]"],
            ),
            (
                "Snow fell from November to March 2024.",
                &["from November to March 2024 [2023-11-01 2024-03-31]"],
            ),
            (
                "Eight trains were late on Monday and Tuesday.",
                &["on Monday and Tuesday [2025-11-24 2025-11-25]"],
            ),
            (
                "Eight trains were late between Friday and Sunday.",
                &["between Friday and Sunday [2025-11-21 2025-11-23]"],
            ),
            (
                "It ran between 2016 and 2019.",
                &["between 2016 and 2019 [2016-01-01 2019-12-31]"],
            ),
        ],
    );
}

#[test]
fn a_time_can_be_told_from_another() {
    check(
        "en",
        &[
            (
                "Takings sank to 4 in 2024 from 10 the year before.",
                &[
                    "in 2024 [2024-01-01 2024-12-31]",
                    "the year before [2023-01-01 2023-12-31]",
                ],
            ),
            (
                "Takings were 4 in March, against 6 a month earlier.",
                &[
                    "in March [2025-03-01 2025-03-31]",
                    "a month earlier [2025-02-01 2025-02-28]",
                ],
            ),
            (
                "They were 6 a year earlier.",
                &["a year earlier [2024-11-27 2024-11-27]"],
            ),
            ("It closed the day before the vote.", &[]),
        ],
    );
}

#[test]
fn hebrew_times_come_from_its_own_words() {
    check(
        "he",
        &[
            (
                "בשנת 2024 נהרגו 410 בני אדם.",
                &["בשנת 2024 [2024-01-01 2024-12-31]"],
            ),
            (
                "הייצוא ירד ב-0.5% בספטמבר.",
                &["בספטמבר [2025-09-01 2025-09-30]"],
            ),
            (
                "נמכרו 40 דירות בשבוע שעבר.",
                &["בשבוע שעבר [2025-11-17 2025-11-23]"],
            ),
            ("אתמול נעצרו 9 נהגים.", &["אתמול [2025-11-26 2025-11-26]"]),
            (
                "נפתחו 12 סניפים מאז 2019.",
                &["מאז 2019 [2019-01-01 2025-11-27]"],
            ),
            ("נבנו 70 בתים ב-2021.", &["ב-2021 [2021-01-01 2021-12-31]"]),
            (
                "היו 300 תלמידים לפני חמש שנים.",
                &["לפני חמש שנים [2020-11-27 2020-11-27]"],
            ),
            (
                "ביום שלישי הגיעו 30 אורחים.",
                &["ביום שלישי [2025-11-25 2025-11-25]"],
            ),
            (
                "נספרו 80 עופות בחודש האחרון.",
                &["בחודש האחרון [2025-10-27 2025-11-27]"],
            ),
            (
                "החוב היה 5 מיליארד בסוף 2024.",
                &["בסוף 2024 [2024-12-31 2024-12-31]"],
            ),
        ],
    );
}

#[test]
fn so_many_units_of_something_or_somewhere_are_a_time() {
    check(
        "en",
        &[
            (
                "Some 40 left within a week of the storm.",
                &["within a week [? ?]"],
            ),
            ("It killed 9 in 24 hours in Olmo.", &["in 24 hours [? ?]"]),
            ("It failed 9 times in a quarter of cases.", &[]),
        ],
    );
}
