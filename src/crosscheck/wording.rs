//! A safe wording: a sentence that is true whatever comes of the open questions.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use jiff::civil::Date;

use super::comparison::{Side, compare, written};
use super::profile::Form;
use super::words::course_of;
use super::{Answer, Comparison, Root};
use crate::article::Role;
use crate::claim::{ArticleId, ClaimId};
use crate::lexicon::words::Class;
use crate::lexicon::{Course, Lexicon};

/// A sentence that is true whatever comes of the open questions; `known` are comparisons of the row, in order.
pub(super) fn wording(
    sides: &[Side<'_>],
    answer: Option<Answer>,
    roots: &[Root],
    known: &[Comparison],
) -> Option<String> {
    // What the copy says is what is asked about; it supports nothing.
    let supported: Vec<Side<'_>> = sides
        .iter()
        .copied()
        .filter(|side| side.article.metadata.role != Role::CopyUnderCheck)
        .collect();
    let sides = if supported.is_empty() {
        sides
    } else {
        supported.as_slice()
    };
    let named = |side: &Side<'_>| {
        let root = roots
            .iter()
            .find(|root| root.claims.contains(&side.claim.id))?;
        Some(in_a_sentence(&root.name)).filter(|name| !name.is_empty())
    };
    let told = |side: &Side<'_>| {
        let quote = lower_first(&side.claim.anchor.quote);
        match named(side) {
            Some(name) => format!("{quote}, according to {name}"),
            None => format!("{quote}, no source given"),
        }
    };
    let with_others =
        |side: &Side<'_>| others(told(side), side, &agreeing(side, sides, known), roots);
    // What the row says of its figures need not hold for each of them: one may be of another place.
    let kept_company = || {
        let some = sides.iter().take(CANDIDATES);
        some.filter(|side| !agreeing(side, sides, known).is_empty())
    };
    let latest = sides.iter().max_by_key(|side| when(side))?;
    match answer {
        None | Some(Answer::NotComparable | Answer::DifferentScope) => {
            (sides.len() == 1).then(|| told(latest))
        }
        Some(Answer::Agrees) => {
            let most = kept_company()
                .max_by_key(|side| (agreeing(side, sides, known).len(), Reverse(side.claim.id)))?;
            Some(with_others(most))
        }
        Some(Answer::AgreesWithinRounding) => {
            let finest = kept_company().min_by_key(|side| (width(side), side.claim.id))?;
            Some(with_others(finest))
        }
        Some(Answer::CompatibleBound) => {
            let latest = kept_company().max_by_key(|side| when(side))?;
            let toll = latest.profile.class.map(course_of) == Some(Course::Toll);
            let tight = kept_company().min_by_key(|side| (width(side), side.claim.id))?;
            // A headline leaves out the "at least" of its text: what its own source says more carefully is safe.
            let of_root = |side: &Side<'_>| {
                roots
                    .iter()
                    .position(|root| root.claims.contains(&side.claim.id))
            };
            let careful = |side: &&Side<'_>| {
                side.claim.article == tight.claim.article
                    && of_root(side) == of_root(tight)
                    && side.profile.form == Form::Bound
            };
            let tight = agreeing(tight, sides, known)
                .into_iter()
                .find(careful)
                .unwrap_or(tight);
            Some(with_others(if toll && latest.profile.as_of.is_some() {
                latest
            } else {
                tight
            }))
        }
        Some(Answer::UpdatedOverTime) => {
            let day = latest
                .profile
                .as_of
                .map(|as_of| format!(", as of {}", written(as_of.0)))
                .unwrap_or_default();
            Some(format!("{}{day}", told(latest)))
        }
        Some(Answer::Conflicts | Answer::CannotTell) => {
            let mut seen = BTreeSet::new();
            let each: Vec<String> = sides
                .iter()
                .filter(|side| seen.insert(side.profile.common()))
                .take(3)
                .map(told)
                .collect();
            Some(format!("reports differ: {}", each.join("; ")))
        }
    }
}

/// At most so many figures of a row are tried as the one to write.
const CANDIDATES: usize = 40;

/// Later ones are greater; of one day the first in the project.
fn when(side: &Side<'_>) -> (Option<Date>, Reverse<ClaimId>) {
    (
        side.profile.as_of.map(|as_of| as_of.0),
        Reverse(side.claim.id),
    )
}

/// The figures of the row that can be true with `told`.
fn agreeing<'s, 'a>(
    told: &Side<'a>,
    sides: &'s [Side<'a>],
    known: &[Comparison],
) -> Vec<&'s Side<'a>> {
    let agrees = |side: &Side<'a>| {
        let (x, y) = (told.claim.id, side.claim.id);
        let pair = (x.min(y), x.max(y));
        let at = known.binary_search_by_key(&pair, |comparison| (comparison.a, comparison.b));
        let answer = at.ok().and_then(|at| known.get(at));
        matches!(
            answer.map_or_else(|| compare(*told, *side).answer, |known| known.answer),
            Answer::Agrees | Answer::AgreesWithinRounding | Answer::CompatibleBound
        )
    };
    let others = sides.iter().filter(|side| side.claim.id != told.claim.id);
    others.filter(|side| agrees(side)).collect()
}

/// How many other sources agree; of one source, how many other reports repeat it.
fn others(sentence: String, told: &Side<'_>, agreeing: &[&Side<'_>], roots: &[Root]) -> String {
    let of_root = |root: &&Root, side: &Side<'_>| root.claims.contains(&side.claim.id);
    let sources = roots
        .iter()
        .filter(|root| !of_root(root, told))
        .filter(|root| agreeing.iter().any(|side| of_root(root, side)))
        .count();
    let reports: BTreeSet<ArticleId> = agreeing
        .iter()
        .map(|side| side.claim.article)
        .filter(|article| *article != told.claim.article)
        .collect();
    match (sources, reports.len()) {
        (0, 0) => sentence,
        (0, 1) => format!("{sentence}; one other report repeats it"),
        (0, more) => format!("{sentence}; {more} other reports repeat it"),
        (1, _) => format!("{sentence}; one other source agrees"),
        (more, _) => format!("{sentence}; {more} other sources agree"),
    }
}

/// How wide an interval is; open ends are wider than all others.
fn width(side: &Side<'_>) -> (bool, Option<crate::lexicon::Value>) {
    match side
        .profile
        .common()
        .map(|interval| (interval.low, interval.high))
    {
        Some((Some(low), Some(high))) => (false, high.value.minus(low.value)),
        _ => (true, None),
    }
}

/// A name behind "according to": "the army" of "The army".
fn in_a_sentence(name: &str) -> String {
    let first = name.split_whitespace().next().unwrap_or_default();
    let article = Lexicon::of("en").is_some_and(|lexicon| {
        let classes = lexicon.words.classes(&first.to_lowercase());
        classes.has(Class::Determiner) && !classes.has(Class::Pronoun)
    });
    match name
        .strip_prefix(first)
        .filter(|rest| article && !rest.is_empty())
    {
        Some(rest) => format!("{}{rest}", first.to_lowercase()),
        None => name.to_owned(),
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
