//! A table of all quotes with their figure, answer and verdict.
//!
//! A cell that a spreadsheet would run as a formula is written as text.

use std::collections::BTreeMap;

use super::direction::orderless;
use super::{ExportError, Format, Quote, Reader, Report};
use crate::project::fact_sheet::neutral;

pub(super) const FORMAT: Format = Format {
    name: "Table",
    ending: "csv",
    purpose: "One line a figure as printed, for a spreadsheet",
    reader: Reader::Person,
    write: |report, _| write(report),
    caution: None,
};

/// Headings of the columns, in order; [`row`] fills them.
pub(super) const COLUMNS: [&str; 38] = [
    "figure",
    "figure_id",
    "answer",
    "article",
    "published",
    "url",
    "quote",
    "sentence",
    "page",
    "line",
    "start",
    "end",
    "value",
    "low",
    "high",
    "low_open",
    "high_open",
    "qualifier",
    "unit",
    "unit_text",
    "kind",
    "sense",
    "concept",
    "predicate",
    "scope",
    "place",
    "period",
    "as_of",
    "as_of_certainty",
    "source",
    "basis",
    "status",
    "verdict",
    "rationale",
    "by",
    "at",
    "note",
    "claim_id",
];

/// Columns that hold numbers of ours, never words of an article.
const NUMERIC: [&str; 9] = [
    "figure_id",
    "page",
    "line",
    "start",
    "end",
    "value",
    "low",
    "high",
    "claim_id",
];

fn write(report: &Report) -> Result<Vec<u8>, ExportError> {
    let failed = |because: String| ExportError::Failed {
        format: FORMAT.name,
        because,
    };
    // With its mark of UTF-8 in front, without which a spreadsheet takes the letters for others.
    let mut table = csv::Writer::from_writer("\u{FEFF}".as_bytes().to_vec());
    table
        .write_record(COLUMNS)
        .map_err(|error| failed(error.to_string()))?;
    for row in rows(report) {
        let cells = COLUMNS.iter().zip(row).map(|(column, cell)| {
            if NUMERIC.contains(column) {
                cell
            } else {
                neutral(orderless(&cell))
            }
        });
        table
            .write_record(cells)
            .map_err(|error| failed(error.to_string()))?;
    }
    table
        .into_inner()
        .map_err(|error| failed(error.to_string()))
}

/// The cells of every quote, figure by figure.
pub(super) fn rows(report: &Report) -> Vec<[String; COLUMNS.len()]> {
    let mut figures = BTreeMap::new();
    for figure in &report.figures {
        for quote in &figure.quotes {
            figures.insert(*quote, figure);
        }
    }
    report
        .quotes
        .iter()
        .enumerate()
        .map(|(index, quote)| {
            let figure = figures.get(&index);
            row(
                report,
                quote,
                [
                    figure
                        .map(|figure| figure.title.clone())
                        .unwrap_or_default(),
                    figure
                        .map(|figure| figure.id.to_string())
                        .unwrap_or_default(),
                    figure
                        .and_then(|figure| figure.answer)
                        .unwrap_or_default()
                        .to_owned(),
                ],
            )
        })
        .collect()
}

fn row(report: &Report, quote: &Quote, figure: [String; 3]) -> [String; COLUMNS.len()] {
    let article = report.article_of(quote);
    let [title, figure_id, answer] = figure;
    let or_empty = |words: &Option<String>| words.clone().unwrap_or_default();
    let verdict = quote.verdict.as_ref();
    [
        title,
        figure_id,
        answer,
        article
            .map(|article| article.label.clone())
            .unwrap_or_default(),
        article
            .and_then(|article| article.published.clone())
            .unwrap_or_default(),
        article
            .and_then(|article| article.url.clone())
            .unwrap_or_default(),
        quote.text.clone(),
        format!("{}{}{}", quote.before, quote.text, quote.after),
        quote.page.map(|page| page.to_string()).unwrap_or_default(),
        quote.line.to_string(),
        quote.start.to_string(),
        quote.end.to_string(),
        or_empty(&quote.value),
        or_empty(&quote.low),
        or_empty(&quote.high),
        open(quote.low.as_ref(), quote.open_ends[0]),
        open(quote.high.as_ref(), quote.open_ends[1]),
        quote.qualifier.to_owned(),
        or_empty(&quote.unit),
        or_empty(&quote.unit_text),
        quote.kind.to_owned(),
        quote.sense.to_owned(),
        or_empty(&quote.concept),
        or_empty(&quote.predicate),
        quote.scope.join(", "),
        or_empty(&quote.place),
        or_empty(&quote.period),
        or_empty(&quote.as_of),
        certainty(quote).to_owned(),
        or_empty(&quote.source),
        quote.basis.unwrap_or_default().to_owned(),
        quote.status.to_owned(),
        verdict
            .map(|verdict| verdict.label.clone())
            .unwrap_or_default(),
        verdict
            .map(|verdict| verdict.rationale.clone())
            .unwrap_or_default(),
        verdict
            .map(|verdict| verdict.by.clone())
            .unwrap_or_default(),
        verdict
            .map(|verdict| verdict.at.clone())
            .unwrap_or_default(),
        or_empty(&quote.note),
        quote.id.to_string(),
    ]
}

/// Whether an end is left out of what a figure stands for; nothing where there is no end.
fn open(end: Option<&String>, open: bool) -> String {
    end.map(|_| if open { "yes" } else { "no" }.to_owned())
        .unwrap_or_default()
}

/// How the day is known that a figure held.
const fn certainty(quote: &Quote) -> &'static str {
    match (&quote.as_of, quote.as_of_inferred) {
        (None, _) => "",
        (Some(_), true) => "inferred",
        (Some(_), false) => "stated",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_in_a_line_that_runs_to_the_left_is_written_as_it_is_printed() {
        let mut report = crate::export::sample::report();
        report.quotes[0].before = "חולצו ".to_owned();
        report.quotes[0].text = "14–16".to_owned();
        let bytes = FORMAT.write(&report).expect("a table");
        let table = String::from_utf8(bytes).expect("text");
        assert!(table.contains(",14–16,"), "{table}");
    }

    #[test]
    fn what_narrows_a_figure_when_it_was_judged_and_the_note_on_it_are_told() {
        let mut report = crate::export::sample::report();
        report.quotes[0].predicate = Some("strayed".to_owned());
        report.quotes[0].scope = vec!["kids".to_owned(), "brown ones".to_owned()];
        let row = &rows(&report)[0];
        let cell = |name| &row[COLUMNS.iter().position(|of| *of == name).expect("a column")];
        assert_eq!(cell("predicate"), "strayed");
        assert_eq!(cell("scope"), "kids, brown ones");
        assert_eq!(cell("at"), "2026-03-02T13:58+01:00");
        assert_eq!(cell("note"), "Ask who counted.");
    }

    #[test]
    fn a_cell_never_becomes_a_formula() {
        for (cell, written) in [
            ("=HYPERLINK(\"x\")", "'=HYPERLINK(\"x\")"),
            (" @SUM(A1)", "' @SUM(A1)"),
            ("-5 degrees", "'-5 degrees"),
            ("98,000", "98,000"),
        ] {
            assert_eq!(neutral(cell.to_owned()), written);
        }
    }
}
