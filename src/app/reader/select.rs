//! Selected text: two bytes of the article, whether or not their paragraphs are in sight.

use crate::text::{Span, Text};

/// A selection being made or made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Selection {
    /// Where it was begun.
    pub anchor: Span,
    /// Where the pointer is or was.
    pub head: Span,
}

impl Selection {
    /// What is selected; `None` where nothing is.
    pub(super) fn span(self) -> Option<Span> {
        let span = self.anchor.cover(self.head);
        (!span.is_empty()).then_some(span)
    }
}

/// Whether the two are one and the same text in memory: a question that costs nothing however long they are.
pub fn is_same(a: &Text, b: &Text) -> bool {
    std::ptr::eq(a.as_str(), b.as_str())
}

/// An empty span before `byte`, or before the character that `byte` is part of.
pub(super) fn caret(text: &Text, byte: usize) -> Span {
    let at = text.as_str().floor_char_boundary(byte);
    text.span(at, at).unwrap_or_else(|| text.whole())
}

/// The word at `byte`: letters and digits, with the points and commas inside a number.
pub fn word_at(text: &Text, byte: usize) -> Span {
    let here = caret(text, byte);
    let mut start = here.start();
    let mut end = here.end();
    while let Some(before) = text.before(here_at(text, start)).chars().next_back() {
        if is_edge(text, start) {
            break;
        }
        start -= before.len_utf8();
    }
    while let Some(next) = text.after(here_at(text, end)).chars().next() {
        if end > here.end() && is_edge(text, end) {
            break;
        }
        end += next.len_utf8();
    }
    text.span(start, end).unwrap_or(here)
}

/// The line at `byte`.
pub(super) fn line_at(text: &Text, byte: usize) -> Span {
    let here = caret(text, byte);
    let start = text.before(here).rfind('\n').map_or(0, |at| at + 1);
    let end = text
        .after(here)
        .find('\n')
        .map_or(text.len(), |at| here.end() + at);
    text.span(start, end).unwrap_or(here)
}

/// Whether a word begins or ends at `byte`.
pub(super) fn is_edge(text: &Text, byte: usize) -> bool {
    let here = here_at(text, byte);
    let mut before = text.before(here).chars().rev();
    let mut after = text.after(here).chars();
    let (Some(left), Some(right)) = (before.next(), after.next()) else {
        return true;
    };
    let joins = |c: char| matches!(c, '.' | ',' | '\u{202F}' | '\u{A0}' | '’' | '\'');
    let within_number =
        (joins(left) && right.is_numeric() && before.next().is_some_and(char::is_numeric))
            || (joins(right) && left.is_numeric() && after.next().is_some_and(char::is_numeric));
    !within_number && (!left.is_alphanumeric() || !right.is_alphanumeric())
}

/// The edge of a word that is nearest to `byte`.
pub(super) fn snapped(text: &Text, byte: usize) -> usize {
    let here = caret(text, byte).start();
    if is_edge(text, here) {
        return here;
    }
    let word = word_at(text, here);
    if here - word.start() <= word.end() - here {
        word.start()
    } else {
        word.end()
    }
}

/// The end of the word at or after `byte`, or the start of the one at or before it; the end of the text where there is
/// none.
pub(super) fn word_step(text: &Text, byte: usize, forward: bool) -> usize {
    let from = caret(text, byte).start();
    let end = if forward { text.len() } else { 0 };
    walk(text, from, forward, forward, char::is_alphanumeric).unwrap_or(end)
}

/// The next edge of a word from `byte` on where the character inside is as wanted: the one before the edge for `ends`,
/// else the one after it.
fn walk(
    text: &Text,
    byte: usize,
    forward: bool,
    ends: bool,
    wanted: impl Fn(char) -> bool,
) -> Option<usize> {
    let before = |at| text.before(here_at(text, at)).chars().next_back();
    let after = |at| text.after(here_at(text, at)).chars().next();
    let mut at = byte;
    loop {
        at = if forward {
            at + after(at)?.len_utf8()
        } else {
            at - before(at)?.len_utf8()
        };
        let inside = if ends { before(at) } else { after(at) };
        if is_edge(text, at) && inside.is_some_and(&wanted) {
            return Some(at);
        }
    }
}

fn here_at(text: &Text, byte: usize) -> Span {
    text.span(byte, byte).unwrap_or_else(|| caret(text, byte))
}

