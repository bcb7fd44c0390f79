//! ClaimReview JSON-LD, one for each judged claim (<https://schema.org/ClaimReview>), checked before it is written.

mod reviewer;

use serde_json::{Value as Json, json};

use super::direction::orderless;
use super::json::written;
use super::{ExportError, Format, Quote, Reader, Report, RootEntry, VerdictEntry};
use crate::lexicon::Lexicon;
use crate::lexicon::words::Class;

pub use reviewer::unnamed;

pub(super) const FORMAT: Format = Format {
    name: "ClaimReview",
    ending: "claimreview.jsonld",
    purpose: "Judged claims for search engines and fact-check collections",
    reader: Reader::Program,
    write: |report, _| write(report),
    caution: Some(reviewer::caution),
};

fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
    let url = report.publication_url.as_deref();
    let url = url.ok_or(ExportError::NeedsUrl)?;
    must_be_address(url)?;
    let is_judged = |number: &u32| {
        let mut quotes = report.quotes.iter();
        quotes.any(|quote| quote.id == *number && quote.verdict.is_some())
    };
    let mut asked = report.reviewed.iter().flatten();
    let is_there = |number: &u32| report.quotes.iter().any(|quote| quote.id == *number);
    if let Some(number) = asked.clone().find(|number| !is_there(number)) {
        return Err(no_such_claim(report, *number));
    }
    if let Some(number) = asked.find(|number| !is_judged(number)) {
        return Err(ExportError::NotJudged { number: *number });
    }
    let reviews: Vec<Json> = report
        .quotes
        .iter()
        .enumerate()
        .filter(|(_, quote)| is_chosen(report, quote))
        .filter_map(|(index, quote)| {
            let verdict = quote.verdict.as_ref()?;
            Some(review(report, index, quote, verdict, url))
        })
        .collect();
    if reviews.is_empty() {
        return Err(ExportError::NothingJudged);
    }
    written(FORMAT.name, &reviews)
}

/// Numbers of judged claims that are told, at most.
const MOST_TOLD: usize = 20;

fn no_such_claim(report: &Report, number: u32) -> ExportError {
    let judged = report.quotes.iter().filter(|quote| quote.verdict.is_some());
    let judged: Vec<String> = judged.map(|quote| quote.id.to_string()).collect();
    let some = judged.iter().take(MOST_TOLD).map(String::as_str);
    let more = if judged.len() > MOST_TOLD {
        ", …"
    } else {
        ""
    };
    ExportError::NoSuchClaim {
        number,
        all: report.quotes.len(),
        judged: match judged.len() {
            0 => "none yet".to_owned(),
            _ => some.collect::<Vec<_>>().join(", ") + more,
        },
    }
}

/// Whether it is to be published, if it is judged.
fn is_chosen(report: &Report, quote: &Quote) -> bool {
    let chosen = report.reviewed.as_ref();
    chosen.is_none_or(|chosen| chosen.contains(&quote.id))
}

