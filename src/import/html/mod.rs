//! Web pages: main text, title, publisher, date, author, language and address, with where each was found.

mod beside;
mod blocks;
mod caption;
mod closing;
mod depth;
mod inline;
mod item_day;
mod item_time;
mod json_ld;
mod live_updates;
mod main_text;
mod meta;
mod metadata;
mod opening_tag;
mod outside;
mod page_time;
mod past_midnight;
mod preformatted;
mod seen;
mod several;
mod table;
mod taken;
mod ticker;
mod time_last;

use scraper::Html;

use super::binary::must_be_text;
use super::encoding::decode;
use super::timed::with_times_in_line;
use super::words::Words;
use super::{
    Choices, Doubt, ImportError, Imported, Input, MOST_MARKUP, Provenance, Reader, address,
    conflict, date, doubt, is_address, language, must_not_exceed, of_text, opening,
};
use crate::article::Metadata;
use main_text::MainText;
pub(super) use opening_tag::is_framed;
use opening_tag::{HEAD, recognises};

pub(super) const READER: Reader = Reader {
    name: "Web page",
    endings: &["html", "htm", "xhtml"],
    recognises,
    read,
};

fn read(input: &Input<'_>) -> Result<Vec<Imported>, ImportError> {
    must_be_text(input)?;
    Ok(vec![of_bytes(
        input,
        is_address(input.name).then_some(input.name),
    )?])
}

/// The article of a page in bytes that came from `at`, whose encoding the page may name itself.
pub(super) fn of_bytes(input: &Input<'_>, at: Option<&str>) -> Result<Imported, ImportError> {
    let decoded = decode(
        input.bytes,
        declared(input.bytes).as_deref().or(input.declared),
        input.choices.encoding,
    );
    let mut imported = page((input.name, at), &decoded.text, input.choices)?;
    imported.notices.extend(decoded.notice());
    imported.encoding = Some(decoded.read_as);
    Ok(imported)
}

/// The encoding that the page names: `<meta charset=…>` or its older form.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_lowercase();
    let (_, after) = head.split_once("charset=")?;
    let name: String = after
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_:.".contains(*c))
        .collect();
    (!name.is_empty()).then_some(name)
}

