//! What a stream unpacks to, told without keeping it.

use flate2::read::{DeflateDecoder, ZlibDecoder};
use memchr::memmem::find;

use super::nesting::{Nesting, is_delimiter, is_too_deep};

/// No stream of text, of a font or of a form unpacks to more bytes.
pub(super) const MOST_OF_ONE: usize = 32 << 20;
/// The same where only the worst case can be told.
const WORST: usize = 256 << 20;

/// How a stream is packed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Filter {
    Flate,
    Lzw,
    RunLength,
    Hexadecimal,
    Ascii85,
    /// Of pictures, or by a key of its own.
    Picture,
    Unknown,
}

pub(super) fn filters(dictionary: &[u8]) -> Vec<Filter> {
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
            b"DCTDecode" | b"JPXDecode" | b"CCITTFaxDecode" | b"JBIG2Decode" | b"Crypt" => {
                Filter::Picture
            }
            _ => Filter::Unknown,
        })
        .collect()
}

/// What is told of a stream before it is unpacked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// It unpacks to so many bytes.
    Fits(usize),
    /// It does not unpack to its end; of so many bytes a part may be saved.
    Broken(usize),
    /// To too many, or nested too deep.
    TooMuch,
    /// To no text.
    Picture,
    /// It is packed in a way that nobody knows.
    Unknown,
}

/// The state of a stream of a length. What is packed tells itself where it ends, so all of the file from its start is
/// given. Of a `locked` file nothing can be told yet.
pub(super) fn state(rest: &[u8], length: usize, filters: &[Filter], locked: bool) -> State {
    let packed = rest.get(..length).unwrap_or_default();
    let if_fits = |size: Option<usize>| size.map_or(State::TooMuch, State::Fits);
    match filters {
        _ if filters.contains(&Filter::Picture) => State::Picture,
        _ if filters.contains(&Filter::Unknown) => State::Unknown,
        [] if is_too_deep(packed) => State::TooMuch,
        [] => State::Fits(0),
        [Filter::Flate] => match inflated(ZlibDecoder::new(rest)) {
            State::Broken(_) if locked => State::Fits(length),
            State::Broken(_) => match (
                inflated(DeflateDecoder::new(rest)),
                at_most(packed, filters),
            ) {
                (State::Broken(_), Some(size)) => State::Broken(size),
                // How much of it can be saved nobody can tell.
                (State::Broken(_), None) => State::TooMuch,
                (told, _) => told,
            },
            told => told,
        },
        [Filter::Lzw] => {
            let size = lzw_size(packed);
            if_fits((size <= MOST_OF_ONE).then_some(size))
        }
        _ => if_fits(at_most(packed, filters)),
    }
}

/// What a stream of so many bytes may unpack to where only the worst case is known.
fn at_most(packed: &[u8], filters: &[Filter]) -> Option<usize> {
    let mut size = packed.len();
    for filter in filters {
        size = match filter {
            Filter::Flate => size.saturating_mul(1_032),
            Filter::Lzw => size.saturating_mul(1_366),
            Filter::RunLength => size.saturating_mul(64),
            Filter::Hexadecimal => size,
            Filter::Ascii85 => size.saturating_add(4 * memchr::memchr_iter(b'z', packed).count()),
            Filter::Picture | Filter::Unknown => return None,
        };
    }
    (size <= WORST).then_some(packed.len())
}

fn inflated(mut packed: impl std::io::Read) -> State {
    let mut nesting = Nesting::default();
    let mut size = 0;
    let mut part = vec![0; 64 << 10];
    loop {
        match packed.read(&mut part) {
            Ok(0) => return State::Fits(size),
            Ok(length) => {
                size += length;
                if size > MOST_OF_ONE || !nesting.take(part.get(..length).unwrap_or_default()) {
                    return State::TooMuch;
                }
            }
            Err(_broken) => return State::Broken(size),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_lzw_is_told_without_unpacking() {
        // Clear, "-", then codes for two, three and again three of it, and the end.
        let codes = [256_u32, 45, 258, 259, 259, 257];
        let bits: Vec<String> = codes.iter().map(|code| format!("{code:09b}")).collect();
        let bits = bits.concat();
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
