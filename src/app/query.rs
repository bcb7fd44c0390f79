//! A search of claims as it is typed: words, and facets as `name:value`.
//!
//! A saved view keeps the line as it is typed, so whatever is written here can be read again.

use super::context::Context;
use crate::claim::{Claim, ClaimId};
use crate::crosscheck::Answer;
use crate::export::words;
use crate::project::Status;

/// A facet by which claims are chosen.
#[derive(Clone, Copy, Debug)]
pub struct Facet {
    /// As typed before the colon.
    pub name: &'static str,
    /// As shown.
    pub label: &'static str,
    /// Every value, as typed and as shown.
    pub values: &'static [(&'static str, &'static str)],
    /// The value of a claim, as typed.
    pub of: fn(&Context<'_>, &Claim) -> &'static str,
}

/// All facets, in the order they are shown.
pub const FACETS: &[Facet] = &[
    Facet {
        name: "status",
        label: "Status",
        values: &[
            ("unchecked", "Unchecked"),
            ("in-progress", "In progress"),
            ("checked", "Checked"),
            ("rejected", "Not a claim"),
        ],
        of: |context, claim| match context.project().status(claim.id) {
            Status::Unchecked => "unchecked",
            Status::InProgress => "in-progress",
            Status::Checked => "checked",
            Status::Rejected => "rejected",
        },
    },
    Facet {
        name: "answer",
        label: "Answer",
        values: &[
            ("conflicts", "Conflicts"),
            ("cannot-tell", "Cannot tell"),
            ("updated", "Updated over time"),
            ("agrees", "Agrees"),
            ("other", "Other scope or measure"),
            ("alone", "Stands alone"),
        ],
        of: |context, claim| match context.figure_of(claim.id).and_then(|figure| figure.answer) {
            Some(Answer::Conflicts) => "conflicts",
            Some(Answer::CannotTell) => "cannot-tell",
            Some(Answer::UpdatedOverTime) => "updated",
            Some(Answer::Agrees | Answer::AgreesWithinRounding | Answer::CompatibleBound) => {
                "agrees"
            }
            Some(Answer::DifferentScope | Answer::NotComparable) => "other",
            None => "alone",
        },
    },
    Facet {
        name: "source",
        label: "Source",
        values: &[("given", "Given"), ("none", "No source given")],
        of: |_, claim| {
            if claim.reading.attribution.is_some() {
                "given"
            } else {
                "none"
            }
        },
    },
    Facet {
        name: "kind",
        label: "Kind",
        values: &[
            ("count", "Count"),
            ("share", "Share"),
            ("money", "Money"),
            ("measure", "Measure"),
            ("rate", "Rate"),
            ("average", "Average"),
            ("duration", "Duration"),
            ("age", "Age"),
            ("rank", "Rank"),
            ("ratio", "Ratio"),
        ],
        of: |_, claim| words::kind(claim.reading.kind),
    },
    Facet {
        name: "recheck",
        label: "Recheck",
        values: &[("due", "Due"), ("later", "Later"), ("none", "No day set")],
        of: |context, claim| {
            let review = context.project().reviews.get(&claim.id);
            match review.and_then(|review| review.recheck_by) {
                // Days written as ISO 8601 are in order.
                Some(day) if day.to_string().as_str() <= context.now => "due",
                Some(_) => "later",
                None => "none",
            }
        },
    },
];

/// Place of the sources among the facets: beside its values it takes names.
pub const SOURCE: usize = 2;

/// A search, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// In small letters; each must stand in the claim.
    words: Vec<String>,
    /// Places of facets and the values typed for them.
    chosen: Vec<(usize, Value)>,
}

/// A value as typed, in small letters.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Value {
    words: String,
    /// Between quotation marks: the whole name, not a part of it.
    whole: bool,
}

