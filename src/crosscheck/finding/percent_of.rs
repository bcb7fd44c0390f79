//! A percentage of a number: what it comes to, and whether a number given beside it fits.

use super::{ArticleView, Check, Look};
use crate::claim::RelationKind;
use crate::crosscheck::arithmetic::{product, readable, scaled};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::words::{Sort, Sym, vocabulary};
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::{Value, events};
use crate::quantity::{Interval, Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "percent_of",
    name: "Percentage of a number",
    explanation: "Works out what a share of a stated number comes to; a result given beside it must fit.",
    examples: &[
        (
            "The council said 30% of the 40,000 registered homes had no heating.",
            "11,652.5 to 12,352.5",
        ),
        (
            "Some 48,000 teachers struck. That is 60% of the 60,000 members.",
            "does not fit",
        ),
        (
            "The town asked for $60 million and has received a fifth of that, $12 million.",
            "“$12 million” fits",
        ),
        (
            "The harbour took $1.2bn, roughly 15% of the $6.4bn budget.",
            "“$1.2bn” stands for",
        ),
        (
            "Roads cost €12 million, which is 40% of the €20 million that the town spends.",
            "does not fit",
        ),
        (
            "About 130,000 people have fled, two thirds of them by boat.",
            "82,333.3 to 91,000",
        ),
        (
            "Of the 300 injured, 25% were sailors, or 90 in all.",
            "does not fit",
        ),
        (
            "The firm will cut about 800 jobs, roughly 4% of its 21,500-strong workforce.",
            "750.8 to 969.8",
        ),
        (
            "Two thirds of the 9,000 workers, some 3,000, voted to strike.",
            "does not fit",
        ),
        (
            "The fleet has 400 boats, and 20% of them, or 80, stayed in port.",
            "“80” fits",
        ),
    ],
    counter_examples: &[
        "The council said 30% of homes had no heating, and 40,000 letters were sent.",
        "The drug cut deaths by 18% in a trial of 6,204 patients.",
        "The town has received a fifth, and the $12 million came in May.",
        "The town owes $12 million. Banks hold 40 percent, and the $20 million bridge is closed.",
    ],
    look: Look::Article(find),
};

/// The share and the number it is a share of.
pub(super) fn pairs<'a>(view: &'a ArticleView<'a>) -> Vec<(Side<'a>, Side<'a>)> {
    let mut pairs = Vec::new();
    for (at, share) in view.sides.iter().enumerate() {
        if !matches!(share.profile.kind, Kind::Share | Kind::Ratio)
            || share.profile.sense != Sense::Level
        {
            continue;
        }
        let related = share
            .claim
            .reading
            .relations
            .iter()
            .find(|relation| {
                // "130,000 people, two thirds of them in camps"
                matches!(relation.kind, RelationKind::ShareOf | RelationKind::PartOf)
            })
            .and_then(|relation| {
                view.sides
                    .iter()
                    .find(|side| side.claim.anchor.span.overlaps(relation.other))
            });
        // "20% of the 100,000": small words that begin with "of".
        let next = view.sides.get(at + 1).filter(|next| {
            let between = view.between(*share, **next);
            let words = vocabulary().tokens(between);
            words.len() <= 3
                && words.first().is_some_and(|word| word.stem == Sym::of("of"))
                && words
                    .iter()
                    .all(|word| word.sort == Sort::Function && !word.after_comma)
                && !between.contains(',')
        });
        // "A fifth of that, $12 million": of the amount before.
        let of_that = view
            .sides
            .get(at + 1)
            .filter(|next| {
                let between = view.between(*share, **next).to_lowercase();
                events().of_that.iter().any(|words| {
                    let rest = between.trim().strip_prefix(words.as_str());
                    // "of it", not "of its".
                    rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
                })
            })
            .and_then(|next| {
                view.sides.get(..at)?.iter().rev().find(|whole| {
                    whole.profile.family == next.profile.family
                        && whole.profile.kind == next.profile.kind
                        && view.same_sentence(**whole, *share)
                })
            });
        let elsewhere = of_that.is_none()
            && view.sides.get(at + 1).is_some_and(|next| {
                related.is_some_and(|whole| whole.claim.id == next.claim.id)
                    && view.between(*share, *next).contains(',')
            });
        if let Some(whole) = of_that.or(related.filter(|_| !elsewhere)).or(next)
            && matches!(
                whole.profile.kind,
                Kind::Count | Kind::Money | Kind::Measure
            )
        {
            pairs.push((*share, *whole));
        }
    }
    pairs
}

/// A share as a fraction of one: "20%" is 0.2, "a third" is itself.
pub(super) fn fraction(share: Side<'_>) -> Option<Interval> {
    let percent = share
        .claim
        .reading
        .quantity
        .unit
        .as_ref()
        .is_some_and(|unit| unit.0 == "%");
    let interval = share.profile.interval();
    if percent {
        scaled(interval, Value::ratio(1, 100)?)
    } else {
        Some(interval)
    }
}

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    pairs(view)
        .into_iter()
        .filter_map(|(share, whole)| working(view, share, whole))
        .collect()
}

