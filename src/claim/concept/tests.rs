//! What figures count or measure, and whose it is.

use crate::article::Article;
use crate::claim::extract;
use crate::text::Text;

/// What the figures of a text count or measure, "-" for unknown.
fn concepts(text: &str) -> Vec<String> {
    let article = Article::of_text(Text::verbatim(text));
    extract(&article)
        .iter()
        .map(|found| {
            let concept = found.reading.concept.as_ref();
            concept.map_or("-".to_owned(), |concept| concept.text.clone())
        })
        .collect()
}

fn check(examples: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, expected) in examples {
        let got = concepts(text);
        if got != *expected {
            wrong.push(format!("{text}: expected {expected:?}, got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_second_of_a_list_has_an_owner_of_its_own() {
    check(&[
        (
            "The Goats won 31% of the vote, against 30% for the Boats.",
            &["vote (Goats)", "vote (Boats)"],
        ),
        (
            "The Goats had 47% of the vote to 45% for the ruling Boats.",
            &["vote (Goats)", "vote (Boats)"],
        ),
        (
            "The Goats are on 30% and 69 seats, Boat Front on 17% and 38 seats.",
            &["Goats", "seats (Goats)", "Boat Front", "seats (Boat Front)"],
        ),
        (
            "Health gets £61 billion, education £88 billion and transport £12 billion.",
            &["Health", "education", "transport"],
        ),
        ("Hay hit $3,400 a ton and wool $9,000.", &["Hay", "wool"]),
    ]);
}

#[test]
fn when_a_thing_was_bought_is_no_part_of_it() {
    check(&[
        (
            "The herders bought the mill in 1998 for $27,400 and sold it.",
            &["mill (herders)"],
        ),
        (
            "The herders bought the dairy on Monday for $60,600.",
            &["dairy (herders)"],
        ),
        (
            "Norpump bought the ferry last year for $3m.",
            &["ferry (Norpump)"],
        ),
    ]);
}

#[test]
fn what_is_compared_is_of_the_same_thing() {
    check(&[
        (
            "The fee is 45 cents per goat, up from 42 cents a year ago.",
            &["fee", "fee"],
        ),
        (
            "Herders put the crowd at 4,000; farmers claimed 12,000.",
            &["crowd", "crowd"],
        ),
        (
            "There were 300 goats, 11 fewer than in 2023.",
            &["goats", "goats"],
        ),
    ]);
}

#[test]
fn a_verb_and_the_size_of_an_economy_are_no_concept() {
    check(&[
        ("The storm left prices 4% higher.", &["prices (storm)"]),
        (
            "Farm spending rising to 2% of GDP pleased the herders.",
            &["Farm spending"],
        ),
    ]);
}

#[test]
fn verbs_and_words_that_only_place_are_no_part_of_what_is_counted() {
    check(&[
        ("Herders had expected sales of $5m.", &["sales"]),
        ("One in eight herders skips meals.", &["herders"]),
        ("Rents rose 3% last October.", &["Rents"]),
        ("She sang in front of a crowd of 3,000.", &["crowd"]),
    ]);
}

#[test]
fn where_people_were_hurt_is_not_who_was_hurt() {
    check(&[
        ("The flood killed 12 in the village.", &["-"]),
        ("The blast wounded dozens in a market.", &["-"]),
        ("The scheme has 40 in the north.", &["north (scheme)"]),
    ]);
}
