//! How deep the brackets of a content stand in one another: the interpreter goes as deep by recursion.

/// Arrays and dictionaries inside one another.
pub(super) const DEEPEST: usize = 1_000;
/// States of drawing that are kept and not taken back.
pub(super) const MOST_KEPT: usize = 10_000;
/// Whether arrays stand in one another, or states of drawing are kept, too often.
pub(super) fn is_too_deep(content: &[u8]) -> bool {
    let mut nesting = Nesting::default();
    !nesting.take(content)
}

pub(super) const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'\x0C' | 0)
}

pub(super) const fn is_delimiter(byte: u8) -> bool {
    matches!(
        byte,
        b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

/// Follows the brackets and the kept states of a content.
#[derive(Default)]
pub(super) struct Nesting {
    place: Place,
    deep: usize,
    kept: usize,
    /// Brackets open in a string.
    strings: usize,
    last: u8,
    /// The byte of a word of one byte so far.
    word: Option<u8>,
    /// Bytes of the word.
    length: usize,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Place {
    #[default]
    Between,
    Name,
    String,
    /// Behind a backslash in a string.
    Escape,
    Comment,
}

impl Nesting {
    /// Goes on with the next bytes; false as soon as it is too deep.
    pub(super) fn take(&mut self, content: &[u8]) -> bool {
        content.iter().all(|byte| {
            self.byte(*byte);
            self.deep <= DEEPEST && self.kept <= MOST_KEPT
        })
    }

    fn byte(&mut self, byte: u8) {
        match self.place {
            Place::Escape => self.place = Place::String,
            Place::String => match byte {
                b'\\' => self.place = Place::Escape,
                b'(' => self.strings += 1,
                b')' if self.strings == 0 => self.place = Place::Between,
                b')' => self.strings -= 1,
                _ => {}
            },
            Place::Comment => {
                if matches!(byte, b'\r' | b'\n') {
                    self.place = Place::Between;
                }
            }
            Place::Name if !is_blank(byte) && !is_delimiter(byte) => {}
            Place::Name | Place::Between => {
                self.place = Place::Between;
                self.outside(byte);
            }
        }
    }

    fn outside(&mut self, byte: u8) {
        if is_blank(byte) || is_delimiter(byte) {
            match self.word.take() {
                Some(b'q') if self.length == 1 => self.kept += 1,
                Some(b'Q') if self.length == 1 => self.kept = self.kept.saturating_sub(1),
                _ => {}
            }
            self.length = 0;
        } else {
            self.word = Some(byte);
            self.length += 1;
        }
        let twice = self.last == byte;
        self.last = byte;
        match byte {
            b'[' => self.deep += 1,
            b']' => self.deep = self.deep.saturating_sub(1),
            b'<' if twice => (self.deep, self.last) = (self.deep + 1, 0),
            b'>' if twice => (self.deep, self.last) = (self.deep.saturating_sub(1), 0),
            b'(' => (self.place, self.strings) = (Place::String, 0),
            b'/' => self.place = Place::Name,
            b'%' => self.place = Place::Comment,
            // No content but a picture or a font holds such bytes here.
            0x80.. | 1..=8 | 14..=31 => self.deep = 0,
            _ => {}
        }
    }
}
