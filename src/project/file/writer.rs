//! RON as a person would lay it out: what fits on a line stays on one, what does not gets a line a piece.
//!
//! The same data always gives the same bytes. Parts of a structure that are `None` are left out. Read back with the
//! `ron` crate and its extension `implicit_some`.

use std::fmt::{self, Display, Write as _};

use serde::ser::{self, Serialize};

/// Widest line that is not broken up further, in bytes, its indentation included.
const WIDTH: usize = 112;

/// `value` as RON, laid out from nesting level `level` on.
pub(super) fn to_ron<T: Serialize + ?Sized>(value: &T, level: usize) -> Result<String, WriteError> {
    let mut writer = Writer {
        out: String::new(),
        level,
        gaps: Vec::new(),
        width: WIDTH,
    };
    value.serialize(&mut writer)?;
    Ok(writer.out)
}

/// `value` as RON on one line.
pub(super) fn to_line<T: Serialize + ?Sized>(value: &T) -> Result<String, WriteError> {
    let mut writer = Writer {
        out: String::new(),
        level: 0,
        gaps: Vec::new(),
        width: usize::MAX,
    };
    value.serialize(&mut writer)?;
    Ok(writer.out)
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

impl From<fmt::Error> for WriteError {
    fn from(error: fmt::Error) -> Self {
        Self(error.to_string())
    }
}

struct Writer {
    out: String,
    level: usize,
    /// Places between the pieces of all open compounds, innermost last.
    gaps: Vec<usize>,
    width: usize,
}

impl Writer {
    fn string(&mut self, text: &str) {
        self.out.push('"');
        let mut plain = 0;
        for (at, letter) in text.char_indices() {
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
        let gaps = writer.gaps.split_off(first_gap);
        let inside = writer.out.get(start..).unwrap_or_default();
        let fits = writer.level * 4 + inside.len() < writer.width
            && memchr::memchr(b'\n', inside.as_bytes()).is_none();
        if gaps.is_empty() || fits || writer.width == usize::MAX {
            writer.out.push(close);
            return;
        }
        let tail = writer.out.split_off(start + 1);
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

macro_rules! plainly_written {
    ($($method:ident: $type:ty),*) => {
        $(fn $method(self, value: $type) -> Result<(), WriteError> {
            Ok(write!(self.out, "{value}")?)
        })*
    };
}

impl<'w> ser::Serializer for &'w mut Writer {
    type Ok = ();
    type Error = WriteError;
    type SerializeSeq = Compound<'w>;
    type SerializeTuple = Compound<'w>;
    type SerializeTupleStruct = Compound<'w>;
    type SerializeTupleVariant = Compound<'w>;
    type SerializeMap = Compound<'w>;
    type SerializeStruct = Compound<'w>;
    type SerializeStructVariant = Compound<'w>;

    plainly_written!(serialize_bool: bool, serialize_i8: i8, serialize_i16: i16, serialize_i32: i32,
        serialize_i64: i64, serialize_u8: u8, serialize_u16: u16, serialize_u32: u32, serialize_u64: u64,
        serialize_i128: i128, serialize_u128: u128);

    fn serialize_f32(self, value: f32) -> Result<(), WriteError> {
        self.serialize_f64(f64::from(value))
    }

    fn serialize_f64(self, value: f64) -> Result<(), WriteError> {
        let refusal = format!("{value} is a binary number: exact ones are written as text");
        Err(WriteError(refusal))
    }

    fn serialize_char(self, value: char) -> Result<(), WriteError> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), WriteError> {
        self.string(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), WriteError> {
        value.serialize(self)
    }

    fn serialize_none(self) -> Result<(), WriteError> {
        self.out.push_str("None");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), WriteError> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), WriteError> {
        self.out.push_str("()");
        Ok(())
    }

    fn serialize_unit_struct(self, _name: &'static str) -> Result<(), WriteError> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
    ) -> Result<(), WriteError> {
        self.out.push_str(variant);
        Ok(())
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        self.serialize_newtype_variant(name, 0, "", value)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), WriteError> {
        self.out.push_str(variant);
        self.out.push('(');
        value.serialize(&mut *self)?;
        self.out.push(')');
        Ok(())
    }

    fn serialize_seq(self, _len: Option<usize>) -> Result<Compound<'w>, WriteError> {
        Ok(Compound::open(self, "", '[', ']'))
    }

    fn serialize_tuple(self, _len: usize) -> Result<Compound<'w>, WriteError> {
        Ok(Compound::open(self, "", '(', ')'))
    }

    fn serialize_tuple_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<Compound<'w>, WriteError> {
        Ok(Compound::open(self, "", '(', ')'))
    }

    fn serialize_tuple_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Compound<'w>, WriteError> {
        Ok(Compound::open(self, variant, '(', ')'))
    }

    fn serialize_map(self, _len: Option<usize>) -> Result<Compound<'w>, WriteError> {
        Ok(Compound::open(self, "", '{', '}'))
    }

    fn serialize_struct(
        self,
        _name: &'static str,
        _len: usize,
    ) -> Result<Compound<'w>, WriteError> {
        Ok(Compound::open(self, "", '(', ')'))
    }

    fn serialize_struct_variant(
        self,
        _name: &'static str,
        _index: u32,
        variant: &'static str,
        _len: usize,
    ) -> Result<Compound<'w>, WriteError> {
        Ok(Compound::open(self, variant, '(', ')'))
    }
}

macro_rules! compounds {
    ($($kind:ident $method:ident),*) => {
        $(impl ser::$kind for Compound<'_> {
            type Ok = ();
            type Error = WriteError;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
                self.piece(value)
            }

            fn end(self) -> Result<(), WriteError> {
                self.close();
                Ok(())
            }
        })*
    };
}

compounds!(SerializeSeq serialize_element, SerializeTuple serialize_element,
    SerializeTupleStruct serialize_field, SerializeTupleVariant serialize_field);

macro_rules! named_compounds {
    ($($kind:ident),*) => {
        $(impl ser::$kind for Compound<'_> {
            type Ok = ();
            type Error = WriteError;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                key: &'static str,
                value: &T,
            ) -> Result<(), WriteError> {
                self.field(key, value)
            }

            fn end(self) -> Result<(), WriteError> {
                self.close();
                Ok(())
            }
        })*
    };
}

named_compounds!(SerializeStruct, SerializeStructVariant);

impl ser::SerializeMap for Compound<'_> {
    type Ok = ();
    type Error = WriteError;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), WriteError> {
        self.piece(key)
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), WriteError> {
        self.writer.out.push_str(": ");
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), WriteError> {
        self.close();
        Ok(())
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

    #[test]
    fn what_is_written_is_read_back() {
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        for written in [to_ron(&boat(), 0), to_ron(&boat(), 25), to_line(&boat())] {
            let written = written.expect("no binary numbers");
            assert_eq!(options.from_str::<Boat>(&written), Ok(boat()), "{written}");
        }
    }

    #[test]
    fn long_pieces_get_a_line_each() {
        assert_eq!(
            to_ron(&boat(), 0).expect("no binary numbers"),
            r#"(
    name: "Ana's \"Gull\" \\ \u{202e}\n שלום",
    crew: [Cook, Deckhand(3), Master(name: "None", years: 40), Pair(1, 2)],
    ports: {1: None, 2: "Odesa"},
)"#
        );
    }
}