/// The article of a page in characters; `name` is that of its file, `at` the address that it came from.
pub(super) fn page(
    (name, at): (&str, Option<&str>),
    source: &str,
    choices: Choices,
) -> Result<Imported, ImportError> {
    must_not_exceed(name, source.len(), MOST_MARKUP, "markup")?;
    if depth::has_too_many(source) {
        return Err(ImportError::TooManyElements {
            name: name.to_owned(),
            most: depth::MOST_ELEMENTS,
        });
    }
    if depth::is_absurd(source) {
        return Err(ImportError::TooDeep {
            name: name.to_owned(),
        });
    }
    let mut page = Html::parse_document(source);
    let struck = seen::without_struck_words(&mut page);
    // What a page says of itself may stand where nobody looks.
    let saved_from = address::saved_from(source);
    let mut provenance = metadata::statements(&page, at.or(saved_from));
    let all_said = provenance.len();
    provenance.retain(|said| said.facet != "published" || !date::is_of_no_clock(&said.value));
    let has_no_clock = provenance.len() < all_said;
    provenance.extend(saved_from.map(|address| Provenance {
        facet: "url",
        value: address.to_owned(),
        source: "saved page",
    }));
    let is_for_payers = json_ld::is_for_payers(&page);
    let updates = live_updates::of(&page);
    seen::without_hidden_words(&mut page);
    seen::without_wordless(&mut page);
    let newest = ticker::newest(&page);
    let unseen = !updates.is_empty() && !live_updates::are_shown(&page, &updates);
    if !updates.is_empty() {
        // The extractor would take some of them for the article.
        seen::without_data(&mut page);
    }
    let shown = if unseen { &[] } else { updates.as_slice() };
    let dated = item_day::write_days(&mut page, &provenance, newest.as_ref(), shown);
    let is_live = !dated.is_empty() || !updates.is_empty();
    let articles = if is_live {
        Vec::new()
    } else {
        several::headlines(&page)
    };
    time_last::to_the_front(&mut page);
    if let Some(listed) = ticker::with_list(&page) {
        page = listed;
    }
    ticker::part_items(&mut page);
    let mut lines = blocks::lines_of(page.root_element());
    let all = with_times_in_line(blocks::joined(&lines));
    let main = if choices.whole_page {
        MainText {
            text: all.clone(),
            ..MainText::default()
        }
    } else {
        if seen::without_ads(&mut page) {
            lines = blocks::lines_of(page.root_element());
        }
        let mut main = main_text::main_text(&mut page, &lines, &all, is_live);
        if !main.whole_page {
            let kept = closing::without_closing(&main.text).len();
            main.text.truncate(kept);
        }
        main
    };
    let main = if unseen {
        live_updates::below(main, &updates, &provenance, choices.whole_page)
    } else {
        main
    };
    let of_machines = Some(source).filter(|_| main.text.trim().is_empty());
    let of_machines = of_machines.and_then(json_ld::article_body);
    let is_of_machines = of_machines.is_some();
    let main = match of_machines {
        Some(text) => MainText {
            text,
            whole_page: false,
            ..main
        },
        None => main,
    };
    if main.text.trim().is_empty() {
        return Err(ImportError::NoText {
            name: name.to_owned(),
        });
    }
    let breaks_off = breaks_off(source);
    let title = metadata::best(&provenance, "title");
    if let Some(title) = title
        && main.text.len() <= LONGEST_ROBOT_CHECK
        && Words::all().is_robot_check(title)
    {
        return Err(ImportError::RobotCheck {
            name: name.to_owned(),
            title: title.to_owned(),
        });
    }
    // A headline holds figures too; a person reads it first.
    let text = match title {
        Some(title) if !main.text.trim_start().starts_with(title) => {
            format!("{title}\n\n{}", without_line(&main.text, title))
        }
        _ => main.text.clone(),
    };
    let below = below_headline(&all, &text);
    let told = |said: &Provenance| metadata::best(&provenance, said.facet).is_some();
    let dated = dated.iter().filter(|it| text.contains(it.as_str())).count();
    // The day of an item is not that of the page.
    let of_item = |said: &Provenance| dated > 0 && said.facet == "published";
    // What stands where everybody reads it is offered where the page tells machines another day or another name.
    let otherwise = |said: &Provenance| match said.facet {
        "published" => {
            let known = metadata::best(&provenance, "published");
            known.is_some_and(|known| date::days_apart(known, &said.value) > Some(1))
                && said.source != opening::OF_UPDATE
        }
        facet => facet == "byline",
    };
    let untold = |said: &Provenance| (!told(said) || otherwise(said)) && !of_item(said);
    let untold: Vec<Provenance> = below.into_iter().filter(untold).collect();
    provenance.extend(untold);
    provenance.retain(|said| said.facet != "published" || !date::is_of_no_clock(&said.value));
    // The times of a ticker are of a day; where the page tells none, its items do.
    if metadata::best(&provenance, "published").is_none()
        && let Some(newest) = newest.filter(|_| ticker::is_of_items(&text))
    {
        provenance.push(Provenance {
            facet: "published",
            value: newest.to_string(),
            source: "newest item",
        });
    }
    // The first time on a live page is that of an item.
    let told = |said: &Provenance| said.facet == "published" && said.source != metadata::TIME;
    if is_live && provenance.iter().any(told) {
        provenance.retain(|it| it.facet != "published" || it.source != metadata::TIME);
    }
    let best = |facet| metadata::best(&provenance, facet).map(str::to_owned);
    let mut notices = conflict::conflicts(&provenance);
    if main.whole_page {
        notices.push(Doubt::WholePage.to_string());
    }
    if !articles.is_empty() {
        notices.push(Doubt::SeveralArticles(articles.clone()).to_string());
    }
    let told = language::of(&text);
    if let (Some(declared), Some(told)) = (best("language"), &told)
        && declared != *told
    {
        notices.push(format!(
            "The page says its language is “{declared}”, its words say “{told}”"
        ));
    }
    if dated > 0 {
        notices.push(format!(
            "Items of another day than the page have it written before their time ({dated}); it is told by the page’s markup, by days between its items, or by times that pass midnight"
        ));
    }
    if unseen {
        notices.push(format!(
            "The page brings its items ({}) by a script; they were taken from what it tells machines (JSON-LD)",
            updates.len()
        ));
    }
    notices.extend(doubt::figures_left_out(&main.left, &text));
    if is_for_payers {
        notices.push(
            "The page says that it is for those who pay (JSON-LD); look whether the article is whole"
                .to_owned(),
        );
    }
    if breaks_off {
        notices.push("The page breaks off before its end; its last words may be cut".to_owned());
    }
    if is_of_machines {
        notices.push(
            "The page brings its article by a script; it was taken from what it tells machines (JSON-LD)".to_owned(),
        );
    }
    if has_no_clock {
        notices.push(
            "The page gives 1 January 1970 as its date, where computers begin to count; it was left out".to_owned(),
        );
    }
    if struck > 0 {
        notices.push(match struck {
            1 => "A word that is struck out was left out".to_owned(),
            _ => format!("{struck} words that are struck out were left out"),
        });
    }
    let metadata = Metadata {
        title: best("title"),
        byline: best("byline"),
        publisher: best("publisher"),
        published: best("published").and_then(|written| written.parse().ok()),
        language: told.or_else(|| best("language")),
        url: best("url"),
        ..Metadata::default()
    };
    Ok(Imported {
        left: doubt::left_out(&all, &text),
        whole_page: main.whole_page,
        articles,
        ..Imported::new(of_text(name, &text, metadata), provenance, notices)
    })
}

