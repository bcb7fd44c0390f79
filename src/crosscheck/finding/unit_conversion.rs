//! A measure given twice in two units: "35 miles (56 km)".

use super::{ArticleView, Check, Look};
use crate::crosscheck::comparison::{intervals, shown};
use crate::crosscheck::{Finding, Severity};
use crate::quantity::Kind;

pub(super) const CHECK: Check = Check {
    code: "unit_conversion",
    name: "Unit conversion",
    explanation: "Converts a measure that is given in two units side by side; both must be the same.",
    examples: &[
        (
            "The fire burned 100 acres (400 hectares) of heath.",
            "do not meet",
        ),
        (
            "A borrower will save £28 a month, or £400 a year.",
            "32.92 to 33.75 £ a month",
        ),
    ],
    counter_examples: &[
        "The fire burned 1,000 acres (405 hectares) of heath.",
        "A borrower will save £28 a month, or £336 a year.",
        "The pump moves 10 litres a minute, or 600 litres an hour.",
    ],
    look: Look::Article(find),
};

fn find(view: &ArticleView<'_>) -> Vec<Finding> {
    view.sides
        .windows(2)
        .filter_map(|pair| {
            let [a, b] = pair else { return None };
            let (one, other) = (
                a.claim.reading.quantity.unit.as_ref()?,
                b.claim.reading.quantity.unit.as_ref()?,
            );
            let between = view.between(*a, *b);
            let beside = between.trim() == "("
                || between.trim() == "/"
                || between.trim_end().ends_with(", or");
            let measures = matches!(a.profile.kind, Kind::Measure | Kind::Rate)
                && a.profile.family == b.profile.family
                && one != other
                && a.profile.sense == b.profile.sense;
            let (x, y) = (a.profile.common()?, b.profile.common()?);
            if !beside || !measures || x.meets(y) {
                return None;
            }
            // Both roundings are meant loosely where the article converts for its readers.
            let loose = |v: crate::lexicon::Value, w: crate::lexicon::Value| {
                let tenth = crate::lexicon::Value::ratio(1, 10)?;
                Some(v.minus(w)?.magnitude() <= w.magnitude().times(tenth)?)
            };
            if loose(a.profile.value()?, b.profile.value()?)? {
                return None;
            }
            let (own, converted) = intervals(*a, *b);
            Some(Finding {
                code: CHECK.code,
                severity: Severity::Impossible,
                claims: vec![a.claim.id, b.claim.id],
                title: format!(
                    "“{}” is not “{}”",
                    a.claim.anchor.quote, b.claim.anchor.quote
                ),
                working: vec![format!(
                    "“{}” stands for {}, and “{}” for {}; the two do not meet.",
                    a.claim.anchor.quote,
                    shown(own, *a),
                    b.claim.anchor.quote,
                    shown(converted, *a)
                )],
            })
        })
        .collect()
}
