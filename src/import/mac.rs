//! Mac Roman, which no detector of the web knows: its letters and quotation marks are capitals elsewhere, which stand inside
//! words then.

use encoding_rs::{Encoding, MACINTOSH, WINDOWS_1252};

/// Whether a text is likely Mac Roman where a detector takes it for `guess`.
pub(super) fn is_likely(bytes: &[u8], guess: &'static Encoding) -> bool {
    // An old Mac ends its lines with a return and nothing else.
    let is_old = memchr::memchr(b'\r', bytes).is_some() && memchr::memchr(b'\n', bytes).is_none();
    let is_latin = guess.is_single_byte()
        && [
            "windows-1250",
            "windows-1252",
            "windows-1254",
            "windows-1257",
            "windows-1258",
        ]
        .iter()
        .chain(&["ISO-8859-2", "ISO-8859-4", "ISO-8859-10", "ISO-8859-16"])
        .any(|name| guess.name() == *name);
    if !is_latin && !is_old {
        return false;
    }
    let foreign = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let odd_of = |encoding: &'static Encoding| {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        odd(&text)
    };
    let (web, mac) = (odd_of(WINDOWS_1252), odd_of(MACINTOSH));
    mac * 4 < web && (is_old || web * 3 >= foreign)
}

/// Signs outside ASCII that stand where none does: a capital behind a small letter or the end of a sentence, a letter
/// alone, a sign of mathematics or of control inside a word.
fn odd(text: &str) -> usize {
    let mut count = 0;
    let mut before = ' ';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let after = letters.peek().copied().unwrap_or(' ');
        // "ÒForty", not "ÜBER".
        let second = letters.clone().nth(1).unwrap_or(' ');
        let begins_word = || after.is_ascii_uppercase() && second.is_lowercase();
        let inside = before.is_lowercase() || after.is_lowercase() && before.is_alphabetic();
        let is_odd = if c.is_ascii() {
            false
        } else if c.is_uppercase() {
            before.is_lowercase()
                || before.is_alphabetic() && after.is_lowercase()
                || [',', '.', '!', '?'].contains(&before)
                || !before.is_alphanumeric() && (after.is_whitespace() || begins_word())
        } else if c.is_alphabetic() {
            !before.is_alphabetic() && !after.is_alphabetic() && before != '\''
        } else {
            c.is_control() || inside && "‹›§¤¦±×÷√∂∑∏π∫Ω∆≈≠≤≥∞◊¬˘˙˚˝˛ˇ¨´¸¯˜ˆ†‡•".contains(c)
        };
        count += usize::from(is_odd);
        before = c;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::super::encoding::decode;

    #[test]
    fn letters_of_a_mac_are_no_capitals_inside_words() {
        for (bytes, text) in [
            (
                &b"\xD2Forty goats fled the caf\x8E,\xD3 she said. They\xD5re back \xD0 all of them."[..],
                "“Forty goats fled the café,” she said. They’re back – all of them.",
            ),
            (
                b"Die B\x9Frgermeisterin sagte, es sei gr\x9A\xA7er.",
                "Die Bürgermeisterin sagte, es sei größer.",
            ),
            (
                b"Goats\r\rIt isn\xD5t far to the old farm.\r",
                "Goats\r\rIt isn’t far to the old farm.\r",
            ),
        ] {
            let decoded = decode(bytes, None, None);
            assert_eq!(decoded.text, text);
            assert_eq!(decoded.read_as.name, "macintosh");
            assert!(decoded.notice().is_some_and(|it| it.contains("Mac Roman")));
        }
        for bytes in [
            &b"\x93Forty goats fled the caf\xE9,\x94 she said. They\x92re back \x96 all of them."[..],
            b"\xC9tienne a vu 40 ch\xE8vres \xE0 Gen\xE8ve.",
            b"DIE ZIEGEN FLOHEN \xDCBER DIE WIESE. \xC4PFEL UND \xD6L.",
            b"The firm paid \xA32.5bn for it.",
        ] {
            assert_ne!(decode(bytes, None, None).read_as.name, "macintosh");
        }
    }
}