fn working(view: &ArticleView<'_>, share: Side<'_>, whole: Side<'_>) -> Option<Finding> {
    let part = fraction(share)?;
    let result = product(part, whole.profile.interval())?;
    let quote = |side: Side<'_>| side.claim.anchor.quote.clone();
    let mut claims = vec![share.claim.id, whole.claim.id];
    let mut working = vec![
        format!(
            "“{}” stands for {}{}, “{}” for {}.",
            quote(share),
            share.profile.interval(),
            if share.claim.reading.quantity.unit.is_some() {
                " %"
            } else {
                ""
            },
            quote(whole),
            whole.profile.interval()
        ),
        format!("Together they come to {}.", readable(result, 1)),
    ];
    let given = given(view, share, whole);
    let mut severity = Severity::Style;
    let mut title = format!(
        "“{}” of “{}” is {}",
        quote(share),
        quote(whole),
        readable(result, 0)
    );
    if let Some(given) = given {
        claims.push(given.claim.id);
        if result.meets(given.profile.interval()) {
            working.push(format!("“{}” fits.", quote(given)));
        } else {
            severity = Severity::Impossible;
            title = format!(
                "“{}” is not “{}” of “{}”",
                quote(given),
                quote(share),
                quote(whole)
            );
            working.push(format!(
                "“{}” stands for {} and does not fit: the share, the whole or the result is wrong.",
                quote(given),
                given.profile.interval()
            ));
        }
    }
    Some(Finding {
        code: CHECK.code,
        severity,
        claims,
        title,
        working,
    })
}

/// The result named beside it: "20% of the 100,000, or 20,000 people"; "48,000 teachers. That is 80% of its 60,000
/// members"; "$60 million and has received a fifth of that, $12 million"; "$12 million, a fifth of the $60 million".
pub(super) fn given<'a>(
    view: &'a ArticleView<'a>,
    share: Side<'_>,
    whole: Side<'_>,
) -> Option<Side<'a>> {
    let at = view
        .sides
        .iter()
        .position(|side| side.claim.id == share.claim.id)?;
    let like = |side: &&Side<'_>| {
        side.profile.family == whole.profile.family && side.profile.kind == whole.profile.kind
    };
    if whole.profile.at < share.profile.at {
        return view.sides.get(at + 1).filter(like).copied().filter(|next| {
            let between = view.between(share, *next).to_lowercase();
            let of_that = events()
                .of_that
                .iter()
                .any(|words| between.trim().strip_prefix(words.as_str()) == Some(","));
            of_that || between.len() < 40 && restates(&between)
        });
    }
    let before = at.checked_sub(1).and_then(|at| view.sides.get(at));
    if let Some(part) = before
        .filter(like)
        .filter(|part| comes_to(view, **part, share))
    {
        return Some(*part);
    }
    let text = view.article.text.as_str();
    let opening = text
        .get(share.profile.sentence_at..share.profile.at)
        .map(|opening| opening.trim().to_lowercase())?;
    if events().that_is.contains(&opening) {
        let before = text.get(..share.profile.sentence_at)?;
        let since = before.trim_end().trim_end_matches('.').rfind(['.', '\n']);
        return view
            .sides
            .get(..at)?
            .iter()
            .find(|side| since.is_none_or(|since| side.profile.at > since))
            .filter(like)
            .copied();
    }
    let after = view
        .sides
        .iter()
        .position(|side| side.claim.id == whole.claim.id)?
        + 1;
    view.sides
        .get(after)
        .filter(|given| {
            let between = view.between(whole, **given).to_lowercase();
            given.profile.family == whole.profile.family
                && between.len() < 40
                && (restates(&between) || stands_in_commas(view, &between, **given))
        })
        .copied()
}

/// Whether a number stands between commas with nothing else: "two thirds of the 9,000 workers, some 6,000, voted".
fn stands_in_commas(view: &ArticleView<'_>, between: &str, given: Side<'_>) -> bool {
    let text = view.article.text.as_str();
    let after = text
        .get(given.claim.anchor.span.end()..)
        .unwrap_or_default();
    let before = between.trim_end().strip_suffix(',');
    before.is_some_and(|noun| !noun.contains([',', ';', ':', '.', '(']))
        && given.profile.kind != Kind::Age
        && after.starts_with([',', '.'])
        && !after.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether the words before a number say that it is what was said before: ", or ", ", that is".
fn restates(between: &str) -> bool {
    let mut signs = events().restatements.iter();
    signs.any(|sign| between.contains(sign.as_str()))
}

/// Whether a share is said of the figure before it, with nothing but its noun between: "$1.2bn, roughly 15% of …",
/// "20,000 people, or 20% of …", "$3 million is 15% of …".
fn comes_to(view: &ArticleView<'_>, part: Side<'_>, share: Side<'_>) -> bool {
    let between = view.between(part, share).to_lowercase();
    let mut words = between.trim();
    let reading = &part.claim.reading;
    let noun = reading.concept.as_ref().map(|concept| &concept.text);
    for noun in noun.into_iter().chain(&reading.quantity.unit_text) {
        words = words
            .strip_prefix(noun.to_lowercase().as_str())
            .unwrap_or(words)
            .trim();
    }
    let apart = words.strip_prefix([',', '(', '–', '—']);
    let said = apart.unwrap_or(words).trim();
    said.is_empty() && apart.is_some() || events().comes_to.iter().any(|word| word == said)
}
