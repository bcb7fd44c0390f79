//! What is of an article and stands outside the box of its text: the standfirst below its headline, corrections above or
//! below it, notes at its foot, and the headlines of cards, which are links.

use std::collections::BTreeSet;

use ego_tree::{NodeId, NodeRef};
use scraper::node::{Element, Node};
use scraper::{ElementRef, Html};

use super::beside::{is_sentence, says_something, words_of_name};
use super::blocks::Line;
use crate::import::is_credit;
use crate::import::timed::{dated, is_clock, is_day};
use crate::import::words::Words;

/// Elements whose words are never of the article.
const NAVIGATION: [&str; 7] = ["nav", "form", "button", "dialog", "menu", "search", "aside"];
/// Elements whose words are clicked.
const BUTTONS: [&str; 6] = ["nav", "form", "button", "dialog", "menu", "search"];
/// Elements between headline and text that are no standfirst.
const NO_STANDFIRST: [&str; 5] = ["figure", "address", "details", "time", "footer"];
const HEADINGS: [&str; 4] = ["h2", "h3", "h4", "h5"];
/// A standfirst is longer than the first and shorter than the second, in characters.
const SHORTEST: usize = 20;
const LONGEST: usize = 500;
/// A sentence without a figure at the least.
const SENTENCE: usize = 40;
/// Lines between headline and text, at most: more are not of the article.
const MOST: usize = 25;

/// Lines above a headline in which the caption of its picture may stand.
const ABOVE: usize = 3;

/// Marks as taken what stands outside the box of the main text and is of it.
pub(super) fn take(page: &Html, lines: &[Line], taken: &mut [bool]) {
    let place = Places { page, lines };
    let wanted: Vec<usize> = place
        .standfirst(taken)
        .into_iter()
        .chain(place.corrections(taken))
        .chain(place.foot(taken))
        .chain(place.boxes(taken))
        .chain(place.cards(taken))
        .collect();
    for at in wanted {
        if let Some(taken) = taken.get_mut(at) {
            *taken = true;
        }
    }
}

struct Places<'a> {
    page: &'a Html,
    lines: &'a [Line],
}

