//! Encodings of DOS, which the web knows nothing of: code pages by number, their characters from the tables of `oem_cp`.

use oem_cp::code_table::DECODING_TABLE_CP_MAP;

/// A code page of DOS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CodePage {
    number: u16,
    /// How it is shown (IANA).
    pub(super) name: &'static str,
}

/// Hebrew, in the order it is read.
pub(super) const HEBREW: CodePage = page(862, "IBM862");

/// All but those that the web knows as well: 866 is Cyrillic there, and 874 Thai.
const PAGES: &[CodePage] = &[
    page(437, "IBM437"),
    page(720, "IBM720"),
    page(737, "IBM737"),
    page(775, "IBM775"),
    page(850, "IBM850"),
    page(852, "IBM852"),
    page(855, "IBM855"),
    page(857, "IBM857"),
    page(858, "IBM00858"),
    page(860, "IBM860"),
    page(861, "IBM861"),
    HEBREW,
    page(863, "IBM863"),
    page(864, "IBM864"),
    page(865, "IBM865"),
    page(869, "IBM869"),
];

const fn page(number: u16, name: &'static str) -> CodePage {
    CodePage { number, name }
}

impl CodePage {
    /// The page that a label names: "IBM862", "cp862", "DOS-862", "862".
    pub(super) fn of_label(label: &str) -> Option<Self> {
        let label = label.trim().to_lowercase();
        let digits = label.trim_start_matches(|c: char| !c.is_ascii_digit());
        let family = label.strip_suffix(digits)?.trim_end_matches(['-', '_']);
        let number: u16 = digits.parse().ok()?;
        let page = PAGES.iter().find(|page| page.number == number).copied();
        page.filter(|_| matches!(family, "" | "ibm" | "csibm" | "cp" | "dos" | "oem"))
    }

    /// The characters of a text; U+FFFD where the page has none.
    pub(super) fn decoded(self, bytes: &[u8]) -> String {
        let table = DECODING_TABLE_CP_MAP.get(&self.number);
        table.map_or_else(
            || String::from_utf8_lossy(bytes).into_owned(),
            |table| table.decode_string_lossy(bytes),
        )
    }
}

/// The first letter of the Hebrew alphabet and the last, of which some stand at the end of words only.
const FIRST: u8 = 0x80;
const LAST: u8 = 0x9A;
const FINAL: [u8; 5] = [0x8A, 0x8D, 0x8F, 0x93, 0x95];
/// Fewer letters tell nothing.
const FEWEST: usize = 12;

/// Whether a text is likely Hebrew of DOS: nearly all that is not of ASCII makes words of its alphabet, and letters for the end
/// of a word stand there. The same bytes are capitals in Russian, of which some would stand inside.
pub(super) fn is_likely_hebrew(bytes: &[u8]) -> bool {
    let is_letter = |byte: &u8| (FIRST..=LAST).contains(byte);
    let (mut letters, mut last, mut inside) = (0, 0, 0);
    for word in bytes
        .split(|byte| !is_letter(byte))
        .filter(|it| it.len() > 1)
    {
        letters += word.len();
        let is_final = |byte: &&u8| FINAL.contains(byte);
        let finals = word.iter().filter(is_final).count();
        let ends = word.last().is_some_and(|byte| is_final(&byte));
        last += usize::from(ends);
        inside += finals - usize::from(ends);
    }
    let foreign = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    letters >= FEWEST && letters * 10 >= foreign * 9 && last > 0 && inside * 10 <= last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hebrew_of_dos_is_known_and_russian_capitals_are_none() {
        // "40 עיזים חצו את הגשר"
        let goats = b"40 \x92\x89\x86\x89\x8D \x87\x96\x85 \x80\x9A \x84\x82\x99\x98 \x9C";
        assert!(is_likely_hebrew(goats));
        assert_eq!(HEBREW.decoded(goats), "40 עיזים חצו את הגשר £");
        // "КОНЕЦ НАЧАЛА", then "café Zürich".
        assert!(!is_likely_hebrew(
            b"\x8A\x8E\x8D\x85\x96 \x8D\x80\x97\x80\x8B\x80 \x8A\x8E\x8D\x85\x96"
        ));
        assert!(!is_likely_hebrew(
            b"caf\x82 Z\x81rich caf\x82 Z\x81rich caf\x82 Z\x81rich"
        ));
    }

    #[test]
    fn pages_are_known_by_their_labels() {
        for label in ["IBM850", "cp850", "DOS-850", "850", "csIBM850"] {
            let page = CodePage::of_label(label).expect(label);
            assert_eq!(page.decoded(b"40 ch\x8Avres"), "40 chèvres", "{label}");
        }
        for other in [
            "windows-1252",
            "utf-8",
            "iso-8859-1",
            "latin1",
            "cp",
            "x862",
        ] {
            assert_eq!(CodePage::of_label(other), None, "{other}");
        }
    }

    #[test]
    fn every_page_has_its_table() {
        for page in PAGES {
            assert!(
                DECODING_TABLE_CP_MAP.contains_key(&page.number),
                "{}",
                page.name
            );
        }
    }
}
