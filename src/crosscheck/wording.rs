//! A safe wording: a sentence that is true whatever comes of the open questions.

use std::cmp::{Ordering, Reverse};
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

/// Whether a figure stands in the headline of its article: a first line that is no sentence.
fn is_headline(side: &Side<'_>) -> bool {
    let text = side.article.text.as_str();
    let line = text.lines().next().unwrap_or_default().trim_end();
    side.claim.anchor.span.end() <= line.len()
        && line.len() < text.len()
        && !line.ends_with(['.', '!', '?', '”', '"'])
}

/// Whether the first tells below the headline what the other tells in it.
fn spells_out(below: &Side<'_>, headline: &Side<'_>) -> bool {
    below.claim.article == headline.claim.article
        && !is_headline(below)
        && below.profile.same_value(headline.profile)
}

/// A sentence that is true whatever comes of the open questions; `known` are comparisons of the row, in order.
pub(super) fn wording(
    sides: &[Side<'_>],
    answer: Option<Answer>,
    roots: &[Root],
    known: &[Comparison],
) -> Option<String> {
    // What the copy says is what is asked about; it supports nothing.
    // Nor is it safe to print what a text says was not so: "seven, not nine".
    // A headline leaves out what its text says with more care: "at least", and who says so.
    let all = sides;
    let sides: Vec<Side<'_>> = sides
        .iter()
        .copied()
        .filter(|side| !side.profile.denied)
        .filter(|side| !is_headline(side) || !all.iter().any(|other| spells_out(other, side)))
        .collect();
    let sides = sides.as_slice();
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
        let name = speaker(side, sides, root).unwrap_or_else(|| outlet(side, sides, root));
        Some(in_a_sentence(&name)).filter(|name| !name.is_empty())
    };
    let told = |side: &Side<'_>| {
        let quote = lower_first(&side.claim.anchor.quote);
        match named(side) {
            Some(name) => format!("{quote}, according to {name}"),
            None => format!("{quote}, no source given"),
        }
    };
    let with_others = |side: &Side<'_>| {
        let company = agreeing(side, sides, known);
        format!("{}{}", told(side), others(side, &company, roots))
    };
    // What the row says of its figures need not hold for each of them: one may be of another place.
    let kept_company = || {
        let some = sides.iter().take(CANDIDATES);
        some.filter(|side| !agreeing(side, sides, known).is_empty())
    };
    let latest = sides.iter().max_by_key(|side| when(side))?;
    let newest = latest;
    let day = |side: &Side<'_>| side.profile.as_of.map(|as_of| as_of.0);
    let over_time = || {
        let dated = |side: &Side<'_>| {
            let day = day(side).map(|day| format!(", as of {}", written(day)));
            format!("{}{}", told(side), day.unwrap_or_default())
        };
        // Who tells the later number need not know more than who told the earlier one: a reader is told both.
        let of = |side: &Side<'_>| {
            let mut roots = roots.iter();
            roots.position(|root| root.claims.contains(&side.claim.id))
        };
        let earlier = sides
            .iter()
            .filter(|side| day(side) < day(newest) && !side.profile.same_common(newest.profile))
            .max_by_key(|side| when(side));
        match earlier.filter(|earlier| of(earlier) != of(newest)) {
            Some(earlier) => format!("{}; {}", dated(earlier), dated(newest)),
            None => dated(newest),
        }
    };
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
                .map(|(side, _)| side)
                .find(careful)
                .unwrap_or(tight);
            // A toll that others have told to be higher since is no longer safe.
            if toll && day(newest) > day(latest) && !newest.profile.same_common(latest.profile) {
                return Some(over_time());
            }
            Some(with_others(if toll && latest.profile.as_of.is_some() {
                latest
            } else {
                tight
            }))
        }
        Some(Answer::UpdatedOverTime) => Some(over_time()),
        Some(doubtful @ (Answer::Conflicts | Answer::CannotTell)) => {
            let differing = differing(sides);
            match differing.as_slice() {
                // Only the copy says something else.
                [one] => Some(with_others(one)),
                [one, other] if let Some(sentence) = told_twice(one, other, roots) => {
                    Some(sentence)
                }
                several => {
                    let each: Vec<String> = several.iter().map(|side| told(side)).collect();
                    let all: BTreeSet<_> = sides.iter().map(|side| side.profile.common()).collect();
                    let more = match all.len() - several.len() {
                        0 => String::new(),
                        1 => "; one more number is given".to_owned(),
                        more => format!("; {more} more numbers are given"),
                    };
                    // Where nobody can tell whether both may be right, none is said to be wrong.
                    let how = if doubtful == Answer::Conflicts {
                        "differ"
                    } else {
                        "give"
                    };
                    Some(format!("reports {how}: {}{more}", each.join("; ")))
                }
            }
        }
    }
}

