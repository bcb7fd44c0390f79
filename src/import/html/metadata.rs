//! What a page says of itself, with where it says it: JSON-LD, OpenGraph, meta elements, then what is visible.

use scraper::{ElementRef, Html, Selector};

use super::blocks::line_of;
use super::json_ld::json_ld;
use super::meta::meta;
use super::page_time::{is_in_a_sentence, is_of_update};
use crate::import::words::Words;
use crate::import::{Provenance, address, date, opening};

/// Every statement of a page about an item, best source first; `at` is the address that the page came from.
pub(super) fn statements(page: &Html, at: Option<&str>) -> Vec<Provenance> {
    let mut said = Said::default();
    let page = Telling::of(page);
    canonical(&page, at, &mut said);
    json_ld(&page, &mut said);
    meta(&page, &mut said);
    visible(&page, &mut said);
    said.0
}

/// Elements that may say something of the page; most of a page has none of them, and a selector is slow.
pub(super) struct Telling<'a>(Vec<ElementRef<'a>>);

impl<'a> Telling<'a> {
    fn of(page: &'a Html) -> Self {
        let names = [
            "html", "base", "title", "meta", "link", "script", "time", "h1",
        ];
        let keys = ["class", "rel", "itemprop"];
        let tells = |element: &ElementRef<'_>| {
            let value = element.value();
            names.contains(&value.name()) || keys.iter().any(|key| value.attr(key).is_some())
        };
        let elements = page.tree.nodes().filter(|it| it.parent().is_some());
        let elements = elements.filter_map(ElementRef::wrap);
        Self(elements.filter(tells).collect())
    }

    pub(super) fn select(&self, selector: &str) -> impl Iterator<Item = ElementRef<'a>> {
        let selector = Selector::parse(selector).ok();
        let found = self.0.iter().copied();
        found.filter(move |it| {
            selector
                .as_ref()
                .is_some_and(|selector| selector.matches(it))
        })
    }
}

/// What stands between a headline and the name of its site.
const BARS: [&str; 4] = [" | ", " – ", " — ", " - "];

/// The best statement about an item.
pub(super) fn best<'a>(said: &'a [Provenance], facet: &str) -> Option<&'a str> {
    let mut of_facet = said.iter().filter(|statement| statement.facet == facet);
    let first = of_facet.next()?;
    // Of two authors a page may name only one where machines read, and of a moment only the day.
    // The newsroom signs where machines read, a person where people do.
    let is_newsroom = |name: &str| {
        let mut publishers = said.iter().filter(|it| it.facet == "publisher");
        publishers.any(|it| it.value.eq_ignore_ascii_case(name))
    };
    let better = of_facet.find(|other| {
        if facet == "title" {
            // "Forty goats flee | Farms | Harbour Wire"
            let behind = first.value.strip_prefix(other.value.as_str());
            return behind.is_some_and(|it| BARS.iter().any(|bar| it.starts_with(bar)));
        }
        if facet == "byline" && is_newsroom(&first.value) {
            return !is_newsroom(&other.value) && !first.value.contains(&other.value);
        }
        if facet == "published" {
            let is_of_update = other.source == opening::OF_UPDATE;
            let is_fuller = other.value.len() > first.value.len();
            return is_fuller
                && is_day(&first.value)
                && other.value.starts_with(&first.value)
                && !is_of_update;
        }
        facet == "byline"
            && other
                .value
                .split_whitespace()
                .any(|word| Words::all().is_and(word))
            && other.value.contains(&first.value)
            && other.value.len() > first.value.len()
    });
    Some(better.unwrap_or(first).value.as_str())
}

/// Whether a date tells no time.
fn is_day(date: &str) -> bool {
    date.len() == "2026-03-03".len()
}

/// What was said, best source first.
#[derive(Default)]
pub(super) struct Said(Vec<Provenance>);

