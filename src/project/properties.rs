//! What holds for every project: undone it is the start, saved it comes back, merged it is the same from both sides.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use jiff::civil::Date;
use proptest::collection::vec;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::samples::{article, by_ana, reading, session, verdict};
use super::{
    Attachment, Command, Conflict, Dismissal, Evidence, FigureDecision, Project, SavedView,
    Session, Stance, Status, Subject, default_ratings, merge,
};
use crate::article::Metadata;
use crate::claim::{ArticleId, ClaimId, Phrase};
use crate::crosscheck::LinkKind;
use crate::quantity::HouseRules;
use crate::text::Text;

/// A step of a person at work.
#[derive(Clone, Debug)]
pub(super) enum Step {
    Do(Box<Command>),
    /// Says why the change at that place in the log was made.
    Explain(usize),
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
        method: Some("by phone".to_owned()),
        attachment: Some(Attachment {
            path: "talks files/log.pdf".to_owned(),
            sha256: "5e".repeat(32),
        }),
    }
}

fn recheck() -> impl Strategy<Value = Option<Date>> {
    prop_oneof![
        Just(None),
        (1_i8..28).prop_map(|day| Some(jiff::civil::date(2026, 2, day)))
    ]
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
        (article_id(), any::<bool>()).prop_map(|(article, sealed)| Command::SignOff {
            article,
            by: "Ana".to_owned(),
            at: "2026-01-05".to_owned(),
            seal: sealed.then(|| "5e".repeat(32)),
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
                    reread: vec![ClaimId(1), ClaimId(2)],
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
    let keeping = prop_oneof![
        (vec(claim(), 0..3), recheck())
            .prop_map(|(claims, recheck_by)| Command::SetRecheck { claims, recheck_by }),
        (claim(), words).prop_map(|(claim, text)| Command::AddNote {
            subject: Subject::Figure(claim),
            text,
            by: "Ana".to_owned(),
            at: "2026-01-05".to_owned(),
        }),
        (article_id(), words).prop_map(|(article, text)| Command::AddNote {
            subject: Subject::Article(article),
            text,
            by: "Ben".to_owned(),
            at: "2026-01-05".to_owned(),
        }),
        (0_usize..3).prop_map(|index| Command::RemoveNote { index }),
        (vec(claim(), 0..3)).prop_map(|claims| Command::RestoreFinding {
            code: "conflict".to_owned(),
            claims,
        }),
        article_id().prop_map(|article| Command::WithdrawSignOff {
            article,
            by: "Ana".to_owned(),
        }),
        ("[ab]{0,1}", words).prop_map(|(name, query)| Command::SaveView {
            view: SavedView { name, query },
        }),
        "[ab]".prop_map(|name| Command::RemoveView { name }),
        (0_i64..12).prop_map(|tenths| {
            let rules = HouseRules {
                about_share: Decimal::new(tenths, 1),
                ..HouseRules::default()
            };
            Command::SetHouseRules { rules }
        }),
        (0_usize..6).prop_map(|gone| {
            let mut ratings = default_ratings();
            ratings.remove(gone);
            Command::SetRatings { ratings }
        }),
        (article_id(), words).prop_map(|(article, title)| Command::EditMetadata {
            article,
            metadata: Metadata {
                title: Some(title),
                ..Metadata::default()
            },
        }),
        (claim(), 0_usize..20, 1_usize..9).prop_filter_map("a place", |(claim, at, len)| {
            let span = Text::verbatim(&"x".repeat(40)).span(at, at + len)?;
            Some(Command::MoveClaim { claim, span })
        }),
    ];
    prop_oneof![judging, shaping, keeping]
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => command().prop_map(|command| Step::Do(Box::new(command))),
        1 => (0_usize..20).prop_map(Step::Explain),
        2 => Just(Step::Undo),
        1 => Just(Step::Redo),
    ]
}

fn take(session: &mut Session, steps: Vec<Step>) {
    for step in steps {
        match step {
            // A refused change is no change.
            Step::Do(command) => drop(session.apply(*command, by_ana())),
            // Where there is no change, there is nothing to explain.
            Step::Explain(event) => drop(session.explain(event, "it was so", by_ana())),
            Step::Undo => drop(session.undo(by_ana())),
            Step::Redo => drop(session.redo(by_ana())),
        }
    }
}

/// What conflicts are about, in order, without the numbers that differ by the side one stands on.
fn facets(conflicts: impl Iterator<Item = Conflict>) -> Vec<(&'static str, String, String)> {
    let number = |words: String| words.replace(|c: char| c.is_ascii_digit(), "0");
    let mut facets: Vec<_> = conflicts
        .map(|conflict| {
            (
                conflict.facet,
                number(conflict.ours),
                number(conflict.theirs),
            )
        })
        .collect();
    facets.sort();
    facets
}

/// What people attached and noted, wherever it hangs.
fn said_in(project: &Project) -> BTreeSet<String> {
    let evidence = project.reviews.values().flat_map(|review| {
        let cited = review.evidence.iter();
        cited.map(|piece| format!("evidence {}", piece.citation))
    });
    let notes = project
        .notes
        .iter()
        .map(|note| format!("note {}", note.text));
    evidence.chain(notes).collect()
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
        prop_assert_eq!(opened.log().len(), session.log().len());
        for event in 0..session.log().len() {
            prop_assert_eq!(opened.why(event), session.why(event));
        }
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
        let mirrored = mirrored.into_iter().map(|conflict| Conflict {
            ours: conflict.theirs,
            theirs: conflict.ours,
            ..conflict
        });
        prop_assert_eq!(facets(conflicts.iter().cloned()), facets(mirrored));
        prop_assert_eq!(said_in(&one), said_in(&other));
        for word in said_in(o).union(&said_in(t)).filter(|word| !said_in(&base).contains(*word)) {
            prop_assert!(said_in(&one).contains(word), "{} is dropped", word);
        }
        let same_numbers = base.next_claim == o.next_claim || base.next_claim == t.next_claim;
        let same_articles = base.next_article == o.next_article || base.next_article == t.next_article;
        if conflicts.is_empty() && same_numbers && same_articles {
            prop_assert_eq!(one, other);
        }
    }

    #[test]
    fn one_change_taken_back_by_itself_leaves_a_sound_project_that_can_be_undone(
        steps in vec(step(), 1..16), chosen in 0_usize..20
    ) {
        let mut session = session();
        take(&mut session, steps);
        let before = Arc::clone(session.project());
        if session.revert(chosen, by_ana()).is_ok() {
            prop_assert_eq!(session.project().soundness(), Ok(()));
            prop_assert!(session.project() != &before);
            prop_assert!(session.undo(by_ana()));
        }
        prop_assert_eq!(session.project(), &before);
        // The latest change taken back by itself is the latest change undone, but for numbers that are not given again.
        if let Some(latest) = session.latest_change()
            && session.revert(latest, by_ana()).is_ok()
        {
            let reverted = Arc::clone(session.project());
            session.undo(by_ana());
            session.undo(by_ana());
            let undone = Project {
                next_article: reverted.next_article,
                next_claim: reverted.next_claim,
                ..(**session.project()).clone()
            };
            prop_assert_eq!(&*reverted, &undone);
        }
    }
}
