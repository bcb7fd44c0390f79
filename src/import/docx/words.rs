//! The words of a part of a document: a paragraph a line with a blank one between, cells of a row on one line.

use std::collections::BTreeMap;
use std::ops::Range;

use quick_xml::Reader as XmlReader;
use quick_xml::events::{BytesStart, Event};

use crate::import::raised;

/// A mark in the text that points at a note.
#[derive(Debug)]
pub(super) struct Note {
    /// "footnote" or "endnote".
    pub(super) kind: &'static str,
    id: String,
}

/// The words of a document and the notes it points at, in order.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) text: String,
    pub(super) notes: Vec<Note>,
    /// Words that the document hides, strikes out or marks as deleted.
    pub(super) left: usize,
}

impl Words {
    /// Puts the notes of a kind below the text, each with its number; `part` holds them.
    pub(super) fn append(&mut self, kind: &str, part: &str) {
        let notes = notes_of(part, kind);
        for (number, note) in (1..).zip(&self.notes) {
            let words = (note.kind == kind)
                .then(|| words_in(part.get(notes.get(&note.id)?.clone())?).ok())
                .flatten()
                .unwrap_or_default();
            if !words.text.is_empty() {
                let line = words.text.split_whitespace().collect::<Vec<_>>().join(" ");
                self.text.extend(["\n\n", &number.to_string(), ". ", &line]);
            }
        }
    }
}

/// The words of the main part.
pub(super) fn of_document(part: &str) -> Result<Words, String> {
    words_in(part)
}

/// Where the notes of a kind stand in a part, by their ids; as many as can be read.
fn notes_of(part: &str, kind: &str) -> BTreeMap<String, Range<usize>> {
    let mut xml = XmlReader::from_str(part);
    let place = |at: u64| usize::try_from(at).unwrap_or(usize::MAX);
    let mut notes = BTreeMap::new();
    let mut open: Option<(String, usize)> = None;
    loop {
        let before = place(xml.buffer_position());
        let Ok(event) = xml.read_event() else {
            return notes;
        };
        match event {
            Event::Start(element) if local(element.name().as_ref()) == kind => {
                let start = place(xml.buffer_position());
                open = attribute(&element, "id").map(|id| (id, start));
            }
            Event::End(element) if local(element.name().as_ref()) == kind => {
                if let Some((id, start)) = open.take() {
                    notes.insert(id, start..before);
                }
            }
            Event::Eof => return notes,
            _ => {}
        }
    }
}

/// Elements whose words are not to be read: they were deleted or moved away, or stand there a second time.
const UNREAD: [&str; 4] = ["del", "moveFrom", "Fallback", "rPrChange"];

/// Columns of a table that are counted; a larger number is no number of columns.
const MOST_COLUMNS: usize = 64;

/// The character of a sign that is set by its number in a font; those of the symbol fonts stand in the private area
/// (U+F000), where only a few have a letter of their own.
fn symbol(element: &BytesStart<'_>) -> Option<char> {
    let code = attribute(element, "char")?;
    let code = u32::from_str_radix(&code, 16).ok()?;
    match code {
        0xF0B0 => Some('°'),
        0xF0B1 => Some('±'),
        0xF0B2 => Some('″'),
        0xF0A2 => Some('′'),
        0xF0A3 => Some('≤'),
        0xF0B3 => Some('≥'),
        0xF0B4 => Some('×'),
        0xF06D => Some('µ'),
        0xF0A0 => Some('€'),
        0xE000..=0xF8FF => Some(char::REPLACEMENT_CHARACTER),
        code => char::from_u32(code).filter(|c| !c.is_control()),
    }
}

/// How the words of a run look.
#[derive(Clone, Copy, Default)]
struct Look {
    unseen: bool,
    raised: bool,
}

impl Look {
    fn note(&mut self, name: &str, element: &BytesStart<'_>) {
        let value = attribute(element, "val");
        let off = matches!(value.as_deref(), Some("0" | "false" | "off" | "none"));
        match name {
            "vanish" | "strike" | "dstrike" if !off => self.unseen = true,
            "vertAlign" => self.raised = value.as_deref() == Some("superscript"),
            // In half points above the line.
            "position" => {
                self.raised |= value.is_some_and(|it| it.parse().is_ok_and(|it: i32| it > 2));
            }
            _ => {}
        }
    }
}

