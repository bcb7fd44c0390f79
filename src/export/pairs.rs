//! The pairs of a figure as a reader wants them: what needs an eye first and each with its articles, pairs of one
//! answer and one reason in one line.

use std::collections::BTreeMap;

use super::{ComparisonEntry, FigureEntry, Report, words};

/// Most lines that are printed of pairs that conflict, that cannot be told, and that raise no question.
const MOST: [usize; 3] = [24, 12, 6];

/// Pairs of one answer and one reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairs<'a> {
    /// How many.
    pub count: usize,
    /// The first of them, which says answer and reason of all.
    pub first: &'a ComparisonEntry,
    /// The reason; of a figure with many pairs without what each stands for, which its row says.
    pub why: &'a str,
    /// Whether the articles are left to the row: a figure with many pairs.
    pub brief: bool,
    /// What they lay side by side, the first against each of the others: words as printed, with a quote for each place that prints them.
    pub sides: Vec<(&'a str, Vec<usize>)>,
}

impl Pairs<'_> {
    /// What stands between the sides and the reason, which alone is no sentence.
    pub fn before_reason(&self) -> &'static str {
        if self.brief { ": " } else { ". " }
    }

    /// "Conflicts", "Agrees, 3 pairs".
    pub fn heading(&self) -> String {
        let label = words::of_key(self.first.answer);
        if self.count == 1 {
            format!("{} {}", label.shape, label.word)
        } else {
            format!("{} {}, {} pairs", label.shape, label.word, self.count)
        }
    }
}

/// The pairs of a figure, and a sentence on those that are left to the data forms.
pub fn of<'a>(report: &'a Report, figure: &'a FigureEntry) -> (Vec<Pairs<'a>>, Option<String>) {
    let many = figure.comparisons.len() > FEW;
    let mut groups: Vec<Pairs<'a>> = Vec::new();
    let mut places = BTreeMap::new();
    for comparison in &figure.comparisons {
        let why = if many {
            reason(&comparison.why)
        } else {
            &comparison.why
        };
        let slip = comparison.slip.as_ref().map(|slip| slip.why.as_str());
        // Pairs that raise no question are one line for each reason.
        let one = (many && weight(comparison.answer) < 2).then_some(comparison.a);
        let place = *places
            .entry((comparison.answer, why, slip, one))
            .or_insert(groups.len());
        if place == groups.len() {
            groups.push(Pairs {
                count: 0,
                first: comparison,
                why,
                sides: Vec::new(),
                brief: many,
            });
        }
        if let Some(group) = groups.get_mut(place) {
            group.count += 1;
            add(report, group, comparison);
        }
    }
    groups.sort_by_key(|group| weight(group.first.answer));
    let (mut printed, mut left) = (Vec::new(), BTreeMap::<usize, (&str, usize)>::new());
    let mut room = MOST;
    for group in groups {
        let weight = weight(group.first.answer);
        match room.get_mut(weight) {
            Some(room) if *room > 0 => {
                *room -= 1;
                printed.push(group);
            }
            _ => {
                let said = left
                    .entry(weight)
                    .or_insert((words::of_key(group.first.answer).word, 0));
                said.1 += group.count;
            }
        }
    }
    (printed, left_out(&left))
}

/// "5 further pairs are in the JSON form of this report: 4 cannot be told, 1 raises no question."
fn left_out(left: &BTreeMap<usize, (&str, usize)>) -> Option<String> {
    let all: usize = left.values().map(|(_, count)| count).sum();
    let kinds: Vec<String> = left
        .iter()
        .map(|(weight, (word, count))| match weight {
            2 => format!("{count} without a question"),
            _ => format!("{count} {}", word.to_lowercase()),
        })
        .collect();
    (all > 0).then(|| {
        format!(
            "{} in the JSON form of this report: {}.",
            words::counted(all, "further pair is", "further pairs are"),
            kinds.join(", ")
        )
    })
}

/// A figure with more pairs than this has one line for all that one quote is laid beside with one outcome.
const FEW: usize = 12;

/// The reason at the end of a sentence that first says what two quotes stand for.
fn reason(why: &str) -> &str {
    let end = why.rsplit_once(": ").map(|(_, end)| end);
    end.filter(|end| !end.contains('“')).unwrap_or(why)
}

/// What comes first.
fn weight(answer: &str) -> usize {
    match answer {
        "conflicts" => 0,
        "cannot_tell" => 1,
        _ => 2,
    }
}

fn add<'a>(report: &'a Report, group: &mut Pairs<'a>, comparison: &ComparisonEntry) {
    for index in [comparison.a, comparison.b] {
        let Some(quote) = report.quotes.get(index) else {
            continue;
        };
        let text = quote.text.as_str();
        match group.sides.iter_mut().find(|(words, _)| *words == text) {
            Some((_, quotes)) if quotes.contains(&index) => {}
            Some((_, quotes)) => quotes.push(index),
            None => group.sides.push((text, vec![index])),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    #[test]
    fn what_needs_an_eye_comes_first_and_one_reason_is_one_line() {
        let report = sample::report();
        let figure = &report.figures[0];
        let mut many = figure.clone();
        let agrees = figure.comparisons[1].clone();
        many.comparisons = vec![agrees.clone(), figure.comparisons[0].clone(), agrees];
        let (pairs, left) = of(&report, &many);
        let told: Vec<String> = pairs.iter().map(Pairs::heading).collect();
        assert_eq!(told, ["↯ Conflicts", "≈ Agrees within rounding, 2 pairs"]);
        assert_eq!(left, None);
        assert_eq!(
            pairs[1].sides,
            [("About 98,000", vec![0]), ("98,417", vec![3])]
        );
    }

    #[test]
    fn of_many_pairs_a_line_says_one_quote_against_all_that_meet_one_fate() {
        let report = sample::report();
        let mut many = report.figures[0].clone();
        let first = many.comparisons[0].clone();
        many.comparisons = (0..13)
            .map(|nth| ComparisonEntry {
                why: format!("“{nth}” stands for {nth}: no number fits both."),
                b: 1 + nth % 3,
                ..first.clone()
            })
            .collect();
        let (pairs, _) = of(&report, &many);
        assert_eq!(pairs.len(), 1);
        assert_eq!((pairs[0].count, pairs[0].why), (13, "no number fits both."));
        assert_eq!(pairs[0].sides.len(), 4);
    }

    #[test]
    fn of_many_pairs_without_a_question_some_are_counted() {
        let report = sample::report();
        let mut many = report.figures[0].clone();
        let first = many.comparisons[1].clone();
        many.comparisons = (0..20)
            .map(|nth| ComparisonEntry {
                why: format!("reason {nth}"),
                ..first.clone()
            })
            .collect();
        let (pairs, left) = of(&report, &many);
        assert_eq!(pairs.len(), 6);
        assert_eq!(
            left.as_deref(),
            Some("14 further pairs are in the JSON form of this report: 14 without a question.")
        );
    }
}
