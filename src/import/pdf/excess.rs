//! Parts of a file that would fill the memory or the stack of the program: they are emptied before it is read.
//!
//! A few kilobytes can unpack to gigabytes, and brackets inside brackets take the interpreter ever deeper. Pictures are
//! emptied as well: nobody looks at them here.

use flate2::read::{DeflateDecoder, ZlibDecoder};
use memchr::memmem::{find, rfind};

/// No stream of text, of a font or of a form unpacks to more bytes.
const MOST_OF_ONE: usize = 32 << 20;
/// All of them together.
const MOST_OF_ALL: usize = 256 << 20;
/// Arrays and dictionaries inside one another.
const DEEPEST: usize = 1_000;
/// States of drawing that are kept and not taken back.
const MOST_KEPT: usize = 10_000;
/// Bytes before a stream in which its dictionary is looked for.
const DICTIONARY: usize = 4 << 10;

/// The objects of a file are nested too deep to be read at all.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooDeep;

/// Empties the streams of a file that no program can have made for readers; gives how many they are.
pub(super) fn without_excess(file: &mut [u8]) -> Result<usize, TooDeep> {
    let locked = find(file, b"/Encrypt").is_some();
    let (mut at, mut total, mut emptied) = (0, 0_usize, 0);
    while let Some(stream) = next_stream(file, at) {
        let between = file.get(at..stream.start).unwrap_or_default();
        if is_too_deep(between) {
            return Err(TooDeep);
        }
        let from = at.max(stream.start.saturating_sub(DICTIONARY));
        let dictionary = file.get(from..stream.start).unwrap_or_default();
        let dictionary = rfind(dictionary, b" obj")
            .and_then(|at| dictionary.get(at..))
            .unwrap_or(dictionary);
        let unread = ["Image", "EmbeddedFile"].iter().any(|kind| {
            let said = |key| name_behind(dictionary, key) == Some(kind.as_bytes());
            said(b"/Subtype") || said(b"/Type")
        });
        let fits = !unread
            && file
                .get(stream.start..)
                .and_then(|rest| unpacked(rest, stream.len(), &filters(dictionary), locked))
                .is_some_and(|size| {
                    total = total.saturating_add(size);
                    total <= MOST_OF_ALL
                });
        if !fits {
            emptied += usize::from(!unread);
            file.get_mut(stream.clone()).unwrap_or_default().fill(0);
        }
        at = stream.end;
    }
    if is_too_deep(file.get(at..).unwrap_or_default()) {
        return Err(TooDeep);
    }
    Ok(emptied)
}

/// Whether arrays stand in one another, or states of drawing are kept, too often.
pub(super) fn is_too_deep(content: &[u8]) -> bool {
    let mut nesting = Nesting::default();
    !nesting.take(content)
}

/// The bytes of the first stream behind `at`.
fn next_stream(file: &[u8], mut at: usize) -> Option<std::ops::Range<usize>> {
    loop {
        let rest = file.get(at..)?;
        let word = find(rest, b"stream")?;
        let start = at + word + b"stream".len();
        let skip = match file.get(start..)? {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
        if skip > 0 && !rest.get(..word)?.ends_with(b"end") {
            let start = start + skip;
            let body = file.get(start..)?;
            let end = find(body, b"endstream").unwrap_or(body.len());
            return Some(start..start + end);
        }
        at = start;
    }
}

const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | b'\x0C' | 0)
}

const fn is_delimiter(byte: u8) -> bool {
    matches!(
        byte,
        b'(' | b')' | b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'/' | b'%'
    )
}

/// The name that follows a key.
fn name_behind<'d>(dictionary: &'d [u8], key: &[u8]) -> Option<&'d [u8]> {
    let rest = dictionary.get(find(dictionary, key)? + key.len()..)?;
    let name = rest.trim_ascii_start().strip_prefix(b"/")?;
    name.split(|byte| is_blank(*byte) || is_delimiter(*byte))
        .next()
}

