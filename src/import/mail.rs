//! Mail (`.eml`), mailboxes (`.mbox`), and web pages saved as one file (`.mhtml`), which have the same form.

mod body;
mod boundary;
mod cut;
mod forwarded;
mod head;
mod mailbox;
mod part;

use std::borrow::Cow;

use mail_parser::{
    Header, HeaderName, Message, MessageParser, MessagePart, MimeHeaders as _, PartType,
};

use self::body::body;
use self::forwarded::forwarded;
use self::mailbox::{POSTMARK, letters};
use self::part::{bytes_of, charset_of};
use super::binary::{self, must_be_text};
use super::words::Words;
use super::{ImportError, Imported, Input, Provenance, Reader, date, html, of_text, plain_text};
use crate::article::{Metadata, Moment};

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
    if !recognises(input.bytes) {
        must_be_text(input)?;
    }
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
    let divided = boundary::told(input.bytes);
    let is_mended = matches!(divided, Cow::Owned(_));
    let bytes = head::in_utf_8(&divided);
    let input = &Input {
        bytes: &bytes,
        ..*input
    };
    let message =
        MessageParser::default()
            .parse(input.bytes)
            .ok_or_else(|| ImportError::Damaged {
                name: input.name.to_owned(),
                because: "it has no fields of a mail".to_owned(),
            })?;
    // "Alert: forty goats fled" begins no mail, whatever the name of its file.
    let is_field = |header: &Header<'_>| !matches!(header.name, HeaderName::Other(_));
    if !message.headers().iter().any(is_field) {
        return (plain_text::READER.read)(input);
    }
    let mended = cut::mended(&message);
    let is_cut = mended.is_some() || cut::breaks_off(&message);
    let mended = mended.as_deref();
    let message = mended
        .and_then(|bytes| MessageParser::default().parse(bytes))
        .unwrap_or(message);
    if let Some(address) = message.header_raw("Snapshot-Content-Location") {
        return Ok(vec![saved_page(input, &message, is_cut, address.trim())?]);
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
    if is_mended {
        left.push(
            "The mail does not tell how its parts are divided; that was taken from where they begin"
                .to_owned(),
        );
    }
    if is_cut {
        left.push("The mail breaks off before its end; what is there was read".to_owned());
    }
    let mut articles = match mail(input, &message) {
        Ok(mail) => vec![mail],
        // A mail may be nothing but the cover of its article.
        Err(_) if !attached.is_empty() => Vec::new(),
        Err(error) => return Err(error),
    };
    for imported in &mut attached {
        take_from_cover(imported, &message);
    }
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
    let foreign = super::foreign::refused(name, part.contents()).is_some();
    (is_article || foreign).then(|| {
        super::read_as(&Input {
            name,
            bytes: &bytes_of(message, part),
            declared: charset_of(part),
            choices: input.choices,
        })
    })
}

/// An attached article without title, author or date has those of the mail that brings it.
fn take_from_cover(imported: &mut Imported, message: &Message<'_>) {
    let metadata = &mut imported.article.metadata;
    let mut take = |facet, held: &mut Option<String>, told: Option<String>| {
        if let Some(value) = told.filter(|value| held.is_none() && !value.is_empty()) {
            *held = Some(value.clone());
            imported.provenance.push(Provenance {
                facet,
                value,
                source: COVER,
            });
        }
    };
    let subject = message.subject().map(|subject| subject.trim().to_owned());
    take("title", &mut metadata.title, subject);
    take(
        "byline",
        &mut metadata.byline,
        sender(message).map(str::to_owned),
    );
    let sent = sent(message).map(|sent| sent.to_string());
    let mut published = metadata.published.as_ref().map(ToString::to_string);
    take("published", &mut published, sent);
    metadata.published = published.and_then(|published| published.parse().ok());
}

/// Where the metadata of an attachment are from that tells none of its own.
const COVER: &str = "mail it came with";

/// The name of the sender, else the address.
fn sender<'a>(message: &'a Message<'_>) -> Option<&'a str> {
    let sender = message.from().and_then(|from| from.first());
    sender.and_then(|sender| sender.name().or(sender.address()))
}

