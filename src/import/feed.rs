//! Feeds: RSS 2.0, RSS 1.0, Atom and JSON Feed, saved as a file. Each entry becomes an article of the words that the feed gives,
//! often only its first lines; the notice says so.

mod entry;
mod json_feed;

use self::entry::{Entry, parse};
use super::encoding::decode;
use super::{
    ImportError, Imported, Input, Provenance, Reader, address, date, html, is_address, of_text,
};
use crate::article::Metadata;

pub(super) const READER: Reader = Reader {
    name: "Feed",
    endings: &["rss", "atom", "rdf", "xml"],
    recognises,
    read,
};

/// How far into a file its first element is looked for.
const HEAD: usize = 4096;
/// Entries with fewer words than this are only announced by their feed.
const FEW_WORDS: usize = 120;

fn recognises(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(HEAD)).unwrap_or_default();
    let head = String::from_utf8_lossy(head).to_lowercase();
    let head = head.trim_start_matches('\u{FEFF}').trim_start();
    if json_feed::recognises(head) {
        return true;
    }
    let is_atom = head.contains("<feed") && head.contains("www.w3.org/2005/atom");
    head.starts_with('<') && (head.contains("<rss") || head.contains("<rdf:rdf") || is_atom)
}

/// The encoding that the XML declaration names.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..bytes.len().min(200)).unwrap_or_default();
    let head = String::from_utf8_lossy(head).into_owned();
    let (_, after) = head.split_once("encoding=")?;
    let quote = after.chars().next()?;
    after.get(1..)?.split(quote).next().map(str::to_owned)
}

fn read(input: &Input<'_>) -> Result<Vec<Imported>, ImportError> {
    let decoded = decode(
        input.bytes,
        declared(input.bytes).as_deref().or(input.declared),
        input.choices.encoding,
    );
    let source = decoded.text.trim_start_matches('\u{FEFF}').trim_start();
    let (channel, entries, fault) = if source.starts_with('{') {
        json_feed::parse(source)
    } else {
        parse(&decoded.text)
    };
    let mut articles: Vec<Imported> = entries
        .into_iter()
        .filter_map(|entry| article(input.name, &channel, entry))
        .collect();
    let Some(first) = articles.first_mut() else {
        return Err(match fault {
            Some(because) => ImportError::Damaged {
                name: input.name.to_owned(),
                because,
            },
            None => ImportError::NoText {
                name: input.name.to_owned(),
            },
        });
    };
    first.notices.extend(decoded.notice());
    if let Some(because) = fault {
        first.notices.push(format!(
            "The feed is damaged ({because}); the entries before that place were read"
        ));
    }
    Ok(articles)
}

fn article(name: &str, channel: &Entry, mut entry: Entry) -> Option<Imported> {
    if entry.link.is_empty() && entry.guid_is_address {
        entry.link = std::mem::take(&mut entry.guid);
    }
    let title = html::line(&entry.title);
    let has_content = entry.content.len() > entry.summary.len();
    let words = if has_content {
        html::words(&entry.content)
    } else {
        html::words(&entry.summary)
    };
    let text = [title.as_str(), words.trim()]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("\n\n");
    if text.is_empty() {
        return None;
    }
    let dates = [&entry.published, &entry.updated];
    let published = dates.into_iter().find_map(|written| date::parse(written));
    let unread = dates
        .into_iter()
        .find(|written| !written.is_empty() && date::parse(written).is_none());
    let is_update = date::parse(&entry.published).is_none() && published.is_some();
    let code = |language: &str| {
        let code = language.split(['-', '_']).next().unwrap_or_default();
        (code.len() == 2).then(|| code.to_lowercase())
    };
    let fetched = is_address(name).then_some(name);
    let base = address::resolved(&channel.base, fetched);
    let some = |words: String| (!words.is_empty()).then_some(words);
    let metadata = Metadata {
        title: some(title),
        byline: some(author(&entry.author)).or_else(|| some(author(&channel.author))),
        publisher: some(html::line(&channel.title)),
        published,
        language: super::language_of(&text)
            .or_else(|| code(&entry.language))
            .or_else(|| code(&channel.language)),
        url: address::resolved(&entry.link, base.as_deref().or(fetched)),
        ..Metadata::default()
    };
    let provenance = [
        ("title", metadata.title.clone()),
        ("byline", metadata.byline.clone()),
        ("publisher", metadata.publisher.clone()),
        (
            "published",
            metadata.published.as_ref().map(ToString::to_string),
        ),
        ("url", metadata.url.clone()),
    ]
    .into_iter()
    .filter_map(|(facet, value)| {
        Some(Provenance {
            facet,
            value: value?,
            source: "feed",
        })
    })
    .collect();
    // What a feed gives as the content is the whole, however short.
    let few = !has_content && words.split_whitespace().count() < FEW_WORDS;
    let first_lines = few.then(|| {
        let page = metadata.url.as_deref().unwrap_or("its page");
        format!("The feed gives only the first lines of this article; the whole is at {page}")
    });
    let unread = unread.map(|written| format!("“{written}” cannot be read as a date"));
    let update = is_update.then(|| {
        "The feed tells only when this article was last changed, not when it came out".to_owned()
    });
    let notices = [first_lines, unread, update]
        .into_iter()
        .flatten()
        .collect();
    Some(Imported::new(
        of_text(name, &text, metadata),
        provenance,
        notices,
    ))
}

