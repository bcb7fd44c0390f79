//! The entries of a feed as its file says them.

use quick_xml::Reader as XmlReader;
use quick_xml::events::{BytesStart, Event};

/// What a feed says of an entry, or of itself.
#[derive(Debug, Default)]
pub(super) struct Entry {
    pub(super) title: String,
    pub(super) link: String,
    /// The name of an item, which is its address unless it says otherwise.
    pub(super) guid: String,
    pub(super) guid_is_address: bool,
    pub(super) author: String,
    pub(super) published: String,
    pub(super) updated: String,
    pub(super) summary: String,
    pub(super) content: String,
    pub(super) language: String,
    /// The address by which those in it are completed.
    pub(super) base: String,
}

/// The feed, its entries, and what is wrong with the file, if anything.
pub(super) fn parse(source: &str) -> (Entry, Vec<Entry>, Option<String>) {
    let mut xml = XmlReader::from_str(source);
    xml.config_mut().check_end_names = false;
    let (mut channel, mut entries) = (Entry::default(), Vec::new());
    let mut current: Option<Entry> = None;
    let mut field = String::new();
    // Whether that text says that it is no markup.
    let mut is_plain = false;
    // Names of the elements inside the entry, or the feed, that are open.
    let mut open: Vec<String> = Vec::new();
    loop {
        match xml.read_event() {
            Ok(Event::Start(element)) => {
                let name = element.name().as_ref().to_lowercase();
                match name.as_str() {
                    "item" | "entry" | "atom:entry" => {
                        current = Some(Entry::default());
                        open.clear();
                    }
                    "rss" | "feed" | "rdf:rdf" | "channel" => {
                        note(&element, "", &mut channel);
                    }
                    _ => {
                        if open.is_empty() {
                            field.clear();
                            is_plain = is_plain_text(&element, &name);
                        }
                        note(&element, &name, current.as_mut().unwrap_or(&mut channel));
                        // Markup inside a text, as XHTML in Atom, stays markup.
                        if !open.is_empty() {
                            field.extend(["<", &name, ">"]);
                        }
                        open.push(name);
                    }
                }
            }
            Ok(Event::Empty(element)) => {
                let name = element.name().as_ref().to_lowercase();
                note(&element, &name, current.as_mut().unwrap_or(&mut channel));
                if !open.is_empty() {
                    field.extend(["<", &name, "/>"]);
                }
            }
            Ok(Event::End(element)) => {
                let name = element.name().as_ref().to_lowercase();
                if ["item", "entry", "atom:entry"].contains(&name.as_str()) {
                    entries.extend(current.take());
                    open.clear();
                } else if open.pop().is_some() {
                    let author = open.last().is_some_and(|outer| outer == "author");
                    if open.is_empty() || (author && name == "name") {
                        // Many say so and are markup all the same.
                        if is_plain && !field.contains("</") {
                            field = escaped(&field);
                        }
                        keep(current.as_mut().unwrap_or(&mut channel), &name, &field);
                        field.clear();
                    } else {
                        field.extend(["</", &name, ">"]);
                    }
                }
            }
            Ok(Event::Text(text)) => field.push_str(&text.xml10_content()),
            Ok(Event::CData(text)) => field.push_str(&text.xml10_content()),
            Ok(Event::GeneralRef(reference)) => {
                let character = reference.resolve_char_ref().ok().flatten();
                match (&*reference.xml10_content(), character) {
                    (_, Some(character)) => field.push(character),
                    ("lt", _) => field.push('<'),
                    ("gt", _) => field.push('>'),
                    ("amp", _) => field.push('&'),
                    ("quot", _) => field.push('"'),
                    ("apos", _) => field.push('\''),
                    // A name of HTML; its reader knows it.
                    (name, _) => field.extend(["&", name, ";"]),
                }
            }
            Ok(Event::Eof) => {
                let cut = current
                    .is_some()
                    .then(|| "it ends inside an entry".to_owned());
                return (channel, entries, cut);
            }
            Ok(_) => {}
            Err(error) => {
                let place = xml.error_position();
                return (channel, entries, Some(format!("{error} at byte {place}")));
            }
        }
    }
}

/// Whether an element of Atom holds plain text, as it does where it names no other type (RFC 4287, 3.1.1).
fn is_plain_text(element: &BytesStart<'_>, name: &str) -> bool {
    let mut attributes = element.attributes().flatten();
    let kind = attributes.find(|attribute| attribute.key.as_ref() == "type");
    let is_text = kind.is_none_or(|kind| ["text", "text/plain"].contains(&kind.value.as_ref()));
    is_text && ["summary", "content"].contains(&name)
}

/// Plain words as markup.
pub(super) fn escaped(words: &str) -> String {
    words.replace('&', "&amp;").replace('<', "&lt;")
}

/// Keeps what stands in attributes: the address of an Atom link, the language.
fn note(element: &BytesStart<'_>, name: &str, into: &mut Entry) {
    let value = |key: &str| {
        element
            .attributes()
            .flatten()
            .find(|attribute| attribute.key.as_ref() == key)
            .map(|attribute| attribute.value.as_ref().replace("&amp;", "&"))
    };
    if let Some(language) = value("xml:lang") {
        into.language = language;
    }
    if let Some(base) = value("xml:base").filter(|_| name.is_empty()) {
        into.base = base;
    }
    let page = value("rel").is_none_or(|rel| rel == "alternate");
    if name == "guid" {
        let says = value("isPermaLink");
        into.guid_is_address = says.is_none_or(|says| says.eq_ignore_ascii_case("true"));
    }
    if name == "link" && page && into.link.is_empty() {
        into.link = value("href").unwrap_or_default();
    }
}

fn keep(entry: &mut Entry, name: &str, field: &str) {
    let value = field.trim().to_owned();
    if value.is_empty() {
        return;
    }
    match name {
        "title" => entry.title = value,
        "link" => entry.link = value,
        "guid" => entry.guid = value,
        "author" | "dc:creator" | "name" if entry.author.is_empty() => entry.author = value,
        "author" | "dc:creator" | "name" => entry.author.extend([", ", &value]),
        "pubdate" | "published" | "dc:date" | "issued" => entry.published = value,
        "updated" | "modified" | "lastbuilddate" => entry.updated = value,
        "description" | "summary" => entry.summary = value,
        "content" | "content:encoded" => entry.content = value,
        "language" | "dc:language" => entry.language = value,
        _ => {}
    }
}
