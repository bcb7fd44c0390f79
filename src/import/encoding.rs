//! Bytes to characters: a byte order mark decides, then strict UTF-8, then what is declared, then a guess.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    Encoding, ISO_2022_JP, ISO_8859_2, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE,
    WINDOWS_1250, WINDOWS_1252, WINDOWS_1254, WINDOWS_1257,
};

use super::dos::{self, CodePage};
use super::{mac, utf_32};

/// The encoding a file was read in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadAs {
    /// Its name (WHATWG; of a code page of DOS, IANA).
    pub name: &'static str,
    /// Whether nothing but the bytes themselves told so.
    pub guessed: bool,
}

impl ReadAs {
    /// Its name as people know it.
    pub fn spoken(self) -> &'static str {
        match self.name {
            "macintosh" => "Mac Roman",
            name => name,
        }
    }
}

/// Decoded text, and how it was decoded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    pub(super) text: String,
    pub(super) read_as: ReadAs,
    mixed: bool,
}

impl Decoded {
    fn new(text: String, encoding: &'static Encoding) -> Self {
        Self {
            text,
            read_as: ReadAs {
                name: encoding.name(),
                guessed: false,
            },
            mixed: false,
        }
    }

    fn of_dos(bytes: &[u8], page: CodePage, guessed: bool) -> Self {
        Self {
            text: page.decoded(bytes),
            read_as: ReadAs {
                name: page.name,
                guessed,
            },
            mixed: false,
        }
    }

    /// What a person should know about the decoding.
    pub(super) fn notice(&self) -> Option<String> {
        let name = self.read_as.spoken();
        if self.text.contains(char::REPLACEMENT_CHARACTER) {
            Some(format!(
                "Some bytes are not {name}; they are shown as \u{FFFD}. Choose another encoding, or save the file as UTF-8 and import it again"
            ))
        } else if self.mixed {
            Some(format!(
                "Some of it is in UTF-8, the rest was read as {name}; look at letters outside A to Z"
            ))
        } else if self.read_as.guessed {
            Some(format!(
                "Read as {name}, a guess; look at letters outside A to Z"
            ))
        } else {
            None
        }
    }
}

/// The name of the encoding that a label stands for: "IBM866", "latin1", "cp850".
pub fn encoding_of_label(label: &str) -> Option<&'static str> {
    let of_web = Encoding::for_label(label.as_bytes()).map(Encoding::name);
    of_web
        .or_else(|| CodePage::of_label(label).map(|page| page.name))
        .or_else(|| utf_32::label(label))
}

