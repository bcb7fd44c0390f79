//! RON exactly as [`writer`](super::writer) lays it out, read without looking for anything else.
//!
//! A project of a hundred thousand claims is a hundred megabytes, and a reader of any RON takes three times as long.
//! So this one knows no comments, no raw strings, no other way to write a number: what the program did not write
//! itself it refuses, without saying why, and the caller reads the text with the `ron` crate instead.

use serde::de::{
    self, Deserialize, DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor,
};

/// The elements of a list, each followed by a comma; `None` where anything is not as the program writes it.
pub(super) fn elements<'de, T: Deserialize<'de>>(text: &'de str) -> Option<Vec<T>> {
    let mut reader = Reader {
        text,
        at: 0,
        depth: 0,
    };
    let mut elements = Vec::new();
    loop {
        reader.skip_space();
        if reader.at == text.len() {
            return Some(elements);
        }
        elements.push(T::deserialize(&mut reader).ok()?);
        reader.take(b',').ok()?;
    }
}

/// The text is not as the program writes it.
#[derive(Debug)]
struct Foreign;

impl std::fmt::Display for Foreign {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("this is not laid out as the program writes it")
    }
}

impl std::error::Error for Foreign {}

impl de::Error for Foreign {
    fn custom<T: std::fmt::Display>(_: T) -> Self {
        Self
    }
}

struct Reader<'de> {
    text: &'de str,
    /// Where the next byte stands.
    at: usize,
    /// Brackets that are open.
    depth: usize,
}

/// The most brackets that are open at once: a file that nests deeper was not written by the program.
const DEEPEST: usize = 128;

impl<'de> Reader<'de> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn skip_space(&mut self) {
        while let Some(b' ' | b'\n') = self.peek() {
            self.at += 1;
        }
    }

    /// What comes next, spaces aside.
    fn next(&mut self) -> Option<u8> {
        self.skip_space();
        self.peek()
    }

    fn take(&mut self, byte: u8) -> Result<(), Foreign> {
        if self.next() == Some(byte) {
            self.at += 1;
            Ok(())
        } else {
            Err(Foreign)
        }
    }

    /// The bytes that follow, as long as they are of a kind; at least one.
    fn run(&mut self, of_kind: impl Fn(u8) -> bool) -> Result<&'de str, Foreign> {
        self.skip_space();
        let rest = self.text.get(self.at..).ok_or(Foreign)?;
        let length = rest.bytes().take_while(|byte| of_kind(*byte)).count();
        self.at += length;
        rest.get(..length)
            .filter(|run| !run.is_empty())
            .ok_or(Foreign)
    }

    /// Name of a field or a variant.
    fn name(&mut self) -> Result<&'de str, Foreign> {
        self.run(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    }

    fn number<T: std::str::FromStr>(&mut self) -> Result<T, Foreign> {
        let digits = self.run(|byte| byte.is_ascii_digit() || byte == b'-')?;
        digits.parse().map_err(|_kind| Foreign)
    }

    /// A string, and whether it stands in the text as it is.
    fn string(&mut self) -> Result<Words<'de>, Foreign> {
        self.take(b'"')?;
        let rest = self.text.get(self.at..).ok_or(Foreign)?;
        let end = memchr::memchr2(b'"', b'\\', rest.as_bytes()).ok_or(Foreign)?;
        let plain = rest.get(..end).ok_or(Foreign)?;
        self.at += end;
        if self.peek() == Some(b'"') {
            self.at += 1;
            return Ok(Words::Plain(plain));
        }
        let mut words = plain.to_owned();
        while self.peek() == Some(b'\\') {
            self.at += 1;
            words.push(self.escaped()?);
            let rest = self.text.get(self.at..).ok_or(Foreign)?;
            let end = memchr::memchr2(b'"', b'\\', rest.as_bytes()).ok_or(Foreign)?;
            words.push_str(rest.get(..end).ok_or(Foreign)?);
            self.at += end;
        }
        self.at += 1;
        Ok(Words::Unescaped(words))
    }

    /// The letter that the bytes after a backslash stand for.
    fn escaped(&mut self) -> Result<char, Foreign> {
        let kind = self.peek().ok_or(Foreign)?;
        self.at += 1;
        match kind {
            b'"' => Ok('"'),
            b'\\' => Ok('\\'),
            b'n' => Ok('\n'),
            b'r' => Ok('\r'),
            b't' => Ok('\t'),
            b'u' => {
                self.take(b'{')?;
                let digits = self.run(|byte| byte.is_ascii_hexdigit())?;
                self.take(b'}')?;
                let code = u32::from_str_radix(digits, 16).map_err(|_kind| Foreign)?;
                char::from_u32(code).ok_or(Foreign)
            }
            _ => Err(Foreign),
        }
    }

    /// What stands between two brackets.
    fn within<T>(
        &mut self,
        [open, close]: [u8; 2],
        read: impl FnOnce(Pieces<'_, 'de>) -> Result<T, Foreign>,
    ) -> Result<T, Foreign> {
        self.take(open)?;
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(Foreign);
        }
        let value = read(Pieces {
            reader: self,
            close,
        })?;
        self.depth -= 1;
        self.take(close)?;
        Ok(value)
    }
}