/// The words of a part, or of a piece of it.
fn words_in(part: &str) -> Result<Words, String> {
    let mut xml = XmlReader::from_str(part);
    let mut words = Words::default();
    let (mut in_text, mut in_table, mut unread) = (false, 0_usize, 0_usize);
    let (mut look, mut raised) = (Look::default(), String::new());
    let mut spanned = 0;
    loop {
        let event = xml
            .read_event()
            .map_err(|error| format!("{error} at byte {}", xml.error_position()))?;
        if let Event::Start(element) | Event::Empty(element) = &event {
            let name = element.name();
            look.note(local(name.as_ref()), element);
            let places = || {
                let count = attribute(element, "val").and_then(|count| count.parse().ok());
                count.unwrap_or(0_usize).min(MOST_COLUMNS)
            };
            match local(name.as_ref()) {
                // A cell over several columns leaves the places of the others empty.
                "gridSpan" => spanned = places().saturating_sub(1),
                "gridBefore" if unread == 0 => {
                    words.text.push_str(&"| ".repeat(places()));
                }
                "sym" if unread == 0 && !look.unseen => {
                    words.text.extend(symbol(element));
                }
                _ => {}
            }
            if unread == 0 {
                words.point_at_note(local(name.as_ref()), element);
            }
        }
        match event {
            Event::Start(element) => match local(element.name().as_ref()) {
                name if UNREAD.contains(&name) => unread += 1,
                "t" => in_text = true,
                "delText" => (in_text, unread) = (true, unread + 1),
                // The line of a fraction stands between its parts.
                "den" => words.text.push('/'),
                "tbl" => in_table += 1,
                "r" => look = Look::default(),
                _ => {}
            },
            Event::End(element) => {
                let name = element.name();
                let name = local(name.as_ref());
                if UNREAD.contains(&name) {
                    unread = unread.saturating_sub(1);
                } else if name == "delText" {
                    (in_text, unread) = (false, unread.saturating_sub(1));
                } else if name == "t" {
                    in_text = false;
                    words
                        .text
                        .push_str(&raised::figure(&raised).unwrap_or_else(|| raised.clone()));
                    raised.clear();
                } else if name == "tbl" {
                    in_table = in_table.saturating_sub(1);
                }
                if unread == 0 {
                    words.end(name, in_table);
                    if name == "tc" {
                        words.text.push_str(&"| ".repeat(spanned));
                        spanned = 0;
                    }
                }
            }
            Event::Eof => break,
            Event::Text(text) if in_text && (unread > 0 || look.unseen) => {
                words.left += text.xml10_content().split_whitespace().count();
            }
            _ if unread > 0 || look.unseen => {}
            Event::Empty(element) => words.empty(local(element.name().as_ref()), in_table),
            Event::Text(text) if in_text => {
                let into = if look.raised {
                    &mut raised
                } else {
                    &mut words.text
                };
                into.push_str(&text.xml10_content());
            }
            Event::GeneralRef(reference) if in_text => {
                let character = reference
                    .resolve_char_ref()
                    .map_err(|error| error.to_string())?;
                let named = match &*reference.xml10_content() {
                    "amp" => Some('&'),
                    "lt" => Some('<'),
                    "gt" => Some('>'),
                    "quot" => Some('"'),
                    "apos" => Some('\''),
                    _ => None,
                };
                words.text.extend(character.or(named));
            }
            _ => {}
        }
    }
    Ok(Words {
        text: words.text.trim().to_owned(),
        ..words
    })
}

impl Words {
    fn empty(&mut self, name: &str, in_table: usize) {
        match name {
            "tab" => self.text.push(' '),
            "br" | "cr" => self.text.push('\n'),
            "noBreakHyphen" => self.text.push('-'),
            "p" if in_table == 0 => self.text.push('\n'),
            _ => {}
        }
    }

    fn end(&mut self, name: &str, in_table: usize) {
        match name {
            "p" => self.text.push_str(if in_table == 0 { "\n\n" } else { " " }),
            "tc" => self.text.push_str("| "),
            "tr" => {
                // The bar behind the last cell parts nothing.
                let row = self.text.trim_end();
                let end = row.strip_suffix('|').unwrap_or(row).trim_end().len();
                self.text.truncate(end);
                self.text.push('\n');
            }
            "tbl" => self.text.push('\n'),
            _ => {}
        }
    }

