//! Words of others in Markdown: they stay words, and keep their direction to themselves.

use crate::export::Quote;
use crate::export::direction::{ISOLATE, POP, RIGHTWARD, is_right_to_left, isolated_once};

/// Words that cannot become markup, a link or a table's edge, nor turn the line they stand in.
pub(in crate::export) fn inline(words: &str) -> String {
    escaped(&isolated_once(words))
}

/// Words that cannot become markup, a link or a table's edge, inside a line.
fn escaped(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '\n' | '\r' | '\t' => plain.push(' '),
            '&' => plain.push_str("&amp;"),
            '<' => plain.push_str("&lt;"),
            '>' => plain.push_str("&gt;"),
            '@' => plain.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => plain.extend(['\\', character]),
            _ => plain.push(character),
        }
    }
    // A bare address would become a link.
    plain
        .replace("://", "&#58;//")
        .replace("www.", "www&#46;")
        .replace("WWW.", "WWW&#46;")
}

/// The same at the start of a line, where more characters begin a list or a heading.
pub(super) fn opening(words: &str) -> String {
    let plain = escaped(words.trim_start());
    let digits = plain.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = plain.split_at(digits);
    let marker = if number.is_empty() {
        ["#", "+", "-", "="]
            .iter()
            .any(|marker| rest.starts_with(marker))
    } else {
        rest.starts_with(['.', ')'])
    };
    if marker {
        format!("{number}\\{rest}")
    } else {
        plain
    }
}

/// The sentence of a quote, the figure in it marked.
pub(super) fn sentence_of(quote: &Quote) -> String {
    let marked = format!(
        "{}**{}**{}",
        escaped(quote.before.trim_start()),
        escaped(&quote.text),
        escaped(quote.after.trim_end())
    );
    if marked.chars().any(is_right_to_left) {
        let begin = if quote.leftward { ISOLATE } else { RIGHTWARD };
        return format!("{begin}{marked}{POP}");
    }
    // Inside a list the sentence begins a line of its own.
    let plain = quote.before.trim_start();
    if plain.is_empty() {
        return marked;
    }
    let start = escaped(plain);
    format!(
        "{}{}",
        opening(plain),
        marked.get(start.len()..).unwrap_or_default()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_an_article_becomes_markup() {
        assert_eq!(inline("[x](y) <b>|\n# 5"), "\\[x\\](y) &lt;b&gt;\\| # 5");
        assert_eq!(opening("- 12-30"), "\\- 12-30");
        assert_eq!(opening("2026-03"), "2026-03");
        assert_eq!(opening("5. May, 3.5"), "5\\. May, 3.5");
        assert_eq!(
            inline("see www.a.org http://b"),
            "see www&#46;a.org http&#58;//b"
        );
    }
}
