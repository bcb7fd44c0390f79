//! Bytes to articles, each file format in a file of its own.
//!
//! Importers take bytes and a name; they open no file and no connection.

mod address;
mod binary;
mod clock;
mod conflict;
mod date;
mod difference;
mod docx;
mod dos;
mod doubt;
mod encoding;
mod error;
mod feed;
#[cfg(feature = "fetch")]
pub mod fetch;
mod foreign;
mod html;
mod language;
mod mac;
mod mail;
mod opening;
mod packed;
mod pdf;
mod plain_text;
mod raised;
mod rich;
mod timed;
mod utf_32;
mod words;

pub use difference::{Difference, differences};
pub use doubt::{Choices, Doubt, ENCODINGS};
pub use encoding::{ReadAs, encoding_of_label};
pub use error::ImportError;
pub use opening::is_credit;
pub use pdf::THREAD as PDF_THREAD;
pub use rich::{rich, words_of_markup};

use std::borrow::Cow;

use self::words::Words;
use crate::article::{Article, Metadata};
use crate::text::Text;

/// The largest input that is taken: 200 MB.
pub const LARGEST: u64 = 200 << 20;

/// The longest text that is one article, in bytes; the longest book holds half of it.
pub const LONGEST_TEXT: usize = 8 << 20;

/// The most markup that is read as one page, in bytes: the tree of a page takes many times its size.
const MOST_MARKUP: usize = 24 << 20;

/// A file format.
#[derive(Clone, Copy, Debug)]
pub struct Reader {
    /// Its name for a person: "Plain text".
    pub name: &'static str,
    /// Endings of file names, without the dot, in small letters.
    pub endings: &'static [&'static str],
    /// Whether these bytes look like this format, whatever the file is called.
    recognises: fn(&[u8]) -> bool,
    /// The articles in a file of this format.
    read: fn(&Input<'_>) -> Result<Vec<Imported>, ImportError>,
}

impl Reader {
    /// Whether files of this format are characters from end to end.
    fn is_of_characters(&self) -> bool {
        let readers = [html::READER, feed::READER, plain_text::READER];
        readers.iter().any(|reader| reader.name == self.name)
    }
}

/// Every format that can be read. The content decides before the name; the last one takes what no other knows.
pub const READERS: &[Reader] = &[
    pdf::READER,
    html::READER,
    feed::READER,
    docx::READER,
    mail::READER,
    plain_text::READER,
];

/// A file to be read.
#[derive(Clone, Copy, Debug)]
struct Input<'a> {
    name: &'a str,
    bytes: &'a [u8],
    /// The encoding that whoever sent it named.
    declared: Option<&'a str>,
    /// How a person wants it to be read.
    choices: Choices,
}

/// An article with how it was come by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The article.
    pub article: Article,
    /// What its metadata rests on, by facet, best source first.
    pub provenance: Vec<Provenance>,
    /// What a person should know: the encoding was guessed, bytes were unreadable.
    pub notices: Vec<String>,
    /// Lines of its page that were left out, in order.
    pub left: Vec<String>,
    /// Whether its page was taken whole because the article could not be told from the rest.
    pub whole_page: bool,
    /// Headlines of the articles of its page, where that holds more than one.
    pub articles: Vec<String>,
    /// The encoding it was read in; `None` where the format knows only one.
    pub encoding: Option<ReadAs>,
}

impl Imported {
    /// An article of which all was taken.
    fn new(article: Article, provenance: Vec<Provenance>, notices: Vec<String>) -> Self {
        Self {
            article,
            provenance,
            notices,
            left: Vec::new(),
            whole_page: false,
            articles: Vec::new(),
            encoding: None,
        }
    }

    /// Takes a day that can be read in two ways as its language writes days: the month stands first in English alone.
    fn take_day_of_language(&mut self) {
        let language = self.article.metadata.language.as_deref();
        if self.article.metadata.published.is_some() || language.is_none_or(|it| it == "en") {
            return;
        }
        let Some(doubt) = conflict::either_day(&self.provenance) else {
            return;
        };
        let told = doubt.to_string();
        self.notices.retain(|notice| *notice != told);
        let is_either = |said: &Provenance| said.facet == opening::EITHER_DAY;
        let first = self.provenance.iter().find(|said| is_either(said)).cloned();
        self.provenance.retain(|said| !is_either(said));
        if let Some(said) = first {
            self.article.metadata.published = said.value.parse().ok();
            self.provenance.push(Provenance {
                facet: "published",
                ..said
            });
        }
    }

