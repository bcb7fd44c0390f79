//! What stands below the last sentence of an article on a printed page of the web: titles of others, whose page it is,
//! what can be clicked.

use crate::import::words::Words;

/// Such lines are rarely more, nor longer, in characters.
const MOST: usize = 30;
const LONGEST: usize = 90;
const LONGEST_IMPRINT: usize = 160;

/// Where a text ends: above the first line below its last sentence that begins what is not of it.
pub(super) fn start(text: &str) -> usize {
    let words = Words::all();
    let (mut at, mut end) = (text.len(), text.len());
    let (mut lines, mut has_figure) = (0, false);
    for whole in text.split_inclusive('\n').rev() {
        at -= whole.len();
        let line = whole.trim();
        if line.is_empty() {
            continue;
        }
        lines += 1;
        let is_foot = is_foot(line);
        if lines > MOST {
            break;
        }
        if !is_foot && !may_be_below(line) {
            // Only below a sentence: a document may be nothing but short lines.
            return end;
        }
        // A lone word may head a list of the text, which has figures.
        let is_closer = words.is_closer(line) && (line.contains(' ') || !has_figure);
        has_figure |= line.contains(char::is_numeric);
        if is_foot || is_closer {
            (end, has_figure) = (at, false);
        }
    }
    text.len()
}

/// Whether a line tells whose the page is, or is there to be clicked.
fn is_foot(line: &str) -> bool {
    let words = Words::all();
    let length = line.chars().count();
    let mut entries = line.split(" | ").map(str::trim);
    // A question for leave has its buttons in the same row at times.
    let asks = || {
        let mut of = line.split(|c: char| !c.is_alphabetic());
        of.any(|word| words.is_of_consent(word))
    };
    let clicked = |part: &str| {
        let part = part.trim();
        let ends = part
            .char_indices()
            .filter(|(_, c)| *c == ' ')
            .map(|(at, _)| at);
        let mut starts = ends.chain([part.len()]).filter_map(|at| part.get(..at));
        starts.any(|start| words.is_button(start))
    };
    length <= LONGEST_IMPRINT
        && (words.is_imprint(line)
            || length <= LONGEST && entries.any(|entry| words.is_button(entry))
            || !line.ends_with('.') && asks() && line.split(['.', '?', '|']).skip(1).any(clicked))
}

/// Whether a line is short and no sentence; nor is it a row of figures.
fn may_be_below(line: &str) -> bool {
    let is_row = line.contains(" | ") && line.contains(char::is_numeric);
    let last = line.trim_end_matches(['"', '”', '’', '“', ')']);
    line.chars().count() <= LONGEST && !last.ends_with(['.', ':', ';', ',']) && !is_row
        || Words::all().is_closer(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(below: &str) -> String {
        let text = format!("Forty goats fled.\n\n{below}");
        let text = text.get(..start(&text)).unwrap_or_default().trim_end();
        text.replace("Forty goats fled.", "").trim().to_owned()
    }

    #[test]
    fn titles_of_others_and_the_foot_of_the_page_go() {
        for below in [
            "Most read\n\n5 ways to shear a sheep\nHens lay 40% more",
            "Related\n\nA duck on the road",
            "© 2031 Goat Weekly. All rights reserved. Call 5-55",
            "About us | Terms of use",
            "Most read\n5 hens\n© 2031 Goat Weekly\nWe and our 12 friends keep cookies. Accept all Reject",
        ] {
            assert_eq!(kept(below), "", "{below}");
        }
    }

    #[test]
    fn what_may_be_of_the_text_stays() {
        for below in [
            "Hens: 40\nSheep: 12",
            "Related\nHens: 40\nSheep: 12",
            "Most read\n\nHens lay 40% more than they did.",
            "Most read\nGoat Weekly | 40\nHen Post | 12",
            "The mayor ate 40 cookies. Accept all, he said.",
            "Terms of use were broken by 40 hens",
        ] {
            assert_eq!(kept(below), below);
        }
        let short = "Goats: 40\nMost read\nHens at large";
        assert_eq!(start(short), short.len());
        assert_eq!(kept("Hens: 40\n© 2031 Goat Weekly"), "Hens: 40");
    }
}
