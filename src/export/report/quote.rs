//! A claim as a report shows it: the quote in its sentence, what was understood, what people decided.

use serde::Serialize;

use super::Interval;
use crate::article::Article;
use crate::claim::{Certainty, Claim, Origin, Phrase, sentences_of};
use crate::export::direction::isolated;
use crate::export::{direction, words};
use crate::lexicon::UnitCode;
use crate::project::{Evidence, Project, Review};
use crate::quantity::{Amount, Qualifier};
use crate::text::{CodePoints, Span};

/// A figure as an article prints it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Quote {
    /// Number of the claim in the project; stable.
    pub id: u32,
    /// Index of its article in the report.
    pub article: usize,
    /// The figure as written.
    pub text: String,
    /// Its sentence up to the figure.
    pub before: String,
    /// Its sentence after the figure.
    pub after: String,
    /// Up to 32 characters before the figure, across sentences.
    pub prefix: String,
    /// Up to 32 characters after the figure, across sentences.
    pub suffix: String,
    /// Whether its line of the article runs from right to left, whatever the sentence begins with.
    #[serde(skip)]
    pub leftward: bool,
    /// Page of the printed original, from 1, where the text knows of pages.
    pub page: Option<usize>,
    /// Paragraph of that page, or line of the text where it knows of no pages, from 1.
    pub line: usize,
    /// First code point in the article's text.
    pub start: usize,
    /// One past the last code point.
    pub end: usize,
    /// The exact number as written, where there is one.
    pub value: Option<String>,
    /// Lower end of what it can stand for.
    pub low: Option<String>,
    /// Upper end.
    pub high: Option<String>,
    /// Whether its lower and its upper end are left out of it.
    pub open_ends: [bool; 2],
    /// What it can stand for, in words: "93,100 to 102,900".
    pub stands_for: String,
    /// "about", "at_least", …
    pub qualifier: &'static str,
    /// Level or change.
    pub sense: &'static str,
    /// Sort of figure.
    pub kind: &'static str,
    /// Unit by code.
    pub unit: Option<String>,
    /// Unit or noun as written.
    pub unit_text: Option<String>,
    /// What is counted or measured.
    pub concept: Option<String>,
    /// What happened.
    pub predicate: Option<String>,
    /// What narrows it.
    pub scope: Vec<String>,
    /// Where.
    pub place: Option<String>,
    /// The time it is about, as written.
    pub period: Option<String>,
    /// The day it held.
    pub as_of: Option<String>,
    /// Whether that day was worked out from the article's date.
    pub as_of_inferred: bool,
    /// On what it rests.
    pub basis: Option<&'static str>,
    /// Who says so; `None` is "no source given".
    pub source: Option<String>,
    /// What sort of source that is, where it is known: "person", "official".
    pub source_kind: Option<&'static str>,
    /// The words that attribute it.
    pub cue: Option<String>,
    /// How far the check is.
    pub status: &'static str,
    /// How it came out.
    pub verdict: Option<VerdictEntry>,
    /// On what grounds.
    pub evidence: Vec<EvidenceEntry>,
    /// A note on it.
    pub note: Option<String>,
    /// Who wrote the note and when, where the log tells.
    pub noted: Option<(String, String)>,
    /// When to look again.
    pub recheck_by: Option<String>,
    /// The rule that found it; `None` where a person marked it.
    pub rule: Option<String>,
    /// How much it deserves checking, 0 to 1.
    pub worth: String,
    /// Whether it is worth a line of its own: not trivial, or somebody touched it, or it is compared.
    pub notable: bool,
}

/// A person's judgement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VerdictEntry {
    /// Key of the rating.
    pub rating: String,
    /// Its label: "Confirmed".
    pub label: String,
    /// Its number on the project's scale; higher is truer.
    pub value: Option<u8>,
    /// Why.
    pub rationale: String,
    /// Who.
    pub by: String,
    /// When.
    pub at: String,
}

/// Something looked up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EvidenceEntry {
    /// What it is.
    pub citation: String,
    /// Where it can be read.
    pub url: Option<String>,
    /// The words that matter.
    pub quote: String,
    /// "supports", "refutes" or "context".
    pub stance: &'static str,
    /// Page, table, timestamp.
    pub locator: Option<String>,
    /// The day it was looked at.
    pub accessed: Option<String>,
    /// Who looked.
    pub by: String,
    /// How it was looked up: "by phone".
    pub method: Option<String>,
    /// A copy kept beside the project: its path, and the SHA-256 of its bytes.
    pub file: Option<(String, String)>,
}

impl EvidenceEntry {
    /// Where it can be read, unless the citation is that address.
    pub fn address(&self) -> Option<&str> {
        let url = self.url.as_deref();
        url.filter(|url| *url != self.citation)
    }

