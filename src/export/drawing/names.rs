//! Names cut to what fits beside a drawing.

use super::{LETTER, LONGEST_NAME, length};

/// A name cut to what fits beside a drawing.
pub(super) fn short(name: &str) -> String {
    cut(name, LONGEST_NAME)
}

/// A name cut to so many characters, and to fewer where they are wide.
pub(super) fn cut(name: &str, most: usize) -> String {
    let room = LETTER * length(most);
    let mut fits = (0..=most).rev().map(|most| cut_to(name, most));
    fits.find(|cut| inked(cut) <= room).unwrap_or_default()
}

/// About as wide as letters are that may all be capitals.
pub(super) fn inked(words: &str) -> i32 {
    let width = |letter: char| match letter {
        // The last three are scripts whose letters are as wide as they are high.
        'm'
        | 'w'
        | 'M'
        | 'W'
        | '@'
        | '%'
        | '—'
        | '\u{1100}'..='\u{11FF}'
        | '\u{2E80}'..='\u{D7FF}'
        | '\u{FF00}'..='\u{FF60}' => 13,
        'f' | 'i' | 'j' | 'l' | 'r' | 't' | 'I' | ' ' | '.' | ',' | ':' | '\'' | '’' => 4,
        'A'..='Z' => 9,
        _ => LETTER,
    };
    words.chars().map(width).sum()
}

/// A name cut to so many characters: in its middle, as names of parts differ at their end.
fn cut_to(name: &str, most: usize) -> String {
    if name.chars().count() <= most {
        return name.to_owned();
    }
    let letters: Vec<char> = name.chars().collect();
    // A number that is cut is another number, and so is a date.
    let is_digit = |c: &char| c.is_numeric() || [',', '.', '-', '\u{A0}'].contains(c);
    let inside = |at: usize| {
        let beside = [at.checked_sub(1), Some(at)];
        beside
            .iter()
            .all(|at| at.and_then(|at| letters.get(at)).is_some_and(is_digit))
    };
    let third = letters.len() - most / 3;
    let whole = (0..=third).rev().find(|at| !inside(*at)).unwrap_or(0);
    let end = if letters.len() - whole <= most * 2 / 3 {
        whole
    } else {
        (third..letters.len())
            .find(|at| !inside(*at))
            .unwrap_or(letters.len())
    };
    let head = most.saturating_sub(letters.len() - end + 1);
    let head = (0..=head).rev().find(|at| !inside(*at)).unwrap_or(0);
    let start = letters.get(..head).unwrap_or_default();
    let rest = letters.get(end..).unwrap_or_default();
    // Nor does the end begin inside a word, where another follows.
    let cut = rest.len() < letters.len() - 1
        && letters
            .get(letters.len() - rest.len() - 1)
            .is_some_and(|c| c.is_alphanumeric());
    let word = rest.iter().position(|c| *c == ' ').filter(|_| cut);
    let rest = word.and_then(|word| rest.get(word + 1..)).unwrap_or(rest);
    let [start, rest] = [start, rest].map(|part| part.iter().collect::<String>());
    format!("{}…{}", start.trim_end(), rest.trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neither_a_number_nor_a_date_is_cut() {
        for (name, most, cut) in [
            ("Northern Courier, 2025-03-03", 20, "Northern…2025-03-03"),
            ("Northern Courier, 2025-03-03", 12, "Northern Co…"),
            (
                "The Register of 1,204,377 goats",
                24,
                "The Regi…1,204,377 goats",
            ),
        ] {
            assert_eq!(cut_to(name, most), cut, "{name}");
        }
    }
}
