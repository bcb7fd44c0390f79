//! Sentences with the claims an editor expects of them: `tests/corpus/*.ron`, one file a style of writing.
//!
//! A file is a list of phenomena, each with at least three texts. A claim is found by its figure as written.
//!
//! - Source, chain, concept, scope, place, period, basis and relation are always compared: left out, there must be none.
//! - The other facets are compared where the text states them here.
//! - `known_gap` names the facets that the program still gets wrong. They must be wrong: when one comes right, the
//!   test asks for the mark to be taken away.

use countercheck::article::{Article, Moment};
use countercheck::claim::{self, Found, Phrase};
use countercheck::text::Text;
use serde::{Deserialize, Serialize};

/// Texts that show one thing.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Phenomenon {
    phenomenon: String,
    examples: Vec<Example>,
}

/// A text with the claims expected of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    text: String,
    /// Code of its language; English where it is left out.
    #[serde(default)]
    language: Option<String>,
    #[serde(default)]
    published: Option<Moment>,
    claims: Vec<Expected>,
}

/// What is expected of one figure.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    figure: String,
    /// Who says it; in a chain the first of those who do.
    #[serde(default)]
    source: Option<String>,
    /// The full name of a source written as a pronoun or a short name.
    #[serde(default)]
    resolved: Option<String>,
    /// Who reports what the source says.
    #[serde(default)]
    reported_by: Option<String>,
    #[serde(default)]
    cue: Option<String>,
    #[serde(default)]
    kind: Option<String>,
    #[serde(default)]
    directness: Option<String>,
    #[serde(default)]
    concept: Option<String>,
    #[serde(default)]
    predicate: Option<String>,
    /// Words that narrow it, with "; " between.
    #[serde(default)]
    scope: Option<String>,
    #[serde(default)]
    place: Option<String>,
    #[serde(default)]
    period: Option<String>,
    /// First and last day, with "/" between.
    #[serde(default)]
    days: Option<String>,
    #[serde(default)]
    as_of: Option<String>,
    #[serde(default)]
    basis: Option<String>,
    #[serde(default)]
    aggregate: Option<String>,
    /// Kind of link and the other figure: "part_of 60".
    #[serde(default)]
    relation: Option<String>,
    #[serde(default)]
    known_gap: Vec<String>,
}

const STYLES: &[(&str, &str)] = &[
    ("wire", include_str!("corpus/wire.ron")),
    ("feature", include_str!("corpus/feature.ron")),
    ("ticker", include_str!("corpus/ticker.ron")),
    ("press release", include_str!("corpus/press_release.ron")),
    ("transcript", include_str!("corpus/transcript.ron")),
    ("market report", include_str!("corpus/market.ron")),
];

/// Texts there must be in all.
const TEXTS: usize = 150;

/// Texts there must be of each phenomenon.
const EACH: usize = 3;

fn phenomena(style: &str, file: &str) -> Vec<Phenomenon> {
    match ron::from_str(file) {
        Ok(phenomena) => phenomena,
        Err(error) => panic!("tests/corpus, {style}: {error}"),
    }
}

