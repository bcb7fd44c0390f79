//! Which claims are about one figure.
//!
//! Claims of one story, unit family and sense are compared where they share a class of happening, a noun or a value.
//! Evidence is added up; the strongest pairs come together first, and no group takes in a claim that is known to be
//! apart from one of its members. Nothing here hangs on ids or on the order of articles.

mod clusters;
mod evidence;
mod links;

use std::sync::Arc;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use self::clusters::Clusters;
use self::evidence::evidence;
pub(super) use self::links::Links;
use super::profile::{Profile, overlap};
use super::words::Sym;
use crate::claim::ClaimId;
use crate::lexicon::Value;
use crate::quantity::Sense;

/// Evidence from which two claims are about one figure.
const ENOUGH: i32 = 500;
/// Claims of one story with one class, noun or value that are all compared with each other.
const BLOCK: usize = 80;
/// In larger blocks each claim is compared with so many that come next in order of value.
const NEIGHBOURS: usize = 12;

/// Claims of one story, unit family and sense.
type Block = (u32, Sym, u8);
/// Two claims with the evidence that they are about one figure.
type Pair = (i32, ClaimId, ClaimId);

/// The pairs of each block from one edit to the next.
#[derive(Debug, Default)]
pub(super) struct Memory {
    blocks: FxHashMap<Block, (Vec<ClaimId>, Arc<[Pair]>)>,
    changed: FxHashSet<ClaimId>,
}

impl Memory {
    /// What is known of pairs with these claims no longer holds.
    pub(super) fn forget(&mut self, claims: impl Iterator<Item = ClaimId>) {
        self.changed.extend(claims);
    }

    fn pairs(&self, block: Block, claims: &[ClaimId]) -> Option<Arc<[Pair]>> {
        let (known, pairs) = self.blocks.get(&block)?;
        let holds = known == claims && !claims.iter().any(|claim| self.changed.contains(claim));
        holds.then(|| Arc::clone(pairs))
    }
}

/// Groups of profiles, by index, each in order of claim. `profiles` are in order of claim.
pub(super) fn groups(
    profiles: &[&Profile],
    stories: &[u32],
    links: &Links,
    memory: &mut Memory,
) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..profiles.len()).collect();
    let block = |at: &usize| {
        let profile = profiles.get(*at);
        let story = stories.get(*at).copied().unwrap_or_default();
        profile.map(|profile| (story, profile.family, sense_number(profile.sense)))
    };
    order.par_sort_by_cached_key(|at| (block(at), profiles.get(*at).map(|p| p.key)));
    let blocks: Vec<&[usize]> = order.chunk_by(|a, b| block(a) == block(b)).collect();
    let id = |at: usize| profiles.get(at).map(|p| p.id);
    let known = &*memory;
    let found: Vec<(Block, Vec<ClaimId>, Arc<[Pair]>)> = blocks
        .par_iter()
        .filter(|members| members.len() > 1)
        .filter_map(|members| {
            let of = members.first().and_then(&block)?;
            let claims: Vec<ClaimId> = members.iter().filter_map(|at| id(*at)).collect();
            let pairs = known.pairs(of, &claims).unwrap_or_else(|| {
                edges_of(profiles, members)
                    .into_iter()
                    .filter_map(|(score, a, b)| Some((score, id(a)?, id(b)?)))
                    .collect()
            });
            Some((of, claims, pairs))
        })
        .collect();
    let place = |claim: ClaimId| profiles.binary_search_by_key(&claim, |p| p.id).ok();
    let mut edges: Vec<(i32, usize, usize)> = found
        .par_iter()
        .flat_map_iter(|(.., pairs)| pairs.iter())
        .filter_map(|(score, a, b)| Some((*score, place(*a)?, place(*b)?)))
        .collect();
    memory.changed.clear();
    memory.blocks = found
        .into_iter()
        .map(|(block, claims, pairs)| (block, (claims, pairs)))
        .collect();
    edges.extend(across_stories(profiles, stories));
    let key = |at: usize| profiles.get(at).map(|p| p.key);
    let keys = |a: usize, b: usize| (key(a).min(key(b)), key(a).max(key(b)));
    edges.par_sort_unstable_by(|(score, a, b), (other, c, d)| {
        other
            .cmp(score)
            .then_with(|| keys(*a, *b).cmp(&keys(*c, *d)))
    });
    let mut clusters = Clusters::new(profiles, links);
    clusters.obey();
    for (_, a, b) in edges {
        clusters.join(a, b, false);
    }
    clusters.finish()
}

