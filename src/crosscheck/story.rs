//! Which articles tell the same story: average-link clustering of their words, names counting double.
//!
//! Whole numbers only: weights are fixed-point, so that the outcome is the same on every machine and does not hang
//! on the order of the articles.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use super::digest::Part;
use super::union::{Union, index};
use super::words::Sym;

/// Articles imagined beside those of the corpus, so that a word in both of two articles still weighs something.
const BACKGROUND: u64 = 20;
/// Length of a part's vector, fixed-point.
const UNIT: i64 = 4096;
/// Parts whose mean likeness is below this share of one tell different stories: 0.11. Measured on news: at 0.10
/// to 0.12, nineteen of twenty pairs put together belong together.
const ALIKE: i64 = UNIT * UNIT * 11 / 100;
/// In large corpora only a part's heaviest words are looked up,
const HEAVY: usize = 12;
/// each with all that share it where these are few,
const COMMON: usize = 48;
/// and else so many of the heaviest with so many others whose next words are the same: thousands of reports may be
/// about one place.
const LED_BY: usize = 2;
const WINDOW: usize = 8;
/// A corpus up to this size is compared pair by pair.
const SMALL: usize = 96;
/// No chain of likeness longer than this is looked at as one.
const CHAIN: usize = 240;

type Vector = Vec<(Sym, i64)>;

/// The story of each part: parts of one number tell one story. Numbers follow the order of `parts`.
pub(super) fn stories(parts: &[(&Part, (u64, usize))]) -> Vec<u32> {
    let vectors = vectors(parts);
    let keys: Vec<(u64, usize)> = parts.iter().map(|(_, key)| *key).collect();
    let pairs = candidates(&vectors, &keys);
    let mut near: Vec<(i64, u32, u32)> = pairs
        .into_par_iter()
        .filter_map(|(a, b)| {
            let likeness = dot(vectors.get(index(a))?, vectors.get(index(b))?);
            (likeness >= ALIKE).then_some((likeness, a, b))
        })
        .collect();
    near.sort_unstable_by_key(|(likeness, a, b)| (Reverse(*likeness), *a, *b));
    let groups = components(parts.len(), &near);
    let mut numbers = vec![0; parts.len()];
    let clustered: Vec<Vec<Vec<u32>>> = groups
        .par_iter()
        .map(|group| average_link(group, &vectors, parts))
        .collect();
    for (story, next) in clustered.into_iter().flatten().zip(0..) {
        for part in story {
            if let Some(number) = numbers.get_mut(index(part)) {
                *number = next;
            }
        }
    }
    numbers
}

fn vectors(parts: &[(&Part, (u64, usize))]) -> Vec<Vector> {
    let mut found_in: FxHashMap<Sym, u64> = FxHashMap::default();
    for (part, _) in parts {
        for term in &part.terms {
            *found_in.entry(term.word).or_default() += 1;
        }
    }
    let all = u64::try_from(parts.len()).unwrap_or(u64::MAX) + BACKGROUND;
    parts
        .par_iter()
        .map(|(part, _)| {
            let mut vector: Vector = part
                .terms
                .iter()
                .map(|term| {
                    let rare = log2(all * 16 / found_in.get(&term.word).copied().unwrap_or(1)) - 64;
                    let often = 16 + log2(u64::from(term.count));
                    (
                        term.word,
                        rare.max(1) * often * if term.name { 2 } else { 1 },
                    )
                })
                .collect();
            let length = vector
                .iter()
                .map(|(_, weight)| weight * weight)
                .sum::<i64>();
            let length = length.max(1).isqrt().max(1);
            for (_, weight) in &mut vector {
                *weight = *weight * UNIT / length;
            }
            vector
        })
        .collect()
}

/// Sixteen times the binary logarithm, rounded down.
fn log2(number: u64) -> i64 {
    let number = number.max(1);
    let whole = number.ilog2();
    let mut rest = u128::from(number) << (63 - whole);
    let mut log = i64::from(whole);
    for _ in 0..4 {
        rest = (rest * rest) >> 63;
        log *= 2;
        if rest >> 64 != 0 {
            log += 1;
            rest >>= 1;
        }
    }
    log
}

