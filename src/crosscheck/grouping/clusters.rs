//! Groups that grow, strongest pairs first.

use super::evidence::restates;
use super::links::Links;
use super::towns::Towns;
use crate::claim::ClaimId;
use crate::crosscheck::profile::Profile;

/// Groups that grow.
pub(super) struct Clusters<'a> {
    profiles: &'a [&'a Profile],
    links: &'a Links,
    towns: Towns<'a>,
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl<'a> Clusters<'a> {
    pub(super) fn new(profiles: &'a [&'a Profile], links: &'a Links) -> Self {
        Self {
            profiles,
            links,
            towns: Towns::of(profiles),
            of: (0..profiles.len()).collect(),
            members: (0..profiles.len()).map(|at| vec![at]).collect(),
        }
    }

    /// Joins the groups of two claims, unless something speaks against it; where the editor has told so, only the editor.
    pub(super) fn join(&mut self, a: usize, b: usize, told: bool) {
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
                let equal = p.same_number(q);
                // "19 have died. Officials had earlier said 17": two numbers of one toll.
                let replaced = p.former != q.former && p.class == q.class;
                if (p.article == q.article && !replaced && !restates(p, q, equal))
                    || (p.class.is_some() && q.class.is_some() && p.class != q.class)
                    || self.towns.are_set_apart(p, q)
                {
                    return false;
                }
            }
        }
        true
    }

    /// The groups, each in order of claim.
    pub(super) fn finish(self) -> Vec<Vec<ClaimId>> {
        let mut groups = Vec::new();
        for members in self.members.iter().filter(|members| !members.is_empty()) {
            let ids = members.iter().filter_map(|at| self.profiles.get(*at));
            let mut group: Vec<ClaimId> = ids.map(|p| p.id).collect();
            group.sort_unstable();
            groups.push(group);
        }
        groups
    }
}
