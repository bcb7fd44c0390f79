//! How answers are put into words, and what must not be laid side by side.

use countercheck::crosscheck::Answer::{Agrees, CompatibleBound, UpdatedOverTime};

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
