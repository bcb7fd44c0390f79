//! Things joined pair by pair into groups: union by the lower number, so that a group is known by its first member.

/// Groups that grow together.
pub(super) struct Union {
    parent: Vec<u32>,
}

pub(super) fn index(at: u32) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}

impl Union {
    /// So many things, each by itself.
    pub(super) fn of(count: usize) -> Self {
        Self {
            parent: (0..u32::try_from(count).unwrap_or(u32::MAX)).collect(),
        }
    }

    /// The first member of the group of `of`.
    pub(super) fn root(&mut self, of: u32) -> u32 {
        let mut at = of;
        while let Some(up) = self.up(at).filter(|up| *up != at) {
            let above = self.up(up).unwrap_or(up);
            if let Some(slot) = self.parent.get_mut(index(at)) {
                *slot = above;
            }
            at = above;
        }
        at
    }

    fn up(&self, at: u32) -> Option<u32> {
        self.parent.get(index(at)).copied()
    }

    /// Joins the groups of two things; the first member of both together.
    pub(super) fn join(&mut self, a: u32, b: u32) -> u32 {
        let (a, b) = (self.root(a), self.root(b));
        let (low, high) = (a.min(b), a.max(b));
        if let Some(slot) = self.parent.get_mut(index(high)) {
            *slot = low;
        }
        low
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_is_known_by_its_first_member() {
        let mut union = Union::of(5);
        union.join(4, 3);
        union.join(3, 1);
        assert_eq!([0, 1, 2, 3, 4].map(|at| union.root(at)), [0, 1, 2, 1, 1]);
    }
}
