//! Projects are kept: written on failing disks, recovered after a killed program; facts come and go as
//! tables.

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command as Process, Stdio};

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

pub(super) fn judge(claim: u32, rating: &str, by: &str) -> Command {
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
pub(super) fn work(path: &Path, who: &str, changes: impl IntoIterator<Item = Command>) {
    let mut session = Session::open(path).expect("opens");
    for change in changes {
        session.apply(change, by(who)).expect("fits");
    }
    session.save(path).expect("saved");
}

/// A desk with a project of two articles.
pub(super) fn desk_with_project() -> (tempfile::TempDir, std::path::PathBuf) {
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

pub(super) fn names(folder: &Path) -> Vec<String> {
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
            summary.contains("not saved, the latest by Ana at")
                && summary.contains(": Note on “About 98,000”"),
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

#[test]
fn a_claim_whose_number_was_corrected_takes_no_other_claims_place() {
    let (_desk, path) = desk();
    let text = |cork: &str| {
        format!(
            "The ministry said {cork} men were hurt when the wall fell in Cork on Monday.\n\n\
             The ministry said 40 men were hurt when the wall fell in Galway on Monday.\n"
        )
    };
    fs::write(path.join("walls.txt"), text("40")).expect("written");
    countercheck(&path, &["new", "walls.ron", "walls.txt"], b"");
    let judge = [
        "judge",
        "walls.ron",
        "--claim",
        "1",
        "--verdict",
        "confirmed",
        "--reason",
        "Asked in Cork",
    ];
    assert_eq!(status(&countercheck(&path, &judge, b"")), 0);
    fs::write(path.join("walls.txt"), text("45")).expect("written");
    let revised = countercheck(&path, &["revise", "walls.ron", "walls.txt"], b"");
    assert_eq!(status(&revised), 3, "{}", said(&revised));
    assert!(said(&revised).contains("40"), "{}", said(&revised));
}

#[test]
fn nothing_is_written_over_a_project() {
    let (_desk, path) = desk();
    countercheck(&path, &["new", "goats.ron", "harbour.txt"], b"");
    fs::copy(path.join("goats.ron"), path.join("goats.html")).expect("a copy");
    let before = fs::read(path.join("goats.ron")).expect("a project");
    for asked in [
        ["facts", "goats.ron", "--to", "goats.ron"],
        ["facts", "goats.ron", "--to", "./goats.ron"],
        ["report", "goats.ron", "--to", "goats.html"],
    ] {
        let refused = countercheck(&path, &asked, b"");
        assert_ne!(status(&refused), 0, "{asked:?}");
        assert!(
            said(&refused).contains("holds a project"),
            "{}",
            said(&refused)
        );
    }
    for kept in ["goats.ron", "goats.html"] {
        assert_eq!(fs::read(path.join(kept)).expect("a project"), before);
    }
}
