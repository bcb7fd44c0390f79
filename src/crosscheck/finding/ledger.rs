//! A ledger of people: those who were there, less those who left, are those who remain, in however many articles.

use super::part_of_whole::{NEAR, counts_people, has_left, is_remaining, was_before};
use super::{Check, Look, StoryView};
use crate::crosscheck::arithmetic::{difference, readable};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::profile::{Profile, overlap};
use crate::crosscheck::words::Word;
use crate::crosscheck::{Finding, Severity};
use crate::quantity::{Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "ledger",
    name: "Ledger of people",
    explanation: "Takes those who left from those who were there before, and sets the rest against those who remain; \
                  the three may stand in three reports of one story.",
    examples: &[
        (
            "The town had a pre-war population of 120,000. Some 60,000 people have fled. Only 30,000 residents remain.",
            "does not fit",
        ),
        (
            "The town had a pre-war population of 120,000. Some 90,000 people have fled. Only 30,000 residents remain.",
            "“30,000” fits",
        ),
        (
            "Arvo had a pre-war population of 120,000, mayor Osk Brand said. Shells fell on Arvo again.\n---\nSome 60,000 people have fled Arvo since the siege began, mayor Osk Brand said.\n---\nMayor Osk Brand said that only 30,000 residents remain in Arvo under the shells.",
            "does not fit",
        ),
    ],
    counter_examples: &[
        "The town had a pre-war population of 120,000. Only 30,000 residents remain.",
        "Arvo had a pre-war population of 120,000, mayor Osk Brand said. Shells fell on Arvo again.\n---\nSome 60,000 people have fled Velmar, mayor Osk Brand of Arvo said.\n---\nMayor Osk Brand said that only 30,000 residents remain in Arvo under the shells.",
    ],
    look: Look::Story(is_entry, find),
};

/// Whether a claim can stand in a ledger.
fn is_entry(profile: &Profile) -> bool {
    profile.kind == Kind::Count
        && profile.sense == Sense::Level
        && (has_left(profile) || is_remaining(profile) || was_before(profile))
}

fn find(view: &StoryView<'_>) -> Vec<Finding> {
    let people = || view.sides.iter().filter(|side| counts_people(**side));
    let mut findings: Vec<Finding> = Vec::new();
    for rest in people().filter(|side| is_remaining(side.profile)) {
        let beside =
            |side: &&Side<'_>| side.claim.id != rest.claim.id && of_one_town(*rest, **side);
        let nearest = |side: &&Side<'_>| distance(*rest, **side);
        let whole = people()
            .filter(|side| {
                was_before(side.profile) && !is_remaining(side.profile) && !has_left(side.profile)
            })
            .filter(beside)
            .min_by_key(nearest);
        let left = people()
            .filter(|side| has_left(side.profile) && !is_remaining(side.profile))
            .filter(|side| whole.is_none_or(|whole| whole.claim.id != side.claim.id))
            .filter(beside)
            .min_by_key(nearest);
        if let (Some(whole), Some(left)) = (whole, left) {
            findings.extend(balance(*whole, *left, *rest));
        }
    }
    findings
}

/// Close in one article, or in two that name the same place.
fn of_one_town(a: Side<'_>, b: Side<'_>) -> bool {
    let (p, q) = (a.profile, b.profile);
    if p.article == q.article {
        return p.at.abs_diff(q.at) < NEAR;
    }
    let towns = |p: &Profile| -> Vec<Word> {
        let mut towns = [p.place(), p.own_names()].concat();
        towns.sort_unstable();
        towns
    };
    overlap(&towns(p), &towns(q)) > 0
}

fn distance(a: Side<'_>, b: Side<'_>) -> (bool, usize, (u64, usize)) {
    let elsewhere = a.profile.article != b.profile.article;
    let bytes = if elsewhere {
        0
    } else {
        a.profile.at.abs_diff(b.profile.at)
    };
    (elsewhere, bytes, b.profile.key)
}

/// Whole − left = remaining.
fn balance(whole: Side<'_>, left: Side<'_>, rest: Side<'_>) -> Option<Finding> {
    let expected = difference(whole.profile.common()?, left.profile.common()?)?;
    let fits = expected.meets(rest.profile.common()?);
    // Who left by one day are not those who were gone on another.
    let day = |side: Side<'_>| side.profile.as_of.map(|(day, _)| day);
    if !fits && day(left).zip(day(rest)).is_some_and(|(a, b)| a != b) {
        return None;
    }
    let quote = |side: Side<'_>| side.claim.anchor.quote.clone();
    let (severity, title, last) = if fits {
        (
            Severity::Style,
            "What was, what left and what remains fit together",
            format!("“{}” fits.", quote(rest)),
        )
    } else {
        (
            Severity::CannotTell,
            "What was, what left and what remains do not fit together",
            format!(
                "“{}” does not fit: others came or left, or one of the three is wrong.",
                quote(rest)
            ),
        )
    };
    let mut claims = vec![whole.claim.id, left.claim.id, rest.claim.id];
    claims.sort_unstable();
    Some(Finding {
        code: CHECK.code,
        severity,
        claims,
        title: title.to_owned(),
        working: vec![
            format!(
                "“{}” − “{}” leaves {}.",
                quote(whole),
                quote(left),
                readable(expected, 0)
            ),
            last,
        ],
    })
}
