//! RON as a person would lay it out: what fits on a line stays on one, what does not gets a line a piece.
//!
//! The same data always gives the same bytes. Parts of a structure that are `None` are left out. Read back with the
//! `ron` crate and its extension `implicit_some`.

mod serializer;

use std::fmt::{self, Display, Write as _};

use serde::ser::{self, Serialize};

/// Widest line that is not broken up further, in bytes, its indentation included.
const WIDTH: usize = 112;

/// Writes `value` as RON at the end of `out`, laid out from nesting level `level` on.
pub(super) fn write_ron<T: Serialize + ?Sized>(
    out: &mut String,
    value: &T,
    level: usize,
) -> Result<(), WriteError> {
    write(out, value, level, WIDTH)
}

/// `value` as RON on one line.
pub(super) fn to_line<T: Serialize + ?Sized>(value: &T) -> Result<String, WriteError> {
    let mut out = String::new();
    write(&mut out, value, 0, usize::MAX)?;
    Ok(out)
}

fn write<T: Serialize + ?Sized>(
    out: &mut String,
    value: &T,
    level: usize,
    width: usize,
) -> Result<(), WriteError> {
    let mut writer = Writer {
        out: std::mem::take(out),
        level,
        gaps: Vec::new(),
        width,
        spare: String::new(),
    };
    let written = value.serialize(&mut writer);
    *out = writer.out;
    written
}

/// What cannot be written: only a fault of the program, such as a binary number in a recorded type.
#[derive(Debug, PartialEq, Eq)]
pub struct WriteError(String);

impl Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WriteError {}

impl ser::Error for WriteError {
    fn custom<T: Display>(message: T) -> Self {
        Self(message.to_string())
    }
}

struct Writer {
    out: String,
    level: usize,
    /// Places between the pieces of all open compounds, innermost last.
    gaps: Vec<usize>,
    width: usize,
    /// What is being laid out anew; kept for its room.
    spare: String,
}

impl Writer {
    fn string(&mut self, text: &str) {
        self.out.push('"');
        // Nearly all strings are plain from end to end.
        let mut plain = text
            .bytes()
            .position(|byte| !matches!(byte, b' '..=b'~') || byte == b'"' || byte == b'\\')
            .unwrap_or(text.len());
        let (start, rest) = text.split_at_checked(plain).unwrap_or((text, ""));
        self.out.push_str(start);
        for (at, letter) in rest.char_indices() {
            let at = start.len() + at;
            if !must_be_escaped(letter) {
                continue;
            }
            self.out.push_str(text.get(plain..at).unwrap_or_default());
            plain = at + letter.len_utf8();
            match letter {
                '"' => self.out.push_str("\\\""),
                '\\' => self.out.push_str("\\\\"),
                '\n' => self.out.push_str("\\n"),
                '\r' => self.out.push_str("\\r"),
                '\t' => self.out.push_str("\\t"),
                other => drop(write!(self.out, "\\u{{{:x}}}", u32::from(other))),
            }
        }
        self.out.push_str(text.get(plain..).unwrap_or_default());
        self.out.push('"');
    }
}

