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

/// The mail that these words forward: below a line that says so, with two fields at the least; or below a block of its
/// fields alone, as Outlook writes them.
pub(super) fn forwarded(words: &str) -> Option<Forwarded> {
    let lines: Vec<&str> = words.lines().collect();
    let below = |at: usize| lines.get(at..).unwrap_or_default();
    let marked = lines.iter().position(|line| is_mark(line));
    if let Some(mark) = marked {
        let lines = unquoted(below(mark + 1));
        return inner(&lines).filter(|inner| inner.fields.len() > 1);
    }
    let begins = |at: &usize| {
        let above = at.checked_sub(1).and_then(|above| lines.get(above));
        above.is_none_or(|above| is_rule(above))
            && field(below(*at)).is_some_and(|(facet, _)| facet == "byline")
    };
    let blocks = (0..lines.len()).filter(begins);
    // Somebody quoted may be named so too: all three fields stand there.
    let mut found = blocks.filter_map(|at| inner(below(at)));
    found.find(|inner| inner.fields.len() == 3)
}

/// The lines without the ">" that Apple's program sets before each line of what is forwarded.
fn unquoted<'a>(lines: &[&'a str]) -> Vec<&'a str> {
    let told = |line: &&&str| !line.trim().is_empty();
    let quoted = lines
        .iter()
        .find(told)
        .is_some_and(|line| line.starts_with('>'));
    let bare = |line: &&'a str| {
        let bare = line.strip_prefix('>').filter(|_| quoted);
        bare.map_or(*line, |bare| bare.strip_prefix(' ').unwrap_or(bare))
    };
    lines.iter().map(bare).collect()
}

/// Whether a line is empty, or drawn.
fn is_rule(line: &str) -> bool {
    line.trim_matches(|c: char| c == '_' || c == '-' || c.is_whitespace())
        .is_empty()
}

/// What the first of these lines tells, where it is a field, and its value.
fn field<'a>(lines: &[&'a str]) -> Option<(&'static str, &'a str)> {
    let (name, value) = lines.first()?.split_once(':')?;
    // Some programs set the names in bold.
    let facet = Words::all().field(name.trim_matches(['*', ' ', '>']))?;
    Some((facet, value.trim_start_matches('*').trim()))
}

/// A mail that begins with its fields; empty lines may stand above them.
fn inner(lines: &[&str]) -> Option<Forwarded> {
    let mut fields = BTreeMap::new();
    let is_empty = |line: &&str| line.trim().is_empty();
    let above = lines.iter().take_while(|line| is_empty(line)).count();
    let lines = lines.get(above..)?;
    let block = lines.iter().take_while(|line| !is_empty(line)).count();
    let (block, rest) = lines.split_at_checked(block)?;
    for line in block {
        // Gmail writes signs of direction around what a field says.
        let line: String = line.chars().filter(|c| !is_sign_of_direction(*c)).collect();
        if let Some((facet, value)) = field(&[line.as_str()]) {
            fields.entry(facet).or_insert_with(|| value.to_owned());
        }
    }
    let words = rest.join("\n").trim().to_owned();
    (!words.is_empty()).then_some(Forwarded { fields, words })
}

/// Marks, embeddings and isolates of the bidirectional algorithm (Unicode Standard Annex 9).
const fn is_sign_of_direction(c: char) -> bool {
    matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
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

    #[test]
    fn signs_of_direction_are_no_part_of_a_field() {
        let words = "הודעה שהועברה\nמאת: \u{202A}Bo Lind\u{202C}\u{200F}\nתאריך: 3 במאי 2024 ב-7:45\nנושא: Sheep\n\nTwelve sheep came back.\n";
        let inner = forwarded(words).expect("a mail");
        assert_eq!(
            inner.fields.get("byline").map(String::as_str),
            Some("Bo Lind")
        );
        let day = crate::import::date::parse(&inner.fields["published"]);
        assert_eq!(
            day.map(|day| day.to_string()).as_deref(),
            Some("2024-05-03T07:45")
        );
    }

    #[test]
    fn a_mail_whose_every_line_is_quoted_is_one_too() {
        let words = "See below.\n\nBegin forwarded message:\n\n> From: Bo Lind <bo@wire.example>\n> Subject: Sheep\n> Date: 3 May 2024 at 09:15:00 CEST\n> \n> Twelve sheep came back.\n>\n> Bo\n";
        let inner = forwarded(words).expect("a mail");
        assert_eq!(inner.words, "Twelve sheep came back.\n\nBo");
        assert_eq!(inner.fields.get("title").map(String::as_str), Some("Sheep"));
    }

    #[test]
    fn a_block_of_fields_alone_begins_a_mail_too() {
        for words in [
            "See below.\n\nFrom: Bo Lind <bo@wire.example>\nSent: Monday, 3 May 2024 09:15\nTo: Ida\nSubject: Sheep\n\nTwelve sheep came back.\n",
            "ראי למטה\n\n________________________________\nמאת: בו לינד\nנשלח: 3 מאי 2024 09:15\nאל: עדה\nנושא: Sheep\n\nTwelve sheep came back.",
        ] {
            let inner = forwarded(words).expect("a mail");
            assert_eq!(inner.words, "Twelve sheep came back.");
            assert_eq!(inner.fields.get("title").map(String::as_str), Some("Sheep"));
            assert!(inner.fields.contains_key("published"), "{words}");
        }
        let letter = "From: the hills\nSubject: none\n\nTwelve sheep.";
        assert_eq!(forwarded(letter), None);
    }
}
