//! Letters that the bundled typefaces can draw. Others would stand as empty boxes that no machine can read back, which
//! the standards for archives and for screen readers forbid. And words longer than a line, which may be parted.

use serde_json::Value;
use typst::text::Font;

const WIDE_BLANK: char = '\u{2003}';

/// What stands for a letter that no typeface has.
pub(super) const STAND_IN: char = '▯';

/// Every letter in `value` that no typeface has replaced; says how many there were.
pub(super) fn drawable(value: &mut Value, fonts: &[Font]) -> usize {
    match value {
        Value::String(words) => {
            let mut missing = 0;
            let drawn: String = words
                .chars()
                .filter(|c| !is_dropped(*c))
                .map(|c| {
                    if c == '\t' {
                        // It would stand as nothing at all, and the cells of a row run into one number.
                        WIDE_BLANK
                    } else if c.is_whitespace() || is_unseen(c) || is_drawn(c, fonts) {
                        c
                    } else {
                        missing += 1;
                        STAND_IN
                    }
                })
                .collect();
            let drawn = parted(drawn);
            if drawn != *words {
                *words = drawn;
            }
            missing
        }
        Value::Array(items) => items.iter_mut().map(|item| drawable(item, fonts)).sum(),
        Value::Object(fields) => {
            let values = fields.iter_mut().map(|(_, value)| value);
            values.map(|value| drawable(value, fonts)).sum()
        }
        _ => 0,
    }
}

/// Words with a place to part them in every run of letters that is longer than a line is wide. A fingerprint fits.
fn parted(words: String) -> String {
    /// About two thirds of a line.
    const LONGEST: usize = 65;
    const PLACE: char = '\u{200B}';
    let breaks = |c: char| c.is_whitespace() || "-/?&\u{200B}".contains(c);
    if words.len() <= LONGEST
        || words
            .split(breaks)
            .all(|run| run.chars().count() <= LONGEST)
    {
        return words;
    }
    let (mut run, mut told) = (0, String::with_capacity(words.len() + 32));
    for c in words.chars() {
        run = if breaks(c) { 0 } else { run + 1 };
        told.push(c);
        if run == LONGEST / 2 {
            told.push(PLACE);
            run = 0;
        }
    }
    told
}

fn is_drawn(letter: char, fonts: &[Font]) -> bool {
    letter.is_ascii_graphic()
        || fonts
            .iter()
            .any(|font| font.info().coverage.contains(u32::from(letter)))
}

/// Characters that steer a line and are never drawn.
const fn is_unseen(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}')
}

/// Characters that no document may hold: controls, marks of byte order, and orders to print letters backwards.
const fn is_dropped(c: char) -> bool {
    matches!(c, '\u{0}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{9F}' | '\u{202A}'..='\u{202E}' | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFF}')
}

#[cfg(test)]
mod tests {
    use super::super::world::fonts;
    use super::*;

    #[test]
    fn a_word_longer_than_a_line_may_be_parted_and_a_fingerprint_is_whole() {
        let long = "a".repeat(90);
        assert_eq!(parted(long.clone()).replace('\u{200B}', ""), long);
        assert_eq!(parted(long).matches('\u{200B}').count(), 2);
        let whole = "0f".repeat(32);
        assert_eq!(parted(whole.clone()), whole);
    }

    #[test]
    fn letters_of_the_bundled_typefaces_stay_and_others_are_told() {
        let mut value = serde_json::json!({ "words": ["₪5 שקל, 5 ₽, عشرة", "羊 5\u{0}\u{E000}"] });
        assert_eq!(drawable(&mut value, fonts()), 2);
        assert_eq!(
            value,
            serde_json::json!({ "words": ["₪5 שקל, 5 ₽, عشرة", "▯ 5▯"] })
        );
    }
}
