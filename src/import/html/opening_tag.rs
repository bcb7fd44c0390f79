//! Whether bytes are a web page, by the tag that they begin with.

/// How far into a file its declarations are looked for.
pub(super) const HEAD: usize = 4096;

/// Elements that a page may begin with where it leaves out those that frame it; a feed begins with none of them.
const FIRST: [&str; 40] = [
    "html",
    "head",
    "body",
    "title",
    "meta",
    "link",
    "style",
    "script",
    "p",
    "div",
    "span",
    "a",
    "b",
    "i",
    "em",
    "strong",
    "font",
    "center",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "dl",
    "table",
    "pre",
    "blockquote",
    "br",
    "hr",
    "img",
    "article",
    "main",
    "section",
    "header",
    "nav",
    "figure",
    "aside",
];

/// Whether bytes look like a page, whatever their file is called.
pub(super) fn recognises(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_lowercase();
    let start = head.trim_start_matches('\u{FEFF}').trim_start();
    let comment = start.starts_with("<!--");
    if comment || start.starts_with("<?xml") {
        // The page may begin behind a long comment.
        let mut page = start.find("<!doctype html").or_else(|| start.find("<html"));
        if comment && page.is_none() {
            page = begins_as_page(without_comments(start)).then_some(0);
        }
        return page.is_some();
    }
    begins_as_page(start)
}

/// Whether a page says that it is one, not only by an element that a page may hold.
pub(in crate::import) fn is_framed(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_lowercase();
    head.contains("<!doctype html") || head.contains("<html")
}

fn begins_as_page(start: &str) -> bool {
    let Some(tag) = start.strip_prefix('<') else {
        return false;
    };
    let end = tag.find(|c: char| !c.is_ascii_alphanumeric());
    let (name, rest) = tag.split_at(end.unwrap_or(tag.len()));
    tag.starts_with("!doctype html")
        || (FIRST.contains(&name)
            && rest.starts_with(|c: char| c == '>' || c == '/' || c.is_whitespace()))
}

fn without_comments(mut start: &str) -> &str {
    while let Some(comment) = start.strip_prefix("<!--") {
        let Some((_, rest)) = comment.split_once("-->") else {
            return "";
        };
        start = rest.trim_start();
    }
    start
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_without_a_frame_is_one() {
        for page in [
            "<p>Forty goats",
            " <Meta charset=utf-8><p>x",
            "<!-- 1 --><div class=x>x",
            "<h1>Goats</h1>",
        ] {
            assert!(recognises(page.as_bytes()), "{page}");
        }
        for other in [
            "<rss><p>",
            "<3 goats",
            "<people>",
            "< p",
            "<!-- x --><feed>",
            "<p",
        ] {
            assert!(!recognises(other.as_bytes()), "{other}");
        }
    }
}
