//! The editor's word on pairs of claims, which overrules all grouping.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::ClaimId;
use crate::crosscheck::union::{Union, index};
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

    /// Every claim that is kept with others, with the first of those: of two with the same first the editor has said
    /// that they are about one figure, if by way of a third.
    pub(in crate::crosscheck) fn kept_together(&self) -> FxHashMap<ClaimId, ClaimId> {
        let mut claims: Vec<ClaimId> = self.must.iter().flat_map(|(a, b)| [*a, *b]).collect();
        claims.sort_unstable();
        claims.dedup();
        let place = |claim: &ClaimId| {
            let at = claims.binary_search(claim).unwrap_or_default();
            u32::try_from(at).unwrap_or_default()
        };
        let mut union = Union::of(claims.len());
        for (a, b) in &self.must {
            union.join(place(a), place(b));
        }
        let first = |at: u32| claims.get(index(at)).copied();
        (0_u32..)
            .zip(&claims)
            .filter_map(|(at, claim)| Some((*claim, first(union.root(at))?)))
            .collect()
    }

    pub(super) fn apart(&self, a: ClaimId, b: ClaimId) -> bool {
        self.cannot.contains(&(a.min(b), a.max(b)))
    }
}
