//! Which claims are about one figure.
//!
//! Claims of one story, unit family and sense are compared where they share a class of happening, a noun or a value.
//! Evidence is added up; the strongest pairs come together first, and no group takes in a claim that is known to be
//! apart from one of its members. Nothing here hangs on ids or on the order of articles.
//!
//! Claims that are linked by no chain of pairs have nothing to do with each other. So an edit regroups only what such
//! chains link with the claims it touches: its [`Region`].

mod blocks;
mod clusters;
mod evidence;
mod links;
mod region;
mod towns;
mod twins;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use self::blocks::Blocks;
pub(super) use self::links::Links;
pub(super) use self::region::Region;
use self::twins::Twins;
use super::engine::{Changed, Pages};
use super::profile::Profile;
use crate::claim::ClaimId;

/// Evidence from which two claims are about one figure.
const ENOUGH: i32 = 500;
/// In larger blocks each claim is compared with so many that come next in order of value.
const NEIGHBOURS: usize = 12;

/// Two claims with the evidence that they are about one figure.
type Pair = (i32, ClaimId, ClaimId);

/// Claims with what links them, from one edit to the next.
#[derive(Debug, Default)]
pub(super) struct Grouping {
    blocks: Blocks,
    twins: Twins,
    /// Chains of linked claims, by number; a claim in none has no links.
    chains: FxHashMap<u32, Box<[ClaimId]>>,
    chain_of: FxHashMap<ClaimId, u32>,
    /// The number of the next chain.
    next: u32,
}

impl Grouping {
    /// Takes in changed claims and regroups what they touch; `relinked` are claims whose links have changed.
    pub(super) fn update(
        &mut self,
        changed: &[Changed],
        links: &Links,
        relinked: &[ClaimId],
        pages: &Pages,
    ) -> Region {
        let mut touched: Vec<ClaimId> = changed.iter().map(|changed| changed.id).collect();
        touched.extend(relinked);
        touched.extend(self.blocks.update(changed, pages));
        touched.extend(self.twins.update(changed, pages));
        touched.par_sort_unstable();
        touched.dedup();
        // A claim that comes back is told to be with one that was alone meanwhile.
        let is_touched = |claim: &ClaimId| touched.binary_search(claim).is_ok();
        let must = links
            .must
            .iter()
            .filter(|(a, b)| is_touched(a) || is_touched(b));
        let partners: Vec<ClaimId> = must.flat_map(|(a, b)| [*a, *b]).collect();
        touched.extend(partners);
        let claims = self.unchain(touched);
        let there: Vec<ClaimId> = claims
            .par_iter()
            .copied()
            .filter(|id| pages.placed(*id).is_some())
            .collect();
        let pairs = [
            self.blocks.pairs_of(&there, pages),
            self.twins.pairs_of(&there, pages),
        ]
        .concat();
        let chains = region::chains(&there, &pairs, links);
        for chain in chains.iter().filter(|chain| chain.claims.len() > 1) {
            let number = self.next;
            self.next = self.next.wrapping_add(1);
            for claim in &chain.claims {
                self.chain_of.insert(*claim, number);
            }
            self.chains.insert(number, chain.claims.as_slice().into());
        }
        let groups = region::groups(chains, links, pages);
        Region { claims, groups }
    }

    /// The claims of one story.
    pub(super) fn claims_of_story(&self, story: u32) -> impl Iterator<Item = ClaimId> {
        self.blocks.claims_of_story(story)
    }

    /// Takes apart the chains that hold one of these claims; all that was linked with them, in order.
    fn unchain(&mut self, touched: Vec<ClaimId>) -> Vec<ClaimId> {
        let mut numbers: Vec<u32> = touched
            .iter()
            .filter_map(|claim| self.chain_of.get(claim).copied())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        let mut claims = touched;
        for number in numbers {
            for claim in self.chains.remove(&number).unwrap_or_default() {
                self.chain_of.remove(&claim);
                claims.push(claim);
            }
        }
        claims.par_sort_unstable();
        claims.dedup();
        claims
    }
}

/// The profile of a claim.
fn profile_of(pages: &Pages, id: ClaimId) -> Option<&Profile> {
    pages.placed(id).map(|placed| &placed.seen.profile)
}

/// Ids that are gone from a list, and ids that are new in it.
#[derive(Debug, Default)]
struct Exchange {
    gone: FxHashSet<ClaimId>,
    come: Vec<ClaimId>,
}

/// By key, the claims that leave and the claims that come; a key for which nothing changes does not appear.
fn exchanges<K: Ord + Copy + Send>(
    changed: &[Changed],
    key: impl Fn(&super::engine::Placed) -> Option<K> + Sync,
) -> Vec<(K, Exchange)> {
    let mut moves: Vec<(K, bool, ClaimId)> = changed
        .par_iter()
        .flat_map_iter(|changed| {
            let gone = changed.before.as_ref().and_then(&key);
            let come = changed.after.as_ref().and_then(&key);
            let gone = gone.map(|key| (key, false, changed.id));
            gone.into_iter()
                .chain(come.map(|key| (key, true, changed.id)))
        })
        .collect();
    moves.par_sort_unstable();
    moves
        .chunk_by(|a, b| a.0 == b.0)
        .filter_map(|moves| {
            let mut exchange = Exchange::default();
            for (_, come, id) in moves {
                if *come {
                    exchange.come.push(*id);
                } else {
                    exchange.gone.insert(*id);
                }
            }
            Some((moves.first()?.0, exchange))
        })
        .collect()
}
