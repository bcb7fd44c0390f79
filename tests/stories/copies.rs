//! Copies of one project are merged: by the program, and by git through it.

use std::fs;
use std::path::Path;
use std::process::{Command as Process, Output};

use countercheck::claim::ClaimId;
use countercheck::project::{Session, Status};

use super::io::{countercheck, said, status};
use super::keeping::{desk_with_project, judge, names, work};

#[test]
fn two_copies_are_merged_by_the_program() {
    let (_desk, path) = desk_with_project();
    for copy in ["ours.ron", "theirs.ron"] {
        fs::copy(path.join("goats.ron"), path.join(copy)).expect("copied");
    }
    work(
        &path.join("ours.ron"),
        "Ana",
        [judge(1, "confirmed", "Ana")],
    );
    work(&path.join("theirs.ron"), "Ben", [judge(2, "wrong", "Ben")]);
    let merge = [
        "merge",
        "goats.ron",
        "ours.ron",
        "theirs.ron",
        "--to",
        "merged.ron",
    ];
    let merged = countercheck(&path, &merge, b"");
    assert_eq!((status(&merged), said(&merged)), (0, String::new()));
    let both = Session::open_read_only(&path.join("merged.ron")).expect("opens");
    assert_eq!(both.project().status(ClaimId(1)), Status::Checked);
    assert_eq!(both.project().status(ClaimId(2)), Status::Checked);
    assert_eq!(both.notices(), []);
    assert!(both.log().iter().any(|event| event.stamp.by == "Ben"));

    work(
        &path.join("theirs.ron"),
        "Ben",
        [judge(1, "disputed", "Ben")],
    );
    let differing = countercheck(&path, &merge, b"");
    assert_eq!(status(&differing), 1, "something is left to decide");
    assert!(
        said(&differing)
            .contains("to decide: claim 1 “About 98,000”, verdict: ours is confirmed by Ana"),
        "{}",
        said(&differing)
    );
    let noted = Session::open_read_only(&path.join("merged.ron")).expect("opens");
    let note = noted.project().notes.last().expect("noted");
    assert!(
        note.text.contains("theirs is disputed by Ben"),
        "{}",
        note.text
    );
}

#[test]
fn a_merge_with_something_else_is_refused_and_writes_nothing() {
    let (_desk, path) = desk_with_project();
    let before = fs::read(path.join("goats.ron")).expect("there");
    for (base, theirs, told) in [
        (
            "goats.ron",
            "harbour.txt",
            "harbour.txt is not a Countercheck project",
        ),
        ("missing.ron", "goats.ron", "cannot read “missing.ron”"),
    ] {
        let merge = ["merge", base, "goats.ron", theirs, "--to", "goats.ron"];
        let refused = countercheck(&path, &merge, b"");
        assert_eq!(status(&refused), 2, "{}", said(&refused));
        assert!(said(&refused).contains(told), "{}", said(&refused));
        assert_eq!(fs::read(path.join("goats.ron")).expect("there"), before);
    }
}

/// Runs git in `folder`, away from the settings of whoever runs the test.
fn git(folder: &Path, arguments: &[&str]) -> Output {
    Process::new("git")
        .args(arguments)
        .current_dir(folder)
        .env("GIT_CONFIG_GLOBAL", folder.join("no such file"))
        .env("GIT_CONFIG_NOSYSTEM", "1")
        .envs([
            ("GIT_AUTHOR_NAME", "Ana"),
            ("GIT_AUTHOR_EMAIL", "ana@desk.example"),
            ("GIT_COMMITTER_NAME", "Ana"),
            ("GIT_COMMITTER_EMAIL", "ana@desk.example"),
        ])
        .output()
        .expect("git runs")
}

fn git_does(folder: &Path, arguments: &[&str]) {
    let done = git(folder, arguments);
    assert!(done.status.success(), "git {arguments:?}: {}", said(&done));
}

#[test]
fn git_merges_projects_by_the_program() {
    let (_desk, path) = desk_with_project();
    let goats = path.join("goats.ron");
    let driver = format!(
        "'{}' merge %O %A %B --to %A",
        env!("CARGO_BIN_EXE_countercheck")
    );
    git_does(&path, &["init", "--quiet", "--initial-branch=main"]);
    git_does(&path, &["config", "merge.countercheck.driver", &driver]);
    fs::write(path.join(".gitattributes"), "*.ron merge=countercheck\n").expect("written");
    fs::write(path.join(".gitignore"), "*.bak\n").expect("written");
    git_does(&path, &["add", "--all"]);
    git_does(&path, &["commit", "--quiet", "--message=The goats"]);
    git_does(&path, &["checkout", "--quiet", "-b", "ben"]);
    work(&goats, "Ben", [judge(2, "wrong", "Ben")]);
    git_does(&path, &["commit", "--quiet", "--all", "--message=Ben's"]);
    git_does(&path, &["checkout", "--quiet", "main"]);
    work(&goats, "Ana", [judge(1, "confirmed", "Ana")]);
    git_does(&path, &["commit", "--quiet", "--all", "--message=Ana's"]);
    let before = names(&path);
    git_does(&path, &["merge", "--quiet", "--no-edit", "ben"]);
    assert_eq!(names(&path), before, "nothing is left behind");
    let both = Session::open_read_only(&goats).expect("opens");
    assert_eq!(both.project().reviews.len(), 2);
    assert_eq!(both.notices(), []);

    git_does(&path, &["checkout", "--quiet", "ben"]);
    work(&goats, "Ben", [judge(1, "disputed", "Ben")]);
    git_does(
        &path,
        &["commit", "--quiet", "--all", "--message=Ben's again"],
    );
    git_does(&path, &["checkout", "--quiet", "main"]);
    let stopped = git(&path, &["merge", "--no-edit", "ben"]);
    assert!(!stopped.status.success(), "a disagreement stops the merge");
    let noted = Session::open_read_only(&goats).expect("opens all the same");
    let note = noted.project().notes.last().expect("noted");
    assert!(
        note.text.contains("theirs is disputed by Ben"),
        "{}",
        note.text
    );
}
