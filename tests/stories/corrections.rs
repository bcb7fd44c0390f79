//! A corrected article comes for one that is in a project: its words, its details, and what its claims say.

use std::fs;
use std::path::Path;

use super::io::{countercheck, said, status};

/// A saved page with its date and one sentence.
fn page(path: &Path, day: &str, sentence: &str) {
    let page = format!(
        r#"<html lang="en"><head><title>Boats at Tolan</title><meta property="og:site_name" content="Lake Post">
<meta property="article:published_time" content="{day}T08:00:00+02:00"></head>
<body><article><h1>Boats at Tolan</h1><p>{sentence}</p>
<p>The lake is the largest of the valley, and on most days of the summer it is full of small boats.</p></article></body></html>"#
    );
    fs::write(path.join("boats.html"), page).expect("written");
}

fn told(path: &Path, asked: &[&str]) -> String {
    let output = countercheck(path, asked, b"");
    assert_eq!(status(&output), 0, "{}", said(&output));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Source and day of the claim of 14 boats.
fn boats(path: &Path) -> (String, String) {
    told(path, &["report", "boats.ron", "--to", "boats.json"]);
    let report = fs::read_to_string(path.join("boats.json")).expect("written");
    let report: serde_json::Value = serde_json::from_str(&report).expect("JSON");
    let claims = report["quotes"].as_array().expect("claims");
    let claim = claims.iter().find(|claim| claim["value"] == "14");
    let claim = claim.expect("14 boats");
    let words = |item: &serde_json::Value| item.as_str().unwrap_or_default().to_owned();
    (words(&claim["source"]), words(&claim["as_of"]))
}

#[test]
fn a_date_put_right_is_told_and_its_claims_follow() {
    let desk = tempfile::tempdir().expect("a folder");
    let path = desk.path();
    let sentence = "Some 14 boats have sunk, the harbour master said on Tuesday.";
    page(path, "2025-06-12", sentence);
    told(path, &["new", "boats.ron", "boats.html"]);
    assert_eq!(boats(path).1, "2025-06-10");

    page(path, "2025-06-19", sentence);
    let changed = told(path, &["revise", "boats.ron", "boats.html"]);
    assert!(changed.contains("Date: [-2025-06-12"), "{changed}");
    assert!(changed.contains("{+2025-06-19"), "{changed}");
    assert_eq!(boats(path).1, "2025-06-17");

    page(path, "2025-06-26", sentence);
    let kept = told(
        path,
        &["revise", "boats.ron", "boats.html", "--details", "keep"],
    );
    assert!(kept.contains("not taken"), "{kept}");
    assert_eq!(boats(path).1, "2025-06-17");
}

#[test]
fn a_file_of_several_articles_takes_the_place_of_none() {
    let desk = tempfile::tempdir().expect("a folder");
    let path = desk.path();
    page(path, "2025-06-12", "On Tuesday 14 boats sank.");
    told(path, &["new", "boats.ron", "boats.html"]);
    let mail = |number: u32| {
        format!(
            "From x Thu Jun 12 2025\nFrom: Ida Moor <ida@wire.example>\nSubject: Boats {number}\n\n{number} boats sank at Tolan.\n\n"
        )
    };
    fs::write(path.join("boats.mbox"), mail(1) + &mail(2)).expect("written");
    let refused = countercheck(
        path,
        &["revise", "boats.ron", "boats.mbox", "--number", "1"],
        b"",
    );
    assert_eq!(status(&refused), 2, "{}", said(&refused));
    assert!(
        said(&refused).contains("holds 2 articles"),
        "{}",
        said(&refused)
    );
}

#[test]
fn a_claim_that_nobody_has_edited_has_the_source_of_the_corrected_words() {
    let desk = tempfile::tempdir().expect("a folder");
    let path = desk.path();
    page(
        path,
        "2025-06-12",
        "Some 14 boats have sunk, the harbour master said on Tuesday.",
    );
    told(path, &["new", "boats.ron", "boats.html"]);
    page(
        path,
        "2025-06-12",
        "Some 14 boats have sunk, the coast guard said on Tuesday.",
    );
    told(path, &["revise", "boats.ron", "boats.html"]);
    assert!(boats(path).0.contains("coast guard"), "{:?}", boats(path));
}
