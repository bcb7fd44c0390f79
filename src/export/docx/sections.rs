//! The sections of the document, those of figures and quotes left to files of their own.

use super::xml::{BOLD, Cell, PLAIN, SOFT, cell, link, paragraph, run, table, words as plain};
use super::{figures, quotes};
use crate::export::{FindingEntry, Quote, Report, Section, Tally, direction, words};

pub(super) fn section(report: &Report, section: Section) -> String {
    let content = match section {
        Section::Summary => summary(report),
        Section::Open => open(report),
        Section::Findings => report
            .findings
            .iter()
            .map(|it| finding(report, it))
            .collect(),
        Section::Figures => figures::compared(report),
        Section::Alone => figures::alone(report),
        Section::Quotes => quotes::section(report),
        Section::Articles => articles(report),
        Section::Notes => notes(report),
        Section::Method => method(report),
    };
    if content.is_empty() {
        return content;
    }
    plain("Heading1", section.heading()) + &content
}

fn summary(report: &Report) -> String {
    let summary = &report.summary;
    let mut text = plain("Body", &summary.in_words());
    let row = |of: &str, tally: &Tally| {
        vec![
            cell(of),
            cell(&format!("{} {}", tally.shape, tally.label)),
            cell(&words::grouped(tally.count)),
        ]
    };
    let rows: Vec<Vec<Cell>> = summary
        .tallies()
        .flat_map(|(name, tallies)| {
            let names = std::iter::once(name).chain(std::iter::repeat(""));
            names.zip(tallies).map(|(name, tally)| row(name, tally))
        })
        .collect();
    if !rows.is_empty() {
        let heads = ["Of", "What came out", "How many"];
        text.push_str(&table(&heads, &[300, 500, 200], &rows));
    }
    for coverage in &summary.coverage {
        let article = report.articles.get(coverage.article);
        let name = article.map_or("", |article| &article.label);
        let said = format!(
            ": {} of {} facts checked, {} open",
            coverage.checked,
            coverage.facts,
            coverage.facts - coverage.checked
        );
        text.push_str(&paragraph(
            "Body",
            "",
            &(run(&direction::isolated(name), BOLD) + &run(&said, PLAIN)),
        ));
    }
    text
}

fn open(report: &Report) -> String {
    let questions = report.open.iter();
    questions
        .map(|question| {
            let runs =
                run(&format!("? {}", question.question), PLAIN) + &links(report, &question.quotes);
            paragraph("Item", "", &runs)
        })
        .collect()
}

fn finding(report: &Report, finding: &FindingEntry) -> String {
    let label = words::of_key(finding.severity);
    let mut text = paragraph(
        "Heading2",
        "",
        &run(
            &format!("{} {}: {}", label.shape, label.word, finding.title),
            PLAIN,
        ),
    );
    for step in &finding.working {
        text.push_str(&plain("Step", step));
    }
    text.push_str(&paragraph("Small", "", &links(report, &finding.quotes)));
    if let Some((by, reason)) = finding.aside() {
        let reason = direction::isolated(reason);
        text.push_str(&plain("Body", &format!("{by}: {reason}")));
    }
    text
}

/// Links to quotes, the name of the article behind the last one of each.
pub(super) fn links(report: &Report, indices: &[usize]) -> String {
    let (indices, more) = report.first_places(indices);
    let mut runs = String::new();
    for (nth, index) in indices.iter().enumerate() {
        let Some(quote) = report.quotes.get(*index) else {
            continue;
        };
        let article = report
            .article_of(quote)
            .map_or("", |article| &article.label);
        runs.push_str(&run(if nth == 0 { " " } else { ", " }, SOFT));
        runs.push_str(&run(&format!("{} ", quote.number()), SOFT));
        runs.push_str(&to_quote(quote, SOFT));
        let next = indices.get(nth + 1).and_then(|it| report.quotes.get(*it));
        if next.is_none_or(|next| next.article != quote.article) {
            runs.push_str(&run(&format!(" in {}", direction::isolated(article)), SOFT));
        }
    }
    if !more.is_empty() {
        runs.push_str(&run(&more, SOFT));
    }
    runs
}

/// A link to a quote; one that is not printed has no place to lead to.
pub(super) fn to_quote(quote: &Quote, look: &str) -> String {
    let words = format!("“{}”", direction::isolated(&quote.text));
    if quote.notable {
        link(&format!("q{}", quote.id), &words, look)
    } else {
        run(&words, look)
    }
}

/// "Accepted: 98,000".
pub(super) fn named(style: &str, name: &str, words: &str) -> String {
    paragraph(
        style,
        "",
        &(run(&format!("{name}: "), BOLD) + &run(&direction::isolated_once(words), PLAIN)),
    )
}

fn articles(report: &Report) -> String {
    let articles = report.articles.iter();
    articles
        .map(|article| {
            let title = article.title.as_deref().unwrap_or(&article.label);
            let mut text = plain("Heading2", title);
            let hash = ("SHA-256 of the text", article.sha256.clone());
            for (name, value) in article.facts().into_iter().chain([hash]) {
                text.push_str(&named("Note", name, &value));
            }
            text
        })
        .collect()
}

fn notes(report: &Report) -> String {
    let notes = report.notes.iter().map(|note| {
        let said = format!(
            "{} (on {}; {}, {})",
            direction::isolated(&note.text),
            direction::isolated_once(&note.about),
            direction::isolated(&note.by),
            words::time(&note.at)
        );
        plain("Item", &said)
    });
    let signed = report.sign_offs.iter().map(|signed| {
        plain(
            "Item",
            &format!(
                "Signed off: {}. {}, {}",
                direction::isolated(&signed.article),
                direction::isolated(&signed.by),
                signed.standing()
            ),
        )
    });
    notes.chain(signed).collect()
}

fn method(report: &Report) -> String {
    let paragraphs: String = report.method.iter().map(|it| plain("Body", it)).collect();
    let rules = report.house_rules.iter();
    let rows: Vec<Vec<Cell>> = rules
        .map(|rule| vec![cell(&rule.written), cell(&rule.stands_for)])
        .collect();
    paragraphs + &table(&["Written", "Stands for"], &[350, 650], &rows)
}
