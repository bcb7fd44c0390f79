//! The report as PDF: tagged for screen readers (PDF/UA-1), fit for archives (PDF/A-2a), every typeface inside.
//!
//! It is set by typst. The template in `assets/report` is the only markup; the report reaches it as data, so no word of
//! an article is ever read as markup.

mod data;
mod letters;
mod view;
mod world;

use typst::diag::SourceResult;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use super::pace::Pace;
use super::{ExportError, Format, Reader, Report};
use world::Desk;

pub(super) const FORMAT: Format = Format {
    name: "PDF",
    ending: "pdf",
    purpose: "Pages to print, send and archive, readable by screen readers",
    reader: Reader::Person,
    write,
    caution: Some(caution),
};

/// From this many pages on a report is announced before it is set.
const MANY: usize = 300;
/// About how many pages are set in a second.
const IN_A_SECOND: usize = 20;

/// What to know before a report is written that takes its time.
fn caution(report: &Report) -> Option<String> {
    if report.quotes.len() < MANY {
        return None;
    }
    let data = data::of(report, None);
    let seconds = (data.pages / IN_A_SECOND).next_multiple_of(10).max(10);
    let left = match data.left {
        0 => "; the web page and the spreadsheet are written at once".to_owned(),
        left => format!("; {}", data::left_out(left).trim_end_matches('.')),
    };
    (data.pages >= MANY).then(|| {
        format!(
            "A PDF of this report has about {} pages and takes some {seconds} seconds{left}",
            data.pages
        )
    })
}

/// When the pages have been laid out, in per cent of the whole time. A second round, which knows how many they are and
/// tells nothing, is quicker.
const LAID_OUT: usize = 65;
/// When they are known; their way into a file takes the rest.
const KNOWN: usize = 90;

fn write(report: &Report, pace: &Pace) -> Result<Vec<u8>, ExportError> {
    let set = set(report, pace);
    if pace.is_given_up() {
        return Err(ExportError::Cancelled);
    }
    set.map_err(|because| ExportError::Failed {
        format: FORMAT.name,
        because,
    })
}

fn set(report: &Report, pace: &Pace) -> Result<Vec<u8>, String> {
    let logo = report.layout.logo.as_ref().map(|logo| {
        let (ending, bytes) = logo.file();
        (format!("logo.{ending}"), bytes.to_vec())
    });
    let name = logo.as_ref().map(|(name, _)| name.as_str());
    let data = data::of(report, name);
    let desk = Desk::new(&data.value, logo, pace)?;
    let bytes = pages(&desk, pace);
    // What was worked out for these pages serves no others.
    comemo::evict(0);
    bytes.map_err(|errors| {
        let told: Vec<&str> = errors.iter().map(|error| error.message.as_str()).collect();
        told.join("; ")
    })
}

fn pages(desk: &Desk<'_>, pace: &Pace) -> SourceResult<Vec<u8>> {
    let document = typst::compile::<PagedDocument>(desk).output?;
    pace.is_at(KNOWN);
    let options = PdfOptions {
        standards: standards(),
        ..PdfOptions::default()
    };
    typst_pdf::pdf(&document, &options).map(without_suspects)
}

/// The file without saying that no tag is suspect. It is so where nothing is said, and a widely used reader takes the
/// words for a fault. Blanks keep every place in the file.
fn without_suspects(mut bytes: Vec<u8>) -> Vec<u8> {
    const SAID: &[u8] = b"/Suspects false";
    let found = memchr::memmem::find(&bytes, SAID);
    if let Some(said) = found.and_then(|at| bytes.get_mut(at..at + SAID.len())) {
        said.fill(b' ');
    }
    bytes
}

/// For screen readers and for archives.
fn standards() -> PdfStandards {
    PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_2a]).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::{Logo, Paper, sample};

    fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
        super::write(report, &Pace::default())
    }

    #[test]
    fn the_sample_is_tagged_fit_for_archives_and_read_back() {
        let report = sample::report();
        let bytes = write(&report).expect("a document");
        assert!(bytes.starts_with(b"%PDF-1.7"));
        let file = String::from_utf8_lossy(&bytes);
        for sign in [
            "/StructTreeRoot",
            "<pdfaid:part>2<",
            "<pdfaid:conformance>A<",
            "<pdfuaid:part>1<",
        ] {
            assert!(file.contains(sign), "{sign}");
        }
        assert!(!file.contains("/Suspects"), "nothing is suspect");
        let read = crate::import::read("report.pdf", &bytes).expect("a text");
        let text = read[0].article.text.as_str();
        for words in [
            "Figures compared",
            "About 98,000",
            "משרד החקלאות",
            "93,100 to 102,900",
        ] {
            assert!(text.contains(words), "{words} in {text}");
        }
        assert_eq!(
            write(&report).expect("again"),
            bytes,
            "the same report, the same bytes"
        );
    }

    #[test]
    fn the_pages_tell_how_far_they_are() {
        let pace = Pace::default();
        let data = data::of(&sample::report(), None);
        let desk = Desk::new(&data.value, None, &pace).expect("a desk");
        assert_eq!(pace.percent(), None);
        typst::compile::<PagedDocument>(&desk)
            .output
            .expect("pages");
        let told = pace.percent().expect("told");
        assert!((LAID_OUT / 3..=LAID_OUT).contains(&told), "{told}");
    }

    #[test]
    fn who_gives_up_gets_no_file() {
        let given_up = FORMAT.write_watched(&sample::report(), &|_| false);
        assert_eq!(given_up, Err(ExportError::Cancelled));
    }

    #[test]
    fn pages_that_nobody_wants_any_more_are_not_set() {
        let pace = Pace::default();
        pace.give_up();
        assert_eq!(
            super::write(&sample::report(), &pace),
            Err(ExportError::Cancelled)
        );
        assert_eq!(pace.percent(), None, "no item has been laid out");
    }

    #[test]
    fn odd_letters_a_logo_and_another_paper_are_no_trouble() {
        // The smallest picture: one grey dot.
        let dot = Logo::of_base64(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==",
        );
        let mut report = sample::report();
        report.layout.logo = dot;
        report.layout.paper = Paper::Letter;
        report
            .layout
            .sections
            .retain(|section| section.key() != "quotes");
        report.title = "羊 🐐 e\u{301} क्षि \u{E000}\u{FEFF}\u{200D} שלום".to_owned();
        let bytes = write(&report).expect("a document");
        assert!(
            String::from_utf8_lossy(&bytes).contains("[0 0 612 792]"),
            "Letter"
        );
    }

    #[test]
    fn a_picture_that_cannot_be_drawn_is_told() {
        let mut report = sample::report();
        let head = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\x10\0\0\0\x20";
        report.layout.logo = Logo::new(head.to_vec()).ok();
        let error = write(&report).expect_err("no picture").to_string();
        assert!(error.contains("PDF"), "{error}");
    }
}