/// Decodes a file; `declared` is the name of an encoding that the file or its carrier gives, `chosen` one that a person
/// has chosen instead.
pub(super) fn decode(bytes: &[u8], declared: Option<&str>, chosen: Option<&str>) -> Decoded {
    let of_label = |label: &str| Encoding::for_label(label.as_bytes());
    if let Some(encoding) = chosen.and_then(of_label) {
        let (text, _) = encoding.decode_with_bom_removal(bytes);
        return Decoded::new(text.into_owned(), encoding);
    }
    if let Some(page) = chosen.and_then(CodePage::of_label) {
        return Decoded::of_dos(bytes, page, false);
    }
    let of_utf_32 = |text| Decoded {
        text,
        read_as: ReadAs {
            name: utf_32::NAME,
            guessed: false,
        },
        mixed: false,
    };
    if let Some(label) = chosen.and_then(utf_32::label) {
        return of_utf_32(utf_32::text_of_label(bytes, label));
    }
    if let Some(text) = utf_32::text(bytes) {
        return of_utf_32(text);
    }
    if let Some((encoding, length)) = Encoding::for_bom(bytes) {
        let (text, _) =
            encoding.decode_without_bom_handling(bytes.get(length..).unwrap_or_default());
        return Decoded::new(text.into_owned(), encoding);
    }
    if let Some(encoding) = wide(bytes) {
        let (text, _) = encoding.decode_without_bom_handling(bytes);
        let mut decoded = Decoded::new(text.into_owned(), encoding);
        decoded.read_as.guessed = true;
        return decoded;
    }
    // Its bytes are all of ASCII.
    let shifts = |sign: &[u8; 3]| memchr::memmem::find(bytes, sign).is_some();
    if shifts(b"\x1B$B") || shifts(b"\x1B$@") {
        let (text, damaged) = ISO_2022_JP.decode_without_bom_handling(bytes);
        if !damaged {
            return Decoded::new(text.into_owned(), ISO_2022_JP);
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded::new(text.to_owned(), UTF_8);
    }
    if let Some(page) = declared.and_then(CodePage::of_label) {
        return Decoded::of_dos(bytes, page, false);
    }
    let declared = declared.and_then(of_label);
    if declared == Some(UTF_8) && is_utf8_but_for(bytes, 3) {
        // As it says; letters of another encoding hardly ever make a letter of UTF-8 by chance.
        return Decoded::new(without_stray_bytes(bytes), UTF_8);
    }
    let declared = declared
        .filter(|encoding| *encoding != UTF_8)
        .map(|encoding| match encoding {
            it if it == WINDOWS_1252 && has_a_euro_of_latin_9(bytes) => ISO_8859_15,
            it => it,
        })
        .filter(|encoding| *encoding != WINDOWS_1252 || !has_words_of_other_letters(bytes));
    if let Some(encoding) = declared {
        let (text, damaged) = encoding.decode_without_bom_handling(bytes);
        if !damaged {
            return Decoded::new(text.into_owned(), encoding);
        }
    }
    if dos::is_likely_hebrew(bytes) {
        return Decoded::of_dos(bytes, dos::HEBREW, true);
    }
    let guess = guess(bytes);
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    let utf8 = |line: &&&[u8]| !line.is_ascii() && std::str::from_utf8(line).is_ok();
    let mixed = lines
        .iter()
        .any(|line| utf8(&line) || is_utf8_but_for(line, 1));
    let text = lines
        .iter()
        .map(|line| match std::str::from_utf8(line) {
            Ok(text) => text.into(),
            Err(_) if is_utf8_but_for(line, 1) => without_stray_bytes(line).into(),
            Err(_) => guess.decode_without_bom_handling(line).0,
        })
        .collect::<String>();
    // A line feed is a byte of its own in every encoding that can be guessed here.
    Decoded {
        text,
        read_as: ReadAs {
            name: guess.name(),
            guessed: true,
        },
        mixed,
    }
}

/// Whether whole words lie outside ASCII, as no West European language writes them: pages in Hebrew or Russian may
/// declare the encoding that is usual elsewhere.
fn has_words_of_other_letters(bytes: &[u8]) -> bool {
    const FEWEST: usize = 20;
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|byte| *byte >= 0xC0);
    let (mut all, mut beside) = (0, 0);
    for (at, _) in bytes
        .iter()
        .enumerate()
        .filter(|(_, byte)| !byte.is_ascii())
    {
        all += 1;
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        let is_beside =
            is_letter(bytes.get(at)) && (is_letter(before) || is_letter(bytes.get(at + 1)));
        beside += usize::from(is_beside);
    }
    all >= FEWEST && beside * 5 >= all * 4
}

/// Whether a line that is not UTF-8 is so but for a few bytes, at most `stray_per_letter` for each letter outside ASCII: a
/// page may be one line.
fn is_utf8_but_for(line: &[u8], stray_per_letter: usize) -> bool {
    let (mut letters, mut stray) = (0, 0);
    for chunk in line.utf8_chunks() {
        letters += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        stray += chunk.invalid().len();
    }
    letters * stray_per_letter > stray
}

/// A line of UTF-8 whose stray bytes are read as West European beside Latin letters, and marked beside others.
fn without_stray_bytes(line: &[u8]) -> String {
    let foreign = |c: char| c.is_alphabetic() && c > LAST_LATIN;
    let latin = !line
        .utf8_chunks()
        .any(|chunk| chunk.valid().contains(foreign));
    let mut text = String::with_capacity(line.len());
    for chunk in line.utf8_chunks() {
        text.push_str(chunk.valid());
        if latin {
            text.push_str(&WINDOWS_1252.decode_without_bom_handling(chunk.invalid()).0);
        } else if !chunk.invalid().is_empty() {
            text.push(char::REPLACEMENT_CHARACTER);
        }
    }
    text
}

/// The last letter of Unicode's Latin blocks that European languages use.
const LAST_LATIN: char = '\u{24F}';

