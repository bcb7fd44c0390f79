//! The fields of a mail, whose characters may be sent as they are (RFC 6532): old programs do so in whatever encoding they
//! use.

use std::borrow::Cow;

use memchr::memmem::find;

use crate::import::encoding::decode;

/// A mail with its fields in UTF-8, told by the character set of its body or guessed.
pub(super) fn in_utf_8(mail: &[u8]) -> Cow<'_, [u8]> {
    let ends = [&b"\r\n\r\n"[..], b"\n\n"].map(|end| find(mail, end));
    let end = ends.into_iter().flatten().min().unwrap_or(mail.len());
    let (head, rest) = mail.split_at_checked(end).unwrap_or((mail, &[]));
    if std::str::from_utf8(head).is_ok() {
        return Cow::Borrowed(mail);
    }
    let charset = charset(head).or_else(|| charset(rest));
    let head = decode(head, charset.as_deref(), None).text;
    Cow::Owned([head.as_bytes(), rest].concat())
}

/// The first character set that is named.
fn charset(part: &[u8]) -> Option<String> {
    let named = [&b"charset="[..], b"Charset=", b"CHARSET="];
    let at = named
        .into_iter()
        .find_map(|name| Some(find(part, name)? + name.len()))?;
    let rest = part.get(at..)?.iter().skip_while(|byte| **byte == b'"');
    let name: Vec<u8> = rest
        .copied()
        .take_while(|it| it.is_ascii_alphanumeric() || b"-_".contains(it))
        .collect();
    String::from_utf8(name).ok()
}

#[cfg(test)]
mod tests {
    use crate::import::read;

    #[test]
    fn fields_in_an_old_encoding_are_read() {
        let mail = b"From: Ren\xE9 Moor <rene@wire.example>\nSubject: Forty goats at the caf\xE9 \x96 12 are back\nDate: Tue, 27 Sep 22 18:04 EST\nContent-Type: text/plain; charset=windows-1252\n\nThe caf\xE9 had 40 goats.\n";
        let metadata = read("goats.eml", mail)
            .expect("a mail")
            .remove(0)
            .article
            .metadata;
        assert_eq!(
            metadata.title.as_deref(),
            Some("Forty goats at the café – 12 are back")
        );
        assert_eq!(metadata.byline.as_deref(), Some("René Moor"));
        let published = metadata.published.map(|it| it.to_string());
        assert_eq!(published.as_deref(), Some("2022-09-27T18:04:00-05:00"));
    }
}
