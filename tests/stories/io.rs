//! Articles go in and reports come out by the command line; what cannot be read is named, and nothing is lost.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value as Json;
use tempfile::TempDir;

pub(super) const HARBOUR: &str = "Goats cross the bridge\n\nAbout 98,000 goats crossed the bridge on Monday, the ferry master said.\n";
const MERIDIAN: &str = "Goats on the move\n\nMore than 110,000 goats crossed the bridge on Monday, the shepherds' union said.\n";

pub(super) fn countercheck(folder: &Path, arguments: &[&str], input: &[u8]) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_countercheck"))
        .args(arguments)
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = program.stdin.take().expect("a pipe");
    // A program that has already answered may have closed its end.
    let _ = stdin.write_all(input);
    drop(stdin);
    program.wait_with_output().expect("the program ends")
}

pub(super) fn status(output: &Output) -> i32 {
    output.status.code().expect("an exit status, not a signal")
}

pub(super) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

pub(super) fn answers(output: &Output) -> Vec<Json> {
    String::from_utf8_lossy(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("a line of JSON"))
        .collect()
}

pub(super) fn desk() -> (TempDir, PathBuf) {
    let desk = tempfile::tempdir().expect("a folder");
    fs::write(desk.path().join("harbour.txt"), HARBOUR).expect("written");
    fs::write(desk.path().join("meridian.txt"), MERIDIAN).expect("written");
    let path = desk.path().to_owned();
    (desk, path)
}

#[test]
fn lines_come_back_in_order_and_a_bad_one_is_named() {
    let (_desk, path) = desk();
    let good = (0..1500)
        .map(|number| format!("{{\"id\": {number}, \"text\": \"Some {number} goats crossed.\"}}"));
    let bad = [
        "{\"id\": 1500}",
        "{\"id\": \"last\", \"text\": \"Then 7 more.\"}",
    ]
    .map(str::to_owned);
    let input = good.chain(bad).collect::<Vec<_>>().join("\n");
    let output = countercheck(&path, &["extract", "--jsonl"], input.as_bytes());
    let ids: Vec<Json> = answers(&output)
        .iter()
        .map(|answer| answer["id"].clone())
        .collect();
    let wanted: Vec<Json> = (0..1500)
        .map(Json::from)
        .chain([Json::from("last")])
        .collect();
    assert_eq!(ids, wanted);
    assert!(said(&output).contains("line 1501: "), "{}", said(&output));
    assert_eq!(status(&output), 3, "part of the input was skipped");
}

#[test]
fn a_claim_stands_where_it_says_it_stands() {
    let (_desk, path) = desk();
    let text = "Übrigens: 😀 about 98,000 goats crossed the bridge, officials said.";
    let line = serde_json::json!({"id": "é", "text": text}).to_string();
    let output = countercheck(&path, &["extract", "--jsonl", "-"], line.as_bytes());
    let answer = answers(&output).remove(0);
    let claims = answer["claims"].as_array().expect("claims");
    let claim = claims
        .iter()
        .find(|claim| claim["value"] == "98000")
        .unwrap_or_else(|| panic!("98,000 is found: {answer}"));
    let place = |key: &str| usize::try_from(claim[key].as_u64().expect("a place")).expect("small");
    let words: String = text
        .chars()
        .skip(place("start"))
        .take(place("end") - place("start"))
        .collect();
    assert_eq!(claim["text"], words.as_str());
    assert_eq!(claim["qualifier"], "about");
    assert_eq!(status(&output), 0);
}

#[test]
fn a_check_of_files_names_its_articles_by_their_paths() {
    let (_desk, path) = desk();
    let output = countercheck(&path, &["check", "harbour.txt", "meridian.txt"], b"");
    let answer = answers(&output).remove(0);
    let figures = answer["figures"].as_array().expect("figures");
    assert!(!figures.is_empty(), "{answer}");
    for claim in figures
        .iter()
        .flat_map(|figure| figure["claims"].as_array().expect("claims"))
    {
        let article = claim["article"].as_str().expect("a path");
        assert!(["harbour.txt", "meridian.txt"].contains(&article));
    }
    let conflict = figures
        .iter()
        .flat_map(|figure| figure["comparisons"].as_array().expect("comparisons"))
        .any(|comparison| comparison["answer"] == "conflicts");
    assert_eq!(status(&output), i32::from(conflict), "{answer}");
}

