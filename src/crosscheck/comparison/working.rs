//! What a comparison rests on: the two claims, which it is put into words from, or words that somebody has written.

use std::fmt;
use std::sync::Arc;

use super::side::{Page, Seen, Side};
use super::{intervals, ruling};
use crate::claim::ClaimId;
use crate::crosscheck::{Answer, Comparison, Slip};
use crate::quantity::Interval;

/// What a comparison rests on.
#[derive(Clone)]
pub(in crate::crosscheck) enum Working {
    /// The two claims as they were compared.
    Claims([(Arc<Seen>, Arc<Page>); 2]),
    /// The same of two claims that the editor keeps together.
    KeptTogether([(Arc<Seen>, Arc<Page>); 2]),
    /// A sentence and what each stands for.
    Written(Arc<(String, (Interval, Interval))>),
}

impl Working {
    pub(super) fn between(a: Side<'_>, b: Side<'_>) -> Self {
        let kept = |side: Side<'_>| (Arc::clone(side.kept.0), Arc::clone(side.kept.1));
        if a.is_kept_with(&b) {
            Self::KeptTogether([kept(a), kept(b)])
        } else {
            Self::Claims([kept(a), kept(b)])
        }
    }

    fn sides(&self) -> Option<(Side<'_>, Side<'_>)> {
        match self {
            Self::Claims([(a, a_page), (b, b_page)]) => {
                Some((Side::of(a, a_page)?, Side::of(b, b_page)?))
            }
            Self::KeptTogether([(a, a_page), (b, b_page)]) => {
                let (a, b) = (Side::of(a, a_page)?, Side::of(b, b_page)?);
                let first = Some(a.claim.id);
                Some((a.kept_with(first), b.kept_with(first)))
            }
            Self::Written(_) => None,
        }
    }
}

impl Comparison {
    /// A comparison in words of one's own, of claims that nobody has laid side by side.
    pub fn written(
        (a, b): (ClaimId, ClaimId),
        (answer, facet): (Answer, &'static str),
        intervals: (Interval, Interval),
        why: &str,
        slip: Option<Slip>,
    ) -> Self {
        Self {
            a,
            b,
            answer,
            values_meet: Some(answer != Answer::Conflicts),
            facet,
            slip: slip.map(Box::new),
            working: Working::Written(Arc::new((why.to_owned(), intervals))),
        }
    }

    /// A sentence a reader understands, with rule, intervals and deciding facet.
    pub fn why(&self) -> String {
        match (&self.working, self.working.sides()) {
            (Working::Written(written), _) => written.0.clone(),
            (_, Some((a, b))) => (ruling(a, b).why)(),
            _ => String::new(),
        }
    }

    /// What each stands for, in the unit of `a`; `None` where an article is not there.
    pub fn intervals(&self) -> Option<(Interval, Interval)> {
        match (&self.working, self.working.sides()) {
            (Working::Written(written), _) => Some(written.1),
            (_, Some((a, b))) => Some(intervals(a, b)),
            _ => None,
        }
    }
}

impl PartialEq for Comparison {
    fn eq(&self, other: &Self) -> bool {
        (self.a, self.b, self.answer, self.values_meet, self.facet)
            == (
                other.a,
                other.b,
                other.answer,
                other.values_meet,
                other.facet,
            )
            && self.slip == other.slip
            && self.intervals() == other.intervals()
            && self.why() == other.why()
    }
}

impl Eq for Comparison {}

impl fmt::Debug for Comparison {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Comparison")
            .field("a", &self.a)
            .field("b", &self.b)
            .field("answer", &self.answer)
            .field("values_meet", &self.values_meet)
            .field("intervals", &self.intervals())
            .field("facet", &self.facet)
            .field("why", &self.why())
            .field("slip", &self.slip)
            .finish_non_exhaustive()
    }
}