/// `span` with one of its ends moved by a word: the first where `start` is true, outwards or inwards of the text by
/// `forward`. Never empty; `None` where it cannot move.
pub fn nudged(text: &Text, span: Span, start: bool, forward: bool) -> Option<Span> {
    let from = if start { span.start() } else { span.end() };
    // An end stands after a word, a start before one. A sign such as "%" or "£" is taken by itself, punctuation is not.
    let is_word = |c: char| !c.is_whitespace() && !is_punctuation(c);
    let at = walk(text, from, forward, !start, is_word)?;
    let moved = if start {
        (at, span.end())
    } else {
        (span.start(), at)
    };
    (moved.0 < moved.1)
        .then(|| text.span(moved.0, moved.1))
        .flatten()
}

/// Signs that part words and are none.
const fn is_punctuation(c: char) -> bool {
    matches!(
        c,
        ',' | '.'
            | ';'
            | ':'
            | '!'
            | '?'
            | '('
            | ')'
            | '['
            | ']'
            | '"'
            | '\''
            | '“'
            | '”'
            | '„'
            | '‘'
            | '’'
            | '«'
            | '»'
            | '-'
            | '–'
            | '—'
            | '…'
            | '/'
            | '،'
            | '؛'
            | '؟'
            | '־'
            | '׳'
            | '״'
            | '。'
            | '、'
            | '，'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(text: &str, at: &str) -> String {
        let whole = Text::verbatim(text);
        let byte = text.find(at).expect("in the text");
        whole.slice(word_at(&whole, byte)).to_owned()
    }

    #[test]
    fn a_number_is_one_word() {
        assert_eq!(word("some 98,417.5 people", "17"), "98,417.5");
        assert_eq!(word("it cost £5m, twice", "5"), "5m");
        assert_eq!(word("נסעו 40% מהם", "סעו"), "נסעו");
    }

    #[test]
    fn the_pointer_snaps_to_the_nearer_end_of_a_word() {
        let text = Text::verbatim("about 12,000 boats");
        assert_eq!(
            [7, 8, 10, 11, 13].map(|byte| snapped(&text, byte)),
            [6, 6, 12, 12, 13]
        );
    }

    #[test]
    fn a_span_grows_and_shrinks_by_words() {
        let text = Text::verbatim("At least 12,000 small boats.");
        let span = text.find_all("12,000")[0];
        let moved =
            |start, forward| nudged(&text, span, start, forward).map(|span| text.slice(span));
        assert_eq!(moved(true, false), Some("least 12,000"));
        assert_eq!(moved(false, true), Some("12,000 small"));
        assert_eq!(moved(true, true), None, "it would be empty");
    }

    #[test]
    fn punctuation_alone_is_no_word() {
        let text = Text::verbatim("For 5 goats, two (or 7%) stayed.");
        let grown = |words: &str, start| {
            let span = text.find_all(words)[0];
            nudged(&text, span, start, !start).map(|span| text.slice(span))
        };
        assert_eq!(grown("5 goats", false), Some("5 goats, two"));
        assert_eq!(grown("or 7", true), Some("two (or 7"));
        assert_eq!(grown("or 7", false), Some("or 7%"));
        let shrunk = nudged(&text, text.find_all("5 goats, two")[0], false, false);
        assert_eq!(shrunk.map(|span| text.slice(span)), Some("5 goats"));
    }

    #[test]
    fn a_caret_goes_by_words_and_takes_a_number_whole() {
        let text = Text::verbatim("“12,000 boats”, he said");
        let forward: Vec<usize> = [0, 3, 10, 16, 99]
            .map(|at| word_step(&text, at, true))
            .into();
        let ends = [
            "“12,000",
            "“12,000",
            "“12,000 boats",
            "“12,000 boats”, he",
            "“12,000 boats”, he said",
        ];
        assert_eq!(forward, ends.map(str::len));
        assert_eq!(word_step(&text, 10, false), 3, "the start of the number");
        assert_eq!(word_step(&text, 3, false), 0);
    }

    #[test]
    fn a_selection_backwards_is_the_same_selection() {
        let text = Text::verbatim("one two\nthree");
        let selection = Selection {
            anchor: caret(&text, 9),
            head: caret(&text, 4),
        };
        assert_eq!(
            selection.span().map(|span| text.slice(span)),
            Some("two\nt")
        );
        assert_eq!(text.slice(line_at(&text, 9)), "three");
    }
}
