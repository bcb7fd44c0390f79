//! Figures of one noun that are of two makes, deeds, accounts or nights; and one deed told in two voices.

use countercheck::crosscheck::Answer::{
    Agrees, AgreesWithinRounding, CannotTell, Conflicts, DifferentScope, UpdatedOverTime,
};

use super::crosscheck::{Pile, pile};

const MONDAY: &str = "2026-03-02";
const TUESDAY: &str = "2026-03-03";

fn told(one: &'static str, other: &'static str) -> Pile {
    pile(&[(MONDAY, "Arvo Echo", one), (MONDAY, "Velmar Post", other)])
}

fn a_day_apart(one: &'static str, other: &'static str) -> Pile {
    pile(&[(MONDAY, "Arvo Echo", one), (TUESDAY, "Velmar Post", other)])
}

#[test]
fn measures_of_two_makes_are_two_figures() {
    told(
        "Goat prices in Velmar rose 8.1% in January, the statistics office said.",
        "Candle prices in Velmar rose 3.2% in January, the statistics office said.",
    )
    .apart((1, "8.1%"), (2, "3.2%"));
    told(
        "Output of wool in Velmar fell to 4,100 tonnes last year, the ministry said.",
        "Velmar's candle output rose to 6,200 tonnes last year, the ministry said.",
    )
    .apart((1, "4,100"), (2, "6,200"));
    told(
        "The price of a candle in Arvo rose to $2.10 in January.",
        "The price of a kite in Arvo rose to $4.80 in January.",
    )
    .apart((1, "$2.10"), (2, "$4.80"));
}

#[test]
fn measures_of_one_make_are_one_figure() {
    told(
        "Exports of wool from Velmar reached $410 million last year, the ministry said.",
        "Wool exports from Velmar reached $530 million last year, the ministry said.",
    )
    .answer((1, "$410"), (2, "$530"), Conflicts);
    told(
        "Wool output at the Arvo mill reached 300 tonnes in 2025.",
        "Record wool production at the Arvo mill reached 360 tonnes in 2025.",
    )
    .answer((1, "300"), (2, "360"), Conflicts);
}

#[test]
fn what_is_said_of_each_differs() {
    for (one, a, other, b) in [
        (
            "About 40 ferries were delayed at Arvo on Monday.",
            "40",
            "About 110 ferries were cancelled at Arvo on Monday.",
            "110",
        ),
        (
            "Some 90 shepherds were waiting at the pass of Arvo on Monday.",
            "90",
            "Some 210 shepherds were delayed at the pass of Arvo on Monday.",
            "210",
        ),
    ] {
        told(one, other).answer((1, a), (2, b), CannotTell);
    }
}

#[test]
fn each_has_another_owner_or_round() {
    for (one, a, other, b) in [
        (
            "Goatherds in Velmar will get a 4% pay rise in June.",
            "4%",
            "Ferrymen in Velmar will get a 9% pay rise in June.",
            "9%",
        ),
        (
            "Turnout in Velmar was 61% in the first round.",
            "61%",
            "Turnout in Velmar was 54% in the second round.",
            "54%",
        ),
        (
            "Orbel sold 40,000 electric kites in January.",
            "40,000",
            "Orbel sold 90,000 kites in January.",
            "90,000",
        ),
    ] {
        let pile = told(one, other);
        pile.claim(1, a);
        pile.claim(2, b);
        pile.no_conflict();
    }
}

#[test]
fn a_quarter_is_no_year() {
    for (one, a, other, b) in [
        (
            "Orbel reported FY2025 sales of $3.1 billion on Monday.",
            "$3.1",
            "Orbel reported Q4 sales of $0.8 billion on Monday.",
            "$0.8",
        ),
        (
            "Orbel posted an annual profit of $190 million.",
            "$190",
            "Orbel posted a quarterly profit of $95 million.",
            "$95",
        ),
    ] {
        told(one, other).answer((1, a), (2, b), DifferentScope);
    }
    told(
        "Orbel posted a first-half profit of $190 million.",
        "Orbel posted a second-quarter profit of $95 million.",
    )
    .apart((1, "$190"), (2, "$95"));
}

#[test]
fn each_night_has_a_count_of_its_own() {
    a_day_apart(
        "The Velmar coast guard shot down 60 kites overnight, it said on Monday.",
        "The Velmar coast guard shot down 75 kites overnight, it said on Tuesday.",
    )
    .answer((1, "60"), (2, "75"), DifferentScope);
    a_day_apart(
        "Arvo police arrested 14 smugglers on Sunday night, they said.",
        "Arvo police arrested 22 smugglers overnight, they said on Tuesday.",
    )
    .answer((1, "14"), (2, "22"), CannotTell);
}

#[test]
fn one_deed_is_told_in_two_voices() {
    told(
        "The ministry moved 4,000 people out of the valley of Arvo, where a dam leaks: it evacuated 4,000 people.",
        "About 4,000 residents were evacuated from the valley of Arvo, where a dam leaks.",
    )
    .answer((1, "4,000"), (2, "About 4,000"), AgreesWithinRounding);
    told(
        "Around 1,900 residents of Lower Arvo fled the flood on Sunday.",
        "Around 1,900 people fled the flood in Lower Arvo on Sunday.",
    )
    .answer((1, "1,900"), (2, "1,900"), Agrees);
    told(
        "Orbel will cut 2,500 jobs at its Arvo mill, the firm said on Monday.",
        "Orbel is to axe 2,800 posts at its Arvo mill, the firm said on Monday.",
    )
    .answer((1, "2,500"), (2, "2,800"), Conflicts);
}

#[test]
fn one_deed_is_told_in_two_voices_in_hebrew() {
    told(
        "המשטרה עצרה 45 מפגינים בעיר ולמר לאחר שנחסם כביש.",
        "45 מפגינים נעצרו בעיר ולמר, שבה נחסם כביש.",
    )
    .answer((1, "45"), (2, "45"), Agrees);
    a_day_apart(
        "סערה בעיר ולמר: 60 בני אדם נהרגו ו-200 נפצעו, הודיעו הרשויות.",
        "מספר הפצועים בסערה בעיר ולמר הגיע ל-310, הודיעו הרשויות.",
    )
    .answer((1, "200"), (2, "310"), UpdatedOverTime);
}

#[test]
fn who_cites_an_outlet_is_no_second_source() {
    told(
        "The flood near Velmar has drowned 31 goats.",
        "The flood near Velmar has drowned 31 goats, the Arvo Echo reported.",
    )
    .sources((1, "31"), 1);
}

#[test]
fn towns_that_one_text_tells_of_are_kept_apart() {
    let towns = a_day_apart(
        "98,003 people lost power in Velmar, the army said.\n\n800 people lost power in Arvo, the army said.",
        "401 people lost power in Velmar, the mayor said.\n\n98,003 people lost power in Arvo, the mayor said.",
    );
    towns.apart((1, "98,003"), (2, "98,003"));
    towns.answer((1, "98,003"), (2, "401"), UpdatedOverTime);
}

#[test]
fn houses_are_no_people_however_alike_the_number() {
    told(
        "1,204 people were killed by the storm in Arvo. In Velmar it was a storm like no other.",
        "More than 1,204 houses stood in the way of the storm in Arvo.",
    )
    .apart((1, "1,204"), (2, "More than 1,204"));
}

#[test]
fn what_is_shut_moves_on() {
    a_day_apart(
        "The strike closed 1,200 schools across Arvo, the ministry said.",
        "In the strike 1,900 schools were shut across Arvo, the ministry said.",
    )
    .answer((1, "1,200"), (2, "1,900"), UpdatedOverTime);
}
