//! Every claim as a W3C Web Annotation (<https://www.w3.org/TR/annotation-model/>): offsets in Unicode code points,
//! the quote with its surroundings, and the state of the text by date and hash.

use serde_json::{Value as Json, json};
use sha2::{Digest as _, Sha256};

use super::json::written;
use super::{ArticleEntry, ExportError, Format, Quote, Reader, Report, words};

pub(super) const FORMAT: Format = Format {
    name: "Web annotations",
    ending: "annotations.jsonld",
    purpose: "Every figure as an annotation of its article, for annotation tools",
    reader: Reader::Program,
    write: |report, _| write(report),
    caution: None,
};

fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
    let items: Vec<Json> = report
        .quotes
        .iter()
        .filter_map(|quote| Some(annotation(report, quote, report.article_of(quote)?)))
        .collect();
    let page = json!({
        "@context": ["http://www.w3.org/ns/anno.jsonld", {"sha256": "https://schema.org/sha256"}],
        "id": identifier(&[&report.title, &report.generated]),
        "type": "AnnotationPage",
        "items": items,
    });
    written(FORMAT.name, &page)
}

fn annotation(report: &Report, quote: &Quote, article: &ArticleEntry) -> Json {
    let id = quote.id.to_string();
    let source = article
        .url
        .as_deref()
        .filter(|url| url.starts_with("https://") || url.starts_with("http://"))
        .map_or_else(|| identifier(&[&article.sha256]), str::to_owned);
    let mut selectors = vec![
        json!({"type": "TextQuoteSelector", "exact": quote.text, "prefix": quote.prefix, "suffix": quote.suffix}),
        json!({"type": "TextPositionSelector", "start": quote.start, "end": quote.end}),
    ];
    if let Some(page) = quote.page {
        selectors.push(json!({"type": "FragmentSelector", "conformsTo": PDF_FRAGMENTS, "value": format!("page={page}")}));
    }
    let mut target = json!({
        "type": "SpecificResource",
        "source": {"id": source, "type": "Text", "format": "text/plain", "sha256": article.sha256},
        "selector": selectors,
    });
    // The text is that of the day it was taken in, whenever its publisher has dated it.
    let taken_in = article.imported.as_ref().map(|(at, _)| at.as_str());
    let mut state = taken_in
        .and_then(time_state)
        .unwrap_or_else(|| json!({"type": "oa:State"}));
    if let Some(state) = state.as_object_mut() {
        state.insert("sha256".to_owned(), json!(article.sha256));
    }
    let language = article.language.as_deref();
    if let (Some(language), Some(source)) = (language, target["source"].as_object_mut()) {
        source.insert("language".to_owned(), json!(language));
    }
    if let Some(target) = target.as_object_mut() {
        target.insert("state".to_owned(), state);
    }
    let mut annotation = json!({
        "id": identifier(&[&article.sha256, &id]),
        "type": "Annotation",
        "motivation": if quote.verdict.is_some() { "assessing" } else { "identifying" },
        "generator": {"type": "Software", "name": report.program},
        "creator": creator(report, quote),
        "body": bodies(quote),
        "target": target,
    });
    // The standard takes a full time in UTC and no other.
    let made = quote.verdict.as_ref().and_then(|verdict| utc(&verdict.at));
    let made = made.or_else(|| utc(&report.generated));
    if let (Some(made), Some(annotation)) = (made, annotation.as_object_mut()) {
        annotation.insert("created".to_owned(), json!(made));
    }
    let generated = utc(&report.generated);
    if let (Some(generated), Some(annotation)) = (generated, annotation.as_object_mut()) {
        annotation.insert("generated".to_owned(), json!(generated));
    }
    annotation
}

/// Who annotates: the person who judged, or the program that marked.
fn creator(report: &Report, quote: &Quote) -> Json {
    let judge = quote.verdict.as_ref().map(|verdict| verdict.by.trim());
    match judge.filter(|by| !by.is_empty()) {
        Some(by) => json!({"type": "Person", "name": by}),
        None => json!({"type": "Software", "name": report.program}),
    }
}

/// A time with its zone in UTC: "2026-03-01T08:00:00Z".
fn utc(written: &str) -> Option<String> {
    // Seconds may be left out on paper, not in the standard.
    let whole = match (written.get(..16), written.get(16..)) {
        (Some(minute), Some(rest)) if !rest.starts_with(':') => format!("{minute}:00{rest}"),
        _ => written.to_owned(),
    };
    let moment: jiff::Timestamp = whole.parse().ok()?;
    Some(moment.strftime("%Y-%m-%dT%H:%M:%SZ").to_string())
}

/// What a page of a PDF is called in an address (RFC 3778).
const PDF_FRAGMENTS: &str = "http://tools.ietf.org/rfc/rfc3778";