/// How a stream is packed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filter {
    Flate,
    Lzw,
    RunLength,
    Hexadecimal,
    Ascii85,
    /// Of pictures, or unknown.
    Other,
}

fn filters(dictionary: &[u8]) -> Vec<Filter> {
    let Some(at) = find(dictionary, b"/Filter") else {
        return Vec::new();
    };
    let rest = dictionary.get(at + b"/Filter".len()..).unwrap_or_default();
    let rest = rest.trim_ascii_start();
    let names = match rest.first() {
        Some(b'[') => rest
            .get(1..)
            .and_then(|rest| rest.split(|it| *it == b']').next()),
        Some(b'/') => rest
            .get(1..)
            .and_then(|rest| rest.split(|it| is_delimiter(*it)).next()),
        // It is told elsewhere; most are this.
        _ => return vec![Filter::Flate],
    };
    let names = names
        .into_iter()
        .flat_map(|names| names.split(|it| *it == b'/'));
    names
        .map(<[u8]>::trim_ascii)
        .filter(|name| !name.is_empty())
        .map(|name| match name {
            b"FlateDecode" | b"Fl" => Filter::Flate,
            b"LZWDecode" | b"LZW" => Filter::Lzw,
            b"RunLengthDecode" | b"RL" => Filter::RunLength,
            b"ASCIIHexDecode" | b"AHx" => Filter::Hexadecimal,
            b"ASCII85Decode" | b"A85" => Filter::Ascii85,
            _ => Filter::Other,
        })
        .collect()
}

/// How many bytes a stream of so many unpacks to; nothing where they are too many or nested too deep. What is packed
/// tells itself where it ends, so all of the file from its start is given. Of a `locked` file nothing can be told yet.
fn unpacked(rest: &[u8], length: usize, filters: &[Filter], locked: bool) -> Option<usize> {
    let packed = rest.get(..length)?;
    match filters {
        [] => (!is_too_deep(packed)).then_some(0),
        [Filter::Flate] => {
            let zlib = inflated(ZlibDecoder::new(rest));
            let inflated = match zlib {
                Inflated::Broken => inflated(DeflateDecoder::new(rest)),
                told => told,
            };
            match inflated {
                Inflated::Whole(size) => Some(size),
                Inflated::TooMuch => None,
                Inflated::Broken if locked => Some(length),
                // How much of it can be saved nobody can tell.
                Inflated::Broken => at_most(packed, filters),
            }
        }
        [Filter::Lzw] => {
            let size = lzw_size(packed);
            (size <= MOST_OF_ONE).then_some(size)
        }
        _ => at_most(packed, filters),
    }
}

/// What a stream unpacks to in the worst case.
fn at_most(packed: &[u8], filters: &[Filter]) -> Option<usize> {
    let mut size = packed.len();
    for filter in filters {
        size = match filter {
            Filter::Flate => size.saturating_mul(1_032),
            Filter::Lzw => size.saturating_mul(1_366),
            Filter::RunLength => size.saturating_mul(64),
            Filter::Hexadecimal => size,
            Filter::Ascii85 => size.saturating_add(4 * memchr::memchr_iter(b'z', packed).count()),
            Filter::Other => return None,
        };
    }
    (size <= MOST_OF_ALL).then_some(packed.len())
}

enum Inflated {
    Whole(usize),
    TooMuch,
    Broken,
}

fn inflated(mut packed: impl std::io::Read) -> Inflated {
    let mut nesting = Nesting::default();
    let mut size = 0;
    let mut part = vec![0; 64 << 10];
    loop {
        match packed.read(&mut part) {
            Ok(0) => return Inflated::Whole(size),
            Ok(length) => {
                size += length;
                if size > MOST_OF_ONE || !nesting.take(part.get(..length).unwrap_or_default()) {
                    return Inflated::TooMuch;
                }
            }
            Err(_broken) => return Inflated::Broken,
        }
    }
}