impl Places<'_> {
    /// Lines between the headline and the first line of the text.
    fn standfirst(&self, taken: &[bool]) -> Vec<usize> {
        let is_taken = |at: usize| taken.get(at) == Some(&true);
        let is_headline = |at: &usize| self.is_inside(*at, |name| name == "h1");
        let body = (0..self.lines.len()).find(|at| is_taken(*at) && !is_headline(at));
        let Some(body) = body else {
            return Vec::new();
        };
        let Some(headline) = (0..body).rev().find(is_headline) else {
            return Vec::new();
        };
        let between = headline + 1..body;
        if between.len() > MOST {
            return Vec::new();
        }
        let mut found: Vec<usize> = between
            .clone()
            .filter(|at| self.is_standfirst(*at))
            .collect();
        // A list of points is one piece.
        let list = |at: usize| self.around(at, "ul").map(|it| it.id());
        let lists: Vec<NodeId> = found.iter().filter_map(|at| list(*at)).collect();
        let is_of_list = |at: &usize| list(*at).is_some_and(|it| lists.contains(&it));
        found.extend(between.filter(is_of_list));
        // The picture of an article may stand above its headline.
        let is_caption =
            |at: &usize| self.is_inside(*at, |it| it == "figcaption") && self.says(*at);
        found.extend((headline.saturating_sub(ABOVE)..body).filter(is_caption));
        found
    }

    /// Captions and boxes of facts inside the element that is the article.
    fn boxes(&self, taken: &[bool]) -> Vec<usize> {
        let own = self.articles(taken);
        let is_own = |it: &ElementRef<'_>| own.contains(&it.id());
        // "fact-box" and "factbox" are one.
        let named = |at: usize, is: &dyn Fn(&str) -> bool| {
            let mut inner = self.elements(at).take_while(|it| !is_own(it));
            inner.any(|it| {
                let mut names = it.value().classes().chain(it.value().id());
                names.any(|name| {
                    let words = words_of_name(name);
                    words.iter().any(|word| is(word))
                        || words.windows(2).any(|pair| is(&pair.concat()))
                })
            })
        };
        let words = Words::all();
        (0..self.lines.len())
            .filter(|at| taken.get(*at) == Some(&false) && self.elements(*at).any(|it| is_own(&it)))
            .filter(|at| self.lines.get(*at).is_some_and(is_words))
            .filter(|at| !self.is_inside(*at, |it| BUTTONS.contains(&it)))
            .filter(|at| {
                named(*at, &|word| words.is_of_a_fact_box(word))
                    || (self.says(*at) && named(*at, &|word| word == "caption"))
                    || (self.says(*at) && self.is_inside(*at, |it| it == "figcaption"))
            })
            .collect()
    }

    /// The elements that are the article of lines that were taken.
    fn articles(&self, taken: &[bool]) -> BTreeSet<NodeId> {
        let taken = (0..self.lines.len()).filter(|at| taken.get(*at) == Some(&true));
        taken
            .filter_map(|at| self.around(at, "article").map(|it| it.id()))
            .collect()
    }

    fn says(&self, at: usize) -> bool {
        self.lines
            .get(at)
            .is_some_and(|line| says_something(&line.text))
    }

    fn is_standfirst(&self, at: usize) -> bool {
        let Some(line) = self.lines.get(at).filter(|line| is_words(line)) else {
            return false;
        };
        let (text, letters) = (line.text.as_str(), line.text.chars().count());
        let has_figure = text.contains(char::is_numeric);
        let says = is_sentence(text) && letters >= SENTENCE
            || (letters >= SHORTEST
                && (has_figure || self.is_inside(at, |it| HEADINGS.contains(&it))));
        says && letters <= LONGEST
            && !tells_when_or_who(text)
            && !self.is_inside(at, |it| {
                NAVIGATION.contains(&it) || NO_STANDFIRST.contains(&it)
            })
            && !self.is_in_a_box_of_others(at)
    }

    /// Lines that say what was wrong, wherever they stand; below a heading that says so, the line that follows.
    fn corrections(&self, taken: &[bool]) -> Vec<usize> {
        if !taken.contains(&true) {
            return Vec::new();
        }
        let is_shown = |at: &usize| {
            taken.get(*at) == Some(&false)
                && self.lines.get(*at).is_some_and(is_words)
                && !self.is_inside(*at, |it| NAVIGATION.contains(&it))
        };
        let words = Words::all();
        let mut found = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            if words.is_correction(&line.text) {
                found.extend([at].iter().filter(|at| is_shown(at)));
            } else if words.is_heading_of_correction(&line.text) {
                let next = self
                    .lines
                    .get(at + 1)
                    .filter(|next| is_sentence(&next.text));
                let both = [at, at + 1].into_iter().filter(|_| next.is_some());
                found.extend(both.filter(is_shown));
            }
        }
        found
    }

    /// Sentences at the foot of the element that is the article.
    fn foot(&self, taken: &[bool]) -> Vec<usize> {
        let own = self.articles(taken);
        let is_of_it = |at: &usize| {
            self.is_inside(*at, |it| it == "footer")
                && self.around(*at, "footer").is_some_and(|foot| {
                    let mut outer = foot.ancestors();
                    outer.any(|it| own.contains(&it.id()))
                })
        };
        let lines = self.lines.iter().enumerate().zip(taken);
        lines
            .filter(|((_, line), taken)| !**taken && is_words(line) && is_sentence(&line.text))
            .filter(|((_, line), _)| !Words::all().is_imprint(&line.text))
            .filter(|((_, line), _)| {
                line.text.contains(char::is_numeric) || line.text.chars().count() >= SENTENCE
            })
            .map(|((at, _), _)| at)
            .filter(|at| !self.is_inside(*at, |it| NAVIGATION.contains(&it)))
            .filter(is_of_it)
            .collect()
    }

    /// Headings that are links, above words of theirs that were taken.
    fn cards(&self, taken: &[bool]) -> Vec<usize> {
        let is_taken = |at: usize| taken.get(at) == Some(&true);
        (0..self.lines.len())
            .filter(|at| !is_taken(*at) && is_taken(*at + 1))
            .filter(|at| self.is_inside(*at, |it| HEADINGS.contains(&it)))
            .filter(|at| self.card_of(*at).is_some() && self.card_of(*at) == self.card_of(*at + 1))
            .collect()
    }

    /// The element around a heading or a paragraph.
    fn card_of(&self, at: usize) -> Option<NodeId> {
        let block = self.block(at)?;
        let piece = std::iter::once(block).chain(block.ancestors()).find(|it| {
            let name = it.value().as_element().map(Element::name);
            name.is_some_and(|name| name == "p" || HEADINGS.contains(&name))
        })?;
        piece.parent().map(|it| it.id())
    }

    fn block(&self, at: usize) -> Option<NodeRef<'_, Node>> {
        self.page.tree.get(self.lines.get(at)?.block)
    }

    /// The innermost element of this name around a line.
    fn around(&self, at: usize, name: &str) -> Option<ElementRef<'_>> {
        self.elements(at).find(|it| it.value().name() == name)
    }

    /// The element that a line begins in, and those around it.
    fn elements(&self, at: usize) -> impl Iterator<Item = ElementRef<'_>> {
        let block = self.block(at).into_iter();
        let around = block.flat_map(|it| std::iter::once(it).chain(it.ancestors()));
        around.filter_map(ElementRef::wrap)
    }

    fn is_inside(&self, at: usize, wanted: impl Fn(&str) -> bool) -> bool {
        self.elements(at).any(|it| wanted(it.value().name()))
    }

    /// Whether a box around a line, by its class, is for something else: "share", "byline".
    fn is_in_a_box_of_others(&self, at: usize) -> bool {
        let boxes = self
            .elements(at)
            .take_while(|it| !["body", "main", "article"].contains(&it.value().name()));
        let mut names = boxes.flat_map(|it| {
            it.value()
                .classes()
                .chain(it.value().id())
                .flat_map(words_of_name)
                .collect::<Vec<_>>()
        });
        names.any(|word| Words::all().is_of_a_box(&word))
    }
}

