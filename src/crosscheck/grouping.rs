//! Which claims are about one figure.
//!
//! Claims of one story, unit family and sense are compared where they share a class of happening, a noun or a value.
//! Evidence is added up; the strongest pairs come together first, and no group takes in a claim that is known to be
//! apart from one of its members. Nothing here hangs on ids or on the order of articles.

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::profile::{Form, Profile, overlap};
use super::words::Sym;
use super::{Link, LinkKind};
use crate::claim::{Basis, ClaimId};
use crate::lexicon::Value;
use crate::quantity::{Kind, Sense};

/// Evidence from which two claims are about one figure.
const ENOUGH: i32 = 500;
/// Claims of one story with one class, noun or value that are all compared with each other.
const BLOCK: usize = 80;
/// In larger blocks each claim is compared with so many that come next in order of value.
const NEIGHBOURS: usize = 12;

/// The editor's word on pairs of claims.
#[derive(Clone, Debug, Default)]
pub(super) struct Links {
    must: Vec<(ClaimId, ClaimId)>,
    cannot: FxHashSet<(ClaimId, ClaimId)>,
    /// Claims named in any link.
    named: FxHashSet<ClaimId>,
}

impl Links {
    /// From the project's list; a pair said to be apart stays apart whatever else is said of it.
    pub(super) fn of(links: &[Link]) -> Self {
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

    fn apart(&self, a: ClaimId, b: ClaimId) -> bool {
        self.cannot.contains(&(a.min(b), a.max(b)))
    }
}

/// Groups of profiles, by index, each in order of claim.
pub(super) fn groups(profiles: &[&Profile], stories: &[u32], links: &Links) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..profiles.len()).collect();
    let block = |at: &usize| {
        let profile = profiles.get(*at);
        let story = stories.get(*at).copied().unwrap_or_default();
        profile.map(|profile| (story, profile.family, sense_number(profile.sense)))
    };
    order.par_sort_unstable_by_key(|at| (block(at), profiles.get(*at).map(|p| p.key)));
    let blocks: Vec<&[usize]> = order.chunk_by(|a, b| block(a) == block(b)).collect();
    let mut edges: Vec<(i32, usize, usize)> = blocks
        .par_iter()
        .flat_map_iter(|block| edges_of(profiles, block))
        .collect();
    edges.extend(across_stories(profiles, stories));
    let key = |at: usize| profiles.get(at).map(|p| p.key);
    edges.par_sort_unstable_by_key(|(score, a, b)| {
        let (a, b) = (key(*a).min(key(*b)), key(*a).max(key(*b)));
        (std::cmp::Reverse(*score), a, b)
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

/// Evidence that two claims of one family and sense are about one figure; `None` where something speaks against it.
pub(super) fn evidence(a: &Profile, b: &Profile) -> Option<i32> {
    let equal = a.common.is_some() && a.value.is_some() && a.value == b.value;
    let meets = equal || a.common.zip(b.common).is_some_and(|(a, b)| a.meets(b));
    let average = |p: &Profile| p.kind == Kind::Average;
    let ahead = |p: &Profile| p.basis == Some(Basis::Projection);
    if average(a) != average(b) || a.epoch != b.epoch || (ahead(a) != ahead(b) && !equal) {
        return None;
    }
    // A person has one age, and ranks are names of places.
    if !equal
        && [a, b]
            .iter()
            .any(|p| matches!(p.kind, Kind::Age | Kind::Rank))
    {
        return None;
    }
    let mut score = match (a.class, b.class) {
        (Some(one), Some(other)) if one != other => return None,
        (Some(_), Some(_)) => 500,
        _ => 0,
    };
    let classed = score > 0;
    score += match (a.head, b.head) {
        (Some(one), Some(other)) if one == other => {
            if a.anyone {
                60
            } else {
                320
            }
        }
        (Some(_), Some(_)) if a.anyone || b.anyone => 0,
        (Some(_), Some(_)) if classed && (a.group.is_some() || b.group.is_some()) => 0,
        (Some(_), Some(_)) if equal => -60,
        (Some(_), Some(_)) => {
            if classed {
                -200
            } else {
                return None;
            }
        }
        _ => 0,
    };
    if let (Some(one), Some(other)) = (a.group, b.group)
        && one != other
        && !equal
    {
        return None;
    }
    if a.narrowing != b.narrowing {
        if overlap(&a.narrowing, &b.narrowing) == 0
            && !a.narrowing.is_empty()
            && !b.narrowing.is_empty()
        {
            return None;
        }
        score -= if equal { 60 } else { 250 };
    }
    if (a.dependent || b.dependent) && !equal {
        return None;
    }
    score += share(&a.about, &b.about, 300) + share(&a.sentence, &b.sentence, 150);
    if !a.place.is_empty() && !b.place.is_empty() {
        score += if overlap(&a.place, &b.place) > 0 {
            80
        } else {
            -120
        };
    }
    if a.years != b.years {
        let both = !a.years.is_empty() && !b.years.is_empty();
        score -= match (both && overlap(&a.years, &b.years) == 0, equal) {
            (true, true) => 100,
            (true, false) => 400,
            (false, true) => 0,
            (false, false) => 120,
        };
    }
    if let (Some((Some(from), Some(to))), Some((Some(since), Some(until)))) = (a.period, b.period)
        && (to < since || until < from)
    {
        score -= if equal { 100 } else { 300 };
    }
    if equal {
        score += match distinction(a.value) {
            0 => 130,
            1 => 300,
            _ => 450,
        };
        score += match a.kind {
            Kind::Age => 350,
            Kind::Money | Kind::Measure | Kind::Rate => 150,
            Kind::Duration => 220,
            Kind::Share | Kind::Average => 100,
            Kind::Count | Kind::Rank | Kind::Ratio => 0,
        };
    } else if meets {
        score += 60;
    } else if !classed && (a.head.is_none() || a.head != b.head) {
        return None;
    }
    if a.article == b.article && !restates(a, b, equal) {
        return None;
    }
    Some(score)
}

/// Whether two claims of one article say one thing twice, rather than two things.
fn restates(a: &Profile, b: &Profile, equal: bool) -> bool {
    let words = a.sentence.len().min(b.sentence.len());
    let shared = overlap(&a.sentence, &b.sentence);
    let same_words = words >= 3 && shared * 10 >= words * 6 && a.at.abs_diff(b.at) > 12;
    let vague = |p: &Profile| p.form == Form::Range;
    let meets = a.common.zip(b.common).is_some_and(|(a, b)| a.meets(b));
    equal || same_words || (meets && a.class.is_some() && (vague(a) || vague(b)))
}

/// `full` times the part of the shorter list that both share.
fn share(a: &[Sym], b: &[Sym], full: i32) -> i32 {
    let shorter = i32::try_from(a.len().min(b.len()).max(2)).unwrap_or(i32::MAX);
    full * i32::try_from(overlap(a, b)).unwrap_or(0) / shorter
}

/// How rarely a number is met by chance: 0 for small whole numbers, 2 for three significant figures.
fn distinction(value: Option<Value>) -> u8 {
    let Some(value) = value else { return 0 };
    let digits: String = value
        .to_string()
        .chars()
        .filter(char::is_ascii_digit)
        .collect();
    let significant = digits.trim_matches('0').len();
    let small = value.magnitude() <= Value::whole(12) && value.is_whole();
    match significant {
        _ if small => 0,
        0..=2 if value.magnitude() < Value::whole(1000) => 1,
        0..=1 => 1,
        _ => 2,
    }
}

/// Groups that grow.
struct Clusters<'a> {
    profiles: &'a [&'a Profile],
    links: &'a Links,
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl<'a> Clusters<'a> {
    fn new(profiles: &'a [&'a Profile], links: &'a Links) -> Self {
        Self {
            profiles,
            links,
            of: (0..profiles.len()).collect(),
            members: (0..profiles.len()).map(|at| vec![at]).collect(),
        }
    }

    /// Joins what the editor has joined.
    fn obey(&mut self) {
        if self.links.must.is_empty() {
            return;
        }
        let place: FxHashMap<ClaimId, usize> = self
            .profiles
            .iter()
            .enumerate()
            .map(|(at, p)| (p.id, at))
            .collect();
        for (a, b) in &self.links.must {
            if let (Some(a), Some(b)) = (place.get(a), place.get(b)) {
                self.join(*a, *b, true);
            }
        }
    }

    fn join(&mut self, a: usize, b: usize, told: bool) {
        let (Some(a), Some(b)) = (self.of.get(a).copied(), self.of.get(b).copied()) else {
            return;
        };
        if a == b || !self.may_join(a, b, told) {
            return;
        }
        let (keep, lose) = if self.size(a) >= self.size(b) {
            (a, b)
        } else {
            (b, a)
        };
        let moved = self
            .members
            .get_mut(lose)
            .map(std::mem::take)
            .unwrap_or_default();
        for at in &moved {
            if let Some(of) = self.of.get_mut(*at) {
                *of = keep;
            }
        }
        if let Some(members) = self.members.get_mut(keep) {
            members.extend(moved);
        }
    }

    fn size(&self, cluster: usize) -> usize {
        self.members.get(cluster).map_or(0, Vec::len)
    }

    fn may_join(&self, a: usize, b: usize, told: bool) -> bool {
        let members = |cluster: usize| {
            self.members
                .get(cluster)
                .into_iter()
                .flatten()
                .filter_map(|at| self.profiles.get(*at).copied())
        };
        // A large group holds one value many times; a sample of it is enough to see what speaks against joining.
        let named = |p: &Profile| self.links.named.contains(&p.id);
        let sample = |cluster: usize| {
            let all = self.size(cluster);
            members(cluster)
                .enumerate()
                .filter(move |(at, p)| all <= 64 || at % (all / 32) == 0 || named(p))
        };
        for (_, p) in sample(a) {
            for (_, q) in sample(b) {
                if self.links.apart(p.id, q.id) {
                    return false;
                }
                if told {
                    continue;
                }
                let equal = p.value.is_some() && p.value == q.value;
                if (p.article == q.article && !restates(p, q, equal))
                    || (p.class.is_some() && q.class.is_some() && p.class != q.class)
                {
                    return false;
                }
            }
        }
        true
    }

    fn finish(self) -> Vec<Vec<usize>> {
        let mut groups = self.members;
        groups.retain(|group| !group.is_empty());
        for group in &mut groups {
            group.sort_unstable_by_key(|at| self.profiles.get(*at).map(|p| p.id));
        }
        groups
    }
}