/// The length of what LZW unpacks to: every code stands for one byte more than the one it was made of.
fn lzw_size(packed: &[u8]) -> usize {
    const CLEAR: usize = 256;
    const END: usize = 257;
    let mut lengths: Vec<usize> = Vec::new();
    let (mut bits, mut held, mut size) = (0_u32, 0, 0_usize);
    let mut last: Option<usize> = None;
    for byte in packed {
        bits = (bits << 8 | u32::from(*byte)) & 0xFF_FFFF;
        held += 8;
        let width = match lengths.len() + END + 2 {
            0..512 => 9,
            512..1024 => 10,
            1024..2048 => 11,
            _ => 12,
        };
        if held < width {
            continue;
        }
        held -= width;
        let code = usize::try_from(bits >> held & ((1 << width) - 1)).unwrap_or(END);
        if code == CLEAR {
            lengths.clear();
            last = None;
            continue;
        }
        if code == END {
            break;
        }
        let known = if code < CLEAR {
            Some(1)
        } else {
            lengths.get(code - END - 1).copied()
        };
        let length = known.or(last.map(|last| last + 1)).unwrap_or(1);
        size = size.saturating_add(length);
        if let Some(last) = last
            && lengths.len() + END + 1 < 4096
        {
            lengths.push(last + 1);
        }
        last = Some(length);
    }
    size
}

/// Follows the brackets and the kept states of a content.
#[derive(Default)]
struct Nesting {
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
    fn take(&mut self, content: &[u8]) -> bool {
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

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::{Compression, write::ZlibEncoder};

    use super::*;

    fn file(dictionary: &str, content: &[u8]) -> Vec<u8> {
        let head = format!("4 0 obj <<{dictionary}>> stream\n");
        [head.as_bytes(), content, b"\nendstream endobj"].concat()
    }

    fn packed(content: &[u8]) -> Vec<u8> {
        let mut packer = ZlibEncoder::new(Vec::new(), Compression::best());
        packer.write_all(content).expect("memory");
        packer.finish().expect("memory")
    }

    fn emptied(mut file: Vec<u8>) -> usize {
        without_excess(&mut file).expect("flat objects")
    }

    #[test]
    fn a_stream_that_unpacks_to_too_much_or_goes_too_deep_is_emptied() {
        let flate = |content: &[u8]| emptied(file("/Filter/FlateDecode", &packed(content)));
        assert_eq!(flate(b"BT (Forty goats) Tj ET"), 0);
        assert_eq!(flate(&vec![b' '; MOST_OF_ONE + 1]), 1);
        assert_eq!(flate(&b"[".repeat(DEEPEST + 1)), 1);
        assert_eq!(flate(&b"<<".repeat(DEEPEST + 1)), 1);
        assert_eq!(flate(&b"q ".repeat(MOST_KEPT + 1)), 1);
        assert_eq!(flate(&b"q Q (]) [(q) 4] TJ ".repeat(MOST_KEPT)), 0);
        let mut deep = file("", b"");
        deep.extend(b"[".repeat(DEEPEST + 1));
        assert_eq!(without_excess(&mut deep), Err(TooDeep));
    }

    #[test]
    fn pictures_are_emptied_without_a_word() {
        let mut file = file("/Subtype /Image", b"goat");
        assert_eq!(without_excess(&mut file), Ok(0));
        assert!(find(&file, b"goat").is_none());
    }

    #[test]
    fn the_size_of_lzw_is_told_without_unpacking() {
        // Clear, "-", then codes for two, three and again three of it, and the end.
        let codes = [256_u32, 45, 258, 259, 259, 257];
        let bits: String = codes.iter().map(|code| format!("{code:09b}")).collect();
        let bytes: Vec<u8> = bits
            .as_bytes()
            .chunks(8)
            .map(|eight| {
                let digits = String::from_utf8_lossy(eight);
                u8::from_str_radix(&format!("{digits:0<8}"), 2).expect("binary digits")
            })
            .collect();
        assert_eq!(lzw_size(&bytes), 9);
    }
}
