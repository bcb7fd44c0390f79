//! The questions a checker sends to the author of a copy: one for each figure that is open.

use std::fmt::{self, Write as _};

use super::markdown::inline;
use super::{
    EvidenceEntry, ExportError, FigureEntry, FindingEntry, Format, Quote, Reader, Report, words,
};

pub(super) const FORMAT: Format = Format {
    name: "Query list",
    ending: "queries.md",
    purpose: "Questions to the author, one for each open figure",
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
                quote.article == coverage.article && quote.notable && is_open(report, quote)
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
            // What belongs to a numbered line begins where its words do.
            let below = " ".repeat(number.to_string().len() + 2);
            writeln!(
                page,
                "{number}. {}: {}",
                words::capitalised(&first.line_in_print()),
                inline(sentence_of(first).trim())
            )?;
            let mut told: Vec<&FindingEntry> = Vec::new();
            for (index, quote) in sentence {
                let questions = questions(report, *index, quote).join(" ");
                writeln!(page, "{below}- **{}**: {questions}", inline(&quote.text))?;
                for finding in report.findings_on(*index) {
                    // One finding may be about several figures of a sentence.
                    if told.contains(&finding) || is_pair(report, finding) {
                        continue;
                    }
                    told.push(finding);
                    writeln!(page, "{below}  - {}", remark(finding, quote))?;
                }
                if let Some(verdict) = &quote.verdict {
                    let so_far = words::ended(&inline(verdict.in_words().trim()));
                    writeln!(page, "{below}  - So far: {so_far}")?;
                }
                for evidence in &quote.evidence {
                    writeln!(page, "{below}  - {}", self::evidence(evidence))?;
                }
                if let Some(day) = &quote.recheck_by {
                    writeln!(page, "{below}  - Look again by {day}")?;
                }
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

/// Whether the author is to be asked: nobody has judged it, or it did not come out as right.
fn is_open(report: &Report, quote: &Quote) -> bool {
    /// Number of "Mostly right" on the scale of verdicts.
    const RIGHT: u8 = 4;
    match &quote.verdict {
        None => quote.status == "unchecked" || quote.status == "in_progress",
        // What cannot be verified has no number, where others have one.
        Some(verdict) => verdict
            .value
            .map_or(report.scale.is_some(), |value| value < RIGHT),
    }
}

/// What was looked up, the words that matter, and where they stand.
fn evidence(evidence: &EvidenceEntry) -> String {
    let mut said = format!(
        "{}: {}",
        words::of_key(evidence.stance).word,
        inline(&evidence.citation)
    );
    if !evidence.quote.trim().is_empty() {
        said = format!("{said}, “{}”", inline(&evidence.quote));
    }
    let places = [evidence.locator.as_deref(), evidence.address()]
        .into_iter()
        .flatten();
    places.fold(said, |said, place| format!("{said}, {}", inline(place)))
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
    questions.push(match quote.source.as_deref() {
        Some(source) if is_name(source, quote.source_kind) => {
            format!(
                "Where did {} say this, and when?",
                inline(&words::in_sentence(source))
            )
        }
        Some(source) => format!("Who says so? The copy names only “{}”.", inline(source)),
        None => "Who says so? The copy gives no source.".to_owned(),
    });
    questions
}

/// Whether the author can be asked where a source said something: not of "2 of them", and not of one small word that
/// might be anybody, such as "sources".
fn is_name(source: &str, kind: Option<&str>) -> bool {
    let mut letters = source.chars().filter(|c| c.is_alphanumeric());
    let begins = letters.next().is_some_and(char::is_alphabetic);
    let one_word = !source.trim().contains(char::is_whitespace);
    // Scripts without capitals give no such sign.
    let is_small =
        source.chars().any(char::is_lowercase) && !source.chars().any(char::is_uppercase);
    begins && kind != Some("anonymous") && !(one_word && is_small && kind.is_none())
}

/// Whether a finding only says that two figures of one row conflict: their question has named both.
fn is_pair(report: &Report, finding: &FindingEntry) -> bool {
    finding.code == "conflict"
        && report.figures.iter().any(|figure| {
            figure.answer == Some("conflicts")
                && finding.quotes.iter().all(|it| figure.quotes.contains(it))
        })
}

/// What seems wrong, and the working.
fn remark(finding: &FindingEntry, quote: &Quote) -> String {
    let label = words::of_key(finding.severity);
    let steps: Vec<String> = finding
        .steps_on(quote)
        .iter()
        .map(|it| inline(it))
        .collect();
    format!(
        "{} **{}**: {} {}",
        label.shape,
        label.word,
        inline(&words::ended(&finding.title)),
        steps.join(" ")
    )
    .trim_end()
    .to_owned()
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

    #[test]
    fn what_did_not_come_out_as_right_is_asked_with_its_reason_and_what_was_found() {
        let mut report = sample::report();
        report.scale = Some((1, 5));
        for (value, asked) in [
            (Some(5), false),
            (Some(4), false),
            (Some(2), true),
            (None, true),
        ] {
            let verdict = report.quotes[0].verdict.as_mut().expect("judged");
            (verdict.value, verdict.label) = (value, "Doubtful".to_owned());
            let page = String::from_utf8(write(&report).expect("text")).expect("UTF-8");
            assert_eq!(
                page.contains("**About 98,000**"),
                asked,
                "{value:?}: {page}"
            );
            if asked {
                for told in [
                    "     - So far: Doubtful: The bridge counter shows 98,417.",
                    "     - Supports: Bridge counter, daily log, “Goats, total: 98,417”, row 7, https",
                ] {
                    assert!(page.contains(told), "{told}: {page}");
                }
            }
        }
    }

    #[test]
    fn what_belongs_to_the_tenth_query_is_indented_as_its_words_are() {
        let mut report = sample::report();
        let twelve = report.quotes[1].clone();
        report.quotes = (0..10)
            .map(|nth| Quote {
                before: format!("Day {nth}: "),
                ..twelve.clone()
            })
            .collect();
        let page = String::from_utf8(write(&report).expect("text")).expect("UTF-8");
        assert!(
            page.contains("\n9. Line 2") && page.contains("\n   - **12**"),
            "{page}"
        );
        assert!(
            page.contains("\n10. Line 2") && page.contains("\n    - **12**"),
            "{page}"
        );
    }

    #[test]
    fn only_a_name_is_asked_after() {
        for (source, kind, is) in [
            ("the harbour office", None, true),
            ("Mara Ellis", Some("person"), true),
            ("police", Some("official"), true),
            ("משרד", None, true),
            ("2 of them", None, false),
            ("$2", None, false),
            ("herders", None, false),
            ("Officials", Some("anonymous"), false),
        ] {
            assert_eq!(is_name(source, kind), is, "{source}");
        }
    }

    #[test]
    fn the_author_is_told_what_seems_wrong_and_not_what_the_newsroom_noted() {
        let mut report = sample::report();
        let twelve = report.quotes.iter().position(|quote| quote.text == "12");
        report.findings[0].code = "count_against_list";
        report.findings[0].severity = "impossible";
        report.findings[0].title = "“12” does not fit the 3 bridges listed".to_owned();
        report.findings[0].quotes.extend(twelve);
        for quote in &mut report.quotes {
            quote.note = Some("Do not tell them yet.".to_owned());
        }
        let page = String::from_utf8(write(&report).expect("text")).expect("UTF-8");
        assert!(
            page.contains("**Impossible**: “12” does not fit the 3 bridges listed. About"),
            "{page}"
        );
        assert!(!page.contains("Do not tell"), "{page}");
    }
}
