//! Piles of short articles about one thing, with the answers a careful reader gives.

use countercheck::crosscheck::Answer::{
    Agrees, AgreesWithinRounding, CompatibleBound, Conflicts, UpdatedOverTime,
};

use super::crosscheck::pile;

#[test]
fn a_toll_that_rises_from_day_to_day_is_no_conflict() {
    let pile = pile(&[
        (
            "2024-03-04",
            "Harbour Post",
            "A ferry sank off Tarn Island on Monday. At least 11 people were killed, the coast guard said. Divers searched Tarn Bay through the night.",
        ),
        (
            "2024-03-05",
            "Daily Beacon",
            "The ferry disaster off Tarn Island has killed 14 people, the coast guard said on Tuesday. Divers were still in Tarn Bay.",
        ),
        (
            "2024-03-06",
            "North Wire",
            "Seventeen people have died in the sinking of the Tarn Island ferry, officials at Tarn Bay said.",
        ),
    ]);
    pile.answer((1, "11"), (2, "14"), UpdatedOverTime)
        .answer((2, "14"), (3, "Seventeen"), UpdatedOverTime)
        .no_conflict();
}

#[test]
fn two_disasters_in_one_pile_stay_apart() {
    let pile = pile(&[
        (
            "2024-05-01",
            "A",
            "An earthquake in Velmar killed 24 people on Wednesday, Velmar's governor Lida Stan said. Homes in Velmar collapsed.",
        ),
        (
            "2024-05-01",
            "B",
            "Governor Lida Stan said 24 people died in the quake in Velmar province, where houses fell.",
        ),
        (
            "2024-05-01",
            "C",
            "An earthquake off Port Quill killed five people on Wednesday. The mayor of Port Quill, Jon Abara, said the harbour was closed.",
        ),
        (
            "2024-05-01",
            "D",
            "Five people were killed in Port Quill by Wednesday's earthquake, mayor Jon Abara said.",
        ),
    ]);
    pile.answer((1, "24"), (2, "24"), Agrees)
        .answer((3, "five"), (4, "Five"), Agrees)
        .apart((1, "24"), (3, "five"))
        .apart((2, "24"), (4, "Five"))
        .no_conflict();
}

#[test]
fn a_battle_told_by_two_sides_on_one_day_conflicts() {
    let pile = pile(&[
        (
            "2024-07-02",
            "Left Bank Times",
            "The battle for Korrin bridge killed 40 soldiers on Tuesday, the army of Ostra said. Korrin lies on the river Sava.",
        ),
        (
            "2024-07-02",
            "Right Bank Times",
            "The battle for Korrin bridge on the river Sava killed 90 soldiers on Tuesday, according to the Vestran command.",
        ),
    ]);
    pile.answer((1, "40"), (2, "90"), Conflicts);
    assert_eq!(pile.conflicts().len(), 1, "{:#?}", pile.conflicts());
}

#[test]
fn a_budget_with_a_lost_scale_word_is_explained() {
    let pile = pile(&[
        (
            "2024-02-10",
            "City Ledger",
            "Marlow council passed its budget on Saturday. It will spend $3.4 billion on the new Marlow tram tunnel, a cost the mayor, Ines Rowe, defended.",
        ),
        (
            "2024-02-10",
            "Evening Star",
            "Marlow's council voted for the tram tunnel on Saturday. The tunnel will cost $3.4 million, mayor Ines Rowe said in Marlow.",
        ),
    ]);
    pile.answer((1, "$3.4 billion"), (2, "$3.4 million"), Conflicts);
    let conflict = &pile
        .found
        .findings_of(pile.claim(1, "$3.4 billion"))
        .find(|f| f.code == "conflict");
    let conflict = conflict.expect("a finding");
    assert!(
        conflict.working.join(" ").contains("a thousand times"),
        "{conflict:#?}"
    );
}

#[test]
fn turnout_on_election_day_does_not_move() {
    let pile = pile(&[
        (
            "2024-09-15",
            "Valley News",
            "Turnout in Sunday's election in Brandia was 62%, the electoral commission of Brandia said.",
        ),
        (
            "2024-09-17",
            "Hill Gazette",
            "The electoral commission of Brandia put turnout in Sunday's election at 71%.",
        ),
    ]);
    pile.answer((1, "62%"), (2, "71%"), Conflicts);
}