/// How much of a file is looked at for zero bytes.
const LOOK: usize = 4096;

/// UTF-16 without its mark: zero bytes, and all of them at even places, or at odd ones.
pub(super) fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = bytes.get(..bytes.len().min(LOOK)).unwrap_or_default();
    let zeros = |parity: usize| {
        let places = start.iter().skip(parity).step_by(2);
        places.filter(|byte| **byte == 0).count()
    };
    let encoding = match (zeros(0), zeros(1)) {
        (0, 1..) => UTF_16LE,
        (1.., 0) => UTF_16BE,
        _ => return None,
    };
    // Even a text without Latin letters has a space for every ten of its own.
    let many = (zeros(0) + zeros(1)) * 20 >= start.len();
    let (text, damaged) = encoding.decode_without_bom_handling(start);
    let odd = |c: char| c.is_control() && !c.is_whitespace();
    (many && bytes.len().is_multiple_of(2) && !damaged && !text.contains(odd)).then_some(encoding)
}

/// The likeliest legacy encoding. "£2.5bn" in Windows-1252 looks like "Ł2.5bn" to the detector, so where hardly a
/// character lies outside ASCII, or most that do stand beside no letter, the West European table is taken over other
/// Latin ones.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        if line.is_ascii() || std::str::from_utf8(line).is_err() {
            detector.feed(line, false);
        }
    }
    detector.feed(b"", true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if mac::is_likely(bytes, guess) {
        return MACINTOSH;
    }
    let other_latin = [
        WINDOWS_1250,
        ISO_8859_2,
        ISO_8859_15,
        WINDOWS_1254,
        WINDOWS_1257,
    ]
    .contains(&guess);
    let foreign = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let letter = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphabetic);
    let is_in_word = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| bytes.get(before));
        letter(before) || letter(bytes.get(at + 1))
    };
    let in_words = (0..bytes.len())
        .filter(|at| bytes.get(*at).is_some_and(|byte| !byte.is_ascii()) && is_in_word(*at));
    let signs = in_words.count() * 2 < foreign;
    let guess = if other_latin && (signs || foreign * 100 < bytes.len() * 2) {
        WINDOWS_1252
    } else {
        guess
    };
    if guess == WINDOWS_1252 && has_a_euro_of_latin_9(bytes) {
        ISO_8859_15
    } else {
        guess
    }
}

