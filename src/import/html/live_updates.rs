//! The items of a live page as it tells them to the machine: `liveBlogUpdate` of a `LiveBlogPosting` (schema.org). They
//! give the items that are shown their days, and stand for those that a script would bring.

use ego_tree::NodeId;
use rustc_hash::FxHashMap;
use scraper::{ElementRef, Html};
use serde_json::Value as Json;

use super::item_day::in_words;
use super::json_ld::parsed;
use super::main_text::MainText;
use super::metadata::best;
use super::past_midnight::minutes_of;
use crate::article::Moment;
use crate::import::{Provenance, date, language};

/// The key that holds them.
const KEY: &str = "liveBlogUpdate";
/// How deep it stands at the most.
const DEEPEST: usize = 8;
/// Items read at most.
const MOST: usize = 2_000;
/// Letters by which an item is known on the page.
const KNOWN_BY: usize = 16;
/// A line of prose, at the least, in characters.
const PROSE: usize = 60;

/// An item.
#[derive(Clone, Debug, Default)]
pub(super) struct Update {
    headline: String,
    body: String,
    pub(super) moment: Option<Moment>,
}

/// The items of a page in the order it tells them.
pub(super) fn of(page: &Html) -> Vec<Update> {
    let mut found = Vec::new();
    let scripts = page.tree.nodes().filter(|it| it.parent().is_some());
    let scripts = scripts.filter_map(ElementRef::wrap).filter(|it| {
        it.value().name() == "script" && it.attr("type") == Some("application/ld+json")
    });
    for script in scripts {
        let source: String = script.text().collect();
        if source.contains(KEY)
            && let Some(json) = parsed(&source)
        {
            collect(&json, &mut found, 0);
        }
    }
    found
}

fn collect(json: &Json, found: &mut Vec<Update>, depth: usize) {
    let inner: Vec<&Json> = match json {
        Json::Array(items) => items.iter().collect(),
        Json::Object(thing) => {
            let updates = match thing.get(KEY) {
                Some(Json::Array(updates)) => updates.as_slice(),
                Some(update) => std::slice::from_ref(update),
                None => &[],
            };
            let left = MOST.saturating_sub(found.len());
            found.extend(updates.iter().take(left).filter_map(update));
            thing
                .iter()
                .filter(|(key, _)| *key != KEY)
                .map(|(_, value)| value)
                .collect()
        }
        _ => return,
    };
    for json in inner.into_iter().filter(|_| depth < DEEPEST) {
        collect(json, found, depth + 1);
    }
}

fn update(json: &Json) -> Option<Update> {
    let text = |keys: &[&str]| {
        let mut found = keys.iter().filter_map(|key| json.get(key)?.as_str());
        found.next().unwrap_or_default().to_owned()
    };
    let words = |source: String| {
        let is_markup = source.contains('<') || source.contains('&');
        if is_markup {
            super::words(&source)
        } else {
            source.trim().to_owned()
        }
    };
    let update = Update {
        headline: super::line(&text(&["headline", "name"])),
        body: words(text(&["articleBody", "text", "description"])),
        moment: date::parse(&text(&["datePublished", "dateCreated", "dateModified"])),
    };
    (!update.headline.is_empty() || !update.body.is_empty()).then_some(update)
}

/// The first letters of some words.
fn start(words: &str) -> String {
    words
        .chars()
        .filter(|c| c.is_alphanumeric())
        .take(KNOWN_BY)
        .collect()
}

/// Where headlines and first words of items stand on a page, in the order of its nodes, with the number of the item.
pub(super) fn places(page: &Html, updates: &[Update]) -> Vec<(usize, usize, NodeId)> {
    let mut keys: FxHashMap<String, usize> = FxHashMap::default();
    for (number, update) in updates.iter().enumerate() {
        for words in [&update.headline, &update.body] {
            keys.entry(start(words)).or_insert(number);
        }
    }
    keys.remove("");
    let nodes = page.tree.root().descendants().enumerate();
    nodes
        .filter_map(|(at, node)| {
            let is_shown = |it: ego_tree::NodeRef<'_, _>| {
                let element: Option<&scraper::node::Element> =
                    scraper::Node::as_element(it.value());
                element.is_none_or(|it| !["script", "title", "style"].contains(&it.name()))
            };
            let words = node.value().as_text()?;
            node.parent().filter(|it| is_shown(*it))?;
            Some((at, *keys.get(&start(words))?, node.id()))
        })
        .collect()
}

/// Whether the page shows most of its items.
pub(super) fn are_shown(page: &Html, updates: &[Update]) -> bool {
    let mut shown: Vec<usize> = places(page, updates)
        .into_iter()
        .map(|(_, it, _)| it)
        .collect();
    shown.sort_unstable();
    shown.dedup();
    shown.len() * 2 >= updates.len()
}

/// The time of an item, after its day where that is not the one of the page: "12 November 2026, 23:50".
pub(super) fn time(update: &Update, published: Option<&Moment>, language: &str) -> Option<String> {
    let moment = update.moment.as_ref()?;
    let day = (Some(moment.date()) != published.map(Moment::date))
        .then(|| in_words(moment.date(), language));
    let clock = minutes_of(moment).map(|at| format!("{:02}:{:02}", at / 60, at % 60));
    let parts: Vec<String> = [day, clock].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// The items of a page that shows none of them, below the prose that it shows, or below all of it.
pub(super) fn below(
    main: MainText,
    updates: &[Update],
    said: &[Provenance],
    whole_page: bool,
) -> MainText {
    let published: Option<Moment> = best(said, "published").and_then(|it| it.parse().ok());
    let told = updates
        .iter()
        .map(|it| it.body.as_str())
        .collect::<Vec<_>>();
    let told = language::of(&told.join("\n"));
    let language = told
        .as_deref()
        .or_else(|| best(said, "language"))
        .unwrap_or("en");
    let items = updates.iter().map(|update| {
        let time = time(update, published.as_ref(), language);
        let time = time.map(|time| format!("{time} ")).unwrap_or_default();
        let body = update
            .body
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty());
        let headline = Some(update.headline.as_str()).filter(|it| !it.is_empty());
        let lines: Vec<&str> = headline.into_iter().chain(body).collect();
        format!("{time}{}", lines.join("\n"))
    });
    let items = items.collect::<Vec<_>>().join("\n\n");
    let is_prose = |line: &&str| {
        line.chars().count() >= PROSE
            && line.ends_with(['.', '!', '?', '”', '"'])
            && !items.contains(*line)
    };
    let shown = match (whole_page, main.whole_page) {
        (true, _) => main.text.clone(),
        (_, true) => String::new(),
        _ => main
            .text
            .lines()
            .filter(is_prose)
            .collect::<Vec<_>>()
            .join("\n\n"),
    };
    let parts = [shown, items].into_iter().filter(|it| !it.is_empty());
    MainText {
        text: parts.collect::<Vec<_>>().join("\n\n"),
        whole_page: false,
        ..main
    }
}
