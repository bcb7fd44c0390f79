//! One part of a mail: its bytes, its character set, its words.

use std::borrow::Cow;

use charset::{Charset, UTF_7};
use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders as _};

use crate::import::Input;
use crate::import::encoding::decode;

/// The character set that a part names. A browser names none where the page does so itself, and whoever names ASCII
/// has not looked: where its letters are others, they tell their encoding themselves.
pub(super) fn charset_of<'a>(part: &'a MessagePart<'_>) -> Option<&'a str> {
    let named: &str = part.content_type()?.attribute("charset")?;
    (!named.eq_ignore_ascii_case("us-ascii")).then_some(named)
}

/// A part as it was sent, its transfer encoding undone and its characters not yet read.
pub(super) fn bytes_of<'a>(message: &'a Message<'_>, part: &MessagePart<'_>) -> Cow<'a, [u8]> {
    let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
    let body = place(part.offset_body)..place(part.offset_end);
    let sent = message.raw_message().get(body).unwrap_or_default();
    let decoded = match part.encoding {
        Encoding::None => None,
        Encoding::QuotedPrintable => quoted_printable_decode(sent),
        Encoding::Base64 => base64_decode(sent),
    };
    decoded.map_or(Cow::Borrowed(sent), Cow::Owned)
}

/// The words of a part: as the mail says, else as an encoding is told from the letters.
pub(super) fn words_of(
    input: &Input<'_>,
    message: &Message<'_>,
    part: &MessagePart<'_>,
) -> Option<String> {
    let said = part.text_contents()?;
    // Where letters are missing the mail names an encoding that its reader does not know: that of DOS.
    let whole = charset_of(part).is_some_and(|charset| {
        charset.to_ascii_lowercase().starts_with("utf")
            || !said.contains(char::REPLACEMENT_CHARACTER)
    });
    let is_utf_7 = |label: &str| Charset::for_label(label.as_bytes()) == Some(UTF_7);
    let words = if input.choices.encoding.is_none() && charset_of(part).is_some_and(is_utf_7) {
        let bytes = bytes_of(message, part);
        let (words, _) = UTF_7.decode_without_bom_handling(&bytes);
        words.into_owned()
    } else if whole && input.choices.encoding.is_none() {
        said.to_owned()
    } else {
        let bytes = bytes_of(message, part);
        decode(&bytes, charset_of(part), input.choices.encoding).text
    };
    let is = |name, value| {
        let attribute = part.content_type().and_then(|kind| kind.attribute(name));
        attribute.is_some_and(|is: &str| is.eq_ignore_ascii_case(value))
    };
    Some(if is("format", "flowed") {
        flowed(&words, is("delsp", "yes"))
    } else {
        words
    })
}

/// Lines that end in a space go on in the next one (RFC 3676); `glued` where that space is none of the text.
fn flowed(words: &str, glued: bool) -> String {
    let mut text = String::new();
    // How deep the line above is quoted, where it goes on.
    let mut goes_on: Option<usize> = None;
    for (nth, line) in words.lines().enumerate() {
        let content = line.trim_start_matches('>');
        let depth = line.len() - content.len();
        let content = content.strip_prefix(' ').unwrap_or(content);
        if goes_on != Some(depth) {
            if nth > 0 {
                text.push('\n');
            }
            text.push_str(line.get(..depth).unwrap_or_default());
            text.push_str(if depth > 0 { " " } else { "" });
        }
        // The line before a signature is none that flows.
        let flows = content.ends_with(' ') && content != "-- ";
        goes_on = flows.then_some(depth);
        text.push_str(if flows && glued {
            content.strip_suffix(' ').unwrap_or(content)
        } else {
            content
        });
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_flow_are_paragraphs() {
        let mail = "Forty goats fled, \nand 12 came \nback.\n\n From Monday on \n> none \n> at all\nBye\n-- \nIda";
        assert_eq!(
            flowed(mail, false),
            "Forty goats fled, and 12 came back.\n\nFrom Monday on \n> none at all\nBye\n-- \nIda"
        );
        assert_eq!(flowed("98,0 \n00 goats", true), "98,000 goats");
    }
}
