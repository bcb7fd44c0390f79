//! Results that are not the last, offers that are raised, polls of two houses, and counts that are taken back.

use countercheck::crosscheck::Answer::{self, CannotTell, UpdatedOverTime};

use super::crosscheck::{Pile, pile};

/// Two texts of two outlets, a day apart.
fn days(one: &'static str, other: &'static str) -> Pile {
    pile(&[
        ("2025-03-03", "Morning Courier", one),
        ("2025-03-04", "North Wire", other),
    ])
}

/// Two texts of two outlets of one day.
fn one_day(one: &'static str, other: &'static str) -> Pile {
    pile(&[
        ("2025-03-03", "Morning Courier", one),
        ("2025-03-03", "North Wire", other),
    ])
}

#[test]
fn a_result_that_is_not_the_last_has_moved_on() {
    for (one, a, other, b) in [
        (
            "Marsh won 52.4% of the vote, provisional results showed.",
            "52.4%",
            "Marsh won 52.1% of the vote, final results showed.",
            "52.1%",
        ),
        (
            "With 60% of ballots counted, Marsh had 51.2% of the vote.",
            "51.2%",
            "With 96% of ballots counted, Marsh had 52.4% of the vote.",
            "52.4%",
        ),
        (
            "The bidder raised its offer to £4.10 a share.",
            "£4.10",
            "The bidder raised its offer to £4.35 a share.",
            "£4.35",
        ),
        (
            "The toll stood at 64 dead.",
            "64",
            "The death toll rose to 71 from 64.",
            "71",
        ),
    ] {
        days(one, other).answer((1, a), (2, b), UpdatedOverTime);
    }
}

#[test]
fn two_polls_have_asked_two_samples() {
    for other in [
        "A Metrix poll put support for the Greens at 17%.",
        "Another poll put support for the Greens at 17%.",
    ] {
        one_day("A Dataco poll put support for the Greens at 14%.", other).answer(
            (1, "14%"),
            (2, "17%"),
            CannotTell,
        );
    }
}

#[test]
fn what_a_text_says_not_to_be_so_is_corrected_by_it() {
    days(
        "The fire at Arvo killed 12 people.",
        "Correction: the fire at Arvo killed 11 people, not 12.",
    )
    .answer((1, "12"), (2, "11"), UpdatedOverTime);
}

#[test]
fn roundings_that_only_touch_say_nothing_of_one_value() {
    let pile = one_day(
        "The mill of Arvo pays a wage rise of 4% this year.",
        "The mill of Arvo pays a wage rise of 5% this year.",
    );
    let figure = pile.figure(pile.claim(1, "4%"));
    assert_ne!(figure.answer, Some(Answer::AgreesWithinRounding));
}

#[test]
fn what_befell_some_is_no_count_of_the_others() {
    for (one, a, other, b) in [
        (
            "Three firefighters were injured.",
            "Three",
            "The county has sent 820 firefighters.",
            "820",
        ),
        (
            "The camp houses 12,000 refugees.",
            "12,000",
            "Thirty refugees drowned.",
            "Thirty",
        ),
        (
            "More than 5,000 residents have been told to leave.",
            "5,000",
            "Three people died: two residents and a firefighter.",
            "two",
        ),
    ] {
        days(one, other).apart((1, a), (2, b));
    }
}

#[test]
fn a_bound_of_age_is_no_number_of_voters() {
    let pile = one_day(
        "Two thirds of voters under 30 backed Marsh.",
        "About 40% of voters over 65 backed Marsh.",
    );
    pile.apart((1, "30"), (2, "65")).no_conflict();
}

#[test]
fn tallies_in_hebrew_are_of_those_they_count() {
    for (one, a, other, b) in [
        (
            "מספר ההרוגים בתאונת האוטובוס עלה לארבעה.",
            "לארבעה",
            "שישה בני אדם נהרגו בתאונת האוטובוס.",
            "שישה",
        ),
        (
            "1,240 בני אדם חלו בחצבת מתחילת השנה, מסר משרד הבריאות.",
            "1,240",
            "2,100 בני אדם חלו בחצבת מתחילת השנה, כך נמסר ממשרד הבריאות.",
            "2,100",
        ),
    ] {
        days(one, other).answer((1, a), (2, b), UpdatedOverTime);
    }
    days(
        "1,240 בני אדם חלו, 86 מהם מאושפזים.",
        "2,100 בני אדם חלו, 1,150 מהם בירושלים.",
    )
    .apart((1, "86"), (2, "1,150"));
}