    fn point_at_note(&mut self, name: &str, element: &BytesStart<'_>) {
        let kind = match name {
            "footnoteReference" => "footnote",
            "endnoteReference" => "endnote",
            _ => return,
        };
        if let Some(id) = attribute(element, "id") {
            self.notes.push(Note { kind, id });
            let number = self.notes.len().to_string();
            self.text.extend(raised::figure(&number));
        }
    }
}

/// The name of an element without its prefix.
fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name)
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut attributes = element.attributes().flatten();
    attributes
        .find(|attribute| local(attribute.key.as_ref()) == name)
        .map(|attribute| attribute.value.as_ref().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(body: &str) -> Words {
        of_document(&format!("<w:document><w:body>{body}</w:body></w:document>")).expect("sound")
    }

    fn run(look: &str, text: &str) -> String {
        format!("<w:r><w:rPr>{look}</w:rPr><w:t>{text}</w:t></w:r>")
    }

    #[test]
    fn raised_figures_are_no_digits_of_the_figure_before() {
        let up = "<w:vertAlign w:val=\"superscript\"/>";
        let text = run("", "40")
            + &run(up, "1")
            + &run("<w:position w:val=\"8\"/>", "2")
            + &run("", " km");
        assert_eq!(words(&text).text, "40¹² km");
        assert_eq!(words(&(run("", "the 5") + &run(up, "th"))).text, "the 5th");
    }

    #[test]
    fn hidden_struck_and_moved_words_are_left_out() {
        let text = run("<w:vanish/>", "99 ")
            + &run("<w:strike/>", "98 ")
            + &run("<w:vanish w:val=\"0\"/>", "40 goats")
            + &format!("<w:moveFrom>{}</w:moveFrom>", run("", " 97"));
        assert_eq!(words(&text).text, "40 goats");
    }

    #[test]
    fn a_fraction_keeps_its_line_and_a_sign_its_character() {
        let half = "<m:f><m:num><m:r><m:t>3</m:t></m:r></m:num><m:den><m:r><m:t>4</m:t></m:r></m:den></m:f>";
        let text = run("", "about ")
            + half
            + &run("", " of 53 at 9")
            + "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B0\"/></w:r>";
        assert_eq!(words(&text).text, "about 3/4 of 53 at 9°");
    }

    #[test]
    fn cells_stay_in_their_columns() {
        let cell = |look: &str, text: &str| {
            format!(
                "<w:tc><w:tcPr>{look}</w:tcPr><w:p>{}</w:p></w:tc>",
                run("", text)
            )
        };
        let table = format!(
            "<w:tbl><w:tr>{}{}</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"2\"/></w:trPr>{}</w:tr></w:tbl>",
            cell("<w:gridSpan w:val=\"2\"/>", "Goats"),
            cell("", "40"),
            cell("", "12"),
        );
        assert_eq!(words(&table).text, "Goats | | 40\n| | 12");
    }

    #[test]
    fn words_that_are_left_out_are_counted() {
        let text = run("<w:vanish/>", "ninety nine ")
            + &run("", "40 goats")
            + "<w:del><w:r><w:delText>38</w:delText></w:r></w:del>";
        let words = words(&text);
        assert_eq!((words.text.as_str(), words.left), ("40 goats", 3));
    }

    #[test]
    fn notes_stand_below_the_text_in_its_order() {
        let mark = |id| format!("<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>");
        let mut words = words(&format!(
            "<w:p>{}{}</w:p><w:p>{}{}</w:p>",
            run("", "40 goats"),
            mark(7),
            run("", "12 sheep"),
            mark(2)
        ));
        words.append(
            "footnote",
            "<w:footnotes><w:footnote w:id=\"2\"><w:p><w:r><w:t>In May.</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"7\"><w:p><w:r><w:t>13 by noon.</w:t></w:r></w:p></w:footnote></w:footnotes>",
        );
        assert_eq!(
            words.text,
            "40 goats¹\n\n12 sheep²\n\n1. 13 by noon.\n\n2. In May."
        );
    }
}
