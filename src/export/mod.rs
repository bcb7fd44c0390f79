//! Reports: a plain view of a project, and one file per format it can be written in.
//!
//! Exporters return bytes; they open no file.

mod citation;
mod claim_review;
mod csv;
mod direction;
mod docx;
pub mod drawing;
#[cfg(test)]
mod hostile;
mod html;
mod json;
mod markdown;
mod marked_article;
mod pace;
mod pairs;
#[cfg(feature = "pdf")]
mod pdf;
mod query_list;
mod report;
#[cfg(test)]
mod sample;
mod typefaces;
mod web_annotation;
pub mod words;
mod xlsx;

use thiserror::Error;

use pace::Pace;

pub use citation::{citation, citation_of};
pub use claim_review::unnamed as unnamed_reviewers;
pub use direction::isolated;
pub use pace::Watch;
pub use pairs::{Pairs, of as pairs_of};
pub use report::{
    ArticleEntry, Bar, BarEnd, ComparisonEntry, Coverage, DecisionEntry, EndKind, EvidenceEntry,
    FigureEntry, FindingEntry, Layout, Logo, NoteEntry, OpenQuestion, Outcome, PAPERS, Paper, Plot,
    Quote, Report, RootEntry, RuleEntry, SECTIONS, Section, SignOffEntry, Summary, Tally, Tick,
    TimePoint, Timeline, VerdictEntry, is_far_apart,
};
pub use typefaces::TYPEFACES;

/// A format a report can be written in.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// Its name for a person: "Web page".
    pub name: &'static str,
    /// How its files end, without the first dot: "html".
    pub ending: &'static str,
    /// What it is good for, in a short sentence.
    pub purpose: &'static str,
    reader: Reader,
    write: Write,
    caution: Option<fn(&Report) -> Option<String>>,
}

/// How a format is written.
type Write = fn(&Report, &Pace) -> Result<Vec<u8>, ExportError>;

/// Who reads a format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reader {
    /// Words shall stand in their order.
    Person,
    /// Words shall be those of the text, character by character.
    Program,
}

/// Every format, in the order of the menu.
pub const FORMATS: &[Format] = &[
    html::FORMAT,
    #[cfg(feature = "pdf")]
    pdf::FORMAT,
    docx::FORMAT,
    markdown::FORMAT,
    csv::FORMAT,
    xlsx::FORMAT,
    json::FORMAT,
    query_list::FORMAT,
    marked_article::FORMAT,
    citation::FORMAT,
    claim_review::FORMAT,
    web_annotation::FORMAT,
];

/// Why a report cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ExportError {
    /// No format has this ending.
    #[error(
        "cannot tell from “{name}” how to write the report; end the name in one of: {}",
        endings()
    )]
    UnknownEnding {
        /// The name of the file.
        name: String,
    },
    /// Somebody gave it up.
    #[error("writing the report was given up; nothing was written")]
    Cancelled,
    /// PDF, from a program without it.
    #[error(
        "this program was built without PDF; build it with it (cargo build --release --features pdf), or write .html and print that to PDF from a browser"
    )]
    WithoutPdf,
    /// ClaimReview without the address of the review.
    #[error(
        "a ClaimReview needs the address where the report will be published; give it (--url https://…, or “Export as ClaimReview” in the window) and write it again"
    )]
    NeedsUrl,
    /// ClaimReview with something else for its address.
    #[error(
        "“{url}” is no address of the web; give one that begins with https:// and has no blanks, quotation marks or brackets in it (%20 for a blank), and write it again"
    )]
    NoAddress {
        /// What was given.
        url: String,
    },
    /// ClaimReview of a claim without a verdict.
    #[error(
        "claim {number} has no verdict, so there is nothing to publish about it; judge it, or leave it out"
    )]
    NotJudged {
        /// Its number.
        number: u32,
    },
    /// ClaimReview of a claim that is not there.
    #[error(
        "there is no claim {number}: of the {all} claims in this project these have a verdict: {judged}; give one of them, or judge another first"
    )]
    NoSuchClaim {
        /// What was given.
        number: u32,
        /// How many claims there are.
        all: usize,
        /// Numbers of those that can be published, as words.
        judged: String,
    },
    /// ClaimReview without a verdict.
    #[error(
        "no claim has a verdict yet; judge the claims that shall be published, then write it again"
    )]
    NothingJudged,
    /// The format itself failed.
    #[error(
        "cannot write the report as {format}: {because}; choose another format and report this"
    )]
    Failed {
        /// Name of the format.
        format: &'static str,
        /// What went wrong.
        because: String,
    },
}

