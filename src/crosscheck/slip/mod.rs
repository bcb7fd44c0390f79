//! Known ways for a figure to go wrong that would explain why two claims conflict, one entry each in [`SLIPS`].

mod digits;
mod neighbour;
mod units;

use super::Slip;
use super::arithmetic::scaled;
use super::comparison::Side;
use super::profile::{Form, Profile, overlap};
use crate::lexicon::Value;
use crate::quantity::Kind;

/// A way for a figure to go wrong.
pub struct SlipKind {
    /// Its name in files: "scale_word".
    pub code: &'static str,
    /// Its name as shown: "Scale word".
    pub name: &'static str,
    /// What it is and how it is told.
    pub explanation: &'static str,
    /// Two articles that conflict by it, parted by a line "---".
    pub examples: &'static [&'static str],
    /// Two articles that it does not explain.
    pub counter_examples: &'static [&'static str],
    test: fn(Side<'_>, Side<'_>) -> Option<String>,
}

/// Every slip, surest first.
pub const SLIPS: &[SlipKind] = &[
    digits::SCALE_WORD,
    units::SAME_NUMBER,
    digits::TRANSPOSITION,
    digits::DIGIT,
    units::POINTS,
    neighbour::COMPLEMENT,
    neighbour::CUMULATIVE,
    neighbour::SWAP,
    units::FACTOR,
];

/// So many of the first slips are of the pen alone.
const PEN: usize = 4;

/// The slip that would explain a conflict, if one does.
pub(super) fn explain(a: Side<'_>, b: Side<'_>) -> Option<Slip> {
    first_of(SLIPS, a, b)
}

/// The slip of the pen that may explain two figures of which nobody knows whether they conflict: much of what is said of
/// both is alike.
pub(super) fn possible(a: Side<'_>, b: Side<'_>) -> Option<Slip> {
    let (p, q) = (a.profile, b.profile);
    let one_thing = p.head.is_some() && p.head == q.head || p.class.is_some() && p.class == q.class;
    let shared = overlap(p.around(), q.around());
    let shorter = p.around().len().min(q.around().len());
    let days = |p: &Profile| {
        let (from, to) = p.period?;
        from?.until(to?).ok().map(|span| span.get_days())
    };
    // A year is ten times a month by nature.
    let lengths = days(p).zip(days(q)).is_none_or(|(one, other)| one == other);
    let figures = |p: &Profile| {
        let text = p
            .value()
            .map_or_else(String::new, |value| value.to_string());
        let figures = text.trim_matches(['0', '.']).bytes();
        figures.filter(u8::is_ascii_digit).count()
    };
    // Two small counts are alike by chance.
    let telling = p.kind != Kind::Count || figures(p).max(figures(q)) > 2 || digits_apart(a, b);
    let alike = p.article != q.article
        && p.kind == q.kind
        && p.sense == q.sense
        && one_thing
        && lengths
        && telling
        && shared > 0
        && shared * 2 >= shorter;
    let of_the_pen = SLIPS.get(..PEN).unwrap_or(SLIPS);
    alike.then(|| first_of(of_the_pen, a, b)).flatten()
}

/// Whether one is ten, a thousand or a million times the other, in the same digits.
fn digits_apart(a: Side<'_>, b: Side<'_>) -> bool {
    is_of_digit(a, b) || is_of_scale(a, b)
}

/// Whether digits or a scale word went wrong, and no likelier slip explains the two.
pub(super) fn is_of_the_pen(a: Side<'_>, b: Side<'_>) -> bool {
    let of_the_pen = [
        digits::SCALE_WORD.code,
        digits::TRANSPOSITION.code,
        digits::DIGIT.code,
    ];
    let last = SLIPS
        .iter()
        .rposition(|slip| of_the_pen.contains(&slip.code));
    let likely = SLIPS.get(..=last.unwrap_or_default()).unwrap_or(SLIPS);
    first_of(likely, a, b).is_some_and(|slip| of_the_pen.contains(&slip.code))
}

/// Whether each article has the other's number for what else happened: "killed 14 and injured 60", "killed 60 and injured
/// 14".
pub(super) fn are_exchanged(a: Side<'_>, b: Side<'_>) -> bool {
    neighbour::are_exchanged(a, b)
}

/// Whether one is ten times the other, in the same two digits or more.
pub(super) fn is_of_digit(a: Side<'_>, b: Side<'_>) -> bool {
    (digits::DIGIT.test)(a, b).is_some()
}

/// Whether nothing but the word for the scale differs: "€1.2 billion", "1.2 million euros".
pub(super) fn is_of_scale(a: Side<'_>, b: Side<'_>) -> bool {
    let single = |side: Side<'_>| !side.profile.is_wide();
    single(a) && single(b) && a.profile.is_thousandfold(b.profile)
}

fn first_of(slips: &[SlipKind], a: Side<'_>, b: Side<'_>) -> Option<Slip> {
    // "Dozens" against "hundreds" is no slip of the pen.
    if [a, b].iter().any(|side| side.profile.form == Form::Range) {
        return None;
    }
    slips.iter().find_map(|slip| {
        (slip.test)(a, b).map(|why| Slip {
            code: slip.code,
            why,
        })
    })
}

/// The smaller and the larger value in their common unit.
fn ordered<'a>(a: Side<'a>, b: Side<'a>) -> Option<(Side<'a>, Side<'a>, Value, Value)> {
    let (x, y) = (a.profile.value()?, b.profile.value()?);
    if x <= Value::ZERO || y <= Value::ZERO {
        return None;
    }
    Some(if x <= y { (a, b, x, y) } else { (b, a, y, x) })
}

fn quote(side: Side<'_>) -> String {
    format!("“{}”", side.claim.anchor.quote)
}

/// Whether `times` the small figure meets the large one.
fn meets_times(small: Side<'_>, large: Side<'_>, times: Value) -> bool {
    let bounded = |side: Side<'_>| side.profile.form != Form::Bound;
    bounded(small)
        && bounded(large)
        && small
            .profile
            .common()
            .and_then(|interval| scaled(interval, times))
            .zip(large.profile.common())
            .is_some_and(|(a, b)| a.meets(b))
}

#[cfg(test)]
mod tests {
    use super::super::finding::examples::found;
    use super::SLIPS;

    fn slips(text: &str) -> Vec<&'static str> {
        found(text)
            .figures
            .iter()
            .flat_map(|figure| &figure.comparisons)
            .filter_map(|comparison| Some(comparison.slip.as_ref()?.code))
            .collect()
    }

    fn answers(text: &str) -> Vec<String> {
        found(text)
            .figures
            .iter()
            .flat_map(|figure| &figure.comparisons)
            .map(|comparison| format!("{} {:?}", comparison.why(), comparison.slip))
            .collect()
    }

    #[test]
    fn every_slip_explains_its_examples_and_no_counter_example() {
        let mut wrong = Vec::new();
        for slip in SLIPS {
            assert!(!slip.examples.is_empty() && !slip.counter_examples.is_empty());
            for text in slip.examples {
                if !slips(text).contains(&slip.code) {
                    wrong.push(format!("{} in {text}: {:?}", slip.code, answers(text)));
                }
            }
            for text in slip.counter_examples {
                if slips(text).contains(&slip.code) {
                    wrong.push(format!("no {} in {text}", slip.code));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
