//! What an edit regroups: chains of claims that pairs and links hold together, and the groups each comes to.

use rayon::prelude::*;

use super::clusters::Clusters;
use super::links::Links;
use super::{Pair, profile_of};
use crate::claim::ClaimId;
use crate::crosscheck::engine::Pages;
use crate::crosscheck::profile::Profile;
use crate::crosscheck::union::{Union, index};

/// What an edit has regrouped.
#[derive(Debug, Default)]
pub(in crate::crosscheck) struct Region {
    /// Its claims in order, those that are gone among them.
    pub claims: Vec<ClaimId>,
    /// The groups they form now, each in order of claim.
    pub groups: Vec<Vec<ClaimId>>,
}

/// Claims that pairs and links hold together.
pub(super) struct Chain {
    /// They, in order.
    pub claims: Vec<ClaimId>,
    /// Pairs by place in `claims`.
    pairs: Vec<(i32, u32, u32)>,
    must: Vec<(u32, u32)>,
}

/// The chains of `claims`, which are in order. No pair or link leads out of them.
pub(super) fn chains(claims: &[ClaimId], pairs: &[Pair], links: &Links) -> Vec<Chain> {
    let place = |id: ClaimId| place(claims, id);
    let placed: Vec<(i32, u32, u32)> = pairs
        .par_iter()
        .filter_map(|(score, a, b)| Some((*score, place(*a)?, place(*b)?)))
        .collect();
    let must: Vec<(u32, u32)> = links
        .must
        .iter()
        .filter_map(|(a, b)| Some((place(*a)?, place(*b)?)))
        .collect();
    let mut union = Union::of(claims.len());
    let linked = placed.iter().map(|(_, a, b)| (*a, *b));
    for (a, b) in linked.chain(must.iter().copied()) {
        union.join(a, b);
    }
    // Claims by chain: each has its chain's number, and its place in the chain.
    let mut chains: Vec<Chain> = Vec::new();
    let mut of: Vec<(u32, u32)> = Vec::with_capacity(claims.len());
    for (claim, at) in claims.iter().zip(0_u32..) {
        let root = union.root(at);
        let number = if root == at {
            chains.push(Chain {
                claims: Vec::new(),
                pairs: Vec::new(),
                must: Vec::new(),
            });
            u32::try_from(chains.len() - 1).unwrap_or(u32::MAX)
        } else {
            of.get(index(root)).map_or(u32::MAX, |(number, _)| *number)
        };
        let mut within = 0;
        if let Some(chain) = chains.get_mut(index(number)) {
            within = u32::try_from(chain.claims.len()).unwrap_or(u32::MAX);
            chain.claims.push(*claim);
        }
        of.push((number, within));
    }
    let find = |at: u32| of.get(index(at)).copied().unwrap_or_default();
    for (score, a, b) in placed {
        let ((number, a), (_, b)) = (find(a), find(b));
        if let Some(chain) = chains.get_mut(index(number)) {
            chain.pairs.push((score, a, b));
        }
    }
    for (a, b) in must {
        let ((number, a), (_, b)) = (find(a), find(b));
        if let Some(chain) = chains.get_mut(index(number)) {
            chain.must.push((a, b));
        }
    }
    chains
}

/// The place of a claim among claims in order. Mostly their ids have no gaps, and one look is enough.
fn place(claims: &[ClaimId], id: ClaimId) -> Option<u32> {
    let guess = id.0.checked_sub(claims.first()?.0)?;
    if claims.get(index(guess)) == Some(&id) {
        return Some(guess);
    }
    let at = claims.binary_search(&id).ok()?;
    u32::try_from(at).ok()
}

/// The groups of each chain, in order of claim.
pub(super) fn groups(chains: Vec<Chain>, links: &Links, pages: &Pages) -> Vec<Vec<ClaimId>> {
    chains
        .into_par_iter()
        .flat_map_iter(|chain| {
            if chain.claims.len() < 2 {
                return vec![chain.claims];
            }
            clustered(&chain, links, pages)
        })
        .collect()
}

/// Strongest pairs first; of pairs alike the order is one of content, and of ids only where the texts are the same.
fn clustered(chain: &Chain, links: &Links, pages: &Pages) -> Vec<Vec<ClaimId>> {
    let profiles: Vec<&Profile> = chain
        .claims
        .iter()
        .filter_map(|id| profile_of(pages, *id))
        .collect();
    let key = |at: u32| profiles.get(index(at)).map(|p| p.key);
    let mut pairs = chain.pairs.clone();
    pairs.sort_unstable_by_key(|(score, a, b)| {
        let keys = (key(*a), key(*b));
        let (low, high) = (keys.0.min(keys.1), keys.0.max(keys.1));
        (std::cmp::Reverse(*score), low, high, *a, *b)
    });
    pairs.dedup();
    let mut clusters = Clusters::new(&profiles, links);
    for (a, b) in &chain.must {
        clusters.join(index(*a), index(*b), true);
    }
    for (_, a, b) in pairs {
        clusters.join(index(a), index(b), false);
    }
    clusters.finish()
}
