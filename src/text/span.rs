//! A half-open byte range of one text.

use serde::{Deserialize, Serialize};

/// A half-open byte range `start..end` of one [`Text`](super::Text).
///
/// Invariant: `start <= end`, both on character boundaries of the text that made it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "(usize, usize)", try_from = "(usize, usize)")]
pub struct Span {
    // A claim holds a dozen spans, and no article is longer than four gigabytes.
    start: u32,
    end: u32,
}

impl Span {
    pub(super) fn new_unchecked(start: usize, end: usize) -> Self {
        let place = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self {
            start: place(start),
            end: place(end),
        }
    }

    /// First byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last byte.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether it covers nothing.
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self {
            start: self.start.min(other.start),
            end: self.end.max(other.end),
        }
    }

    /// From the start of `self` to the start of `other`; empty where they cross.
    #[must_use]
    pub fn until(self, other: Self) -> Self {
        Self {
            start: self.start,
            end: other.start.max(self.start),
        }
    }

    /// What lies between the end of `self` and the start of `other`; empty where they touch or cross.
    #[must_use]
    pub fn gap(self, other: Self) -> Self {
        Self {
            start: self.end,
            end: other.start.max(self.end),
        }
    }
}

impl std::fmt::Debug for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl From<Span> for (usize, usize) {
    fn from(span: Span) -> Self {
        (span.start(), span.end())
    }
}

impl TryFrom<(usize, usize)> for Span {
    type Error = String;

    fn try_from((start, end): (usize, usize)) -> Result<Self, String> {
        if start > end {
            return Err(format!(
                "a span must not end ({end}) before it starts ({start})"
            ));
        }
        match (u32::try_from(start), u32::try_from(end)) {
            (Ok(start), Ok(end)) => Ok(Self { start, end }),
            _ => Err(format!("no article reaches as far as byte {end}")),
        }
    }
}
