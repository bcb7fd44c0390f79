//! JSON-LD: what a page says of itself for machines, in the vocabulary of schema.org.

use std::collections::BTreeMap;

use scraper::{Html, Selector};
use serde_json::Value as Json;

use super::blocks::line_of;
use super::metadata::{Said, Telling};
use super::words;
use crate::import::conflict::page_of;

/// Types of schema.org that describe the article of a page, best first.
const ARTICLE_TYPES: [&str; 8] = [
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "LiveBlogPosting",
    "Article",
    "BlogPosting",
    "Report",
    "WebPage",
];

/// What the page says in the vocabulary of schema.org.
pub(super) fn json_ld(page: &Telling<'_>, said: &mut Said) {
    let mut found: Vec<(usize, Json)> = Vec::new();
    let mut named = Vec::new();
    for script in page.select("script[type='application/ld+json']") {
        let source: String = script.text().collect();
        if let Some(json) = parsed(&source) {
            name_things(&json, &mut named, 0);
            collect(json, &mut found, 0);
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    let named = named.into_iter().collect();
    let page = Page::of(page);
    found.retain(|(_, article)| !page.is_another(article));
    for (_, article) in &found {
        for (facet, keys) in [
            ("title", &["headline", "name"][..]),
            ("byline", &["author", "creator"]),
            ("publisher", &["publisher"]),
            ("published", &["datePublished", "dateCreated"]),
            ("updated", &["dateModified"]),
            ("language", &["inLanguage"]),
            ("url", &["url", "mainEntityOfPage"]),
        ] {
            for key in keys {
                let Some(value) = article.get(key) else {
                    continue;
                };
                let is_address = facet == "url";
                for name in names(value, &named, is_address) {
                    said.say(facet, &name, "JSON-LD");
                }
            }
        }
    }
}

/// The words of the article that a page tells machines alone.
pub(super) fn article_body(source: &str) -> Option<String> {
    let articles = articles(&Html::parse_document(source));
    let bodies = articles
        .iter()
        .filter_map(|article| article.get("articleBody")?.as_str());
    let mut bodies = bodies.map(|body| {
        if body.contains("</") {
            words(body)
        } else {
            body.to_owned()
        }
    });
    bodies.find(|body| !body.trim().is_empty())
}

/// Whether a page says that its article is for those who pay: `isAccessibleForFree`, which search engines ask for.
pub(super) fn is_for_payers(page: &Html) -> bool {
    let is_no = |told: &Json| match told {
        Json::Bool(free) => !free,
        Json::String(word) => word.eq_ignore_ascii_case("false"),
        _ => false,
    };
    let told = articles(page).into_iter();
    let mut told =
        told.filter_map(|mut article| Some(article.get_mut("isAccessibleForFree")?.take()));
    told.next().is_some_and(|told| is_no(&told))
}

/// The articles that a page tells of, the likeliest first.
fn articles(page: &Html) -> Vec<Json> {
    let Ok(scripts) = Selector::parse("script[type='application/ld+json']") else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for script in page.select(&scripts) {
        let source: String = script.text().collect();
        if let Some(json) = parsed(&source) {
            collect(json, &mut found, 0);
        }
    }
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, article)| article).collect()
}

/// What a script says.
pub(super) fn parsed(source: &str) -> Option<Json> {
    let source = source
        .trim()
        .trim_start_matches("<!--")
        .trim_start_matches("//<![CDATA[")
        .trim_end_matches("-->")
        .trim_end_matches("//]]>");
    serde_json::from_str(source).ok()
}

/// What the page says where people and search engines look, to tell its own article from those it links to.
struct Page {
    address: Option<String>,
    titles: Vec<Vec<String>>,
}

impl Page {
    fn of(page: &Telling<'_>) -> Self {
        let canonical = page.select("link[rel='canonical']").next();
        let titles = page
            .select("h1")
            .map(line_of)
            .chain(
                page.select("head title")
                    .map(|title| title.text().collect()),
            )
            .chain(
                page.select("meta[property='og:title']")
                    .filter_map(|meta| meta.attr("content").map(str::to_owned)),
            );
        Self {
            address: canonical.and_then(|link| link.attr("href")).map(page_of),
            titles: titles
                .map(|title| words_of(&title))
                .filter(|it| !it.is_empty())
                .collect(),
        }
    }