#[test]
fn every_sentence_gives_the_claims_expected_of_it() {
    let mut wrong = Vec::new();
    for (style, file) in STYLES {
        for phenomenon in phenomena(style, file) {
            for example in &phenomenon.examples {
                check(
                    example,
                    &format!("{style}, {}", phenomenon.phenomenon),
                    &mut wrong,
                );
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn the_corpus_shows_everything_three_times() {
    let mut texts = 0;
    for (style, file) in STYLES {
        for phenomenon in phenomena(style, file) {
            let count = phenomenon.examples.len();
            assert!(count >= EACH, "{style}, {}: {count}", phenomenon.phenomenon);
            texts += count;
        }
    }
    assert!(texts >= TEXTS, "{texts} texts");
}

fn check(example: &Example, place: &str, wrong: &mut Vec<String>) {
    let mut article = Article::of_text(Text::verbatim(&example.text));
    article.metadata.published.clone_from(&example.published);
    article.metadata.language.clone_from(&example.language);
    let found = claim::extract(&article);
    let text = &example.text;
    for expected in &example.claims {
        let figure = &expected.figure;
        let known = |facet: &str| expected.known_gap.iter().any(|gap| gap == facet);
        let Some(claim) = found
            .iter()
            .find(|claim| article.text.slice(claim.span) == figure)
        else {
            let seen: Vec<&str> = found.iter().map(|c| article.text.slice(c.span)).collect();
            if !known("figure") {
                wrong.push(format!(
                    "{place}: no figure “{figure}” in “{text}”, only {seen:?}"
                ));
            }
            continue;
        };
        if known("figure") {
            wrong.push(format!(
                "{place}: “{figure}” in “{text}” is found now: no known gap any more"
            ));
        }
        for (facet, expected, got) in facets(expected, claim, &article) {
            match (expected == got, known(facet)) {
                (true, true) => wrong.push(format!(
                    "{place}: {facet} of “{figure}” in “{text}” is right now: no known gap any more"
                )),
                (false, false) => wrong.push(format!(
                    "{place}: {facet} of “{figure}”: expected {expected:?}, got {got:?} in “{text}”"
                )),
                _ => {}
            }
        }
    }
}

/// Name, expected words and words found, of every facet that is to be compared.
fn facets(
    expected: &Expected,
    claim: &Found,
    article: &Article,
) -> Vec<(&'static str, Option<String>, Option<String>)> {
    let reading = &claim.reading;
    let words = |phrase: Option<&Phrase>| phrase.map(|phrase| phrase.text.clone());
    let said = reading.attribution.as_ref();
    let days = reading.period.as_ref().and_then(|period| {
        let (from, to) = (period.from?, period.to?);
        Some(format!("{from}/{to}"))
    });
    let scope: Vec<&str> = reading.scope.iter().map(|s| s.text.as_str()).collect();
    let relation = reading.relations.first().map(|relation| {
        let kind = name(Some(&relation.kind)).unwrap_or_default();
        format!("{kind} {}", article.text.slice(relation.other))
    });
    let reporter = said.and_then(|a| a.reported_by.as_deref());
    let always = true;
    [
        (
            always,
            "source",
            &expected.source,
            words(said.map(|a| &a.source)),
        ),
        (
            always,
            "reported_by",
            &expected.reported_by,
            words(reporter.map(|a| &a.source)),
        ),
        (
            always,
            "concept",
            &expected.concept,
            words(reading.concept.as_ref()),
        ),
        (
            always,
            "scope",
            &expected.scope,
            (!scope.is_empty()).then(|| scope.join("; ")),
        ),
        (
            always,
            "place",
            &expected.place,
            words(reading.place.as_ref()),
        ),
        (
            always,
            "period",
            &expected.period,
            words(reading.period.as_ref().map(|p| &p.words)),
        ),
        (
            always,
            "basis",
            &expected.basis,
            name(reading.basis.as_ref()),
        ),
        (always, "relation", &expected.relation, relation),
        (
            !always,
            "resolved",
            &expected.resolved,
            words(said.and_then(|a| a.resolved.as_ref())),
        ),
        (
            !always,
            "cue",
            &expected.cue,
            words(said.and_then(|a| a.cue.as_ref())),
        ),
        (
            !always,
            "kind",
            &expected.kind,
            name(said.and_then(|a| a.kind.as_ref())),
        ),
        (
            !always,
            "directness",
            &expected.directness,
            name(said.map(|a| &a.directness)),
        ),
        (
            !always,
            "predicate",
            &expected.predicate,
            words(reading.predicate.as_ref()),
        ),
        (!always, "days", &expected.days, days),
        (
            !always,
            "as_of",
            &expected.as_of,
            reading.as_of.as_ref().map(|a| a.date.to_string()),
        ),
        (
            !always,
            "aggregate",
            &expected.aggregate,
            name(reading.aggregate.as_ref()),
        ),
    ]
    .into_iter()
    .filter(|(always, _, expected, _)| *always || expected.is_some())
    .map(|(_, facet, expected, got)| (facet, expected.clone(), got))
    .collect()
}

/// The name of a variant as files spell it.
fn name<T: Serialize>(variant: Option<&T>) -> Option<String> {
    variant.and_then(|variant| ron::to_string(variant).ok())
}
