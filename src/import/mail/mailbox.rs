//! Mails one after the other in one file.

/// How every mail in a mailbox begins.
pub(super) const POSTMARK: &[u8] = b"From ";

/// The mails of a mailbox without the lines between them (RFC 4155); ">From " in a mail was "From ".
pub(super) fn letters(mailbox: &[u8]) -> Vec<Vec<u8>> {
    let mut letters: Vec<Vec<u8>> = Vec::new();
    let mut blank = true;
    for line in mailbox.split_inclusive(|byte| *byte == b'\n') {
        if blank && line.starts_with(POSTMARK) {
            letters.push(Vec::new());
        } else if let Some(letter) = letters.last_mut() {
            let quoted = line.starts_with(b">")
                && line.trim_ascii_start().get(1..).is_some_and(|rest| {
                    let rest = rest
                        .iter()
                        .position(|byte| *byte != b'>')
                        .and_then(|at| rest.get(at..));
                    rest.is_some_and(|rest| rest.starts_with(POSTMARK))
                });
            letter.extend_from_slice(line.get(usize::from(quoted)..).unwrap_or_default());
        }
        blank = line.trim_ascii().is_empty();
    }
    letters
}
