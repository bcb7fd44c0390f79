//! Claims of one story, unit family and sense, and the pairs among them.

use std::collections::BTreeMap;

use rayon::prelude::*;
use rustc_hash::FxHashSet;

use super::evidence::evidence;
use super::{ENOUGH, Exchange, NEIGHBOURS, Pair, exchanges, profile_of};
use crate::claim::ClaimId;
use crate::crosscheck::engine::{Changed, Pages, Placed};
use crate::crosscheck::profile::Profile;
use crate::crosscheck::words::{Sym, Word};
use crate::lexicon::Value;
use crate::quantity::Sense;

/// Claims up to this number are all compared with each other, whatever they share.
const ALL: usize = 24;
/// Claims of one story with one class, noun, place or value that are all compared with each other.
const BLOCK: usize = 80;

/// Claims of one story, unit family and sense.
type Key = (u32, Sym, u8);

/// What claims that are compared with each other have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Facet {
    /// Story, family and sense alone.
    Block,
    Class(u16),
    Noun(Sym),
    /// A noun at a place.
    Town(Sym, Word),
    Value(Value),
}

/// Claims that are compared with each other, in the order in which they are.
#[derive(Debug)]
struct Lot {
    facet: Facet,
    claims: Box<[ClaimId]>,
    pairs: Box<[Pair]>,
}

/// One block.
#[derive(Debug, Default)]
struct Block {
    members: Box<[ClaimId]>,
    lots: Box<[Lot]>,
}

/// All blocks.
#[derive(Debug, Default)]
pub(super) struct Blocks(BTreeMap<Key, Block>);

fn key(placed: &Placed) -> Key {
    let profile = &placed.seen.profile;
    (placed.story, profile.family, sense_number(profile.sense))
}

const fn sense_number(sense: Sense) -> u8 {
    match sense {
        Sense::Level => 0,
        Sense::Up => 1,
        Sense::Down => 2,
        Sense::Difference => 3,
    }
}

impl Blocks {
    /// Takes in changed claims; the claims of all lots that were compared anew, before and after.
    pub(super) fn update(&mut self, changed: &[Changed], pages: &Pages) -> Vec<ClaimId> {
        let exchanges = exchanges(changed, |placed| Some(key(placed)));
        let renewed: Vec<(Key, Block, Vec<ClaimId>)> = exchanges
            .par_iter()
            .map(|(key, exchange)| {
                let (block, touched) = renewed(self.0.get(key), exchange, pages);
                (*key, block, touched)
            })
            .collect();
        let mut touched = Vec::new();
        let first = self.0.is_empty();
        let mut blocks = Vec::with_capacity(renewed.len());
        for (key, block, of_block) in renewed {
            touched.extend(of_block);
            if !block.members.is_empty() {
                blocks.push((key, block));
            } else if !first {
                self.0.remove(&key);
            }
        }
        if first {
            self.0 = blocks.into_iter().collect();
        } else {
            self.0.extend(blocks);
        }
        touched
    }

    /// The pairs with one of these claims.
    pub(super) fn pairs_of(&self, claims: &[ClaimId], pages: &Pages) -> Vec<Pair> {
        let mut keys: Vec<Key> = claims
            .par_iter()
            .filter_map(|id| pages.placed(*id).map(key))
            .collect();
        keys.par_sort_unstable();
        keys.dedup();
        keys.par_iter()
            .filter_map(|key| self.0.get(key))
            .flat_map_iter(|block| block.lots.iter().flat_map(|lot| lot.pairs.iter().copied()))
            .collect()
    }

    /// The claims of one story.
    pub(super) fn claims_of_story(&self, story: u32) -> impl Iterator<Item = ClaimId> {
        self.0
            .range((story, Sym(0), 0)..=(story, Sym(u64::MAX), u8::MAX))
            .flat_map(|(_, block)| block.members.iter().copied())
    }
}

