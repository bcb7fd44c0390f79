//! A quick look at how deep a page nests and how many elements it has, before it is parsed: parsing takes time by the
//! square of the depth, and the tree takes half a thousand bytes for each element.

/// No page that a person can read nests deeper.
const DEEPEST: usize = 4_000;

/// No page that a person can read has more elements.
pub(super) const MOST_ELEMENTS: usize = 400_000;

/// Whether a page has more elements than can be read.
pub(super) fn has_too_many(source: &str) -> bool {
    let bytes = source.as_bytes();
    let is_start = |at: &usize| bytes.get(at + 1).is_some_and(u8::is_ascii_alphabetic);
    memchr::memchr_iter(b'<', bytes)
        .filter(is_start)
        .nth(MOST_ELEMENTS)
        .is_some()
}

/// Elements that have no end, or whose end may be left out.
const ENDLESS: [&str; 28] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr", "p", "li", "td", "th", "tr", "dt", "dd", "option", "thead", "tbody", "tfoot",
    "colgroup", "rp", "rt",
];

/// Whether the tags of a page nest beyond all reason.
pub(super) fn is_absurd(source: &str) -> bool {
    let (mut depth, mut drawing) = (0_usize, 0_usize);
    for at in memchr::memchr_iter(b'<', source.as_bytes()) {
        let Some(tag) = source.get(at + 1..) else {
            continue;
        };
        if let Some(name) = tag.strip_prefix('/') {
            depth = depth.saturating_sub(1);
            drawing = drawing.saturating_sub(usize::from(is_drawing(name)));
            continue;
        }
        let end = tag
            .bytes()
            .position(|byte| !byte.is_ascii_alphanumeric())
            .unwrap_or(tag.len());
        let name = tag.get(..end.min(16)).unwrap_or_default();
        if name.starts_with(|c: char| c.is_ascii_alphabetic())
            && !ENDLESS
                .iter()
                .any(|endless| name.eq_ignore_ascii_case(endless))
        {
            // Inside a drawing, and only there, a tag can close itself.
            let end = memchr::memchr(b'>', tag.as_bytes()).and_then(|end| end.checked_sub(1));
            let closed = end.and_then(|end| tag.as_bytes().get(end)) == Some(&b'/');
            let inner = drawing > 0;
            if closed && (inner || is_drawing(name)) {
                continue;
            }
            drawing += usize::from(is_drawing(name));
            depth += 1;
            if depth > DEEPEST {
                return true;
            }
        }
    }
    false
}

/// Whether a tag begins or ends what is drawn or set as a formula.
fn is_drawing(name: &str) -> bool {
    ["svg", "math"].iter().any(|drawing| {
        let start = name.get(..drawing.len());
        let rest = name.get(drawing.len()..).unwrap_or_default();
        start.is_some_and(|start| start.eq_ignore_ascii_case(drawing))
            && !rest.starts_with(|c: char| c.is_ascii_alphanumeric())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_counted_and_their_ends_are_not() {
        assert!(!has_too_many(&"<p>x</p>".repeat(MOST_ELEMENTS)));
        assert!(has_too_many(&"<p>x".repeat(MOST_ELEMENTS + 1)));
    }

    #[test]
    fn only_absurd_pages_are_absurd() {
        assert!(is_absurd(&"<div>".repeat(DEEPEST + 1)));
        let circles = "<circle r=1 />".repeat(DEEPEST + 1);
        assert!(!is_absurd(&format!(
            "<svg viewBox='0 0 9 9'>{circles}</svg>"
        )));
        assert!(is_absurd(&"<div/>".repeat(DEEPEST + 1)));
        assert!(!is_absurd(&"<p>x<br><div>5 < 6</div>".repeat(DEEPEST + 1)));
    }
}