/// When the text stood as it was read; where only the day is known, from its first to its last second.
fn time_state(taken_in: &str) -> Option<Json> {
    if let Some(moment) = utc(taken_in) {
        return Some(json!({"type": "TimeState", "sourceDate": moment}));
    }
    let day: jiff::civil::Date = taken_in.get(..10)?.parse().ok()?;
    Some(json!({
        "type": "TimeState",
        "sourceDateStart": format!("{day}T00:00:00Z"),
        "sourceDateEnd": format!("{day}T23:59:59Z"),
    }))
}

fn bodies(quote: &Quote) -> Vec<Json> {
    let body = |purpose: &str, value: String| json!({"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": value});
    // What an editor writes may be in any language; what the program says is in English.
    let said = |purpose: &str, value: String| {
        let mut body = body(purpose, value);
        if let Some(body) = body.as_object_mut() {
            body.insert("language".to_owned(), json!("en"));
        }
        body
    };
    let mut bodies = vec![
        said("describing", quote.meaning()),
        said("tagging", words::of_key(quote.status).word.to_owned()),
    ];
    if let Some(verdict) = &quote.verdict {
        bodies.push(body("assessing", verdict.in_words()));
    }
    if let Some(note) = &quote.note {
        bodies.push(body("commenting", note.clone()));
    }
    bodies
}

/// A name of its own for a thing, the same whenever it is written: a UUID of version 8 (RFC 9562) made of a hash.
fn identifier(parts: &[&str]) -> String {
    let digest = Sha256::digest(parts.join("\n").as_bytes());
    let mut hex: String = digest
        .iter()
        .take(16)
        .map(|byte| format!("{byte:02x}"))
        .collect::<Vec<_>>()
        .concat();
    hex.replace_range(12..13, "8");
    hex.replace_range(16..17, "8");
    for dash in [20, 16, 12, 8] {
        hex.insert(dash, '-');
    }
    format!("urn:uuid:{hex}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    #[test]
    fn times_are_in_utc_and_a_day_alone_is_its_whole_length() {
        assert_eq!(
            utc("2026-03-01T09:00+01:00").as_deref(),
            Some("2026-03-01T08:00:00Z")
        );
        assert_eq!(
            utc("2026-03-01T09:00:30Z").as_deref(),
            Some("2026-03-01T09:00:30Z")
        );
        let state = time_state("2026-03-01").expect("a day");
        assert_eq!(state["sourceDateEnd"], "2026-03-01T23:59:59Z");
        assert_eq!(time_state("soon"), None);
    }

    #[test]
    fn the_state_is_that_of_the_day_the_text_was_taken_in_and_a_page_is_named() {
        let mut report = sample::report();
        let written = |report: &Report| -> Json {
            serde_json::from_slice(&write(report).expect("JSON")).expect("JSON")
        };
        for article in &mut report.articles {
            article.published = Some("2026-02-01".to_owned());
            article.imported = Some(("2026-03-02T09:00:00+01:00".to_owned(), "Ana".to_owned()));
        }
        report.quotes[0].page = Some(2);
        let page = written(&report);
        let target = &page["items"][0]["target"];
        assert_eq!(target["state"]["sourceDate"], "2026-03-02T08:00:00Z");
        assert_eq!(target["selector"][2]["value"], "page=2");
        report.articles.iter_mut().for_each(|it| it.imported = None);
        let page = written(&report);
        assert!(
            page["items"][0]["target"]["state"]
                .get("sourceDate")
                .is_none()
        );
    }

    #[test]
    fn places_are_code_points_and_the_quote_stands_there() {
        let report = sample::report();
        let page: Json = serde_json::from_slice(&write(&report).expect("JSON")).expect("JSON");
        assert_eq!(page["type"], "AnnotationPage");
        let items = page["items"].as_array().expect("items");
        assert_eq!(items.len(), report.quotes.len());
        for (item, quote) in items.iter().zip(&report.quotes) {
            let text = &report.article_of(quote).expect("its article").text;
            let place = &item["target"]["selector"][1];
            let number =
                |key: &str| usize::try_from(place[key].as_u64().expect("a number")).expect("small");
            let words: String = text
                .as_str()
                .chars()
                .skip(number("start"))
                .take(number("end") - number("start"))
                .collect();
            assert_eq!(item["target"]["selector"][0]["exact"], words.as_str());
            assert_eq!(
                item["target"]["state"]["sha256"],
                report
                    .article_of(quote)
                    .expect("its article")
                    .sha256
                    .as_str()
            );
            assert!(item["created"].is_string() && item["creator"]["name"].is_string());
            assert!(
                item["id"]
                    .as_str()
                    .is_some_and(|id| id.starts_with("urn:uuid:") && id.len() == 45)
            );
            assert!(
                item["target"]["source"]["id"]
                    .as_str()
                    .is_some_and(|id| !id.contains("javascript"))
            );
        }
    }
}
