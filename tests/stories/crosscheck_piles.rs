//! Piles of articles about one story each, in `piles/*.ron`, with what a careful reader finds in them.
//!
//! Each pile is told in full: the conflicts it lists are all there are. So every other conflict is a false alarm, and
//! false alarms are counted over all piles.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use countercheck::claim::ClaimId;
use countercheck::crosscheck::{Answer, Severity};
use serde::Deserialize;

use super::crosscheck::Pile;

/// A figure of a pile: number of the article, words that begin with it.
type Place = (u32, String);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Printed {
    day: String,
    outlet: String,
    text: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    articles: Vec<Printed>,
    /// How pairs of one figure stand to each other.
    answers: Vec<(Place, Place, Answer)>,
    /// Pairs that are not one figure, or of different scope.
    #[serde(default)]
    apart: Vec<(Place, Place)>,
    /// All the conflicts there are.
    #[serde(default)]
    conflicts: Vec<(Place, Place)>,
    /// The slip that explains a conflict.
    #[serde(default)]
    slips: Vec<(Place, Place, String)>,
    /// Pairs that go back to one source.
    #[serde(default)]
    one_root: Vec<(Place, Place)>,
    /// Pairs of one figure that go back to two.
    #[serde(default)]
    two_roots: Vec<(Place, Place)>,
    /// Checks that find something in the figure of a claim, with words of their working.
    #[serde(default)]
    findings: Vec<(Place, String, String)>,
}

fn piles() -> Vec<(String, Told, Pile)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stories/piles");
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("the piles")
        .map(|entry| entry.expect("a file").path())
        .collect();
    files.sort();
    files
        .iter()
        .map(|path| {
            let name = path
                .file_stem()
                .expect("a name")
                .to_string_lossy()
                .into_owned();
            let text = fs::read_to_string(path).expect("a text file");
            let told: Told = ron::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
            let printed: Vec<_> = told
                .articles
                .iter()
                .map(|a| (a.day.clone(), a.outlet.clone(), a.text.clone()))
                .collect();
            (name, told, Pile::of(&printed))
        })
        .collect()
}

fn pair(pile: &Pile, a: &Place, b: &Place) -> (ClaimId, ClaimId) {
    let (x, y) = (pile.claim(a.0, &a.1), pile.claim(b.0, &b.1));
    (x.min(y), x.max(y))
}

fn answer(pile: &Pile, (a, b): (ClaimId, ClaimId)) -> Option<Answer> {
    pile.found
        .comparisons_of(a)
        .find(|c| c.a == b || c.b == b)
        .map(|c| c.answer)
}

#[test]
fn every_pile_is_answered_as_a_reader_would() {
    let mut wrong: Vec<String> = Vec::new();
    let piles = piles();
    assert!(piles.len() >= 12);
    for (name, told, pile) in &piles {
        for (a, b, expected) in &told.answers {
            let got = answer(pile, pair(pile, a, b));
            if got != Some(*expected) {
                wrong.push(format!(
                    "{name}: {a:?} / {b:?} should be {expected:?}, is {got:?}"
                ));
            }
        }
        for (a, b) in &told.apart {
            let got = answer(pile, pair(pile, a, b));
            if !matches!(
                got,
                None | Some(Answer::DifferentScope | Answer::NotComparable)
            ) {
                wrong.push(format!("{name}: {a:?} / {b:?} should be apart, is {got:?}"));
            }
        }
        for (a, b, slip) in &told.slips {
            let (x, y) = pair(pile, a, b);
            let got = pile
                .found
                .comparisons_of(x)
                .find(|c| c.a == y || c.b == y)
                .and_then(|c| c.slip.as_ref())
                .map(|slip| slip.code);
            if got != Some(slip.as_str()) {
                wrong.push(format!(
                    "{name}: {a:?} / {b:?} should be the slip {slip}, is {got:?}"
                ));
            }
        }
        let rooted = told.one_root.iter().map(|pair| (pair, true));
        for ((a, b), one) in rooted.chain(told.two_roots.iter().map(|pair| (pair, false))) {
            let (x, y) = pair(pile, a, b);
            let together = pile
                .figure(x)
                .roots
                .iter()
                .any(|root| root.claims.contains(&x) && root.claims.contains(&y));
            if together != one {
                wrong.push(format!(
                    "{name}: {a:?} / {b:?} in one root: {together}, should be {one}"
                ));
            }
        }
        for (a, code, words) in &told.findings {
            let id = pile.claim(a.0, &a.1);
            let found = pile
                .found
                .findings_of(id)
                .any(|f| f.code == code && f.working.join(" ").contains(words));
            if !found {
                wrong.push(format!(
                    "{name}: {a:?} should be found by {code} with “{words}”"
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_called_a_conflict_is_one() {
    let (mut flagged, mut right, mut true_ones) = (0, 0, 0);
    let mut false_alarms: Vec<String> = Vec::new();
    for (name, told, pile) in piles() {
        let expected: BTreeSet<_> = told
            .conflicts
            .iter()
            .map(|(a, b)| pair(&pile, a, b))
            .collect();
        true_ones += expected.len();
        let impossible = told.findings.len();
        let found = pile
            .found
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Impossible)
            .map(|finding| finding.title.clone());
        false_alarms.extend(
            found
                .skip(impossible)
                .map(|title| format!("{name}: {title}")),
        );
        for comparison in pile.found.figures.iter().flat_map(|f| &f.comparisons) {
            if comparison.answer == Answer::Conflicts {
                flagged += 1;
                if expected.contains(&(comparison.a, comparison.b)) {
                    right += 1;
                } else {
                    false_alarms.push(format!("{name}: {}", comparison.why()));
                }
            }
        }
    }
    assert!(
        right * 100 >= flagged * 95,
        "{right} of {flagged}: {false_alarms:#?}"
    );
    assert!(
        right * 100 >= true_ones * 85,
        "{right} of {true_ones} are found"
    );
    assert!(false_alarms.is_empty(), "{false_alarms:#?}");
}
