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

/// A search, read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// In small letters; each must stand in the claim.
    words: Vec<String>,
    /// Places of facets and the values typed for them.
    chosen: Vec<(usize, String)>,
}

impl Query {
    /// Reads a line as it is typed. What is no facet is a word.
    pub fn parse(line: &str) -> Self {
        let mut query = Self::default();
        for part in line.to_lowercase().split_whitespace() {
            let facet = part.split_once(':').and_then(|(name, value)| {
                let at = FACETS.iter().position(|facet| facet.name == name)?;
                Some((at, value.to_owned()))
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
            .any(|(at, chosen)| *at == facet && chosen == value)
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
            let asked = self.chosen.iter().any(|(chosen, _)| chosen == at);
            asked && !self.has(*at, value)
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
        Self {
            claim: claim.id,
            said,
            values,
        }
    }
}

/// The line with a value of a facet taken in, or out where it is in.
pub fn toggled(line: &str, facet: &Facet, value: &str) -> String {
    let token = format!("{}:{value}", facet.name);
    let has = |part: &&str| part.to_lowercase() == token;
    let mut parts: Vec<&str> = line.split_whitespace().filter(|part| !has(part)).collect();
    if parts.len() == line.split_whitespace().count() {
        parts.push(&token);
    }
    parts.join(" ")
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
}