enum Words<'de> {
    Plain(&'de str),
    Unescaped(String),
}

const ROUND: [u8; 2] = *b"()";
const SQUARE: [u8; 2] = *b"[]";
const CURLY: [u8; 2] = *b"{}";

macro_rules! numbers {
    ($($method:ident: $visit:ident),*) => {
        $(fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Foreign> {
            visitor.$visit(self.number()?)
        })*
    };
}

impl<'de> de::Deserializer<'de> for &mut Reader<'de> {
    type Error = Foreign;

    numbers!(deserialize_i8: visit_i8, deserialize_i16: visit_i16, deserialize_i32: visit_i32,
        deserialize_i64: visit_i64, deserialize_i128: visit_i128, deserialize_u8: visit_u8,
        deserialize_u16: visit_u16, deserialize_u32: visit_u32, deserialize_u64: visit_u64,
        deserialize_u128: visit_u128);

    /// Only texts: nothing else that is recorded asks what stands there.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Foreign> {
        match self.string()? {
            Words::Plain(words) => visitor.visit_borrowed_str(words),
            Words::Unescaped(words) => visitor.visit_string(words),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Foreign> {
        match self.name()? {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(Foreign),
        }
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Foreign> {
        self.skip_space();
        let before = self.at;
        if self.peek() == Some(b'N') && self.name()? == "None" {
            return visitor.visit_none();
        }
        self.at = before;
        visitor.visit_some(self)
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Foreign> {
        self.take(b'(')?;
        self.take(b')')?;
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Foreign> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        visitor: V,
    ) -> Result<V::Value, Foreign> {
        self.take(b'(')?;
        let value = visitor.visit_newtype_struct(&mut *self)?;
        self.take(b')')?;
        Ok(value)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Foreign> {
        self.within(SQUARE, |pieces| visitor.visit_seq(pieces))
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _len: usize,
        visitor: V,
    ) -> Result<V::Value, Foreign> {
        self.within(ROUND, |pieces| visitor.visit_seq(pieces))
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Foreign> {
        self.deserialize_tuple(len, visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Foreign> {
        self.within(CURLY, |pieces| visitor.visit_map(pieces))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Foreign> {
        self.within(ROUND, |pieces| visitor.visit_map(pieces))
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Foreign> {
        visitor.visit_enum(self)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Foreign> {
        visitor.visit_borrowed_str(self.name()?)
    }

    serde::forward_to_deserialize_any! { f32 f64 char str string bytes byte_buf ignored_any }
}

/// The pieces of a compound, parted by commas; the last may be followed by one.
struct Pieces<'r, 'de> {
    reader: &'r mut Reader<'de>,
    close: u8,
}

impl<'de> Pieces<'_, 'de> {
    fn piece<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Foreign> {
        let value = seed.deserialize(&mut *self.reader)?;
        match self.reader.next() {
            Some(b',') => self.reader.at += 1,
            Some(byte) if byte == self.close => {}
            _ => return Err(Foreign),
        }
        Ok(value)
    }

    fn is_over(&mut self) -> bool {
        self.reader.next() == Some(self.close)
    }
}

impl<'de> SeqAccess<'de> for Pieces<'_, 'de> {
    type Error = Foreign;

    fn next_element_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Foreign> {
        if self.is_over() {
            return Ok(None);
        }
        self.piece(seed).map(Some)
    }
}

impl<'de> MapAccess<'de> for Pieces<'_, 'de> {
    type Error = Foreign;

    fn next_key_seed<S: DeserializeSeed<'de>>(
        &mut self,
        seed: S,
    ) -> Result<Option<S::Value>, Foreign> {
        if self.is_over() {
            return Ok(None);
        }
        seed.deserialize(&mut *self.reader).map(Some)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, Foreign> {
        self.reader.take(b':')?;
        self.piece(seed)
    }
}

impl<'de> EnumAccess<'de> for &mut Reader<'de> {
    type Error = Foreign;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'de>>(
        self,
        seed: S,
    ) -> Result<(S::Value, Self::Variant), Foreign> {
        let variant = seed.deserialize(&mut *self)?;
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for &mut Reader<'de> {
    type Error = Foreign;

    fn unit_variant(self) -> Result<(), Foreign> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'de>>(self, seed: S) -> Result<S::Value, Foreign> {
        self.take(b'(')?;
        let value = seed.deserialize(&mut *self)?;
        self.take(b')')?;
        Ok(value)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _len: usize, visitor: V) -> Result<V::Value, Foreign> {
        self.within(ROUND, |pieces| visitor.visit_seq(pieces))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Foreign> {
        self.within(ROUND, |pieces| visitor.visit_map(pieces))
    }
}

#[cfg(test)]
mod tests;
