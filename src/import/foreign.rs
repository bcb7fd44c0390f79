//! Formats of word processors that are known by their first bytes and not read, each with what to do.

/// What a file begins with, what it is, and what it can be saved as.
const FORMATS: [(&[u8], &str, &str); 2] = [
    (b"{\\rtf", "a rich text file (RTF)", ".docx or .txt"),
    (
        b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1",
        "an old Office file (.doc, .xls or .ppt)",
        ".docx or .txt",
    ),
];

/// Sorts of archives by the words in their first entry.
const ARCHIVES: [(&[u8], &str, &str); 2] = [
    (
        b"mimetypeapplication/vnd.oasis.opendocument",
        "an OpenDocument file (.odt and its kin)",
        ".docx",
    ),
    (
        b"mimetypeapplication/epub",
        "an electronic book (EPUB)",
        ".docx or .txt",
    ),
];

/// Where the name of the first entry of an archive stands.
const FIRST_ENTRY: usize = 30;

/// What these bytes are, and what the file can be saved as, where it is none of the formats that are read.
pub(super) fn told(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    let entry = bytes
        .get(FIRST_ENTRY..)
        .filter(|_| bytes.starts_with(b"PK"))
        .unwrap_or_default();
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start = start.trim_ascii_start();
    let formats = FORMATS.iter().filter(|(sign, ..)| start.starts_with(sign));
    let archives = ARCHIVES.iter().filter(|(sign, ..)| entry.starts_with(sign));
    formats
        .chain(archives)
        .next()
        .map(|(_, what, remedy)| (*what, *remedy))
}

#[cfg(test)]
mod tests {
    use super::super::read;

    #[test]
    fn a_format_that_is_not_read_is_named_with_its_remedy() {
        let odt = [
            &b"PK\x03\x04"[..],
            &[0; 26],
            b"mimetypeapplication/vnd.oasis.opendocument.text",
        ]
        .concat();
        for (bytes, what, remedy) in [
            (&b"{\\rtf1\\ansi Forty goats}"[..], "rich text", ".txt"),
            (odt.as_slice(), "OpenDocument", ".docx"),
        ] {
            let error = read("goats", bytes).expect_err("not read").to_string();
            assert!(error.contains(what) && error.contains(remedy), "{error}");
        }
    }
}