    /// Tells where nothing will be found because of its language.
    fn tell_of_language(&mut self) {
        let told = language::without_rules(self.article.metadata.language.as_deref());
        let told = told.filter(|told| !self.notices.contains(told));
        self.notices.extend(told);
    }
}

/// Where an item of metadata came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// Name of the item: "title", "published".
    pub facet: &'static str,
    /// What this source says.
    pub value: String,
    /// The source: "JSON-LD", "OpenGraph", "first line".
    pub source: &'static str,
}

/// The articles in a file; several where the file is a collection.
///
/// `name` is its path or address; it decides where the bytes do not, and becomes the origin of the article.
pub fn read(name: &str, bytes: &[u8]) -> Result<Vec<Imported>, ImportError> {
    read_as_chosen(name, bytes, Choices::default())
}

/// The same, read as a person has chosen.
pub fn read_as_chosen(
    name: &str,
    bytes: &[u8],
    choices: Choices,
) -> Result<Vec<Imported>, ImportError> {
    read_as(&Input {
        name,
        bytes,
        declared: None,
        choices,
    })
}

fn read_as(input: &Input<'_>) -> Result<Vec<Imported>, ImportError> {
    read_as_sent(input, None)
}

/// The same for bytes whose sender named their format: it holds where they do not show another.
fn read_as_sent(input: &Input<'_>, sent: Option<&Reader>) -> Result<Vec<Imported>, ImportError> {
    let Input { name, bytes, .. } = *input;
    if bytes.len() as u64 > LARGEST {
        return Err(ImportError::TooLarge {
            name: name.to_owned(),
        });
    }
    if bytes.trim_ascii().is_empty() {
        return Err(ImportError::Empty {
            name: name.to_owned(),
        });
    }
    if is_project(bytes) {
        return Err(ImportError::Project {
            name: name.to_owned(),
        });
    }
    if let Some(refused) = foreign::refused(name, bytes) {
        return Err(refused);
    }
    if bytes.starts_with(packed::SIGN) {
        let unpacked = packed::unpacked(name, bytes)?;
        let name = packed::name_within(name);
        return read_as_sent(
            &Input {
                name,
                bytes: &unpacked,
                ..*input
            },
            sent,
        );
    }
    let ending = name
        .rsplit_once('.')
        .map(|(_, ending)| ending.to_ascii_lowercase())
        .unwrap_or_default();
    // A plain text may begin with something in angle brackets; a page in one has its frame.
    let is_text = plain_text::READER.endings.contains(&ending.as_str());
    let is_of_text =
        |reader: &&Reader| is_text && reader.name == html::READER.name && !html::is_framed(bytes);
    let reader = READERS
        .iter()
        .find(|reader| (reader.recognises)(bytes) && !is_of_text(reader))
        .or(sent)
        .or_else(|| {
            READERS
                .iter()
                .find(|reader| reader.endings.contains(&ending.as_str()))
        })
        // Words without a tag are none of a page, whatever their name.
        .filter(|reader| reader.name != html::READER.name || memchr::memchr(b'<', bytes).is_some())
        .unwrap_or(&plain_text::READER);
    // A page or a mail is known by what it holds, whatever its name; the page about a picture may have the picture's
    // name as its address.
    let textless = Words::all().textless(&ending);
    if let Some(what) = textless.filter(|_| reader.name == plain_text::READER.name)
        && !is_address(name)
    {
        return Err(ImportError::Textless {
            name: name.to_owned(),
            what,
        });
    }
    let (zeroless, zeros) = if reader.is_of_characters() {
        binary::without_zeros(input)
    } else {
        (Cow::Borrowed(bytes), 0)
    };
    let mut articles = (reader.read)(&Input {
        bytes: &zeroless,
        ..*input
    })?;
    if let Some(first) = articles.first_mut().filter(|_| zeros > 0) {
        first.notices.push(binary::zeros_told(zeros));
    }
    for imported in &mut articles {
        imported.take_day_of_language();
        imported.tell_of_language();
    }
    let all = articles.len();
    let fits = |it: &Imported| it.article.text.len() <= LONGEST_TEXT;
    articles.retain(fits);
    let left = all - articles.len();
    match articles.first_mut() {
        // One of a collection does not stop the rest.
        Some(first) if left > 0 => first.notices.push(format!(
            "{left} of {all} articles were left out: more than {} MB of text in each",
            LONGEST_TEXT >> 20
        )),
        None if left > 0 => return Err(too_long(name, LONGEST_TEXT, "text")),
        _ => {}
    }
    if articles.len() > 1 {
        // Each article of a collection has a name of its own.
        for (number, imported) in (1..).zip(&mut articles) {
            imported.article.metadata.origin = Some(format!("{name}#{number}"));
        }
    }
    Ok(articles)
}