/// The figures that differ: of many the first told, the lowest and the highest, for those make the dispute.
fn differing<'s, 'a>(sides: &'s [Side<'a>]) -> Vec<&'s Side<'a>> {
    let mut seen = BTreeSet::new();
    let mut all: Vec<&Side<'_>> = sides
        .iter()
        .filter(|side| seen.insert(side.profile.common()))
        .collect();
    if all.len() > DIFFERING {
        let low = |side: &&Side<'_>| {
            side.profile
                .common()
                .and_then(|it| it.low)
                .map(|end| end.value)
        };
        let high = |side: &&Side<'_>| {
            let high = side.profile.common().and_then(|it| it.high);
            (high.is_none(), high.map(|end| end.value))
        };
        let kept = [
            all.first().map(|side| side.claim.id),
            all.iter()
                .min_by_key(|side| low(side))
                .map(|side| side.claim.id),
            all.iter()
                .max_by_key(|side| high(side))
                .map(|side| side.claim.id),
        ];
        all.retain(|side| kept.contains(&Some(side.claim.id)));
    }
    all
}

/// Two figures of one source on two days: "the ministry gave 120, then 95".
fn told_twice(one: &Side<'_>, other: &Side<'_>, roots: &[Root]) -> Option<String> {
    let day = |side: &Side<'_>| side.profile.as_of.map(|as_of| as_of.0);
    let root = roots.iter().find(|root| {
        [one, other]
            .iter()
            .all(|side| root.claims.contains(&side.claim.id))
    })?;
    let sourced = !one.profile.source().is_empty() && !other.profile.source().is_empty();
    let (first, then) = match day(one)?.cmp(&day(other)?) {
        Ordering::Less => (one, other),
        Ordering::Greater => (other, one),
        Ordering::Equal => return None,
    };
    let quote = |side: &Side<'_>| lower_first(&side.claim.anchor.quote);
    let name = in_a_sentence(&root.name);
    (sourced && !name.is_empty())
        .then(|| format!("{name} gave {}, then {}", quote(first), quote(then)))
}

/// Who says a figure: its own source, else that of the same figure elsewhere in its root.
fn speaker(side: &Side<'_>, sides: &[Side<'_>], root: &Root) -> Option<String> {
    let own = |side: &Side<'_>| {
        let attribution = side.claim.reading.attribution.as_ref()?;
        let source = attribution.resolved.as_ref().unwrap_or(&attribution.source);
        (!side.profile.source().is_empty()).then(|| source.text.clone())
    };
    let same = sides.iter().filter(|other| {
        other.profile.common() == side.profile.common() && root.claims.contains(&other.claim.id)
    });
    let named = || same.clone().filter_map(own);
    own(side)
        .filter(|name| root.name.len() <= name.len() || !names(&root.name, name))
        .or_else(|| named().find(|name| *name == root.name))
        .or_else(|| own(side))
        .or_else(|| named().next())
}

/// Whether the fuller name holds the shorter one: "the health ministry", "ministry".
fn names(fuller: &str, shorter: &str) -> bool {
    fuller.to_lowercase().contains(&shorter.to_lowercase())
}

