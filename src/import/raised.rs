//! Figures above the line, as raised signs: the note of "40¹ goats" must not become a digit of its figure.

/// A raised note is rarely longer, in characters: "[12]", "1, 2".
const LONGEST: usize = 8;

/// A raised figure, one note or several, in raised signs; nothing where the words are no figure.
pub(super) fn figure(words: &str) -> Option<String> {
    let mark = without_brackets(words);
    let between = |c: char| matches!(c, ',' | ';' | ' ' | '\u{A0}' | '[' | ']');
    let is_figure = mark.contains(|c: char| c.is_ascii_digit())
        && mark.chars().all(|c| sign(c).is_some() || between(c))
        && mark.chars().count() <= LONGEST;
    let raised = mark.chars().filter(|c| !c.is_whitespace());
    // No comma: "40¹,²" looks like a decimal.
    is_figure.then(|| raised.map(|c| sign(c).unwrap_or('˒')).collect())
}

/// "[3]" is 3.
pub(super) fn without_brackets(words: &str) -> &str {
    words.trim().trim_matches(['[', ']', '(', ')'])
}

/// A digit or sign as it looks above the line.
fn sign(character: char) -> Option<char> {
    match character {
        '+' => Some('⁺'),
        '-' | '−' | '–' => Some('⁻'),
        _ => {
            let digit = usize::try_from(character.to_digit(10)?).ok()?;
            DIGITS.get(digit).copied()
        }
    }
}

/// A raised digit as a plain one.
pub(super) fn plain(raised: char) -> Option<char> {
    let digit = DIGITS.iter().position(|digit| *digit == raised)?;
    char::from_digit(u32::try_from(digit).ok()?, 10)
}

/// Raised digits.
pub(super) const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_raised_and_words_are_not() {
        assert_eq!(figure(" [12] ").as_deref(), Some("¹²"));
        assert_eq!(figure("1, 2").as_deref(), Some("¹˒²"));
        assert_eq!(figure("-1").as_deref(), Some("⁻¹"));
        assert_eq!(figure("th"), None);
        assert_eq!(figure("1234567890"), None);
    }
}
