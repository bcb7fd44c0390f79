//! A file that is compressed as a whole with gzip: what is in it is read.

use std::io::Read as _;

use flate2::read::MultiGzDecoder;

use super::{ImportError, LARGEST};

/// How such a file begins.
pub(super) const SIGN: &[u8] = b"\x1F\x8B\x08";

/// What is in it, which is no more than any file that is taken.
pub(super) fn unpacked(name: &str, bytes: &[u8]) -> Result<Vec<u8>, ImportError> {
    let mut unpacked = Vec::new();
    let read = MultiGzDecoder::new(bytes)
        .take(LARGEST + 1)
        .read_to_end(&mut unpacked);
    let name = || name.to_owned();
    if unpacked.len() as u64 > LARGEST {
        return Err(ImportError::Bomb {
            name: name(),
            most: LARGEST >> 20,
        });
    }
    // One inside another is none that a program makes.
    if unpacked.starts_with(SIGN) {
        return Err(ImportError::Damaged {
            name: name(),
            because: "it is compressed with gzip more than once".to_owned(),
        });
    }
    match read {
        Ok(_) => Ok(unpacked),
        Err(error) => Err(ImportError::Damaged {
            name: name(),
            because: format!("it is compressed with gzip and does not unpack to its end ({error})"),
        }),
    }
}

/// The name of what is in a file: "goats.html" for "goats.html.gz".
pub(super) fn name_within(name: &str) -> &str {
    match name.rsplit_once('.') {
        Some((within, ending)) if ending.eq_ignore_ascii_case("gz") => within,
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::GzEncoder;

    use super::super::read;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer.write_all(bytes).expect("memory");
        packer.finish().expect("memory")
    }

    #[test]
    fn a_compressed_page_is_read() {
        let page = packed(b"<html><title>Goats</title><p>Forty goats fled the farm.</p></html>");
        let imported = read("goats.html.gz", &page).expect("a page").remove(0);
        assert_eq!(
            imported.article.text.as_str(),
            "Goats\n\nForty goats fled the farm."
        );
        let cut = page.get(..page.len() - 12).expect("a part");
        let error = read("goats.html.gz", cut).expect_err("cut").to_string();
        assert!(error.contains("compressed with gzip"), "{error}");
        let twice = read("goats.gz.gz", &packed(&page))
            .expect_err("twice")
            .to_string();
        assert!(twice.contains("more than once"), "{twice}");
    }
}
