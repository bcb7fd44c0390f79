//! Sentences with the claims an editor expects of them: `tests/corpus/*.ron`.
//!
//! Only the facets a sentence names are compared. «…» in the text marks nothing; a claim is found by its figure.

use countercheck::article::{Article, Moment};
use countercheck::claim::{self, Found, Phrase};
use countercheck::text::Text;
use serde::Deserialize;

/// A text with the claims expected of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    text: String,
    #[serde(default)]
    published: Option<Moment>,
    claims: Vec<Expected>,
}

/// What is expected of one figure; facets left out are not compared, "none" means there must be none.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    figure: String,
    #[serde(default)]
    source: Option<String>,
    #[serde(default)]
    resolved: Option<String>,
    #[serde(default)]
    concept: Option<String>,
    #[serde(default)]
    predicate: Option<String>,
    #[serde(default)]
    place: Option<String>,
    #[serde(default)]
    period: Option<String>,
    /// First and last day, with "/" between.
    #[serde(default)]
    days: Option<String>,
    #[serde(default)]
    as_of: Option<String>,
}

const STYLES: &[(&str, &str)] = &[
    ("wire", include_str!("corpus/wire.ron")),
    ("feature", include_str!("corpus/feature.ron")),
    ("ticker", include_str!("corpus/ticker.ron")),
    ("press release", include_str!("corpus/press_release.ron")),
    ("transcript", include_str!("corpus/transcript.ron")),
];

#[test]
fn every_sentence_gives_the_claims_expected_of_it() {
    let mut wrong = Vec::new();
    for (style, file) in STYLES {
        let examples: Vec<Example> = match ron::from_str(file) {
            Ok(examples) => examples,
            Err(error) => panic!("tests/corpus, {style}: {error}"),
        };
        for example in &examples {
            check(example, style, &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

fn check(example: &Example, style: &str, wrong: &mut Vec<String>) {
    let mut article = Article::of_text(Text::verbatim(&example.text));
    article.metadata.published.clone_from(&example.published);
    let found = claim::extract(&article);
    for expected in &example.claims {
        let Some(claim) = found
            .iter()
            .find(|claim| article.text.slice(claim.span) == expected.figure)
        else {
            let seen: Vec<&str> = found.iter().map(|c| article.text.slice(c.span)).collect();
            wrong.push(format!(
                "{style}: no figure “{}” in “{}”, only {seen:?}",
                expected.figure, example.text
            ));
            continue;
        };
        for (facet, expected, got) in facets(expected, claim) {
            let matches = match expected {
                "none" => got.is_none(),
                words => got.as_deref() == Some(words),
            };
            if !matches {
                wrong.push(format!(
                    "{style}: {facet} of “{}”: expected {expected:?}, got {got:?} in “{}”",
                    article.text.slice(claim.span),
                    example.text
                ));
            }
        }
    }
}

/// Name, expected words and words found, of every facet the example names.
fn facets<'a>(
    expected: &'a Expected,
    claim: &Found,
) -> Vec<(&'static str, &'a str, Option<String>)> {
    let reading = &claim.reading;
    let words = |phrase: Option<&Phrase>| phrase.map(|phrase| phrase.text.clone());
    let attribution = reading.attribution.as_ref();
    let days = reading.period.as_ref().and_then(|period| {
        let (from, to) = (period.from?, period.to?);
        Some(format!("{from}/{to}"))
    });
    [
        (
            "source",
            &expected.source,
            words(attribution.map(|a| &a.source)),
        ),
        (
            "resolved",
            &expected.resolved,
            words(attribution.and_then(|a| a.resolved.as_ref())),
        ),
        (
            "concept",
            &expected.concept,
            words(reading.concept.as_ref()),
        ),
        (
            "predicate",
            &expected.predicate,
            words(reading.predicate.as_ref()),
        ),
        ("place", &expected.place, words(reading.place.as_ref())),
        (
            "period",
            &expected.period,
            words(reading.period.as_ref().map(|period| &period.words)),
        ),
        ("days", &expected.days, days),
        (
            "as-of",
            &expected.as_of,
            reading.as_of.as_ref().map(|as_of| as_of.date.to_string()),
        ),
    ]
    .into_iter()
    .filter_map(|(facet, expected, got)| Some((facet, expected.as_deref()?, got)))
    .collect()
}
