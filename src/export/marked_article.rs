//! The articles as they were printed, each figure marked with the number it has in every report, and beside it in the
//! margin what is known of it.

use std::collections::BTreeSet;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::direction::{
    is_right_to_left, mostly_leftward, orderless, runs_anywhere_leftward, steadied,
};
use super::html::running_head;
use super::{
    ArticleEntry, EvidenceEntry, ExportError, FindingEntry, Format, Quote, Reader, Report, words,
};
use crate::article::PAGE_BREAK;

pub(super) const FORMAT: Format = Format {
    name: "Marked-up articles",
    ending: "marked.html",
    purpose: "Each article with numbered marks in its text and notes in the margin",
    reader: Reader::Person,
    write: |report, _| write(report),
    caution: None,
};

const STYLE: &str = include_str!("../../assets/report/report.css");
const MARGIN_STYLE: &str = include_str!("../../assets/report/marked.css");

#[expect(
    clippy::unnecessary_wraps,
    reason = "the registry asks for a result; other formats can fail"
)]
fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
    Ok(page(report).into_string().into_bytes())
}

fn page(report: &Report) -> Markup {
    let mut articles: Vec<(usize, &ArticleEntry)> = report.articles.iter().enumerate().collect();
    articles.sort_by_key(|(_, article)| article.role != "copy_under_check");
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="generator" content=(report.program);
                meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'";
                title { (report.title) " – marked-up articles" }
                style { (PreEscaped(STYLE)) (PreEscaped(MARGIN_STYLE)) (PreEscaped(running_head(report, "Marked-up articles"))) }
            }
            body {
                header {
                    p.kicker { "Marked-up articles" @if let Some(newsroom) = &report.newsroom { " · " (newsroom) } }
                    h1 dir="auto" { (report.title) }
                    p.facts { (words::time(&report.generated)) " · " (report.program) }
                }
                main { @for (index, article) in articles { (self::article(report, index, article)) } }
            }
        }
    }
}

fn article(report: &Report, index: usize, article: &ArticleEntry) -> Markup {
    let mut end = 0;
    let marked: Vec<&Quote> = report
        .quotes
        .iter()
        .filter(|quote| quote.article == index && quote.notable && quote.status != "rejected")
        // Of two marks that overlap the first is printed.
        .filter(|quote| {
            let clear = quote.start >= end;
            if clear {
                end = quote.end;
            }
            clear
        })
        .collect();
    let title = article.title.as_deref();
    html! {
        section lang=[article.language.as_deref().filter(|code| code.bytes().all(|b| b.is_ascii_alphabetic()))] {
            // The headline is the first line of most texts, where it has its marks.
            h2 dir="auto" { (title.filter(|title| !article.text.as_str().starts_with(*title)).unwrap_or(&article.label)) }
            p.facts {
                (words::of_role_key(article.role)) " · " bdi { (article.label) }
                @if let Some(published) = &article.published { " · " (words::time(published)) }
                " · " (words::counted(marked.len(), "figure marked", "figures marked"))
            }
            (paragraphs(article, report, &marked))
        }
    }
}

/// A line of the text with what stands in it.
struct Row<'a> {
    /// The page that begins on it.
    page: Option<usize>,
    words: &'a str,
    /// Its place in the text, in code points.
    start: usize,
    quotes: Vec<&'a Quote>,
}

fn rows<'a>(text: &'a str, marked: &[&'a Quote]) -> Vec<Row<'a>> {
    let (mut start, mut pages) = (0, 1);
    text.split('\n')
        .map(|words| {
            let length = words.chars().count();
            let its = marked.iter().copied();
            let quotes: Vec<&Quote> = its
                .filter(|quote| (start..=start + length).contains(&quote.start))
                .collect();
            let breaks = words.matches(PAGE_BREAK).count();
            pages += breaks;
            let row = Row {
                page: (breaks > 0).then_some(pages),
                words,
                start,
                quotes,
            };
            start += length + 1;
            row
        })
        .collect()
}

fn paragraphs(article: &ArticleEntry, report: &Report, marked: &[&Quote]) -> Markup {
    html! {
        @for row in rows(article.text.as_str(), marked) {
            @if let Some(page) = row.page { p.page { "Page " (page) } }
            @if !row.words.trim().is_empty() {
                // Notes float beside the text, so that it has no gaps where they are longer; each is led to by its number.
                div.row {
                    @if !row.quotes.is_empty() {
                        ul.margin { @for quote in &row.quotes { (note(report, quote)) } }
                    }
                    p.text dir=(line_direction(row.words)) { (pieces(&row)) }
                }
            }
        }
    }
}

/// A line that begins with a name of the other direction keeps its own.
fn line_direction(words: &str) -> &'static str {
    if mostly_leftward(words) { "rtl" } else { "ltr" }
}

/// The words of a line with their marks.
fn pieces(row: &Row<'_>) -> Markup {
    let mut rest = row.words.chars();
    let mut at = row.start;
    let mut pieces: Vec<(String, String, &Quote)> = Vec::new();
    for quote in &row.quotes {
        let plain = rest.by_ref().take(quote.start.saturating_sub(at)).collect();
        let words = rest.by_ref().take(quote.end - quote.start).collect();
        at = quote.end;
        pieces.push((plain, words, quote));
    }
    let leftward = runs_anywhere_leftward(row.words);
    let kept = |words: &str| {
        let words = orderless(words);
        if leftward { steadied(&words) } else { words }
    };
    html! {
        @for (plain, words, quote) in &pieces {
            (kept(plain)) mark id=(format!("m{}", quote.id)) { (kept(words)) a.number href=(format!("#n{}", quote.id)) { (quote.number()) } (kept_beside(row, quote)) }
        }
        (kept(rest.as_str()))
    }
}

