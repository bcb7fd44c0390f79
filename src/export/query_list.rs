//! The questions a checker sends to the author of a copy: one for each figure that is open.

use std::fmt::{self, Write as _};

use super::markdown::inline;
use super::{ExportError, FigureEntry, Format, Quote, Reader, Report, words};

pub(super) const FORMAT: Format = Format {
    name: "Query list",
    ending: "queries.md",
    purpose: "Questions to the author, one for each open figure",
    reader: Reader::Person,
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
    writeln!(page, "# Queries: {}\n", inline(&report.title))?;
    let mut number = 0;
    // The coverage names the copies under check, or every article where there is none.
    for coverage in &report.summary.coverage {
        let Some(article) = report.articles.get(coverage.article) else {
            continue;
        };
        let open: Vec<(usize, &Quote)> = report
            .quotes
            .iter()
            .enumerate()
            .filter(|(_, quote)| {
                quote.article == coverage.article && quote.notable && is_open(quote)
            })
            .collect();
        if open.is_empty() {
            continue;
        }
        writeln!(
            page,
            "## {}\n",
            inline(article.title.as_deref().unwrap_or(&article.label))
        )?;
        for sentence in open.chunk_by(|(_, a), (_, b)| sentence_of(a) == sentence_of(b)) {
            let Some((_, first)) = sentence.first() else {
                continue;
            };
            number += 1;
            writeln!(
                page,
                "{number}. Line {}: {}",
                first.line,
                inline(sentence_of(first).trim())
            )?;
            for (index, quote) in sentence {
                let questions = questions(report, *index, quote).join(" ");
                writeln!(page, "   - **{}**: {questions}", inline(&quote.text))?;
            }
        }
        writeln!(page)?;
    }
    if number == 0 {
        writeln!(page, "No question is open.")?;
    }
    Ok(())
}

fn sentence_of(quote: &Quote) -> String {
    format!("{}{}{}", quote.before, quote.text, quote.after)
}

fn is_open(quote: &Quote) -> bool {
    quote.status == "unchecked"
        || quote.status == "in_progress"
        || quote
            .verdict
            .as_ref()
            .is_some_and(|verdict| verdict.rating == "wrong" || verdict.rating == "disputed")
}

fn questions(report: &Report, index: usize, quote: &Quote) -> Vec<String> {
    let mut questions = Vec::new();
    let mut rows = report
        .figures
        .iter()
        .filter(|figure: &&FigureEntry| figure.quotes.len() > 1 && figure.quotes.contains(&index));
    if let Some(figure) = rows.next() {
        for comparison in &figure.comparisons {
            let other = match (comparison.a == index, comparison.b == index) {
                (true, false) => comparison.b,
                (false, true) => comparison.a,
                _ => continue,
            };
            if comparison.answer != "conflicts" {
                continue;
            }
            let Some(other) = report.quotes.get(other) else {
                continue;
            };
            let outlet = report
                .article_of(other)
                .map_or("", |article| &article.label);
            questions.push(format!(
                "{} has “{}”. Which is right? {}",
                inline(outlet),
                inline(&other.text),
                inline(&comparison.why)
            ));
        }
    }
    questions.push(match &quote.source {
        Some(source) => format!("Where did {} say this, and when?", inline(source)),
        None => "Who says so? The copy gives no source.".to_owned(),
    });
    if let Some(note) = &quote.note {
        questions.push(inline(note));
    }
    if let Some(verdict) = &quote.verdict {
        questions.push(format!(
            "{} {}: {}",
            words::of_key("checked").shape,
            inline(&verdict.label),
            inline(&verdict.rationale)
        ));
    }
    questions
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::sample;

    #[test]
    fn an_open_figure_of_the_copy_becomes_a_question() {
        let page = String::from_utf8(write(&sample::report()).expect("text")).expect("UTF-8");
        assert!(
            page.contains("1. Line 2: ") && page.contains("**12**: Who says so?"),
            "{page}"
        );
        assert!(!page.contains("**About 98,000**"), "judged already: {page}");
    }
}
