//! A compared figure: its row, its sources, its pairs.

use std::fmt::{self, Write as _};

use super::escape::inline;
use crate::export::{FigureEntry, Report, pairs, words};

pub(super) fn figure(report: &Report, figure: &FigureEntry, page: &mut String) -> fmt::Result {
    writeln!(page, "### {}\n", inline(&figure.title))?;
    if let Some(answer) = figure.answer {
        writeln!(
            page,
            "**{} {}.** {}\n",
            words::of_key(answer).shape,
            words::of_key(answer).word,
            inline(&figure.why)
        )?;
    }
    writeln!(page, "| {} |", FigureEntry::HEADS.join(" | "))?;
    writeln!(page, "|{}", "---|".repeat(FigureEntry::HEADS.len()))?;
    for quote in figure
        .quotes
        .iter()
        .filter_map(|quote| report.quotes.get(*quote))
    {
        let outcome = quote.outcome();
        writeln!(
            page,
            "| {} | {} | {} | {} | {} | {} |",
            inline(&report.numbered(quote)),
            inline(&quote.text),
            inline(&report.meaning_in(figure, quote)),
            inline(quote.source.as_deref().unwrap_or("no source given")),
            inline(&quote.held()),
            inline(&format!("{} {}", outcome.sign, outcome.word)),
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
    let (pairs, left) = pairs::of(report, figure);
    for pairs in pairs {
        let sides: Vec<String> = pairs
            .sides
            .iter()
            .map(|(text, quotes)| {
                let articles = quotes.iter().filter_map(|quote| {
                    let quote = report.quotes.get(*quote)?;
                    Some(inline(&if pairs.brief {
                        quote.number()
                    } else {
                        report.numbered(quote)
                    }))
                });
                let articles: Vec<String> = articles.collect();
                if pairs.brief {
                    return format!("“{}” {}", inline(text), articles.join(" "));
                }
                format!("“{}” in {}", inline(text), articles.join(", "))
            })
            .collect();
        writeln!(
            page,
            "- {}: {}{}{}",
            pairs.heading(),
            against(&sides),
            pairs.before_reason(),
            inline(pairs.why)
        )?;
        if let Some(slip) = &pairs.first.slip {
            writeln!(page, "  - Likely slip: {}", inline(&slip.why))?;
        }
    }
    if let Some(left) = left {
        writeln!(page, "- {left}")?;
    }
    if let Some(decision) = &figure.decision {
        for (name, words) in decision.facts() {
            writeln!(page, "- {name}: {}", inline(&words))?;
        }
    }
    if let Some(wording) = &figure.wording {
        writeln!(page, "- Suggested wording: {}", inline(wording))?;
    }
    writeln!(page)
}

/// The first against each of the others.
fn against(sides: &[String]) -> String {
    match sides {
        [first, others @ ..] if !others.is_empty() => {
            format!("{first} against {}", others.join(", "))
        }
        _ => sides.concat(),
    }
}
