//! The page that describes the file to people who write other tools, held to what the program writes.

use std::path::{Path, PathBuf};

use crate::claim::{ArticleId, ClaimId, Reading};
use crate::crosscheck::LinkKind;
use crate::project::samples::{article, by_ana, verdict};
use crate::project::{
    Attachment, Command, Dismissal, Evidence, FigureDecision, ReportStyle, SavedView, Session,
    Stance, Status, Subject,
};
use crate::quantity::Amount;

fn page() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("projects/FORMAT.md")
}

/// The annotated example of the page, without its annotations.
fn example() -> String {
    let page = std::fs::read_to_string(page()).expect("there");
    let (_, rest) = page.split_once("```ron\n").expect("an example");
    let (annotated, _) = rest.split_once("```").expect("an end");
    annotated
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line.split("  // ").next().unwrap_or_default(), "\n"])
        .collect()
}

/// A small project in which nearly everything a file can hold stands once.
pub(super) fn everything() -> Session {
    let mut session = Session::new("Crossing");
    let evidence = Evidence {
        citation: "Port register".to_owned(),
        url: Some("https://port.example/register".to_owned()),
        quote: "12 in port at 18:00".to_owned(),
        stance: Stance::Supports,
        locator: Some("page 3".to_owned()),
        accessed: Some(jiff::civil::date(2026, 1, 5)),
        by: "Ana".to_owned(),
        method: Some("by phone".to_owned()),
        attachment: Some(Attachment {
            path: "scans/register.pdf".to_owned(),
            sha256: "0c5d".repeat(16),
        }),
    };
    let note = |subject, text: &str| Command::AddNote {
        subject,
        text: text.to_owned(),
        by: "Ana".to_owned(),
        at: by_ana().at,
    };
    let commands = [
        article(
            "Harbour fills",
            "By dusk 12 ferries lay in port.\nSome say 30 more.",
        ),
        article("Ferries return", "Officials counted 14 ferries."),
        Command::AddEvidence {
            claim: ClaimId(1),
            evidence,
        },
        Command::SetVerdict {
            claims: vec![ClaimId(1)],
            verdict: Some(verdict("confirmed", "the register says 12")),
        },
        Command::SetNote {
            claim: ClaimId(1),
            note: "dusk was at 16:20".to_owned(),
        },
        Command::SetRecheck {
            claims: vec![ClaimId(1)],
            recheck_by: Some(jiff::civil::date(2026, 2, 1)),
        },
        Command::LinkClaims {
            a: ClaimId(1),
            b: ClaimId(3),
            kind: LinkKind::Cannot,
        },
        Command::DecideFigure {
            claim: ClaimId(1),
            decision: FigureDecision {
                title: Some("Ferries in port on Monday".to_owned()),
                accepted: Some("12".to_owned()),
                wording: Some("12 ferries, by the port's register".to_owned()),
                recheck_by: None,
                claims: vec![ClaimId(1)],
            },
        },
        Command::DismissFinding {
            dismissal: Dismissal {
                code: "conflict".to_owned(),
                claims: vec![ClaimId(1), ClaimId(3)],
                reason: "another day".to_owned(),
                by: "Ana".to_owned(),
            },
        },
        note(Subject::Project, "the port closes at 20:00"),
        note(Subject::Article(ArticleId(2)), "ask for the log"),
        note(Subject::Figure(ClaimId(1)), "print the hour too"),
        Command::SaveView {
            view: SavedView {
                name: "open".to_owned(),
                query: "status:unchecked".to_owned(),
            },
        },
        Command::SetStatus {
            claims: vec![ClaimId(2)],
            status: Status::Rejected,
        },
    ];
    for command in commands {
        session.apply(command, by_ana()).expect("fits");
    }
    let rejected = session.latest_change().expect("made");
    session
        .explain(rejected, "“30 more” is a guess of nobody’s", by_ana())
        .expect("a change");
    let seal = session.project().seal_of(ArticleId(2));
    let sign = Command::SignOff {
        article: ArticleId(2),
        by: "Ben".to_owned(),
        at: by_ana().at,
        seal: Some(seal),
    };
    session.apply(sign, by_ana()).expect("fits");
    session.undo(by_ana());
    session.redo(by_ana());
    session
}

