//! A compared figure: its row, its sources, its pairs.

use std::fmt::{self, Write as _};

use super::escape::inline;
use crate::export::{FigureEntry, Report, words};

pub(super) fn figure(report: &Report, figure: &FigureEntry, page: &mut String) -> fmt::Result {
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
