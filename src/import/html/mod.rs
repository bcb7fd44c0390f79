//! Web pages: main text, title, publisher, date, author, language and address, with where each was found.

mod beside;
mod blocks;
mod caption;
mod closing;
mod depth;
mod inline;
mod item_day;
mod json_ld;
mod main_text;
mod metadata;
mod opening_tag;
mod past_midnight;
mod preformatted;
mod seen;
mod table;
mod taken;
mod ticker;

use scraper::Html;

use super::binary::must_be_text;
use super::encoding::decode;
use super::timed::with_times_in_line;
use super::{
    Choices, Doubt, ImportError, Imported, Input, MOST_MARKUP, Provenance, Reader, conflict, doubt,
    language, must_not_exceed, of_text, opening,
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
    // A browser passes over a stray zero.
    let zeros = memchr::memchr_iter(0, input.bytes).count();
    if recognises(input.bytes) && (1..=input.bytes.len() / STRAY).contains(&zeros) {
        let mut bytes = input.bytes.to_vec();
        bytes.retain(|byte| *byte != 0);
        let input = Input {
            bytes: &bytes,
            ..*input
        };
        return Ok(vec![of_bytes(&input)?]);
    }
    must_be_text(input)?;
    Ok(vec![of_bytes(input)?])
}

/// A page may hold one zero byte in so many.
const STRAY: usize = 1000;

/// The article of a page in bytes, whose encoding the page may name itself.
pub(super) fn of_bytes(input: &Input<'_>) -> Result<Imported, ImportError> {
    let decoded = decode(
        input.bytes,
        declared(input.bytes).as_deref().or(input.declared),
        input.choices.encoding,
    );
    let mut imported = page(input.name, &decoded.text, input.choices)?;
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

/// The article of a page in characters.
pub(super) fn page(name: &str, source: &str, choices: Choices) -> Result<Imported, ImportError> {
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
    let mut provenance = metadata::statements(&page);
    seen::without_hidden_words(&mut page);
    seen::without_wordless(&mut page);
    let newest = ticker::newest(&page);
    let dated = item_day::write_days(&mut page, &provenance, newest.as_ref());
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
        let mut main = main_text::main_text(&mut page, &lines, &all);
        if !main.whole_page {
            let kept = closing::without_closing(&main.text).len();
            main.text.truncate(kept);
        }
        main
    };
    if main.text.trim().is_empty() {
        return Err(ImportError::NoText {
            name: name.to_owned(),
        });
    }
    let breaks_off = breaks_off(source, &main.text);
    let title = metadata::best(&provenance, "title");
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
    let untold = |said: &Provenance| !told(said) && !of_item(said);
    let untold: Vec<Provenance> = below.into_iter().filter(untold).collect();
    provenance.extend(untold);
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
    let best = |facet| metadata::best(&provenance, facet).map(str::to_owned);
    let mut notices = conflict::conflicts(&provenance);
    if main.whole_page {
        notices.push(Doubt::WholePage.to_string());
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
    notices.extend(doubt::figures_left_out(&main.left, &text));
    if breaks_off {
        notices.push("The page breaks off before its end; its last words may be cut".to_owned());
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
        ..Imported::new(of_text(name, &text, metadata), provenance, notices)
    })
}

/// Whether a page that has a frame lacks the end of it, and its text the end of a sentence.
fn breaks_off(source: &str, text: &str) -> bool {
    let has = |tag: &str| memchr::memmem::find(source.as_bytes(), tag.as_bytes()).is_some();
    let open = has("<html") || has("<body") || has("<HTML") || has("<BODY");
    let closed = ["</html", "</body", "</HTML", "</BODY"]
        .into_iter()
        .any(has);
    open && !closed && text.trim_end().ends_with(char::is_alphanumeric)
}

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
    let wanted = |said: &Provenance| matches!(said.facet, "byline" | "published");
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
mod tests {
    use super::*;

    fn page_of(source: &str) -> Result<Imported, ImportError> {
        page("x", source, Choices::default())
    }