#[test]
fn the_annotated_example_is_what_the_program_writes() {
    let written = everything().to_text().expect("written");
    let example = example();
    for (number, (example, written)) in example.lines().zip(written.lines()).enumerate() {
        assert_eq!(example, written, "line {} of the example", number + 1);
    }
    assert_eq!(example.len(), written.len());
}

#[test]
fn the_annotated_example_opens_and_is_saved_to_the_byte() {
    let example = example();
    let session = Session::of_bytes(example.as_bytes(), Path::new("example.ron")).expect("opens");
    assert_eq!(session.notices(), []);
    assert_eq!(session.to_text().expect("written"), example);
}

#[test]
fn the_example_opens_with_its_annotations_too() {
    let page = std::fs::read_to_string(page()).expect("there");
    let (_, rest) = page.split_once("```ron\n").expect("an example");
    let (annotated, _) = rest.split_once("```").expect("an end");
    let session = Session::of_bytes(annotated.as_bytes(), Path::new("example.ron")).expect("opens");
    assert_eq!(**session.project(), **everything().project());
}

#[test]
#[ignore = "prints the example for the page"]
fn print_the_example() {
    std::fs::write(
        std::env::temp_dir().join("example.ron"),
        everything().to_text().expect("written"),
    )
    .expect("written");
}

#[test]
fn the_reading_of_the_page_is_one() {
    let page = std::fs::read_to_string(page()).expect("there");
    let (_, rest) = page.split_once("```ron reading\n").expect("a reading");
    let (shown, after) = rest.split_once("```").expect("an end");
    let options =
        ron::Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
    let reading: Reading = options.from_str(shown).expect("a reading");
    let facets = [
        reading.place.is_some(),
        reading
            .period
            .as_ref()
            .is_some_and(|period| period.epoch.is_some()),
        reading.as_of.is_some() && reading.basis.is_some() && reading.aggregate.is_some(),
        reading
            .attribution
            .is_some_and(|who| who.reported_by.is_some() && who.cue.is_some()),
        reading.relations.len() == 1,
    ];
    assert_eq!(facets, [true; 5]);
    for amount in after.split('`').filter(|code| code.starts_with("Vague(")) {
        options.from_str::<Amount>(amount).expect("an amount");
    }
    let style = after
        .split("`report_style: ")
        .nth(1)
        .and_then(|rest| rest.split('`').next());
    let style: ReportStyle = options.from_str(style.expect("a style")).expect("a style");
    assert!(!style.is_usual());
}

/// All that is in the example undoes, step by step, to the empty project.
#[test]
fn everything_a_file_holds_has_a_command_that_undoes() {
    let text = example();
    let mut session = Session::of_bytes(text.as_bytes(), Path::new("example.ron")).expect("opens");
    let project = session.project();
    let review = project.reviews.get(&ClaimId(1)).expect("judged");
    assert!(review.verdict.is_some() && review.recheck_by.is_some() && !review.note.is_empty());
    assert!(
        review
            .evidence
            .iter()
            .any(|piece| piece.attachment.is_some())
    );
    let lists = [
        project.links.len(),
        project.figures.len(),
        project.dismissals.len(),
        project.notes.len(),
        project.sign_offs.len(),
        project.views.len(),
    ];
    assert_eq!(lists, [1, 1, 1, 3, 1, 1]);
    let mut seen = vec![session.project().clone()];
    while session.undo(by_ana()) {
        assert_ne!(
            seen.last(),
            Some(session.project()),
            "each step changes something"
        );
        assert_eq!(session.project().soundness(), Ok(()));
        seen.push(session.project().clone());
    }
    assert_eq!(seen.len(), 16, "fifteen changes");
    assert_eq!(
        **session.project(),
        crate::project::Project::new("Crossing")
    );
}
