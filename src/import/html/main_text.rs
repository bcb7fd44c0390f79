//! The article among everything else on a page.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html};
use trafilatura::{ExtractionFocus, HtmlDateMode, Options};

use super::blocks::{Line, joined, line_of, words_of, words_without};
use super::caption::with_captions;
use super::{beside, closing, inline, outside, taken, ticker};
use crate::import::timed::with_times_in_line;

/// Stack for the extractor, which goes down the tree by recursion.
const STACK: usize = 64 << 20;
/// A page nested deeper than this is read without the extractor.
const DEEPEST: usize = 500;

/// A page with more words than these, in bytes, is read without it too: its time grows with their square.
const MOST_WORDS: usize = 600_000;

/// A page with more elements than these, too.
const MOST_ELEMENTS: usize = 60_000;

/// The main text, and whether it could not be told from the rest of the page.
#[derive(Default)]
pub(super) struct MainText {
    pub(super) text: String,
    pub(super) whole_page: bool,
    /// Lines left out that stand inside it.
    pub(super) left: Vec<String>,
}

/// The main text of a page with these lines, which are `all` as one text; `is_live` tells that it has items with times.
pub(super) fn main_text(page: &mut Html, lines: &[Line], all: &str, is_live: bool) -> MainText {
    let is_small = page
        .tree
        .nodes()
        .filter(|it| it.value().is_element())
        .count()
        <= MOST_ELEMENTS;
    let suits = is_small && all.len() <= MOST_WORDS && depth(page) <= DEEPEST;
    let items = ticker::list(page);
    inline::without_unknown_elements(page);
    let page = &*page;
    let extractor = |source: &dyn Fn() -> String| suits.then(|| extracted(source())).flatten();
    let whole = || extractor(&|| page.html()).map(|text| from_start_of_word(text, all));
    let sole = sole_article(page);
    let article = match sole {
        None => whole(),
        Some(sole) => {
            let prose = prose_of(sole);
            let most = 2 * words_of(sole).len();
            let fits = |text: &String| covers(text, &prose) && text.len() <= most;
            let inside = || extractor(&|| sole.html()).filter(fits);
            // Where hardly any prose stands elsewhere, what stands around is not looked through.
            let found = if holds_the_prose(page, &prose) {
                inside().or_else(|| whole().filter(fits))
            } else {
                // Else the extractor may do better without it.
                whole().filter(fits).or_else(inside)
            };
            found.or_else(|| Some(words_without(sole, &ASIDE)))
        }
    };
    let items = items.filter(|items| {
        let article = article.as_ref();
        article.is_none_or(|article| ticker::is_page(items, article))
    });
    let (text, left) = match (items, article) {
        (Some(items), _) => (as_on_page(items, all), Vec::new()),
        (None, Some(article)) => match taken::lines_of_text(lines, &article) {
            Some(mut taken) => {
                // A heading above the time of its item stands beside the time.
                ticker::take_times(lines, &mut taken, is_live);
                beside::take(page, lines, &mut taken);
                ticker::take_times(lines, &mut taken, is_live);
                if !is_live {
                    outside::take(page, lines, &mut taken);
                }
                closing::without_pointers(lines, &mut taken);
                let left = beside::left(page, lines, &taken);
                let left = left.into_iter().map(str::to_owned).collect();
                (with_times_in_line(joined_taken(lines, &taken)), left)
            }
            None => (as_on_page(article, all), Vec::new()),
        },
        (None, None) => {
            return MainText {
                text: all.to_owned(),
                whole_page: true,
                ..MainText::default()
            };
        }
    };
    MainText {
        text: with_captions(&text, page, sole, all),
        left,
        ..MainText::default()
    }
}

fn as_on_page(text: String, all: &str) -> String {
    ticker::as_on_page(&with_times_in_line(text), all)
}

/// Lines that were taken, with a blank line where one stands on the page.
fn joined_taken(lines: &[Line], taken: &[bool]) -> String {
    let mut parted = false;
    let mut kept = Vec::new();
    for (line, taken) in lines.iter().zip(taken) {
        parted |= line.parted;
        if *taken {
            kept.push(Line {
                parted: std::mem::take(&mut parted),
                ..line.clone()
            });
        }
    }
    joined(&kept)
}

