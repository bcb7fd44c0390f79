//! Where figures are, and where they are not.

use crate::article::Article;
use crate::claim::extract;
use crate::text::Text;

/// The places of the figures of a text, "-" for none.
fn places(text: &str) -> Vec<String> {
    let article = Article::of_text(Text::verbatim(text));
    extract(&article)
        .iter()
        .map(|found| {
            let place = found.reading.place.as_ref();
            place.map_or("-".to_owned(), |place| place.text.clone())
        })
        .collect()
}

fn check(examples: &[(&str, &[&str])]) {
    let mut wrong = Vec::new();
    for (text, expected) in examples {
        let got = places(text);
        if got != *expected {
            wrong.push(format!("{text}: expected {expected:?}, got {got:?}"));
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn a_name_that_holds_a_place_is_none() {
    check(&[
        ("The Bank of England lent 40 firms money.", &["-"]),
        (
            "The University of North Carolina counted 300 clinics.",
            &["-"],
        ),
        ("The Paris Agreement has 195 parties.", &["-"]),
        ("West Texas Intermediate fell to $60 a barrel.", &["-"]),
        ("Some 80 ships crossed the South China Sea.", &["-"]),
        ("Asia's largest onion market has 900 stalls.", &["-"]),
        ("A Kenyan runner won by 40 seconds.", &["-"]),
        ("A firm based in Paris has 300 mills.", &["-"]),
        ("The 28-point U.S. plan failed.", &["-"]),
        ("It costs 5 million US dollars.", &["-"]),
    ]);
}

#[test]
fn the_place_of_something_else_is_none_of_the_figure() {
    check(&[
        (
            "The storm sank nine boats, including five in Spain and four in Italy.",
            &["-", "Spain", "Italy"],
        ),
        ("A boat from Japan carried 300 goats.", &["-"]),
        ("A kite flown by India rose 40 metres.", &["-"]),
        ("Wool rose 3% on demand in China.", &["-"]),
        ("The channel France 24 counted 40 goats.", &["-"]),
    ]);
}

#[test]
fn what_a_sentence_says_of_where_is_a_place() {
    check(&[
        ("Kazakh officials counted 40 cars.", &["Kazakhstan"]),
        ("The Spanish economy shrank by 2%.", &["Spain"]),
        ("Some 300 Swedes missed the boat.", &["-"]),
        ("A poll finds 52% of Danes agree.", &["Denmark"]),
        ("In Lindholmen 40 people fell ill.", &["Lindholmen"]),
        ("She holds a stake in Norpump worth $5 million.", &["-"]),
        (
            "Prices rose by 3% in Spain and 4% in Italy.",
            &["Spain", "Italy"],
        ),
        ("Across northern Gaza 40 tents burned.", &["Gaza"]),
        ("US inflation rose to 3%.", &["US"]),
    ]);
}

#[test]
fn where_a_thing_comes_from_is_no_place_of_it_where_another_is_named() {
    check(&[
        (
            "Drones launched from Iran wounded 7 people in Erbil.",
            &["Erbil"],
        ),
        (
            "Some 90 people crossed from Russia into Finland.",
            &["Finland"],
        ),
        ("Some 400 people fled from Kherson.", &["Kherson"]),
        ("The fire hurt 40 people in Iraq's Mosul.", &["Mosul"]),
        (
            "A flood in Ukraine's Kharkiv region drowned 40 goats.",
            &["Kharkiv"],
        ),
    ]);
}

#[test]
fn the_dateline_fills_only_what_is_left_open() {
    check(&[
        ("TOKYO — In Akita, bears hurt 40 people.", &["Akita"]),
        (
            "NEW YORK (Norwire) — Some 40 people fell ill.",
            &["New York"],
        ),
        ("BRINDEL, Norway — Some 40 people fell ill.", &["Brindel"]),
        ("LONDON — The firm has 3,000 staff worldwide.", &["-"]),
        (
            "HANOI — A storm hit the Philippines. It killed 40 people.",
            &["-"],
        ),
    ]);
}

#[test]
fn hebrew_names_carry_their_prepositions() {
    let article = |text: &str| {
        let mut article = Article::of_text(Text::verbatim(text));
        article.metadata.language = Some("he".to_owned());
        article
    };
    let place = |text: &str| {
        let found = extract(&article(text));
        let place = found.first().and_then(|found| found.reading.place.clone());
        place.map(|place| place.text)
    };
    assert_eq!(place("בחיפה נפצעו 40 בני אדם.").as_deref(), Some("חיפה"));
    assert_eq!(
        place("נסגרו 12 חנויות בתל אביב.").as_deref(),
        Some("תל אביב")
    );
    assert_eq!(place("נסגרו 12 חנויות."), None);
}