impl Format {
    /// The report in this format.
    pub fn write(&self, report: &Report) -> Result<Vec<u8>, ExportError> {
        (self.write)(&self.turned(report), &Pace::default())
    }

    /// The same for somebody who wants to know how far it is, and may give it up: `watch` is asked many times a second,
    /// and who says no is free at once. Only pages take so long that there is something to tell.
    pub fn write_watched(&self, report: &Report, watch: Watch<'_>) -> Result<Vec<u8>, ExportError> {
        let (report, write) = (self.turned(report), self.write);
        pace::watched(self.name, watch, move |pace| write(&report, pace))
    }

    /// The report with its words in the direction that the reader of the format needs.
    fn turned(&self, report: &Report) -> Report {
        match self.reader {
            Reader::Person => direction::for_reading(report),
            Reader::Program => direction::for_programs(report),
        }
    }

    /// What to know before a report is written that takes its time in this format.
    pub fn caution(&self, report: &Report) -> Option<String> {
        self.caution.and_then(|caution| caution(report))
    }

    /// Whether it publishes judged claims, of which some may be chosen, and needs the address of the report.
    pub fn is_of_judged_claims(&self) -> bool {
        self.name == claim_review::FORMAT.name
    }

    /// The format that a file name asks for, by the longest ending that fits.
    pub fn of_name(name: &str) -> Result<&'static Self, ExportError> {
        let small = name.to_lowercase();
        FORMATS
            .iter()
            .filter(|format| small.ends_with(&format!(".{}", format.ending)))
            .max_by_key(|format| format.ending.len())
            .filter(|format| format.ending.contains('.') || !nearly_another(&small))
            .ok_or_else(|| {
                let ending = small.rsplit_once('.').map(|(_, ending)| ending);
                if ending == Some("pdf") {
                    return ExportError::WithoutPdf;
                }
                ExportError::UnknownEnding {
                    name: name.to_owned(),
                }
            })
    }
}

/// Refuses what cannot be the address of a published report.
pub fn must_be_address(url: &str) -> Result<(), ExportError> {
    claim_review::must_be_address(url)
}

/// Whether a name such as "toll.marked.docx" or "toll.annotation.json" seems to ask for an export that ends otherwise:
/// the plain report must not be written in its stead.
fn nearly_another(name: &str) -> bool {
    /// Letters by which the two are known to be one word: "query", "queries".
    const ALIKE: usize = 4;
    let Some((_, middle)) = name
        .rsplit_once('.')
        .and_then(|(stem, _)| stem.rsplit_once('.'))
    else {
        return false;
    };
    let start = |word: &str| word.chars().take(ALIKE).collect::<String>();
    FORMATS
        .iter()
        .filter_map(|format| format.ending.split_once('.'))
        .any(|(asked, _)| start(asked) == start(middle) && middle.len() <= asked.len() + 1)
}

/// The endings of all formats, as a list to read.
fn endings() -> String {
    FORMATS
        .iter()
        .map(|format| format!(".{}", format.ending))
        .collect::<Vec<_>>()
        .join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_chooses_its_format_and_an_unknown_one_is_told_all() {
        let name = |file| Format::of_name(file).map(|format| format.name);
        assert_eq!(name("out/Report.HTML"), Ok("Web page"));
        assert_eq!(name("report.27.9.html"), Ok("Web page"));
        for near in ["toll.claimreview.json", "toll.marked.docx", "toll.query.md"] {
            assert!(name(near).is_err(), "{near}");
        }
        let error = Format::of_name("report.doc")
            .expect_err("no such format")
            .to_string();
        assert!(
            error.contains("“report.doc”") && error.contains(".docx, .md, .csv"),
            "{error}"
        );
    }

    #[test]
    fn the_sample_in_every_format() {
        let report = sample::report();
        let printed = [
            "html",
            "md",
            "csv",
            "queries.md",
            "marked.html",
            "citations.txt",
        ];
        for format in FORMATS
            .iter()
            .filter(|format| printed.contains(&format.ending))
        {
            let bytes = format.write(&report).expect(format.name);
            let text = String::from_utf8(bytes).expect(format.name);
            if ["html", "md", "marked.html"].contains(&format.ending) {
                assert!(
                    !text.contains("<b>\"Never"),
                    "{} lets markup through",
                    format.name
                );
                assert!(
                    !text.contains("href=\"javascript"),
                    "{} links to a script",
                    format.name
                );
            }
            insta::with_settings!({ snapshot_path => "../../tests/snapshots", omit_expression => true }, {
                insta::assert_snapshot!(format!("sample.{}", format.ending), text);
            });
        }
    }
}
