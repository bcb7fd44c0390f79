//! Which facets an edit of a claim changes, in words.

use super::super::spoken::spoken;
use super::describe::shortened;
use crate::claim::{Phrase, Reading};

/// "place “Kazakhstan” → “the north”" where one facet changes, the names of the facets where several do; nothing where
/// none does.
pub(super) fn changes(old: &Reading, new: &Reading) -> Option<String> {
    let changed: Vec<(&str, String, String)> = facets(old)
        .into_iter()
        .zip(facets(new))
        .filter(|((_, old), (_, new))| old != new)
        .map(|((name, old), (_, new))| (name, old, new))
        .collect();
    match changed.as_slice() {
        [] => None,
        [(name, old, new)] => Some(format!("{name} {} → {}", said(old), said(new))),
        several => {
            let names: Vec<&str> = several.iter().map(|(name, ..)| *name).collect();
            Some(names.join(", "))
        }
    }
}

fn said(words: &str) -> String {
    if words.is_empty() {
        "unknown".to_owned()
    } else {
        format!("“{}”", shortened(words))
    }
}

/// Every facet with its name; empty where it is unknown.
fn facets(reading: &Reading) -> [(&'static str, String); 12] {
    let text = |phrase: Option<&Phrase>| phrase.map_or(String::new(), |it| it.text.clone());
    let scope: Vec<&str> = reading.scope.iter().map(|it| it.text.as_str()).collect();
    let quantity = &reading.quantity;
    let period = reading.period.as_ref().map(|period| &period.words);
    let as_of = reading.as_of.as_ref();
    let source = reading.attribution.as_ref().map(|said| &said.source);
    [
        ("value", quantity.amount.to_string()),
        ("unit", quantity.unit_text.clone().unwrap_or_default()),
        ("kind", spoken(&reading.kind)),
        ("sense", spoken(&reading.sense)),
        ("counted", text(reading.concept.as_ref())),
        ("what happened", text(reading.predicate.as_ref())),
        ("scope", scope.join("; ")),
        ("place", text(reading.place.as_ref())),
        ("period", text(period)),
        (
            "as of",
            as_of.map_or(String::new(), |at| at.date.to_string()),
        ),
        (
            "basis",
            reading.basis.map_or(String::new(), |basis| spoken(&basis)),
        ),
        ("source", text(source)),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_facet_is_told_with_both_its_values_and_several_by_name() {
        let session = crate::project::samples::session();
        let claim = session.project().claims.values().next().expect("a claim");
        let old = &claim.reading;
        let mut new = old.clone();
        assert_eq!(changes(old, &new), None);
        let place = |name: &str| Phrase {
            text: name.to_owned(),
            span: None,
        };
        new.place = Some(place("the north"));
        let told = changes(old, &new).expect("a change");
        assert!(
            told.starts_with("place ") && told.ends_with(" → “the north”"),
            "{told}"
        );
        new.scope = vec![place("registered")];
        assert_eq!(changes(old, &new).as_deref(), Some("scope, place"));
    }
}
