//! One item printed twice on one page: it counts once.

use super::{Check, FigureView, Look};
use crate::crosscheck::profile::overlap;
use crate::crosscheck::{Finding, Severity};
use crate::quantity::Kind;

pub(super) const CHECK: Check = Check {
    code: "printed_twice",
    name: "Printed twice",
    explanation: "The same figure stands twice on one page in nearly the same words: one item, not two.",
    examples: &[(
        "9:41 Three hurt following crash on ring road near Oldtown bridge\n9:41 Three hurt in crash on ring road near Oldtown bridge",
        "one item",
    )],
    counter_examples: &[
        "9:41 Three hurt in crash on ring road near Oldtown bridge\n8:20 Three killed by snow in the Upper Valley",
    ],
    look: Look::Figure(find),
};

fn find(view: &FigureView<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut taken = Vec::new();
    for (at, a) in view.sides.iter().enumerate() {
        let twins: Vec<_> = view
            .sides
            .iter()
            .skip(at + 1)
            .filter(|b| {
                let (p, q) = (a.profile, b.profile);
                let words = p.sentence().len().max(q.sentence().len());
                p.article == q.article
                    && p.kind != Kind::Rank
                    && p.same_common(q)
                    && words >= 3
                    && overlap(p.sentence(), q.sentence()) * 10 >= words * 7
                    && p.at.abs_diff(q.at) > 20
            })
            .map(|b| b.claim.id)
            .filter(|id| !taken.contains(id))
            .collect();
        if twins.is_empty() {
            continue;
        }
        let mut claims = vec![a.claim.id];
        claims.extend(&twins);
        taken.extend(&twins);
        findings.push(Finding {
            code: CHECK.code,
            severity: Severity::Style,
            title: format!("“{}” is printed {} times on one page", a.claim.anchor.quote, claims.len()),
            working: vec![format!(
                "The sentences around “{}” are the same but for a few words: one item, counted once.",
                a.claim.anchor.quote
            )],
            claims,
        });
    }
    findings
}
