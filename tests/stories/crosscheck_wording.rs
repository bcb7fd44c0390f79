//! How answers are put into words, and what must not be laid side by side.

use countercheck::crosscheck::Answer::{Agrees, CompatibleBound, UpdatedOverTime};
use countercheck::crosscheck::{Link, LinkKind};

use super::crosscheck::{Pile, pile};

/// The sentence of a pair.
fn why(pile: &Pile, a: (u32, &str), b: (u32, &str)) -> String {
    let (x, y) = (pile.claim(a.0, a.1), pile.claim(b.0, b.1));
    let between = |c: &&_| matches_pair(c, x, y);
    let comparison = pile.found.comparisons_of(x).find(between);
    comparison.expect("they are compared").why()
}

fn matches_pair(
    comparison: &countercheck::crosscheck::Comparison,
    x: countercheck::claim::ClaimId,
    y: countercheck::claim::ClaimId,
) -> bool {
    (comparison.a, comparison.b) == (x.min(y), x.max(y))
}

#[test]
fn a_pair_that_agrees_in_other_words_quotes_both() {
    let pile = pile(&[
        (
            "2024-06-10",
            "A",
            "Twelve miners were injured in the Orsk mine on Monday, police said.",
        ),
        (
            "2024-06-10",
            "B",
            "Police said that 12 workers were injured in the Orsk mine on Monday.",
        ),
    ]);
    pile.answer((1, "Twelve"), (2, "12"), Agrees);
    let why = why(&pile, (1, "Twelve"), (2, "12"));
    assert!(
        why.contains("“Twelve” (miners)") && why.contains("“12” (workers)"),
        "{why}"
    );
}

#[test]
fn where_two_bounds_meet_is_told_in_the_unit_that_is_written() {
    let pile = pile(&[
        (
            "2024-08-20",
            "A",
            "The Ridge fire near Calder has burned at least 900 acres of forest, the fire service said.",
        ),
        (
            "2024-08-20",
            "B",
            "The Ridge fire near Calder has burned 405 hectares of forest, the fire service said.",
        ),
    ]);
    pile.answer((1, "900"), (2, "405"), CompatibleBound);
    let why = why(&pile, (1, "900"), (2, "405"));
    assert!(
        why.contains("900 or more acres") && why.contains("405.5 hectares"),
        "{why}"
    );
    let meet = why.rsplit("meet, ").next().unwrap_or_default();
    assert!(
        meet.starts_with("999") || meet.starts_with("1,000"),
        "{why}"
    );
}

#[test]
fn the_place_where_a_text_was_written_is_not_where_all_of_it_happened() {
    let pile = pile(&[
        (
            "2022-09-27",
            "A",
            "At least 11 civilians died in shelling across Ukraine, the office of Ukraine's president said on Tuesday.",
        ),
        (
            "2022-09-28",
            "B",
            "KYIV, Ukraine — Trains ran late on Wednesday.\n\nThe number of civilians killed in the shelling has risen to 14, the president's office said Wednesday.",
        ),
    ]);
    pile.answer((1, "11"), (2, "14"), UpdatedOverTime)
        .no_conflict();
}

/// The sentence suggested for the figure of a claim.
fn wording(pile: &Pile, number: u32, words: &str) -> String {
    let figure = pile.figure(pile.claim(number, words));
    figure.wording.clone().expect("a safe wording")
}

#[test]
fn another_figure_is_never_said_to_repeat_the_one_told() {
    let of = |second: &'static str| {
        pile(&[
            (
                "2024-09-28",
                "A",
                "About 98,000 people crossed into Kazakhstan last week, Kazakh officials said.",
            ),
            ("2024-09-28", "B", second),
        ])
    };
    let same = of("Kazakh officials said about 98,000 people crossed into Kazakhstan last week.");
    assert_eq!(
        wording(&same, 1, "98,000"),
        "about 98,000, according to Kazakh officials; one other report repeats it"
    );
    let other =
        of("Kazakh officials said more than 95,000 people crossed into Kazakhstan last week.");
    let told = wording(&other, 1, "98,000");
    assert!(!told.contains("repeat"), "{told}");
    assert!(
        told.contains("98,000") && told.contains("more than 95,000"),
        "{told}"
    );
}

