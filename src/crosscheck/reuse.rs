//! Text that two articles share: winnowing over shingles of three words.
//!
//! Schleimer, Wilkerson, Aiken: Winnowing: local algorithms for document fingerprinting, SIGMOD 2003. Of every
//! eight shingles in a row the smallest hash is kept, so a shared run of ten words is always found.

use super::words::Token;

/// Words in a shingle.
const SHINGLE: usize = 3;
/// Shingles in a window.
const WINDOW: usize = 8;
/// Words of a shared run that count as copying.
const RUN: usize = 8;

/// A fingerprint: the hash of a shingle and the byte it starts at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Print {
    /// Hash of three words.
    pub hash: u32,
    /// First byte of the first word.
    pub at: u32,
}

/// The fingerprints of a text, sorted by hash.
pub(super) fn prints(tokens: &[Token]) -> Vec<Print> {
    let hashes: Vec<u64> = tokens.windows(SHINGLE).map(shingle).collect();
    let mut prints = Vec::with_capacity(hashes.len() / 4 + 1);
    let mut last = usize::MAX;
    for (from, window) in hashes.windows(WINDOW.min(hashes.len().max(1))).enumerate() {
        // The rightmost smallest, as the paper has it.
        let smallest = (0..window.len()).rev().min_by_key(|at| window.get(*at));
        if let Some(at) = smallest.map(|at| from + at).filter(|at| *at != last) {
            last = at;
            if let (Some(hash), Some(token)) = (hashes.get(at), tokens.get(at)) {
                prints.push(Print {
                    hash: u32::try_from(hash >> 32).unwrap_or_default(),
                    at: u32::try_from(token.start).unwrap_or(u32::MAX),
                });
            }
        }
    }
    prints.sort_unstable();
    prints.shrink_to_fit();
    prints
}

fn shingle(words: &[Token]) -> u64 {
    words.iter().fold(0_u64, |hash, word| {
        (hash.rotate_left(5) ^ word.stem.0).wrapping_mul(0x9E37_79B9_7F4A_7C15)
    })
}

/// Fingerprints that two texts share.
pub(super) fn shared_prints(a: &[Print], b: &[Print]) -> usize {
    let (mut i, mut j, mut shared) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.hash.cmp(&y.hash) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                shared += 1;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    shared
}

/// Runs of at least [`RUN`] words that stand in both texts, as byte ranges of `a` and of `b`, in order of `a`.
#[expect(
    clippy::many_single_char_names,
    reason = "two texts and places in them"
)]
pub(super) fn shared_runs(
    (a, a_prints): (&[Token], &[Print]),
    (b, b_prints): (&[Token], &[Print]),
) -> Vec<((usize, usize), (usize, usize))> {
    let mut runs: Vec<(usize, usize, usize)> = Vec::new();
    let word = |tokens: &[Token], at: u32| {
        let at = usize::try_from(at).unwrap_or(usize::MAX);
        tokens.partition_point(|token| token.start < at)
    };
    for print in a_prints {
        let from = b_prints.partition_point(|other| other.hash < print.hash);
        let alike = b_prints.get(from..).unwrap_or_default();
        for other in alike
            .iter()
            .take_while(|other| other.hash == print.hash)
            .take(4)
        {
            let (x, y) = (word(a, print.at), word(b, other.at));
            let covered = runs
                .iter()
                .any(|(i, j, n)| (*i..*i + *n).contains(&x) && x - i == y.wrapping_sub(*j));
            if covered {
                continue;
            }
            let same = |i: usize, j: usize| match (a.get(i), b.get(j)) {
                (Some(i), Some(j)) => i.stem == j.stem,
                _ => false,
            };
            let before = (1..=x.min(y))
                .take_while(|back| same(x - back, y - back))
                .count();
            let after = (0..a.len()).take_while(|on| same(x + on, y + on)).count();
            if before + after >= RUN {
                runs.push((x - before, y - before, before + after));
            }
        }
    }
    runs.sort_unstable();
    runs.iter()
        .filter_map(|(i, j, n)| {
            let range = |tokens: &[Token], from: usize| {
                Some((tokens.get(from)?.start, tokens.get(from + n - 1)?.end))
            };
            Some((range(a, *i)?, range(b, *j)?))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::words::vocabulary;
    use super::*;

    #[test]
    fn a_copied_sentence_is_found_whole() {
        let wire = "Heavy rain fell. The river rose by two metres during the night and forty families left their \
                    houses. Nobody was hurt.";
        let copy = "Our own words here. The river rose by two metres during the night and forty families left their \
                    houses. More to come.";
        let (a, b) = (vocabulary().tokens(wire), vocabulary().tokens(copy));
        let runs = shared_runs((&a, &prints(&a)), (&b, &prints(&b)));
        assert_eq!(runs.len(), 1);
        let ((from, to), _) = runs[0];
        assert_eq!(
            wire.get(from..to),
            Some(
                "The river rose by two metres during the night and forty families left their houses"
            )
        );
    }

    #[test]
    fn two_texts_in_different_words_share_nothing() {
        let a = vocabulary()
            .tokens("The dam broke on Monday and water ran through the lower town for hours.");
        let b = vocabulary()
            .tokens("On Monday streets in the lower town were flooded after a dam gave way.");
        assert_eq!(shared_runs((&a, &prints(&a)), (&b, &prints(&b))), []);
    }
}
