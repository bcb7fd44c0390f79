//! Where an import is in doubt, so that a person should look before the article is added, and what can be chosen then.

use std::collections::BTreeSet;
use std::fmt;

use super::timed::{dated, is_clock, is_day};
use super::{Imported, Provenance, conflict, is_credit};

/// How a person wants a file to be read, where the usual way was not right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// The encoding by its label (WHATWG), instead of the one that was told or guessed.
    pub encoding: Option<&'static str>,
    /// All the words of a page instead of its main text.
    pub whole_page: bool,
}

/// Encodings to choose from: label and name.
pub const ENCODINGS: &[(&str, &str)] = &[
    ("utf-8", "UTF-8"),
    ("windows-1252", "Western Europe (windows-1252)"),
    ("iso-8859-15", "Western Europe (ISO 8859-15)"),
    ("windows-1250", "Central Europe (windows-1250)"),
    ("iso-8859-2", "Central Europe (ISO 8859-2)"),
    ("windows-1251", "Cyrillic (windows-1251)"),
    ("koi8-u", "Cyrillic (KOI8-U)"),
    ("windows-1253", "Greek (windows-1253)"),
    ("windows-1254", "Turkish (windows-1254)"),
    ("windows-1255", "Hebrew (windows-1255)"),
    ("iso-8859-8", "Hebrew, visual order (ISO 8859-8)"),
    ("ibm862", "Hebrew of DOS (IBM 862)"),
    ("windows-1256", "Arabic (windows-1256)"),
    ("windows-1257", "Baltic (windows-1257)"),
    ("macintosh", "Mac Roman"),
    ("ibm850", "Western Europe of DOS (IBM 850)"),
    ("ibm852", "Central Europe of DOS (IBM 852)"),
    ("ibm866", "Cyrillic of DOS (IBM 866)"),
    ("ibm437", "DOS (IBM 437)"),
    ("utf-16le", "UTF-16, little end first"),
    ("utf-16be", "UTF-16, big end first"),
    ("utf-32le", "UTF-32, little end first"),
    ("utf-32be", "UTF-32, big end first"),
    ("gb18030", "Chinese (GB 18030)"),
    ("big5", "Chinese (Big5)"),
    ("shift_jis", "Japanese (Shift JIS)"),
    ("iso-2022-jp", "Japanese (ISO 2022)"),
    ("euc-kr", "Korean (EUC-KR)"),
];

/// Something that makes an import doubtful.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The article could not be told from the rest of its page.
    WholePage,
    /// Much was left out that reads like an article; how many paragraphs.
    LeftOut(usize),
    /// The page holds more than one article; their headlines.
    SeveralArticles(Vec<String>),
    /// The encoding is a guess; its name.
    Encoding(&'static str),
    /// Sources of metadata contradict one another; the item and what each says.
    Conflict(&'static str, Vec<Provenance>),
}

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WholePage => f.write_str(
                "The article could not be told from the rest of the page; all its words were taken",
            ),
            Self::LeftOut(1) => {
                f.write_str("A paragraph was left out that may belong to the article")
            }
            Self::LeftOut(count) => write!(
                f,
                "{count} paragraphs were left out that may belong to the article"
            ),
            Self::SeveralArticles(headlines) => {
                let quoted = headlines.iter().map(|it| format!("“{it}”"));
                write!(
                    f,
                    "The page holds {} articles, {}: look whether the words of the one that is meant were taken",
                    headlines.len(),
                    quoted.collect::<Vec<_>>().join(", ")
                )
            }
            Self::Encoding(name) => {
                write!(f, "Read as {name}, a guess; look at letters outside A to Z")
            }
            Self::Conflict(facet, said) => {
                for (at, Provenance { value, source, .. }) in said.iter().enumerate() {
                    match at {
                        0 => write!(f, "{source} gives {value} as {}", name_of(facet))?,
                        _ => write!(f, ", {source} gives {value}")?,
                    }
                }
                Ok(())
            }
        }
    }
}

/// What an item of metadata is called in a sentence.
fn name_of(facet: &str) -> &'static str {
    match facet {
        "published" => "the date",
        "byline" => "the author",
        "publisher" => "the publisher",
        "url" => "the address",
        _ => "the title",
    }
}

impl Imported {
    /// What a person should look at before this is added; nothing for most articles.
    pub fn doubts(&self) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        if self.whole_page {
            doubts.push(Doubt::WholePage);
        }
        if !self.articles.is_empty() {
            doubts.push(Doubt::SeveralArticles(self.articles.clone()));
        }
        let prose: Vec<&String> = self.left.iter().filter(|line| is_prose(line)).collect();
        let letters: usize = prose.iter().map(|line| line.len()).sum();
        if letters * LEFT_SHARE > self.article.text.as_str().len() {
            doubts.push(Doubt::LeftOut(prose.len()));
        }
        if let Some(encoding) = self.encoding.filter(|encoding| encoding.guessed) {
            doubts.push(Doubt::Encoding(encoding.spoken()));
        }
        doubts.extend(conflict::contradictions(&self.provenance));
        doubts
    }
}

/// More than one letter left out for so many taken is worth a look.
const LEFT_SHARE: usize = 3;

/// A line as stands in an article: long, and ended as a sentence is.
fn is_prose(line: &str) -> bool {
    const SHORTEST: usize = 80;
    line.chars().count() >= SHORTEST
        && line
            .trim_end_matches(['"', '”', '»', ')', '\''])
            .ends_with(['.', '!', '?', '…', '؟', '。'])
}

/// The lines of a page that are not in what was taken.
pub(super) fn left_out(page: &str, taken: &str) -> Vec<String> {
    let taken: BTreeSet<&str> = taken.lines().map(str::trim).collect();
    let mut seen = BTreeSet::new();
    page.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !taken.contains(line) && seen.insert(*line))
        .map(str::to_owned)
        .collect()
}

