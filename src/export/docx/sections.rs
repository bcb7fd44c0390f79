//! The sections of the document.

use super::xml::{
    BOLD, Cell, MARKED, PLAIN, SOFT, bookmark, cell, link, paragraph, run, table, words as plain,
};
use crate::export::drawing::{self, Drawing};
use crate::export::{FigureEntry, FindingEntry, Quote, Report, Section, words};

pub(super) fn section(report: &Report, section: Section) -> String {
    let content = match section {
        Section::Summary => summary(report),
        Section::Open => open(report),
        Section::Findings => report
            .findings
            .iter()
            .map(|it| finding(report, it))
            .collect(),
        Section::Figures => compared(report),
        Section::Alone => alone(report),
        Section::Quotes => quotes(report),
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
    let tallies = summary
        .answers
        .iter()
        .chain(&summary.findings)
        .chain(&summary.verdicts);
    let rows: Vec<Vec<Cell>> = tallies
        .map(|tally| {
            vec![
                cell(&format!("{} {}", tally.shape, tally.label)),
                cell(&tally.count.to_string()),
            ]
        })
        .collect();
    if !rows.is_empty() {
        text.push_str(&table(&["What came out", "How many"], &[700, 300], &rows));
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
            name,
            &(run(&words::isolated(name), BOLD) + &run(&said, PLAIN)),
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
    if let Some((reason, by)) = &finding.set_aside {
        text.push_str(&plain("Body", &format!("Set aside by {by}: {reason}")));
    }
    text
}

/// Links to quotes, each with its article.
fn links(report: &Report, indices: &[usize]) -> String {
    let mut runs = String::new();
    for (nth, index) in indices.iter().enumerate() {
        let Some(quote) = report.quotes.get(*index) else {
            continue;
        };
        let article = report
            .article_of(quote)
            .map_or("", |article| &article.label);
        runs.push_str(&run(if nth == 0 { " " } else { ", " }, SOFT));
        runs.push_str(&to_quote(quote, SOFT));
        runs.push_str(&run(&format!(" in {}", words::isolated(article)), SOFT));
    }
    runs
}

/// A link to a quote; one that is not printed has no place to lead to.
fn to_quote(quote: &Quote, look: &str) -> String {
    let words = words::isolated(&format!("“{}”", quote.text));
    if quote.notable {
        link(&format!("q{}", quote.id), &words, look)
    } else {
        run(&words, look)
    }
}

/// Numbers of drawings begin here; the logo has a lower one.
const FIRST_DRAWING: usize = 100;

fn drawn(drawing: &Drawing, number: usize) -> String {
    super::drawing::paragraph(drawing, number) + &plain("Small", drawing.caption)
}

fn compared(report: &Report) -> String {
    let figures = report
        .figures
        .iter()
        .filter(|figure| figure.quotes.len() > 1);
    let text: String = figures.map(|it| figure(report, it)).collect();
    if text.is_empty() {
        return plain("Body", "No figure stands in more than one place.");
    }
    text
}

fn figure(report: &Report, figure: &FigureEntry) -> String {
    let mut text = plain("Heading2", &figure.title);
    if let Some(answer) = figure.answer {
        let label = words::of_key(answer);
        let runs =
            run(&format!("{} {}. ", label.shape, label.word), BOLD) + &run(&figure.why, PLAIN);
        text.push_str(&paragraph("Body", "", &runs));
    }
    let number = usize::try_from(figure.id).unwrap_or_default() * 4 + FIRST_DRAWING;
    for (drawing, number) in drawing::drawings(report, figure).iter().zip(number..) {
        text.push_str(&drawn(drawing, number));
    }
    let quotes = figure
        .quotes
        .iter()
        .filter_map(|index| report.quotes.get(*index));
    let rows: Vec<Vec<Cell>> = quotes
        .map(|quote| {
            let article = report
                .article_of(quote)
                .map_or("", |article| &article.label);
            let judged = quote.verdict.as_ref();
            let verdict = judged.map_or_else(
                || words::of_key(quote.status).word.to_owned(),
                |verdict| verdict.label.clone(),
            );
            vec![
                cell(article),
                (quote.text.clone(), to_quote(quote, BOLD)),
                cell(&quote.stands_for),
                cell(quote.source.as_deref().unwrap_or("no source given")),
                cell(quote.as_of.as_deref().unwrap_or("unknown")),
                cell(&verdict),
            ]
        })
        .collect();
    let head = [
        "Article",
        "As printed",
        "Stands for",
        "Source",
        "As of",
        "Verdict",
    ];
    text.push_str(&table(&head, &[170, 170, 200, 190, 130, 140], &rows));
    if let Some(sources) = drawing::sources(report, figure) {
        text.push_str(&drawn(&sources, number + 3));
    }
    if !figure.roots.is_empty() {
        let roots = figure.roots.iter();
        let names: Vec<String> = roots.map(|root| words::isolated(&root.name)).collect();
        let count = words::counted(names.len(), "independent source", "independent sources");
        let runs = run(&format!("{count}: "), BOLD) + &run(&names.join("; "), PLAIN);
        text.push_str(&paragraph("Body", "", &runs));
    }
    for comparison in &figure.comparisons {
        let quoted = |index: usize| {
            let quote = report.quotes.get(index);
            quote
                .map(|quote| run(&words::isolated(&format!("“{}”", quote.text)), PLAIN))
                .unwrap_or_default()
        };
        let said = format!(
            ": {}. {}",
            words::of_key(comparison.answer).word,
            comparison.why
        );
        let slip = comparison.slip.as_ref();
        let slip = slip
            .map(|slip| format!(" Likely slip: {}", slip.why))
            .unwrap_or_default();
        let runs = [
            quoted(comparison.a),
            run(" and ", PLAIN),
            quoted(comparison.b),
            run(&(said + &slip), PLAIN),
        ];
        text.push_str(&paragraph("Step", "", &runs.concat()));
    }
    let decided = figure.decision.as_ref();
    for (name, words) in [
        ("Accepted", decided.and_then(|it| it.accepted.as_ref())),
        ("Wording", decided.and_then(|it| it.wording.as_ref())),
        (
            "Look again by",
            decided.and_then(|it| it.recheck_by.as_ref()),
        ),
        ("Suggested wording", figure.wording.as_ref()),
    ] {
        text.push_str(
            &words
                .map(|words| named("Body", name, words))
                .unwrap_or_default(),
        );
    }
    text
}

/// "Accepted: 98,000".
fn named(style: &str, name: &str, words: &str) -> String {
    paragraph(
        style,
        "",
        &(run(&format!("{name}: "), BOLD) + &run(words, PLAIN)),
    )
}

fn alone(report: &Report) -> String {
    let figures = report
        .figures
        .iter()
        .filter(|figure| figure.quotes.len() == 1);
    let rows: Vec<Vec<Cell>> = figures
        .filter_map(|figure| {
            let quote = report.quotes.get(*figure.quotes.first()?)?;
            let article = report.article_of(quote)?;
            quote.notable.then(|| {
                vec![
                    cell(&figure.title),
                    (quote.text.clone(), to_quote(quote, PLAIN)),
                    cell(quote.source.as_deref().unwrap_or("no source given")),
                    cell(&article.label),
                ]
            })
        })
        .collect();
    if rows.is_empty() {
        return String::new();
    }
    table(
        &["Figure", "As printed", "Source", "Article"],
        &[380, 220, 200, 200],
        &rows,
    )
}

fn quotes(report: &Report) -> String {
    let mut text = String::new();
    for (index, article) in report.articles.iter().enumerate() {
        let its = || {
            let quotes = report.quotes.iter();
            quotes.filter(|quote| quote.article == index && quote.notable)
        };
        if its().next().is_some() {
            text.push_str(&plain("Heading2", &article.label));
            its().for_each(|it| text.push_str(&quote(it)));
        }
    }
    text
}

fn quote(quote: &Quote) -> String {
    let number = usize::try_from(quote.id).unwrap_or_default();
    let whole = format!("{}{}{}", quote.before, quote.text, quote.after);
    let runs = [
        bookmark(number, &format!("q{}", quote.id)),
        run(&quote.before, PLAIN),
        run(&quote.text, MARKED),
        run(&quote.after, PLAIN),
    ];
    let mut text = paragraph("Quotation", &whole, &runs.concat());
    let page = quote
        .page
        .map(|page| format!("page {page}, "))
        .unwrap_or_default();
    let mut facts = vec![
        format!(
            "{page}line {}, characters {}–{}",
            quote.line, quote.start, quote.end
        ),
        format!("stands for {}", quote.stands_for),
        quote.source.as_ref().map_or_else(
            || "no source given".to_owned(),
            |source| format!("source: {source}"),
        ),
    ];
    facts.extend(
        quote
            .period
            .as_ref()
            .map(|period| format!("when: {period}")),
    );
    facts.push(words::of_key(quote.status).word.to_lowercase());
    text.push_str(&plain("Small", &facts.join(" · ")));
    if let Some(verdict) = &quote.verdict {
        let said = format!(
            "{} – {}, {}",
            verdict.rationale,
            verdict.by,
            words::time(&verdict.at)
        );
        text.push_str(&named("Note", &verdict.label, &said));
    }
    for evidence in &quote.evidence {
        let parts = [
            Some(&evidence.citation),
            evidence.locator.as_ref(),
            evidence.url.as_ref(),
        ];
        let mut said = parts
            .into_iter()
            .flatten()
            .cloned()
            .collect::<Vec<_>>()
            .join(", ");
        if !evidence.quote.is_empty() {
            said = format!("{said}: “{}”", evidence.quote);
        }
        text.push_str(&named("Note", words::of_key(evidence.stance).word, &said));
    }
    if let Some(note) = &quote.note {
        text.push_str(&named("Note", "Note", note));
    }
    text
}

fn articles(report: &Report) -> String {
    let articles = report.articles.iter();
    articles
        .map(|article| {
            let title = article.title.as_deref().unwrap_or(&article.label);
            let mut text = plain("Heading2", title);
            let role = words::of_role_key(article.role).to_owned();
            for (name, value) in [
                ("Role", Some(&role)),
                ("Publisher", article.publisher.as_ref()),
                ("Author", article.byline.as_ref()),
                ("Published", article.published.as_ref()),
                ("Address", article.url.as_ref()),
                ("Imported from", article.origin.as_ref()),
                ("SHA-256 of the text", Some(&article.sha256)),
            ] {
                text.push_str(
                    &value
                        .map(|value| named("Note", name, value))
                        .unwrap_or_default(),
                );
            }
            text
        })
        .collect()
}

fn notes(report: &Report) -> String {
    let notes = report.notes.iter().map(|note| {
        let said = format!(
            "{} (on {}; {}, {})",
            note.text,
            note.about,
            note.by,
            words::time(&note.at)
        );
        plain("Item", &said)
    });
    let signed = report.sign_offs.iter().map(|signed| {
        plain(
            "Item",
            &format!(
                "Signed off: {}. {}, {}",
                signed.article,
                signed.by,
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
