//! Places that words take in a drawing, and lines to measure by that stop at them.

use super::{Align, Look, Point, Shape, width_of};

/// Height of a line of words.
pub(super) const LINE: i32 = 13;

/// A field between two corners.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) right: i32,
    pub(super) bottom: i32,
}

impl Place {
    /// What words take that stand at `at` by their foot.
    pub(super) fn of_words(words: &str, (x, y): Point, align: Align) -> Self {
        let width = width_of(words);
        let left = match align {
            Align::Start => x,
            Align::Middle => x - width / 2,
            Align::End => x - width,
        };
        Self {
            left: left - 3,
            top: y - LINE + 2,
            right: left + width + 3,
            bottom: y + 4,
        }
    }

    pub(super) const fn meets(&self, other: &Self) -> bool {
        self.left < other.right
            && other.left < self.right
            && self.top < other.bottom
            && other.top < self.bottom
    }
}

/// A level or upright line to measure by, in pieces that leave `words` free.
pub(super) fn rule(from: Point, to: Point, words: &[Place]) -> Vec<Shape> {
    let level = from.1 == to.1;
    let mut holes: Vec<(i32, i32)> = words
        .iter()
        .filter_map(|place| {
            let (across, along) = if level {
                ((place.top, place.bottom), (place.left, place.right))
            } else {
                ((place.left, place.right), (place.top, place.bottom))
            };
            let at = if level { from.1 } else { from.0 };
            (across.0 <= at && at <= across.1).then_some(along)
        })
        .collect();
    holes.sort_unstable();
    let (start, end) = if level {
        (from.0, to.0)
    } else {
        (from.1, to.1)
    };
    let mut pieces = Vec::new();
    let mut at = start;
    for (hole, after) in holes {
        if hole > at {
            pieces.push((at, hole.min(end)));
        }
        at = at.max(after);
    }
    pieces.push((at, end));
    pieces
        .into_iter()
        .filter(|(from, to)| from < to)
        .map(|(a, b)| {
            let (from, to) = if level {
                ((a, from.1), (b, from.1))
            } else {
                ((from.0, a), (from.0, b))
            };
            Shape::Line {
                look: Look::Rule,
                from,
                to,
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_to_measure_by_stops_at_words() {
        let words = Place::of_words("98,417", (100, 50), Align::Start);
        let pieces = rule((0, 46), (300, 46), &[words]);
        let ends: Vec<_> = pieces
            .iter()
            .map(|piece| match piece {
                Shape::Line { from, to, .. } => (from.0, to.0),
                other => panic!("a line, not {other:?}"),
            })
            .collect();
        assert_eq!(ends, [(0, words.left), (words.right, 300)]);
        assert_eq!(rule((0, 80), (300, 80), &[words]).len(), 1, "far below");
        let upright = rule((110, 0), (110, 90), &[words, words]);
        assert_eq!(upright.len(), 2);
    }
}