#[test]
fn a_strike_with_a_rounded_number_agrees() {
    let pile = pile(&[
        (
            "2024-11-04",
            "Rail Times",
            "Some 12,000 railway workers walked out across Norland on Monday, the Norland rail union said.",
        ),
        (
            "2024-11-04",
            "Morning Line",
            "The Norland rail union said 12,150 railway workers walked out on Monday in Norland.",
        ),
    ]);
    pile.answer((1, "12,000"), (2, "12,150"), AgreesWithinRounding)
        .no_conflict();
}

#[test]
fn cases_in_an_epidemic_grow() {
    let pile = pile(&[
        (
            "2024-01-10",
            "Health Desk",
            "Zeland has confirmed 310 cases of river fever, the Zeland health ministry said on Wednesday.",
        ),
        (
            "2024-01-12",
            "Zeland Today",
            "Confirmed cases of river fever in Zeland rose to 365, the health ministry said on Friday.",
        ),
        (
            "2024-01-12",
            "Coast Radio",
            "The Zeland health ministry counts at least 350 cases of river fever.",
        ),
    ]);
    pile.answer((1, "310"), (2, "365"), UpdatedOverTime)
        .no_conflict();
}

#[test]
fn results_of_a_company_in_two_papers() {
    let pile = pile(&[
        (
            "2024-04-25",
            "Market Watchman",
            "Orbin Motors reported a net profit of $2.1 billion for the first quarter. Orbin's chief executive Lea Hald spoke of strong sales.",
        ),
        (
            "2024-04-25",
            "Trade Sheet",
            "Orbin Motors made a profit of $2.06 billion in the first quarter, chief executive Lea Hald said.",
        ),
    ]);
    pile.answer(
        (1, "$2.1 billion"),
        (2, "$2.06 billion"),
        AgreesWithinRounding,
    )
    .no_conflict();
}

#[test]
fn the_size_of_a_march_does_not_move() {
    let pile = pile(&[
        (
            "2024-06-08",
            "Square",
            "About 30,000 people marched through Lindow on Saturday against the dam, Lindow police said.",
        ),
        (
            "2024-06-09",
            "Circle",
            "Organisers of the march against the dam said 80,000 people marched through Lindow on Saturday.",
        ),
    ]);
    pile.answer((1, "30,000"), (2, "80,000"), Conflicts)
        .sources((1, "30,000"), 2);
}

#[test]
fn one_ministry_in_three_papers_is_one_source() {
    let pile = pile(&[
        (
            "2024-08-01",
            "A",
            "At least 4,200 refugees crossed the Ulm border on Thursday, the interior ministry of Sarland said.",
        ),
        (
            "2024-08-01",
            "B",
            "The interior ministry of Sarland said 4,200 refugees crossed the border at Ulm.",
        ),
        (
            "2024-08-01",
            "C",
            "According to the interior ministry of Sarland, at least 4,200 refugees crossed the border at Ulm on Thursday.",
        ),
    ]);
    pile.answer((1, "4,200"), (2, "4,200"), CompatibleBound)
        .answer((1, "4,200"), (3, "4,200"), Agrees)
        .sources((1, "4,200"), 1)
        .no_conflict();
}

#[test]
fn a_sentence_in_court_and_its_copy() {
    let wire = "A court in Hale sentenced banker Piet Varga to seven years in prison on Friday for taking bribes from builders of the Hale harbour road.";
    let pile = pile(&[
        ("2024-10-11", "Wire", wire),
        ("2024-10-11", "Copyist", wire),
        (
            "2024-10-11",
            "Own Words",
            "Piet Varga, a banker in Hale, must go to prison for seven years, judges ruled on Friday.",
        ),
    ]);
    pile.answer((1, "seven years"), (2, "seven years"), Agrees)
        .answer((1, "seven years"), (3, "seven years"), Agrees)
        .sources((1, "seven years"), 2)
        .no_conflict();
}

#[test]
fn spectators_of_a_match() {
    let pile = pile(&[
        (
            "2024-05-19",
            "Goal",
            "A crowd of 41,300 saw Redport beat Ashton in the cup final at Redport stadium.",
        ),
        (
            "2024-05-19",
            "Whistle",
            "Redport won the cup final against Ashton before a crowd of more than 41,000.",
        ),
    ]);
    pile.answer((1, "41,300"), (2, "41,000"), CompatibleBound)
        .no_conflict();
}