#[test]
fn a_project_is_made_and_reported_in_every_format() {
    let (_desk, path) = desk();
    let made = countercheck(
        &path,
        &[
            "new",
            "goats.ron",
            "harbour.txt",
            "--copy",
            "meridian.txt",
            "--by",
            "AB",
        ],
        b"",
    );
    assert_eq!(status(&made), 0, "{}", said(&made));
    for (file, holds) in [
        ("report.html", "<!DOCTYPE html>"),
        ("report.md", "# goats"),
        ("report.csv", "figure,figure_id,answer"),
        ("report.json", "\"schema\": \"countercheck-report/1\""),
        ("goats.queries.md", "# Queries: goats"),
        ("goats.annotations.jsonld", "AnnotationPage"),
    ] {
        let output = countercheck(&path, &["report", "goats.ron", "--to", file], b"");
        assert_eq!(status(&output), 0, "{file}: {}", said(&output));
        let report = fs::read_to_string(path.join(file)).expect("the report");
        assert!(report.contains(holds), "{file}: {report}");
    }
    let output = countercheck(&path, &["report", "goats.ron", "--to", "goats.pdf"], b"");
    if cfg!(feature = "pdf") {
        assert_eq!(status(&output), 0, "{}", said(&output));
        let report = fs::read(path.join("goats.pdf")).expect("the report");
        assert!(report.starts_with(b"%PDF-1.7"));
    } else {
        assert_eq!(status(&output), 2);
        assert!(
            said(&output).contains("--features pdf"),
            "{}",
            said(&output)
        );
    }
    let again = countercheck(&path, &["new", "goats.ron", "harbour.txt"], b"");
    assert_eq!(status(&again), 2);
    assert!(
        said(&again).contains("“goats.ron” exists already"),
        "{}",
        said(&again)
    );
}

#[test]
fn what_cannot_be_exported_is_told_before_anything_is_written() {
    let (_desk, path) = desk();
    countercheck(&path, &["new", "goats.ron", "harbour.txt"], b"");
    for (file, told) in [
        ("report.doc2", "end the name in one of: .html"),
        ("goats.claimreview.jsonld", "--url"),
        ("nowhere/report.html", "cannot write “nowhere/report.html”"),
    ] {
        let output = countercheck(&path, &["report", "goats.ron", "--to", file], b"");
        assert_eq!(status(&output), 2, "{file}");
        assert!(said(&output).contains(told), "{file}: {}", said(&output));
        assert!(!path.join(file).exists());
    }
}

#[test]
fn a_damaged_or_newer_project_is_refused_and_left_as_it_is() {
    let (_desk, path) = desk();
    countercheck(&path, &["new", "goats.ron", "harbour.txt"], b"");
    let whole = fs::read_to_string(path.join("goats.ron")).expect("the project");
    let half: String = whole.chars().take(whole.chars().count() / 2).collect();
    let newer = whole.replacen("version: ", "version: 9", 1);
    for (name, content, told) in [
        ("half.ron", half.as_str(), "damaged at line "),
        (
            "newer.ron",
            newer.as_str(),
            "open it with a newer Countercheck",
        ),
        ("text.ron", HARBOUR, "is not a Countercheck project"),
    ] {
        fs::write(path.join(name), content).expect("written");
        let output = countercheck(&path, &["report", name, "--to", "report.html"], b"");
        assert_eq!(status(&output), 2, "{name}");
        assert!(said(&output).contains(told), "{name}: {}", said(&output));
        assert_eq!(
            fs::read_to_string(path.join(name)).expect("still there"),
            content
        );
        assert!(!path.join("report.html").exists());
    }
}

#[test]
fn a_folder_that_cannot_be_written_is_named() {
    let (_desk, path) = desk();
    fs::write(path.join("file"), "not a folder").expect("written");
    let output = countercheck(&path, &["new", "file/goats.ron", "harbour.txt"], b"");
    assert_eq!(status(&output), 2);
    assert!(
        said(&output).contains("cannot save file/goats.ron"),
        "{}",
        said(&output)
    );
}

#[test]
fn a_corrected_article_shows_what_has_changed_and_keeps_its_figures() {
    let (_desk, path) = desk();
    countercheck(
        &path,
        &["new", "goats.ron", "harbour.txt", "meridian.txt"],
        b"",
    );
    fs::write(
        path.join("harbour.txt"),
        HARBOUR.replace("Goats cross", "Many goats cross"),
    )
    .expect("written");
    let shown = countercheck(
        &path,
        &["revise", "goats.ron", "harbour.txt", "--dry-run"],
        b"",
    );
    let told = String::from_utf8_lossy(&shown.stdout).into_owned();
    assert!(told.contains("line 1: "), "{told}{}", said(&shown));
    assert!(
        told.contains("{+Many") && told.contains("[-Goats"),
        "{told}"
    );
    assert_eq!(status(&shown), 0, "{}", said(&shown));
    let revised = countercheck(
        &path,
        &["revise", "goats.ron", "harbour.txt", "--by", "AB"],
        b"",
    );
    assert_eq!(status(&revised), 0, "{}", said(&revised));
    let project = fs::read_to_string(path.join("goats.ron")).expect("the project");
    assert!(
        project.contains("Many goats cross the bridge"),
        "the new text is in it"
    );
    let again = countercheck(&path, &["revise", "goats.ron", "harbour.txt"], b"");
    assert!(
        said(&again).contains("nothing has changed"),
        "{}",
        said(&again)
    );
    // A dry run says how the other would end.
    fs::write(path.join("harbour.txt"), HARBOUR.replace("98,000", "Many")).expect("written");
    for switch in [&["--dry-run"][..], &[]] {
        let asked = [&["revise", "goats.ron", "harbour.txt"], switch].concat();
        let lost = countercheck(&path, &asked, b"");
        assert_eq!(status(&lost), 3, "{}", said(&lost));
    }
    fs::write(path.join("other.txt"), "Rain\n\n12 mm fell.").expect("written");
    let unknown = countercheck(&path, &["revise", "goats.ron", "other.txt"], b"");
    assert_eq!(status(&unknown), 2);
    assert!(
        said(&unknown)
            .contains("--number with one of: 1 Goats cross the bridge; 2 Goats on the move"),
        "{}",
        said(&unknown)
    );
}

