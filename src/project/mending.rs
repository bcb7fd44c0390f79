//! Changes of one piece of a list, in its place.

use std::sync::Arc;

use super::command::{Command, CommandError};
use super::{Evidence, Patch, Project};
use crate::claim::ClaimId;

impl Project {
    /// The change that puts `evidence` in place of what is at `index` in the list of a claim; `None` where it is that
    /// already.
    pub fn evidence_corrected(
        &self,
        claim: ClaimId,
        index: usize,
        evidence: Evidence,
    ) -> Result<Option<Command>, CommandError> {
        super::command::evidence_sound(&evidence)?;
        let missing = || CommandError::NoSuchEvidence(claim, index + 1);
        let review = self.reviews.get(&claim).ok_or_else(missing)?;
        let known = review.evidence.get(index).ok_or_else(missing)?;
        if *known == evidence {
            return Ok(None);
        }
        let quote = self.claims.get(&claim).map(|claim| &claim.anchor.quote);
        let label = format!(
            "Correct the evidence on “{}”",
            quote.map_or("", String::as_str)
        );
        let mut review = (**review).clone();
        review.evidence[index] = evidence;
        let patch = Patch {
            reviews: [(claim, Some(Arc::new(review)))].into(),
            ..Patch::default()
        };
        Ok(Some(Command::Patch {
            label,
            patch: Box::new(patch),
        }))
    }
}
