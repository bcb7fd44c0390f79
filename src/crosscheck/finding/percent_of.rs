//! A percentage of a number: what it comes to, and whether a number given beside it fits.

use super::arithmetic::{product, readable, scaled};
use super::{ArticleView, Check, Look};
use crate::claim::RelationKind;
use crate::crosscheck::comparison::Side;
use crate::crosscheck::words::{Sort, Sym, vocabulary};
use crate::crosscheck::{Finding, Severity};
use crate::lexicon::{Value, events};
use crate::quantity::{Interval, Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "percent_of",
    name: "Percentage of a number",
    explanation: "Works out what a share of a stated number comes to; a result given beside it must fit.",
    examples: &[(
        "The council said 30% of the 40,000 registered homes had no heating.",
        "11,652.5 to 12,352.5",
    )],
    counter_examples: &[
        "The council said 30% of homes had no heating, and 40,000 letters were sent.",
    ],
    look: Look::Article(find),
};

/// The share and the number it is a share of.
pub(super) fn pairs<'a>(view: &'a ArticleView<'a>) -> Vec<(Side<'a>, Side<'a>)> {
    let mut pairs = Vec::new();
    for (at, share) in view.sides.iter().enumerate() {
        if share.profile.kind != Kind::Share || share.profile.sense != Sense::Level {
            continue;
        }
        let related = share
            .claim
            .reading
            .relations
            .iter()
            .find(|relation| relation.kind == RelationKind::ShareOf)
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
        if let Some(whole) = related.or(next)
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
    let interval = share.profile.interval;
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
    let result = product(part, whole.profile.interval)?;
    let quote = |side: Side<'_>| side.claim.anchor.quote.clone();
    let mut claims = vec![share.claim.id, whole.claim.id];
    let mut working = vec![
        format!(
            "“{}” stands for {}{}, “{}” for {}.",
            quote(share),
            share.profile.interval,
            if share.claim.reading.quantity.unit.is_some() {
                " %"
            } else {
                ""
            },
            quote(whole),
            whole.profile.interval
        ),
        format!("Together they come to {}.", readable(result, 1)),
    ];
    let given = given(view, whole);
    let mut severity = Severity::Style;
    let mut title = format!(
        "“{}” of “{}” is {}",
        quote(share),
        quote(whole),
        readable(result, 0)
    );
    if let Some(given) = given {
        claims.push(given.claim.id);
        if result.meets(given.profile.interval) {
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
                given.profile.interval
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

/// The result named right after the whole: "20% of the 100,000, or 20,000 people".
pub(super) fn given<'a>(view: &'a ArticleView<'a>, whole: Side<'_>) -> Option<Side<'a>> {
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
                && events()
                    .restatements
                    .iter()
                    .any(|sign| between.contains(sign.as_str()))
        })
        .copied()
}
