//! Heights of many pieces: guessed at first, known once seen.

/// A running sum of heights, in points.
#[derive(Clone, Debug, Default)]
pub(in crate::app) struct Heights {
    sizes: Vec<f32>,
    known: Vec<bool>,
    /// Top of each piece, then the bottom of the last.
    tops: Vec<f32>,
    /// Tops up to this one are right.
    right_to: usize,
}

impl Heights {
    /// All guessed.
    pub(in crate::app) fn guessed(sizes: Vec<f32>) -> Self {
        let mut all = Self {
            known: vec![false; sizes.len()],
            tops: vec![0.0; sizes.len() + 1],
            sizes,
            right_to: 0,
        };
        all.sum();
        all
    }

    /// Sets the height of a piece that has been laid out; returns by how much it was wrong.
    pub(in crate::app) fn learn(&mut self, piece: usize, height: f32) -> f32 {
        let Some(old) = self.sizes.get_mut(piece) else {
            return 0.0;
        };
        let wrong = height - *old;
        *old = height;
        if let Some(known) = self.known.get_mut(piece) {
            *known = true;
        }
        if wrong != 0.0 {
            self.right_to = self.right_to.min(piece);
            self.sum();
        }
        wrong
    }

    /// Whether the height of a piece has been learnt.
    pub(in crate::app) fn knows(&self, piece: usize) -> bool {
        self.known.get(piece).copied().unwrap_or_default()
    }

    /// Top of a piece; beyond the last, the bottom of all.
    pub(in crate::app) fn top(&self, piece: usize) -> f32 {
        self.tops
            .get(piece)
            .or(self.tops.last())
            .copied()
            .unwrap_or_default()
    }

    /// Height of all.
    pub(in crate::app) fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// The piece at a height; the first above all, the last below all.
    pub(in crate::app) fn at(&self, y: f32) -> usize {
        let pieces = self.sizes.len();
        self.tops
            .partition_point(|top| *top <= y)
            .saturating_sub(1)
            .min(pieces.saturating_sub(1))
    }

    fn sum(&mut self) {
        let mut top = self.tops.get(self.right_to).copied().unwrap_or_default();
        for (height, next) in self
            .sizes
            .iter()
            .zip(self.tops.iter_mut().skip(1))
            .skip(self.right_to)
        {
            top += height;
            *next = top;
        }
        self.right_to = self.sizes.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn learning_a_height_moves_what_is_below_and_nothing_else() {
        let mut heights = Heights::guessed(vec![10.0; 4]);
        assert!((heights.learn(1, 25.0) - 15.0).abs() < 0.01);
        assert_eq!(
            (heights.top(1), heights.top(2), heights.total()),
            (10.0, 35.0, 55.0)
        );
        assert!(heights.knows(1) && !heights.knows(2));
        assert_eq!(
            [-5.0, 0.0, 9.9, 10.0, 34.9, 35.0, 999.0].map(|y| heights.at(y)),
            [0, 0, 0, 1, 1, 2, 3]
        );
    }

    #[test]
    fn nothing_is_nought_high() {
        let heights = Heights::guessed(Vec::new());
        assert_eq!(
            (heights.total(), heights.at(5.0), heights.top(3)),
            (0.0, 0, 0.0)
        );
    }
}