/// The moment of the mail as it writes it, for the parser knows no zone by its name.
fn sent(message: &Message<'_>) -> Option<Moment> {
    let written = message.header_raw("Date").and_then(date::parse);
    written.or_else(|| date::parse(&message.date()?.to_rfc3339()))
}

fn no_text(input: &Input<'_>) -> ImportError {
    ImportError::NoText {
        name: input.name.to_owned(),
    }
}

/// The page itself among the parts of a saved one: the part that its head names as the start, else the first page.
fn page_part<'m>(message: &'m Message<'_>) -> Option<&'m MessagePart<'m>> {
    let bare = |id: &'m str| id.trim_matches(['<', '>', ' ']);
    let start = message
        .content_type()
        .and_then(|sort| sort.attribute("start"))
        .map(bare);
    let is_page = |part: &&MessagePart<'_>| matches!(part.body, PartType::Html(_));
    let mut pages = message.parts.iter().filter(is_page);
    let named = pages
        .clone()
        .find(|part| start.is_some() && part.content_id().map(bare) == start);
    named.or_else(|| pages.next())
}

/// A page that a browser saved with all that belongs to it.
fn saved_page(
    input: &Input<'_>,
    message: &Message<'_>,
    is_cut: bool,
    address: &str,
) -> Result<Imported, ImportError> {
    let cut = || ImportError::Damaged {
        name: input.name.to_owned(),
        because: "it breaks off before its end".to_owned(),
    };
    let missing = || {
        if is_cut { cut() } else { no_text(input) }
    };
    let part = page_part(message).ok_or_else(missing)?;
    let bytes = bytes_of(message, part);
    let page = Input {
        name: input.name,
        bytes: &bytes,
        declared: charset_of(part),
        choices: input.choices,
    };
    let mut imported = html::of_bytes(&page, Some(address)).map_err(|error| match error {
        ImportError::NoText { .. } => missing(),
        other => other,
    })?;
    if is_cut {
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
    let (mut body, notice) = body(input, message)?;
    let mut notices: Vec<String> = notice.into_iter().collect();
    let answers = subject
        .split_once(':')
        .is_some_and(|(word, _)| Words::all().is_reply(word));
    let inner = forwarded(&body).filter(|_| !answers);
    if let Some(inner) = &inner {
        body.clone_from(&inner.words);
        notices.push(format!(
            "The mail forwards another; what was sent with it, “{subject}”, was left out"
        ));
    }
    let told = |facet: &str| inner.as_ref().and_then(|inner| inner.fields.get(facet));
    let subject = told("title").map_or(subject, String::as_str);
    // A letter may be cut in half.
    let body = body.trim_end_matches(char::REPLACEMENT_CHARACTER);
    if body.trim().is_empty() {
        return Err(no_text(input));
    }
    if let Some(place) = binary::control(body.as_bytes()) {
        return Err(ImportError::Binary {
            name: input.name.to_owned(),
            what: "a sign of control in its words",
            place,
        });
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
    let name = sender(message);
    // "Bo Lind <bo@wire.example>"
    let of_inner = told("byline").map(|written| {
        let name = written.split(['<', '[']).next().unwrap_or_default();
        name.trim_matches(['"', '*', ' '])
    });
    let name = if inner.is_some() { of_inner } else { name };
    let day_of_inner = told("published").and_then(|written| date::parse(written));
    let sent = sent(message);
    let unread = message.header_raw("Date").map(str::trim);
    let unread = unread.filter(|written| sent.is_none() && !written.is_empty());
    notices.extend(unread.map(|written| format!("“{written}” cannot be read as a date")));
    let sent = if inner.is_some() { day_of_inner } else { sent };
    say("title", Some(subject.to_owned()));
    say("byline", name.map(str::to_owned));
    say("published", sent.as_ref().map(ToString::to_string));
    let words = if subject.is_empty() {
        body.to_owned()
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
    Ok(Imported::new(article, provenance, notices))
}

#[cfg(test)]
mod tests;
