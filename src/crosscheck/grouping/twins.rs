//! The same number of the same things, said with the same names, in articles that are otherwise about other things.

use std::hash::{Hash as _, Hasher as _};

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHasher};

use super::evidence::evidence;
use super::{ENOUGH, Exchange, NEIGHBOURS, Pair, exchanges};
use crate::claim::ClaimId;
use crate::crosscheck::engine::{Changed, Pages, Placed};
use crate::crosscheck::profile::{Profile, overlap};

/// What a pair in two stories weighs less than one in one story.
const ELSEWHERE: i32 = 300;

/// Claims that may be twins.
#[derive(Debug)]
enum Bucket {
    /// Nearly all are alone.
    One(ClaimId),
    Several(Box<(Vec<ClaimId>, Vec<Pair>)>),
}

impl Bucket {
    fn claims(&self) -> &[ClaimId] {
        match self {
            Self::One(claim) => std::slice::from_ref(claim),
            Self::Several(several) => &several.0,
        }
    }

    fn pairs(&self) -> &[Pair] {
        match self {
            Self::One(_) => &[],
            Self::Several(several) => &several.1,
        }
    }
}

/// Claims by a hash of family, value and noun; two that share it by chance are told apart when they are compared.
#[derive(Debug, Default)]
pub(super) struct Twins(FxHashMap<u64, Bucket>);

fn key(placed: &Placed) -> Option<u64> {
    let p = &placed.seen.profile;
    let (value, noun) = (p.value()?, p.head?);
    (!p.anyone && p.names().len() > 1).then(|| {
        let mut hasher = FxHasher::default();
        (p.family, value, noun).hash(&mut hasher);
        hasher.finish()
    })
}

impl Twins {
    /// Takes in changed claims; the claims that were compared anew, before and after.
    pub(super) fn update(&mut self, changed: &[Changed], pages: &Pages) -> Vec<ClaimId> {
        let renewed: Vec<(u64, Option<Bucket>)> = exchanges(changed, key)
            .par_iter()
            .map(|(key, exchange)| (*key, renewed(self.0.get(key), exchange, pages)))
            .collect();
        let mut touched = Vec::new();
        for (key, bucket) in renewed {
            let paired = |bucket: Option<&Bucket>| -> Vec<ClaimId> {
                let pairs = bucket.map(Bucket::pairs).unwrap_or_default();
                pairs.iter().flat_map(|(_, a, b)| [*a, *b]).collect()
            };
            touched.extend(paired(bucket.as_ref()));
            let before = match bucket {
                Some(bucket) => self.0.insert(key, bucket),
                None => self.0.remove(&key),
            };
            touched.extend(paired(before.as_ref()));
        }
        touched
    }

    /// The pairs with one of these claims.
    pub(super) fn pairs_of(&self, claims: &[ClaimId], pages: &Pages) -> Vec<Pair> {
        let mut keys: Vec<u64> = claims
            .par_iter()
            .filter_map(|id| pages.placed(*id).and_then(key))
            .collect();
        keys.par_sort_unstable();
        keys.dedup();
        keys.par_iter()
            .filter_map(|key| self.0.get(key))
            .flat_map_iter(|bucket| bucket.pairs().iter().copied())
            .collect()
    }
}

fn renewed(known: Option<&Bucket>, exchange: &Exchange, pages: &Pages) -> Option<Bucket> {
    let stay = known.map(Bucket::claims).unwrap_or_default();
    let claims: Vec<ClaimId> = stay
        .iter()
        .filter(|id| !exchange.gone.contains(id))
        .chain(&exchange.come)
        .copied()
        .collect();
    if let [] | [_] = claims.as_slice() {
        return claims.first().copied().map(Bucket::One);
    }
    let mut members: Vec<(&Profile, u32, ClaimId)> = claims
        .iter()
        .filter_map(|id| {
            let placed = pages.placed(*id)?;
            Some((&placed.seen.profile, placed.story, *id))
        })
        .collect();
    members.sort_unstable_by_key(|(p, _, id)| (p.family, p.value(), p.head, p.key, *id));
    let mut pairs = Vec::new();
    for same in members
        .chunk_by(|(p, ..), (q, ..)| (p.family, p.value(), p.head) == (q.family, q.value(), q.head))
    {
        for (at, (p, story, a)) in same.iter().enumerate() {
            for (q, other, b) in same.iter().skip(at + 1).take(NEIGHBOURS) {
                if story != other
                    && p.sense == q.sense
                    && overlap(p.names(), q.names()) > 1
                    && overlap(p.sentence(), q.sentence()) > 3
                    && let Some(score) = evidence(p, q).filter(|score| *score >= ENOUGH)
                {
                    pairs.push((score - ELSEWHERE, *a.min(b), *a.max(b)));
                }
            }
        }
    }
    Some(Bucket::Several(Box::new((claims, pairs))))
}