/// Whether a page that has a frame lacks the end of it, and its last characters the end of a tag, a script or a word; many
/// a page leaves the end tags of its frame out.
fn breaks_off(source: &str) -> bool {
    let place = |tag: &str| memchr::memmem::rfind(source.as_bytes(), tag.as_bytes());
    let is_any = |tags: [&str; 4]| tags.into_iter().any(|tag| place(tag).is_some());
    let open = is_any(["<html", "<body", "<HTML", "<BODY"]);
    let closed = is_any(["</html", "</body", "</HTML", "</BODY"]);
    let is_inside = |start: &str, end: &str| place(start) > place(end);
    open && !closed
        && (is_inside("<", ">")
            || is_inside("<script", "</script")
            || is_inside("<style", "</style")
            || is_inside("<!--", "-->")
            || source.ends_with(char::is_alphanumeric))
}

/// A page that asks whether its reader is a machine says no more than this, in bytes.
const LONGEST_ROBOT_CHECK: usize = 1_500;

/// Lines at the beginning of a text, among which its headline may stand below the name of the paper.
const TOP: usize = 5;

/// A text without the line that its headline is, where it stands near the beginning.
fn without_line(text: &str, headline: &str) -> String {
    let mut lines: Vec<&str> = text.lines().collect();
    let place = lines.iter().take(TOP).position(|line| *line == headline);
    if let Some(place) = place {
        lines.remove(place);
        if lines.get(place).is_some_and(|line| line.is_empty()) {
            lines.remove(place);
        }
    }
    lines.join("\n")
}

/// Lines below a headline that may tell author and date.
const BELOW: usize = 10;

/// What the lines below the headline of a page say: author and date may stand there as words and nothing else.
fn below_headline(all: &str, text: &str) -> Vec<Provenance> {
    let headline = text.lines().next().unwrap_or_default().trim();
    let lines = all.lines().map(str::trim).filter(|line| !line.is_empty());
    let below = lines.skip_while(|line| *line != headline).take(BELOW);
    let said = opening::statements(&below.collect::<Vec<_>>().join("\n"));
    let wanted =
        |said: &Provenance| matches!(said.facet, "byline" | "published" | opening::EITHER_DAY);
    said.into_iter().filter(wanted).collect()
}

/// All the words of a piece of markup.
pub(super) fn words(source: &str) -> String {
    if depth::has_too_many(source) || depth::is_absurd(source) {
        return String::new();
    }
    let mut page = Html::parse_document(source);
    seen::without_struck_words(&mut page);
    seen::without_hidden_words(&mut page);
    ticker::part_items(&mut page);
    with_times_in_line(blocks::words_of(page.root_element()))
}

/// All the words of a piece of markup on one line.
pub(super) fn line(source: &str) -> String {
    words(source)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests;
