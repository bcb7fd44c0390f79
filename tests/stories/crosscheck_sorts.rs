//! Two figures that sound alike and are of two sorts, two days or two happenings: no conflict is told.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use countercheck::crosscheck::Answer::{
    self, Agrees, AgreesWithinRounding, CannotTell, Conflicts, DifferentScope, UpdatedOverTime,
};

use super::crosscheck::{Pile, pile};

const MONDAY: &str = "2026-03-02";
const TUESDAY: &str = "2026-03-03";

fn told(one: &'static str, other: &'static str) -> Pile {
    pile(&[(MONDAY, "Arvo Echo", one), (TUESDAY, "Velmar Post", other)])
}

/// Asserts the answer for pairs of sentences with one figure each.
#[track_caller]
fn answers(cases: &[(&'static str, &'static str, &'static str, &'static str)], expected: Answer) {
    for (one, a, other, b) in cases {
        told(one, other).answer((1, a), (2, b), expected);
    }
}

#[test]
fn one_measure_has_several_sorts() {
    answers(
        &[
            (
                "Core inflation in Velmar was 3.9% in February.",
                "3.9%",
                "Inflation in Velmar was 2.6% in February.",
                "2.6%",
            ),
            (
                "Youth unemployment in Arvo rose to 24.1% in January.",
                "24.1%",
                "Unemployment in Arvo rose to 10.2% in January.",
                "10.2%",
            ),
            (
                "Orbel's like-for-like sales rose 2% in January.",
                "2%",
                "Orbel's sales rose 5% in January.",
                "5%",
            ),
        ],
        DifferentScope,
    );
    told(
        "Orbel's operating profit was $310 million in the first quarter.",
        "Orbel's net profit was $190 million in the first quarter.",
    )
    .apart((1, "$310"), (2, "$190"));
    told(
        "Fish prices in Arvo rose 0.4% in February from January.",
        "Fish prices in Arvo rose 2.9% in February from a year earlier.",
    )
    .apart((1, "0.4%"), (2, "2.9%"));
    // Of one sort, and not the same.
    answers(
        &[(
            "Core inflation in Velmar was 3.9% in February, the statistics office said.",
            "3.9%",
            "Core inflation in Velmar was 3.2% in February, the statistics office said.",
            "3.2%",
        )],
        Conflicts,
    );
}

#[test]
fn a_share_that_grows_until_all_is_done_moves_on() {
    answers(
        &[
            (
                "With 34% of the ballots counted, Rita Osei leads in Arvo.",
                "34%",
                "With 99% of the ballots counted, Rita Osei leads in Arvo.",
                "99%",
            ),
            (
                "The fire near Velmar is 20% contained.",
                "20%",
                "The fire near Velmar is 85% contained.",
                "85%",
            ),
        ],
        UpdatedOverTime,
    );
}

#[test]
fn opposite_groups_make_up_the_whole() {
    answers(
        &[(
            "Women hold 31% of the seats in the Arvo council.",
            "31%",
            "Men hold 69% of the seats in the Arvo council.",
            "69%",
        )],
        DifferentScope,
    );
}

#[test]
fn counts_of_two_days_are_no_total_that_falls() {
    answers(
        &[(
            "The Arvo clinic reported 120 new cases of river fever on Monday.",
            "120",
            "The Arvo clinic reported 95 new cases of river fever on Tuesday.",
            "95",
        )],
        DifferentScope,
    );
    answers(
        &[
            (
                "A raid on Velmar killed three people, the governor said on Monday.",
                "three",
                "A raid on Velmar killed one person, the governor said on Tuesday.",
                "one",
            ),
            (
                "Two smugglers were arrested in Arvo on Monday over the museum theft.",
                "Two",
                "Police arrested five smugglers in Arvo on Tuesday over the museum theft.",
                "five",
            ),
            (
                "Orbel has 110,000 employees.",
                "110,000",
                "Orbel has 11,000 employees.",
                "11,000",
            ),
            (
                "A Lisbon court jailed a sailor for 12 years on Monday.",
                "12",
                "A Lisbon court jailed a baker for 15 years on Monday.",
                "15",
            ),
        ],
        CannotTell,
    );
    answers(
        &[(
            "The death toll from the flood in Velmar rose to 64, the governor said.",
            "64",
            "The death toll from the flood in Velmar stands at 46, the governor said.",
            "46",
        )],
        Conflicts,
    );
}

#[test]
fn one_stretch_of_time_is_told_in_two_ways() {
    answers(
        &[(
            "The 14 miners trapped since Sunday in Velmar are alive.",
            "14",
            "Of the 14 miners trapped in Velmar since Sunday nothing was heard.",
            "14",
        )],
        Agrees,
    );
    answers(
        &[(
            "Orbel made a net profit of 340 million crowns last year, the firm said.",
            "340",
            "Orbel's net profit in 2025 was 430 million crowns, the firm said.",
            "430",
        )],
        Conflicts,
    );
}

