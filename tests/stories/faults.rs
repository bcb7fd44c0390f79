//! Disks that are really full, really read-only, really gone: mounted for the moment, in a namespace of their own that
//! ends with its process. Where the system does not allow that, the test says so loudly; `keeping.rs` then still writes
//! to disks that fail half-way, by a limit on the size of files.
#![cfg(target_os = "linux")]

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command as Process, Stdio};

use countercheck::claim::ClaimId;
use countercheck::project::{Command, FileError, Recovery, Session, Stamp};

use super::io::{countercheck, desk, said, status};

fn by_ana() -> Stamp {
    Stamp {
        by: "Ana".to_owned(),
        at: "2026-03-02T10:00:00+01:00".to_owned(),
    }
}

fn note(words: &str) -> Command {
    Command::SetNote {
        claim: ClaimId(1),
        note: words.to_owned(),
    }
}

/// Names the desk for the process in the namespace, and what it does there.
const DESK: &str = "COUNTERCHECK_TEST_FAULT";

/// Does `work`, a test of this file that is ignored otherwise, at `desk` after `mounting` there; `false` where the system
/// does not let anybody mount.
fn in_a_namespace(desk: &Path, mounting: &str, work: &str) -> bool {
    let probe = "mount -t tmpfs -o size=64k none \"$0\"";
    // With the rights of root a namespace of mounts is enough; without, one of users makes a root of its own.
    let ways: [&[&str]; 2] = [&["--mount"], &["--map-root-user", "--mount"]];
    let allowed = ways.into_iter().find(|way| {
        Process::new("unshare")
            .args(*way)
            .args(["sh", "-c", probe])
            .arg(desk)
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    });
    let Some(way) = allowed else {
        let words = format!(
            "\n*** SKIPPED: this system lets nobody mount, so “{work}” was not tried on a real disk.\n*** A limit on the size of files stands for it: see keeping.rs.\n"
        );
        std::io::stderr()
            .write_all(words.as_bytes())
            .expect("somebody reads");
        return false;
    };
    let done = Process::new("unshare")
        .args(way)
        .args([
            "sh",
            "-c",
            &format!("{mounting} && exec \"$1\" --exact \"faults::$2\" --ignored --nocapture"),
        ])
        .arg(desk)
        .arg(std::env::current_exe().expect("this test"))
        .arg(work)
        .env(DESK, desk)
        .output()
        .expect("starts");
    let out = String::from_utf8_lossy(&done.stdout);
    assert!(
        done.status.success() && out.contains("1 passed"),
        "{out}\n{}",
        said(&done)
    );
    true
}

/// The desk of the process in the namespace; `None` where nobody has started it.
fn given_desk() -> Option<PathBuf> {
    std::env::var_os(DESK).map(PathBuf::from)
}

