//! What may be suggested for print, now that people have judged.

use super::Project;
use crate::claim::ClaimId;
use crate::crosscheck::{Crosscheck, Figure, Severity};

/// Steps of a scale up to this one say that a figure does not hold: wrong, outdated.
const DOES_NOT_HOLD: u8 = 2;

impl Project {
    /// The wording suggested for a figure; none where somebody has judged one of its claims wrong or outdated, or where
    /// its arithmetic cannot be and nobody has set that aside, since the suggestion might repeat it.
    pub fn safe_wording<'a>(&self, figure: &'a Figure, crosscheck: &Crosscheck) -> Option<&'a str> {
        let refuted = |claim| {
            self.reviews
                .get(claim)
                .and_then(|review| review.verdict.as_ref())
                .and_then(|verdict| self.ratings.iter().find(|step| step.key == verdict.rating))
                .and_then(|step| step.value)
                .is_some_and(|value| value <= DOES_NOT_HOLD)
        };
        let impossible = |claim: &ClaimId| {
            crosscheck.findings_of(*claim).any(|finding| {
                finding.severity == Severity::Impossible && self.dismissal_of(finding).is_none()
            })
        };
        let wording = figure.wording.as_deref()?;
        let mut claims = figure.claims.iter();
        (!claims.any(|claim| refuted(claim) || impossible(claim))).then_some(wording)
    }
}