/// Refuses what no article has so much of; sizes in bytes.
fn must_not_exceed(
    name: &str,
    size: usize,
    most: usize,
    what: &'static str,
) -> Result<(), ImportError> {
    if size <= most {
        Ok(())
    } else {
        Err(too_long(name, most, what))
    }
}

fn too_long(name: &str, most: usize, what: &'static str) -> ImportError {
    ImportError::TooLong {
        name: name.to_owned(),
        what,
        most: most >> 20,
    }
}

/// Whether it begins as the files of projects do.
fn is_project(bytes: &[u8]) -> bool {
    let start = bytes
        .strip_prefix(b"#![enable(implicit_some)]")
        .unwrap_or(bytes)
        .trim_ascii_start();
    start
        .strip_prefix(b"(")
        .is_some_and(|inner| inner.trim_ascii_start().starts_with(b"version:"))
}

/// Whether this is an address rather than a file; those of other sorts than http and https are refused by the fetcher.
pub fn is_address(name: &str) -> bool {
    name.split_once("://").is_some_and(|(scheme, _)| {
        // A single letter is a drive.
        scheme.len() > 1 && scheme.bytes().all(|byte| byte.is_ascii_alphabetic())
    })
}

/// An article from pasted words.
pub fn pasted(words: &str) -> Result<Imported, ImportError> {
    let name = "pasted text";
    if words.trim().is_empty() {
        return Err(ImportError::Empty {
            name: name.to_owned(),
        });
    }
    // Markup that was copied from a page's source is a page.
    let mut imported = if (html::READER.recognises)(words.as_bytes()) {
        let page = Input {
            name,
            bytes: words.as_bytes(),
            declared: None,
            choices: Choices::default(),
        };
        let mut pages = (html::READER.read)(&page)?.into_iter();
        pages.next()
    } else {
        None
    }
    .unwrap_or_else(|| plain_text::article(name, words, Vec::new()));
    imported.take_day_of_language();
    imported.tell_of_language();
    Ok(imported)
}

/// The characters of a table, and what a person should know about their encoding.
pub(crate) fn table_text(bytes: &[u8]) -> (String, Option<String>) {
    let decoded = encoding::decode(bytes, None, None);
    let notice = decoded.notice();
    (decoded.text, notice)
}

/// ISO 639-1 code of the main language of `text`, where it can be told.
pub fn language_of(text: &str) -> Option<String> {
    language::of(text)
}

/// An article with its text in normal form and its language told.
fn of_text(origin: &str, words: &str, metadata: Metadata) -> Article {
    let text = Text::normalised(words);
    let language = metadata.language.or_else(|| language_of(text.as_str()));
    Article {
        text,
        metadata: Metadata {
            language,
            origin: Some(origin.to_owned()),
            ..metadata
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_no_text_by_its_name_is_none_by_a_few_letters() {
        for (name, what) in [
            ("goat.jpg", "a picture"),
            ("herd/Goat.WAV", "a recording"),
            ("goat.zip", "an archive"),
        ] {
            let error = read(name, b"x").expect_err("no text").to_string();
            assert!(error.contains(what), "{error}");
        }
        assert!(
            read(
                "https://vale.example/goat.jpg",
                b"<html><p>Forty goats.</p>"
            )
            .is_ok()
        );
        assert!(read("goat.jpg.txt", b"Forty goats.").is_ok());
        assert!(read("goat.jpg", b"<html><p>Forty goats.</p>").is_ok());
    }
}