/// Who prints a figure without saying where it comes from.
fn outlet(side: &Side<'_>, sides: &[Side<'_>], root: &Root) -> String {
    if side.article.metadata.publisher.is_some() {
        return side.article.outlet();
    }
    let unnamed = sides
        .iter()
        .filter(|other| root.claims.contains(&other.claim.id))
        .all(|other| other.profile.source().is_empty());
    if unnamed {
        root.name.clone()
    } else {
        String::new()
    }
}

/// At most so many figures of a row are tried as the one to write.
const CANDIDATES: usize = 40;

/// At most so many figures that differ are told, and so many that are written otherwise beside the one told.
const DIFFERING: usize = 3;

/// Later ones are greater; of one day the first in the project.
fn when(side: &Side<'_>) -> (Option<Date>, Reverse<ClaimId>) {
    (
        side.profile.as_of.map(|as_of| as_of.0),
        Reverse(side.claim.id),
    )
}

/// The figures of the row that can be true with `told`, and how each stands to it.
fn agreeing<'s, 'a>(
    told: &Side<'a>,
    sides: &'s [Side<'a>],
    known: &[Comparison],
) -> Vec<(&'s Side<'a>, Answer)> {
    let answer = |side: &Side<'a>| {
        let (x, y) = (told.claim.id, side.claim.id);
        let pair = (x.min(y), x.max(y));
        let at = known.binary_search_by_key(&pair, |comparison| (comparison.a, comparison.b));
        let known = at.ok().and_then(|at| known.get(at));
        known.map_or_else(|| compare(*told, *side).answer, |known| known.answer)
    };
    let others = sides.iter().filter(|side| side.claim.id != told.claim.id);
    others
        .map(|side| (side, answer(side)))
        .filter(|(_, answer)| {
            matches!(
                answer,
                Answer::Agrees | Answer::AgreesWithinRounding | Answer::CompatibleBound
            )
        })
        .collect()
}

/// What stands beside the figure told: how many other sources agree, or of one source, how many other reports repeat
/// it; what can be true with it but is written otherwise, in its own words.
fn others(told: &Side<'_>, company: &[(&Side<'_>, Answer)], roots: &[Root]) -> String {
    let of_root = |root: &&Root, side: &Side<'_>| root.claims.contains(&side.claim.id);
    let foreign = |side: &Side<'_>| {
        roots
            .iter()
            .position(|root| of_root(&root, side) && !of_root(&root, told))
    };
    let elsewhere = |side: &Side<'_>| side.claim.article != told.claim.article;
    let same: Vec<&Side<'_>> = company
        .iter()
        .filter(|(_, answer)| *answer == Answer::Agrees)
        .map(|(side, _)| *side)
        .collect();
    let sources: BTreeSet<usize> = same.iter().filter_map(|side| foreign(side)).collect();
    let reports: BTreeSet<ArticleId> = same
        .iter()
        .filter(|side| elsewhere(side))
        .map(|side| side.claim.article)
        .collect();
    let mut sentence = match (sources.len(), reports.len()) {
        (0, 0) => String::new(),
        (0, 1) => "; one other report repeats it".to_owned(),
        (0, more) => format!("; {more} other reports repeat it"),
        (1, _) => "; one other source agrees".to_owned(),
        (more, _) => format!("; {more} other sources agree"),
    };
    let mut heard = sources;
    let mut seen = BTreeSet::from([told.profile.common()]);
    let otherwise = company
        .iter()
        .filter(|(side, answer)| *answer != Answer::Agrees && elsewhere(side))
        .filter(|(side, _)| seen.insert(side.profile.common()))
        .take(DIFFERING);
    for (side, _) in otherwise {
        let who = match foreign(side) {
            Some(root) if heard.insert(root) => "another source",
            _ => "another report",
        };
        sentence.extend(["; ", who, " has ", &lower_first(&side.claim.anchor.quote)]);
    }
    sentence
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
