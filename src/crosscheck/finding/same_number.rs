//! One number said of two things: 4,460 dead in one report, 4,460 shelters in another.

use super::{Check, Look, NumberView};
use crate::crosscheck::comparison::Side;
use crate::crosscheck::profile::overlap;
use crate::crosscheck::words::{Sort, vocabulary};
use crate::crosscheck::{Finding, Severity};
use crate::quantity::{Kind, Sense};

pub(super) const CHECK: Check = Check {
    code: "same_number",
    name: "Same number, different noun",
    explanation: "Two reports of one story give the same unusual number for different things: one noun may be wrong.",
    examples: &[(
        "The storm in Velmar destroyed 4,467 shelters, governor Lida Stan said. Velmar is cut off.\n---\nThe storm in Velmar killed 4,467 people, governor Lida Stan said. Roads to Velmar are closed.",
        "4,467",
    )],
    counter_examples: &[
        "The storm in Velmar destroyed 4,467 shelters, governor Lida Stan said.\n---\nIn Velmar 4,467 shelters were destroyed, governor Lida Stan said.",
        "The storm in Velmar destroyed 500 shelters, governor Lida Stan said.\n---\nThe storm in Velmar injured 500 people, governor Lida Stan said.",
    ],
    look: Look::Number(find),
};

fn find(view: &NumberView<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (at, a) in view.sides.iter().enumerate() {
        let other = view
            .sides
            .iter()
            .skip(at + 1)
            .find(|b| a.profile.article != b.profile.article && two_things(*a, **b));
        if let Some(b) = other {
            findings.push(Finding {
                code: CHECK.code,
                severity: Severity::CannotTell,
                claims: vec![a.claim.id, b.claim.id],
                title: format!(
                    "“{}” is said of {} and of {}",
                    a.claim.anchor.quote,
                    noun(*a),
                    noun(*b)
                ),
                working: vec![format!(
                    "“{}” counts {} in one report and {} in the other; so unusual a number is seldom met twice by \
                     chance, so one of the nouns may be wrong.",
                    a.claim.anchor.quote,
                    noun(*a),
                    noun(*b)
                )],
            });
            break;
        }
    }
    findings
}

fn noun(side: Side<'_>) -> &str {
    side.claim
        .reading
        .concept
        .as_ref()
        .map_or("something else", |concept| concept.text.as_str())
}

/// Whether two counts surely name different things, of one story.
fn two_things(a: Side<'_>, b: Side<'_>) -> bool {
    let (p, q) = (a.profile, b.profile);
    let counts = |p: &crate::crosscheck::profile::Profile| {
        p.kind == Kind::Count && p.sense == Sense::Level && !p.is_wide()
    };
    let words = |side: Side<'_>| -> Vec<_> {
        vocabulary()
            .tokens(noun(side))
            .iter()
            .filter(|token| token.sort == Sort::Content)
            .map(|token| token.sense.short())
            .collect()
    };
    let (Some(one), Some(other)) = (p.head, q.head) else {
        return false;
    };
    counts(p)
        && counts(q)
        && one != other
        && p.counts_persons != q.counts_persons
        && !words(a)
            .iter()
            .any(|word| q.sentence().binary_search(word).is_ok())
        && !words(b)
            .iter()
            .any(|word| p.sentence().binary_search(word).is_ok())
        && overlap(p.names(), q.names()) > 0
}
