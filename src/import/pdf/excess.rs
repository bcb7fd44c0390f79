//! Parts of a file that would fill the memory or the stack of the program: they are emptied before it is read.
//!
//! A few kilobytes can unpack to gigabytes, and brackets inside brackets take the interpreter ever deeper. Pictures are
//! emptied as well: nobody looks at them here.

use memchr::memmem::{find, rfind};

use super::nesting::{self, is_too_deep};
use super::unpacked::{self, State};

/// All streams but pictures unpack to no more bytes together.
const MOST_OF_ALL: usize = 256 << 20;
/// Bytes before a stream in which its dictionary is looked for.
const DICTIONARY: usize = 4 << 10;

/// The objects of a file are nested too deep to be read at all.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TooDeep;

/// What was found in a file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Streams that were emptied, without pictures.
    pub(super) emptied: usize,
    /// Streams that do not unpack to their end.
    pub(super) broken: usize,
}

/// Empties the streams of a file that no program can have made for readers.
pub(super) fn without_excess(file: &mut [u8]) -> Result<Found, TooDeep> {
    let locked = find(file, b"/Encrypt").is_some();
    let (mut at, mut total) = (0, 0_usize);
    let mut found = Found::default();
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
        let rest = file.get(stream.start..).unwrap_or_default();
        let state = if unread {
            State::Picture
        } else {
            unpacked::state(rest, stream.len(), &unpacked::filters(dictionary), locked)
        };
        if let State::Fits(size) | State::Broken(size) = state {
            total = total.saturating_add(size);
        }
        let emptied = state == State::TooMuch || total > MOST_OF_ALL;
        found.broken += usize::from(matches!(state, State::Broken(_) | State::Unknown));
        found.emptied += usize::from(emptied);
        if emptied || matches!(state, State::Picture | State::Unknown) {
            file.get_mut(stream.clone()).unwrap_or_default().fill(0);
        }
        at = stream.end;
    }
    if is_too_deep(file.get(at..).unwrap_or_default()) {
        return Err(TooDeep);
    }
    Ok(found)
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

/// The name that follows a key.
fn name_behind<'d>(dictionary: &'d [u8], key: &[u8]) -> Option<&'d [u8]> {
    let rest = dictionary.get(find(dictionary, key)? + key.len()..)?;
    let name = rest.trim_ascii_start().strip_prefix(b"/")?;
    name.split(|byte| nesting::is_blank(*byte) || nesting::is_delimiter(*byte))
        .next()
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
        without_excess(&mut file).expect("flat objects").emptied
    }

    #[test]
    fn a_stream_that_unpacks_to_too_much_or_goes_too_deep_is_emptied() {
        let flate = |content: &[u8]| emptied(file("/Filter/FlateDecode", &packed(content)));
        assert_eq!(flate(b"BT (Forty goats) Tj ET"), 0);
        assert_eq!(flate(&vec![b' '; unpacked::MOST_OF_ONE + 1]), 1);
        assert_eq!(flate(&b"[".repeat(nesting::DEEPEST + 1)), 1);
        assert_eq!(flate(&b"<<".repeat(nesting::DEEPEST + 1)), 1);
        assert_eq!(flate(&b"q ".repeat(nesting::MOST_KEPT + 1)), 1);
        assert_eq!(flate(&b"q Q (]) [(q) 4] TJ ".repeat(nesting::MOST_KEPT)), 0);
        let mut deep = file("", b"");
        deep.extend(b"[".repeat(nesting::DEEPEST + 1));
        assert_eq!(without_excess(&mut deep), Err(TooDeep));
    }

    #[test]
    fn a_stream_that_breaks_off_is_told() {
        let mut cut = packed(b"BT (Forty goats and ten sheep) Tj ET");
        cut.truncate(20);
        let mut file = file("/Filter [/FlateDecode]", &cut);
        let broken = Found {
            emptied: 0,
            broken: 1,
        };
        assert_eq!(without_excess(&mut file), Ok(broken));
    }

    #[test]
    fn pictures_are_emptied_without_a_word() {
        let mut file = file("/Subtype /Image", b"goat");
        assert_eq!(without_excess(&mut file), Ok(Found::default()));
        assert!(find(&file, b"goat").is_none());
    }
}
