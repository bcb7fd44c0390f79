//! Mails of several parts whose head does not tell how the parts are divided, for a field is damaged or was lost: the lines
//! between the parts tell it.

use std::borrow::Cow;

use memchr::memmem::find;

/// The field that tells it (RFC 2046, 5.1.1), and its attribute.
const FIELD: &str = "content-type:";
const ATTRIBUTE: &str = "boundary=";
/// What the head of a mail of several parts says.
const SEVERAL: &str = "multipart/";

/// A mail whose head tells how its parts are divided: as it is, where it does so or has but one part.
pub(super) fn told(mail: &[u8]) -> Cow<'_, [u8]> {
    let ends = [&b"\r\n\r\n"[..], b"\n\n"].map(|end| Some(find(mail, end)? + end.len()));
    let Some(end) = ends.into_iter().flatten().min() else {
        return Cow::Borrowed(mail);
    };
    let (head, body) = mail.split_at(end);
    let text = String::from_utf8_lossy(head);
    let fields = fields(&text);
    let kind = fields.iter().find(|field| is_kind(field));
    let is_several = kind.is_some_and(|kind| kind.to_ascii_lowercase().contains(SEVERAL));
    let named = kind.and_then(|kind| boundary(kind));
    if named.is_some_and(|named| find(body, format!("--{named}").as_bytes()).is_some()) {
        return Cow::Borrowed(mail);
    }
    let divider = divider(body);
    let head = match divider {
        Some(divider) if is_several || kind.is_none() => {
            format!("Content-Type: multipart/mixed; boundary=\"{divider}\"\r\n")
        }
        // It has one part, whatever it says.
        None if is_several => String::new(),
        _ => return Cow::Borrowed(mail),
    };
    let others = fields.iter().filter(|field| !is_kind(field));
    let mended: String = std::iter::once(head.as_str())
        .chain(others.copied())
        .collect();
    Cow::Owned([mended.as_bytes(), body].concat())
}

/// The fields of a head with the lines that go on with them, and the empty line below.
fn fields(head: &str) -> Vec<&str> {
    let mut starts: Vec<usize> = Vec::new();
    let mut at = 0;
    for line in head.split_inclusive('\n') {
        if !line.starts_with([' ', '\t']) || starts.is_empty() {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([head.len()]);
    let each = starts.iter().zip(ends);
    each.filter_map(|(start, end)| head.get(*start..end))
        .collect()
}

fn is_kind(field: &str) -> bool {
    let start = field.get(..FIELD.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(FIELD))
}

fn boundary(field: &str) -> Option<&str> {
    let at = field.to_ascii_lowercase().find(ATTRIBUTE)? + ATTRIBUTE.len();
    let rest = field.get(at..)?.trim_start_matches('"');
    let end = rest.find(['"', ';', '\r', '\n']).unwrap_or(rest.len());
    rest.get(..end).filter(|name| !name.is_empty())
}

/// What the first line says that stands above the head of a part: "--mark" above "Content-Type: …".
fn divider(body: &[u8]) -> Option<String> {
    let mut lines = body.split(|byte| *byte == b'\n');
    let mut above: &[u8] = &[];
    loop {
        let line = lines.next()?;
        let field = line.get(..b"content-".len());
        let is_head = field.is_some_and(|field| field.eq_ignore_ascii_case(b"content-"));
        if is_head && let Some(mark) = above.strip_prefix(b"--") {
            let mark = std::str::from_utf8(mark).ok()?.trim_end();
            return (!mark.is_empty() && !mark.contains('"')).then(|| mark.to_owned());
        }
        above = line;
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::read;

    const PARTS: &str = "--mark\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nRm9ydHkgZ29hdHMgZmxlZC4=\n--mark--\n";

    fn words(kind: &str, body: &str) -> (String, Vec<String>) {
        let mail = format!(
            "From: ida@wire.example\nSubject: Goats\nDate: Tue, 27 Sep 2022 18:04:00 +0300\n{kind}\n{body}"
        );
        let imported = read("goats.eml", mail.as_bytes())
            .expect("a mail")
            .remove(0);
        (imported.article.text.as_str().to_owned(), imported.notices)
    }

    #[test]
    fn parts_are_known_by_the_lines_between_them() {
        for kind in [
            "",
            "ContYnt-Type: multipart/mixed; boundary=mark\n",
            "Content-Type: multipart/mixed\n",
            "Content-Type: multipart/mixed;\n boundary=\"other\"\n",
        ] {
            let (text, notices) = words(kind, PARTS);
            assert_eq!(text.trim_end(), "Goats\n\nForty goats fled.", "{kind}");
            assert!(
                notices.iter().any(|it| it.contains("divided")),
                "{notices:?}"
            );
        }
    }

    #[test]
    fn a_mail_that_says_it_has_parts_and_has_none_is_its_words() {
        let (text, _) = words("Content-Type: multipart/mixed\n", "Forty goats fled.\n");
        assert_eq!(text.trim_end(), "Goats\n\nForty goats fled.");
    }

    #[test]
    fn a_whole_mail_stays_as_it_is() {
        let (text, notices) = words("Content-Type: multipart/mixed; boundary=mark\n", PARTS);
        assert_eq!(text.trim_end(), "Goats\n\nForty goats fled.");
        assert_eq!(notices, [""; 0]);
        let (text, notices) = words("", "Forty -- or so -- goats fled.\n");
        assert!(text.contains("or so") && notices.is_empty());
    }
}
