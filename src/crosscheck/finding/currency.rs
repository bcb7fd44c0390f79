//! A sum given in two currencies: the rate it implies, and whether one text uses two.

use super::{ArticleView, Check, Look};
use crate::crosscheck::arithmetic::{quotient, readable};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::{Finding, Severity};
use crate::quantity::{Interval, Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "currency",
    name: "Currency conversion",
    explanation: "Works out the rate that a sum in two currencies implies, to be set against the rate of the day; two \
                  such sums of one text must imply one rate.",
    examples: &[
        (
            "The bank lost €100 million ($110 million) and paid back €40 million ($62 million).",
            "two rates",
        ),
        (
            "The bank lost €100 million ($110 million).",
            "rate of the day",
        ),
    ],
    counter_examples: &["The bank lost €100 million and its rival $110 million."],
    look: Look::Article(find),
};

/// A sum in two currencies with what one unit of the first is worth in the second.
struct Pair<'a> {
    one: Side<'a>,
    other: Side<'a>,
    rate: Interval,
}

fn unit(side: Side<'_>) -> &str {
    side.claim
        .reading
        .quantity
        .unit
        .as_ref()
        .map_or("", |unit| unit.0.as_str())
}

fn pairs<'a>(view: &'a ArticleView<'a>) -> Vec<Pair<'a>> {
    let money =
        |side: Side<'_>| side.profile.kind == Kind::Money && side.profile.sense == Sense::Level;
    view.sides
        .windows(2)
        .filter_map(|pair| {
            let [one, other] = pair else { return None };
            let beside = matches!(view.between(*one, *other).trim(), "(" | "/");
            if !beside || !money(*one) || !money(*other) || unit(*one) == unit(*other) {
                return None;
            }
            Some(Pair {
                one: *one,
                other: *other,
                rate: quotient(other.profile.interval(), one.profile.interval())?,
            })
        })
        .collect()
}

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    let pairs = pairs(view);
    let quote = |side: Side<'_>| side.claim.anchor.quote.clone();
    let implied = |pair: &Pair<'_>| {
        format!(
            "“{}” for “{}” implies that 1 {} is {} {}.",
            quote(pair.other),
            quote(pair.one),
            unit(pair.one),
            readable(pair.rate, 4),
            unit(pair.other)
        )
    };
    let mut findings: Vec<Finding> = Vec::new();
    for (at, pair) in pairs.iter().enumerate() {
        let odd = pairs.iter().take(at).find(|known| {
            (unit(known.one), unit(known.other)) == (unit(pair.one), unit(pair.other))
                && !known.rate.meets(pair.rate)
        });
        findings.push(if let Some(known) = odd {
            Finding {
                code: CHECK.code,
                severity: Severity::Impossible,
                claims: [known.one, known.other, pair.one, pair.other]
                    .map(|side| side.claim.id)
                    .to_vec(),
                title: "The text converts at two rates".to_owned(),
                working: vec![
                    implied(known),
                    implied(pair),
                    "One text converts at one rate: these are two rates.".to_owned(),
                ],
            }
        } else {
            Finding {
                code: CHECK.code,
                severity: Severity::Style,
                claims: vec![pair.one.claim.id, pair.other.claim.id],
                title: format!("“{}” is given as “{}”", quote(pair.one), quote(pair.other)),
                working: vec![
                    implied(pair),
                    "Set it against the rate of the day, with its date and source.".to_owned(),
                ],
            }
        });
    }
    findings
}
