//! A part and its whole: what share it is, and that it is not the larger.

use super::arithmetic::{quotient, readable, scaled};
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
        "23.6 to 26.5 %",
    )],
    counter_examples: &["Arvo counted 30,000 visitors. The county has 120,000 cows."],
    look: Look::Article(find),
};

/// Bytes within which a part and its whole are looked for.
pub(super) const NEAR: usize = 400;

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
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
    }
    findings.extend(
        remaining(view)
            .into_iter()
            .filter_map(|(part, whole)| working(part, whole)),
    );
    findings
}

/// Those who remain, each with those who were there before.
pub(super) fn remaining<'a>(view: &'a ArticleView<'a>) -> Vec<(Side<'a>, Side<'a>)> {
    let rest = |side: &&Side<'_>| counts_people(**side) && narrowed(**side, "remaining");
    let mut found = Vec::new();
    for part in view.sides.iter().filter(rest) {
        let whole = view
            .sides
            .iter()
            .filter(|whole| {
                counts_people(**whole)
                    && (narrowed(**whole, "pre-war") || whole.profile.epoch.is_some())
                    && whole.profile.at.abs_diff(part.profile.at) < NEAR
            })
            .min_by_key(|whole| whole.profile.at.abs_diff(part.profile.at));
        found.extend(whole.map(|whole| (*part, *whole)));
    }
    found
}

pub(super) fn counts_people(side: Side<'_>) -> bool {
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
