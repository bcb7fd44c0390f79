//! The report as Markdown, for wikis, tickets and version control.

mod escape;
mod figure;
mod quote;

use std::fmt::{self, Write as _};

use super::{ExportError, FigureEntry, Format, Reader, Report, Section, words};
pub(super) use escape::inline;
use escape::opening;

pub(super) const FORMAT: Format = Format {
    name: "Markdown",
    ending: "md",
    purpose: "Text with headings and tables, for wikis and tickets",
    reader: Reader::Person,
    write: |report, _| write(report),
    caution: None,
};

fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
    let mut page = String::new();
    compose(report, &mut page).map_err(|error| ExportError::Failed {
        format: FORMAT.name,
        because: error.to_string(),
    })?;
    Ok(page.into_bytes())
}

fn compose(report: &Report, page: &mut String) -> fmt::Result {
    writeln!(page, "# {}\n", inline(&report.title))?;
    let newsroom = report.newsroom.as_deref().map(inline);
    let newsroom = newsroom.map(|newsroom| format!(" of {newsroom}"));
    let newsroom = newsroom.unwrap_or_default();
    writeln!(
        page,
        "Verification report{newsroom}, {}, made with {}.\n",
        inline(&words::time(&report.generated)),
        inline(&report.program)
    )?;
    for chosen in &report.layout.sections {
        section(report, *chosen, page)?;
    }
    Ok(())
}

fn section(report: &Report, section: Section, page: &mut String) -> fmt::Result {
    match section {
        Section::Summary => summary(report, page),
        Section::Open => open(report, page),
        Section::Findings => findings(report, page),
        Section::Figures => figures(report, page),
        Section::Alone => alone(report, page),
        Section::Quotes => quotes(report, page),
        Section::Articles => articles(report, page),
        Section::Notes => notes(report, page),
        Section::Method => method(report, page),
    }
}

fn open(report: &Report, page: &mut String) -> fmt::Result {
    if !report.open.is_empty() {
        writeln!(page, "## Open questions\n")?;
        for question in &report.open {
            write!(page, "- ? {}", inline(&question.question))?;
            writeln!(page, "{}", places(report, &question.quotes))?;
        }
        writeln!(page)?;
    }
    Ok(())
}

fn findings(report: &Report, page: &mut String) -> fmt::Result {
    if !report.findings.is_empty() {
        writeln!(page, "## Findings\n")?;
        for finding in &report.findings {
            writeln!(
                page,
                "- **{} {}**: {}{}",
                words::of_key(finding.severity).shape,
                words::of_key(finding.severity).word,
                inline(&finding.title),
                places(report, &finding.quotes)
            )?;
            for step in &finding.working {
                writeln!(page, "  - {}", inline(step))?;
            }
            if let Some((by, reason)) = finding.aside() {
                writeln!(page, "  - {}: {}", inline(&by), inline(reason))?;
            }
        }
        writeln!(page)?;
    }
    Ok(())
}

fn figures(report: &Report, page: &mut String) -> fmt::Result {
    writeln!(page, "## Figures compared\n")?;
    if report.figures.iter().all(|figure| figure.quotes.len() < 2) {
        writeln!(page, "No figure stands in more than one place.\n")?;
    }
    for figure in report
        .figures
        .iter()
        .filter(|figure| figure.quotes.len() > 1)
    {
        figure::figure(report, figure, page)?;
    }
    Ok(())
}

fn alone(report: &Report, page: &mut String) -> fmt::Result {
    let mut alone = report.standing_alone().peekable();
    if alone.peek().is_none() {
        return Ok(());
    }
    writeln!(page, "## Figures that stand alone\n")?;
    writeln!(
        page,
        "| {} |\n|{}",
        FigureEntry::HEADS_ALONE.join(" | "),
        "---|".repeat(FigureEntry::HEADS_ALONE.len())
    )?;
    for (figure, quote) in alone {
        let outcome = quote.outcome();
        writeln!(
            page,
            "| {} {} | {} | {} | {} | {} | {} |",
            inline(&quote.number()),
            inline(&quote.text),
            inline(&figure.title),
            inline(&report.place_of(quote)),
            inline(quote.source.as_deref().unwrap_or("no source given")),
            inline(&quote.held()),
            inline(&format!("{} {}", outcome.sign, outcome.word)),
        )?;
    }
    writeln!(page)
}