/// Parts of an article that are not of its text.
const ASIDE: [&str; 6] = ["aside", "nav", "footer", "form", "button", "dialog"];
/// Paragraphs of prose that make an article, and how long each is at the least, in characters.
const PARAGRAPHS: usize = 3;
const SHORTEST: usize = 80;

/// The only element of a page that says it is the article, or the main part, and is one by its prose.
fn sole_article(page: &Html) -> Option<ElementRef<'_>> {
    ["article", "main"].into_iter().find_map(|name| {
        let mut found = named(page.root_element(), name)
            .filter(|element| prose_of(*element).len() >= PARAGRAPHS);
        let first = found.next()?;
        found.next().is_none().then_some(first)
    })
}

/// Whether nine tenths of a page's prose are in these paragraphs.
fn holds_the_prose(page: &Html, prose: &[String]) -> bool {
    let letters = |prose: &[String]| prose.iter().map(String::len).sum::<usize>();
    letters(prose) * 10 >= letters(&prose_of(page.root_element())) * 9
}

/// Elements of this name inside another.
fn named<'a>(outer: ElementRef<'a>, name: &'static str) -> impl Iterator<Item = ElementRef<'a>> {
    let inner = outer.descendants().skip(1).filter_map(ElementRef::wrap);
    inner.filter(move |it| it.value().name() == name)
}

/// Long paragraphs of an element, none of those aside.
fn prose_of(element: ElementRef<'_>) -> Vec<String> {
    let aside = |paragraph: &ElementRef<'_>| {
        let around = paragraph.ancestors().filter_map(ElementRef::wrap);
        around
            .take_while(|outer| outer.id() != element.id())
            .any(|outer| ASIDE.contains(&outer.value().name()))
    };
    named(element, "p")
        .filter(|paragraph| paragraph.text().map(str::len).sum::<usize>() >= SHORTEST)
        .filter(|paragraph| !aside(paragraph))
        .map(line_of)
        .filter(|line| line.chars().count() >= SHORTEST)
        .collect()
}

/// Whether a text has at least a third of these paragraphs as lines, known by their beginning.
fn covers(text: &str, prose: &[String]) -> bool {
    let start = |line: &str| -> String { line.chars().take(SHORTEST / 2).collect() };
    let starts: BTreeSet<String> = text.lines().map(start).collect();
    let found = prose.iter().filter(|line| starts.contains(&start(line)));
    found.count() * 3 >= prose.len()
}

/// The text with its first word whole: the extractor may begin inside one.
fn from_start_of_word(text: String, all: &str) -> String {
    let first = text.lines().next().unwrap_or_default();
    let inside = |at: usize| {
        let before = all.get(..at).unwrap_or_default();
        let whole = before.trim_end_matches(char::is_alphanumeric).len();
        before.get(whole..).filter(|start| !start.is_empty())
    };
    let mut places = all.match_indices(first).map(|(at, _)| at).peekable();
    let start = places.peek().copied().and_then(inside);
    match start {
        Some(start)
            if first.starts_with(char::is_alphanumeric)
                && places.all(|at| inside(at).is_some()) =>
        {
            format!("{start}{text}")
        }
        _ => text,
    }
}

/// What the extractor takes for the article. It runs on a thread of its own: a fault in it costs this answer only.
fn extracted(source: String) -> Option<String> {
    let work = move || {
        let options = Options::default()
            .with_focus(ExtractionFocus::FavorPrecision)
            .with_fallback(true)
            // Dates are read elsewhere.
            .with_html_date_mode(HtmlDateMode::Disabled)
            .with_exclude_comments(true);
        let result = trafilatura::extract(&source, &options).ok()?;
        // Its own text has no paragraphs.
        let text = words_of(Html::parse_fragment(&result.content_html).root_element());
        (!text.trim().is_empty()).then_some(text)
    };
    std::thread::Builder::new()
        .name("main text".to_owned())
        .stack_size(STACK)
        .spawn(work)
        .ok()?
        .join()
        .ok()
        .flatten()
}

