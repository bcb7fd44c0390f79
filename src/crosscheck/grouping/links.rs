//! The editor's word on pairs of claims, which overrules all grouping.

use rustc_hash::FxHashSet;

use crate::claim::ClaimId;
use crate::crosscheck::{Link, LinkKind};

/// The editor's word on pairs of claims.
#[derive(Clone, Debug, Default)]
pub(in crate::crosscheck) struct Links {
    pub(super) must: Vec<(ClaimId, ClaimId)>,
    cannot: FxHashSet<(ClaimId, ClaimId)>,
    /// Claims named in any link.
    pub(super) named: FxHashSet<ClaimId>,
}

impl Links {
    /// From the project's list; a pair said to be apart stays apart whatever else is said of it.
    pub(in crate::crosscheck) fn of(links: &[Link]) -> Self {
        let pair = |link: &Link| (link.a.min(link.b), link.a.max(link.b));
        let cannot: FxHashSet<_> = links
            .iter()
            .filter(|link| link.kind == LinkKind::Cannot)
            .map(pair)
            .collect();
        let mut must: Vec<_> = links
            .iter()
            .filter(|link| link.kind == LinkKind::Must && link.a != link.b)
            .map(pair)
            .filter(|pair| !cannot.contains(pair))
            .collect();
        must.sort_unstable();
        must.dedup();
        Self {
            must,
            cannot,
            named: links.iter().flat_map(|link| [link.a, link.b]).collect(),
        }
    }

    pub(super) fn apart(&self, a: ClaimId, b: ClaimId) -> bool {
        self.cannot.contains(&(a.min(b), a.max(b)))
    }
}