/// Whether figures stand beside the sign that is "€" in ISO 8859-15 and the rare "¤" in windows-1252, and no sign stands
/// where the one has none and the other its quotation marks.
fn has_a_euro_of_latin_9(bytes: &[u8]) -> bool {
    const EURO: u8 = 0xA4;
    let near = |at: usize| {
        let around = bytes.get(at.saturating_sub(2)..bytes.len().min(at + 3));
        around.is_some_and(|it| it.iter().any(u8::is_ascii_digit))
    };
    memchr::memchr_iter(EURO, bytes).any(near) && !bytes.iter().any(|it| (0x80..0xA0).contains(it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pound_sign_in_an_english_text_stays_a_pound_sign() {
        let decoded = decode(
            b"The firm paid \xA32.5bn for the caf\xE9 chain, it said.",
            None,
            None,
        );
        assert_eq!(
            decoded.text,
            "The firm paid £2.5bn for the café chain, it said."
        );
        assert!(
            decoded
                .notice()
                .is_some_and(|notice| notice.contains("windows-1252"))
        );
    }

    #[test]
    fn signs_of_a_short_text_are_those_of_western_europe() {
        for (bytes, text) in [
            (
                &b"They paid \xA312m, then \xA340m."[..],
                "They paid £12m, then £40m.",
            ),
            (b"It is 3\xBD m high, 12 m\xB2.", "It is 3½ m high, 12 m²."),
        ] {
            assert_eq!(decode(bytes, None, None).text, text);
        }
        let polish = "Łódź żyje, miasto pełne światła źle śpi.";
        let (bytes, _, _) = WINDOWS_1250.encode(polish);
        assert_eq!(decode(&bytes, None, None).text, polish);
    }

    #[test]
    fn a_stray_byte_spoils_no_other_letter_of_its_line() {
        let line = "Café rents hit €3,400 for the café".as_bytes();
        let stray = [line, b" \xA3290"].concat();
        let decoded = decode(&stray, None, None);
        assert_eq!(decoded.text, "Café rents hit €3,400 for the café £290");
        assert!(decoded.notice().is_some());
        let hebrew = [" 40 עזים".as_bytes(), b" \xE9"].concat();
        assert_eq!(decode(&hebrew, None, None).text, " 40 עזים \u{FFFD}");
    }

    #[test]
    fn a_text_that_says_it_is_utf_8_is_but_for_a_few_bytes() {
        let text = "A ticket is £2.70.\nA p\u{1}ss is £40 — or €46.\nAnd £3.\n";
        let bytes: Vec<u8> = text
            .bytes()
            .map(|byte| if byte == 1 { 0x8E } else { byte })
            .collect();
        let decoded = decode(&bytes, Some("utf-8"), None);
        assert!(decoded.text.contains("£2.70") && decoded.text.contains("£40 — or €46"));
        assert_eq!(decoded.read_as.name, "UTF-8");
    }

    #[test]
    fn a_euro_sign_of_latin_9_is_one() {
        let decoded = decode(b"Le litre co\xFBte 1,89 \xA4 \xE0 N\xBDux.", None, None);
        assert_eq!(decoded.text, "Le litre coûte 1,89 € à Nœux.");
        assert_eq!(decoded.read_as.name, "ISO-8859-15");
    }

    #[test]
    fn byte_order_marks_decide() {
        assert_eq!(decode(b"\xEF\xBB\xBFa\xC3\xA9", None, None).text, "aé");
        assert_eq!(decode(b"\xFF\xFE1\0 \0%\0", None, None).text, "1 %");
    }

    #[test]
    fn shifted_characters_are_read() {
        let shifted = b"\x1B$B%d%.\x1B(B 40";
        assert_eq!(decode(shifted, None, None).text, "ヤギ 40");
    }

    #[test]
    fn wide_characters_are_known_without_their_mark() {
        let words = "40 goats fled\n";
        let little: Vec<u8> = words.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = words.encode_utf16().flat_map(u16::to_be_bytes).collect();
        for bytes in [little, big] {
            let decoded = decode(&bytes, None, None);
            assert_eq!(decoded.text, words);
            assert!(decoded.read_as.guessed);
        }
        assert_eq!(wide(b"40 goats\0\0"), None);
        assert_eq!(wide(b"\0\x01\0\x02\0\x03"), None);
    }

    #[test]
    fn a_declared_encoding_is_believed_where_it_fits() {
        let russian = b"\xCF\xEE\xE3\xE8\xE1\xEB\xEE 11";
        assert_eq!(
            decode(russian, Some("windows-1251"), None).text,
            "Погибло 11"
        );
        assert_eq!(
            decode("déjà".as_bytes(), Some("windows-1251"), None).text,
            "déjà"
        );
    }

    #[test]
    fn words_of_other_letters_are_not_west_european() {
        let (bytes, _, _) = encoding_rs::WINDOWS_1255.encode("ארבעים עזים ברחו מן החווה ביום שני");
        let decoded = decode(&bytes, Some("iso-8859-1"), None);
        assert!(decoded.text.starts_with("ארבעים עזים"), "{}", decoded.text);
        assert!(decoded.notice().is_some_and(|it| it.contains("a guess")));
        let (bytes, _, _) = WINDOWS_1252
            .encode("Été à la mer: déjà l’élève préféré a été là, où sévère élégance règne");
        let decoded = decode(&bytes, Some("iso-8859-1"), None);
        assert!(decoded.text.starts_with("Été à la mer") && decoded.notice().is_none());
    }

    #[test]
    fn a_mixed_file_is_read_line_by_line() {
        let start = "The mayor spoke of forty new benches and a fountain in the old town square.\n";
        let bytes = [
            start.as_bytes(),
            b"A caf\xC3\xA9 pays 5%\nA caf\xE9 pays 6%\n",
        ]
        .concat();
        let decoded = decode(&bytes, None, None);
        assert!(
            decoded.text.ends_with("A café pays 5%\nA café pays 6%\n"),
            "{}",
            decoded.text
        );
        assert!(
            decoded
                .notice()
                .is_some_and(|notice| notice.contains("Some of it is in UTF-8"))
        );
    }
}