/// Levels of nesting.
fn depth(page: &Html) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for edge in page.tree.root().traverse() {
        match edge {
            ego_tree::iter::Edge::Open(_) => depth += 1,
            ego_tree::iter::Edge::Close(_) => depth -= 1,
        }
        deepest = deepest.max(depth);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::super::blocks::lines_of;
    use super::*;

    fn main_of(source: &str) -> String {
        let mut page = Html::parse_document(source);
        let lines = lines_of(page.root_element());
        main_text(&mut page, &lines, &joined(&lines), false).text
    }

    #[test]
    fn navigation_and_footers_are_left_behind() {
        let paragraph = "Forty goats left the farm on Monday morning and walked in file across the old bridge, where a ferry master counted them twice.";
        let page = format!(
            "<html><body><nav><a href=/>Home</a> <a href=/s>Sport 24</a></nav><article><h1>Goats</h1><p>{paragraph}</p><p>{paragraph} By noon 12 were back.</p></article><footer>Copyright 2026. 300 jobs</footer></body></html>"
        );
        let text = main_of(&page);
        assert!(
            text.contains("twice.\n\nForty goats") && text.contains("By noon 12 were back."),
            "{text}"
        );
        assert!(
            !text.contains("Sport") && !text.contains("300 jobs"),
            "{text}"
        );
    }

    #[test]
    fn a_ticker_keeps_every_item_with_its_time() {
        let items: Vec<String> = (1..=6)
            .map(|n| {
                format!("<li><time>18:0{n}</time> <a href=#>Ferry {n} carries {n}00 goats</a></li>")
            })
            .collect();
        let items = items.concat();
        let text = main_of(&format!("<body><div><ul>{items}</ul></div></body>"));
        for n in 1..=6 {
            assert!(
                text.contains(&format!("18:0{n} Ferry {n} carries {n}00 goats")),
                "{text}"
            );
        }
    }

    const PROSE: [&str; 3] = [
        "Forty goats left the farm on Monday morning and walked in file across the old bridge, the ferry master said.",
        "By noon 12 of them were back, and the farmer gave them 3 buckets of oats each, which they ate within the hour.",
        "The other 28 were seen on the market square, where they cost the grocers some 500 euros in cabbage and in leeks.",
    ];

    #[test]
    fn many_teasers_do_not_push_the_article_out() {
        let teasers = (0..300)
            .map(|n| format!("<div class=card><a href=/{n}>Tale {n}: sheep in {n} towns</a><p>Save {n}% on wool today</p></div>"))
            .collect::<Vec<_>>()
            .concat();
        let article = PROSE.map(|line| format!("<p>{line}</p>")).concat();
        let text = main_of(&format!(
            "<body><main><article><h1>Goats</h1>{article}<aside>Read also</aside></article>{teasers}</main>"
        ));
        assert!(PROSE.iter().all(|line| text.contains(line)), "{text}");
        assert!(
            !text.contains("wool") && !text.contains("Read also"),
            "{text}"
        );
    }

    #[test]
    fn a_page_as_long_as_a_book_is_read_by_what_it_says_of_itself() {
        let prose = (0..6_000)
            .map(|n| format!("<p>{n}. {}</p>", PROSE[0]))
            .collect::<Vec<_>>()
            .concat();
        let text = main_of(&format!(
            "<body><nav>Sport today</nav><article><h1>Goats</h1>{prose}<aside>Read also</aside></article><footer>Jobs</footer>"
        ));
        assert!(
            text.starts_with("Goats\n\n0. Forty goats"),
            "{:?}",
            text.lines().next()
        );
        assert!(
            text.contains("5999. Forty goats")
                && !text.contains("Jobs")
                && !text.contains("Read also")
        );
    }

    #[test]
    fn a_text_begins_with_a_whole_word() {
        let of = |text: &str| from_start_of_word(text.to_owned(), "Add 5% today\n\n12 goats");
        assert_eq!(of("d 5% today"), "Add 5% today");
        assert_eq!(of("5% today"), "5% today");
        assert_eq!(of("2 goats"), "12 goats");
    }

    #[test]
    fn posts_of_a_live_page_keep_their_times_and_stand_once() {
        let post = |time: &str, head: &str, toll: u8| {
            format!(
                "<article><h2><time>{time}</time> {head}</h2><p>So far {toll} goats have come back to the farm, the ferry master says.</p></article>"
            )
        };
        let posts = post("2:35 pm", "More goats", 23) + &post("9:45 am", "First goats", 19);
        let text = main_of(&format!("<body><main><h1>Live: goats</h1>{posts}</main>"));
        assert_eq!(
            text,
            "Live: goats\n\n2:35 pm More goats\nSo far 23 goats have come back to the farm, the ferry master says.\n\n\
             9:45 am First goats\nSo far 19 goats have come back to the farm, the ferry master says."
        );
    }
}
