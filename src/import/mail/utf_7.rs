//! UTF-7 (RFC 2152): ASCII in which a run of other letters stands between “+” and “-”, in base64 of UTF-16.

/// Whether the label of a character set names it: "UTF-7", "unicode-1-1-utf-7", "csUTF7".
pub(super) fn is_named(label: &str) -> bool {
    let signs = label.chars().filter(char::is_ascii_alphanumeric);
    let name: String = signs.map(|c| c.to_ascii_lowercase()).collect();
    name.ends_with("utf7")
}

/// The characters of a text; a run that is none stays as it is written.
pub(super) fn decoded(bytes: &[u8]) -> String {
    let mut text = String::new();
    let mut rest = bytes;
    while let Some(at) = memchr::memchr(b'+', rest) {
        let (plain, shifted) = rest.split_at(at);
        text.push_str(&String::from_utf8_lossy(plain));
        let run = shifted.strip_prefix(b"+").unwrap_or(shifted);
        let end = run.iter().position(|byte| six_bits(*byte).is_none());
        let (run, after) = run.split_at(end.unwrap_or(run.len()));
        let closed = after.strip_prefix(b"-");
        match letters(run) {
            Some(letters) if !run.is_empty() => {
                text.push_str(&letters);
                rest = closed.unwrap_or(after);
            }
            // "+-" is a plus sign.
            _ => {
                text.push('+');
                text.push_str(&String::from_utf8_lossy(run));
                rest = closed.filter(|_| run.is_empty()).unwrap_or(after);
            }
        }
    }
    text.push_str(&String::from_utf8_lossy(rest));
    text
}

/// What a sign of base64 stands for.
fn six_bits(sign: u8) -> Option<u32> {
    let value = match sign {
        b'A'..=b'Z' => sign - b'A',
        b'a'..=b'z' => sign - b'a' + 26,
        b'0'..=b'9' => sign - b'0' + 52,
        b'+' => 62,
        b'/' => 63,
        _ => return None,
    };
    Some(value.into())
}

/// The letters of a run; nothing where its bits are not those of whole letters.
fn letters(run: &[u8]) -> Option<String> {
    let mut units: Vec<u16> = Vec::new();
    let (mut bits, mut count) = (0_u32, 0_u32);
    for sign in run {
        bits = (bits << 6) | six_bits(*sign)?;
        count += 6;
        if count >= 16 {
            count -= 16;
            units.push(u16::try_from(bits >> count).ok()?);
            bits &= (1 << count) - 1;
        }
    }
    let whole = count < 6 && bits == 0;
    whole.then(|| String::from_utf16(&units).ok())?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_other_letters_are_read_and_what_is_none_stays() {
        for (written, read) in [
            ("caf+AOk- 12", "café 12"),
            ("caf+AOk 12, +IKw.", "café 12, €."),
            ("+BeIF1gXZBd0", "עזים"),
            ("+2D3cEA-", "🐐"),
            ("12 +- 3, 12 + 3 and 1+1=2", "12 + 3, 12 + 3 and 1+1=2"),
        ] {
            assert_eq!(decoded(written.as_bytes()), read, "{written}");
        }
        assert!(is_named("unicode-1-1-utf-7") && !is_named("utf-8"));
    }
}