    /// Whether an article is one that the page only speaks of: its headline has no word of the page's titles, or its
    /// address is another and its headline has few.
    fn is_another(&self, article: &Json) -> bool {
        let text = |key: &str| article.get(key).and_then(Json::as_str);
        let Some(headline) = text("headline").map(words_of).filter(|it| it.len() > 1) else {
            return false;
        };
        let shared =
            |title: &Vec<String>| headline.iter().filter(|word| title.contains(word)).count();
        let Some(most) = self.titles.iter().map(shared).max() else {
            return false;
        };
        let elsewhere = || {
            let address = text("url")
                .or_else(|| text("mainEntityOfPage"))
                .map(page_of);
            address.is_some() && self.address.is_some() && address != self.address
        };
        most == 0 || (most * 2 < headline.len() && elsewhere())
    }
}

/// The words of a title, in small letters; short ones stand in every title.
fn words_of(title: &str) -> Vec<String> {
    let words = title.split(|c: char| !c.is_alphanumeric());
    let words = words.filter(|word| word.chars().count() > 3);
    words.map(str::to_lowercase).collect()
}

/// Objects of an article's type, wherever they stand.
fn collect(json: Json, found: &mut Vec<(usize, Json)>, depth: usize) {
    match json {
        Json::Array(items) if depth < 8 => {
            for item in items {
                collect(item, found, depth + 1);
            }
        }
        Json::Object(mut object) if depth < 8 => {
            let types = object.get("@type").map(types).unwrap_or_default();
            let rank = ARTICLE_TYPES
                .iter()
                .position(|name| types.iter().any(|of| of == name));
            if let Some(graph) = object.remove("@graph") {
                collect(graph, found, depth + 1);
            }
            if let Some(rank) = rank {
                found.push((rank, Json::Object(object)));
            }
        }
        _ => {}
    }
}

/// Names of things by the identifiers that other things refer to them by.
type Named = BTreeMap<String, String>;

/// How deep things stand in one another at most.
const DEEPEST: usize = 8;

/// Every thing that has an identifier and a name.
fn name_things(json: &Json, named: &mut Vec<(String, String)>, depth: usize) {
    if depth > DEEPEST {
        return;
    }
    match json {
        Json::Array(items) => {
            for item in items {
                name_things(item, named, depth + 1);
            }
        }
        Json::Object(thing) => {
            let text = |key: &str| thing.get(key).and_then(Json::as_str).map(str::to_owned);
            named.extend(text("@id").zip(text("name")));
            for value in thing.values() {
                name_things(value, named, depth + 1);
            }
        }
        _ => {}
    }
}

/// The types of a thing, which may have several.
fn types(json: &Json) -> Vec<String> {
    match json {
        Json::String(name) => vec![name.clone()],
        Json::Array(names) => names.iter().flat_map(types).collect(),
        _ => Vec::new(),
    }
}

/// The words of a value: text itself, the name of a thing or of what it refers to, or its address; several names are
/// joined.
fn names(json: &Json, named: &Named, is_address: bool) -> Vec<String> {
    match json {
        Json::String(text) => vec![text.clone()],
        Json::Object(thing) => {
            let text = |key: &str| thing.get(key).and_then(Json::as_str);
            let referred = || named.get(text("@id")?).map(String::as_str);
            let address = || {
                is_address
                    .then(|| text("@id").or_else(|| text("url")))
                    .flatten()
            };
            let several = || match thing.get("name") {
                Some(Json::Array(items)) => {
                    let each = items.iter().filter_map(Json::as_str);
                    Some(each.collect::<Vec<_>>().join(", "))
                }
                _ => None,
            };
            let name = text("name").or_else(referred).or_else(address);
            let name = name.map(str::to_owned).or_else(several);
            name.into_iter().collect()
        }
        Json::Array(items) => {
            let each = items.iter().flat_map(|item| names(item, named, is_address));
            // Of an author a page may give the address beside the name.
            let is_name = |name: &String| is_address || !name.contains("://");
            let found: Vec<String> = each.filter(is_name).collect();
            if found.is_empty() {
                found
            } else {
                vec![found.join(", ")]
            }
        }
        _ => Vec::new(),
    }
}