#[test]
fn whoever_puts_two_claims_together_is_not_asked_whether_they_are_one_thing() {
    let mut pile = pile(&[
        ("2024-09-28", "A", "Some 40 lanterns were lit at Varda."),
        ("2024-09-28", "B", "There were 55 lamps burning at Varda."),
    ]);
    let (a, b) = (pile.claim(1, "40"), pile.claim(2, "55"));
    pile.links.push(Link {
        a,
        b,
        kind: LinkKind::Must,
    });
    pile.check();
    let figure = pile.figure(a);
    assert_eq!(figure.claims, [a, b]);
    assert!(figure.together.contains("by hand"), "{}", figure.together);
    let why = why(&pile, (1, "40"), (2, "55"));
    assert!(
        !why.contains("one thing") && !why.contains("nouns differ"),
        "{why}"
    );
}

#[test]
fn a_scene_that_two_reports_share_does_not_make_their_sources_one() {
    let pile = pile(&[
        (
            "2024-05-03",
            "A",
            "The blast went through the old paint works shortly after midnight and was heard in three valleys, where \
             people ran into the streets in their night clothes.\n\n612 people were hurt in Eastfold, the health \
             ministry said.",
        ),
        (
            "2024-05-03",
            "B",
            "The blast went through the old paint works shortly after midnight and was heard in three valleys, where \
             people ran into the streets in their night clothes.\n\n417 people were hurt in Eastfold, the Red Cross \
             said.",
        ),
    ]);
    let figure = pile.figure(pile.claim(1, "612"));
    assert_eq!(figure.roots.len(), 2, "{:?}", figure.roots);
    let wording = figure.wording.as_deref().unwrap_or_default();
    assert!(
        wording.contains("612, according to the health ministry")
            && wording.contains("417, according to the Red Cross"),
        "{wording}"
    );
}

#[test]
fn two_that_were_asked_by_one_paper_count_one_thing() {
    let pile = pile(&[(
        "2024-05-03",
        "A",
        "The death toll from the flood stood at 41 on Friday, the governor of Lower Orsk, Ada Brandt, said.\n\n\
         The interior ministry said 29 people had been killed.",
    )]);
    let figure = pile.figure(pile.claim(1, "41"));
    assert!(figure.claims.contains(&pile.claim(1, "29")), "{figure:?}");
    let why = why(&pile, (1, "41"), (1, "29"));
    assert!(why.contains("one text gives both"), "{why}");
}

#[test]
fn a_later_number_of_somebody_else_does_not_hide_the_earlier() {
    let pile = pile(&[
        (
            "2025-05-05",
            "A",
            "At least 40 people were killed when the dam at Arvo broke, the interior ministry said on Monday.",
        ),
        (
            "2025-05-07",
            "B",
            "The broken dam at Arvo killed 58 people, shepherd Ida Moor said on Wednesday.",
        ),
    ]);
    pile.answer((1, "40"), (2, "58"), UpdatedOverTime);
    let told = wording(&pile, 2, "58");
    assert!(told.starts_with("at least 40"), "{told}");
    assert!(told.contains("; 58"), "{told}");
    assert!(
        told.contains("5 May 2025") && told.contains("7 May 2025"),
        "{told}"
    );
}

#[test]
fn a_headline_gives_way_to_the_careful_words_of_its_text() {
    let pile = pile(&[
        (
            "2025-06-12",
            "A",
            "Storm empties Arvo\n\nSome 1,200 people were evacuated from Arvo, the mayor said.",
        ),
        (
            "2025-06-13",
            "B",
            "Arvo: 3,100 evacuated\n\nAt least 3,100 people were evacuated from Arvo, the mayor said.",
        ),
    ]);
    let told = wording(&pile, 2, "At least 3,100");
    assert!(
        told.contains("at least 3,100, according to the mayor"),
        "{told}"
    );
}
