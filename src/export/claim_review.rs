//! ClaimReview JSON-LD, one for each judged claim (<https://schema.org/ClaimReview>), checked before it is written.

use serde_json::{Value as Json, json};

use super::direction::orderless;
use super::{ExportError, Format, Quote, Reader, Report, VerdictEntry};

pub(super) const FORMAT: Format = Format {
    name: "ClaimReview",
    ending: "claimreview.jsonld",
    purpose: "Judged claims for search engines and fact-check collections",
    reader: Reader::Program,
    write: |report, _| write(report),
    caution: None,
};

fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
    let url = report
        .publication_url
        .as_deref()
        .filter(|url| is_address(url))
        .ok_or(ExportError::NeedsUrl)?;
    let reviews: Vec<Json> = report
        .quotes
        .iter()
        .enumerate()
        .filter_map(|(index, quote)| {
            let verdict = quote.verdict.as_ref()?;
            Some(review(report, index, quote, verdict, url))
        })
        .collect();
    if reviews.is_empty() {
        return Err(ExportError::NothingJudged);
    }
    let mut json = serde_json::to_vec_pretty(&reviews).map_err(|error| ExportError::Failed {
        format: FORMAT.name,
        because: error.to_string(),
    })?;
    json.push(b'\n');
    Ok(json)
}

fn review(report: &Report, index: usize, quote: &Quote, verdict: &VerdictEntry, url: &str) -> Json {
    let sentence = format!("{}{}{}", quote.before, quote.text, quote.after);
    let mut review = json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": format!("{}#q{}", url.split('#').next().unwrap_or(url), quote.id),
        "claimReviewed": with_ascii_digits(&claimed(&sentence, quote)),
        "reviewBody": verdict.rationale,
        "reviewRating": rating(report, verdict),
        "itemReviewed": item(report, index, quote),
    });
    if let Some(newsroom) = &report.newsroom {
        set(
            &mut review,
            "author",
            json!({"@type": "Organization", "name": newsroom}),
        );
    } else if !verdict.by.trim().is_empty() {
        set(
            &mut review,
            "author",
            json!({"@type": "Person", "name": verdict.by}),
        );
    }
    if let Some(day) = day_of(&verdict.at) {
        set(&mut review, "datePublished", json!(day));
    }
    review
}

/// What is claimed: the sentence without its dateline, as long as the figure stands in what is left.
fn claimed(sentence: &str, quote: &Quote) -> String {
    let plain = orderless(sentence);
    let rest = without_dateline(&plain);
    let rest = if rest.contains(&orderless(&quote.text)) {
        rest
    } else {
        plain.trim()
    };
    rest.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rating in words; with its number only where the scale has one.
fn rating(report: &Report, verdict: &VerdictEntry) -> Json {
    let mut rating = json!({"@type": "Rating", "alternateName": verdict.label});
    if let (Some(value), Some((worst, best))) = (verdict.value, report.scale) {
        set(&mut rating, "ratingValue", json!(value));
        set(&mut rating, "worstRating", json!(worst));
        set(&mut rating, "bestRating", json!(best));
    }
    rating
}

/// The claim: its author is the source it goes back to, and it appears in every article that goes back to it and prints
/// the same figure. Who prints another must not be named for this one.
fn item(report: &Report, index: usize, quote: &Quote) -> Json {
    let root = report
        .figures
        .iter()
        .flat_map(|figure| &figure.roots)
        .find(|root| root.quotes.contains(&index));
    let source = quote.source.as_ref();
    let mut places = root.map_or_else(Vec::new, |root| root.quotes.clone());
    if !places.contains(&index) {
        places.insert(0, index);
    }
    let mut articles: Vec<usize> = places
        .iter()
        .filter_map(|place| report.quotes.get(*place))
        .filter(|other| is_same_figure(other, quote))
        .map(|quote| quote.article)
        .collect();
    articles.sort_unstable();
    articles.dedup();
    let appearance: Vec<Json> = articles
        .iter()
        .filter_map(|article| report.articles.get(*article))
        .map(|article| {
            let mut work = json!({
                "@type": "NewsArticle",
                "headline": article.title.as_deref().unwrap_or(&article.label),
            });
            if let Some(url) = article.url.as_deref().filter(|url| is_address(url)) {
                set(&mut work, "url", json!(url));
            }
            if let Some(publisher) = &article.publisher {
                set(
                    &mut work,
                    "publisher",
                    json!({"@type": "Organization", "name": publisher}),
                );
            }
            if let Some(published) = &article.published {
                set(&mut work, "datePublished", json!(published));
            }
            work
        })
        .collect();
    let mut item = json!({"@type": "Claim", "appearance": appearance});
    if let Some(author) = author(report, quote, source, root.map(|root| root.name.as_str())) {
        set(&mut item, "author", author);
    }
    item
}

/// Whether two quotes stand for the same in the same unit.
fn is_same_figure(a: &Quote, b: &Quote) -> bool {
    (&a.low, &a.high, a.open_ends, a.qualifier, &a.unit, a.sense)
        == (&b.low, &b.high, b.open_ends, b.qualifier, &b.unit, b.sense)
}

/// Who says it: the source, or where none is named the publisher of the article that says so itself.
fn author(
    report: &Report,
    quote: &Quote,
    source: Option<&String>,
    root: Option<&str>,
) -> Option<Json> {
    let article = report.article_of(quote);
    let publisher = article.and_then(|article| article.publisher.as_deref());
    let label = article.map(|article| article.label.as_str());
    let Some(name) = source.map(String::as_str) else {
        let itself = root.is_none() || root == publisher || root == label;
        return match (publisher, root) {
            (Some(publisher), _) if itself => {
                Some(json!({"@type": "Organization", "name": publisher}))
            }
            (_, Some(root)) => Some(json!({"@type": "Thing", "name": root})),
            (_, None) => None,
        };
    };
    let kind = if publisher == Some(name) {
        "Organization"
    } else {
        sort_of(quote.source_kind)
    };
    Some(json!({"@type": kind, "name": name}))
}

/// A person or a body, where the kind of source tells; an official may be either, and a Thing is either.
fn sort_of(kind: Option<&str>) -> &'static str {
    match kind {
        Some("person") => "Person",
        Some("organisation" | "media") => "Organization",
        _ => "Thing",
    }
}