/// A session on a saved project at `path`.
fn saved_at(path: &Path) -> Session {
    let (_desk, articles) = desk();
    let made = countercheck(&articles, &["new", "goats.ron", "harbour.txt"], b"");
    assert_eq!(status(&made), 0, "{}", said(&made));
    fs::copy(articles.join("goats.ron"), path).expect("copied");
    Session::open(path).expect("opens")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("there");
    let mut names: Vec<String> = entries
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

/// Fills the disk of `folder` to its last byte.
fn fill(folder: &Path) -> PathBuf {
    let path = folder.join("filler");
    let mut file = fs::File::create(&path).expect("made");
    while file.write_all(&[0; 512]).is_ok() {}
    path
}

#[test]
#[ignore = "is started in a namespace by the story below"]
fn work_on_a_full_disk() {
    let Some(desk) = given_desk() else { return };
    let path = desk.join("goats.ron");
    let mut session = saved_at(&path);
    let before = fs::read(&path).expect("there");
    let filler = fill(&desk);
    let files = names(&desk);
    session
        .apply(note("call the ferry master"), by_ana())
        .expect("fits");
    let trouble = session.journal_trouble().expect("told");
    assert!(trouble.contains("save soon"), "{trouble}");
    let refused = session
        .save(&path)
        .expect_err("there is no room")
        .to_string();
    assert!(
        refused.contains("the disk is full") && refused.contains("another place"),
        "{refused}"
    );
    assert!(session.is_dirty());
    assert_eq!(fs::read(&path).expect("there"), before);
    let left: Vec<String> = names(&desk)
        .into_iter()
        .filter(|name| !name.ends_with(".journal"))
        .collect();
    assert_eq!(left, files, "no half-written file takes what room there is");

    let elsewhere = tempfile::tempdir().expect("another disk");
    let rescued = elsewhere.path().join("goats.ron");
    session.save(&rescued).expect("another place");
    assert!(!session.is_dirty());
    fs::remove_file(filler).expect("room is made");
    session.save(&path).expect("saved again");
    let again = Session::open_read_only(&path).expect("opens");
    assert_eq!(again.project(), session.project());
}

#[test]
fn a_full_disk_leaves_the_old_file_whole_and_says_so() {
    let desk = tempfile::tempdir().expect("a folder");
    let mounting = "mount -t tmpfs -o size=128k none \"$0\"";
    in_a_namespace(desk.path(), mounting, "work_on_a_full_disk");
}

#[test]
#[ignore = "is started in a namespace by the story below"]
fn work_in_a_read_only_folder() {
    let Some(desk) = given_desk() else { return };
    let path = desk.join("goats.ron");
    let before = fs::read(&path).expect("there");
    let state = tempfile::tempdir().expect("another disk");
    let mut session = Session::open(&path).expect("opens all the same");
    session.keep_journal_in(state.path());
    session
        .apply(note("call the ferry master"), by_ana())
        .expect("fits");
    assert_eq!(session.journal_trouble(), None, "kept safe elsewhere");
    let refused = session
        .save(&path)
        .expect_err("nothing can be written")
        .to_string();
    assert!(
        refused.contains("you may not write") && refused.contains("can be changed"),
        "{refused}"
    );
    assert!(session.is_dirty());
    let changed = session.project().clone();
    drop(session);
    assert_eq!(fs::read(&path).expect("there"), before);

    let mut again = Session::open(&path).expect("opens");
    again.keep_journal_in(state.path());
    assert_eq!(
        again.recover().made,
        1,
        "what was not saved is offered again"
    );
    assert_eq!(again.project(), &changed);
    let elsewhere = state.path().join("goats.ron");
    again.save(&elsewhere).expect("another place");
    assert!(Recovery::in_folder(state.path()).is_empty());
}

#[test]
fn in_a_read_only_folder_the_old_file_stays_and_the_work_is_kept_elsewhere() {
    let desk = tempfile::tempdir().expect("a folder");
    drop(saved_at(&desk.path().join("goats.ron")));
    let mounting = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\"";
    in_a_namespace(desk.path(), mounting, "work_in_a_read_only_folder");
}

#[test]
#[ignore = "is started in a namespace by the story below"]
fn work_on_a_share_that_goes() {
    let Some(desk) = given_desk() else { return };
    let path = desk.join("goats.ron");
    let mut session = saved_at(&path);
    session
        .apply(note("call the ferry master"), by_ana())
        .expect("fits");
    let gone = Process::new("umount").arg("--lazy").arg(&desk).status();
    assert!(gone.expect("umount runs").success());
    assert_eq!(names(&desk), [] as [&str; 0], "the empty folder below it");
    session
        .apply(note("call again"), by_ana())
        .expect("work goes on");
    let refused = session
        .save(&path)
        .expect_err("it is not the same place any more");
    assert!(matches!(refused, FileError::Vanished { .. }), "{refused}");
    let words = refused.to_string();
    assert!(
        words.contains("not there any more") && words.contains("another place"),
        "{words}"
    );
    assert!(session.is_dirty());
    assert_eq!(
        names(&desk),
        [] as [&str; 0],
        "nothing is written in its stead"
    );
    session.save_over(&path).expect("asked for");
    assert!(!session.is_dirty());
}

#[test]
fn a_share_that_goes_is_not_taken_for_the_folder_below_it() {
    let desk = tempfile::tempdir().expect("a folder");
    let mounting = "mount -t tmpfs -o size=1m none \"$0\"";
    in_a_namespace(desk.path(), mounting, "work_on_a_share_that_goes");
}

#[test]
fn a_write_protected_file_is_not_replaced_behind_its_owners_back() {
    let desk = tempfile::tempdir().expect("a folder");
    let path = desk.path().join("goats.ron");
    let mut session = saved_at(&path);
    let before = fs::read(&path).expect("there");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).expect("set");
    session
        .apply(note("call the ferry master"), by_ana())
        .expect("fits");
    let refused = session.save(&path).expect_err("protected").to_string();
    assert!(refused.contains("write-protected"), "{refused}");
    assert_eq!(fs::read(&path).expect("there"), before);
    assert!(session.is_dirty());
}

