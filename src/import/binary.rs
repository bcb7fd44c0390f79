//! What is no text in any encoding.

use super::{ImportError, Input, encoding};

/// One byte in so many may be a sign of control that no text has: old programs leave a few.
const STRAY: usize = 50;

/// Refuses bytes that are no text: a zero byte stands in none but those of wide characters, and signs of control stand
/// in none by the dozen.
pub(super) fn must_be_text(input: &Input<'_>) -> Result<(), ImportError> {
    let bytes = input.bytes;
    let wide = bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF")
        || matches!(input.choices.encoding, Some("utf-16le" | "utf-16be"))
        || encoding::wide(bytes).is_some()
        || encoding::utf_32(bytes).is_some();
    if wide {
        return Ok(());
    }
    let zero = memchr::memchr(0, bytes).map(|place| ("a zero byte", place));
    match zero.or_else(|| Some(("a sign of control", control(bytes)?))) {
        Some((what, place)) => Err(ImportError::Binary {
            name: input.name.to_owned(),
            what,
            place,
        }),
        None => Ok(()),
    }
}

/// Where the first of many signs of control stands.
pub(super) fn control(bytes: &[u8]) -> Option<usize> {
    // Shifts to other alphabets and marks of old printers and disks do stand in texts.
    let is_control = |byte: &u8| matches!(byte, 1..=6 | 0x10..=0x19 | 0x1C..=0x1F | 0x7F);
    let count = bytes.iter().filter(|byte| is_control(byte)).count();
    if count * STRAY <= bytes.len() {
        return None;
    }
    bytes.iter().position(is_control)
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn rubbish_is_no_text_whatever_its_ending() {
        let rubbish: Vec<u8> = (1..4000_u32)
            .map(|n| (n.wrapping_mul(2_654_435_761) >> 11).to_le_bytes()[0].max(1))
            .collect();
        let mail = [
            &b"From: Ida <ida@wire.example>\nSubject: Goats\nDate: Tue, 27 Sep 2022 18:04:00 +0300\n\n"[..],
            &rubbish,
        ]
        .concat();
        let mailbox = [b"From ida\n", mail.as_slice()].concat();
        for (name, bytes) in [
            ("goats.txt", &rubbish),
            ("goats.eml", &rubbish),
            ("goats.mbox", &rubbish),
            ("goats.eml", &mail),
            ("goats.mbox", &mailbox),
        ] {
            let error = read(name, bytes).expect_err("no text").to_string();
            assert!(error.contains("is not text"), "{name}: {error}");
        }
        let old = b"Forty goats fled the old farm on Monday, and 12 came back.\x1A\x02";
        assert!(read("goats.txt", old).is_ok());
    }
}
