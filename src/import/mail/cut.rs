//! Mails that break off before their end: what is whole in them is read.

use mail_parser::{Encoding, Message, MimeHeaders as _, PartType};

/// A mail that breaks off with the lines it lacks, which end its parts (RFC 2046, 5.1.1); nothing where it is whole.
pub(super) fn mended(message: &Message<'_>) -> Option<Vec<u8>> {
    let raw = message.raw_message();
    let is_open = |boundary: &&str| {
        let end = format!("--{boundary}--");
        memchr::memmem::find(raw, end.as_bytes()).is_none()
    };
    let parts = message.parts.iter();
    let boundaries = parts.filter_map(|part| part.content_type()?.attribute("boundary"));
    let open: Vec<&str> = boundaries.filter(is_open).collect();
    if open.is_empty() {
        return None;
    }
    // Half of such a line is no part of what stands above it.
    let last = memchr::memrchr(b'\n', raw).map_or(0, |at| at + 1);
    let (above, half) = raw.split_at_checked(last)?;
    let mut whole = if half.starts_with(b"--") { above } else { raw }.to_vec();
    for boundary in open.into_iter().rev() {
        whole.extend(format!("\n--{boundary}--\n").bytes());
    }
    Some(whole)
}

/// Whether a mail of one part in letters of 64 breaks off: its last group is none, or its last line no line and its last
/// word no end of a sentence.
pub(super) fn breaks_off(message: &Message<'_>) -> bool {
    let Some(part) = message.parts.first() else {
        return false;
    };
    let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
    let sent = message.raw_message().get(place(part.offset_body)..);
    let sent = sent.unwrap_or_default();
    let of_group = |byte: &&u8| byte.is_ascii_alphanumeric() || b"+/".contains(byte);
    let words = match &part.body {
        PartType::Text(words) | PartType::Html(words) => words.trim_end(),
        _ => return false,
    };
    part.encoding == Encoding::Base64
        && !sent.trim_ascii_end().ends_with(b"=")
        && (!sent.iter().filter(of_group).count().is_multiple_of(4)
            || !sent.ends_with(b"\n")
                && words
                    .ends_with(|c: char| c.is_alphanumeric() || c == char::REPLACEMENT_CHARACTER))
}

#[cfg(test)]
mod tests {
    use crate::import::read;

    const FIELDS: &str = "From: Ida Moor <ida@wire.example>\nSubject: Goats\nDate: Tue, 27 Sep 2022 18:04:00 +0300\nMIME-Version: 1.0\n";
    /// "Forty goats fled the old farm, and 12 came back", cut inside a letter of two bytes.
    const BODY: &str = "Content-Transfer-Encoding: base64\n\nRm9ydHkgZ29hdHMgZmxlZCB0aGUgb2xkIGZhcm0sIGFuZCAx\nMiBjYW1lIGJhY2vD";

    #[test]
    fn what_is_whole_of_a_mail_that_breaks_off_is_read() {
        let alone = format!("{FIELDS}Content-Type: text/plain; charset=utf-8\n{BODY}");
        let parts = |kind: &str| {
            format!(
                "{FIELDS}Content-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: multipart/alternative; boundary=in\n\n--in\nContent-Type: {kind}; charset=utf-8\n{BODY}"
            )
        };
        for mail in [
            alone,
            parts("text/plain"),
            parts("text/html"),
            parts("text/html") + "\n--i",
        ] {
            let read = read("goats.eml", mail.as_bytes())
                .expect("a mail")
                .remove(0);
            let text = read.article.text.as_str().trim_end();
            assert_eq!(
                text,
                "Goats\n\nForty goats fled the old farm, and 12 came back"
            );
            assert!(
                read.notices.iter().any(|it| it.contains("breaks off")),
                "{mail}: {:?}",
                read.notices
            );
        }
    }
}
