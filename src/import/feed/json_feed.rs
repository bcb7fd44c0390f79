//! JSON Feed, versions 1 and 1.1 (<https://www.jsonfeed.org>).

use serde_json::Value as Json;

use super::entry::{Entry, escaped};

/// How every version names itself.
const VERSION: &str = "jsonfeed.org/version/";

/// Whether the beginning of a file is that of a feed; a stroke may be escaped.
pub(super) fn recognises(head: &str) -> bool {
    head.starts_with('{') && head.replace("\\/", "/").contains(VERSION)
}

/// The feed, its entries, and what is wrong with the file, if anything.
pub(super) fn parse(source: &str) -> (Entry, Vec<Entry>, Option<String>) {
    let feed: Json = match serde_json::from_str(source) {
        Ok(feed) => feed,
        Err(error) => return (Entry::default(), Vec::new(), Some(error.to_string())),
    };
    let items = feed.get("items").and_then(Json::as_array);
    let entries = items.into_iter().flatten().map(entry).collect();
    (entry(&feed), entries, None)
}

fn entry(json: &Json) -> Entry {
    let text = |key: &str| json.get(key).and_then(Json::as_str).unwrap_or_default();
    let or = |first: &str, second: &str| {
        let first = text(first);
        if first.is_empty() {
            text(second)
        } else {
            first
        }
        .to_owned()
    };
    let content = text("content_html");
    Entry {
        title: escaped(text("title")),
        link: or("url", "external_url"),
        author: escaped(&authors(json)),
        published: text("date_published").to_owned(),
        updated: text("date_modified").to_owned(),
        summary: paragraphs(text("summary")),
        content: if content.is_empty() {
            paragraphs(text("content_text"))
        } else {
            content.to_owned()
        },
        language: text("language").to_owned(),
        ..Entry::default()
    }
}

/// Version 1 has one author, version 1.1 a list of them.
fn authors(json: &Json) -> String {
    let list = json.get("authors").and_then(Json::as_array);
    let named = list.into_iter().flatten().chain(json.get("author"));
    let names = named.filter_map(|author| author.get("name")?.as_str());
    names.collect::<Vec<_>>().join(", ")
}

fn paragraphs(words: &str) -> String {
    let words = words.replace("\r\n", "\n");
    let paragraphs = words
        .split("\n\n")
        .map(str::trim)
        .filter(|it| !it.is_empty());
    let marked = paragraphs.map(|it| format!("<p>{}</p>", escaped(it).replace('\n', "<br>")));
    marked.collect()
}

#[cfg(test)]
mod tests {
    use crate::import::read;

    #[test]
    fn a_json_feed_gives_an_article_an_entry() {
        let feed = r#"{"version": "https:\/\/jsonfeed.org\/version\/1.1", "title": "Harbour Wire", "language": "en-GB",
            "items": [{"id": "1", "url": "https://wire.example/1", "title": "Goats & ferries", "authors": [{"name": "Ida Moor"}],
            "date_published": "2026-03-02T09:00:00+01:00", "content_html": "<p>Forty goats fled.</p><p>Then 5% came back.</p>"},
            {"id": "2", "title": "Rain", "content_text": "12 mm fell.\n\nThen < 1 mm."}]}"#;
        let articles = read("feed.json", feed.as_bytes()).expect("a feed");
        let [goats, rain] = articles.as_slice() else {
            panic!("two entries: {articles:#?}");
        };
        let text = goats.article.text.as_str();
        assert_eq!(
            text,
            "Goats & ferries\n\nForty goats fled.\n\nThen 5% came back."
        );
        let metadata = &goats.article.metadata;
        assert_eq!(metadata.publisher.as_deref(), Some("Harbour Wire"));
        assert_eq!(metadata.byline.as_deref(), Some("Ida Moor"));
        assert_eq!(metadata.url.as_deref(), Some("https://wire.example/1"));
        assert!(metadata.published.is_some());
        assert_eq!(
            rain.article.text.as_str(),
            "Rain\n\n12 mm fell.\n\nThen < 1 mm."
        );
    }

    #[test]
    fn one_that_breaks_off_says_so() {
        let cut = r#"{"version": "https://jsonfeed.org/version/1", "items": [{"title": "Go"#;
        let error = read("feed.json", cut.as_bytes())
            .expect_err("cut")
            .to_string();
        assert!(error.contains("damaged"), "{error}");
    }
}
