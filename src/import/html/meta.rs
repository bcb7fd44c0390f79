//! What the `meta` elements of a page tell.

use super::metadata::{Said, Telling};

/// Names of meta elements, in small letters, by what they tell.
const META: [(&str, &str, &str); 32] = [
    ("og:title", "title", "OpenGraph"),
    ("og:site_name", "publisher", "OpenGraph"),
    ("og:url", "url", "OpenGraph"),
    ("og:locale", "language", "OpenGraph"),
    ("article:published_time", "published", "OpenGraph"),
    ("article:modified_time", "updated", "OpenGraph"),
    ("article:author", "byline", "OpenGraph"),
    ("headline", "title", "meta"),
    ("dc.title", "title", "meta"),
    ("twitter:title", "title", "meta"),
    ("author", "byline", "meta"),
    ("dc.creator", "byline", "meta"),
    ("dcterms.creator", "byline", "meta"),
    ("parsely-author", "byline", "meta"),
    ("sailthru.author", "byline", "meta"),
    ("datepublished", "published", "meta"),
    ("parsely-pub-date", "published", "meta"),
    ("sailthru.date", "published", "meta"),
    ("dc.date.issued", "published", "meta"),
    ("dc.date", "published", "meta"),
    ("dcterms.issued", "published", "meta"),
    ("dcterms.date", "published", "meta"),
    ("dcterms.created", "published", "meta"),
    ("og:article:published_time", "published", "OpenGraph"),
    ("publication_date", "published", "meta"),
    ("publish_date", "published", "meta"),
    ("publish-date", "published", "meta"),
    ("pubdate", "published", "meta"),
    ("date", "published", "meta"),
    ("application-name", "publisher", "meta"),
    ("dc.publisher", "publisher", "meta"),
    ("dc.language", "language", "meta"),
];

/// Says what they tell, in the order of the table.
pub(super) fn meta(page: &Telling<'_>, said: &mut Said) {
    let elements: Vec<(String, String)> = page
        .select("meta")
        .filter_map(|element| {
            let name = ["property", "name", "itemprop"]
                .iter()
                .find_map(|key| element.attr(key))?;
            Some((name.to_lowercase(), element.attr("content")?.to_owned()))
        })
        .collect();
    for (name, facet, source) in META {
        for (_, content) in elements.iter().filter(|(of, _)| of == name) {
            said.say(facet, content, source);
        }
    }
}