/// Most of it is no link.
fn is_words(line: &Line) -> bool {
    line.linked * 2 <= line.text.len()
}

/// A line about the article, not of it.
fn tells_when_or_who(line: &str) -> bool {
    is_credit(line)
        || is_clock(line)
        || is_day(line)
        || dated(line).is_some()
        || (!is_sentence(line) && has_date_or_clock(line))
}

/// Whether a day with its year, or a time of day, stands among these words: "Last changed on Wed 23 Aug 2023 09:41 BST".
fn has_date_or_clock(line: &str) -> bool {
    let words = || line.split([' ', ',', '\u{A0}', '|']);
    let is_year = |word: &str| {
        word.len() == 4
            && word
                .parse()
                .is_ok_and(|year: u16| (1900..2100).contains(&year))
    };
    let digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_clock = |word: &str| {
        let parts = word.split_once(':');
        parts.is_some_and(|(hour, minute)| {
            digits(hour) && hour.len() <= 2 && digits(minute.get(..2).unwrap_or_default())
        })
    };
    words().any(is_clock)
        || (words().any(is_year) && words().any(|it| Words::all().month(it).is_some()))
}

#[cfg(test)]
mod tests {
    use super::super::blocks::{joined, lines_of};
    use super::*;

    /// What is taken of a page where only lines that begin with "Taken" were.
    fn taken(html: &str) -> String {
        let page = Html::parse_document(html);
        let lines = lines_of(page.root_element());
        let mut taken: Vec<bool> = lines
            .iter()
            .map(|it| it.text.starts_with("Taken"))
            .collect();
        take(&page, &lines, &mut taken);
        let kept = lines.iter().zip(&taken).filter(|(_, taken)| **taken);
        let kept: Vec<Line> = kept.map(|(line, _)| line.clone()).collect();
        joined(&kept)
    }

    #[test]
    fn a_standfirst_is_taken_and_who_wrote_when_is_not() {
        assert_eq!(
            taken(
                "<div class=top><h1>Goats</h1><h2>Board blames a gap of 61 million</h2><p class=byline>By Lee Ward, who has 3 goats of his own.</p><p>5 March 2024, 14:30</p></div><div class=sum><ul><li>Hens +6.8% on the year, 7.1 seen</ul></div><div><p>Taken 1</p></div>"
            ),
            "Board blames a gap of 61 million\n\nHens +6.8% on the year, 7.1 seen\n\nTaken 1"
        );
    }

    #[test]
    fn corrections_stand_where_they_may() {
        assert_eq!(
            taken(
                "<div>Correction: 19 goats fled, not 91.</div><article><p>Taken 1</p></article><div><h4>Clarification</h4><p>The farm has 4 sheds.</p></div><div>Corrections to our crossword</div>"
            ),
            "Correction: 19 goats fled, not 91.\n\nTaken 1\n\nClarification\n\nThe farm has 4 sheds."
        );
    }

    #[test]
    fn the_foot_of_an_article_is_of_it_and_that_of_its_page_is_not() {
        assert_eq!(
            taken(
                "<article><p>Taken 1</p><footer><p>We asked 3,318 farmers.</p><p>© 2024 The Farmer, 12 Mill Road.</p></footer></article><footer><p>The Farmer sells 3,000 copies.</p></footer>"
            ),
            "Taken 1\n\nWe asked 3,318 farmers."
        );
    }

    #[test]
    fn boxes_of_facts_and_captions_are_of_the_article() {
        assert_eq!(
            taken(
                "<article><p>Taken 1</p><aside class=fact-box><h3>At a glance</h3><ul><li>3.1m sheep</ul></aside><aside><p>Read 5 tales</p></aside><figure><figcaption>A barn of 1640</figcaption></figure><div class=wp-caption-text>Soldiers carried 13 lambs</div></article>"
            ),
            "Taken 1\n\nAt a glance\n\n3.1m sheep\n\nA barn of 1640\n\nSoldiers carried 13 lambs"
        );
    }

    #[test]
    fn headlines_of_cards_are_links() {
        assert_eq!(
            taken(
                "<div class=card><h3><a href=/1>Fares up 4.9%</a></h3><p>Taken 1</p></div><h3><a href=/2>Read on</a></h3><div><p>Taken 2</p></div>"
            ),
            "Fares up 4.9%\n\nTaken 1\n\nTaken 2"
        );
    }
}