fn review(report: &Report, index: usize, quote: &Quote, verdict: &VerdictEntry, url: &str) -> Json {
    let mut review = json!({
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "url": format!("{}#q{}", url.split('#').next().unwrap_or(url), quote.id),
        "claimReviewed": with_ascii_digits(&claimed(report, quote)),
        "reviewRating": rating(report, verdict),
        "itemReviewed": item(report, index, quote),
    });
    if !verdict.rationale.trim().is_empty() {
        set(&mut review, "reviewBody", json!(verdict.rationale));
    }
    let newsroom = report.newsroom.as_ref();
    if let Some(newsroom) = newsroom.filter(|name| !name.trim().is_empty()) {
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

/// What is claimed: the sentence without its dateline, as long as the figure stands in what is left. Of a sentence with
/// several figures the one that was judged is named.
fn claimed(report: &Report, quote: &Quote) -> String {
    let length = |words: &str| words.chars().count();
    let sentence = quote.start.saturating_sub(length(&quote.before))
        ..quote.end.saturating_add(length(&quote.after));
    let mut others = report.quotes.iter();
    let with_others = others.any(|other| {
        other.id != quote.id && other.article == quote.article && sentence.contains(&other.start)
    });
    let words = of_sentence(quote);
    if with_others {
        format!("“{}” in: {words}", orderless(&quote.text))
    } else {
        words
    }
}

fn of_sentence(quote: &Quote) -> String {
    let sentence = format!("{}{}{}", quote.before, quote.text, quote.after);
    let plain = orderless(&sentence);
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
/// the same figure of the same day, or was judged alike. Who prints another must not be named for this one, and what was
/// outdated on one day may have been right on another.
fn item(report: &Report, index: usize, quote: &Quote) -> Json {
    let root = report
        .figures
        .iter()
        .flat_map(|figure| &figure.roots)
        .find(|root| root.quotes.contains(&index));
    let mut places = root.map_or_else(Vec::new, |root| root.quotes.clone());
    if !places.contains(&index) {
        places.insert(0, index);
    }
    let mut articles: Vec<usize> = places
        .iter()
        .filter_map(|place| report.quotes.get(*place))
        .filter(|other| is_same_figure(other, quote) && is_judged_with(other, quote))
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
    if let Some(author) = author(report, quote, root) {
        set(&mut item, "author", author);
    }
    item
}

/// Whether two quotes stand for the same in the same unit.
fn is_same_figure(a: &Quote, b: &Quote) -> bool {
    (&a.low, &a.high, a.open_ends, a.qualifier, &a.unit, a.sense)
        == (&b.low, &b.high, b.open_ends, b.qualifier, &b.unit, b.sense)
}

/// Whether the verdict on one is one on the other as well: they hold for one day, or were judged alike.
fn is_judged_with(other: &Quote, judged: &Quote) -> bool {
    let rating = |quote: &Quote| quote.verdict.as_ref().map(|verdict| verdict.rating.clone());
    match rating(other) {
        Some(theirs) => Some(theirs) == rating(judged),
        None => other.as_of == judged.as_of,
    }
}

/// Who says it: the source, where none is named the one that the report goes back to, else the publisher of the article.
/// A headline is nobody.
fn author(report: &Report, quote: &Quote, root: Option<&RootEntry>) -> Option<Json> {
    let article = report.article_of(quote);
    let publisher = article.and_then(|article| article.publisher.as_deref());
    let of_root = || {
        let root = root?;
        let mut quotes = root.quotes.iter().filter_map(|it| report.quotes.get(*it));
        quotes.find(|it| it.source.as_ref() == Some(&root.name))
    };
    let named = Some(quote).filter(|quote| quote.source.is_some());
    let named = named.or_else(of_root);
    let (name, sort) = match named.and_then(|it| Some((it.source.as_deref()?, it.source_kind))) {
        Some((name, kind)) if publisher != Some(name) => (name, sort_of(name, kind)),
        Some((name, _)) => (name, "Organization"),
        None => (publisher?, "Organization"),
    };
    Some(json!({"@type": sort, "name": name}))
}

/// A person where the kind of source tells, or the name of one follows an office; readers of this format know of nothing
/// else but bodies.
fn sort_of(name: &str, kind: Option<&str>) -> &'static str {
    match kind {
        Some("person") if !(is_of_a_sort(name) || ends_as_a_body(name) || has_article(name)) => {
            "Person"
        }
        Some("official") if holds_office(name) => "Person",
        _ => "Organization",
    }
}

/// Whether a name follows a word that tells what sort of body it is, "insurer Norvia", and belongs to nobody in office
/// there: "Norvia airline director Ann Hall".
fn is_of_a_sort(source: &str) -> bool {
    let Some(lexicon) = Lexicon::of("en") else {
        return false;
    };
    let words: Vec<&str> = source
        .split(',')
        .next()
        .unwrap_or_default()
        .split_whitespace()
        .collect();
    let is_sort = |word: &&str| {
        let word = word.to_lowercase();
        let classes = lexicon.words.classes(&word);
        lexicon.events.beside_names.contains(&word) || classes.has_any(&[Class::Organisation])
    };
    let sort = words.iter().position(is_sort);
    let rest = sort.and_then(|at| words.get(at + 1..)).unwrap_or_default();
    !rest.is_empty() && rest.iter().all(|word| word.starts_with(char::is_uppercase))
}

/// "the Red Cross": no person's name has an article, unless a title follows it.
fn has_article(source: &str) -> bool {
    let Some(lexicon) = Lexicon::of("en") else {
        return false;
    };
    let mut words = source.split_whitespace().map(str::to_lowercase);
    let first = words.next().unwrap_or_default();
    let titled = words.next().is_some_and(|second| {
        let classes = lexicon.words.classes(&second);
        classes.has_any(&[Class::Title, Class::Office, Class::Honorific])
    });
    lexicon.words.classes(&first).has(Class::Determiner) && !titled
}

/// Whether the last word of a name is one that ends names of bodies: "Ostra Lines".
fn ends_as_a_body(source: &str) -> bool {
    let name = source.split(',').next().unwrap_or_default();
    let last = name.rsplit(' ').next().filter(|last| *last != name);
    let last = last.map(str::to_lowercase);
    last.zip(Lexicon::of("en"))
        .is_some_and(|(last, lexicon)| lexicon.events.body_ends.contains(&last))
}

/// Whether a source is somebody in office by name: "Governor Ann Hall", not "Governor’s Office".
fn holds_office(source: &str) -> bool {
    let Some(lexicon) = Lexicon::of("en").map(|it| it.for_line(source)) else {
        return false;
    };
    let is = |word: &str, classes: &[Class]| {
        lexicon.words.classes(&word.to_lowercase()).has_any(classes)
    };
    let named = source.split(',').next().unwrap_or_default();
    let words: Vec<&str> = named.split_whitespace().collect();
    let office = words
        .iter()
        .rposition(|word| is(word, &[Class::Title, Class::Office]));
    let name = office
        .and_then(|at| words.get(at + 1..))
        .unwrap_or_default();
    let bodies = [Class::Official, Class::Organisation, Class::Media];
    let is_name = |word: &&str| word.starts_with(char::is_uppercase) && !is(word, &bodies);
    // "The mayor, Avi Cohen"
    let apposed: Vec<&str> = source
        .split(',')
        .nth(1)
        .filter(|_| office.is_some())
        .map(|name| name.split_whitespace().collect())
        .unwrap_or_default();
    let name = if name.is_empty() { &apposed } else { name };
    !name.is_empty() && name.iter().all(is_name)
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

/// Refuses what cannot be the address of a published report.
pub(super) fn must_be_address(url: &str) -> Result<(), ExportError> {
    if is_address(url) {
        Ok(())
    } else {
        Err(ExportError::NoAddress {
            url: url.to_owned(),
        })
    }
}

/// Whether it is an address of the web, and nothing that runs or ends one early.
fn is_address(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://"))
        && !url
            .contains(|c: char| c.is_whitespace() || c.is_control() || "\"'<>\\^`{|}“”".contains(c))
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
mod tests;
