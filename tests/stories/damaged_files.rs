//! Files as programs write them are read exactly; a hundred damaged ones of each format end in an article or in a
//! clear error, never in a panic, and never in a wait without end.

use std::fs;
use std::io::{Cursor, Write as _};
use std::path::Path;

use countercheck::import;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/import");

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(FOLDER).join(name)).expect(name)
}

fn text_of(name: &str) -> String {
    let read = import::read(name, &fixture(name)).unwrap_or_else(|error| panic!("{error}"));
    read[0].article.text.as_str().to_owned()
}

#[test]
fn the_same_words_come_out_of_every_format() {
    for name in [
        "ferry.html",
        "ferry.mhtml",
        "ferry.eml",
        "ferry.mbox",
        "ferry.rss",
        "ferry.txt",
        "ferry-writer.docx",
        "ferry-chromium.pdf",
    ] {
        let text = text_of(name);
        assert!(
            text.starts_with(
                "Ferry figures\n\nThe ferry carried 1,250 goats in May, 5.5% more than in April"
            ),
            "{name}: {text}"
        );
        assert!(
            text.trim_end().ends_with("A trip costs £2.50."),
            "{name}: {text}"
        );
    }
}

#[test]
fn what_chromium_and_writer_print_is_read_back_figure_by_figure() {
    let lines = [
        "Goats of the Harbour: a yearly count\n\nThe harbour office counted 98,417 goats on the bridge between 1 January and 31 December, 5.5% more than the year before.¹ The ferry master",
        "Feeding the herd cost £2.5m, or €2.9m at the rate of the day, against £2.1m in 2024.",
        "The shepherds’ union believes that the office has missed as many as 3,000 animals, since the counter at the eastern gate was out of order for eleven days in June and for two days in August, when the market was held and the traffic was at its heaviest.\n",
        "By that tally some 101,000 goats crossed, although the union grants that 600 of them may have been sheep.",
        "משרד החקלאות מסר כי 98,417 עיזים (כ־5.5% יותר מאשתקד) חצו את הגשר, ועלות ההאכלה הייתה 2.5 מיליון ₪.",
        "The word עיזים means goats.",
        "\u{C}On the second page nothing changes: of the 98,417 goats, two in five were kids",
    ];
    for name in ["harbour-chromium.pdf", "harbour-writer.pdf"] {
        let text = text_of(name);
        for line in lines {
            assert!(text.contains(line), "{name} lacks {line}\n{text}");
        }
    }
    let text = text_of("harbour-chromium.pdf");
    assert!(
        text.contains("Month | Goats | Share\nMarch | 12,400 | 12.6%"),
        "{text}"
    );
    let written = text_of("harbour-writer.docx");
    assert!(
        written.contains(lines[4]) && written.contains("March | 12,400 | 12.6%"),
        "{written}"
    );
}

/// Numbers that look random and are the same on every machine (Knuth's linear congruential generator).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % end.max(1)
    }
}

/// A hundred ways in which a file can be damaged, the same each time.
fn damaged(whole: &[u8]) -> Vec<Vec<u8>> {
    let mut numbers = Numbers(7);
    (0..100)
        .map(|way| {
            let mut bytes = whole.to_vec();
            let at = numbers.below(bytes.len());
            match way % 6 {
                // Cut short.
                0 => bytes.truncate(at),
                // Its beginning lost.
                1 => drop(bytes.drain(..at)),
                // A piece missing inside.
                2 => {
                    let end = (at + 1 + numbers.below(400)).min(bytes.len());
                    drop(bytes.drain(at..end));
                }
                // Bytes turned.
                3 => (0..20).for_each(|_| {
                    let at = numbers.below(whole.len());
                    bytes[at] ^= 1 << numbers.below(8);
                }),
                // A piece of zeros.
                4 => {
                    let end = (at + 64).min(bytes.len());
                    bytes[at..end].fill(0);
                }
                // A piece twice.
                _ => {
                    let end = (at + 200).min(bytes.len());
                    let piece = bytes[at..end].to_vec();
                    drop(bytes.splice(at..at, piece));
                }
            }
            bytes
        })
        .collect()
}

#[test]
fn a_hundred_damaged_files_of_each_format_end_in_an_article_or_a_clear_error() {
    for name in [
        "ferry.html",
        "ferry.mhtml",
        "ferry.eml",
        "ferry.mbox",
        "ferry.rss",
        "ferry.txt",
        "ferry-writer.docx",
        "ferry-chromium.pdf",
    ] {
        let mut errors = 0;
        for bytes in damaged(&fixture(name)) {
            match import::read(name, &bytes) {
                Ok(read) => assert!(!read.is_empty(), "{name}: no article and no error"),
                Err(error) => {
                    errors += 1;
                    let told = error.to_string();
                    assert!(
                        told.contains(name) && told.contains(';'),
                        "what, and what to do: {told}"
                    );
                }
            }
        }
        assert!(errors < 100, "{name}: what is hardly damaged is read");
    }
}

#[test]
fn a_file_with_the_wrong_ending_is_read_for_what_it_is() {
    for (name, content) in [
        ("ferry.txt", "ferry-chromium.pdf"),
        ("ferry.pdf", "ferry.html"),
        ("ferry.html", "ferry-writer.docx"),
        ("ferry.docx", "ferry.eml"),
        ("ferry.jpg", "ferry.rss"),
    ] {
        let read = import::read(name, &fixture(content)).unwrap_or_else(|error| panic!("{error}"));
        assert!(
            read[0].article.text.as_str().contains("1,250 goats"),
            "{name}"
        );
    }
}

#[test]
fn nothing_swells_and_nothing_is_taken_for_what_it_is_not() {
    // 80 MB of zeros, packed to a few kilobytes.
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    archive
        .start_file(
            "word/document.xml",
            zip::write::SimpleFileOptions::default(),
        )
        .expect("a part");
    for _ in 0..80 {
        archive.write_all(&vec![b' '; 1 << 20]).expect("written");
    }
    let bomb = archive.finish().expect("an archive").into_inner();
    assert!(bomb.len() < 1 << 20);
    for (name, bytes, told) in [
        ("bomb.docx", bomb, "64 MB when it is unpacked"),
        ("nothing.pdf", Vec::new(), "is empty"),
        ("blank.txt", b" \n\t ".to_vec(), "is empty"),
        (
            "fake.pdf",
            b"%PDF-1.7\nthis is no such file".to_vec(),
            "is damaged",
        ),
        (
            "picture.png",
            b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec(),
            "is a picture",
        ),
        (
            "huge.txt",
            vec![b'a'; (200 << 20) + 1],
            "larger than 200 MB",
        ),
    ] {
        let error = import::read(name, &bytes).expect_err(name).to_string();
        assert!(error.contains(told) && error.contains(name), "{error}");
    }
}

#[test]
fn a_scanned_pdf_says_that_it_has_no_text() {
    let scanned = "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n\
        3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj\n4 0 obj<</Length 25>>stream\n10 10 180 180 re 0.5 g f  \nendstream endobj\n\
        trailer<</Root 1 0 R>>\n%%EOF\n";
    let error = import::read("scan.pdf", scanned.as_bytes())
        .expect_err("no text")
        .to_string();
    assert!(
        error.contains("no text on any page") && error.contains("OCR"),
        "{error}"
    );
}
