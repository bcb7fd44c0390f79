//! A figure from its claims: comparisons, sources, the answer of the row, a safe wording, how soon to look.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::comparison::{Side, compare};
use super::words::{class_name, course_of};
use super::{Answer, Comparison, Figure, Priority, Root, root};
use crate::article::Article;
use crate::claim::{ArticleId, ClaimId};
use crate::lexicon::Course;

/// Up to so many claims all pairs are compared; of a larger figure one claim of each reading.
const ALL_PAIRS: usize = 40;

/// The figure of claims that belong together, in order of claim.
pub(super) fn figure(
    sides: &[Side<'_>],
    articles: &BTreeMap<ArticleId, Arc<Article>>,
) -> Option<Figure> {
    let first = sides.first()?;
    let chosen = representatives(sides);
    let mut comparisons = Vec::new();
    for (at, a) in chosen.iter().enumerate() {
        for b in chosen.iter().skip(at + 1) {
            comparisons.push(compare(**a, **b));
        }
    }
    let roots = if sides.len() <= ALL_PAIRS * 4 {
        root::roots(sides, articles)
    } else {
        root::roots(
            &chosen.iter().map(|side| **side).collect::<Vec<_>>(),
            articles,
        )
    };
    let (answer, why) = row(&comparisons, &roots, sides);
    let priority = priority(sides, answer, &comparisons, roots.len());
    Some(Figure {
        id: first.claim.id,
        title: title(sides),
        claims: sides.iter().map(|side| side.claim.id).collect(),
        together: together(sides),
        wording: wording(sides, answer, &roots),
        roots,
        comparisons,
        answer,
        why,
        priority,
    })
}

/// The claims that are compared: all, or the first of each value, form and day.
fn representatives<'a, 'b>(sides: &'b [Side<'a>]) -> Vec<&'b Side<'a>> {
    if sides.len() <= ALL_PAIRS {
        return sides.iter().collect();
    }
    let mut chosen: Vec<&Side<'_>> = Vec::new();
    for side in sides {
        let known = chosen.iter().any(|other| {
            let (p, q) = (side.profile, other.profile);
            p.common == q.common && p.form == q.form && p.as_of.map(|a| a.0) == q.as_of.map(|a| a.0)
        });
        if !known && chosen.len() < ALL_PAIRS {
            chosen.push(side);
        }
    }
    chosen
}

/// Answers from the one that weighs most for a row.
const WEIGHT: [Answer; 8] = [
    Answer::Conflicts,
    Answer::CannotTell,
    Answer::UpdatedOverTime,
    Answer::CompatibleBound,
    Answer::AgreesWithinRounding,
    Answer::Agrees,
    Answer::DifferentScope,
    Answer::NotComparable,
];

