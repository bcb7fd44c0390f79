//! From byte offsets to Unicode code points.

/// Distance in bytes between two remembered counts.
const STRIDE: usize = 256;

/// Converts byte offsets of one text to code points and back, in constant time.
#[derive(Clone, Debug)]
pub struct CodePoints {
    text: Box<str>,
    /// Code points before byte `i * STRIDE`, rounded down to a boundary; empty for ASCII.
    counts: Vec<usize>,
}

impl CodePoints {
    pub(super) fn of(text: &str) -> Self {
        if text.is_ascii() {
            return Self {
                text: Box::default(),
                counts: Vec::new(),
            };
        }
        let bytes = text.as_bytes();
        let mut counts = Vec::with_capacity(bytes.len() / STRIDE + 1);
        let mut seen = 0;
        for chunk in bytes.chunks(STRIDE) {
            counts.push(seen);
            seen += starts(chunk);
        }
        Self {
            text: Box::from(text),
            counts,
        }
    }

    /// Code points before byte `offset`.
    pub fn at(&self, offset: usize) -> usize {
        if self.counts.is_empty() {
            return offset;
        }
        let bytes = self.text.as_bytes();
        let offset = offset.min(bytes.len());
        let block = (offset / STRIDE).min(self.counts.len() - 1);
        let rest = bytes.get(block * STRIDE..offset).unwrap_or_default();
        self.counts.get(block).copied().unwrap_or_default() + starts(rest)
    }
}

/// Bytes that begin a code point.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_agree_with_a_plain_count_everywhere() {
        let text = "aé漢😀 ".repeat(200);
        let points = CodePoints::of(&text);
        for (seen, (offset, _)) in text.char_indices().enumerate() {
            assert_eq!(points.at(offset), seen);
        }
        assert_eq!(points.at(text.len()), text.chars().count());
    }
}