impl Value {
    fn of(typed: &str) -> Self {
        let quoted = typed.strip_prefix('"');
        let words = quoted.unwrap_or(typed);
        let words = quoted
            .and_then(|words| words.strip_suffix('"'))
            .unwrap_or(words);
        Self {
            words: words.to_owned(),
            whole: quoted.is_some(),
        }
    }

    /// Whether a claim whose value of the facet at `at` is `value` is meant.
    fn means(&self, at: usize, value: &str, known: &Known) -> bool {
        let by_name = at == SOURCE
            && !known.source.is_empty()
            && if self.whole {
                known.source_key == self.words
            } else {
                known.named.contains(&self.words)
            };
        by_name || !self.whole && self.words == value
    }
}

/// The parts of a line: words, and `name:"several words"` as one.
fn parts(line: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() {
        let space = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let quoted = rest.find(":\"").filter(|at| *at < space);
        let end = quoted.map_or(space, |at| closed(rest, at + 2).unwrap_or(rest.len()));
        parts.push(rest.get(..end).unwrap_or(rest));
        rest = rest.get(end..).unwrap_or_default().trim_start();
    }
    parts
}

/// The end of a value that begins at `from`: after a quotation mark that is followed by a space or nothing. Names have
/// such marks within words.
fn closed(rest: &str, from: usize) -> Option<usize> {
    let marks = rest.get(from..)?.match_indices('"');
    marks.map(|(at, _)| from + at + 1).find(|end| {
        let after = rest.get(*end..).and_then(|after| after.chars().next());
        after.is_none_or(char::is_whitespace)
    })
}

/// A name as it is written for a facet: between quotation marks.
pub fn named(name: &str) -> String {
    format!("\"{}\"", key_of(name))
}

