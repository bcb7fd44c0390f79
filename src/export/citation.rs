//! A figure as a citation: what was printed, where, when, by whom, and how to find it again.

use super::{ExportError, Format, Quote, Reader, Report, direction, words};
use crate::claim::ClaimId;
use crate::crosscheck::Crosscheck;
use crate::project::Project;

pub(super) const FORMAT: Format = Format {
    name: "Citations",
    ending: "citations.txt",
    purpose: "Each figure as a line to paste into a note or a mail",
    reader: Reader::Person,
    write: |report, _| write(report),
    caution: None,
};

#[expect(
    clippy::unnecessary_wraps,
    reason = "the registry asks for a result; other formats can fail"
)]
fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
    let mut text = String::new();
    for quote in report.quotes.iter().filter(|quote| quote.notable) {
        text.push_str(&citation(report, quote));
        text.push('\n');
    }
    if text.is_empty() {
        text.push_str("No figure is marked.\n");
    }
    Ok(text.into_bytes())
}

/// The citation of one claim of a project; `now` is today, ISO 8601.
pub fn citation_of(project: &Project, claim: ClaimId, now: &str) -> Option<String> {
    let claim = project.claims.get(&claim)?;
    let article = project.articles.get(&claim.article)?;
    // A report on nothing else: the whole one takes its time.
    let mut sole = Project::new(&project.title);
    sole.articles.insert(claim.article, article.clone());
    sole.claims.insert(claim.id, claim.clone());
    let report = Report::new(&sole, &Crosscheck::default(), now);
    let quote = report.quotes.first()?;
    Some(citation(&report, quote))
}

/// One figure as a citation in a line: “About 98,000” in: “About 98,000 goats crossed.” Harbour Wire, “Goats”, 2026-03-01, line 1
pub fn citation(report: &Report, quote: &Quote) -> String {
    let sentence = format!("{}{}{}", quote.before, quote.text, quote.after);
    // Words in another direction must not turn the line around them.
    let isolated =
        |words: &str| direction::isolated(&words.split_whitespace().collect::<Vec<_>>().join(" "));
    // A sentence that is a quotation has its marks.
    let inner = sentence
        .trim()
        .strip_prefix('“')
        .and_then(|rest| rest.strip_suffix('”'));
    let whole = inner.filter(|inner| !inner.contains(['“', '”']));
    // Lines on one sentence differ in their figure.
    let figure = Some(isolated(&quote.text)).filter(|figure| *figure != isolated(&sentence));
    let figure = figure.map(|figure| format!("“{figure}” in: "));
    let mut parts = vec![format!(
        "{}“{}”",
        figure.unwrap_or_default(),
        isolated(whole.unwrap_or(&sentence))
    )];
    if let Some(source) = &quote.source {
        let source = words::in_sentence(source);
        // In brackets: a byline follows, and is nobody who was asked.
        if let Some(quoted) = parts.last_mut() {
            *quoted = format!("{quoted} (according to {})", isolated(&source));
        }
    }
    if let Some(article) = report.article_of(quote) {
        let named = |name: &Option<String>| name.as_deref().map(isolated);
        parts.extend(named(&article.byline));
        let publisher = named(&article.publisher);
        let title = named(&article.title).map(|title| format!("“{title}”"));
        if publisher.is_none() && title.is_none() {
            parts.push(isolated(&article.label));
        }
        parts.extend(publisher);
        parts.extend(title);
        parts.extend(article.published.as_deref().map(words::time));
        parts.push(quote.line_in_print());
        let address = article.url.as_deref().filter(|url| is_address(url));
        parts.extend(address.map(str::to_owned));
        let start = article.sha256.get(..12).unwrap_or_default();
        parts.push(format!(
            "characters {}–{} of the text with SHA-256 {start}…",
            quote.start, quote.end
        ));
    }
    parts.join(", ")
}

fn is_address(url: &str) -> bool {
    (url.starts_with("https://") || url.starts_with("http://"))
        && !url.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    #[test]
    fn a_citation_says_who_printed_it_where_and_when() {
        let mut report = sample::report();
        report.articles[0].url = Some("https://wire.example/goats".to_owned());
        let line = citation(&report, &report.quotes[0]);
        for part in [
            "“About 98,000” in: “About 98,000 goats",
            "according to shepherds",
            "Harbour Wire, “Harbour Wire on goats”, 2026-03-01 09:00 +01:00, line 2",
            "https://wire.example/goats, characters 28–40 of the text",
        ] {
            assert!(line.contains(part), "{part}: {line}");
        }
        report.articles[0].url = Some("javascript:alert(1)".to_owned());
        assert!(!citation(&report, &report.quotes[0]).contains("javascript"));
    }
}