    #[test]
    fn items_of_the_day_before_keep_their_time_and_have_their_day() {
        let items = [
            (
                "01:10",
                "The shepherds said the bridge was shut after 9 hours.",
            ),
            ("00:20", "The shepherds said 17 goats were lost."),
            ("23:50", "The ferry said 31 goats were missing."),
            ("22:00", "The ferry said 1,250 goats were counted."),
            ("21:15", "The vet said 63 goats were hurt."),
            ("20:10", "The shepherds said 22 boats were out."),
            ("19:02", "14 goats were lost, the mayor said."),
        ];
        let items = items.map(|(time, said)| {
            format!("<div class=entry><span class=time>{time}</span><p>{said}</p></div>")
        });
        let page = format!(
            "<html><meta property='article:published_time' content='2026-11-13T01:10:00+02:00'><main><h1>Live: goats \
             at sea</h1>{}</main>",
            items.concat()
        );
        let text = page_of(&page).expect("a page").article.text;
        for line in [
            "00:20 The shepherds said 17",
            "12 November 2026, 23:50 The ferry said 31",
            "12 November 2026, 19:02 14 goats",
        ] {
            assert!(text.as_str().contains(line), "{}", text.as_str());
        }
    }

    #[test]
    fn a_page_in_an_old_encoding_is_read_as_it_declares() {
        let page = b"<!DOCTYPE html><meta charset=windows-1251><title>\xCA\xEE\xE7\xFB</title><p>\xD1\xEE\xF0\xEE\xEA \xEA\xEE\xE7</p>";
        let input = Input {
            name: "goats.html",
            bytes: page,
            declared: None,
            choices: Choices::default(),
        };
        let imported = read(&input).expect("a page").remove(0);
        assert_eq!(imported.article.text.as_str(), "Козы\n\nСорок коз");
        assert_eq!(imported.article.metadata.language.as_deref(), Some("ru"));
    }

    #[test]
    fn a_stray_zero_in_a_page_is_passed_over() {
        let filling = "Forty goats fled the farm on Monday. ".repeat(60);
        let page =
            format!("<html><title>Goats</title><p>{filling}</p><p>By noon 1\02 were back.</p>");
        let imported = crate::import::read("goats.html", page.as_bytes()).expect("a page");
        assert!(imported[0].article.text.as_str().contains("noon 12 were"));
    }

    #[test]
    fn a_page_without_words_says_so() {
        let input = Input {
            name: "empty.html",
            bytes: b"<html><body><script>1</script></body></html>",
            declared: None,
            choices: Choices::default(),
        };
        let error = read(&input).expect_err("no words").to_string();
        assert!(error.contains("empty.html"), "{error}");
    }

    #[test]
    fn what_is_left_out_of_an_article_is_told() {
        let prose = "The goats left the farm on Monday morning and walked over the old bridge, the ferry master said.";
        let page = page_of(&format!(
            "<html><body><article><h1>Goats</h1><p>{prose}</p><p>On <time>3 May</time> <del>40</del> 41 of them came back to the farm, where they ate for the rest of the day.</p><p>{prose}</p><aside><p>The farm has 550 hens.</p></aside><p>{prose}</p></article>"
        ))
        .expect("a page");
        let text = page.article.text.as_str();
        assert!(text.contains("On 3 May 41 of them came back"), "{text}");
        assert!(!text.contains("550"), "{text}");
        let told = |words: &str| page.notices.iter().any(|notice| notice.contains(words));
        assert!(told("A word that is struck out"), "{:?}", page.notices);
        assert!(told("left out: 550;"), "{:?}", page.notices);
    }

    #[test]
    fn authors_that_disagree_are_told_and_spellings_of_one_are_not() {
        let page = page_of(
            "<html><meta name=author content='Ida Moor'><body><article><p class=byline>By Bo Lind</p><p>Forty goats fled the farm.</p></article>",
        )
        .expect("a page");
        assert!(
            page.notices
                .iter()
                .any(|n| n.contains("meta gives Ida Moor as the author, page gives Bo Lind")),
            "{:?}",
            page.notices
        );
    }

    #[test]
    fn author_and_time_stand_below_the_headline_as_words() {
        let imported = page_of(
            "<html><head><title>Goats flee the farm</title></head><body><nav>Sport today</nav><h1>Goats flee the farm</h1><p>By Ida Moor</p><p>27 September 2022, 18:04 GMT</p><p>Forty goats fled the farm.</p>",
        )
        .expect("a page");
        let metadata = &imported.article.metadata;
        assert_eq!(metadata.byline.as_deref(), Some("Ida Moor"));
        let published = metadata.published.as_ref().map(ToString::to_string);
        assert_eq!(published.as_deref(), Some("2022-09-27T18:04Z"));
    }

    #[test]
    fn dates_that_disagree_are_told() {
        let page = page_of(
            "<html><meta property='article:published_time' content='2026-03-01'><body><article><time datetime='2026-02-20'>then</time><p>Forty goats fled the farm.</p></article>",
        )
        .expect("a page");
        assert!(
            page.notices.iter().any(|n| n.contains("2026-02-20")),
            "{:?}",
            page.notices
        );
    }
}
