//! The report as Markdown, for wikis, tickets and version control.

use std::fmt::{self, Write as _};

use super::{ExportError, FigureEntry, Format, Quote, Report, Section, words};

pub(super) const FORMAT: Format = Format {
    name: "Markdown",
    ending: "md",
    purpose: "Text with headings and tables, for wikis and tickets",
    write,
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
    writeln!(
        page,
        "Verification report, {}, made with {}.\n",
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
        // What stands alone is listed with its quote.
        Section::Alone => Ok(()),
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
                "- **{}**: {}{}",
                words::of_key(finding.severity).word,
                inline(&finding.title),
                places(report, &finding.quotes)
            )?;
            for step in &finding.working {
                writeln!(page, "  - {}", inline(step))?;
            }
            if let Some((reason, by)) = &finding.set_aside {
                writeln!(page, "  - Set aside by {}: {}", inline(by), inline(reason))?;
            }
        }
        writeln!(page)?;
    }
    Ok(())
}

fn figures(report: &Report, page: &mut String) -> fmt::Result {
    writeln!(page, "## Figures compared\n")?;
    for figure in report
        .figures
        .iter()
        .filter(|figure| figure.quotes.len() > 1)
    {
        self::figure(report, figure, page)?;
    }
    Ok(())
}

fn quotes(report: &Report, page: &mut String) -> fmt::Result {
    writeln!(page, "## Quotes\n")?;
    for (index, article) in report.articles.iter().enumerate() {
        writeln!(page, "### {}\n", inline(&article.label))?;
        let quotes = report.quotes.iter();
        for quote in quotes.filter(|quote| quote.article == index && quote.notable) {
            self::quote(quote, page)?;
        }
        writeln!(page)?;
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
    writeln!(
        page,
        "{}, {}, {} compared across places, {}.\n",
        words::counted(summary.articles, "article", "articles"),
        words::counted(summary.claims, "figure as printed", "figures as printed"),
        summary.compared,
        words::counted(summary.open, "open question", "open questions"),
    )?;
    for tally in summary.answers.iter().chain(&summary.verdicts) {
        writeln!(
            page,
            "- {} {}: {}",
            tally.shape,
            inline(&tally.label),
            tally.count
        )?;
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

fn figure(report: &Report, figure: &FigureEntry, page: &mut String) -> fmt::Result {
    writeln!(page, "### {}\n", inline(&figure.title))?;
    if let Some(answer) = figure.answer {
        writeln!(
            page,
            "**{}.** {}\n",
            words::of_key(answer).word,
            inline(&figure.why)
        )?;
    }
    writeln!(
        page,
        "| Article | As printed | Stands for | Source | As of | Verdict |\n|---|---|---|---|---|---|"
    )?;
    for quote in figure
        .quotes
        .iter()
        .filter_map(|quote| report.quotes.get(*quote))
    {
        writeln!(
            page,
            "| {} | {} | {} | {} | {} | {} |",
            inline(
                report
                    .article_of(quote)
                    .map_or("", |article| &article.label)
            ),
            inline(&quote.text),
            inline(&quote.stands_for),
            inline(quote.source.as_deref().unwrap_or("no source given")),
            inline(quote.as_of.as_deref().unwrap_or("unknown")),
            inline(
                quote
                    .verdict
                    .as_ref()
                    .map_or("open", |verdict| &verdict.label)
            ),
        )?;
    }
    writeln!(page)?;
    if !figure.roots.is_empty() {
        let names: Vec<String> = figure.roots.iter().map(|root| inline(&root.name)).collect();
        writeln!(
            page,
            "{}: {}.\n",
            words::counted(names.len(), "independent source", "independent sources"),
            names.join("; ")
        )?;
    }
    for comparison in &figure.comparisons {
        let quoted = |index: usize| report.quotes.get(index).map_or("", |quote| &quote.text);
        writeln!(
            page,
            "- “{}” and “{}”: {}. {}",
            inline(quoted(comparison.a)),
            inline(quoted(comparison.b)),
            words::of_key(comparison.answer).word,
            inline(&comparison.why)
        )?;
        if let Some(slip) = &comparison.slip {
            writeln!(page, "  - Likely slip: {}", inline(&slip.why))?;
        }
    }
    if let Some(decision) = &figure.decision {
        for (name, words) in [
            ("Accepted", &decision.accepted),
            ("Wording", &decision.wording),
        ] {
            if let Some(words) = words {
                writeln!(page, "- {name}: {}", inline(words))?;
            }
        }
    }
    if let Some(wording) = &figure.wording {
        writeln!(page, "- Suggested wording: {}", inline(wording))?;
    }
    writeln!(page)
}

fn quote(quote: &Quote, page: &mut String) -> fmt::Result {
    writeln!(
        page,
        "- {}**{}**{} ({}line {}, characters {}–{}; {})",
        opening(&quote.before),
        inline(&quote.text),
        inline(&quote.after),
        quote
            .page
            .map(|page| format!("page {page}, "))
            .unwrap_or_default(),
        quote.line,
        quote.start,
        quote.end,
        words::of_key(quote.status).word,
    )?;
    if let Some(verdict) = &quote.verdict {
        writeln!(
            page,
            "  - {}: {} ({}, {})",
            inline(&verdict.label),
            inline(&verdict.rationale),
            inline(&verdict.by),
            inline(&words::time(&verdict.at))
        )?;
    }
    for evidence in &quote.evidence {
        writeln!(
            page,
            "  - {}: {} {} {}",
            words::of_key(evidence.stance).word,
            inline(&evidence.citation),
            inline(&evidence.quote),
            inline(evidence.locator.as_deref().unwrap_or_default()),
        )?;
    }
    if let Some(note) = &quote.note {
        writeln!(page, "  - Note: {}", inline(note))?;
    }
    Ok(())
}

fn articles(report: &Report, page: &mut String) -> fmt::Result {
    writeln!(page, "## Articles\n")?;
    writeln!(
        page,
        "| | Title | Published | Role | SHA-256 of the text |\n|---|---|---|---|---|"
    )?;
    for article in &report.articles {
        writeln!(
            page,
            "| {} | {} | {} | {} | {} |",
            inline(&article.label),
            inline(article.title.as_deref().unwrap_or_default()),
            inline(article.published.as_deref().unwrap_or("unknown")),
            words::of_role_key(article.role),
            article.sha256
        )?;
    }
    writeln!(page)
}

/// Where the quotes stand: " (Harbour Wire, line 3)".
fn places(report: &Report, quotes: &[usize]) -> String {
    let places: Vec<String> = quotes
        .iter()
        .filter_map(|quote| report.quotes.get(*quote))
        .map(|quote| {
            let article = report
                .article_of(quote)
                .map_or("", |article| &article.label);
            format!(
                "“{}” in {}, line {}",
                inline(&quote.text),
                inline(article),
                quote.line
            )
        })
        .collect();
    if places.is_empty() {
        String::new()
    } else {
        format!(" ({})", places.join("; "))
    }
}

/// Words that cannot become markup, a link or a table's edge, inside a line.
pub(super) fn inline(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for character in words.chars() {
        match character {
            '\n' | '\r' | '\t' => plain.push(' '),
            '&' => plain.push_str("&amp;"),
            '<' => plain.push_str("&lt;"),
            '>' => plain.push_str("&gt;"),
            '@' => plain.push_str("&#64;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' => plain.extend(['\\', character]),
            _ => plain.push(character),
        }
    }
    // A bare address would become a link.
    plain
        .replace("://", "&#58;//")
        .replace("www.", "www&#46;")
        .replace("WWW.", "WWW&#46;")
}

/// The same at the start of a line, where more characters begin a list or a heading.
pub(super) fn opening(words: &str) -> String {
    let plain = inline(words.trim_start());
    let digits = plain.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = plain.split_at(digits);
    let marker = if number.is_empty() {
        ["#", "+", "-", "="]
            .iter()
            .any(|marker| rest.starts_with(marker))
    } else {
        rest.starts_with(['.', ')'])
    };
    if marker {
        format!("{number}\\{rest}")
    } else {
        plain
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_from_an_article_becomes_markup() {
        assert_eq!(inline("[x](y) <b>|\n# 5"), "\\[x\\](y) &lt;b&gt;\\| # 5");
        assert_eq!(opening("- 12-30"), "\\- 12-30");
        assert_eq!(opening("2026-03"), "2026-03");
        assert_eq!(opening("5. May, 3.5"), "5\\. May, 3.5");
        assert_eq!(
            inline("see www.a.org http://b"),
            "see www&#46;a.org http&#58;//b"
        );
    }
}