fn dot(a: &[(Sym, i64)], b: &[(Sym, i64)]) -> i64 {
    let (mut i, mut j, mut sum) = (0, 0, 0);
    while let (Some((x, p)), Some((y, q))) = (a.get(i), b.get(j)) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                sum += p * q;
                (i, j) = (i + 1, j + 1);
            }
        }
    }
    sum
}

/// Pairs that may be alike: all of a small corpus, else those that share a heavy word that few parts have, and some of
/// those that share one that many have. `keys` order parts by their content.
fn candidates(vectors: &[Vector], keys: &[(u64, usize)]) -> Vec<(u32, u32)> {
    let count = u32::try_from(vectors.len()).unwrap_or(u32::MAX);
    if vectors.len() <= SMALL {
        return (0..count)
            .flat_map(|a| (a + 1..count).map(move |b| (a, b)))
            .collect();
    }
    let heavy: Vec<Vec<Sym>> = vectors
        .par_iter()
        .map(|vector| {
            let mut heaviest = vector.clone();
            heaviest.sort_unstable_by_key(|(word, weight)| (Reverse(*weight), *word));
            heaviest.truncate(HEAVY);
            heaviest.into_iter().map(|(word, _)| word).collect()
        })
        .collect();
    let mut postings: Vec<(Sym, u32)> = heavy
        .iter()
        .zip(0..count)
        .flat_map(|(words, part)| words.iter().map(move |word| (*word, part)))
        .collect();
    postings.par_sort_unstable();
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    let mut common: FxHashSet<Sym> = FxHashSet::default();
    for same in postings.chunk_by(|a, b| a.0 == b.0) {
        if same.len() <= COMMON {
            for (at, (_, a)) in same.iter().enumerate() {
                pairs.extend(same.iter().skip(at + 1).map(|(_, b)| (*a, *b)));
            }
        } else {
            common.extend(same.first().map(|(word, _)| *word));
        }
    }
    // Beside one another: parts that share a common word and, of their other words, the heaviest.
    let of_part = |part: u32| heavy.get(index(part)).map_or(&[][..], Vec::as_slice);
    let others = |word: Sym, part: u32| of_part(part).iter().filter(move |other| **other != word);
    let mut led: Vec<(Sym, u32)> = (0..count)
        .flat_map(|part| {
            let words = of_part(part).iter().filter(|word| common.contains(word));
            words.take(LED_BY).map(move |word| (*word, part))
        })
        .collect();
    led.par_sort_unstable_by(|(word, a), (other, b)| {
        let content = |part: u32| keys.get(index(part));
        word.cmp(other)
            .then_with(|| others(*word, *a).cmp(others(*word, *b)))
            .then_with(|| content(*a).cmp(&content(*b)))
    });
    for same in led.chunk_by(|a, b| a.0 == b.0) {
        for (at, (_, a)) in same.iter().enumerate() {
            let near = same.iter().skip(at + 1).take(WINDOW);
            pairs.extend(near.map(|(_, b)| (*a.min(b), *a.max(b))));
        }
    }
    pairs.par_sort_unstable();
    pairs.dedup();
    pairs
}

