//! What is no text in any encoding.

use std::borrow::Cow;

use super::{ImportError, Input, encoding, utf_32};

/// One byte in so many may be a sign of control that no text has: old programs leave a few.
const STRAY: usize = 50;

/// One byte in so many may be a zero that a fault left in a text.
const ZERO: usize = 100;

/// The bytes without zeros that a fault left in a text, and how many there were; those of wide characters stay.
pub(super) fn without_zeros<'a>(input: &Input<'a>) -> (Cow<'a, [u8]>, usize) {
    let bytes = input.bytes;
    // A disk writes its files in blocks.
    let end = bytes
        .iter()
        .rposition(|byte| *byte != 0)
        .map_or(0, |last| last + 1);
    let text = bytes.get(..end).unwrap_or_default();
    let inside = memchr::memchr_iter(0, text).count();
    let zeros = inside + bytes.len() - end;
    let is_text = || inside * ZERO <= end && control(text).is_none();
    if zeros == 0 || is_wide(input) || !is_text() {
        return (Cow::Borrowed(bytes), 0);
    }
    let rest = text.iter().copied().filter(|byte| *byte != 0);
    (Cow::Owned(rest.collect()), zeros)
}

/// A notice of zeros that were passed over.
pub(super) fn zeros_told(zeros: usize) -> String {
    match zeros {
        1 => "A zero byte, which stands in no text, was passed over; a letter may be missing there"
            .to_owned(),
        _ => format!(
            "{zeros} zero bytes, which stand in no text, were passed over; letters may be missing there"
        ),
    }
}

/// Whether the bytes are those of wide characters.
fn is_wide(input: &Input<'_>) -> bool {
    let bytes = input.bytes;
    let chosen = input.choices.encoding.map(str::to_ascii_lowercase);
    bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF")
        || chosen.is_some_and(|it| it.starts_with("utf-16") || it.starts_with("utf-32"))
        || encoding::wide(bytes).is_some()
        || utf_32::text(bytes).is_some()
}

/// Refuses bytes that are no text: a zero byte stands in none but those of wide characters, and signs of control stand
/// in none by the dozen.
pub(super) fn must_be_text(input: &Input<'_>) -> Result<(), ImportError> {
    let bytes = input.bytes;
    if is_wide(input) {
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
    fn zeros_in_a_text_are_passed_over_and_told() {
        let text = "Forty goats fled the farm on Monday, and 12 came back. ".repeat(4);
        let bytes = [text.as_bytes(), b"The other 28\0 did not.", &[0; 512]].concat();
        let read_as = |bytes: &[u8]| read("goats.txt", bytes).map(|mut it| it.remove(0));
        let imported = read_as(&bytes).expect("a text");
        assert!(
            imported
                .article
                .text
                .as_str()
                .ends_with("The other 28 did not.")
        );
        assert!(
            imported.notices[0].starts_with("513 zero bytes"),
            "{:?}",
            imported.notices
        );
        let table: Vec<u8> = (0..900_u32)
            .flat_map(|n| [b'a', 0, 0, n.to_le_bytes()[0] | 1])
            .collect();
        assert!(read_as(&table).is_err());
    }

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