#[test]
fn a_device_is_written_to_or_refused_and_never_replaced() {
    use std::os::unix::fs::FileTypeExt as _;
    let (_desk, path) = desk();
    let made = countercheck(&path, &["new", "goats.ron", "harbour.txt"], b"");
    assert_eq!(status(&made), 0, "{}", said(&made));
    // As root anybody could put a file in the place of this one; a pipe of our own tells the same.
    let pipe = path.join("pipe.csv");
    let done = Process::new("mkfifo").arg(&pipe).status();
    assert!(done.expect("mkfifo runs").success());
    let reader = {
        let pipe = pipe.clone();
        std::thread::spawn(move || fs::read_to_string(pipe).expect("read"))
    };
    let written = countercheck(&path, &["facts", "goats.ron", "--to", "pipe.csv"], b"");
    assert_eq!(status(&written), 0, "{}", said(&written));
    assert!(reader.join().expect("ends").starts_with("fact,source"));
    let is_pipe = || fs::metadata(&pipe).expect("there").file_type().is_fifo();
    assert!(is_pipe());
    let mut session = Session::open(&path.join("goats.ron")).expect("opens");
    session.apply(note("call"), by_ana()).expect("fits");
    let refused = session
        .save(&pipe)
        .expect_err("no place for a project")
        .to_string();
    assert!(refused.contains("no file but"), "{refused}");
    assert!(is_pipe() && session.is_dirty());
}

#[test]
fn a_save_keeps_owner_permissions_links_and_a_backup() {
    let desk = tempfile::tempdir().expect("a folder");
    let (folder, path) = (desk.path().join("real"), desk.path().join("real/goats.ron"));
    fs::create_dir(&folder).expect("made");
    let mut session = saved_at(&path);
    let before = fs::read(&path).expect("there");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o660)).expect("set");
    // Root alone can give a file away; for others the owner stays who it is.
    let given = std::os::unix::fs::chown(&path, Some(1234), Some(4321)).is_ok();
    // A folder that is a link, with a link to a link in it.
    symlink("real", desk.path().join("linked")).expect("linked");
    symlink("goats.ron", folder.join("first.ron")).expect("linked");
    symlink("first.ron", folder.join("second.ron")).expect("linked");
    let named = desk.path().join("linked/second.ron");
    session
        .apply(note("call the ferry master"), by_ana())
        .expect("fits");
    session.save(&named).expect("the same file");
    let now = fs::symlink_metadata(&path).expect("there");
    assert!(now.is_file());
    assert_eq!(now.permissions().mode() & 0o7777, 0o660);
    if given {
        assert_eq!((now.uid(), now.gid()), (1234, 4321));
    }
    assert_eq!(
        fs::read(folder.join("goats.ron.bak")).expect("kept"),
        before
    );
    let link = fs::symlink_metadata(folder.join("second.ron")).expect("there");
    assert!(link.is_symlink(), "the link is still one");
}

#[test]
fn while_a_window_has_a_project_open_no_other_program_writes_it() {
    let (_desk, path) = desk();
    let made = countercheck(&path, &["new", "goats.ron", "harbour.txt"], b"");
    assert_eq!(status(&made), 0, "{}", said(&made));
    let file = path.join("goats.ron");
    let window = Session::open(&file).expect("opens");
    let before = fs::read(&file).expect("there");
    fs::write(path.join("facts.csv"), "fact\nSome 40 goats slept.\n").expect("written");
    let refused = countercheck(&path, &["facts", "goats.ron", "--from", "facts.csv"], b"");
    assert_eq!(status(&refused), 2, "{}", said(&refused));
    let told = said(&refused);
    let process = std::process::id().to_string();
    assert!(
        told.contains("open in another window") && told.contains(&process),
        "{told}"
    );
    assert_eq!(fs::read(&file).expect("there"), before);
    drop(window);
    let taken = countercheck(&path, &["facts", "goats.ron", "--from", "facts.csv"], b"");
    assert_eq!(status(&taken), 0, "{}", said(&taken));
}