/// "ida@wire.example (Ida Moor)" is Ida Moor.
fn author(written: &str) -> String {
    let name = written
        .split_once('(')
        .and_then(|(address, rest)| address.contains('@').then_some(rest))
        .map_or(written, |rest| rest.trim_end_matches(')'));
    html::line(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Choices;

    fn read_text(text: &str) -> Result<Vec<Imported>, ImportError> {
        assert!(recognises(text.as_bytes()), "{text}");
        read(&Input {
            name: "goats.xml",
            bytes: text.as_bytes(),
            declared: None,
            choices: Choices::default(),
        })
    }

    const RSS: &str = "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Harbour Wire</title><language>en-gb</language>\
        <item><title>Goats &amp;amp; ferries</title><link>https://wire.example/1?a=1&amp;b=2</link><dc:creator>Ida Moor</dc:creator>\
        <pubDate>Mon, 02 Mar 2026 09:00:00 +0100</pubDate><description><![CDATA[<p>Forty goats fled.</p><p>Then 5% came back.</p>]]></description></item>\
        <item><title>Rain</title><description>12 mm fell.</description></item></channel></rss>";

    #[test]
    fn an_rss_feed_gives_an_article_an_entry() {
        let articles = read_text(RSS).expect("a feed");
        let [goats, rain] = articles.as_slice() else {
            panic!("two entries: {articles:#?}");
        };
        assert_eq!(
            goats.article.text.as_str(),
            "Goats & ferries\n\nForty goats fled.\n\nThen 5% came back."
        );
        let metadata = &goats.article.metadata;
        assert_eq!(metadata.publisher.as_deref(), Some("Harbour Wire"));
        assert_eq!(metadata.byline.as_deref(), Some("Ida Moor"));
        assert_eq!(
            metadata.url.as_deref(),
            Some("https://wire.example/1?a=1&b=2")
        );
        assert_eq!(
            metadata
                .published
                .as_ref()
                .map(ToString::to_string)
                .as_deref(),
            Some("2026-03-02T09:00:00+01:00")
        );
        assert_eq!(rain.article.text.as_str(), "Rain\n\n12 mm fell.");
    }

    #[test]
    fn only_a_summary_is_called_the_first_lines() {
        let articles = read_text(
            "<rss><channel><item><title>Goats</title><description>40 fled.</description><content:encoded>&lt;p&gt;40 fled, 12 came back.&lt;/p&gt;</content:encoded></item><item><title>Rain</title><description>12 mm</description></item></channel></rss>",
        )
        .expect("a feed");
        let notices: Vec<usize> = articles.iter().map(|it| it.notices.len()).collect();
        assert_eq!(notices, [0, 1]);
    }

    #[test]
    fn an_atom_feed_with_markup_inside() {
        let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"en\"><title>Meridian</title><entry><title>Goats</title>\
            <link rel=\"self\" href=\"https://m.example/feed\"/><link href=\"https://m.example/goats\"/><author><name>Bo Lind</name></author>\
            <updated>2026-03-02T10:00:00Z</updated><content type=\"xhtml\"><div><p>About <b>40</b> goats.</p><p>More &gt; 5.</p></div></content></entry></feed>";
        let articles = read_text(atom).expect("a feed");
        let article = &articles.first().expect("an entry").article;
        assert_eq!(
            article.text.as_str(),
            "Goats\n\nAbout 40 goats.\n\nMore > 5."
        );
        assert_eq!(article.metadata.byline.as_deref(), Some("Bo Lind"));
        assert_eq!(
            article.metadata.url.as_deref(),
            Some("https://m.example/goats")
        );
    }

    #[test]
    fn addresses_of_entries_are_completed_by_that_of_their_feed() {
        let atom = "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:base=\"https://m.example/news/\"><entry><title>Goats</title><link href=\"2026/1\"/></entry></feed>";
        let articles = read_text(atom).expect("a feed");
        let url = articles[0].article.metadata.url.as_deref();
        assert_eq!(url, Some("https://m.example/news/2026/1"));
    }

    #[test]
    fn a_summary_of_plain_text_keeps_its_brackets() {
        let atom = |kind: &str, words: &str| {
            let feed = format!(
                "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Goats</title><summary{kind}>{words}</summary></entry></feed>"
            );
            let articles = read_text(&feed).expect("a feed");
            articles[0].article.text.as_str().to_owned()
        };
        let plain = "&lt;12 goats&gt; fled, 3 &lt; 5 &amp;amp; 40 stayed";
        assert!(
            atom("", plain).ends_with("<12 goats> fled, 3 < 5 &amp; 40 stayed"),
            "{}",
            atom("", plain)
        );
        let markup = "&lt;p&gt;40 &lt;b&gt;goats&lt;/b&gt; fled&lt;/p&gt;";
        for kind in ["", " type=\"html\""] {
            assert!(atom(kind, markup).ends_with("40 goats fled"));
        }
    }

    #[test]
    fn a_feed_that_was_cut_gives_what_is_whole_and_says_so() {
        let cut = RSS
            .split("<item><title>Rain")
            .next()
            .expect("a half")
            .to_owned()
            + "<item><title>Ra";
        let articles = read_text(&cut).expect("the first entry");
        assert_eq!(articles.len(), 1);
        assert!(
            articles[0]
                .notices
                .iter()
                .any(|notice| notice.contains("damaged")),
            "{articles:#?}"
        );
        let none = read_text("<rss><channel><item><title>").expect_err("nothing whole");
        assert!(none.to_string().contains("goats.xml"));
    }
}
