//! A mail that stands in the words of another: what a newsroom is sent was written by somebody else, on another day.

use std::collections::BTreeMap;

use crate::import::words::Words;

/// A mail within the words of another.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Forwarded {
    /// What its fields say, by what they tell: "title", "byline", "published".
    pub(super) fields: BTreeMap<&'static str, String>,
    /// Its words.
    pub(super) words: String,
}

/// The mail that these words forward, where a line says so and two fields at the least stand below it.
pub(super) fn forwarded(words: &str) -> Option<Forwarded> {
    let mut lines = words.lines();
    lines.find(|line| is_mark(line))?;
    let mut fields = BTreeMap::new();
    let mut rest = lines.skip_while(|line| line.trim().is_empty()).peekable();
    while let Some(line) = rest.next_if(|line| !line.trim().is_empty()) {
        let Some((name, value)) = line.split_once(':') else {
            continue;
        };
        // Some programs set the names in bold.
        let name = name.trim_matches(['*', ' ', '>']);
        if let Some(facet) = Words::all().field(name) {
            let value = value.trim_start_matches('*').trim().to_owned();
            fields.entry(facet).or_insert(value);
        }
    }
    let words: Vec<&str> = rest.collect();
    let words = words.join("\n").trim().to_owned();
    (fields.len() > 1 && !words.is_empty()).then_some(Forwarded { fields, words })
}

fn is_mark(line: &str) -> bool {
    let words = line.trim_matches(|c: char| c == '-' || c == ':' || c == '>' || c.is_whitespace());
    Words::all().is_forward(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_in_the_words_of_another_has_fields_of_its_own() {
        let words = "See below.\n\n---------- Forwarded message ---------\nFrom: *Bo Lind* <bo@wire.example>\nDate: Mon, 3 May 2024 at 09:15\nSubject: Sheep\nTo: Ida\n\nTwelve sheep came back.\n";
        let inner = forwarded(words).expect("a mail");
        assert_eq!(inner.words, "Twelve sheep came back.");
        assert_eq!(inner.fields.get("title").map(String::as_str), Some("Sheep"));
        assert_eq!(forwarded("Forwarded message\n\nTwelve sheep."), None);
    }
}