#[test]
fn one_source_on_two_days_does_not_differ_with_itself() {
    let pile = told(
        "Ashland said it had shot down 61 of 78 kites on Sunday night.",
        "Ashland said it had shot down 44 of 50 kites on Monday night.",
    );
    let wordings: Vec<&str> = pile
        .found
        .figures
        .iter()
        .filter_map(|figure| figure.wording.as_deref())
        .collect();
    assert!(
        wordings.iter().all(|wording| !wording.contains("differ")),
        "{wordings:?}"
    );
}

#[test]
fn a_table_of_towns_is_one_row_a_town_even_where_two_give_one_number() {
    const TOWNS: [&str; 10] = [
        "Arnwick", "Belmont", "Corvale", "Dunmere", "Elsby", "Farrow", "Gorleth", "Hinton",
        "Ivorby", "Jasmond",
    ];
    let articles: Vec<(String, String, String)> = (0..8)
        .map(|day| {
            let mut lines = String::new();
            for (at, town) in (0..).zip(TOWNS) {
                // Numbers come again in other towns on other days, and twice on one.
                let shearers = 101 + (at * 37 + day * 74) % 300;
                let own = if day % 3 == 0 { 0 } else { at * 3 };
                let share = 11 + (at / 2 * 8 + day * 5 + own) % 80;
                let _ = write!(
                    lines,
                    "Some {shearers} shearers in {town} took part, the guild said. In {town}, {share}% of the flocks \
                     were shorn, the wool board said.\n\n"
                );
            }
            let date = format!("2026-03-{:02}", day + 1);
            (date, "Arvo Echo".to_owned(), lines)
        })
        .collect();
    let pile = Pile::of(&articles);
    for figure in pile.found.figures.iter().filter(|it| it.claims.len() > 1) {
        let places: BTreeSet<&str> = figure
            .claims
            .iter()
            .filter_map(|id| pile.claims[id].reading.place.as_ref())
            .map(|place| place.text.as_str())
            .collect();
        assert_eq!(places.len(), 1, "{places:?}");
    }
    let whole = pile
        .found
        .figures
        .iter()
        .filter(|it| it.claims.len() == articles.len());
    assert_eq!(whole.count(), 2 * TOWNS.len());
}

#[test]
fn what_is_said_of_a_part_is_not_said_of_its_whole() {
    let pile = told(
        "Some 60% of the 1,150 boats in Velmar were wrecked, the harbour said.",
        "About 60% of the 1,150 boats in Velmar were wrecked, the coast guard said.",
    );
    pile.answer((1, "1,150"), (2, "1,150"), Agrees);
    let whole = pile.figure(pile.claim(1, "1,150"));
    assert!(!whole.title.contains("wreck"), "{}", whole.title);
    assert!(!whole.title.contains("destroyed"), "{}", whole.title);
}

#[test]
fn a_number_told_again_and_rounded_has_not_moved_on() {
    told(
        "The mayor said 4,187 people had been evacuated from Velmar.",
        "Around 4,200 people were evacuated from Velmar, the mayor said.",
    )
    .answer((1, "4,187"), (2, "Around 4,200"), AgreesWithinRounding);
    told(
        "The mayor said 4,187 people had been evacuated from Velmar.",
        "Around 4,300 people were evacuated from Velmar, the mayor said.",
    )
    .answer((1, "4,187"), (2, "Around 4,300"), UpdatedOverTime);
}

#[test]
fn two_shares_of_one_whole_to_which_one_thing_happened_are_one_figure() {
    let day = |one, other| pile(&[(MONDAY, "Arvo Echo", one), (MONDAY, "Velmar Post", other)]);
    day(
        "Some 60% of the 1,150 boats in Velmar were wrecked, the harbour said.",
        "About 45% of the 1,150 boats in Velmar were wrecked, the coast guard said.",
    )
    .answer((1, "60%"), (2, "45%"), Conflicts);
    day(
        "Some 60% of the 1,150 boats in Velmar were wrecked, the harbour said.",
        "About 45% of the 1,150 boats in Velmar were insured, the coast guard said.",
    )
    .apart((1, "60%"), (2, "45%"));
}

#[test]
fn an_earlier_count_told_again_and_the_toll_of_an_event_are_of_one_row() {
    let pile = pile(&[
        (
            MONDAY,
            "Arvo Echo",
            "At least 17 people died in the mill fire in Velmar, the ministry said.",
        ),
        (
            TUESDAY,
            "Velmar Post",
            "Mill fire in Velmar leaves 19 dead\n\nAt least 19 people were killed in the mill fire in Velmar, the Red \
             Cross said on Tuesday. Officials had earlier said 17 people had died.",
        ),
        (
            "2026-04-14",
            "Velmar Post",
            "Prosecutors charged the miller on Tuesday over the fire that killed 23 people in Velmar last month.",
        ),
    ]);
    pile.answer((2, "17"), (2, "At least 19"), UpdatedOverTime)
        .answer((1, "17"), (2, "19"), UpdatedOverTime)
        .answer((1, "17"), (3, "23"), UpdatedOverTime);
    let row = pile.figure(pile.claim(3, "23"));
    assert_eq!(row.claims.len(), 5, "{:?}", row.claims);
}

