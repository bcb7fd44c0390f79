//! A figure from its claims: comparisons, sources, the answer of the row.

use std::collections::BTreeSet;

use super::comparison::{Side, compare};
use super::priority::priority;
use super::profile::overlap;
use super::root::ArticleWords;
use super::title::title;
use super::wording::wording;
use super::words::class_name;
use super::{Answer, Comparison, Figure, Root, root};
use crate::article::Role;
use crate::claim::{ArticleId, ClaimId};

/// Up to so many claims all pairs are compared; of a larger figure one claim of each reading.
const ALL_PAIRS: usize = 40;

/// So many claims are laid beside one another for their sources; of more, the first of each source in each outlet.
const MOST_TELLERS: usize = 160;

/// The figure of claims that belong together, in order of claim.
pub(super) fn figure(sides: &[Side<'_>], words: &mut ArticleWords) -> Option<Figure> {
    let first = sides.first()?;
    let chosen = representatives(sides);
    let mut comparisons = Vec::with_capacity(chosen.len() * chosen.len().saturating_sub(1) / 2);
    for (at, a) in chosen.iter().enumerate() {
        for b in chosen.iter().skip(at + 1) {
            comparisons.push(compare(**a, **b));
        }
    }
    let roots = if sides.len() <= MOST_TELLERS {
        root::roots(sides, words)
    } else {
        root::roots(&tellers(sides), words)
    };
    let (answer, why) = row(&comparisons, &roots, sides);
    let priority = priority(sides, answer, &comparisons, roots.len());
    Some(Figure {
        id: first.claim.id,
        title: title(sides),
        claims: sides.iter().map(|side| side.claim.id).collect(),
        together: together(sides),
        wording: wording(sides, answer, &roots, &comparisons),
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
            p.same_common(q) && p.form == q.form && p.as_of.map(|a| a.0) == q.as_of.map(|a| a.0)
        });
        if !known && chosen.len() < ALL_PAIRS {
            chosen.push(side);
        }
    }
    chosen
}

/// The first claim of each source in each outlet, as far as sources are laid beside one another.
fn tellers<'a>(sides: &[Side<'a>]) -> Vec<Side<'a>> {
    let mut known = BTreeSet::new();
    let is_new = |side: &&Side<'a>| {
        let metadata = &side.article.metadata;
        // An outlet that is not known may be any.
        let article = metadata.publisher.is_none().then_some(side.claim.article);
        let source = side.profile.source().to_vec();
        known.insert((source, metadata.publisher.as_deref(), article))
    };
    sides
        .iter()
        .filter(is_new)
        .take(MOST_TELLERS)
        .copied()
        .collect()
}

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
    let within: Vec<&Comparison> = comparisons.iter().collect();
    // A conflict inside one source is still a conflict.
    let decisive = comparisons
        .iter()
        .find(|c| c.answer == Answer::Conflicts)
        .or_else(|| heaviest(&across))
        .or_else(|| heaviest(&within));
    let of = |copies: bool| -> usize {
        let is_copy = |side: &&Side<'_>| side.article.metadata.role == Role::CopyUnderCheck;
        let articles = sides.iter().filter(|side| is_copy(side) == copies);
        articles
            .map(|side| side.claim.article)
            .collect::<BTreeSet<ArticleId>>()
            .len()
    };
    // It begins a sentence.
    let reports = match (of(false), of(true)) {
        (0, _) => "The copy alone".to_owned(),
        (1, 0) => "One report".to_owned(),
        (1, _) => "One report and the copy".to_owned(),
        (more, 0) => format!("{more} reports"),
        (more, _) => format!("{more} reports and the copy"),
    };
    let sources = match roots.len() {
        0 => "no source".to_owned(),
        number => count(number, "source", "sources"),
    };
    let counted = format!("{reports}, {sources}");
    match decisive {
        Some(comparison) => {
            let apart = other_scope(comparison, comparisons);
            let apart = apart.map_or_else(String::new, |other| format!(" But: {}", other.why()));
            (
                Some(comparison.answer),
                format!("{counted}. {}{apart}", comparison.why()),
            )
        }
        None => (None, counted),
    }
}

/// Where a row agrees, a pair of it with other values and another scope: the answer of the row must not hide it.
fn other_scope<'a>(decisive: &Comparison, comparisons: &'a [Comparison]) -> Option<&'a Comparison> {
    let agrees = matches!(
        decisive.answer,
        Answer::Agrees | Answer::AgreesWithinRounding | Answer::CompatibleBound
    );
    comparisons.iter().find(|other| {
        agrees && other.answer == Answer::DifferentScope && other.values_meet == Some(false)
    })
}

/// The first of the answer that weighs most for a row.
fn heaviest<'a>(list: &[&'a Comparison]) -> Option<&'a Comparison> {
    Answer::BY_WEIGHT
        .iter()
        .find_map(|answer| list.iter().find(|c| c.answer == *answer).copied())
}

/// "one report", "3 sources".
pub(super) fn count(number: usize, one: &str, several: &str) -> String {
    if number == 1 {
        format!("one {one}")
    } else {
        format!("{number} {several}")
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
    // Where an article was written tells less than what its sentences say, and two places are none in common.
    let placed = |stated: bool| {
        let of = sides.iter().filter(move |side| {
            side.claim.reading.place.is_some() && (!stated || !side.claim.reading.place_inferred)
        });
        of.collect::<Vec<_>>()
    };
    let stated = placed(true);
    let placed = if stated.is_empty() {
        placed(false)
    } else {
        stated
    };
    if let Some(first) = placed.first()
        && let Some(place) = first.claim.reading.place.as_ref()
        && placed
            .iter()
            .all(|other| overlap(first.profile.place(), other.profile.place()) > 0)
    {
        let untold = sides.len() - placed.len();
        // Whose place is not told may be of another.
        shared.push(match untold {
            0 => place.text.clone(),
            _ => format!("{} in {} of {}", place.text, placed.len(), sides.len()),
        });
    }
    if all(&|a, b| a.profile.value().is_some() && a.profile.value() == b.profile.value()) {
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
    let mut kept = BTreeSet::new();
    let by_hand = sides
        .iter()
        .filter_map(|side| side.kept_with)
        .any(|first| !kept.insert(first));
    if by_hand {
        shared.push("kept together by hand".to_owned());
    }
    if shared.is_empty() {
        shared.push("what is counted, in one story".to_owned());
    }
    format!("same: {}", shared.join(" · "))
}
