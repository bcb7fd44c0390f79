//! What may be suggested for print, now that people have judged.

use super::Project;
use crate::crosscheck::Figure;

/// Steps of a scale up to this one say that a figure does not hold: wrong, outdated.
const DOES_NOT_HOLD: u8 = 2;

impl Project {
    /// The wording suggested for a figure; none where somebody has judged one of its claims wrong or outdated, since
    /// the suggestion might repeat it.
    pub fn safe_wording<'a>(&self, figure: &'a Figure) -> Option<&'a str> {
        let refuted = |claim| {
            self.reviews
                .get(claim)
                .and_then(|review| review.verdict.as_ref())
                .and_then(|verdict| self.ratings.iter().find(|step| step.key == verdict.rating))
                .and_then(|step| step.value)
                .is_some_and(|value| value <= DOES_NOT_HOLD)
        };
        let wording = figure.wording.as_deref()?;
        (!figure.claims.iter().any(refuted)).then_some(wording)
    }
}
