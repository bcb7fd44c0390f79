//! Import articles, judge three claims, save, close, reopen, undo, export.

use countercheck::export::{Format, Report};
use countercheck::project::{Command, Session, Status, Verdict};

use crate::sample::{claim, imported, stamp};

fn verdict(rating: &str, rationale: &str) -> Verdict {
    Verdict {
        rating: rating.to_owned(),
        rationale: rationale.to_owned(),
        by: "AB".to_owned(),
        at: "2022-09-28T17:00:00+02:00".to_owned(),
    }
}

#[test]
fn three_judgements_survive_a_night_and_the_last_can_be_undone_in_the_morning() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("night.ron");

    let mut evening = imported();
    let crossed = claim(&evening, 1, "About 98,000");
    let voted = claim(&evening, 1, "about 20%");
    let lived = claim(&evening, 1, "541,000");
    for (claim, rating) in [
        (crossed, "confirmed"),
        (voted, "mostly_right"),
        (lived, "confirmed"),
    ] {
        let verdict = Some(verdict(rating, "Looked up with the ministry."));
        evening
            .apply(
                Command::SetVerdict {
                    claims: vec![claim],
                    verdict,
                },
                stamp(),
            )
            .expect("a verdict with its reason");
    }
    evening.save(&path).expect("the folder can be written");
    assert!(!evening.is_dirty());
    drop(evening);

    let mut morning = Session::open(&path).expect("the saved project");
    assert_eq!(morning.project().status(lived), Status::Checked);
    assert!(
        morning.undo(stamp()),
        "the evening's last change can be taken back"
    );
    assert_eq!(morning.project().status(lived), Status::Unchecked);
    assert_eq!(morning.project().status(voted), Status::Checked);
    assert!(morning.is_dirty());

    let report = Report::new(
        morning.project(),
        morning.crosscheck(),
        "2022-09-29T08:00:00+02:00",
    );
    let html = Format::of_name("night.html")
        .and_then(|format| format.write(&report))
        .expect("a report");
    let html = String::from_utf8(html).expect("UTF-8");
    assert!(html.contains("About 98,000") && html.contains("Looked up with the ministry."));
}

#[test]
fn a_verdict_without_grounds_is_refused_and_changes_nothing() {
    let mut session = imported();
    let before = session.project().clone();
    let crossed = claim(&session, 1, "About 98,000");
    let refused = session.apply(
        Command::SetVerdict {
            claims: vec![crossed],
            verdict: Some(verdict("confirmed", "  ")),
        },
        stamp(),
    );
    assert!(refused.is_err());
    assert_eq!(*session.project(), before);
}
