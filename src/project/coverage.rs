//! Which claims are facts that wait for a decision. Window and report count by the same rule.

use std::collections::BTreeSet;

use rust_decimal::Decimal;

use super::Project;
use crate::claim::{ClaimId, Origin};
use crate::crosscheck::{Answer, Crosscheck};

/// Worth from which a claim deserves a decision of its own, 0 to 1.
pub const NOTABLE: Decimal = Decimal::from_parts(3, 0, 0, false, 1);

/// Claims that deserve a decision: those of worth, those a person made or has touched, those that are compared with
/// others, those that a finding is about.
pub fn notable(project: &Project, crosscheck: &Crosscheck) -> BTreeSet<ClaimId> {
    let of_worth = project
        .claims
        .values()
        .filter(|claim| {
            claim.reading.worth >= NOTABLE
                || claim.origin == Origin::Person
                || project.reviews.contains_key(&claim.id)
        })
        .map(|claim| claim.id);
    let compared = crosscheck
        .figures
        .iter()
        .filter(|figure| figure.claims.len() > 1)
        .filter(|figure| figure.answer.is_some_and(|a| a != Answer::NotComparable))
        .flat_map(|figure| figure.claims.iter().copied());
    let found = crosscheck
        .findings
        .iter()
        .flat_map(|finding| finding.claims.iter().copied());
    of_worth.chain(compared).chain(found).collect()
}