/// In a line with words to the left, what keeps the number of a figure beside it: a mark of the direction in which the
/// figure runs, which is that of the last letter before its end.
fn kept_beside(row: &Row<'_>, quote: &Quote) -> &'static str {
    const LEFT_TO_RIGHT: &str = "\u{200E}";
    const RIGHT_TO_LEFT: &str = "\u{200F}";
    if !runs_anywhere_leftward(row.words) {
        return "";
    }
    let until = row.words.chars().take(quote.end - row.start);
    let last = until.filter(|c| c.is_alphabetic()).last();
    match last.or_else(|| row.words.chars().find(|c| c.is_alphabetic())) {
        Some(letter) if is_right_to_left(letter) => RIGHT_TO_LEFT,
        _ => LEFT_TO_RIGHT,
    }
}

fn note(report: &Report, quote: &Quote) -> Markup {
    let label = words::of_key(quote.status);
    let index = report.quotes.iter().position(|other| other.id == quote.id);
    let answers: BTreeSet<&str> = report
        .figures
        .iter()
        .filter(|figure| index.is_some_and(|index| figure.quotes.contains(&index)))
        .filter_map(|figure| figure.answer)
        .collect();
    html! {
        li id=(format!("n{}", quote.id)) {
            a.number href=(format!("#m{}", quote.id)) { (quote.number()) }
            @match &quote.verdict {
                Some(verdict) => { b { (verdict.sign()) " " bdi { (verdict.label) } } @if !verdict.rationale.trim().is_empty() { ". " bdi { (verdict.rationale) } } },
                None => b { (label.shape) " " (label.word) },
            }
            span.fact { "Stands for " (quote.meaning()) }
            span.fact {
                @match &quote.source {
                    Some(source) => { "Source: " bdi { (source) } },
                    None => "No source given",
                }
            }
            @for answer in answers {
                @let answer = words::of_key(answer);
                span.fact { (answer.shape) "\u{A0}" (answer.word) }
            }
            @for finding in index.into_iter().flat_map(|index| report.findings_on(index)) { (self::finding(finding, quote)) }
            @for evidence in &quote.evidence { (self::evidence(evidence)) }
            @if let Some(note) = &quote.note { span.fact { "Note: " bdi { (note) } (quote.note_signature()) } }
            @if let Some(day) = &quote.recheck_by { span.fact { "Look again by " (day) } }
        }
    }
}

/// What was looked up, the words that matter, where in it they stand and how it was looked up.
fn evidence(evidence: &EvidenceEntry) -> Markup {
    let found = [&evidence.locator, &evidence.method].into_iter().flatten();
    html! {
        span.fact {
            (words::of_key(evidence.stance).word) ": " bdi { (evidence.citation) }
            @if !evidence.quote.trim().is_empty() { ", “" bdi { (evidence.quote) } "”" }
            @for words in found { ", " bdi { (words) } }
        }
    }
}

/// What seems wrong with a figure.
fn finding(finding: &FindingEntry, quote: &Quote) -> Markup {
    let label = words::of_key(finding.severity);
    html! {
        span.found.(words::tone(finding.severity)) {
            b { (label.shape) " " (label.word) ": " } bdi dir="ltr" { (words::ended(&finding.title)) }
            @for step in finding.steps_on(quote) { " " bdi dir="ltr" { (step) } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    #[test]
    fn a_number_stays_beside_its_figure_in_a_line_of_both_directions() {
        let beside = |words: &str, figure: &str| {
            let mut quote = sample::report().quotes[0].clone();
            let (before, _) = words.split_once(figure).expect("the figure");
            quote.start = before.chars().count();
            quote.end = quote.start + figure.chars().count();
            let row = Row {
                page: None,
                words,
                start: 0,
                quotes: Vec::new(),
            };
            kept_beside(&row, &quote)
        };
        assert_eq!(beside("Shepherds said: 40 goats", "40"), "");
        assert_eq!(beside("They said “רק 40” and 12 goats", "40"), "\u{200F}");
        assert_eq!(beside("They said “רק 40” and 12 goats", "12"), "\u{200E}");
        assert_eq!(beside("40 עיזים", "40"), "\u{200F}");
        assert_eq!(beside("עיזים cost 40 pounds", "40 pounds"), "\u{200E}");
    }

    #[test]
    fn every_mark_has_its_note_and_the_text_is_whole() {
        let report = sample::report();
        let page = page(&report).into_string();
        let marks = page.matches("<mark").count();
        assert!(marks >= 3, "{page}");
        assert_eq!(marks, page.matches("<li id=").count());
        for told in [
            ", “<bdi>Goats, total: 98,417</bdi>”, <bdi>row 7</bdi>",
            "Note: <bdi>Ask who counted.</bdi>",
        ] {
            assert!(page.contains(told), "{told}: {page}");
        }
        assert!(
            page.contains("About 98,000<a class=\"number\" href=\"#n1\">[1]</a></mark> goats"),
            "{page}"
        );
    }
}
