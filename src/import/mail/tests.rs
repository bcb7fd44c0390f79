//! Mails, mailboxes and saved pages as they are sent.

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
    let mailbox =
        mail(1, "Forty goats fled.\n>From Monday on there were 12.") + &mail(2, "All 40 are back.");
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

#[test]
fn hebrew_of_dos_in_a_mail_is_read() {
    let mut mail = b"From: a@desk.example\nSubject: Goats\nContent-Type: text/plain; charset=cp862\nContent-Transfer-Encoding: 8bit\n\n".to_vec();
    // "40 עזים" in the code page of DOS.
    mail.extend(b"40 \x92\x86\x89\x8d\n");
    let read = crate::import::read("goats.eml", &mail).expect("a mail");
    let text = read[0].article.text.as_str();
    assert!(text.contains("40 עזים"), "{text}");
}

#[test]
fn what_has_no_field_of_a_mail_is_a_text_whatever_its_name() {
    let input = Input {
        name: "goats.eml",
        bytes: b"Alert: 14 goats lost at sea\n\nThe ferry said 31 were missing.",
        declared: None,
        choices: Choices::default(),
    };
    let read = read(&input).expect("a text").remove(0);
    assert!(read.article.text.as_str().starts_with("Alert: 14 goats"));
}

#[test]
fn letters_tell_their_encoding_where_the_mail_names_none_or_ascii() {
    let ascii = "From: Ida <ida@wire.example>\nSubject: Goats\nDate: Tue, 27 Sep 2022 18:04:00 +0300\nMIME-Version: 1.0\nContent-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 8bit\n\nZoë said forty goats cost €3.4 million.\n";
    let text = read_text(ascii).article.text;
    assert!(
        text.as_str().contains("Zoë said forty goats cost €3.4"),
        "{}",
        text.as_str()
    );
    let attached = b"From: Ida <ida@wire.example>\nSubject: Goats\nDate: Tue, 27 Sep 2022 18:04:00 +0300\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee below.\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=goats.txt\n\n\x93Forty goats\x94 cost \x803.4 million, Zo\xEB said.\n--b--\n";
    let input = Input {
        name: "goats.eml",
        bytes: attached,
        declared: None,
        choices: Choices::default(),
    };
    let articles = read(&input).expect("a mail");
    let goats = articles[1].article.text.as_str();
    assert!(
        goats.contains("“Forty goats” cost €3.4 million, Zoë said"),
        "{goats}"
    );
}

#[test]
fn a_mail_in_seven_bits_is_read_whole() {
    let mail = "From: Ida <ida@wire.example>\nSubject: Goats\nDate: Tue, 27 Sep 2022 18:04:00 +0300\nMIME-Version: 1.0\nContent-Type: text/plain; charset=unicode-1-1-utf-7\n\n12 goats cost +IKw-40, the caf+AOk said: +BeIF1gXZBd0- +- +2D3cEA-.\n";
    let text = read_text(mail).article.text;
    let read = "12 goats cost €40, the café said: עזים + 🐐.";
    assert!(text.as_str().contains(read), "{}", text.as_str());
}

#[test]
fn an_attachment_without_title_author_and_day_has_those_of_its_mail() {
    let mail = "From: Ida Moor <ida@wire.example>\nSubject: Goats\nDate: Tue, 27 Sep 2022 18:04:00 +0300\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nSee the annex.\n--b\nContent-Type: text/plain\nContent-Disposition: attachment; filename=annex.txt\n\nForty goats were counted on the farm.\n--b--\n";
    let articles = crate::import::read("goats.eml", mail.as_bytes()).expect("a mail");
    let metadata = &articles[1].article.metadata;
    assert_eq!(metadata.title.as_deref(), Some("Goats"));
    assert_eq!(metadata.byline.as_deref(), Some("Ida Moor"));
    let published = metadata.published.as_ref().map(ToString::to_string);
    assert_eq!(published.as_deref(), Some("2022-09-27T18:04:00+03:00"));
}

#[test]
fn a_day_that_is_none_is_told() {
    let mail = "From: Ida Moor <ida@wire.example>\nSubject: Goats\nDate: Foo, 99 Bar 2026\n\nForty goats fled.\n";
    let articles = crate::import::read("goats.eml", mail.as_bytes()).expect("a mail");
    assert!(articles[0].notices.iter().any(|it| it.contains("99 Bar")));
}
