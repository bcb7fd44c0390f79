//! Words and ranges that the end of a line parts.

use std::collections::BTreeSet;

use super::line::Line;
use crate::article::PAGE_BREAK;
use crate::import::words::Words;
use crate::lexicon::{LANGUAGES, Lexicon};

/// Words of the document that no line end has parted.
pub(super) fn words_of(pages: &[Vec<Line>]) -> BTreeSet<String> {
    let lines = pages.iter().flatten();
    // The second half of a parted word is no word that was seen.
    let parted = lines.clone().map(|line| line.text.ends_with('-'));
    std::iter::once(false)
        .chain(parted)
        .zip(lines)
        .flat_map(|(parted, line)| {
            line.text
                .split(|c: char| !(c.is_alphanumeric() || c == '-'))
                .skip(usize::from(parted))
        })
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect()
}

/// Two words of this many letters may be joined by a hyphen that the end of a line did not make.
const LONG_WORD: usize = 4;

/// Whether a word is a number in some language.
fn is_number(word: &str) -> bool {
    let word = word.to_lowercase();
    LANGUAGES
        .iter()
        .filter_map(|(code, _)| Lexicon::of(code))
        .any(|lexicon| {
            lexicon.numerals.cardinals.contains_key(&word)
                || lexicon.numerals.ordinals.contains_key(&word)
        })
}

/// Goes on in the same paragraph; a word that was parted at the end of the line is put together again, unless the
/// document writes it with its hyphen elsewhere. A hyphen beside a digit always stays.
pub(super) fn flow(text: &mut String, next: &str, spelled: &BTreeSet<String>, gap: char) {
    let soft = text.ends_with('\u{AD}');
    let parted = text.ends_with('-')
        && next.starts_with(char::is_lowercase)
        && text.trim_end_matches('-').ends_with(char::is_alphabetic);
    if !soft && !parted {
        // A range or a compound that ends its line with its hyphen or dash has no space there; a dash between words has.
        let joins = text.ends_with(['-', '–', '/'])
            && ![" –", " -", " /"].iter().any(|end| text.ends_with(end));
        if !joins || gap == PAGE_BREAK {
            text.push(gap);
        }
        text.push_str(next);
        return;
    }
    let is_word = |c: char| c.is_alphanumeric();
    let start = text.trim_end_matches(['-', '\u{AD}']);
    let head = start.rsplit(|c| !is_word(c)).next().unwrap_or_default();
    let tail = next.split(|c| !is_word(c)).next().unwrap_or_default();
    let with_hyphen = format!("{head}-{tail}").to_lowercase();
    let joined = format!("{head}{tail}").to_lowercase();
    let own_words = || {
        let long = |word: &str| word.chars().count() >= LONG_WORD;
        let known = |word: &str| spelled.contains(&word.to_lowercase());
        is_number(head) && is_number(tail) || long(head) && long(tail) && known(head) && known(tail)
    };
    // No word is parted between two vowels that are the same: "re-enter", "co-operate".
    let vowels = || {
        let last = head.chars().next_back().map(|c| c.to_ascii_lowercase());
        last == tail.chars().next() && last.is_some_and(|c| "aeio".contains(c))
    };
    let address = || {
        let word = start.rsplit(char::is_whitespace).next().unwrap_or_default();
        word.contains("://") || word.starts_with("www.")
    };
    // "a 12-year-old", "the 3.4-million-euro yard": a compound that has a hyphen already, or a number, has another.
    let compound = || {
        let whole = start.rsplit(char::is_whitespace).next().unwrap_or_default();
        let has_number = whole.starts_with(|c: char| c.is_ascii_digit()) && whole.contains('-');
        has_number || head.chars().count() >= LONG_WORD && Words::all().ends_compounds(tail)
    };
    let keep = !soft
        && (vowels()
            || address()
            || spelled.contains(&with_hyphen)
            || !spelled.contains(&joined) && (own_words() || compound()));
    let end = start.len();
    if !keep {
        text.truncate(end);
    }
    if gap == PAGE_BREAK {
        // The word goes whole to the page where it began.
        let (rest, others) = next.split_at(tail.len());
        text.push_str(rest);
        text.push(PAGE_BREAK);
        text.push_str(others.trim_start());
    } else {
        text.push_str(next);
    }
}

#[cfg(test)]
mod tests {
    use super::super::paragraph::{tests::page, text_of};

    #[test]
    fn a_range_at_the_end_of_a_line_keeps_its_hyphen() {
        let page = page(&[
            "The herd has grown by some 120-",
            "140 goats in each of the years.",
        ]);
        assert_eq!(
            text_of(&[page]),
            "The herd has grown by some 120-140 goats in each of the years."
        );
    }

    #[test]
    fn a_dash_between_words_at_the_end_of_a_line_keeps_its_space() {
        let page = page(&[
            "The herd has grown a good deal –",
            "by some 120 in the last years.",
        ]);
        assert_eq!(
            text_of(&[page]),
            "The herd has grown a good deal – by some 120 in the last years."
        );
    }

    #[test]
    fn a_compound_with_a_number_keeps_its_hyphens() {
        for (above, below, whole) in [
            (
                "The shepherd has a dog that is a 12-year-",
                "old and a cat that is much older still.",
                "a 12-year-old and",
            ),
            (
                "The town has spent money on goats-",
                "related matters in each of the years.",
                "goats-related matters",
            ),
            (
                "The shepherd wrote a letter to the govern-",
                "ment and told it of all of the goats.",
                "government and",
            ),
        ] {
            let text = text_of(&[page(&[above, below])]);
            assert!(text.contains(whole), "{text}");
        }
    }

    #[test]
    fn a_number_in_two_words_keeps_its_hyphen() {
        let page = page(&[
            "The farmer counted in all thirty-",
            "seven goats in the valley above.",
        ]);
        assert_eq!(
            text_of(&[page]),
            "The farmer counted in all thirty-seven goats in the valley above."
        );
    }

    #[test]
    fn hyphens_that_no_line_end_made_stay() {
        let page = page(&[
            "The herd belongs to one of the goat co-",
            "operatives, see https://goats.example/old-",
            "farm for it, and it grew by some 10-",
            "15 per cent.",
        ]);
        assert_eq!(
            text_of(&[page]),
            "The herd belongs to one of the goat co-operatives, see https://goats.example/old-farm for it, and it grew by some 10-15 per cent."
        );
    }
}