/// Figures named in a notice, at most.
pub(super) const FIGURES_TOLD: usize = 5;

/// A notice of the figures in lines that were left out, which the text has not; credits are no figures.
pub(super) fn figures_left_out(left: &[String], text: &str) -> Option<String> {
    // However a figure is set, it is the same: "1,250", "1250".
    let plain = |figure: &str| figure.replace(',', "");
    let taken: BTreeSet<String> = figures(text).iter().map(|it| plain(it)).collect();
    let mut seen = BTreeSet::new();
    let left: Vec<String> = left
        .iter()
        .filter(|line| !is_credit(line) && !is_time(line))
        .flat_map(|line| figures_in_order(without_number(line)))
        .filter(|figure| !is_year(figure) && !taken.contains(&plain(figure)))
        .filter(|figure| seen.insert(figure.clone()))
        .collect();
    let some = left.iter().take(FIGURES_TOLD).map(String::as_str);
    let some = some.collect::<Vec<_>>().join(", ");
    let more = if left.len() > FIGURES_TOLD {
        ", …"
    } else {
        ""
    };
    match left.len() {
        0 => None,
        1 => Some(format!(
            "A figure beside the main text was left out: {some}; take the whole page to read it"
        )),
        count => Some(format!(
            "{count} figures beside the main text were left out: {some}{more}; take the whole page to read them"
        )),
    }
}

/// A line that says when something came, and nothing else.
fn is_time(line: &str) -> bool {
    is_clock(line) || is_day(line) || dated(line).is_some()
}

/// A year dates what is said and is no figure of its own.
fn is_year(figure: &str) -> bool {
    figure.len() == 4
        && figure
            .parse()
            .is_ok_and(|it: u16| (1900..2100).contains(&it))
}

/// An entry of a list without its number: "2. Nine hens".
fn without_number(line: &str) -> &str {
    let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let item = rest.strip_prefix(". ").or_else(|| rest.strip_prefix(") "));
    item.filter(|_| rest.len() + 3 > line.len()).unwrap_or(line)
}

/// What is written in digits.
pub(super) fn figures(words: &str) -> BTreeSet<String> {
    figures_in_order(words).collect()
}

fn figures_in_order(words: &str) -> impl Iterator<Item = String> {
    let inside = |c: char| c.is_ascii_digit() || ['.', ','].contains(&c);
    let runs = words.split(move |c: char| !inside(c));
    let runs = runs.map(|run| run.trim_matches(['.', ',']));
    let runs = runs.filter(|run| run.contains(|c: char| c.is_ascii_digit()));
    runs.map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{read, read_as_chosen};

    #[test]
    fn a_plain_article_raises_no_doubt() {
        let text = "Goats\n\nForty goats fled the farm on Monday, police said.";
        let imported = read("goats.txt", text.as_bytes())
            .expect("a text")
            .remove(0);
        assert_eq!(imported.doubts(), []);
    }

    #[test]
    fn figures_that_were_left_out_are_told() {
        let left = ["By Ida Moor", "Box of 55 hens and 40 goats", "12 May 2024"];
        let told = figures_left_out(&left.map(str::to_owned), "40 goats fled.");
        let told = told.expect("a notice");
        assert!(
            told.starts_with("A figure") && told.contains("55;"),
            "{told}"
        );
        assert_eq!(figures_left_out(&[], "40"), None);
        let known = [
            "18:04",
            "Friday 6 March",
            "Since 2019, 1,250 goats",
            "2. Goats and hens",
        ];
        let known = known.map(str::to_owned);
        assert_eq!(figures_left_out(&known, "1250 goats fled."), None);
    }

    #[test]
    fn another_encoding_can_be_chosen() {
        let bytes = b"Goats\n\nSh\xEBrr goats fled.";
        let usual = read("goats.txt", bytes).expect("a text").remove(0);
        assert!(matches!(
            usual.doubts().as_slice(),
            [Doubt::Encoding("windows-1252")]
        ));
        let choices = Choices {
            encoding: Some("windows-1251"),
            ..Choices::default()
        };
        let chosen = read_as_chosen("goats.txt", bytes, choices)
            .expect("a text")
            .remove(0);
        assert!(chosen.article.text.as_str().contains("Shлrr"));
        assert_eq!(chosen.doubts(), [], "a choice is no guess");
        for (label, _) in ENCODINGS {
            assert!(crate::import::encoding_of_label(label).is_some(), "{label}");
        }
    }

    #[test]
    fn more_of_a_page_can_be_taken() {
        let paragraph = "Forty goats left the farm on Monday morning and walked in file across the old bridge, where a ferry master counted them twice.";
        let page = format!(
            "<html><body><nav><p>Sport today</p></nav><article><h1>Goats</h1><p>{paragraph}</p><p>{paragraph} By noon 12 were back.</p></article><footer>Copyright 2026, 300 jobs</footer></body></html>"
        );
        let usual = read("goats.html", page.as_bytes())
            .expect("a page")
            .remove(0);
        assert!(usual.left.contains(&"Copyright 2026, 300 jobs".to_owned()));
        assert!(!usual.article.text.as_str().contains("300 jobs"));
        assert_eq!(usual.doubts(), [], "a footer is no article");
        let choices = Choices {
            whole_page: true,
            ..Choices::default()
        };
        let whole = read_as_chosen("goats.html", page.as_bytes(), choices)
            .expect("a page")
            .remove(0);
        assert!(whole.article.text.as_str().contains("300 jobs"));
        assert_eq!(whole.left, Vec::<String>::new());
    }
}
