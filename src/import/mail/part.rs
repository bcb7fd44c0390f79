//! One part of a mail: its bytes, its character set, its words.

use std::borrow::Cow;

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, Message, MessagePart, MimeHeaders as _};

use crate::import::Input;
use crate::import::encoding::decode;

/// The character set that a part names. A browser names none where the page does so itself.
pub(super) fn charset_of<'a>(part: &'a MessagePart<'_>) -> Option<&'a str> {
    part.content_type()?.attribute("charset")
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
    if charset_of(part).is_some() && input.choices.encoding.is_none() {
        return Some(said.to_owned());
    }
    let bytes = bytes_of(message, part);
    Some(decode(&bytes, charset_of(part), input.choices.encoding).text)
}
