//! Projects are kept: merged by git, written on failing disks, recovered after a killed program; facts come and go as
//! tables.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command as Process, Output, Stdio};

use countercheck::claim::{ArticleId, ClaimId};
use countercheck::export::{Format, Report};
use countercheck::project::{Command, FileError, Session, Stamp, Status, Verdict};

use super::io::{countercheck, desk, said, status};

fn by(name: &str) -> Stamp {
    Stamp {
        by: name.to_owned(),
        at: "2026-03-02T10:00:00+01:00".to_owned(),
    }
}

fn judge(claim: u32, rating: &str, by: &str) -> Command {
    Command::SetVerdict {
        claims: vec![ClaimId(claim)],
        verdict: Some(Verdict {
            rating: rating.to_owned(),
            rationale: "the ferry master's log".to_owned(),
            by: by.to_owned(),
            at: "2026-03-02T10:00:00+01:00".to_owned(),
        }),
    }
}

/// Opens the project, makes the changes and saves it.
fn work(path: &Path, who: &str, changes: impl IntoIterator<Item = Command>) {
    let mut session = Session::open(path).expect("opens");
    for change in changes {
        session.apply(change, by(who)).expect("fits");
    }
    session.save(path).expect("saved");
}

/// A desk with a project of two articles.
fn desk_with_project() -> (tempfile::TempDir, std::path::PathBuf) {
    let (desk, path) = desk();
    let made = countercheck(
        &path,
        &[
            "new",
            "goats.ron",
            "harbour.txt",
            "meridian.txt",
            "--by",
            "Ana",
        ],
        b"",
    );
    assert_eq!(status(&made), 0, "{}", said(&made));
    (desk, path)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("there")
        .map(|entry| {
            entry
                .expect("there")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    names.sort();
    names
}

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

#[test]
fn facts_come_from_a_table_and_go_into_one() {
    let (_desk, path) = desk();
    let sheet = "fact,source,method,date,status,note\n\
        \"About 98,000 goats crossed the bridge.\",Bridge counter,by phone,2026-03-02,Confirmed,\n\
        At least 12 of them were lame.,,,,,ask the vet\n";
    fs::write(path.join("facts.csv"), sheet).expect("written");
    let taken = countercheck(
        &path,
        &["facts", "goats.ron", "--from", "facts.csv", "--by", "AB"],
        b"",
    );
    assert_eq!(status(&taken), 0, "{}", said(&taken));
    assert!(said(&taken).contains("2 facts"), "{}", said(&taken));
    let session = Session::open_read_only(&path.join("goats.ron")).expect("opens");
    assert_eq!(session.project().status(ClaimId(1)), Status::Checked);
    assert_eq!(
        session.log().first().map(|event| event.stamp.by.as_str()),
        Some("AB")
    );
    let given = countercheck(&path, &["facts", "goats.ron", "--to", "again.csv"], b"");
    assert_eq!(status(&given), 0, "{}", said(&given));
    assert_eq!(
        fs::read_to_string(path.join("again.csv")).expect("there"),
        sheet
    );
    fs::write(path.join("other.csv"), "who,what\nAna,12 goats\n").expect("written");
    let refused = countercheck(&path, &["facts", "goats.ron", "--from", "other.csv"], b"");
    assert_eq!(status(&refused), 2);
    assert!(
        said(&refused).contains("names no column “fact”"),
        "{}",
        said(&refused)
    );
}

#[test]
fn a_report_tells_when_a_signed_copy_has_been_changed_since() {
    let (_desk, path) = desk_with_project();
    let mut session = Session::open(&path.join("goats.ron")).expect("opens");
    let report = |session: &Session| {
        let report = Report::new(session.project(), session.crosscheck(), "2026-03-03");
        let format = Format::of_name("report.md").expect("a format");
        String::from_utf8(format.write(&report).expect("written")).expect("text")
    };
    let sign = Command::SignOff {
        article: ArticleId(1),
        by: "Ben".to_owned(),
        at: by("Ben").at,
        seal: Some(session.project().seal_of(ArticleId(1))),
    };
    session.apply(sign, by("Ben")).expect("fits");
    assert!(report(&session).contains("Signed off"));
    assert!(!report(&session).contains("changed since"));
    session
        .apply(judge(1, "wrong", "Ana"), by("Ana"))
        .expect("fits");
    assert!(report(&session).contains("the copy has been changed since"));
}

/// A limit on the size of files stands for a full disk: writing fails half-way. It needs no rights.
#[cfg(unix)]
#[test]
fn a_disk_that_fails_half_way_leaves_the_old_file_whole() {
    let (_desk, path) = desk_with_project();
    fs::copy(path.join("goats.ron"), path.join("theirs.ron")).expect("copied");
    work(&path.join("theirs.ron"), "Ben", [judge(1, "wrong", "Ben")]);
    let before = fs::read(path.join("goats.ron")).expect("there");
    let files = names(&path);
    let merge = "trap '' XFSZ; ulimit -f 8; exec \"$0\" merge goats.ron goats.ron theirs.ron --to goats.ron";
    let failed = Process::new("sh")
        .args(["-c", merge, env!("CARGO_BIN_EXE_countercheck")])
        .current_dir(&path)
        .output()
        .expect("a shell");
    assert_eq!(status(&failed), 2, "{}", said(&failed));
    assert!(
        said(&failed).contains("cannot save goats.ron"),
        "{}",
        said(&failed)
    );
    assert!(
        said(&failed).contains("What was there before is untouched"),
        "{}",
        said(&failed)
    );
    assert_eq!(fs::read(path.join("goats.ron")).expect("there"), before);
    assert_eq!(names(&path), files, "the half-written file is taken away");
}

#[test]
fn a_folder_that_vanishes_takes_nothing_with_it() {
    let (_desk, path) = desk_with_project();
    let share = path.join("share");
    fs::create_dir(&share).expect("made");
    let file = share.join("goats.ron");
    fs::copy(path.join("goats.ron"), &file).expect("copied");
    let mut session = Session::open(&file).expect("opens");
    fs::rename(&share, path.join("gone")).expect("renamed");
    session
        .apply(judge(1, "wrong", "Ana"), by("Ana"))
        .expect("fits");
    let refused = session.save(&file).expect_err("there is no folder");
    assert!(matches!(refused, FileError::Unwritable { .. }), "{refused}");
    let words = refused.to_string();
    assert!(
        words.contains("its folder is gone") && words.contains("another place"),
        "{words}"
    );
    assert!(session.is_dirty());
    let elsewhere = path.join("rescued.ron");
    session.save(&elsewhere).expect("another place");
    assert!(!session.is_dirty());
    let rescued = Session::open_read_only(&elsewhere).expect("opens");
    assert_eq!(rescued.project(), session.project());
}

/// Names the project for [`a_desk_that_works_until_it_is_killed`].
const DESK: &str = "COUNTERCHECK_TEST_DESK";

#[test]
#[ignore = "is started, and killed, by the story below"]
fn a_desk_that_works_until_it_is_killed() {
    let Ok(desk) = std::env::var(DESK) else {
        return;
    };
    let mut session = Session::open(Path::new(&desk)).expect("opens");
    for number in 1.. {
        let change = Command::SetNote {
            claim: ClaimId(1),
            note: format!("call number {number}"),
        };
        session.apply(change, by("Ana")).expect("fits");
        session.autosave();
        if let Some(trouble) = session.journal_trouble() {
            writeln!(std::io::stdout(), "trouble: {trouble}").expect("somebody reads");
        }
        writeln!(std::io::stdout(), "made {number}").expect("somebody reads");
    }
}

/// Starts the desk that works until it is killed; `limit` is what a shell does before.
fn working(file: &Path, limit: &str) -> std::process::Child {
    Process::new("sh")
        .args(["-c", &format!("{limit} exec \"$0\" \"$@\"")])
        .arg(std::env::current_exe().expect("this test"))
        .args(["--exact", "keeping::a_desk_that_works_until_it_is_killed"])
        .args(["--ignored", "--nocapture"])
        .env(DESK, file)
        .stdout(Stdio::piped())
        .spawn()
        .expect("starts")
}

/// Kills without a word, by SIGKILL, and says how many changes it had told of by then.
fn killed(mut working: std::process::Child, when: impl Fn(usize, &str) -> bool) -> usize {
    let mut lines = BufReader::new(working.stdout.take().expect("a pipe")).lines();
    let mut made = 0;
    loop {
        let line = lines.next().expect("works on").expect("a line");
        made += usize::from(line.contains("made "));
        if when(made, &line) {
            break;
        }
    }
    working.kill().expect("killed");
    working.wait().expect("gone");
    made + lines
        .map_while(Result::ok)
        .filter(|line| line.contains("made "))
        .count()
}

#[cfg(unix)]
#[test]
fn a_killed_program_loses_nothing_that_it_said_it_did() {
    let (_desk, path) = desk_with_project();
    let file = path.join("goats.ron");
    for enough in [1, 7, 60] {
        let made = killed(working(&file, ""), |made, _| made >= enough);
        let mut session = Session::open(&file).expect("opens");
        assert_eq!(session.read_only(), None, "its lock went with it");
        let offer = session.recovery().expect("offered");
        assert!(offer.fits());
        let summary = offer.summary();
        assert!(
            summary.contains("not saved, the latest “Note on “About 98,000”” by Ana"),
            "{summary}"
        );
        let recovered = session.recover();
        assert!(recovered.refused.is_empty());
        assert!(recovered.made >= made, "{} of {made}", recovered.made);
        let review = session.project().reviews.get(&ClaimId(1)).expect("noted");
        assert_eq!(review.note, format!("call number {}", recovered.made));
        session.abandon();
    }
}

#[cfg(unix)]
#[test]
fn a_journal_on_a_full_disk_is_told_and_holds_whole_changes() {
    let (_desk, path) = desk_with_project();
    let file = path.join("goats.ron");
    let full = working(&file, "trap '' XFSZ; ulimit -f 8;");
    killed(full, |_, line| {
        line.contains("trouble: changes cannot be kept safe")
    });
    let mut session = Session::open(&file).expect("opens");
    let recovered = session.recover();
    assert!(recovered.made > 5, "{}", recovered.made);
    assert!(recovered.refused.is_empty());
    let review = session.project().reviews.get(&ClaimId(1)).expect("noted");
    assert_eq!(review.note, format!("call number {}", recovered.made));
    session.abandon();
}
