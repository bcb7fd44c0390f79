//! A part and its whole: what share it is, and that it is not the larger.

use super::arithmetic::{difference, quotient, readable, scaled};
use super::{ArticleView, Check, Look};
use crate::claim::RelationKind;
use crate::crosscheck::comparison::Side;
use crate::crosscheck::words::vocabulary;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::Value;
use crate::quantity::{Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "part_of_whole",
    name: "Part and whole",
    explanation: "Sets a part against its whole: its share, and that it cannot be the larger of the two.",
    examples: &[(
        "Only 30,000 residents remain in Arvo. The town had a pre-war population of 120,000.",
        "24.",
    )],
    counter_examples: &["Arvo counted 30,000 visitors. The county has 120,000 cows."],
    look: Look::Article(find),
};

/// Bytes within which a part and its whole are looked for.
const NEAR: usize = 400;

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut remaining = Vec::new();
    for part in view.sides {
        let stated = part
            .claim
            .reading
            .relations
            .iter()
            .find(|relation| relation.kind == RelationKind::PartOf)
            .and_then(|relation| {
                view.sides
                    .iter()
                    .find(|side| side.claim.anchor.span.overlaps(relation.other))
            });
        if let Some(whole) = stated {
            findings.extend(working(*part, *whole));
        }
        if counts_people(*part) && narrowed(*part, "remaining") {
            remaining.push(*part);
        }
    }
    for part in &remaining {
        let whole = view
            .sides
            .iter()
            .filter(|whole| {
                counts_people(**whole)
                    && (narrowed(**whole, "pre-war") || whole.profile.epoch.is_some())
                    && whole.profile.at.abs_diff(part.profile.at) < NEAR
            })
            .min_by_key(|whole| whole.profile.at.abs_diff(part.profile.at));
        if let Some(whole) = whole {
            findings.extend(working(*part, *whole));
            findings.extend(ledger(view, *part, *whole));
        }
    }
    findings
}

fn counts_people(side: Side<'_>) -> bool {
    side.profile.kind == Kind::Count
        && side.profile.sense == Sense::Level
        && side
            .profile
            .value
            .is_some_and(|value| value >= Value::whole(100))
}

/// Whether one of the figure's narrowing words means the same as `word`.
fn narrowed(side: Side<'_>, word: &str) -> bool {
    let list = vocabulary().narrowing_at(&vocabulary().tokens(word));
    list.is_some_and(|(list, _)| side.profile.narrowing.contains(&list))
}

fn working(part: Side<'_>, whole: Side<'_>) -> Option<Finding> {
    if part.profile.family != whole.profile.family {
        return None;
    }
    let (small, large) = (part.profile.common?, whole.profile.common?);
    let quote = |side: Side<'_>| side.claim.anchor.quote.clone();
    let impossible = match (small.low, large.high) {
        (Some(low), Some(high)) => low.value > high.value,
        _ => false,
    };
    let stands = format!(
        "“{}” stands for {small}, “{}” for {large}.",
        quote(part),
        quote(whole)
    );
    if impossible {
        return Some(Finding {
            code: CHECK.code,
            severity: Severity::Impossible,
            claims: vec![part.claim.id, whole.claim.id],
            title: format!(
                "“{}” is more than the whole, “{}”",
                quote(part),
                quote(whole)
            ),
            working: vec![stands, "A part cannot be larger than its whole.".to_owned()],
        });
    }
    let share = scaled(quotient(small, large)?, Value::whole(100))?;
    Some(Finding {
        code: CHECK.code,
        severity: Severity::Style,
        claims: vec![part.claim.id, whole.claim.id],
        title: format!(
            "“{}” is {} % of “{}”",
            quote(part),
            readable(share, 1),
            quote(whole)
        ),
        working: vec![
            stands,
            format!("The part is {} % of the whole.", readable(share, 1)),
        ],
    })
}

/// Whole − left = remaining, where the text gives all three.
fn ledger(view: &ArticleView<'_>, rest: Side<'_>, whole: Side<'_>) -> Option<Finding> {
    let left = view.sides.iter().find(|side| {
        side.profile
            .class
            .is_some_and(|class| crate::crosscheck::words::class_name(class) == "displaced")
            && counts_people(**side)
            && side.profile.at.abs_diff(whole.profile.at) < NEAR
            && side.claim.id != rest.claim.id
            && side.claim.id != whole.claim.id
    })?;
    let expected = difference(whole.profile.common?, left.profile.common?)?;
    let given = rest.profile.common?;
    let fits = expected.meets(given);
    let quote = |side: Side<'_>| side.claim.anchor.quote.clone();
    Some(Finding {
        code: "ledger",
        severity: if fits {
            Severity::Style
        } else {
            Severity::CannotTell
        },
        claims: vec![whole.claim.id, left.claim.id, rest.claim.id],
        title: if fits {
            "What was, what left and what remains fit together".to_owned()
        } else {
            "What was, what left and what remains do not fit together".to_owned()
        },
        working: vec![
            format!(
                "“{}” − “{}” leaves {}.",
                quote(whole),
                quote(*left),
                readable(expected, 0)
            ),
            if fits {
                format!("“{}” fits.", quote(rest))
            } else {
                format!(
                    "“{}” does not fit: others came or left, or one of the three is wrong.",
                    quote(rest)
                )
            },
        ],
    })
}