/// Quotes, control characters, and the invisible ones that would make a line read other than it is.
fn must_be_escaped(letter: char) -> bool {
    matches!(letter, '"' | '\\' | '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// A list, map, tuple or structure being written.
struct Compound<'w> {
    writer: &'w mut Writer,
    /// Where its opening bracket stands.
    start: usize,
    /// Its first place in `Writer::gaps`.
    first_gap: usize,
    close: char,
}

impl<'w> Compound<'w> {
    fn open(writer: &'w mut Writer, name: &str, open: char, close: char) -> Self {
        writer.out.push_str(name);
        let start = writer.out.len();
        writer.out.push(open);
        writer.level += 1;
        let first_gap = writer.gaps.len();
        Self {
            writer,
            start,
            first_gap,
            close,
        }
    }

    fn piece<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.gap();
        value.serialize(&mut *self.writer)
    }

    fn field<T: Serialize + ?Sized>(&mut self, key: &str, value: &T) -> Result<(), WriteError> {
        let before = self.writer.out.len();
        self.gap();
        self.writer.out.push_str(key);
        self.writer.out.push_str(": ");
        let at = self.writer.out.len();
        value.serialize(&mut *self.writer)?;
        if self.writer.out.get(at..) == Some("None") {
            self.writer.out.truncate(before);
            self.writer.gaps.pop();
        }
        Ok(())
    }

    fn gap(&mut self) {
        let first = self.writer.gaps.len() == self.first_gap;
        if !first {
            self.writer.out.push(',');
        }
        self.writer.gaps.push(self.writer.out.len());
        if !first {
            self.writer.out.push(' ');
        }
    }

    fn close(self) {
        let Self {
            writer,
            start,
            first_gap,
            close,
        } = self;
        writer.level -= 1;
        let inside = writer.out.get(start..).unwrap_or_default();
        let fits = writer.level * 4 + inside.len() < writer.width
            && memchr::memchr(b'\n', inside.as_bytes()).is_none();
        let gaps = writer.gaps.get(first_gap..).unwrap_or_default();
        if gaps.is_empty() || fits || writer.width == usize::MAX {
            writer.gaps.truncate(first_gap);
            writer.out.push(close);
            return;
        }
        let tail = &mut writer.spare;
        tail.clear();
        tail.push_str(inside.get(1..).unwrap_or_default());
        writer.out.truncate(start + 1);
        writer
            .out
            .reserve(tail.len() + gaps.len() * (writer.level * 4 + 6));
        for (number, gap) in gaps.iter().enumerate() {
            let from = gap - start - 1 + usize::from(number > 0);
            let to = gaps
                .get(number + 1)
                .map_or(tail.len(), |next| next - start - 1);
            new_line(&mut writer.out, writer.level + 1);
            writer.out.push_str(tail.get(from..to).unwrap_or_default());
        }
        writer.gaps.truncate(first_gap);
        writer.out.push(',');
        new_line(&mut writer.out, writer.level);
        writer.out.push(close);
    }
}

fn new_line(out: &mut String, level: usize) {
    out.push('\n');
    for _ in 0..level {
        out.push_str("    ");
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Serialize};

    use super::*;

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Boat {
        name: String,
        length: Option<u32>,
        crew: Vec<Sailor>,
        ports: BTreeMap<u32, Option<String>>,
    }

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    enum Sailor {
        Cook,
        Deckhand(u8),
        Master { name: String, years: u8 },
        Pair(u8, u8),
    }

    fn boat() -> Boat {
        Boat {
            name: "Ana's \"Gull\" \\ \u{202e}\n שלום".to_owned(),
            length: None,
            crew: vec![
                Sailor::Cook,
                Sailor::Deckhand(3),
                Sailor::Master {
                    name: "None".to_owned(),
                    years: 40,
                },
                Sailor::Pair(1, 2),
            ],
            ports: BTreeMap::from([(1, None), (2, Some("Odesa".to_owned()))]),
        }
    }

    fn at_level(level: usize) -> String {
        let mut written = String::new();
        write_ron(&mut written, &boat(), level).expect("no binary numbers");
        written
    }

    #[test]
    fn what_is_written_is_read_back() {
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let line = to_line(&boat()).expect("no binary numbers");
        for written in [at_level(0), at_level(25), line] {
            assert_eq!(options.from_str::<Boat>(&written), Ok(boat()), "{written}");
        }
    }

    #[test]
    fn long_pieces_get_a_line_each() {
        assert_eq!(
            at_level(0),
            r#"(
    name: "Ana's \"Gull\" \\ \u{202e}\n שלום",
    crew: [Cook, Deckhand(3), Master(name: "None", years: 40), Pair(1, 2)],
    ports: {1: None, 2: "Odesa"},
)"#
        );
    }
}
