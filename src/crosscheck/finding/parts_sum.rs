//! The parts of a whole, added up: "of the 40 hurt, 31 were women and 12 men".

use super::{ArticleView, Check, Look};
use crate::claim::RelationKind;
use crate::crosscheck::arithmetic::{readable, sum};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::words::vocabulary;
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::events;
use crate::quantity::{Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "parts_sum",
    name: "Parts and their sum",
    explanation: "Adds up the parts that a sentence gives of a whole: they may come to the whole or to less, not to more, \
                  unless some are counted twice; where it names them all, not to less either.",
    examples: &[
        (
            "Of the 40 passengers, 31 were women and 12 were men.",
            "more than",
        ),
        (
            "Some 120,000 people have fled. Of those, 85,000 are in camps and 35,000 live with relatives.",
            "fits",
        ),
        (
            "In all, 410 people were killed: 290 villagers and 150 soldiers.",
            "more than",
        ),
        (
            "In all, 2,950 trains were cancelled: 938 on Monday, 1,012 on Tuesday and 1,100 on Wednesday.",
            "more than",
        ),
        (
            "The fund of $75 million is made up of $40 million for roads, $20 million for schools and $12 million for parks.",
            "less than",
        ),
        (
            "The ferry carried 67 people: 57 passengers and five crew.",
            "less than",
        ),
        (
            "The mill has 1,200 workers at three plants: 500 in Lund, 400 in Arvo and 200 in Ystad.",
            "“1,200” stands for",
        ),
    ],
    counter_examples: &[
        "The mill has 1,200 workers, some of them apprentices: 50 in Lund.",
        "The ferry carried 67 people: 57 passengers and five crew, besides two pilots.",
        "Three bombs fell on the harbour: two in the water, near a pier where two boats lay.",
        "The fire killed 12 people: 30 homes burned and 40 cars.",
        "Of the 40 passengers, 21 were women and 12 were men.",
        "Of the 40 passengers, 31 were women, and the train was 12 minutes late.",
        "Some 120,000 people have fled. Of the villages, 85 are empty and 35 have burned.",
    ],
    look: Look::Article(find),
};

/// Bytes between one part and the next.
const NEAR: usize = 80;
/// Bytes between the whole and the parts of the sentence after it.
const SENTENCE: usize = 240;
/// Bytes from the last part to the end of its sentence.
const CLOSE: usize = 60;

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, first) in view.sides.iter().enumerate() {
        let Some(whole) = whole_of(view, at) else {
            continue;
        };
        let last = at.checked_sub(1).and_then(|last| view.sides.get(last));
        let is_list = last.is_some_and(|last| is_list_of_all(view.between(*last, *first)));
        let mut parts = vec![*first];
        for next in view.sides.iter().skip(at + 1) {
            let Some(last) = parts.last() else { break };
            let beside = like(*next, whole)
                && (!is_list || of_one_sort(*next, whole))
                && view.same_sentence(*last, *next)
                && joined(view.between(*last, *next));
            if !beside {
                break;
            }
            parts.push(*next);
        }
        let is_all = is_list && is_closed(view, &parts);
        findings.extend(working(&parts, whole, is_all));
    }
    findings
}

/// The whole that the figure with number `at` is the first part of.
fn whole_of<'a>(view: &ArticleView<'a>, at: usize) -> Option<Side<'a>> {
    let first = view.sides.get(at)?;
    let relation = first
        .claim
        .reading
        .relations
        .iter()
        .find(|relation| relation.kind == RelationKind::PartOf);
    if let Some(relation) = relation {
        let whole = view
            .sides
            .iter()
            .find(|side| side.claim.anchor.span.overlaps(relation.other))?;
        return (like(*first, *whole) && whole.profile.at < first.profile.at).then_some(*whole);
    }
    let last = view.sides.get(at.checked_sub(1)?)?;
    // "410 people were killed: 290 civilians and 150 soldiers"; "1,200 workers at three plants: 500 in Lund".
    if is_list_of_all(view.between(*last, *first)) {
        let before = view.sides.get(..at).unwrap_or_default().iter().rev();
        let mut before = before.take_while(|whole| {
            view.between(**whole, *first).len() < NEAR && view.same_sentence(**whole, *first)
        });
        let holds = |whole: &&Side<'_>| whole.profile.value() >= first.profile.value();
        let fits = |whole: &&Side<'a>| {
            like(*first, **whole) && of_one_sort(*first, **whole) && holds(whole)
        };
        return before.find(fits).copied();
    }
    let whole = last;
    let between = view.between(*whole, *first);
    // "Of those, 85,000 are in camps": of the figure before.
    let opens = between
        .rsplit_once(['.', ';', ':', '\n'])
        .map(|(_, opening)| vocabulary().tokens(opening))?;
    let text = view.article.text.as_str();
    let opening = text
        .get(..first.profile.at)
        .and_then(|before| before.rsplit_once(['.', ';', ':', '\n']))
        .map(|(_, opening)| opening.trim().trim_end_matches(',').to_lowercase())?;
    (opens.len() == 2
        && events().of_those.contains(&opening)
        && between.len() < SENTENCE
        && like(*first, *whole))
    .then_some(*whole)
}

