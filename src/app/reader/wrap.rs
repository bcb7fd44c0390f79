//! Breaking a paragraph into lines: greedy, in logical order.

use std::ops::Range;

use super::token::{Token, TokenKind};

/// Ranges of tokens, a line each; together they are all tokens. Spaces at the end of a line hang beyond it.
///
/// `widths` and `width` are in points. A token wider than the line has a line of its own.
pub(super) fn wrap(tokens: &[Token], widths: &[f32], width: f32) -> Vec<Range<usize>> {
    // Rounding of sums must not push a word down that fits.
    const SLACK: f32 = 0.01;
    let width_of =
        |range: Range<usize>| -> f32 { widths.get(range).unwrap_or_default().iter().sum() };
    let mut lines = Vec::new();
    let mut start = 0;
    let mut filled = 0.0;
    let mut last_break = None;
    for (at, token) in tokens.iter().enumerate() {
        let next = widths.get(at).copied().unwrap_or_default();
        if token.kind != TokenKind::Space {
            while filled + next > width + SLACK && at > start {
                let end = last_break.take().filter(|end| *end > start).unwrap_or(at);
                lines.push(start..end);
                start = end;
                filled = width_of(start..at);
            }
        }
        filled += next;
        if token.breaks {
            last_break = Some(at + 1);
        }
    }
    lines.push(start..tokens.len());
    lines
}

#[cfg(test)]
mod tests {
    use super::super::token::tokenise;
    use super::*;

    /// Lines of `text` where every character is one point wide.
    fn lines(text: &str, width: f32) -> Vec<&str> {
        let cut = tokenise(text, &[]);
        let widths: Vec<f32> = cut
            .tokens
            .iter()
            .map(|token| {
                let token = text.get(token.bytes.clone()).unwrap_or_default();
                token.chars().map(|_| 1.0).sum()
            })
            .collect();
        wrap(&cut.tokens, &widths, width)
            .into_iter()
            .map(|line| {
                let tokens = &cut.tokens[line];
                tokens.first().map_or("", |first| {
                    text.get(first.bytes.start..tokens[tokens.len() - 1].bytes.end)
                        .unwrap_or_default()
                })
            })
            .collect()
    }

    #[test]
    fn words_go_down_whole_and_spaces_hang() {
        assert_eq!(
            lines("two boats sank off the coast", 9.0),
            ["two boats ", "sank off ", "the coast"]
        );
        assert_eq!(lines("well-known man", 6.0), ["well-", "known ", "man"]);
    }

    #[test]
    fn what_cannot_be_broken_stands_alone() {
        assert_eq!(lines("a unbreakable b", 4.0), ["a ", "unbreakable ", "b"]);
    }

    #[test]
    fn an_empty_paragraph_is_one_empty_line() {
        assert_eq!(lines("", 10.0), [""]);
    }

    proptest::proptest! {
        #[test]
        fn no_byte_is_lost_or_doubled(text in "[a-e ג—.5-]{0,80}", width in 1_u16..30) {
            proptest::prop_assert_eq!(lines(&text, f32::from(width)).concat(), text);
        }
    }
}