impl Said {
    /// Keeps what is sound: a date that can be read, an address of the web, words that are not empty.
    pub(super) fn say(&mut self, facet: &'static str, value: &str, source: &'static str) {
        let value = plain(value);
        // "03/05/2024": nobody can tell which is the month.
        if facet == "published"
            && let Some(days) = date::either(&value)
        {
            for (day, source) in days.iter().zip(opening::EITHER_SOURCES) {
                self.0.push(Provenance {
                    facet: opening::EITHER_DAY,
                    value: day.to_string(),
                    source,
                });
            }
            return;
        }
        let value = match facet {
            "published" | "updated" => match date::parse(&value) {
                Some(moment) => moment.to_string(),
                None => return,
            },
            "url" if !value.starts_with("http://") && !value.starts_with("https://") => return,
            "byline" => match author(&value) {
                Some(author) => author,
                None => return,
            },
            "language" => value
                .split(['-', '_'])
                .next()
                .unwrap_or_default()
                .to_lowercase(),
            _ => value,
        };
        let statement = Provenance {
            facet,
            value,
            source,
        };
        if !statement.value.is_empty() && !self.0.contains(&statement) {
            self.0.push(statement);
        }
    }
}

/// On one line, with entities that were escaped twice put right.
fn plain(value: &str) -> String {
    let decoded = if value.contains('&') {
        line_of(Html::parse_fragment(&value.replace('<', "&lt;")).root_element())
    } else {
        value.to_owned()
    };
    decoded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A name without "By"; an address is no name.
fn author(value: &str) -> Option<String> {
    if value.contains("://") || value.starts_with('@') {
        return None;
    }
    let (first, rest) = value.split_once(' ').unwrap_or((value, ""));
    let name = if Words::all().is_by(first.trim_end_matches(':')) {
        rest
    } else {
        value
    };
    // "By 51 men" names nobody.
    let is_name = !name.is_empty() && !name.contains(|c: char| c.is_ascii_digit());
    (is_name && name.chars().count() <= 200).then(|| name.to_owned())
}

/// The address that a page gives as its own before all others.
fn canonical(page: &Telling<'_>, at: Option<&str>, said: &mut Said) {
    let base = page.select("base[href]").find_map(|base| base.attr("href"));
    let base = base.and_then(|base| address::resolved(base, at));
    for link in page.select("link[rel='canonical']") {
        let written = link.attr("href").unwrap_or_default();
        let whole = address::resolved(written, base.as_deref().or(at));
        said.say("url", &whole.unwrap_or_default(), "canonical link");
    }
}

/// The source of what the first time in the main part says.
pub(super) const TIME: &str = "time element";
/// Times that are looked at for the day of publication.
const FEW: usize = 4;
/// A name is no longer, in characters.
const LONGEST_NAME: usize = 60;

fn visible(page: &Telling<'_>, said: &mut Said) {
    for root in page.select("html[lang]") {
        said.say(
            "language",
            root.attr("lang").unwrap_or_default(),
            "html lang",
        );
    }
    for (selector, source) in [
        (
            "time[itemprop='datePublished'], time[pubdate]",
            "time element",
        ),
        ("article time, main time, header time", TIME),
    ] {
        let times = page
            .select(selector)
            .filter(|time| !is_in_a_sentence(*time));
        // The day of an update may stand before that of publication.
        for time in times.take(FEW) {
            let written = time
                .attr("datetime")
                .map_or_else(|| line_of(time), str::to_owned);
            if is_of_update(time) {
                said.say("updated", &written, source);
            } else {
                said.say("published", &written, source);
                break;
            }
        }
    }
    // A page with one time says when it came out.
    let times: Vec<ElementRef<'_>> = page.select("time[datetime]").collect();
    if let [only] = times.as_slice()
        && !is_in_a_sentence(*only)
        && !is_of_update(*only)
    {
        said.say("published", only.attr("datetime").unwrap_or_default(), TIME);
    }
    let usual = page.select("[itemprop='author'], [rel='author'], .byline, .author");
    let others = [
        "[class*='byline__name'], [class*='author-name'], [class*='author__name'], [class*='authorName']",
        "[class*='byline']",
    ];
    let others = others
        .into_iter()
        .flat_map(|selector| page.select(selector));
    let others = others
        .map(line_of)
        .filter(|name| name.chars().count() <= LONGEST_NAME);
    let named = usual.take(1).map(line_of).chain(others);
    for name in named.filter(|name| !name.is_empty()).take(1) {
        said.say("byline", &name, "page");
    }
    let headings: Vec<String> = page.select("h1").map(line_of).collect();
    let heading = match headings.as_slice() {
        [only] => Some(only),
        _ => None,
    };
    if let Some(heading) = heading {
        said.say("title", heading, "heading");
    }
    for title in page.select("head title").take(1) {
        let title: String = title.text().collect();
        let headline = without_site(&title);
        said.say("title", headline, "title element");
        // Behind its headline a page names itself.
        let site = title.get(headline.len()..).unwrap_or_default();
        let site = site.trim_start_matches([' ', '|', '–', '—', '-']);
        let is_name = !site.starts_with(char::is_lowercase) && best(&said.0, "publisher").is_none();
        let is_headline = |it: &String| !it.is_empty() && plain(headline).starts_with(it.as_str());
        if is_name && heading.is_some_and(is_headline) {
            said.say("publisher", site, "title element");
        }
    }
}

/// "Forty goats flee | Harbour Wire" without the part after the last bar, where the part before is the longer one.
fn without_site(title: &str) -> &str {
    BARS.iter()
        .filter_map(|bar| title.rsplit_once(bar))
        .find(|(headline, site)| headline.chars().count() > site.chars().count())
        .map_or(title, |(headline, _)| headline)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<html lang="en-GB"><head><title>Forty goats flee the farm | Harbour Wire</title>
        <link rel="canonical" href="https://harbour.example/goats"><meta property="og:site_name" content="Harbour Wire">
        <meta name="author" content="By Ida Moor"><meta name="date" content="soon">
        <script type="application/ld+json">{"@graph":[{"@type":"WebSite","name":"x"},{"@type":["NewsArticle"],
        "headline":"Forty goats &amp; a dog flee","author":[{"name":"Ida Moor"},{"name":"Bo Lind"}],
        "datePublished":"2026-03-01T09:30:00+0100"}]}</script></head>
        <body><h1>Forty goats flee</h1><time datetime="2026-03-02">today</time></body></html>"#;

    #[test]
    fn each_item_comes_from_its_best_source() {
        let said = statements(&Html::parse_document(PAGE), None);
        for (facet, value) in [
            ("title", "Forty goats & a dog flee"),
            ("byline", "Ida Moor, Bo Lind"),
            ("publisher", "Harbour Wire"),
            ("published", "2026-03-01T09:30:00+01:00"),
            ("url", "https://harbour.example/goats"),
            ("language", "en"),
        ] {
            assert_eq!(best(&said, facet), Some(value), "{said:#?}");
        }
    }

    #[test]
    fn a_headline_has_no_site_behind_it_and_a_person_signs_before_the_newsroom() {
        let page = r#"<head><meta property="og:title" content="Goats flee | Farms | Harbour Wire">
            <meta property="og:site_name" content="Harbour Wire"><meta name="author" content="Harbour Wire"></head>
            <body><h1>Goats flee</h1><div class=byline>By Ida Moor</div>"#;
        let said = statements(&Html::parse_document(page), None);
        assert_eq!(best(&said, "title"), Some("Goats flee"));
        assert_eq!(best(&said, "byline"), Some("Ida Moor"));
    }

    #[test]
    fn things_are_named_by_reference_and_may_be_of_several_types() {
        let page = r##"<head><link rel="canonical" href="https://a.example/x"><meta property="og:url" content="https://b.example/x">
            <script type="application/ld+json">{"@graph":[{"@type":["Article","NewsArticle"],"headline":"Goats",
            "author":{"@id":"#a"},"publisher":{"@id":"#none"},"dateModified":"2026-03-02"},
            {"@type":"Person","@id":"#a","name":"Ida Moor"}]}</script></head>
            <body><p class="byline">By Ida Moor and Bo Lind</p></body>"##;
        let said = statements(&Html::parse_document(page), None);
        assert_eq!(best(&said, "title"), Some("Goats"));
        assert_eq!(best(&said, "byline"), Some("Ida Moor and Bo Lind"));
        assert_eq!(best(&said, "publisher"), None);
        assert_eq!(best(&said, "updated"), Some("2026-03-02"));
        assert_eq!(best(&said, "url"), Some("https://a.example/x"));
    }

    #[test]
    fn the_moment_holds_where_another_source_tells_only_its_day() {
        let of = |moment: &str| {
            let page = format!(
                r#"<head><meta property="article:published_time" content="{moment}"><script type="application/ld+json">
                {{"@type":"NewsArticle","headline":"Goats","datePublished":"2026-03-03"}}</script></head><p>Goats"#
            );
            let said = statements(&Html::parse_document(&page), None);
            best(&said, "published").map(str::to_owned)
        };
        let moment = "2026-03-03T22:30:00-05:00";
        assert_eq!(of(moment).as_deref(), Some(moment));
        assert_eq!(
            of("2026-03-04T22:30:00-05:00").as_deref(),
            Some("2026-03-03")
        );
    }

    #[test]
    fn an_article_that_the_page_only_speaks_of_says_nothing_of_it() {
        let page = r#"<head><title>Council buys forty goats</title><script type="application/ld+json">
            {"@type":"NewsArticle","headline":"Mayor resigns after storm","author":{"name":"Eva Other"}}</script></head>
            <body><h1>Council buys forty goats</h1></body>"#;
        let said = statements(&Html::parse_document(page), None);
        assert_eq!(best(&said, "title"), Some("Council buys forty goats"));
        assert_eq!(best(&said, "byline"), None);
    }

    #[test]
    fn a_page_names_itself_behind_its_headline() {
        let of = |title: &str| {
            let page =
                format!("<head><title>{title}</title></head><body><h1>Forty goats flee</h1>");
            let said = statements(&Html::parse_document(&page), None);
            best(&said, "publisher").map(str::to_owned)
        };
        assert_eq!(
            of("Forty goats flee – Vale Post").as_deref(),
            Some("Vale Post")
        );
        assert_eq!(
            of("Forty goats flee | Farms | Vale Post").as_deref(),
            Some("Vale Post")
        );
        assert_eq!(of("Goats: forty of them flee | Vale Post"), None);
        assert_eq!(of("Forty goats flee – a report"), None);
        assert_eq!(of("Forty goats flee"), None);
    }

    #[test]
    fn authors_are_named_by_a_thing_with_an_address_beside_it_or_by_a_list() {
        for author in [
            r#"[{"@type":"Person","name":"Ida Moor"},"https://wire.example/ida"]"#,
            r#"{"@type":"Person","name":["Ida Moor"]}"#,
        ] {
            let page = format!(
                r#"<script type="application/ld+json">{{"@type":"NewsArticle","headline":"Goats","author":{author}}}</script><p>Goats"#
            );
            let said = statements(&Html::parse_document(&page), None);
            assert_eq!(best(&said, "byline"), Some("Ida Moor"), "{author}");
        }
    }

    #[test]
    fn an_author_stands_in_a_box_for_authors() {
        let page = "<body><div class=byline-block><p class=byline__name>Ida Moor</p>, Farm writer</div><p>Goats";
        let said = statements(&Html::parse_document(page), None);
        assert_eq!(best(&said, "byline"), Some("Ida Moor"));
    }

    #[test]
    fn a_page_that_says_nothing_and_broken_json_are_no_trouble() {
        let page = "<script type='application/ld+json'>{\"@type\":</script><p>Forty goats.</p>";
        assert_eq!(statements(&Html::parse_document(page), None), []);
    }

    #[test]
    fn half_an_address_of_its_own_is_completed() {
        let of = |head: &str, at| {
            let page = format!("<head>{head}<link rel=canonical href=/goats></head><p>Goats");
            let said = statements(&Html::parse_document(&page), at);
            best(&said, "url").map(str::to_owned)
        };
        let vale = Some("https://vale.example/x");
        assert_eq!(of("", vale).as_deref(), Some("https://vale.example/goats"));
        let based = of("<base href=https://herd.example/>", vale);
        assert_eq!(based.as_deref(), Some("https://herd.example/goats"));
        assert_eq!(of("", None), None);
    }
}