#[test]
fn a_toll_is_no_number_of_houses_and_what_was_damaged_was_not_destroyed() {
    let pile = told(
        "The death toll from the dam collapse in Velmar has risen to 61, the ministry said.",
        "Some 1,240 homes in Velmar were destroyed in the dam collapse. At least 54 people were killed in the dam \
         collapse in Velmar.",
    );
    pile.apart((1, "61"), (2, "1,240"));
    let row = pile.figure(pile.claim(1, "61"));
    assert!(row.claims.contains(&pile.claim(2, "54")), "{}", row.title);
    told(
        "The storm damaged 340 boats in Velmar, the harbour said.",
        "The storm destroyed 40 boats in Velmar, the harbour said.",
    )
    .apart((1, "340"), (2, "40"));
}

#[test]
fn numbers_of_several_in_the_same_words_are_no_conflict() {
    let pile = pile(&[(
        MONDAY,
        "Arvo Echo",
        "Some 120 people were treated in district 1 of Velmar, the ministry said. Some 90 people were treated in \
         district 2 of Velmar, the ministry said. Some 75 people were treated in district 3 of Velmar, the ministry \
         said.",
    )]);
    let figures = pile.found.figures.iter();
    let conflicts = figures
        .flat_map(|figure| &figure.comparisons)
        .filter(|it| it.answer == Conflicts);
    assert_eq!(conflicts.count(), 0);
}

#[test]
fn the_number_of_guests_counts_guests() {
    let pile = told(
        "Some 210 guests were in the Velmar inn when the fire broke out, the owner said.",
        "The ministry put the number of guests in the Velmar inn at 210.",
    );
    let row = pile.figure(pile.claim(1, "210"));
    assert!(row.claims.contains(&pile.claim(2, "210")), "{}", row.title);
}

#[test]
fn one_event_is_told_from_near_and_from_far() {
    let far = "A bomb in a bus killed 40 people in Iraq on Monday.";
    told("A bomb killed 40 people in Mosul on Monday.", far).answer((1, "40"), (2, "40"), Agrees);
    told("A bomb killed 12 people in Mosul on Monday.", far).answer(
        (1, "12"),
        (2, "40"),
        DifferentScope,
    );
    // More in the town than in its country: no question of scope.
    told("A bomb killed 45 people in Mosul on Monday.", far).answer(
        (1, "45"),
        (2, "40"),
        CannotTell,
    );
}

#[test]
fn an_old_disaster_is_not_the_one_of_today() {
    told(
        "The flood in Chile killed at least one person on Sunday. In 1906 a flood killed 18,000 people in Chile.",
        "The flood in Chile killed at least three people on Sunday.",
    )
    .answer((1, "one"), (2, "three"), UpdatedOverTime)
    .apart((1, "18,000"), (2, "three"));
}

#[test]
fn a_loose_word_that_does_not_meet_a_number_speaks_of_others() {
    told(
        "The quake injured dozens in Chile on Sunday. In May seven were injured in Chile in aftershocks.",
        "Sunday's quake in Chile injured dozens.",
    )
    .answer((1, "dozens"), (2, "dozens"), Agrees)
    .apart((1, "seven"), (2, "dozens"));
}

#[test]
fn a_body_is_one_source_by_whichever_name() {
    let said = |one: &str, other: &str, sources: usize| {
        let told = |outlet: &str, who: &str| {
            let text = format!("Some 41,000 people fled Arvo, {who} said.");
            (MONDAY.to_owned(), outlet.to_owned(), text)
        };
        Pile::of(&[told("Arvo Echo", one), told("Velmar Post", other)])
            .sources((1, "41,000"), sources);
    };
    said("the U.N. refugee agency", "UNHCR", 1);
    said(
        "a spokeswoman for the UN children’s agency",
        "UNICEF chief Ana Rey",
        1,
    );
    said("Doctors Without Borders", "the aid group MSF", 1);
    said("UNICEF", "the UN refugee agency", 2);
    said("the UN", "UNHCR", 2);
}

#[test]
fn so_many_of_one_number_are_laid_side_by_side() {
    told(
        "Rescuers saved seven of the nine divers off Arvo on Sunday, the coast guard said.",
        "Six of the nine divers off Arvo were saved on Sunday, the navy said.",
    )
    .answer((1, "seven"), (2, "Six"), Conflicts)
    .answer((1, "nine"), (2, "nine"), Agrees);
    // Nine were killed; what is said of the two is something else.
    told(
        "Two of the nine people killed in Arvo on Sunday were children.",
        "Five of the nine people killed in Arvo on Sunday were tourists.",
    )
    .apart((1, "Two"), (2, "Five"))
    .answer((1, "nine"), (2, "nine"), Agrees);
}
