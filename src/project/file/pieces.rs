//! The long lists of a file, cut up where an element begins, so that all cores read at once.
//!
//! This works on files laid out as the program lays them out: an element of a list begins on a line of its own, no
//! string goes over a line. Any other file, and any damaged one, is read from end to end instead, which also finds the
//! line and column of what is wrong.

use std::ops::Range;

use memchr::memmem;
use rayon::prelude::*;
use ron::Options;
use serde::de::DeserializeOwned;

use super::reader;
use super::shape::{StoredArticle, StoredClaim, StoredEvent, StoredProject};

/// A whole file, of the present version or an older one, whose long lists can be read apart.
pub(super) trait Whole: DeserializeOwned + Send {
    /// An entry of its log.
    type Event: DeserializeOwned + Send;

    /// Puts the lists in their places.
    fn put_lists(
        &mut self,
        articles: Vec<StoredArticle<'static>>,
        claims: Vec<StoredClaim<'static>>,
        log: Vec<Self::Event>,
    );

    /// The checksum at its end.
    fn checksum(&self) -> Option<&String>;
}

impl Whole for StoredProject {
    type Event = StoredEvent<'static>;

    fn put_lists(
        &mut self,
        articles: Vec<StoredArticle<'static>>,
        claims: Vec<StoredClaim<'static>>,
        log: Vec<StoredEvent<'static>>,
    ) {
        (self.articles, self.claims, self.log) = (articles, claims, log);
    }

    fn checksum(&self) -> Option<&String> {
        self.checksum.as_ref()
    }
}

/// Bytes read by one thread at a time.
const SHARE: usize = 128 << 10;

/// The file read piece by piece; `None` where that cannot be done.
pub(super) fn read<W: Whole>(text: &str, options: &Options) -> Option<W> {
    let articles = elements_of(text, "articles", 0)?;
    let claims = elements_of(text, "claims", articles.end)?;
    let log = elements_of(text, "log", claims.end)?;
    let rest = [
        text.get(..articles.start)?,
        text.get(articles.end..claims.start)?,
        text.get(claims.end..log.start)?,
        text.get(log.end..)?,
    ];
    let mut whole: W = options.from_str(&rest.concat()).ok()?;
    whole.put_lists(
        list(text.get(articles)?)?,
        list(text.get(claims)?)?,
        list(text.get(log)?)?,
    );
    Some(whole)
}

/// From the line after `key: [` to the line of its bracket; looked for from `from` on.
fn elements_of(text: &str, key: &str, from: usize) -> Option<Range<usize>> {
    let after = |at: usize, words: &str| {
        let found = memmem::find(text.as_bytes().get(at..)?, words.as_bytes())?;
        Some(at + found + words.len())
    };
    let start = after(from, &format!("\n    {key}: ["))?;
    if text.get(start..)?.starts_with(']') {
        return Some(start..start);
    }
    let close = "\n    ],\n";
    Some(start..after(start, close)? - close.len())
}

fn list<T: DeserializeOwned + Send>(text: &str) -> Option<Vec<T>> {
    let shares: Vec<Vec<T>> = shares(text)
        .into_par_iter()
        .map(reader::elements)
        .collect::<Option<_>>()?;
    Some(shares.into_iter().flatten().collect())
}

/// Cuts before the first element that begins after so many bytes.
fn shares(text: &str) -> Vec<&str> {
    let mut shares = Vec::with_capacity(text.len() / SHARE + 1);
    let mut rest = text;
    while let Some(ahead) = rest.as_bytes().get(SHARE..)
        && let Some(found) = memmem::find(ahead, b"\n        (")
        && let Some((share, next)) = rest.split_at_checked(SHARE + found)
    {
        shares.push(share);
        rest = next;
    }
    shares.push(rest);
    shares
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::samples::session;

    #[test]
    fn a_file_read_in_pieces_is_the_file_read_from_end_to_end() {
        let text = session().to_text().expect("written");
        let options =
            Options::default().with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let whole: StoredProject = options.from_str(&text).expect("sound");
        let pieces: StoredProject = read(&text, &options).expect("as the program wrote it");
        assert_eq!(format!("{pieces:?}"), format!("{whole:?}"));
        let by_hand = text.replace("    claims: [\n", "    claims:[\n");
        assert!(
            read::<StoredProject>(&by_hand, &options).is_none(),
            "laid out by somebody else"
        );
    }

    #[test]
    fn elements_are_cut_between_and_never_within() {
        let element = format!(
            "\n        (\n            words: \"{}\",\n        ),",
            "x".repeat(999)
        );
        let text = element.repeat(1_000);
        let shares = shares(&text);
        assert!(shares.len() > 5);
        assert_eq!(shares.concat(), text);
        for share in shares {
            assert!(share.starts_with("\n        (") && share.ends_with("),"));
        }
    }
}
