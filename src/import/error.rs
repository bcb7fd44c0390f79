//! Why an import gives no article, and what to do then.

use thiserror::Error;

use super::LARGEST;

/// Why a file gives no article.
#[derive(Debug, Error)]
pub enum ImportError {
    /// Nothing in it.
    #[error("“{name}” is empty; choose another file, or paste the text")]
    Empty {
        /// The file.
        name: String,
    },
    /// No text in it.
    #[error(
        "“{name}” is not text: {what} stands at byte {place}; export it as text, HTML or DOCX first"
    )]
    Binary {
        /// The file.
        name: String,
        /// What shows it: "a zero byte".
        what: &'static str,
        /// Where the first sign of it stands, from 0.
        place: usize,
    },
    /// A picture, a recording or the like by its name.
    #[error(
        "“{name}” is {what} by its name, which has no text to read; if it is an article all the same, end its name in .txt, .html, .docx or .pdf and import that"
    )]
    Textless {
        /// The file.
        name: String,
        /// What its name says: "a picture".
        what: &'static str,
    },
    /// A format that is known and not read.
    #[error("“{name}” is {what}, which is not read here; save it as {remedy} and import that")]
    Foreign {
        /// The file.
        name: String,
        /// What it is: "a rich text file (RTF)".
        what: &'static str,
        /// What it can be saved as.
        remedy: &'static str,
    },
    /// Files in a file.
    #[error("“{name}” is a zip archive; unpack it and import the files that are in it")]
    Archive {
        /// The file.
        name: String,
    },
    /// Data where an article was asked for.
    #[error(
        "“{name}” is JSON and no article. Where each line is an article, `extract --jsonl` and `check --jsonl` read it"
    )]
    Json {
        /// The file.
        name: String,
    },
    /// A project where an article was asked for.
    #[error(
        "“{name}” is a project of Countercheck, not an article; open it, or write its report: `countercheck report {name} --to report.html`"
    )]
    Project {
        /// The file.
        name: String,
    },
    /// Markup around nothing.
    #[error("“{name}” has no words to read; open the page, copy the article and paste it")]
    NoText {
        /// The file.
        name: String,
    },
    /// A page that asks whether its reader is a machine.
    #[error(
        "“{name}” is no article but a page that asks whether its reader is a machine (“{title}”); open the address in a browser, save the page there and import the file, or paste the text"
    )]
    RobotCheck {
        /// The file or the address.
        name: String,
        /// What the page calls itself.
        title: String,
    },
    /// A file whose writing is damaged.
    #[error(
        "“{name}” is damaged: {because}; open it in the program that made it, save it again, or paste the text"
    )]
    Damaged {
        /// The file.
        name: String,
        /// What is wrong.
        because: String,
    },
    /// A file that swells when it is unpacked.
    #[error(
        "“{name}” holds more than {most} MB when it is unpacked, as no text does; open it in the program that made it and copy the part you need"
    )]
    Bomb {
        /// The file.
        name: String,
        /// What would be taken, in MB.
        most: u64,
    },
    /// Pages that are pictures.
    #[error(
        "“{name}” has no text on any page, of {pages}: it was scanned, its letters are drawn as pictures, or it is damaged; look at it, run text recognition (OCR) on it and import the result"
    )]
    Scanned {
        /// The file.
        name: String,
        /// How many pages it has.
        pages: usize,
    },
    /// A file behind a password.
    #[error("“{name}” is locked with a password; open it, save it without one, and import that")]
    Locked {
        /// The file.
        name: String,
    },
    /// A file that takes for ever.
    #[error(
        "“{name}” could not be read within {seconds} seconds; open it, print the pages you need as a new PDF, and import that"
    )]
    TooSlow {
        /// The file.
        name: String,
        /// How long was waited.
        seconds: u64,
    },
    /// Markup that would take for ever.
    #[error(
        "“{name}” nests its markup thousands of levels deep, as no page does; open it, copy the article and paste it"
    )]
    TooDeep {
        /// The file.
        name: String,
    },
    /// Markup with next to no words in it.
    #[error(
        "“{name}” has more than {most} elements of markup, as no page does; open it, copy the article and paste it"
    )]
    TooManyElements {
        /// The file.
        name: String,
        /// The most that are read.
        most: usize,
    },
    /// More than can be read as one article.
    #[error(
        "“{name}” holds more than {most} MB of {what}, as no article does; split it into its articles, or import the part you need"
    )]
    TooLong {
        /// The file.
        name: String,
        /// What there is too much of: "text", "markup".
        what: &'static str,
        /// The most that is read, in MB.
        most: usize,
    },
    /// Too much.
    #[error("“{name}” is larger than {} MB; split it, or import the part you need", LARGEST >> 20)]
    TooLarge {
        /// The file.
        name: String,
    },
}
