//! Where sentences end.
//!
//! A line end is always a sentence end, so headlines and ticker lines are sentences of their own.
//! What looks like an end is judged by the word before it and the word after it, by the language's lists.

use memchr::memchr3_iter;

use super::{Span, Text};
use crate::lexicon::SentenceWords;

/// Longest reach, in characters, when looking for "X said" after a quotation that asks or cries.
const SPEECH_REACH: usize = 60;

/// The sentences of a text, in order, never overlapping, without the white space around them.
pub fn sentences(text: &Text, words: &SentenceWords) -> Vec<Span> {
    let mut found = Vec::new();
    let source = text.as_str();
    let mut line_start = 0;
    for line_end in memchr::memchr_iter(b'\n', source.as_bytes()).chain([source.len()]) {
        if line_end > line_start {
            split_line(text, line_start, line_end, words, &mut found);
        }
        line_start = line_end + 1;
    }
    found
}

fn split_line(text: &Text, start: usize, end: usize, words: &SentenceWords, found: &mut Vec<Span>) {
    let Some(line) = text.as_str().get(start..end) else {
        return;
    };
    let mut from = 0;
    let mut candidates = ends(line).peekable();
    while let Some((mark, after)) = candidates.next() {
        if candidates.peek().is_some_and(|(next, _)| *next == after) {
            continue;
        }
        let (before, rest) = (
            line.get(from..mark).unwrap_or_default(),
            line.get(after..).unwrap_or_default(),
        );
        let sign = line.get(mark..after).unwrap_or_default();
        if let Some(closed) = closes(before, sign, rest, words) {
            push(text, start + from, start + after + closed, found);
            from = after + closed;
        }
    }
    push(text, start + from, end, found);
}

/// Every place, with its end, where a stop, question or exclamation mark or an ellipsis stands.
fn ends(line: &str) -> impl Iterator<Item = (usize, usize)> {
    let ascii = memchr3_iter(b'.', b'!', b'?', line.as_bytes()).map(|at| (at, at + 1));
    let mut wide = memchr::memmem::find_iter(line.as_bytes(), "…".as_bytes())
        .map(|at| (at, at + "…".len()))
        .peekable();
    let mut ascii = ascii.peekable();
    std::iter::from_fn(move || match (ascii.peek(), wide.peek()) {
        (Some(a), Some(b)) if b < a => wide.next(),
        (Some(_), _) => ascii.next(),
        _ => wide.next(),
    })
}

/// Whether a sentence ends with `sign`; if so, the length of the closing quotes and brackets after it.
fn closes(before: &str, sign: &str, rest: &str, words: &SentenceWords) -> Option<usize> {
    let closers: usize = rest
        .chars()
        .take_while(|c| matches!(c, '"' | '”' | '’' | '\'' | ')' | ']' | '»'))
        .map(char::len_utf8)
        .sum();
    let after = rest.get(closers..).unwrap_or_default();
    if !after.starts_with(char::is_whitespace) {
        return None;
    }
    let after = after.trim_start();
    let opening = |c: char| matches!(c, '"' | '“' | '‘' | '\'' | '(' | '[' | '«');
    let quoted = after.starts_with(opening);
    let next = after.trim_start_matches(opening);
    let first = next.chars().next()?;
    if first.is_lowercase() {
        return None;
    }
    let next_word = leading_word(next);
    if sign == "." {
        let word = trailing_word(before);
        let bare = word.trim_end_matches('.');
        let list_number = before.trim().chars().all(|c| c.is_ascii_digit());
        let ends_anyway = quoted || words.starts_sentence(next_word);
        let initial = bare.chars().filter(|c| c.is_alphabetic()).count() == bare.split('.').count()
            && bare.chars().all(|c| c.is_uppercase() || c == '.')
            && !bare.is_empty();
        if before.trim().is_empty() || list_number || words.never_ends(bare) {
            return None;
        }
        if words.rarely_ends(bare) || initial {
            // "until 7 a.m. Police said", "at 7 a.m. Peru's army": a new sentence after a time.
            let timed = before
                .strip_suffix(word)
                .is_some_and(|rest| rest.trim_end().ends_with(|c: char| c.is_ascii_digit()));
            let rest = next.get(next_word.len()..).unwrap_or_default();
            let subject = rest.starts_with("'s ")
                || rest.starts_with("’s ")
                || words.speaks(leading_word(rest.trim_start()));
            return (closers == 0 && (ends_anyway || timed && subject)).then_some(closers);
        }
        return Some(closers);
    }
    if sign == "!" && closers == 0 && words.rarely_ends(next_word) {
        return None;
    }
    if closers > 0 && sign != "." && speaks(next, words) {
        return None;
    }
    Some(closers)
}

