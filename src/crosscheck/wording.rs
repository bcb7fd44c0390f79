//! A safe wording: a sentence that is true whatever comes of the open questions.

use std::collections::BTreeSet;

use super::comparison::Side;
use super::words::course_of;
use super::{Answer, Root};
use crate::claim::ArticleId;
use crate::lexicon::Course;

/// A sentence that is true whatever comes of the open questions.
pub(super) fn wording(
    sides: &[Side<'_>],
    answer: Option<Answer>,
    roots: &[Root],
) -> Option<String> {
    let named = |side: &Side<'_>| {
        let root = roots
            .iter()
            .find(|root| root.claims.contains(&side.claim.id))?;
        Some(root.name.clone()).filter(|name| !name.is_empty())
    };
    let told = |side: &Side<'_>| {
        let quote = lower_first(&side.claim.anchor.quote);
        match named(side) {
            Some(name) => format!("{quote}, according to {name}"),
            None => format!("{quote}, no source given"),
        }
    };
    let others = |sentence: String| {
        let more = roots.len().saturating_sub(1);
        match more {
            0 => repeated(sentence, sides),
            1 => format!("{sentence}; one other source agrees"),
            _ => format!("{sentence}; {more} other sources agree"),
        }
    };
    let latest = sides.iter().max_by_key(|side| {
        (
            side.profile.as_of.map(|as_of| as_of.0),
            std::cmp::Reverse(side.claim.id),
        )
    })?;
    match answer {
        None | Some(Answer::NotComparable | Answer::DifferentScope) => {
            (sides.len() == 1).then(|| told(latest))
        }
        Some(Answer::Agrees) => Some(others(told(sides.first()?))),
        Some(Answer::AgreesWithinRounding) => {
            let finest = sides
                .iter()
                .min_by_key(|side| (width(side), side.claim.id))?;
            Some(others(told(finest)))
        }
        Some(Answer::CompatibleBound) => {
            let tolls = latest.profile.class.map(course_of) == Some(Course::Toll);
            let tight = sides
                .iter()
                .min_by_key(|side| (width(side), side.claim.id))?;
            Some(others(told(if tolls && latest.profile.as_of.is_some() {
                latest
            } else {
                tight
            })))
        }
        Some(Answer::UpdatedOverTime) => {
            let day = latest
                .profile
                .as_of
                .map(|as_of| format!(", as of {}", as_of.0))
                .unwrap_or_default();
            Some(format!("{}{day}", told(latest)))
        }
        Some(Answer::Conflicts | Answer::CannotTell) => {
            let mut seen = BTreeSet::new();
            let each: Vec<String> = sides
                .iter()
                .filter(|side| seen.insert(side.profile.common))
                .take(3)
                .map(told)
                .collect();
            Some(format!("reports differ: {}", each.join("; ")))
        }
    }
}

/// Of one source: how many more reports say what it says.
fn repeated(sentence: String, sides: &[Side<'_>]) -> String {
    let articles: BTreeSet<ArticleId> = sides.iter().map(|side| side.claim.article).collect();
    match articles.len().saturating_sub(1) {
        0 => sentence,
        1 => format!("{sentence}; one other report repeats it"),
        more => format!("{sentence}; {more} other reports repeat it"),
    }
}

/// How wide an interval is; open ends are wider than all others.
fn width(side: &Side<'_>) -> (bool, Option<crate::lexicon::Value>) {
    match side
        .profile
        .common
        .map(|interval| (interval.low, interval.high))
    {
        Some((Some(low), Some(high))) => (false, high.value.minus(low.value)),
        _ => (true, None),
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    let rest_is_lower = text.chars().skip(1).all(|c| !c.is_uppercase());
    match chars.next().filter(|_| rest_is_lower) {
        Some(first) => first.to_lowercase().chain(chars).collect(),
        None => text.to_owned(),
    }
}
