//! Mail (`.eml`), mailboxes (`.mbox`), and web pages saved as one file (`.mhtml`), which have the same form.

mod body;
mod mailbox;
mod part;

use mail_parser::{Message, MessageParser, MessagePart, MimeHeaders as _, PartType};

use self::body::body;
use self::mailbox::{POSTMARK, letters};
use self::part::{bytes_of, charset_of};
use super::{ImportError, Imported, Input, Provenance, Reader, date, html, of_text};
use crate::article::Metadata;

pub(super) const READER: Reader = Reader {
    name: "Mail, mailbox or saved page",
    endings: &["eml", "mbox", "mhtml", "mht"],
    recognises,
    read,
};

/// Fields of which a mail begins with one, in small letters.
const FIRST_FIELDS: [&str; 10] = [
    "from:",
    "received:",
    "return-path:",
    "delivered-to:",
    "mime-version:",
    "message-id:",
    "date:",
    "subject:",
    "x-",
    "dkim-signature:",
];

/// A mail begins with fields; two of its first lines tell. In a mailbox a line with sender and day comes before.
fn recognises(bytes: &[u8]) -> bool {
    let bytes = if bytes.starts_with(POSTMARK) {
        let end = memchr::memchr(b'\n', bytes).unwrap_or(bytes.len());
        bytes.get(end + 1..).unwrap_or_default()
    } else {
        bytes
    };
    let head = String::from_utf8_lossy(bytes.get(..bytes.len().min(2048)).unwrap_or_default())
        .to_lowercase();
    let mut lines = head.lines();
    let field = |line: &str| FIRST_FIELDS.iter().any(|name| line.starts_with(name));
    let starts = lines.next().is_some_and(field);
    let fields = head
        .split("\n\n")
        .next()
        .unwrap_or_default()
        .lines()
        .filter(|line| field(line))
        .count();
    starts
        && fields >= 2
        && (head.contains("\nmime-version:")
            || head.contains("\nmessage-id:")
            || head.contains("\ncontent-type:")
            || fields >= 3)
}

fn read(input: &Input<'_>) -> Result<Vec<Imported>, ImportError> {
    if !input.bytes.starts_with(POSTMARK) {
        return single(input);
    }
    let (mut read, mut failed) = (Vec::new(), Vec::new());
    for bytes in letters(input.bytes) {
        match single(&Input {
            bytes: &bytes,
            ..*input
        }) {
            Ok(mails) => read.extend(mails),
            Err(error) => failed.push(error),
        }
    }
    let skipped = failed.len();
    match (read.first_mut(), failed.pop()) {
        (None, Some(error)) => return Err(error),
        (Some(first), Some(_)) => first.notices.push(format!(
            "{skipped} {} of this mailbox could not be read and {} left out",
            if skipped == 1 { "mail" } else { "mails" },
            if skipped == 1 { "was" } else { "were" },
        )),
        _ => {}
    }
    Ok(read)
}

/// Mails within a mail, at most: each is read with all that is in it.
const MOST_WITHIN: usize = 200;

fn single(input: &Input<'_>) -> Result<Vec<Imported>, ImportError> {
    let within = memchr::memmem::find_iter(input.bytes, b"essage/rfc822").take(MOST_WITHIN + 1);
    if within.count() > MOST_WITHIN {
        return Err(ImportError::Damaged {
            name: input.name.to_owned(),
            because: format!("it holds more than {MOST_WITHIN} mails within mails"),
        });
    }
    let message =
        MessageParser::default()
            .parse(input.bytes)
            .ok_or_else(|| ImportError::Damaged {
                name: input.name.to_owned(),
                because: "it has no fields of a mail".to_owned(),
            })?;
    if let Some(address) = message.header_raw("Snapshot-Content-Location") {
        return Ok(vec![saved_page(input, &message, address.trim())?]);
    }
    let mut attached = Vec::new();
    let mut left = Vec::new();
    for part in message.attachments() {
        match attachment(input, &message, part) {
            Some(Ok(articles)) => attached.extend(articles),
            Some(Err(error)) => left.push(format!("An attachment was left out: {error}")),
            None => left.extend(
                part.attachment_name()
                    .map(|name| format!("An attachment was left out: {name} is no article")),
            ),
        }
    }
    if is_cut(&message) {
        left.push("The mail breaks off before its end; what is there was read".to_owned());
    }
    let mut articles = match mail(input, &message) {
        Ok(mail) => vec![mail],
        // A mail may be nothing but the cover of its article.
        Err(_) if !attached.is_empty() => Vec::new(),
        Err(error) => return Err(error),
    };
    articles.append(&mut attached);
    if let Some(first) = articles.first_mut() {
        first.notices.append(&mut left);
    }
    Ok(articles)
}

