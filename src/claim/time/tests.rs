//! Whose the times of a sentence are.

use jiff::civil::Date;

use crate::article::Article;
use crate::claim::extract;
use crate::text::Text;

/// The periods of the figures of a text, "-" for none.
fn periods(text: &str) -> Vec<String> {
    let article = Article::of_text(Text::verbatim(text));
    extract(&article)
        .iter()
        .map(|found| {
            let period = found.reading.period.as_ref();
            period.map_or("-".to_owned(), |period| period.words.text.clone())
        })
        .collect()
}

fn check(examples: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, expected) in examples {
        let got = periods(text);
        if got != *expected {
            wrong.push(format!("{text}: expected {expected:?}, got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn what_a_figure_is_compared_with_keeps_its_time() {
    check(&[
        (
            "The lake was 80% full versus 91% a year ago.",
            &["-", "a year ago"],
        ),
        (
            "Attendance was 85%, up from 47% in 2017.",
            &["-", "in 2017"],
        ),
        (
            "The herd numbers 42,000, against 15,000 in 2012.",
            &["-", "in 2012"],
        ),
        (
            "Rents rose 2% from a year earlier to $900.",
            &["a year earlier", "-"],
        ),
        (
            "Takings sank to $4 million in 2024 from $10 million the year before.",
            &["in 2024", "the year before"],
        ),
        (
            "It sold 40 boats in 2024, fewer than the 60 in 2023.",
            &["in 2024", "in 2023"],
        ),
    ]);
}

#[test]
fn a_time_belongs_to_its_own_clause() {
    check(&[
        (
            "The pond was 61% full; in 2021 it was 58% full.",
            &["-", "in 2021"],
        ),
        (
            "The ferry has 40 boats and plans to sell 6 by 2028.",
            &["-", "by 2028"],
        ),
        (
            "The inn has 30 beds, but it lost 4 beds in 2023.",
            &["-", "in 2023"],
        ),
        (
            "The storm sank 12 boats in 24 hours and left 300 sailors ashore.",
            &["in 24 hours", "-", "-"],
        ),
        (
            "It carried 40 goats (12 of them kids in 2019).",
            &["-", "in 2019"],
        ),
        (
            "Growth in rents was 11%, up 2 points on last month.",
            &["-", "last month"],
        ),
        (
            "In 2024 the farm sold 30 goats and bought 40 sheep.",
            &["In 2024", "In 2024"],
        ),
    ]);
}

#[test]
fn a_record_is_no_period() {
    check(&[
        ("Joblessness is 5%, the highest since 2021.", &["-"]),
        ("The worst flood since 2014 killed 40.", &["-"]),
        ("Some 40 wells have run dry since 2014.", &["since 2014"]),
    ]);
}

#[test]
fn what_is_told_on_the_side_has_its_own_time() {
    check(&[
        (
            "The ministry, which spent $2 million in 2024-25, said 360 people were housed at the end of May.",
            &["in 2024-25", "at the end of May"],
        ),
        (
            "The bridge, which carries 900 carts a day, was rebuilt in 2022.",
            &["-"],
        ),
        (
            "The firm employs 300 people and was founded in 2016.",
            &["-"],
        ),
        (
            "The blast killed 3 miners and injured 8 in 2016.",
            &["in 2016", "in 2016"],
        ),
    ]);
}

#[test]
fn a_day_that_names_a_thing_gives_way_to_a_day_of_its_own() {
    check(&[
        (
            "About 500 divers were hired for the March 3 rescue in the harbour last week, the paper wrote.",
            &["last week"],
        ),
        ("About 500 divers joined the March 3 rescue.", &["March 3"]),
    ]);
}

#[test]
fn an_item_of_a_live_page_holds_for_its_own_day() {
    let mut article = Article::of_text(Text::verbatim(
        "Goats at sea\n\n00:20 The ferry said 17 goats were lost.\n\n12 November 2026, 23:50 The ferry said 31 goats \
         were missing. Some 40 were safe. About 12 had come back since Monday.",
    ));
    article.metadata.published = "2026-11-13".parse().ok();
    let held: Vec<_> = extract(&article)
        .iter()
        .map(|found| {
            let day = found.reading.as_of.as_ref().map(|as_of| as_of.date.day());
            let period = found.reading.period.as_ref();
            let written = period.map(|period| period.words.text.clone());
            let from = period.and_then(|period| period.from).map(Date::day);
            (
                article.text.slice(found.span).to_owned(),
                day,
                written,
                from,
            )
        })
        .collect();
    let told = |figure: &str| {
        let found = held.iter().find(|(quote, ..)| quote.starts_with(figure));
        let (_, day, written, from) = found.expect("a figure");
        (*day, written.as_deref(), *from)
    };
    assert_eq!(told("17"), (Some(13), Some("00:20"), None));
    assert_eq!(
        told("31"),
        (Some(12), Some("12 November 2026, 23:50"), None)
    );
    assert_eq!(told("Some 40"), (Some(12), None, None));
    assert_eq!(told("About 12"), (Some(12), Some("since Monday"), Some(9)));
}

#[test]
fn an_item_of_several_paragraphs_holds_for_its_day_in_all_of_them() {
    let mut article = Article::of_text(Text::verbatim(
        "Goats at sea\n\n12 November 2026, 23:50 Bridge shut\n\nThe ferry said 31 goats were missing.\n\nSome 40 were \
         safe.\n\n00:20 Night\n\nAbout 17 goats were lost.\n\n12 November 2026, 22:10 Farm\n\nSome 50 goats fled.\n\nNearly 60 \
         goats stayed.\n\nThe vale has 900 goats.",
    ));
    article.metadata.published = "2026-11-13".parse().ok();
    let days = extract(&article).into_iter().map(|found| {
        let day = found.reading.as_of.map(|as_of| as_of.date.day());
        (article.text.slice(found.span).to_owned(), day)
    });
    let days: Vec<_> = days.collect();
    let told = |figure: &str| {
        let found = days.iter().find(|(quote, _)| quote.contains(figure));
        found.and_then(|(_, day)| *day)
    };
    for (figure, day) in [
        ("31", 12),
        ("40", 12),
        ("17", 13),
        ("50", 12),
        ("60", 12),
        ("900", 13),
    ] {
        assert_eq!(told(figure), Some(day), "{figure}");
    }
}

#[test]
fn when_a_thing_was_made_is_no_time_of_what_it_does_now() {
    check(&[
        (
            "The bridge, built in 1931 at a cost of 3 million crowns, carries 400 goats a day.",
            &["in 1931", "-"],
        ),
        ("Founded in 1998, the dairy employs 300 people.", &["-"]),
        ("Arrested in 2019, the herders lost 40 goats.", &["in 2019"]),
    ]);
}
