//! Why a figure was found: what its rule finds, and the entries of the lexicon that its words rest on.
//!
//! Worked out anew from the words of the figure, never stored: it explains, and decides nothing.

use std::fmt;

use super::line::Line;
use super::rule::RULES;
use super::{Amount, Quantity, prefix};
use crate::lexicon::{Class, Lexicon, NumberWord};
use crate::text::{Text, TokenKind, tokens};

/// Why a figure was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// What the rule finds, in a sentence.
    pub explanation: &'static str,
    /// What was looked up, in the order of the words.
    pub entries: Vec<Used>,
}

/// An entry of the lexicon: the section of the language's file, and the entry.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Used {
    /// Section of `assets/lexicon/<language>.ron`: "qualifiers".
    pub section: &'static str,
    /// The entry, or the words that it is written with: "at least".
    pub entry: String,
}

impl fmt::Display for Used {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} “{}”", self.section, self.entry)
    }
}

/// Why the rule named `rule` read `quantity` in the words `figure`; `None` where there is no such rule, as for a
/// figure that a person has marked.
pub fn why(rule: &str, quantity: &Quantity, figure: &str) -> Option<Why> {
    let rule = RULES.iter().find(|known| known.name == rule)?;
    let text = Text::verbatim(figure);
    let span = text.span(0, text.len())?;
    let lexicon = Lexicon::of("en")?.for_line(figure);
    let mut tokens = tokens(&text, span);
    prefix::part(&text, lexicon, &mut tokens);
    let entries: Vec<_> = (tokens.iter())
        .map(|token| lexicon.vocabulary.entry(text.slice(token.span)))
        .collect();
    let line = Line {
        text: &text,
        lexicon,
        span,
        tokens: &tokens,
        entries: &entries,
    };
    let mut used = Vec::new();
    match &quantity.amount {
        Amount::Vague { word, .. } => used.push(entry("vague", word)),
        Amount::Single { .. } | Amount::Range { .. } => {
            used.extend(hedges(&line));
            used.extend(numbers(&line));
        }
    }
    used.extend(unit(quantity));
    Some(Why {
        explanation: rule.explanation,
        entries: used,
    })
}

fn entry(section: &'static str, words: &str) -> Used {
    Used {
        section,
        entry: words.to_lowercase(),
    }
}

/// "at least", "or more".
fn hedges(line: &Line<'_>) -> Vec<Used> {
    let phrases = &line.lexicon.phrases;
    let id = |at: usize| line.entry(at).id;
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let ends = (at + 1..=line.len()).rev().find(|end| {
            let word = |back: usize| (end - 1).checked_sub(back).map_or(0, id);
            let hedge = phrases.qualifiers_before.ending(word);
            *end < line.len() && hedge.is_some_and(|(words, _)| words == end - at)
        });
        let behind = || {
            let (words, _) = phrases.qualifiers_after.beginning(|on| id(at + on))?;
            (at > 0).then_some(at + words)
        };
        match ends.or_else(behind) {
            Some(end) => {
                found.push(entry("qualifiers", line.words(at, end)));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

/// "million", "twenty", "half", "bn"; also the words of a range.
fn numbers(line: &Line<'_>) -> Vec<Used> {
    let letters = &line.lexicon.numerals.letters;
    let used = |at: usize| {
        let word = line.word(at);
        let known = line.entry(at);
        let letter = line.kind(at) == Some(TokenKind::Word)
            && at > 0
            && line.is_digits(at - 1)
            && letters.contains_key(word);
        if known.number != NumberWord::None || letter {
            Some(entry("numerals", word))
        } else if known.is(Class::RangeOpener) || known.is(Class::RangeJoiner) && at > 0 {
            Some(entry("ranges", word))
        } else {
            None
        }
    };
    (0..line.len()).filter_map(used).collect()
}

/// The words of the unit with its code, or the noun that names people.
fn unit(quantity: &Quantity) -> Option<Used> {
    let code = quantity.unit.as_ref()?;
    let words = quantity.unit_text.as_deref()?;
    Some(if code.counts() {
        entry("nouns", words)
    } else {
        Used {
            section: "units",
            entry: format!("{words}: {}", code.0),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::find;
    use super::*;

    /// The entries of the first figure of a sentence.
    fn entries(sentence: &str) -> String {
        let text = Text::verbatim(sentence);
        let found = find(&text, None);
        let Some(first) = found.first() else {
            return String::new();
        };
        let why = why(first.rule, &first.quantity, text.slice(first.span));
        let entries = why.map_or_else(Vec::new, |why| why.entries);
        let entries: Vec<String> = entries.iter().map(Used::to_string).collect();
        entries.join(", ")
    }

    #[test]
    fn a_figure_names_the_entries_it_rests_on() {
        for (sentence, expected) in [
            (
                "At least 40 soldiers died.",
                "qualifiers “at least”, nouns “soldiers”",
            ),
            (
                "It cost well over $3bn.",
                "qualifiers “well over”, numerals “bn”, units “$: USD”",
            ),
            (
                "Between two and four million tonnes sank.",
                "ranges “between”, numerals “two”, ranges “and”, numerals “four”, numerals “million”, units “tonnes: t”",
            ),
            ("Tens of thousands marched.", "vague “tens of thousands”"),
            (
                "90 km or more away.",
                "qualifiers “or more”, units “kilometre: km”",
            ),
            ("It has 98,417 seats.", ""),
            (
                "לפחות 12 חיילים נפצעו",
                "qualifiers “לפחות”, nouns “חיילים”",
            ),
        ] {
            assert_eq!(entries(sentence), expected, "{sentence}");
        }
    }

    #[test]
    fn what_a_person_marked_has_no_rule() {
        let quantity = Quantity {
            amount: Amount::Vague {
                word: "dozens".to_owned(),
                low: super::super::Value::whole(24),
                high: super::super::Value::whole(100),
            },
            unit: None,
            unit_text: None,
        };
        assert_eq!(why("", &quantity, "dozens"), None);
    }
}
