//! What does not move from one day to the next: years that are over, things that stay, ages; and what does.

use countercheck::crosscheck::Answer::{self, Conflicts, UpdatedOverTime};

use super::crosscheck::pile;

const WEDNESDAY: &str = "2026-03-04";
const THURSDAY: &str = "2026-03-05";

#[track_caller]
fn next_day(one: (&'static str, &'static str), other: (&'static str, &'static str), told: Answer) {
    pile(&[
        (WEDNESDAY, "Arvo Echo", one.0),
        (THURSDAY, "Velmar Post", other.0),
    ])
    .answer((1, one.1), (2, other.1), told);
}

#[test]
fn the_toll_of_a_year_that_is_over_is_settled() {
    next_day(
        ("The 2021 explosion at the mill injured 29 people.", "29"),
        ("The 2021 explosion at the mill injured 92 people.", "92"),
        Conflicts,
    );
    next_day(
        ("The number of murders in Arvo rose to 37 in 2025.", "37"),
        ("Arvo had 39 homicides in 2025.", "39"),
        Conflicts,
    );
    next_day(
        ("The number of murders in Arvo rose to 37 last year.", "37"),
        ("The number of murders in Arvo rose to 39 in 2025.", "39"),
        Conflicts,
    );
    next_day(
        ("The explosion at the mill injured 29 people.", "29"),
        ("The explosion at the mill injured 92 people.", "92"),
        UpdatedOverTime,
    );
}

#[test]
fn what_stays_is_no_other_by_the_next_day() {
    next_day(
        ("Arvo has 14 primary schools.", "14"),
        ("Arvo has 16 primary schools.", "16"),
        Conflicts,
    );
    next_day(
        (
            "The Velmar rail union has 12,000 members in Arvo.",
            "12,000",
        ),
        (
            "The Velmar rail union has 12,100 members in Arvo.",
            "12,100",
        ),
        UpdatedOverTime,
    );
}

#[test]
fn somebody_has_one_age() {
    next_day(
        ("Mira Adeyo, 23, was arrested in Arvo on Monday.", "23"),
        ("Adeyo, 24, was arrested in Arvo on Monday.", "24"),
        Conflicts,
    );
    let told = pile(&[
        (
            WEDNESDAY,
            "Arvo Echo",
            "Mira Adeyo, 23, was arrested in Arvo on Monday.",
        ),
        (
            THURSDAY,
            "Velmar Post",
            "Jon Adeyo, 54, was arrested in Arvo on Monday.",
        ),
    ]);
    told.no_conflict();
    pile(&[
        (
            "2024-03-01",
            "Arvo Echo",
            "Mira Adeyo, 23, runs the ferry of Arvo.",
        ),
        (
            "2026-03-01",
            "Velmar Post",
            "Mira Adeyo, 25, runs the ferry of Arvo.",
        ),
    ])
    .answer((1, "23"), (2, "25"), UpdatedOverTime);
}

#[test]
fn figures_that_have_changed_places_are_no_later_count() {
    pile(&[
        (
            THURSDAY,
            "Arvo Echo",
            "The blast killed 12 people in Arvo and injured 40.",
        ),
        (
            THURSDAY,
            "Velmar Post",
            "The blast killed 40 people in Arvo and injured 12.",
        ),
    ])
    .answer((1, "12"), (2, "40"), Conflicts);
}