/// A sentence without the place and agency that open a report: "ASTANA, Kazakhstan (Agency) — ".
fn without_dateline(sentence: &str) -> &str {
    let sentence = sentence.trim();
    for dash in [" — ", " – ", " - "] {
        let Some((line, rest)) = sentence.split_once(dash) else {
            continue;
        };
        let first = line.split([',', ' ', '(']).next().unwrap_or_default();
        let large = first.chars().filter(|c| c.is_uppercase()).count();
        let is_place = large > 2 && large == first.chars().filter(|c| c.is_alphabetic()).count();
        let is_agency = line.ends_with(')');
        if line.chars().count() <= 60 && (is_place || is_agency) && !line.contains(['.', '“', '"'])
        {
            return rest.trim_start();
        }
    }
    sentence
}

fn set(object: &mut Json, key: &str, value: Json) {
    if let Some(object) = object.as_object_mut() {
        object.insert(key.to_owned(), value);
    }
}

/// Whether it is an address of the web, and nothing that runs.
fn is_address(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://"))
        && !url.contains(char::is_whitespace)
        && url.len() > 10
}

/// The day of an ISO 8601 time.
fn day_of(at: &str) -> Option<&str> {
    let day = at.get(..10)?;
    day.parse::<jiff::civil::Date>().ok().map(|_| day)
}

/// Digits of other scripts as ASCII, which readers of this format expect.
fn with_ascii_digits(words: &str) -> String {
    /// Zeros of the decimal digits of Arabic, Persian, Devanagari and full width.
    const ZEROS: [char; 4] = ['\u{660}', '\u{6F0}', '\u{966}', '\u{FF10}'];
    words
        .chars()
        .map(|c| {
            ZEROS
                .iter()
                .find_map(|zero| {
                    let digit = u32::from(c).checked_sub(u32::from(*zero))?;
                    char::from_digit(digit, 10)
                })
                .unwrap_or(c)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    fn reviews(report: &Report) -> Vec<Json> {
        serde_json::from_slice(&write(report).expect("judged, with an address")).expect("JSON")
    }

    #[test]
    fn the_address_is_asked_for_and_never_invented() {
        let mut report = sample::report();
        assert_eq!(write(&report), Err(ExportError::NeedsUrl));
        report.publication_url = Some("javascript:alert(1)".to_owned());
        assert_eq!(write(&report), Err(ExportError::NeedsUrl));
    }

    #[test]
    fn what_the_format_requires_is_there() {
        let mut report = sample::report();
        report.publication_url = Some("https://desk.example/goats".to_owned());
        let reviews = reviews(&report);
        let [review] = reviews.as_slice() else {
            panic!("one claim is judged: {reviews:#?}");
        };
        assert_eq!(review["url"], "https://desk.example/goats#q1");
        assert_eq!(review["reviewRating"]["alternateName"], "Mostly right");
        assert_eq!(review["reviewRating"]["ratingValue"], 4);
        assert_eq!(review["reviewRating"]["bestRating"], 5);
        assert_eq!(review["itemReviewed"]["author"]["name"], "shepherds");
        assert_eq!(
            review["itemReviewed"]["appearance"][0]["headline"],
            "Harbour Wire on goats"
        );
        assert!(
            review["itemReviewed"]["appearance"][0].get("url").is_none(),
            "a script is no address"
        );
        assert!(
            review["claimReviewed"]
                .as_str()
                .is_some_and(|claim| claim.starts_with("About 98,000 goats"))
        );
    }

    #[test]
    fn the_author_of_a_claim_is_a_person_a_body_or_unknown() {
        for (kind, sort) in [
            (Some("person"), "Person"),
            (Some("media"), "Organization"),
            (Some("official"), "Thing"),
            (None, "Thing"),
        ] {
            assert_eq!(sort_of(kind), sort, "{kind:?}");
        }
        let report = sample::report();
        let quote = report
            .quotes
            .iter()
            .find(|quote| quote.text == "12")
            .expect("no source");
        let author = author(&report, quote, None, None).expect("the publisher");
        assert_eq!(
            author,
            json!({"@type": "Organization", "name": "Harbour Wire"})
        );
    }

    #[test]
    fn a_dateline_is_no_part_of_the_claim() {
        for (sentence, claim) in [
            (
                "VELDEN, Harbourland (Wire) — 12 goats crossed.",
                "12 goats crossed.",
            ),
            ("Velden (Wire) - 12 goats crossed.", "12 goats crossed."),
            (
                "The goats – 12 of them – crossed.",
                "The goats – 12 of them – crossed.",
            ),
        ] {
            assert_eq!(without_dateline(sentence), claim);
        }
    }

    #[test]
    fn digits_become_ascii() {
        assert_eq!(with_ascii_digits("٩٨ and ۱۲ and 7"), "98 and 12 and 7");
    }
}
