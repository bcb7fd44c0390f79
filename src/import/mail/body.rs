//! The words of a mail, which may be written in two forms.

use mail_parser::{Message, MessagePart, PartType};

use super::no_text;
use super::part::words_of;
use crate::import::doubt::{FIGURES_TOLD, figures};
use crate::import::{ImportError, Input, html};

/// The words of a mail. One in both forms is read in its plain one, unless that is no more than a pointer to the
/// other; figures that only the form left out has are told.
pub(super) fn body(
    input: &Input<'_>,
    message: &Message<'_>,
) -> Result<(String, Option<String>), ImportError> {
    let is_plain = |part: &MessagePart<'_>| matches!(part.body, PartType::Text(_));
    let plain = message
        .text_bodies()
        .find_map(|part| words_of(input, message, part))
        .filter(|_| message.parts.iter().any(is_plain));
    let page = message
        .html_part(0)
        .filter(|part| matches!(part.body, PartType::Html(_)))
        .and_then(|part| words_of(input, message, part))
        .map(|page| html::words(&page));
    let (body, left, form) = match (plain, page) {
        (Some(plain), None) => return Ok((plain, None)),
        (None, Some(page)) => return Ok((page, None)),
        (None, None) => return Err(no_text(input)),
        (Some(plain), Some(page)) => {
            let length = |words: &str| words.split_whitespace().count();
            if length(&plain) * 2 < length(&page) {
                (page, plain, "plain text")
            } else {
                (plain, page, "web page")
            }
        }
    };
    let taken = figures(&body);
    let only: Vec<String> = figures(&left).difference(&taken).cloned().collect();
    let notice = (!only.is_empty()).then(|| {
        let some: Vec<&str> = only.iter().take(FIGURES_TOLD).map(String::as_str).collect();
        format!(
            "The mail is written in two forms; its {form} was left out, which has figures that the other has not: {}",
            some.join(", ")
        )
    });
    Ok((body, notice))
}

#[cfg(test)]
mod tests {
    use crate::import::{Imported, read};

    #[test]
    fn a_mail_in_two_forms_tells_what_its_other_form_has() {
        let mail = |plain: &str| -> Imported {
            let page = "<p>Forty goats fled and 12 came back to the old farm by noon.</p>";
            let mail = format!(
                "From: Ida Moor <ida@wire.example>\nSubject: Goats\nDate: Tue, 27 Sep 2022 18:04:00 +0300\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\n{plain}\n--b\nContent-Type: text/html\n\n{page}\n--b--\n"
            );
            let mails = read("goats.eml", mail.as_bytes());
            mails.expect("a mail").remove(0)
        };
        let told = mail("Forty goats fled and a dozen came back to the old farm.");
        assert!(told.article.text.as_str().contains("a dozen"));
        assert!(
            told.notices[0].ends_with("the other has not: 12"),
            "{:?}",
            told.notices
        );
        let alike = mail("Forty goats fled and 12 came back to the old farm by noon.");
        assert_eq!(alike.notices, [""; 0]);
        let pointer = mail("Read this mail in your browser.");
        assert!(pointer.article.text.as_str().contains("12 came back"));
    }
}
