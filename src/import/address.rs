//! Addresses that a page or a feed writes by halves, completed as browsers do (WHATWG), and the one that a browser
//! writes into a page it saves.

use url::Url;

/// The address that `written` means in a document at `base`; nothing where it is none of the web.
pub(super) fn resolved(written: &str, base: Option<&str>) -> Option<String> {
    let written = written.trim();
    if is_of_web(written) {
        return Some(written.to_owned());
    }
    // A place in the page itself is no page.
    if written.is_empty() || written.starts_with('#') {
        return None;
    }
    let base = base.filter(|base| is_of_web(base))?;
    let mut whole = Url::parse(base).ok()?.join(written).ok()?;
    // Who asked for the page is none of its address.
    whole.set_username("").ok()?;
    whole.set_password(None).ok()?;
    Some(whole.into()).filter(|whole: &String| is_of_web(whole))
}

fn is_of_web(address: &str) -> bool {
    address.starts_with("http://") || address.starts_with("https://")
}

/// Lines at the beginning of a page among which a browser writes from where it saved the page.
const HEAD: usize = 12;

/// From where a browser, or its addition SingleFile, says that it saved this page.
pub(super) fn saved_from(source: &str) -> Option<&str> {
    let mut is_single_file = false;
    let mut told = source.lines().take(HEAD).filter_map(|line| {
        is_single_file |= line.contains("saved with SingleFile");
        let of_browser = line.split_once("<!-- saved from url=(");
        let of_browser = of_browser.and_then(|(_, rest)| Some(rest.split_once(')')?.1));
        let of_single_file = line.trim().strip_prefix("url: ").filter(|_| is_single_file);
        of_browser.or(of_single_file)?.split_whitespace().next()
    });
    told.find(|address| is_of_web(address))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_an_address_is_completed_by_that_of_its_page() {
        for (written, base, whole) in [
            (
                "/goats",
                "https://vale.example/x/y?z",
                "https://vale.example/goats",
            ),
            (
                "goats?n=40",
                "https://vale.example/x/y",
                "https://vale.example/x/goats?n=40",
            ),
            (
                "../goats",
                "https://vale.example/x/y/",
                "https://vale.example/x/goats",
            ),
            (
                "//herd.example/1",
                "http://vale.example",
                "http://herd.example/1",
            ),
            (
                "?n=40",
                "https://vale.example/x",
                "https://vale.example/x?n=40",
            ),
            (
                "goats",
                "https://vale.example",
                "https://vale.example/goats",
            ),
            ("https://herd.example/", "", "https://herd.example/"),
        ] {
            assert_eq!(
                resolved(written, Some(base)).as_deref(),
                Some(whole),
                "{written}"
            );
        }
        for (written, base) in [
            ("/goats", None),
            ("/goats", Some("file:///home/ida/goats.html")),
            ("#top", Some("https://vale.example/x")),
            ("mailto:ida@vale.example", Some("https://vale.example/x")),
            ("", Some("https://vale.example/x")),
        ] {
            assert_eq!(resolved(written, base), None, "{written}");
        }
    }

    #[test]
    fn a_saved_page_tells_where_it_was() {
        let browser =
            "<!DOCTYPE html>\n<!-- saved from url=(0028)https://vale.example/goats?1 -->\n<p>Goats";
        assert_eq!(saved_from(browser), Some("https://vale.example/goats?1"));
        let single = "<html><!--\n Page saved with SingleFile \n url: https://vale.example/herd \n--><p>Goats";
        assert_eq!(saved_from(single), Some("https://vale.example/herd"));
        assert_eq!(saved_from("<p>\nurl: https://vale.example/herd"), None);
    }
}