/// Whether a verb of saying comes before anything else ends: "… Blinken said."
fn speaks(next: &str, words: &SentenceWords) -> bool {
    let reach = next
        .char_indices()
        .nth(SPEECH_REACH)
        .map_or(next, |(at, _)| next.get(..at).unwrap_or_default());
    let clause = reach
        .split([',', '.', ';', '“', '"'])
        .next()
        .unwrap_or_default();
    clause
        .split_whitespace()
        .take(6)
        .any(|word| words.speaks(word))
}

/// The run of letters and inner stops that ends `before`.
fn trailing_word(before: &str) -> &str {
    let start = before
        .char_indices()
        .rev()
        .take(24)
        .take_while(|(_, c)| c.is_alphabetic() || *c == '.')
        .last()
        .map_or(before.len(), |(at, _)| at);
    before.get(start..).unwrap_or_default()
}

fn leading_word(next: &str) -> &str {
    next.split(|c: char| !c.is_alphabetic())
        .next()
        .unwrap_or_default()
}

fn push(text: &Text, start: usize, end: usize, found: &mut Vec<Span>) {
    let Some(source) = text.as_str().get(start..end) else {
        return;
    };
    let trimmed = source.trim_start();
    let start = end - trimmed.len();
    let end = start + trimmed.trim_end().len();
    if start < end {
        found.extend(text.span(start, end));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    /// Sentences are parted by "|" in the example.
    fn check(example: &str) {
        let text = Text::verbatim(&example.replace('|', ""));
        let Some(english) = Lexicon::of("en") else {
            panic!("no English lexicon");
        };
        let found: Vec<&str> = sentences(&text, &english.sentences)
            .into_iter()
            .map(|s| text.slice(s))
            .collect();
        let meant: Vec<&str> = example.split('|').map(str::trim).collect();
        assert_eq!(found, meant);
    }

    #[test]
    fn stops_inside_words_and_numbers_end_nothing() {
        check(
            "The U.S. Senate met Gen. Miller at 6 p.m. Monday. |It passed the $4.5 bn. bill on Feb. 1.",
        );
        check("Pop. 541,000. |Dr. J. R. Weiss of Acme Inc. paid 3.5 million.");
        check("It ended at 6 p.m. |The hall was empty.");
        check(
            "Guards stood there until 6 a.m. |Peru's army left. |It rained by 7 a.m. |Police said so.",
        );
        check("Costs hit 4.5 bn. |Costs fell.");
        check("1. Open the door.");
        check("Yahoo! Inc. bought it. |Nobody knows why… |Perhaps greed?");
    }

    #[test]
    fn a_question_in_a_quotation_stays_with_its_speaker() {
        check("“Will it end?” the mayor said. |“No!” |Nobody believed him.");
        check("“Who pays?” Anna Weiss asked on Monday. |“It is over.” |He left.");
    }

    #[test]
    fn a_line_end_is_a_sentence_end() {
        let text = Text::verbatim("12 hurt in fire\n\n  3 arrested\n");
        let Some(english) = Lexicon::of("en") else {
            panic!("no English lexicon");
        };
        let found: Vec<&str> = sentences(&text, &english.sentences)
            .into_iter()
            .map(|s| text.slice(s))
            .collect();
        assert_eq!(found, ["12 hurt in fire", "3 arrested"]);
    }
}