/// A block after an exchange of members, and the claims of its lots that were compared anew.
fn renewed(known: Option<&Block>, exchange: &Exchange, pages: &Pages) -> (Block, Vec<ClaimId>) {
    let stay = known.into_iter().flat_map(|block| block.members.iter());
    let mut members: Vec<(&Profile, ClaimId)> = stay
        .filter(|id| !exchange.gone.contains(id))
        .chain(&exchange.come)
        .filter_map(|id| Some((profile_of(pages, *id)?, *id)))
        .collect();
    members.sort_unstable_by_key(|(p, id)| (p.key, *id));
    let fresh: FxHashSet<ClaimId> = exchange.come.iter().copied().collect();
    let mut old: Vec<Option<&Lot>> = known
        .into_iter()
        .flat_map(|block| block.lots.iter().map(Some))
        .collect();
    let mut touched = Vec::new();
    let mut lots = Vec::new();
    for (facet, of_lot) in lots_of(&members) {
        let claims: Box<[ClaimId]> = of_lot.iter().map(|(_, id)| *id).collect();
        let same = |lot: &&mut Option<&Lot>| {
            lot.is_some_and(|lot| lot.facet == facet && lot.claims == claims)
        };
        let reused = (!claims.iter().any(|id| fresh.contains(id)))
            .then(|| old.iter_mut().find(same).and_then(Option::take))
            .flatten();
        let pairs = if let Some(lot) = reused {
            lot.pairs.clone()
        } else {
            touched.extend(&claims);
            pairs_among(&of_lot)
        };
        lots.push(Lot {
            facet,
            claims,
            pairs,
        });
    }
    touched.extend(old.into_iter().flatten().flat_map(|lot| lot.claims.iter()));
    let block = Block {
        members: members.iter().map(|(_, id)| *id).collect(),
        lots: lots.into(),
    };
    (block, touched)
}

type Member<'a> = (&'a Profile, ClaimId);

/// The lots of a block: of a small one all its claims, of a large one those with a class, noun, place of it or value in common.
fn lots_of<'a>(members: &[Member<'a>]) -> Vec<(Facet, Vec<Member<'a>>)> {
    let mut lots = Vec::new();
    if members.len() < 2 {
        return lots;
    }
    if members.len() <= ALL {
        lots.push((Facet::Block, members.to_vec()));
        return lots;
    }
    split(members, &mut lots, |p| p.class, Facet::Class);
    split(
        members,
        &mut lots,
        |p| p.head.filter(|_| !p.anyone),
        Facet::Noun,
    );
    let town = |p: &Profile| p.head.zip(p.place().first().copied());
    split(members, &mut lots, town, |(noun, place)| {
        Facet::Town(noun, place)
    });
    split(members, &mut lots, Profile::value, Facet::Value);
    lots
}

fn split<'a, K: Ord + Copy>(
    members: &[Member<'a>],
    lots: &mut Vec<(Facet, Vec<Member<'a>>)>,
    of: impl Fn(&Profile) -> Option<K>,
    facet: impl Fn(K) -> Facet,
) {
    let mut keyed: Vec<(K, Member<'a>)> = members
        .iter()
        .filter_map(|member| Some((of(member.0)?, *member)))
        .collect();
    keyed.sort_by_key(|(key, (p, _))| (*key, p.value(), p.key));
    for same in keyed.chunk_by(|a, b| a.0 == b.0) {
        if let Some((key, _)) = same.first().filter(|_| same.len() > 1) {
            lots.push((
                facet(*key),
                same.iter().map(|(_, member)| *member).collect(),
            ));
        }
    }
}

/// Pairs with enough evidence.
fn pairs_among(lot: &[Member<'_>]) -> Box<[Pair]> {
    let reach = if lot.len() <= BLOCK {
        lot.len()
    } else {
        NEIGHBOURS
    };
    let mut pairs = Vec::new();
    for (at, (p, a)) in lot.iter().enumerate() {
        for (q, b) in lot.iter().skip(at + 1).take(reach) {
            if let Some(score) = evidence(p, q).filter(|score| *score >= ENOUGH) {
                pairs.push((score, *a.min(b), *a.max(b)));
            }
        }
    }
    pairs.into()
}