/// Sorts of attachments that are read, by the endings of their names.
const ARTICLES: [&str; 7] = ["docx", "docm", "pdf", "html", "htm", "txt", "md"];

/// The articles of an attached file; nothing where it is a picture, a signature or the like without a name.
fn attachment(
    input: &Input<'_>,
    message: &Message<'_>,
    part: &MessagePart<'_>,
) -> Option<Result<Vec<Imported>, ImportError>> {
    // A mail that was forwarded whole.
    if matches!(part.body, PartType::Message(_)) {
        let forwarded = bytes_of(message, part);
        return Some(single(&Input {
            bytes: &forwarded,
            ..*input
        }));
    }
    let name = part.attachment_name()?;
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_lowercase());
    let is_article = ending.is_some_and(|ending| ARTICLES.contains(&ending.as_str()));
    let foreign = super::foreign::told(part.contents()).is_some();
    (is_article || foreign).then(|| {
        super::read_as(&Input {
            name,
            bytes: part.contents(),
            declared: None,
            choices: input.choices,
        })
    })
}

/// Whether a mail of several parts lacks the line that ends the last of them (RFC 2046, 5.1.1).
fn is_cut(message: &Message<'_>) -> bool {
    let boundary = message
        .content_type()
        .and_then(|kind| kind.attribute("boundary"));
    boundary.is_some_and(|boundary| {
        let end = format!("--{boundary}--");
        memchr::memmem::find(message.raw_message(), end.as_bytes()).is_none()
    })
}

fn no_text(input: &Input<'_>) -> ImportError {
    ImportError::NoText {
        name: input.name.to_owned(),
    }
}

/// A page that a browser saved with all that belongs to it.
fn saved_page(
    input: &Input<'_>,
    message: &Message<'_>,
    address: &str,
) -> Result<Imported, ImportError> {
    let cut = || ImportError::Damaged {
        name: input.name.to_owned(),
        because: "it breaks off before its end".to_owned(),
    };
    let missing = || {
        if is_cut(message) {
            cut()
        } else {
            no_text(input)
        }
    };
    let part = message.html_part(0).ok_or_else(missing)?;
    let bytes = bytes_of(message, part);
    let page = Input {
        name: input.name,
        bytes: &bytes,
        declared: charset_of(part),
        choices: input.choices,
    };
    let mut imported = html::of_bytes(&page).map_err(|error| match error {
        ImportError::NoText { .. } => missing(),
        other => other,
    })?;
    if is_cut(message) {
        let words = "The saved page breaks off before its end; what is there was read";
        imported.notices.push(words.to_owned());
    }
    // A page that was opened from a disk has an address of that disk.
    if address.starts_with("http") {
        imported.provenance.push(Provenance {
            facet: "url",
            value: address.to_owned(),
            source: "saved page",
        });
        let url = &mut imported.article.metadata.url;
        url.get_or_insert_with(|| address.to_owned());
    }
    Ok(imported)
}

