//! What other programs read is held against what they ask for: the published schema of the report, and what the
//! standards of ClaimReview and of Web Annotation require.

use std::fs;
use std::path::Path;

use countercheck::export::{Format, Report};
use countercheck::project::Session;
use regex::Regex;
use serde_json::Value as Json;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");

fn schema(path: &str) -> Json {
    let text = fs::read_to_string(Path::new(ROOT).join(path)).expect(path);
    serde_json::from_str(&text).expect(path)
}

/// The sample project, written in a format.
fn written(ending: &str) -> Json {
    let path = Path::new(ROOT).join("projects/the-week-of-the-call-up.ron");
    let session = Session::open_read_only(&path).expect("the sample project");
    let now = "2026-03-02T13:05:09Z";
    let mut report = Report::new(session.project(), session.crosscheck(), now);
    report.publication_url = Some("https://desk.example/the-week".to_owned());
    report.newsroom = Some("Desk".to_owned());
    let format = Format::of_name(&format!("report.{ending}")).expect(ending);
    let bytes = format.write(&report).expect(ending);
    serde_json::from_slice(&bytes).expect("JSON")
}

/// The part of JSON Schema (draft 2020-12) that the schemas here use; `contains` means a value among the items.
fn faults(schema: &Json, root: &Json, value: &Json, place: &str, found: &mut Vec<String>) {
    let mut fault = |what: String| found.push(format!("{place}: {what}"));
    if let Some(name) = schema["$ref"].as_str() {
        let target = name.trim_start_matches('#');
        let target = root.pointer(target).unwrap_or_else(|| panic!("{name}"));
        faults(target, root, value, place, found);
        return;
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let fits = choices.iter().any(|choice| {
            let mut inner = Vec::new();
            faults(choice, root, value, place, &mut inner);
            inner.is_empty()
        });
        if !fits {
            fault(format!("fits none of the choices: {value}"));
        }
    }
    if let Some(wanted) = schema.get("const")
        && wanted != value
    {
        fault(format!("{value} is not {wanted}"));
    }
    if let Some(choices) = schema["enum"].as_array()
        && !choices.contains(value)
    {
        fault(format!("{value} is none of {choices:?}"));
    }
    let is = |kind: &str| match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("{other} is no kind of value"),
    };
    let kinds: Vec<&str> = match &schema["type"] {
        Json::String(kind) => vec![kind],
        Json::Array(kinds) => kinds.iter().filter_map(Json::as_str).collect(),
        _ => Vec::new(),
    };
    if !kinds.is_empty() && !kinds.iter().any(|kind| is(kind)) {
        fault(format!("{value} is no {kinds:?}"));
        return;
    }
    if let (Some(pattern), Some(text)) = (schema["pattern"].as_str(), value.as_str())
        && !Regex::new(pattern).expect(pattern).is_match(text)
    {
        fault(format!("“{text}” does not match {pattern}"));
    }
    if let (Some(least), Some(number)) = (schema["minimum"].as_i64(), value.as_i64())
        && number < least
    {
        fault(format!("{number} is under {least}"));
    }
    if let Some(items) = value.as_array() {
        let count = |key: &str| schema[key].as_u64().and_then(|n| usize::try_from(n).ok());
        if count("minItems").is_some_and(|least| items.len() < least)
            || count("maxItems").is_some_and(|most| items.len() > most)
        {
            fault(format!("{} items", items.len()));
        }
        if let Some(wanted) = schema.get("contains")
            && !items.contains(wanted)
        {
            fault(format!("{wanted} is not in it"));
        }
        if let Some(of) = schema.get("items") {
            for (at, item) in items.iter().enumerate() {
                faults(of, root, item, &format!("{place}/{at}"), found);
            }
        }
    }
    if let Some(object) = value.as_object() {
        for name in schema["required"].as_array().into_iter().flatten() {
            let name = name.as_str().expect("a name");
            if !object.contains_key(name) {
                found.push(format!("{place}: {name} is missing"));
            }
        }
        for (name, value) in object {
            match schema["properties"].get(name) {
                Some(of) => faults(of, root, value, &format!("{place}/{name}"), found),
                None if schema["additionalProperties"] == Json::Bool(false) => {
                    found.push(format!("{place}: {name} is not in the schema"));
                }
                None => {}
            }
        }
    }
}

fn check(schema: &Json, value: &Json) {
    let mut found = Vec::new();
    faults(schema, schema, value, "", &mut found);
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn the_report_for_other_programs_is_as_its_schema_says() {
    let schema = schema("assets/report/report.schema.json");
    let mut report = written("json");
    check(&schema, &report);
    report["figures"][0]["id"] = Json::from("one");
    let mut found = Vec::new();
    faults(&schema, &schema, &report, "", &mut found);
    assert_eq!(found.len(), 1, "a fault is found: {found:?}");
}

#[test]
fn claim_reviews_hold_what_is_required_and_stay_on_their_scale() {
    let reviews = written("claimreview.jsonld");
    check(
        &schema("tests/fixtures/standards/claim-review.schema.json"),
        &reviews,
    );
    for review in reviews.as_array().expect("reviews") {
        let rating = &review["reviewRating"];
        if let Some(value) = rating["ratingValue"].as_i64() {
            let ends = ["worstRating", "bestRating"].map(|end| rating[end].as_i64().expect(end));
            assert!((ends[0]..=ends[1]).contains(&value), "{rating}");
        }
    }
}

#[test]
fn annotations_are_as_the_standard_asks() {
    let page = written("annotations.jsonld");
    check(
        &schema("tests/fixtures/standards/web-annotation.schema.json"),
        &page,
    );
    assert!(
        page["items"]
            .as_array()
            .is_some_and(|items| items.len() > 20)
    );
}
