//! What holds for every project: undone it is the start, saved it comes back, damaged it is refused or right.

use std::path::Path;
use std::sync::Arc;

use proptest::collection::vec;
use proptest::prelude::*;

use super::samples::{article, by_ana, reading, session, verdict};
use super::{
    Command, Dismissal, Evidence, FigureDecision, Project, Session, Stance, Status, Subject, merge,
};
use crate::claim::{ArticleId, ClaimId, Phrase};
use crate::crosscheck::LinkKind;
use crate::text::Text;

/// A step of a person at work.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Do(Box<Command>),
    Undo,
    Redo,
}

fn claim() -> impl Strategy<Value = ClaimId> {
    (1_u32..9).prop_map(ClaimId)
}

fn article_id() -> impl Strategy<Value = ArticleId> {
    (1_u32..4).prop_map(ArticleId)
}

fn status() -> impl Strategy<Value = Status> {
    prop_oneof![
        Just(Status::Unchecked),
        Just(Status::InProgress),
        Just(Status::Checked),
        Just(Status::Rejected)
    ]
}

fn evidence(citation: String) -> Evidence {
    Evidence {
        citation,
        url: None,
        quote: "twelve in all".to_owned(),
        stance: Stance::Supports,
        locator: Some("p. 3".to_owned()),
        accessed: None,
        by: "Ana".to_owned(),
        attachment: None,
    }
}