/// A name as it is compared: in small letters, with single spaces.
fn key_of(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Who says so, by the full name where the text gives one; nothing where no source is given.
pub fn source_of(claim: &Claim) -> &str {
    claim.reading.attribution.as_ref().map_or("", |said| {
        let name = said.resolved.as_ref().unwrap_or(&said.source);
        name.text.trim()
    })
}

impl Query {
    /// Reads a line as it is typed. What is no facet is a word.
    pub fn parse(line: &str) -> Self {
        let mut query = Self::default();
        for part in parts(&line.to_lowercase()) {
            let facet = part.split_once(':').and_then(|(name, value)| {
                let at = FACETS.iter().position(|facet| facet.name == name)?;
                Some((at, Value::of(value)))
            });
            match facet {
                Some(chosen) => query.chosen.push(chosen),
                None => query.words.push(part.to_owned()),
            }
        }
        query
    }

    /// Whether a value of a facet is chosen.
    pub fn has(&self, facet: usize, value: &str) -> bool {
        self.chosen
            .iter()
            .any(|(at, chosen)| *at == facet && !chosen.whole && chosen.words == value)
    }

    /// Whether a source is chosen by its name.
    pub fn has_named(&self, source: &str) -> bool {
        let key = key_of(source);
        let chosen = self.chosen.iter();
        chosen
            .filter(|(at, value)| *at == SOURCE && value.whole)
            .any(|(_, value)| value.words == key)
    }

    /// Places of the facets whose choice a claim does not fit, as bits; `None` where its words do not fit. Of one facet
    /// any value will do, of several facets each must fit.
    pub fn misses(&self, known: &Known) -> Option<u32> {
        if !self
            .words
            .iter()
            .all(|word| known.said.contains(word.as_str()))
        {
            return None;
        }
        let facets = known.values.iter().enumerate();
        let missed = facets.filter(|(at, value)| {
            let mut asked = self
                .chosen
                .iter()
                .filter(|(chosen, _)| chosen == at)
                .peekable();
            asked.peek().is_some() && !asked.any(|(_, typed)| typed.means(*at, value, known))
        });
        Some(missed.fold(0, |bits, (at, _)| bits | 1 << at))
    }
}

/// What a claim is searched by; gathered once, as a search is typed letter by letter.
pub struct Known {
    /// Which.
    pub claim: ClaimId,
    /// Its words in small letters.
    said: String,
    /// Who says so; nothing where no source is given.
    pub source: String,
    source_key: String,
    /// All names of its source, in small letters.
    named: String,
    /// Its value of each facet.
    pub values: [&'static str; FACETS.len()],
}

impl Known {
    /// Gathers it.
    pub fn of(context: &Context<'_>, claim: &Claim) -> Self {
        let reading = &claim.reading;
        let article = context.project().articles.get(&claim.article);
        let phrases = [&reading.concept, &reading.predicate, &reading.place];
        let others = phrases
            .into_iter()
            .flatten()
            .map(|phrase| phrase.text.as_str())
            .chain(reading.attribution.iter().map(|a| a.source.text.as_str()))
            .chain(article.and_then(|article| article.metadata.publisher.as_deref()));
        let mut said = claim.anchor.quote.to_lowercase();
        for other in others {
            said.push(' ');
            said.push_str(&other.to_lowercase());
        }
        let mut values = [""; FACETS.len()];
        for (value, facet) in values.iter_mut().zip(FACETS) {
            *value = (facet.of)(context, claim);
        }
        let source = source_of(claim);
        let written = reading.attribution.as_ref();
        let written = written.map_or("", |said| said.source.text.as_str());
        Self {
            claim: claim.id,
            said,
            source: source.to_owned(),
            source_key: key_of(source),
            named: format!("{} {}", key_of(source), key_of(written)),
            values,
        }
    }

    /// Its source as sources are compared.
    pub fn source_key(&self) -> &str {
        &self.source_key
    }
}

/// The line with a value of a facet taken in, or out where it is in.
pub fn toggled(line: &str, facet: &Facet, value: &str) -> String {
    let token = format!("{}:{value}", facet.name);
    let has = |part: &&str| part.to_lowercase() == token;
    let all = parts(line);
    let mut kept: Vec<&str> = all.iter().copied().filter(|part| !has(part)).collect();
    if kept.len() == all.len() {
        kept.push(&token);
    }
    kept.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_read_as_words_and_facets() {
        let query = Query::parse("Border status:unchecked kind:money time:12:30");
        assert_eq!(query.words, ["border", "time:12:30"]);
        assert!(query.has(0, "unchecked") && query.has(3, "money"));
    }

    #[test]
    fn a_value_goes_in_and_out_of_the_line() {
        let status = &FACETS[0];
        let line = toggled("border", status, "checked");
        assert_eq!(line, "border status:checked");
        assert_eq!(toggled(&line, status, "checked"), "border");
    }

    #[test]
    fn a_source_is_chosen_by_its_whole_name_or_by_a_part_of_it() {
        let known = |source: &str| {
            let mut values = [""; FACETS.len()];
            values[SOURCE] = if source.is_empty() { "none" } else { "given" };
            Known {
                claim: ClaimId(1),
                said: String::new(),
                source: source.to_owned(),
                source_key: key_of(source),
                named: key_of(source),
                values,
            }
        };
        let fits = |line: &str, source: &str| Query::parse(line).misses(&known(source)) == Some(0);
        assert_eq!(FACETS[SOURCE].name, "source");
        assert!(fits("source:goat", "the Goat Board"));
        assert!(!fits("source:goat", "the mayor") && !fits("source:goat", ""));
        assert!(fits("source:given", "the mayor") && fits("source:none", ""));
        let line = toggled("goats", &FACETS[SOURCE], &named("the  Goat Board"));
        assert_eq!(line, "goats source:\"the goat board\"");
        assert_eq!(
            toggled(&line, &FACETS[SOURCE], &named("The Goat Board")),
            "goats"
        );
        let whole = "source:\"the goat board\"";
        assert!(fits(whole, "The Goat Board") && !fits(whole, "the goat board of Hill"));
        assert!(fits("source:\"צה\"ל היום\"", "צה\"ל היום"));
    }
}
