//! UTF-32, which the web knows nothing of.

/// Labels it is chosen by, in small letters.
pub(super) const LABELS: [&str; 3] = ["utf-32", "utf-32le", "utf-32be"];
/// How it is shown.
pub(super) const NAME: &str = "UTF-32";

/// The label among those that are known: "UTF-32LE", "utf32".
pub(super) fn label(written: &str) -> Option<&'static str> {
    let small = written
        .trim()
        .to_ascii_lowercase()
        .replace("utf32", "utf-32");
    LABELS.into_iter().find(|label| *label == small)
}

/// Which byte of a character comes first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Little,
    Big,
}

/// The text of bytes that are UTF-32 without fault: they begin with its mark, or are as such bytes are.
pub(super) fn text(bytes: &[u8]) -> Option<String> {
    let (end, rest) = marked(bytes).or_else(|| Some((told(bytes)?, bytes)))?;
    let (characters, cut) = rest.as_chunks::<4>();
    let characters = characters.iter().map(|it| char::from_u32(number(*it, end)));
    characters
        .collect::<Option<String>>()
        .filter(|_| cut.is_empty())
}

/// The text of bytes that somebody says are UTF-32; U+FFFD where they are not.
pub(super) fn text_of_label(bytes: &[u8], label: &str) -> String {
    let chosen = if label == "utf-32be" {
        End::Big
    } else {
        End::Little
    };
    let unmarked = || {
        (
            told(bytes).filter(|_| label == "utf-32").unwrap_or(chosen),
            bytes,
        )
    };
    let (end, rest) = marked(bytes).unwrap_or_else(unmarked);
    let (characters, cut) = rest.as_chunks::<4>();
    let characters = characters.iter().map(|it| char::from_u32(number(*it, end)));
    let rest = (!cut.is_empty()).then_some(char::REPLACEMENT_CHARACTER);
    let characters = characters.map(|it| it.unwrap_or(char::REPLACEMENT_CHARACTER));
    characters.chain(rest).collect()
}

fn marked(bytes: &[u8]) -> Option<(End, &[u8])> {
    let little = bytes
        .strip_prefix(&[0xFF, 0xFE, 0, 0])
        .map(|rest| (End::Little, rest));
    little.or_else(|| Some((End::Big, bytes.strip_prefix(&[0, 0, 0xFE, 0xFF])?)))
}

/// The order of bytes without a mark: no character has more than 21 bits.
fn told(bytes: &[u8]) -> Option<End> {
    /// Fewer characters tell nothing.
    const FEWEST: usize = 8;
    let (characters, cut) = bytes.as_chunks::<4>();
    if characters.len() < FEWEST || !cut.is_empty() {
        return None;
    }
    let all = |is: fn(&[u8; 4]) -> bool| characters.iter().all(is);
    if all(|it| matches!(it, [_, _, 0..=2, 0])) {
        Some(End::Little)
    } else if all(|it| matches!(it, [0, 0..=2, _, _])) {
        Some(End::Big)
    } else {
        None
    }
}

const fn number(bytes: [u8; 4], end: End) -> u32 {
    match end {
        End::Little => u32::from_le_bytes(bytes),
        End::Big => u32::from_be_bytes(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_four_bytes_are_read_with_their_mark_and_without() {
        let words = "40 עזים ברחו\n";
        let bytes = |words: &str, of: fn(u32) -> [u8; 4]| -> Vec<u8> {
            words.chars().flat_map(|c| of(u32::from(c))).collect()
        };
        let marked = format!("\u{FEFF}{words}");
        for of in [u32::to_le_bytes as fn(u32) -> [u8; 4], u32::to_be_bytes] {
            for written in [words, &marked] {
                assert_eq!(text(&bytes(written, of)).as_deref(), Some(words));
                assert_eq!(text_of_label(&bytes(written, of), "utf-32"), words);
            }
        }
        let little = bytes(&marked, u32::to_le_bytes);
        let cut = little.get(..little.len() - 1).expect("a part");
        assert_eq!(text(cut), None);
        assert!(text_of_label(cut, "utf-32le").ends_with('\u{FFFD}'));
        assert_eq!(text(b"Forty goats fled the farm on Monday."), None);
        assert_eq!(label("UTF32LE"), Some("utf-32le"));
    }
}