const fn sense_number(sense: Sense) -> u8 {
    match sense {
        Sense::Level => 0,
        Sense::Up => 1,
        Sense::Down => 2,
        Sense::Difference => 3,
    }
}

/// Pairs of one block with enough evidence.
fn edges_of(profiles: &[&Profile], block: &[usize]) -> Vec<(i32, usize, usize)> {
    let mut edges = Vec::new();
    if block.len() < 2 {
        return edges;
    }
    let of = |at: &usize| profiles.get(*at).copied();
    if block.len() <= 24 {
        pairs(profiles, block, &mut edges);
        return edges;
    }
    let mut by_class = block.to_vec();
    by_class.retain(|at| of(at).is_some_and(|p| p.class.is_some()));
    chunked(
        profiles,
        &mut by_class,
        |p| p.class.map(u64::from),
        &mut edges,
    );
    let mut by_head = block.to_vec();
    by_head.retain(|at| of(at).is_some_and(|p| p.head.is_some() && !p.anyone));
    chunked(
        profiles,
        &mut by_head,
        |p| p.head.map(|head| head.0),
        &mut edges,
    );
    let mut by_value = block.to_vec();
    by_value.retain(|at| of(at).is_some_and(|p| p.value.is_some()));
    chunked(profiles, &mut by_value, |p| p.value, &mut edges);
    edges.sort_unstable();
    edges.dedup();
    edges
}

fn chunked<K: Ord>(
    profiles: &[&Profile],
    block: &mut [usize],
    of: impl Fn(&Profile) -> K,
    edges: &mut Vec<(i32, usize, usize)>,
) {
    let key = |at: &usize| profiles.get(*at).map(|profile| of(profile));
    block.sort_by_cached_key(|at| (key(at), profiles.get(*at).map(|p| (p.value, p.key))));
    for same in block.chunk_by(|a, b| key(a) == key(b)) {
        pairs(profiles, same, edges);
    }
}

fn pairs(profiles: &[&Profile], block: &[usize], edges: &mut Vec<(i32, usize, usize)>) {
    let reach = if block.len() <= BLOCK {
        block.len()
    } else {
        NEIGHBOURS
    };
    for (at, a) in block.iter().enumerate() {
        for b in block.iter().skip(at + 1).take(reach) {
            if let (Some(p), Some(q)) = (profiles.get(*a), profiles.get(*b))
                && let Some(score) = evidence(p, q).filter(|score| *score >= ENOUGH)
            {
                edges.push((score, *a.min(b), *a.max(b)));
            }
        }
    }
}

/// The same number of the same things, said with the same names, in articles that are otherwise about other things.
fn across_stories(profiles: &[&Profile], stories: &[u32]) -> Vec<(i32, usize, usize)> {
    let mut places: Vec<(Sym, Option<Value>, Sym, usize)> = profiles
        .iter()
        .enumerate()
        .filter(|(_, p)| !p.anyone && p.names.len() > 1 && p.value.is_some())
        .filter_map(|(at, p)| Some((p.family, p.value, p.head?, at)))
        .collect();
    places.par_sort_unstable_by_key(|(family, value, head, at)| {
        (*family, *value, *head, profiles.get(*at).map(|p| p.key))
    });
    let mut edges = Vec::new();
    for same in places.chunk_by(|a, b| (a.0, a.1, a.2) == (b.0, b.1, b.2)) {
        for (at, (.., a)) in same.iter().enumerate() {
            for (.., b) in same.iter().skip(at + 1).take(NEIGHBOURS) {
                let (Some(p), Some(q)) = (profiles.get(*a), profiles.get(*b)) else {
                    continue;
                };
                let elsewhere = stories.get(*a) != stories.get(*b);
                if elsewhere
                    && p.sense == q.sense
                    && overlap(&p.names, &q.names) > 1
                    && overlap(&p.sentence, &q.sentence) > 3
                    && let Some(score) = evidence(p, q).filter(|score| *score >= ENOUGH)
                {
                    edges.push((score - 300, *a.min(b), *a.max(b)));
                }
            }
        }
    }
    edges
}
