//! What figures are called: two that have one name are told apart by the facet in which they differ.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::Project;
use crate::claim::{Certainty, Claim};
use crate::crosscheck::Figure;

/// The facets that tell figures apart, the telling ones first; the words of the figure itself come last.
const FACETS: [fn(&Claim) -> Option<String>; 5] = [
    |claim| Some(claim.reading.place.as_ref()?.text.clone()),
    |claim| {
        let scope = claim
            .reading
            .scope
            .iter()
            .map(|phrase| phrase.text.as_str());
        let scope: Vec<&str> = scope.collect();
        (!scope.is_empty()).then(|| scope.join(", "))
    },
    |claim| {
        let as_of = claim.reading.as_of.as_ref();
        let stated = as_of.filter(|as_of| as_of.certainty == Certainty::Stated);
        let period = claim.reading.period.as_ref();
        let period = period.map(|period| period.words.text.clone());
        stated.map(|as_of| as_of.date.to_string()).or(period)
    },
    |claim| Some(claim.reading.predicate.as_ref()?.text.clone()),
    |claim| Some(claim.anchor.quote.clone()),
];

impl Project {
    /// What a figure is called: by a person, else by what is counted.
    pub fn title_of(&self, figure: &Figure) -> String {
        self.decision_of(figure)
            .and_then(|(_, decision)| decision.title.clone())
            .unwrap_or_else(|| figure.title.clone())
    }

    /// For figures that would have one name, by their places among all, the words that tell each from the others.
    pub fn told_apart(&self, figures: &[Arc<Figure>]) -> BTreeMap<usize, String> {
        let mut alike: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (at, figure) in figures.iter().enumerate() {
            alike.entry(self.title_of(figure)).or_default().push(at);
        }
        let mut added = BTreeMap::new();
        for group in alike.into_values().filter(|group| group.len() > 1) {
            let facets = |at: &usize| {
                let figure = figures.get(*at);
                FACETS.map(|facet| figure.and_then(|figure| self.first(figure, facet)))
            };
            let facets: Vec<_> = group.iter().map(facets).collect();
            let words = group.into_iter().zip(told_apart(&facets));
            added.extend(words.filter(|(_, words)| !words.is_empty()));
        }
        added
    }

    /// What the first claim of a figure says that tells the facet.
    fn first(&self, figure: &Figure, facet: fn(&Claim) -> Option<String>) -> Option<String> {
        let claims = figure.claims.iter();
        let mut told = claims.filter_map(|claim| facet(self.claims.get(claim)?));
        told.next()
    }
}

/// Of things with one name, the words for each that tell it from the others: the first facet in which they differ, and
/// a further one for those that are alike in it.
fn told_apart<const N: usize>(facets: &[[Option<String>; N]]) -> Vec<String> {
    let mut words: Vec<Vec<String>> = vec![Vec::new(); facets.len()];
    let mut alike: Vec<Vec<usize>> = vec![(0..facets.len()).collect()];
    for facet in 0..N {
        let mut next = Vec::new();
        for group in alike {
            let mut by_value: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
            for at in group {
                let value = facets.get(at).and_then(|row| row.get(facet)?.as_deref());
                by_value.entry(value).or_default().push(at);
            }
            let differ = by_value.len() > 1;
            for (value, same) in by_value {
                if let Some(value) = value.filter(|_| differ) {
                    for at in &same {
                        if let Some(words) = words.get_mut(*at) {
                            words.push(value.to_owned());
                        }
                    }
                }
                if same.len() > 1 {
                    next.push(same);
                }
            }
        }
        alike = next;
    }
    words.iter().map(|words| words.join(", ")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn apart(rows: &[[&str; 3]]) -> Vec<String> {
        let told = |words: &str| (!words.is_empty()).then(|| words.to_owned());
        let rows: Vec<_> = rows.iter().map(|row| row.map(told)).collect();
        told_apart(&rows)
    }

    #[test]
    fn the_first_facet_that_differs_tells_them_apart() {
        assert_eq!(
            apart(&[["the hills", "", "12"], ["the hills", "spring", "13"]]),
            ["", "spring"]
        );
        assert_eq!(
            apart(&[["the hills", "x", "1"], ["the coast", "y", "2"]]),
            ["the hills", "the coast"]
        );
    }

    #[test]
    fn those_alike_in_one_are_told_apart_by_the_next() {
        assert_eq!(
            apart(&[
                ["the coast", "", "40 goats"],
                ["the hills", "spring", "40 goats"],
                ["the hills", "autumn", "40 goats"],
            ]),
            ["the coast", "the hills, spring", "the hills, autumn"]
        );
        assert_eq!(apart(&[["", "", "40"], ["", "", "41"]]), ["40", "41"]);
    }
}
