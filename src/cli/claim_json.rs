//! A claim in the form other programs read. Offsets are Unicode code points, half-open.

use serde::Serialize;

use crate::article::Article;
use crate::claim::{
    Aggregate, Basis, Certainty, Directness, Found, Phrase, RelationKind, SourceKind,
};
use crate::quantity::{self, HouseRules, Kind, Sense};
use crate::text::{CodePoints, Span};

/// The answer to one article.
#[derive(Debug, Serialize)]
pub(super) struct ExtractJson<'a, Id: Serialize> {
    pub(super) id: Id,
    pub(super) language: Option<&'a str>,
    pub(super) claims: Vec<ClaimJson<'a>>,
}

/// One claim; the order of fields is the order in the file.
#[derive(Debug, Serialize)]
pub(super) struct ClaimJson<'a> {
    start: usize,
    end: usize,
    /// The page it stands on, from 1, where the article knows of pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<usize>,
    text: &'a str,
    value: Option<String>,
    low: Option<String>,
    high: Option<String>,
    low_open: bool,
    high_open: bool,
    qualifier: &'static str,
    sense: Sense,
    kind: Kind,
    unit: Option<&'a str>,
    unit_text: Option<&'a str>,
    concept: Option<&'a str>,
    predicate: Option<&'a str>,
    scope: Vec<&'a str>,
    place: Option<&'a str>,
    /// Whether the place is written in the sentence or taken from the dateline.
    #[serde(skip_serializing_if = "Option::is_none")]
    place_certainty: Option<Certainty>,
    period: Option<&'a str>,
    as_of: Option<String>,
    /// Whether the day is written or worked out from the article's date.
    #[serde(skip_serializing_if = "Option::is_none")]
    as_of_certainty: Option<Certainty>,
    /// First and last day of the period, where they can be known.
    #[serde(skip_serializing_if = "Option::is_none")]
    period_days: Option<[String; 2]>,
    basis: Option<Basis>,
    #[serde(skip_serializing_if = "Option::is_none")]
    aggregate: Option<Aggregate>,
    /// Links to other figures of the article.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    relations: Vec<RelationJson>,
    source: Option<SourceJson<'a>>,
    sentence: Place,
    worth: String,
    rule: &'a str,
    /// Entries of the lexicon that the figure rests on: "qualifiers “at least”".
    lexicon: Vec<String>,
}

#[derive(Debug, Serialize)]
struct SourceJson<'a> {
    text: &'a str,
    start: Option<usize>,
    end: Option<usize>,
    cue: Option<&'a str>,
    /// The name of a source written as a pronoun or a short name.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<SourceKind>,
    directness: Directness,
    /// Whom the source reports in turn, where the text gives a chain.
    #[serde(skip_serializing_if = "Option::is_none")]
    reports: Option<&'a str>,
}

/// How a figure hangs on another.
#[derive(Debug, Serialize)]
struct RelationJson {
    kind: RelationKind,
    start: usize,
    end: usize,
}

/// A place in a text, in code points.
#[derive(Clone, Copy, Debug, Serialize)]
pub(super) struct Place {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Place {
    pub(super) fn of(span: Span, points: &CodePoints) -> Self {
        Self {
            start: points.at(span.start()),
            end: points.at(span.end()),
        }
    }
}

/// What was found in an article.
pub(super) fn claims<'a>(
    article: &'a Article,
    found: &'a [Found],
    rules: &HouseRules,
) -> Vec<ClaimJson<'a>> {
    let points = article.text.code_points();
    found
        .iter()
        .map(|found| claim(article, found, &points, rules))
        .collect()
}

