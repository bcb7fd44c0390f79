//! Ends of the program without a word, and what comes back after them.

use std::fs;

use super::*;
use crate::claim::ClaimId;
use crate::project::file::journal::journal_of;
use crate::project::samples::{by_ana, session};
use crate::project::{Command, Status};

fn set(status: Status) -> Command {
    Command::SetStatus {
        claims: vec![ClaimId(2)],
        status,
    }
}

/// A session that ends without a word, as by a power cut: its journal stays, its locks are gone.
fn crash(session: Session) {
    drop(session);
}

/// A session whose project is saved at `path`, and changed since.
fn changed_since_saved(path: &Path, since: &[Status]) -> Session {
    let mut session = session();
    session.save(path).expect("saved");
    for status in since {
        session.apply(set(*status), by_ana()).expect("fits");
    }
    session
}

#[test]
fn what_was_not_saved_is_offered_and_recovered() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ferries.ron");
    let mut first = changed_since_saved(&path, &[Status::InProgress, Status::Rejected]);
    first.undo(by_ana());
    let lost = first.project().clone();
    crash(first);

    let mut second = Session::open(&path).expect("opens");
    assert_eq!(second.project().status(ClaimId(2)), Status::Unchecked);
    let offer = second.recovery().expect("offered");
    assert!(offer.fits());
    assert_eq!(
        offer.summary(),
        "“Crossing” has 3 changes not saved, the latest by Ana at 2026-01-05 10:00 +01:00: Undo: Reject “30”"
    );
    let recovered = second.recover();
    assert_eq!((recovered.made, recovered.refused), (3, Vec::new()));
    assert_eq!(second.project(), &lost);
    assert!(second.is_dirty());
    crash(second);

    let mut third = Session::open(&path).expect("opens");
    third.recover();
    assert_eq!(third.project(), &lost, "crashed twice, lost nothing");
    third.save(&path).expect("saved");
    drop(third);
    let fourth = Session::open(&path).expect("opens");
    assert!(fourth.recovery().is_none());
    assert!(!journal_of(&path).exists());
}

#[test]
fn a_journal_cut_off_in_its_last_line_gives_the_lines_before() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ferries.ron");
    crash(changed_since_saved(
        &path,
        &[Status::InProgress, Status::Rejected],
    ));
    let whole = fs::read(journal_of(&path)).expect("there");
    for length in 0..whole.len() {
        fs::write(journal_of(&path), whole.get(..length).expect("shorter")).expect("written");
        let session = Session::open(&path).expect("opens");
        let offered = session.recovery().map_or(0, |offer| offer.events().len());
        let lines = whole
            .iter()
            .take(length)
            .filter(|byte| **byte == b'\n')
            .count();
        assert_eq!(offered, lines.saturating_sub(1));
        let cut_off = lines > 0 && whole.get(length - 1) != Some(&b'\n');
        let told = session.recovery().map_or(0, Recovery::unreadable);
        assert_eq!(told, usize::from(cut_off), "at byte {length}");
    }
}

#[test]
fn a_project_never_saved_is_recovered_from_the_folder_of_journals() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = Session::new("Crossing");
    first.keep_journal_in(folder.path());
    for command in crate::project::samples::project_commands() {
        first.apply(command, by_ana()).expect("fits");
    }
    assert_eq!(
        Recovery::in_folder(folder.path()).len(),
        0,
        "it is still alive"
    );
    let lost = first.project().clone();
    crash(first);
    let offer = Recovery::in_folder(folder.path()).pop().expect("offered");
    let (second, recovered) = Session::recovered(offer, folder.path());
    assert_eq!(recovered.made, 2);
    assert_eq!(second.project(), &lost);
    second.abandon();
    assert!(Recovery::in_folder(folder.path()).is_empty());
}

