//! What a ClaimReview says, and when it is refused.

use super::*;
use crate::export::sample;

fn reviews(report: &Report) -> Vec<Json> {
    serde_json::from_slice(&write(report).expect("judged, with an address")).expect("JSON")
}

#[test]
fn the_address_is_asked_for_and_never_invented() {
    let mut report = sample::report();
    assert_eq!(write(&report), Err(ExportError::NeedsUrl));
    for url in [
        "javascript:alert(1)",
        "https://desk.example/a b",
        "https://desk.example/\"><b>",
    ] {
        report.publication_url = Some(url.to_owned());
        let url = url.to_owned();
        assert_eq!(write(&report), Err(ExportError::NoAddress { url }));
    }
}

#[test]
fn only_the_chosen_claims_are_published_and_each_must_be_judged() {
    let mut report = sample::report();
    report.publication_url = Some("https://desk.example/goats".to_owned());
    let judged = report.quotes.iter().find(|quote| quote.verdict.is_some());
    let judged = judged.expect("one that is judged").id;
    let open = report.quotes.iter().find(|quote| quote.verdict.is_none());
    let open = open.expect("one that is open").id;
    report.reviewed = Some(vec![judged]);
    assert_eq!(reviews(&report).len(), 1);
    report.reviewed = Some(vec![judged, open]);
    let refused = ExportError::NotJudged { number: open };
    assert_eq!(write(&report), Err(refused));
    report.reviewed = Some(Vec::new());
    assert_eq!(write(&report), Err(ExportError::NothingJudged));
}

#[test]
fn what_the_format_requires_is_there() {
    let mut report = sample::report();
    report.publication_url = Some("https://desk.example/goats".to_owned());
    let reviews = reviews(&report);
    let [review] = reviews.as_slice() else {
        panic!("one claim is judged: {reviews:#?}");
    };
    assert_eq!(review["url"], "https://desk.example/goats#q1");
    assert_eq!(review["reviewRating"]["alternateName"], "Mostly right");
    assert_eq!(review["reviewRating"]["ratingValue"], 4);
    assert_eq!(review["reviewRating"]["bestRating"], 5);
    assert_eq!(review["itemReviewed"]["author"]["name"], "shepherds");
    assert_eq!(
        review["itemReviewed"]["appearance"][0]["headline"],
        "Harbour Wire on goats"
    );
    assert!(
        review["itemReviewed"]["appearance"][0].get("url").is_none(),
        "a script is no address"
    );
    assert!(
        review["claimReviewed"]
            .as_str()
            .is_some_and(|claim| claim.starts_with("About 98,000 goats"))
    );
}

#[test]
fn the_author_of_a_claim_is_a_person_or_a_body_and_never_a_headline() {
    for (kind, sort) in [
        (Some("person"), "Person"),
        (Some("media"), "Organization"),
        (Some("official"), "Organization"),
        (None, "Organization"),
    ] {
        assert_eq!(sort_of("Ida Moor", kind), sort, "{kind:?}");
    }
    for (name, sort) in [
        ("insurer Norvia", "Organization"),
        ("the carmaker Ostra Motors, of Velden", "Organization"),
        ("Insurer Norvia Re", "Organization"),
        ("Skua Lines", "Organization"),
        ("the Blue Anchor", "Organization"),
        ("the Rev. Ida Moor", "Person"),
        ("Lines", "Person"),
        ("regional airline Skua", "Organization"),
        ("Skua airline pilot Ida Moor", "Person"),
        ("Ida Moor, of the insurer Norvia", "Person"),
    ] {
        assert_eq!(sort_of(name, Some("person")), sort, "{name}");
    }
    for (name, sort) in [
        ("Governor Ida Moor", "Person"),
        ("Deputy Mayor Bo Lind, of Velden", "Person"),
        ("The mayor, Ida Moor", "Person"),
        ("the mayor of Velden", "Organization"),
        ("Mayor’s Office", "Organization"),
        ("Secretary of State", "Organization"),
        ("police", "Organization"),
    ] {
        assert_eq!(sort_of(name, Some("official")), sort, "{name}");
    }
    let report = sample::report();
    let quote = report
        .quotes
        .iter()
        .find(|quote| quote.text == "12")
        .expect("no source");
    let root = RootEntry {
        name: "“Goats at sea”".to_owned(),
        quotes: vec![0],
        why: String::new(),
    };
    let author = author(&report, quote, Some(&root)).expect("the publisher");
    assert_eq!(
        author,
        json!({"@type": "Organization", "name": "Harbour Wire"})
    );
}

#[test]
fn of_a_sentence_with_several_figures_the_one_judged_is_named() {
    let mut report = sample::report();
    let quote = report.quotes[0].clone();
    assert_eq!(claimed(&report, &quote), of_sentence(&quote));
    report.quotes[1].article = quote.article;
    report.quotes[1].start = quote.end;
    let named = format!("“About 98,000” in: {}", of_sentence(&quote));
    assert_eq!(claimed(&report, &quote), named);
}

#[test]
fn a_dateline_is_no_part_of_the_claim() {
    for (sentence, claim) in [
        (
            "VELDEN, Harbourland (Wire) — 12 goats crossed.",
            "12 goats crossed.",
        ),
        ("Velden (Wire) - 12 goats crossed.", "12 goats crossed."),
        (
            "The goats – 12 of them – crossed.",
            "The goats – 12 of them – crossed.",
        ),
    ] {
        assert_eq!(without_dateline(sentence), claim);
    }
}

#[test]
fn digits_become_ascii() {
    assert_eq!(with_ascii_digits("٩٨ and ۱۲ and 7"), "98 and 12 and 7");
}