fn mail(input: &Input<'_>, message: &Message<'_>) -> Result<Imported, ImportError> {
    let subject = message.subject().unwrap_or_default().trim();
    let (body, notice) = body(input, message)?;
    if body.trim().is_empty() {
        return Err(no_text(input));
    }
    let mut provenance = Vec::new();
    let mut say = |facet, value: Option<String>| {
        provenance.extend(
            value
                .filter(|value| !value.is_empty())
                .map(|value| Provenance {
                    facet,
                    value,
                    source: "mail",
                }),
        );
    };
    let sender = message.from().and_then(|from| from.first());
    let name = sender.and_then(|sender| sender.name().or(sender.address()));
    // As the mail writes it, for the parser knows no zone by its name.
    let sent = message
        .header_raw("Date")
        .and_then(date::parse)
        .or_else(|| date::parse(&message.date()?.to_rfc3339()));
    say("title", Some(subject.to_owned()));
    say("byline", name.map(str::to_owned));
    say("published", sent.as_ref().map(ToString::to_string));
    let words = if subject.is_empty() {
        body
    } else {
        format!("{subject}\n\n{}", body.trim_start())
    };
    let metadata = Metadata {
        title: Some(subject.to_owned()).filter(|subject| !subject.is_empty()),
        byline: name.map(str::to_owned),
        published: sent,
        ..Metadata::default()
    };
    let article = of_text(input.name, &words, metadata);
    Ok(Imported::new(
        article,
        provenance,
        notice.into_iter().collect(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Choices;

    fn read_text(text: &str) -> Imported {
        assert!(recognises(text.as_bytes()), "{text}");
        let input = Input {
            name: "goats.eml",
            bytes: text.as_bytes(),
            declared: None,
            choices: Choices::default(),
        };
        read(&input).expect("a mail").remove(0)
    }

    #[test]
    fn a_mail_is_an_article_with_sender_and_date() {
        let imported = read_text(
            "From: Ida Moor <ida@wire.example>\nSubject: =?utf-8?q?Goats_=C3=A0_la_carte?=\nDate: Tue, 27 Sep 2022 18:04:00 +0300\nMessage-ID: <1@x>\nContent-Type: text/plain; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\n\nForty goats cost =A32.5m, a 5% ris=\ne.\n",
        );
        assert_eq!(
            imported.article.text.as_str().trim_end(),
            "Goats à la carte\n\nForty goats cost £2.5m, a 5% rise."
        );
        let metadata = &imported.article.metadata;
        assert_eq!(metadata.byline.as_deref(), Some("Ida Moor"));
        assert_eq!(
            metadata
                .published
                .as_ref()
                .map(ToString::to_string)
                .as_deref(),
            Some("2022-09-27T18:04:00+03:00")
        );
    }

    #[test]
    fn attached_articles_are_articles_and_others_are_named() {
        let mail = "From: Ida Moor <ida@wire.example>\nSubject: Goats\nDate: Tue, 27 Sep 2022 18:04:00 +0300\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=goats.txt\n\nForty goats fled.\n--b\nContent-Type: application/rtf\nContent-Disposition: attachment; filename=sheep.rtf\n\n{\\rtf1 12 sheep}\n--b--\n";
        let read = crate::import::read("goats.eml", mail.as_bytes()).expect("a mail");
        let texts: Vec<&str> = read
            .iter()
            .map(|it| it.article.text.as_str().trim())
            .collect();
        assert_eq!(texts, ["Goats\n\nSee below.", "Forty goats fled."]);
        assert!(
            read[0].notices[0].contains("sheep.rtf"),
            "{:?}",
            read[0].notices
        );
    }

    #[test]
    fn a_forwarded_mail_is_read_and_one_that_breaks_off_says_so() {
        let inner = "From: Bo Lind <bo@wire.example>\nSubject: Sheep\nDate: Mon, 26 Sep 2022 10:00:00 +0300\nMessage-ID: <2@x>\n\nTwelve sheep came back.\n";
        let mail = format!(
            "From: Ida Moor <ida@wire.example>\nSubject: Goats\nDate: Tue, 27 Sep 2022 18:04:00 +0300\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: message/rfc822\n\n{inner}\n--b--\n"
        );
        let texts = |mail: &str| -> Vec<String> {
            let read = crate::import::read("goats.eml", mail.as_bytes()).expect("a mail");
            let lines = read
                .iter()
                .map(|it| it.article.text.as_str().trim().to_owned());
            lines
                .chain(
                    read.first()
                        .into_iter()
                        .flat_map(|first| first.notices.clone()),
                )
                .collect()
        };
        assert_eq!(
            texts(&mail),
            ["Goats\n\nSee below.", "Sheep\n\nTwelve sheep came back."]
        );
        let cut = mail.replace("\n--b--\n", "");
        assert!(
            texts(&cut).iter().any(|line| line.contains("breaks off")),
            "{cut}"
        );
    }

    #[test]
    fn mails_within_mails_have_an_end() {
        let head = "From: Ida Moor <ida@wire.example>\nSubject: Goats\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n";
        let mail = head.repeat(2_000);
        let input = Input {
            name: "goats.eml",
            bytes: mail.as_bytes(),
            declared: None,
            choices: Choices::default(),
        };
        assert!(matches!(read(&input), Err(ImportError::Damaged { .. })));
    }

    #[test]
    fn a_saved_page_is_read_as_a_page() {
        let imported = read_text(
            "From: <Saved by Blink>\nSnapshot-Content-Location: https://wire.example/goats\nSubject: x\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n--b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n<html><head><title>Goats</title></head><body><article><p>Forty goats fled =3D 40.</p></article></body></html>\n--b--\n",
        );
        assert!(
            imported
                .article
                .text
                .as_str()
                .contains("Forty goats fled = 40.")
        );
        assert_eq!(
            imported.article.metadata.url.as_deref(),
            Some("https://wire.example/goats")
        );
    }

    #[test]
    fn a_page_saved_from_a_disk_is_a_page_without_an_address() {
        let imported = read_text(
            "From: <Saved by Blink>\nSnapshot-Content-Location: file:///home/ida/goats.html\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html\n\n<html><head><title>Goats flee</title></head><body><article><p>Forty goats fled.</p></article></body></html>\n",
        );
        let metadata = &imported.article.metadata;
        assert_eq!(metadata.title.as_deref(), Some("Goats flee"));
        assert_eq!(metadata.url, None);
        assert_eq!(metadata.byline, None);
    }

    #[test]
    fn a_part_without_a_character_set_is_read_as_its_page_or_its_letters_say() {
        let (page, _, _) = encoding_rs::WINDOWS_1255.encode(
            "<html><head><meta charset=windows-1255><title>שיטפון בנמל</title></head><body><p>לפחות 14 בני אדם נהרגו בשיטפון בנמל, כך מסרה המשטרה ביום שני, ועוד 40 נפצעו ופונו לבתי החולים.</p></body></html>",
        );
        let head = b"From: <Saved by Blink>\nSnapshot-Content-Location: http://wire.example/1\nContent-Type: text/html\nContent-Transfer-Encoding: binary\n\n";
        let bytes = [head.as_slice(), &page].concat();
        let input = Input {
            name: "page.mhtml",
            bytes: &bytes,
            declared: None,
            choices: Choices::default(),
        };
        let imported = single(&input).expect("a page").remove(0);
        assert_eq!(
            imported.article.metadata.title.as_deref(),
            Some("שיטפון בנמל")
        );
        assert!(imported.article.text.as_str().contains("לפחות 14 בני אדם"));
    }

    #[test]
    fn a_mailbox_gives_every_mail() {
        let mail = |number: u8, body: &str| {
            format!(
                "From ida@wire.example Mon Mar  2 09:00:00 2026\nFrom: Ida Moor <ida@wire.example>\nSubject: Goats {number}\nDate: Mon, 2 Mar 2026 09:00:00 +0100\nMessage-ID: <{number}@x>\n\n{body}\n\n"
            )
        };
        let mailbox = mail(1, "Forty goats fled.\n>From Monday on there were 12.")
            + &mail(2, "All 40 are back.");
        assert!(recognises(mailbox.as_bytes()));
        let input = Input {
            name: "goats.mbox",
            bytes: mailbox.as_bytes(),
            declared: None,
            choices: Choices::default(),
        };
        let read = read(&input).expect("two mails");
        let texts: Vec<&str> = read
            .iter()
            .map(|mail| mail.article.text.as_str().trim_end())
            .collect();
        assert_eq!(
            texts,
            [
                "Goats 1\n\nForty goats fled.\nFrom Monday on there were 12.",
                "Goats 2\n\nAll 40 are back."
            ]
        );
    }

    #[test]
    fn one_endless_mail_does_not_stop_its_mailbox() {
        let mail = |body: &str| {
            format!(
                "From ida@wire.example Mon Mar  2 09:00:00 2026\nFrom: Ida <ida@wire.example>\nSubject: Goats\nDate: Mon, 2 Mar 2026 09:00:00 +0100\n\n{body}\n\n"
            )
        };
        let endless = "Forty goats fled.\n".repeat(super::super::LONGEST_TEXT / 17);
        let mailbox = mail(&endless) + &mail("All 40 are back.");
        let read = crate::import::read("goats.mbox", mailbox.as_bytes()).expect("one mail");
        assert_eq!(read.len(), 1);
        assert!(
            read[0].notices[0].contains("1 of 2"),
            "{:?}",
            read[0].notices
        );
        let alone = crate::import::read("goats.txt", endless.as_bytes());
        assert!(alone.expect_err("too long").to_string().contains("8 MB"));
    }

    #[test]
    fn an_article_that_only_begins_like_a_mail_is_none() {
        assert!(!recognises(b"From: the desk\n\nForty goats fled."));
    }
}