#[test]
fn changes_neither_recovered_nor_discarded_are_kept_aside() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ferries.ron");
    crash(changed_since_saved(&path, &[Status::Rejected]));
    let mut second = Session::open(&path).expect("opens");
    second
        .apply(set(Status::InProgress), by_ana())
        .expect("fits");
    second.save(&path).expect("saved");
    let aside = journal_of(&path).with_extension("journal-1");
    assert!(
        fs::read_to_string(aside)
            .expect("kept")
            .contains("Reject “30”")
    );
}

#[test]
fn where_the_folder_takes_no_journal_it_is_kept_and_found_elsewhere() {
    let desk = tempfile::tempdir().expect("a folder");
    let path = desk.path().join("ferries.ron");
    let state = desk.path().join("state");
    let mut first = session();
    first.save(&path).expect("saved");
    first.keep_journal_in(&state);
    // Nothing can be written under this name any more.
    fs::create_dir(journal_of(&path)).expect("made");
    first.apply(set(Status::Rejected), by_ana()).expect("fits");
    assert_eq!(first.journal_trouble(), None);
    let lost = first.project().clone();
    crash(first);
    assert!(
        Recovery::in_folder(&state).is_empty(),
        "offered with its file"
    );
    let mut second = Session::open(&path).expect("opens");
    assert!(second.recovery().is_none(), "not beside the file");
    second.keep_journal_in(&state);
    assert_eq!(second.recovery().map(|offer| offer.events().len()), Some(1));
    second.recover();
    assert_eq!(second.project(), &lost);
}

#[test]
fn an_unsaved_copy_of_a_file_is_recovered_whole() {
    let state = tempfile::tempdir().expect("a folder");
    let file = session().to_text().expect("written");
    let mut copy = Session::of_bytes(file.as_bytes(), Path::new("sample.ron")).expect("sound");
    copy.keep_journal_in(state.path());
    copy.apply(set(Status::Rejected), by_ana()).expect("fits");
    let lost = copy.project().clone();
    crash(copy);
    let mut left = Recovery::in_folder(state.path());
    let (again, recovered) = Session::recovered(left.remove(0), state.path());
    assert!(recovered.refused.is_empty(), "{:?}", recovered.refused);
    assert_eq!(again.project(), &lost);
}

#[test]
fn what_a_save_took_in_before_the_end_is_not_done_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ferries.ron");
    let mut first = changed_since_saved(&path, &[Status::InProgress]);
    let task = first
        .begin_save(&path, false)
        .expect("begun")
        .expect("to save");
    first.apply(set(Status::Rejected), by_ana()).expect("fits");
    let journal = fs::read(journal_of(&path)).expect("there");
    // The file is written, and the end comes before the session hears of it.
    drop(task.run());
    crash(first);
    fs::write(journal_of(&path), journal).expect("as it was");
    let mut second = Session::open(&path).expect("opens");
    let offer = second.recovery().expect("offered");
    assert!(offer.fits());
    assert_eq!(offer.events().len(), 1, "the first is in the file");
    second.recover();
    assert_eq!(second.project().status(ClaimId(2)), Status::Rejected);
}

/// Leaves the journal of an unsaved project behind that has so many changes.
fn left_behind(state: &Path, title: &str, changes: usize) {
    let mut session = Session::new(title);
    session.keep_journal_in(state);
    for command in crate::project::samples::project_commands()
        .into_iter()
        .take(changes)
    {
        session.apply(command, by_ana()).expect("fits");
    }
    crash(session);
}

#[test]
fn projects_of_one_name_are_told_apart_and_one_project_is_offered_once() {
    let state = tempfile::tempdir().expect("a folder");
    left_behind(state.path(), "New project", 2);
    // The end came between the new journal and the removal of the old one.
    left_behind(state.path(), "New project", 1);
    let mut other = Session::new("New project");
    other.keep_journal_in(state.path());
    let rename = Command::SetTitle {
        title: "Trains".to_owned(),
    };
    let later = crate::project::Stamp {
        by: "Ben".to_owned(),
        at: "2026-01-06T09:00:00+01:00".to_owned(),
    };
    other.apply(rename, later).expect("fits");
    crash(other);

    let mut offers = Recovery::in_folder(state.path());
    let told: Vec<_> = offers
        .iter()
        .map(|offer| (offer.title(), offer.begun(), offer.articles()))
        .collect();
    assert_eq!(
        told,
        [
            ("Trains", "2026-01-06T09:00:00+01:00", vec![]),
            (
                "New project",
                "2026-01-05T10:00:00+01:00",
                vec!["Harbour fills".to_owned(), "Ferries return".to_owned()]
            ),
        ]
    );
    let ferries = offers.remove(1);
    ferries.discard().expect("removed");
    let left = Recovery::in_folder(state.path());
    assert_eq!(left.len(), 1, "and the beginning of it with it");
}