fn quotes(report: &Report, page: &mut String) -> fmt::Result {
    if report.quotes.is_empty() {
        return Ok(());
    }
    writeln!(page, "## Quotes\n")?;
    for (index, article) in report.articles.iter().enumerate() {
        let quotes = report.quotes.iter();
        let mut quotes = quotes
            .filter(|quote| quote.article == index && quote.notable)
            .peekable();
        if quotes.peek().is_none() {
            continue;
        }
        writeln!(page, "### {}\n", inline(&article.label))?;
        for quote in quotes {
            quote::quote(quote, page)?;
        }
        writeln!(page)?;
    }
    if let Some(left) = report.left_out() {
        writeln!(page, "{left}\n")?;
    }
    Ok(())
}

fn notes(report: &Report, page: &mut String) -> fmt::Result {
    if report.notes.is_empty() && report.sign_offs.is_empty() {
        return Ok(());
    }
    writeln!(page, "## Notes and signatures\n")?;
    for note in &report.notes {
        writeln!(
            page,
            "- {} (on {}; {}, {})",
            opening(&note.text),
            inline(&note.about),
            inline(&note.by),
            inline(&words::time(&note.at))
        )?;
    }
    for signed in &report.sign_offs {
        writeln!(
            page,
            "- Signed off: {} ({}, {})",
            inline(&signed.article),
            inline(&signed.by),
            inline(&signed.standing())
        )?;
    }
    writeln!(page)
}

fn method(report: &Report, page: &mut String) -> fmt::Result {
    writeln!(page, "## Method\n")?;
    for paragraph in &report.method {
        writeln!(page, "{}\n", opening(paragraph))?;
    }
    writeln!(page, "| Written | Stands for |\n|---|---|")?;
    for rule in &report.house_rules {
        writeln!(
            page,
            "| {} | {} |",
            inline(&rule.written),
            inline(&rule.stands_for)
        )?;
    }
    Ok(())
}

fn summary(report: &Report, page: &mut String) -> fmt::Result {
    let summary = &report.summary;
    writeln!(page, "## Summary\n")?;
    writeln!(page, "{}\n", summary.in_words())?;
    for (name, tallies) in summary.tallies() {
        let counts: Vec<String> = tallies
            .iter()
            .map(|it| format!("{} {} {}", it.shape, inline(&it.label), it.count))
            .collect();
        writeln!(page, "- {name}: {}", counts.join(", "))?;
    }
    for coverage in &summary.coverage {
        if let Some(article) = report.articles.get(coverage.article) {
            writeln!(
                page,
                "- {}: {} of {} facts checked, {} open",
                inline(&article.label),
                coverage.checked,
                coverage.facts,
                coverage.facts - coverage.checked
            )?;
        }
    }
    writeln!(page)
}

fn articles(report: &Report, page: &mut String) -> fmt::Result {
    if report.articles.is_empty() {
        return Ok(());
    }
    writeln!(page, "## Articles\n")?;
    for article in &report.articles {
        writeln!(page, "### {}\n", inline(&article.label))?;
        let title = article.title.clone().map(|title| ("Title", title));
        let hash = ("SHA-256 of the text", article.sha256.clone());
        let facts = title.into_iter().chain(article.facts()).chain([hash]);
        for (name, value) in facts {
            writeln!(page, "- {name}: {}", inline(&value))?;
        }
        writeln!(page)?;
    }
    Ok(())
}

/// Where the quotes stand: " ([3] “98,000” in Harbour Wire, line 3)".
fn places(report: &Report, quotes: &[usize]) -> String {
    let (quotes, more) = report.first_places(quotes);
    let places: Vec<String> = quotes
        .iter()
        .filter_map(|quote| report.quotes.get(*quote))
        .map(|quote| {
            format!(
                "{} “{}” in {}",
                inline(&quote.number()),
                inline(&quote.text),
                inline(&report.place_of(quote))
            )
        })
        .collect();
    if places.is_empty() {
        String::new()
    } else {
        format!(" ({}{more})", places.join("; "))
    }
}