#[test]
fn the_rise_of_the_sea_in_two_units() {
    let pile = pile(&[
        (
            "2024-12-01",
            "Science Page",
            "The glacier above Mirren lost 12 miles of its length since 1900, the Mirren institute said.",
        ),
        (
            "2024-12-01",
            "Nature Page",
            "The Mirren institute said the glacier above Mirren has lost 19 kilometres of its length since 1900.",
        ),
    ]);
    pile.answer((1, "12 miles"), (2, "19 kilometres"), AgreesWithinRounding)
        .no_conflict();
}

#[test]
fn headlines_of_one_minute_that_cannot_both_be_true() {
    let pile = pile(&[(
        "",
        "Ticker",
        "11:20 Hundreds expected at 12th rally against Oldtown stadium\n11:20 Thousands expected at 12th rally against Oldtown stadium\n10:58 Tram service resumes\n9:41 Three hurt following crash on ring road near Oldtown bridge\n9:41 Three hurt in crash on ring road near Oldtown bridge\n8:15 Rain forecast for weekend\n7:00 Museum opens new wing\n",
    )]);
    pile.answer((1, "Hundreds"), (1, "Thousands"), Conflicts)
        .finding((1, "Three"), "printed_twice", "one item");
    assert_eq!(pile.conflicts().len(), 1, "{:#?}", pile.conflicts());
}

#[test]
fn headlines_that_name_nobody_conflict_in_one_minute_only() {
    let one_minute = "11:20 Hundreds expected at 12th week of farmers' rallies\n11:20 Thousands expected at 12th week of farmers' rallies\n10:58 Tram service resumes\n7:00 Museum opens new wing\n";
    pile(&[("", "Ticker", one_minute)]).answer((1, "Hundreds"), (1, "Thousands"), Conflicts);
    let two_hours = "11:20 Hundreds expected at 12th week of farmers' rallies\n9:05 Thousands expected at 12th week of farmers' rallies\n8:58 Tram service resumes\n7:00 Museum opens new wing\n";
    pile(&[("", "Ticker", two_hours)]).no_conflict();
}

#[test]
fn two_pipes_in_articles_about_other_things() {
    let pile = pile(&[
        (
            "",
            "A",
            "Ministers met in Trond on Monday to speak of the winter. Many had come by train. Leaks on two gas pipelines under the Gulf of Morne, which run from Kastria to Trond, gave rise to talk of sabotage. The ministers also spoke of schools, of the price of bread, of fishing rights and of a new bridge.",
        ),
        (
            "",
            "B",
            "Football: Redport won. Weather: rain. Kastria denied that it had a hand in the leaks on two gas pipelines under the Gulf of Morne. In other news, a choir from the south sang for the king, and a baker made a very long loaf.",
        ),
    ]);
    pile.answer((1, "two"), (2, "two"), Agrees);
}

#[test]
fn arithmetic_in_a_town_at_war() {
    let pile = pile(&[(
        "2024-03-01",
        "Field Desk",
        "Mayor Osk Brand said about 30% of the 60,000 estimated remaining residents took part. Arvo had a pre-war population of 240,000. The observers' report covers the time between March 1 and Aug. 31, a period of the first five months of the siege. Votes were held in the three districts. Buses came from the Lorne, Ashby and Kell districts.",
    )]);
    pile.finding((1, "30%"), "percent_of", "16")
        .finding((1, "60,000"), "percent_of", "")
        .finding((1, "60,000"), "part_of_whole", "25")
        .finding((1, "five months"), "dates_and_duration", "6 months")
        .finding((1, "three"), "count_against_list", "Lorne, Ashby, Kell")
        .no_conflict();
}

#[test]
fn a_toll_that_falls_without_a_word_is_impossible() {
    let printed = |second: &'static str| {
        pile(&[
            (
                "2024-03-04",
                "Post",
                "The death toll from the avalanche at Grau pass is 30, the Grau rescue service said on Monday.",
            ),
            ("2024-03-05", "Star", second),
        ])
    };
    printed(
        "The death toll from the avalanche at Grau pass is 22, the Grau rescue service said on Tuesday.",
    )
    .answer((1, "30"), (2, "22"), Conflicts)
    .finding((1, "30"), "cumulative_falls", "cannot fall");
    // Not told as a total: there may have been another.
    printed(
        "The avalanche at Grau pass killed 22 people, the Grau rescue service said on Tuesday.",
    )
    .no_conflict();
    printed("The Grau rescue service revised its toll on Tuesday: 22 people were killed by the avalanche at Grau pass.")
        .answer((1, "30"), (2, "22"), UpdatedOverTime)
        .no_conflict();
}