    /// All that is known of it but its stance and its words, each with its name, to be printed in this order.
    pub fn facts(&self) -> Vec<(&'static str, String)> {
        let known = |name, value: &Option<String>| Some((name, value.clone()?));
        let when = self.accessed.as_ref();
        let when = when.map_or_else(String::new, |day| format!(", looked at on {day}"));
        let seen = format!("{}{when}", isolated(&self.by));
        let file = self.file.as_ref();
        let file = file.map(|(path, hash)| format!("{} (SHA-256 {hash})", isolated(path)));
        [
            known("Where in it", &self.locator),
            self.address().map(|url| ("Address", url.to_owned())),
            known("How", &self.method),
            known("File", &file),
            (!seen.is_empty()).then_some(("By", seen)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// An article made ready for finding the sentence and the line of each of its claims.
pub(super) struct Reading<'a> {
    article: &'a Article,
    index: usize,
    sentences: Vec<Span>,
    points: CodePoints,
}

impl<'a> Reading<'a> {
    pub(super) fn of(article: &'a Article, index: usize) -> Self {
        Self {
            article,
            index,
            sentences: sentences_of(article),
            points: article.text.code_points(),
        }
    }

    /// The words of the sentence before and after a span.
    fn around(&self, span: Span) -> (String, String) {
        let after = self
            .sentences
            .partition_point(|sentence| sentence.end() <= span.start());
        let sentence = self
            .sentences
            .get(after)
            .filter(|sentence| sentence.contains(span))
            .copied()
            .unwrap_or(span);
        let text = &self.article.text;
        let words = |start, end| {
            text.span(start, end)
                .map(|span| without_page_breaks(text.slice(span)))
                .unwrap_or_default()
        };
        (
            words(sentence.start(), span.start()),
            words(span.end(), sentence.end()),
        )
    }

    /// The line of the text in which a span stands.
    fn line(&self, span: Span) -> &str {
        let text = self.article.text.as_str();
        let before = text.get(..span.start()).unwrap_or_default();
        let start = before.rfind('\n').map_or(0, |end| end + 1);
        let after = text.get(span.end()..).unwrap_or_default();
        let end = after.find('\n').unwrap_or(after.len());
        text.get(start..span.end() + end).unwrap_or_default()
    }

    pub(super) fn quote(&self, project: &Project, claim: &Claim, notable: bool) -> Quote {
        let reading = &claim.reading;
        let quantity = &reading.quantity;
        let interval = quantity.interval(&project.house_rules);
        let review = project.reviews.get(&claim.id);
        let span = claim.anchor.span;
        let (before, after) = self.around(span);
        let of = |phrase: &Phrase| without_page_breaks(&phrase.text);
        let words = |phrase: &Option<Phrase>| phrase.as_ref().map(of);
        Quote {
            id: claim.id.0,
            article: self.index,
            text: without_page_breaks(&claim.anchor.quote),
            before,
            after,
            prefix: claim.anchor.prefix.clone(),
            suffix: claim.anchor.suffix.clone(),
            leftward: direction::mostly_leftward(self.line(span)),
            page: self.article.page_of(span),
            line: self.article.line_of(span),
            start: self.points.at(span.start()),
            end: self.points.at(span.end()),
            value: quantity.value().map(|value| value.to_string()),
            low: interval.low.map(|end| end.value.to_string()),
            high: interval.high.map(|end| end.value.to_string()),
            open_ends: [interval.low, interval.high].map(|end| end.is_some_and(|end| end.open)),
            stands_for: stands_for(&quantity.amount, interval),
            qualifier: quantity.amount.qualifier_name(),
            sense: words::sense(reading.sense),
            kind: words::kind(reading.kind),
            unit: quantity.unit.as_ref().map(|unit| unit.0.clone()),
            unit_text: quantity.unit_text.as_deref().map(without_page_breaks),
            concept: words(&reading.concept),
            predicate: words(&reading.predicate),
            scope: reading.scope.iter().map(of).collect(),
            place: reading
                .place
                .as_ref()
                .map(|place| match reading.place_certainty() {
                    Certainty::Stated => of(place),
                    Certainty::Inferred => format!("{} (from the dateline)", of(place)),
                }),
            period: reading.period.as_ref().map(|period| of(&period.words)),
            as_of: reading.as_of.as_ref().map(|as_of| as_of.date.to_string()),
            as_of_inferred: reading
                .as_of
                .as_ref()
                .is_some_and(|as_of| as_of.certainty == Certainty::Inferred),
            basis: reading.basis.map(words::basis),
            source: reading.attribution.as_ref().map(|attribution| {
                of(attribution.resolved.as_ref().unwrap_or(&attribution.source))
            }),
            source_kind: reading
                .attribution
                .as_ref()
                .and_then(|attribution| Some(words::source_kind(attribution.kind?))),
            cue: reading
                .attribution
                .as_ref()
                .and_then(|attribution| words(&attribution.cue)),
            status: words::status(project.status(claim.id)).key,
            verdict: review.and_then(|review| verdict(project, review)),
            evidence: review
                .map(|review| review.evidence.iter().map(evidence).collect())
                .unwrap_or_default(),
            note: review
                .map(|review| review.note.clone())
                .filter(|note| !note.trim().is_empty()),
            noted: None,
            recheck_by: review.and_then(|review| Some(review.recheck_by?.to_string())),
            rule: (claim.origin == Origin::Rule).then(|| reading.rule.clone()),
            worth: reading.worth.normalize().to_string(),
            notable,
        }
    }
}

impl Quote {
    /// Who wrote its note and when, set apart from the words: " – M. Ash, 2026-03-02 14:05 UTC".
    pub fn note_signature(&self) -> String {
        let signature = |(by, at): &(String, String)| {
            let by = (!by.trim().is_empty()).then(|| isolated(by));
            let parts: Vec<String> = by.into_iter().chain([words::time(at)]).collect();
            format!(" – {}", parts.join(", "))
        };
        self.noted.as_ref().map(signature).unwrap_or_default()
    }

    /// What it stands for with its unit as a person reads it: "4.5 to 5.5 months".
    pub fn meaning(&self) -> String {
        let Some(unit) = &self.unit else {
            return self.stands_for.clone();
        };
        let one = matches!(self.stands_for.as_str(), "1" | "exactly 1");
        let unit = UnitCode(unit.clone());
        let unit = unit.spoken(one);
        // People are counted, money is measured.
        match self.stands_for.strip_suffix(" or less") {
            Some(most) if unit == "people" => format!("{most} or fewer people"),
            _ => format!("{} {unit}", self.stands_for),
        }
    }

    /// The day it held, and whether that day was worked out.
    pub fn held(&self) -> String {
        let day = self.as_of.as_deref().unwrap_or("unknown");
        let inferred = if self.as_of_inferred {
            " (inferred)"
        } else {
            ""
        };
        format!("{day}{inferred}")
    }
}

/// Words of an article as one reads them: where a page ends among them, its mark stands for a space.
pub(super) fn without_page_breaks(words: &str) -> String {
    words.replace('\u{c}', " ")
}

/// What a figure stands for; a figure that is exactly what it says needs no interval.
fn stands_for(amount: &Amount, interval: Interval) -> String {
    match amount {
        Amount::Single {
            qualifier: Qualifier::Stated,
            number,
        } if interval == Interval::point(number.value) => number.value.grouped(),
        _ => interval.to_string(),
    }
}

fn verdict(project: &Project, review: &Review) -> Option<VerdictEntry> {
    let verdict = review.verdict.as_ref()?;
    let rating = project
        .ratings
        .iter()
        .find(|rating| rating.key == verdict.rating);
    Some(VerdictEntry {
        rating: verdict.rating.clone(),
        label: rating.map_or_else(|| verdict.rating.clone(), |rating| rating.label.clone()),
        value: rating.and_then(|rating| rating.value),
        rationale: verdict.rationale.clone(),
        by: verdict.by.clone(),
        at: verdict.at.clone(),
    })
}

fn evidence(evidence: &Evidence) -> EvidenceEntry {
    EvidenceEntry {
        citation: evidence.citation.clone(),
        url: evidence.url.clone(),
        quote: evidence.quote.clone(),
        stance: words::stance(evidence.stance).key,
        locator: evidence.locator.clone(),
        accessed: evidence.accessed.map(|day| day.to_string()),
        by: evidence.by.clone(),
        method: evidence.method.clone(),
        file: evidence
            .attachment
            .as_ref()
            .map(|file| (file.path.clone(), file.sha256.clone())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_that_ends_in_a_sentence_joins_no_words() {
        let text = crate::text::Text::normalised("The herd’s\u{c}keeper counted 40 goats.\n");
        let article = Article {
            text,
            metadata: crate::article::Metadata::default(),
        };
        let span = article.text.span(24, 26).expect("a place in the text");
        let (before, _) = Reading::of(&article, 0).around(span);
        assert!(before.starts_with("The herd’s keeper"), "{before}");
    }

    #[test]
    fn a_figure_stands_for_something_with_a_unit_to_read() {
        let report = crate::export::sample::report();
        let mut quote = report.quotes[0].clone();
        assert_eq!(quote.meaning(), "93,100 to 102,900 people");
        quote.stands_for = "exactly 1".to_owned();
        quote.unit = Some("mo".to_owned());
        assert_eq!(quote.meaning(), "exactly 1 month");
        quote.unit = Some("EUR".to_owned());
        assert_eq!(quote.meaning(), "exactly 1 EUR");
    }
}
