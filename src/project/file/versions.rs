//! Every version of the file ever written opens, for ever, and becomes the present one without loss.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::documented::everything;
use super::{FileError, VERSION};
use crate::claim::ClaimId;
use crate::project::samples::{by_ana, session, verdict};
use crate::project::{Command, Project, Session};

/// The samples of a version: a small project, and one in which everything a file can hold stands once.
fn samples_of(version: u32) -> [PathBuf; 2] {
    ["", "-everything"].map(|of| {
        PathBuf::from(env!("CARGO_MANIFEST_DIR"))
            .join(format!("tests/fixtures/projects/v{version}{of}.ron"))
    })
}

#[test]
#[ignore = "writes the samples of a new version, once"]
fn write_the_samples_of_this_version() {
    let mut small = session();
    let judge = Command::SetVerdict {
        claims: vec![ClaimId(1)],
        verdict: Some(verdict("confirmed", "the port's log says 12")),
    };
    small.apply(judge, by_ana()).expect("fits");
    small.undo(by_ana());
    small.redo(by_ana());
    for (sample, path) in [small, everything()].iter().zip(samples_of(VERSION)) {
        let text = sample.to_text().expect("written");
        std::fs::write(path, text).expect("saved");
    }
}

fn opened(path: &Path) -> Session {
    let session = Session::open_read_only(path).unwrap_or_else(|refused| panic!("{refused}"));
    assert_eq!(session.notices(), [], "{}", path.display());
    session
}

/// The project without what version 1 did not know.
fn as_in_version_1(project: &Project) -> Project {
    let mut project = project.clone();
    for sign_off in &mut project.sign_offs {
        sign_off.seal = None;
    }
    project
}

#[test]
fn every_version_ever_written_opens_with_all_it_holds() {
    for version in 1..=VERSION {
        let [small, whole] = samples_of(version);
        let small = opened(&small);
        assert_eq!(small.project().claims.len(), 3);
        assert_eq!(small.undo_label(), Some("Judge 1 claim: confirmed"));
        let whole = opened(&whole);
        assert_eq!(
            as_in_version_1(whole.project()),
            as_in_version_1(everything().project()),
            "version {version}"
        );
    }
}

#[test]
fn the_history_of_every_version_is_undone_to_its_beginning_and_made_again() {
    for version in 1..=VERSION {
        for path in samples_of(version) {
            let mut session = opened(&path);
            let end = Arc::clone(session.project());
            let replayed = session.replay(usize::MAX).expect("each change still fits");
            assert_eq!(replayed, end, "{}", path.display());
            while session.undo(by_ana()) {
                assert_eq!(session.project().soundness(), Ok(()));
            }
            assert_eq!(**session.project(), Project::new("Crossing"));
            while session.redo(by_ana()) {}
            assert_eq!(session.project(), &end);
            assert_eq!(session.notices(), [], "{}", path.display());
        }
    }
}

#[test]
fn an_older_version_is_left_alone_until_it_is_changed_and_then_saved_as_the_present_one() {
    let folder = tempfile::tempdir().expect("a folder");
    for version in 1..VERSION {
        for (number, sample) in samples_of(version).iter().enumerate() {
            let path = folder.path().join(format!("v{version}-{number}.ron"));
            std::fs::copy(sample, &path).expect("copied");
            let written = std::fs::read(&path).expect("there");
            let mut session = Session::open(&path).expect("opens");
            assert!(!session.is_dirty(), "to look is not to change");
            session.save(&path).expect("nothing to save");
            assert_eq!(std::fs::read(&path).expect("there"), written);
            let rename = Command::SetTitle {
                title: "Ferries".to_owned(),
            };
            session.apply(rename, by_ana()).expect("fits");
            session.save(&path).expect("saved");
            let text = std::fs::read_to_string(&path).expect("there");
            assert!(text.contains(&format!("\n    version: {VERSION},\n")));
            let mut again = opened(&path);
            assert_eq!(again.project(), session.project());
            assert_eq!(again.log().len(), session.log().len());
            assert!(again.undo(by_ana()), "with its history");
            let backup = path.with_extension("ron.bak");
            assert_eq!(std::fs::read(backup).expect("kept"), written);
            drop(session);
        }
    }
}

#[test]
fn what_the_present_version_wrote_is_written_again_to_the_byte() {
    for path in samples_of(VERSION) {
        let text = std::fs::read_to_string(&path).expect("there");
        assert_eq!(opened(&path).to_text().expect("written"), text);
    }
}

/// A version knows its own parts and no later ones: none of them is taken in without being understood.
#[test]
fn what_a_version_does_not_know_is_refused_with_its_place() {
    let [_, whole] = samples_of(1);
    let text = std::fs::read_to_string(whole).expect("there");
    let later = [
        (
            "tally: {unchecked: 1})",
            "tally: {unchecked: 1}, seal: \"5e\")",
        ),
        ("change: Redid)", "change: Because(event: 0, why: \"so\"))"),
    ];
    for (known, unknown) in later {
        let changed = text.replacen(known, unknown, 1);
        assert_ne!(changed, text, "{known}");
        let refused = Session::of_bytes(changed.as_bytes(), Path::new("x.ron"));
        let refused = refused.expect_err("no part of version 1");
        assert!(
            matches!(refused, FileError::Damaged { line, .. } if line > 100),
            "{refused}"
        );
    }
}

#[test]
fn a_later_version_is_refused_and_left_untouched() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("later.ron");
    let [_, whole] = samples_of(VERSION);
    let later = std::fs::read_to_string(whole).expect("there").replacen(
        &format!("version: {VERSION},"),
        &format!("version: {},", VERSION + 1),
        1,
    );
    std::fs::write(&path, &later).expect("written");
    let refused = Session::open(&path).expect_err("a later version");
    let words = refused.to_string();
    assert!(
        words.contains(&format!("version {}", VERSION + 1)) && words.contains("newer Countercheck"),
        "{words}"
    );
    assert_eq!(std::fs::read_to_string(&path).expect("there"), later);
    let left = std::fs::read_dir(folder.path()).expect("there").count();
    assert_eq!(left, 1, "no lock, no journal, no backup is left beside it");
}
