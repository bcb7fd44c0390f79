//! Formats of word processors that are known by their first bytes and not read, each with what to do.

use super::ImportError;

/// How a compound file of old Office begins (MS-CFB, 2.2).
const OLD_OFFICE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// What a file begins with, what it is, and what it can be saved as.
const FORMATS: [(&[u8], &str, &str); 2] = [
    (b"{\\rtf", "a rich text file (RTF)", ".docx or .txt"),
    (
        OLD_OFFICE,
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

/// Archives of Office by the name of an entry, which stands in their list of entries.
const OFFICE: [(&[u8], &str, &str); 2] = [
    (b"xl/workbook", "a spreadsheet (.xlsx)", ".docx or .txt"),
    (
        b"ppt/presentation",
        "a presentation (.pptx)",
        ".docx or .pdf",
    ),
];

/// The entry of an archive that a word processor's document has.
const DOCUMENT: &[u8] = b"word/document";

/// How an Office file that is locked names what is locked in it, in UTF-16 (MS-OFFCRYPTO, 2.3.4.4).
const LOCKED: &str = "EncryptedPackage";

/// Why these bytes are not read, where they are of a format that is known and not read.
pub(super) fn refused(name: &str, bytes: &[u8]) -> Option<ImportError> {
    let name = || name.to_owned();
    let has = |words: &[u8]| memchr::memmem::find(bytes, words).is_some();
    let is_archive = bytes.starts_with(b"PK\x03\x04");
    let entry = bytes
        .get(FIRST_ENTRY..)
        .filter(|_| is_archive)
        .unwrap_or_default();
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let start = start.trim_ascii_start();
    let locked: Vec<u8> = LOCKED.encode_utf16().flat_map(u16::to_le_bytes).collect();
    if start.starts_with(OLD_OFFICE) && has(&locked) {
        return Some(ImportError::Locked { name: name() });
    }
    let formats = FORMATS.iter().filter(|(sign, ..)| start.starts_with(sign));
    let archives = ARCHIVES.iter().filter(|(sign, ..)| entry.starts_with(sign));
    let is_document = has(DOCUMENT);
    let office = OFFICE
        .iter()
        .filter(|(part, ..)| is_archive && !is_document && has(part));
    let known = formats.chain(archives).chain(office).next();
    let known = known.map(|(_, what, remedy)| ImportError::Foreign {
        name: name(),
        what,
        remedy,
    });
    // An archive that breaks off has no list of its entries: what it was is not known.
    let is_whole = has(b"PK\x05\x06");
    known.or_else(|| {
        (is_archive && is_whole && !is_document).then(|| ImportError::Archive { name: name() })
    })
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
            (b"PK\x03\x04 xl/workbook.xml PK\x05\x06", "spreadsheet", ".docx"),
            (b"PK\x03\x04 goats.html PK\x05\x06", "zip archive", "unpack"),
            (
                b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
                "password",
                "save it without",
            ),
        ] {
            let error = read("goats", bytes).expect_err("not read").to_string();
            assert!(error.contains(what) && error.contains(remedy), "{error}");
        }
    }
}