#[test]
fn a_claim_is_judged_without_a_window_and_a_refused_verdict_changes_nothing() {
    let (_desk, path) = desk();
    countercheck(&path, &["new", "goats.ron", "harbour.txt"], b"");
    let before = fs::read(path.join("goats.ron")).expect("the project");
    for (asked, told) in [
        (
            &[
                "--claim",
                "1",
                "--verdict",
                "splendid",
                "--reason",
                "So it is.",
            ][..],
            "with one of: Confirmed, Mostly right",
        ),
        (
            &["--claim", "1", "--verdict", "wrong"],
            "needs a rationale or evidence",
        ),
        (
            &[
                "--claim",
                "999",
                "--verdict",
                "wrong",
                "--reason",
                "So it is.",
            ],
            "is not in this project",
        ),
    ] {
        let asked = [&["judge", "goats.ron"], asked].concat();
        let refused = countercheck(&path, &asked, b"");
        assert_eq!(status(&refused), 2, "{asked:?}");
        assert!(said(&refused).contains(told), "{}", said(&refused));
        let after = fs::read(path.join("goats.ron")).expect("the project");
        assert!(before == after, "{asked:?} left its mark");
    }
    let asked = [
        "judge",
        "goats.ron",
        "--claim",
        "1",
        "--verdict",
        "Mostly right",
        "--evidence",
        "https://register.example/goats",
        "--stance",
        "supports",
        "--by",
        "AF",
    ];
    let judged = countercheck(&path, &asked, b"");
    assert_eq!(status(&judged), 0, "{}", said(&judged));
    let output = countercheck(&path, &["report", "goats.ron", "--to", "report.md"], b"");
    assert_eq!(status(&output), 0, "{}", said(&output));
    let page = fs::read_to_string(path.join("report.md")).expect("the report");
    assert!(page.contains("Mostly right (AF, "), "{page}");
    assert!(page.contains("- Supports: https"), "{page}");
}

#[test]
fn a_project_sets_how_its_reports_look() {
    let (_desk, path) = desk();
    countercheck(
        &path,
        &["new", "goats.ron", "harbour.txt", "meridian.txt"],
        b"",
    );
    // One grey dot.
    let dot = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cc`\0\0\0\x02\0\x01H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82";
    fs::write(path.join("logo.png"), dot).expect("written");
    fs::write(path.join("logo.svg"), b"<svg onload='alert(1)'/>").expect("written");
    let set = countercheck(
        &path,
        &[
            "style",
            "goats.ron",
            "--newsroom",
            "Harbour Desk",
            "--sections",
            "figures,summary",
            "--logo",
            "logo.png",
        ],
        b"",
    );
    assert_eq!(status(&set), 0, "{}", said(&set));
    let output = countercheck(&path, &["report", "goats.ron", "--to", "report.html"], b"");
    assert_eq!(status(&output), 0, "{}", said(&output));
    let page = fs::read_to_string(path.join("report.html")).expect("the report");
    assert!(
        page.contains("Verification report · Harbour Desk"),
        "{page}"
    );
    assert!(page.contains("src=\"data:image/png;base64,iVBOR"), "{page}");
    let place = |heading: &str| page.find(&format!("<h2>{heading}</h2>"));
    assert!(place("Figures compared") < place("Summary") && place("Figures compared").is_some());
    assert_eq!(place("Method"), None);
    for (argument, told) in [
        ("--logo=logo.svg", "no PNG or JPEG"),
        ("--sections=colophon", "no section “colophon”"),
    ] {
        let output = countercheck(&path, &["style", "goats.ron", argument], b"");
        assert_eq!(status(&output), 2, "{argument}");
        assert!(said(&output).contains(told), "{}", said(&output));
    }
}