/// Parts linked by pairs that are alike, likest first; chains that grow too long are cut at their weakest links.
fn components(count: usize, near: &[(i64, u32, u32)]) -> Vec<Vec<u32>> {
    let mut union = Union::of(count);
    let mut size = vec![1_usize; count];
    let length = |size: &[usize], of: u32| size.get(index(of)).copied().unwrap_or(1);
    for (_, a, b) in near {
        let (a, b) = (union.root(*a), union.root(*b));
        let together = length(&size, a) + length(&size, b);
        if a == b || together > CHAIN {
            continue;
        }
        if let Some(slot) = size.get_mut(index(union.join(a, b))) {
            *slot = together;
        }
    }
    let mut groups: Vec<Vec<u32>> = vec![Vec::new(); count];
    for part in 0..u32::try_from(count).unwrap_or(u32::MAX) {
        if let Some(group) = groups.get_mut(index(union.root(part))) {
            group.push(part);
        }
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Mean likeness of two clusters, their places, and how many parts each had then. A cluster only grows until it is
/// taken into another, so its size tells whether it is still the same.
type Nearest = (i64, Reverse<(usize, usize)>, (usize, usize));

/// Average-link clustering: the two most alike clusters become one while their mean likeness is high enough.
fn average_link(
    group: &[u32],
    vectors: &[Vector],
    parts: &[(&Part, (u64, usize))],
) -> Vec<Vec<u32>> {
    // An order of content, so that ties fall alike whatever the order of the articles.
    let mut group = group.to_vec();
    group.sort_unstable_by_key(|part| parts.get(index(*part)).map(|(_, key)| *key));
    let count = group.len();
    let vector = |at: usize| {
        group
            .get(at)
            .and_then(|part| vectors.get(index(*part)))
            .map_or(&[][..], Vec::as_slice)
    };
    let mut sums = vec![0_i64; count * count];
    let cell = |a: usize, b: usize| a.min(b) * count + a.max(b);
    let mut clusters: Vec<Vec<u32>> = group.iter().map(|part| vec![*part]).collect();
    let mut best: BinaryHeap<Nearest> = BinaryHeap::new();
    for a in 0..count {
        for b in a + 1..count {
            let sum = dot(vector(a), vector(b));
            if let Some(slot) = sums.get_mut(cell(a, b)) {
                *slot = sum;
            }
            if sum >= ALIKE {
                best.push((sum, Reverse((a, b)), (1, 1)));
            }
        }
    }
    let size = |clusters: &[Vec<u32>], of: usize| clusters.get(of).map_or(0, Vec::len);
    while let Some((_, Reverse((a, b)), sizes)) = best.pop() {
        // What was known of a cluster before it grew no longer holds.
        if (size(&clusters, a), size(&clusters, b)) != sizes {
            continue;
        }
        let taken = clusters.get_mut(b).map(std::mem::take).unwrap_or_default();
        if let Some(cluster) = clusters.get_mut(a) {
            cluster.extend(taken);
        }
        for other in (0..count).filter(|other| *other != a) {
            let members = size(&clusters, other);
            let lost = sums.get(cell(b, other)).copied().unwrap_or_default();
            let Some(sum) = sums.get_mut(cell(a, other)).filter(|_| members > 0) else {
                continue;
            };
            *sum += lost;
            let own = size(&clusters, a);
            let mean = *sum / i64::try_from(own * members).unwrap_or(i64::MAX);
            if mean >= ALIKE {
                let (low, high) = (a.min(other), a.max(other));
                let sizes = if low == a {
                    (own, members)
                } else {
                    (members, own)
                };
                best.push((mean, Reverse((low, high)), sizes));
            }
        }
    }
    clusters.retain(|cluster| !cluster.is_empty());
    clusters
}

#[cfg(test)]
mod tests {
    use super::super::digest::digest;
    use super::*;
    use crate::article::Article;
    use crate::text::Text;

    fn stories_of(texts: &[&str]) -> Vec<u32> {
        let digests: Vec<_> = texts
            .iter()
            .map(|text| digest(&Article::of_text(Text::verbatim(text))).0)
            .collect();
        let parts: Vec<_> = digests.iter().map(|d| (&d.parts[0], (d.key, 0))).collect();
        stories(&parts)
    }

    #[test]
    fn two_earthquakes_are_two_stories() {
        let stories = stories_of(&[
            "An earthquake shook Velika on Monday. The mayor of Velika, Ana Perić, said a school had collapsed.",
            "Velika's mayor Ana Perić said rescuers were searching the school in Velika after the quake.",
            "A tremor hit Port Tolan. Governor Osei said Port Tolan's hospital was safe after the earthquake.",
            "Governor Osei flew to Port Tolan a day after the earthquake there.",
        ]);
        assert_eq!(stories[0], stories[1]);
        assert_eq!(stories[2], stories[3]);
        assert_ne!(stories[0], stories[2]);
    }

    #[test]
    fn logarithms_are_right_to_a_sixteenth() {
        assert_eq!((log2(1), log2(2), log2(3), log2(1024)), (0, 16, 25, 160));
    }

    #[test]
    fn a_place_that_many_reports_share_does_not_part_them() {
        let towns = ["Velika", "Port Tolan", "Karsk", "Brask"];
        let texts: Vec<String> = (0..240)
            .map(|report| {
                let town = towns[report % 4];
                format!("A flood in {town} killed {report} goats. The mayor of {town} asked herders to leave {town}.")
            })
            .collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut stories = stories_of(&texts);
        stories.sort_unstable();
        stories.dedup();
        assert!(stories.len() <= 8, "{} stories", stories.len());
    }
}