/// Whether what stands before a part says that all the parts follow: a colon, "made up of".
fn is_list_of_all(between: &str) -> bool {
    let between = between.trim_end();
    let ends = |words: &String| {
        let tail = between.len().checked_sub(words.len());
        let tail = tail.and_then(|start| between.get(start..));
        tail.is_some_and(|tail| tail.eq_ignore_ascii_case(words))
    };
    between.ends_with(':') || events().made_up_of.iter().any(ends)
}

/// Whether a figure behind a colon can count some of those before it: people of people, things of the same noun.
fn of_one_sort(part: Side<'_>, whole: Side<'_>) -> bool {
    let (p, q) = (part.profile, whole.profile);
    p.kind != Kind::Count
        || p.counts_persons && q.counts_persons
        || !p.has_noun
        || p.head.is_some() && p.head == q.head
}

/// Whether both count or measure one sort of thing.
fn like(part: Side<'_>, whole: Side<'_>) -> bool {
    let (p, q) = (part.profile, whole.profile);
    matches!(p.kind, Kind::Count | Kind::Money | Kind::Measure)
        && p.kind == q.kind
        && p.family == q.family
        && p.sense == Sense::Level
        && q.sense == Sense::Level
}

/// Whether nothing but a few words and a comma or an "and" stands between two parts.
fn joined(between: &str) -> bool {
    between.len() < NEAR
        && !between.contains([';', ':', '(', ')', '“', '"'])
        && (between.contains(',') || between.contains(" and "))
}

/// Whether a list of parts ends with an "and" before its last one, and its sentence with what that counts.
fn is_closed(view: &ArticleView<'_>, parts: &[Side<'_>]) -> bool {
    let [.., before, last] = parts else {
        return false;
    };
    let text = view.article.text.as_str();
    let after = text.get(last.claim.anchor.span.end()..).unwrap_or_default();
    let rest = after.split(['.', '\n', ';']).next().unwrap_or_default();
    view.between(*before, *last).contains(" and ")
        && rest.len() < CLOSE
        && !rest.contains([',', ':', '(', '–', '—'])
        && !rest.contains(|c: char| c.is_ascii_digit())
}

fn working(parts: &[Side<'_>], whole: Side<'_>, is_all: bool) -> Option<Finding> {
    let [first, rest @ ..] = parts else {
        return None;
    };
    if rest.is_empty() {
        return None;
    }
    let total = rest
        .iter()
        .try_fold(first.profile.common()?, |total, part| {
            sum(total, part.profile.common()?)
        })?;
    let given = whole.profile.common()?;
    let fits = total.meets(given);
    let more = match (total.low, given.high) {
        (Some(low), Some(high)) => low.value > high.value,
        _ => false,
    };
    let less = match (total.high, given.low) {
        (Some(high), Some(low)) => is_all && high.value < low.value,
        _ => false,
    };
    if !fits && !more && !less {
        return None;
    }
    let quote = |side: &Side<'_>| format!("“{}”", side.claim.anchor.quote);
    let quotes: Vec<String> = parts.iter().map(quote).collect();
    let mut claims: Vec<_> = parts.iter().map(|part| part.claim.id).collect();
    claims.push(whole.claim.id);
    claims.sort_unstable();
    Some(Finding {
        code: CHECK.code,
        severity: if fits {
            Severity::Style
        } else {
            Severity::CannotTell
        },
        claims,
        title: if fits {
            format!("The parts come to the whole, {}", quote(&whole))
        } else {
            let than = if less { "less" } else { "more" };
            format!("The parts come to {than} than the whole, {}", quote(&whole))
        },
        working: vec![
            format!("{} come to {}.", quotes.join(" + "), readable(total, 2)),
            if fits {
                format!("{} fits.", quote(&whole))
            } else if less {
                format!(
                    "{} stands for {given}: the parts are less than that. Whether a part is not named or a number is \
                     wrong, the text does not tell.",
                    quote(&whole)
                )
            } else {
                format!(
                    "{} stands for {given}: the parts are more than that. Whether some are counted twice or a number \
                     is wrong, the text does not tell.",
                    quote(&whole)
                )
            },
        ],
    })
}