/// The answer of the row: between independent roots where there are several, else within the one.
fn row(comparisons: &[Comparison], roots: &[Root], sides: &[Side<'_>]) -> (Option<Answer>, String) {
    if sides.len() < 2 {
        return (None, String::new());
    }
    let root_of = |claim: ClaimId| roots.iter().position(|root| root.claims.contains(&claim));
    let across: Vec<&Comparison> = comparisons
        .iter()
        .filter(|c| root_of(c.a) != root_of(c.b))
        .collect();
    let heaviest = |list: &[&Comparison]| {
        WEIGHT
            .iter()
            .find_map(|answer| list.iter().find(|c| c.answer == *answer).copied().cloned())
    };
    let within: Vec<&Comparison> = comparisons.iter().collect();
    // A conflict inside one source is still a conflict.
    let decisive = comparisons
        .iter()
        .find(|c| c.answer == Answer::Conflicts)
        .cloned()
        .or_else(|| heaviest(&across))
        .or_else(|| heaviest(&within));
    let articles: BTreeSet<ArticleId> = sides.iter().map(|side| side.claim.article).collect();
    let counted = format!(
        "{}, {}",
        count(articles.len(), "report", "reports"),
        count(roots.len(), "source", "sources")
    );
    match decisive {
        Some(comparison) => (
            Some(comparison.answer),
            format!("{counted}. {}", comparison.why),
        ),
        None => (None, counted),
    }
}

/// "one report", "3 sources".
pub(super) fn count(number: usize, one: &str, several: &str) -> String {
    if number == 1 {
        format!("one {one}")
    } else {
        format!("{number} {several}")
    }
}

/// What is counted, in few words: the fullest concept with its predicate.
fn title(sides: &[Side<'_>]) -> String {
    let concept = sides
        .iter()
        .filter_map(|side| {
            let reading = &side.claim.reading;
            reading
                .concept
                .as_ref()
                .map(|phrase| phrase.text.as_str())
                .or(reading.quantity.unit_text.as_deref())
        })
        .min_by_key(|text| (text.chars().count().abs_diff(18), *text));
    let predicate = sides
        .iter()
        .filter_map(|side| side.claim.reading.predicate.as_ref())
        .map(|phrase| phrase.text.as_str())
        .min_by_key(|text| (text.chars().count().abs_diff(20), *text));
    let class = sides
        .iter()
        .find_map(|side| side.profile.class)
        .map(class_name);
    // What the concept says already is not said again.
    let adds = |words: &&str| concept.is_none_or(|concept| !concept.contains(*words));
    let second = predicate.filter(adds).or(class.filter(adds));
    match (concept, second) {
        (Some(concept), Some(second)) => format!("{concept} · {second}"),
        (Some(one), None) | (None, Some(one)) => one.to_owned(),
        (None, None) => sides
            .first()
            .map_or_else(String::new, |side| side.claim.anchor.quote.clone()),
    }
}

/// Why the claims are together: what they all share.
fn together(sides: &[Side<'_>]) -> String {
    if sides.len() < 2 {
        return "the only claim about this".to_owned();
    }
    let all = |same: &dyn Fn(&Side<'_>, &Side<'_>) -> bool| {
        sides
            .first()
            .is_some_and(|first| sides.iter().all(|side| same(first, side)))
    };
    let mut shared: Vec<String> = Vec::new();
    if let Some(class) = sides.iter().find_map(|side| side.profile.class)
        && sides
            .iter()
            .all(|side| side.profile.class.is_none_or(|other| other == class))
    {
        shared.push(class_name(class).to_owned());
    }
    let head = sides.first().and_then(|side| side.profile.head);
    if head.is_some()
        && all(&|a, b| a.profile.head == b.profile.head)
        && let Some(concept) = sides
            .iter()
            .filter_map(|side| side.claim.reading.concept.as_ref())
            .map(|c| c.text.as_str())
            .min_by_key(|text| (text.len(), *text))
    {
        shared.push(concept.to_owned());
    }
    if let Some(place) = sides
        .iter()
        .find_map(|side| side.claim.reading.place.as_ref())
    {
        shared.push(place.text.clone());
    }
    if all(&|a, b| a.profile.value.is_some() && a.profile.value == b.profile.value) {
        shared.push("the same number".to_owned());
    }
    if let Some(first) = sides.first()
        && let Some((day, _)) = first.profile.as_of
        && all(&|a, b| a.profile.as_of.map(|of| of.0) == b.profile.as_of.map(|of| of.0))
    {
        shared.push(day.strftime("%b %-d").to_string());
    }
    if all(&|a, b| a.claim.article == b.claim.article) {
        shared.push("one article".to_owned());
    }
    if shared.is_empty() {
        shared.push("what is counted, in one story".to_owned());
    }
    format!("same: {}", shared.join(" · "))
}

/// A sentence that is true whatever comes of the open questions.
fn wording(sides: &[Side<'_>], answer: Option<Answer>, roots: &[Root]) -> Option<String> {
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
            0 => sentence,
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

/// How soon to look: what is wrong weighs most, then how much the claims deserve checking, then how few stand behind it.
fn priority(
    sides: &[Side<'_>],
    answer: Option<Answer>,
    comparisons: &[Comparison],
    roots: usize,
) -> Priority {
    let slip = comparisons
        .iter()
        .find_map(|comparison| comparison.slip.as_ref());
    let (mut weight, mut why) = match answer {
        Some(Answer::Conflicts) if slip.is_some() => (700, vec!["a conflict that a slip explains"]),
        Some(Answer::Conflicts) => (600, vec!["a conflict"]),
        Some(Answer::CannotTell) => (350, vec!["a facet that decides is unknown"]),
        Some(Answer::UpdatedOverTime) => (250, vec!["the figure has moved on"]),
        Some(Answer::CompatibleBound | Answer::AgreesWithinRounding) => {
            (120, vec!["the writings differ"])
        }
        Some(Answer::Agrees) => (60, vec!["all agree"]),
        Some(Answer::DifferentScope | Answer::NotComparable) | None => (100, Vec::new()),
    };
    let worth = sides
        .iter()
        .map(|side| side.claim.reading.worth)
        .max()
        .unwrap_or_default();
    let worth = u32::try_from((worth * rust_decimal::Decimal::from(200)).trunc())
        .unwrap_or(0)
        .min(200);
    weight += worth;
    if worth >= 120 {
        why.push("a claim that deserves checking");
    }
    if sides.len() > 1 && roots == 1 {
        weight += 60;
        why.push("several reports, one source");
    }
    if sides.iter().all(|side| side.profile.source.is_empty()) {
        weight += 40;
        why.push("no source given");
    }
    Priority {
        weight: weight.min(1000),
        why: why.join("; "),
    }
}