fn claim<'a>(
    article: &'a Article,
    found: &'a Found,
    points: &CodePoints,
    rules: &HouseRules,
) -> ClaimJson<'a> {
    let reading = &found.reading;
    let quantity = &reading.quantity;
    let interval = quantity.interval(rules);
    let place = Place::of(found.span, points);
    let words = |phrase: &'a Option<Phrase>| phrase.as_ref().map(|phrase| phrase.text.as_str());
    ClaimJson {
        start: place.start,
        end: place.end,
        page: article.page_of(found.span),
        text: article.text.slice(found.span),
        value: quantity.value().map(|value| value.to_string()),
        low: interval.low.map(|end| end.value.to_string()),
        high: interval.high.map(|end| end.value.to_string()),
        low_open: interval.low.is_some_and(|end| end.open),
        high_open: interval.high.is_some_and(|end| end.open),
        qualifier: quantity.amount.qualifier_name(),
        sense: reading.sense,
        kind: reading.kind,
        unit: quantity.unit.as_ref().map(|unit| unit.0.as_str()),
        unit_text: quantity.unit_text.as_deref(),
        concept: words(&reading.concept),
        predicate: words(&reading.predicate),
        scope: reading
            .scope
            .iter()
            .map(|phrase| phrase.text.as_str())
            .collect(),
        place: words(&reading.place),
        place_certainty: reading.place.as_ref().map(|_| reading.place_certainty()),
        period: reading
            .period
            .as_ref()
            .map(|period| period.words.text.as_str()),
        as_of: reading.as_of.as_ref().map(|as_of| as_of.date.to_string()),
        as_of_certainty: reading.as_of.as_ref().map(|as_of| as_of.certainty),
        period_days: reading.period.as_ref().and_then(|period| {
            let (from, to) = (period.from?, period.to?);
            Some([from.to_string(), to.to_string()])
        }),
        basis: reading.basis,
        aggregate: reading.aggregate,
        relations: reading
            .relations
            .iter()
            .map(|relation| RelationJson {
                kind: relation.kind,
                start: points.at(relation.other.start()),
                end: points.at(relation.other.end()),
            })
            .collect(),
        source: reading.attribution.as_ref().map(|origin| {
            let attribution = origin.outermost();
            SourceJson {
                text: &attribution.source.text,
                start: attribution.source.span.map(|span| points.at(span.start())),
                end: attribution.source.span.map(|span| points.at(span.end())),
                cue: words(&attribution.cue),
                name: words(&attribution.resolved),
                kind: attribution.kind,
                directness: attribution.directness,
                reports: (attribution != origin).then_some(origin.source.text.as_str()),
            }
        }),
        sentence: Place::of(found.sentence, points),
        worth: reading.worth.normalize().to_string(),
        rule: &reading.rule,
        lexicon: quantity::why(&reading.rule, quantity, article.text.slice(found.span))
            .map_or_else(Vec::new, |why| {
                why.entries.iter().map(ToString::to_string).collect()
            }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::{Attribution, Reading};
    use crate::quantity::{Amount, Numeral, Precision, Qualifier, Quantity, Value};
    use crate::text::Text;
    use rust_decimal::Decimal;

    #[test]
    fn offsets_are_code_points_and_an_absent_facet_is_null() {
        let article = Article::of_text(Text::verbatim("😀 Ça! Nearly a third, said Zoé."));
        let text = &article.text;
        let one = |words| text.find_all(words)[0];
        let found = [Found {
            span: one("Nearly a third"),
            sentence: one("Nearly a third, said Zoé."),
            reading: Reading {
                quantity: Quantity {
                    amount: Amount::Single {
                        qualifier: Qualifier::Nearly,
                        number: Numeral {
                            value: Value::ratio(1, 3).expect("a third"),
                            precision: Precision::Exact,
                        },
                    },
                    unit: None,
                    unit_text: None,
                },
                kind: Kind::Share,
                sense: Sense::Level,
                concept: None,
                predicate: None,
                scope: Vec::new(),
                place: None,
                place_inferred: false,
                period: None,
                as_of: None,
                basis: None,
                aggregate: None,
                attribution: Some(Attribution {
                    source: Phrase {
                        text: "Zoé".to_owned(),
                        span: Some(one("Zoé")),
                    },
                    cue: None,
                    content: None,
                    kind: None,
                    directness: Directness::Indirect,
                    resolved: None,
                    reported_by: None,
                }),
                relations: Vec::new(),
                worth: Decimal::new(50, 2),
                rule: "fraction".to_owned(),
            },
        }];
        let json = serde_json::to_string(&claims(&article, &found, &HouseRules::default())[0])
            .expect("plain data");
        assert_eq!(
            json,
            concat!(
                r#"{"start":6,"end":20,"text":"Nearly a third","value":"1/3","low":"0.3","high":"1/3","low_open":false,"#,
                r#""high_open":true,"qualifier":"nearly","sense":"level","kind":"share","unit":null,"unit_text":null,"#,
                r#""concept":null,"predicate":null,"scope":[],"place":null,"period":null,"as_of":null,"basis":null,"#,
                r#""source":{"text":"Zoé","start":27,"end":30,"cue":null,"directness":"indirect"},"sentence":{"start":6,"end":31},"worth":"0.5","#,
                r#""rule":"fraction","lexicon":[]}"#
            )
        );
    }
}