#[test]
fn a_damaged_journal_gives_what_can_be_read_tells_the_rest_and_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ferries.ron");
    let three = [Status::InProgress, Status::Checked, Status::Rejected];
    crash(changed_since_saved(&path, &three));
    let whole = fs::read_to_string(journal_of(&path)).expect("there");
    let damaged = whole.replacen("status: checked", "status: rejected", 1);
    assert_ne!(
        damaged, whole,
        "it can still be read, and says something else"
    );
    fs::write(journal_of(&path), damaged).expect("written");
    let mut session = Session::open(&path).expect("opens");
    let offer = session.recovery().expect("offered");
    assert_eq!((offer.events().len(), offer.unreadable()), (1, 2));
    assert!(offer.summary().ends_with("; 2 changes more cannot be read"));
    let recovered = session.recover();
    assert_eq!(recovered.made, 1);
    let kept = recovered.kept.expect("not thrown away");
    assert!(
        fs::read_to_string(kept)
            .expect("there")
            .contains("Reject “30”")
    );
}

#[test]
fn a_journal_that_cannot_be_read_at_all_is_not_overwritten() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ferries.ron");
    session().save(&path).expect("saved");
    let later = "(version: 99, of: \"a later program\")\n(by: \"Ana\")\n";
    fs::write(journal_of(&path), later).expect("written");
    let mut session = Session::open(&path).expect("opens");
    session
        .apply(set(Status::Rejected), by_ana())
        .expect("fits");
    let aside = journal_of(&path).with_extension("journal-1");
    assert_eq!(fs::read_to_string(aside).expect("kept"), later);
}

#[test]
fn a_journal_of_version_1_is_recovered() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ferries.ron");
    crash(changed_since_saved(&path, &[Status::Rejected]));
    let sealed = fs::read_to_string(journal_of(&path)).expect("there");
    let as_it_was: String = sealed
        .lines()
        .filter_map(|line| line.rsplit_once(" // "))
        .flat_map(|(content, _)| [content, "\n"])
        .collect();
    let as_it_was = as_it_was.replacen("version: 2", "version: 1", 1);
    fs::write(journal_of(&path), as_it_was).expect("written");
    let mut session = Session::open(&path).expect("opens");
    assert_eq!(session.recover().made, 1);
    assert_eq!(session.project().status(ClaimId(2)), Status::Rejected);
}

#[test]
fn what_was_done_in_a_window_that_may_only_read_is_offered_too() {
    let (desk, state) = (
        tempfile::tempdir().expect("a folder"),
        tempfile::tempdir().expect("a folder"),
    );
    let path = desk.path().join("ferries.ron");
    let mut first = session();
    first.save(&path).expect("saved");
    let mut second = Session::open(&path).expect("opens");
    assert!(second.read_only().is_some());
    second.keep_journal_in(state.path());
    second.apply(set(Status::Rejected), by_ana()).expect("fits");
    assert_eq!(second.journal_trouble(), None);
    assert!(
        !Session::waits_for_recovery(&path, Some(state.path())),
        "it lives"
    );
    let judged = second.project().clone();
    drop(second);
    drop(first);

    assert!(Session::waits_for_recovery(&path, Some(state.path())));
    let mut third = Session::open(&path).expect("opens");
    third.keep_journal_in(state.path());
    assert_eq!(third.recover().made, 1);
    assert_eq!(third.project(), &judged);
}
