//! Figures that one word behind them narrows: what they are for, how long, in which part of the place. Two that are
//! narrowed by different words are no conflict.

use countercheck::crosscheck::Answer::{CannotTell, Conflicts, DifferentScope};

use super::crosscheck::{Pile, pile};

const MONDAY: &str = "2026-03-02";

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