/// Any command; many will be refused.
pub(super) fn command() -> impl Strategy<Value = Command> {
    let words = "[a-z 0-9\"\\\\'\n\u{5d0}-\u{5d4}\u{202e}é]{0,12}";
    let judging = prop_oneof![
        (vec(claim(), 0..3), status())
            .prop_map(|(claims, status)| Command::SetStatus { claims, status }),
        (vec(claim(), 1..3), words, any::<bool>()).prop_map(|(claims, why, judged)| {
            let verdict = judged.then(|| verdict("disputed", &why));
            Command::SetVerdict { claims, verdict }
        }),
        (claim(), words).prop_map(|(claim, citation)| Command::AddEvidence {
            claim,
            evidence: evidence(citation),
        }),
        (claim(), 0_usize..2).prop_map(|(claim, index)| Command::RemoveEvidence { claim, index }),
        (claim(), words).prop_map(|(claim, note)| Command::SetNote { claim, note }),
        (claim(), words, vec(claim(), 0..3)).prop_map(|(claim, title, claims)| {
            let decision = FigureDecision {
                title: (!title.is_empty()).then_some(title),
                claims,
                ..FigureDecision::default()
            };
            Command::DecideFigure { claim, decision }
        }),
        (vec(claim(), 0..3), words).prop_map(|(claims, reason)| Command::DismissFinding {
            dismissal: Dismissal {
                code: "conflict".to_owned(),
                claims,
                reason,
                by: "Ana".to_owned(),
            },
        }),
        article_id().prop_map(|article| Command::SignOff {
            article,
            by: "Ana".to_owned(),
            at: "2026-01-05".to_owned(),
        }),
    ];
    let shaping = prop_oneof![
        (words, vec(0_u32..1_000, 0..3)).prop_map(|(title, numbers)| {
            let text: Vec<String> = numbers.iter().map(|n| format!("and {n} boats")).collect();
            article(&title, &text.join(" "))
        }),
        (article_id(), 0_u32..100).prop_map(|(article_id, number)| {
            let new = article(
                "Corrected",
                &format!("Now {number} boats and 12 ferries lay here."),
            );
            match new {
                Command::AddArticle { article, found } => Command::ReviseArticle {
                    article: article_id,
                    revised: article,
                    found,
                },
                other => other,
            }
        }),
        article_id().prop_map(|article| Command::RemoveArticle { article }),
        claim().prop_map(|claim| Command::RemoveClaim { claim }),
        (article_id(), 0_usize..20, 1_usize..9).prop_filter_map("a place", |(article, at, len)| {
            let span = Text::verbatim(&"x".repeat(40)).span(at, at + len)?;
            let reading = reading(
                7,
                Phrase {
                    text: "boats".to_owned(),
                    span: None,
                },
            );
            Some(Command::AddClaim {
                article,
                span,
                reading,
            })
        }),
        (claim(), any::<i64>()).prop_map(|(claim, number)| Command::EditClaim {
            claim,
            reading: reading(
                i128::from(number),
                Phrase {
                    text: "boats".to_owned(),
                    span: None,
                }
            ),
        }),
        (claim(), claim(), any::<bool>()).prop_map(|(a, b, must)| Command::LinkClaims {
            a,
            b,
            kind: if must {
                LinkKind::Must
            } else {
                LinkKind::Cannot
            },
        }),
        (claim(), claim()).prop_map(|(a, b)| Command::UnlinkClaims { a, b }),
        words.prop_map(|text| Command::AddNote {
            subject: Subject::Project,
            text,
            by: "Ana".to_owned(),
            at: "2026-01-05".to_owned(),
        }),
        words.prop_map(|title| Command::SetTitle { title }),
    ];
    prop_oneof![judging, shaping]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => command().prop_map(|command| Step::Do(Box::new(command))),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

fn take(session: &mut Session, steps: Vec<Step>) {
    for step in steps {
        match step {
            // A refused change is no change.
            Step::Do(command) => drop(session.apply(*command, by_ana())),
            Step::Undo => drop(session.undo(by_ana())),
            Step::Redo => drop(session.redo(by_ana())),
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn whatever_was_done_can_be_undone_to_the_start_and_done_again(steps in vec(step(), 0..24)) {
        let mut session = session();
        take(&mut session, steps);
        let end = Arc::clone(session.project());
        prop_assert_eq!(end.soundness(), Ok(()));
        let mut undone = 0;
        while session.undo(by_ana()) {
            prop_assert_eq!(session.project().soundness(), Ok(()));
            undone += 1;
        }
        prop_assert_eq!(&**session.project(), &Project::new("Crossing"));
        for _ in 0..undone {
            prop_assert!(session.redo(by_ana()));
        }
        prop_assert_eq!(session.project(), &end);
    }

    #[test]
    fn what_is_saved_comes_back_with_all_its_history(steps in vec(step(), 0..24)) {
        let mut session = session();
        take(&mut session, steps);
        let text = session.to_text().expect("written");
        let mut opened = Session::of_bytes(text.as_bytes(), Path::new("x.ron")).expect("opens");
        let lost: Vec<_> = session.lost_anchors();
        prop_assert_eq!(opened.project(), session.project());
        prop_assert_eq!(opened.lost_anchors(), lost);
        prop_assert_eq!(opened.to_text().expect("written"), text);
        let replayed = opened.replay(usize::MAX).expect("fits");
        prop_assert_eq!(&replayed, session.project());
        loop {
            let (a, b) = (opened.undo(by_ana()), session.undo(by_ana()));
            prop_assert_eq!(a, b);
            prop_assert_eq!(opened.project(), session.project());
            if !a {
                break;
            }
        }
    }

    #[test]
    fn a_damaged_file_is_refused_or_right(
        next in any::<bool>(), flip in 0_usize..1_000_000, bit in 0_u8..8, kind in 0_u8..4, steps in vec(step(), 0..6)
    ) {
        let mut session = session();
        take(&mut session, steps);
        let text = session.to_text().expect("written");
        for round in 0..12 {
            let damaged = damage(&text, kind, next, flip + round * 7_919, bit);
            if damaged == text.as_bytes() {
                continue;
            }
            match Session::of_bytes(&damaged, Path::new("x.ron")) {
                Err(refused) => prop_assert!(refused.to_string().len() > 20),
                Ok(opened) => {
                    prop_assert_eq!(opened.project().soundness(), Ok(()));
                    let same = opened.project() == session.project();
                    prop_assert!(same || !opened.notices().is_empty(), "changed without a word");
                }
            }
        }
    }

    #[test]
    fn merging_is_symmetric_and_the_base_changes_nothing(
        a in vec(command(), 0..10), b in vec(command(), 0..10)
    ) {
        let (mut ours, mut theirs) = (session(), session());
        let base = Arc::clone(ours.project());
        take(&mut ours, a.into_iter().map(|command| Step::Do(Box::new(command))).collect());
        take(&mut theirs, b.into_iter().map(|command| Step::Do(Box::new(command))).collect());
        let (o, t) = (ours.project(), theirs.project());
        prop_assert_eq!(merge(&base, o, &base), ((**o).clone(), Vec::new()));
        let (unchanged, conflicts) = merge(&base, &base, t);
        prop_assert_eq!((&unchanged, conflicts), (&**t, Vec::new()));
        let (one, conflicts) = merge(&base, o, t);
        let (other, mirrored) = merge(&base, t, o);
        prop_assert_eq!(one.soundness(), Ok(()));
        prop_assert_eq!(conflicts.len(), mirrored.len());
        prop_assert_eq!(one.claims.len(), other.claims.len());
        prop_assert_eq!(one.articles.len(), other.articles.len());
        let same_numbers = base.next_claim == o.next_claim || base.next_claim == t.next_claim;
        let same_articles = base.next_article == o.next_article || base.next_article == t.next_article;
        if conflicts.is_empty() && same_numbers && same_articles {
            prop_assert_eq!(one, other);
        }
    }
}

/// The file with a bit flipped, cut off, two of its lines swapped, or a line gone.
fn damage(text: &str, kind: u8, next: bool, place: usize, bit: u8) -> Vec<u8> {
    let mut bytes = text.as_bytes().to_vec();
    let length = bytes.len();
    match kind {
        0 => {
            if let Some(byte) = bytes.get_mut(place % length) {
                *byte ^= 1 << bit;
            }
        }
        1 => {
            let kept = place % length;
            bytes.truncate(kept);
        }
        _ => {
            let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
            let a = place % lines.len();
            if kind == 2 {
                let b = (place / 7 + usize::from(next)) % lines.len();
                lines.swap(a, b);
            } else {
                lines.remove(a);
            }
            bytes = lines.concat().into_bytes();
        }
    }
    bytes
}
