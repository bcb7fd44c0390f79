//! What a page of the web has around its article when it is printed: its menu above the headline, a question about
//! cookies with its buttons below the text, and titles of others.

use super::below_article;
use crate::import::is_credit;
use crate::import::words::Words;

/// Entries above a headline that make a menu, and how long one is at the most, in characters.
const ENTRIES: usize = 5;
const LONGEST_ENTRY: usize = 28;
/// A menu stands among the first so many bytes of the text.
const NEAR: usize = 1200;
/// A question about cookies and what stands below it are among the last so many lines.
const LAST: usize = 12;

/// The text of an article, and the lines around it that were left out.
pub(super) fn article(text: &str, headline: Option<&str>) -> (String, Vec<String>) {
    let mut left = Vec::new();
    let at = headline.and_then(|headline| text.find(headline));
    let (above, rest) = at
        .filter(|at| *at <= NEAR)
        .and_then(|at| text.split_at_checked(at))
        .unwrap_or(("", text));
    let mut kept = String::new();
    let is_menu = is_menu(above);
    for line in above.split_inclusive('\n') {
        // The day or the author may stand above the headline as well.
        if is_menu && is_out(line) {
            left.push(line.trim().to_owned());
        } else if !is_menu || !line.trim().is_empty() {
            kept.push_str(line);
        }
    }
    let end = end_of(rest);
    let end = rest.get(..end).map_or(end, below_article::start);
    let (rest, below) = rest.split_at_checked(end).unwrap_or((rest, ""));
    let below = below.lines().map(str::trim).filter(|it| !it.is_empty());
    left.extend(below.map(str::to_owned));
    (kept + rest.trim_end(), left)
}

/// What is told about lines that were left out.
pub(super) fn notice(left: &[String]) -> Option<String> {
    let first = left.first()?;
    let lines = match left.len() {
        1 => "1 line around the article was".to_owned(),
        count => format!("{count} lines around the article were"),
    };
    Some(format!(
        "{lines} left out, a menu, a question about cookies or what stands below the text, from “{first}” on; take all the words of the page to read them"
    ))
}

/// The entries of a line: a menu may stand in one row.
fn entries(line: &str) -> impl Iterator<Item = &str> {
    line.split(" | ").map(str::trim).filter(|it| !it.is_empty())
}

fn is_entry(words: &str) -> bool {
    words.chars().count() <= LONGEST_ENTRY && !words.ends_with(['.', '!', '?', ':', ','])
}

/// Whether a line is none but entries; so is an empty one.
fn is_short(line: &str) -> bool {
    entries(line).all(is_entry)
}

fn is_menu(above: &str) -> bool {
    let shorts = above.lines().flat_map(entries).filter(|it| is_entry(it));
    shorts.count() >= ENTRIES && above.lines().all(|line| is_short(line) || asks(line))
}

fn is_out(line: &str) -> bool {
    let words = line.trim();
    !words.is_empty()
        && (is_short(words) || asks(words))
        && !words.contains(char::is_numeric)
        && !is_credit(words)
}

/// Whether a line asks for leave to follow its reader about; one with a figure may be of the text.
fn asks(line: &str) -> bool {
    let mut words = line.split(|c: char| !c.is_alphabetic());
    !line.contains(char::is_numeric) && words.any(|word| Words::all().is_of_consent(word))
}

/// Where a text ends: above a question about cookies, where nothing but its buttons and other short lines follow.
fn end_of(text: &str) -> usize {
    let (mut at, mut buttons) = (text.len(), 0);
    for line in text.split_inclusive('\n').rev().take(LAST) {
        at -= line.len();
        let words = line.trim();
        if words.is_empty() {
            continue;
        }
        if asks(words) && !is_short(words) {
            return if buttons > 0 { at } else { text.len() };
        }
        if !is_short(words) || words.contains(char::is_numeric) {
            break;
        }
        buttons += 1;
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_menu_above_the_headline_and_a_question_below_are_left_out() {
        let text = "Harbour Times\nHome | Farms | Weather\nWe use cookies to know you better.\nSign in\n\n3 May 2026\n\nGoats at large\n\nForty goats fled.\n\nWe and 12 hens are here.\n\nWe use cookies to know our readers better.\nAccept all\nMore choices";
        let (article, left) = article(text, Some("Goats at large"));
        assert_eq!(
            article,
            "Harbour Times\n3 May 2026\nGoats at large\n\nForty goats fled.\n\nWe and 12 hens are here."
        );
        assert_eq!(left.len(), 6, "{left:?}");
    }

    #[test]
    fn what_may_be_of_the_article_stays() {
        for text in [
            "Farms\n\nGoats at large\n\nForty goats fled.",
            "A\nB\nC\nD\nE\nForty goats fled the farm, and more are to follow.\n\nGoats at large\n\nThey did.",
            "Goats at large\n\nForty goats ate the cookies of the mayor.",
            "Goats at large\n\nForty goats ate the cookies of the mayor.\n\nHens: 12\nSheep: 4",
        ] {
            assert_eq!(article(text, Some("Goats at large")).0, text);
        }
    }

    #[test]
    fn what_stands_below_the_text_is_left_out_and_told() {
        let text = "Goats at large\n\nForty goats fled.\n\n© 2031 Goat Weekly";
        let (text, left) = article(text, Some("Goats at large"));
        assert_eq!(text, "Goats at large\n\nForty goats fled.");
        let told = notice(&left).unwrap_or_default();
        assert!(told.starts_with("1 line around the article was left"));
        assert_eq!(notice(&[]), None);
    }
}
