//! About how many lines words take in a cell that wraps them. No letter is measured: a program may show another typeface.

/// Units of width; a column is told in digits.
const DIGIT: usize = 20;
/// What the blank at the beginning of a cell and its edges take.
const MARGIN: usize = 26;

/// Lines of words in a column of so many digits.
pub(super) fn of(words: &str, digits: usize) -> usize {
    let width = (digits * DIGIT).saturating_sub(MARGIN).max(DIGIT);
    // A typeface that stands for another may be wider.
    let width = width * 15 / 16;
    let lines = words.lines().map(|line| wrapped(line, width));
    lines.sum::<usize>().max(1)
}

/// Words are not cut, but for one that is longer than a line.
fn wrapped(line: &str, width: usize) -> usize {
    let (mut lines, mut at) = (1, 0);
    for piece in line.split_inclusive([' ', '-']) {
        let whole: usize = piece.chars().map(width_of).sum();
        let word: usize = piece.trim_end().chars().map(width_of).sum();
        if at + word <= width {
            at += whole;
        } else if word <= width {
            lines += 1;
            at = whole;
        } else {
            let over = (at + word) / width;
            lines += over;
            at = (at + word) % width;
        }
    }
    lines
}

/// About as wide as letters of sans serif typefaces are.
const fn width_of(letter: char) -> usize {
    match letter {
        // Orders of direction take no room.
        '\u{2066}'..='\u{2069}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' => 0,
        'i' | 'j' | 'l' | 't' | 'f' | 'r' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!'
        | ' ' | '(' | ')' | '[' | ']' | '’' | '‘' => 11,
        'm' | 'w' | 'M' | 'W' | '…' | '—' | '%' | '@' => 31,
        'a'..='z' | '“' | '”' => 18,
        'A'..='Z' => 24,
        // Scripts whose letters are as wide as they are high.
        '\u{1100}'..='\u{11FF}' | '\u{2E80}'..='\u{D7FF}' | '\u{FF00}'..='\u{FF60}' => 40,
        _ => 20,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_wrapped_whole() {
        assert_eq!(of("", 20), 1);
        assert_eq!(of("forty goats crossed the bridge", 34), 1);
        assert_eq!(of("forty goats crossed the bridge", 20), 2);
        assert_eq!(of("goats\ngoats", 40), 2);
        assert_eq!(of(&"g".repeat(100), 20), 6);
        assert_eq!(of("Harbour gates: seventeen goats, cause unknown", 20), 3);
        assert_eq!(of("\u{2068}עיזים\u{2069}", 8), 1);
    }
}
