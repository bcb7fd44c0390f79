//! Figures that one word behind them narrows: what they are for, how long, in which part of the place. Two that are
//! narrowed by different words are no conflict.

use countercheck::crosscheck::Answer::{CannotTell, Conflicts, DifferentScope};
use countercheck::crosscheck::Severity;

use super::crosscheck::{Pile, pile};

const MONDAY: &str = "2026-03-02";
const THURSDAY: &str = "2026-03-05";

fn told(one: &'static str, other: &'static str) -> Pile {
    pile(&[(MONDAY, "Arvo Echo", one), (MONDAY, "Velmar Post", other)])
}

#[test]
fn what_a_sum_is_for_and_how_long_it_took_narrow_it() {
    told(
        "The council will spend £4.2 million on ferries.",
        "The council will spend £9.6 million on candles.",
    )
    .no_conflict();
    told(
        "In May 71% of calls were answered within four minutes.",
        "In May 94% of calls were answered within twelve minutes.",
    )
    .no_conflict();
    told(
        "At the end of May 7,200 patients in Arvo had waited more than 18 weeks.",
        "At the end of May 310 patients in Arvo had waited more than a year.",
    )
    .no_conflict();
    told(
        "The vaccine was 74 percent effective after three doses.",
        "The vaccine was 51 percent effective after one dose.",
    )
    .no_conflict();
}

#[test]
fn a_part_of_a_place_and_a_sort_of_people_narrow_a_count() {
    told(
        "The Greens won 41 seats.",
        "The Greens won 12 seats in the north.",
    )
    .answer((1, "41"), (2, "12"), CannotTell);
    told(
        "The port of Arvo handled 3.2 million passengers in 2025.",
        "The port of Arvo handled 1.1 million foreign-born passengers in 2025.",
    )
    .no_conflict();
    told(
        "The average house price in Arvo was £287,000 in June.",
        "The average price of a detached house in Arvo was £421,000 in June.",
    )
    .no_conflict();
    told(
        "The average house price in Arvo was £287,000 in June.",
        "The median house price in Arvo was £241,000 in June.",
    )
    .no_conflict();
    told(
        "Veltrona's revenue was 11.2 billion euros in 2025.",
        "Veltrona's car unit had revenue of 3.4 billion euros in 2025.",
    )
    .no_conflict();
}

#[test]
fn a_lead_is_no_count_of_votes() {
    for lead in [
        "Kone had a lead of 4,002 votes over Lund.",
        "Kone had 4,002 more votes than Lund.",
        "Kone finished 4,002 votes ahead of Lund.",
        "Kone beat Lund by 4,002 votes.",
    ] {
        told("Lund won 21,264 votes.", lead).apart((1, "21,264"), (2, "4,002"));
    }
}

#[test]
fn two_happenings_in_places_of_two_sorts_are_no_conflict() {
    told(
        "A bomb at a market killed 14 people on Sunday.",
        "A bomb on a bus killed six people on Sunday.",
    )
    .answer((1, "14"), (2, "six"), CannotTell);
}

#[test]
fn a_part_that_is_more_than_its_whole_is_no_matter_of_scope() {
    told("The blast killed 4 people.", "The blast killed 6 workers.").answer(
        (1, "4"),
        (2, "6"),
        CannotTell,
    );
    told("The blast killed 14 people.", "The blast killed 6 workers.").answer(
        (1, "14"),
        (2, "6"),
        DifferentScope,
    );
}

#[test]
fn what_nothing_narrows_still_conflicts() {
    told(
        "Veltrona's revenue was 11.2 billion euros in 2025.",
        "Veltrona's revenue came to 12.1 billion euros in 2025.",
    )
    .answer((1, "11.2"), (2, "12.1"), Conflicts);
    told(
        "The port of Arvo handled 3.2 million passengers in 2025.",
        "The port of Arvo had 2.3 million passengers in 2025.",
    )
    .answer((1, "3.2"), (2, "2.3"), Conflicts);
    told(
        "The company will cut 4,200 jobs.",
        "The company will cut 2,400 jobs by June.",
    )
    .answer((1, "4,200"), (2, "2,400"), Conflicts);
}

#[test]
fn a_share_of_a_share_is_no_share_of_the_whole() {
    for text in [
        "Some 20% of the 3,000 staff limp; 45% of them, or 270, are old.",
        "Of 2,000 people asked, 60% own a boat. A quarter of those, or 300, own two.",
        "About 3,200 people arrived. Some 66% of them are under 18.",
    ] {
        let pile = pile(&[(MONDAY, "Arvo Echo", text)]);
        let mut found = pile.found.findings.iter();
        let wrong = found.find(|finding| finding.severity == Severity::Impossible);
        assert_eq!(wrong, None, "{text}");
    }
    let text = "Some 600 of the 3,000 staff limp; a quarter of them, or 190, are old.";
    pile(&[(MONDAY, "Arvo Echo", text)]).finding((1, "190"), "percent_of", "does not fit");
}

#[test]
fn a_toll_of_one_counter_does_not_fall_and_revenue_is_one_by_any_verb() {
    pile(&[
        (
            MONDAY,
            "Arvo Echo",
            "The death toll has risen to 37, the interior ministry said.",
        ),
        (
            THURSDAY,
            "Velmar Post",
            "The death toll is 35, the interior ministry said.",
        ),
    ])
    .answer((1, "37"), (2, "35"), Conflicts);
    told(
        "Veltrona's revenue slipped to 11.2 billion euros in 2025.",
        "Veltrona's revenue fell to 12.1 billion euros in 2025.",
    )
    .answer((1, "11.2"), (2, "12.1"), Conflicts);
    told(
        "Turnout was 61.3 percent.",
        "Turnout fell to 63.1 percent from 67.9 percent.",
    )
    .answer((1, "61.3"), (2, "63.1"), Conflicts);
    // Nobody leaves by the hundred thousand in three days.
    pile(&[
        (
            MONDAY,
            "Arvo Echo",
            "Norland hosts 412,000 refugees, the UN said.",
        ),
        (
            THURSDAY,
            "Velmar Post",
            "Norland hosts 42,000 refugees, the UN said.",
        ),
    ])
    .answer((1, "412,000"), (2, "42,000"), CannotTell);
}

#[test]
fn two_names_in_one_text_are_two_groups() {
    let text = "The site found 22% of Swedish answers right, compared to 11% of Danish answers. It found 32% of Danish answers wrong, compared to 11% of Swedish answers.";
    pile(&[(MONDAY, "Arvo Echo", text)]).no_conflict();
    told(
        "The site found 22% of Swedish answers right, not of Danish ones.",
        "The site found 11% of Danish answers right.",
    )
    .no_conflict();
    told(
        "Police recorded 410 thefts in Arvo in 2025.",
        "Police solved 38 thefts in Arvo in 2025.",
    )
    .no_conflict();
}
